"""The argument map: claims that support or attack one another and cite sources."""

from functools import cached_property
from typing import Literal

from pydantic import Field, JsonValue

from argmap.model.base import Loss, Value
from argmap.model.citation import Locator
from argmap.model.claim import ClaimKind
from argmap.model.source import Source

RelationKind = Literal["support", "attack", "undercut"]
Form = Literal["statement", "argument"]
Role = Literal["claim", "evidence"]


class Citation(Value):
    """One `@key [locator]` on a claim of a map."""

    source: str
    locator: Locator | None = None


class MapClaim(Value):
    """A claim in a map.

    Attributes:
        id: Its title in the map ("Untitled 1" where it has none); unique.
        text: What it says, in full; empty where the map gives a title only.
        form: Whether the map writes it as a statement (`[Title]`) or as an argument (`<Title>`).
        kind: Its kind, where the map says it.
        citations: The sources it cites itself.
        section: The headings above it, outermost first.
        standard: The proof standard it must meet, as the map writes it ("corroborated(2)"); None is the default one.
        weight: How strong it is on its own, 0 … 1, where the map says so.
        data: What else the map says of it, by name: kept, written back, and read by nobody here.
        line: Its first line in the map's file, 1-based; None if made by a program.
        file: The included file that the line is counted in; None for the map's own.
    """

    id: str
    text: str = ""
    form: Form = "statement"
    kind: ClaimKind | None = None
    citations: tuple[Citation, ...] = ()
    tags: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    standard: str | None = None
    weight: float | None = Field(None, ge=0, le=1)
    data: dict[str, JsonValue] = Field(default_factory=dict)
    line: int | None = None
    file: str | None = None


class Relation(Value):
    """An inference from premises (all needed) to a target.

    `support` and `attack` (a rebuttal) target a claim's id, `undercut` a relation's id. Ids are `r1`, `r2` … in the
    order of the file.

    Attributes:
        title: Its name, where it has one (the argument that it is, the inference's own title).
        scheme: The argumentation scheme it follows, by name.
        citations: The sources that vouch for the step itself.
        reason: Why a program suggests it; None where a person wrote it.
        confidence: How sure that program is, 0 … 1.
        weight: How strong it is, 0 … 1, where the map says so.
        data: What else the map says of it, as for claims.
    """

    id: str
    kind: RelationKind
    premises: tuple[str, ...]
    target: str
    title: str | None = None
    scheme: str | None = None
    citations: tuple[Citation, ...] = ()
    reason: str | None = None
    confidence: float | None = Field(None, ge=0, le=1)
    weight: float | None = Field(None, ge=0, le=1)
    data: dict[str, JsonValue] = Field(default_factory=dict)
    line: int | None = None
    file: str | None = None


class Written(Value):
    """The text that a map was read from, kept for what a map has no place for: comments, order, layout.

    It is no part of the map's meaning: it equals any other, and it is never serialised.
    """

    text: str
    format: str

    def __eq__(self, other: object) -> bool:
        return other is None or isinstance(other, Written)

    def __hash__(self) -> int:
        return 0


class ArgumentMap(Value):
    """A map. Claims and relations are in the order of the file; `sources` are those the case knows, cited or not.

    `data` is what else its file says of the whole (front matter, a foreign format's own nodes), by name; `written` is
    the text it was read from.
    """

    title: str | None = None
    claims: tuple[MapClaim, ...] = ()
    relations: tuple[Relation, ...] = ()
    sources: tuple[Source, ...] = ()
    data: dict[str, JsonValue] = Field(default_factory=dict)
    losses: tuple[Loss, ...] = ()
    written: Written | None = Field(default=None, exclude=True, repr=False)

    @cached_property
    def claim_of(self) -> dict[str, MapClaim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def source_of(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def into(self) -> dict[str, tuple[Relation, ...]]:
        """The relations that target each claim or relation, by target id."""
        grouped: dict[str, list[Relation]] = {}
        for relation in self.relations:
            grouped.setdefault(relation.target, []).append(relation)
        return {target: tuple(relations) for target, relations in grouped.items()}

    def role(self, claim: MapClaim) -> Role:
        """Evidence is where the argument touches its sources: it cites one, and no other claim supports it."""
        supported = any(relation.kind == "support" for relation in self.into.get(claim.id, ()))
        return "evidence" if claim.citations and not supported else "claim"
