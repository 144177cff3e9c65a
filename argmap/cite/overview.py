"""An overview of all notes, made before any back reference is read."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.cite.chapters import chapters
from argmap.cite.cohesion import Cohesion
from argmap.cite.drafts import Draft
from argmap.cite.folding import fold
from argmap.cite.locators import pages
from argmap.cite.opaque import looks_cited
from argmap.cite.reading import Item
from argmap.model import Document, Note

_LONG_ENOUGH = 25
_WINDOW = 40
_CAPITAL = r"(?<![\w’'-])[^\W\d_a-zß-ÿа-я][\w-]{2,30}"
_SPOKEN = re.compile(rf"(?P<name>{_CAPITAL})(?=,|\s\(|’s?\s)")
_BEFORE = re.compile(rf"(?P<name>{_CAPITAL})(?:’s)?\s?[(,:]{{0,2}}\s?[“\"]?$")
_LONGEST_NUMBER = 6
_FEW = 3


@dataclass(frozen=True, slots=True)
class Overview:
    """All notes before any back reference is read, by index.

    Attributes:
        ids: Their ids.
        numbers: Their printed numbers; None for other signs.
        chapters: The number of each one's chapter.
        entries: The sources that each cites otherwise than by a back reference.
        opaque: Whether each cites nothing that could be read, and looks as if it did.
        by_number: The notes of each printed number or sign.
        places: The notes that cite each source otherwise than by a back reference, in order.
        copied: The sources of each note whose reference stands word for word in another one, too.
        repeated: The sources of each note that it cites in full, though an earlier one cites them.
        spoken: Names that stand in or right before references, folded: the notes' indexes and the sources.
        pages: The first pages at which each source is cited otherwise than by a back reference, and the notes, in order.
        cohesion: What words the notes and their sentences share.
    """

    ids: Sequence[str]
    numbers: Sequence[int | None]
    chapters: Sequence[int]
    entries: Sequence[tuple[int, ...]]
    opaque: Sequence[bool]
    by_number: dict[str, list[int]]
    places: dict[int, list[int]]
    copied: Sequence[frozenset[int]]
    repeated: Sequence[frozenset[int]]
    spoken: dict[str, list[tuple[int, int]]]
    pages: dict[int, list[tuple[int, int]]]
    cohesion: Cohesion

    def nearest_page(self, entry: int, page: int, but: int) -> int | None:
        """How far a page is from the nearest one of a source that any note but a certain one cites."""
        known = self.pages.get(entry, [])
        index = bisect_left(known, (page, -1))
        around = known[max(0, index - _FEW) : index + _FEW]
        return min((abs(page - other) for other, place in around if place != but), default=None)

    def distant(self, entry: int, place: int, reach: int) -> bool:
        """Whether a source is cited elsewhere, but nowhere near a place that cites it."""
        known = self.places.get(entry, [])
        index = bisect_left(known, place)
        near = [known[i] for i in (index - 1, index + 1) if 0 <= i < len(known)]
        return bool(near) and all(abs(other - place) > reach for other in near)

    def earlier(self, n: str, place: int) -> int | None:
        """The last note of this number before a place."""
        known = self.by_number.get(n, [])
        index = bisect_left(known, place)
        return known[index - 1] if index else None

    def later(self, n: str, place: int) -> int | None:
        """The first note of this number behind a place."""
        known = self.by_number.get(n, [])
        index = bisect_left(known, place + 1)
        return known[index] if index < len(known) else None


def overview_of(document: Document, items: Sequence[Sequence[Item]]) -> Overview:
    """Look over the notes of a text and what each cites."""
    by_number: dict[str, list[int]] = {}
    places: dict[int, list[int]] = defaultdict(list)
    repeated: list[frozenset[int]] = []
    for index, (note, row) in enumerate(zip(document.notes, items, strict=True)):
        by_number.setdefault(note.n, []).append(index)
        full = (item.entry for item in row if item.entry is not None and item.draft.kind == "full")
        repeated.append(frozenset(entry for entry in full if entry in places))
        for entry in dict.fromkeys(item.entry for item in row if item.entry is not None):
            places[entry].append(index)
    return Overview(
        ids=[note.id for note in document.notes],
        numbers=[_number(note.n) for note in document.notes],
        chapters=chapters(document),
        entries=[tuple(dict.fromkeys(item.entry for item in row if item.entry is not None)) for row in items],
        opaque=[_opaque(note, row) for note, row in zip(document.notes, items, strict=True)],
        by_number=by_number,
        places=places,
        copied=_copied(document.notes, items),
        repeated=repeated,
        spoken=_spoken(document.notes, items),
        pages=_pages(items),
        cohesion=Cohesion(document),
    )


def _pages(items: Sequence[Sequence[Item]]) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for index, row in enumerate(items):
        for item in row:
            if item.entry is not None and item.draft.work is not None and (cited := pages(item.draft.work.locator)):
                found[item.entry].append((cited[0], index))
    return {entry: sorted(known) for entry, known in found.items()}


def _spoken(notes: Sequence[Note], items: Sequence[Sequence[Item]]) -> dict[str, list[tuple[int, int]]]:
    """The names that go with references, for those whose author nobody could read."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, (note, row) in enumerate(zip(notes, items, strict=True)):
        for item in row:
            if item.entry is None:
                continue
            start, end = item.draft.start, item.draft.end
            before = _BEFORE.search(note.text, max(0, start - _WINDOW), start)
            names = {match["name"] for match in _SPOKEN.finditer(note.text, start, end)}
            for name in {fold(name) for name in (*names, *([before["name"]] if before else ()))}:
                found[name].append((index, item.entry))
    return found


def _number(n: str) -> int | None:
    return int(n) if n.isdecimal() and len(n) <= _LONGEST_NUMBER else None


def _copied(notes: Sequence[Note], items: Sequence[Sequence[Item]]) -> list[frozenset[int]]:
    words = [
        [
            (item.entry, _bare(note, item.draft))
            for item in row
            if item.entry is not None and item.draft.work is not None
        ]
        for note, row in zip(notes, items, strict=True)
    ]
    count = Counter(text for row in words for text in {text for _, text in row})
    return [frozenset(entry for entry, text in row if count[text] > 1 and len(text) >= _LONG_ENOUGH) for row in words]


def _bare(note: Note, draft: Draft) -> str:
    """The letters and digits of a reference that gives a place; empty for others, which may well recur."""
    if draft.work is None or draft.work.locator is None:
        return ""
    return "".join(char for char in note.text[draft.start : draft.end].casefold() if char.isalnum())


def _opaque(note: Note, row: Sequence[Item]) -> bool:
    """Whether a note names no source, and one of its parts looks as if it did."""
    if any(item.entry is not None or item.draft.back is not None for item in row):
        return False
    return any(item.draft.kind != "discursive" or unread(note, item.draft) for item in row)


def unread(note: Note, draft: Draft, *, behind: bool = False) -> bool:
    """Whether talk looks like a reference that nobody could read; `behind` one that was read."""
    return draft.kind == "discursive" and looks_cited(note.text[draft.start : draft.end], behind=behind)
