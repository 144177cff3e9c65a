"""Positions as they are defined: by looking at all sets of arguments, and at all labellings of a program."""

from collections.abc import Iterable
from itertools import chain, combinations, product

from argmap.evaluate._compile import program_of
from argmap.evaluate._origins import origins_of
from argmap.evaluate._program import Program
from argmap.evaluate._standards import weigh
from argmap.model import ArgumentMap

Pairs = frozenset[tuple[int, int]]
Sets = set[frozenset[int]]


def extensions(size: int, attacks: Pairs, semantics: str) -> Sets:
    """The extensions of a framework by Dung's definitions."""
    everyone = range(size)
    subsets = [frozenset(some) for some in chain.from_iterable(combinations(everyone, k) for k in range(size + 1))]

    def beaten(some: frozenset[int]) -> frozenset[int]:
        return frozenset(target for attacker, target in attacks if attacker in some)

    def defends(some: frozenset[int]) -> frozenset[int]:
        hit = beaten(some)
        return frozenset(one for one in everyone if all(attacker in hit for attacker, other in attacks if other == one))

    free = [some for some in subsets if not some & beaten(some)]
    complete = [some for some in free if some == defends(some)]
    preferred = {some for some in complete if not any(some < other for other in complete)}
    if semantics == "complete":
        return set(complete)
    if semantics == "grounded":
        return {some for some in complete if all(some <= other for other in complete)}
    if semantics == "preferred":
        return preferred
    if semantics == "stable":
        return {some for some in free if len(some | beaten(some)) == size}
    if semantics == "semi-stable":
        ranges = {some: some | beaten(some) for some in complete}
        return {some for some in complete if not any(ranges[some] < other for other in ranges.values())}
    admissible = [some for some in free if some <= defends(some)]
    within = [some for some in admissible if all(some <= other for other in preferred)]
    return {max(within, key=len)}


def labellings(argument_map: ArgumentMap, reject: Iterable[str] = (), most: int = 6) -> set[tuple[int, ...]] | None:
    """All three-valued stable models of a map's program, as labels of its nodes, claims first.

    None if more than `most` nodes are negated somewhere, for all cases of these are tried.
    """
    program = program_of(argument_map)
    gone = origins_of(argument_map).fallen(reject)
    cited = [sum(source not in gone for source in cited) for cited in program.cites]
    given = (program.base + cited).tolist()
    nodes = range(program.size)
    negated = sorted({other for node in nodes for other in program.against[node]})
    if len(negated) > most:
        return None

    def met(node: int, true: set[int], absent: set[int], wanted: int) -> bool:
        """Whether a node's standard is met, if exactly the absent ones do not stand; in doubt as it is wanted."""
        grounds = [ground for ground in program.ground[node] if ground in true]
        if node in program.standards and program.standards[node].name == "corroborated":
            roots = int(program.standards[node].numbers[0])
            return all(con in absent for con in program.against[node]) and outlives(program, node, true, gone, roots)
        if node not in program.standards:
            return bool(given[node] or grounds) and all(con in absent for con in program.against[node])
        pros = [(1, program.weights[ground]) for ground in grounds]
        pros += [(1, program.weights[node])] if given[node] else []
        cons = [(1, program.weights[con]) for con in program.against[node] if con not in absent]
        return weigh(program.standards[node], pros, cons) >= wanted

    def least(absent: set[int], wanted: int) -> set[int]:
        true: set[int] = set()
        while True:
            more = {
                node
                for node in nodes
                if node not in true
                and met(node, true, absent, wanted)
                and all(need in true for need in program.needs[node])
            }
            if not more:
                return true
            true |= more

    found = set()
    for guess in product((1, 0, -1), repeat=len(negated)):
        labels = dict(zip(negated, guess, strict=True))
        sure = least({node for node, label in labels.items() if label == -1}, 1)
        possible = least({node for node, label in labels.items() if label != 1}, 0)
        result = tuple(1 if node in sure else 0 if node in possible else -1 for node in nodes)
        if all(result[node] == label for node, label in labels.items()):
            found.add(result)
    return found


def outlives(program: Program, claim: int, true: set[int], gone: frozenset[str], roots: int) -> bool:
    """Whether what is true supports a claim without any `roots` - 1 sources. No source is derived from others."""
    sources = sorted({source for cited in program.cites for source in cited} - gone)
    fewer = min(roots - 1, len(sources))
    return all(_is_supported(program, claim, true, gone.union(lost)) for lost in combinations(sources, fewer))


def _is_supported(program: Program, claim: int, true: set[int], gone: frozenset[str]) -> bool:
    reached: set[int] = set()
    while True:
        more = {
            node
            for node in true.union({claim}) - reached
            if (program.base[node] or not gone.issuperset(program.cites[node]) or reached & {*program.ground[node]})
            and (node < program.claims or reached.issuperset(program.needs[node]))
        }
        if not more:
            return claim in reached
        reached |= more


def of_semantics(every: set[tuple[int, ...]], semantics: str) -> set[tuple[int, ...]]:
    """Those labellings that a semantics chooses among the complete ones."""

    def less(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
        return one != other and all(left in (0, right) for left, right in zip(one, other, strict=True))

    def decided(one: tuple[int, ...]) -> frozenset[int]:
        return frozenset(node for node, label in enumerate(one) if label)

    preferred = {one for one in every if not any(less(one, other) for other in every)}
    if semantics == "complete":
        return every
    if semantics == "grounded":
        return {one for one in every if all(one == other or less(one, other) for other in every)}
    if semantics == "preferred":
        return preferred
    if semantics == "stable":
        return {one for one in every if 0 not in one}
    if semantics == "semi-stable":
        return {one for one in every if not any(decided(one) < decided(other) for other in every)}
    below = [one for one in every if all(one == other or less(one, other) for other in preferred)]
    return {max(below, key=lambda one: len(decided(one)))}
