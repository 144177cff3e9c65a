"""Equations as clauses.

Variable `true(n)` says that node n is true, `false(n)` that it is false; neither: undecided. The clauses admit the
*admissible* labellings: what is true or false has reason to be (Baroni, Caminada and Giacomin, "An introduction to
argumentation semantics", Knowledge Engineering Review 26, 2011; the encoding is that of Cerutti et al., "Computing
preferred extensions in abstract argumentation: a SAT-based approach", TAFA 2013). The maximal ones are the preferred
labellings. `complete` adds that what has reason to be true or false is.
"""

from itertools import pairwise

import numpy as np

from argmap.evaluate._graph import Flags, Ints
from argmap.evaluate.positions._equations import Equations
from argmap.evaluate.positions._sat import Clauses


def true(nodes: Ints) -> Ints:
    """The variables that say that nodes are true."""
    return 2 * nodes + 1


def false(nodes: Ints) -> Ints:
    """The variables that say that nodes are false."""
    return 2 * nodes + 2


def child_literals(equations: Equations, *, good: bool) -> Ints:
    """For every item of `children` the variable that says that it holds (`good`) or fails, negation minded."""
    items = equations.children.items
    return np.where(equations.plain == good, true(items), false(items))


def clauses_of(equations: Equations, *, complete: bool) -> Clauses:
    """The clauses of all nodes. Inputs are free, but not both true and false."""
    nodes = np.arange(equations.size)
    owners = equations.children.owners
    strong = np.where(equations.conjunction, true(nodes), false(nodes))  # needs the like of every child
    weak = np.where(equations.conjunction, false(nodes), true(nodes))  # needs the like of one child
    holds, fails = child_literals(equations, good=True), child_literals(equations, good=False)
    conjunct = equations.conjunction[owners]
    all_of, one_of = np.where(conjunct, holds, fails), np.where(conjunct, fails, holds)
    every = np.arange(equations.size + equations.inputs)
    clauses = _pairs(-true(every), -false(every))
    clauses += _pairs(-strong[owners], all_of)
    clauses += _long(-weak, one_of, equations)
    if complete:
        clauses += _pairs(-one_of, weak[owners])
        clauses += _long(strong, -all_of, equations)
    return clauses


def decided(nodes: Ints) -> Clauses:
    """That every one of the nodes is true or false."""
    return _pairs(true(nodes), false(nodes))


def labelling(model: Flags, size: int) -> np.typing.NDArray[np.int8]:
    """The labels 1, -1, 0 of the first nodes in a model."""
    return model[1 : 2 * size + 1 : 2].astype(np.int8) - model[2 : 2 * size + 2 : 2]


def _pairs(first: Ints, second: Ints) -> Clauses:
    return np.column_stack((first, second)).tolist()  # type: ignore[no-any-return]  # numpy cannot say


def _long(heads: Ints, literals: Ints, equations: Equations) -> Clauses:
    """A clause for every node: its head and the literals of its children."""
    cuts = (equations.children.start + np.arange(equations.size + 1)).tolist()
    flat = np.insert(literals, equations.children.start[:-1], heads).tolist()
    return [flat[begin:end] for begin, end in pairwise(cuts)]
