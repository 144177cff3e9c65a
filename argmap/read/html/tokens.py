"""HTML cut into tokens, each with its place in the file.

After the tokenisation of the WHATWG standard (13.2.5), as far as a reader's text needs it. It is our own because every
character must keep its place: lxml tells lines only, and the standard library's parser is quadratic on hostile input in
Python 3.11 (comments that never end). Linear time: whatever is once sought in vain is not sought again.

XHTML is read by the same rules; an element that closes itself (`<a id="x"/>`) is empty in both. Entities other than
HTML's own are not expanded, so none can grow.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["text", "put", "open", "empty", "close", "comment", "lost"]

_MARKUP = re.compile(r"[<&]")
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)")
_ATTRIBUTE = re.compile(r"[\s/]*+([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"'][^\s>]*+)))?")
_BLANKS = re.compile(r"[\s/]*+")
_ENTITY = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
_SUBSET = re.compile(r"<!doctype[^>\[]{0,1000}\[", re.IGNORECASE)
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "iframe", "noembed", "noframes", "xmp", "textarea")
}
_KEPT = frozenset(
    {"id", "name", "class", "href", "role", "type", "rel", "hidden", "style", "alt", "title", "start", "value", "lang"}
    | {"content", "property", "src", "data-footnote-ref", "data-footnote-backref", "data-footnotes", "aria-level"}
    | {"aria-describedby", "aria-details", "aria-controls", "data-open", "reveal-id", "content-id"}
)


@dataclass(slots=True)
class Token:
    """A stretch `[start, end)` of the file.

    Attributes:
        kind: `text` as it stands, `put` an entity that reads `value`, the three kinds of tags, a `comment` with its words
            in `value`, or a tag without an end, `lost` with all that follows.
        value: A tag's local name in lower case ("a"; "title" for `dc:title`), otherwise as said above.
        attributes: By local name; those that no reader asks for are left out.
    """

    kind: Kind
    start: int
    end: int
    value: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a file, in order and without overlap; stretches that say nothing (a document type) are left out."""
    return _Tokens(text).read()


class _Tokens:
    def __init__(self, text: str) -> None:
        self._text = text
        self._vain: set[str] = set()
        self._last_value = -1

    def read(self) -> Iterator[Token]:
        text, pending, position = self._text, 0, 0
        while match := _MARKUP.search(text, position):
            at = match.start()
            found = self._entity(at) if match.group() == "&" else self._markup(at)
            if found is None:  # a sign that is only a sign
                position = at + 1
                continue
            if pending < at:
                yield Token("text", pending, at)
            made, position = found
            pending = position
            yield from made
            if made and made[-1].kind == "open" and made[-1].value in _RAW:
                pending = position = self._raw(made[-1].value, position)
        if pending < len(text):
            yield Token("text", pending, len(text))

    def _entity(self, at: int) -> tuple[list[Token], int] | None:
        match = _ENTITY.match(self._text, at)
        clean = html.unescape(match.group()) if match else ""
        if match is None or clean == match.group():
            return None
        return [Token("put", at, match.end(), clean)], match.end()

    def _markup(self, at: int) -> tuple[list[Token], int] | None:
        following = self._text[at + 1 : at + 2]
        if following in {"!", "?"}:
            return self._declaration(at)
        match = _TAG.match(self._text, at)
        return self._tag(match) if match else None

    def _declaration(self, at: int) -> tuple[list[Token], int] | None:
        text = self._text
        if text.startswith("<!--", at) and (end := self._find("-->", at + 2)) >= 0:
            return [Token("comment", at, end + 3, text[at + 4 : end].strip())], end + 3
        if text.startswith("<![CDATA[", at) and (end := self._find("]]>", at + 9)) >= 0:
            return ([Token("text", at + 9, end)] if end > at + 9 else []), end + 3
        subset = _SUBSET.match(text, at)
        if subset and (end := self._find("]>", subset.end())) >= 0:
            return [], end + 2
        end = self._find(">", at + 2)
        return ([], end + 1) if end >= 0 else None

    def _find(self, needle: str, start: int) -> int:
        if needle in self._vain:
            return -1
        place = self._text.find(needle, start)
        if place < 0:
            self._vain.add(needle)
        return place

    def _tag(self, match: re.Match[str]) -> tuple[list[Token], int]:
        closing, name = bool(match.group(1)), local(match.group(2))
        attributes, end = self._attributes(match.end())
        if end >= len(self._text):
            return [Token("lost", match.start(), len(self._text), name)], len(self._text)
        if closing:
            return [Token("close", match.start(), end + 1, name)], end + 1
        kind: Kind = "empty" if self._text[end - 1] == "/" and not self._unquoted(end) else "open"
        return [Token(kind, match.start(), end + 1, name, attributes)], end + 1

    def _unquoted(self, end: int) -> bool:
        """Whether the slash before a tag's end belongs to a value without quotation marks (`href=a/b/`)."""
        return self._last_value == end

    def _attributes(self, position: int) -> tuple[dict[str, str], int]:
        """The attributes of a tag, and where its `>` stands (the end of the text if nowhere)."""
        text, found = self._text, {}
        self._last_value = -1
        while True:
            match = _ATTRIBUTE.match(text, position)
            if match is not None:
                position = match.end()
                key = local(match.group(1))
                if key in _KEPT and key not in found:
                    value = match.group(2) or match.group(3) or match.group(4) or ""
                    found[key] = html.unescape(value) if "&" in value else value
                if match.group(4):
                    self._last_value = position
                continue
            blanks = _BLANKS.match(text, position)
            position = blanks.end() if blanks else position
            if position >= len(text) or text[position] == ">":
                return found, position
            position += 1

    def _raw(self, name: str, position: int) -> int:
        """Where the content of a script or style ends: nothing in it is markup."""
        match = _RAW[name].search(self._text, position)
        return match.start() if match else len(self._text)


def local(name: str) -> str:
    """A name without its prefix, in lower case: `epub:type` and `xml:lang` are `type` and `lang`."""
    return name.rpartition(":")[2].lower() or name.lower()
