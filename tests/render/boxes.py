"""The boxes of a drawn map, read from the SVG itself."""

import re
from itertools import pairwise

from lxml import etree

SVG = "{http://www.w3.org/2000/svg}"
_NUMBERS = re.compile(r"-?[0-9.]+")
_SHOWN = {"claim", "evidence", "source", "group", "date"}

Box = tuple[float, float, float, float]


def boxes(svg: bytes) -> dict[str, Box]:
    """Left, top, right and bottom of the outline of every node, by id; all in the SVG's own units."""
    found = {}
    for group in etree.fromstring(svg).iter(SVG + "g"):
        if _SHOWN & set((group.get("class") or "").split()):
            found[group.get("id") or ""] = _outline(group)
    return found


def overlapping(found: dict[str, Box]) -> list[tuple[str, str]]:
    """Pairs of boxes that share more than a hair of their area, by a sweep from left to right."""
    ordered = sorted(found.items(), key=lambda item: item[1][0])
    pairs, open_boxes = [], list[tuple[str, Box]]()
    for name, box in ordered:
        open_boxes = [other for other in open_boxes if other[1][2] > box[0] + 1]
        pairs += [(other, name) for other, at in open_boxes if at[1] + 1 < box[3] and box[1] + 1 < at[3]]
        open_boxes.append((name, box))
    return pairs


def text_outside(svg: bytes, metrics_of: float = 0.0) -> list[str]:
    """Texts that begin left of their own box, or above or below it (`metrics_of` is the tolerance)."""
    wrong = []
    for group in etree.fromstring(svg).iter(SVG + "g"):
        if not _SHOWN & set((group.get("class") or "").split()) or not len(group):
            continue
        left, top, right, bottom = _outline(group)
        for text in group.iter(SVG + "text"):
            x, y = float(text.get("x") or 0), float(text.get("y") or 0)
            inside = left - metrics_of <= x <= right + metrics_of and top - metrics_of <= y <= bottom + metrics_of
            if not inside and (text.text or "").strip():
                wrong.append(text.text or "")
    return wrong


def _outline(group: etree._Element) -> Box:
    numbers = [
        float(number)
        for shape in group
        if shape.tag in {SVG + "path", SVG + "polygon"}
        for number in _NUMBERS.findall(shape.get("d") or shape.get("points") or "")
    ]
    if not numbers:
        texts = [(float(text.get("x") or 0), float(text.get("y") or 0)) for text in group.iter(SVG + "text")]
        numbers = [part for text in texts for part in text]
    across, down = numbers[::2], numbers[1::2]
    return min(across), min(down), max(across), max(down)


def strictly_rising(values: list[float]) -> bool:
    """Whether each is larger than the one before."""
    return all(first < second for first, second in pairwise(values))
