"""Which characters of a text stand inside quotation marks or brackets. Linear; unpaired marks count for nothing."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from argmap.cite.remembered import remembered

_BRACKETS = {")": "(", "]": "["}
_MARK = re.compile(r"[()\[\]“”„«»\"]|(?<![^\s(\[—–])['‘‚](?=[^\W_])")
_SINGLE_CLOSE = re.compile(
    r"(?<=[,.?!])['’](?![^\W_])|['’](?=[,.;:)\]]|\s(?:in|In|\()|\s?[<\[]|\sOpera\s(?:inter|Courier)\sZq|$)"
)
_GERMAN_CLOSE = re.compile(r"[‘'](?![^\W_])")
_LONGEST_SINGLE = 300


@dataclass(frozen=True, slots=True)
class Group:
    """A pair of marks: `open` and `close` are the indexes of the marks, `mark` the opening one."""

    open: int
    close: int
    mark: str

    @property
    def quoted(self) -> bool:
        """Whether these are quotation marks."""
        return self.mark not in "(["


@dataclass(frozen=True, slots=True)
class Nesting:
    """The outermost groups of a text in order, quotation marks before brackets."""

    groups: tuple[Group, ...]
    _opens: tuple[int, ...]

    def at(self, index: int) -> Group | None:
        """The outermost group around a character (its marks included), or None."""
        place = bisect_right(self._opens, index) - 1
        if place < 0:
            return None
        group = self.groups[place]
        return group if index <= group.close else None

    def free(self, index: int) -> bool:
        """Whether a character stands in no group."""
        return self.at(index) is None


_NOTHING = Nesting((), ())


@remembered
def nesting(text: str) -> Nesting:
    """Pair the quotation marks and brackets of a text: curly, straight, German, French, single ones only where clear."""
    if not (found := _pairs(text)):
        return _NOTHING
    pairs = sorted(found, key=lambda group: (group.open, -group.close))
    outer: list[Group] = []
    for group in pairs:
        if not outer or group.open > outer[-1].close:
            outer.append(group)
    return Nesting(tuple(outer), tuple(group.open for group in outer))


def _pairs(text: str) -> list[Group]:
    pairs: list[Group] = []
    brackets: dict[str, list[int]] = {"(": [], "[": []}
    quotes: list[tuple[int, str]] = []
    singles_until = nothing_until = -1
    for match in _MARK.finditer(text):
        index, mark = match.start(), match.group()
        if mark in brackets:
            brackets[mark].append(index)
        elif mark in _BRACKETS:
            if brackets[_BRACKETS[mark]]:
                pairs.append(Group(brackets[_BRACKETS[mark]].pop(), index, _BRACKETS[mark]))
        elif mark in "'‘‚":
            if index > singles_until:
                limit = index + _LONGEST_SINGLE
                closing = _GERMAN_CLOSE if mark == "‚" else _SINGLE_CLOSE
                end = closing.search(text, max(index + 2, nothing_until), limit)
                nothing_until = end.start() if end else max(nothing_until, limit - 1)
                if end:
                    pairs.append(Group(index, end.start(), mark))
                    singles_until = end.start()
        else:
            _quote(mark, index, quotes, pairs)
    return pairs


def _quote(mark: str, index: int, quotes: list[tuple[int, str]], pairs: list[Group]) -> None:
    """Open or close a double quotation mark; `“` closes after the German `„`, and `"` closes what `"` opened."""
    closes = {"”": "“„", "“": "„", '"': '"', "»": "«", "«": ""}.get(mark, "")
    if quotes and quotes[-1][1] in closes:
        opened, kind = quotes.pop()
        pairs.append(Group(opened, index, kind))
    elif mark not in "”»":
        quotes.append((index, mark))
    elif mark == "”":
        quotes.clear()
