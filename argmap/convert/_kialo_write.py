"""Kialo's text format, written.

Every claim stands once, under the first claim that it supports or attacks; further places say `-> See 1.2.`. An
undercut becomes a con of its target's first premise, and joint premises become pros (or cons) of their own: both are
told. Several claims that support nothing stand as theses under a new first claim. Citations are numbered notes.
"""

import re
from collections import deque
from typing import NamedTuple

from argmap.convert._kialo import source_of, words_of
from argmap.convert._locator import write_citations
from argmap.convert._losses import carried, lost, relation_lost, renamed, text_lost
from argmap.convert._parse import own_data
from argmap.model import ArgumentMap, Citation, Loss, MapClaim, Relation, Source

_KEPT = carried(claim="citations", whole="title sources", own="kialo")
_DEEPEST = 100
_ESCAPED = re.compile(r"[\\\[]")
_STANCE = re.compile(r"(Pro|Con)(\s*:)", re.IGNORECASE)
_LIKE_NUMBER = re.compile(r"^(\s*[0-9]+)\.", re.MULTILINE)
_LIKE_SOURCES = re.compile(r"^(\s*Sources):", re.MULTILINE | re.IGNORECASE)


class _Child(NamedTuple):
    """A claim under another: `Pro`, `Con`, or neither."""

    stance: str | None
    claim: str


class _Line(NamedTuple):
    """One number of the outline: where it stands (of which root, and how below it), and whether it only refers."""

    root: int
    below: str
    child: _Child
    refers: bool


def write_kialo(argument_map: ArgumentMap) -> tuple[str, tuple[Loss, ...]]:
    """The map as a numbered outline.

    Lost: titles of claims, joint premises, undercuts, locators, all of a source but title and address, and whatever
    else the module's words tell.
    """
    outline = _Outline(argument_map)
    notes = _Notes(argument_map)
    losses = lost(argument_map, _KEPT)
    title = " ".join((argument_map.title or "").split())
    lines = [f"Discussion Title: {title}", ""] if title else []
    if argument_map.title not in {None, title} or argument_map.title == "":
        losses.append(Loss(what="title", detail="of the map: its white space is one blank each, or it is empty"))
    several = len(outline.roots) != 1
    if several:
        lines.append(f"1. {_escaped(title or 'Theses')}")
        many = (
            f"the {len(outline.roots)} claims that support or attack nothing here stand as theses under a new claim '1'"
        )
        losses.append(Loss(what="question", detail=many))
    for line in outline.lines:
        number = (f"1.{line.root}." if several else "1.") + line.below
        stance = f" {line.child.stance}:" if line.child.stance else ""
        if line.refers:
            root, below = outline.place[line.child.claim]
            lines.append(f"{number}{stance} -> See {f'1.{root}.' if several else '1.'}{below}")
            continue
        claim = argument_map.claim_of[line.child.claim]
        lines.append(f"{number}{stance} {notes.words(claim)}")
        if number.rstrip(".") != claim.id:
            losses.append(renamed(claim.id, number.rstrip(".")))
    return "\n".join([*lines, *notes.section()]) + "\n", (*losses, *outline.losses, *notes.losses)


class _Outline:
    """The map as a forest. `lines` are in the order of the file, `place` is where each claim stands."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._children: dict[str, list[_Child]] = {}
        self.roots: list[str] = []
        self.lines: list[_Line] = []
        self.place: dict[str, tuple[int, str]] = {}
        self.losses: list[Loss] = []
        self._relation_of = {one.id: one for one in argument_map.relations}
        for claim in argument_map.claims:
            under = own_data(claim.data, "kialo").get("under")
            if isinstance(under, str) and under in argument_map.claim_of:
                self._children.setdefault(under, []).append(_Child(None, claim.id))
        for one in argument_map.relations:
            self._hang(one)
        below = {child.claim for children in self._children.values() for child in children}
        for claim in argument_map.claims:
            if claim.id not in below:
                self._grow(claim.id)
        for claim in argument_map.claims:  # what is left stands in circles
            if claim.id not in self.place:
                self._grow(claim.id)

    def _hang(self, one: Relation) -> None:
        """Note a relation's premises under its target."""
        target = one.target
        if one.kind == "undercut":
            target = self._premise_of(one)
            self.losses.append(relation_lost(one, "undercut", f"written as a con of the premise '{target}'"))
        if len(one.premises) > 1:
            names = ", ".join(f"'{premise}'" for premise in one.premises)
            self.losses.append(relation_lost(one, "premises", f"{names} hold together; each is written alone"))
        stance = "Pro" if one.kind == "support" else "Con"
        self._children.setdefault(target, []).extend(_Child(stance, premise) for premise in one.premises)

    def _premise_of(self, one: Relation) -> str:
        return self._relation_of[one.target].premises[0]

    def _grow(self, root: str) -> None:
        """Number everything under a root, depth first; what stands too deep becomes a root of its own."""
        waiting = deque([root])
        while waiting:
            start = waiting.popleft()
            if start in self.place:
                continue
            self.roots.append(start)
            if start != root:
                why = f"claim '{start}': {_DEEPEST} levels deep; it stands as a thesis, and its place refers to it"
                self.losses.append(Loss(what="depth", detail=why))
            waiting += self._tree(start, len(self.roots))

    def _tree(self, start: str, root: int) -> list[str]:
        deep: list[str] = []
        stack = [("", 0, _Child(None, start))]
        while stack:
            below, depth, child = stack.pop()
            refers = child.claim in self.place or depth > _DEEPEST
            self.lines.append(_Line(root, below, child, refers))
            if refers:
                deep += [child.claim] if child.claim not in self.place else []
                continue
            self.place[child.claim] = root, below
            children = enumerate(self._children.get(child.claim, ()), 1)
            stack += reversed([(f"{below}{number}.", depth + 1, one) for number, one in children])
        return deep


class _Notes:
    """The numbered notes: those of the export that a map was read from keep their numbers."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._number: dict[str, int] = {}
        self._entries: dict[int, str] = {}
        self._linked: set[str] = set()
        self.losses: list[Loss] = []
        for number, note in own_data(own_data(argument_map.data, "kialo"), "notes").items():
            if isinstance(note, dict) and number.isdecimal() and len(number) < 10:  # noqa: PLR2004 - as the reader does
                self._entries[int(number)] = str(note.get("entry"))
                self._number.setdefault(str(note.get("source")), int(number))
        self._of_address = {source.URL: source.id for source in argument_map.sources if source.URL}
        self._last = max(self._entries, default=0)
        self._names = {str(number) for number in self._entries}
        self._source_of = {str(number): source for source, number in self._number.items()}
        self._read_back = set(self._number)

    def words(self, claim: MapClaim) -> str:
        """The claim's text with its notes: as it was read, if it still says the same."""
        raw = own_data(claim.data, "kialo").get("text")
        cited = tuple(citation.source for citation in claim.citations)
        self.losses += (
            Loss(what="citations", detail=f"claim '{claim.id}': {write_citations((one,))}: without the locator")
            for one in claim.citations
            if one.locator
        )
        if isinstance(raw, str) and self._says(raw) == (claim.text, cited):
            self._linked.update(cited)
            return raw
        text = claim.text or claim.id
        if not claim.text:
            self.losses.append(text_lost(claim))
        written = _escaped(text)
        if words_of(written.replace("\r\n", "\n"), ()).text != text:
            self.losses.append(Loss(what="text", detail=f"claim '{claim.id}': without the white space at its ends"))
        return written + "".join(f" [{self._note(citation)}]" for citation in claim.citations)

    def section(self) -> list[str]:
        """The lines of the list of sources; what it does not say of each is told."""
        entries = sorted(self._entries.items())
        for source in self._map.sources:
            if source.id not in self._number and source.id not in self._linked:
                self.losses.append(Loss(what="sources", detail=f"source '{source.id}': cited nowhere, not written"))
        return ["", "Sources:", *(f"[{number}] {entry}" for number, entry in entries)] if entries else []

    def _says(self, raw: str) -> tuple[str, tuple[str, ...]]:
        words = words_of(raw, self._names)
        cited = [self._source_of.get(mark, self._of_address.get(mark, "")) for mark in words.cited]
        return words.text, tuple(dict.fromkeys(cited))

    def _note(self, citation: Citation) -> int:
        if citation.source not in self._number:
            self._last += 1
            self._number[citation.source] = self._last
            source = self._map.source_of.get(citation.source) or Source(id=citation.source, type="document")
            words = (" ".join((source.title or "").split()), source.URL or "")
            self._entries[self._last] = " ".join(word for word in words if word) or source.id
            again = source_of(self._entries[self._last], self._read_back)
            self._read_back.add(again.id)
            if again != source:
                why = f"written as note {self._last}, with title and address only: read back as '{again.id}'"
                self.losses.append(Loss(what="sources", detail=f"source '{source.id}': {why}"))
        return self._number[citation.source]


def _escaped(text: str) -> str:
    """The text so that no sign of it is read as a mark."""
    text = _ESCAPED.sub(r"\\\g<0>", text)
    text = _STANCE.sub(lambda found: f"{found[1]}{found[2][:-1]}\\:", text, count=1) if _STANCE.match(text) else text
    text = _LIKE_SOURCES.sub(r"\1\\:", _LIKE_NUMBER.sub(r"\1\\.", text))
    return f"\\{text}" if text.startswith("-> See") else text
