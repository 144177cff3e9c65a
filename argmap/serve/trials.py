"""What-ifs of one map, each lent to one request at a time."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from queue import LifoQueue

from argmap.errors import ArgmapError
from argmap.evaluate import WhatIf
from argmap.model import ArgumentMap


class Trials:
    """Compiled maps that requests try rejections on.

    A `WhatIf` answers one rejection after another at the cost of what changes, and must not be used by two threads at
    once. So it is lent: who finds none free waits. They are made when they are first wanted.

    Args:
        argument_map: The map.
        most: How many there are at most; Python computes in one thread at a time, so few will do.
    """

    def __init__(self, argument_map: ArgumentMap, most: int) -> None:
        self._map = argument_map
        self._free: LifoQueue[WhatIf | None] = LifoQueue()
        for _ in range(most):
            self._free.put(None)

    @contextmanager
    def without(self, reject: Iterable[str]) -> Iterator[WhatIf]:
        """A what-if with exactly these sources rejected, for the time of the `with` block.

        Raises:
            UnknownNameError: If one of them is not known.
        """
        found = self._free.get()
        kept: WhatIf | None = None  # after a fault, or an undecided standard, its state is not to be trusted again
        try:
            what_if = found or WhatIf(self._map)
            try:
                what_if.reject(reject)
                yield what_if
            except ArgmapError:
                kept = what_if  # a name that does not exist: nothing was changed
                raise
            kept = what_if if what_if.exact else None
        finally:
            self._free.put(kept)
