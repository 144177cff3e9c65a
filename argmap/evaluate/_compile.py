"""From a map to its program."""

from collections.abc import Iterable, Mapping

from argmap.errors import UnknownNameError
from argmap.evaluate._conflicts import Conflict, conflict_of
from argmap.evaluate._program import AGAINST, NEED, SUPPORT, WATCH, Edges, Program
from argmap.evaluate._reading import DEFAULT, Reading
from argmap.evaluate._standards import Bounds, bounds, standard_of
from argmap.model import ArgumentMap, MapClaim, Relation, Standard


def program_of(argument_map: ArgumentMap, reading: Reading = DEFAULT) -> Program:
    """The program of a map.

    Raises:
        UnknownNameError: If a relation names a claim or relation that is not in the map.
        WrongStandardError: If a claim's standard does not exist, or its numbers make no sense.
    """
    return _Builder(argument_map, reading).build()


class _Builder:
    """The parts of one program while it is made."""

    def __init__(self, argument_map: ArgumentMap, reading: Reading) -> None:
        self._claims = argument_map.claims
        self._relations = argument_map.relations
        self._reading = reading
        self._edges = Edges()
        count = len(self._claims)
        self._count = count
        self._number = {claim.id: number for number, claim in enumerate(self._claims)}
        self._node = {relation.id: count + number for number, relation in enumerate(self._relations)}
        every = reading.granted == "all"
        self._base = [int(every or _granted(claim)) for claim in self._claims]
        self._base += [int(every or not one.citations or _granted(one)) for one in self._relations]
        self._premises: list[tuple[int, ...]] = []
        self._target: list[int] = []
        self._relation = list(range(len(self._relations)))
        self._conflicts: list[int] = []
        self._cuts: dict[int, list[int]] = {}
        self._hits: dict[int, list[int]] = {}  # of a claim: the attacks on it
        self._entailed: list[tuple[int, int]] = []  # deductive supports: relation, helper
        self._cites = [*map(_cited, self._claims), *map(_cited, self._relations)]

    def build(self) -> Program:
        """The program."""
        for relation in self._relations:
            self._resolve(relation)
        for node, relation in enumerate(self._relations, self._count):
            for premise in self._premises[node - self._count]:
                self._edges.add(premise, node, NEED)
            for cut in self._cuts.get(node, ()):
                self._edges.add(cut, node, AGAINST)
            if relation.kind == "attack":
                self._attack(node, relation)
            elif relation.kind == "support":
                self._support(node, relation)
        self._entail()
        standards = {
            number: standard_of(claim) for number, claim in enumerate(self._claims) if claim.standard is not None
        }
        standards = {claim: standard for claim, standard in standards.items() if standard.name != "any"}
        self._watch(standards)
        return Program(
            claims=self._count,
            conflicts=frozenset(self._conflicts),
            relation=self._relation,
            premises=self._premises,
            target=self._target,
            cites=self._cites,
            base=self._base,
            edges=self._edges,
            standards=standards,
            weights=self._weights(standards),
        )

    def _resolve(self, relation: Relation) -> None:
        premises = dict.fromkeys(_look(self._number, "claim", premise) for premise in relation.premises)
        self._premises.append(tuple(premises))
        if relation.kind == "undercut":
            target = _look(self._node, "relation", relation.target)
            self._cuts.setdefault(target, []).append(self._count + len(self._target))
        else:
            target = _look(self._number, "claim", relation.target)
        self._target.append(target)

    def _new(self, made_of: int, premises: tuple[int, ...], target: int, base: int, cites: tuple[str, ...] = ()) -> int:
        """A node more, made of a relation's node."""
        self._base.append(base)
        self._cites.append(cites)
        self._relation.append(made_of - self._count)
        self._premises.append(premises)
        self._target.append(target)
        return len(self._base) - 1

    def _attack(self, node: int, relation: Relation) -> None:
        premises, target = self._premises[node - self._count], self._target[node - self._count]
        conflict: Conflict = "drawn"
        if relation.data.get("conflict", self._reading.conflict) != "directed":
            conflict = conflict_of(relation, [self._claims[premise] for premise in premises], self._claims[target])
        if conflict != "answer":
            self._edges.add(node, target, AGAINST)
            self._hits.setdefault(target, []).append(node)
        if conflict == "drawn" or target in premises:
            return
        answered = premises[0] if len(premises) == 1 else node
        answer = self._new(node, (target,), answered, self._base[node], self._cites[node])
        self._conflicts += (node, answer) if conflict == "mutual" else ()
        self._edges.add(target, answer, NEED)
        self._edges.add(answer, answered, AGAINST)
        for cut in self._cuts.get(node, ()):
            self._edges.add(cut, answer, AGAINST)
        if answered < self._count:
            self._hits.setdefault(answered, []).append(answer)

    def _support(self, node: int, relation: Relation) -> None:
        premises, target = self._premises[node - self._count], self._target[node - self._count]
        how = relation.data.get("support", self._reading.support)
        if how != "necessary":
            self._edges.add(node, target, SUPPORT)
        if how == "deductive" and len(premises) == 1:
            helper = self._new(node, (), premises[0], 0)
            self._entailed.append((node, helper))
            self._edges.add(helper, premises[0], AGAINST)
            if not self._base[node]:
                self._edges.add(self._voucher(node), helper, NEED)
        for premise in premises if how == "necessary" else ():
            helper = self._new(node, (premise,), target, 0)
            self._edges.add(premise, helper, SUPPORT)
            self._edges.add(helper, target, NEED)
            for cut in self._cuts.get(node, ()):
                self._edges.add(cut, helper, SUPPORT)
            if not self._base[node]:
                unvouched = self._new(node, (), target, 1)
                self._edges.add(self._voucher(node), unvouched, AGAINST)
                self._edges.add(unvouched, helper, SUPPORT)

    def _voucher(self, node: int) -> int:
        """A node that stands as long as a source does that vouches for a relation."""
        return self._new(node, (), self._target[node - self._count], 0, self._cites[node])

    def _entail(self) -> None:
        """What attacks a claim attacks all that entails it (Boella, Gabbay, van der Torre and Villata, COMMA 2010)."""
        for _, helper in self._entailed:
            self._hits.setdefault(self._target[helper - self._count], []).append(helper)
        for node, helper in self._entailed:
            for hit in self._hits.get(self._target[node - self._count], ()):
                self._edges.add(hit, helper, SUPPORT)
            for cut in self._cuts.get(node, ()):
                self._edges.add(cut, helper, AGAINST)

    def _watch(self, standards: Mapping[int, Standard]) -> None:
        """A corroborated claim looks at all that its support rests on."""
        watching = [claim for claim, standard in standards.items() if standard.name == "corroborated"]
        if not watching:
            return
        supports: dict[int, list[int]] = {}
        for source, target, kind in zip(self._edges.source, self._edges.target, self._edges.kind, strict=True):
            if kind == SUPPORT or (kind == NEED and target >= self._count):
                supports.setdefault(target, []).append(source)
        for claim in watching:
            for node in _above(claim, supports):
                self._edges.add(node, claim, WATCH)

    def _weights(self, standards: Mapping[int, Standard]) -> dict[int, Bounds]:
        """What the supports and attacks of the claims that weigh them weigh."""
        found: dict[int, Bounds] = {claim: bounds(self._claims[claim].weight) for claim in standards}
        for node, target in enumerate(self._target, self._count):
            if target in standards:
                found[node] = self._weight(node)
        return found

    def _weight(self, node: int) -> Bounds:
        own = self._relations[self._relation[node - self._count]].weight
        answer = node >= self._count + len(self._relations)
        if own is not None and not answer:
            return bounds(own)
        claims = [bounds(self._claims[premise].weight) for premise in self._premises[node - self._count]]
        return min((low for low, _ in claims), default=1.0), min((high for _, high in claims), default=1.0)


def _look(numbers: Mapping[str, int], what: str, name: str) -> int:
    if name not in numbers:
        raise UnknownNameError(what, name, numbers)
    return numbers[name]


def _granted(one: MapClaim | Relation) -> bool:
    return one.data.get("granted") is True


def _cited(one: MapClaim | Relation) -> tuple[str, ...]:
    return tuple(dict.fromkeys(citation.source for citation in one.citations))


def _above(claim: int, supports: Mapping[int, Iterable[int]]) -> set[int]:
    found: set[int] = set()
    waiting = [claim]
    while waiting:
        new = [node for node in supports.get(waiting.pop(), ()) if node not in found and node != claim]
        found.update(new)
        waiting += new
    return found
