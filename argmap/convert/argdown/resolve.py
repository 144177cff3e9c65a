"""From the tree to the official tool's model: classes of statements, arguments with their structures, relations.

Same titles are one class. An element without a title gets the next "Untitled n". Relations are kept once.
"""

from collections.abc import Callable
from typing import Any

from argmap.convert.argdown.content import Reader, Words
from argmap.convert.argdown.data import NoDataError, mapping, merge, read_data, read_front_matter
from argmap.convert.argdown.official import Link, Model, Node, Place, Saying, Section, Step, Tag
from argmap.convert.argdown.tokens import DIRECTED, OUTGOING, Fault, Kind, Tokens
from argmap.convert.argdown.tree import Block, Element, Heading, Inference, Related, Structure, Tree

_KINDS = {**DIRECTED, Kind.CONTRADICTS: "contradictory"}
_OUTGOING = OUTGOING | {Kind.CONTRADICTS}


class _Stop(Exception):  # noqa: N818 - the official tool goes no further either; the fault is listed
    """Data that is no YAML."""


class Resolver:
    """Goes through one tree. Faults found on the way are added to those of the tokens."""

    def __init__(self, tokens: Tokens, tree: Tree) -> None:
        self.model = Model()
        self._tokens = tokens
        self._tree = tree
        self._section: Section | None = None
        self._sections = 0
        self._untitled = 0
        self._step: Step | None = None
        self._known: dict[tuple[int, int, str], Link] = {}
        self._into: set[tuple[int, str]] = set()
        self._reader = Reader(tokens, {}, without_tags=False)

    def resolve(self) -> Model:
        """The model. At data that is no YAML it ends, as the official tool's does; the fault is listed."""
        try:
            if self._tree.front is not None:
                self._settings(self._tree.front)
            previous: Node | None = None
            for block in self._tree.blocks:
                previous = self._block(block, previous)
            self._end_sections()
        except _Stop:
            pass
        return self.model

    def _settings(self, token: int) -> None:
        self.model.settings = mapping(self._yaml(token, read_front_matter))
        model = mapping(self.model.settings.get("model"))
        codes = {name: str(mapping(code).get("unicode", "")) for name, code in mapping(model.get("shortcodes")).items()}
        self._reader = Reader(self._tokens, codes, without_tags=model.get("removeTagsFromText") is True)

    def _yaml(self, token: int, read: Callable[[str], Any]) -> Any:  # noqa: ANN401 - what YAML can say
        try:
            return read(self._tokens.image(token))
        except NoDataError as error:
            self._tokens.faults.append(Fault(self._tokens.starts[token], str(error), error.hint))
            raise _Stop from None

    def _data(self, token: int | None) -> Any:  # noqa: ANN401 - as above
        return None if token is None else self._yaml(token, read_data)

    def _place(self, first: int, last: int) -> Place:
        start, stop = self._tokens.starts[first], max(self._tokens.ends[last] - 1, 0)
        source = self._tokens.source
        wide = source.text[stop : stop + 1] > "\uffff" or (source.crlf and source.text[stop : stop + 1] == "\n")
        return source.line(start), source.utf16_column(start), source.line(stop), source.utf16_column(stop) + wide

    def _new_title(self) -> str:
        self._untitled += 1
        return f"Untitled {self._untitled}"

    # Blocks

    def _block(self, block: Block, previous: Node | None) -> Node | None:
        """Take up one block; the argument that it is, if it is one."""
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Structure):
            self._structure(block, previous)
        elif isinstance(block, Element):
            node = self._element(block, "top-level-statement")
            return node if node.argument else None
        else:
            for item in block.items:
                self._element(item)
        return None

    def _heading(self, block: Heading) -> None:
        words = self._reader.read(block.words, Words(text="", ranges=[]))
        self._tags(words)
        self._sections += 1
        section = Section(
            id=f"s{self._sections}",
            level=block.level,
            title=(words.text or "").strip(),
            tags=words.tags or None,
            ranges=words.ranges,
            data=self._data(block.data),
            place=self._place(block.first, block.last)[:2],
        )
        self.model.deepest = max(self.model.deepest, block.level)
        self._group(section)
        above = self._section
        while above and above.level >= section.level:
            above.end, above.closed_by_another = (section.place[0] - 1 if section.place else 0, 0), True
            above = above.parent
        (above.children if above else self.model.sections).append(section)
        section.parent = above
        self._section = section

    def _group(self, section: Section) -> None:
        settings, data = mapping(self.model.settings.get("group")), mapping(section.data)
        if not settings.get("ignoreIsGroup"):
            section.is_group = data.get("isGroup")
        if not settings.get("ignoreIsClosed"):
            section.is_closed = data.get("isClosed")
        if isinstance(settings.get("sections"), dict):
            config = settings["sections"].get(section.title)
            if config:
                section.is_group, section.is_closed = mapping(config).get("isGroup"), mapping(config).get("isClosed")
            elif section.is_group is None:
                section.is_group = False

    def _end_sections(self) -> None:
        last = self._tree.blocks[-1] if self._tree.blocks else None
        while last and self._section:
            self._section.end, self._section.closed_by_another = self._place(last.first, last.last)[2:], False
            self._section = self._section.parent

    def _tags(self, words: Words) -> None:
        for tag in words.tags:
            self.model.tags.setdefault(tag, Tag(tag, len(self.model.tags)))

    # Statements, arguments, relations

    def _element(self, root: Element, role: str | None = None) -> Node:
        """Take up an element and all below it, without recursion: parents are begun before and ended after."""
        begun = self._begin(root, role)
        stack: list[tuple[Element, Saying, int, Link | None]] = [(root, begun, 0, None)]
        node = self._node(root, begun) if root.relations else None
        while stack:
            element, saying, at, link = stack.pop()
            if at < len(element.relations):
                stack.append((element, saying, at + 1, link))
                related = element.relations[at]
                if related.child is None:
                    continue
                child = self._begin(related.child, "relation-statement")
                below = self._below(related, self._node(element, saying))
                if related.child.relations:
                    self._node(related.child, child)
                stack.append((related.child, child, 0, below))
            else:
                ended = self._end(element, saying)
                if link is not None:
                    self._keep(link, ended)
                node = ended
        assert node is not None  # noqa: S101 - the stack began with the root
        return node

    def _below(self, related: Related, parent: Node | Step) -> Link:
        """The relation to a parent; its other end is set when that is known."""
        if related.op is Kind.UNDERCUT and isinstance(parent, Node) and not parent.argument and self._step:
            parent = self._step
        link = Link(_KINDS[related.op], parent, parent)
        link.kind = f">{link.kind}" if related.op in _OUTGOING else f"<{link.kind}"
        return link

    def _keep(self, link: Link, child: Node) -> None:
        """Give a relation its other end, and keep it if it is new."""
        outgoing, link.kind = link.kind[0] == ">", link.kind[1:]
        link.source, link.target = (link.source, child) if outgoing else (child, link.target)
        key = (id(link.source), id(link.target), link.kind)
        mirrored = (id(link.target), id(link.source), link.kind)
        itself = link.source is link.target and (id(link.target), link.kind) in self._into
        if key in self._known or itself or (link.kind == "contradictory" and mirrored in self._known):
            return
        self._known[key] = link
        self._into.add((id(link.target), link.kind))
        self.model.relations.append(link)
        link.source.relations.append(link)
        link.target.relations.append(link)

    def _begin(self, element: Element, role: str | None) -> Saying:
        top = role == "top-level-statement"
        argument = element.form == "argument"
        words = self._reader.read(element.words, Words(text="" if argument else None))
        self._tags(words)
        saying = Saying((0, 0, 0, 0), "argument-description" if argument else role, title=element.title)
        saying.top = top if argument else top or None
        saying.reference = element.reference
        data = self._data(element.data)
        for end in element.ends:
            if end < element.last or element.relations:
                words.text = words.text or ""
                words.text += "" if words.text.endswith(" ") else " "
        saying.text, saying.ranges, saying.tags, saying.data = words.text, words.ranges, words.tags or None, data
        return saying

    def _node(self, element: Element, saying: Saying) -> Node:
        """The class of a saying, made if it is new."""
        if saying.title is None:
            saying.title = self._new_title()
        argument = element.form == "argument"
        nodes = self.model.arguments if argument else self.model.statements
        node = nodes.get(saying.title)
        if node is None:
            node = nodes[saying.title] = Node(saying.title, argument)
        return node

    def _end(self, element: Element, saying: Saying) -> Node:
        node = self._node(element, saying)
        saying.place = self._place(element.first, element.last)
        if saying.tags:
            node.tags = list(dict.fromkeys([*(node.tags or []), *saying.tags]))
        if saying.data is not None:
            node.data = merge(node.data, mapping(saying.data))
        saying.section = self._section
        node.members.append(saying)
        grouped = mapping(saying.data).get("isInGroup")
        if grouped is True or (not saying.reference and grouped is None and node.section is None):
            node.section = saying.section
        if saying.role in {"top-level-statement", "relation-statement"}:
            used = "TopLevelStatement" if saying.role == "top-level-statement" else "RelationStatement"
            node.used[f"isUsedAs{used}"] = True
        return node

    # Structures

    def _structure(self, block: Structure, argument: Node | None) -> None:
        described = argument is not None
        if argument is None:
            title = self._new_title()
            argument = self.model.arguments[title] = Node(title, argument=True)
        if self._section:
            argument.section = self._section
        if argument.structure:
            why = f"<{argument.title}> has a structure of premises already"
            self._tokens.faults.append(Fault(self._tokens.starts[block.first], why, "give this one its own <Title>"))
            return
        lines: list[Saying] = argument.structure
        if described:
            argument.members[-1].structure = lines
        for line in block.lines:
            step = self._inference(line.inference) if line.inference else None
            node = self._element(line.statement)
            saying = node.members[-1]
            saying.argument, saying.role, saying.step = argument.title, "premise", step
            if step:
                saying.role = "intermediary-conclusion"
                node.used["isUsedAsIntermediaryConclusion"] = True
                step.conclusion, step.argument = len(lines), argument.title
            else:
                node.used["isUsedAsPremise"] = True
            lines.append(saying)
        self._conclude(argument, block)

    def _conclude(self, argument: Node, block: Structure) -> None:
        last = argument.structure[-1] if argument.structure else None
        if last is None or last.role != "intermediary-conclusion":
            return
        last.role = "main-conclusion"
        node = self.model.statements[last.title or ""]
        node.used["isUsedAsMainConclusion"] = True
        if not any(member.role == "intermediary-conclusion" for member in node.members):
            node.used["isUsedAsIntermediaryConclusion"] = False
        argument.place = self._place(block.first, block.last)

    def _inference(self, block: Inference) -> Step:
        below = [related for related in block.relations if related.child]
        end = below[-1].child.last if below and below[-1].child else block.last
        step = Step([], self._place(block.first, end))
        self._step = step
        step.rules = [(self._reader.read(span, Words()).text or "").strip() for span in block.rules]
        data = self._data(block.data)
        for related in below:
            child = related.child
            if child is not None:
                link = self._below(related, step)
                self._keep(link, self._element(child, "relation-statement"))
        step.data = data
        return step
