"""Gathers what an Argdown file says of each claim, wherever it says it, into one map.

How Argdown's words become ours:

- A statement and an argument are both claims; the same title is the same claim, and its last text counts.
- Relations are made of what stands between claims by `_argdown_links`, structures of premises by `_argdown_read`.
"""

from dataclasses import dataclass, field

from argmap.convert._argdown_data import ClaimData
from argmap.convert._argdown_links import Key, Link, make_relations
from argmap.convert._argdown_scan import Element
from argmap.model import ArgumentMap, Citation, ClaimKind, Loss, MapClaim


@dataclass(slots=True)
class _Claim:
    key: Key
    line: int
    section: tuple[str, ...]
    text: str = ""
    kind: ClaimKind | None = None
    citations: dict[Citation, None] = field(default_factory=dict)
    tags: dict[str, None] = field(default_factory=dict)


class Builder:
    """Collects claims and links in the order of the file, and makes the map of them."""

    def __init__(self) -> None:
        self.losses: list[Loss] = []
        self._claims: dict[Key, _Claim] = {}
        self._links: list[Link] = []
        self._conclusions: dict[Key, Key] = {}
        self._untitled = 0

    def untitled(self) -> int:
        """The next number for a claim without a title."""
        self._untitled += 1
        return self._untitled

    def claim(self, element: Element, text: str, data: ClaimData, section: tuple[str, ...]) -> Key:
        """Take up what one element says of its claim; returns the claim's key."""
        key: Key = (element.form, self.untitled() if element.title is None else element.title)
        known = self._claims.get(key)
        if known is None:
            known = self._claims[key] = _Claim(key, element.line, section)
        if text:
            if not known.text:
                known.line = element.line
            known.text, known.section = text, section
        known.kind = data.kind or known.kind
        known.citations.update(dict.fromkeys(data.citations))
        known.tags.update(dict.fromkeys(element.words.tags))
        return key

    @property
    def links(self) -> int:
        """How many relations were taken up."""
        return len(self._links)

    def link(self, link: Link, place: int | None = None) -> Link:
        """Take up one relation, in the order of the file or at an earlier place."""
        self._links.insert(self.links if place is None else place, link)
        return link

    def conclude(self, argument: Key, conclusion: Key) -> bool:
        """Give an argument its conclusion; False if it has one already."""
        return self._conclusions.setdefault(argument, conclusion) is conclusion

    def lose(self, what: str, detail: str, place: Element | Link) -> None:
        """List something that a map has no place for."""
        self.losses.append(Loss(what=what, detail=f"line {place.line}: {detail}", start=place.start))

    def build(self, title: str | None) -> ArgumentMap:
        """The map of all that was taken up."""
        ids = self._ids()
        relations = make_relations(self._links, ids, self._conclusions, self.lose)
        claims = tuple(
            MapClaim(
                id=ids[claim.key],
                text=claim.text,
                form=claim.key[0],
                kind=claim.kind,
                citations=tuple(claim.citations),
                tags=tuple(claim.tags),
                section=claim.section,
                line=claim.line,
            )
            for claim in self._claims.values()
        )
        return ArgumentMap(title=title, claims=claims, relations=relations, losses=tuple(self.losses))

    def _ids(self) -> dict[Key, str]:
        """An id for every claim: its title; in angle brackets if a statement has the title of an argument."""
        ids: dict[Key, str] = {}
        taken: set[str] = set()
        for key in sorted(self._claims, key=lambda key: (isinstance(key[1], int), key[0] == "argument")):
            if isinstance(key[1], int):
                number = key[1]
                while (name := f"Untitled {number}") in taken:
                    number += self._untitled
            else:
                name = key[1]
                while name in taken:
                    name = f"<{name}>"
            ids[key] = name
            taken.add(name)
        return ids
