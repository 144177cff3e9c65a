"""The bracketed text that Apache Tika makes of a .docx.

A line is a paragraph. A note is called by `[footnoteRef:7]` (or `[endnoteRef:7]`); its words stand in the text as
` [7: words] `, as a rule behind the paragraph that calls it. The words may hold brackets of their own, and more than one
line; in a faulty text the brackets do not pair.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict, deque
from dataclasses import dataclass

from argmap.model import Document, Loss
from argmap.read.assemble import Parts, RawNote, assemble
from argmap.read.prose import ProseBuilder, Series

_TOKEN = re.compile(
    r"\[(?P<series>foot|end)noteRef:\s?(?P<called>[^\]\s\[]{1,12})\]"
    r"|\[(?P<artefact>bookmark|image|comment|embedded):[ \t]?(?P<name>[^\]\n\[]{0,200})\]"
    r"|(?:(?<=\s)|(?<=\])|^)\[(?P<told>[^\]\s\[:]{1,12}):(?=[\s\]])",
    re.MULTILINE,
)
_BRACKET = re.compile(r"[\[\]]")


@dataclass(frozen=True, slots=True)
class _Body:
    """A note's words `[start, end)` inside the brackets `[first, last)`."""

    n: str
    first: int
    start: int
    end: int
    last: int


def read_tika(text: str) -> Document:
    """Read Tika's bracketed text; offsets count the text itself."""
    parts = Parts()
    tokens = _tokens(text)
    bodies = _bodies(text, tokens, parts)
    _read_lines(text, tokens, bodies, parts)
    _read_notes(text, tokens, bodies, parts)
    return assemble("tika", text, parts)


def _tokens(text: str) -> list[re.Match[str]]:
    """Markers, artefacts and the beginnings of note bodies, in order.

    A bracketed number with a colon begins a body only if a marker calls that number, or if it looks like a stray body.
    """
    found = list(_TOKEN.finditer(text))
    called = {match["called"] for match in found if match["called"]}
    return [match for match in found if not match["told"] or match["told"] in called or match["told"].isdecimal()]


def _bodies(text: str, tokens: list[re.Match[str]], parts: Parts) -> dict[int, _Body]:
    """The note bodies by where they begin.

    Each is sought on its line and, if it does not close there, as far as the next token: the cost is linear.
    """
    bodies: dict[int, _Body] = {}
    waiting = Counter(match["called"] for match in tokens if match["called"])
    starts = [match.start() for match in tokens] + [len(text)]
    done = 0
    for index, match in enumerate(tokens):
        number = match["told"]
        if not number or match.start() < done:
            continue
        if waiting[number] > 0:
            waiting[number] -= 1
            limit = _limit(text, tokens, starts, index, waiting)
            body: _Body | None = _called_body(text, match, limit, starts, parts)
        else:
            body = _stray_body(text, match, starts[index + 1])
        if body is not None:
            bodies[body.first] = body
            done = body.last
    return bodies


def _limit(text: str, tokens: list[re.Match[str]], starts: list[int], index: int, waiting: Counter[str]) -> int:
    """How far a body may reach: over bracketed numbers on its line that nobody waits for, to the next token."""
    line_end = _line_end(text, tokens[index].end(), len(text))
    index += 1
    while index < len(tokens) and starts[index] < line_end and tokens[index]["told"]:
        if waiting[tokens[index]["told"]] > 0:
            break
        index += 1
    return starts[index]


def _called_body(text: str, match: re.Match[str], limit: int, starts: list[int], parts: Parts) -> _Body:
    first, start = match.span()
    line_end = _line_end(text, start, limit)
    words_end = start + len(text[start:line_end].rstrip())
    closed = _closing(text, start, limit)
    if closed is not None and closed > line_end and not _spans_lines(text, start, words_end, closed, limit):
        closed = None
    if closed is None:
        parts.losses.append(Loss(what="unbalanced bracket", detail=f"in note {match['told']}", start=first))
        end = words_end - 1 if text[start:words_end].endswith("]") else words_end
        return _Body(match["told"], first, start, end, words_end)
    rest = _unpaired(text, closed + 1, min(_line_end(text, closed, limit), starts[bisect_right(starts, closed)]))
    if rest is not None:
        parts.losses.append(Loss(what="unbalanced bracket", detail=f"in note {match['told']}", start=closed))
        closed = rest
    return _Body(match["told"], first, start, closed, closed + 1)


def _spans_lines(text: str, start: int, words_end: int, closed: int, limit: int) -> bool:
    """Whether a body that closes on a later line is one of several paragraphs, not one whose brackets do not pair."""
    return not text[start:words_end].endswith("]") and not text[closed + 1 : _line_end(text, closed, limit)].strip()


def _stray_body(text: str, match: re.Match[str], limit: int) -> _Body | None:
    """A body that nobody calls: only if it closes on its line and stands at its end, or before another body."""
    line_end = _line_end(text, match.end(), limit)
    closed = _closing(text, match.end(), line_end)
    if closed is None or text[closed + 1 : line_end].strip():
        return None
    return _Body(match["told"], match.start(), match.end(), closed, closed + 1)


def _line_end(text: str, start: int, limit: int) -> int:
    end = text.find("\n", start, limit)
    return limit if end < 0 else end


def _closing(text: str, start: int, limit: int) -> int | None:
    """Where the bracket that was opened before `start` closes."""
    depth = 1
    for match in _BRACKET.finditer(text, start, limit):
        depth += 1 if match.group() == "[" else -1
        if depth == 0:
            return match.start()
    return None


def _unpaired(text: str, start: int, end: int) -> int | None:
    """A bracket that closes nothing and is the last thing in `[start, end)`: the true end of the words before it."""
    depth = 0
    for match in _BRACKET.finditer(text, start, end):
        depth += 1 if match.group() == "[" else -1
        if depth < 0:
            return match.start() if not text[match.end() : end].strip() else None
    return None


def _read_lines(text: str, tokens: list[re.Match[str]], bodies: dict[int, _Body], parts: Parts) -> None:
    builder = ProseBuilder(text)
    position = 0
    for match in tokens:
        if match.start() < position:
            continue
        if match["told"] and match.start() not in bodies:
            continue
        builder = _copy_lines(text, position, match.start(), builder, parts)
        position = match.end()
        if match["called"]:
            builder.mark(match["called"], match["called"], *match.span(), series=_series(match))
        elif match["told"]:
            position = bodies[match.start()].last
            builder.blank(match.start(), position)
        elif match["artefact"] != "bookmark":  # a bookmark is a place, not a thing
            parts.losses.append(Loss(what=match["artefact"], detail=match["name"], start=match.start()))
    builder = _copy_lines(text, position, len(text), builder, parts)
    parts.close(builder)


def _copy_lines(text: str, start: int, end: int, builder: ProseBuilder, parts: Parts) -> ProseBuilder:
    """Copy a stretch; every line end in it closes a paragraph."""
    while (line_end := text.find("\n", start, end)) >= 0:
        builder.copy(start, line_end)
        parts.close(builder)
        builder = ProseBuilder(text)
        start = line_end + 1
    builder.copy(start, end)
    return builder


def _series(match: re.Match[str]) -> Series:
    return "footnote" if match["series"] == "foot" else "endnote"


def _read_notes(text: str, tokens: list[re.Match[str]], bodies: dict[int, _Body], parts: Parts) -> None:
    """Give every body to the first marker of its number that still waits for one; that tells foot- from endnotes."""
    waiting: defaultdict[str, deque[Series]] = defaultdict(deque)
    answered: set[tuple[str, Series]] = set()
    for match in tokens:
        if match["called"]:
            if (match["called"], _series(match)) not in answered:
                waiting[match["called"]].append(_series(match))
            continue
        body = bodies.get(match.start())
        if body is None:
            continue
        series: Series = waiting[body.n].popleft() if waiting[body.n] else "footnote"
        answered.add((body.n, series))
        builder = ProseBuilder(text)
        builder.copy(body.start, body.end)
        parts.notes.append(RawNote(body.n, body.n, builder.finish(), body.start, series))
    parts.notes.sort(key=lambda note: note.series == "endnote")
