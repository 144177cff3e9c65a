"""The issues of an argument graph: which attacks of a map they say, and which they can be made to say."""

from typing import Any

from argmap.convert._carneades import MOST_POSITIONS, STANDARDS
from argmap.convert._parse import Object, free, own_data, shown
from argmap.convert._yaml import as_word
from argmap.model import ArgumentMap, Loss, Relation

_CODES = {name: code for code, name in STANDARDS.items()}


class Issues:
    """The issues of a file to be written.

    Attributes:
        written: The issues, by name.
        implied: Ids of the attacks that the issues say.
        losses: What could not be said.
    """

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._of: dict[str, str] = {}
        self._attacks: dict[tuple[str, str], Relation] = {}
        self.written: dict[str, Object] = {}
        self.implied: set[str] = set()
        self.losses: list[Loss] = []
        for one in argument_map.relations:
            if one.kind == "attack" and len(one.premises) == 1:
                self._attacks.setdefault((one.premises[0], one.target), one)
        self._keep()
        self._pair()

    def oppose(self, claim: str, position: str) -> str:
        """Set a new position against a claim; the name of their issue."""
        name = self._of.get(claim) or self._new([claim])
        self.written[name]["positions"].append(position)
        return name

    def set_standards(self) -> None:
        """Give each issue the standard of its positions, and each claim with a standard an issue."""
        for claim in self._map.claims:
            if claim.standard in _CODES and claim.id not in self._of:
                self._new([claim.id])
        for issue in self.written.values():
            known = [
                self._map.claim_of[as_word(one)] for one in issue["positions"] if as_word(one) in self._map.claim_of
            ]
            if str(issue.get("standard") or "PE").upper() not in STANDARDS:
                continue
            wanted = {claim.standard or "" for claim in known}
            code = _CODES.get(wanted.pop()) if len(wanted) == 1 else None
            if code and code != str(issue.get("standard")).upper():
                issue["standard"] = code
            elif not code:
                issue.pop("standard", None)
        for claim in self._map.claims:
            issue = self.written.get(self._of.get(claim.id, ""), {})
            if claim.standard is not None and STANDARDS.get(str(issue.get("standard")).upper()) != claim.standard:
                self.losses.append(Loss(what="standard", detail=f"claim '{claim.id}': {claim.standard}"))

    def _keep(self) -> None:
        """The issues that the map was read with, as far as they still hold."""
        kept = own_data(own_data(self._map.data, "carneades"), "issues")
        for name, issue in kept.items():
            found = issue.get("positions") if isinstance(issue, dict) else None
            positions = list(found) if isinstance(found, list) else []
            names = list(dict.fromkeys(as_word(one) for one in positions))
            if not names or not self._holds(names):
                why = "its positions do not attack one another in the map any more"
                self.losses.append(Loss(what="issue", detail=f"issue '{name}': {why}: {shown(issue)}"))
                continue
            self.written[name] = dict(issue) | {"positions": positions}
            self._of |= dict.fromkeys(names, name)
            if len(names) <= MOST_POSITIONS:
                self._imply([(one, other) for one in names for other in names if one != other])

    def _holds(self, names: list[str]) -> bool:
        if any(one not in self._map.claim_of or one in self._of for one in names):
            return False
        return len(names) > MOST_POSITIONS or all(
            (one, other) in self._attacks for one in names for other in names if one != other
        )

    def _pair(self) -> None:
        """Two claims that attack each other are the positions of an issue."""
        for (one, other), attack in self._attacks.items():
            back = self._attacks.get((other, one))
            if one == other or one in self._of or other in self._of or back is None:
                continue
            if self._plain(attack) and self._plain(back):
                self._new([one, other])
                self._imply([(one, other), (other, one)])

    def _imply(self, pairs: list[tuple[str, str]]) -> None:
        self.implied |= {self._attacks[pair].id for pair in pairs if self._plain(self._attacks[pair])}

    def _plain(self, attack: Relation) -> bool:
        """Whether an attack says no more than its two ends."""
        named: tuple[Any, ...] = (attack.title, attack.scheme, attack.weight)
        return named == (None, None, None) and attack.id not in self._map.into

    def _new(self, positions: list[str]) -> str:
        name = free(f"i{len(self.written) + 1}", self.written)
        self.written[name] = {"positions": positions}
        self._of |= dict.fromkeys(positions, name)
        return name
