"""`@include(path)`: the text of other files in the place of the mark, every line remembering where it came from.

A file is looked up beside the one that includes it and never outside the map's folder. The stage is pure: the caller
gives the function that reads files.
"""

import posixpath
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from argmap.convert.argdown.tokens import Fault, Source

LoadFile = Callable[[str], str | None]
"""The text of a file by its path inside the map's folder, with `/` between its parts; None if there is none."""

MARK = re.compile(r"(?P<comment>//[^\n]*|/\*|<!--)|@include\((?P<path>[^)\n]+)\)")
_MOST_FILES = 1_000
_MOST_TEXT = 20_000_000
_DEEPEST = 50


@dataclass(slots=True)
class Expanded:
    """A text with its included files; `starts`, `files` and `lines` say what each stretch of it is.

    Attributes:
        whole: Whether nothing was included.
    """

    text: str
    whole: bool = True
    starts: list[int] = field(default_factory=list)
    files: list[str | None] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def place(self, at: int, source: Source) -> tuple[int, str | None]:
        """The line of an offset in its own file, and that file; None is the map's own."""
        line = source.line(at)
        if self.whole:
            return line, None
        stretch = bisect_right(self.starts, at) - 1
        return line - source.line(self.starts[stretch]) + self.lines[stretch], self.files[stretch]


@dataclass(slots=True)
class _File:
    """A file that is being copied; `at` is how far, `line` that place's line."""

    path: str | None
    text: str
    at: int = 0
    line: int = 1


def expand(text: str, load: LoadFile | None) -> Expanded:
    """A text with all files that it includes. What cannot be included is left out, and is a fault."""
    if "@include(" not in text:
        return Expanded(text)
    return _Expander(load).expand(text)


class _Expander:
    def __init__(self, load: LoadFile | None) -> None:
        self._load = load
        self._made = Expanded("", whole=False)
        self._pieces: list[str] = []
        self._length = 0
        self._included = 0

    def expand(self, text: str) -> Expanded:
        stack = [_File(None, text)]
        while stack:
            file = stack[-1]
            mark = self._next_mark(file)
            end = mark.start() if mark else len(file.text)
            self._copy(file, end)
            if mark is None:
                stack.pop()
                continue
            inner = self._file(mark["path"], stack)
            file.at = mark.end()
            if inner is not None:
                stack.append(inner)
        self._made.text = "".join(self._pieces)
        return self._made

    def _next_mark(self, file: _File) -> re.Match[str] | None:
        """The next mark outside of comments."""
        at = file.at
        while mark := MARK.search(file.text, at):
            if mark["path"] is not None:
                return mark
            at = mark.end()
            closing = {"/*": "*/", "<!--": "-->"}.get(mark["comment"])
            if closing:
                close = file.text.find(closing, at)
                at = len(file.text) if close < 0 else close + len(closing)
        return None

    def _copy(self, file: _File, end: int) -> None:
        self._made.starts.append(self._length)
        self._made.files.append(file.path)
        self._made.lines.append(file.line)
        piece = file.text[file.at : end]
        self._pieces.append(piece)
        self._length += len(piece)
        file.line += piece.count("\n")
        file.at = end

    def _fault(self, why: str, hint: str) -> None:
        self._made.faults.append(Fault(self._length, why, hint))

    def _file(self, wanted: str, stack: list[_File]) -> _File | None:
        path = _inside(wanted.strip(), stack[-1].path)
        shown = wanted if len(wanted) <= 80 else f"{wanted[:77]}…"  # noqa: PLR2004 - fits a line
        if path is None:
            self._fault(f"@include({shown}) leads out of the map's folder", "put the file into the folder, or below it")
        elif self._load is None:
            self._fault(f"@include({shown}): no files can be included here", "give the map as a file in its folder")
        elif any(file.path == path for file in stack):
            self._fault(f"@include({shown}) is a circle: the file includes itself", "leave one of the marks out")
        elif len(stack) > _DEEPEST or self._included >= _MOST_FILES or self._length > _MOST_TEXT:
            self._fault(f"@include({shown}): too many files, too much text, or too deep", "include fewer files")
        else:
            self._included += 1
            text = self._load(path)
            if text is not None:
                return _File(path, Source(text.removeprefix("\ufeff")).text)
            self._fault(f"@include({shown}): there is no such file", "check the spelling")
        return None


def _inside(wanted: str, includer: str | None) -> str | None:
    """The path inside the map's folder, or None if it is not inside."""
    if not wanted or "\\" in wanted or "\0" in wanted or ":" in wanted or wanted.startswith("/"):
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(includer or ""), wanted))
    return None if path in {".", ".."} or path.startswith("../") else path
