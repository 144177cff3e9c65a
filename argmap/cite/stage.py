"""The stage itself: notes in, mentions and sources out. One pass reads the notes, another the back references."""

from collections.abc import Sequence

from argmap.cite.abroad import habit_of
from argmap.cite.identity import name_entries
from argmap.cite.italics import Italics
from argmap.cite.library import Entry, Library, source_of
from argmap.cite.reading import Reader
from argmap.cite.second import Placed, resolved
from argmap.cite.trail import Guess, Origin
from argmap.model import Citations, Document, Mention, Note, NoteCitations, Reading, Span


def cite(document: Document) -> Citations:
    """Find every reference in the notes of a text, and the source behind each.

    Looks at the notes, at the sentences that call them, and at the headings of chapters. Never raises on bad data; the
    mentions of a note are in order, disjoint, inside the note, and cover each of its words. Linear in the notes. Back
    references point backwards only, save those that say "below".
    """
    library, placed = read(document)
    entries = library.entries
    name_entries(entries)
    notes = tuple(
        NoteCitations(n=note.n, note=note.id, mentions=tuple(_mention(note, item, entries) for item in items))
        for note, items in zip(document.notes, placed, strict=True)
    )
    sources = tuple(source_of(entry, tuple(entries[by].id for by in entry.printed_in)) for entry in entries)
    return Citations(notes=notes, sources=sources)


def read(document: Document) -> tuple[Library, Sequence[Sequence[Placed]]]:
    """The sources, and the drafts of each note with the source of each, before they become values."""
    reader = Reader(habit_of(note.text for note in document.notes), Italics(document.italics))
    items = [reader.note(note) for note in document.notes]
    return reader.library, resolved(document, items, reader.library)


def _mention(note: Note, placed: Placed, entries: list[Entry]) -> Mention:
    draft = placed.draft
    span = _span(note, draft.start, draft.end)
    common = {
        "kind": draft.kind,
        "text": note.text[draft.start : draft.end],
        "start": span.start,
        "end": span.end,
        "source": None if placed.entry is None else entries[placed.entry].id,
        "locator": placed.locator,
    }
    found = placed.resolution
    if found is None:
        return Mention.model_validate(common)
    best = _reading(found.best, None, found.why_best, found.probability, entries)
    agreed = found.best is not None and found.literal == found.best
    literal = _reading(found.literal, found.literal_note, found.why_literal, found.literal_probability, entries)
    return Mention(
        **common,
        literal=best if agreed else literal,
        best=best,
        state=found.state,
        rivals=tuple(_guess(guess, entries) for guess in found.rivals),
    )


def _span(note: Note, start: int, end: int) -> Span:
    if not note.prose.runs:
        return Span(start=note.start, end=note.end)
    return note.prose.span(start, end)


def _guess(guess: Guess, entries: list[Entry]) -> Reading:
    return _reading(guess.origin, None, guess.words, guess.probability, entries)


def _reading(
    origin: Origin | None, note: str | None, why: tuple[str, ...], chance: float | None, entries: list[Entry]
) -> Reading:
    rounded = None if chance is None else round(chance, 3)
    if origin is None:
        return Reading(note=note, source=None, evidence=why, probability=rounded)
    return Reading(note=origin.note, source=entries[origin.entry].id, evidence=why, probability=rounded)
