"""Statuses in words: of a framework's arguments, and of claims over many positions."""

import numpy as np

from argmap.evaluate._graph import Ints
from argmap.evaluate._state import STATUS
from argmap.evaluate.positions._grounded import Labels
from argmap.evaluate.positions._tally import Tally
from argmap.evaluate.positions.framework import Framework
from argmap.model import ClaimStatus, Label, Semantics

_LABEL: dict[int, Label] = {1: "stands", -1: "refuted", 0: "contested"}


def statuses_of_framework(framework: Framework, labels: Labels) -> tuple[ClaimStatus, ...]:
    """The grounded status of every argument, with the first attacker that decides it as reason."""
    names = framework.names
    attacker = _telling(framework, labels)
    return tuple(
        ClaimStatus(id=name, status=STATUS[label], label=_LABEL[label], why=_why(name, label, names, first))
        for name, label, first in zip(names, labels.tolist(), attacker.tolist(), strict=True)
    )


def _telling(framework: Framework, labels: Labels) -> Ints:
    """For each argument the first attacker with the label that decides: in, else undecided, else any; -1 if none."""
    attackers = framework.attackers
    weight = labels.astype(np.int64)
    key = attackers.owners * 4 + np.choose(weight[attackers.items] + 1, (2, 1, 0))  # out, undecided, in
    order = np.argsort(key, kind="stable")
    owners, first = np.unique(attackers.owners[order], return_index=True)
    found = np.full(framework.size, -1)
    found[owners] = attackers.items[order][first]
    return found


def _why(name: str, label: int, names: tuple[str, ...], attacker: int) -> str:
    if label == -1:
        return f"refuted: [{names[attacker]}] attacks it and stands"
    if label == 1:
        return f"stands: {'nothing attacks it' if attacker < 0 else 'all that attacks it is refuted'}"
    if names[attacker] == name:
        return "contested: it attacks itself, and nothing refutes it"
    return f"contested: [{names[attacker]}] attacks it and is contested itself"


def statuses_of(
    names: tuple[str, ...], semantics: Semantics, tally: Tally, grounded: tuple[ClaimStatus, ...]
) -> tuple[ClaimStatus, ...]:
    """The status of every claim over all positions: in or out only where it is so in each."""
    count = tally.labellings
    which = f"the {semantics} position" if count == 1 else f"all {count:,} {semantics} positions"
    some = f"the {semantics} position" if count == 1 else f"{{}} of the {count:,} {semantics} positions"
    found = []
    for name, before, stands, falls in zip(names, grounded, tally.stands.tolist(), tally.falls.tolist(), strict=True):
        if before.status != "undecided":
            found.append(before)
        elif stands == count:
            found.append(ClaimStatus(id=name, status="in", label="stands", why=f"stands: in {which}"))
        elif falls == count:
            found.append(ClaimStatus(id=name, status="out", label="refuted", why=f"refuted: in {which}"))
        else:
            why = (
                f"contested: it stands in {some.format(f'{stands:,}')}" if count > 1 else f"contested: open in {which}"
            )
            found.append(ClaimStatus(id=name, status="undecided", label="contested", why=why))
    return tuple(found)
