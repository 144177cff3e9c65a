"""The second pass: the back references of all notes, in order, against what stands before them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from argmap.cite import named
from argmap.cite.dates import day_of
from argmap.cite.drafts import Draft
from argmap.cite.evidence import Asked
from argmap.cite.folding import fold
from argmap.cite.judge import interrupted
from argmap.cite.library import Library, title_words
from argmap.cite.locators import HEARD
from argmap.cite.names import family
from argmap.cite.numbered import observed
from argmap.cite.numbers import Number, Offsets, measured
from argmap.cite.overview import overview_of, unread
from argmap.cite.prevalence import learnt
from argmap.cite.reading import Item
from argmap.cite.resolution import Resolution
from argmap.cite.resolve import resolve
from argmap.cite.scene import Scene
from argmap.cite.trail import Lead, Origin, Seen, Spot, spot
from argmap.cite.work import Work
from argmap.model import Document, Locator, MentionKind, Note

_SAME_PLACE: frozenset[MentionKind] = frozenset({"ibid", "idem", "loccit"})
_NAME = re.compile(r"(?<![^\W_])[^\W\d_a-zß-ÿа-я][\w-]{2,}")
_PLACE_GOES_ON = re.compile(r"(?:[^.;()“”]|(?<=\b[^\W\d_])\.|\.(?=\s?[\divxlc]))*")
_GOES_ON = re.compile(r"(?i:ibid\.?|ibidem|ebd\.?|ivi),\s$")
_HEARD = re.compile(rf"[\s.,]{{0,3}}{HEARD}")
_LONGEST_PLACE = 60
_LONGEST_SENTENCE = 2000
_LONGEST_RUN = 6


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft with the number of its source and, for a back reference, how it was read."""

    draft: Draft
    entry: int | None = None
    locator: Locator | None = None
    resolution: Resolution | None = None


def resolved(document: Document, items: Sequence[Sequence[Item]], library: Library) -> list[list[Placed]]:
    """Read the back references; and once more with what they taught together: stale numbers, and how many Ibids are interrupted."""
    overview = overview_of(document, items)
    names, runs = _names(document), _runs(document.notes, items)
    pass_ = _Pass(document, items, Scene(library, overview), names, runs)
    placed = pass_.run()
    stale = any(any(number.offsets) and 0 not in number.offsets for number in pass_.numbers)
    if stale or pass_.interrupted:
        offsets = measured(pass_.numbers) if stale else Offsets()
        scene = Scene(library, overview, offsets=offsets, share=learnt(pass_.interrupted))
        placed = _Pass(document, items, scene, names, runs).run()
    return placed


@dataclass(slots=True)
class _Pass:
    """One round through the notes.

    `names` and `runs` are what `_names` and `_runs` give; `interrupted` has of each Ibid. that was weighed how likely it
    stands behind an intruder.
    """

    document: Document
    items: Sequence[Sequence[Item]]
    scene: Scene
    names: Sequence[frozenset[str]]
    runs: Sequence[tuple[Spot, ...]]
    numbers: list[Number] = field(default_factory=list)
    interrupted: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        for entry in self.scene.library.entries:
            entry.printed_in.clear()

    def run(self) -> list[list[Placed]]:
        return [self._note(index, note) for index, note in enumerate(self.document.notes)]

    def _note(self, index: int, note: Note) -> list[Placed]:
        self.scene.trail.begin(note.id)
        placed: list[Placed] = []
        lead: Lead | None = None
        loose: list[int] = []
        for item in self.items[index]:
            draft = item.draft
            found = self._place(note, item, lead)
            placed.append(found)
            if draft.kind == "archival" and found.entry is not None and draft.work is not None:
                lead = _lead(draft.work)
                loose.append(found.entry)
            elif draft.kind != "discursive":
                if draft.container or draft.back:
                    self._print(loose, found.entry)
                else:
                    loose = []
                lead = _titled(draft) if draft.kind in {"full", "short"} else lead if draft.container else None
        return placed

    def _print(self, documents: list[int], by: int | None) -> None:
        entries = self.scene.library.entries
        if by is not None and not entries[by].archival:
            for document in documents:
                entries[document].printed_in[by] = None

    def _place(self, note: Note, item: Item, lead: Lead | None) -> Placed:
        draft = item.draft
        names = self.names[self.scene.trail.order]
        if draft.back is not None:
            return self._back(note, draft, lead, names)
        if item.entry is None or draft.work is None:
            here = self.scene.trail.here
            behind = bool(here) and here[-1].best is not None
            if draft.kind != "discursive" or unread(note, draft, behind=behind):
                here.append(Seen(None, None))
            return Placed(draft, None, draft.locator)
        archival = draft.kind == "archival"
        locator = draft.work.locator
        loose = archival and not draft.work.fields.get("archive_location")
        origin = Origin(item.entry, note.id)
        place = spot(note.text[draft.start : draft.end], locator)
        printed = None if archival or not draft.container else lead
        self.scene.trail.record(Seen(origin, origin, locator, loose), place, printed, names)
        if self._part(note, draft):
            here = self.scene.trail.here
            here[-2], here[-1] = here[-1], here[-2]
        return Placed(draft, item.entry, locator)

    def _part(self, note: Note, draft: Draft) -> bool:
        """For "Ibid., Title, lib. iii": a part of that work, so that the next Ibid. means the work."""
        here = self.scene.trail.here
        author = draft.work is not None and (draft.work.fields.get("author") or draft.work.fields.get("issued"))
        bare = draft.kind == "short" and not author
        return bare and len(here) > 1 and here[-2].ibid and bool(_GOES_ON.search(note.text, 0, draft.start))

    def _back(self, note: Note, draft: Draft, lead: Lead | None, names: frozenset[str]) -> Placed:
        back, trail = draft.back, self.scene.trail
        if back is None:
            return Placed(draft)
        behind = _behind(note.text, draft)
        place = spot(behind, draft.locator)
        asked = Asked(lead if draft.container or (trail.here and trail.here[-1].loose) else None, draft.locator, place,
                      () if trail.here else self.runs[trail.order], names, bool(_HEARD.match(behind)))  # fmt: skip
        if back.author is None and back.kind in {"opcit", "loccit"} and back.start > 0:
            back = replace(back, author=named.last_named(note.text[: back.start], self.scene))
        found = resolve(back, self.scene, asked, container=draft.container)
        if back.author and found.best:
            trail.called[fold(back.author)] = found.best.entry
        if number := observed(back, found, self.scene):
            self.numbers.append(number)
        if found.weighed and not back.author:
            self.interrupted.append(interrupted(found.weighed))
        if found.best is None:
            trail.here.append(Seen(None, found.literal, state=found.state, rivals=found.rivals))
            return Placed(draft, None, draft.locator, found)
        locator = draft.locator or self._inherited(draft.kind, found)
        if back.kind != "infra":
            seen = Seen(found.best, found.literal, locator, state=found.state, rivals=found.rivals,
                        probability=found.probability, ibid=draft.kind in {"ibid", "idem"})  # fmt: skip
            trail.record(seen, place if draft.locator else spot("", locator), asked.lead, names)
        return Placed(draft, found.best.entry, locator, found)

    def _inherited(self, kind: MentionKind, found: Resolution) -> Locator | None:
        """The place that "Ibid." and "loc. cit." without one take over: that of the mention they repeat."""
        if found.best is None or kind not in _SAME_PLACE:
            return None
        entry = found.best.entry
        last = next((seen for seen in reversed(self._before()) if seen.best and seen.best.entry == entry), None)
        use = self.scene.trail.uses.get(entry)
        locator = last.locator if last and kind != "loccit" else use and use.locator
        return locator.model_copy(update={"inherited": True}) if locator else None

    def _before(self) -> list[Seen]:
        """What "Ibid." looks back on: this note so far, or else the last one that cites anything."""
        trail = self.scene.trail
        if trail.here:
            return trail.here
        return [] if trail.last_citing is None else trail.notes[trail.last_citing][1]


def _behind(text: str, draft: Draft) -> str:
    """The words behind a back reference that give its place, as far as a sentence or another reference."""
    start = draft.back.end if draft.back else draft.start
    return text[start : draft.end] + _PLACE_GOES_ON.match(text, draft.end, draft.end + _LONGEST_PLACE).group()  # type: ignore[union-attr]


def _lead(work: Work) -> Lead:
    people = (*work.fields.get("author", ()), *work.fields.get("recipient", ()))
    return Lead(
        work.fields.get("genre"), frozenset(fold(family(name)) for name in people), day_of(work.fields.get("issued"))
    )


def _titled(draft: Draft) -> Lead | None:
    """A part that the next mention holds: "Title, in ibid."."""
    if draft.work is None:
        return None
    return Lead(None, frozenset(), None, " ".join(title_words(draft.work.fields.get("title") or ""))[:200])


def _names(document: Document) -> list[frozenset[str]]:
    """Of each note, the words with a capital in the first sentence that calls it, folded; not that sentence's first word."""
    sentences = {sentence.id: sentence.text for sentence in document.sentences}
    called: dict[str, str] = {}
    for marker in document.markers:
        if marker.note and marker.sentence in sentences:
            called.setdefault(marker.note, sentences[marker.sentence])
    return [
        frozenset(fold(match.group()) for match in _NAME.finditer(called.get(note.id, "")[:_LONGEST_SENTENCE], 1))
        for note in document.notes
    ]


def _runs(notes: Sequence[Note], items: Sequence[Sequence[Item]]) -> list[tuple[Spot, ...]]:
    """Of each note, the places of the Ibids that open the notes right behind it, as long as each has nothing else."""
    found: list[tuple[Spot, ...]] = []
    following: tuple[Spot, ...] = ()
    for note, row in zip(reversed(notes), reversed(items), strict=True):
        found.append(following)
        first = row[0].draft if row else None
        if first is None or first.kind not in {"ibid", "idem"} or first.back is None:
            following = ()
            continue
        alone = not any(item.entry is not None or item.draft.back for item in row[1:])
        following = (spot(_behind(note.text, first), first.locator), *(following if alone else ()))[:_LONGEST_RUN]
    return found[::-1]
