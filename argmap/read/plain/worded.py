"""Notes that name themselves, as in Project Gutenberg's plain texts: "[Footnote 7: Ibid.]" behind a paragraph.

They are called by their number or letter in brackets.
"""

import re
from collections.abc import Iterable

from argmap.read.plain.notes import Entry, Layout, Line

_ENTRY = re.compile(
    r"[ \t]{0,8}\[(?:foot|end)note[ \t]{1,3}(?P<n>\d{1,4}|[A-Za-z]{1,2})[ \t]?[:.][ \t]*", re.IGNORECASE
)
_CALL = re.compile(r"(?<=\S)[ \t]?\[(\d{1,4}|[A-Za-z]{1,2})\]|(?<=[\r\n])\[(\d{1,4}|[A-Za-z]{1,2})\]")
_MOST_BLOCKS = 20
"""The blocks of one note; a bracket that never closes ends with its own block."""


def worded(text: str, blocks: list[list[Line]]) -> Layout | None:
    """Tell such notes from text; None where there are none."""
    body: list[list[Line]] = []
    entries: list[Entry] = []
    index = 0
    while index < len(blocks):
        match = _ENTRY.match(text, *blocks[index][0])
        if match is None:
            body.append(blocks[index])
            index += 1
            continue
        count = _length(text, blocks, index)
        lines = [line for block in blocks[index : index + count] for line in block]
        lines[0] = (match.end(), max(match.end(), lines[0][1]))
        lines[-1] = _without_bracket(text, lines[-1])
        entries.append(Entry(match["n"], blocks[index][0][0], lines))
        index += count
    return Layout(body, entries, _calls(text, body, {entry.n for entry in entries})) if entries else None


def _length(text: str, blocks: list[list[Line]], first: int) -> int:
    """How many blocks a note has: up to the one that closes its bracket."""
    depth = 0
    for count, block in enumerate(blocks[first : first + _MOST_BLOCKS], 1):
        if count > 1 and _ENTRY.match(text, *block[0]):
            return 1
        words = text[block[0][0] : block[-1][1]]
        depth += words.count("[") - words.count("]")
        if depth <= 0:
            return count
    return 1


def _without_bracket(text: str, line: Line) -> Line:
    words = text[line[0] : line[1]].rstrip()
    return (line[0], line[0] + len(words) - 1) if words.endswith("]") else line


def _calls(text: str, body: Iterable[list[Line]], known: set[str]) -> dict[int, tuple[int, str]]:
    calls: dict[int, tuple[int, str]] = {}
    for start, end in (line for block in body for line in block):
        for match in _CALL.finditer(text, start, end):
            number = match[1] or match[2]
            if number in known:
                calls[match.end() - len(number) - 2] = (match.end(), number)
    return calls
