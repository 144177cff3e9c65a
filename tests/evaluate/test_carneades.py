"""Argument graphs of Carneades, by the real reader: the samples' expected labels, and graphs of our own.

Support in circles is the one documented difference, and switchable.
"""

from pathlib import Path

import pytest
import yaml

from argmap.convert import load_map
from argmap.evaluate import Reading, balanced, evaluate, is_argument_graph

LABELLED = (
    "dung-reinstatement",
    "even-loop",
    "independent-support-loop",
    "jogging2",
    "lex",
    "linked-convergent",
    "paraconsistency",
    "prakken-sartor-murder",
    "reinstatement",
    "self-defeat",
    "snake",
    "tandem",
    "trivial",
    "unreliable-witness",
    "unsupported2",
)
CIRCULAR = ("even-loop", "self-defeat", "unsupported2")
LEFT_OUT = {
    "abduction": "its argument is generated from a scheme",
    "basic_event_calculus": "its arguments are generated from schemes",
    "mcda-porsche": "its arguments are generated from schemes",
    "chr-leq": "expects no labels",
    "defeasible-modus-ponens": "expects no labels",
    "family-law2": "expects no labels",
    "walton": "expects no labels",
}
CARNEADES = Reading(circular="undecided")


def labels(text: str, reading: Reading) -> dict[str, str]:
    found = evaluate(balanced(load_map(text.encode(), "graph.yml", format="carneades")), reading=reading)
    return {claim.id: claim.status for claim in found.claims}


def expected(text: str) -> dict[str, str]:
    tests = yaml.safe_load(text).get("tests") or {}
    return {name: label for label, names in tests.items() for name in names}


def sample(data: Path, name: str) -> str:
    return (data / "interchange" / "carneades-yaml" / f"{name}.yml").read_text(encoding="utf-8")


def test_every_sample_is_either_compared_or_left_out_for_a_reason(data: Path) -> None:
    names = {path.stem for path in (data / "interchange" / "carneades-yaml").glob("*.yml")}
    assert names == {*LABELLED, *LEFT_OUT}
    for name, why in LEFT_OUT.items():
        text = sample(data, name)
        assert not expected(text) or "generated" in why
        assert labels(text, CARNEADES) is not None  # it is read and evaluated all the same


@pytest.mark.parametrize("name", LABELLED)
def test_expected_labels(data: Path, name: str) -> None:
    text = sample(data, name)
    wanted = expected(text)
    assert wanted
    assert wanted.items() <= labels(text, CARNEADES).items()


@pytest.mark.parametrize("name", LABELLED)
def test_only_circles_differ_by_default(data: Path, name: str) -> None:
    text = sample(data, name)
    assert (expected(text).items() <= labels(text, Reading()).items()) == (name not in CIRCULAR)


def graph(*, first: str = "", second: str = "", rest: str = "") -> str:
    """Two positions, each with an argument from what is assumed."""
    return f"""
statements: {{wet: It was a wet year, dry: It was a dry year, g: the gauge, d: the diary, a: the almanac}}
issues: {{i: {{positions: [wet, dry]}}}}
arguments:
  one: {{conclusion: wet, premises: [g, d]{first}}}
  two: {{conclusion: dry, premises: [a]{second}}}
assumptions: [g, d, a]
{rest}
"""


LAW = """
weighing_functions:
  lex: {preference: [{property: rank, order: [local, national]}, {property: year, order: ascending}]}
argument_schemes:
  - {id: old, meta: {rank: national, year: 1902}, weight: lex}
  - {id: new, meta: {rank: national, year: 1951}, weight: lex}
  - {id: village, meta: {rank: local, year: 1980}, weight: lex}
  - {id: firm, weight: {constant: 0.9}}
  - {id: weighed, weight: {criteria: {hard: []}}}
"""


@pytest.mark.parametrize(
    ("first", "second", "wet", "dry"),
    [
        ("", "", "out", "out"),
        (", weight: 0.7", ", weight: 0.6", "in", "out"),
        (", weight: 0.6", ", weight: 0.7", "out", "in"),
        (", scheme: factorized", ", scheme: factorized", "in", "out"),
        (", scheme: even", ", scheme: even", "out", "out"),
        (", scheme: even", ", scheme: firm", "out", "in"),
        (", scheme: old", ", scheme: new", "out", "in"),
        (", scheme: old", ", scheme: village", "in", "out"),
        (", scheme: weighed", ", scheme: firm", "undecided", "undecided"),
        (", undercutter: a", "", "out", "in"),
    ],
)
def test_weighing_functions(first: str, second: str, wet: str, dry: str) -> None:
    found = labels(graph(first=first, second=second, rest=LAW), Reading())
    assert (found["wet"], found["dry"]) == (wet, dry)


def test_a_convergent_argument_needs_one_premise_only() -> None:
    text = graph(first=", scheme: convergent").replace("assumptions: [g, d, a]", "assumptions: [g]")
    assert labels(text, Reading())["wet"] == "in"
    assert labels(text.replace("convergent", "linked"), Reading())["wet"] == "out"


def test_the_standard_of_an_issue_and_its_assumed_position() -> None:
    doubtful = graph(first=", weight: 0.6", second=", weight: 0.5").replace("[wet, dry]}", "[wet, dry], standard: BRD}")
    assert labels(doubtful, Reading())["wet"] == "out"
    assert labels(doubtful.replace("[g, d, a]", "[g, d, a, wet]"), Reading())["wet"] == "in"


def test_a_circle() -> None:
    text = "statements: {p: P, q: Q}\nissues: {}\narguments:\n  a: {conclusion: q, premises: [p]}\n"
    text += "  b: {conclusion: p, premises: [q]}\n"
    assert set(labels(text, Reading()).values()) == {"out"}
    assert set(labels(text, CARNEADES).values()) == {"undecided"}


@pytest.mark.parametrize("own", ["[]", "{a: 1}", "[{}, 3, {id: old, weight: {preference: [3, {order: {}}]}}]", "x"])
def test_other_shapes_are_passed_over(own: str) -> None:
    text = graph(first=", scheme: old") + f"argument_schemes: {own}\nweighing_functions: {own}\nissue_schemes: {own}\n"
    made = load_map(text.encode(), "graph.yml", format="carneades")
    assert is_argument_graph(made)
    assert set(labels(text, Reading())) == {"wet", "dry", "g", "d", "a"}
