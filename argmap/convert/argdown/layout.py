"""Formats a text that a person wrote: indentation, blank lines, spaces at line ends. Words and comments stay.

Two spaces for each level of relations, one space behind a mark, one empty line between blocks, none at the end. What is
inside data, front matter and comments is left alone.
"""

from bisect import bisect_left

from argmap.convert.argdown.include import MARK
from argmap.convert.argdown.lexer import Lexer
from argmap.convert.argdown.parser import Parser
from argmap.convert.argdown.read import check_argdown
from argmap.convert.argdown.tokens import BEFORE_ELEMENTS, RELATIONS, Kind, Source, Tokens
from argmap.errors import ArgdownError
from argmap.model import ArgumentMap

_LEVEL = 2
_AT_MARGIN = frozenset({Kind.NUMBER, Kind.INFERENCE, Kind.INFERENCE_END, Kind.HEADING})
_LISTS = frozenset({Kind.ORDERED, Kind.UNORDERED})


def format_argdown(text: str, path: str = "-") -> str:
    """The text in this layout; formatting it again changes nothing, and it means the same map.

    Raises:
        ArgdownError: If it is no Argdown; all faults are listed.
    """
    source = Source(text)
    masked = _masked(source.text)
    before, findings = check_argdown(masked, path)
    errors = [one for one in findings if one.severity == "error"]
    if errors:
        raise ArgdownError(path, errors)
    tokens = Lexer(Source(masked)).cut()
    Parser(tokens).parse()
    formatted = _Layout(source.text, tokens).format()
    after, faults = check_argdown(_masked(formatted), path)
    same = _meaning(before) == _meaning(after) and not any(one.severity == "error" for one in faults)
    result = formatted if same else source.text
    return result.replace("\n", "\r\n") if "\r\n" in text else result


def _meaning(argument_map: ArgumentMap) -> ArgumentMap:
    """The map without its places in a text."""
    claims = tuple(claim.model_copy(update={"line": None}) for claim in argument_map.claims)
    relations = tuple(relation.model_copy(update={"line": None}) for relation in argument_map.relations)
    return argument_map.model_copy(update={"claims": claims, "relations": relations, "losses": ()})


def _masked(text: str) -> str:
    """The text with every `@include(…)` as a comment of the same length: its words are no part of this file."""
    return MARK.sub(lambda mark: mark[0] if mark["path"] is None else f"/*{' ' * (len(mark[0]) - 4)}*/", text)


class _Layout:
    def __init__(self, text: str, tokens: Tokens) -> None:
        self._text = text
        self._tokens = tokens
        self._fixed = _stretches(tokens)
        self._token = 0
        self._end = len(tokens.kinds)
        while self._end and tokens.kinds[self._end - 1] in {Kind.END, Kind.DEDENT}:
            self._end -= 1
        self._depth = 0
        self._list = False
        self._lines: list[str] = []

    def format(self) -> str:
        begin = 0
        for line in self._text.split("\n"):
            self._line(begin, line)
            begin += len(line) + 1
        while self._lines and not self._lines[-1]:
            self._lines.pop()
        return "\n".join(self._lines) + "\n"

    def _line(self, begin: int, line: str) -> None:
        kind, mark_end = self._advance(begin, begin + len(line))
        if self._inside(begin):
            self._lines.append(line if self._inside(begin + len(line)) else _stripped(line))
        elif not line.strip():
            if self._lines and self._lines[-1]:
                self._lines.append("")
        else:
            words = line.strip(" \t") if self._inside(begin + len(line)) else _stripped(line).lstrip(" \t")
            if mark_end is not None:
                mark = self._text[begin:mark_end].strip()
                rest = words[len(mark) :].lstrip(" \t")
                words = f"{mark} {rest}" if rest else mark
            self._lines.append(" " * self._indent(kind, starts=words.startswith(("//", "/*", "<!--"))) + words)

    def _advance(self, begin: int, end: int) -> tuple[Kind | None, int | None]:
        """Go over the tokens that start on a line: the first one's kind, and where it ends if it is a mark."""
        kinds, starts = self._tokens.kinds, self._tokens.starts
        first: Kind | None = None
        mark_end: int | None = None
        while self._token < self._end and starts[self._token] <= end:
            kind = kinds[self._token]
            if kind is Kind.INDENT:
                self._depth += 1
                self._list = self._list or kinds[self._token + 1] in _LISTS
            elif kind is Kind.DEDENT and starts[self._token] > begin and self._before_empty_line():
                break
            elif kind is Kind.DEDENT:
                self._depth -= 1
                self._list = self._list and self._depth > 0
            elif first is None and starts[self._token] >= begin:
                first = kind
                if kind in BEFORE_ELEMENTS or kind is Kind.HEADING:
                    mark_end = self._tokens.ends[self._token]
            self._token += 1
        return first, mark_end

    def _before_empty_line(self) -> bool:
        """Whether the levels that end here end with an empty line: they last to the end of this one."""
        at = self._token
        while self._tokens.kinds[at] is Kind.DEDENT:
            at += 1
        return self._tokens.kinds[at] is Kind.EMPTY_LINE

    def _indent(self, kind: Kind | None, *, starts: bool) -> int:
        level = self._depth - self._list
        if kind in _AT_MARGIN or not self._depth:
            return 0
        if kind in RELATIONS or kind in _LISTS or starts:
            return _LEVEL * max(level, 0)
        return _LEVEL * (max(level, 0) + 1)

    def _inside(self, at: int) -> bool:
        """Whether a place is inside of data, a front matter or a comment that takes several lines."""
        nearest = bisect_left(self._fixed, (at, 0)) - 1
        return nearest >= 0 and self._fixed[nearest][0] < at < self._fixed[nearest][1]


def _stretches(tokens: Tokens) -> list[tuple[int, int]]:
    """What takes several lines and is left alone, in order."""
    solid = {Kind.DATA, Kind.FRONT_MATTER, Kind.LINK, Kind.TAG}
    found = [
        (tokens.starts[at], tokens.ends[at])
        for at, kind in enumerate(tokens.kinds)
        if kind in solid and "\n" in tokens.image(at)
    ]
    found += [(start, end) for start, end in tokens.comments if "\n" in tokens.source.text[start:end]]
    return sorted(found)


def _stripped(line: str) -> str:
    """Without spaces at its end, but for one that a backslash escapes."""
    words = line.rstrip(" \t")
    slashes = len(words) - len(words.rstrip("\\"))
    return words + " " if slashes % 2 and len(words) < len(line) else words
