"""`make bench-evaluate`: what stands, what falls with a source, positions and strengths, in one table.

    python tests/bench/bench_evaluate.py [--peers PYTHON] [--size CLAIMS]

CPU seconds of one process. The maps are drawn at random with a fixed seed: as many relations as claims, four in five of
them supports, three claims in five with a source of their own; "cyclic" turns three relations in ten around. Targets are
those of the issue: a prototype's, with numba where it says so. No peer knows sources or minimal sets of them; the one
baseline that there is for sensitivity is to evaluate anew for every source, which is measured on a sample and scaled.
The rows on positions and strengths, where there are peers, are those of bench_positions.py.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import TypeVar

import numpy as np

from argmap.evaluate import WhatIf, minimal_sets
from argmap.evaluate._compile import program_of
from argmap.evaluate._effects import Effects
from argmap.evaluate._origins import origins_of
from argmap.evaluate._state import State
from argmap.model import ArgumentMap, Citation, MapClaim, Relation
from argmap.workspace import open_map
from tests.bench.bench_positions import rows as positions_and_strengths

ROOT = Path(__file__).resolve().parents[2]
Result = TypeVar("Result")
SAMPLE = 5


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """CPU seconds, and what came of it."""
    start = process_time()
    result = work()
    return process_time() - start, result


def drawn(size: int, *, turned: float = 0.0, hub: float = 0.0) -> ArgumentMap:
    """A random map; made without validation, which would take longer than what is measured."""
    random = np.random.default_rng(7)
    ends = np.sort(random.integers(0, size, (size, 2)), axis=1)
    back, support = random.random(size) < turned, random.random(size) < 0.8
    ends[back] = ends[back, ::-1]
    cites, under_hub = random.random(size) < 0.6, random.random(size) < hub
    names = [f"s{number}" for number in random.integers(0, size, size).tolist()]
    citations = [
        (Citation.model_construct(source="hub" if under_hub[n] else names[n], locator=None),) if cites[n] else ()
        for n in range(size)
    ]
    claims = tuple(MapClaim.model_construct(id=f"c{n}", citations=citations[n]) for n in range(size))
    relations = tuple(
        Relation.model_construct(
            id=f"r{n}", kind="support" if support[n] else "attack", premises=(f"c{one}",), target=f"c{other}"
        )
        for n, (one, other) in enumerate(ends.tolist())
        if one != other
    )
    return ArgumentMap.model_construct(claims=claims, relations=relations)


def of_map(name: str, made: ArgumentMap) -> list[tuple[str, str, str, str]]:
    """The rows of one large map."""
    compiled, program = timed(lambda: program_of(made))
    origins = origins_of(made)
    model, state = timed(lambda: State(program, origins))
    edges = len(program.source) + sum(map(len, program.cites))
    sources = list(program.sources)
    single, _ = timed(lambda: Effects(state).of_sources(sources))
    anew, _ = timed(lambda: [State(program, origins, [one]) for one, _ in zip(sources, range(SAMPLE), strict=False)])
    open_claims = sum(value == 0 for value in state.value[: program.claims])
    return [
        (f"{name}: compile {edges:,} edges", "", f"{compiled:.2f} s", ""),
        (f"{name}: model, {open_claims:,} contested", "", f"{model:.2f} s", "0.5-0.7 s (numpy)"),
        (
            f"{name}: {len(sources):,} sources' sensitivity",
            f"{anew / SAMPLE * len(sources):,.0f} s (anew)",
            f"{single:.2f} s",
            "15 s (0.43 numba)",
        ),
    ]


def of_toggles() -> tuple[str, str, str, str]:
    """The slowest of a hundred toggles on a map of 10,000 nodes."""
    what_if = WhatIf(drawn(5_000, turned=0.3, hub=0.3))
    slowest = max(timed(lambda one=one: what_if.toggle(one))[0] for one in ["hub", *list(what_if.known)[:99]])  # type: ignore[misc]
    return "slowest of 100 toggles, 10,000 nodes, hub included", "", f"{slowest * 1000:.1f} ms", "50 ms"


def of_korea() -> tuple[str, str, str, str]:
    """Minimal sets for every claim of the Korean War map."""
    korea = open_map(str(ROOT / "claims" / "korea-1950"))
    taken, found = timed(lambda: minimal_sets(korea))
    whole = all(one.exact for one in found)
    return (
        f"minimal sets of {len(found)} standing claims, korea-1950",
        "",
        f"{taken:.2f} s",
        f"1 s (all found: {whole})",
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--peers", help="Python with pygarg and PyArg")
    parser.add_argument("--size", type=int, default=373_000, help="claims of the large maps")
    given = parser.parse_args()
    size = given.size
    rows = [("what", "peer or baseline (CPU)", "ours (CPU)", "target")]
    rows += of_map(f"{size // 10:,} claims", drawn(size // 10))
    rows += of_map(f"{size:,} claims", drawn(size))
    rows += of_map("cyclic", drawn(size, turned=0.3))
    rows += of_map("hub under 30 %", drawn(size, hub=0.3))
    rows += [of_toggles(), of_korea(), *positions_and_strengths(given.peers)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


if __name__ == "__main__":
    main()
