"""Text set on pages, as DOT: one table a page, its lines broken by their measured width."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from argmap.render.graph import FONT
from argmap.render.nodes import font
from argmap.render.paper import A4, MARGIN
from argmap.render.quote import attributes, markup
from argmap.render.text import wrap
from argmap.render.theme import LIGHT

Kind = Literal["heading", "subheading", "strong", "text", "entry", "small"]


class Line(NamedTuple):
    """A paragraph of one kind; cleaned text."""

    text: str
    kind: Kind


class _Style(NamedTuple):
    """Sizes in points; `stays` with the paragraph below it, `follows` the one above it."""

    size: int
    bold: bool
    indent: int
    above: int
    stays: bool
    follows: bool = False


_STYLES: dict[Kind, _Style] = {
    "heading": _Style(16, True, 0, 10, True),  # noqa: FBT003 - a table
    "subheading": _Style(12, True, 0, 8, True),  # noqa: FBT003
    "strong": _Style(10, True, 0, 5, True),  # noqa: FBT003
    "text": _Style(10, False, 14, 0, False),  # noqa: FBT003
    "entry": _Style(10, False, 0, 4, False),  # noqa: FBT003
    "small": _Style(9, False, 14, 0, False, follows=True),  # noqa: FBT003
}
_WIDTH = A4[0] - 2 * MARGIN - 16
_HEIGHT = A4[1] - 2 * MARGIN - 30
_LEADING = 1.22
_PAGE_SIZE = 9


class _Set(NamedTuple):
    """A paragraph in lines, and its height in points."""

    lines: tuple[str, ...]
    style: _Style
    height: float


def set_pages(title: str, lines: Iterable[Line], *, before: int) -> list[str]:
    """The pages, each a DOT graph no larger than A4 within its margins; numbered after the `before` pages of pictures."""
    pages = list(_paged([piece for line in lines for piece in _set(line)]))
    total = before + len(pages)
    return [_page(f"{title} – page {number} of {total}", page) for number, page in enumerate(pages, start=before + 1)]


def _set(line: Line) -> Iterator[_Set]:
    """A paragraph; one that is longer than half a page in pieces."""
    style = _STYLES[line.kind]
    broken = wrap(line.text, _WIDTH - style.indent, style.size, bold=style.bold)
    most = max(1, int(_HEIGHT / 2 / (style.size * _LEADING)))
    for start in range(0, len(broken), most):
        piece = broken[start : start + most]
        yield _Set(piece, style, len(piece) * style.size * _LEADING + style.above + 2)


def _paged(pieces: list[_Set]) -> Iterator[list[_Set]]:
    page: list[_Set] = []
    used = 0.0
    for place, piece in enumerate(pieces):
        # A heading, or the title of a claim, goes with what it is the title of; what a claim cites goes with the claim.
        follow, needed = place, piece.height
        while follow + 1 < len(pieces) and (pieces[follow].style.stays or pieces[follow + 1].style.follows):
            follow += 1
            needed += pieces[follow].height
        if page and used + needed > _HEIGHT:
            yield page
            page, used = [], 0.0
        page.append(piece)
        used += piece.height
    if page:
        yield page


def _page(header: str, pieces: list[_Set]) -> str:
    shown = wrap(header, _WIDTH, _PAGE_SIZE)[:1]
    rows = _row(font(shown, _PAGE_SIZE, LIGHT.muted), 0, 0)
    for lines, style, _ in pieces:
        rows += _row(font(lines, style.size, bold=style.bold), style.indent, style.above)
    table = f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" WIDTH="{int(_WIDTH)}">{rows}</TABLE>'
    values = {"shape": "plain", "margin": "0", "fontname": FONT, "fontcolor": LIGHT.ink, "label": markup(table)}
    return f'digraph "page" {{\ngraph{attributes({"pad": "0", "margin": "0"})}\n"page"{attributes(values)}\n}}\n'


def _row(text: str, indent: int, above: int) -> str:
    space = f'<TR><TD COLSPAN="2" HEIGHT="{above}"></TD></TR>' if above else ""
    before = f'<TD WIDTH="{indent}"></TD>' if indent else ""
    span = "" if indent else ' COLSPAN="2"'
    return f'{space}<TR>{before}<TD{span} ALIGN="LEFT" BALIGN="LEFT" CELLPADDING="1">{text}</TD></TR>'
