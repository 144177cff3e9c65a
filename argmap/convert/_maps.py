"""One door for every format of maps."""

from pathlib import PurePath

from argmap.convert._argdown_read import read_argdown
from argmap.convert._argdown_write import write_argdown
from argmap.convert._graphml import write_graphml
from argmap.convert._json import read_json, write_json
from argmap.errors import EncodingError, NotAMapError, UnknownNameError
from argmap.model import ArgumentMap, Loss, Source

FORMATS = ("argdown", "json", "graphml")
"""Formats that `dump_map` writes."""

_READ = ("argdown", "json")
_SUFFIXES = {".argdown": "argdown", ".ad": "argdown", ".json": "json", ".graphml": "graphml"}


def format_of(path: str) -> str:
    """The format that a file's name says.

    Raises:
        UnknownNameError: If no format has that suffix.
    """
    suffix = PurePath(path).suffix.lower()
    if suffix not in _SUFFIXES:
        raise UnknownNameError("map format", suffix or path, _SUFFIXES)
    return _SUFFIXES[suffix]


def load_map(data: bytes, path: str, sources: tuple[Source, ...] = (), format: str | None = None) -> ArgumentMap:  # noqa: A002
    """Read a map.

    Args:
        data: The file, UTF-8.
        path: The file's name; it tells the format only where the content does not.
        sources: The sources the case knows. Those that the map itself brings are added after them.
        format: One of `argdown`, `json`; None to tell it from the content.

    Raises:
        NotAMapError: If the file is no map, with the line and what to do.
        EncodingError: If it is not UTF-8.
        UnknownNameError: If there is no such format.
    """
    if format is not None and format not in _READ:
        raise UnknownNameError("map format that can be read", format, _READ)
    text = _text(data, path)
    read = read_json if (format or _sniff(text, path)) == "json" else read_argdown
    found = read(text, path)
    known = {source.id for source in sources}
    own = tuple(source for source in found.sources if source.id not in known)
    return found.model_copy(update={"sources": sources + own}) if sources else found


def dump_map(argument_map: ArgumentMap, format: str) -> tuple[str, tuple[Loss, ...]]:  # noqa: A002
    """Write a map in one of `FORMATS`, and list what that format cannot carry.

    Raises:
        UnknownNameError: If there is no such format.
    """
    if format == "json":
        return write_json(argument_map), ()
    if format == "argdown":
        return write_argdown(argument_map)
    if format == "graphml":
        return write_graphml(argument_map)
    raise UnknownNameError("map format", format, FORMATS)


def _text(data: bytes, path: str) -> str:
    if b"\0" in data[:4096]:
        raise NotAMapError(path, None, "it is no text file: give an Argdown or JSON file")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EncodingError(path, error.start, None) from None
    if not text.strip():
        raise NotAMapError(path, None, "it is empty: write a statement, '[Title]: text'")
    return text


def _sniff(text: str, path: str) -> str:
    """The format that the content shows."""
    start = text.lstrip()[:200]
    if start.startswith("{"):
        return "json"
    if start.startswith(("<?xml", "<graphml", "<!DOCTYPE")):
        raise NotAMapError(path, 1, "XML; GraphML is written, not read: give an Argdown or JSON file")
    if start.startswith("[") and PurePath(path).suffix.lower() == ".json":
        raise NotAMapError(path, 1, "a JSON list, where a map is an object {…}: is it a sources.json?")
    return "argdown"
