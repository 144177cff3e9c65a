"""What was cited where, in reading order: the memory that back references are resolved against."""

from dataclasses import dataclass, field

from argmap.cite.locators import pages
from argmap.model import BackReferenceState, Locator


@dataclass(frozen=True, slots=True)
class Origin:
    """A source (its number in the library) and the id of the note that cited it otherwise than by a back reference."""

    entry: int
    note: str


@dataclass(frozen=True, slots=True)
class Lead:
    """A document's words before a back reference or container: "Telegram from A to B, 3 May 1950"."""

    noun: str | None
    people: frozenset[str]
    day: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention of a source, as read.

    Attributes:
        best, literal: They differ where a back reference was read against the rule.
        loose: Whether it is a document without a call number, which the next mention may print.
        rivals: Carried on from an ambiguous back reference.
    """

    best: Origin
    literal: Origin | None
    locator: Locator | None = None
    loose: bool = False
    state: BackReferenceState | None = None
    rivals: tuple[Origin, ...] = ()


@dataclass(slots=True)
class Use:
    """How a source has been used so far: the documents it was cited for, and the pages."""

    note: str
    order: int
    locator: Locator | None = None
    pages: tuple[int, int] | None = None
    leads: list[Lead] = field(default_factory=list)


@dataclass(slots=True)
class Trail:
    """The notes read so far. `notes` holds the id of each and what it cited, in order."""

    notes: list[tuple[str, list[Seen]]] = field(default_factory=list)
    by_number: dict[str, int] = field(default_factory=dict)
    uses: dict[int, Use] = field(default_factory=dict)
    last_citing: int | None = None
    recent: list[int] = field(default_factory=list)

    def begin(self, note: str, n: str) -> None:
        """Open the next note."""
        if self.notes and self.notes[-1][1]:
            self.last_citing = len(self.notes) - 1
        self.notes.append((note, []))
        self.by_number[n] = len(self.notes) - 1

    @property
    def here(self) -> list[Seen]:
        """What the open note has cited so far."""
        return self.notes[-1][1]

    @property
    def before(self) -> tuple[str, list[Seen]] | None:
        """The note before the open one."""
        return self.notes[-2] if len(self.notes) > 1 else None

    def record(self, seen: Seen, lead: Lead | None = None) -> None:
        """Remember a mention of the open note; `lead` is the document it was cited for."""
        self.here.append(seen)
        entry = seen.best.entry
        use = self.uses.setdefault(entry, Use(seen.best.note, 0))
        use.note, use.order = seen.best.note, len(self.notes)
        if seen.locator:
            use.locator = seen.locator
            use.pages = pages(seen.locator) or use.pages
        if lead:
            use.leads.append(lead)
        if entry in self.recent:
            self.recent.remove(entry)
        self.recent.append(entry)
        del self.recent[:-12]
