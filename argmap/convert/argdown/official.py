"""The values of the official tool's model (https://argdown.org/guide/ , "the response object")."""

from dataclasses import dataclass, field
from typing import Any

from argmap.convert.argdown.content import Range

Place = tuple[int, int, int, int]
"""First line, first column, last line, last column; from 1."""


@dataclass(slots=True, eq=False)
class Section:
    """What stands below a heading."""

    id: str
    level: int
    title: str
    children: list["Section"] = field(default_factory=list)
    parent: "Section | None" = None
    tags: list[str] | None = None
    ranges: list[Range] | None = None
    data: Any = None
    place: tuple[int, int] | None = None
    end: tuple[int, int] | None = None
    closed_by_another: bool = False
    is_group: bool | None = None
    is_closed: bool | None = None
    colour: str | None = None
    font: str | None = None


@dataclass(slots=True, eq=False)
class Step:
    """An inference."""

    rules: list[str]
    place: Place
    data: Any = None
    relations: list["Link"] = field(default_factory=list)
    conclusion: int | None = None
    argument: str | None = None


@dataclass(slots=True, eq=False)
class Saying:
    """One place where a statement or an argument is stated: a member of its class."""

    place: Place
    role: str | None = None
    top: bool | None = None
    title: str | None = None
    text: str | None = None
    ranges: list[Range] | None = None
    tags: list[str] | None = None
    data: Any = None
    reference: bool = False
    section: Section | None = None
    argument: str | None = None
    step: Step | None = None
    structure: list["Saying"] | None = None


@dataclass(slots=True, eq=False)
class Node:
    """An equivalence class of statements, or an argument with its structure."""

    title: str
    argument: bool
    relations: list["Link"] = field(default_factory=list)
    members: list[Saying] = field(default_factory=list)
    structure: list[Saying] = field(default_factory=list)
    tags: list[str] | None = None
    data: Any = None
    section: Section | None = None
    regrouped: bool = False
    place: Place | None = None
    used: dict[str, bool] = field(default_factory=dict)
    colour: str | None = None
    font: str | None = None

    @property
    def canonical(self) -> Saying | None:
        """The saying that stands for the class: the last one that is marked so, else the last with words."""
        full = [one for one in self.members if not one.reference]
        marked = [one for one in full if isinstance(one.data, dict) and one.data.get("isCanonical")]
        return (marked or full)[-1] if full else None


@dataclass(slots=True, eq=False)
class Link:
    """A relation between two nodes, or from a node to an inference."""

    kind: str
    source: Node | Step
    target: Node | Step

    @property
    def symmetric(self) -> bool:
        """Whether it holds both ways."""
        return self.kind in {"contrary", "contradictory"}

    def other(self, end: Node | Step) -> Node | Step:
        """The end that is not this one."""
        return self.target if self.source is end else self.source


@dataclass(slots=True)
class Tag:
    """A tag; `index` counts them by first use."""

    name: str
    index: int
    colour: str | None = None
    priority: Any = None


@dataclass(slots=True)
class Model:
    """All that a text says."""

    statements: dict[str, Node] = field(default_factory=dict)
    arguments: dict[str, Node] = field(default_factory=dict)
    relations: list[Link] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    tags: dict[str, Tag] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    deepest: int = 0
