"""A text as read: paragraphs, sentences, notes and markers, each tied to its place.

All offsets count Unicode characters of `Document.text`, the text as read, and are half-open. For text formats that is
the file itself, character for character, so an offset can be opened in an editor; for all others (docx, PDF, what Pandoc
reads) it is the text that the reader took out of the file.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from pydantic import Field

from argmap.model.base import Loss, Value

Format = Literal[
    "tika", "markdown", "text", "html", "epub", "docx", "odt", "latex", "rst", "org", "mediawiki", "jats", "pdf"
]
ParagraphKind = Literal["prose", "quote", "list", "table", "code"]
NoteKind = Literal["footnote", "endnote"]


NOTES_ELSEWHERE = "notes in another file"
"""What a reader calls the loss of notes that markers name, in a file that was not given."""


class Span(Value):
    """A half-open stretch `[start, end)` of a document's text, in Unicode characters."""

    start: int
    end: int


class Position(Value):
    """A place in a file, 1-based, as editors count."""

    line: int
    column: int


class Run(Value):
    """`length` characters of clean text from `at`, which stand at `[start, end)` in the text as read.

    Where the two lengths differ (an entity, an escape, folded white space) the run is indivisible.
    """

    at: int
    length: int
    start: int
    end: int


class Prose(Value):
    """What a reader sees, without markup, markers and line breaks, with every character's place in the text as read.

    `runs` are in order of `at`, cover `text` without gaps, and their `start` never decreases.
    """

    text: str
    runs: tuple[Run, ...] = Field(default=(), repr=False)

    @cached_property
    def _starts(self) -> list[int]:
        return [run.at for run in self.runs]

    def _run(self, index: int) -> Run:
        return self.runs[bisect_right(self._starts, index) - 1]

    def span(self, start: int, end: int) -> Span:
        """The place in the text as read of the clean characters `[start, end)`.

        Raises:
            ValueError: If the stretch is empty or not inside the text.
        """
        if not 0 <= start < end <= len(self.text):
            message = f"[{start}, {end}) is no stretch of a text of {len(self.text)} characters"
            raise ValueError(message)
        first, last = self._run(start), self._run(end - 1)
        begin = first.start + (start - first.at if first.length == first.end - first.start else 0)
        if last.length == last.end - last.start:
            return Span(start=begin, end=last.start + (end - last.at))
        return Span(start=begin, end=last.end)

    def within(self, spans: Sequence[Span]) -> list[tuple[int, int]]:
        """The stretches of the clean text that stand in some places of the text as read.

        Args:
            spans: The places: in order, disjoint.

        Returns:
            Half-open stretches in order; two with nothing but white space between them are one.
        """
        found: list[tuple[int, int]] = []
        if not self.runs:
            return found
        index = bisect_right(spans, self.runs[0].start, key=lambda span: span.end)
        for run in self.runs:
            while index < len(spans) and spans[index].end <= run.start:
                index += 1
            here = index
            while here < len(spans) and spans[here].start < run.end:
                start, end = self._clean(run, spans[here])
                if found and not self.text[found[-1][1] : start].strip():
                    start = found.pop()[0]
                if start < end:
                    found.append((start, end))
                here += 1
        return found

    @staticmethod
    def _clean(run: Run, span: Span) -> tuple[int, int]:
        """The part of a run that stands in a place; an indivisible run is in it or not."""
        if run.length != run.end - run.start:
            return (run.at, run.at + run.length)
        return run.at + max(span.start - run.start, 0), run.at + min(span.end - run.start, run.length)


class Paragraph(Value):
    """A paragraph of the body, numbered from 1 (`p1`); headings and notes are not among them."""

    id: str
    start: int
    end: int
    kind: ParagraphKind = "prose"
    prose: Prose = Field(exclude=True, repr=False)


class Heading(Value):
    """A heading; `before` is the id of the first paragraph under it, None at the end of the text."""

    level: int
    text: str
    start: int
    end: int
    before: str | None = None


class Sentence(Value):
    """A sentence, numbered inside its paragraph (`p3.s2`).

    Attributes:
        text: Clean text without markers; equals `paragraph.prose.text[at : at + len(text)]`.
        at: Where the sentence begins in its paragraph's clean text.
        markers: Numbers, as printed, of the notes called in or right behind the sentence, in order.
    """

    id: str
    paragraph: str
    start: int
    end: int
    text: str
    markers: tuple[str, ...] = ()
    at: int = Field(exclude=True)


class Marker(Value):
    """The call of a note in the text.

    Attributes:
        n: The number as printed (or the label, where no note answers).
        note: Id of the note it calls; None where there is no such note.
        sentence: Id of the sentence it belongs to; None outside of sentences (in a heading, or code).
        at: Its place in the clean text of that sentence's paragraph.
    """

    n: str
    note: str | None
    sentence: str | None
    start: int
    end: int
    at: int = Field(default=0, exclude=True)


class Note(Value):
    """A footnote or endnote.

    Attributes:
        id: The printed number where that is unique in the document, else `7#2` for the second note printed 7.
        n: The number (or sign) as printed.
        label: The author's own name for it in the file (Markdown's `[^smith]`), where it differs from `n`.
        text: Clean text, equal to `prose.text`.
        start, end: The note's words in the text as read.
    """

    id: str
    n: str
    kind: NoteKind = "footnote"
    label: str | None = None
    text: str
    start: int
    end: int
    prose: Prose = Field(exclude=True, repr=False)


class DocumentInfo(Value):
    """What a text is: its format, its title (None where the file gives none), and the text as read."""

    format: Format
    title: str | None = None
    text: str = Field(default="", repr=False)


class Document(Value):
    """A text as read. See the module for what offsets count.

    Attributes:
        italics: What the author set in italics, in order, disjoint; empty where the format has none or hides them.
    """

    info: DocumentInfo = Field(alias="document")
    paragraphs: tuple[Paragraph, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    notes: tuple[Note, ...] = ()
    markers: tuple[Marker, ...] = ()
    headings: tuple[Heading, ...] = ()
    losses: tuple[Loss, ...] = ()
    italics: tuple[Span, ...] = Field(default=(), exclude=True, repr=False)

    @property
    def text(self) -> str:
        """The text as read, which all offsets count."""
        return self.info.text

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        starts.extend(index + 1 for index, char in enumerate(self.text) if char == "\n")
        return starts

    @property
    def has_lines(self) -> bool:
        """Whether the format has lines that an editor would show."""
        return self.info.format in {"tika", "markdown", "text", "html"}

    def position(self, offset: int) -> Position | None:
        """Line and column of an offset in the original file; None where the format has no lines."""
        if not self.has_lines:
            return None
        line = bisect_right(self._line_starts, offset)
        return Position(line=line, column=offset - self._line_starts[line - 1] + 1)

    @cached_property
    def paragraph_of(self) -> dict[str, Paragraph]:
        """Paragraphs by id."""
        return {paragraph.id: paragraph for paragraph in self.paragraphs}

    @cached_property
    def note_of(self) -> dict[str, Note]:
        """Notes by id."""
        return {note.id: note for note in self.notes}

    @cached_property
    def sentences_of(self) -> dict[str, tuple[Sentence, ...]]:
        """The sentences of each paragraph, by paragraph id."""
        grouped: dict[str, list[Sentence]] = {paragraph.id: [] for paragraph in self.paragraphs}
        for sentence in self.sentences:
            grouped[sentence.paragraph].append(sentence)
        return {key: tuple(value) for key, value in grouped.items()}
