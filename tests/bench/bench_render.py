"""`make bench-render`: what drawing costs over Graphviz itself, and whether large maps can be read.

Peer: arguebuf, which also draws maps by Graphviz, on the same maps (its time is that of its own picture; its DOT is
another one). Maps are trees of our own, in sections of fifty claims.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from argmap.convert import dump_map
from argmap.evaluate import evaluate
from argmap.model import ArgumentMap, Citation, Evaluation, Source
from argmap.render import View, draw, drawings, to_dot
from argmap.render.fit import readable, text_pixels
from argmap.render.groups import groups
from tests.render.boxes import boxes, overlapping
from tests.render.maps import knotted, tree

RUNS = 9
PEER = """
import sys, time, pathlib, arguebuf
graph = arguebuf.load.file(pathlib.Path(sys.argv[1]))
begin = time.perf_counter()
dot = arguebuf.dump.graphviz(graph, max_nodes=10**6)
arguebuf.render.graphviz(dot, pathlib.Path(sys.argv[2]))
print(time.perf_counter() - begin)
"""


def timed(work: Callable[[], object], runs: int = RUNS) -> float:
    """Seconds on the clock, the median of some runs."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return median(times)


def cited(size: int) -> ArgumentMap:
    """A tree whose every second claim cites one of a few sources, as those of our cases do."""
    argument_map = tree(size)
    sources = tuple(Source(id=f"s{n}", type="book", title=f"Book {n}") for n in range(size // 4))
    claims = tuple(
        claim.model_copy(update={"citations": (Citation(source=sources[index * 7 % len(sources)].id),)})
        if index % 2
        else claim
        for index, claim in enumerate(argument_map.claims)
    )
    return argument_map.model_copy(update={"claims": claims, "sources": sources})


def computed(work: Callable[[], object]) -> float:
    """Seconds of computing, ours and Graphviz's: whatever else the machine does meanwhile."""
    begin = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    work()
    end = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(b.ru_utime + b.ru_stime - a.ru_utime - a.ru_stime for a, b in zip(begin, end, strict=True))


def dot_itself(dot: str) -> None:
    """Graphviz on the same DOT, and nothing else."""
    subprocess.run([shutil.which("dot") or "dot", "-Tsvg"], input=dot.encode(), capture_output=True, check=True)


def peer(python: str | None, argument_map: ArgumentMap, limit: float = 60) -> str:
    """Seconds that arguebuf takes to draw the map, or why it did not."""
    if not python:
        return "not asked"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "map.json")
        source.write_text(dump_map(argument_map, "aif")[0], "utf-8")
        command = [python, "-c", PEER, str(source), str(Path(folder, "map.svg"))]
        try:
            run = subprocess.run(command, capture_output=True, check=False, timeout=limit)
        except subprocess.TimeoutExpired:
            return f"ended after {limit:g} s"
        if run.returncode or not Path(folder, "map.svg").exists():
            said = run.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
            return f"fails: {said[:40]}"
        return f"{float(run.stdout):.2f} s"


def row(what: str, other: str, ours: str, target: str) -> None:
    """Print one line of the table."""
    print(f"{what:46} {other:>26} {ours:>30}   {target}")


def overhead(name: str, argument_map: ArgumentMap, python: str | None) -> None:
    """Ours (DOT, Graphviz, the SVG made fit for pages) over Graphviz alone on the same DOT."""
    verdict = evaluate(argument_map)
    dot = to_dot(argument_map, verdict)
    works = (lambda: dot_itself(dot), lambda: draw(dot, "svg"), lambda: draw(to_dot(argument_map, verdict), "svg"))
    rounds = [[computed(work) for work in works] for _ in range(RUNS)]
    # Whatever else the machine does can only add to what is computed: caches grow cold, clocks slow down.
    alone, drawn, made = (min(each[number] for each in rounds) for number in range(len(works)))
    told = f"{drawn / alone:.2f} (with the DOT made {made / alone:.2f})"
    row(f"{name}: ours over dot itself", f"arguebuf {peer(python, argument_map)}", told, "<= 1.3")


def seen(argument_map: ArgumentMap, verdict: Evaluation, view: View) -> tuple[float, int]:
    """The smallest text in pixels at a window 1,280 wide, and how many boxes overlap."""
    _, svg = readable(drawings(argument_map, verdict, view), lambda dot: draw(dot, "svg"))
    return text_pixels(svg), len(overlapping(boxes(svg)))


def legible(size: int) -> None:
    """The overview and every section of a large map."""
    argument_map = tree(size)
    verdict = evaluate(argument_map)
    views = [View(collapse=True), *(View(section=group.name) for group in groups(argument_map))]
    found = [seen(argument_map, verdict, view) for view in views]
    text, overlaps = min(size for size, _ in found), sum(count for _, count in found)
    whole = text_pixels(draw(to_dot(argument_map, verdict), "svg"))
    told = f"{text:.1f} px, {overlaps} overlaps"
    row(f"{size:,} claims: {len(views)} views, the worst", f"all on one: {whole:.1f} px", told, ">= 9 px, none")


def large(size: int, view: View, name: str) -> None:
    """How long a view of a very large map takes, without reading and evaluating it, and with."""
    argument_map = tree(size)
    verdict = evaluate(argument_map)
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    view_alone = timed(lambda: seen(argument_map, verdict, view), 3)
    more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held
    with_evaluation = timed(lambda: seen(argument_map, evaluate(tree(size)), view), 1)
    told = f"{view_alone:.2f} s ({with_evaluation:.2f} s evaluated), +{more / 1024:.0f} MB"
    row(f"{size:,} claims: {name}", "", told, "< 2 s, flat memory")


def whole_command(name: str, argument_map: ArgumentMap, form: str) -> None:
    """What the command costs that a user types: start-up, reading, evaluation, drawing. Computing, the least of some runs.

    From the second run on there is compiled code, as there is of an installed program.
    """
    middle = argument_map.claims[len(argument_map.claims) // 2].id
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder, f"map.{form}"), str(Path(folder, "map.svg"))
        path.write_text(dump_map(argument_map, form)[0], "utf-8")
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        start = [sys.executable, "-m", "argmap", "render", str(path), "-o", out]

        def run(*more: str) -> float:
            return computed(lambda: subprocess.run([*start, *more], env=environment, capture_output=True, check=True))

        told = [min(run(*more) for _ in range(4)) for more in ((), ("--focus", middle, "--depth", "2"))]
    row(f"{name}, .{form}: the whole command", "", f"{told[0]:.2f} s, {told[1]:.2f} s", "< 2 s overview, part")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", metavar="PYTHON", help="the interpreter that has arguebuf")
    options = parser.parse_args()
    if shutil.which("dot") is None:
        sys.exit("Graphviz is not installed")
    row("what", "peer or baseline", "argmap", "to reach")
    for size in (100, 300):
        overhead(f"{size} claims", cited(size), options.peers)
        overhead(f"{size} claims without sources", tree(size), options.peers)
    legible(1000)
    for size in (1000, 10_000):
        large(size, View(collapse=True), "overview")
        large(size, View(focus="Claim 300"), "one neighbourhood")
    for name, argument_map in (("10,000 claims", tree(10_000)), ("10,000 in knots", knotted(10_000))):
        for form in ("argdown", "json"):
            whole_command(name, argument_map, form)


if __name__ == "__main__":
    main()
