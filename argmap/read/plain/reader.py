"""Plain text: paragraphs between blank lines, hard line ends undone, notes found by their habits (`_plain_notes`)."""

import re

from argmap.model import Document, ParagraphKind
from argmap.read.assemble import Parts, RawNote, assemble
from argmap.read.plain.glued import raised
from argmap.read.plain.notes import Entry, Layout, Line, lay_out
from argmap.read.plain.worded import worded
from argmap.read.prose import ProseBuilder

_LINE = re.compile(r"[^\r\n\x0c]+")
_BLANK_LINES = re.compile(r"(?:\n|\r(?!\n))[^\S\r\n]*(?:\r\n|[\r\n])|\x0c")
_ITEM = re.compile(r"[ \t]{0,12}(?:[-*•–·◦]|\d{1,3}[.)]|\(?[a-zA-Z]\)|[a-z]\.|\(?[ivx]{1,5}[.)])[ \t]+(?=\S)")
_BULLET = re.compile(r"[ \t]{0,12}[-*•–·◦][ \t]+(?=\S)")
_RULE = re.compile(r"[ \t]*([-=_*~])(?:[ \t]*\1){2,}[ \t]*\Z")
_STOPS = tuple('.!?:;,…"”’)]')
_HYPHEN = re.compile(r"[^\W\d_]-\Z")
_SUSPENDED = re.compile(r"(?:and|or|und|oder|et|ou|to)\b")
_NOTE_MARKS = frozenset("[⁰¹²³⁴⁵⁶⁷⁸⁹")
_SLANTED = re.compile(r"(?<![\w/])_(?=[^\s_])(?P<words>(?:[^_\r\n\f]|\r?\n(?!\s*\n)){1,400}?)(?<=\S)_(?![\w_])")
"""Words in italics as plain text has them: "_The Mills of Elm_", also over a line's end."""
_WRAP = 120
_LONG_SHARE = 0.1
_HEADING_WIDTH = 70
_INDENT = 2


def read_plain(text: str) -> Document:
    """Read plain text; offsets count the text itself."""
    blocks = _blocks(text)
    marked, glued = raised(text)
    layout = worded(text, blocks) or lay_out(marked, blocks, glued)
    slanted = list(_SLANTED.finditer(text))
    parts = Parts(italics=[match.span("words") for match in slanted])
    signs = {place for match in slanted for place in (match.start(), match.end() - 1)}
    calls = layout.calls
    for index, block in enumerate(layout.body):
        if all(_RULE.match(text, *line) for line in block):
            continue
        level = _heading_level(text, layout, index)
        kind = _kind(text, block)
        for lines in _paragraphs(text, block, kind):
            if kind == "list" and (bullet := _BULLET.match(text, *lines[0])):
                lines[0] = (bullet.end(), lines[0][1])
            builder = ProseBuilder(text)
            _copy(text, lines if not level else lines[:1], calls, signs, builder)
            parts.close(builder, kind, level)
    parts.notes.extend(_note(text, entry, signs) for entry in layout.entries)
    return assemble("text", text, parts)


def has_numbered_notes(text: str) -> bool:
    """Whether a text calls notes by bracketed or raised numbers that answer at its end or foot.

    Markdown's link definitions (`[1]: https://…`) are none.
    """
    layout = lay_out(text, _blocks(text))
    called = {number for _, number in layout.calls.values()}
    return any(
        entry.n in called
        and text[entry.at : entry.lines[0][0]].lstrip()[:1] in _NOTE_MARKS
        and not text.startswith(":", entry.lines[0][0])
        for entry in layout.entries
    )


def _note(text: str, entry: Entry, signs: set[int]) -> RawNote:
    builder = ProseBuilder(text)
    _copy(text, entry.lines, {}, signs, builder)
    return RawNote(entry.n, entry.n, builder.finish(), entry.at)


def _blocks(text: str) -> list[list[Line]]:
    """Lines between blank lines; every line for itself in a text whose lines are whole paragraphs."""
    lines = [(start, end) for start, end in _lines(text) if text[start:end].strip()]
    long = sum(end - start > _WRAP for start, end in lines)
    if long > _LONG_SHARE * len(lines):
        return [[line] for line in lines]
    blocks: list[list[Line]] = []
    last = -1
    for line in lines:
        if last < 0 or _BLANK_LINES.search(text, last, line[0]):
            blocks.append([])
        blocks[-1].append(line)
        last = line[1]
    return blocks


def _lines(text: str) -> list[Line]:
    return [match.span() for match in _LINE.finditer(text)]


def _indent(text: str, line: Line) -> int:
    words = text[line[0] : line[1]].expandtabs(4)
    return len(words) - len(words.lstrip())


def _kind(text: str, block: list[Line]) -> ParagraphKind:
    if _ITEM.match(text, *block[0]):
        return "list"
    if min(_indent(text, line) for line in block) >= _INDENT and len(block) > 1:
        return "quote"
    return "prose"


def _paragraphs(text: str, block: list[Line], kind: ParagraphKind) -> list[list[Line]]:
    """A block's paragraphs: one an item, or one an indented first line where the others are not indented."""
    indents = [_indent(text, line) for line in block]
    left = min(indents)
    found: list[list[Line]] = []
    for line, indent in zip(block, indents, strict=True):
        begins = bool(_ITEM.match(text, *line)) if kind == "list" else indent >= left + _INDENT
        if begins or not found:
            found.append([])
        found[-1].append(line)
    return found


def _heading_level(text: str, layout: Layout, index: int) -> int:
    """2 for a short line of its own before running text, or 1 where it is underlined; 0 for everything else."""
    block = layout.body[index]
    words = text[slice(*block[0])].strip()
    if len(block) == 2 and _RULE.match(text, *block[1]) and len(words) <= _HEADING_WIDTH:  # noqa: PLR2004
        return 1 if text[block[1][1] - 1] == "=" else 2
    if len(block) > 1 or len(words) > _HEADING_WIDTH or words.endswith(_STOPS) or index + 1 >= len(layout.body):
        return 0
    if words[0].islower() or _ITEM.match(words):
        return 0
    below = layout.body[index + 1]
    running = text[slice(*below[-1])].rstrip().endswith(tuple('.!?…”"’)]'))
    return 2 if running and below[-1][1] - below[0][0] > 2 * _HEADING_WIDTH else 0


_Calls = dict[int, tuple[int, str]]


def _copy(text: str, lines: list[Line], calls: _Calls, signs: set[int], builder: ProseBuilder) -> None:
    """Copy lines, the calls of notes as marks, and without the signs of italics."""
    for index, (start, end) in enumerate(lines):
        if index and not _hyphenated(text, lines[index - 1], (start, end)):
            builder.blank(lines[index - 1][1], start)
        _copy_line((start, end), text, calls, signs, builder)


def _copy_line(line: Line, text: str, calls: _Calls, signs: set[int], builder: ProseBuilder) -> None:
    position, end = line
    for match in re.finditer(r"[\[(⁰¹²³⁴-⁹\d_]", text[position:end]):
        at = line[0] + match.start()
        if at in signs:
            builder.copy(position, at)
            position = at + 1
        elif at >= position and at in calls:
            stop, number = calls[at]
            builder.copy(position, at)
            builder.mark(number, number, at, stop)
            position = stop
    builder.copy(position, end)


def _hyphenated(text: str, before: Line, line: Line) -> bool:
    """Whether a word with a hyphen runs over the line end ("full-" / "scale"; not "pre-" / "and")."""
    head = text[max(before[0], before[1] - 40) : before[1]].rstrip()
    tail = text[line[0] : line[0] + 40].lstrip()
    return bool(_HYPHEN.search(head)) and tail[:1].islower() and not _SUSPENDED.match(tail)
