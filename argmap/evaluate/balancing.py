"""Argument graphs of Carneades, as a map that this package evaluates.

Gordon and Walton, "Formalizing Balancing Arguments" (COMMA 2016). In such a graph the positions of an issue compete by the
weights of the arguments for them, each of which is computed by a weighing function; assumptions stand as they are. The
converter keeps issues, assumptions and functions in `data["carneades"]` and does not interpret them. Here an argument for
a position attacks its rivals with its weight; positions must meet the standard of their issue, preponderance if it names
none; what is assumed is granted.

What arguments weigh says `_weighing`. Arguments that Carneades itself would generate from schemes are not there.
"""

from collections.abc import Iterator

from argmap.evaluate._weighing import Way, Weighing, listed, mapping
from argmap.model import ArgumentMap, MapClaim, Relation

WAY_OF = "carneades-argument"
"""In a relation's data: the argument that it is one way of, by id."""
_NEGATION = "negation"
_MOST_POSITIONS = 20
"""Of an issue whose positions compete, as the converter has it, which tells of others."""


def is_argument_graph(argument_map: ArgumentMap) -> bool:
    """Whether a map was read from an argument graph that says anything of its evaluation."""
    own = argument_map.data.get("carneades")
    return isinstance(own, dict) and any(own.get(key) for key in ("assumptions", "issues", "issue_schemes"))


def balanced(argument_map: ArgumentMap) -> ArgumentMap:
    """The same claims, with the relations, weights and standards that the graph means."""
    return _Graph(argument_map).balanced()


class _Graph:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._own = mapping(argument_map.data.get("carneades"))
        self._assumed = {one for one in listed(self._own.get("assumptions")) if isinstance(one, str)}
        self._assumed |= {one.id for one in argument_map.claims if mapping(one.data.get("carneades")).get("assumed")}
        self._issues = [issue for issue in self._positions() if len(issue) <= _MOST_POSITIONS]
        self._issue_of = {claim: issue for issue in self._issues for claim in issue}
        self._arguments = [one for one in argument_map.relations if one.kind == "support"]
        self._weighing = Weighing(self._own, self._issue_of, self._arguments)

    def _positions(self) -> Iterator[tuple[str, ...]]:
        known = self._map.claim_of
        for issue in mapping(self._own.get("issues")).values():
            yield tuple(one for one in listed(mapping(issue).get("positions")) if one in known)
        if _NEGATION in mapping(self._own.get("issue_schemes")):
            yield from ((claim, f"¬{claim}") for claim in known if f"¬{claim}" in known)

    def balanced(self) -> ArgumentMap:
        relations: list[Relation] = []
        for argument in self._arguments:
            for way in self._weighing.ways(argument):
                self._argue(argument, way, relations)
        issued = {pair for issue in self._issues for pair in ((a, b) for a in issue for b in issue)}
        relations += [
            one
            for one in self._map.relations
            if one.kind == "attack" and not (len(one.premises) == 1 and (one.premises[0], one.target) in issued)
        ]
        return self._map.model_copy(
            update={"claims": tuple(map(self._claim, self._map.claims)), "relations": tuple(relations)}
        )

    def _claim(self, claim: MapClaim) -> MapClaim:
        bare = claim.form == "argument" and "argument" in mapping(claim.data.get("carneades"))
        if claim.id in self._assumed or bare:
            return claim.model_copy(update={"standard": None, "data": {**claim.data, "granted": True}})
        if claim.id in self._issue_of:
            return claim.model_copy(update={"standard": claim.standard or "preponderance"})
        return claim

    def _argue(self, argument: Relation, way: Way, found: list[Relation]) -> None:
        """One argument: for its conclusion, and against the rivals of it; what undercuts it undercuts all of these."""
        premises, weight = way
        rivals = [one for one in self._issue_of.get(argument.target, ()) if one != argument.target]
        steps = [("support", argument.target), *(("attack", one) for one in rivals if one not in self._assumed)]
        for kind, target in steps:
            update = {
                "id": f"{argument.id}.{len(found)}",
                "kind": kind,
                "premises": premises,
                "target": target,
                "weight": weight,
                "data": {**argument.data, "conflict": "directed", WAY_OF: argument.id},
            }
            step = argument.model_copy(update=update)
            found.append(step)
            found += [
                cut.model_copy(update={"id": f"{cut.id}.{len(found)}", "target": step.id})
                for cut in self._map.into.get(argument.id, ())
            ]
