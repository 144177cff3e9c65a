"""The ids that nodes and edges have in DOT and in SVG: safe whatever the map calls its things."""

import re
from functools import cached_property

from argmap.model import ArgumentMap, Relation

_PLAIN_RELATION = re.compile(r"r[0-9]{1,9}")
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")
_LONGEST = 60


class Names:
    """`claim-I`, `source-J`, `r1` and `cites-I-J`; I and J are indexes into the map's claims and sources.

    A relation whose id is not of that form, or is used twice, is called `relation-K` by its index. A source that the
    map does not know is `source-x-` and its id with unsafe characters replaced; a claim that it does not know
    `unknown-N`.
    """

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._claims: dict[str, str] = {}
        for index, claim in enumerate(argument_map.claims):
            self._claims.setdefault(claim.id, f"claim-{index}")
        self._known_sources = {source.id: f"source-{index}" for index, source in enumerate(argument_map.sources)}
        self.relations = tuple(self._relation_names())
        self._targets = {
            relation.id: name
            for relation, name in reversed(tuple(zip(argument_map.relations, self.relations, strict=True)))
        }

    def _relation_names(self) -> list[str]:
        used: set[str] = set()
        names = []
        for index, relation in enumerate(self._map.relations):
            plain = _PLAIN_RELATION.fullmatch(relation.id) and relation.id not in used
            used.add(relation.id)
            names.append(relation.id if plain else f"relation-{index}")
        return names

    @cached_property
    def sources(self) -> dict[str, str]:
        """Ids of the sources that are cited, in the order of their first citation."""
        names: dict[str, str] = {}
        taken = set(self._known_sources.values())
        for claim in self._map.claims:
            for citation in claim.citations:
                if citation.source not in names:
                    known = self._known_sources.get(citation.source)
                    names[citation.source] = known or _free(f"source-x-{_slug(citation.source)}", taken)
        return names

    def source(self, key: str) -> str:
        """The node of a source that the map knows or that a claim cites."""
        return self.sources.get(key) or self._known_sources[key]

    @cached_property
    def unknown_claims(self) -> dict[str, str]:
        """Ids of claims that relations name and the map does not hold."""
        named = [end for relation in self._map.relations for end in (*relation.premises, relation.target)]
        strangers = dict.fromkeys(end for end in named if end not in self._claims and end not in self._targets)
        return {claim: f"unknown-{number}" for number, claim in enumerate(strangers)}

    @cached_property
    def undercut(self) -> frozenset[str]:
        """Ids of the relations that an undercut ends on."""
        return frozenset(
            self._targets[relation.target]
            for relation in self._map.relations
            if relation.kind == "undercut" and relation.target in self._targets
        )

    def claim(self, claim: str) -> str:
        """The node of a claim, known or unknown; of a relation's id its point."""
        return self._claims.get(claim) or self.unknown_claims.get(claim) or point(self._targets[claim])

    def target(self, relation: Relation) -> str:
        """The node on which a relation ends: a claim, or the point on the relation that it undercuts."""
        if relation.kind == "undercut" and relation.target in self._targets:
            return point(self._targets[relation.target])
        return self.claim(relation.target)


def point(relation: str) -> str:
    """The small node on a relation's edge where premises join and undercuts end."""
    return f"{relation}-point"


def _slug(text: str) -> str:
    return _UNSAFE.sub("-", text)[:_LONGEST]


def _free(name: str, taken: set[str]) -> str:
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free
