"""What a back reference is read against: the sources, the notes before it, and an overview of all notes."""

from dataclasses import dataclass, field

from argmap.cite.library import Library
from argmap.cite.numbers import Offsets
from argmap.cite.overview import Overview
from argmap.cite.prevalence import FEWEST
from argmap.cite.trail import Origin, Trail


@dataclass(slots=True)
class Scene:
    """All that a back reference is read against; the open note of the trail is the one that holds it.

    `share` is that of the Ibids that stand behind an intruder, as far as it is known.
    """

    library: Library
    overview: Overview
    trail: Trail = field(default_factory=Trail)
    offsets: Offsets = field(default_factory=Offsets)
    share: float = FEWEST

    @property
    def chapter(self) -> int:
        """The chapter of the open note."""
        return self.overview.chapters[self.trail.order]

    def cited(self, place: int) -> list[Origin]:
        """What a note cites, each source once."""
        return list(dict.fromkeys(seen.best for seen in self.trail.notes[place][1] if seen.best))
