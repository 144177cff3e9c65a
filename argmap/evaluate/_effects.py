"""What becomes of the claims if one thing more is rejected: only what depends on it is looked at again."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from argmap.evaluate._state import State


@dataclass(frozen=True, slots=True)
class Effect:
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


class Effects:
    """The effects of single rejections on a state, which is left as it was.

    Sources whose fall takes the last ground of the same claims have the same effect, which is computed once.

    Args:
        state: The state, with all its changes kept.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._known: dict[tuple[int, ...], Effect] = {}
        self.work = 0
        """How many changes were looked at so far."""

    def of_source(self, source: str) -> Effect:
        """If this source is rejected beside those that are."""
        state = self._state
        if source in state.gone:
            return NONE
        fallen = state.origins.fallen((source,), state.gone)
        hits: dict[int, int] = {}
        for lost in fallen - state.gone if len(fallen) > len(state.gone) + 1 else (source,):
            for claim in state.cited_by.get(lost, ()):
                hits[claim] = hits.get(claim, 0) + 1
        if state.program.standards:
            return self._taken(lambda: state.let_fall(fallen))
        last = tuple(sorted(claim for claim, count in hits.items() if self._is_last(claim, count)))
        if last not in self._known:
            lost_grounds = {claim: -hits[claim] for claim in last}
            self._known[last] = self._taken(lambda: state.give(lost_grounds)) if last else NONE
        return self._known[last]

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
