"""An argument map as DOT: a pure function, the same map always the same string."""

from collections.abc import Iterator
from typing import Literal

from argmap.model import ArgumentMap, Evaluation, Relation
from argmap.render import theme as themes
from argmap.render.edges import citation_edges, needs_point, point_node, relation_edges
from argmap.render.layout import rows, spread
from argmap.render.names import Names
from argmap.render.nodes import claim_node, source_node, unknown_claim_node
from argmap.render.quote import Markup, attributes, escape, markup, tooltip
from argmap.render.sections import Path, common, folded, nest
from argmap.render.text import clean, shorten, wrap
from argmap.render.theme import Palette, Theme

Direction = Literal["auto", "BT", "RL", "TB", "LR"]

FONT = "Helvetica,Arial,Liberation Sans,sans-serif"
_UPRIGHT = ("BT", "TB")
_SMALL = 12  # up to so many nodes a map is drawn upwards, the conclusion on top; above, from right to left
_LARGE = 400  # above, dot stops improving early
_TITLE_SIZE, _TITLE_WIDTH, _TITLE_LIMIT = 18, 700, 200


def to_dot(
    argument_map: ArgumentMap,
    evaluation: Evaluation | None = None,
    *,
    theme: Theme = "light",
    direction: Direction = "auto",
) -> str:
    """Draw a map as DOT for Graphviz's `dot`.

    Args:
        argument_map: The map. Sources that no claim cites are not drawn; whatever it names and does not hold is drawn
            as unknown.
        evaluation: What stands; None draws the map unjudged.
        theme: Colours; shapes, line styles and words are the same in all.
        direction: Where premises point: `BT` (upwards), `RL` (to the left) or as the size of the map asks.

    Returns:
        One `digraph`. Ids and classes are those of the SVG (see `Names`): `claim-I`, `source-J`, `r1`, `cites-I-J`;
        claim, evidence, source; in, out, undecided; support, attack, undercut, cites.
    """
    colours = themes.palette(theme)
    names = Names(argument_map)
    rankdir = _direction(argument_map, names, direction)
    nodes = _placed_nodes(argument_map, names, evaluation, colours)
    lines = [
        'digraph "map" {',
        *_defaults(argument_map, names, colours, rankdir),
        *nest(nodes, colours, direction=rankdir),
        *_edges(argument_map, names, colours),
        *rows(argument_map, upright=rankdir in _UPRIGHT),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _placed_nodes(
    argument_map: ArgumentMap, names: Names, evaluation: Evaluation | None, colours: Palette
) -> Iterator[tuple[Path, str]]:
    """All nodes with the section in which they stand."""
    for index, claim in enumerate(argument_map.claims):
        yield folded(claim.section), claim_node(f"claim-{index}", argument_map, claim, evaluation, colours)
    for claim_id, name in names.unknown_claims.items():
        yield (), unknown_claim_node(name, claim_id, colours)
    for relation, name in zip(argument_map.relations, names.relations, strict=True):
        if needs_point(names, relation, name):
            yield _section_of(argument_map, relation), point_node(name, relation, colours)
    homes = _homes(argument_map)
    for key, name in names.sources.items():
        yield homes[key], source_node(name, argument_map.source_of.get(key), key, colours)


def _homes(argument_map: ArgumentMap) -> dict[str, Path]:
    """A source stands in the section that all who cite it share."""
    citing: dict[str, list[Path]] = {}
    for claim in argument_map.claims:
        for citation in claim.citations:
            citing.setdefault(citation.source, []).append(folded(claim.section))
    return {key: common(paths) for key, paths in citing.items()}


def _section_of(argument_map: ArgumentMap, relation: Relation) -> Path:
    known = argument_map.claim_of
    return common(folded(known[end].section) for end in (*relation.premises, relation.target) if end in known)


def _edges(argument_map: ArgumentMap, names: Names, colours: Palette) -> Iterator[str]:
    lengths = spread(argument_map)
    for relation, name in zip(argument_map.relations, names.relations, strict=True):
        yield from relation_edges(argument_map, names, relation, name, colours, length=lengths.get(relation.id, 1))
    for index, claim in enumerate(argument_map.claims):
        yield from citation_edges(index, claim, names, colours)


def _size(argument_map: ArgumentMap, names: Names) -> int:
    return len(argument_map.claims) + len(names.sources)


def _direction(argument_map: ArgumentMap, names: Names, direction: Direction) -> Direction:
    if direction != "auto":
        return direction
    return "BT" if _size(argument_map, names) <= _SMALL else "RL"


def _defaults(argument_map: ArgumentMap, names: Names, colours: Palette, rankdir: Direction) -> list[str]:
    upright = rankdir in _UPRIGHT
    graph = {
        "id": "argument-map",
        "class": "argument-map",
        "tooltip": tooltip(_summary(argument_map, names)),
        "rankdir": rankdir,
        "bgcolor": colours.paper,
        "fontname": FONT,
        "fontcolor": colours.ink,
        "labelloc": "t",
        "nodesep": "0.2",
        "ranksep": "0.5" if upright else "0.75",
        "pad": "0.2",
    }
    if title := clean(argument_map.title or ""):
        graph["label"] = _title(title)
    if _size(argument_map, names) > _LARGE:
        graph |= {"nslimit": "2", "nslimit1": "2", "mclimit": "0.3", "splines": "polyline"}
    node = {"fontname": FONT, "fontsize": "11", "fontcolor": colours.ink}
    edge = {"fontname": FONT, "fontsize": "10", "arrowsize": "0.8", "labelangle": "0"}
    # The words "rebuts" and "undercuts" stand on the line, clear of its head: farther off where lines run sideways.
    edge["labeldistance"] = "2.2" if upright else "3.2"
    return [f"{name}{attributes(values)}" for name, values in (("graph", graph), ("node", node), ("edge", edge))]


def _title(title: str) -> Markup:
    lines = wrap(shorten(title, _TITLE_LIMIT), _TITLE_WIDTH, _TITLE_SIZE, bold=True)
    return markup(f'<FONT POINT-SIZE="{_TITLE_SIZE}"><B>{"<BR/>".join(escape(line) for line in lines)}</B></FONT>')


def _summary(argument_map: ArgumentMap, names: Names) -> list[str]:
    """The drawing's accessible title and description."""
    counted = {kind: sum(r.kind == kind for r in argument_map.relations) for kind in ("support", "attack", "undercut")}
    evidence = sum(argument_map.role(claim) == "evidence" for claim in argument_map.claims)
    described = (
        f"{len(argument_map.claims)} claims, {evidence} of them evidence; {len(names.sources)} sources; "
        f"{counted['support']} supports, {counted['attack']} rebuttals, {counted['undercut']} undercuts. "
        "Premises point to what they support."
    )
    return [f"Argument map: {clean(argument_map.title or '') or 'untitled'}", described]
