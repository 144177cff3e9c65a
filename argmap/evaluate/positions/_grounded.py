"""The grounded labelling of a framework, in linear time."""

import numpy as np
import numpy.typing as npt

from argmap.evaluate._graph import Ints
from argmap.evaluate.positions.framework import Framework

Labels = npt.NDArray[np.int8]
"""1 in, -1 out, 0 undecided, by node."""

_FEW = 200
"""Below so many arguments at once, numpy's overhead exceeds that of a plain loop."""


def grounded(framework: Framework) -> Labels:
    """Label in what nobody attacks any more, out what something in attacks, until nothing changes.

    Modgil and Caminada, "Proof Theories and Algorithms for Abstract Argumentation Frameworks" (2009), section 6.3.1,
    with counters. Wide waves are done by numpy, narrow ones (long chains) by a loop; linear in attacks either way.
    """
    waves = _Waves(framework)
    ready = np.flatnonzero(waves.pending == 0)
    while len(ready):
        ready = waves.narrow(ready) if len(ready) < _FEW else waves.wide(ready)
    return waves.labels


class _Waves:
    def __init__(self, framework: Framework) -> None:
        self._attacks = framework.attacks
        size = framework.size
        self.pending = np.bincount(framework.attacks.items, minlength=size)
        self.labels = np.zeros(size, np.int8)

    def wide(self, ready: Ints) -> Ints:
        """One wave: these are in, their targets out; the arguments that are ready next."""
        self.labels[ready] = 1
        beaten = self._attacks.of(ready)
        beaten = np.unique(beaten[self.labels[beaten] == 0])
        self.labels[beaten] = -1
        freed, by = np.unique(self._attacks.of(beaten), return_counts=True)
        self.pending[freed] -= by
        ready_next: Ints = freed[(self.pending[freed] == 0) & (self.labels[freed] == 0)]
        return ready_next

    def narrow(self, ready: Ints) -> Ints:
        """The same one argument at a time, until there is nothing to do or much at once."""
        start, items = self._attacks.start.data, self._attacks.items.data
        pending, labels = self.pending.data, self.labels.data
        stack = ready.tolist()
        while 0 < len(stack) < _FEW:
            argument = stack.pop()
            labels[argument] = 1
            for beaten in items[start[argument] : start[argument + 1]]:
                if labels[beaten] == 0:
                    labels[beaten] = -1
                    for freed in items[start[beaten] : start[beaten + 1]]:
                        pending[freed] -= 1
                        if pending[freed] == 0 and labels[freed] == 0:
                            stack.append(freed)
        return np.array(stack, np.int64)
