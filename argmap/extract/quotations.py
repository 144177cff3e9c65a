"""Quotations as a state of the whole text: opened, closed, nested, interrupted, run on over sentences and paragraphs.

Sentences are judged after quotations, for more than half of the sentences with a quotation mark hold only one of a pair.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from argmap.extract.layout import paragraph_bounds, sentence_bounds

_OPENERS = {"“": "”", "«": "»", "„": "“”", "‹": "›", "‘": "’", "‚": "‘’"}
"""Each opening mark with those that may close it: German and Polish begin alike and end differently."""
_TURNED = {"»": "«»", "›": "‹›", "”": "”"}
"""Marks that close in most languages and open where a word begins: German »…«, Swedish »…» and ”…”."""
_CLOSERS = frozenset("".join((*_OPENERS.values(), *_TURNED.values())))
_UNAMBIGUOUS = frozenset("”»")
"""Marks that only close, in the typography of English: one without an opening mark ends words whose beginning is lost."""
_SINGLE = frozenset("‘’'")
_MARKS = frozenset("“”«»„‹›‘’‚\"'")
_BEFORE_OPENING = frozenset("([{—–-/:;“‘«„\"'…")
_OPENER_OF = {closer: mark for mark, closer in _OPENERS.items() if mark not in "‘‚"}
_DEEPEST = 6
"""Quotations inside quotations, at most."""
_ELISIONS = ("tis", "twas", "twere", "twill", "em", "til", "till", "cause", "n")


class Quotation(NamedTuple):
    """A stretch of quoted words, marks included: characters `[start, end)` of `Doc.text`.

    Attributes:
        depth: 0 for the quotation itself, 1 and more for quotations inside it.
        block: A paragraph set off as a quotation, without marks of its own.
        resumed: Goes on with the quotation before it (a mark re-opened at the start of a paragraph, or none at all).
        closed: Whether its closing mark (or, where it runs on, its next paragraph) was found.
    """

    start: int
    end: int
    depth: int = 0
    block: bool = False
    resumed: bool = False
    closed: bool = True


class QuotedPart(NamedTuple):
    """How much of one sentence is quoted.

    Attributes:
        pieces: The quoted stretches of the sentence, as characters of `Doc.text`.
        words: Number of quoted words; `own` is the number of words outside of the marks.
        continued: Its first word goes on with a quotation that was opened in an earlier sentence.
    """

    pieces: tuple[tuple[int, int], ...]
    words: int
    own: int
    continued: bool

    @property
    def whole(self) -> bool:
        """Whether every word stands in quotation marks; numbers and letters of a list do not count."""
        return self.words > 0 and self.own == 0


class _Open(NamedTuple):
    closer: str
    start: int
    resumed: bool


class _Paragraph:
    """Scans the marks of one paragraph; `stack` holds what is open when it begins and, after `run`, when it ends.

    `following`: the first sign of the next paragraph, which may re-open what this one leaves open.
    """

    def __init__(self, text: str, start: int, end: int, stack: list[_Open], following: str = "") -> None:
        self.text, self.start, self.end, self.stack, self.following = text, start, end, stack, following
        self.found: list[Quotation] = []
        self.orphans: list[int] = []
        self.closings = [i for i in range(start, end) if text[i] in "’'" and self._may_close(i)]
        self.openings = [i for i in range(start, end) if text[i] in "‘'" and self._may_open(i)]

    def _at(self, index: int) -> str:
        return self.text[index] if self.start <= index < self.end else " "

    def _may_close(self, index: int) -> bool:
        return not self._at(index - 1).isspace() and not self._at(index + 1).isalnum()

    def _may_open(self, index: int) -> bool:
        before, after = self._at(index - 1), self._at(index + 1)
        return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace() and not self._elided(index)

    def _elided(self, index: int) -> bool:
        """An apostrophe in place of lost letters: 'tis, 'em, the '30s."""
        word = self.text[index + 1 : min(index + 9, self.end)].split(" ", 1)[0].strip(".,;:!?”\"’'").casefold()
        return word in _ELISIONS or word[:1].isdigit()

    def _apostrophe(self, index: int) -> bool:
        """A closing single mark that is more likely the apostrophe of a plural: 'the workers' lot', 'Workers' League'."""
        if self._at(index - 1).casefold() != "s" or not self._at(index + 1).isspace():
            return False
        first, behind = self.stack[-1].start + 1, self._at(index + 2)
        several = self.text.find(" ", first, index) >= 0
        if not (several if behind.islower() else behind.isupper() and self._at(first).isupper()):
            return False
        position = bisect_right(self.closings, index)
        opening = bisect_right(self.openings, index)
        following = self.openings[opening] if opening < len(self.openings) else self.end
        return position < len(self.closings) and self.closings[position] < following

    def run(self) -> None:
        for index in range(self.start, self.end):
            if self.text[index] in _MARKS:
                self._mark(index)

    def _mark(self, index: int) -> None:
        char = self.text[index]
        if self._closes(index, char):
            self._close(index, char)
        elif char in _UNAMBIGUOUS and not self.stack and not self._at(index - 1).isspace():
            self.orphans.append(index)
        elif self._opens(index, char):
            self._open(index, char if char in "\"'" else _TURNED[char] if char in _TURNED else _OPENERS[char])

    def _closes(self, index: int, char: str) -> bool:
        if char not in _CLOSERS and char not in "\"'":
            return False
        if all(char not in entry.closer for entry in self.stack):
            return False
        if char in _SINGLE:
            return self._may_close(index) and not self._apostrophe(index)
        if char == '"':
            return (
                not (self._at(index - 1).isspace() and self._at(index + 1).isalnum()) or char in self.stack[-1].closer
            )
        return True

    def _opens(self, index: int, char: str) -> bool:
        if char in _SINGLE:
            ends = bool(self.closings) and self.closings[-1] > index
            return char != "’" and self._may_open(index) and (ends or self._reopened(index, char))
        if char == '"':
            return not self._at(index - 1).isdigit() and not self._at(index + 1).isspace()
        if char in _TURNED:
            return self._may_open(index) and self._at(index + 1).isalnum()
        return char in _OPENERS

    def _reopened(self, index: int, char: str) -> bool:
        """Whether a single mark at the start of a paragraph is repeated at the start of the next."""
        return self.following == char and not self.text[self.start : index].strip()

    def _open(self, index: int, closer: str) -> None:
        if len(self.stack) >= _DEEPEST:
            return
        if self.stack and self.stack[-1].closer == closer:  # the mark before it was never closed
            self._give_up(self.stack.pop(), index)
        self.stack.append(_Open(closer, index, resumed=False))

    def _close(self, index: int, char: str) -> None:
        while char not in self.stack[-1].closer:
            self.stack.pop()  # an inner mark that never closed is no quotation
        entry = self.stack.pop()
        self.found.append(Quotation(entry.start, index + 1, len(self.stack), resumed=entry.resumed))

    def _give_up(self, entry: _Open, end: int) -> None:
        if not self.stack:
            self.found.append(Quotation(entry.start, end, resumed=entry.resumed, closed=False))


def scan(text: str, paragraphs: Sequence[tuple[int, int, str]], sentence_ends: Sequence[int]) -> tuple[Quotation, ...]:
    """Find all quotations of a text, in order. Linear (n log n in the number of single marks).

    Args:
        text: The text.
        paragraphs: Start, end and kind ("quote" for a block quotation) of each paragraph, in order.
        sentence_ends: Where sentences end, in order: a quotation that never closes is held to its first sentence.
    """
    found: list[Quotation] = []
    stack: list[_Open] = []
    for position, (start, end, kind) in enumerate(paragraphs):
        if kind == "quote":
            found.append(_block(text, start, end, found))
            stack = []
            continue
        behind = paragraphs[position + 1 : position + 2]
        following = next(
            (text[_first(text, *row[:2])] for row in behind if row[2] != "quote" and text[row[0] : row[1]].strip()), ""
        )
        paragraph = _Paragraph(text, _resume(text, start, end, stack), end, stack, following)
        paragraph.run()
        found.extend(_cut(quotation, sentence_ends) for quotation in paragraph.found)
        found.extend(_headless(paragraph, sentence_ends))
        stack = _carry(text, paragraph, behind, found, sentence_ends)
    return tuple(sorted(found))


def _block(text: str, start: int, end: int, found: list[Quotation]) -> Quotation:
    previous = found[-1] if found else None
    resumed = previous is not None and previous.block and not text[previous.end : start].strip()
    return Quotation(start, end, block=True, resumed=resumed)


def _headless(paragraph: _Paragraph, sentence_ends: Sequence[int]) -> Iterator[Quotation]:
    """Quotations whose opening mark is missing: from where their sentence begins, or the quotation before them ends."""
    ends = sorted(quotation.end for quotation in paragraph.found)
    last = paragraph.start
    for index in paragraph.orphans:
        position = bisect_right(sentence_ends, index)
        limit = sentence_ends[position] if position < len(sentence_ends) else paragraph.end
        if any(char.isalnum() for char in paragraph.text[index + 1 : min(limit, index + _TAIL)]):
            continue  # it closes nothing: its sentence goes on
        before = bisect_right(ends, index)
        begin = max(last, ends[before - 1] if before else 0, sentence_ends[position - 1] if position else 0)
        first = _first(paragraph.text, begin, index)
        last = index + 1
        if first < index:
            yield Quotation(first, index + 1)


_TAIL = 8
"""Signs behind a closing mark that may still belong to its sentence."""


def _cut(quotation: Quotation, sentence_ends: Sequence[int]) -> Quotation:
    """Hold a quotation that never closes to the sentence in which it opens."""
    if quotation.closed:
        return quotation
    position = bisect_right(sentence_ends, quotation.start)
    limit = sentence_ends[position] if position < len(sentence_ends) else quotation.end
    return quotation._replace(end=min(quotation.end, limit))


def _first(text: str, start: int, end: int) -> int:
    return next((index for index in range(start, end) if not text[index].isspace()), end)


def _resume(text: str, start: int, end: int, stack: list[_Open]) -> int:
    """Step over the mark that re-opens, at the start of a paragraph, the quotation in `stack`."""
    first = _first(text, start, end)
    return first + 1 if stack and first < end and _reopens(text[first], stack[0].closer) else start


def _reopens(char: str, closer: str) -> bool:
    return char == closer if closer in "\"'" else closer in (_OPENERS.get(char), _TURNED.get(char))


def _goes_on(text: str, start: int, end: int, closer: str) -> bool:
    """Whether a paragraph goes on with a quotation: re-opened at its start, or closed in it before any is opened."""
    first = _first(text, start, end)
    if first < end and _reopens(text[first], closer):
        return True
    if closer in "\"'’" or closer not in _OPENER_OF:
        return False
    closing = min((at for mark in closer if (at := text.find(mark, start, end)) >= 0), default=-1)
    return closing >= 0 and text.find(_OPENER_OF[closer], start, closing) < 0


def _carry(
    text: str,
    paragraph: _Paragraph,
    following: Sequence[tuple[int, int, str]],
    found: list[Quotation],
    sentence_ends: Sequence[int],
) -> list[_Open]:
    """End what is still open at a paragraph's end, and give what the next paragraph goes on with."""
    if not paragraph.stack:
        return []
    entry = paragraph.stack[0]
    quotation = Quotation(entry.start, paragraph.end, resumed=entry.resumed)
    for start, end, kind in following:
        if kind != "quote" and _goes_on(text, start, end, entry.closer):
            found.append(quotation)
            return [_Open(entry.closer, start, resumed=True)]
    found.append(_cut(quotation._replace(closed=entry.resumed), sentence_ends))
    return []


def _words(text: str, start: int, end: int) -> int:
    """Words of two letters or more; list letters and numbers do not count, "I" and "a" do not matter."""
    count, run = 0, 0
    for index in range(start, end):
        run = run + 1 if text[index].isalpha() else 0
        count += run == 2  # noqa: PLR2004 - at its second letter
    return count


def _overlaps(outer: Sequence[Quotation], start: int, end: int) -> Iterator[int]:
    position = bisect_left(outer, start, key=lambda quotation: quotation.end)
    while position < len(outer) and outer[position].start < end:
        yield position
        position += 1


def quoted_parts(
    text: str, quotations: Sequence[Quotation], sentences: Sequence[tuple[int, int]]
) -> tuple[QuotedPart, ...]:
    """What is quoted of each sentence, given as `[start, end)`."""
    outer = [quotation for quotation in quotations if quotation.depth == 0]
    firsts = [_first_sign(text, quotation.start, quotation.end) for quotation in outer]
    parts = []
    for start, end in sentences:
        overlaps = list(_overlaps(outer, start, end))
        pieces = tuple((max(start, outer[index].start), min(end, outer[index].end)) for index in overlaps)
        words = sum(_words(text, *piece) for piece in pieces)
        sign = _first_sign(text, start, end)
        continued = any(
            outer[index].start <= sign < outer[index].end and (outer[index].resumed or firsts[index] < start)
            for index in overlaps[:1]
        )
        parts.append(QuotedPart(pieces if words else (), words, _words(text, start, end) - words, continued))
    return tuple(parts)


def _first_sign(text: str, start: int, end: int) -> int:
    """The first letter or digit; `end` if there is none."""
    return next((index for index in range(start, end) if text[index].isalnum()), end)


class Quotations:
    """spaCy component `argmap_quotations`: sets `argmap_quotations`, `argmap_quoted` and `argmap_muted` in `Doc.user_data`."""

    def __call__(self, doc: Doc) -> Doc:
        """Scan a Doc."""
        sentences = sentence_bounds(doc)
        found = scan(doc.text, paragraph_bounds(doc), [end for _, end in sentences])
        doc.user_data["argmap_quotations"] = found
        parts = quoted_parts(doc.text, found, sentences)
        doc.user_data["argmap_quoted"] = parts
        doc.user_data["argmap_muted"] = _muted(doc, parts)
        return doc


def _muted(doc: Doc, parts: Sequence[QuotedPart]) -> bytearray:
    flags = bytearray(len(doc))
    pieces = [piece for part in parts for piece in part.pieces]
    position = 0
    for token in doc:
        while position < len(pieces) and pieces[position][1] <= token.idx:
            position += 1
        flags[token.i] = position < len(pieces) and pieces[position][0] <= token.idx
    return flags


def muted(doc: Doc) -> bytearray:
    """A flag for each token: whether it stands in quotation marks (the marks included)."""
    quoted(doc)
    flags: bytearray = doc.user_data["argmap_muted"]
    return flags


def quoted(doc: Doc) -> tuple[QuotedPart, ...]:
    """What is quoted of each sentence of a Doc; scans it if no component has."""
    if "argmap_quoted" not in doc.user_data:
        Quotations()(doc)
    parts: tuple[QuotedPart, ...] = doc.user_data["argmap_quoted"]
    return parts
