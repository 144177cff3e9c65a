"""Splitting clean prose into sentences: one pass, no model, linear time.

The question at every full stop is the one of Grefenstette and Tapanainen (1994) and Kiss and Strunk (2006): is it the
end of a sentence, the end of an abbreviation, or both? Here the answer rests on the word before the stop, on the first
word behind it, and on whether a bracket that was opened inside the sentence is still open.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from argmap.read._abbreviations import AFTER_ORDINAL, ALWAYS, BEFORE_NUMBER, MONTHS, NEVER_LAST, SPEAKING, STARTERS

_CLOSERS = ")]}”’»\"'"
_STOP = re.compile(
    r"(?<![.!?…])[.!?…]++[)\]}”’»\"']*+(?: »)?(?: (?:\.{1,4}|…)[)\]}”’»\"']*(?=\s|\Z))*(?=\s)"  # ". . ." is one ellipsis
    r"|[。！？]+[」』”’）]*"
)
_BEFORE = re.compile(r"[^\s(\[{“‘«\"'—–]+\Z")
_OPENERS = "“‘«\"'([{„‚¿¡*—–-"
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_ENUMERATOR = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[IVXLivxl]{1,6})[)\]]?\.?[)\]]?\Z")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}\Z")
_INITIALS = re.compile(r"[^\W\d_]\.?-[^\W\d_]\Z")
_POUNDS, _PENCE = re.compile(r"£?\d{1,6}[ls]?\Z"), re.compile(r"\d{1,3}[sd]\Z")
_ROMAN = re.compile(r"[ivxlcdm]+\Z")
_WIDEST_WORD = 40
_PAIRS = {")": "(", "]": "["}


@dataclass(frozen=True, slots=True)
class _Stop:
    """A possible end: `word` stands before the stop, `mark` is the stop, `closers` close quotations behind it."""

    word: str
    mark: str
    closers: str
    following: str
    after: str


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of clean prose as stretches `[start, end)`: in order, disjoint, without white space at their ends.

    Every character that is not white space lies in one of them.
    """
    brackets = _Brackets(text)
    stretches: list[tuple[int, int]] = []
    start = _skip_space(text, 0)
    for match in _STOP.finditer(text):
        end = match.end()
        if end <= start:
            continue
        behind = _skip_space(text, end)
        if behind >= len(text) or not _ends(text, start, match, behind, brackets):
            continue
        stretches.append((start, end))
        start = behind
    last = len(text.rstrip())
    if start < last:
        stretches.append((start, last))
    return stretches


def _skip_space(text: str, index: int) -> int:
    while index < len(text) and text[index].isspace():
        index += 1
    return index


class _Brackets:
    """Where round and square brackets open and close; brackets without a partner do not count."""

    def __init__(self, text: str) -> None:
        spans: list[tuple[int, int]] = []
        opened: list[int] = []
        for match in re.finditer(r"[()\[\]]", text):
            char = match.group()
            if char in "([":
                opened.append(match.start())
            elif opened and text[opened[-1]] == _PAIRS[char]:
                first = opened.pop()
                if not opened:
                    spans.append((first, match.start()))
        self._starts = [first for first, _ in spans]
        self._ends = [last for _, last in spans]

    def opened(self, index: int) -> int | None:
        """Where the outermost bracket around `index` was opened, if there is one."""
        place = bisect_right(self._starts, index) - 1
        if place >= 0 and self._ends[place] > index:
            return self._starts[place]
        return None


def _ends(text: str, start: int, match: re.Match[str], behind: int, brackets: _Brackets) -> bool:
    if text[match.start()] in "。！？":
        return True
    if _first_letter(text, behind).islower():
        return False
    opened = brackets.opened(match.end() - 1)
    if opened is not None and opened > start:
        return False
    return _is_end(_stop(text, start, match, behind), alone=_only_enumerator(text, start, match.start()))


def _stop(text: str, start: int, match: re.Match[str], behind: int) -> _Stop:
    begin = match.start()
    found = _BEFORE.search(text, max(start, begin - _WIDEST_WORD), begin)
    word = found.group() if found else ""
    stops = match.group().rstrip(_CLOSERS)
    words = _WORD.finditer(text, behind, behind + 4 * _WIDEST_WORD)
    following = next((item.group() for item in words), "")
    after = next((item.group() for item in words), "")
    return _Stop(word, stops.replace(" ", ""), match.group()[len(stops) :], following, after)


def _first_letter(text: str, index: int) -> str:
    limit = min(len(text), index + 8)
    while index < limit and (text[index] in _OPENERS or text[index].isspace()):
        index += 1
    return text[index] if index < limit else ""


def _only_enumerator(text: str, start: int, stop: int) -> bool:
    """Whether all that stands before the stop is "1" or "(a)" or "IV"."""
    return stop - start <= 8 and bool(_ENUMERATOR.match(text, start, stop))  # noqa: PLR2004 - "(xviii)" is the longest


def _is_end(stop: _Stop, *, alone: bool) -> bool:
    if "?" in stop.mark or "!" in stop.mark:
        return not (stop.closers and (stop.following in SPEAKING or stop.after in SPEAKING))
    if stop.mark in {"…", "...", ".."} and not stop.closers:
        return stop.following in STARTERS
    if stop.mark != "." or _closes_quotation(stop.closers):
        return True
    return not alone and not _abbreviated(stop)


def _closes_quotation(closers: str) -> bool:
    return any(char in closers for char in '”»"')


def _abbreviated(stop: _Stop) -> bool:
    """Whether the stop belongs to an abbreviation and ends no sentence."""
    word = stop.word
    if word.endswith((")", "]")):  # the bracket parts the stop from the word: "(etc)."
        return False
    low = word.casefold()
    number = stop.following[:1].isdecimal() or bool(_ROMAN.match(stop.following.casefold()))
    if low in ALWAYS or low in BEFORE_NUMBER:
        return not stop.closers and (low in ALWAYS or number)
    if word.isdecimal() and stop.following in AFTER_ORDINAL:
        return True
    if _POUNDS.match(low) and _PENCE.match(stop.following):
        return True
    known = low in MONTHS or low in NEVER_LAST or bool(_DOTTED.match(word))
    return (known or _is_initial(word)) and stop.following not in STARTERS


def _is_initial(word: str) -> bool:
    """Whether a word is a name's initial: "K", "J.-P"."""
    return (len(word) == 1 and word.isalpha()) or bool(_INITIALS.match(word))
