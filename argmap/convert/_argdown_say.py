"""How one claim is written in Argdown: its title, its escaped text, its tags, its data."""

import json
import re

from argmap.convert._locator import parse_citations, write_citations
from argmap.model import ArgumentMap, Citation, Loss, MapClaim

_ESCAPED = re.compile(r"[\\\[{*_]|#(?=[\w(-])|/(?=[/*])|<(?=!|.*>)")
_PLAIN_TAG = re.compile(r"[\w-]{1,200}")
_LONG_TAG = re.compile(r"[^)\n]{1,200}")
_STARTS_A_MARK = re.compile(r"[-+_]|!--")


def escape(text: str) -> str:
    """Words that Argdown reads back as these words; white space made single."""
    return _ESCAPED.sub(lambda mark: "\\" + mark[0], " ".join(text.split()))


def quote(words: str) -> str:
    """A string in YAML's and JSON's double quotes; what cannot be printed is left out."""
    return json.dumps("".join(char for char in words if char.isprintable()), ensure_ascii=False)


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

    def definition(self, claim: MapClaim) -> str:
        """Everything that the map says of a claim, on one line."""
        text = " ".join(claim.text.split())
        if text != claim.text:
            self._lose("white space", claim, "made single")
        head = self.reference(claim.id) + (f": {escape(text)}" if text else "")
        return " ".join(filter(None, [head, *self._tags(claim), self._data(claim)]))

    def _lose(self, what: str, claim: MapClaim, detail: str) -> None:
        self.losses.append(Loss(what=what, detail=f"of '{claim.id}': {detail}"))

    def _name(self, claim: MapClaim) -> None:
        """Give a claim a title that Argdown can hold and that no other claim has."""
        argument = claim.form == "argument"
        twin = argument and claim.id[:1] == "<" and claim.id[-1:] == ">" and claim.id[1:-1] in self._statements
        wanted = claim.id[1:-1] if twin else claim.id
        title = " ".join(wanted.replace(">" if argument else "]", ")").split()) or "Untitled"
        if argument and _STARTS_A_MARK.match(title):
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
            if _PLAIN_TAG.fullmatch(tag):
                written.append(f"#{tag}")
            elif _LONG_TAG.fullmatch(tag):
                written.append(f"#({tag})")
            else:
                self._lose("tag", claim, f"'{tag[:60]}' cannot be written")
        if len(set(claim.tags)) < len(claim.tags):
            self._lose("tag", claim, "a tag that it has twice is written once")
        return written

    def _data(self, claim: MapClaim) -> str:
        fields = []
        cited = tuple(citation for citation in claim.citations if self._can_cite(claim, citation))
        if cited:
            fields.append(f"cite: {quote(write_citations(cited))}")
        if len(set(cited)) < len(cited):
            self._lose("citation", claim, "a citation that it has twice is written once")
        if claim.kind:
            fields.append(f"kind: {claim.kind}")
        return f"{{{', '.join(fields)}}}" if fields else ""

    def _can_cite(self, claim: MapClaim, citation: Citation) -> bool:
        """Whether a citation can be written at all; a place that reads back otherwise is written and listed."""
        written = write_citations((citation,))
        read, strange = parse_citations("".join(char for char in written if char.isprintable()))
        if strange or len(read) != 1 or read[0].source != citation.source:
            self._lose("citation", claim, f"'{written[:80]}' cannot be written")
            return False
        if read[0] != citation:
            self._lose("locator", claim, f"of {citation.source} is read back otherwise: '{written[:80]}'")
        return True
