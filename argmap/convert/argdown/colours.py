"""Colours of statements, arguments, sections and groups, by the settings in `color`."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from argmap.convert.argdown.data import mapping
from argmap.convert.argdown.graph import Box, Graph, Group
from argmap.convert.argdown.official import Model, Node, Section
from argmap.convert.argdown.schemes import DEFAULT, GROUPS, SCHEMES

_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")
_BLACK = "#000000"


class Painter:
    """Gives colours to one model, its sections and the groups of its map."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._settings = settings = mapping(model.settings.get("color"))
        scheme, groups = settings.get("colorScheme") or DEFAULT, settings.get("groupColorScheme")
        self._scheme = tuple(scheme) if isinstance(scheme, list) else SCHEMES.get(str(scheme), SCHEMES[DEFAULT])
        self._groups = tuple(groups) if isinstance(groups, list) else GROUPS
        self._group_tags: dict[str, str] = {}

    def paint(self, graph: Graph) -> None:
        """Give everything its colour."""
        by_tag = self._settings.get("colorizeByTag", True)
        if by_tag or self._settings.get("colorizeGroupsByTag"):
            self._tags()
        for nodes, what in ((self._model.statements, "statement"), (self._model.arguments, "argument")):
            for node in nodes.values():
                node.font = str(self._settings.get(f"{what}FontColor") or _BLACK)
                node.colour = self._of_node(node, mapping(self._settings.get(f"{what}Colors")), by_tag=bool(by_tag))
        for section in self._all_sections():
            self._section(section)
        for group in _groups(graph):
            self._group(group)

    def _tags(self) -> None:
        wanted = mapping(self._settings.get("tagColors"))
        for tag in self._model.tags.values():
            if tag.name in wanted:
                entry = wanted[tag.name]
                tag.colour, group = _colour(self._scheme, entry), _colour(self._groups, entry)
                if isinstance(entry, dict):
                    tag.priority = entry.get("priority")
            else:
                tag.colour, group = _at(self._scheme, tag.index + 1), _at(self._groups, tag.index + 1)
            if group is not None:
                self._group_tags[tag.name] = group

    def _of_node(self, node: Node, by_title: dict[str, Any], *, by_tag: bool) -> str | None:
        data = mapping(node.data)
        if not self._settings.get("ignoreColorData") and "color" in data:
            return _colour(self._scheme, data["color"])
        if node.title in by_title:
            return _colour(self._scheme, by_title[node.title])
        if by_tag and node.tags:
            return _colour(self._scheme, self._model.tags[self._first(node.tags)].colour)
        return _at(self._scheme, 0)

    def _first(self, tags: list[str]) -> str:
        """The tag of highest priority; of equals the first."""

        def priority(tag: str) -> float:
            known = self._model.tags.get(tag)
            return known.priority if known and isinstance(known.priority, int | float) else 0

        return max(tags, key=priority)

    def _all_sections(self) -> Iterator[Section]:
        waiting = list(self._model.sections)
        while waiting:
            section = waiting.pop()
            yield section
            waiting += section.children

    def _section(self, section: Section) -> None:
        section.font = str(self._settings.get("groupFontColor") or _BLACK)
        data, by_title = mapping(section.data), mapping(self._settings.get("groupColors"))
        if not self._settings.get("ignoreColorData") and "color" in data:
            section.colour = _colour(self._groups, data["color"])
        elif section.title in by_title:
            section.colour = _colour(self._groups, by_title[section.title])
        elif self._settings.get("colorizeGroupsByTag") and section.tags:
            section.colour = _colour(self._groups, self._group_tags.get(self._first(section.tags)))
        elif self._groups:
            section.colour = self._groups[min(len(self._groups), section.level) - 1]

    def _group(self, group: Group) -> None:
        section, data = group.section, mapping(group.section.data)
        own = (
            (not self._settings.get("ignoreColorData") and data.get("color"))
            or mapping(self._settings.get("groupColors")).get(section.title)
            or (self._settings.get("colorizeGroupsByTag") and section.tags is not None)
        )
        if own:
            group.colour = section.colour
        elif self._groups:
            group.colour = self._groups[min(len(self._groups), group.level) - 1]


def _groups(graph: Graph) -> Iterator[Group]:
    waiting: list[Box | Group] = list(graph.nodes)
    while waiting:
        node = waiting.pop()
        if isinstance(node, Group):
            yield node
            waiting += node.children


def _at(scheme: Sequence[str], index: int) -> str | None:
    return scheme[index] if index < len(scheme) else None


def _colour(scheme: Sequence[str], value: object) -> str | None:
    """A colour as `#rgb`, as a place in a scheme, or as `{color: …}`."""
    if isinstance(value, dict):
        inner = value.get("color")
        if isinstance(inner, str):
            return inner
        return _at(scheme, inner) if isinstance(inner, int) and inner >= 0 else None
    if isinstance(value, str):
        return value if _COLOUR.fullmatch(value) else None
    return _at(scheme, value) if isinstance(value, int) and value >= 0 else None
