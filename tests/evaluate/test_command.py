"""`argmap evaluate`: what falls, minimal sets and proofs, as text and JSON."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from argmap.cli import app

MAP = """[Flood]
  + [Gauge] {cite: "@gauge; @diary"}
  + [Letter] {cite: "@letter"}
  - [Dry summer]
    + [Almanac] {cite: "@almanac"}
    - [Gauge]
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    file = tmp_path / "flood.argdown"
    file.write_text(MAP, encoding="utf-8")
    return str(file)


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["evaluate", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_what_falls(path: str) -> None:
    assert "source letter: 1 no longer stand, 0 come to stand" in run(path, "--what-falls")
    found = json.loads(run(path, "--what-falls", "--format", "json"))
    assert {"claims", "sources", "rejected", "semantics", "exact"} <= set(found)
    assert {effect["kind"] for effect in found["sensitivity"]["effects"]} == {"source", "note", "claim"}


def test_robustness_and_minimal_sets(path: str) -> None:
    text = run(path, "--minimal-sets", "Flood")
    assert "Flood: 2 sources must fall" in text
    assert "falls without  gauge, diary (stands again without almanac too)" in text
    found = json.loads(run(path, "--robustness", "--format", "json"))
    assert {one["claim"]: one["robustness"] for one in found["robustness"]} == {
        "Flood": 2,
        "Gauge": 2,
        "Letter": 1,
        "Almanac": 1,
    }


def test_several_rejections_and_a_proof(path: str) -> None:
    arguments = ("--reject", "gauge", "--reject", "diary", "--prove", "Flood")
    assert "Flood: undecided, whatever the rest of the map says" in run(path, *arguments)
    (proof,) = json.loads(run(path, *arguments, "--format", "json"))["proofs"]
    assert set(proof["sources"]) == {"letter", "almanac", "gauge", "diary"}
