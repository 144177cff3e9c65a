"""Opening and writing files: the one place, beside serving and drawing, that touches the disk."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from argmap.errors import EncodingError, FileMissingError, FileUnreadableError, NotACaseError, TooLargeError
from argmap.model import Value

MAX_BYTES = 100_000_000
"""The largest file that is opened, in bytes: some fifty long books in one."""

DEFAULT_CASE = "korea-1950"
NOT_WALKED = frozenset({"node_modules", "site-packages", "__pycache__"})
ESSAY_SUFFIXES = frozenset(
    {".docx", ".epub", ".htm", ".html", ".markdown", ".md", ".odt", ".org", ".pdf", ".rst", ".tex", ".txt", ".xhtml"}
)


class CaseFiles(Value):
    """The bytes of a case folder, unread. Only the map must be there."""

    path: str
    map: bytes
    sources: bytes | None = None
    anchors: bytes | None = None
    brief: bytes | None = None


def read_bytes(path: str) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Raises:
        FileMissingError, FileUnreadableError, TooLargeError: As they say.
    """
    try:
        if path == "-":
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileMissingError(path) from None
    except (OSError, ValueError) as error:
        raise FileUnreadableError(path, _reason(error)) from None
    if len(data) > MAX_BYTES:
        raise TooLargeError(path, MAX_BYTES)
    return data


def write_bytes(path: str, data: bytes) -> None:
    """Write a file whole or not at all, or standard output for `-`."""
    if path == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    target = Path(path)
    partial = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        if target.exists() and not target.is_file():  # /dev/stdout, a pipe: nothing to replace
            target.write_bytes(data)
            return
        partial.write_bytes(data)
        partial.replace(target)
    except (OSError, ValueError) as error:
        partial.unlink(missing_ok=True)
        raise FileUnreadableError(path, _reason(error)) from None


def read_case(path: str) -> CaseFiles:
    """The files of a case folder.

    Raises:
        NotACaseError: If the folder holds no map.argdown.
    """
    folder = Path(path)
    if not is_case(path):
        raise NotACaseError(path)
    return CaseFiles(
        path=path,
        map=read_bytes(str(folder / "map.argdown")),
        sources=_optional(folder / "sources.json"),
        anchors=_optional(folder / "anchors.json"),
        brief=_optional(folder / "brief.md"),
    )


def sources_beside(path: str) -> tuple[str, bytes] | None:
    """Path and bytes of the sources.json in the folder of a map; None if there is none."""
    if path == "-":
        return None
    beside = Path(path).parent / "sources.json"
    data = _optional(beside)
    return None if data is None else (str(beside), data)


def included(folder: str) -> Callable[[str], str | None]:
    """What reads the files that a map in this folder includes: by path inside it, None for one that is not there.

    Nothing outside the folder is read, whatever links lead out of it.
    """
    root = Path(folder).resolve()

    def load(path: str) -> str | None:
        wanted = (root / path).resolve()
        if not wanted.is_relative_to(root) or not wanted.is_file():
            return None
        try:
            return read_bytes(str(wanted)).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise EncodingError(str(wanted), error.start, None) from None

    return load


def is_case(path: str) -> bool:
    """Whether a path is a folder with a map in it."""
    return (Path(path) / "map.argdown").is_file()


def shipped_case(name: str = DEFAULT_CASE) -> str:
    """The folder of a case that comes with argmap: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "claims" / name
    folder = installed if installed.is_dir() else package.parent / "claims" / name
    here = Path.cwd()
    return str(folder.relative_to(here) if folder.is_relative_to(here) else folder)


def essays_in(folder: str) -> list[str]:
    """Every essay under a folder, by suffix, in order; what is hidden, or installed, is left out."""
    found = []
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in NOT_WALKED]
        found += [
            str(Path(here) / name)
            for name in names
            if Path(name).suffix.lower() in ESSAY_SUFFIXES and not name.startswith((".", "~$"))
        ]
    return sorted(found)


def _optional(path: Path) -> bytes | None:
    return read_bytes(str(path)) if path.is_file() else None


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
