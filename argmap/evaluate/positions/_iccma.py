"""Frameworks as ICCMA 2023 wants them: `p af n`, then a line `i j` for every attack of i on j, 1-based."""

import re

from argmap.errors import NotAFrameworkError, TooManyPartsError
from argmap.evaluate.positions.framework import Framework, framework_of

_HEAD = re.compile(r"(?:[^\S\n]*+(?:#[^\n]*+)?\n)*[^\S\n]*+p\s++af\b([^\n]*+)")
_EDGE = re.compile(r"\s*+([0-9]{1,18})\s++([0-9]{1,18})\s*+")
_MOST = 20_000_000


def is_iccma(text: str) -> bool:
    """Whether the first line that is no comment says `p af`."""
    return _HEAD.match(text) is not None


def read_iccma(text: str, path: str) -> Framework:
    """Read a framework of the ICCMA competitions; its arguments are called "1" … "n", `#` begins a comment.

    Raises:
        NotAFrameworkError: At a line of another shape, or a number beyond n.
        TooManyPartsError: If n is beyond all reason.
    """
    head = _HEAD.match(text)
    first = text.count("\n", 0, head.end()) if head else 0
    count = head.group(1).partition("#")[0].strip() if head else ""
    if not re.fullmatch("[0-9]{1,18}", count):
        raise NotAFrameworkError(path, first + 1, "the number of arguments is missing: write 'p af 12'")
    size = int(count)
    if size > _MOST:
        raise TooManyPartsError(path, "arguments", _MOST)
    attackers, targets = [], []
    for place, line in enumerate(text.split("\n")[first + 1 :], first + 2):
        edge = _EDGE.fullmatch(line)
        if edge:
            attacker, target = int(edge.group(1)), int(edge.group(2))
            if not (0 < attacker <= size and 0 < target <= size):
                raise NotAFrameworkError(
                    path, place, f"numbers run from 1 to {size:,}: mend the attack or 'p af {count}'"
                )
            attackers.append(attacker - 1)
            targets.append(target - 1)
        elif line.strip() and not line.lstrip().startswith("#"):
            raise NotAFrameworkError(path, place, f"'{line.strip()[:30]}' is no attack: write two numbers, '1 2'")
    return framework_of([str(number) for number in range(1, size + 1)], attackers, targets)
