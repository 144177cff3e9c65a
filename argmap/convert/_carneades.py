"""Argument graphs of Carneades 4 as YAML, read.

Gordon and Walton, "Formalizing Balancing Arguments" (COMMA 2016). An argument is a support named by its title; one
without premises is a claim of its own that supports the conclusion; an undercutter is an undercut; the positions of an
issue attack one another and share its proof standard. Schemes, assumptions, labels and all other parts are kept in
`data["carneades"]`; schemes are not run.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import JsonValue

from argmap.convert._losses import KEPT
from argmap.convert._parse import free, own_data, shown
from argmap.convert._yaml import YamlMapping, as_word, yaml_mapping
from argmap.errors import NotAMapError
from argmap.model import ArgumentMap, Loss, MapClaim, Relation

STANDARDS = {"PE": "preponderance", "CCE": "clear-and-convincing", "BRD": "beyond-reasonable-doubt"}
"""Our names of Carneades' proof standards."""
MOST_POSITIONS = 20
"""Of an issue whose positions are read as attacking one another: there are n (n - 1) attacks."""

_PARTS = frozenset({"statements", "arguments"})
_UNUSED = {
    "argument_schemes": "schemes are not run: arguments that Carneades would generate are not in the map",
    "issue_schemes": "schemes are not run: issues that Carneades would generate are not in the map",
    "weighing_functions": "no part of the map; evaluate computes constants, preferences and criteria, and leaves others open",
}


def is_carneades(text: str) -> bool:
    """Whether a text has one of the keys of an argument graph at the beginning of a line."""
    starts = ("statements:", "arguments:", "argument_schemes:", "issues:", "issue_schemes:", "assumptions:")
    return any(line.startswith(starts) for line in text.split("\n"))


def read_carneades(text: str, path: str) -> ArgumentMap:
    """Read an argument graph.

    Raises:
        NotAMapError: If it is no such graph, or an argument or issue names a statement that is not there.
    """
    return _Reader(yaml_mapping(text, path), path).read()


class _Draft(NamedTuple):
    """An argument, before undercuts are numbered behind all arguments."""

    relation: Relation
    undercutter: str | None
    line: int | None


class _Reader:
    """One file."""

    def __init__(self, document: YamlMapping, path: str) -> None:
        self._document, self._path = document, path
        self._claims: dict[str, MapClaim] = {}
        self._kept: dict[str, Any] = {key: value for key, value in document.items() if key not in _PARTS}
        self._losses: list[Loss] = []
        self._standard: dict[str, str] = {}

    def read(self) -> ArgumentMap:
        statements, arguments = self._mapping("statements"), self._mapping("arguments")
        if not any(key in self._document for key in (*_PARTS, "argument_schemes", "assumptions", "issues")):
            raise NotAMapError(self._path, 1, "neither 'statements:' nor 'arguments:': is it an argument graph?")
        for name, value in statements.items():
            self._statement(name, value, statements.lines[name])
        drafts = [
            draft for name, value in arguments.items() if (draft := self._argument(name, value, arguments.lines[name]))
        ]
        relations = _numbered([draft.relation for draft in drafts])
        undercuts = [
            Relation(id="", kind="undercut", premises=(draft.undercutter,), target=relation.id, line=draft.line)
            for draft, relation in zip(drafts, relations, strict=True)
            if draft.undercutter is not None
        ]
        title = self._title()
        relations = _numbered([*relations, *undercuts, *self._attacks()])
        self._tell()
        return ArgumentMap(
            title=title,
            claims=tuple(
                claim.model_copy(update={"standard": self._standard.get(claim.id)}) for claim in self._claims.values()
            ),
            relations=tuple(relations),
            data={"carneades": self._kept} if self._kept else {},
            losses=tuple(self._losses),
        )

    def _title(self) -> str | None:
        """The title, taken out of what is kept."""
        meta = self._document.get("meta")
        title = meta.get("title") if isinstance(meta, dict) else None
        if not isinstance(meta, dict) or not isinstance(title, str):
            return None
        self._kept["meta"] = {key: value for key, value in meta.items() if key != "title"}
        if not self._kept["meta"]:
            del self._kept["meta"]
        return title

    def _mapping(self, key: str) -> YamlMapping:
        value = self._document.get(key)
        if value is None:
            return YamlMapping()
        if not isinstance(value, YamlMapping):
            raise self._error(self._document, key, f"'{key}' is no mapping: write 'name: …', one a line")
        return value

    def _error(self, mapping: YamlMapping, key: str, why: str) -> NotAMapError:
        return NotAMapError(self._path, mapping.lines.get(key), why)

    def _statement(self, name: str, value: object, line: int) -> None:
        if isinstance(value, list):
            raise NotAMapError(self._path, line, f"the statement '{shown(name)}' is a list: give a text")
        rest = {key: part for key, part in value.items() if key != "text"} if isinstance(value, dict) else {}
        text = value.get("text") if isinstance(value, dict) else value
        if isinstance(text, dict | list):
            raise NotAMapError(self._path, line, f"the statement '{shown(name)}' has no plain text: put it in quotes")
        words = "" if text is None else as_word(text)
        data: dict[str, JsonValue] = {"carneades": rest} if isinstance(value, dict) else {}
        self._claims[name] = MapClaim(id=name, text=words, data=data, line=line)

    def _argument(self, name: str, value: object, line: int) -> _Draft | None:
        if not isinstance(value, YamlMapping):
            raise NotAMapError(self._path, line, f"the argument '{shown(name)}' is no mapping: give its 'conclusion:'")
        rest = dict(value)
        conclusion = rest.pop("conclusion", None)
        if conclusion is None:  # Carneades infers it from the scheme
            self._kept.setdefault("arguments", {})[name] = value
            self._losses.append(Loss(what=KEPT, detail=f"argument '{name}' has no conclusion of its own"))
            return None
        premises = self._premises(name, rest, line)
        undercutter = rest.pop("undercutter", None)
        scheme, weight = rest.get("scheme"), rest.get("weight")
        if isinstance(scheme, str):
            del rest["scheme"]
        if _is_weight(weight):
            del rest["weight"]
        if not premises:
            premises = (self._bare(name, line),)
        relation = Relation(
            id="",
            kind="support",
            premises=premises,
            target=self._known(conclusion, name, line),
            title=name,
            scheme=scheme if isinstance(scheme, str) else None,
            weight=weight if _is_weight(weight) else None,
            data={"carneades": rest} if rest else {},
            line=line,
        )
        return _Draft(relation, None if undercutter is None else self._known(undercutter, name, line), line)

    def _premises(self, name: str, rest: dict[str, Any], line: int) -> tuple[str, ...]:
        """The premises, each once; as they were written stays in the rest if the names alone do not say it."""
        written = rest.pop("premises", None)
        if isinstance(written, str | int | float):
            written = [written]
        listed = list(written.values()) if isinstance(written, dict) else written or []
        if not isinstance(listed, list):
            raise NotAMapError(self._path, line, f"the premises of '{shown(name)}' are no list: write [p, q]")
        found = tuple(dict.fromkeys(self._known(one, name, line) for one in listed))
        if isinstance(written, dict) or len(found) < len(listed):
            rest["premises"] = written
        return found

    def _bare(self, name: str, line: int) -> str:
        """An argument without premises stands for itself."""
        own = free(name, self._claims)
        self._claims[own] = MapClaim(id=own, form="argument", data={"carneades": {"argument": name}}, line=line)
        return own

    def _known(self, value: object, owner: str, line: int | None) -> str:
        name = as_word(value) if not isinstance(value, dict | list) else shown(value)
        if name not in self._claims or "argument" in own_data(self._claims[name].data, "carneades"):
            raise NotAMapError(
                self._path,
                line,
                f"'{shown(owner)}' names '{shown(name)}', which is no statement: add it to 'statements:'",
            )
        return name

    def _attacks(self) -> Iterator[Relation]:
        issues = self._mapping("issues")
        for name, issue in issues.items():
            line = issues.lines[name]
            positions = issue.get("positions") if isinstance(issue, dict) else None
            if not isinstance(positions, list):
                raise NotAMapError(self._path, line, f"the issue '{shown(name)}' has no list 'positions:'")
            known = list(dict.fromkeys(self._known(one, name, line) for one in positions))
            standard = STANDARDS.get(str(issue.get("standard") or "").upper())
            self._standard |= dict.fromkeys(known, standard) if standard else {}
            if len(known) > MOST_POSITIONS:
                why = f"issue '{name}': {len(known)} positions, too many to attack one another"
                self._losses.append(Loss(what=KEPT, detail=why))
                continue
            for one in known:
                for other in known:
                    if one != other:
                        yield Relation(id="", kind="attack", premises=(one,), target=other, line=line)

    def _tell(self) -> None:
        """What is kept and says something of the argument that the map does not."""
        self._losses += (Loss(what=KEPT, detail=f"{key}: {why}") for key, why in _UNUSED.items() if self._kept.get(key))
        assumptions = self._kept.get("assumptions")
        for one in assumptions if isinstance(assumptions, list) else []:
            if not isinstance(one, str) or one not in self._claims:
                self._losses.append(Loss(what=KEPT, detail=f"assumption '{shown(one)}': no statement of that name"))


def _numbered(relations: list[Relation]) -> list[Relation]:
    """With ids in order. A title that looks like such an id is none, and kept if it is not the one in order."""
    found = []
    for number, one in enumerate(relations, 1):
        update: dict[str, Any] = {"id": f"r{number}"}
        if one.title and is_id(one.title):
            rest = {} if one.title == update["id"] else {"argument": one.title}
            own = own_data(one.data, "carneades") | rest
            update |= {"title": None, "data": {"carneades": own} if own else {}}
        found.append(one.model_copy(update=update))
    return found


def is_id(name: str) -> bool:
    """Whether a name looks like the id of a relation, which says nothing."""
    return name.startswith("r") and name[1:].isascii() and name[1:].isdecimal()


def _is_weight(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
