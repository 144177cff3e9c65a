"""Where each source is cited, as the rules about works look at it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from argmap.model import Citations, Mention, NoteCitations


@dataclass(frozen=True, slots=True)
class Cited:
    """One mention of a source, the note that holds it, and that note's index."""

    order: int
    entry: NoteCitations
    mention: Mention


def cited(citations: Citations) -> Mapping[str, tuple[Cited, ...]]:
    """The mentions of every source that is known, in the order of the notes, by its id."""
    found: dict[str, list[Cited]] = {}
    for source, one in _mentions(citations):
        found.setdefault(source, []).append(one)
    return {source: tuple(mentions) for source, mentions in found.items()}


def first_full(mentions: Iterable[Cited]) -> Cited | None:
    """The first of these mentions that cites in full, if one does."""
    return next((one for one in mentions if one.mention.kind == "full"), None)


def _mentions(citations: Citations) -> Iterator[tuple[str, Cited]]:
    for order, entry in enumerate(citations.notes):
        for mention in entry.mentions:
            if mention.source in citations.source_of:
                yield mention.source, Cited(order, entry, mention)
