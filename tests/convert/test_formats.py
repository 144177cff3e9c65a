"""JSON, GraphML, and how a format is found."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from argmap.convert import FORMATS, dump_map, format_of, load_map
from argmap.errors import NotAMapError, UnknownNameError
from argmap.model import ArgumentMap, Citation, Locator, MapClaim, Relation, Source
from tests.convert.maps import maps

NS = "{http://graphml.graphdrawing.org/xmlns}"

SMALL = ArgumentMap(
    title="<T> & co",
    claims=(
        MapClaim(
            id='a "b"',
            text="x < y & z \x01",
            citations=(Citation(source="s", locator=Locator(label="folio", value="3")),),
        ),
        MapClaim(id="c", tags=("t",), section=("One", "Two")),
        MapClaim(id="d", form="argument"),
    ),
    relations=(
        Relation(id="r1", kind="support", premises=('a "b"',), target="c"),
        Relation(id="r2", kind="undercut", premises=("d",), target="r1"),
        Relation(id="r3", kind="attack", premises=("d",), target="c"),
        Relation(id="r4", kind="support", premises=("c", "d"), target='a "b"'),
    ),
    sources=(Source(id="s", type="book", title="A book"),),
)


@settings(max_examples=60, deadline=None)
@given(maps())
def test_json_loses_nothing(argument_map: ArgumentMap) -> None:
    text, losses = dump_map(argument_map, "json")
    assert not losses
    assert load_map(text.encode(), "whatever") == argument_map


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('{"claims": [{"id": "a"}, {"id": "a"}]}', "two claims"),
        (
            '{"claims": [{"id": "a"}], "relations": [{"id": "r1", "kind": "support", "premises": ["b"], "target": "a"}]}',
            "'b'",
        ),
        (
            '{"claims": [{"id": "a"}], "relations": [{"id": "r1", "kind": "undercut", "premises": ["a"], "target": "a"}]}',
            "'a'",
        ),
        (
            '{"claims": [{"id": "a"}], "relations": [{"id": "r1", "kind": "support", "premises": [], "target": "a"}]}',
            "no premises",
        ),
        ('{"claims": [{"id": "a", "colour": 1}]}', "claims.0.colour"),
        ('{"claims"', "JSON"),
        ("{" * 100_000, "JSON"),
        ('{"claims": ' + "[" * 100_000, "JSON"),
        ('[{"id": "book"}]', "sources.json"),
    ],
)
def test_broken_json_is_an_error(text: str, hint: str) -> None:
    with pytest.raises(NotAMapError) as caught:
        load_map(text.encode(), "map.json")
    assert hint in str(caught.value)


def test_graphml_is_a_directed_graph_with_nodes_for_what_an_edge_cannot_say() -> None:
    text, losses = dump_map(SMALL, "graphml")
    root = ET.fromstring(text)  # noqa: S314 - just written here
    graph = root.find(f"{NS}graph")
    assert graph is not None
    assert graph.get("edgedefault") == "directed"
    nodes = {node.get("id"): {d.get("key"): d.text for d in node} for node in graph.iter(f"{NS}node")}
    edges = [
        (edge.get("source"), edge.get("target"), next(d.text for d in edge if d.get("key") == "edge-type"))
        for edge in graph.iter(f"{NS}edge")
    ]
    assert list(nodes) == ["c0", "c1", "c2", "s0", "r1", "r4"]
    assert nodes["c0"]["node-title"] == 'a "b"'
    assert nodes["c1"]["node-section"] == "One / Two"
    assert edges == [
        ("c0", "r1", "premise"),
        ("r1", "c1", "support"),
        ("c2", "r1", "undercut"),
        ("c2", "c1", "attack"),
        ("c1", "r4", "premise"),
        ("c2", "r4", "premise"),
        ("r4", "c0", "support"),
        ("s0", "c0", "cites"),
    ]
    declared = {key.get("id") for key in root.iter(f"{NS}key")}
    assert {d.get("key") for d in root.iter(f"{NS}data")} <= declared
    assert [loss.what for loss in losses] == ["characters", "sources"]


def test_formats_by_name_and_content() -> None:
    assert {"argdown", "json", "graphml"} < set(FORMATS)
    assert [format_of(path) for path in ("x/a.argdown", "A.JSON", "b.graphml")] == ["argdown", "json", "graphml"]
    as_json, _ = dump_map(SMALL, "json")
    assert load_map(as_json.encode(), "named.argdown") == SMALL
    with pytest.raises(NotAMapError):
        load_map(as_json.encode(), "map.json", format="argdown")
    for use in (
        lambda: format_of("map.docx"),
        lambda: format_of("map"),
        lambda: dump_map(SMALL, "docx"),
        lambda: load_map(b"[A]", "map", format="graphml"),
    ):
        with pytest.raises(UnknownNameError):
            use()


def test_sources_of_the_case_come_first() -> None:
    other = Source(id="s", type="report"), Source(id="t", type="book")
    as_json, _ = dump_map(SMALL, "json")
    assert load_map(as_json.encode(), "map.json", other).sources == other
    assert load_map(b"[A]: a", "map.argdown", other).sources == other
