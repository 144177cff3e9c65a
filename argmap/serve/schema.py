"""What the interface answers. These models are its OpenAPI schema; the model's own values are used where they fit."""

from typing import Annotated, Literal

from pydantic import Field

from argmap.model import (
    ArgumentMap,
    BackReferenceState,
    ClaimKind,
    ClaimStatus,
    Finding,
    Locator,
    MentionKind,
    NoteKind,
    ParagraphKind,
    Proof,
    Role,
    Source,
    Summary,
    Support,
    TextRole,
    Value,
)


class Problem(Value):
    """Why a request got no answer: a name for programs and a sentence for people."""

    error: str = Field(examples=["unknown-name"])
    message: str


class Health(Value):
    """The server answers."""

    status: Literal["ok"] = "ok"
    version: str


class MapCounts(Value):
    """Sizes of the map: `evidence` counts those of its `claims` that only cite, `sources` all that the case knows."""

    claims: int = 0
    evidence: int = 0
    relations: int = 0
    sources: int = 0


class FindingCounts(Value):
    """Findings by severity."""

    error: int = 0
    warning: int = 0
    info: int = 0


class SeminarView(Value):
    """What there is to see. `draft`: the map was made by argmap; `text` is None where the seminar has a map only."""

    title: str
    path: str
    draft: bool
    role: TextRole
    has_text: bool
    has_map: bool
    map: MapCounts
    text: Summary | None
    findings: FindingCounts
    version: str


class Segment(Value):
    """A stretch to show: words, or the marker of a note.

    `note` is the id of the note that a marker calls; None for words, and for a marker that no note answers.
    """

    kind: Literal["text", "marker"]
    text: str
    note: str | None = None


class Verdict(Value):
    """What extraction says of a sentence. `notes` are the ids of the notes that support it; `in_text` that a parenthesis cites."""

    claim: bool
    kind: ClaimKind
    needs_citation: bool
    unsure: bool
    in_text: bool
    support: Support
    notes: tuple[str, ...] = ()
    attributed_to: str | None = None
    reason: str = ""


class SentenceView(Value):
    """A sentence to show. `lead` is what stands between it and the sentence before it, usually a space."""

    id: str
    lead: str = ""
    segments: tuple[Segment, ...]
    verdict: Verdict | None = None
    map_claims: tuple[str, ...] = Field(default=(), description="Ids of the claims of the map that are anchored here.")


class HeadingView(Value):
    """A heading between paragraphs."""

    block: Literal["heading"] = "heading"
    level: int
    segments: tuple[Segment, ...]


class ParagraphView(Value):
    """A paragraph; `tail` is what follows its last sentence (all of it, where it has none)."""

    block: Literal["paragraph"] = "paragraph"
    id: str
    kind: ParagraphKind
    sentences: tuple[SentenceView, ...] = ()
    tail: tuple[Segment, ...] = ()


Block = Annotated[HeadingView | ParagraphView, Field(discriminator="block")]


class ReadingView(Value):
    """One reading of a back reference, with the source's short form.

    `chance` says its probability in words ("about 8 in 10"), where that was measured.
    """

    note: str | None
    source: str | None
    short: str | None
    evidence: tuple[str, ...] = ()
    probability: float | None = None
    chance: str | None = None


class MentionView(Value):
    """A reference inside a note. `doubt` says in words what is uncertain about a back reference, None if nothing is."""

    kind: MentionKind
    text: str
    source: str | None = None
    short: str | None = None
    locator: Locator | None = None
    state: BackReferenceState | None = None
    literal: ReadingView | None = None
    best: ReadingView | None = None
    rivals: tuple[ReadingView, ...] = ()
    doubt: str | None = None


class NoteView(Value):
    """A note with its mentions. `called_in` are the sentences that call it."""

    id: str
    n: str
    kind: NoteKind
    text: str
    mentions: tuple[MentionView, ...] = ()
    called_in: tuple[str, ...] = ()


class TextView(Value):
    """The text, block by block, and its notes."""

    title: str | None
    path: str
    role: TextRole
    blocks: tuple[Block, ...] = ()
    notes: tuple[NoteView, ...] = ()
    summary: Summary


class NodeView(Value):
    """A claim of the map: its SVG element's id, its role, and the sentences that it is anchored to."""

    id: str
    element: str = Field(examples=["claim-0"])
    role: Role
    sentences: tuple[str, ...] = ()
    lost: bool = Field(default=False, description="An anchor of this claim has lost its sentence.")


class SourceNode(Value):
    """A source of the map and its SVG element's id."""

    id: str
    element: str = Field(examples=["source-0"])


class BoxView(Value):
    """A box of the overview: its SVG element's id, its name, and the claims that stand in it."""

    element: str = Field(examples=["group-0"])
    name: str
    claims: tuple[str, ...] = ()


class MapView(Value):
    """The map, and what joins it to its picture and to the text."""

    map: ArgumentMap
    draft: bool
    nodes: tuple[NodeView, ...] = ()
    sources: tuple[SourceNode, ...] = ()
    boxes: tuple[BoxView, ...] = Field(
        default=(), description="Of a map too large for one picture, whose picture is an overview: its boxes."
    )


class ChangesView(Value):
    """What rejecting sources changes: every claim whose label is not the one it has if nothing is rejected."""

    rejected: tuple[str, ...]
    exact: bool
    claims: tuple[ClaimStatus, ...] = ()


class GroundsView(Value):
    """What a claim's status rests on: the reason in words, and the part of the map that proves it."""

    status: ClaimStatus
    proof: Proof


class Styled(Value):
    """Words of a reference; titles of works stand in italics."""

    text: str
    italic: bool = False


class SourceView(Value):
    """A source and its uses. `item` is CSL-JSON; `ids` are all ids under which the map and the text know it."""

    id: str
    ids: tuple[str, ...]
    item: Source
    short: str
    reference: tuple[Styled, ...]
    claims: tuple[str, ...] = Field(default=(), description="Claims of the map that cite it.")
    relations: tuple[str, ...] = Field(default=(), description="Relations of the map that cite it for their step.")
    derived_from: tuple[str, ...] = Field(default=(), description="Sources that it falls with, if all of them fall.")
    notes: tuple[str, ...] = Field(default=(), description="Notes of the text that mention it.")
    in_map: bool = Field(default=False, description="Whether it can be rejected at /api/evaluation.")


class FindingView(Value):
    """A finding, and the claim of the map it is about, where it is about one. `note_id` is the id of its note."""

    finding: Finding
    claim: str | None = None
    note_id: str | None = None
