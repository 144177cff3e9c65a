"""Documents, citations and verdicts made by hand, so that rules are tried without the other stages."""

from collections.abc import Mapping, Sequence

from argmap.check import TextUnderCheck
from argmap.model import (
    Citations,
    ClaimKind,
    Document,
    DocumentInfo,
    Extraction,
    Format,
    Marker,
    Mention,
    Note,
    NoteCitations,
    Paragraph,
    ParagraphKind,
    Prose,
    Run,
    Sentence,
    SentenceVerdict,
    Source,
    Support,
)

Words = tuple[str, tuple[str, ...]]
"""A sentence and the numbers of the notes called behind it."""


def document(
    paragraphs: Sequence[Sequence[Words]],
    notes: Mapping[str, str] | None = None,
    text_format: Format = "text",
    kinds: Sequence[ParagraphKind] = (),
) -> Document:
    """A document of plain text with `[n]` for markers and a line a note at the end."""
    text = ""
    made: list[Paragraph] = []
    sentences: list[Sentence] = []
    markers: list[Marker] = []
    notes = notes or {}
    for number, words in enumerate(paragraphs, 1):
        start, clean = len(text), ""
        runs: list[Run] = []
        for index, (sentence, called) in enumerate(words, 1):
            begin = len(text)
            identity = f"p{number}.s{index}"
            glued = sentence + " "
            runs.append(Run(at=len(clean), length=len(glued), start=begin, end=begin + len(glued)))
            at = len(clean)
            clean += glued
            text += sentence
            for n in called:
                place, text = len(text), f"{text}[{n}]"
                known = n if n in notes else None
                markers.append(Marker(n=n, note=known, sentence=identity, start=place, end=len(text), at=at))
            sentences.append(
                Sentence(
                    id=identity,
                    paragraph=f"p{number}",
                    start=begin,
                    end=len(text),
                    text=sentence,
                    markers=called,
                    at=at,
                )
            )
            text += " "
        kind = kinds[number - 1] if number <= len(kinds) else "prose"
        prose = Prose(text=clean, runs=tuple(runs))
        made.append(Paragraph(id=f"p{number}", start=start, end=len(text), kind=kind, prose=prose))
        text += "\n"
    listed = []
    for n, words_of_note in notes.items():
        text += f"[{n}] "
        prose = Prose(text=words_of_note, runs=())
        place = len(text)
        text += words_of_note
        listed.append(Note(id=n, n=n, text=words_of_note, start=place, end=len(text), prose=prose))
        text += "\n"
    return Document(
        info=DocumentInfo(format=text_format, text=text),
        paragraphs=tuple(made),
        sentences=tuple(sentences),
        notes=tuple(listed),
        markers=tuple(markers),
    )


def verdict(
    sentence: Sentence, support: Support = "none", kind: ClaimKind = "factual", *, need: bool = True
) -> SentenceVerdict:
    """A verdict: a factual claim in need of a citation, unless told otherwise."""
    return SentenceVerdict(
        id=sentence.id, text=sentence.text, claim=True, kind=kind, needs_citation=need, support=support
    )


def citations(notes: Mapping[str, Sequence[Mention]], *sources: str) -> Citations:
    """Mentions by note, and books with the given ids."""
    entries = tuple(NoteCitations(n=n, note=n, mentions=tuple(mentions)) for n, mentions in notes.items())
    return Citations(notes=entries, sources=tuple(book(source) for source in sources))


def book(identity: str) -> Source:
    """A book whose title is its id."""
    return Source(id=identity, type="book", title=identity.capitalize())


def under_check(
    made: Document, cited: Citations | None = None, supports: Mapping[str, Support] | None = None
) -> TextUnderCheck:
    """A text under check where every sentence is a claim in need of a citation, supported as said by sentence id."""
    supports = supports or {}
    verdicts = tuple(verdict(sentence, supports.get(sentence.id, "none")) for sentence in made.sentences)
    return TextUnderCheck(made, cited or Citations(), Extraction(sentences=verdicts))
