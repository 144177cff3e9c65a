"""Positions and strengths for `argmap evaluate`: of maps, and of abstract frameworks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.terminal import say, warn

if TYPE_CHECKING:
    from argmap.evaluate.positions import Framework
    from argmap.model import ArgumentMap, Positions, Strengths


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


def show_strengths(subject: Framework | ArgumentMap, method: MethodName, reject: list[str], *, json: bool) -> None:
    """Print the strength of every claim."""
    from argmap.evaluate.strengths import strengths

    found = strengths(subject, method.value, reject=reject)
    say(found.model_dump_json(indent=2) if json else _strengths_in_words(found))


def show_positions(
    subject: Framework | ArgumentMap,
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

    if accept is None:
        found = find_positions(subject, semantics.value, enumerate_all=every, budget=budget, reject=reject)
    else:
        found = accepts(subject, accept, semantics.value, mode.value, budget=budget, reject=reject)
    say(found.model_dump_json(indent=2) if json else _positions_in_words(found))


def open_subject(path: str) -> Framework | ArgumentMap:
    """The framework or map of a path; what was not read is said on standard error."""
    from argmap import files, show
    from argmap.convert import load_map
    from argmap.evaluate import balanced, is_argument_graph
    from argmap.evaluate.positions import is_framework, read_framework
    from argmap.model import ArgumentMap
    from argmap.workspace import open_map

    subject: Framework | ArgumentMap
    data = b"" if Path(path).is_dir() else files.read_bytes(path)
    if not Path(path).is_dir() and is_framework(data, path):
        subject = read_framework(data, path)
    else:
        subject = load_map(data, path) if path == "-" else open_map(path)
    warn(show.not_read(path, subject.losses))
    if isinstance(subject, ArgumentMap) and is_argument_graph(subject):
        warn(f"{path}: read as an argument graph: its assumptions are granted, the positions of its issues weighed")
        return balanced(subject)
    return subject


def _positions_in_words(found: Positions) -> str:
    lines = []
    if found.argument is not None:
        answer = {True: "yes", False: "no", None: "not known"}[found.accepted]
        where = "every" if found.mode == "sceptical" else "some"
        lines.append(f"[{found.argument}] stands in {where} {found.semantics} position: {answer}")
    else:
        extensions = found.extensions or ()
        count = "1 position" if len(extensions) == 1 else f"{len(extensions):,} positions"
        one = "" if found.enumerated or found.semantics in ("grounded", "ideal") else " (one of them)"
        lines += [f"{found.semantics}: {count}{one}", *_listed(extensions)]
    if found.note:
        lines.append(f"{'' if found.exact else 'This answer is partial: '}{found.note}")
    return "\n".join(lines)


def _listed(extensions: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """A line a position; what stands in all of several is said once."""
    common = set(extensions[0]).intersection(*extensions[1:]) if len(extensions) > 1 else set()
    if common:
        yield f"   all  {_names([name for name in extensions[0] if name in common])}"
    for number, members in enumerate(extensions, 1):
        own = [name for name in members if name not in common]
        yield f"{number:>6}  {'and ' if common and own else ''}{_names(own) or ('no more' if common else 'nothing stands')}"


def _names(names: list[str]) -> str:
    return ", ".join(f"[{name}]" for name in names)


def _strengths_in_words(found: Strengths) -> str:
    lines = [f"{found.method}: strengths beside the base scores. They rank claims; they are no statuses."]
    lines += [
        f"{claim.rank:>6}  {claim.band:<12} {claim.strength:.3f}  (from {claim.base:.3f})  [{claim.id}]"
        for claim in sorted(found.claims, key=lambda claim: claim.rank)
    ]
    if found.note:
        lines.append(found.note)
    return "\n".join(lines)
