"""A map as a logic program over numbers, with its strongly connected components in order.

Claims are the nodes 0 … n-1, relations the nodes n … n+m-1. A relation depends on its premises and on what undercuts it;
a claim on what supports and what attacks it. Sources are no nodes: a claim counts how many of those it cites stand.
"""

from dataclasses import dataclass, field

from argmap.errors import UnknownNameError
from argmap.evaluate._components import strong_components
from argmap.model import ArgumentMap


@dataclass(slots=True)
class Program:
    """The dependencies of a map, by node.

    Attributes:
        claims: How many nodes are claims.
        premises: Of each relation: the claims it needs, each once. Index: node minus `claims`.
        target: Of each relation: the node it bears on. Index as above.
        supports: Of each claim: the relations that support it.
        against: Of each claim or relation: the relations that attack or undercut it.
        uses: Of each claim: the relations it is a premise of.
        is_support: Of each relation. Index as above.
        cites: Of each claim: the sources it cites, each once.
        component: Of each node: the number of its component; a node depends on lower or equal numbers only.
        members: The nodes of each component.
    """

    claims: int
    premises: list[tuple[int, ...]]
    target: list[int]
    supports: list[list[int]]
    against: list[list[int]]
    uses: list[list[int]]
    is_support: list[bool]
    cites: list[tuple[str, ...]]
    component: list[int] = field(default_factory=list)
    members: list[list[int]] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many nodes there are."""
        return self.claims + len(self.premises)

    def dependents(self, node: int) -> list[int]:
        """The nodes whose value depends directly on this node's."""
        return self.uses[node] if node < self.claims else [self.target[node - self.claims]]


def program_of(argument_map: ArgumentMap) -> Program:
    """The program of a map.

    Raises:
        UnknownNameError: If a relation names a claim or relation that is not in the map.
    """
    claims = {claim.id: number for number, claim in enumerate(argument_map.claims)}
    count = len(claims)
    relations = {relation.id: count + number for number, relation in enumerate(argument_map.relations)}
    program = Program(
        claims=count,
        premises=[],
        target=[],
        supports=[[] for _ in range(count)],
        against=[[] for _ in range(count + len(relations))],
        uses=[[] for _ in range(count)],
        is_support=[],
        cites=[tuple(dict.fromkeys(cite.source for cite in claim.citations)) for claim in argument_map.claims],
    )
    for node, relation in enumerate(argument_map.relations, count):
        premises = tuple(dict.fromkeys(_number("claim", premise, claims) for premise in relation.premises))
        undercut = relation.kind == "undercut"
        target = (
            _number("relation", relation.target, relations) if undercut else _number("claim", relation.target, claims)
        )
        program.premises.append(premises)
        program.target.append(target)
        program.is_support.append(relation.kind == "support")
        (program.supports if relation.kind == "support" else program.against)[target].append(node)
        for premise in premises:
            program.uses[premise].append(node)
    _components(program)
    return program


def _number(what: str, name: str, numbers: dict[str, int]) -> int:
    if name not in numbers:
        raise UnknownNameError(what, name, numbers)
    return numbers[name]


def _components(program: Program) -> None:
    found = strong_components(range(program.size), program.dependents, program.size)
    found.reverse()  # what others depend on comes first
    program.members = found
    program.component = [0] * program.size
    for number, nodes in enumerate(found):
        for node in nodes:
            program.component[node] = number
