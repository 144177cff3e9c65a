"""From Argdown text to tokens, in one pass from left to right.

What a mark means depends on where it stands: relation marks, numbers, list and heading marks count at the start of a
line only; the first rule that fits a place decides. Every search for a closing mark remembers what it found, so that
the cost is linear in the text whatever stands in it.
"""

import re
from collections.abc import Callable

from argmap.convert.argdown.tokens import BEFORE_ELEMENTS, Fault, Kind, Source, Tokens

_BLANK = re.compile(r"(?:[ \t]*\n)+")
_SPACES = re.compile(r"[ \t]+")
_WORDS = re.compile(
    r"(?:[^\\@#*_\[\],.:;</>\-\n(){}]+|[,;()\]>}\-][ \t]?(?![ \t])|[.:](?=[\s])[ \t]?(?![ \t])|/(?![/*])[ \t]?(?![ \t]))+"
)
_RULE_WORDS = re.compile(r"[^\\@#*_\[\],.:;</>\-\n(){}]+")
_CONTROL = re.compile(r"[@#*_\[\],.:;</>\-(){}][ \t]?")
_ESCAPED = re.compile(r"\\. *")
_SHORTCODE = re.compile(r"\.\S+?\.[ \t]?|:\S+?:[ \t]?")
_TAG = re.compile("#[a-zA-z0-9\\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+[ \\t]?")
_FRONT = re.compile(r"={3,}")
_CLOSES = re.compile(r"[ \t]|(?=[\n)}_.,!?;:\-*]|\Z)")
_DATA_STOP = re.compile(r"\}\s[^,}]")
_DATA_GOES_ON = re.compile(r"\s*[,}]")
_AT_START = re.compile(
    r"[ \t]*(?:(?P<relation>\+>|->|<?\+|<?-|><|_>|<_|_(?=\s))|(?P<number>\(\d+\))"
    r"|(?P<ordered>\d+\.)(?=\s)|(?P<unordered>\*)(?=\s)|(?P<heading>\#+[ ]))"
)
_DASHES = re.compile(r"[ \t]*--")
_RULE_END = re.compile(r"-{2,}")
_ONE_BREAK = re.compile(r"[ \t]*\n(?![ \t]*\n)")
_BREAKS = re.compile(r"\n+")
_STARTERS = frozenset(" \t+-<>_(*#0123456789")
_RELATION_KINDS = {
    "+>": Kind.SUPPORTS,
    "->": Kind.ATTACKS,
    "+": Kind.SUPPORTED,
    "<+": Kind.SUPPORTED,
    "-": Kind.ATTACKED,
    "<-": Kind.ATTACKED,
    "><": Kind.CONTRADICTS,
    "_>": Kind.UNDERCUTS,
    "_": Kind.UNDERCUT,
    "<_": Kind.UNDERCUT,
}


class Lexer:
    """Cuts one text."""

    def __init__(self, source: Source) -> None:
        self._tokens = Tokens(source)
        self._text = source.text
        self._at = 0
        self._kinds = self._tokens.kinds
        self._starts = self._tokens.starts
        self._ends = self._tokens.ends
        self._indents = [0]
        self._marks: list[str] = []
        self._line_start = True
        self._inference = False
        self._seen: dict[str, tuple[int, int]] = {}
        self._data_ends: dict[int, int] = {}
        self._rules: dict[str, Callable[[], bool]] = {
            "\\": self._escaped,
            ".": self._shortcode,
            ":": self._shortcode,
            "*": self._emphasis,
            "_": self._emphasis,
            "[": self._square,
            "<": self._angle,
            "@": self._mention,
            "#": self._tag,
            "{": self._data,
            "=": self._front_matter,
            "/": self._comment,
        }

    def cut(self) -> Tokens:
        """All tokens; faults are listed in them."""
        while self._at < len(self._text):
            self._next()
        if self._kinds and self._kinds[-1] is Kind.EMPTY_LINE:
            for column in (self._kinds, self._starts, self._ends):
                column.pop()
        after_line = not self._kinds or self._kinds[-1] is Kind.NEWLINE
        self._dedent_all(len(self._text) if after_line else self._ends[-1] - 1)
        self._add(Kind.END, len(self._text))
        return self._tokens

    # The loop

    def _next(self) -> None:
        char = self._text[self._at]
        if char in " \t\n":
            if self._blank():
                return
            if not self._line_start:
                self._skip_spaces()
                return
        if self._inference:
            self._in_inference(char)
        elif not (self._line_start and char in _STARTERS and self._starter()):
            self._inline(char)

    def _inline(self, char: str) -> None:
        if char in " \t":
            self._skip_spaces()
            return
        rule = self._rules.get(char)
        if rule is not None and rule():
            return
        words = _WORDS.match(self._text, self._at) or _CONTROL.match(self._text, self._at)
        if words is None:
            self._stray_backslash()
        else:
            self._add(Kind.TEXT, words.end())

    def _in_inference(self, char: str) -> None:
        if char == "-" and (end := _RULE_END.match(self._text, self._at)):
            self._inference = False
            self._add(Kind.INFERENCE_END, end.end())
        elif char == ",":
            self._add(Kind.COMMA, self._at + 1)
        elif char in " \t":
            self._skip_spaces()
        elif not (char in "\\.:{/<" and (self._comment() if char == "<" else self._rules[char]())):
            words = _RULE_WORDS.match(self._text, self._at) or _CONTROL.match(self._text, self._at)
            if words is None:
                self._stray_backslash()
            else:
                self._add(Kind.TEXT, words.end())

    def _add(self, kind: Kind, end: int, start: int | None = None) -> bool:
        self._kinds.append(kind)
        self._starts.append(self._at if start is None else start)
        self._ends.append(end)
        self._at = end
        self._line_start = kind is Kind.NEWLINE or kind is Kind.EMPTY_LINE
        return True

    def _fault(self, why: str, hint: str, at: int | None = None) -> None:
        self._tokens.faults.append(Fault(self._at if at is None else at, why, hint))

    def _stray_backslash(self) -> None:
        self._fault("a backslash at the end of a line escapes nothing", "write two backslashes for one")
        self._add(Kind.TEXT, self._at + 1)

    def _find(self, mark: str, start: int) -> int:
        """Where `mark` next stands from `start` on, or -1: `str.find` that never searches the same stretch twice."""
        asked, found = self._seen.get(mark, (start + 1, -1))
        if asked > start or 0 <= found < start:
            found = self._text.find(mark, start)
            self._seen[mark] = (start, found)
        return found

    def _line_end(self) -> int:
        end = self._find("\n", self._at)
        return len(self._text) if end < 0 else end

    # Lines

    def _skip_spaces(self) -> None:
        spaces = _SPACES.match(self._text, self._at)
        self._at = spaces.end() if spaces else self._at

    def _blank(self) -> bool:
        """Line ends: one is a line end, more are an empty line, which ends everything indented."""
        blank = _BLANK.match(self._text, self._at)
        if blank is None:
            return False
        empty = not self._inference and not (self._kinds and self._kinds[-1] is Kind.EMPTY_LINE)
        if empty and self._text.count("\n", self._at, blank.end()) > 1:
            if blank.end() < len(self._text):
                self._dedent_all(self._at)
            self._marks.clear()
            return self._add(Kind.EMPTY_LINE, blank.end())
        return self._add(Kind.NEWLINE, self._text.find("\n", self._at) + 1)

    def _starter(self) -> bool:
        """A mark that counts at the start of a line only."""
        after_empty = bool(self._kinds) and self._kinds[-1] is Kind.EMPTY_LINE
        if not after_empty and (dashes := _DASHES.match(self._text, self._at)):
            self._dedent_all(self._at)
            self._inference = True
            return self._add(Kind.INFERENCE, dashes.end())
        mark = _AT_START.match(self._text, self._at)
        if mark is None:
            return False
        name = mark.lastgroup or ""
        begin = mark.start(name)
        if name == "relation":
            self._indent(begin - self._at)
            return self._add(_RELATION_KINDS[mark[name]], mark.end())
        if name == "number":
            self._dedent_all(self._at)
            return self._add(Kind.NUMBER, mark.end())
        if name == "heading":
            return self._add(Kind.HEADING, mark.end(), begin)
        self._indent(begin - self._at + 1)
        return self._add(Kind.ORDERED if name == "ordered" else Kind.UNORDERED, mark.end())

    def _mark_level(self, kind: Kind, at: int) -> None:
        self._kinds.append(kind)
        self._starts.append(at)
        self._ends.append(at)

    def _indent(self, width: int) -> None:
        if width > self._indents[-1]:
            self._indents.append(width)
            self._mark_level(Kind.INDENT, self._at)
        while width < self._indents[-1]:
            self._indents.pop()
            self._mark_level(Kind.DEDENT, self._at)

    def _dedent_all(self, at: int) -> None:
        while len(self._indents) > 1:
            self._indents.pop()
            self._mark_level(Kind.DEDENT, at)

    # Marks inside a line. Each rule returns whether it took something.

    def _escaped(self) -> bool:
        escaped = _ESCAPED.match(self._text, self._at)
        return escaped is not None and self._add(Kind.ESCAPED, escaped.end())

    def _shortcode(self) -> bool:
        code = _SHORTCODE.match(self._text, self._at)
        return code is not None and self._add(Kind.SHORTCODE, code.end())

    def _emphasis(self) -> bool:
        char = self._text[self._at]
        double = self._text.startswith(char * 2, self._at)
        if self._marks and self._marks[-1][0] == char and len(self._marks[-1]) <= 1 + double:
            end = _CLOSES.match(self._text, self._at + len(self._marks[-1]))
            if end is not None:
                self._marks.pop()
                return self._add(Kind.CLOSE, end.end())
        for mark in (char * 2, char) if double else (char,):
            after = self._text[self._at + len(mark) : self._at + len(mark) + 1]
            if not after.isspace():
                self._marks.append(mark)
                return self._add(Kind.OPEN, self._at + len(mark))
        return False

    def _square(self) -> bool:
        text, at = self._text, self._at
        close = self._find("]", at + 2)
        if close < 0:
            return self._open_title()
        if text.startswith("(", close + 1) and text[at + 1] != "]":
            end = self._find(")", close + 3)
            if end >= 0 and text[close + 2] != ")":
                return self._add(Kind.LINK, self._one_space(end + 1))
        return self._title("]", Kind.STATEMENT_DEFINITION, Kind.STATEMENT_REFERENCE)

    def _angle(self) -> bool:
        return self._comment() or self._title(">", Kind.ARGUMENT_DEFINITION, Kind.ARGUMENT_REFERENCE)

    def _title(self, closing: str, definition: Kind, reference: Kind) -> bool:
        """`[Title]:` or `[Title]`, on one line."""
        end = self._line_end()
        colon = self._find(f"{closing}:", self._at + 2)
        if 0 <= colon < end:
            return self._add(definition, colon + 2)
        close = self._find(closing, self._at + 2)
        if 0 <= close < end and self._text[self._at + 1] != "-":
            return self._add(reference, close + 1)
        return self._open_title()

    def _open_title(self) -> bool:
        """A bracket that begins an element and is not closed on its line is a word, and doubtful."""
        if not self._kinds or self._line_start or self._kinds[-1] in BEFORE_ELEMENTS:
            hint = f"close it, or write \\{self._text[self._at]} for a word"
            self._tokens.faults.append(
                Fault(self._at, "the title that begins here is not closed on its line", hint, fatal=False)
            )
        return False

    def _mention(self) -> bool:
        opening = self._text[self._at + 1 : self._at + 2]
        if opening not in {"[", "<"}:
            return False
        close = self._find("]" if opening == "[" else ">", self._at + 3)
        if close < 0 or close > self._line_end():
            return False
        kind = Kind.STATEMENT_MENTION if opening == "[" else Kind.ARGUMENT_MENTION
        return self._add(kind, self._one_space(close + 1))

    def _tag(self) -> bool:
        if self._text.startswith("#(", self._at):
            close = self._find(")", self._at + 3)
            if close >= 0 and self._text[self._at + 2] != ")":
                return self._add(Kind.TAG, self._one_space(close + 1))
        tag = _TAG.match(self._text, self._at)
        return tag is not None and self._add(Kind.TAG, tag.end())

    def _one_space(self, at: int) -> int:
        return at + (self._text[at : at + 1] in {" ", "\t"})

    def _data(self) -> bool:
        """`{…}`: to the last brace before words that can be no data any more."""
        begin = self._at
        stop = self._data_stop(begin + 1)
        end = self._data_ends.get(stop)
        if end is None:
            end = stop
            while end > begin and (self._text[end : end + 1] != "}" or _DATA_GOES_ON.match(self._text, end + 1)):
                end = self._text.rfind("}", begin, end)
            self._data_ends[stop] = end
        if end <= begin:
            self._fault("a '{' is never closed", "close it with '}', or write \\{ for a brace in the text")
            return False
        return self._add(Kind.DATA, end + 1)

    def _data_stop(self, start: int) -> int:
        asked, found = self._seen.get("{", (start + 1, -1))
        if asked > start or 0 <= found < start:
            stop = _DATA_STOP.search(self._text, start)
            found = stop.start() if stop else len(self._text)
            self._seen["{"] = (start, found)
        return found

    def _front_matter(self) -> bool:
        opening = _FRONT.match(self._text, self._at)
        if opening is None:
            return False
        close = self._find("===", opening.end())
        closing = _FRONT.match(self._text, close) if close >= 0 else None
        if closing is None and not self._kinds and self._text.startswith("\n", opening.end()):
            self._fault("the front matter that '===' opens is never closed", "put '===' on a line of its own")
        return closing is not None and self._add(Kind.FRONT_MATTER, closing.end())

    def _comment(self) -> bool:
        """Pass over one comment and, where it stands alone, over the line end behind it."""
        text, at = self._text, self._at
        if text.startswith("//", at):
            end = self._line_end()
            if at and text[at - 1] == ":":
                self._tokens.faults.append(
                    Fault(at, "'//' begins a comment, also in an address", _ADDRESS, fatal=False)
                )
        else:
            opening = next((mark for mark in ("/*", "<!--") if text.startswith(mark, at)), None)
            if opening is None:
                return False
            closing = "*/" if opening == "/*" else "-->"
            end = self._find(closing, at + len(opening))
            if end < 0:
                self._fault(f"the comment that '{opening}' opens is never closed", f"close it with '{closing}'")
                end = len(text)
            else:
                end += len(closing)
        self._tokens.comments.append((at, end))
        self._at = end
        if self._line_start and self._kinds:
            after = (_BREAKS if self._kinds[-1] is Kind.EMPTY_LINE else _ONE_BREAK).match(text, end)
            self._at = after.end() if after else end
        return True


_ADDRESS = "write a link, [words](address), or escape it: \\/\\/"
