"""Positions and strengths for `argmap evaluate`: of maps, and of abstract frameworks."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.terminal import say, warn

if TYPE_CHECKING:
    from argmap.evaluate.positions import Framework
    from argmap.model import ArgumentMap, Positions, Strengths

BUDGET = 60.0
"""Seconds, if nothing else is said."""


class SemanticsName(StrEnum):
    """`argmap.model.Semantics`."""

    grounded = "grounded"
    complete = "complete"
    preferred = "preferred"
    stable = "stable"
    semi_stable = "semi-stable"
    ideal = "ideal"


class MethodName(StrEnum):
    """`argmap.model.Method`."""

    quadratic_energy = "quadratic-energy"
    df_quad = "df-quad"
    euler_based = "euler-based"
    h_categoriser = "h-categoriser"


class ModeName(StrEnum):
    """`argmap.model.Mode`."""

    sceptical = "sceptical"
    credulous = "credulous"


def is_named_framework(path: str) -> bool:
    """Whether a file's name says that it is an abstract framework."""
    return Path(path).suffix.lower() in (".apx", ".tgf", ".af", ".dl")


def show_strengths(path: str, method: MethodName, reject: list[str], *, json: bool) -> None:
    """Print the strength of every claim."""
    from argmap.evaluate.strengths import strengths

    found = strengths(_open(path), method.value, reject=reject)
    say(found.model_dump_json(indent=2) if json else _strengths_in_words(found))


def show_positions(
    path: str,
    semantics: SemanticsName,
    reject: list[str],
    *,
    every: bool,
    accept: str | None,
    mode: ModeName,
    budget: float,
    json: bool,
) -> None:
    """Print positions, or whether a claim is accepted."""
    from argmap.evaluate.positions import accepts, find_positions

    subject = _open(path)
    if accept is None:
        found = find_positions(subject, semantics.value, enumerate_all=every, budget=budget, reject=reject)
    else:
        found = accepts(subject, accept, semantics.value, mode.value, budget=budget, reject=reject)
    say(found.model_dump_json(indent=2) if json else _positions_in_words(found))


def _open(path: str) -> Framework | ArgumentMap:
    """The framework or map of a path; what was not read is said on standard error."""
    from argmap import files, show
    from argmap.convert import load_map
    from argmap.evaluate.positions import is_framework, read_framework
    from argmap.workspace import open_map

    subject: Framework | ArgumentMap
    if Path(path).is_dir():
        subject = open_map(path)
    else:
        data = files.read_bytes(path)
        if is_framework(data, path):
            subject = read_framework(data, path)
        else:
            subject = load_map(data, path) if path == "-" else open_map(path)
    warn(show.not_read(path, subject.losses))
    return subject


def _positions_in_words(found: Positions) -> str:
    lines = []
    if found.argument is not None:
        answer = {True: "yes", False: "no", None: "not known"}[found.accepted]
        lines.append(f"[{found.argument}] {found.mode} under {found.semantics}: {answer}")
    else:
        count = len(found.extensions or ())
        what = "position" if count == 1 else "positions"
        one = "" if found.enumerated or found.semantics in ("grounded", "ideal") else "one of them, "
        lines.append(f"{found.semantics}: {one}{count:,} {what}")
        lines += [
            f"{number:>6}  {', '.join(f'[{name}]' for name in members) or 'nothing stands'}"
            for number, members in enumerate(found.extensions or (), 1)
        ]
    if found.note:
        lines.append(f"{'' if found.exact else 'not complete: '}{found.note}")
    return "\n".join(lines)


def _strengths_in_words(found: Strengths) -> str:
    lines = [f"{found.method}: strengths beside the base scores. They rank claims; they are no statuses."]
    lines += [
        f"{claim.rank:>6}  {claim.band:<12} {claim.strength:.3f}  (from {claim.base:.3f})  [{claim.id}]"
        for claim in sorted(found.claims, key=lambda claim: claim.rank)
    ]
    if found.note:
        lines.append(found.note)
    return "\n".join(lines)
