"""What a user may ask to see of a map, and the ways to draw it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, get_args

from argmap.errors import UnknownNameError
from argmap.model import ArgumentMap, Evaluation
from argmap.render.dot import to_dot
from argmap.render.fit import part_drawings, readable
from argmap.render.groups import Group, groups
from argmap.render.overview import overview_drawings
from argmap.render.part import Part, around, members, section, whole
from argmap.render.source_map import to_source_map
from argmap.render.theme import Theme
from argmap.render.timeline import to_timeline

ViewKind = Literal["map", "timeline", "sources"]
VIEWS: tuple[ViewKind, ...] = get_args(ViewKind)

PAGE_WHOLE = 150
"""Claims up to which a page shows the map as one picture; a larger one opens section by section."""
WHOLE = 3_000
"""Claims up to which dot draws a map as one picture within its limits; of a larger one that takes a minute, or fails."""
PAGE_SECTIONS = 40
"""Sections whose pictures one page holds (a claim's is some 2 kB); of a larger map it holds the overview alone."""


@dataclass(frozen=True)
class View:
    """What to draw.

    Attributes:
        kind: The map itself, a timeline, or the sources and what rests on them.
        focus: A claim's id: only its neighbourhood, `depth` relations wide.
        section: A heading: only what stands below it.
        collapse: Sections as single boxes (of the map itself only).
        whole: All of it as one picture even if it has more than WHOLE claims.
    """

    kind: ViewKind = "map"
    focus: str | None = None
    depth: int = 2
    section: str | None = None
    collapse: bool = False
    whole: bool = False

    @property
    def all(self) -> bool:
        """Whether it is the whole map as it is."""
        return replace(self, whole=False) == View()

    def fit_for(self, argument_map: ArgumentMap) -> "View":
        """This view, or the overview of a map that is too large to be drawn whole."""
        hopeless = self.all and not self.whole and len(argument_map.claims) > WHOLE
        return replace(self, collapse=True) if hopeless else self

    def is_hopeless(self, argument_map: ArgumentMap) -> bool:
        """Whether it is a timeline or a source map of so many claims, of which there is no overview to draw instead."""
        part = self.focus is not None or self.section is not None
        return self.kind != "map" and not part and len(argument_map.claims) > WHOLE


def drawings(
    argument_map: ArgumentMap, evaluation: Evaluation | None, view: View, theme: Theme = "light"
) -> Iterator[str]:
    """Ways to draw a view as DOT, the best first; later ones are for windows in which that cannot be read.

    Raises:
        UnknownNameError: If there is no such claim, section or view.
    """
    if view.kind not in VIEWS:
        raise UnknownNameError("view", view.kind, VIEWS)
    part = _part(argument_map, view)
    if view.kind == "timeline":
        yield to_timeline(part or whole(argument_map), evaluation, theme=theme)
    elif view.kind == "sources":
        yield to_source_map(part or whole(argument_map), evaluation, theme=theme)
    elif part is not None:
        yield from part_drawings(part, evaluation, theme=theme)
    elif view.collapse:
        yield from overview_drawings(argument_map, evaluation, theme=theme)
    else:
        yield to_dot(argument_map, evaluation, theme=theme)


@dataclass(frozen=True)
class Scene:
    """What a page shows of a map at a time: by default the map, or the overview of one that is too large to be read.

    Attributes:
        box: Only what stands in this box of the overview, by its place in `boxes_of`.
        near: Only the neighbourhood of this claim; it goes before `box`.
    """

    box: int | None = None
    near: str | None = None


def boxes_of(argument_map: ArgumentMap) -> tuple[Group, ...]:
    """The boxes of the overview that a page begins with; none where it shows the map as one picture."""
    return groups(argument_map) if len(argument_map.claims) > PAGE_WHOLE else ()


def scene_drawings(
    argument_map: ArgumentMap, evaluation: Evaluation | None, scene: Scene, theme: Theme = "light"
) -> Iterator[str]:
    """Ways to draw a scene as DOT, the best first.

    Raises:
        UnknownNameError: If there is no such claim or box.
    """
    boxes = boxes_of(argument_map)
    if scene.near is not None:
        yield from part_drawings(around(argument_map, scene.near, View.depth), evaluation, theme=theme)
    elif scene.box is not None:
        if scene.box >= len(boxes):
            raise UnknownNameError("box", str(scene.box), map(str, range(len(boxes))))
        box = boxes[scene.box]
        yield from part_drawings(members(argument_map, box.claims, box.name), evaluation, theme=theme)
    elif boxes:
        yield from overview_drawings(argument_map, evaluation, theme=theme)
    else:
        yield to_dot(argument_map, evaluation, theme=theme)


def _part(argument_map: ArgumentMap, view: View) -> Part | None:
    if view.focus is not None:
        return around(argument_map, view.focus, view.depth)
    if view.section is not None:
        return section(argument_map, view.section)
    return None


class PagePictures(NamedTuple):
    """The pictures of a page: the map, or an overview, its groups, and the picture of each (none, if too many)."""

    svg: str
    boxes: tuple[Group, ...] = ()
    parts: tuple[str, ...] = ()


def page_pictures(
    argument_map: ArgumentMap, evaluation: Evaluation | None, draw: Callable[[str], bytes]
) -> PagePictures:
    """The map and nothing else up to PAGE_WHOLE claims; above, the overview and the sections that open from it."""
    boxes = boxes_of(argument_map)
    whole, *parts = (
        readable(scene_drawings(argument_map, evaluation, scene), draw)[1].decode() for scene in _page_scenes(boxes)
    )
    return PagePictures(whole, boxes, tuple(parts))


def page_undrawn(argument_map: ArgumentMap, evaluation: Evaluation | None) -> tuple[str, ...]:
    """The same pictures as DOT, for a page that draws them itself: what can be read can then not be measured.

    So the overview is the one in rows, which always can.
    """
    *_, whole = scene_drawings(argument_map, evaluation, Scene())
    _, *parts = _page_scenes(boxes_of(argument_map))
    return whole, *(next(scene_drawings(argument_map, evaluation, scene)) for scene in parts)


def _page_scenes(boxes: tuple[Group, ...]) -> list[Scene]:
    return [Scene(), *(Scene(box) for box in range(len(boxes)) if len(boxes) <= PAGE_SECTIONS)]
