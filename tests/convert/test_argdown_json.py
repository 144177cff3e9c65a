"""The official tool's JSON, on texts of our own; the expected values are what the official tool gives for them."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.convert import check_argdown, dump_map, load_map
from argmap.model import ArgumentMap, MapClaim, Relation
from tests.convert.maps import maps
from tests.convert.test_hostile import HOSTILE, PIECES

Json = dict[str, Any]


def export(text: str) -> Json:
    found: Json = json.loads(dump_map(load_map(text.encode(), "map.argdown"), "argdown-json")[0])
    return found


def relations(found: Json) -> list[tuple[str, str, str]]:
    return [(one["relationType"], one["from"], one["to"]) for one in found["relations"]]


def edges(found: Json) -> list[tuple[str, str, str]]:
    titles: dict[str, str] = {}
    waiting = list(found["map"]["nodes"])
    while waiting:
        node = waiting.pop()
        titles[node["id"]] = node["title"]
        waiting += node.get("children", [])
    return [(one["relationType"], titles[one["from"]], titles[one["to"]]) for one in found["map"]["edges"]]


def test_keys_places_and_ranges() -> None:
    found = export("[A]: one *two* #t {k: v}\n  - <B>\n")
    assert list(found) == ["arguments", "statements", "relations", "map", "sections", "tags"]
    assert found["statements"]["A"]["members"] == [
        {
            "type": "statement",
            "role": "top-level-statement",
            "isTopLevel": True,
            "title": "A",
            "text": "one two #t ",
            "ranges": [
                {"type": "italic", "start": 4, "stop": 6},
                {"type": "tag", "start": 8, "stop": 10, "tag": "t"},
            ],
            "tags": ["t"],
            "data": {"k": "v"},
            "startLine": 1,
            "startColumn": 1,
            "endLine": 2,
            "endColumn": 8,
        }
    ]
    assert found["tags"] == {"t": {"tag": "t", "cssClass": "tag-t", "occurrenceIndex": 0, "color": "#d95f02"}}


def test_relations_of_arguments_are_those_of_their_conclusions() -> None:
    found = export("<A>\n  -> <B>\n\n(1) p\n----\n(2) [C]\n\n<D>\n  _> <A>\n")
    assert relations(found) == [("attack", "C", "B"), ("undercut", "D", "A")]
    assert found["relations"][1] | {"toType": "inference", "conclusionIndex": 1} == found["relations"][1]
    assert edges(found) == [("attack", "C", "B"), ("undercut", "D", "A"), ("support", "A", "C")]


def test_strict_mode() -> None:
    found = export("===\nmodel: {mode: strict}\n===\n\n[A]\n  +> [B]\n  - [C]\n  >< [D]\n  + <E>\n")
    assert relations(found) == [
        ("entails", "A", "B"),
        ("contrary", "C", "A"),
        ("contradictory", "A", "D"),
        ("support", "E", "A"),
    ]


def test_groups_and_depth() -> None:
    text = "# One\n\n[A]: a\n  + [B]\n\n## Two {isClosed: true}\n\n[B]: b\n\n### Three\n\n[C]: c\n  - [A]\n"
    (one,) = export(text)["map"]["nodes"][1:] or [None]
    assert one is not None
    nodes = export("===\ngroup: {groupDepth: 3}\n===\n\n" + text)["map"]["nodes"]
    assert [(node["title"], node["level"], [child["title"] for child in node["children"]]) for node in nodes] == [
        ("One", 1, ["A", "Two"])
    ]
    two = nodes[0]["children"][1]
    assert (two["isClosed"], two["parent"], [child["title"] for child in two["children"]]) == (
        True,
        "s1",
        ["B", "Three"],
    )


@pytest.mark.parametrize(
    ("mode", "shown"),
    [
        ("all", ["A", "P", "Untitled 1", "C"]),
        ("with-title", ["A", "P", "C"]),
        ("with-relations", ["A", "C"]),
        ("not-used-in-argument", ["A"]),
        ("top-level", ["A"]),
        ("with-more-than-one-relation", ["A"]),
    ],
)
def test_which_statements_are_shown(mode: str, shown: list[str]) -> None:
    text = f"===\nselection: {{statementSelectionMode: {mode}}}\n===\n\n[A]: a\n\n<B>\n\n(1) [P]\n(2) q\n----\n(3) [C]\n  +> [A]\n"
    nodes = export(text)["map"]["nodes"]
    assert [node["title"] for node in nodes if node["type"] == "statement-map-node"] == shown


def test_a_map_that_was_not_argdown_is_written_first() -> None:
    claims = (MapClaim(id="A", text="a"), MapClaim(id="B", form="argument"))
    relation = Relation(id="r1", kind="attack", premises=("B",), target="A")
    text, losses = dump_map(ArgumentMap(claims=claims, relations=(relation,)), "argdown-json")
    assert not losses
    assert relations(json.loads(text)) == [("attack", "B", "A")]


def test_data_that_is_no_yaml_ends_the_export_as_in_the_official_tool() -> None:
    found = load_map(b"(1) p\n-- rule {a: b: c} --\n(2) q\n", "map.argdown")
    text, losses = dump_map(found, "argdown-json")
    assert len(json.loads(text)["statements"]) == 1
    assert any("no further" in loss.detail for loss in losses)


def test_a_thousand_levels() -> None:
    deep = "[c0]\n" + "".join(f"{' ' * level}+ [c{level}]\n" for level in range(1, 1_000))
    assert len(export(deep)["relations"]) == 999
    headings = "".join(f"{'#' * level} h\n\n" for level in range(1, 400)) + "[A]\n"
    written, _ = dump_map(load_map(headings.encode(), "map.argdown"), "argdown-json")
    assert written.count('"type": "section"') == 399


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(maps())
def test_any_map_is_exported(argument_map: ArgumentMap) -> None:
    exported = json.loads(dump_map(argument_map, "argdown-json")[0])
    assert {edge["type"] for edge in exported["map"]["edges"]} <= {"map-edge"}


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=25).map("".join))
def test_whatever_was_read_is_exported_and_written(text: str) -> None:
    found, _ = check_argdown(text, "map.argdown")
    json.loads(dump_map(found, "argdown-json")[0])
    assert dump_map(found, "argdown")[0] or not text


WHOLE = "===\ntitle: x\n===\n\n# H {a: 1}\n\n[A]: *b* [l](u) @<B> #(t) {k: [1]}\n  >< [C]\n    <_ <D>: /* c */ e\n\n<B>\n\n(1) p\n-- r, s {uses: [1]} --\n  <_ [F]\n(2) q\n"


@pytest.mark.parametrize("end", range(len(WHOLE)))
def test_any_beginning_of_a_file_is_read(end: int) -> None:
    found, findings = check_argdown(WHOLE[:end], "map.argdown")
    json.loads(dump_map(found, "argdown-json")[0])
    assert all(one.line and one.column for one in findings)


@pytest.mark.parametrize("name", ["undercuts", "headings", "relations", "heading levels", "opening and closing"])
def test_much_of_the_worst_is_exported(name: str) -> None:
    found, _ = check_argdown(HOSTILE[name], "map.argdown")
    assert dump_map(found, "argdown-json")[0]
