"""From the tree to our map: everything a text says of a claim, wherever it says it, in one place.

How Argdown's words become ours:

- A statement and an argument are both claims; the same title is the same claim, and its last text counts.
- Relations are made of what stands between claims by `links`, structures of premises by `structure`.
- A contradiction is two attacks, and so is an attack between statements in strict mode, where it is contrariety.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import JsonValue

from argmap.convert.argdown.content import plain_words, tag_name
from argmap.convert.argdown.data import NoDataError, as_json, mapping, read_data, read_front_matter
from argmap.convert.argdown.joint import merge_joint
from argmap.convert.argdown.links import Key, Link, make_relations
from argmap.convert.argdown.meaning import (
    NOTHING,
    RELATION,
    SILENT,
    Said,
    Step,
    said_of_claim,
    said_of_step,
    used_numbers,
)
from argmap.convert.argdown.structure import Line, build_structure
from argmap.convert.argdown.tokens import DIRECTED, OUTGOING, Fault, Kind, Tokens
from argmap.convert.argdown.tree import Block, Element, Heading, Inference, Listing, Related, Structure, Tree
from argmap.model import ArgumentMap, Citation, ClaimKind, Loss, MapClaim, RelationKind

_KINDS: dict[Kind, RelationKind] = {**DIRECTED, Kind.CONTRADICTS: "attack"}

Where = Callable[[int], tuple[int, str | None]]


@dataclass(slots=True)
class _Claim:
    key: Key
    at: int
    section: tuple[str, ...]
    text: str = ""
    kind: ClaimKind | None = None
    standard: str | None = None
    weight: float | None = None
    citations: dict[Citation, None] | None = None
    tags: dict[str, None] | None = None
    data: dict[str, JsonValue] | None = None


@dataclass(slots=True)
class _Open:
    """An element whose relations are being taken up; `step` if it is a conclusion, `key` None for an inference."""

    relations: list[Related]
    key: Key | None
    link: Link | None = None
    step: Line | None = None
    at: int = 0


class Builder:
    """Goes through one tree once. Faults found on the way are added to those of the tokens.

    Args:
        tokens: Those of the text.
        tree: What the parser made of them.
        where: The line of an offset, and the included file it stands in.
        remember: Whether to keep what the text writes for each claim and relation.

    Attributes:
        losses: What a map has no place for.
        places: After `build`, if remembered: where each claim is stated, by its id.
        related: After `build`, if remembered: what the text writes for each relation between two elements.
    """

    def __init__(self, tokens: Tokens, tree: Tree, where: Where, *, remember: bool = False) -> None:
        self.losses: list[Loss] = []
        self._tokens = tokens
        self._tree = tree
        self._where = where
        self._claims: dict[Key, _Claim] = {}
        self._links: list[Link] = []
        self._conclusions: dict[Key, Key] = {}
        self._untitled = 0
        self._levels: list[tuple[int, str]] = []
        self._section: tuple[str, ...] = ()
        self._title: str | None = None
        self._front: dict[str, JsonValue] = {}
        self._shortcodes: dict[str, str] = {}
        self._without_tags = False
        self._strict = False
        self._remember = remember
        self.places: dict[str, list[Element]] = {}
        self.related: list[tuple[Related, Link]] = []
        self._elements: dict[Key, list[Element]] = {}

    @property
    def section(self) -> tuple[str, ...]:
        """The headings above the end of the text."""
        return self._section

    def build(self) -> ArgumentMap:
        """The map of all that the text says."""
        if self._tree.front is not None:
            self._front_matter(self._tree.front)
        previous: Key | None = None
        for block in self._tree.blocks:
            previous = self._block(block, previous)
        ids = self._ids()
        self.places = {ids[key]: elements for key, elements in self._elements.items()}
        relations = make_relations(self._links, ids, self._conclusions, self._lose, self._where)
        claims = tuple(self._made(claim, ids[claim.key]) for claim in self._claims.values())
        claims, relations = merge_joint(claims, relations)
        return ArgumentMap(
            title=self._title or None, claims=claims, relations=relations, data=self._front, losses=tuple(self.losses)
        )

    def _made(self, claim: _Claim, id_: str) -> MapClaim:
        line, file = self._where(claim.at)
        return MapClaim(
            id=id_,
            text=claim.text,
            form=claim.key[0],
            kind=claim.kind,
            citations=tuple(claim.citations or ()),
            tags=tuple(claim.tags or ()),
            section=claim.section,
            standard=claim.standard,
            weight=claim.weight,
            data=claim.data or {},
            line=line,
            file=file,
        )

    def _ids(self) -> dict[Key, str]:
        """An id for every claim: its title; in angle brackets if a statement has the title of an argument."""
        ids: dict[Key, str] = {}
        taken: set[str] = set()
        for key in sorted(self._claims, key=lambda key: (isinstance(key[1], int), key[0] == "argument")):
            if isinstance(key[1], int):
                number = key[1]
                while (name := f"Untitled {number}") in taken:
                    number += self._untitled
            else:
                name = key[1]
                while name in taken:
                    name = f"<{name}>"
            ids[key] = name
            taken.add(name)
        return ids

    def _lose(self, what: str, detail: str, at: int) -> None:
        line, file = self._where(at)
        place = f"line {line}" if file is None else f"{file}, line {line}"
        self.losses.append(Loss(what=what, detail=f"{place}: {detail}", start=at))

    def _fault(self, token: int, error: NoDataError) -> None:
        at = self._tokens.starts[token]
        for _ in range(error.line):
            at = self._tokens.source.text.find("\n", at) + 1
        self._tokens.faults.append(Fault(at, str(error), error.hint))

    def _data(self, token: int | None) -> Any:  # noqa: ANN401 - what YAML can say
        if token is None:
            return None
        try:
            return read_data(self._tokens.image(token))
        except NoDataError as error:
            self._fault(token, error)
            return None

    # Blocks

    def _front_matter(self, token: int) -> None:
        try:
            value = read_front_matter(self._tokens.image(token))
        except NoDataError as error:
            self._fault(token, error)
            return
        if value is not None and not isinstance(value, dict):
            self._tokens.faults.append(
                Fault(self._tokens.starts[token], "the front matter is no mapping", "key: value")
            )
        self._front = {key: as_json(item) for key, item in mapping(value).items()}
        if "title" in self._front:
            title = self._front.pop("title")
            self._title = "" if title is None else " ".join(str(title).split())
        model = mapping(self._front.get("model"))
        self._without_tags = model.get("removeTagsFromText") is True
        self._strict = model.get("mode") == "strict"
        codes = mapping(model.get("shortcodes"))
        self._shortcodes = {name: str(mapping(code).get("unicode", "")) for name, code in codes.items()}

    def _block(self, block: Block, previous: Key | None) -> Key | None:
        """Take up one block; its key, if it is an argument, to which a structure may belong."""
        if isinstance(block, Element):
            key = self._element(block)
            return key if block.form == "argument" else None
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Structure):
            self._structure(block, previous)
        else:
            self._listing(block)
        return None

    def _heading(self, block: Heading) -> None:
        words = plain_words(self._tokens, block.words, self._shortcodes, without_tags=self._without_tags)
        while self._levels and self._levels[-1][0] >= block.level:
            self._levels.pop()
        self._levels.append((block.level, words))
        self._section = tuple(words for _, words in self._levels)
        if block.level == 1 and self._title is None:
            self._title = words
        tags = self._tags_in(block.words)
        for what, there in (("data", self._data(block.data)), ("tags", tags)):
            if there:
                self._lose(what, f"of the heading '{words[:60]}'", self._tokens.starts[block.first])

    def _listing(self, block: Listing) -> None:
        for item in block.items:
            self._element(item)

    def _tags_in(self, words: tuple[int, int]) -> list[str]:
        kinds = self._tokens.kinds[words[0] : words[1]]
        if Kind.TAG not in kinds:
            return []
        return [tag_name(self._tokens.image(at)) for at, kind in enumerate(kinds, words[0]) if kind is Kind.TAG]

    # Statements and arguments

    def _element(self, root: Element, step: Line | None = None) -> Key:
        key, _ = self._claim(root)
        self._relations([_Open(root.relations, key, step=step)])
        return key

    def _claim(self, element: Element) -> tuple[Key, Step]:
        """Take up what one element says of its claim, and what it says of the relation above it."""
        span, at = element.words, self._tokens.starts[element.first]
        text = ""
        if not element.reference:
            text = plain_words(self._tokens, span, self._shortcodes, without_tags=self._without_tags)
            if not text and element.title is None:
                self._lose("statement", "it has no words and no title", at)
        key: Key = (element.form, self._number() if element.title is None else element.title)
        name = element.title or text[:40]
        said, step = self._said(element, name, at)
        if self._remember:
            self._elements.setdefault(key, []).append(element)
        known = self._claims.get(key)
        if known is None:
            known = self._claims[key] = _Claim(key, at, self._section)
        if text:
            if not known.text:
                known.at = at
            known.text, known.section = text, self._section
        known.kind = said.kind or known.kind
        known.standard = said.standard or known.standard
        known.weight = known.weight if said.weight is None else said.weight
        if said.citations:
            known.citations = known.citations or {}
            known.citations.update(dict.fromkeys(said.citations))
        if tags := self._tags_in(span):
            known.tags = known.tags or {}
            known.tags.update(dict.fromkeys(tags))
        if said.data:
            known.data = known.data or {}
            known.data.update(said.data)
        return key, step

    def _said(self, element: Element, name: str, at: int) -> tuple[Said, Step]:
        if element.data is None:
            return NOTHING, SILENT

        def strange(what: str) -> None:
            self._lose("data", f"of '{name}' not understood: {what}", at)

        value = self._data(element.data)
        said = said_of_claim(value, strange)
        if RELATION in said.data:
            said.data.pop(RELATION)
            return said, said_of_step(mapping(value)[RELATION], [], strange)
        return said, SILENT

    def _number(self) -> int:
        self._untitled += 1
        return self._untitled

    # Relations

    def _relations(self, stack: list[_Open]) -> None:
        """Take up all relations below the elements of a stack, in the order of the file."""
        while stack:
            parent = stack[-1]
            if parent.at == len(parent.relations):
                stack.pop()
                continue
            related = parent.relations[parent.at]
            parent.at += 1
            if related.child is None:
                continue
            key, says = self._claim(related.child)
            link = self._link(related, parent, key, says)
            if self._remember and link is not None:
                self.related.append((related, link))
            stack.append(_Open(related.child.relations, key, link))

    def _link(self, related: Related, parent: _Open, key: Key, says: Step) -> Link | None:
        """Take up the relation between an element and the one above it."""
        at, kind = self._tokens.starts[related.child.first if related.child else related.mark], _KINDS[related.op]
        if parent.key is None:
            link = self._keep(Link("undercut", (key,), key, at, says))
            if parent.step:
                parent.step.undercut(link)
            return link
        source, target = (parent.key, key) if related.op in OUTGOING else (key, parent.key)
        both = self._strict and kind == "attack" and source[0] == target[0] == "statement"
        if related.op is Kind.CONTRADICTS or both:
            self._keep(Link("attack", (source,), target, at, says))
            self._keep(Link("attack", (target,), source, at, says))
            return None
        link = self._keep(Link(kind, (source,), target, at, says))
        if related.op is Kind.UNDERCUT:
            link.above = parent.link
            if parent.step:  # below a conclusion an undercut means the inference to it
                parent.step.undercut(link)
        return link

    def _keep(self, link: Link) -> Link:
        self._links.append(link)
        return link

    # Structures

    def _structure(self, block: Structure, argument: Key | None) -> None:
        if argument is None:
            self._number()  # Argdown counts an argument here; to us it is its inference and no claim
        lines: list[Line] = []
        for numbered in block.lines:
            step = None
            if numbered.inference:
                step = self._inference(numbered.inference)
            at = self._tokens.starts[numbered.mark]
            key, _ = self._claim(numbered.statement)
            line = step or Line(at)
            line.key = key
            if step:
                value = mapping(self._quiet(numbered.statement.data))
                line.uses = line.uses or used_numbers(value)
            self._relations([_Open(numbered.statement.relations, key, step=step)])
            lines.append(line)
        build_structure(lines, argument, self._conclusions, self._lose)

    def _quiet(self, token: int | None) -> Any:  # noqa: ANN401 - as above
        try:
            return read_data(self._tokens.image(token)) if token is not None else None
        except NoDataError:
            return None

    def _inference(self, block: Inference) -> Line:
        at = self._tokens.starts[block.first]

        def strange(what: str) -> None:
            self._lose("data", f"of the inference not understood: {what}", at)

        rules = [plain_words(self._tokens, span, self._shortcodes, without_tags=False) for span in block.rules]
        try:
            value = read_data(self._tokens.image(block.data)) if block.data is not None else None
        except NoDataError as error:
            self._lose("inference", f"its data is not kept: {error}", at)
            value = None
        says = said_of_step(value, rules, strange)
        line = Line(at, uses=says.uses)
        line.first = self._keep(Link("support", (), ("statement", ""), at, says, structure=True))
        line.second = self._keep(Link("support", (), ("statement", ""), at, structure=True))
        self._relations([_Open(block.relations, None, step=line)])
        return line
