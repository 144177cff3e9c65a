"""Argdown in the official tool's JSON, its map included (https://argdown.org/guide/using-argdown-in-your-application.html).

The shape is that of `argdown json`: arguments, statements, relations, map, sections, tags.
"""

from typing import Any

from argmap.convert.argdown.colours import Painter
from argmap.convert.argdown.data import as_json
from argmap.convert.argdown.derive import derive
from argmap.convert.argdown.edit import write_argdown
from argmap.convert.argdown.graph import Box, Edge, Graph, Group, make_graph
from argmap.convert.argdown.nested_json import dump_json
from argmap.convert.argdown.official import Link, Model, Node, Place, Saying, Section, Step, Tag
from argmap.convert.argdown.read import parse
from argmap.convert.argdown.resolve import Resolver
from argmap.convert.argdown.tokens import Tokens
from argmap.convert.argdown.tree import Tree
from argmap.model import ArgumentMap, Loss

Json = dict[str, Any]


def write_argdown_json(argument_map: ArgumentMap) -> tuple[str, tuple[Loss, ...]]:
    """Write a map as the official tool exports it, from the text it was read from or else from the one we write."""
    text, losses = write_argdown(argument_map)
    parsed = parse(text)
    exported = official_json(parsed.tokens, parsed.tree)
    faults = [fault for fault in parsed.tokens.faults if fault.fatal]
    what = "the official tool reads no further than this data"
    cut = [
        Loss(what="data", detail=f"line {parsed.tokens.source.line(fault.at)}: {fault.why}: {what}") for fault in faults
    ]
    return dump_json(exported) + "\n", (*losses, *cut)


def official_model(tokens: Tokens, tree: Tree) -> Model:
    """The official tool's model of a text, everything derived."""
    model = Resolver(tokens, tree).resolve()
    derive(model)
    return model


def official_json(tokens: Tokens, tree: Tree) -> Json:
    """The official tool's export of a text."""
    model = official_model(tokens, tree)
    graph = make_graph(model)
    Painter(model).paint(graph)
    return {
        "arguments": {title: _node(node) for title, node in model.arguments.items()},
        "statements": {title: _node(node) for title, node in model.statements.items()},
        "relations": [_link(link) for link in model.relations],
        "map": {"nodes": _boxes(graph), "edges": [_edge(edge) for edge in graph.edges]},
        "sections": _sections(model.sections),
        "tags": {name: _tag(tag) for name, tag in model.tags.items()},
    }


def _given(**fields: Any) -> Json:  # noqa: ANN401 - any JSON value
    return {key: value for key, value in fields.items() if value is not None}


def _placed(place: Place | None) -> Json:
    return dict(zip(("startLine", "startColumn", "endLine", "endColumn"), place, strict=True)) if place else {}


def _node(node: Node) -> Json:
    found = {
        "type": "argument" if node.argument else "equivalence-class",
        "title": node.title,
        "relations": [_link(link) for link in node.relations],
        "members": [_saying(member) for member in node.members],
        **({"pcs": [_saying(line) for line in node.structure]} if node.argument else node.used),
        **_given(tags=node.tags, data=as_json(node.data), color=node.colour, fontColor=node.font),
        **_placed(node.place),
    }
    if node.section is not None or node.regrouped:
        found["section"] = node.section.id if node.section else None
    return found


def _saying(saying: Saying) -> Json:
    structure = saying.structure
    return {
        "type": "statement",
        **_given(
            role=saying.role,
            isTopLevel=saying.top,
            title=saying.title,
            text=saying.text,
            ranges=saying.ranges,
            tags=saying.tags,
            data=as_json(saying.data),
            isReference=saying.reference or None,
            section=saying.section.id if saying.section else None,
            argumentTitle=saying.argument,
            inference=_step(saying.step) if saying.step else None,
            pcs=None if structure is None else [_saying(line) for line in structure],
        ),
        **_placed(saying.place),
    }


def _step(step: Step) -> Json:
    return {
        "type": "inference",
        "relations": [_link(link) for link in step.relations],
        "inferenceRules": step.rules,
        **_placed(step.place),
        **_given(data=as_json(step.data), conclusionIndex=step.conclusion, argumentTitle=step.argument),
    }


def _end(end: Node | Step) -> tuple[str | None, str]:
    if isinstance(end, Step):
        return end.argument, "inference"
    return end.title, "argument" if end.argument else "equivalence-class"


def _link(link: Link) -> Json:
    (source, source_type), (target, target_type) = _end(link.source), _end(link.target)
    found: Json = {"type": "relation", "relationType": link.kind}
    found |= _given(**{"from": source, "fromType": source_type, "to": target, "toType": target_type})
    if isinstance(link.target, Step) and link.target.conclusion is not None:
        found["conclusionIndex"] = link.target.conclusion
    return found


def _edge(edge: Edge) -> Json:
    return {
        "id": edge.id,
        "type": "map-edge",
        "relationType": edge.kind,
        "from": edge.source.id,
        "to": edge.target.id,
        **_given(fromEquivalenceClass=edge.source_class, toEquivalenceClass=edge.target_class),
    }


def _box(box: Box) -> Json:
    node = box.node
    return {
        "id": box.id,
        "title": node.title,
        "type": "argument-map-node" if node.argument else "statement-map-node",
        **_given(labelTitle=box.label_title, labelText=box.label_text, tags=box.tags),
        **_given(color=node.colour, fontColor=node.font),
    }


def _boxes(graph: Graph) -> list[Json]:
    """Nodes and groups as nested lists, made without recursion."""
    top: list[Json] = []
    waiting: list[tuple[Box | Group, list[Json]]] = [(node, top) for node in reversed(graph.nodes)]
    while waiting:
        node, into = waiting.pop()
        if isinstance(node, Box):
            into.append(_box(node))
            continue
        section, children = node.section, list[Json]()
        into.append(
            {
                "id": section.id,
                "title": section.title,
                "type": "group-map-node",
                "level": node.level,
                "labelTitle": section.title,
                "children": children,
                **_given(color=node.colour, fontColor=section.font, isClosed=node.closed, parent=node.parent),
            }
        )
        waiting += [(child, children) for child in reversed(node.children)]
    return top


def _sections(sections: list[Section]) -> list[Json]:
    top: list[Json] = []
    waiting = [(section, top) for section in reversed(sections)]
    while waiting:
        section, into = waiting.pop()
        children: list[Json] = []
        into.append(_section(section, children))
        waiting += [(child, children) for child in reversed(section.children)]
    return top


def _section(section: Section, children: list[Json]) -> Json:
    found = {
        "type": "section",
        "id": section.id,
        "level": section.level,
        "title": section.title,
        "children": children,
        **_given(tags=section.tags, ranges=section.ranges, data=as_json(section.data)),
        **_given(isGroup=section.is_group, isClosed=section.is_closed, color=section.colour, fontColor=section.font),
        **_given(parent=section.parent.id if section.parent else None),
    }
    if section.place:
        found["startLine"], found["startColumn"] = section.place
    if section.end:
        found["endLine"], found["endColumn"] = section.end
    if section.closed_by_another:
        found["endOffset"] = None
    return found


def _tag(tag: Tag) -> Json:
    return {"tag": tag.name, "cssClass": _css("tag-" + tag.name), "occurrenceIndex": tag.index} | _given(
        color=tag.colour, priority=tag.priority
    )


def _css(name: str) -> str:
    words = name.lower()
    for letter, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        words = words.replace(letter, plain)
    words = "".join("-" if char.isspace() else char for char in words)
    return "".join(char for char in words if char in "abcdefghijklmnopqrstuvwxyz0123456789-")
