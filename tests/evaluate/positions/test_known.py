"""The public instances with known solutions (shared data)."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from argmap.evaluate.positions import accepts, find_positions, framework_of, read_framework
from argmap.model import Semantics

SUFFIX: dict[Semantics, str] = {
    "complete": "complete",
    "grounded": "grounded",
    "preferred": "preferred",
    "stable": "stable",
    "semi-stable": "semistable",
}


@pytest.fixture(scope="module")
def folder(data: Path) -> Path:
    return data / "argumentation"


def held_out(name: str) -> bool:
    """A third of the instances was not looked at while the solver was written."""
    return hashlib.sha256(name.encode()).digest()[0] % 3 == 0


@pytest.mark.parametrize("knots", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["small", "knots"])
@pytest.mark.parametrize("held", [False, True], ids=["development", "held-out"])
def test_counts_and_sets(folder: Path, *, held: bool, knots: bool) -> None:
    """Those with thousands of attacks and hundreds of positions take seconds each."""
    tried = 0
    for name, known in json.loads((folder / "solutions.json").read_text()).items():
        if held_out(name) != held or ((known.get("n_stable") or 0) > 100) != knots:
            continue
        tried += 1
        framework = read_framework((folder / name).read_bytes(), name)
        assert (framework.size, len(framework.attacks.items)) == (known["n"], known["attacks"])
        statuses = [claim.status for claim in find_positions(framework, "grounded").claims]
        assert (statuses.count("in"), statuses.count("out")) == (known["grounded_size"], known["grounded_out"])
        assert bool(find_positions(framework, "stable").extensions) == known["has_stable"]
        for semantics in ("complete", "preferred", "stable"):
            if known.get(f"n_{semantics}") is None:
                continue
            found = find_positions(framework, semantics, enumerate_all=True)
            assert found.exact
            assert len(found.extensions or ()) == known[f"n_{semantics}"], (name, semantics)
            if semantics in known:
                assert {frozenset(one) for one in found.extensions or ()} == {
                    frozenset(one) for one in known[semantics]
                }
        if "credulous" in known:
            asked = framework.names[:: max(framework.size // 12, 1)]
            for mode, accepted in (("credulous", known["credulous"]), ("sceptical", known["skeptical_preferred"])):
                for one in asked:
                    assert accepts(framework, one, "preferred", mode).accepted == (one in accepted), (name, one, mode)  # type: ignore[arg-type]  # a Mode
    assert tried > (0 if knots else 5)


def test_sets_of_the_small_cases(folder: Path) -> None:
    tried = 0
    for path in sorted((folder / "argsemsat").glob("*.dl")):
        framework = read_framework(path.read_bytes(), str(path))
        for semantics, suffix in SUFFIX.items():
            text = Path(f"{path}.{suffix}").read_text()
            known = {frozenset(re.findall(r"in\((\w+)\)", line)) for line in re.findall(r"\{.*\}", text)}
            found = find_positions(framework, semantics, enumerate_all=True).extensions
            assert {frozenset(one) for one in found or ()} == known
            tried += 1
    for path in sorted((folder / "probo").glob("*.apx")):
        for task in ("CO", "GR", "PR", "ST"):
            text = (folder / "probo" / "solutions" / f"{path.name}.EE-{task}").read_text().strip()[1:-1]
            known = {frozenset(filter(None, inner.split(","))) for inner in re.findall(r"\[([^\]]*)\]", text)}
            semantics = next(
                one for one in SUFFIX if one.startswith({"CO": "c", "GR": "g", "PR": "p", "ST": "st"}[task])
            )
            for suffix in (".apx", ".tgf"):
                framework = read_framework(path.with_suffix(suffix).read_bytes(), str(path))
                found = find_positions(framework, semantics, enumerate_all=True).extensions
                assert {frozenset(one) for one in found or ()} == known
                tried += 1
    assert tried > 30


def test_answers_after_changes(folder: Path) -> None:
    """ICCMA 2019's dynamic track: a question before and after each of eight changes."""
    semantics: dict[str, Semantics] = {"CO": "complete", "ST": "stable"}
    for case in sorted((folder / "iccma19_dynamic").iterdir()):
        framework = read_framework((case / "af.apx").read_bytes(), "af.apx")
        names, query = framework.names, (case / "query").read_text().strip()
        owners, items = framework.attacks.owners.tolist(), framework.attacks.items.tolist()
        pairs = set(zip(owners, items, strict=True))
        stages = [set(pairs)]
        for sign, one, other in re.findall(r"([+-])att\((\w+),(\w+)\)", (case / "mods.apxm").read_text()):
            pair = framework.number[one], framework.number[other]
            pairs = pairs | {pair} if sign == "+" else pairs - {pair}
            stages.append(pairs)
        for track in ("DC-CO", "DC-ST", "DS-CO", "DS-ST"):
            expected = re.findall("YES|NO", (case / f"expected.{track}").read_text())
            mode = "credulous" if track.startswith("DC") else "sceptical"
            for stage, answer in zip(stages, expected, strict=True):
                changed = framework_of(names, [one for one, _ in stage], [other for _, other in stage])
                assert accepts(changed, query, semantics[track[-2:]], mode).accepted == (answer == "YES"), (case, track)  # type: ignore[arg-type]  # a Mode
