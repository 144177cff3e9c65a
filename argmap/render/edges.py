"""Edges: support solid, rebuttal dashed with a bar, undercut dashed and ending on the edge it undercuts, citation dotted."""

from collections.abc import Iterable

from argmap.model import MapClaim, Relation
from argmap.render import words
from argmap.render.names import Names, point
from argmap.render.nodes import font
from argmap.render.quote import Markup, attributes, markup, tooltip
from argmap.render.sheet import Sheet
from argmap.render.text import shorten, wrap
from argmap.render.theme import Palette

_SIZE, _CITED_LIMIT, _STEP_LIMIT, _STEP_WIDTH = 10, 48, 120, 120
_HEADS = {"support": "normal", "attack": "teetee", "undercut": "diamond"}
_PENS = {"added": "3", "changed": "2.2", "dropped": "1"}
_UNMARKED = ("", "")
_STYLES = {"support": "solid", "attack": "dashed", "undercut": "dashed"}


def needs_point(names: Names, relation: Relation, name: str) -> bool:
    """Whether the edge has a node on it: several premises join there, or an undercut ends there."""
    return len(set(relation.premises)) != 1 or name in names.undercut


def point_node(name: str, relation: Relation, palette: Palette) -> str:
    """The small node on a relation's edge."""
    colour = getattr(palette, relation.kind)
    values = {"id": point(name), "class": f"point {relation.kind}", "shape": "point", "width": "0.07"}
    return f'"{point(name)}"{attributes(values | {"color": colour, "fillcolor": colour})}'


def relation_edges(sheet: Sheet, index: int, *, length: int, loose: bool) -> list[str]:
    """The statements that draw one relation. The edge that ends on the target has the relation's id.

    `length` is in ranks; a `loose` relation has no say in where its ends stand.
    """
    names, palette, whole = sheet.part.names, sheet.colours, sheet.part.whole
    relation, name = whole.relations[index], names.relations[index]
    described = tooltip([words.describe_relation(whole, relation), *words.step(whole, relation)])
    colour = getattr(palette, relation.kind)
    common = {"class": relation.kind, "color": colour, "style": _STYLES[relation.kind], "tooltip": described}
    mark, _ = sheet.look.marks.relations.get(relation.id, _UNMARKED)
    if mark:
        colour = getattr(palette, mark)
        common |= {"class": f"{relation.kind} {mark}", "color": colour, "penwidth": _PENS[mark]}
        common |= {"style": "dotted"} if mark == "dropped" else {}
    last = {"id": name, "arrowhead": _HEADS[relation.kind], **_labels(sheet, relation, colour)}
    if length > 1:
        last["minlen"] = str(length)
    if loose:
        common["constraint"] = "false"
    premises = [names.claim(premise) for premise in dict.fromkeys(relation.premises)]
    target = names.target(relation)
    if not needs_point(names, relation, name):
        return [_edge(premises[0], target, last | common)]
    joined = point(name)
    first = {"arrowhead": "none"} | common
    return [
        *(_edge(premise, joined, {"id": f"{name}-{number}"} | first) for number, premise in enumerate(premises)),
        _edge(joined, target, last | common),
    ]


def _labels(sheet: Sheet, relation: Relation, colour: str) -> dict[str, str]:
    """What is said in a word stands at the edge's head; what takes more has room of its own at its middle."""
    mark, change = sheet.look.marks.relations.get(relation.id, _UNMARKED)
    verb = words.VERBS[relation.kind]
    head = [verb] if relation.kind != "support" and mark != "changed" else []
    head += [change.upper()] if mark in {"added", "dropped"} else []
    step = [] if sheet.look.brief else words.step(sheet.part.whole, relation, _CITED_LIMIT)
    middle = [verb, change.upper()] if mark == "changed" else []
    middle += wrap(shorten("; ".join(step), _STEP_LIMIT), _STEP_WIDTH, _SIZE) if step else []
    labels: dict[str, str] = {}
    if head:
        labels["headlabel"] = _label([" – ".join(head)], colour, sheet.colours)
    if middle:
        labels["label"] = _label(middle, colour, sheet.colours)
    return labels


def citation_edges(index: int, claim: MapClaim, names: Names, palette: Palette) -> list[str]:
    """One edge from a claim to each source that it cites; drawn backwards so that sources stand before premises."""
    edges = []
    for key in dict.fromkeys(citation.source for citation in claim.citations):
        source = names.sources[key]
        values = {
            "id": f"cites-{index}-{source.removeprefix('source-')}",
            "class": "cites",
            "dir": "back",
            "arrowtail": "vee",
            "arrowsize": "0.6",
            "style": "dotted",
            "color": palette.cites,
            "tooltip": tooltip([f"{words.name(claim)} – cites – this source"]),
        }
        edges.append(_edge(source, f"claim-{index}", values))
    return edges


def _label(lines: Iterable[str], colour: str, palette: Palette) -> Markup:
    """Words on the paper's own ground, so that the line cannot strike them through."""
    text = font(lines, _SIZE, colour)
    return markup(
        f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1"><TR><TD BGCOLOR="{palette.paper}">{text}</TD></TR></TABLE>'
    )


def _edge(tail: str, head: str, values: dict[str, str]) -> str:
    return f'"{tail}" -> "{head}"{attributes(values)}'
