"""Short texts of our own as documents."""

from collections.abc import Callable

import pytest

from argmap.extract import extract
from argmap.model import Document, SentenceVerdict
from tests.extract.gold import Builder, citations_of

Judge = Callable[..., list[SentenceVerdict]]


def make(*paragraphs: str, notes: dict[str, str] | None = None, quotes: tuple[int, ...] = ()) -> Document:
    """A document of paragraphs whose sentences are divided by " / "; `quotes`: numbers of block quotations."""
    builder = Builder()
    for number, paragraph in enumerate(paragraphs, 1):
        rows = [(str(serial), text) for serial, text in enumerate(paragraph.split(" / "), 1)]
        builder.add(str(number), rows, "quote" if number in quotes else "prose")
    return builder.document((notes or {}).items())


@pytest.fixture
def judge() -> Judge:
    """Judge paragraphs of our own; notes that begin with "See" or hold a page cite, others do not."""

    def run(
        *paragraphs: str, notes: dict[str, str] | None = None, quotes: tuple[int, ...] = ()
    ) -> list[SentenceVerdict]:
        document = make(*paragraphs, notes=notes, quotes=quotes)
        citing = [note.id for note in document.notes if "p." in note.text]
        return list(extract(document, citations_of(document, citing)).sentences)

    return run
