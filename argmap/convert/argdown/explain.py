"""What to say of a token that cannot stand where it stands."""

from typing import Literal

from argmap.convert.argdown.tokens import RELATIONS, Kind, Tokens

Place = Literal[
    "front matter",
    "after a block",
    "block",
    "heading",
    "list",
    "element",
    "definition",
    "emphasis",
    "relation",
    "after a relation",
    "contradiction",
    "structure",
    "conclusion",
    "premise",
    "inference",
    "rules",
    "after an inference",
    "undercut",
]
_TITLES = frozenset(
    {Kind.STATEMENT_REFERENCE, Kind.STATEMENT_DEFINITION, Kind.ARGUMENT_REFERENCE, Kind.ARGUMENT_DEFINITION}
)
_MOST = 60
_SAY: dict[Place, tuple[str, str]] = {
    "front matter": ("no empty line after the front matter", "leave one behind '===', and a map below it"),
    "block": ("nothing that a block can begin with", "begin with words, [Title], <Title>, '#', '*' or '(1)'"),
    "heading": ("a heading without words", "give it some, or escape the mark: \\#"),
    "list": ("this cannot stand in a list", "lists have no lists inside: leave an empty line"),
    "element": ("a statement or an argument is wanted", "give words, [Title] or <Title>"),
    "definition": ("nothing stands after the colon of a title", "give it a text, or leave the colon out"),
    "relation": ("a relation is wanted here", "begin the line with one of + - _ <+ <- <_ +> -> _> ><"),
    "after a relation": ("this cannot follow a relation", "leave an empty line before it"),
    "contradiction": ("an argument cannot be contradicted", "give a statement after '><'"),
    "structure": ("a premise is wanted", "number it: '(1) …'"),
    "conclusion": ("an inference without a conclusion", "number it: '(3) …', right below the dashes"),
    "premise": ("an argument among premises", "number statements only: words or [Title]"),
    "inference": (
        "numbered premises without a conclusion",
        "put '----' and a numbered conclusion below them, without empty lines",
    ),
    "rules": ("the inference that '--' opens is never closed", "write '----', or '--', its rules, and '--' again"),
    "after an inference": ("nothing may stand after the dashes of an inference", "go on in the next line"),
    "undercut": ("below an inference only undercuts may stand", "write '<_' before [Title] or <Title>"),
}


def explain(place: Place, tokens: Tokens, at: int) -> tuple[str, str]:  # noqa: PLR0911 - one return a fault
    """What is wrong with a token at a place, and what to write instead."""
    kind = tokens.kinds[at]
    if place == "emphasis":
        return _emphasis(tokens, at)
    if kind in RELATIONS or (kind is Kind.INDENT and tokens.kinds[at + 1] in RELATIONS):
        return _relation(place, tokens, at)
    below_words = bool(at) and tokens.kinds[at - 1] is Kind.NEWLINE
    if kind in _TITLES and (place in {"after a block", "after a relation"} or (place == "inference" and below_words)):
        return _title(tokens, at)
    if place in {"after a block", "after a relation"}:
        return _after(place, tokens, at)
    if place == "block" and kind is Kind.INFERENCE:
        return "an inference without premises above it", "number them: '(1) …', and leave no empty line"
    if place == "element" and at and tokens.kinds[at - 1] in RELATIONS:
        mark = tokens.image(at - 1).strip()
        return f"nothing stands after '{mark}'", "give a statement or a title"
    return _SAY[place]


def _shown(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _MOST else f"{words[:_MOST]}…"


def _emphasis(tokens: Tokens, at: int) -> tuple[str, str]:
    depth, back = 1, at
    while depth and back:
        back -= 1
        depth += {Kind.CLOSE: 1, Kind.OPEN: -1}.get(tokens.kinds[back], 0)
    mark = tokens.image(back)
    return f"emphasis that '{mark}' opens is never closed", f"close it with '{mark}', or write \\{mark[0]} for the sign"


def _relation(place: Place, tokens: Tokens, at: int) -> tuple[str, str]:
    mark = tokens.image(at + (tokens.kinds[at] is Kind.INDENT)).strip()
    if place == "undercut":
        return f"'{mark}' below an inference", "only undercuts, '<_', may stand there"
    if place in {"block", "heading"} or not at:
        hint = "put it below one, without a blank line"
        return f"the relation '{mark}' has no statement above it", hint
    return (
        f"the relation '{mark}' is not indented below a statement",
        f"indent it further than its statement; write \\{mark} for words",
    )


def _title(tokens: Tokens, at: int) -> tuple[str, str]:
    words = _shown(tokens.image(at))
    if at and tokens.kinds[at - 1] is Kind.NEWLINE:
        return f"no empty line before {words}", f"leave one, or write \\{words[0]} for words"
    hint = f"write \\{words[0]} for the bracket, or @{words.rstrip(':')} for a mention"
    return f"a title among words: {words}", hint


def _after(place: Place, tokens: Tokens, at: int) -> tuple[str, str]:  # noqa: PLR0911 - as above
    previous = tokens.kinds[at - 1] if at else Kind.END
    kind = tokens.kinds[at]
    if kind is Kind.DATA:
        return "a second {…}, or one in front of words", "put all data of one statement last, into one pair of braces"
    if kind is Kind.CLOSE:
        return "emphasis is closed that was not opened here", "open it in the same statement, or escape the sign"
    if previous is Kind.DATA:
        return "words after the data {…}", "put the data last, or write \\{ for a brace in the text"
    if previous in {Kind.STATEMENT_REFERENCE, Kind.ARGUMENT_REFERENCE}:
        head = _shown(tokens.image(at - 1))
        return f"words after {head}", f"write '{head}: …' to give it a text, or \\{head[0]} for words"
    if kind in {Kind.NUMBER, Kind.HEADING, Kind.INFERENCE, Kind.ORDERED, Kind.UNORDERED, Kind.INDENT}:
        mark = tokens.image(at + (kind is Kind.INDENT)).strip()
        return f"no empty line before '{mark}'", f"leave one, or write \\{mark[0]} for words"
    if kind is Kind.FRONT_MATTER:
        return "a front matter inside the text", "put it first, or write \\=== for words"
    if place == "after a relation":
        return _SAY[place]
    return "this cannot stand here", "leave an empty line before it"
