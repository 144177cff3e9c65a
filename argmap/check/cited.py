"""Where each source is cited, as the rules about works look at it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from argmap.check.rule import TextUnderCheck
from argmap.model import Mention, NoteCitations


@dataclass(frozen=True, slots=True)
class Cited:
    """One mention of a source, the note that holds it, and that note's index."""

    order: int
    entry: NoteCitations
    mention: Mention


def cited(text: TextUnderCheck) -> Mapping[str, tuple[Cited, ...]]:
    """The mentions of every source that is known, in the order of the notes, by its id."""
    found: dict[str, list[Cited]] = {}
    for source, one in _mentions(text):
        found.setdefault(source, []).append(one)
    return {source: tuple(mentions) for source, mentions in found.items()}


def _mentions(text: TextUnderCheck) -> Iterator[tuple[str, Cited]]:
    for order, entry in enumerate(text.citations.notes):
        for mention in entry.mentions:
            if mention.source in text.citations.source_of:
                yield mention.source, Cited(order, entry, mention)
