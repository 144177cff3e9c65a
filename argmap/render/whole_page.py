"""A whole map on one page of A4, for a projector: not as a drawing, whose lines take the room, but set in columns.

Conclusions stand in frames; what bears on a claim stands below it, indented, with how it bears on it.
"""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from argmap.model import ArgumentMap, Evaluation, MapClaim
from argmap.render import words
from argmap.render.graph import FONT
from argmap.render.metrics import width
from argmap.render.nodes import font
from argmap.render.paper import A4, MARGIN
from argmap.render.quote import attributes, markup
from argmap.render.text import clean, hung, shorten
from argmap.render.theme import LIGHT

SIZES = (12, 11, 10, 9, 8, 7)
"""Points: the sizes that are tried; the last one can still be read on paper."""
_COLUMNS = (2, 3, 4)
_WIDTH, _HEIGHT = A4[1] - 2 * MARGIN, A4[0] - 2 * MARGIN
_GAP, _DEEPEST, _LEADING, _HEAD, _LIMIT = 14, 6, 1.24, 46, 110
_ROOM = 4
"""Points above and below a frame: letters may stand a little higher than their line."""
_INDENT = "\u00a0" * 3
_SIGNS = {"support": "→", "attack": "⊣ rebuts:", "undercut": "◆ undercuts:"}
_TABLE = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'
_TOLD = "Indented below each claim: what bears on it (→ supports). What does not stand, or has no source, says so."


class _Row(NamedTuple):
    """A claim at its place; a conclusion has no sign."""

    depth: int
    sign: str
    text: str
    doubt: str
    evidence: bool


class _Set(NamedTuple):
    """A row in lines, and its height in points."""

    row: _Row
    lines: tuple[str, ...]
    height: float


def whole_pages(argument_map: ArgumentMap, evaluation: Evaluation | None) -> Iterator[str]:
    """Ways to set the page, as DOT, larger letters first; none if the map is too large for SIZES.

    Which of them is read best hangs on the letters that Graphviz has, which may run wider than those measured here.
    """
    rows = list(_rows(argument_map, evaluation))
    for size in SIZES:
        for count in _COLUMNS:
            columns = list(_filled([_lines(row, size, count) for row in rows], size))
            if len(columns) <= count:
                yield _page(clean(argument_map.title or "") or "Argument map", columns, size, count)


def _rows(argument_map: ArgumentMap, evaluation: Evaluation | None) -> Iterator[_Row]:
    """Depth first; what stands in two places has what bears on it at the first."""
    bearing = _bearing(argument_map)
    premises = {claim.id for found in bearing.values() for _, claim in found}
    seen: set[str] = set()
    for root in (*(claim for claim in argument_map.claims if claim.id not in premises), *argument_map.claims):
        waiting = [] if root.id in seen else [(0, "", root)]
        while waiting:
            depth, sign, claim = waiting.pop()
            again = claim.id in seen
            doubts = "" if again else ", ".join(words.doubts(argument_map, claim, words.status(evaluation, claim)))
            text = shorten(words.name(claim), _LIMIT) + (" (see above)" if again and bearing.get(claim.id) else "")
            evidence = argument_map.role(claim) == "evidence"
            yield _Row(min(depth, _DEEPEST), sign, text, doubts, evidence)
            if not again:
                seen.add(claim.id)
                waiting += reversed([(depth + 1, how, one) for how, one in bearing.get(claim.id, ())])


def _bearing(argument_map: ArgumentMap) -> dict[str, list[tuple[str, MapClaim]]]:
    """What bears on each claim, and how; an undercut bears on the conclusion of the step that it undercuts."""
    target_of = {relation.id: relation.target for relation in argument_map.relations}
    found: dict[str, list[tuple[str, MapClaim]]] = {}
    for relation in argument_map.relations:
        target = target_of.get(relation.target, relation.target) if relation.kind == "undercut" else relation.target
        for number, premise in enumerate(dict.fromkeys(relation.premises)):
            if premise in argument_map.claim_of:
                sign = "+ with it:" if number else _SIGNS[relation.kind]
                found.setdefault(target, []).append((sign, argument_map.claim_of[premise]))
    return found


def _lines(row: _Row, size: int, columns: int) -> _Set:
    room = (_WIDTH - _GAP * (columns - 1)) / columns - row.depth * width(_INDENT, size) - 8
    told = f"{row.text} – {row.doubt}" if row.doubt else row.text
    first, _, rest = row.sign.partition(" ")
    begin = f"{first} " if first else ""
    lines = hung(begin, f"{rest} {told}" if rest else told, room, size, bold=not row.evidence)
    return _Set(row, lines, len(lines) * size * _LEADING + (2 if row.sign else 2 * _ROOM + 3))


def _filled(rows: Sequence[_Set], size: int) -> Iterator[list[_Set]]:
    """The rows in columns; a conclusion is not left alone at the foot of one."""
    column: list[_Set] = []
    used = 0.0
    for row in rows:
        needed = row.height + (0 if row.row.sign else 2 * size * _LEADING)
        if column and used + needed > _HEIGHT - _HEAD:
            yield column
            column, used = [], 0.0
        column.append(row)
        used += row.height
    yield column


def _page(title: str, columns: Sequence[Sequence[_Set]], size: int, count: int) -> str:
    across = int((_WIDTH - _GAP * (count - 1)) / count)
    tallest = max(_height(column) for column in columns)
    cells = f'<TD WIDTH="{_GAP}"></TD>'.join(
        f'<TD VALIGN="TOP" ALIGN="LEFT" WIDTH="{across}">{_column(column, size, tallest)}</TD>' for column in columns
    )
    span = f'COLSPAN="{2 * len(columns) - 1}" ALIGN="LEFT" BALIGN="LEFT"'
    head = f"<TR><TD {span}>{font([shorten(title, _LIMIT)], 16, bold=True)}</TD></TR>"
    head += f"<TR><TD {span}>{font([_TOLD], size, LIGHT.muted)}</TD></TR>"
    table = f"{_TABLE}{head}<TR>{cells}</TR></TABLE>"
    values = {"shape": "plain", "margin": "0", "fontname": FONT, "fontcolor": LIGHT.ink, "label": markup(table)}
    return f'digraph "page" {{\ngraph{attributes({"pad": "0.02"})}\n"page"{attributes(values)}\n}}\n'


def _height(column: Sequence[_Set]) -> int:
    return ceil(sum(row.height for row in column))


def _column(rows: Sequence[_Set], size: int, tallest: int) -> str:
    """One below the other; what is left over stands at the foot, for Graphviz would share it out among the rows."""
    left = tallest - _height(rows)
    cells = "".join(_cell(row, size) for row in rows) + (f'<TR><TD HEIGHT="{left}"></TD></TR>' if left else "")
    return f"{_TABLE}{cells}</TABLE>"


def _cell(row: _Set, size: int) -> str:
    # Blanks, since Graphviz would share out what a narrow cell at the left leaves over.
    lines = [_INDENT * row.row.depth + line for line in row.lines]
    text = font(lines, size, LIGHT.alert if row.row.doubt else "", bold=not row.row.evidence)
    cell = 'ALIGN="LEFT" BALIGN="LEFT"'
    if not row.row.sign:
        frame = f'BORDER="1" COLOR="{LIGHT.claim_line}" BGCOLOR="{LIGHT.claim}" CELLPADDING="2"'
        space = f'<TR><TD HEIGHT="{_ROOM}"></TD></TR>'
        return f"{space}<TR><TD {cell} {frame}>{text}</TD></TR>{space}"
    return f'<TR><TD {cell} CELLPADDING="1">{text}</TD></TR>'
