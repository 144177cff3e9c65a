"""Argdown in. Every fault is found in one run; what is not faulty is read."""

from typing import NamedTuple

from argmap.convert.argdown.build import Builder
from argmap.convert.argdown.include import Expanded, LoadFile, expand
from argmap.convert.argdown.lexer import Lexer
from argmap.convert.argdown.parser import Parser
from argmap.convert.argdown.tokens import Fault, Source, Tokens
from argmap.convert.argdown.tree import Tree
from argmap.errors import ArgdownError
from argmap.model import ArgumentMap, Finding, Loss, Written

CODE, NAME = "MP000", "argdown-syntax"
_MOST_FAULTS = 1_000


class Parsed(NamedTuple):
    """A text cut and parsed, its included files in it. `faults` are its tokens'."""

    tokens: Tokens
    tree: Tree
    expanded: Expanded


def parse(text: str, load: LoadFile | None = None) -> Parsed:
    """Cut and parse one text.

    Args:
        text: The file's text; any line ends.
        load: Gives the text of an included file by its path inside the map's folder, None if there is none.
            Without it `@include` is a fault.
    """
    source = Source(text)
    expanded = expand(source.text, load)
    if expanded.text is not source.text:
        source = Source(expanded.text)
    tokens = Lexer(source).cut()
    tokens.faults += expanded.faults
    return Parsed(tokens, Parser(tokens).parse(), expanded)


def builder(parsed: Parsed, *, remember: bool = False) -> Builder:
    """What makes a map of a parsed text; see `Builder`."""
    source = parsed.tokens.source
    return Builder(parsed.tokens, parsed.tree, lambda at: parsed.expanded.place(at, source), remember=remember)


def check_argdown(text: str, path: str, load: LoadFile | None = None) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read what can be read of a map, and list every fault of its text with line, column and hint.

    Args:
        text: The file's text; any line ends.
        path: The file's name, for the findings.
        load: As for `parse`.
    """
    parsed = parse(text, load)
    found = builder(parsed).build()
    whole = text if parsed.expanded.whole else parsed.tokens.source.text
    found = found.model_copy(update={"written": Written(text=whole, format="argdown")})
    faults = sorted(dict.fromkeys(_key(fault) for fault in parsed.tokens.faults))[:_MOST_FAULTS]
    return found, tuple(_finding(Fault(*fault), path, parsed) for fault in faults)


def read_argdown(text: str, path: str, load: LoadFile | None = None) -> ArgumentMap:
    """Read a map written in Argdown; arguments as for `check_argdown`.

    Raises:
        ArgdownError: If anything in it is no Argdown; all of it is listed.
    """
    found, findings = check_argdown(text, path, load)
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        raise ArgdownError(path, errors)
    doubts = tuple(
        Loss(what="doubt", detail=f"line {one.line}: {one.message}: {one.suggestion}", start=one.start)
        for one in findings
    )
    return found.model_copy(update={"losses": found.losses + doubts}) if doubts else found


def _key(fault: Fault) -> tuple[int, str, str, bool]:
    return fault.at, fault.why, fault.hint, fault.fatal


def _finding(fault: Fault, path: str, parsed: Parsed) -> Finding:
    source = parsed.tokens.source
    line, file = parsed.expanded.place(fault.at, source)
    return Finding(
        code=CODE,
        name=NAME,
        severity="error" if fault.fatal else "warning",
        message=fault.why,
        path=path if file is None else file,
        start=fault.at if parsed.expanded.whole else None,
        line=line,
        column=source.column(min(fault.at, len(source.text))),
        suggestion=fault.hint or None,
    )
