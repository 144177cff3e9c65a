"""The well-founded model of a map's program.

The program (n. = naf, "not … as far as is known"):

    inference(r)  <-  every premise of r stands,  no undercut of r stands
    claim(c)      <-  some support of c stands or some source that c cites stands,  no attack on c stands

Its well-founded model (Van Gelder, Ross and Schlipf, "The Well-Founded Semantics for General Logic Programs", J. ACM 38,
1991) is unique and sceptical; on attacks alone it is the grounded labelling (Dung, "On the Acceptability of Arguments",
Artificial Intelligence 77, 1995). That a claim needs support that goes back to evidence, so that circles support
nothing, is evidential support (Oren and Norman, "Semantics for Evidence-Based Argumentation", COMMA 2008).

The components of the dependency graph are solved one after the other, each with the values before it given: a single
node by Kleene's three-valued logic; a circle by unit propagation with counters (Dowling and Gallier, J. Logic Programming
1, 1984), and when that stops by making false what has no foundation. Every undecided claim of a circle keeps a support
that founds it; only claims that lose theirs are looked at again. Linear, but for circles whose foundations fall one
after the other.
"""

from collections.abc import Callable, Iterable

from argmap.evaluate._circle import Circle
from argmap.evaluate._program import Program

Value = int
"""1 stands, -1 does not, 0 undecided."""

Lookup = Callable[[int], Value]


def model(program: Program, rejected: frozenset[str]) -> list[Value]:
    """The value of every node when these sources are rejected."""
    values = [0] * program.size
    for number in range(len(program.members)):
        for node, value in solve(program, number, values.__getitem__, rejected):
            values[node] = value
    return values


def solve(program: Program, number: int, value: Lookup, rejected: frozenset[str]) -> Iterable[tuple[int, Value]]:
    """The values of one component's nodes, those of all components before it given by `value`."""
    members = program.members[number]
    if len(members) > 1:
        return Circle(program, number, value, rejected).solve()
    node = members[0]
    against = max((0 if other == node else value(other) for other in program.against[node]), default=-1)
    if node >= program.claims:
        needed = min((value(premise) for premise in program.premises[node - program.claims]), default=1)
        return ((node, min(needed, -against)),)
    if against == 1:
        return ((node, -1),)
    cited = any(source not in rejected for source in program.cites[node])
    support = 1 if cited else max((value(other) for other in program.supports[node]), default=-1)
    return ((node, min(support, -against)),)
