"""What stands in the notes: mentions of sources, and what each back reference was read as."""

from functools import cached_property
from typing import Literal

from argmap.model.base import Value
from argmap.model.source import Source

MentionKind = Literal[
    "full", "short", "ibid", "idem", "opcit", "loccit", "supra", "infra", "archival", "container", "discursive"
]
BackReferenceState = Literal["resolved", "ambiguous", "contradicted", "unresolved"]
LocatorLabel = Literal["page", "folio", "chapter", "volume", "section", "line", "column", "note", "other"]

BACK_REFERENCES: frozenset[str] = frozenset({"ibid", "idem", "opcit", "loccit", "supra", "infra"})


class Locator(Value):
    """The place inside a source: `value` as printed ("9-12"); inherited if taken over from an earlier note."""

    label: LocatorLabel
    value: str
    inherited: bool = False


class Reading(Value):
    """One way to read a back reference: the source (id in `Citations.sources`) as cited in a note (its id).

    `probability` is how often a reading with such evidence was right where that was measured; None where it was not.
    """

    note: str | None
    source: str | None
    evidence: tuple[str, ...] = ()
    probability: float | None = None


class Mention(Value):
    """One reference, or one discursive stretch, inside a note.

    Attributes:
        kind: `full`, `short` and `archival` name a source; `container` names the work that prints, cites or translates
            the one before it ("Cited in …", "For the full text see …"); the back references point to an earlier one;
            `discursive` is the author's own talk.
        text, start, end: Its words and their place in the text as read.
        source: Id in `Citations.sources`; for a back reference the best reading's; None if it names none.
        literal: What the rule alone gives ("Ibid." is the work cited immediately before).
        best: What the evidence favours; equal to `literal` where nothing speaks against it.
        state: How sure: `resolved`, `ambiguous` (several candidates), `contradicted` (evidence against the literal
            reading), `unresolved` (nothing to point to). None where the mention is no back reference.
        rivals: Other readings that were weighed.
    """

    kind: MentionKind
    text: str
    start: int
    end: int
    source: str | None = None
    locator: Locator | None = None
    literal: Reading | None = None
    best: Reading | None = None
    state: BackReferenceState | None = None
    rivals: tuple[Reading, ...] = ()


class NoteCitations(Value):
    """The mentions of one note in order. `note` is the note's id, `n` its printed number."""

    n: str
    note: str
    mentions: tuple[Mention, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources this note names, each once, in order."""
        return tuple(dict.fromkeys(mention.source for mention in self.mentions if mention.source))

    @property
    def cites(self) -> bool:
        """Whether the note refers to anything: a source, or a back reference even if nobody could resolve it."""
        return any(mention.kind != "discursive" for mention in self.mentions)


class Citations(Value):
    """All mentions, note by note, and every source once."""

    notes: tuple[NoteCitations, ...] = ()
    sources: tuple[Source, ...] = ()

    @cached_property
    def source_of(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def of_note(self) -> dict[str, NoteCitations]:
        """The mentions of each note, by note id."""
        return {entry.note: entry for entry in self.notes}
