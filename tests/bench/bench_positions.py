"""The rows of `make bench-evaluate` on positions and strengths, beside peers; alone by `make bench-positions`.

Peers are run as programs, each in its own process with so many CPU seconds: pygarg and PyArg from the interpreter given
with `--peers`, clingo from this one. Clingo solves the complete extensions as `COMPLETE` writes them; its domain heuristic
prefers "in" and its enumeration mode keeps the subset-maximal answers, which are the preferred extensions. Figures are CPU
seconds, of peers for the whole process, start-up and reading included, as these cannot be taken out.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

from argmap.evaluate._budget import Budget
from argmap.evaluate.positions import Framework, accepts, find_positions, framework_of, read_framework
from argmap.evaluate.positions._problem import problem_of
from argmap.evaluate.positions._solve import one_labelling
from argmap.evaluate.strengths._graph import Bipolar
from argmap.evaluate.strengths._graph import rows as rows_of
from argmap.evaluate.strengths._methods import RULES
from argmap.evaluate.strengths._solve import solve

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("ARGMAP_DATA", ROOT.parent / "shared" / "data")) / "argumentation"
LIMIT = 20
"""CPU seconds of one run of a peer."""
Row = tuple[str, str, str, str]
"""What; peer or baseline; ours; target."""

COMPLETE = """
{in(X)} :- arg(X).
:- in(X), in(Y), att(X,Y).
out(X) :- in(Y), att(Y,X).
:- in(X), att(Y,X), not out(Y).
open(X) :- att(Y,X), not out(Y).
:- arg(X), not open(X), not in(X).
#show in/1.
"""
CLINGO = """
import clingo, sys
control = clingo.Control(["0" if sys.argv[2] == "all" else "1", "--warn=none"] + sys.argv[4:])
control.load(sys.argv[1])
control.add("base", [], sys.argv[3])
control.ground([("base", [])])
found = 0
for _ in control.solve(yield_=True):
    found += 1
print(found)
"""
PYARG = """
import re, sys
from py_arg.abstract_argumentation_classes.abstract_argumentation_framework import AbstractArgumentationFramework
from py_arg.abstract_argumentation_classes.argument import Argument
from py_arg.abstract_argumentation_classes.defeat import Defeat
from py_arg.algorithms.semantics.get_preferred_extensions import get_preferred_extensions
text = open(sys.argv[1]).read()
names = {name: Argument(name) for name in re.findall(r"arg\\((\\w+)\\)", text)}
pairs = [Defeat(names[a], names[b]) for a, b in re.findall(r"att\\((\\w+),(\\w+)\\)", text)]
print(len(get_preferred_extensions(AbstractArgumentationFramework("f", list(names.values()), pairs))))
"""


def conflicts(size: int, degree: float, seed: int = 7) -> Framework:
    """Random attacks, 40 of 100 of them answered."""
    random = np.random.default_rng(seed)
    one, other = random.integers(0, size, (2, int(size * degree)))
    one, other = one[one != other], other[one != other]
    mutual = random.random(len(one)) < 0.4
    attackers, targets = np.concatenate((one, other[mutual])), np.concatenate((other, one[mutual]))
    return framework_of([f"a{n}" for n in range(size)], attackers, targets)


def written(framework: Framework, folder: str, name: str) -> str:
    """A framework as a file of facts."""
    path = Path(folder) / f"{name}.apx"
    names = framework.names
    pairs = zip(framework.attacks.owners.tolist(), framework.attacks.items.tolist(), strict=True)
    facts = [f"arg({one})." for one in names] + [f"att({names[one]},{names[other]})." for one, other in pairs]
    path.write_text("\n".join(facts), encoding="utf-8")
    return str(path)


def spent(work: Callable[[], object], times: int = 3) -> float:
    """The least CPU seconds of some runs."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def peer(name: str, *command: str) -> tuple[str, str]:
    """What a peer prints last, and its CPU seconds in words."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    limited = ["sh", "-c", f'ulimit -t {LIMIT}; exec "$@"', "sh", *command]
    done = subprocess.run(limited, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cost = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if cost >= LIMIT - 1:
        return "", f"{name} > {LIMIT} s"
    if done.returncode not in (0, 10, 20, 30) or not done.stdout.strip():
        return "", f"{name} failed"
    return done.stdout.split()[-1], f"{name} {cost:.2f} s"


def clingo(path: str, how: str = "one") -> tuple[str, str]:
    """Clingo on the complete encoding; preferred by its own subset-maximal models."""
    program = COMPLETE + "#heuristic in(X) : arg(X). [1,true]"
    return peer("clingo", sys.executable, "-c", CLINGO, path, how, program, "--heuristic=Domain", "--enum-mode=domRec")


def one_preferred(python: str | None) -> list[Row]:
    """One preferred extension of 100,000 arguments."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for degree in (1.0, 2.0):
            framework = conflicts(100_000, degree)
            path = written(framework, folder, f"d{degree}")
            ours = spent(partial(one, framework))
            small = spent(partial(one, conflicts(10_000, degree)))
            others = clingo(path)[1]
            if python and degree == 1.0:
                others += ", " + peer("pygarg", python, "-m", "pygarg", "-p", "SE-PR", "-fo", "apx", "-f", path)[1]
            what = f"one preferred extension, 100,000 arguments, {degree:g} attacks each, 40 % mutual"
            found.append((what, others, f"{ours:.2f} s ({ours / small:.0f} x 10,000)", "0.8 s"))
    return found


def one(framework: Framework) -> object:
    """One preferred labelling, from a framework in memory."""
    return one_labelling(problem_of(framework).equations, "preferred", Budget())


def grounded() -> list[Row]:
    """The grounded labelling of a million attacks."""
    random = np.random.default_rng(0)
    found = []
    for name, deep in (("random order", False), ("each attacks later ones", True)):

        def made(size: int, *, deep: bool = deep) -> Framework:
            ends = random.integers(0, size * 2 // 5, (2, size))
            ends = np.sort(ends, axis=0) if deep else ends
            return framework_of([str(n) for n in range(size * 2 // 5)], ends[0], ends[1])

        large, small = made(1_000_000), made(100_000)
        ours = spent(partial(problem_of, large))
        ratio = ours / spent(partial(problem_of, small))
        found.append((f"grounded, 1,000,000 attacks, {name}", "-", f"{ours:.2f} s ({ratio:.0f} x 100,000)", "0.5 s"))
    chain = framework_of([str(n) for n in range(1_000_000)], np.arange(999_999), np.arange(1, 1_000_000))
    found.append(
        ("grounded, a chain of 1,000,000", "-", f"{spent(lambda: problem_of(chain)):.2f} s", "no limit of depth")
    )
    return found


def graded() -> list[Row]:
    """Strengths of a million nodes."""
    random = np.random.default_rng(1)
    none = np.zeros(0, np.int64)

    def tree(size: int) -> Bipolar:
        parent = (random.random(size - 1) * np.arange(1, size)).astype(np.int64)
        child, pro = np.arange(1, size), random.random(size - 1) < 0.5
        sides = rows_of(child[pro], parent[pro], size), rows_of(child[~pro], parent[~pro], size)
        return Bipolar(random.random(size), *sides, rows_of(none, none, size))

    large, small = tree(1_000_000), tree(100_000)
    found = []
    for method, rule in RULES.items():
        ours = spent(partial(solve, large, rule))
        ratio = ours / spent(partial(solve, small, rule))
        target = "0.21 s" if method == "df-quad" else ""
        found.append((f"{method}, 1,000,000 nodes", "-", f"{ours:.2f} s ({ratio:.0f} x 100,000)", target))
    return found


def right(python: str | None) -> list[Row]:
    """Numbers of preferred extensions of the public instances, wherever a peer finishes."""
    if not DATA.is_dir():
        return [("public instances", "-", f"no data at {DATA}", "")]
    agreed, asked = {"clingo": 0, "pygarg": 0, "PyArg": 0}, {"clingo": 0, "pygarg": 0, "PyArg": 0}
    ours = 0.0
    for path in sorted([*DATA.glob("pygarg/*numArg[1-3]0-*.apx"), *DATA.glob("probo/*.apx")]):
        framework = read_framework(path.read_bytes(), str(path))
        start = time.process_time()
        count = str(len(find_positions(framework, "preferred", enumerate_all=True).extensions or ()))
        ours += time.process_time() - start
        answers = {"clingo": clingo(str(path), "all")[0]}
        if python:
            answers["pygarg"] = peer("", python, "-m", "pygarg", "-p", "CE-PR", "-fo", "apx", "-f", str(path))[0]
            if framework.size <= 10:
                answers["PyArg"] = peer("", python, "-c", PYARG, str(path))[0]
        for name, answer in answers.items():
            asked[name] += bool(answer)
            agreed[name] += answer == count
    text = ", ".join(f"{name} {agreed[name]} of {asked[name]}" for name in asked)
    return [("all preferred extensions of public instances: answers alike", text, f"{ours:.2f} s in all", "all alike")]


def hard(python: str | None) -> list[Row]:
    """All preferred extensions, and one question, of a framework that is one knot."""
    path = DATA / "afgen" / "n160p3q24e.tgf"
    if not path.is_file():
        return []
    framework = read_framework(path.read_bytes(), str(path))
    with tempfile.TemporaryDirectory() as folder:
        facts = written(Framework(tuple(f"a{n}" for n in framework.names), framework.attacks), folder, "hard")
        others = [clingo(facts, "all")]
        if python:
            others.append(peer("pygarg", python, "-m", "pygarg", "-p", "CE-PR", "-fo", "apx", "-f", facts))
    ours = spent(lambda: find_positions(framework, "preferred", enumerate_all=True), times=1)
    asked = spent(lambda: accepts(framework, framework.names[0], "preferred", "sceptical"))
    peers = ", ".join(f"{cost} ({answer})" for answer, cost in others)
    return [
        ("167 preferred extensions of 160 arguments, 4,658 attacks", peers, f"{ours:.2f} s", ""),
        ("the same: sceptical acceptance of one", "-", f"{asked:.3f} s", ""),
    ]


def rows(peers: str | None) -> list[Row]:
    """All rows of the table; `peers` is the path of the interpreter that has the peers, if any."""
    found = [*grounded(), *one_preferred(peers), *hard(peers), *right(peers), *graded()]
    return found if peers else [*found, ("pygarg, PyArg", "cannot be had here: give --peers PYTHON", "-", "")]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", help="Python with pygarg and PyArg")
    table = [("what", "peer or baseline", "ours (CPU)", "target"), *rows(parser.parse_args().peers)]
    widths = [max(len(row[column]) for row in table) for column in range(4)]
    for row in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


if __name__ == "__main__":
    main()
