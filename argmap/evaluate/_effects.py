"""What falls with each source: only what depends on it is looked at again."""

from heapq import heappop, heappush

from argmap.evaluate._model import Value, solve
from argmap.evaluate._origins import Origins
from argmap.evaluate._program import Program


class Effects:
    """The claims that each source topples, given the model as it stands.

    A change runs through the components in order and stops where a value stays as it was. Sources that are the last
    ones left for the same claims have the same effect, which is computed once.

    Args:
        program: The program.
        values: Its model without the sources that have fallen already.
        fallen: Those sources.
        origins: Which further sources fall with one.
    """

    def __init__(self, program: Program, values: list[Value], fallen: frozenset[str], origins: Origins) -> None:
        self._program = program
        self._values = values
        self._gone = fallen
        self._origins = origins
        self._known: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._cited_by: dict[str, list[int]] = {}
        for claim, sources in enumerate(program.cites):
            for source in sources:
                self._cited_by.setdefault(source, []).append(claim)

    def topples(self, source: str) -> tuple[int, ...]:
        """The claims, in order, that stand now and do not once this source is rejected too."""
        if source in self._gone:
            return ()
        gone = self._origins.fallen((source,), self._gone)
        citing = {claim for lost in gone - self._gone for claim in self._cited_by.get(lost, ())}
        hit = tuple(claim for claim in sorted(citing) if self._shaken_without(claim, gone))
        if hit not in self._known:
            self._known[hit] = self._fallen(hit, gone)
        return self._known[hit]

    def _shaken_without(self, claim: int, gone: frozenset[str]) -> bool:
        """Whether no source stands for a claim any more, and the claim is not refuted anyway."""
        return gone.issuperset(self._program.cites[claim]) and not self._refuted_from_before(claim)

    def _refuted_from_before(self, claim: int) -> bool:
        own = self._program.component[claim]
        return any(
            self._values[attack] == 1 and self._program.component[attack] < own
            for attack in self._program.against[claim]
        )

    def _fallen(self, hit: tuple[int, ...], gone: frozenset[str]) -> tuple[int, ...]:
        changed: dict[int, Value] = {}
        waiting = sorted({self._program.component[claim] for claim in hit})
        queued = set(waiting)

        def now(node: int) -> Value:
            return changed.get(node, self._values[node])

        while waiting:
            number = heappop(waiting)
            for node, value in solve(self._program, number, now, gone):
                if value == self._values[node]:
                    continue
                changed[node] = value
                for dependent in self._program.dependents(node):
                    further = self._program.component[dependent]
                    if further not in queued:
                        queued.add(further)
                        heappush(waiting, further)
        claims = self._program.claims
        return tuple(sorted(node for node in changed if node < claims and self._values[node] == 1))
