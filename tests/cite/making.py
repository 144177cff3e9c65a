"""Documents and shortcuts for the tests of the cite stage."""

from argmap.cite import cite
from argmap.model import Citations, Document, DocumentInfo, Mention, Note, Prose, Run, Source, Span


def document(*notes: str) -> Document:
    """A document that holds nothing but these notes, numbered from 1; each begins 3 characters after the last."""
    out = []
    position = 3
    for number, text in enumerate(notes, 1):
        end = position + len(text)
        runs = (Run(at=0, length=len(text), start=position, end=end),) if text else ()
        prose = Prose(text=text, runs=runs)
        out.append(Note(id=str(number), n=str(number), text=text, start=position, end=end, prose=prose))
        position = end + 3
    return Document(info=DocumentInfo(format="text", text=""), notes=tuple(out))


def in_italics(*notes: str) -> Document:
    """Such a document of notes in which asterisks stand around what is in italics; nothing else is written with them."""
    plain = document(*(note.replace("*", "") for note in notes))
    spans: list[Span] = []
    for note, written in zip(plain.notes, notes, strict=True):
        at = note.start
        for index, piece in enumerate(written.split("*")):
            if index % 2 and piece:
                spans.append(Span(start=at, end=at + len(piece)))
            at += len(piece)
    return plain.model_copy(update={"italics": tuple(spans)})


def read(*notes: str) -> Citations:
    """The citations of these notes; titles in them may stand between asterisks."""
    return cite(in_italics(*notes))


def mentions(*notes: str) -> tuple[Mention, ...]:
    """The mentions of the last of these notes."""
    return read(*notes).notes[-1].mentions


def kinds(*notes: str) -> list[str]:
    """The kinds of the mentions of the last of these notes."""
    return [mention.kind for mention in mentions(*notes)]


def source(*notes: str) -> Source:
    """The only source of these notes."""
    sources = read(*notes).sources
    assert len(sources) == 1, [item.title for item in sources]
    return sources[0]


def back(*notes: str) -> Mention:
    """The only back reference of the last of these notes."""
    found = [mention for mention in mentions(*notes) if mention.state is not None]
    assert len(found) == 1, [(mention.kind, mention.text) for mention in mentions(*notes)]
    return found[0]
