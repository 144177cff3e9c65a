"""Notes typed by hand in a text that might have had others: whether what looks like them is believed."""

import re
from collections.abc import Sequence

from argmap.read.plain.notes import (
    Layout,
    Line,
    Region,
    bare_numbers,
    called_in,
    ends_notes,
    entry_of,
    lay_out,
    titled_from,
)
from argmap.read.plain.worded import worded

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Raised digits are shown to the reader of plain text as raised characters, which are as long."""

_LETTER = r"[^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹]"  # raised digits are letters to a regular expression
_FORMULA = re.compile(
    rf"(?<!{_LETTER})(?:{_LETTER}|[^\W\d_aeiouyäöü⁰¹²³⁴⁵⁶⁷⁸⁹]{{2,3}})(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,4}})", re.IGNORECASE
)
_COUNTED = re.compile(r"(?<=\s)\(\d{1,4}\)(?=[ \t\n]+[^\W\d_A-ZÄÖÜ])")
_OPENING = re.compile(r"[ \t]*[\[(]?[\d⁰¹²³⁴⁵⁶⁷⁸⁹]+[\]).]?")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BRACKETS = frozenset("[]()")
_BELIEVED = 2 / 3
_MORE = 2


def typed_layout(
    text: str,
    lines: list[list[Line]],
    raised: Sequence[Line] = (),
    others: int = 0,
    *,
    headings: frozenset[int] = frozenset(),
    quotations: frozenset[int] = frozenset(),
) -> Layout | None:
    """The notes of a text and what calls them; None where there are none.

    Most of the entries must be called, and more than one unless there is but one. Beside `others`, true notes (an author's thanks), each must answer one number, and
    they must be more than twice as many.

    Args:
        text: The text.
        lines: Its blocks of lines.
        raised: What stands above the line, in order.
        others: How many notes the text has already.
        headings: Where blocks begin that are headings. They end the notes.
        quotations: Where blocks begin that are quotations. They are no notes.
    """
    layout = worded(text, lines) or _laid_out(_with_raised(text, raised), lines, headings, quotations)
    called = {number for _, number in layout.calls.values()}
    answered = sum(entry.n in called for entry in layout.entries)
    if not answered or answered < max(_BELIEVED * len(layout.entries), min(2, len(layout.entries))):
        return None
    if others and not (answered == len(called) == len(layout.entries) > _MORE * others):
        return None
    return layout


def _with_raised(text: str, raised: Sequence[Line]) -> str:
    """The text with raised digits as such, those in brackets and of formulas as others, and without counted points."""
    chunks, at = [], 0
    for start, end in raised:
        words = text[start:end]
        if not _BRACKETS.isdisjoint(words) or text[max(start - 1, 0) : start] in _BRACKETS:
            continue
        chunks += [text[at:start], words.translate(RAISED)]
        at = end
    shown = _FORMULA.sub(lambda match: match[0].translate(_LOWERED), "".join([*chunks, text[at:]]))
    return _COUNTED.sub(lambda match: "x" * len(match[0]), shown)


def _laid_out(text: str, blocks: list[list[Line]], headings: frozenset[int], quotations: frozenset[int]) -> Layout:
    for block in blocks:
        if block[0][0] in headings | quotations and (opening := _OPENING.match(text, *block[0])):
            text = f"{text[: opening.start()]}{'x' * len(opening[0])}{text[opening.end() :]}"
    layout = lay_out(text, blocks, region=_region(text, blocks, headings))
    for entry in layout.entries:
        start, end = entry.lines[0]
        words = text[start:end]
        entry.lines[0] = (end - len(words.removeprefix(":").lstrip()), end)  # "[1]: Harris"
    return layout


def _region(text: str, blocks: list[list[Line]], headings: frozenset[int]) -> Region:
    """Where the notes are: under their title up to the last entry before a heading, or else at the end of the text."""
    called = called_in(text, blocks)
    bare = bare_numbers(called)
    first = titled_from(text, blocks, called)
    if not first:
        lowest = min((int(number) for shape, number in called if shape != "round"), default=1)
        return Region(_run(text, blocks, lowest), len(blocks), titled=False)
    end, last = first, 0
    for index in range(first, len(blocks)):
        block = blocks[index]
        if block[0][0] in headings or ends_notes(text, block):
            break
        if entry := entry_of(text, block[0], bare):
            if int(entry[1]) <= last:
                break
            end, last = index + 1, _last(text, block, int(entry[1]), bare)
    return Region(first, end, titled=True)


def _run(text: str, blocks: list[list[Line]], lowest: int) -> int:
    """The index of the first of the entries that end a text. They begin with the first note; behind a colon they are a list."""
    first, shape, number = len(blocks), "", 0
    for index in range(len(blocks) - 1, 0, -1):
        entry = entry_of(text, blocks[index][0])
        if entry is None or (shape and (entry[0] != shape or _last(text, blocks[index], int(entry[1])) != number - 1)):
            break
        first, shape, number = index, entry[0], int(entry[1])
    if number not in {1, lowest}:
        return len(blocks)
    return len(blocks) if text[slice(*blocks[first - 1][-1])].rstrip().endswith(":") else first


def _last(text: str, block: list[Line], number: int, bare: frozenset[str] = frozenset()) -> int:
    """The last number of the series that a block's lines go on with."""
    for line in block[1:]:
        entry = entry_of(text, line, bare)
        number += entry is not None and int(entry[1]) == number + 1
    return number
