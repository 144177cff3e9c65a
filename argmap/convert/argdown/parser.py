"""From tokens to a tree. After a fault the rest of its block is passed over, and the next block is read.

The grammar is that of https://argdown.org/syntax/ : blocks are separated by empty lines; relations are nested by
indentation, kept on a stack of our own, so that no depth is too deep.
"""

from argmap.convert.argdown.explain import Place, explain
from argmap.convert.argdown.tokens import CONTENT, PLAIN, RELATIONS, Fault, Kind, Tokens
from argmap.convert.argdown.tree import Block, Element, Heading, Inference, Listing, Numbered, Related, Structure, Tree

_STATEMENT = CONTENT - {Kind.CLOSE} | {Kind.STATEMENT_REFERENCE, Kind.STATEMENT_DEFINITION}
_ARGUMENT = frozenset({Kind.ARGUMENT_REFERENCE, Kind.ARGUMENT_DEFINITION})
_REFERENCES = frozenset({Kind.STATEMENT_REFERENCE, Kind.ARGUMENT_REFERENCE})
_LIST_MARKS = frozenset({Kind.ORDERED, Kind.UNORDERED})


class _Stop(Exception):  # noqa: N818 - it is no error but the end of a block
    """A token that cannot stand where it stands; the fault is listed."""


class Parser:
    """Reads one text's tokens. What was read of a broken block stays in the tree."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._kinds = tokens.kinds
        self._at = 0
        self.tree = Tree()

    def parse(self) -> Tree:
        """The tree; faults are listed in the tokens."""
        try:
            self._beginning()
        except _Stop:
            self._recover()
        while self._kinds[self._at] is not Kind.END:
            try:
                self._block()
                self._separator()
            except _Stop:
                self._recover()
        return self.tree

    def _fault(self, place: Place) -> _Stop:
        tokens, at = self._tokens, self._at
        why, hint = explain(place, tokens, at)
        offset = tokens.starts[at]
        if self._kinds[at] is Kind.END and at:
            offset = max(0, tokens.ends[at - 1] - (self._kinds[at - 1] is not Kind.DEDENT))
        tokens.faults.append(Fault(offset, why, hint))
        return _Stop()

    def _recover(self) -> None:
        while self._kinds[self._at] not in {Kind.EMPTY_LINE, Kind.END}:
            self._at += 1
        self._at += self._kinds[self._at] is Kind.EMPTY_LINE

    def _take(self, kind: Kind, place: Place) -> int:
        if self._kinds[self._at] is not kind:
            raise self._fault(place)
        self._at += 1
        return self._at - 1

    def _maybe(self, kind: Kind) -> bool:
        found = self._kinds[self._at] is kind
        self._at += found
        return found

    # Blocks

    def _beginning(self) -> None:
        self._maybe(Kind.NEWLINE)
        self._maybe(Kind.EMPTY_LINE)
        if self._kinds[self._at] is Kind.FRONT_MATTER:
            self.tree.front = self._at
            self._at += 1
            self._maybe(Kind.NEWLINE)
            if self._kinds[self._at] is not Kind.END or not self._comment_follows():
                self._take(Kind.EMPTY_LINE, "front matter")

    def _comment_follows(self) -> bool:
        """Whether an empty line and nothing but comments come after the last token: a map without claims."""
        rest = self._tokens.source.text[self._tokens.ends[self._at - 1] :]
        return rest.lstrip(" \t").startswith("\n") and bool(rest.strip())

    def _separator(self) -> None:
        if self._kinds[self._at] is not Kind.END:
            self._take(Kind.EMPTY_LINE, "after a block")
            if self._kinds[self._at] is Kind.END:
                raise self._fault("block")

    def _block(self) -> None:
        kind = self._kinds[self._at]
        if kind in _STATEMENT or kind in _ARGUMENT:
            self._relations_of(self._element(self.tree.blocks))
        elif kind is Kind.HEADING:
            self._heading()
        elif kind is Kind.NUMBER:
            self._structure()
        elif kind is Kind.INDENT and self._kinds[self._at + 1] in _LIST_MARKS:
            self._listing()
        else:
            raise self._fault("block")

    def _heading(self) -> None:
        first = self._at
        heading = Heading(first, first, len(self._tokens.image(first)) - 1)
        self.tree.blocks.append(heading)
        self._at += 1
        heading.words = self._content("heading")
        if self._maybe(Kind.DATA):
            heading.data = self._at - 1
            self._maybe(Kind.NEWLINE)
        heading.last = self._at - 1

    def _listing(self) -> None:
        listing = Listing(self._at, self._at)
        self.tree.blocks.append(listing)
        self._at += 1
        mark = self._kinds[self._at]
        while self._kinds[self._at] is mark:
            self._at += 1
            items: list[Block] = []
            try:
                self._relations_of(self._element(items))
            finally:
                listing.items += [item for item in items if isinstance(item, Element)]
        listing.last = self._at - 1
        self._take(Kind.DEDENT, "list")

    # Statements and arguments

    def _element(self, into: list[Block]) -> Element:
        """A statement or an argument, up to its relations."""
        first, kind = self._at, self._kinds[self._at]
        if kind not in _STATEMENT and kind not in _ARGUMENT:
            raise self._fault("element")
        element = Element("argument" if kind in _ARGUMENT else "statement", first, first)
        into.append(element)
        if kind in _ARGUMENT or kind is Kind.STATEMENT_REFERENCE or kind is Kind.STATEMENT_DEFINITION:
            element.head = first
            element.reference = kind in _REFERENCES
            self._at += 1
            element.title = self._tokens.image(first)[1 : -1 if element.reference else -2]
        if element.reference:
            self._tags(element)
        else:
            element.words = self._content("definition" if element.title else "element")
        if self._maybe(Kind.DATA):
            element.data = self._at - 1
            if self._maybe(Kind.NEWLINE):
                element.ends += (self._at - 1,)
        element.last = self._at - 1
        return element

    def _tags(self, element: Element) -> None:
        first = self._at
        while self._kinds[self._at] is Kind.TAG:
            self._at += 1
        element.words = (first, self._at)
        if self._maybe(Kind.NEWLINE):
            element.ends += (self._at - 1,)

    def _content(self, place: Place) -> tuple[int, int]:
        """Words; emphasis must be closed before they end."""
        kinds, first, depth, opened = self._kinds, self._at, 0, []
        while (kind := kinds[self._at]) in CONTENT:
            if kind is Kind.OPEN:
                opened.append(self._at)
                depth += 1
            elif kind is Kind.CLOSE:
                if not depth:
                    break
                opened.pop()
                depth -= 1
            self._at += 1
        if depth:
            raise self._fault("emphasis")
        if self._at == first:
            raise self._fault(place)
        return first, self._at

    def _relations_of(self, element: Element) -> None:
        """The relations below an element, of any depth."""
        if self._kinds[self._at] is not Kind.INDENT:
            return
        self._at += 1
        parents = [element]
        fresh = True
        while parents:
            kind = self._kinds[self._at]
            if kind in RELATIONS:
                fresh = self._relation(parents[-1].relations)
                child = parents[-1].relations[-1].child
                if fresh and child is not None:
                    parents.append(child)
            elif kind is Kind.DEDENT and not fresh:
                done = parents.pop()
                below = done.relations[-1].child
                done.last = below.last if below else done.last
                self._at += 1
            else:
                raise self._fault("relation" if fresh else "after a relation")

    def _relation(self, into: list[Related]) -> bool:
        """One relation; whether relations of its own follow."""
        related = Related(self._kinds[self._at], self._at)
        into.append(related)
        self._at += 1
        if related.op is Kind.CONTRADICTS and self._kinds[self._at] in _ARGUMENT:
            raise self._fault("contradiction")
        found: list[Block] = []
        try:
            self._element(found)
        finally:
            related.child = next((one for one in found if isinstance(one, Element)), None)
        return self._maybe(Kind.INDENT)

    # Structures of premises

    def _structure(self) -> None:
        structure = Structure(self._at, self._at)
        self.tree.blocks.append(structure)
        self._numbered(structure, None)
        concluded = False
        while not concluded or self._kinds[self._at] in {Kind.NUMBER, Kind.INFERENCE}:
            while self._kinds[self._at] is Kind.NUMBER:
                self._numbered(structure, None)
            inference = self._inference()
            self._numbered(structure, inference)
            concluded = True
        structure.complete = True
        structure.last = structure.lines[-1].statement.last

    def _numbered(self, structure: Structure, inference: Inference | None) -> None:
        mark = self._take(Kind.NUMBER, "conclusion" if inference else "structure")
        if self._kinds[self._at] in _ARGUMENT:
            raise self._fault("premise")
        found: list[Block] = []
        try:
            element = self._element(found)
            self._relations_of(element)
        finally:
            structure.lines += [Numbered(mark, one, inference) for one in found if isinstance(one, Element)]

    def _inference(self) -> Inference:
        inference = Inference(self._take(Kind.INFERENCE, "inference"), self._at)
        ahead = self._at + (self._kinds[self._at] is Kind.NEWLINE)
        if self._kinds[ahead] in PLAIN:
            self._at = ahead
            self._rules(inference)
        self._maybe(Kind.NEWLINE)
        if self._maybe(Kind.DATA):
            inference.data = self._at - 1
            self._maybe(Kind.NEWLINE)
        self._take(Kind.INFERENCE_END, "rules")
        inference.last = self._take(Kind.NEWLINE, "after an inference")
        if self._maybe(Kind.INDENT):
            self._undercuts(inference)
        return inference

    def _rules(self, inference: Inference) -> None:
        while True:
            first = self._at
            while self._kinds[self._at] in PLAIN:
                self._at += 1
            if first == self._at:
                raise self._fault("rules")
            inference.rules.append((first, self._at))
            if not self._maybe(Kind.COMMA):
                return

    def _undercuts(self, inference: Inference) -> None:
        while True:
            if self._kinds[self._at] is not Kind.UNDERCUT:
                raise self._fault("undercut")
            if self._relation(inference.relations):
                child = inference.relations[-1].child
                if child is not None:
                    self._at -= 1
                    self._relations_of(child)
            if self._maybe(Kind.DEDENT):
                return
