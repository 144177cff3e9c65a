"""A large map as one page: a box a section, with what stands in it, and how the sections bear on one another."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from argmap.model import ArgumentMap, Evaluation, RelationKind
from argmap.render import theme as themes
from argmap.render import words
from argmap.render.graph import Direction, defaults
from argmap.render.groups import Group, groups
from argmap.render.nodes import font
from argmap.render.quote import attributes, markup, tooltip
from argmap.render.text import clean, hung, shorten, wrap
from argmap.render.theme import Palette, Theme

_NAME, _TEXT = 14, 11
_WIDTH, _NAME_LIMIT, _CLAIM_LIMIT, _BEARING_LIMIT = 190, 90, 80, 140
_NAMED = 2
"""Claims of a section that are named in its box."""
ACROSS = 6
_NATURAL = 40
"""Up to so many boxes dot may place them as the inferences run."""
_NAMED_ENDS = 3
"""Other sections that a box names where lines would only be a tangle."""
_STYLES = {"support": ("solid", "normal"), "attack": ("dashed", "teetee"), "undercut": ("dashed", "diamond")}

Lines = Counter[tuple[int, int, RelationKind]]


class _Box(NamedTuple):
    """What is said of one group."""

    counts: str
    labels: str
    main: tuple[str, ...]
    lacking: int


def overview_drawings(
    argument_map: ArgumentMap,
    evaluation: Evaluation | None = None,
    *,
    theme: Theme = "light",
    across: Iterable[int] = (ACROSS,),
) -> Iterator[str]:
    """Ways to draw the overview, the most telling first; the last ones, in rows of `across`, are never wider than a page.

    Boxes are `group-N` by their place in `groups(argument_map)`, with the class group.
    """
    boxes = groups(argument_map)
    lines = _lines(argument_map, boxes)
    if len(boxes) <= _NATURAL and len(lines) <= 2 * len(boxes):
        yield _drawing(argument_map, evaluation, theme, boxes, lines, rankdir="BT")
        yield _drawing(argument_map, evaluation, theme, boxes, lines, rankdir="RL")
    for count in across:
        yield _drawing(argument_map, evaluation, theme, boxes, lines, rankdir="TB", across=count)


def _drawing(
    argument_map: ArgumentMap,
    evaluation: Evaluation | None,
    theme: Theme,
    boxes: tuple[Group, ...],
    lines: Lines,
    *,
    rankdir: Direction,
    across: int | None = None,
) -> str:
    """With lines between the boxes; or, `across` in a row, with words in the boxes that say the same."""
    colours = themes.palette(theme)
    told = f"Overview: {len(argument_map.claims):,} claims in {len(boxes)} parts"
    heading = [text for text in (clean(argument_map.title or ""), told) if text]
    summary = [f"Argument map: {' – '.join(heading)}", "Each box is a part of the map; lines count the inferences."]
    bears = _bearings(boxes, lines) if across else {}
    statements = defaults(colours, rankdir, heading, summary)
    statements += [
        _node(number, group, argument_map, evaluation, colours=colours, bearing=bears.get(number, ""))
        for number, group in enumerate(boxes)
    ]
    if across:
        statements.append(f"graph{attributes({'ranksep': '0.2'})}")
        statements += _rows(len(boxes), across)
    else:
        statements += [_line(ends, count, colours) for ends, count in sorted(lines.items())]
    return "\n".join(['digraph "map" {', *statements, "}"]) + "\n"


def _bearings(boxes: tuple[Group, ...], lines: Lines) -> dict[int, str]:
    """What each box bears on, the most first: "supports Europe (12), rebuts Asia (3) and 4 more"."""
    ends: dict[int, list[tuple[int, str]]] = {}
    for (start, end, kind), count in lines.items():
        ends.setdefault(start, []).append((count, f"{words.VERBS[kind]} {clean(boxes[end].name)} ({count})"))
    told = {}
    for start, found in ends.items():
        ordered = [text for _, text in sorted(found, key=lambda one: -one[0])]
        rest = f" and {len(ordered) - _NAMED_ENDS} more" if len(ordered) > _NAMED_ENDS else ""
        told[start] = ", ".join(ordered[:_NAMED_ENDS]) + rest
    return told


def _lines(argument_map: ArgumentMap, boxes: tuple[Group, ...]) -> Lines:
    """How many inferences of each kind run from one group to another."""
    home = {argument_map.claims[index].id: number for number, group in enumerate(boxes) for index in group.claims}
    target_of = {relation.id: relation.target for relation in argument_map.relations}
    counted: Lines = Counter()
    for relation in argument_map.relations:
        target = target_of.get(relation.target, relation.target) if relation.kind == "undercut" else relation.target
        end = home.get(target)
        for start in {home[premise] for premise in relation.premises if premise in home}:
            if end is not None and start != end:
                counted[start, end, relation.kind] += 1
    return counted


def _node(
    number: int,
    group: Group,
    argument_map: ArgumentMap,
    evaluation: Evaluation | None,
    *,
    colours: Palette,
    bearing: str,
) -> str:
    said = _said(group, argument_map, evaluation)
    name = clean(group.name) or "untitled section"
    rows = _row(wrap(shorten(name, _NAME_LIMIT), _WIDTH, _NAME, bold=True), _NAME, bold=True)
    rows += _row(wrap(said.counts, _WIDTH, _TEXT), _TEXT, colours.muted)
    if said.labels:
        rows += _row(wrap(said.labels, _WIDTH, _TEXT, bold=True), _TEXT, bold=True)
    if said.lacking:
        rows += _row(
            wrap(f"{said.lacking} without any source", _WIDTH, _TEXT, bold=True), _TEXT, colours.alert, bold=True
        )
    for main in said.main:
        rows += _row(hung("• ", shorten(main, _CLAIM_LIMIT), _WIDTH, _TEXT), _TEXT)
    if bearing:
        rows += _row(hung("→ ", shorten(bearing, _BEARING_LIMIT), _WIDTH, _TEXT), _TEXT, colours.support)
    values = {
        "id": f"group-{number}",
        "class": "group",
        "shape": "folder",
        "margin": "0.14,0.08",
        "style": "filled",
        "fillcolor": colours.claim,
        "color": colours.claim_line,
        "label": markup(f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2">{rows}</TABLE>'),
        "tooltip": tooltip(
            [f"Section: {name} – {said.counts}", said.labels or "Not evaluated.", *said.main, *filter(None, [bearing])]
        ),
    }
    return f'"group-{number}"{attributes(values)}'


def _said(group: Group, argument_map: ArgumentMap, evaluation: Evaluation | None) -> _Box:
    claims = [argument_map.claims[index] for index in group.claims]
    evidence = sum(argument_map.role(claim) == "evidence" for claim in claims)
    counts = f"{len(claims)} claim{'' if len(claims) == 1 else 's'}" + (f", {evidence} evidence" if evidence else "")
    labels = Counter(verdict.label for claim in claims if (verdict := words.status(evaluation, claim)))
    inside = {claim.id for claim in claims}
    weight: Mapping[str, int] = {claim.id: len(argument_map.into.get(claim.id, ())) for claim in claims}
    theses = [claim for claim in claims if claim.kind == "thesis"]
    main = sorted(theses or claims, key=lambda claim: -weight[claim.id]) if inside else []
    return _Box(
        counts,
        ", ".join(f"{count} {_several(label, count)}" for label, count in labels.most_common()),
        tuple(words.name(claim) for claim in main[:_NAMED]),
        sum(words.lacks_source(argument_map, claim) for claim in claims),
    )


def _several(label: str, count: int) -> str:
    return "stand" if label == "stands" and count > 1 else label


def _row(lines: tuple[str, ...], size: int, colour: str = "", *, bold: bool = False) -> str:
    return f'<TR><TD ALIGN="LEFT" BALIGN="LEFT">{font(lines, size, colour, bold=bold)}</TD></TR>'


def _line(ends: tuple[int, int, RelationKind], count: int, colours: Palette) -> str:
    start, end, kind = ends
    style, head = _STYLES[kind]
    told = f"{count} × {words.VERBS[kind]}"
    colour = getattr(colours, kind)
    values = {
        "class": kind,
        "color": colour,
        "style": style,
        "arrowhead": head,
        "penwidth": f"{min(2.5, 0.8 + count / 8):.2g}",
        "label": markup(font([told], _TEXT, colour)),
        "tooltip": tooltip([told]),
    }
    return f'"group-{start}" -> "group-{end}"{attributes(values)}'


def _rows(count: int, across: int) -> list[str]:
    """All boxes in rows, as the words of a text: unseen edges hold them."""
    unseen = attributes({"style": "invis"})
    lines = []
    for start in range(0, count, across):
        row = [f'"group-{number}"' for number in range(start, min(start + across, count))]
        lines.append("{rank=same; " + " -> ".join(row) + f"{unseen if len(row) > 1 else ''}}}")
        if start:
            lines.append(f'"group-{start - across}" -> {row[0]}{unseen}')
    return lines
