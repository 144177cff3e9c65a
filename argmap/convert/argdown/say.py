"""How one claim is written in Argdown: its title, its escaped text, its tags, its data."""

import re
from typing import Any

from argmap.convert._locator import parse_citations, write_citations
from argmap.convert.argdown.data import as_json
from argmap.convert.argdown.meaning import NUMBERS, RELATION, WORDS, said_of_claim, said_of_step
from argmap.convert.argdown.quoting import escape, write_mapping
from argmap.model import ArgumentMap, Citation, Loss, MapClaim, Relation

_PLAIN_TAG = re.compile("[a-zA-Z0-9\\-\u00a0-\ud7ff]{1,200}")
_LONG_TAG = re.compile(r"[^)\n]{1,200}")
_CUT_TAG = re.compile(r"[\]>]:")
_RULE = re.compile(r"[^\W_](?:[^\W_]|[ ](?=[^\W_])){0,100}")
_STARTS_A_MARK = re.compile(r"[-+_]|!--")


class Sayer:
    """Writes the claims of one map.

    Attributes:
        losses: What could not be written as it is.
    """

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.losses: list[Loss] = []
        self._reference: dict[str, str] = {}
        self._statements = {claim.id for claim in argument_map.claims if claim.form == "statement"}
        self._taken: set[str] = set()
        for claim in argument_map.claims:
            self._name(claim)

    def reference(self, claim: str) -> str:
        """`[Title]` or `<Title>`."""
        return self._reference[claim]

    def invent(self, title: str) -> str:
        """A statement that the map does not have; returns its id."""
        claim = MapClaim(id=title)
        while claim.id in self._reference or f"[{claim.id}]" in self._taken:
            claim = MapClaim(id=f"{claim.id}*")
        self._name(claim)
        return claim.id

    def definition(self, claim: MapClaim, relation: Relation | None = None) -> str:
        """Everything that the map says of a claim, and of the relation that puts it there, on one line."""
        text = " ".join(claim.text.split())
        if text != claim.text:
            self._lose("white space", claim, "made single")
        head = self.reference(claim.id) + (f": {escape(text)}" if text else "")
        return " ".join(filter(None, [head, *self._tags(claim), self.data(claim, relation)]))

    def words(self, claim: MapClaim) -> str:
        """Its text and tags, without title and data."""
        return " ".join([escape(claim.text), *self._tags(claim)]).strip()

    def data(self, claim: MapClaim, relation: Relation | None = None) -> str:
        """Its data in braces, and what the map says of the relation that puts it there."""
        fields = self._data(claim) | (self._relation_data(relation) if relation else {})
        return write_mapping(fields)

    def related(self, claim: str, relation: Relation | None) -> str:
        """A reference to a claim, with what the map says of the relation that puts it there."""
        data = write_mapping(self._relation_data(relation)) if relation else ""
        return f"{self.reference(claim)} {data}".rstrip()

    def dashes(self, relation: Relation) -> str:
        """The inference of a structure: `----`, or its scheme and its data between dashes."""
        fields = self.of_relation(relation)
        rule = fields.pop("scheme") if _RULE.fullmatch(relation.scheme or "") else ""
        data = write_mapping(fields)
        return f"-- {f'{rule} {data}'.strip()} --" if rule or data else "----"

    def of_relation(self, relation: Relation) -> dict[str, Any]:
        """What the map says of a relation itself, as far as it is read back so."""
        found: dict[str, Any] = {}
        cited = tuple(dict.fromkeys(one for one in relation.citations if self._can_cite(relation, one)))
        if cited:
            found["cite"] = write_citations(cited)
        if len(cited) < len(relation.citations):
            self._lose("citation", relation, "one that cannot be written, or stands twice, is left out")
        for key in (*WORDS, *NUMBERS):
            value = getattr(relation, key)
            if value is not None:
                found[key] = value
        return found | self._kept(relation, found)

    def _relation_data(self, relation: Relation) -> dict[str, Any]:
        fields = self.of_relation(relation)
        return {RELATION: fields} if fields else {}

    def _kept(self, thing: MapClaim | Relation, fields: dict[str, Any]) -> dict[str, Any]:
        """The data that are read back as they are; the others are listed."""
        kept = {}
        for key, value in thing.data.items():
            single = {key: value}
            data = (
                said_of_claim(single, _ignore).data
                if isinstance(thing, MapClaim)
                else said_of_step(single, [], _ignore).data
            )
            reserved = key in fields or (isinstance(thing, MapClaim) and key == RELATION)
            if reserved or data != single or as_json(value) != value or not write_mapping(single):
                self._lose("data", thing, f"'{key[:60]}' cannot be written, or means something else in Argdown")
            else:
                kept[key] = value
        return kept

    def _lose(self, what: str, thing: MapClaim | Relation, detail: str) -> None:
        self.losses.append(Loss(what=what, detail=f"of '{thing.id}': {detail}"))

    def _name(self, claim: MapClaim) -> None:
        """Give a claim a title that Argdown can hold and that no other claim has."""
        argument = claim.form == "argument"
        twin = argument and claim.id[:1] == "<" and claim.id[-1:] == ">" and claim.id[1:-1] in self._statements
        wanted = claim.id[1:-1] if twin else claim.id
        title = re.sub(r"[\r\n]+", " ", wanted.replace(">" if argument else "]", ")"))
        title = title if title.strip() else "Untitled"
        if title[0] == "-" or (argument and _STARTS_A_MARK.match(title)):
            title = f"'{title}"
        plain, number = title, 1
        while (reference := f"<{title}>" if argument else f"[{title}]") in self._taken or (
            title in self._statements and argument and not twin
        ):
            number += 1
            title = f"{plain} {number}"
        if title != wanted:
            self._lose("title", claim, f"written as {reference}")
        self._taken.add(reference)
        self._reference[claim.id] = reference

    def _tags(self, claim: MapClaim) -> list[str]:
        written = []
        for tag in dict.fromkeys(claim.tags):
            if _CUT_TAG.search(tag):
                self._lose("tag", claim, f"'{tag[:60]}' cannot be written")
            elif _PLAIN_TAG.fullmatch(tag):
                written.append(f"#{tag}")
            elif _LONG_TAG.fullmatch(tag):
                written.append(f"#({tag})")
            else:
                self._lose("tag", claim, f"'{tag[:60]}' cannot be written")
        if len(set(claim.tags)) < len(claim.tags):
            self._lose("tag", claim, "a tag that it has twice is written once")
        return written

    def _data(self, claim: MapClaim) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        cited = tuple(citation for citation in claim.citations if self._can_cite(claim, citation))
        if cited:
            fields["cite"] = write_citations(cited)
        if len(set(cited)) < len(cited):
            self._lose("citation", claim, "a citation that it has twice is written once")
        for key in ("kind", "standard", "weight"):
            value = getattr(claim, key)
            if value is not None:
                fields[key] = value
        return fields | self._kept(claim, fields)

    def _can_cite(self, claim: MapClaim | Relation, citation: Citation) -> bool:
        """Whether a citation can be written at all; a place that reads back otherwise is written and listed."""
        written = write_citations((citation,))
        read, strange = parse_citations(written)
        if strange or len(read) != 1 or read[0].source != citation.source:
            self._lose("citation", claim, f"'{written[:80]}' cannot be written")
            return False
        if read[0] != citation:
            self._lose("locator", claim, f"of {citation.source} is read back otherwise: '{written[:80]}'")
        return True


def _ignore(_: str) -> None:
    """What is strange is listed by the one who asks."""
