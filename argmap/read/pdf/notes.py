"""Notes at the foot of PDF pages, and notes at the end under a heading of their own.

What speaks for a note: the short rule above it, the raised sign it begins with, smaller type at the foot of the column,
and a sign that the page calls. A foot without a beginning goes on the note of the page before.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from argmap.read.pdf.lines import Frame, Line, cut
from argmap.read.prose import Series

SYMBOLS = "*∗†‡§¶‖#"
SIGN = re.compile(rf"\d{{1,4}}|[{SYMBOLS}]{{1,4}}|[a-z]{{1,2}}(?![\w])")
_START = re.compile(rf"\s*(?:\[(\d{{1,4}})\]\s*|(\d{{1,4}})(?:[.)]\s*|\s+)(?=\S)|([{SYMBOLS}]{{1,4}})\s*(?=\S))")
_RAISED_START = re.compile(rf"(?:\d{{1,4}}|[{SYMBOLS}]{{1,4}}|[a-z]{{1,2}})\Z")
_HEADING = re.compile(
    r"(?:\d{1,2}\.?\s)?(?:end\s?notes|notes|footnotes|notes and references|references and notes|anmerkungen|endnoten|notes de fin|notas|note)[.:]?",
    re.IGNORECASE,
)
_OTHER_PART = re.compile(
    r"(?:select(?:ed)? )?(?:bibliography|works cited|references|sources|literature|literatur|index|acknowledge?ments|appendix.{0,40}|bibliographie|about the authors?)[.:]?",
    re.IGNORECASE,
)
_TERMINAL = tuple('.!?:;”’")]')
_SMALL = 0.94
_SHORT_RULE = 0.72
_HEADING_LENGTH = 80
_MOST_TRIED = 20
_ANSWERED = 0.8
_UNIFIED = str.maketrans({"∗": "*"})


@dataclass(slots=True)
class FootNote:
    """A note as printed; `part` counts the series of end notes that begin at 1 again."""

    sign: str
    page: int
    lines: list[Line]
    series: Series = "footnote"
    part: int = 0

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

    def take_from(self, frames: Sequence[Frame]) -> None:
        """Move the notes at the foot of a page's columns from the frames to `notes`."""
        called = called_on(frames)
        for frame in frames:
            at = self._zone(frame, called)
            if at is not None:
                zone = frame.lines[at:]
                del frame.lines[at:]
                self._split(zone, called)

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
            small = frame.lines[at].size <= _SMALL * self.body_size
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
            if start and start[2] and (start[0] in called or start[0] == self._expected):
                return self._with_rest(frame, index) if self._only_notes(frame.lines[index:]) else None
        return None

    def _small_type(self, frame: Frame, called: set[str]) -> int | None:
        first = len(frame.lines)
        while first and frame.lines[first - 1].size <= _SMALL * self.body_size:
            first -= 1
        for index in range(first, len(frame.lines)):
            start = note_start(frame.lines[index])
            if start and (start[0] in called or start[0] == self._expected):
                return self._with_rest(frame, index)
        goes_on = first < len(frame.lines) and self.notes and self.notes[-1].runs_on
        return first if goes_on and self.notes[-1].page == frame.page - 1 else None

    def _with_rest(self, frame: Frame, index: int) -> int:
        """The small lines above a page's first note are the rest of a note that ran on from the page before."""
        if not self.notes or not self.notes[-1].runs_on or self.notes[-1].page < frame.page - 1:
            return index
        first = index
        while first and frame.lines[first - 1].size <= _SMALL * self.body_size:
            first -= 1
        return first

    def _split(self, zone: Iterable[Line], called: set[str]) -> None:
        page_signs: set[str] = set()
        for line in zone:
            start = note_start(line)
            sign = start[0] if start else ""
            fits = sign == self._expected or (sign in called and sign not in page_signs)
            if start and (start[2] or fits or not self.notes):
                page_signs.add(sign)
                self.notes.append(FootNote(sign, line.page, [cut(line, start[1])]))
                self._expected = str(int(sign) + 1) if sign.isdecimal() else self._expected
            elif self.notes:
                self.notes[-1].lines.append(line)


def note_start(line: Line) -> tuple[str, int, bool] | None:
    """The sign a line begins with, where the words begin, and whether the sign is raised."""
    if line.raised and line.raised[0][0] == 0:
        end = line.raised[0][1]
        sign = line.words[:end].strip()
        if _RAISED_START.match(sign):
            return sign.translate(_UNIFIED), end, True
    match = _START.match(line.words)
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
            found.update(re.findall(r"(?<=\S)\s?\[(\d{1,4})\]", line.words))
    return found


def take_endnotes(lines: list[Line], wanted: set[str]) -> tuple[list[Line], list[FootNote]]:
    """The lines of the text without its notes at the end, and those notes.

    They stand under a heading of their own, or are the last list in the text that begins at 1 and answers most of the
    signs `wanted`: those that no note at the foot of a page answers.
    """
    for index, line in enumerate(lines[:-1]):
        if _HEADING.fullmatch(line.words.strip()):
            first = next((k for k in range(index + 1, min(index + 4, len(lines))) if _is_first(lines[k])), None)
            if first is not None:
                notes, rest = _endnotes(lines[first:])
                return [*lines[:first], *rest], notes
    firsts = [index for index, line in enumerate(lines) if _is_first(line)]
    for first in firsts[: -_MOST_TRIED - 1 : -1] if wanted else ():
        notes, rest = _endnotes(lines[first:])
        if len({note.sign for note in notes} & wanted) >= _ANSWERED * len(wanted):
            return [*lines[:first], *rest], notes
    return lines, []


def _is_first(line: Line) -> bool:
    start = note_start(line)
    return start is not None and start[0] == "1"


def _endnotes(lines: Sequence[Line]) -> tuple[list[FootNote], list[Line]]:
    notes: list[FootNote] = []
    rest: list[Line] = []
    part = 0
    size = lines[0].size
    for index, line in enumerate(lines):
        start = note_start(line)
        number = int(start[0]) if start and start[0].isdecimal() else 0
        last = int(notes[-1].sign) if notes else 0
        again = number == 1 and bool(rest) and rest[-1] is lines[index - 1]
        if start and (number == last + 1 or again):
            part += number == 1 and bool(notes)
            notes.append(FootNote(start[0], line.page, [cut(line, start[1])], "endnote", part))
        elif _OTHER_PART.fullmatch(line.words.strip()):
            return notes, [*rest, *lines[index:]]
        elif index + 1 < len(lines) and _is_first(lines[index + 1]) and _heads(line, size):
            rest.append(line)
        else:
            notes[-1].lines.append(line)
    return notes, rest


def _heads(line: Line, size: float) -> bool:
    """Whether a line may be the heading of a chapter's notes."""
    return line.bold or line.size > size or len(line.words) < _HEADING_LENGTH
