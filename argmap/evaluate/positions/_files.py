"""One door for the formats of abstract frameworks."""

from pathlib import PurePath

from argmap.errors import EncodingError, NotAFrameworkError
from argmap.evaluate.positions._apx import is_apx, read_apx
from argmap.evaluate.positions._iccma import is_iccma, read_iccma
from argmap.evaluate.positions._tgf import is_tgf, read_tgf
from argmap.evaluate.positions.framework import Framework, framework_of

FRAMEWORK_SUFFIXES = frozenset({".apx", ".tgf", ".af", ".dl"})


def is_framework(data: bytes, path: str) -> bool:
    """Whether a file is a framework: by its name, or by how its content begins (a graph's needs its name)."""
    if PurePath(path).suffix.lower() in FRAMEWORK_SUFFIXES:
        return True
    text = data[:100_000].decode("utf-8-sig", "replace").replace("\r\n", "\n")
    return is_iccma(text) or is_apx(text)


def read_framework(data: bytes, path: str) -> Framework:
    """Read an abstract framework: facts (.apx, .dl), a graph (.tgf) or ICCMA's .af, told apart by their content.

    Args:
        data: The file, UTF-8. An empty one (or only comments) is the framework without arguments if its name says
            that it is one.
        path: The file's name, for messages.

    Raises:
        NotAFrameworkError: If it is none, with the line and what to do.
        EncodingError: If it is not UTF-8.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise EncodingError(path, error.start, None) from None
    if is_iccma(text):
        return read_iccma(text, path)
    if is_apx(text):
        return read_apx(text, path)
    if is_tgf(text):
        return read_tgf(text, path)
    if PurePath(path).suffix.lower() in FRAMEWORK_SUFFIXES and not _uncommented(text):
        return framework_of((), (), ())
    line = text.count("\n", 0, len(text) - len(text.lstrip())) + 1
    raise NotAFrameworkError(path, line, "it begins neither with 'arg(a).', nor with 'p af 12', nor has a line '#'")


def _uncommented(text: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith("%") for line in text.split("\n"))
