"""What every drawing says first: its title, its direction, its fonts."""

from collections.abc import Sequence
from typing import Literal

from argmap.render.quote import Markup, attributes, escape, markup, tooltip
from argmap.render.text import shorten, wrap
from argmap.render.theme import Palette

Direction = Literal["auto", "BT", "RL", "TB", "LR"]

FONT = "Helvetica,Arial,Liberation Sans,sans-serif"
UPRIGHT = ("BT", "TB")
_TITLE_SIZE, _TOLD_SIZE, _TITLE_WIDTH, _TITLE_LIMIT = 18, 13, 700, 200


def defaults(
    colours: Palette,
    rankdir: Direction,
    heading: Sequence[str],
    summary: Sequence[str],
    *,
    many: bool = False,
    dense: bool = False,
    labelled: bool = False,
) -> list[str]:
    """The statements that hold for all of a drawing.

    Args:
        colours: The palette.
        rankdir: Where edges point.
        heading: The title and, below it, what part of the map this is; cleaned text, either may be missing.
        summary: The accessible title and description.
        dense: Whether boxes stand close, as those that say little may.
        labelled: Whether long words stand on the lines.
        many: Whether there are so many nodes that Graphviz should stop improving early.
    """
    upright = rankdir in UPRIGHT
    graph = {
        "id": "argument-map",
        "class": "argument-map",
        "tooltip": tooltip(summary),
        "rankdir": rankdir,
        "bgcolor": colours.paper,
        "fontname": FONT,
        "fontcolor": colours.ink,
        "labelloc": "t",
        "nodesep": "0.1" if dense else "0.2",
        "ranksep": "0.7" if labelled and upright else "1.4" if labelled else "0.5" if upright else "0.65",
        "pad": "0.2",
    }
    if heading:
        graph["label"] = _title(heading)
    if many:
        graph |= {"nslimit": "2", "nslimit1": "2", "mclimit": "0.3", "splines": "polyline"}
    node = {"fontname": FONT, "fontsize": "11", "fontcolor": colours.ink}
    edge = {"fontname": FONT, "fontsize": "10", "arrowsize": "0.8", "labelangle": "0"}
    # The words "rebuts" and "undercuts" stand on the line, clear of its head: farther off where lines run sideways.
    edge["labeldistance"] = "2.2" if upright else "5" if labelled else "2.2" if dense else "3.2"
    return [f"{name}{attributes(values)}" for name, values in (("graph", graph), ("node", node), ("edge", edge))]


def _title(heading: Sequence[str]) -> Markup:
    rows = []
    for text, size in zip(heading, (_TITLE_SIZE, _TOLD_SIZE), strict=False):
        wrapped = wrap(shorten(text, _TITLE_LIMIT), _TITLE_WIDTH, size, bold=True)
        words = "<BR/>".join(escape(line) for line in wrapped)
        rows.append(f'<TR><TD><FONT POINT-SIZE="{size}"><B>{words}</B></FONT></TD></TR>')
    return markup(f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="3">{"".join(rows)}</TABLE>')
