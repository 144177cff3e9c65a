"""Argument graphs of Carneades 4 as YAML, written.

The format has arguments for statements, one undercutter an argument, and issues. So a one-sided attack becomes an
argument for a new statement that stands against its target in an issue, and every undercut that is no single
statement an argument for a new statement, that its target does not apply. Each such change is told.
"""

from collections import Counter
from typing import Any

import yaml

from argmap.convert._carneades import is_id
from argmap.convert._carneades_issues import Issues
from argmap.convert._losses import carried, lost, relation_lost
from argmap.convert._parse import Object, free, own_data
from argmap.convert._yaml import as_word
from argmap.model import ArgumentMap, Loss, MapClaim, Relation

_KEPT = carried(claim="form standard", relation="title scheme weight", whole="title", own="carneades")
_Base: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(_Base):  # type: ignore[misc]  # PyYAML's classes with and without libyaml have no common type
    """Writes every value out where it stands."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's own signature
        return True


def write_carneades(argument_map: ArgumentMap) -> tuple[str, tuple[Loss, ...]]:
    """The map as an argument graph.

    Lost: forms of claims, standards that Carneades has not, and what this module says of attacks and undercuts.
    """
    writer = _Writer(argument_map)
    document = writer.document()
    text = yaml.dump(document, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    return text, (*lost(argument_map, _KEPT), *writer.losses, *writer.issues.losses)


class _Writer:
    """One file. `_names` are the arguments of the relations that are written as such."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._kept = own_data(argument_map.data, "carneades")
        self._uses = Counter(premise for relation in argument_map.relations for premise in relation.premises)
        self._alone = {
            one.premises[0] for one in argument_map.relations if one.kind == "support" and len(one.premises) == 1
        }
        self._bare = {claim.id for claim in argument_map.claims if self._is_bare(claim)}
        self._statements: Object = {
            claim.id: _statement(claim) for claim in argument_map.claims if claim.id not in self._bare
        }
        self._against: dict[str, str] = {}
        self._arguments: dict[str, Object] = {}
        self._undercutters: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self.issues = Issues(argument_map)
        self.losses: list[Loss] = []

    def document(self) -> Object:
        direct = {one.id for one in self._map.relations if self._is_direct(one)}
        elsewhere = direct | self.issues.implied
        written = [one for one in self._map.relations if one.id not in elsewhere]
        self._name(written)
        for one in written:
            self._arguments[self._names[one.id]] = self._argument(one)
        self._undercutters |= {one.target: one.premises[0] for one in self._map.relations if one.id in direct}
        for target, statement in self._undercutters.items():
            self._arguments[self._names[target]]["undercutter"] = statement
        self.issues.set_standards()
        for claim in self._map.claims:
            if claim.form != "statement" and claim.id not in self._bare:
                self.losses.append(Loss(what="form", detail=f"claim '{claim.id}': written as a statement"))
        return self._put_together()

    def _put_together(self) -> Object:
        kept_meta, kept_arguments = self._kept.get("meta"), self._kept.get("arguments")
        meta: Object = {} if self._map.title is None else {"title": self._map.title}
        if isinstance(kept_meta, dict):
            meta |= {key: value for key, value in kept_meta.items() if key not in meta}
        if isinstance(kept_arguments, dict):
            self._arguments |= {key: value for key, value in kept_arguments.items() if key not in self._arguments}
        parts = {
            "meta": meta, "statements": self._statements, "issues": self.issues.written, "arguments": self._arguments
        }  # fmt: skip
        rest = {key: value for key, value in self._kept.items() if key not in parts}
        return {key: value for key, value in parts.items() if value} | rest or {"statements": {}}

    def _is_bare(self, claim: MapClaim) -> bool:
        """Whether a claim only stands for the argument without premises that it was read from."""
        own = own_data(claim.data, "carneades")
        once = "argument" in own and self._uses[claim.id] == 1 and claim.id not in self._map.into
        return once and not claim.text and claim.form == "argument" and claim.id in self._alone

    def _is_direct(self, one: Relation) -> bool:
        """Whether an undercut can be its target's `undercutter`."""
        if one.kind != "undercut" or len(one.premises) != 1 or one.id in self._map.into:
            return False
        named = one.title, one.scheme, one.weight
        return named == (None, None, None) and len(self._map.into[one.target]) == 1

    def _name(self, written: list[Relation]) -> None:
        taken: set[str] = set()
        for one in written:
            wanted = one.title or str(own_data(one.data, "carneades").get("argument") or one.id)
            name = wanted if wanted not in taken else free(one.id, taken)
            taken.add(name)
            self._names[one.id] = name
            if (None if is_id(name) else name) != one.title:
                self.losses.append(relation_lost(one, "title", f"written as the argument '{name}'"))

    def _argument(self, one: Relation) -> Object:
        own = {key: value for key, value in own_data(one.data, "carneades").items() if key != "argument"}
        as_written = own.pop("premises", None)
        premises: Object = {"premises": list(one.premises)}
        if _premises_of(as_written) == one.premises:
            premises = {"premises": as_written}
        elif one.premises[0] in self._bare:
            premises = {}
        scheme = {} if one.scheme is None else {"scheme": one.scheme}
        weight = {} if one.weight is None else {"weight": one.weight}
        return {"conclusion": self._conclusion(one), **premises, **scheme, **weight, **own}

    def _conclusion(self, one: Relation) -> str:
        if one.kind == "support":
            return one.target
        if one.kind == "attack":
            return self._position_against(one)
        target = self._names[one.target]
        if one.target not in self._undercutters:
            self._undercutters[one.target] = self._new(f"¬app({target})", f"Not applicable: {target}")
        new = self._undercutters[one.target]
        why = f"written as an argument for the new statement '{new}', which undercuts '{target}'"
        self.losses.append(relation_lost(one, "undercut", why))
        return new

    def _position_against(self, attack: Relation) -> str:
        target = self._map.claim_of[attack.target]
        if target.id not in self._against:
            self._against[target.id] = self._new(f"¬{target.id}", f"Not: {target.text or target.id}")
            self.issues.oppose(target.id, self._against[target.id])
        new = self._against[target.id]
        why = f"written as an argument for the new statement '{new}', a position against '{target.id}'"
        self.losses.append(relation_lost(attack, "attack", why))
        return new

    def _new(self, name: str, text: str) -> str:
        name = free(name, self._statements)
        self._statements[name] = text
        return name


def _statement(claim: MapClaim) -> str | Object:
    rest = {key: value for key, value in own_data(claim.data, "carneades").items() if key != "argument"}
    return {"text": claim.text, **rest} if "carneades" in claim.data else claim.text


def _premises_of(written: object) -> tuple[str, ...]:
    """The names in premises as a file wrote them: a list, or roles with their statements."""
    listed = list(written.values()) if isinstance(written, dict) else written
    return tuple(dict.fromkeys(as_word(one) for one in listed)) if isinstance(listed, list) else ()
