"""What becomes of the claims if one thing more is rejected: only what depends on it is looked at again."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from argmap.evaluate._budget import Budget
from argmap.evaluate._changes import Changes, changes_of
from argmap.evaluate._copies import Decided
from argmap.evaluate._graph import Kinds
from argmap.evaluate._losses import Losses, Notes
from argmap.evaluate._rejections import MOST, News, Rejections
from argmap.evaluate._state import State

MANY = 1_000
"""So much that is lost, and a fiftieth of the nodes, is looked at all at once; less in one rejection after the other."""
_FEWER = 16
"""Where they are too many to do at once, so many times fewer are."""
_CHEAPER = 10
"""To look at something in a sweep costs so many times less than in the state."""
_Alone = Callable[[int, News], dict[int, int]]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be done for all answers together; beyond that they end early.

    Attributes:
        names: Claims named in them.
        work: Changes looked at.
        clock: The time.
    """

    names: float = float("inf")
    work: float = float("inf")
    clock: Budget = field(default_factory=Budget)


class Effects:
    """The effects of single rejections on a state, which is left as it was.

    Each answer is about all that is asked for, or only about the first of it, if a limit is reached.

    Args:
        state: The state, with all its changes kept.
        limits: How much may be done.
        many: Instead of `MANY`.

    Attributes:
        work: How many changes were looked at so far.
    """

    def __init__(self, state: State, limits: Limits | None = None, *, many: int | None = None) -> None:
        self._state = state
        self._limits = limits or Limits()
        self._many = max(MANY, state.program.size // 50) if many is None else many
        self._patience = state.program.size if many is None else float("inf")
        self._value: Kinds = np.array(state.value, np.int8)
        self._losses = Losses(state)
        self._names = 0
        self.work = 0

    def of_sources(self, sources: Sequence[str]) -> Changes:
        """If each of these sources is rejected beside those that are."""
        state = self._state
        news, count = self._losses.of_sources(sources)

        def reject(number: int, _: News) -> dict[int, int]:
            return state.let_fall(state.origins.fallen((sources[number],), state.gone))

        return self._each(news, count, reject if state.program.standards else self._give)

    def of_notes(self) -> tuple[Changes, Notes]:
        """If a claim, or a relation, had nothing of one source that it cites; and whose notes these are."""
        news, notes = self._losses.of_notes()
        names = list(self._state.program.sources)

        def strike(number: int, lost: News) -> dict[int, int]:
            source = names[notes.source[number]]
            return self._state.strike(_grounds(lost), ((node, source) for node in lost.node.tolist()))

        return self._each(news, len(notes.node), strike if self._state.corroborated else self._give), notes

    def of_claims(self) -> Changes:
        """If each claim were not accepted, whatever is said for it."""
        return self._each(self._losses.of_claims(), self._state.program.claims, lambda one, _: self._state.deny(one))

    def _give(self, _: int, lost: News) -> dict[int, int]:
        return self._state.give(_grounds(lost))

    def _each(self, news: News, count: int, alone: _Alone) -> Changes:
        """The changes of rejections.

        Args:
            news: What they take away.
            count: How many there are.
            alone: What does one of them in the state.
        """
        before = self._names
        decided, done = self._one_by_one(news, count, alone, self._patience) if len(news.case) < self._many else ([], 0)
        more, done = self._together(news, done, count, alone)
        found = changes_of([*decided, *more], self._value, done)
        names = np.cumsum(found.names)
        done = int(np.searchsorted(names, self._limits.names - before, side="right"))
        self._names = before + int(names[done - 1] if done else 0)
        return found.first(done)

    def _spent(self) -> bool:
        limits = self._limits
        return self._names > limits.names or self.work > limits.work or limits.clock.is_over()

    def _together(self, news: News, done: int, count: int, alone: _Alone) -> tuple[list[Decided], int]:
        """What is decided in rejections that are not done yet, and how many are then; what the sweep leaves, one by one."""
        found: list[Decided] = []
        if done == count or self._spent():
            return found, done
        rejections, size = Rejections(self._state), count
        while done < count and not self._spent():
            last = min(done + size, count)
            some = news.those(slice(*np.searchsorted(news.case, (done, last))))
            swept = rejections.of(some)
            self.work += min(swept.looked, MOST) // _CHEAPER
            if swept.looked > MOST and size > 1:
                size = max(min(size, count - done) // _FEWER, 1)
                continue
            found.append(self._kept(swept.decided))
            rest, done = self._one_by_one(some.those(np.isin(some.case, swept.left)), last, alone)
            found += rest
            size *= 1 if swept.looked > MOST // _FEWER else _FEWER // 2
        return found, done

    def _one_by_one(
        self, news: News, count: int, alone: _Alone, patience: float = float("inf")
    ) -> tuple[list[Decided], int]:
        """The same in the state, as long as that is not more work than this."""
        cases, start = np.unique(news.case, return_index=True)
        found: list[Decided] = []
        most = self.work + patience
        for case, (first, last) in zip(cases.tolist(), pairwise([*start.tolist(), len(news.case)]), strict=True):
            if self._spent() or self.work > most:
                return found, case
            searched = self._state.searched
            changed = alone(case, news.those(slice(first, last)))
            found.append(self._kept(self._read(case, changed)))
            self.work += len(self._state.trail) + 1 + self._state.searched - searched
            self._state.undo()
        return found, count

    def _read(self, case: int, changed: Mapping[int, int]) -> Decided:
        value = self._state.value
        news = [(node, value[node]) for node, old in changed.items() if old != value[node]]
        node, new = np.array(news, np.int64).reshape(-1, 2).T
        return Decided(np.full(len(node), case), node, new.astype(np.int8))

    def _kept(self, decided: Decided) -> Decided:
        """What is decided of claims."""
        found = decided.those(decided.node < self._state.program.claims)
        self._names += len(found.node)
        return found


def _grounds(lost: News) -> dict[int, int]:
    """How many grounds more each node has."""
    return {node: -count for node, count in Counter(lost.node.tolist()).items()}
