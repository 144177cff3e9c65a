"""Pictures that can be read in a window: of several ways to draw a thing, the first whose text is large enough."""

import re
from collections.abc import Callable, Iterable, Iterator

from argmap.model import ArgumentMap, Evaluation
from argmap.render.dot import to_dot
from argmap.render.part import Part
from argmap.render.sheet import FULL, Look
from argmap.render.theme import Theme

WINDOW = 1280
"""Pixels: the width of the window in which a picture must be readable, scrolled down but not across."""
READABLE = 9.0
"""Pixels: the smallest text that is still read."""
_FONT = re.compile(rb'font-size="([0-9.]+)"')
_BOX = re.compile(rb'viewBox="[-0-9.]+ [-0-9.]+ ([0-9.]+) ([0-9.]+)"')


def smallest_text(svg: bytes) -> float:
    """The smallest font size of an SVG, in its own units; READABLE where it has no text."""
    return min(map(float, _FONT.findall(svg)), default=READABLE)


def size_of(svg: bytes) -> tuple[float, float]:
    """Width and height of an SVG, in its own units."""
    box = _BOX.search(svg)
    return (float(box[1]), float(box[2])) if box else (1.0, 1.0)


def text_pixels(svg: bytes) -> float:
    """The height in pixels of the smallest text of an SVG as wide as WINDOW (never enlarged)."""
    return smallest_text(svg) * min(1.0, WINDOW / size_of(svg)[0])


def part_drawings(
    part: Part, evaluation: Evaluation | None = None, *, theme: Theme = "light", look: Look = FULL
) -> Iterator[str]:
    """Ways to draw a part of a map: as it comes, then narrower ones without boxes for sources."""
    for narrower in (look, *(Look(look.marks, look.brief, sources=False, columns=columns) for columns in (4, 3, 2))):
        yield to_dot(part.whole, evaluation, theme=theme, part=part, look=narrower)


def readable(drawings: Iterable[str], draw: Callable[[str], bytes]) -> tuple[str, bytes]:
    """The first drawing whose text is READABLE, else the one with the largest text, as DOT and as SVG."""
    best = ("", b"", 0.0)
    for dot in drawings:
        svg = draw(dot)
        size = text_pixels(svg)
        if size > best[2]:
            best = (dot, svg, size)
        if size >= READABLE:
            break
    return best[:2]


def advice(argument_map: ArgumentMap, svg: bytes) -> str:
    """What to say of a picture whose text is too small; empty if it is not."""
    size = text_pixels(svg)
    if size >= READABLE or len(argument_map.claims) < _MANY:
        return ""
    return (
        f"{len(argument_map.claims):,} claims on one picture: in a window {WINDOW:,} pixels wide its text is "
        f"{size:.1f} pixels high. --collapse draws an overview, --section and --focus a part"
    )


_MANY = 100
