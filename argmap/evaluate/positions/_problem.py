"""What is asked about: names with their grounded labels, and equations for those that are undecided."""

from dataclasses import dataclass

import numpy as np

from argmap.evaluate._graph import Ints
from argmap.evaluate.positions._equations import Equations, equations_of
from argmap.evaluate.positions._grounded import Labels, grounded
from argmap.evaluate.positions.framework import Framework


@dataclass(frozen=True, eq=False)
class Problem:
    """A framework or a map, prepared.

    Attributes:
        names: Of arguments or claims.
        labels: Their grounded labels.
        equations: Of what is undecided in these, auxiliary nodes included.
        places: For each undecided name, in order, its node in the equations.
    """

    names: tuple[str, ...]
    labels: Labels
    equations: Equations
    places: Ints

    def full(self, labelling: Labels) -> Labels:
        """The labels of all names, given those of the equations' nodes."""
        labels = self.labels.copy()
        labels[self.labels == 0] = labelling[self.places]
        return labels

    def place(self, number: int) -> int:
        """The node of an undecided name."""
        return int(self.places[np.count_nonzero(self.labels[:number] == 0)])


def problem_of(framework: Framework) -> Problem:
    """A framework, prepared."""
    labels = grounded(framework)
    equations, nodes = equations_of(framework, labels)
    return Problem(framework.names, labels, equations, np.arange(len(nodes)))
