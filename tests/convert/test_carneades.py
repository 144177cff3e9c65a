"""Argument graphs of Carneades and abstract frameworks."""

import json

import pytest
import yaml

from argmap.convert import KEPT, dump_map, load_map
from argmap.errors import NotAMapError
from argmap.model import ArgumentMap, MapClaim, Relation

MILL = """
meta: {title: The mill, note: ours}
statements:
  sold: The mill was sold.
  kept: The mill was kept.
  deed: {text: There is a deed., assumed: true}
  seal: The seal is forged.
  1.10: A number for a name.
issues:
  who:
    positions: [sold, kept]
    standard: CCE
argument_schemes:
  - id: sign
arguments:
  a1:
    scheme: sign
    weight: 0.6
    conclusion: sold
    premises: {major: deed, minor: 1.10}
    undercutter: seal
  a2:
    conclusion: kept
  a3:
    scheme: sign
    parameters: [x]
assumptions: [deed, 'rain(may)']
tests:
  in: [deed]
"""


def test_arguments_issues_and_undercutters() -> None:
    found = load_map(MILL.encode(), "mill")
    assert found.title == "The mill"
    assert [(one.id, one.kind, one.premises, one.target, one.title) for one in found.relations] == [
        ("r1", "support", ("deed", "1.1"), "sold", "a1"),
        ("r2", "support", ("a2",), "kept", "a2"),
        ("r3", "undercut", ("seal",), "r1", None),
        ("r4", "attack", ("sold",), "kept", None),
        ("r5", "attack", ("kept",), "sold", None),
    ]
    assert (found.relations[0].scheme, found.relations[0].weight) == ("sign", 0.6)
    assert found.claim_of["sold"].standard == found.claim_of["kept"].standard == "clear-and-convincing"
    assert found.claim_of["a2"].form == "argument"
    assert found.claim_of["sold"].line == 4
    assert [loss.detail.split(":")[0] for loss in found.losses] == [
        "argument 'a3' has no conclusion of its own", "argument_schemes", "assumption 'rain(may)'",
    ]  # fmt: skip
    assert {loss.what for loss in found.losses} == {KEPT}


def test_everything_comes_back_as_it_was() -> None:
    text, losses = dump_map(load_map(MILL.encode(), "mill"), "carneades")
    assert not losses
    assert yaml.safe_load(text.replace("'1.1'", "1.1")) == yaml.safe_load(MILL)


def test_attacks_and_undercuts_become_statements_and_are_told() -> None:
    claims = tuple(MapClaim(id=name, text=name.upper()) for name in "abcd")
    relations = (
        Relation(id="r1", kind="support", premises=("a",), target="b"),
        Relation(id="r2", kind="attack", premises=("c",), target="b"),
        Relation(id="r3", kind="undercut", premises=("c", "d"), target="r1"),
        Relation(id="r4", kind="undercut", premises=("d",), target="r3"),
    )
    text, losses = dump_map(ArgumentMap(claims=claims, relations=relations), "carneades")
    written = yaml.safe_load(text)
    assert written["statements"]["¬b"] == "Not: B"
    assert written["issues"] == {"i1": {"positions": ["b", "¬b"]}}
    assert written["arguments"] == {
        "r1": {"conclusion": "b", "premises": ["a"], "undercutter": "¬app(r1)"},
        "r2": {"conclusion": "¬b", "premises": ["c"]},
        "r3": {"conclusion": "¬app(r1)", "premises": ["c", "d"], "undercutter": "d"},
    }
    assert [(loss.what, loss.detail.partition(":")[0]) for loss in losses] == [
        ("attack", "relation 'r2'"), ("undercut", "relation 'r3'"),
    ]  # fmt: skip


def test_claims_that_attack_each_other_are_an_issue() -> None:
    both = load_map(b"[A]: a\n  >< [B]: b\n", "m.argdown")
    text, losses = dump_map(both, "carneades")
    assert yaml.safe_load(text)["issues"] == {"i1": {"positions": ["B", "A"]}}
    assert not losses
    assert len(load_map(text.encode(), "x").relations) == 2


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("statements:\n  p: P\narguments:\n  a:\n    conclusion: q\n", ":4: not a readable map ('a' names 'q'"),
        ("statements:\n  p: P\n  p: Q\n", ":3: not a readable map (the key 'p' twice"),
        ("statements:\n  p: &x P\n  q: *x\n", ":3: not a readable map (the alias *x"),
        ("statements:\n  p: !!python/name:os.system x\n", ":2: not a readable map (the tag"),
        ("statements:\n  p: [1]\n", ":2: not a readable map (the statement 'p' is a list"),
        ("statements:\n  p: P\nissues:\n  i: [p]\n", ":4: not a readable map (the issue 'i'"),
        ("statements: [p]\n", ":1: not a readable map ('statements' is no mapping"),
        ("statements:\n  p: 'P\n", "not YAML"),
        ("statements:\n  p: P\n---\na: 1\n", "a second document"),
        ("statements:\n  p: P\narguments:\n  a: p\n", ":4: not a readable map (the argument 'a'"),
        ("statements:\n  ? [p]\n  : P\n", "as a key"),
        ("a: " + "[" * 80 + "]" * 80, "deeper than"),
        ("a: 1\n", "neither 'statements:'"),
        ("- a\n", "no mapping"),
        ("statements:\n  p: \x01\n", "not YAML"),
    ],
)
def test_a_broken_graph_is_an_error_with_its_line(text: str, hint: str) -> None:
    with pytest.raises(NotAMapError) as caught:
        load_map(text.encode(), "x", format="carneades")
    assert hint in str(caught.value)


def test_words_stay_words() -> None:
    found = load_map(b"statements:\n  p: yes\n  q: 2001-02-03\n  r:\n  no: 5\n", "x.yml")
    assert [(claim.id, claim.text) for claim in found.claims] == [
        ("p", "yes"),
        ("q", "2001-02-03"),
        ("r", ""),
        ("no", "5"),
    ]


def test_a_framework_is_arguments_that_attack() -> None:
    found = load_map(b"a The first\nb\n#\nb a because\na b\n", "x")
    assert [(claim.id, claim.text, claim.form) for claim in found.claims] == [
        ("a", "The first", "argument"), ("b", "", "argument"),
    ]  # fmt: skip
    assert [(one.kind, one.premises, one.target, one.title) for one in found.relations] == [
        ("attack", ("b",), "a", "because"),
        ("attack", ("a",), "b", None),
    ]
    assert dump_map(found, "tgf") == ("a The first\nb\n#\nb a because\na b\n", ())


def test_a_framework_has_attacks_only() -> None:
    text, losses = dump_map(load_map(b"[A b]: x\n  + [C]\n  - [D]\n", "m.argdown"), "tgf")
    assert text == "A_b x\nC\nD\n#\nD A_b\n"
    told = [f"{loss.what} {loss.detail.partition(':')[0]}" for loss in losses]
    assert told == [
        "form claim 'A b'",
        "title claim 'A b'",
        "form claim 'C'",
        "form claim 'D'",
        "support relation 'r1'",
    ]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a\na\n#\n", "x:2: "),
        ("a\n#\na b\n", "x:3: "),
        ("a\n#\na\n", "x:3: "),
        ("a\nb\n", "no line '#'"),
        ("a\n#\n#\n", "x:3: "),
    ],
)
def test_a_broken_framework_is_an_error_with_its_line(text: str, hint: str) -> None:
    with pytest.raises(NotAMapError) as caught:
        load_map(text.encode(), "x", format="tgf")
    assert hint in str(caught.value)


def test_kept_issues_that_no_longer_hold_are_told() -> None:
    found = load_map(MILL.encode(), "mill")
    fewer = found.model_copy(update={"relations": found.relations[:-1]})
    text, losses = dump_map(fewer, "carneades")
    assert [loss.what for loss in losses if loss.what in {"issue", "attack"}] == ["attack", "issue"]
    assert "¬kept" in json.dumps(yaml.safe_load(text), ensure_ascii=False)
