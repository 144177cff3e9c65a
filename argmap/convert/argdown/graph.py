"""The argument map of a model: nodes, edges, groups (https://argdown.org/guide/creating-argument-maps.html)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.convert.argdown.data import mapping
from argmap.convert.argdown.official import Model, Node, Saying, Section, Step
from argmap.convert.argdown.select import Selection

_WEAKER = {"contradictory": "attack", "contrary": "attack", "entails": "support"}


@dataclass(slots=True, eq=False)
class Box:
    """A node of the map."""

    id: str
    node: Node
    label_title: str | None = None
    label_text: str | None = None
    tags: list[str] | None = None


@dataclass(slots=True, eq=False)
class Group:
    """A group of nodes and groups. `parent` is the section it is in, `level` counts groups from 1."""

    section: Section
    children: list["Box | Group"] = field(default_factory=list)
    parent: str | None = None
    level: int = 0
    closed: bool | None = None
    colour: str | None = None


@dataclass(slots=True)
class Edge:
    """An edge of the map, and the classes of statements it goes from and to."""

    id: str
    kind: str
    source: Box
    target: Box
    source_class: str | None = None
    target_class: str | None = None


@dataclass(slots=True)
class Graph:
    """An argument map: the outermost groups and nodes, and all edges."""

    nodes: list[Box | Group]
    edges: list[Edge]


def make_graph(model: Model) -> Graph:
    """The argument map of a model; its sections are told whether they are groups."""
    maker = _Maker(model)
    boxes = maker.boxes()
    edges = maker.edges()
    return Graph(_group(model, boxes), edges)


class _Maker:
    def __init__(self, model: Model) -> None:
        self._model = model
        self._selection = Selection(model)
        self._statements: dict[str, Box] = {}
        self._arguments: dict[str, Box] = {}
        self._edges: list[Edge] = []

    def boxes(self) -> list[Box]:
        settings = mapping(self._model.settings.get("map"))
        tags = settings.get("addTags", True)
        for nodes, boxes, key in (
            (self._selection.statements, self._statements, "statementLabelMode"),
            (self._selection.arguments, self._arguments, "argumentLabelMode"),
        ):
            for title, node in nodes.items():
                box = Box(f"n{len(self._statements) + len(self._arguments)}", node, tags=node.tags if tags else None)
                _label(box, str(settings.get(key) or "hide-untitled"))
                boxes[title] = box
        return [*self._statements.values(), *self._arguments.values()]

    def edges(self) -> list[Edge]:
        for link in self._model.relations:
            if self._selection.shows(link, link.source) and self._selection.shows(link, link.target):
                self._relate(link.kind, link.source, link.target, back=False)
                if link.symmetric:
                    self._relate(link.kind, link.target, link.source, back=True)
        self._same_statements()
        return self._edges

    def _relate(self, kind: str, source: Node | Step, target: Node | Step, *, back: bool) -> None:
        targets = list(self._targets(target, back=back))
        for one in self._sources(source, back=back):
            for other in targets:
                statements = not one.node.argument and not other.node.argument
                edge = Edge(f"e{len(self._edges) + 1}", kind if statements else _WEAKER.get(kind, kind), one, other)
                edge.source_class, edge.target_class = _class(source), _class(target)
                self._edges.append(edge)

    def _sources(self, end: Node | Step, *, back: bool) -> Iterator[Box]:
        if isinstance(end, Step):
            return
        if end.argument:
            if not back and end.title in self._arguments:
                yield self._arguments[end.title]
        elif end.title in self._statements:
            yield self._statements[end.title]
        else:
            yield from self._users(end, "main-conclusion")

    def _targets(self, end: Node | Step, *, back: bool) -> Iterator[Box]:
        if isinstance(end, Step) or end.argument:
            title = end.argument if isinstance(end, Step) else end.title
            if not back and title in self._arguments:
                yield self._arguments[str(title)]
        elif end.title in self._statements:
            if not back:
                yield self._statements[end.title]
        else:
            yield from self._users(end, "premise")

    def _users(self, node: Node, role: str) -> Iterator[Box]:
        """The arguments that have a statement in one role."""
        for member in node.members:
            if member.role == role and member.argument in self._arguments:
                yield self._arguments[member.argument]

    def _same_statements(self) -> None:
        """Support from an argument to its conclusion, or to the arguments that have this as a premise; to its own."""
        seen: set[tuple[int, int]] = set()

        def add(letter: str, source: Box, target: Box, title: str) -> None:
            if (id(source), id(target)) not in seen:
                seen.add((id(source), id(target)))
                number = len(self._edges) + 1
                self._edges.append(Edge(f"{letter}{number}", "support", source, target, title, title))

        for box in self._arguments.values():
            lines: list[Saying] = box.node.structure
            if not lines:
                continue
            statement = self._model.statements[lines[-1].title or ""]
            own = self._statements.get(statement.title)
            if own is not None:
                add("e", box, own, statement.title)
                continue
            for user in self._users(statement, "premise"):
                add("n", box, user, statement.title)
        for box in self._statements.values():
            for user in self._users(box.node, "premise"):
                add("e", box, user, box.node.title)


def _class(end: Node | Step) -> str | None:
    return None if isinstance(end, Step) or end.argument else end.title


def _label(box: Box, mode: str) -> None:
    if mode in {"text", "hide-untitled"}:
        canonical = box.node.canonical
        box.label_text = canonical.text if canonical else None
    titled = not box.node.title.startswith("Untitled")
    untold = not box.label_text
    if mode == "title" or (mode == "hide-untitled" and (titled or untold)) or (mode == "text" and untold):
        box.label_title = box.node.title


# Groups


def _sections(model: Model) -> Iterator[Section]:
    waiting = list(reversed(model.sections))
    while waiting:
        section = waiting.pop()
        yield section
        waiting += reversed(section.children)


def _group(model: Model, boxes: list[Box]) -> list[Box | Group]:
    """Nodes in the groups of their sections; `groupDepth` says how many levels of headings are groups."""
    depth = mapping(model.settings.get("group")).get("groupDepth")
    least = model.deepest - (depth if isinstance(depth, int) else 2) + 1
    for section in _sections(model):
        if section.is_group is None:
            section.is_group = section.level >= least
    groups: dict[str, Group] = {}
    alone: list[Box | Group] = []
    for box in boxes:
        home = _nearest(box.node.section)
        if home is None:
            alone.append(box)
            continue
        group = groups.get(home.id)
        if group is None:
            above = _nearest(home.parent)
            group = groups[home.id] = Group(home, parent=above.id if above else None, closed=home.is_closed)
        group.children.append(box)
    for group in list(groups.values()):
        _ancestors(groups, group)
    top = [group for group in groups.values() if group.parent is None]
    _count_levels(top)
    return [*top, *alone]


def _nearest(section: Section | None) -> Section | None:
    while section is not None and section.is_group is False:
        section = section.parent
    return section


def _ancestors(groups: dict[str, Group], group: Group) -> None:
    """Put a group into the one above it, making those that are missing."""
    while group.parent is not None:
        known = groups.get(group.parent)
        if known is not None:
            known.children.append(group)
            return
        above = _nearest(group.section.parent)
        if above is None:
            group.parent = None
            return
        group.parent = above.id
        made = groups[above.id] = Group(above, [group], parent=above.parent.id if above.parent else None)
        group = made


def _count_levels(top: list[Group]) -> None:
    waiting = [(group, 1) for group in top]
    while waiting:
        group, level = waiting.pop()
        group.level = level
        waiting += [(child, level + 1) for child in group.children if isinstance(child, Group)]
