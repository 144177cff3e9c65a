"""An argument map as DOT: a pure function, the same map always the same string."""

from collections import Counter
from collections.abc import Iterator

from argmap.model import ArgumentMap, Evaluation, Relation
from argmap.render import theme as themes
from argmap.render.edges import citation_edges, needs_point, point_node, relation_edges
from argmap.render.graph import UPRIGHT, Direction, defaults
from argmap.render.layout import loose, rows, spread
from argmap.render.nodes import claim_node, source_node, unknown_claim_node
from argmap.render.part import Part, whole
from argmap.render.sections import Path, common, folded, nest
from argmap.render.sheet import FULL, Look, Sheet
from argmap.render.text import clean
from argmap.render.theme import Theme

_SMALL = 12  # up to so many nodes a map is drawn upwards, the conclusion on top; above, from right to left
_LARGE = 400  # above, dot stops improving early


def to_dot(
    argument_map: ArgumentMap,
    evaluation: Evaluation | None = None,
    *,
    theme: Theme = "light",
    direction: Direction = "auto",
    part: Part | None = None,
    look: Look = FULL,
) -> str:
    """Draw a map as DOT for Graphviz's `dot`.

    Args:
        argument_map: The map. Sources that no claim cites are not drawn; whatever it names and does not hold is drawn
            as unknown.
        evaluation: What stands; None draws the map unjudged.
        theme: Colours; shapes, line styles and words are the same in all.
        direction: Where premises point: `BT` (upwards), `RL` (to the left) or as the size of the map asks.
        part: Which part of this map; None for all of it.
        look: How much of it is said.

    Returns:
        One `digraph`. Ids and classes are those of the SVG (see `Names`): `claim-I`, `source-J`, `r1`, `cites-I-J`;
        claim, evidence, source; in, out, undecided; support, attack, undercut, cites; of a comparison also added,
        dropped, changed.
    """
    part = part or whole(argument_map)
    sheet = Sheet(part, evaluation, themes.palette(theme), look)
    lines = ['digraph "map" {', *_statements(sheet, _direction(sheet, direction)), "}"]
    return "\n".join(lines) + "\n"


def _statements(sheet: Sheet, rankdir: Direction) -> Iterator[str]:
    part, look, nodes = sheet.part, sheet.look, _placed_nodes(sheet)
    yield from defaults(
        sheet.colours,
        rankdir,
        _heading(part),
        _summary(sheet),
        many=_size(sheet) > _LARGE,
        dense=look.brief,
        labelled=bool(look.marks.relations),
    )
    yield from nest(nodes if look.sections else (((), node) for _, node in nodes), sheet.colours, direction=rankdir)
    yield from _edges(sheet)
    yield from rows(part.map, part.names, upright=rankdir in UPRIGHT, most=look.columns)


def _placed_nodes(sheet: Sheet) -> Iterator[tuple[Path, str]]:
    """All nodes with the section in which they stand."""
    part, names, colours = sheet.part, sheet.part.names, sheet.colours
    for index in part.claims:
        yield folded(part.whole.claims[index].section), claim_node(sheet, index)
    ends = {end for relation in part.map.relations for end in (*relation.premises, relation.target)}
    for claim_id, name in names.unknown_claims.items():
        if claim_id in ends:
            yield (), unknown_claim_node(name, claim_id, colours)
    for index in part.relations:
        relation, name = part.whole.relations[index], names.relations[index]
        if needs_point(names, relation, name):
            yield _section_of(part.whole, relation), point_node(name, relation, colours)
    if sheet.look.sources:
        for key, home in _homes(part.map).items():
            yield home, source_node(names.sources[key], part.whole.source_of.get(key), key, colours)


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


def _edges(sheet: Sheet) -> Iterator[str]:
    part, columns = sheet.part, sheet.look.columns
    lengths = spread(part.map) if columns is None else {}
    free = loose(part.map, columns) if columns else frozenset()
    for place, index in enumerate(part.relations):
        length = lengths.get(part.whole.relations[index].id, 1)
        yield from relation_edges(sheet, index, length=length, loose=place in free)
    if sheet.look.sources:
        for index in part.claims:
            yield from citation_edges(index, part.whole.claims[index], sheet.part.names, sheet.colours)


def _size(sheet: Sheet) -> int:
    cited = {citation.source for claim in sheet.part.map.claims for citation in claim.citations}
    return len(sheet.part.claims) + (len(cited) if sheet.look.sources else 0)


def _direction(sheet: Sheet, direction: Direction) -> Direction:
    if direction != "auto":
        return direction
    return "BT" if _size(sheet) <= _SMALL and sheet.look.columns is None else "RL"


def _heading(part: Part) -> list[str]:
    return [clean(text) for text in (part.whole.title or "", part.told) if clean(text)]


def _summary(sheet: Sheet) -> list[str]:
    """The drawing's accessible title and description."""
    part = sheet.part
    counted = Counter(relation.kind for relation in part.map.relations)
    evidence = sum(part.whole.role(claim) == "evidence" for claim in part.map.claims)
    cited = {citation.source for claim in part.map.claims for citation in claim.citations}
    described = (
        f"{len(part.claims)} claims, {evidence} of them evidence; {len(cited)} sources; "
        f"{counted['support']} supports, {counted['attack']} rebuttals, {counted['undercut']} undercuts. "
        "Premises point to what they support."
    )
    return [f"Argument map: {' – '.join(_heading(part)) or 'untitled'}", described]
