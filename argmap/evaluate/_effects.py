"""What becomes of the claims if one thing more is rejected: only what depends on it is looked at again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from argmap.evaluate._copies import Decided
from argmap.evaluate._graph import Ints, rows_of
from argmap.evaluate._program import Lists
from argmap.evaluate._rejections import Rejections
from argmap.evaluate._state import State

MANY = 1_000
"""So many sources are rejected all at once, fewer one after the other."""
_FIRST, _GROWTH = 256, 16
_TOGETHER = 1_000_000
"""Sources rejected at once: first few, then so many times more, as long as about so many nodes change together."""


class Effect(NamedTuple):
    """Claims, by number and in order, that one rejection changes.

    Attributes:
        lost: They stand now, and would not.
        gained: They do not stand now, and would.
        contested: They are not contested now, and would be.
    """

    lost: tuple[int, ...] = ()
    gained: tuple[int, ...] = ()
    contested: tuple[int, ...] = ()


NONE = Effect()


Losses = tuple[tuple[int, int], ...]
"""Nodes that lose their last grounds which are no nodes, and how many these are."""


class Effects:
    """The effects of single rejections on a state, which is left as it was.

    Sources whose fall takes the last ground of the same claims have the same effect, which is computed once.

    Args:
        state: The state, with all its changes kept.
        many: See `MANY`.
    """

    def __init__(self, state: State, *, many: int = MANY) -> None:
        self._state = state
        self._many = many
        self._known: dict[Losses, Effect] = {}
        self.work = 0
        """How many changes were looked at so far."""

    def of_source(self, source: str) -> Effect:
        """If this source is rejected beside those that are."""
        state = self._state
        if source in state.gone:
            return NONE
        if state.program.standards:
            return self._taken(lambda: state.let_fall(state.origins.fallen((source,), state.gone)))
        losses = self._losses(source)
        if losses not in self._known:
            lost = {node: -count for node, count in losses}
            self._known[losses] = self._taken(lambda: state.give(lost)) if lost else NONE
        return self._known[losses]

    def of_sources(self, sources: Sequence[str]) -> Iterator[Effect]:
        """The same of each of some sources."""
        if len(sources) < self._many:
            yield from map(self.of_source, sources)
            return
        rejections = Rejections(self._state)
        first, size = 0, _FIRST
        while first < len(sources):
            before = self.work
            yield from self._together(rejections, sources[first : first + size])
            fitting = _TOGETHER * size // (self.work - before + size)
            first, size = first + size, min(max(fitting, 1), _GROWTH * size)

    def _together(self, rejections: Rejections, sources: Sequence[str]) -> Iterator[Effect]:
        """The effects of these, those that lose the same as one case; what the sweep leaves, one by one."""
        number: dict[object, int] = {}
        losses: list[Losses] = []
        first: list[str] = []
        case_of: list[int] = []
        counted = bool(self._state.program.standards)
        for source in sources:
            lost = self._losses(source)
            own = number.setdefault((source, lost) if counted else lost, len(number))
            if own == len(first):
                first.append(source)
                losses.append(lost)
            case_of.append(own)
        case = np.repeat(np.arange(len(losses)), list(map(len, losses)))
        node: Ints = np.array([node for lost in losses for node, _ in lost], np.int64)
        count: Ints = np.array([count for lost in losses for _, count in lost], np.int64)
        found, left = rejections.of(case, node, count, len(first))
        self.work += len(found.node)
        effects = self._read_all(found, rejections.value, len(first))
        for own in case_of:
            if left[own]:
                effects[own], left[own] = self.of_source(first[own]), False
            yield effects[own]

    def _losses(self, source: str) -> Losses:
        """What falls with a source as far as it matters: last grounds; any, where a standard may count them."""
        state = self._state
        if source in state.gone:
            return ()
        if source in state.cited_by and not state.origins.carries(source) and not state.program.standards:
            given = state.given
            return tuple([(node, 1) for node in state.cited_by[source] if given[node] <= 1])
        hits: dict[int, int] = {}
        for lost in state.origins.falling(source, state.gone):
            for node in state.cited_by.get(lost, ()):
                hits[node] = hits.get(node, 0) + 1
        every = bool(state.program.standards)
        return tuple((node, count) for node, count in hits.items() if every or self._is_last(node, count))

    def _read_all(self, found: Decided, value: Ints, cases: int) -> list[Effect]:
        """The effects of many cases."""
        found = found.those(found.node < self._state.program.claims)
        order = np.lexsort((found.node, found.case))
        case, node, new = found.case[order], found.node[order], found.value[order]
        old = value[node]
        lost, gained, contested = (
            Lists(rows_of(case[chosen], node[chosen], cases)) for chosen in (old == 1, new == 1, new == 0)
        )
        effects = [NONE] * cases
        for number in np.unique(case).tolist():
            effects[number] = Effect(tuple(lost[number]), tuple(gained[number]), tuple(contested[number]))
        return effects

    def of_note(self, nodes: Sequence[int], source: str) -> Effect:
        """If a claim, or the nodes made of one relation, had nothing of this source that they cite."""
        state = self._state
        if source in state.gone or not (state.program.standards or any(self._is_last(node, 1) for node in nodes)):
            return NONE
        return self._taken(lambda: state.give(dict.fromkeys(nodes, -1)))

    def of_claim(self, claim: int) -> Effect:
        """If the claim were not accepted, whatever is said for it."""
        return NONE if self._state.value[claim] == -1 else self._taken(lambda: self._state.deny(claim))

    def _is_last(self, claim: int, count: int) -> bool:
        """Whether a claim has no ground left that is no node; one that is out, too, for what keeps it out may fall."""
        return self._state.given[claim] <= count

    def _taken(self, change: Callable[[], dict[int, int]]) -> Effect:
        state = self._state
        changed = change()
        effect = self._read(changed.items())
        self.work += len(state.trail) + 1
        state.undo()
        return effect

    def _read(self, changed: Iterable[tuple[int, int]]) -> Effect:
        claims, value = self._state.program.claims, self._state.value
        found = sorted((node, old, value[node]) for node, old in changed if node < claims and old != value[node])
        if not found:
            return NONE
        return Effect(
            lost=tuple(node for node, old, _ in found if old == 1),
            gained=tuple(node for node, _, new in found if new == 1),
            contested=tuple(node for node, _, new in found if new == 0),
        )
