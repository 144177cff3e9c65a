"""SADFace, the Simple Argument Description Format: https://github.com/ARG-ENU/SADFace .

Atoms are claims, scheme nodes relations (`conflict` attacks, every other name is a support); a conflict that points to
a scheme node is an undercut. Metadata, resources and ids are kept in `data["sadface"]`.
"""

import json
from typing import Any

from argmap.convert._losses import carried, lost
from argmap.convert._nodes import Shape, Sort, read_nodes, write_nodes
from argmap.convert._parse import Object, json_object
from argmap.errors import NotAMapError
from argmap.model import ArgumentMap, Loss, RelationKind

_CONFLICTS = frozenset({"conflict", "attack", "rebut", "rebuttal", "undercut", "con"})


def is_sadface(document: Object) -> bool:
    """Whether a JSON object has SADFace's lists, and atoms or schemes in them."""
    nodes, edges = document.get("nodes"), document.get("edges")
    if not isinstance(nodes, list) or not isinstance(edges, list):
        return False
    first = nodes[0] if nodes else None
    return first.get("type") in ("atom", "scheme") if isinstance(first, dict) else "resources" in document


def read_sadface(text: str, path: str) -> ArgumentMap:
    """Read a SADFace document.

    Raises:
        NotAMapError: If it is none, with the place.
    """
    document = json_object(text, path)
    if not isinstance(document.get("nodes"), list) or not isinstance(document.get("edges"), list):
        raise NotAMapError(path, None, "SADFace has two lists, 'nodes' and 'edges': one is missing")
    title = _core(document).get("title")
    found = read_nodes(document, _SHAPE, path)
    return found.model_copy(update={"title": title if isinstance(title, str) and title else None})


def write_sadface(argument_map: ArgumentMap) -> tuple[str, tuple[Loss, ...]]:
    """The map as a SADFace document. Lost: everything but title, claims' texts, relations and supports' schemes."""
    document, losses = write_nodes(argument_map, _SHAPE)
    metadata = document.setdefault("metadata", {})
    document.setdefault("resources", [])
    if argument_map.title != (_core(document).get("title") or None) and isinstance(metadata, dict):
        core = {key: value for key, value in _core(document).items() if key != "title"}
        document["metadata"] = metadata | {"core": core | ({"title": argument_map.title} if argument_map.title else {})}
    written = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    kept = carried(relation="scheme", whole="title" if argument_map.title else "", own="sadface")
    return written, (*lost(argument_map, kept), *losses)


def _core(document: Object) -> dict[str, Any]:
    metadata = document.get("metadata")
    core = metadata.get("core") if isinstance(metadata, dict) else None
    return core if isinstance(core, dict) else {}


def _sort(node: Object) -> Sort:
    if node.get("type") == "atom":
        return "claim"
    if node.get("type") != "scheme":
        return "aside"
    return "attack" if str(node.get("name")).casefold() in _CONFLICTS else "support"


def _scheme(node: Object) -> str | None:
    name = node.get("name")
    if not isinstance(name, str) or not name or name.casefold() in _CONFLICTS or name.casefold() == "support":
        return None
    return name


def _step(kind: RelationKind, scheme: str | None) -> Object:
    if kind != "support":
        return {"type": "scheme", "name": "conflict", "metadata": {}}
    return {"type": "scheme", "name": scheme if _scheme({"name": scheme}) else "support", "metadata": {}}


_SHAPE = Shape(
    name="sadface",
    node="id",
    edge="id",
    start="source_id",
    end="target_id",
    sort=_sort,
    scheme=_scheme,
    naming=frozenset({"name"}),
    step=_step,
    claim={"type": "atom", "metadata": {}, "sources": []},
)
