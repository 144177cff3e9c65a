"""Abstract argumentation frameworks (Dung, Artificial Intelligence 77, 1995) as arrays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from argmap.errors import UnknownNameError
from argmap.evaluate._graph import Ints, Rows, rows_from, rows_of
from argmap.model import Loss


@dataclass(frozen=True, eq=False)
class Framework:
    """Arguments 0 … n-1 and the attacks between them; made by `framework_of`.

    Attributes:
        names: The arguments' names, in the order of the file.
        attacks: Rows of those whom each argument attacks, each once, ascending.
        losses: What a reader could not carry (labels of nodes and edges, repeated attacks).
    """

    names: tuple[str, ...]
    attacks: Rows
    losses: tuple[Loss, ...] = field(default=())

    @property
    def size(self) -> int:
        """How many arguments there are."""
        return len(self.names)

    @cached_property
    def number(self) -> dict[str, int]:
        """Arguments by name."""
        return {name: number for number, name in enumerate(self.names)}

    @cached_property
    def attackers(self) -> Rows:
        """Rows of those who attack each argument, ascending."""
        return rows_from(self.attacks.items, self.attacks.owners, self.size)

    def find(self, name: str) -> int:
        """The number of an argument.

        Raises:
            UnknownNameError: If there is none of that name.
        """
        if name not in self.number:
            raise UnknownNameError("argument", name, self.names)
        return self.number[name]


def framework_of(
    names: Sequence[str], attackers: Iterable[int] | Ints, targets: Iterable[int] | Ints, losses: tuple[Loss, ...] = ()
) -> Framework:
    """A framework from pairs of numbers; pairs that stand there several times count once, and are listed as a loss."""
    size = len(names)
    source, target = (_ints(side) for side in (attackers, targets))
    keys = np.sort(source * max(size, 1) + target)  # np.unique hashes, which is ten times slower here
    keys = keys[np.diff(keys, prepend=-1) != 0]
    if repeated := len(source) - len(keys):
        losses = (*losses, Loss(what="repeated attack", detail=f"{repeated:,} of them; each attack counts once"))
    source, target = np.divmod(keys, max(size, 1))
    return Framework(tuple(names), rows_of(source, target, size), losses)


def _ints(values: Iterable[int] | Ints) -> Ints:
    return values if isinstance(values, np.ndarray) else np.fromiter(values, np.int64)
