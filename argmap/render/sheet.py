"""What all nodes and edges of one drawing share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from argmap.model import ArgumentMap, Evaluation, MapClaim
from argmap.render.part import Part
from argmap.render.theme import Palette

Mark = Literal["added", "dropped", "changed"]


@dataclass(frozen=True)
class Marks:
    """What a comparison of two maps shows on the one drawing of both.

    Attributes:
        claims: The mark and the words of its badge, by claim id.
        before: What a reworded claim said before, by claim id.
        relations: The mark of each relation that only one of the maps has, or that changed its kind, and the words on
            its edge, by relation id.
        maps: The map of which each claim's role and lack of a source are told, by claim id.
    """

    claims: Mapping[str, tuple[Mark, str]] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)
    relations: Mapping[str, tuple[Mark, str]] = field(default_factory=dict)
    maps: Mapping[str, ArgumentMap] = field(default_factory=dict)


@dataclass(frozen=True)
class Look:
    """How much a drawing says, and in what room.

    Attributes:
        marks: What a comparison marks.
        brief: Whether claims are drawn with their title only (in a comparison: those that did not change).
        sources: Whether sources are boxes of their own; else they stand on the claims only.
        sections: Whether sections are drawn as frames, which takes room.
        columns: The most claims that stand side by side along a chain of reasons; None for no limit.
    """

    marks: Marks = field(default_factory=Marks)
    brief: bool = False
    sources: bool = True
    columns: int | None = None
    sections: bool = True


FULL = Look()


@dataclass(frozen=True)
class Sheet:
    """One drawing: what is drawn of which map, what stands, how it looks."""

    part: Part
    evaluation: Evaluation | None
    colours: Palette
    look: Look = FULL

    def map_of(self, claim: MapClaim) -> ArgumentMap:
        """The map in which a claim plays its role: one of two, in a comparison."""
        return self.look.marks.maps.get(claim.id, self.part.whole)
