"""AIF as JSON, in the shape of AIFdb, and its extension xAIF.

Rahwan and Reed, "The Argument Interchange Format", in Argumentation in Artificial Intelligence (2009); the types of
nodes: I (information), L (locution), RA (inference), CA (conflict), MA (rephrase), PA (preference), YA (illocution),
TA (transition). I nodes are claims, RA and CA nodes relations; a CA node into a step is an undercut. Everything else,
and every field that the model has no place for, is kept in `data["aif"]` (of the file beside the graph: in `rest`).
"""

import json

from argmap.convert._losses import carried, lost
from argmap.convert._nodes import Shape, Sort, read_nodes, write_nodes
from argmap.convert._parse import Object, json_object, own_data
from argmap.errors import NotAMapError
from argmap.model import ArgumentMap, Loss, RelationKind

_SORTS: dict[object, Sort] = {
    "I": "claim", "RA": "support", "CA": "attack", "L": "silent", "YA": "silent", "TA": "silent"
}  # fmt: skip
_DEFAULTS: dict[str, str] = {"RA": "Default Inference", "CA": "Default Conflict"}
_NO_SCHEME = frozenset({"", *_DEFAULTS, *_DEFAULTS.values()})
_EMPTY_AIF: Object = {"locutions": []}
_EMPTY_XAIF: Object = {"schemefulfillments": None, "descriptorfulfillments": None, "participants": [], "locutions": []}
_EMPTY_FRAME: Object = {"text": {"txt": ""}, "dialog": False, "ova": []}


def is_aif(document: Object) -> bool:
    """Whether a JSON object has AIF's two lists, and their fields."""
    return _has(document, "nodes", "nodeID") and _has(document, "edges", "fromID")


def is_xaif(document: Object) -> bool:
    """Whether a JSON object wraps an AIF graph as xAIF does."""
    return isinstance(document.get("AIF"), dict)


def read_aif(text: str, path: str) -> ArgumentMap:
    """Read an AIF graph.

    Raises:
        NotAMapError: If it is no such graph, with the place.
    """
    return _read(json_object(text, path), path)


def read_xaif(text: str, path: str) -> ArgumentMap:
    """Read an xAIF file: its graph, and its text and annotations as data.

    Raises:
        NotAMapError: If it is no such file, with the place.
    """
    document = json_object(text, path)
    graph = document.pop("AIF", None)
    if not isinstance(graph, dict):
        raise NotAMapError(path, None, 'xAIF has its graph in an object \'AIF\': {"AIF": {"nodes": […], …}}')
    found = _read(graph, path)
    return found.model_copy(update={"data": found.data | {"xaif": document}})


def write_aif(argument_map: ArgumentMap) -> tuple[str, tuple[Loss, ...]]:
    """The map as an AIF graph. Lost: everything but claims' texts, relations and their schemes."""
    graph, losses = write_nodes(argument_map, _SHAPE)
    if "aif" not in argument_map.data:
        graph |= _EMPTY_AIF
    return _written(graph), (*lost(argument_map, carried(relation="scheme", own="aif")), *losses)


def write_xaif(argument_map: ArgumentMap) -> tuple[str, tuple[Loss, ...]]:
    """The map as an xAIF file. Lost: as in AIF."""
    graph, losses = write_nodes(argument_map, _SHAPE)
    if "aif" not in argument_map.data:
        graph |= _EMPTY_XAIF
    frame = own_data(argument_map.data, "xaif") if "xaif" in argument_map.data else _EMPTY_FRAME
    kept = carried(relation="scheme", own="aif xaif")
    return _written({"AIF": graph, **frame}), (*lost(argument_map, kept), *losses)


def _read(graph: Object, path: str) -> ArgumentMap:
    if not isinstance(graph.get("nodes"), list) or not isinstance(graph.get("edges"), list):
        raise NotAMapError(path, None, "AIF has two lists, 'nodes' and 'edges': one is missing")
    return read_nodes(graph, _SHAPE, path)


def _has(document: Object, key: str, field: str) -> bool:
    """Whether there is a list of objects under the key, and the field in its first, if it has one."""
    found = document.get(key)
    return isinstance(found, list) and all(isinstance(one, dict) and field in one for one in found[:1])


def _sort(node: Object) -> Sort:
    kind = node.get("type")
    return _SORTS.get(kind, "aside") if isinstance(kind, str) else "aside"


def _scheme(node: Object) -> str | None:
    scheme = node["scheme"] if isinstance(node.get("scheme"), str) else node.get("text")
    return scheme if isinstance(scheme, str) and scheme not in _NO_SCHEME else None


def _step(kind: RelationKind, scheme: str | None) -> Object:
    sort = "RA" if kind == "support" else "CA"
    return {"text": scheme or _DEFAULTS[sort], "type": sort}


def _written(document: Object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


_SHAPE = Shape(
    name="aif",
    node="nodeID",
    edge="edgeID",
    start="fromID",
    end="toID",
    sort=_sort,
    scheme=_scheme,
    naming=frozenset({"text", "scheme", "schemeID"}),
    step=_step,
    claim={"type": "I"},
)
