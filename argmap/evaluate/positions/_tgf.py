"""Frameworks in Trivial Graph Format: a line per argument, `#`, a line `attacker target` per attack."""

import re

from argmap.errors import NotAFrameworkError
from argmap.evaluate.positions.framework import Framework, framework_of
from argmap.model import Loss

_RULE = re.compile(r"(?m)^[^\S\n]*+#[^\S\n]*+$")
_PAIR = 2


def is_tgf(text: str) -> bool:
    """Whether a line holds `#` alone."""
    return _RULE.search(text) is not None


def read_tgf(text: str, path: str) -> Framework:
    """Read a graph; what stands behind a node's id or an edge's ends is a label, listed as a loss.

    Raises:
        NotAFrameworkError: At an id that stands there twice, an edge with one end, an edge to an unknown id.
    """
    rule = _RULE.search(text)
    head, tail = (text[: rule.start()], text[rule.end() :]) if rule else (text, "")
    number: dict[str, int] = {}
    labels = 0
    for line, row in enumerate(head.split("\n"), 1):
        words = row.split(None, 1)
        if not words:
            continue
        if words[0] in number:
            raise NotAFrameworkError(path, line, f"a second argument '{words[0][:30]}': keep one")
        number[words[0]] = len(number)
        labels += len(words) > 1
    attackers, targets, edge_labels = _edges(tail, head.count("\n") + 1, number, path)
    return framework_of(list(number), attackers, targets, _losses("node", labels) + _losses("edge", edge_labels))


def _edges(text: str, first: int, number: dict[str, int], path: str) -> tuple[list[int], list[int], int]:
    attackers: list[int] = []
    targets: list[int] = []
    labels = 0
    for line, row in enumerate(text.split("\n"), first):
        words = row.split(None, _PAIR)
        if len(words) >= _PAIR and words[0] in number and words[1] in number:
            attackers.append(number[words[0]])
            targets.append(number[words[1]])
            labels += len(words) > _PAIR
        elif words:
            raise _broken(words, line, number, path)
    return attackers, targets, labels


def _broken(words: list[str], line: int, number: dict[str, int], path: str) -> NotAFrameworkError:
    if len(words) == 1:
        return NotAFrameworkError(path, line, f"'{words[0][:30]}' is half an attack: write 'attacker target'")
    missing = next(name for name in words[:_PAIR] if name not in number)
    return NotAFrameworkError(path, line, f"no argument '{missing[:30]}': add a line with it above the '#'")


def _losses(what: str, count: int) -> tuple[Loss, ...]:
    return (Loss(what=f"{what} label", detail=f"{count:,} of them; a framework has names only"),) if count else ()
