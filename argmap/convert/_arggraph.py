"""Argument graphs of the microtext corpora (arggraph XML), read.

Peldszus and Stede, "An annotated corpus of argumentative microtexts" (2015). Argumentative units (adu) with the text
of their segments (edu, also by way of a joint) are claims; `sup` and `exa` (an example) are supports, `reb` an attack,
`und` an undercut of an edge, `add` a further premise of an edge. Ids and stances are kept in `data["arggraph"]`.
"""

from typing import NamedTuple, NoReturn
from xml.parsers import expat

from argmap.convert._chains import end_of
from argmap.convert._parse import Object, shown
from argmap.errors import NotAMapError
from argmap.model import ArgumentMap, MapClaim, Relation, RelationKind

_KINDS: dict[str, RelationKind] = {"sup": "support", "exa": "support", "reb": "attack", "und": "undercut"}
_UNITS = ("edu", "joint", "adu")


class _Edge(NamedTuple):
    id: str
    src: str
    trg: str
    type: str
    line: int


def is_arggraph(text: str) -> bool:
    """Whether the root of an XML file is an arggraph, as far as its beginning shows."""
    return "<arggraph" in text[:4_000]


def read_arggraph(text: str, path: str) -> ArgumentMap:
    """Read an argument graph.

    Raises:
        NotAMapError: If it is no such XML, declares entities, names an id twice, or an edge leads nowhere.
    """
    found = _Parser(path)
    found.parse(text)
    return _Builder(found, path).build()


class _Parser:
    """Units (kind, attributes, text and line by id), edges and root attributes, from expat's events."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._open: list[str] = []
        self._text: list[str] = []
        self.root: dict[str, str] = {}
        self.units: dict[str, tuple[str, dict[str, str], int]] = {}
        self.texts: dict[str, str] = {}
        self.edges: dict[str, _Edge] = {}
        self._expat = expat.ParserCreate()

    def parse(self, text: str) -> None:
        self._expat.buffer_text = True
        self._expat.EntityDeclHandler = self._entity
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._text.append
        try:
            self._expat.Parse(text.encode(), True)  # noqa: FBT003 - expat's own argument
        except expat.ExpatError as error:
            why = f"not XML, column {error.offset + 1}: {expat.ErrorString(error.code)}"
            raise NotAMapError(self._path, error.lineno, why) from None

    def fail(self, why: str, line: int | None = None) -> NoReturn:
        raise NotAMapError(self._path, line or self._expat.CurrentLineNumber, why)

    def _entity(self, name: str, *_: object) -> None:
        self.fail(f"it declares the entity '{shown(name)}': write out what it stands for")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._open:
            if name != "arggraph":
                self.fail(f"the root is <{shown(name)}>, where <arggraph> is read")
            self.root = attributes
        self._open.append(name)
        self._text.clear()
        if name in _UNITS:
            key = self._id(name, attributes)
            if key in self.units:
                self.fail(f"a second unit '{shown(key)}': give each its own id")
            self.units[key] = name, attributes, self._expat.CurrentLineNumber
        elif name == "edge":
            self._edge(attributes)

    def _end(self, name: str) -> None:
        self._open.pop()
        if name == "edu":
            self.texts[next(reversed(self.units))] = " ".join("".join(self._text).split())

    def _edge(self, attributes: dict[str, str]) -> None:
        key = self._id("edge", attributes)
        lacking = [name for name in ("src", "trg", "type") if name not in attributes]
        if lacking or key in self.edges:
            self.fail(f"the edge '{shown(key)}' " + (f"has no {lacking[0]}" if lacking else "is there twice"))
        line = self._expat.CurrentLineNumber
        self.edges[key] = _Edge(key, attributes["src"], attributes["trg"], attributes["type"], line)

    def _id(self, name: str, attributes: dict[str, str]) -> str:
        if not attributes.get("id"):
            self.fail(f"an {name} without an id: give it one")
        return attributes["id"]


class _Builder:
    """The map of what was parsed."""

    def __init__(self, found: _Parser, path: str) -> None:
        self._found, self._path = found, path
        self._adds = {edge.id: edge.trg for edge in found.edges.values() if edge.type == "add"}
        self._ends: dict[str, str] = {}
        self._segments: dict[str, list[str]] = {}
        self._more: dict[str, list[str]] = {}
        self._steps: dict[str, str] = {}

    def build(self) -> ArgumentMap:
        self._sort_edges()
        claims = [
            self._claim(key, attributes, line)
            for key, (kind, attributes, line) in self._found.units.items()
            if kind == "adu"
        ]
        root = self._found.root
        relations = [self._relation(self._found.edges[key]) for key in self._steps]
        title = root.get("topic_id") or root.get("id")
        data: Object = {"arggraph": dict(root)} if root else {}
        return ArgumentMap(title=title, claims=tuple(claims), relations=tuple(relations), data=data)

    def _sort_edges(self) -> None:
        for edge in self._found.edges.values():
            if edge.type == "seg":
                self._segments.setdefault(self._unit(edge, edge.trg, "joint", "adu"), []).append(
                    self._unit(edge, edge.src, "edu", "joint")
                )
            elif edge.type == "add":
                self._more.setdefault(self._base(edge), []).append(self._unit(edge, edge.src, "adu"))
            elif edge.type in _KINDS:
                self._steps[edge.id] = f"r{len(self._steps) + 1}"
            else:
                known = ", ".join((*_KINDS, "add", "seg"))
                self._found.fail(f"the type '{shown(edge.type)}' of '{edge.id}': known are {known}", edge.line)

    def _unit(self, edge: _Edge, key: str, *kinds: str) -> str:
        if key not in self._found.units or self._found.units[key][0] not in kinds:
            why = f"the edge '{shown(edge.id)}' names '{shown(key)}', which is no {' or '.join(kinds)} of the file"
            self._found.fail(why, edge.line)
        return key

    def _base(self, edge: _Edge) -> str:
        """The edge that an `add` or `und` leads to; one that leads to an `add` leads to what that adds to."""
        key = end_of(edge.trg, self._adds, self._ends)
        if key is None or key not in self._found.edges or self._found.edges[key].type not in _KINDS:
            why = f"the edge '{shown(edge.id)}' ({edge.type}) must lead to an edge, not to '{shown(edge.trg)}'"
            self._found.fail(why, edge.line)
        return key

    def _claim(self, key: str, attributes: dict[str, str], line: int) -> MapClaim:
        segments: list[str] = []
        waiting = list(reversed(self._segments.get(key, ())))
        seen: set[str] = set()
        while waiting:
            one = waiting.pop()
            if one in seen:
                continue
            seen.add(one)
            if self._found.units[one][0] == "edu":
                segments.append(one)
            else:
                waiting.extend(reversed(self._segments.get(one, ())))
        own: Object = {name: value for name, value in attributes.items() if name != "id"}
        own |= {"segments": segments} if segments else {}
        text = " ".join(self._found.texts.get(one, "") for one in segments).strip()
        return MapClaim(id=key, text=text, data={"arggraph": own} if own else {}, line=line)

    def _relation(self, edge: _Edge) -> Relation:
        kind = _KINDS[edge.type]
        premises = (self._unit(edge, edge.src, "adu"), *self._more.get(edge.id, ()))
        target = self._steps[self._base(edge)] if kind == "undercut" else self._unit(edge, edge.trg, "adu")
        return Relation(
            id=self._steps[edge.id],
            kind=kind,
            premises=tuple(dict.fromkeys(premises)),
            target=target,
            scheme="example" if edge.type == "exa" else None,
            data={"arggraph": {"edge": edge.id}},
            line=edge.line,
        )
