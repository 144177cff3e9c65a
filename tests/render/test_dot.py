"""DOT from maps: golden files, names, words and cost."""

import os
import re
import time
from pathlib import Path

import pytest

from argmap.convert import lost_in_drawing
from argmap.model import ArgumentMap, Citation, Locator, MapClaim, Relation
from argmap.render import Theme, to_dot
from tests.render.maps import HARBOUR, VERDICT, tree

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_golden(theme: Theme) -> None:
    """Refresh with `ARGMAP_REFRESH_GOLDEN=1 pytest tests/render/test_dot.py`, then read the difference."""
    dot = to_dot(HARBOUR, VERDICT, theme=theme)
    golden = GOLDEN / f"harbour-{theme}.dot"
    if os.environ.get("ARGMAP_REFRESH_GOLDEN"):
        golden.write_text(dot, "utf-8")
    assert dot == golden.read_text("utf-8")


def _attributes(dot: str, name: str) -> str:
    return next(line for line in dot.split("\n") if f' id="{name}"' in line or f'[id="{name}"' in line)


def test_ids_and_classes() -> None:
    dot = to_dot(HARBOUR, VERDICT)
    expected = {
        "claim-0": "claim undecided",
        "claim-2": "evidence in",
        "claim-3": "evidence out",
        "claim-4": "claim out uncited",
        "claim-5": "claim argument in uncited",
        "source-0": "source",
        "source-x-lost-key": "source unknown",
        "r2": "support",
        "r3": "attack",
        "r5": "undercut",
        "cites-2-1": "cites",
        "cites-3-x-lost-key": "cites",
        "section-0": "section",
    }
    for name, classes in expected.items():
        assert f'class="{classes}"' in _attributes(dot, name), name
    ids = re.findall(r' \[?id="([^"]+)"', dot)
    assert len(ids) == len(set(ids))


def test_sources_nobody_cites_are_not_drawn() -> None:
    assert "Never cited" not in to_dot(HARBOUR)


def test_shapes_and_words_differ_without_colour() -> None:
    dot = to_dot(HARBOUR, VERDICT, theme="print")
    assert set(re.findall(r"#[0-9a-f]{6}", dot)) == {"#000000", "#ffffff"}
    seen = {
        name: re.findall(r'shape="(\w+)"', _attributes(dot, name))
        for name in ("claim-0", "claim-2", "claim-5", "source-0")
    }
    assert list(seen.values()) == [["box"], ["note"], ["tab"], ["cylinder"]]
    for word in (
        "THESIS",
        "CLAIM",
        "EVIDENCE",
        "REPORTED VIEW",
        "ARGUMENT",
        "SOURCE",
        "ARCHIVAL DOCUMENT",
        "UNKNOWN SOURCE",
    ):
        assert f">{word}" in dot or f" · {word}<" in dot, word
    for name, line in (("claim-0", "dotted"), ("claim-1", "solid"), ("claim-4", "dashed")):
        assert line in _attributes(dot, name)
    assert ">refuted<" in dot
    assert ">rebuts<" in dot


def test_sources_are_named_in_short_form() -> None:
    dot = to_dot(HARBOUR)
    assert "Quay and Mole 1921, 9-12" in dot
    assert "SAP, f. 12, op. 3, d. 7, ll. 4-5" in dot


def test_joint_premises_meet_in_a_point_and_an_undercut_ends_on_it() -> None:
    dot = to_dot(HARBOUR)
    for edge in (
        '"claim-1" -> "r1-point"',
        '"claim-5" -> "r1-point"',
        '"r1-point" -> "claim-0"',
        '"claim-6" -> "r1-point"',
    ):
        assert edge in dot
    assert '"claim-2" -> "claim-1"' in dot


def test_no_source_is_said_of_claims_with_neither_support_nor_citation() -> None:
    claims = (
        MapClaim(id="bare"),
        MapClaim(id="cited", citations=(Citation(source="s"),)),
        MapClaim(id="supported"),
        MapClaim(id="attacked only"),
        MapClaim(id="asked", kind="question"),
    )
    relations = (
        Relation(id="r1", kind="support", premises=("cited",), target="supported"),
        Relation(id="r2", kind="attack", premises=("cited",), target="attacked only"),
    )
    dot = to_dot(ArgumentMap(claims=claims, relations=relations))
    lacking = [index for index in range(len(claims)) if "NO SOURCE" in _attributes(dot, f"claim-{index}")]
    assert lacking == [0, 3]


def test_whatever_the_map_names_and_does_not_hold_is_drawn() -> None:
    relations = (
        Relation(id="r1", kind="support", premises=("ghost",), target="here"),
        Relation(id="claim-0", kind="undercut", premises=("here",), target="no such relation"),
        Relation(id="r1", kind="attack", premises=(), target="here"),
    )
    dot = to_dot(ArgumentMap(claims=(MapClaim(id="here"),), relations=relations))
    assert dot.count("UNKNOWN CLAIM") == 2
    assert "ghost" in dot
    assert "no such relation" in dot
    assert {"r1", "relation-1", "relation-2"} <= set(re.findall(r'\[id="([^"]+)"', dot))


def test_unknown_sources_whose_names_look_alike_are_two() -> None:
    claims = tuple(MapClaim(id=key, citations=(Citation(source=key),)) for key in ("a/b", "a b", "a.b"))
    names = re.findall(r'\[id="(source-x-[^"]+)"', to_dot(ArgumentMap(claims=claims)))
    assert names == ["source-x-a-b", "source-x-a-b-2", "source-x-a-b-3"]


def test_sections_nest_and_very_deep_ones_are_folded() -> None:
    deep = tuple(f"h{level}" for level in range(3000))
    dot = to_dot(ArgumentMap(claims=(MapClaim(id="c", section=deep), MapClaim(id="d", section=("h0", "x")))))
    assert dot.count("subgraph") == 5
    assert "h3 › h4" in dot
    assert dot.count("{") == dot.count("}")


def test_small_maps_are_drawn_upwards_and_large_ones_sideways() -> None:
    assert 'rankdir="BT"' in to_dot(HARBOUR)
    assert 'rankdir="RL"' in to_dot(tree(40))
    assert 'rankdir="RL"' in to_dot(HARBOUR, direction="RL")


def test_long_text_is_shortened_and_stands_whole_in_the_tooltip() -> None:
    text = "word " * 400 + "end"
    line = _attributes(to_dot(ArgumentMap(claims=(MapClaim(id="t", text=text),))), "claim-0")
    label, tooltip = line.split(" label=")[1].split(" tooltip=")
    assert len(label) < 900
    assert "…" in label
    assert text in tooltip


def test_empty_maps_and_empty_claims_are_drawn() -> None:
    assert to_dot(ArgumentMap()).startswith("digraph")
    assert ">untitled<" in to_dot(ArgumentMap(claims=(MapClaim(id=" ", text="\n"),)))


def test_ten_thousand_claims_cost_seconds() -> None:
    large = tree(10_000)
    begin = time.process_time()
    to_dot(large)
    assert time.process_time() - begin < 5


def test_what_the_map_says_of_a_step_and_of_weights_is_drawn() -> None:
    step = {
        "scheme": "from <sign>",
        "weight": 0.7,
        "citations": (Citation(source="harbour1921", locator=Locator(label="page", value="3")),),
    }
    relations = tuple(r.model_copy(update=step) if r.id == "r2" else r for r in HARBOUR.relations)
    claims = tuple(
        claim.model_copy(update={"weight": 0.4, "standard": "corroborated(2)"}) if claim.id == "War did it" else claim
        for claim in HARBOUR.claims
    )
    argument_map = HARBOUR.model_copy(update={"relations": relations, "claims": claims})
    dot = to_dot(argument_map)
    line = next(line for line in dot.split("\n") if 'id="r2"' in line)
    assert "from &lt;sign&gt;; weight" in line.replace("<BR/>", " ")
    assert "cites Quay and Mole 1921, 3" in line.replace("<BR/>", " ")
    assert "Weight 0.4; standard corroborated(2)" in dot
    assert " label=" not in next(line for line in dot.split("\n") if 'id="r3"' in line)
    assert not [loss for loss in lost_in_drawing(argument_map) if loss.what in {"scheme", "weight", "standard"}]
