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
    assert "source letter: 1 no longer stands\n" in run(path, "--what-falls")
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


def test_what_a_rejection_changes_comes_first(path: str) -> None:
    text = run(path, "--reject", "gauge")
    assert text.startswith("Without gauge\n\nHold on other grounds (1)\nstands   Gauge\n")
    assert "\n\nAs before (4)\n" in text
    text = run(path, "--reject", "gauge", "--reject", "diary")
    assert text.index("No longer stand (2)") < text.index("Other changes (1)") < text.index("As before")
    assert "\ncontested    Dry summer (was refuted)\n" in text
    found = json.loads(run(path, "--reject", "gauge", "--format", "json"))
    assert found["holds_otherwise"] == ["Gauge"]


def test_a_label_is_said_once(path: str) -> None:
    lines = run(path).split("\n")
    assert lines[2:4] == ["stands   Gauge", "         it cites gauge and diary, and nothing attacks it"]
    assert "5 claims: 4 stand, 1 refuted" in lines
    one = CliRunner().invoke(app, ["evaluate", "-"], input='[A] {cite: "@s"}\n')
    assert "1 claim: 1 stands" in one.output


def refused(*arguments: str, text: str = "") -> str:
    result = CliRunner().invoke(app, ["evaluate", *arguments], input=text)
    assert result.exit_code == 2
    return " ".join((result.output + result.stderr).replace("│", " ").split())


def test_two_questions_at_once_are_refused(path: str) -> None:
    assert "--prove with --semantics" in refused(path, "--prove", "Flood", "--semantics", "stable")
    assert "--what-falls with --strengths" in refused(path, "--what-falls", "--strengths", "df-quad")
    assert "--enumerate with --accept" in refused(path, "--enumerate", "--accept", "Flood")
    assert "no sources" in refused("-", "--robustness", text="arg(a).")


def test_a_spent_budget_is_said(path: str) -> None:
    assert "This answer is partial: the time for it was spent." in run(path, "--what-falls", "--budget", "0")
    assert "This answer is partial: the time for it was spent." in run(path, "--robustness", "--budget", "0")


def test_standard_input_is_a_map_or_a_framework() -> None:
    for text, wanted in ((MAP, "5 claims"), ("arg(a). arg(b). att(a,b).", "grounded: 1 position\n     1  [a]")):
        result = CliRunner().invoke(app, ["evaluate", "-"], input=text)
        assert (result.exit_code, wanted in result.output) == (0, True)


def test_an_argument_graph(tmp_path: Path) -> None:
    file = tmp_path / "graph.yml"
    file.write_text("statements: {p: P, q: Q}\narguments: {a: {conclusion: q, premises: [p]}}\nassumptions: [p]\n")
    text = run(str(file))
    assert "stands  q\n        supported by [p], which stands, and nothing attacks it" in text
    assert "its assumptions are granted" in text
