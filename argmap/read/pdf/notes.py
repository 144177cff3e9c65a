"""Notes at the foot of PDF pages, and notes at the end under a heading of their own.

What speaks for a note: the short rule above it, the raised sign it begins with, smaller type at the foot of the column,
and a sign that the page calls. A foot without a beginning goes on the note of the page before.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from argmap.read._note_numbers import printed
from argmap.read.pdf.columns import Frame
from argmap.read.pdf.lines import Line, cut
from argmap.read.pdf.paragraphs import LARGER, SMALL
from argmap.read.prose import Series

SYMBOLS = "*∗†‡§¶‖#"
SIGN = re.compile(rf"\d{{1,4}}|[{SYMBOLS}]{{1,4}}|(?:[ivxl]{{1,6}}|[a-z]{{1,2}})(?![\w])")
_START = re.compile(rf"\s*(?:[\[(](\d{{1,4}})[\])]\s*|(\d{{1,4}})(?:[.)]\s*|\s+)(?=\S)|([{SYMBOLS}]{{1,4}})\s*(?=\S))")
_GLUED_START = re.compile(r"\s*()(\d{1,4})()(?=[“‘«\"'(]?(?![a-zà-ÿ])[^\W\d_])")
_RAISED_START = re.compile(rf"\(?(\d{{1,4}}|[{SYMBOLS}]{{1,4}}|[ivxl]{{1,6}}|[a-z]{{1,2}})[.)]?\Z")
_HEADING = re.compile(
    r"(?:\d{1,2}\.?\s)?(?:end\s?notes|notes|footnotes|notes and references|references and notes|anmerkungen|endnoten|notes de fin|notas|note)[.:]?",
    re.IGNORECASE,
)
_OTHER_PART = re.compile(
    r"(?:select(?:ed)? )?(?:bibliography|works cited|references|sources|literature|literatur|index|acknowledge?ments|appendix.{0,40}|bibliographie|about the authors?)[.:]?",
    re.IGNORECASE,
)
_TERMINAL = tuple('.!?:;”’")]')
_ROMANS = {printed(number, "lowerRoman"): number for number in range(1, 400)}
_SHORT_RULE = 0.72
_HEADING_LENGTH = 80
_MOST_TRIED = 20
_ANSWERED = 0.8
_SAME_SIZE = 0.25
_LOOK_AHEAD = 40
_BROKEN_OFF = re.compile(r"\b(?:pp?|vols?|nos?|ch|fols?|fn|n|S|Bd|Nr)\.\Z")
_UNIFIED = str.maketrans({"∗": "*"})


@dataclass(slots=True)
class FootNote:
    """A note as printed.

    `part` counts the series of end notes that begin at 1 again; `bracketed` says whether its sign has a bracket behind it.
    """

    sign: str
    page: int
    lines: list[Line]
    series: Series = "footnote"
    part: int = 0
    bracketed: bool = False

    @property
    def runs_on(self) -> bool:
        """Whether it breaks off in the middle of a sentence."""
        return not self.lines[-1].words.rstrip().endswith(_TERMINAL)


@dataclass(slots=True)
class NoteFinder:
    """Takes notes out of frames, page by page."""

    body_size: float
    notes: list[FootNote] = field(default_factory=list)
    _expected: str = "1"
    _called_before: frozenset[str] = frozenset()

    def take_from(self, frames: Sequence[Frame]) -> None:
        """Move the notes at the foot of a page's columns from the frames to `notes`."""
        called = called_on(frames)
        known = len(self.notes)
        for frame in frames:
            at = self._zone(frame, called)
            if at is not None:
                zone = frame.lines[at:]
                del frame.lines[at:]
                self._split(zone, called)
        for note in self.notes[known:]:
            if note.sign not in called and note.sign not in self._called_before:
                note.series = "endnote"
        self._called_before = frozenset(called)

    def _due(self, sign: str) -> bool:
        """Whether a sign is the next one; the first one may be a roman number as well."""
        return sign == self._expected or (sign == "i" and not self.notes)

    def _zone(self, frame: Frame, called: set[str]) -> int | None:
        """Index of the first line of the notes; None where there are none."""
        for find in (self._under_rule, self._raised_start, self._small_type):
            at = find(frame, called)
            if at is not None:
                return at
        return None

    def _under_rule(self, frame: Frame, called: set[str]) -> int | None:
        if not frame.lines:
            return None
        left = min(line.x0 for line in frame.lines)
        width = max(line.x1 for line in frame.lines) - left
        for x0, x1, y in sorted(frame.rules, key=lambda rule: rule[2]):
            at = next((index for index, line in enumerate(frame.lines) if line.y - line.size * 0.3 > y), None)
            if at is None or any(line.y - line.size > y + line.size for line in frame.lines[:at]):
                continue
            short = x1 - x0 <= _SHORT_RULE * width
            small = frame.lines[at].size <= SMALL * self.body_size
            first = note_start(frame.lines[at])
            known = first is not None and (first[2] or first[0] in called or first[0] == self._expected)
            goes_on = bool(self.notes) and (self.notes[-1].runs_on or small)
            if (known and (short or small)) or (short and goes_on and self._only_notes(frame.lines[at:])):
                return at
        return None

    def _only_notes(self, lines: Sequence[Line]) -> bool:
        return all(line.size <= 1.02 * self.body_size for line in lines)

    def _raised_start(self, frame: Frame, called: set[str]) -> int | None:
        for index, line in enumerate(frame.lines):
            start = note_start(line)
            if start and start[2] and (start[0] in called or self._due(start[0])):
                return self._with_rest(frame, index) if self._only_notes(frame.lines[index:]) else None
        return None

    def _small_type(self, frame: Frame, called: set[str]) -> int | None:
        first = len(frame.lines)
        while first and frame.lines[first - 1].size <= SMALL * self.body_size:
            first -= 1
        for index in range(first, len(frame.lines)):
            start = note_start(frame.lines[index])
            if start and (start[0] in called or self._due(start[0])):
                return self._with_rest(frame, index)
        goes_on = first < len(frame.lines) and self.notes and self.notes[-1].runs_on
        return first if goes_on and self.notes[-1].page == frame.page - 1 else None

    def _with_rest(self, frame: Frame, index: int) -> int:
        """The small lines above a page's first note are the rest of a note that ran on from the page before."""
        if not self.notes or not self.notes[-1].runs_on or self.notes[-1].page < frame.page - 1:
            return index
        first = index
        while first and frame.lines[first - 1].size <= SMALL * self.body_size:
            first -= 1
        return first

    def _split(self, zone: Sequence[Line], called: set[str]) -> None:
        page_signs: set[str] = set()
        zone = _run_in(zone, called, self._expected)
        starts = [note_start(line) for line in zone]
        fitting = [start for start in starts if start and (start[0] in called or self._due(start[0]))]
        raised = 2 * sum(start[2] for start in fitting) > len(fitting)
        to_come = Counter(start[0] for start in starts if start)
        due = ""
        for line, start in zip(zone, starts, strict=True):
            sign = start[0] if start else ""
            to_come[sign] -= 1
            fits = not raised and (self._due(sign) or (sign in called and sign not in page_signs))
            early = sign not in {"", due} and to_come[due] > 0
            if start and not early and (start[2] or fits or not self.notes):
                page_signs.add(sign)
                bracketed = line.words[: start[1]].rstrip().endswith(")")
                self.notes.append(FootNote(sign, line.page, [cut(line, start[1])], bracketed=bracketed))
                due = _after(sign)
                self._expected = due or self._expected
            elif self.notes:
                self.notes[-1].lines.append(line)


def _run_in(zone: Iterable[Line], called: set[str], expected: str) -> list[Line]:
    """The lines of notes, cut where one note follows another in the same line.

    It begins behind the end of a sentence with a raised number that the page calls and that is the next one: other
    raised numbers are editions and powers.
    """
    parts: list[Line] = []
    due = expected
    for line in zone:
        start = note_start(line)
        if start and start[0].isdecimal() and (start[2] or start[0] == due or start[0] in called):
            due = _after(start[0])
        rest = line
        for at, end in line.raised:
            gone = len(line.words) - len(rest.words)
            before = rest.words[: at - gone].rstrip()
            if line.words[at:end].strip() == due and due in called and before.endswith(_TERMINAL):
                parts.append(replace(rest, words=before, raised=tuple(r for r in rest.raised if r[1] <= len(before))))
                rest = cut(rest, at - gone)
                due = _after(due)
        parts.append(rest)
    return parts


def _after(sign: str) -> str:
    """The number behind another, decimal or roman; nothing behind other signs."""
    if sign.isdecimal():
        return str(int(sign) + 1)
    return printed(_ROMANS[sign] + 1, "lowerRoman") if sign in _ROMANS else ""


def note_start(line: Line) -> tuple[str, int, bool] | None:
    """The sign a line begins with, where the words begin, and whether the sign is raised."""
    if line.raised and line.raised[0][0] == 0:
        end = line.raised[0][1]
        raised = _RAISED_START.match(line.words[:end].strip())
        if raised:
            end += line.words[end : end + 1] in {".", ")"}
            return raised.group(1).translate(_UNIFIED), end, True
    match = _START.match(line.words) or _GLUED_START.match(line.words)
    if match is None or not line.words[match.end() :].strip():
        return None
    return (match.group(1) or match.group(2) or match.group(3)).translate(_UNIFIED), match.end(), False


def signs_in(words: str) -> list[str]:
    """The signs in a raised stretch ("3, 4")."""
    return [match.group().translate(_UNIFIED) for match in SIGN.finditer(words)]


def called_on(frames: Iterable[Frame]) -> set[str]:
    """The signs that a page may call: raised ones, and symbols behind words."""
    found: set[str] = set()
    for frame in frames:
        for line in frame.lines:
            for start, end in line.raised:
                if start:
                    found.update(signs_in(line.words[start:end]))
            found.update(item.translate(_UNIFIED) for item in re.findall(rf"(?<=\S)[{SYMBOLS}]{{1,4}}", line.words))
            found.update(re.findall(r"(?<=\S)(?:\s?\[|\()(\d{1,4})[\])]", line.words))
    return found


def headed_endnotes(lines: list[Line], body_size: float) -> tuple[list[Line], list[FootNote]]:
    """The lines of a text without the notes that stand under headings of their own, and those notes."""
    kept: list[Line] = []
    found: list[FootNote] = []
    rest = lines
    while (first := _under_heading(rest)) is not None:
        kept += rest[:first]
        notes, headings, rest = _endnotes(rest[first:], body_size)
        found += [replace(note, part=note.part + found[-1].part + 1 if found else note.part) for note in notes]
        kept += headings
    return [*kept, *rest], found


def last_list(lines: list[Line], wanted: set[str], body_size: float) -> tuple[list[Line], list[FootNote]]:
    """The lines of a text without its last list that begins at 1, and that list as notes.

    It must answer most of the signs `wanted`: those that no other note answers.
    """
    firsts = [index for index, line in enumerate(lines) if _is_first(line)]
    for first in firsts[: -_MOST_TRIED - 1 : -1] if wanted else ():
        notes, headings, rest = _endnotes(lines[first:], body_size)
        if len({note.sign for note in notes} & wanted) >= _ANSWERED * len(wanted):
            return [*lines[:first], *headings, *rest], notes
    return lines, []


def _under_heading(lines: Sequence[Line]) -> int | None:
    """The first line of the notes under the first heading of notes."""
    for index, line in enumerate(lines[:-1]):
        if _HEADING.fullmatch(line.words.strip()):
            first = next((k for k in range(index + 1, min(index + 4, len(lines))) if _is_first(lines[k])), None)
            if first is not None:
                return first
    return None


def _is_first(line: Line) -> bool:
    start = note_start(line)
    return start is not None and start[0] == "1"


def _endnotes(lines: list[Line], body_size: float) -> tuple[list[FootNote], list[Line], list[Line]]:
    """The notes from the first line on, the headings between them, and what stands behind them.

    A heading in larger type ends them, unless a note 1 follows: then it heads the notes of a chapter. So does text in
    the usual type behind notes in a smaller one.
    """
    notes: list[FootNote] = []
    headings: list[Line] = []
    size = lines[0].size
    larger = LARGER * body_size if size > SMALL * body_size else body_size - _SAME_SIZE
    index = 0
    while index < len(lines):
        line = lines[index]
        start = note_start(line)
        number = int(start[0]) if start and start[0].isdecimal() else 0
        last = int(notes[-1].sign) if notes else 0
        again = number == 1 and bool(headings) and headings[-1] is lines[index - 1]
        behind = _behind_heading(lines, index, larger)
        due = number == last + 1 and not (notes and _chance(lines, index, number))
        if start and (due or again):
            part = notes[-1].part + (number == 1) if notes else 0
            notes.append(FootNote(start[0], line.page, [cut(line, start[1])], "endnote", part))
        elif behind < len(lines) and _is_first(lines[behind]) and (behind > index + 1 or _heads(line, size)):
            headings += lines[index:behind]
            index = behind - 1
        elif line.size >= larger or _OTHER_PART.fullmatch(line.words.strip()):
            return notes, headings, lines[index:]
        else:
            notes[-1].lines.append(line)
        index += 1
    return notes, headings, []


def _chance(lines: Sequence[Line], index: int, number: int) -> bool:
    """Whether a number only happens to begin a line: the note before breaks off, and the number comes again."""
    before = lines[index - 1].words.rstrip() if index else ""
    if before.endswith(_TERMINAL) and not _BROKEN_OFF.search(before):
        return False
    for line in lines[index + 1 : index + _LOOK_AHEAD]:
        start = note_start(line)
        if start and start[0] in {str(number), str(number + 1)}:
            return start[0] == str(number)
    return False


def _behind_heading(lines: Sequence[Line], index: int, larger: float) -> int:
    """The line behind one that may be a heading; behind all lines of a heading in larger type."""
    end = index + 1
    while end < len(lines) and lines[index].size >= larger and lines[end].size >= larger:
        end += 1
    return end


def _heads(line: Line, size: float) -> bool:
    """Whether a line may be the heading of a chapter's notes."""
    return line.bold or line.size > size or len(line.words) < _HEADING_LENGTH
