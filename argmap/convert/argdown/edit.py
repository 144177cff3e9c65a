"""Argdown out: a map that was read from Argdown is written into its own text, so that comments, order and layout stay.

Every edit is read back and must give the very map; where one cannot be made in place, the map is written anew, and the
loss of the comments is listed.
"""

from argmap.convert.argdown.build import Builder
from argmap.convert.argdown.data import mapping, read_data
from argmap.convert.argdown.meaning import RELATION
from argmap.convert.argdown.read import Parsed, builder, parse, read_argdown
from argmap.convert.argdown.say import Sayer
from argmap.convert.argdown.tokens import Kind
from argmap.convert.argdown.tree import Element, Related
from argmap.convert.argdown.write import Writer, never_carried, write_anew
from argmap.errors import ArgdownError
from argmap.model import ArgumentMap, Loss, MapClaim, Relation

_SAID = ("text", "kind", "citations", "tags", "standard", "weight", "data")


def write_argdown(argument_map: ArgumentMap) -> tuple[str, tuple[Loss, ...]]:
    """Write a map as Argdown, into the text that it was read from if there is one, and list what is not carried."""
    if argument_map.written is None or argument_map.written.format != "argdown":
        return write_anew(argument_map)
    text = argument_map.written.text
    edited = _edited(argument_map, text)
    if edited is not None:
        return edited.replace("\n", "\r\n") if "\r\n" in text else edited, never_carried(argument_map)
    written, losses = write_anew(argument_map)
    detail = "the change could not be made in the text itself: it is written anew, without its comments"
    return written, (*losses, Loss(what="comments", detail=detail))


def _edited(argument_map: ArgumentMap, text: str) -> str | None:
    """The text with all changes made in it; None if that cannot be done."""
    parsed = parse(text)
    found = builder(parsed, remember=True)
    before, after = _plain(found.build()), _plain(argument_map)
    if before == after:
        return parsed.tokens.source.text
    if any(fault.fatal for fault in parsed.tokens.faults):
        return None
    try:
        edited = _Editor(parsed, found, before, after).edit()
        return edited if _plain(read_argdown(edited, "")) == after else None
    except (_Stop, ArgdownError):
        return None


def _plain(argument_map: ArgumentMap) -> ArgumentMap:
    """What a text says of a map: without places, sources and losses, relations numbered in order."""
    ids = {relation.id: f"r{at}" for at, relation in enumerate(argument_map.relations, 1)}
    claims = tuple(claim.model_copy(update={"line": None, "file": None}) for claim in argument_map.claims)
    relations = tuple(
        one.model_copy(
            update={"id": ids[one.id], "target": ids.get(one.target, one.target), "line": None, "file": None}
        )
        for one in argument_map.relations
    )
    return ArgumentMap(title=argument_map.title, claims=claims, relations=relations, data=argument_map.data)


class _Stop(Exception):  # noqa: N818 - it is no error: the map is then written anew
    """A change that cannot be made in place."""


class _Editor:
    def __init__(self, parsed: Parsed, found: Builder, before: ArgumentMap, after: ArgumentMap) -> None:
        self._tokens = parsed.tokens
        self._tree = parsed.tree
        self._found = found
        self._before = before
        self._after = after
        self._say = Sayer(after)
        self._edits: list[tuple[int, int, str]] = []
        self._gone: set[int] = set()

    def edit(self) -> str:
        kept = self._removed_relations()
        self._removed_claims()
        for claim in self._before.claims:
            now = self._after.claim_of.get(claim.id)
            if now is not None and any(getattr(now, name) != getattr(claim, name) for name in _SAID):
                self._changed(claim, now)
        if (self._before.title, self._before.data) != (self._after.title, self._after.data):
            self._front_matter()
        text = self._tokens.source.text
        for start, end, words in sorted(self._edits, reverse=True):
            text = text[:start] + words + text[end:]
        return text.rstrip("\n") + "\n" + self._added(kept)

    # Taking out

    def _removed_relations(self) -> int:
        """Take out the relations that are gone; how many stay, which must be the first ones of the new map."""
        left = list(self._after.relations)
        at = 0
        places = {str(link.made[0].id): related for related, link in self._found.related if len(link.made) == 1}
        kept: dict[str, str] = {}
        for relation in self._before.relations:
            target = kept.get(relation.target, relation.target)
            if at < len(left) and _same(left[at], relation, target):
                kept[relation.id] = left[at].id
                at += 1
            elif relation.id in places:
                self._take_out(places[relation.id])
            else:
                raise _Stop
        return at

    def _take_out(self, related: Related) -> None:
        child = related.child
        if child is None or any(id(below.child) not in self._gone for below in child.relations):
            raise _Stop
        self._gone.add(id(child))
        start = self._tokens.starts[related.mark]
        self._cut(start, self._own_end(child))

    def _cut(self, start: int, end: int) -> None:
        text = self._tokens.source.text
        line_end = text.find("\n", end)
        self._edits.append((start, len(text) if line_end < 0 else line_end + 1, ""))

    def _removed_claims(self) -> None:
        kept = {claim.id for claim in self._after.claims}
        blocks = {id(block): block for block in self._tree.blocks}
        for claim in self._before.claims:
            for element in () if claim.id in kept else self._found.places[claim.id]:
                if id(element) in self._gone:
                    continue
                if id(element) not in blocks or any(id(below.child) not in self._gone for below in element.relations):
                    raise _Stop
                self._cut(self._tokens.starts[element.first], self._own_end(element))
        for claim in self._after.claims:
            places = self._found.places.get(claim.id)
            if places and all(id(element) in self._gone for element in places):
                raise _Stop

    # Changing

    def _own_end(self, element: Element) -> int:
        """Where its own words and data end."""
        if element.data is not None:
            return self._tokens.ends[element.data]
        last = element.words[1] - 1
        while last >= element.words[0] and self._tokens.kinds[last] is Kind.NEWLINE:
            last -= 1
        return self._tokens.ends[last if last >= element.words[0] else element.head or element.first]

    def _changed(self, claim: MapClaim, now: MapClaim) -> None:
        if claim.form != now.form or claim.section != now.section:
            raise _Stop
        places = self._found.places[claim.id]
        element = next((one for one in reversed(places) if not one.reference), places[-1])
        data = None if element.data is None else mapping(read_data(self._tokens.image(element.data)))
        if data and RELATION in data:
            raise _Stop
        start, end = self._tokens.starts[element.first], self._own_end(element)
        if (claim.text, claim.tags) == (now.text, now.tags):
            at = end if element.data is None else self._tokens.starts[element.data]
            written = self._say.data(now)
            space = "" if element.data is not None or self._tokens.source.text[at - 1].isspace() else " "
            self._edits.append((at, end, space + written))
        elif element.title is None:
            self._edits.append((start, end, f"{self._say.words(now)} {self._say.data(now)}".rstrip()))
        else:
            self._edits.append((start, end, self._say.definition(now)))

    def _front_matter(self) -> None:
        lines = "\n".join(Writer(self._after).front_matter())
        if self._tree.front is not None:
            start, end = self._tokens.starts[self._tree.front], self._tokens.ends[self._tree.front]
            self._edits.append((start, end, lines or "===\n==="))
        elif lines:
            self._edits.append((0, 0, f"{lines}\n\n"))

    # Adding

    def _added(self, kept: int) -> str:
        """New claims and relations, behind all others."""
        old = [claim.id for claim in self._before.claims if claim.id in self._after.claim_of]
        if [claim.id for claim in self._after.claims[: len(old)]] != old:
            raise _Stop
        if len(self._after.claims) == len(old) and len(self._after.relations) == kept:
            return ""
        writer = Writer(self._after)
        return writer.go_on(len(old), kept, self._found.section) + "\n"


def _same(new: Relation, old: Relation, target: str) -> bool:
    return new.model_copy(update={"id": ""}) == old.model_copy(update={"id": "", "target": target})
