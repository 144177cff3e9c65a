"""The first pass: every note cut into drafts, and the source of each that names one. Back references stay open."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from argmap.cite.abroad import Habit
from argmap.cite.authors import by_author
from argmap.cite.context import Context
from argmap.cite.drafts import Draft, kind_of
from argmap.cite.italics import Italics
from argmap.cite.library import Library
from argmap.cite.names import family
from argmap.cite.recognise import read_note
from argmap.cite.work import Work
from argmap.model import Name, Note

_SHORT_NAME = 2
_THE_SAME = frozenset({"ders", "dies", "id", "ead", "idem", "eadem"})
_THE_SAME_FIRST = re.compile(r"(?:(?:ders|dies|id|ead)\.|idem|eadem),?\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """A draft and the number of its source, if it names one itself."""

    draft: Draft
    entry: int | None = None


@dataclass(slots=True)
class Reader:
    """Reads notes in order; the library grows with each. `habit` is how they all cite."""

    habit: Habit = field(default_factory=Habit)
    italics: Italics = field(default_factory=Italics)
    library: Library = field(default_factory=Library)
    context: Context = field(init=False)
    _last: int | None = None
    _clock: int = 0
    _order: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.context = Context(library=self.library, habit=self.habit)

    def note(self, note: Note) -> list[Item]:
        """The items of the next note."""
        masked = self.italics.as_written(note) if self.habit.abroad else self.italics.masked(note)
        self.context.masked = masked
        drafts = masked.shown(read_note(masked.text, self.context))
        return [self._item(draft) for draft in _idem_joined(drafts, self._last_creators)]

    def _last_creators(self) -> tuple[Name, ...]:
        return self.library.entries[self._last].creators if self._last is not None else ()

    def _item(self, draft: Draft) -> Item:
        if draft.back is not None:
            if draft.back.author and (works := by_author(draft.back.author, self.library)):
                self._last = max(works, key=self._used)
            return Item(draft)
        if draft.work is None:
            return Item(draft)
        entry = self._entry(draft, draft.work)
        self._last = entry
        self._clock += 1
        self._order[entry] = self._clock
        return Item(draft, entry)

    def _used(self, entry: int) -> int:
        return self._order.get(entry, -1)

    def _entry(self, draft: Draft, work: Work) -> int:
        archival = draft.kind == "archival"
        if draft.subject and not (work.fields.get("author") or work.fields.get("editor")):
            work.put(author=tuple(self.library.known_name(name) for name in draft.subject))
        known = self._short(draft, work)
        return known if known is not None else self.library.add(work, archival=archival, short=kind_of(work) == "short")

    def _short(self, draft: Draft, work: Work) -> int | None:
        """For "Smith, p. 3": what reads as a title is the name of an author cited before."""
        title = work.fields.get("title") or ""
        if (
            kind_of(work) != "short"
            or draft.kind == "archival"
            or work.fields.get("author")
            or not 0 < len(title.split()) <= _SHORT_NAME
        ):
            return None
        return max(self.library.of_family(title.split()[-1]), key=self._used, default=None)


def _idem_joined(drafts: Sequence[Draft], creators: Callable[[], tuple[Name, ...]]) -> list[Draft]:
    """Read "Idem, Another Title (1990)" and "Ders., …" as a reference to another work by the same author."""
    out: list[Draft] = []
    for draft in drafts:
        last = out[-1] if out else None
        if draft.work and _says_the_same(draft.work):
            draft.work.fields.pop("author", None)
            draft.work.put(author=_author_before(out, creators))
            if title := draft.work.fields.get("title"):
                draft.work.fields["title"] = _THE_SAME_FIRST.sub("", title)
        if last and last.kind == "idem" and last.locator is None and draft.kind in {"full", "short"} and draft.work:
            draft.work.put(author=_author_before(out, creators))
            out[-1] = replace(last, kind=draft.kind, end=draft.end, work=draft.work, back=None, locator=draft.locator)
            continue
        out.append(draft)
    return out


def _author_before(drafts: Sequence[Draft], creators: Callable[[], tuple[Name, ...]]) -> tuple[Name, ...]:
    """The author of the last work of this note, or else of what was cited before it."""
    return next((one.work.fields.get("author") for one in reversed(drafts) if one.work), None) or creators()


def _says_the_same(work: Work) -> bool:
    """Whether the author is called "the same" ("Ders.", "Dies."), or the title begins so, where no name was seen in it."""
    authors: Sequence[Name] = work.fields.get("author") or ()
    if not authors:
        return _THE_SAME_FIRST.match(work.fields.get("title") or "") is not None
    return len(authors) == 1 and family(authors[0]).casefold().rstrip(".") in _THE_SAME
