"""The words of an element: what they say, which stretches are emphasised, linked or mentioned, and their tags."""

from dataclasses import dataclass, field
from typing import Any

from argmap.convert.argdown.shortcodes import SHORTCODES
from argmap.convert.argdown.tokens import Kind, Tokens, utf16

Range = dict[str, Any]


@dataclass(slots=True)
class Words:
    """Words as the official tool keeps them: with their tags and mentions, positions in UTF-16 units.

    Attributes:
        text: None where there are no words at all.
        ranges: Emphasis, links, tags and mentions; `stop` is the last character's place.
    """

    text: str | None = None
    ranges: list[Range] | None = None
    tags: list[str] = field(default_factory=list)


def tag_name(image: str) -> str:
    """The name in `#name` or `#(a name)`."""
    return image[2 : image.rindex(")")] if image.startswith("#(") else image[1:].rstrip(" \t")


class Reader:
    """Reads the words of one element, token by token.

    Args:
        tokens: Those of the text.
        shortcodes: The file's own codes, beside the known ones.
        without_tags: Whether tags are no words.
    """

    def __init__(self, tokens: Tokens, shortcodes: dict[str, str], *, without_tags: bool) -> None:
        self._tokens = tokens
        self._shortcodes = SHORTCODES | shortcodes
        self._without_tags = without_tags

    def read(self, span: tuple[int, int], words: Words) -> Words:
        """Read the tokens of a half-open range into `words`."""
        kinds, pieces = self._tokens.kinds, [words.text] if words.text else []
        said = words.text is not None
        length = utf16(words.text or "")
        open_ranges: list[Range] = []
        for index in range(*span):
            kind = kinds[index]
            image = self._tokens.image(index)
            piece = image
            if kind is Kind.NEWLINE:
                last = index == span[1] - 1 or kinds[index + 1] is Kind.CLOSE
                piece = "" if last or (pieces and pieces[-1].endswith(" ")) else " "
                said = said or bool(piece)
            elif kind is not Kind.TEXT:
                piece = self._marked(kind, image, length, open_ranges, words)
                said = said or bool(piece) or kind is not Kind.TAG
            else:
                said = True
            if piece:
                pieces.append(piece)
                length += utf16(piece)
        words.text = "".join(pieces) if said else None
        return words

    def _marked(  # noqa: PLR0911 - one return a kind of token
        self, kind: Kind, image: str, at: int, opened: list[Range], words: Words
    ) -> str:
        if kind is Kind.ESCAPED:
            return image[1:]
        if kind is Kind.SHORTCODE:
            return self._sign(image, opened)
        if kind is Kind.OPEN:
            new = {"type": "bold" if len(image) > 1 else "italic", "start": at, "stop": at}
            opened.append(new)
            _ranges(words).append(new)
            return ""
        if kind is Kind.CLOSE:
            if opened:
                opened.pop()["stop"] = at - 1
            return " " if image.endswith(" ") else ""
        if kind is Kind.LINK:
            return _link(image, at, words)
        if kind is Kind.TAG:
            return self._tag(image, at, words)
        what = "statement-mention" if kind is Kind.STATEMENT_MENTION else "argument-mention"
        title = image[2 : image.rindex("]" if kind is Kind.STATEMENT_MENTION else ">")]
        _ranges(words).append({"type": what, "title": title, "start": at, "stop": at + utf16(image) - 1})
        return image

    def _sign(self, image: str, opened: list[Range]) -> str:
        sign = self._shortcodes.get(image.strip())
        if sign is None:
            return image
        opened.append({})  # the official tool counts a sign as a range that the next closing mark ends
        return sign + (" " if image.endswith(" ") else "")

    def _tag(self, image: str, at: int, words: Words) -> str:
        name = tag_name(image)
        if name not in words.tags:
            words.tags.append(name)
        if self._without_tags:
            return ""
        _ranges(words).append({"type": "tag", "start": at, "stop": at + utf16(image) - 1, "tag": name})
        return image


def _ranges(words: Words) -> list[Range]:
    if words.ranges is None:
        words.ranges = []
    return words.ranges


def _link(image: str, at: int, words: Words) -> str:
    title, _, address = image[1:].partition("](")
    stop = at + utf16(title) - 1
    _ranges(words).append({"type": "link", "start": at, "stop": stop, "url": address[: address.rindex(")")]})
    return title + (" " if image.endswith(" ") else "")


def plain_words(tokens: Tokens, span: tuple[int, int], shortcodes: dict[str, str], *, without_tags: bool) -> str:
    """What a reader of the map sees: no marks, mentions as their title, no tags at the end, white space single."""
    pieces: list[str] = []
    kept = 0
    for index in range(*span):
        kind, image = tokens.kinds[index], tokens.image(index)
        if kind is Kind.NEWLINE or (kind is Kind.TAG and without_tags):
            image = " "
        elif kind not in {Kind.TEXT, Kind.TAG}:
            image = _plain(kind, image, shortcodes)
        pieces.append(image)
        if kind is not Kind.TAG and not image.isspace():
            kept = len(pieces)
    return " ".join("".join(pieces if without_tags else pieces[:kept]).split())


def _plain(kind: Kind, image: str, shortcodes: dict[str, str]) -> str:
    space = " " if image.endswith((" ", "\t")) else ""
    if kind is Kind.ESCAPED:
        return image[1:]
    if kind is Kind.SHORTCODE:
        sign = shortcodes.get(image.strip()) or SHORTCODES.get(image.strip())
        return image if sign is None else sign + space
    if kind is Kind.OPEN:
        return ""
    if kind is Kind.CLOSE:
        return space
    if kind is Kind.LINK:
        return image[1:].partition("](")[0] + space
    return image[2:].rstrip(" \t")[:-1] + space
