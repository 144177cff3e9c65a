"""What changed in an argument between two drafts of an essay, or between two maps."""

from typing import Literal

from argmap.model.base import Value
from argmap.model.citation import Locator
from argmap.model.evaluation import Label

Change = Literal["added", "dropped", "reworded", "renamed", "cited", "uncited", "sources", "places", "kind", "label"]


class PlaceChange(Value):
    """A source that a claim cites in both drafts, and not at the same places.

    Attributes:
        source: Its id.
        before, after: The places in the first and in the second draft; empty where it names none.
    """

    source: str
    before: tuple[Locator, ...] = ()
    after: tuple[Locator, ...] = ()


class ClaimChange(Value):
    """One claim that is not what it was.

    Attributes:
        before, after: Its id in the first and in the second draft (of an essay: the sentence's); None where it is not.
        text_before, text_after: What it says there.
        changes: `added`, `dropped`; or one or more of `reworded`, `renamed` (same words, other title), `cited` (it had
            no citation and has one), `uncited` (the reverse), `sources` (it cites others), `places` (it cites one at another place), `kind`, `label` (it stands
            or falls otherwise).
        gained, lost: The sources that it cites only in the second draft, only in the first.
        places: The sources that it cites in both, at other places.
        labels: Its labels in both drafts, where they differ.
    """

    before: str | None
    after: str | None
    text_before: str = ""
    text_after: str = ""
    changes: tuple[Change, ...]
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    places: tuple[PlaceChange, ...] = ()
    labels: tuple[Label, Label] | None = None


class RelationChange(Value):
    """A relation that only one draft has, or that has another kind in each.

    `premises` and `target` are claims' ids in the second draft where they have one; the target of an undercut is the
    target of the step that it undercuts ("" if that is an undercut too), and `onto` are the premises of that step.
    """

    change: Literal["added", "dropped", "kind"]
    kind_before: str | None = None
    kind_after: str | None = None
    premises: tuple[str, ...]
    target: str
    onto: tuple[str, ...] = ()


class Difference(Value):
    """All changes, in the order of the second draft; what was dropped stands at the end.

    Attributes:
        of: Whether two texts were compared or two maps.
        same: How many claims are unchanged.
        pairs: The ids of every claim that is in both drafts, first and second.
        sources_gained, sources_lost: Works that only the second, only the first draft knows.
    """

    of: Literal["texts", "maps"]
    same: int = 0
    claims: tuple[ClaimChange, ...] = ()
    relations: tuple[RelationChange, ...] = ()
    sources_gained: tuple[str, ...] = ()
    sources_lost: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
