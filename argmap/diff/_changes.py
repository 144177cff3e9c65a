"""One claim's change, from its two sides."""

from collections.abc import Iterable
from typing import NamedTuple

from argmap.model import Change, ClaimChange, Label


class Side(NamedTuple):
    """A claim in one draft: its name, its words, the sources that it cites."""

    name: str
    text: str
    sources: frozenset[str]


def added(new: Side) -> ClaimChange:
    """The change of a claim that only the second draft has."""
    return ClaimChange(
        before=None, after=new.name, text_after=new.text, changes=("added",), gained=tuple(sorted(new.sources))
    )


def dropped(old: Side) -> ClaimChange:
    """The change of a claim that only the first draft has."""
    return ClaimChange(
        before=old.name, after=None, text_before=old.text, changes=("dropped",), lost=tuple(sorted(old.sources))
    )


def changed(
    old: Side, new: Side, tests: Iterable[tuple[Change, bool]], labels: tuple[Label, Label] | None = None
) -> ClaimChange | None:
    """The change of a claim that both drafts have; None if no test is true."""
    changes = tuple(name for name, true in tests if true)
    if not changes:
        return None
    return ClaimChange(
        before=old.name,
        after=new.name,
        text_before=old.text,
        text_after=new.text,
        changes=changes,
        gained=tuple(sorted(new.sources - old.sources)),
        lost=tuple(sorted(old.sources - new.sources)),
        labels=labels,
    )
