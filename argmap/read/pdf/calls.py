"""Which raised sign in a PDF's text calls which note."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from argmap.read.pdf.lines import Line, styled
from argmap.read.pdf.notes import GLUED, SYMBOLS, FootNote, signs_in
from argmap.read.written import Called, Item

_SYMBOL = re.compile(rf"(?<=\S)[{SYMBOLS}]{{1,4}}(?![\w{SYMBOLS}])")
_BRACKETED = re.compile(r"\s?\[(\d{1,4})\]")
_ROUND = re.compile(r"(?<=[^\s\d(])\((\d{1,4})\)")
_ABBREVIATED = re.compile(r"\b(?:pp?|vols?|v|nos?|nn?|fols?|ff?|chs?|secs?|figs?|arts?|nr|bd|s|t)\.\Z", re.IGNORECASE)
_STRETCH = re.compile(rf"[\s,;(]*(?:(?:\d{{1,4}}|[{SYMBOLS}]{{1,4}}|[ivxl]{{1,6}}|[a-z]{{1,2}})[\s,;.)\]]*)+\Z")
_UNIFIED = str.maketrans({"∗": "*"})


def _apart(found: Iterable[tuple[int, int, list[str]]]) -> list[tuple[int, int, list[str]]]:
    """What was found, in order, without what overlaps something before it; of two at one place the first stays."""
    kept: list[tuple[int, int, list[str]]] = []
    for start, end, signs in sorted(found, key=lambda item: item[0]):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, signs))
    return kept


class Calls:
    """The notes of a document by page and sign; a number that is raised on a page has not lost its raising there."""

    def __init__(self, notes: Sequence[FootNote], lines: Iterable[Line] = ()) -> None:
        self._foot: dict[tuple[int, str], list[int]] = defaultdict(list)
        self._end: dict[tuple[int, str], int] = {}
        for index, note in enumerate(notes):
            if note.series == "endnote":
                self._end.setdefault((note.part, note.sign), index)
            else:
                self._foot[note.page, note.sign].append(index)
        self._notes = notes
        self._part = 0
        self._last = 0
        self._done: set[int] = set()
        self._raised = {
            (line.page, sign)
            for line in lines
            for start, end in line.raised
            if _STRETCH.match(line.words[start:end])
            for sign in signs_in(line.words[start:end])
        }
        self._highest = max((int(note.sign) for note in notes if note.sign.isdecimal()), default=0)
        self.unanswered: list[str] = []

    def items(self, line: Line) -> list[Item]:
        """The words of a line with its markers."""
        items: list[Item] = []
        at = 0
        for start, end, signs in self._found(line):
            called = [self._called(sign, line) for sign in signs]
            if any(item is None for item in called):
                continue
            items.extend(styled(line, at, start))
            items.extend(item for item in called if item is not None)
            at = end + (line.words[end : end + 1] == ")" and self._bracketed(called))
        items.extend(styled(line, at, len(line.words)))
        return [item for item in items if item]

    def _bracketed(self, called: Sequence[Called | None]) -> bool:
        """Whether the notes called have a bracket behind their numbers: then the calls have it too."""
        return all(item and item.key.isdecimal() and self._notes[int(item.key)].bracketed for item in called)

    def _found(self, line: Line) -> list[tuple[int, int, list[str]]]:
        """Stretches of a line that may be markers."""
        found = [
            (start, end, signs_in(line.words[start:end]))
            for start, end in line.raised
            if _STRETCH.match(line.words[start:end])
        ]
        found += [(*match.span(), [match.group()]) for match in _SYMBOL.finditer(line.words)]
        found += [(*match.span(), [match.group(1)]) for match in _BRACKETED.finditer(line.words)]
        found += [
            (*match.span(), [match.group(1)])
            for match in _ROUND.finditer(line.words)
            if self._answer(match.group(1), line.page) is not None
        ]
        found += [
            (*match.span(), [match.group()])
            for match in GLUED.finditer(line.words)
            if self._is_due(match.group(), line.page) and not _ABBREVIATED.search(line.words[: match.start()][-8:])
        ]
        return _apart(found)

    def _is_due(self, sign: str, page: int) -> bool:
        """Whether a number that lost its raising may call a note: one of its page, or the next end note."""
        if (page, sign) in self._raised:
            return False
        waiting = any(index not in self._done for index in self._foot.get((page, sign), []))
        return waiting or (int(sign) == self._last + 1 and (self._part, sign) in self._end)

    def _called(self, sign: str, line: Line) -> Called | None:
        """The marker for a sign; None where nothing says that it is one."""
        sign = sign.translate(_UNIFIED)
        index = self._answer(sign, line.page)
        if index is not None:
            self._done.add(index)
            return Called(str(index), sign, self._notes[index].series)
        if sign.isdecimal() and 0 < int(sign) <= self._highest + 1:
            self.unanswered.append(sign)
            return Called(f"none {sign}", sign)
        return None

    def _answer(self, sign: str, page: int) -> int | None:
        for near in (page, page + 1, page - 1):
            indexes = self._foot.get((near, sign), [])
            fresh = [index for index in indexes if index not in self._done]
            if indexes and (near == page or fresh):
                return (fresh or indexes)[0]
        if not sign.isdecimal():
            return self._end.get((0, sign))
        number = int(sign)
        if number == 1 and self._last and (self._part + 1, sign) in self._end:
            self._part += 1
        if (self._part, sign) in self._end:
            self._last = number
            return self._end[self._part, sign]
        return None
