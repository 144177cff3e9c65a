"""The well-founded model of a program, kept while sources are rejected and taken back.

A change is carried through the components in the order of dependence, and stops where a value stays as it was: a single
node is decided by what is counted of it, a circle by `_knot`. Everything that is written is noted and can be undone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from heapq import heappop, heappush
from typing import TypeAlias

import numpy as np

from argmap.evaluate._corroborate import survives
from argmap.evaluate._graph import Ints
from argmap.evaluate._knot import settle
from argmap.evaluate._origins import Origins
from argmap.evaluate._program import AGAINST, GIVEN, NEED, SUPPORT, UNKNOWN, WATCH, Program
from argmap.evaluate._reading import DEFAULT, Reading
from argmap.evaluate._standards import weigh
from argmap.evaluate._start import Counts, Waves, first_counts
from argmap.model import Status

Numbers: TypeAlias = "memoryview[int]"
"""A number for each node: an array, by way of its memory, which a loop reads as fast as a list."""
STATUS: dict[int, Status] = {1: "in", -1: "out", 0: "undecided"}
"""What a node's value is called."""


class State:
    """The model when some sources are rejected.

    Attributes:
        program: The program.
        value: Of each node: 1 stands, -1 does not, 0 undecided.
        sure, live, open, dead, rank: As in `_start.Counts`.
        given: Of each node: its grounds that are no nodes (sources that stand, and those nothing takes away).
        found: Of each undecided or standing node of a circle: a ground that founds it; UNKNOWN for claims with a standard.
        gone: The sources that have fallen.
        exact: False once a corroborated claim was too hard to decide.
    """

    def __init__(
        self,
        program: Program,
        origins: Origins,
        rejected: Iterable[str] = (),
        reading: Reading = DEFAULT,
        gone: frozenset[str] | None = None,
    ) -> None:
        self.program = program
        self.origins = origins
        self.reading = reading
        self.gone = origins.fallen(rejected) if gone is None else gone
        self.exact = True
        self.clock = 1
        self.changed: dict[int, int] = {}
        self.trail: list[tuple[Numbers, int, int]] = []
        self._undo_gone = self.gone
        self.struck: frozenset[tuple[int, str]] = frozenset()
        self.corroborated = [node for node, one in program.standards.items() if one.name == "corroborated"]
        self.searched = 0
        self._heap: list[int] = []
        self._touched: dict[int, list[int]] = {}
        self._begin()

    def _begin(self) -> None:
        program = self.program
        node, source = program.citations
        grounds = program.base + np.bincount(node[program.stand(self.gone)[source]], minlength=program.size)
        counts = first_counts(program, grounds)
        done = Waves(program, counts, unfounded=self.reading.circular == "out", others=program.standards).run()
        self._adopt(counts, grounds)
        if not done:
            self._run(node for node, value in enumerate(self.value) if value == 0)
            self.keep()

    def _adopt(self, counts: Counts, given: Ints) -> None:
        self.value: Numbers = counts.value.data
        self.sure: Numbers = counts.sure.data
        self.live: Numbers = counts.live.data
        self.open: Numbers = counts.open.data
        self.dead: Numbers = counts.dead.data
        self.rank: Numbers = counts.rank.data
        self.given: Numbers = given.data
        self.clock = counts.clock
        self.component: Numbers = self.program.component.data
        self.cyclic = self.program.cyclic.data
        self.found: Numbers = np.full(self.program.size, UNKNOWN).data
        self._find(counts)

    def _find(self, counts: Counts) -> None:
        """Foundations of the undecided nodes of circles, where the waves found them."""
        program = self.program
        placed = (counts.founded > 0) & (counts.value == 0) & program.cyclic[program.component]
        placed[list(program.standards)] = False
        for node in np.flatnonzero(placed).tolist():
            if self.given[node]:
                self.found[node] = GIVEN
            elif not program.ground[node]:
                continue
            else:
                self.found[node] = next(
                    (
                        ground
                        for ground in program.ground[node]
                        if counts.value[ground] == 1
                        or (counts.value[ground] == 0 and 0 < counts.founded[ground] < counts.founded[node])
                    ),
                    UNKNOWN,
                )

    # Changes

    def reject(self, rejected: Iterable[str]) -> dict[int, int]:
        """Let exactly these sources be rejected.

        Returns:
            The nodes that changed since the last `keep` or `undo`, with the values they had.
        """
        return self.let_fall(self.origins.fallen(rejected))

    def let_fall(self, gone: frozenset[str]) -> dict[int, int]:
        """Let exactly these sources have fallen; as `reject`."""
        lost: dict[int, int] = {}
        for sources, sign in ((gone - self.gone, -1), (self.gone - gone, 1)):
            for source in sources:
                for node in self.program.that_cite(source):
                    lost[node] = lost.get(node, 0) + sign
        fewer = self.corroborated if self.origins.carrying and gone != self.gone else ()
        self.gone = gone
        return self.give(lost, fewer)

    def strike(self, grounds: dict[int, int], notes: Iterable[tuple[int, str]]) -> dict[int, int]:
        """Do without some notes, each a node and a source that it cites, until `undo`; as `give`."""
        self.struck = frozenset(notes)
        return self.give(grounds)

    def give(self, grounds: dict[int, int], also: Iterable[int] = ()) -> dict[int, int]:
        """Give some nodes so many grounds more (or fewer), that are no nodes, and decide others `also` anew; as `reject`."""
        touched: list[int] = list(also)
        for node, change in grounds.items():
            if not change:
                continue
            for counted in (self.given, self.sure, self.live):
                self.trail.append((counted, node, counted[node]))
                counted[node] += change
            watched = WATCH in self.program.out_kind[node] if self.program.standards else False
            if self.given[node] <= 0 or self.given[node] == change or node in self.program.standards:
                touched.append(node)
            if watched:
                kinds = zip(self.program.out[node], self.program.out_kind[node], strict=True)
                touched += [follower for follower, kind in kinds if kind == WATCH]
        return self._run(touched)

    def deny(self, node: int) -> dict[int, int]:
        """Let one node not stand, whatever is said for it; as `reject`."""
        self.trail.append((self.dead, node, self.dead[node]))
        self.dead[node] += 1
        return self._run((node,))

    def keep(self) -> None:
        """Make the changes so far the state that `undo` goes back to."""
        self.trail.clear()
        self.changed = {}
        self._undo_gone = self.gone

    def undo(self) -> None:
        """Take back all changes since `keep`."""
        while self.trail:
            counted, node, old = self.trail.pop()
            counted[node] = old
        self.changed = {}
        self.gone = self._undo_gone
        self.struck = frozenset()

    # The work

    def _run(self, touched: Iterable[int]) -> dict[int, int]:
        heap, waiting, component, value = self._heap, self._touched, self.component, self.value
        for node in touched:
            self._touch(node)
        while heap:
            number = heappop(heap)
            nodes = waiting.pop(number)
            if self.cyclic[number]:
                settle(self, number, nodes)
                continue
            node = nodes[0]
            old, new = value[node], self.decide(node)
            if old != new:
                self.write(node, new)
                self.tell(node, old, new, component[node], inside=False)
        return self.changed

    def _touch(self, node: int) -> None:
        number = self.component[node]
        if number in self._touched:
            self._touched[number].append(node)
        else:
            self._touched[number] = [node]
            heappush(self._heap, number)

    def decide(self, node: int) -> int:
        """What is known of a node by what is counted of it."""
        if node in self.program.standards:
            return self.by_standard(node)
        if self.dead[node] or not self.live[node]:
            return -1
        return 1 if self.sure[node] and not self.open[node] else 0

    def write(self, node: int, value: int) -> None:
        """Set a node's value, and note the one it had."""
        self.changed.setdefault(node, self.value[node])
        self.trail.append((self.value, node, self.value[node]))
        self.trail.append((self.rank, node, self.rank[node]))
        self.value[node] = value
        self.rank[node] = self.clock
        self.clock += 1

    def tell(self, node: int, old: int, new: int, own: int, *, inside: bool) -> list[int]:
        """Count a change where the node's edges lead, inside its component or outside.

        Returns:
            The nodes inside that it leads to; those outside wait for their turn.
        """
        program, component, trail = self.program, self.component, self.trail
        stands, falls = (new == 1) - (old == 1), (new == -1) - (old == -1)
        reached: list[int] = []
        for target, kind in zip(program.out[node], program.out_kind[node], strict=True):
            if (component[target] == own) != inside:
                continue
            if kind == SUPPORT:
                first, second, sign, other = self.sure, self.live, stands, -falls
            elif kind == NEED:
                first, second, sign, other = self.open, self.dead, -stands, falls
            elif kind == AGAINST:
                first, second, sign, other = self.open, self.dead, -falls, stands
            else:
                first, second, sign, other = self.open, self.dead, 0, 0
            if sign:
                trail.append((first, target, first[target]))
                first[target] += sign
            if other:
                trail.append((second, target, second[target]))
                second[target] += other
            if inside:
                reached.append(target)
            else:
                self._touch(target)
        return reached

    # Standards

    def by_standard(self, claim: int, *, without: Collection[int] = ()) -> int:
        """Whether a claim's standard is met, if nothing among some nodes supports anything."""
        program, value = self.program, self.value
        if self.live[claim] == 0 or any(value[need] == -1 for need in program.needs[claim]):
            return -1
        standard = program.standards[claim]
        if standard.name == "corroborated":
            return self._corroborated(claim, int(standard.numbers[0]), without)
        if self.dead[claim] > sum(value[con] == 1 for con in program.against[claim]):
            return -1  # denied
        pros = [(-1 if pro in without else value[pro], program.weights[pro]) for pro in program.ground[claim]]
        if self.given[claim] > 0:
            pros.append((1, program.weights[claim]))
        met = weigh(standard, pros, [(value[con], program.weights[con]) for con in program.against[claim]])
        return min(met, 0) if any(value[need] != 1 for need in program.needs[claim]) else met

    def _corroborated(self, claim: int, roots: int, without: Collection[int]) -> int:
        value = self.value
        if self.dead[claim]:
            return -1
        if survives(self, claim, roots, lambda node: value[node] != -1 and node not in without) is False:
            return -1
        if self.open[claim]:
            return 0
        sure = survives(self, claim, roots, lambda node: value[node] == 1 and node not in without)
        if sure is None:
            self.exact = False
        return 1 if sure else 0
