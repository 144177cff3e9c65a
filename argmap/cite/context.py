"""What the notes read so far have taught."""

from dataclasses import dataclass, field

from argmap.cite.abroad import Habit, Run
from argmap.cite.drafts import Draft
from argmap.cite.italics import Masked
from argmap.cite.library import Library
from argmap.cite.taught import Taught
from argmap.cite.work import Work


@dataclass(slots=True)
class Context:
    """What the notes read so far have taught: abbreviations, how they cite, the works cited, the last document of an archive."""

    taught: dict[str, str] = field(default_factory=dict)
    works: Taught = field(default_factory=Taught)
    library: Library = field(default_factory=Library)
    habit: Habit = field(default_factory=Habit)
    run: Run = field(default_factory=Run)
    holding: Work | None = None
    masked: Masked = field(default_factory=lambda: Masked(""))
    """The note that is being read, with stand-ins for its titles."""

    def seen(self, draft: Draft) -> None:
        """Take note of a mention: an archival one is the `holding` that an Ibid. right behind it takes over."""
        if draft.kind == "archival" and draft.work:
            self.holding = draft.work
        elif draft.kind not in {"discursive", "ibid", "idem", "container"}:
            self.holding = None

    def knows(self, work: Work) -> bool:
        """Whether an earlier note cites a work that these words can mean."""
        return self.library.meant(self.masked.meant(work)) is not None
