"""One door for every format of maps: what there is, how it is told from content and name, reading and writing."""

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import NamedTuple

from argmap.convert._aif import is_aif, is_xaif, read_aif, read_xaif, write_aif, write_xaif
from argmap.convert._annotations import write_annotations
from argmap.convert._arggraph import is_arggraph, read_arggraph
from argmap.convert._brat import is_brat, read_brat
from argmap.convert._carneades import is_carneades, read_carneades
from argmap.convert._carneades_write import write_carneades
from argmap.convert._graphml import write_graphml
from argmap.convert._json import read_json, write_json
from argmap.convert._kialo import is_kialo, read_kialo
from argmap.convert._kialo_write import write_kialo
from argmap.convert._losses import KEPT
from argmap.convert._mermaid import write_mermaid
from argmap.convert._parse import json_object
from argmap.convert._prov import write_prov
from argmap.convert._sadface import is_sadface, read_sadface, write_sadface
from argmap.convert._table import write_csv
from argmap.convert._tgf import is_tgf, read_tgf, write_tgf
from argmap.convert.argdown.edit import write_argdown
from argmap.convert.argdown.export import write_argdown_json
from argmap.convert.argdown.include import LoadFile
from argmap.convert.argdown.read import read_argdown
from argmap.errors import AnchorsMissingError, EncodingError, NotAMapError, UnknownNameError
from argmap.model import AnchoredClaim, ArgumentMap, Document, Loss, Source

Reader = Callable[[str, str], ArgumentMap]
Writer = Callable[[ArgumentMap], tuple[str, tuple[Loss, ...]]]

ANNOTATIONS = "annotations"
"""The one format that needs the text a map is anchored to."""


class MapFormat(NamedTuple):
    """A format: its name, what it is in a few words, the ends of its files' names, and what can be done with it."""

    name: str
    about: str
    suffixes: tuple[str, ...]
    read: Reader | None
    write: Writer | None


def _write_json(argument_map: ArgumentMap) -> tuple[str, tuple[Loss, ...]]:
    return write_json(argument_map), ()


MAP_FORMATS = (
    MapFormat("argdown", "Argdown, the language of our maps", (".argdown", ".ad"), read_argdown, write_argdown),
    MapFormat("json", "our own model, without loss", (".json",), read_json, _write_json),
    MapFormat(
        "argdown-json", "official Argdown's JSON, its map included", (".argdown.json",), None, write_argdown_json
    ),
    MapFormat("aif", "Argument Interchange Format, JSON of AIFdb", (".aif.json", ".aif"), read_aif, write_aif),
    MapFormat("xaif", "extended AIF, of OVA and the oAMF", (".xaif.json", ".xaif"), read_xaif, write_xaif),
    MapFormat("sadface", "SADFace JSON", (".sadface.json", ".sadface"), read_sadface, write_sadface),
    MapFormat("kialo", "Kialo's numbered text", (".kialo.txt", ".txt"), read_kialo, write_kialo),
    MapFormat("carneades", "Carneades 4 YAML", (".yml", ".yaml"), read_carneades, write_carneades),
    MapFormat("tgf", "abstract frameworks, Trivial Graph Format", (".tgf",), read_tgf, write_tgf),
    MapFormat("arggraph", "microtext corpora, XML", (".xml",), read_arggraph, None),
    MapFormat("brat", "brat standoff annotations", (".ann",), read_brat, None),
    MapFormat("graphml", "GraphML, for graph programs", (".graphml",), None, write_graphml),
    MapFormat("mermaid", "Mermaid flowchart", (".mmd", ".mermaid"), None, write_mermaid),
    MapFormat("csv", "one table of claims, relations and citations", (".csv",), None, write_csv),
    MapFormat("prov", "W3C PROV-JSON", (".prov.json", ".provjson"), None, write_prov),
    MapFormat(ANNOTATIONS, "W3C Web Annotations of a case's text", (".anno.json", ".jsonld"), None, None),
)
"""Every format, in the order of the help."""

FORMATS = tuple(one.name for one in MAP_FORMATS if one.write or one.name == ANNOTATIONS)
"""Formats that `dump_map` writes."""
READABLE = tuple(one.name for one in MAP_FORMATS if one.read)
"""Formats that `load_map` reads."""

_SUFFIXES = {suffix: one.name for one in MAP_FORMATS for suffix in one.suffixes}
_YAML_START = re.compile(
    r"(?:(?:\s*|#.*|---.*|%.*)\n){0,1000}(?:meta|references|language|statements|issues|arguments|argument_schemes|issue_schemes"
    r"|assumptions|weighing_functions|tests)\s*:"
)


def format_of(path: str) -> str:
    """The format that a file's name says.

    Raises:
        UnknownNameError: If no format has that suffix.
    """
    found = _by_name(path)
    if found is None:
        raise UnknownNameError("map format", PurePath(path).suffix.lower() or path, _SUFFIXES)
    return found


def load_map(
    data: bytes,
    path: str,
    sources: tuple[Source, ...] = (),
    format: str | None = None,  # noqa: A002
    *,
    load: LoadFile | None = None,
) -> ArgumentMap:
    """Read a map.

    Args:
        data: The file, UTF-8. Of brat's annotations this is the .ann, which holds all that a map needs.
        path: The file's name; it tells the format only where the content does not.
        sources: The sources the case knows. Those that the map itself brings are added after them.
        format: One of `READABLE`; None to tell it from the content.
        load: Gives the text of a file that an Argdown map includes, by its path inside the map's folder.

    Returns:
        The map. What its format has beyond the model is in `data` under the format's name, so that `dump_map` writes it
        again; `losses` with `what` equal to `KEPT` tell such parts, all others what is gone.

    Raises:
        NotAMapError: If the file is no map, with the line or place and what to do.
        EncodingError: If it is not UTF-8.
        UnknownNameError: If there is no such format.
    """
    if format is not None and format not in READABLE:
        raise UnknownNameError("map format that can be read", format, READABLE)
    text = _text(data, path)
    name = format or _sniff(text, path)
    read = next(one.read for one in MAP_FORMATS if one.name == name and one.read)
    found = read_argdown(text, path, load) if name == "argdown" else read(text, path)
    known = {source.id for source in sources}
    own = tuple(source for source in found.sources if source.id not in known)
    return found.model_copy(update={"sources": sources + own}) if sources else found


def dump_map(
    argument_map: ArgumentMap,
    format: str,  # noqa: A002
    *,
    document: Document | None = None,
    anchored: tuple[AnchoredClaim, ...] = (),
    text_path: str = "brief.md",
) -> tuple[str, tuple[Loss, ...]]:
    """Write a map in one of `FORMATS`, and list what that format cannot carry, and what the map was read without.

    Args:
        argument_map: The map.
        format: The format's name.
        document: The text that the map is about; needed for `annotations` only.
        anchored: Where its claims stand in that text.
        text_path: The name of that text's file, as seen from the annotations.

    Raises:
        UnknownNameError: If there is no such format.
        AnchorsMissingError: If annotations are asked for without a text.
    """
    if format not in FORMATS:
        raise UnknownNameError("map format", format, FORMATS)
    if format == ANNOTATIONS:
        if document is None:
            raise AnchorsMissingError
        text, losses = write_annotations(argument_map, document, anchored, text_path)
    else:
        write = next(one.write for one in MAP_FORMATS if one.name == format and one.write)
        text, losses = write(argument_map)
    if format == "json":  # it holds the map's own losses
        return text, losses
    told = set(losses)
    return text, (*losses, *(loss for loss in argument_map.losses if loss.what != KEPT and loss not in told))


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


def _by_name(path: str) -> str | None:
    """The format with the longest suffix that a file's name ends with."""
    name = PurePath(path).name.lower()
    fitting = [suffix for suffix in _SUFFIXES if name.endswith(suffix) and name != suffix]
    return _SUFFIXES[max(fitting, key=len)] if fitting else None


def _sniff(text: str, path: str) -> str:
    """The format that the content shows; where several would do, the one that the name says."""
    start = text.lstrip()[:200]
    named = _by_name(path)
    if start.startswith("{"):
        return "carneades" if named == "carneades" else _sniff_json(text, path)
    if start.startswith(("<?xml", "<arggraph", "<graphml", "<!DOCTYPE")):
        if is_arggraph(text):
            return "arggraph"
        raise NotAMapError(
            path, 1, "XML, but no <arggraph>; GraphML is written, not read: give an Argdown or JSON file"
        )
    if start.startswith("[") and named == "json":
        raise NotAMapError(path, 1, "a JSON list, where a map is an object {…}: is it a sources.json?")
    return named if named in {"argdown", "carneades", "tgf", "brat"} else _sniff_lines(text)


def _sniff_lines(text: str) -> str:
    """The format of a text whose name says nothing."""
    if is_brat(text):
        return "brat"
    if is_kialo(text):
        return "kialo"
    if _YAML_START.match(text) and is_carneades(text):
        return "carneades"
    return "tgf" if is_tgf(text) else "argdown"


def _sniff_json(text: str, path: str) -> str:
    document = json_object(text, path)
    if is_xaif(document):
        return "xaif"
    if is_sadface(document):
        return "sadface"
    return "aif" if is_aif(document) else "json"
