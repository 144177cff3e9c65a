"""Graphs of claim nodes and inference nodes, as AIF and SADFace write arguments.

A step is an inference (or conflict) node with claims before it and one claim behind it: one relation. A conflict node
that points to a step is an undercut. Every other node and edge is kept as data, and told.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from argmap.convert._losses import KEPT, text_lost
from argmap.convert._parse import Object, free, objects, own_data, own_list, shown
from argmap.errors import NotAMapError
from argmap.model import ArgumentMap, Loss, MapClaim, Relation, RelationKind

Sort = Literal["claim", "support", "attack", "silent", "aside"]


class Shape(NamedTuple):
    """How a format writes its graph.

    Attributes:
        name: Under what the map keeps what the model has no place for.
        node, edge, start, end: The names of the ids and of an edge's two ends.
        sort: What a node is; `silent` nodes (who said it, and how) may point to steps without being part of them.
        scheme: The scheme that a step's node names, and `naming`, in which of its fields.
        step: What to write for a step's node, without its id.
        claim: The same for a claim without its text.
    """

    name: str
    node: str
    edge: str
    start: str
    end: str
    sort: Callable[[Object], Sort]
    scheme: Callable[[Object], str | None]
    naming: frozenset[str]
    step: Callable[[RelationKind, str | None], Object]
    claim: Object


class _Step(NamedTuple):
    """A node that is a relation: the places of its edges, and the node it leads to."""

    kind: RelationKind
    premises: tuple[int, ...]
    target: int


def read_nodes(document: Object, shape: Shape, path: str) -> ArgumentMap:
    """The claims and relations of a graph; the rest of it in `data`.

    Raises:
        NotAMapError: If a node or edge is broken, two nodes have one id, or an edge leads nowhere.
    """
    nodes = _nodes(document, shape, path)
    edges = objects(document, "edges", path)
    ends = [_ends(edge, number, nodes, shape, path) for number, edge in enumerate(edges)]
    sorts = {name: shape.sort(node) for name, node in nodes.items()}
    steps = _steps(sorts, ends)
    integers = bool(nodes) and all(isinstance(node[shape.node], int) for node in nodes.values())
    names = {name: f"r{number}" for number, name in enumerate((name for name in nodes if name in steps), 1)}
    used = {edge for step in steps.values() for edge in (*step.premises, step.target)}
    rest = {key: value for key, value in document.items() if key not in {"nodes", "edges"}}
    aside = [node for name, node in nodes.items() if sorts[name] != "claim" and name not in steps]
    kept: Object = {"nodes": aside, "edges": [edge for number, edge in enumerate(edges) if number not in used]}
    kept |= {"integers": integers} if integers else {}
    return ArgumentMap(
        claims=tuple(
            _claim(name, node, shape, keep_id=not integers) for name, node in nodes.items() if sorts[name] == "claim"
        ),
        relations=tuple(
            _relation(nodes[name], number, steps[name], _Graph(edges, ends, names), shape)
            for name, number in names.items()
        ),
        data={shape.name: kept | {"rest": rest}},
        losses=tuple(_kept(aside, sorts, shape)),
    )


def _nodes(document: Object, shape: Shape, path: str) -> dict[str, Object]:
    found: dict[str, Object] = {}
    for number, node in enumerate(objects(document, "nodes", path)):
        name = _name(node.get(shape.node), f"nodes[{number}].{shape.node}", path)
        if name in found:
            raise NotAMapError(path, None, f"nodes[{number}]: a second node has the {shape.node} '{shown(name)}'")
        if not isinstance(node.get("text", ""), str | None):
            raise NotAMapError(path, None, f"nodes[{number}].text is no text: write it in quotation marks")
        found[name] = node
    return found


def _name(value: object, place: str, path: str) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        raise NotAMapError(path, None, f"{place} is missing or no id: give a text or a whole number")
    return str(value)


def _ends(edge: Object, number: int, nodes: Mapping[str, Object], shape: Shape, path: str) -> tuple[str, str]:
    start, end = (_name(edge.get(key), f"edges[{number}].{key}", path) for key in (shape.start, shape.end))
    for key, name in ((shape.start, start), (shape.end, end)):
        if name not in nodes:
            raise NotAMapError(path, None, f"edges[{number}].{key}: there is no node '{shown(name)}': add it")
    return start, end


def _steps(sorts: Mapping[str, Sort], ends: Sequence[tuple[str, str]]) -> dict[str, _Step]:
    """The nodes that are relations, from those that lead to a claim outwards to those that lead to them."""
    into: dict[str, list[int]] = {}
    out: dict[str, list[int]] = {}
    for number, (start, end) in enumerate(ends):
        out.setdefault(start, []).append(number)
        into.setdefault(end, []).append(number)
    found: dict[str, _Step] = {}
    waiting = [name for name, sort in sorts.items() if sort == "claim"]
    while waiting:
        target = waiting.pop()
        for number in into.get(target, ()):
            name = ends[number][0]
            sort = sorts[name]
            if name in found or sort not in {"support", "attack"} or len(out[name]) != 1:
                continue
            premises = _premises(into.get(name, ()), ends, sorts)
            if premises and (sort == "attack" or sorts[target] == "claim"):
                kind: RelationKind = "support" if sort == "support" else "attack"
                found[name] = _Step(kind if sorts[target] == "claim" else "undercut", premises, number)
                waiting.append(name)
    return found


def _premises(edges: Iterable[int], ends: Sequence[tuple[str, str]], sorts: Mapping[str, Sort]) -> tuple[int, ...]:
    """The edges from claims, each claim once; none if something else than claims leads here."""
    found: dict[str, int] = {}
    for number in edges:
        start = ends[number][0]
        if sorts[start] == "claim":
            found.setdefault(start, number)
        elif sorts[start] not in {"silent", "attack"}:
            return ()
    return tuple(found.values())


def _claim(name: str, node: Object, shape: Shape, *, keep_id: bool) -> MapClaim:
    text = node.get("text") or ""
    plain = shape.claim | {"text": text, shape.node: name if keep_id else node[shape.node]}
    residue = {key: value for key, value in node.items() if key not in plain or plain[key] != value}
    if not text:
        residue["text"] = node.get("text", "")
    return MapClaim(id=name, text=text, data={shape.name: residue} if residue else {})


class _Graph(NamedTuple):
    """Edges as written, their ends, and the relations' ids by their nodes'."""

    edges: list[Object]
    ends: list[tuple[str, str]]
    names: dict[str, str]


def _relation(node: Object, name: str, step: _Step, graph: _Graph, shape: Shape) -> Relation:
    scheme = shape.scheme(node)
    plain = shape.step(step.kind, scheme) | {shape.node: name}
    residue = {key: value for key, value in node.items() if key not in plain or plain[key] != value}
    of_edges = [
        {key: value for key, value in graph.edges[number].items() if key not in {shape.start, shape.end}}
        for number in (*step.premises, step.target)
    ]
    if any(of_edges):
        residue["edges"] = of_edges
    target = graph.ends[step.target][1]
    return Relation(
        id=name,
        kind=step.kind,
        premises=tuple(graph.ends[number][0] for number in step.premises),
        target=graph.names.get(target, target),
        scheme=scheme,
        data={shape.name: residue} if residue else {},
    )


def _kept(aside: Iterable[Object], sorts: Mapping[str, Sort], shape: Shape) -> Iterable[Loss]:
    """Every argument that is no relation of ours, and how many nodes tell who spoke."""
    talk = 0
    for node in aside:
        if sorts[str(node[shape.node])] == "silent":
            talk += 1
            continue
        what = f"{node.get('type', 'node')} {node[shape.node]}"
        yield Loss(what=KEPT, detail=f"{what} ({shown(node.get('text') or node.get('name') or '')})")
    if talk:
        yield Loss(what=KEPT, detail=f"{talk} nodes of the dialogue: who said what, and how")


def write_nodes(argument_map: ArgumentMap, shape: Shape) -> tuple[Object, list[Loss]]:
    """The graph of a map, with what it keeps of this format; losses of texts, schemes and data that no longer fit."""
    writer = _Writer(argument_map, shape)
    return writer.write(), writer.losses


class _Writer:
    """One document. Claims keep their ids; a step has the id it was read with, or the relation's."""

    def __init__(self, argument_map: ArgumentMap, shape: Shape) -> None:
        self._map, self._shape = argument_map, shape
        self._kept = own_data(argument_map.data, shape.name)
        self._known = {claim.id for claim in argument_map.claims}
        self._own = {relation.id: own_data(relation.data, shape.name) for relation in argument_map.relations}
        self._steps = {relation.id: self._step_id(relation) for relation in argument_map.relations}
        self._edges: list[Object] = []
        self._free = 0
        edges = [edge for own in self._own.values() for edge in own_list(own, "edges")]
        edges += own_list(self._kept, "edges")
        self._taken = {str(edge.get(shape.edge)) for edge in edges}
        self.losses: list[Loss] = []

    def write(self) -> Object:
        nodes = [self._claim(claim) for claim in self._map.claims]
        nodes += [self._step(relation) for relation in self._map.relations]
        nodes += self._aside()
        for edge in own_list(self._kept, "edges"):
            ends = str(edge.get(self._shape.start)), str(edge.get(self._shape.end))
            if self._known.issuperset(ends):
                self._edges.append(edge)
            else:
                self.losses.append(Loss(what="edge", detail=f"{shown(edge)}: an end of it is no longer in the map"))
        rest = self._kept.get("rest")
        return {"nodes": nodes, "edges": self._edges, **(rest if isinstance(rest, dict) else {})}

    def _step_id(self, relation: Relation) -> str:
        wanted = str(self._own[relation.id].get(self._shape.node) or relation.id)
        name = free(relation.id, self._known) if wanted in self._known else wanted
        self._known.add(name)
        return name

    def _claim(self, claim: MapClaim) -> Object:
        own = own_data(claim.data, self._shape.name)
        text = claim.text
        if claim.text:
            own.pop("text", None)
        elif "text" not in own:
            text = claim.id
            self.losses.append(text_lost(claim))
        return {self._shape.node: self._id(claim.id), "text": text, **self._shape.claim, **own}

    def _step(self, relation: Relation) -> Object:
        shape, own = self._shape, self._own[relation.id]
        rest = {key: value for key, value in own.items() if key not in {"edges", shape.node}}
        plain = shape.step(relation.kind, relation.scheme)
        node = plain | rest
        if shape.scheme(node) != relation.scheme:
            node = plain | {key: value for key, value in rest.items() if key not in shape.naming}
        if shape.scheme(node) != relation.scheme:
            self.losses.append(Loss(what="scheme", detail=f"relation '{relation.id}': {relation.scheme}"))
        name = self._steps[relation.id]
        self._join(relation, name, own_list(own, "edges"))
        return {shape.node: self._id(name), **node}

    def _join(self, relation: Relation, name: str, own: list[Object]) -> None:
        target = self._steps[relation.target] if relation.kind == "undercut" else relation.target
        ends = [(premise, name) for premise in relation.premises] + [(name, target)]
        if len(own) != len(ends):
            own = [{} for _ in ends]
        for (start, end), rest in zip(ends, own, strict=True):
            number = {} if self._shape.edge in rest else {self._shape.edge: self._number()}
            self._edges.append({**number, self._shape.start: self._id(start), self._shape.end: self._id(end), **rest})

    def _aside(self) -> list[Object]:
        found = []
        for node in own_list(self._kept, "nodes"):
            name = str(node.get(self._shape.node))
            if name in self._known:
                self.losses.append(Loss(what="node", detail=f"{shown(node)}: the map has another of that id"))
            else:
                self._known.add(name)
                found.append(node)
        return found

    def _id(self, name: str) -> str | int:
        if self._kept.get("integers") is True and name.isascii() and name.isdecimal() and str(int(name[:18])) == name:
            return int(name)
        return name

    def _number(self) -> str | int:
        self._free += 1
        while str(self._free) in self._taken:
            self._free += 1
        return self._free if self._kept.get("integers") is True else str(self._free)
