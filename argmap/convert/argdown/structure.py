"""Structures of premises: `(1) p (2) q ---- (3) c` becomes inferences.

Under `<A>` the last inference is p, q (both needed) -> A -> c, so that the argument stays a node of the map. Without an
argument, and for earlier steps, it is p, q -> c. A step uses what stands above it since the last conclusion, that
conclusion too; or what its data or its conclusion's data says: `{uses: [1, 2]}`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from argmap.convert.argdown.links import Key, Link

_NOBODY: Key = ("statement", "")


@dataclass(slots=True)
class Line:
    """One numbered statement; `first` and `second` are the relations that its inference is made of, if it has one."""

    at: int
    key: Key = _NOBODY
    uses: tuple[int, ...] = ()
    first: Link | None = None
    second: Link | None = None
    undercuts: list[Link] = field(default_factory=list)

    def undercut(self, link: Link) -> None:
        """Let an undercut target the inference to this statement."""
        link.above, link.inferred = self.first, True
        self.undercuts.append(link)


def build_structure(
    lines: list[Line], argument: Key | None, conclusions: dict[Key, Key], lose: Callable[[str, str, int], None]
) -> None:
    """Give the relations of one structure their premises and targets.

    Args:
        lines: All its statements in order.
        argument: The argument that it spells out, if the block above it is one.
        conclusions: Of each argument that has one; this one is added.
        lose: Told of premises that nothing uses.
    """
    fresh: list[Key] = []
    unused: dict[Key, tuple[int, int]] = {}
    last: Line | None = None
    for number, line in enumerate(lines, 1):
        if line.first is None:
            unused.setdefault(line.key, (number, line.at))
            fresh.append(line.key)
            continue
        used = [lines[use - 1].key for use in line.uses if 0 < use < number]
        if len(used) < len(line.uses):
            lose("inference", "it uses a number that stands nowhere above; left out", line.at)
        line.first.premises = tuple(dict.fromkeys(used or fresh))
        line.first.target = line.key
        for premise in line.first.premises:
            unused.pop(premise, None)
        fresh, last = [line.key], line
    for number, at in unused.values():
        lose("premise", f"({number}) is used by no inference; kept as a claim", at)
    if argument is None or last is None or last.first is None or last.second is None:
        return
    if conclusions.setdefault(argument, last.key) is last.key:
        last.first.target = argument
        last.second.premises, last.second.target = (argument,), last.key
        for undercut in last.undercuts:
            undercut.above = last.second
