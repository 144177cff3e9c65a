"""The stage itself: notes in, mentions and sources out, in one pass through the notes."""

from dataclasses import dataclass, field

from argmap.cite.dates import day_of
from argmap.cite.drafts import Draft, kind_of
from argmap.cite.identity import name_entries
from argmap.cite.library import Entry, Library, source_of
from argmap.cite.names import family, fold
from argmap.cite.recognise import Context, read_note
from argmap.cite.resolve import Resolution, resolve
from argmap.cite.trail import Lead, Origin, Seen, Trail
from argmap.cite.work import Work
from argmap.model import Citations, Document, Locator, Mention, MentionKind, Note, NoteCitations, Reading, Span

_SAME_PLACE: frozenset[MentionKind] = frozenset({"ibid", "idem", "loccit"})


@dataclass(frozen=True, slots=True)
class _Placed:
    """A draft with the number of its source and, for a back reference, how it was read."""

    draft: Draft
    entry: int | None = None
    locator: Locator | None = None
    resolution: Resolution | None = None


@dataclass(slots=True)
class _Reader:
    library: Library = field(default_factory=Library)
    trail: Trail = field(default_factory=Trail)
    context: Context = field(init=False)

    def __post_init__(self) -> None:
        self.context = Context(library=self.library)

    def note(self, note: Note) -> list[_Placed]:
        self.trail.begin(note.id, note.n)
        placed: list[_Placed] = []
        lead: Lead | None = None
        loose: list[int] = []
        for draft in _idem_joined(read_note(note.text, self.context), self._last_creators):
            entry = self._place(note.id, draft, lead)
            placed.append(entry)
            if draft.kind == "archival" and entry.entry is not None and draft.work is not None:
                lead = _lead(draft.work)
                loose.append(entry.entry)
            elif draft.kind != "discursive":
                if draft.container or draft.back:
                    self._print(loose, entry.entry)
                else:
                    loose = []
                lead = lead if draft.container else None
        return placed

    def _last_creators(self) -> tuple[object, ...]:
        seen = self.trail.here or (self.trail.before[1] if self.trail.before else [])
        return self.library.entries[seen[-1].best.entry].creators if seen else ()

    def _print(self, documents: list[int], by: int | None) -> None:
        if by is not None and not self.library.entries[by].archival:
            for document in documents:
                self.library.entries[document].printed_in[by] = None

    def _place(self, note: str, draft: Draft, lead: Lead | None) -> _Placed:
        if draft.back is not None:
            return self._back(draft, lead)
        if draft.work is None:
            return _Placed(draft, None, draft.locator)
        archival = draft.kind == "archival"
        if draft.subject and not (draft.work.fields.get("author") or draft.work.fields.get("editor")):
            draft.work.put(author=tuple(self.library.known_name(name) for name in draft.subject))
        entry = self._short(draft)
        if entry is None:
            entry = self.library.add(draft.work, archival=archival, short=kind_of(draft.work) == "short")
        locator = draft.work.locator
        loose = archival and not draft.work.fields.get("archive_location")
        origin = Origin(entry, note)
        self.trail.record(Seen(origin, origin, locator, loose), None if archival else lead)
        return _Placed(draft, entry, locator)

    def _short(self, draft: Draft) -> int | None:
        """For "Smith, p. 3": what reads as a title is the name of an author cited before."""
        if draft.kind != "short" or draft.work is None or draft.work.fields.get("author"):
            return None
        title = draft.work.fields.get("title") or ""
        if len(title.split()) > 2:  # noqa: PLR2004 - given and family name
            return None
        known = [
            number for number in self.library.of_family(title.split()[-1] if title else "") if number in self.trail.uses
        ]
        return max(known, key=lambda number: self.trail.uses[number].order, default=None)

    def _back(self, draft: Draft, lead: Lead | None) -> _Placed:
        if draft.back is None:
            return _Placed(draft)
        found = resolve(draft.back, self.library, self.trail, lead, draft.locator, container=draft.container)
        if found.best is None:
            return _Placed(draft, None, draft.locator, found)
        locator = draft.locator or self._inherited(draft.kind, found)
        rivals = tuple(origin for origin, _ in found.rivals)
        self.trail.record(Seen(found.best, found.literal, locator, state=found.state, rivals=rivals), lead)
        return _Placed(draft, found.best.entry, locator, found)

    def _inherited(self, kind: MentionKind, found: Resolution) -> Locator | None:
        """The place that "Ibid." and "loc. cit." without one take over: that of the mention they repeat."""
        if found.best is None or kind not in _SAME_PLACE:
            return None
        entry = found.best.entry
        last = next((seen for seen in reversed(self._before()) if seen.best.entry == entry), None)
        use = self.trail.uses.get(entry)
        locator = last.locator if last and kind != "loccit" else use and use.locator
        return locator.model_copy(update={"inherited": True}) if locator else None

    def _before(self) -> list[Seen]:
        """What "Ibid." looks back on: this note so far, or else the last one that cites anything."""
        if self.trail.here:
            return self.trail.here
        last = self.trail.last_citing
        return [] if last is None else self.trail.notes[last][1]


def _lead(work: Work) -> Lead:
    people = (*work.fields.get("author", ()), *work.fields.get("recipient", ()))
    return Lead(
        work.fields.get("genre"), frozenset(fold(family(name)) for name in people), day_of(work.fields.get("issued"))
    )


def _idem_joined(drafts: list[Draft], creators: object) -> list[Draft]:
    """For "Idem, Another Title (1990)" is a full reference to a new work by the same author."""
    out: list[Draft] = []
    for draft in drafts:
        last = out[-1] if out else None
        if last and last.kind == "idem" and last.locator is None and draft.kind in {"full", "short"} and draft.work:
            names = creators() if callable(creators) else ()
            if not draft.work.fields.get("author"):
                draft.work.put(author=names)
            out[-1] = Draft(draft.kind, last.start, draft.end, draft.work, None, draft.locator, closes=last.closes)
            continue
        out.append(draft)
    return out


def cite(document: Document) -> Citations:
    """Find every reference in the notes of a text, and the source behind each.

    Looks at the notes only. Never raises on bad data; the mentions of a note are in order, disjoint, inside the note,
    and cover each of its words. Linear in the notes. Back references point backwards only.
    """
    reader = _Reader()
    placed = [(note, reader.note(note)) for note in document.notes]
    entries = reader.library.entries
    name_entries(entries)
    notes = tuple(
        NoteCitations(n=note.n, note=note.id, mentions=tuple(_mention(note, item, entries) for item in items))
        for note, items in placed
    )
    sources = tuple(source_of(entry, tuple(entries[by].id for by in entry.printed_in)) for entry in entries)
    return Citations(notes=notes, sources=sources)


def _mention(note: Note, placed: _Placed, entries: list[Entry]) -> Mention:
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
    best = _reading(found.best, None, found.why_best, entries)
    agreed = found.best is not None and found.literal == found.best
    return Mention(
        **common,
        literal=best if agreed else _reading(found.literal, found.literal_note, found.why_literal, entries),
        best=best,
        state=found.state,
        rivals=tuple(_reading(origin, None, why, entries) for origin, why in found.rivals),
    )


def _span(note: Note, start: int, end: int) -> Span:
    if not note.prose.runs:
        return Span(start=note.start, end=note.end)
    return note.prose.span(start, end)


def _reading(origin: Origin | None, note: str | None, why: tuple[str, ...], entries: list[Entry]) -> Reading:
    if origin is None:
        return Reading(note=note, source=None, evidence=why)
    return Reading(note=origin.note, source=entries[origin.entry].id, evidence=why)
