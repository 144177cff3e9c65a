"""Notes typed by hand: numbers in brackets or raised figures in running text, and lists parted by line breaks.

Such a page is read a second time, with a tag where its author might have set one: a `sup` around every number that may be
a mark, a `p` before every line that begins with a number. `unlinked` then judges them as it judges the author's own.
"""

import re
from collections.abc import Iterable, Iterator

from argmap.read.html.tokens import Token

TYPED = "typed"
"""The attribute of such a `sup`; it says how the number is set off. No page's own tag can have it."""

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_MARK = re.compile(
    r"(?<=\S)[ \u00a0]?(?P<bracket>\[\d{1,3}\])|(?<=[^\s\d(])(?P<round>\(\d{1,3}\))"
    rf"|(?<=[^\s\d{_RAISED}⁻⁺])(?P<raised>[{_RAISED}]{{1,3}})(?![{_RAISED}⁻⁺])"
)
_UNIT = re.compile(r"(?:\A|[\s\d(/])(?:[kcdm]?m|ft|in|mi|yd|s|x|y|r|c|R|χ)\Z")
_ENTRY = re.compile(rf"\s*+(?:\[\d{{1,3}}\]|\(\d{{1,3}}\)|\d{{1,3}}[.)]|[{_RAISED}]{{1,3}}|\d{{1,3}}\s++(?=[^\W\d_]))")
_MOST = 50_000


def with_tags(text: str, tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens of a page, with those of the tags that its author left out; they have no width."""
    left, broken = _MOST, False
    for token in tokens:
        if token.kind != "text":
            broken = token.kind in {"open", "empty"} and token.value == "br"
            yield token
            continue
        if broken and _ENTRY.match(text, token.start, token.end):
            yield Token("open", token.start, token.start, "p")
        broken = broken and text[token.start : token.end].isspace()
        at = token.start
        for match in _MARK.finditer(text, token.start, token.end) if left else ():
            shape = match.lastgroup or ""
            start, end = match.span(shape)
            if shape == "raised" and _UNIT.search(text[max(start - 4, at) : start]):
                continue
            left -= 1
            yield from _around(at, start, end, shape)
            at = end
            if not left:
                break
        if at < token.end:
            yield Token("text", at, token.end)


def _around(at: int, start: int, end: int, shape: str) -> Iterator[Token]:
    if at < start:
        yield Token("text", at, start)
    yield Token("open", start, start, "sup", {TYPED: shape})
    yield Token("text", start, end)
    yield Token("close", end, end, "sup")
