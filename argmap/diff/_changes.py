"""One claim's change, from its two sides."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from argmap.model import Change, ClaimChange, Label, Locator, PlaceChange

_DASHES = str.maketrans(dict.fromkeys("‐‑–—−", "-") | {" ": None})


class Side(NamedTuple):
    """A claim in one draft: its name, its words, the sources that it cites and the places in them."""

    name: str
    text: str
    cited: Mapping[str, tuple[Locator, ...]]

    @property
    def sources(self) -> frozenset[str]:
        """The sources alone."""
        return frozenset(self.cited)


def cited(citations: Iterable[tuple[str, Locator | None]]) -> dict[str, tuple[Locator, ...]]:
    """The places cited of each source, none for one that is cited without a place; how each was taken over is left out."""
    found: dict[str, tuple[Locator, ...]] = {}
    for source, locator in citations:
        place = (Locator(label=locator.label, value=locator.value),) if locator else ()
        found[source] = found.get(source, ()) + place
    return found


def moved(old: Side, new: Side) -> Iterator[PlaceChange]:
    """Each source that both sides cite, and not at the same places. "9–12" and "9-12" are one place."""
    for source in sorted(old.sources & new.sources):
        before, after = ({_place(place): place for place in side.cited[source]} for side in (old, new))
        if before.keys() != after.keys():
            yield PlaceChange(source=source, before=tuple(before.values()), after=tuple(after.values()))


def _place(locator: Locator) -> tuple[str, str]:
    return locator.label, locator.value.translate(_DASHES)


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
        places=tuple(moved(old, new)),
        labels=labels,
    )
