"""Frameworks as facts, `arg(a). att(a,b).`: ASPARTIX's .apx and ArgSemSAT's .dl."""

import re
from difflib import get_close_matches

from argmap.errors import NotAFrameworkError
from argmap.evaluate.positions.framework import Framework, framework_of

_GAP = r"(?:\s++|%[^\n]*+)*+"
_NAME = r"[^\s(),%]++"
_FACT = re.compile(
    rf"((?:arg{_GAP}\({_GAP}({_NAME}){_GAP}|att{_GAP}\({_GAP}({_NAME}){_GAP},{_GAP}({_NAME}){_GAP})\){_GAP}\.{_GAP})"
)
_START = re.compile(rf"{_GAP}(?:arg|att)\s*+\(")
_LEADING = re.compile(_GAP)


def is_apx(text: str) -> bool:
    """Whether the text begins with a fact `arg(…)` or `att(…)`."""
    return _START.match(text) is not None


def read_apx(text: str, path: str) -> Framework:
    """Read facts in any order; `%` begins a comment.

    Raises:
        NotAFrameworkError: At anything else, at an argument declared twice, and at an attack on or by one not declared.
    """
    begin = _LEADING.match(text)
    at = begin.end() if begin else 0
    facts = _FACT.findall(text, at)
    if sum(len(fact[0]) for fact in facts) != len(text) - at:
        raise _fault(text, at, path)
    names = [name for _, name, _, _ in facts if name]
    number = {name: index for index, name in enumerate(names)}
    if len(number) != len(names):
        raise _twice(text, at, path)
    pairs = [(attacker, target) for _, name, attacker, target in facts if not name]
    try:
        attackers = [number[attacker] for attacker, _ in pairs]
        targets = [number[target] for _, target in pairs]
    except KeyError as error:
        raise _undeclared(text, path, str(error.args[0]), number) from None
    return framework_of(names, attackers, targets)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _fault(text: str, at: int, path: str) -> NotAFrameworkError:
    """The first place where no fact stands."""
    while match := _FACT.match(text, at):
        at = match.end()
    shown = text[at : at + 30].split("\n", maxsplit=1)[0]
    return NotAFrameworkError(path, _line(text, at), f"'{shown}' is no fact: write 'arg(a).' or 'att(a,b).'")


def _twice(text: str, at: int, path: str) -> NotAFrameworkError:
    seen: set[str] = set()
    for match in _FACT.finditer(text, at):
        name = match.group(2)
        if name in seen:
            return NotAFrameworkError(path, _line(text, match.start()), f"'arg({name})' for the second time: keep one")
        if name:
            seen.add(name)
    raise AssertionError  # only called where a name is repeated


def _undeclared(text: str, path: str, name: str, known: dict[str, int]) -> NotAFrameworkError:
    match = re.search(rf"att{_GAP}\({_GAP}(?:{_NAME}{_GAP},{_GAP})?{re.escape(name)}{_GAP}[,)]", text)
    near = get_close_matches(name, list(known)[:10_000], n=1)
    hint = f"did you mean '{near[0]}'?" if near else f"add 'arg({name}).'"
    return NotAFrameworkError(path, _line(text, match.start()) if match else None, f"no argument '{name}': {hint}")
