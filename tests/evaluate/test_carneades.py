"""Argument graphs of Carneades, by the real reader: the samples' expected labels, and graphs of our own.

Support in circles is the one documented difference, and switchable.
"""

from pathlib import Path

import pytest
import yaml

from argmap.convert import load_map
from argmap.evaluate import Reading, balanced, evaluate, is_argument_graph
from argmap.evaluate._weighing import Weighing
from argmap.model import Relation

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
  - {id: strange, weight: {unheard: of}}
  - {id: empty, weight: {criteria: {hard: []}}}
  - {id: loose, weight: convergent}
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
        (", scheme: strange", ", scheme: firm", "undecided", "undecided"),
        (", scheme: empty", ", scheme: firm", "out", "in"),
        (", scheme: loose", ", scheme: firm", "in", "out"),
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


@pytest.mark.parametrize(
    ("standing", "against", "wet", "dry"),
    [
        ("", "0.1", "out", "in"),
        ("p", "0.3", "in", "out"),
        ("p", "0.4", "out", "in"),
        ("p, s", "0.6", "in", "out"),
        ("p, q", "0.7", "out", "in"),
        ("p, q, s", "0.9", "in", "out"),
        ("p, q, s", "1", "out", "out"),
    ],
)
def test_a_cumulative_argument_weighs_the_share_of_its_premises(
    standing: str, against: str, wet: str, dry: str
) -> None:
    text = f"""
statements: {{wet: It was a wet year, dry: It was a dry year, p: the gauge, q: the diary, s: the almanac, t: the rings}}
issues: {{i: {{positions: [wet, dry]}}}}
arguments:
  one: {{conclusion: wet, premises: [p, q, s], scheme: cumulative}}
  two: {{conclusion: dry, premises: [t], weight: {against}}}
assumptions: [{standing}{", " if standing else ""}t]
"""
    found = labels(text, Reading())
    assert (found["wet"], found["dry"]) == (wet, dry)


@pytest.mark.parametrize(("standing", "wet"), [(0, "out"), (1, "undecided"), (11, "undecided"), (12, "in")])
def test_a_cumulative_argument_of_many_premises_is_open_between(standing: int, wet: str) -> None:
    names = [f"p{number}" for number in range(12)]
    text = f"""
statements: {{wet: It was a wet year, dry: It was a dry year, t: the rings, {", ".join(f"{one}: P" for one in names)}}}
issues: {{i: {{positions: [wet, dry]}}}}
arguments:
  one: {{conclusion: wet, premises: [{", ".join(names)}], scheme: cumulative}}
  two: {{conclusion: dry, premises: [t], weight: 0.5}}
assumptions: [{", ".join([*names[:standing], "t"])}]
"""
    assert labels(text, Reading())["wet"] == wet


def test_no_more_ways_than_a_graph_may_have() -> None:
    names = tuple("abcdefgh")
    one = Relation(id="r", kind="support", premises=names, target="w", scheme="cumulative")
    weighing = Weighing({}, {"w": ("w", "d")}, [one])
    assert [len(weighing.ways(one)) for _ in range(80)] == [255] * 78 + [9] * 2


def test_a_reason_names_all_premises_of_a_cumulative_argument_that_stand() -> None:
    text = "statements: {w: W, d: D, p: P, q: Q, s: S}\nissues: {i: {positions: [w, d]}}\nassumptions: [p, q]\n"
    text += "arguments: {one: {conclusion: w, premises: [p, q, s], scheme: cumulative}}\n"
    found = evaluate(balanced(load_map(text.encode(), "graph.yml", format="carneades")))
    assert {claim.id: claim.why for claim in found.claims}["w"].startswith("stands: supported by [p] and [q] together")


def reasons(text: str) -> dict[str, str]:
    found = evaluate(balanced(load_map(text.encode(), "graph.yml", format="carneades")))
    return {claim.id: claim.why for claim in found.claims}


def test_the_ways_of_one_argument_are_one_attack_and_one_support() -> None:
    cumulative = graph(first=", scheme: cumulative", second=", weight: 0.1")
    assert reasons(cumulative)["dry"] == "refuted: [g] and [d] together attack it and all stand"
    two = cumulative.replace("  two:", "  three: {conclusion: wet, premises: [a]}\n  two:")
    assert reasons(two)["dry"] == "refuted: [g] and [d] together attack it and all stand, and 1 other attack too"


ALONE = """
statements: {w: W, p: P, q: Q, s: S, u: U}
arguments:
  one: {conclusion: w, premises: [p, q, s], scheme: cumulative%s}
%s
assumptions: [%s]
"""


@pytest.mark.parametrize(
    ("more", "other", "assumed", "expected"),
    [
        ("", "", "u", "its only support is an argument by any of [p], [q] and [s], none of which stands"),
        (
            "",
            "  two: {conclusion: w, premises: [q]}",
            "u",
            "neither of its 2 supports stands: none of [p], [q] and [s] ",
        ),
        (", undercutter: u", "", "q, u", "its only support is [q], and [u] undercuts the inference from [q]"),
    ],
)
def test_why_an_argument_of_several_ways_fails(more: str, other: str, assumed: str, expected: str) -> None:
    assert reasons(ALONE % (more, other, assumed))["w"].startswith(f"unsupported: {expected}")


BOATS = """
statements: {take(cutter): C, take(barge): B, "cost(cutter,high)": H, "cost(cutter,low)": L, "room(cutter,wide)": W,
  "room(barge,narrow)": N, "cost(barge,low)": X, "sound(cutter,yes)": Y, bill: The bill, list: The list}
issues:
  boat: {positions: [take(cutter), take(barge)]}
  cost: {positions: ["cost(cutter,high)", "cost(cutter,low)"]}
argument_schemes:
  - id: boats
    weight:
      criteria:
        hard: [2]
        soft:
          cost: {factor: 1, values: {low: 1.0, high: 0.2}}
          room: {factor: 3, values: {wide: 0.8, narrow: 0.6}}
arguments:
  one: {scheme: boats, conclusion: take(cutter), premises: ["cost(cutter,low)", "room(cutter,wide)", "sound(cutter,yes)"]}
  two: {scheme: boats, conclusion: take(barge), premises: ["cost(barge,low)", "room(barge,narrow)"]}
  three: {conclusion: "cost(cutter,high)", premises: [bill], weight: 0.9}
  four: {conclusion: "cost(cutter,low)", premises: [list], weight: 0.5}
assumptions: ["room(cutter,wide)", "room(barge,narrow)", "cost(barge,low)", "sound(cutter,yes)", list, bill]
"""


def test_criteria() -> None:
    found = labels(BOATS, Reading())  # (0.2 + 3 * 0.8) / 4 = 0.65 against (1 + 3 * 0.6) / 4 = 0.7
    assert (found["take(cutter)"], found["take(barge)"]) == ("out", "in")
    found = labels(BOATS.replace("list, bill]", "list]"), Reading())  # (1 + 3 * 0.8) / 4 = 0.85 against the same
    assert (found["take(cutter)"], found["take(barge)"]) == ("in", "out")


@pytest.mark.parametrize(
    "left_out", ['"sound(cutter,yes)", ', '"room(cutter,wide)", '], ids=["hard", "a property of no value"]
)
def test_criteria_that_are_not_met(left_out: str) -> None:
    found = labels(BOATS.replace("list, bill]", "list]").replace(left_out, ""), Reading())
    assert (found["take(cutter)"], found["take(barge)"]) == ("out", "in")


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


def test_why_an_argument_by_criteria_fails() -> None:
    text, _, _ = BOATS.partition("assumptions")
    found = reasons(text + 'assumptions: ["room(cutter,wide)", "room(barge,narrow)", list]')
    assert found["take(barge)"] == (
        "unsupported: its only support is [cost(barge,low)] and [room(barge,narrow)] together, "
        "and [cost(barge,low)] does not stand"
    )
    assert found["take(cutter)"] == (
        "unsupported: its only support is an argument by any of 2 combinations of premises, none of which stands"
    )
