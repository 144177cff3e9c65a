"""From a map and what one wants to see of it to the bytes of a file."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal, get_args

from argmap.errors import GraphvizFailedError, GraphvizMissingError
from argmap.model import ArgumentMap, Evaluation
from argmap.render.dot import to_dot
from argmap.render.draw import PictureFormat, Say, draw
from argmap.render.fit import advice, readable
from argmap.render.page import to_html
from argmap.render.part import whole
from argmap.render.sheet import Look, Mark, Marks
from argmap.render.theme import Theme
from argmap.render.views import View, boxes_of, drawings, page_pictures, page_undrawn

Picture = Literal["svg", "pdf", "png", "dot", "html"]
PICTURES: tuple[Picture, ...] = get_args(Picture)


def picture_of(
    argument_map: ArgumentMap, evaluation: Evaluation | None, form: Picture, *, view: View, theme: Theme, say: Say
) -> bytes:
    """A view of a map as a file; `say` is told whatever is not as asked for.

    Raises:
        GraphvizMissingError, GraphvizFailedError: If Graphviz is needed and cannot draw it.
        UnknownNameError: If the map has no such claim or section.
    """
    if form == "html" and view.all and not view.whole:
        return _page(argument_map, evaluation, say).encode()
    if form != "dot" and view.is_hopeless(argument_map):
        why = f"one picture of {len(argument_map.claims):,} claims takes minutes, if it succeeds"
        raise GraphvizFailedError(why)
    fit = view if form == "dot" else view.fit_for(argument_map)
    if fit != view:
        told = "would take Graphviz minutes, if it succeeds: this is the overview. --section and --focus draw a part, --whole tries all"
        say(f"one picture of {len(argument_map.claims):,} claims {told}")
    ways = list(drawings(argument_map, evaluation, fit, "light" if form == "html" else theme))
    data, svg = _written(ways, form, say)
    if form == "html":
        return to_html(argument_map, evaluation, svg.decode(), undrawn=ways[:1]).encode()
    if fit.all and (told := advice(argument_map, svg)):
        say(told)
    return data


def _page(argument_map: ArgumentMap, evaluation: Evaluation | None, say: Say) -> str:
    try:
        shown = page_pictures(argument_map, evaluation, lambda dot: draw(dot, "svg", say=say))
    except GraphvizMissingError:
        undrawn = page_undrawn(argument_map, evaluation)
        return to_html(argument_map, evaluation, "", boxes=boxes_of(argument_map), undrawn=undrawn)
    return to_html(argument_map, evaluation, shown.svg, boxes=shown.boxes, parts=shown.parts)


def comparison_of(
    both: ArgumentMap, evaluation: Evaluation | None, marks: Marks, form: Picture, *, theme: Theme, say: Say
) -> bytes:
    """A map with the marks of a comparison as a file; what did not change is drawn with its title only.

    Raises:
        GraphvizMissingError, GraphvizFailedError: If Graphviz is needed and cannot draw it.
    """
    look = Look(marks, brief=True, sources=False)
    dot = to_dot(
        both,
        evaluation,
        theme="light" if form == "html" else theme,
        part=replace(whole(both), told=_changes(marks)),
        look=look,
    )
    data, svg = _written([dot], form, say)
    if form == "html":
        return to_html(both, evaluation, svg.decode(), marks=marks, undrawn=[dot]).encode()
    return data


def _changes(marks: Marks) -> str:
    claims, relations = (_counted(mark for mark, _ in marked.values()) for marked in (marks.claims, marks.relations))
    return f"What changed: claims {claims}; relations {relations}"


def _counted(marks: Iterable[Mark]) -> str:
    counted = Counter(marks)
    return ", ".join(f"{counted[mark]} {mark}" for mark in ("added", "dropped", "changed") if counted[mark]) or "none"


def _written(ways: Sequence[str], form: Picture, say: Say) -> tuple[bytes, bytes]:
    """The file, and the SVG if one was drawn on the way (for a page it is the file)."""
    printed: PictureFormat | None = "pdf" if form == "pdf" else "png" if form == "png" else None
    if len(ways) == 1 and form not in {"svg", "html"}:
        return (draw(ways[0], printed, say=say) if printed else ways[0].encode()), b""
    try:
        dot, svg = readable(ways, lambda way: draw(way, "svg", say=say))
    except GraphvizMissingError:
        if form not in {"dot", "html"}:
            raise
        return ways[0].encode(), b""
    if printed:
        return draw(dot, printed, say=say), svg
    return (dot.encode() if form == "dot" else svg), svg
