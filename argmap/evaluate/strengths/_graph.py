"""What strengths are computed on: scored nodes that support, attack and condition one another."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array  # type: ignore[import-untyped]  # it has no types

from argmap.evaluate._graph import Ints, Rows

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Bipolar:
    """A quantitative bipolar graph (Baroni, Rago and Toni, Int. J. Approximate Reasoning 105, 2019), and conditions.

    Attributes:
        base: Base scores by node, 0 … 1.
        supporters, attackers: Rows of those who support and attack each node, each once.
        conditions: Rows of what each node needs: its base score is multiplied by the weakest of them (the premises of
            an inference; conjunction as minimum).
    """

    base: Floats
    supporters: Rows
    attackers: Rows
    conditions: Rows

    @property
    def size(self) -> int:
        """How many nodes there are."""
        return len(self.base)

    def take(self, nodes: Ints) -> "Bipolar":
        """The rows of some nodes; their items keep their numbers."""
        return Bipolar(
            self.base[nodes], _take(self.supporters, nodes), _take(self.attackers, nodes), _take(self.conditions, nodes)
        )


def rows(sources: Ints, targets: Ints, size: int) -> Rows:
    """Rows of sources by target, in linear time; pairs that stand there several times count once."""
    matrix = csr_array((np.ones(len(sources), np.int8), (targets, sources)), shape=(size, size))
    return Rows(matrix.indptr.astype(np.int64), matrix.indices.astype(np.int64))


def _take(every: Rows, nodes: Ints) -> Rows:
    lengths = every.start[nodes + 1] - every.start[nodes]
    start = np.zeros(len(nodes) + 1, np.int64)
    np.cumsum(lengths, out=start[1:])
    return Rows(start, every.of(nodes))
