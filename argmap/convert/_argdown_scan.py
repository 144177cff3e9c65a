"""From Argdown text to its elements: headings, statements, arguments, relations, premises, inferences.

An element is a start (a heading mark, a relation mark, `(1)`, `*` …) with all the words that belong to it, however many
lines they take. The scan is one pass from left to right; every search for a closing mark remembers what it found, so
that the cost is linear in the text whatever stands in it.
"""

import re
from dataclasses import dataclass, field
from typing import Literal, NoReturn

from argmap.convert._argdown_text import Words
from argmap.errors import NotAMapError
from argmap.model import Form

ElementKind = Literal["blank", "front", "heading", "top", "item", "relation", "number", "inference"]

_INDENT = re.compile(r"[ \t]*")
_RELATION = re.compile(r"\+>|->|<\+|<-|><|_>|<_(?!_)|\+|-(?!-)|_(?=[ \t]|$)", re.MULTILINE)
_HEADING = re.compile(r"(#+)[ \t]+")
_NUMBER = re.compile(r"\((\d{1,9})\)")
_ITEM = re.compile(r"(?:\*|\d{1,9}\.)(?=[ \t])")
_DASHES = re.compile(r"-{2,}")
_FRONT = re.compile(r"={3,}[ \t]*\n")
_PLAIN = re.compile(r"[^\\\[\]<{*_#@/\n]+")
_BURIED = re.compile(r"(\[[^\[\]\n]+\]|<[^<>\n]+>)(?::\s|[ \t]*(?:\n|\Z))")
"""A title where the words of another claim go on."""
_SHOWN = 60
_EMPHASIS = re.compile(r"\*+|_+")
_TAG = re.compile(r"#(?:\(([^)\n]{1,200})\)|([\w-]{1,200}))")
_DATA_MARK = re.compile(r"([{}\[,:\n])[ \t\n]*+([\"']?)")
_STRING_END = {'"': re.compile(r'(?:[^"\\]++|\\.)*+"', re.DOTALL), "'": re.compile(r"[^']*+'")}
_MOST_DATA = 100_000

OPEN_BRACE = "a '{' is never closed: close it with '}', or write \\{ for a brace in the text"


@dataclass(slots=True)
class Element:
    """One element. `op` is the relation's mark, `number` a heading's level or a premise's number."""

    kind: ElementKind
    line: int
    start: int
    indent: int = 0
    op: str = ""
    number: int = 0
    form: Form = "statement"
    title: str | None = None
    words: Words = field(default_factory=Words)
    data: str | None = None
    data_line: int = 0


class Scanner:
    r"""Cuts one text into elements.

    Args:
        text: The file's text, its line ends made `\n`.
        path: The file's name, for messages.
    """

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.at = 0
        self.elements: list[Element] = []
        self._seen: dict[str, tuple[int, int]] = {}
        self._counted = (0, 1)
        self._in_structure = True

    def scan(self) -> list[Element]:
        """All elements in order; one `blank` stands for any number of blank lines.

        Raises:
            NotAMapError: At the first line that is no Argdown.
        """
        self._front_matter()
        while self.at < len(self.text):
            self._line()
        return self.elements

    def _fail(self, why: str, at: int | None = None) -> NoReturn:
        raise NotAMapError(self.path, self._line_at(self.at if at is None else at), why)

    def _line_at(self, at: int) -> int:
        """The line of an offset, counted onward from the last one asked for."""
        place, line = self._counted if self._counted[0] <= at else (0, 1)
        line += self.text.count("\n", place, at)
        self._counted = (at, line)
        return line

    def _find(self, mark: str, start: int) -> int:
        """Where `mark` next stands from `start` on, or -1: `str.find` that never searches the same stretch twice."""
        asked, found = self._seen.get(mark, (-1, -2))
        if asked > start or found == -2 or (found != -1 and found < start):  # noqa: PLR2004 - never asked
            found = self.text.find(mark, start)
            self._seen[mark] = (start, found)
        return found

    def _add(self, kind: ElementKind, indent: int = 0, op: str = "", number: int = 0) -> Element:
        element = Element(kind, self._line_at(self.at), self.at, indent, op, number)
        self.elements.append(element)
        if kind != "relation":  # "(1)" starts a premise at the start of a block and inside a structure of premises
            self._in_structure = kind not in {"top", "item"}
        return element

    @property
    def _last(self) -> ElementKind:
        return self.elements[-1].kind if self.elements else "blank"

    def _front_matter(self) -> None:
        start = len(self.text) - len(self.text.lstrip())
        opening = _FRONT.match(self.text, start)
        if opening is None:
            return
        close = self.text.find("\n===", opening.end() - 1)
        if close < 0:
            self._fail("the front matter that '===' opens is never closed: put '===' on a line of its own", start)
        self.at = start
        element = self._add("front")
        element.data, element.data_line = self.text[opening.end() : close], element.line + 1
        end = self._find("\n", close + 1)
        self.at = len(self.text) if end < 0 else end + 1

    def _line(self) -> None:
        """One line from its start: a blank one, one that starts an element, or one that goes on with the last."""
        indent = _INDENT.match(self.text, self.at)
        begin = indent.end() if indent else self.at
        width = begin - self.at
        if begin >= len(self.text) or self.text[begin] == "\n":
            if self._last != "blank":
                self._add("blank")
            self.at = begin + 1
            return
        self.at = begin
        if not self._skip_comments_of_whole_lines():
            self._content(self._start(width))

    def _skip_comments_of_whole_lines(self) -> bool:
        """Whether the line held nothing but comments, which are passed over: such a line is not a blank one."""
        begin = self.at
        while self._comment():
            indent = _INDENT.match(self.text, self.at)
            self.at = indent.end() if indent else self.at
        if self.at > begin and (self.at >= len(self.text) or self.text[self.at] == "\n"):
            self.at += 1
            return True
        return False

    def _start(self, width: int) -> Element:
        """The element that starts here, or the one that goes on."""
        text, at = self.text, self.at
        if dashes := _DASHES.match(text, at):
            return self._inference(dashes)
        if relation := _RELATION.match(text, at):
            return self._relation(relation, width)
        return self._numbered_or_heading(width) or self._words_only()

    def _numbered_or_heading(self, width: int) -> Element | None:
        text, at = self.text, self.at
        if heading := _HEADING.match(text, at):
            return self._mark(heading, self._add("heading", number=len(heading[1])))
        if (number := _NUMBER.match(text, at)) and self._in_structure:
            return self._mark(number, self._add("number", width, number=int(number[1])))
        if (item := _ITEM.match(text, at)) and self._last in {"blank", "front", "heading", "item"}:
            return self._mark(item, self._add("item", width))
        return None

    def _words_only(self) -> Element:
        """A line without a mark goes on with what is above it; after a blank line it starts a statement or argument."""
        if self._last == "inference":
            self._fail("a conclusion is wanted after the inference: number it, '(3) …'")
        if self._last in {"blank", "front"} or (self._last == "heading" and self.text[self.at] in "[<"):
            element = self._add("top")
            self._head(element)
            return element
        if head := _BURIED.match(self.text, self.at):
            shown = head[1] if len(head[1]) <= _SHOWN else f"{head[1][:_SHOWN]}…"
            self._fail(f"no empty line before {shown}: leave one, or write \\{head[1][0]} for words")
        return self.elements[-1]

    def _mark(self, mark: re.Match[str], element: Element) -> Element:
        self.at = mark.end()
        self._spaces()
        if element.kind != "heading":
            self._head(element)
        return element

    def _relation(self, mark: re.Match[str], width: int) -> Element:
        if self._last in {"blank", "front", "heading"}:
            self._fail(f"the relation '{mark[0]}' has no statement above it: put it below one, without a blank line")
        if width == 0 and self._last != "inference":
            self._fail(f"the relation '{mark[0]}' must be indented below its statement; write \\{mark[0]} for words")
        return self._mark(mark, self._add("relation", width, op=mark[0]))

    def _inference(self, dashes: re.Match[str]) -> Element:
        """`----`, or `--` rules and data `--` over one or several lines."""
        element = self._add("inference")
        self.at = dashes.end()
        if len(dashes[0]) > 2:  # noqa: PLR2004 - two dashes open, more are the whole line
            return element
        while True:
            self._plain_until_dashes(element)
            if self.text.startswith("--", self.at):
                closing = _DASHES.match(self.text, self.at)
                self.at = closing.end() if closing else self.at
                return element
            self._data(element)

    def _plain_until_dashes(self, element: Element) -> None:
        """The names of the rules, up to `{` or the closing dashes."""
        begin = self.at
        close, brace = self._find("--", begin), self._find("{", begin)
        if close < 0:
            self._fail(
                "the inference that '--' opens is never closed: put '--' on a line after its rules", element.start
            )
        self.at = brace if 0 <= brace < close else close
        element.words.add(self.text[begin : self.at])

    def _spaces(self) -> None:
        spaces = _INDENT.match(self.text, self.at)
        self.at = spaces.end() if spaces else self.at

    def _head(self, element: Element) -> None:
        """The title that opens a statement or an argument, if there is one."""
        while self._comment():
            self._spaces()
        opening = self.text[self.at : self.at + 1]
        if opening not in {"[", "<"}:
            return
        close = self._find("]" if opening == "[" else ">", self.at + 1)
        end = self._find("\n", self.at)
        if close < 0 or (0 <= end < close):
            if opening == "[":
                self._fail("a '[' is not closed on its line: close it with ']', or write \\[ for a bracket in the text")
            return
        title = " ".join(self.text[self.at + 1 : close].split())
        if not title or (opening == "[" and self.text.startswith("(", close + 1)):
            return
        element.form = "statement" if opening == "[" else "argument"
        element.title = title
        self.at = close + 1
        element.words.closed = not self.text.startswith(":", self.at)
        self.at += not element.words.closed

    def _content(self, element: Element) -> None:
        """The words up to the end of the line."""
        words = element.words
        while self.at < len(self.text):
            if plain := _PLAIN.match(self.text, self.at):
                if element.kind == "inference" and plain[0].strip():
                    self._fail("nothing may stand after the dashes of an inference: go on in the next line")
                self._say(element, plain[0])
                self.at = plain.end()
            elif self.text[self.at] == "\n":
                words.add(" ")
                self.at += 1
                return
            elif not self._comment():
                self._special(element)

    def _say(self, element: Element, plain: str) -> None:
        if plain.strip() and element.words.closed:
            head = f"[{element.title}]" if element.form == "statement" else f"<{element.title}>"
            self._fail(f"words after {head}: write '{head}: …' to give it a text, or \\{head[0]} for words")
        if plain.strip() and element.data is not None:
            self._fail("words after the data {…}: put the data last, or write \\{ for a brace in the text")
        element.words.add(plain)

    def _special(self, element: Element) -> None:
        """One mark that may mean something."""
        char = self.text[self.at]
        if char == "{":
            self._data(element)
        elif char == "#" and self._tag(element):
            return
        elif mark := _EMPHASIS.match(self.text, self.at):
            before, after = self.text[self.at - 1 : self.at], self.text[mark.end() : mark.end() + 1]
            element.words.emphasis(mark[0], before, after)
            self.at = mark.end()
        elif (char == "[" and self._link(element)) or (char == "@" and self._mention(element)):
            return
        else:
            self._literal(element)

    def _literal(self, element: Element) -> None:
        following = self.text[self.at + 1 : self.at + 2]
        escaped = self.text[self.at] == "\\" and following and not following.isalnum() and not following.isspace()
        self.at += bool(escaped)
        self._say(element, self.text[self.at])
        self.at += 1

    def _tag(self, element: Element) -> bool:
        tag = _TAG.match(self.text, self.at)
        if tag is None or self.text[self.at - 1 : self.at].isalnum():
            return False
        element.words.tag(tag[1] or tag[2])
        self.at = tag.end()
        return True

    def _link(self, element: Element) -> bool:
        """`[words](address)`: the words stay."""
        close = self._find("]", self.at + 1)
        if close < 0 or not self.text.startswith("](", close):
            return False
        end, blank = self._find(")", close), self._find("\n\n", self.at)
        if end < 0 or (0 <= blank < end):
            return False
        self._say(element, self.text[self.at + 1 : close].replace("\n", " "))
        self.at = end + 1
        return True

    def _mention(self, element: Element) -> bool:
        """`@[Title]` or `@<Title>`: the title stays as words."""
        opening = self.text[self.at + 1 : self.at + 2]
        if opening not in {"[", "<"}:
            return False
        close, end = self._find("]" if opening == "[" else ">", self.at + 2), self._find("\n", self.at)
        if close < 0 or (0 <= end < close):
            return False
        self._say(element, self.text[self.at + 2 : close])
        self.at = close + 1
        return True

    def _comment(self) -> bool:
        """Pass over one comment. `//` after a colon is part of an address, not a comment."""
        text, at = self.text, self.at
        if text.startswith("//", at) and (at == 0 or text[at - 1] != ":"):
            end = self._find("\n", at)
            self.at = len(text) if end < 0 else end
            return True
        for opening, closing in (("/*", "*/"), ("<!--", "-->")):
            if text.startswith(opening, at):
                end = self._find(closing, at + len(opening))
                if end < 0:
                    self._fail(f"the comment that '{opening}' opens is never closed: close it with '{closing}'")
                self.at = end + len(closing)
                return True
        return False

    def _data(self, element: Element) -> None:
        """`{…}` with braces inside braces and quoted strings."""
        if element.data is not None:
            self._fail("a second {…}: put all data of one statement into one pair of braces")
        begin, end, depth = self.at, self.at, 0
        while mark := _DATA_MARK.search(self.text, end, begin + _MOST_DATA):
            end = mark.end()
            depth += {"{": 1, "}": -1}.get(mark[1], 0)
            if depth == 0:
                end = mark.start() + 1
                break
            if mark[2]:
                closing = _STRING_END[mark[2]].match(self.text, end, begin + _MOST_DATA)
                end = closing.end() if closing else self._fail(OPEN_BRACE, begin)
        else:
            self._fail(OPEN_BRACE, begin)
        element.data, element.data_line = self.text[begin:end], self._line_at(begin)
        self.at = end
