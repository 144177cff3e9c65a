"""What single rejections take away: grounds of nodes, or that a claim may stand."""

from collections.abc import Sequence
from itertools import repeat
from typing import NamedTuple

import numpy as np

from argmap.evaluate._graph import Ints, runs
from argmap.evaluate._rejections import DENIED, FALLS, News
from argmap.evaluate._state import State

_MOST_LOOKED, _MOST_FALLEN = 10_000_000, 2_000_000
"""Sources that fall with others, in all rejections together: looked at, and cited."""


class Notes(NamedTuple):
    """Notes, by number: the first node that has it (others may be made of the same relation), and its source's number."""

    node: Ints
    source: Ints


class Losses:
    """What is lost in a state if one thing more is rejected.

    Each answer is pairs of a rejection, by number, and a node; only where a node loses its last grounds that are no
    nodes, or any, where a standard may count them. A node that is out may lose them too, for what keeps it out may fall.

    Args:
        state: The state.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._given = np.asarray(state.given)
        self._stands = state.program.stand(state.gone)

    def of_sources(self, sources: Sequence[str]) -> tuple[News, int]:
        """If each of these sources is rejected; of the first of them, where too many fall with others.

        Returns:
            What is lost, and by how many of the rejections.
        """
        number = self._state.program.sources
        found = np.fromiter(map(number.get, sources, repeat(-1)), np.int64, len(sources))
        alone = found >= 0
        alone[alone] = self._stands[found[alone]]
        cases, fell, count = self._falling(sources) if self._state.origins.carrying else ([], [], len(sources))
        alone[cases] = False
        first = np.flatnonzero(alone[:count])
        case = np.concatenate((first, np.array(cases, np.int64)))
        lost = np.concatenate((found[first], np.array(fell, np.int64)))
        citing, carriers = self._state.program.citing, self._carriers(sources[:count])
        claims = self._state.corroborated  # of these roots may fall that nobody cites
        case = np.concatenate((np.repeat(case, citing.lengths_of(lost)), np.repeat(carriers, len(claims))))
        return self._lost(
            case, np.concatenate((citing.of(lost), np.tile(claims, len(carriers)).astype(np.int64)))
        ), count

    def _carriers(self, sources: Sequence[str]) -> Ints:
        """Which of these sources others are derived from, where a claim must be corroborated."""
        state = self._state
        if not state.corroborated or not state.origins.carrying:
            return np.zeros(0, np.int64)
        carrying = state.origins.carrying
        return np.array([n for n, one in enumerate(sources) if one in carrying and one not in state.gone], np.int64)

    def _falling(self, sources: Sequence[str]) -> tuple[list[int], list[int], int]:
        """What falls with each source that others are derived from, as far as it is cited: pairs in two lists."""
        number, origins, gone = self._state.program.sources, self._state.origins, self._state.gone
        cases: list[int] = []
        fell: list[int] = []
        looked = 0
        for case, source in enumerate(sources):
            if source in origins.carrying and source not in gone:
                if looked > _MOST_LOOKED or len(fell) > _MOST_FALLEN:
                    return cases, fell, case
                falling = origins.fallen((source,), gone) - gone
                looked += len(falling)
                fell += [number[one] for one in falling if one in number]
                cases += [case] * (len(fell) - len(cases))
        return cases, fell, len(sources)

    def of_notes(self) -> tuple[News, Notes]:
        """If a claim, or a relation, had nothing of one source that it cites."""
        program = self._state.program
        node, source = program.citations
        owner: Ints = np.concatenate((np.arange(program.claims), np.array(program.relation, np.int64) + program.claims))
        key = owner[node] * len(program.sources) + source
        _, first, note = np.unique(key, return_index=True, return_inverse=True)
        order = np.argsort(first)
        place = np.argsort(order)
        stands = self._stands[source]
        return self._lost(place[note][stands], node[stands]), Notes(node[first[order]], source[first[order]])

    def of_claims(self) -> News:
        """If each claim were not accepted, whatever is said for it."""
        claim = np.flatnonzero(np.asarray(self._state.value)[: self._state.program.claims] != -1)
        return News(claim, claim, np.full(len(claim), DENIED, np.int8))

    def _lost(self, case: Ints, node: Ints) -> News:
        size = self._state.program.size
        key = np.sort(case * size + node)
        if not self._state.program.standards:
            starts = runs(key)
            lost = np.diff(starts, append=len(key))
            key = key[np.repeat(self._given[key[starts] % size] <= lost, lost)]
        return News(*np.divmod(key, size), np.full(len(key), FALLS, np.int8))
