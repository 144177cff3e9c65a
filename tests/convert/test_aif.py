"""AIF and xAIF."""

import json
from typing import Any

import pytest

from argmap.convert import KEPT, dump_map, load_map
from argmap.errors import NotAMapError
from argmap.model import ArgumentMap, Relation
from tests.convert.exchange import sorted_lists


def aif(nodes: dict[str, tuple[str, str]], edges: list[tuple[str, str]], **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    return {
        "nodes": [{"nodeID": name, "type": kind, "text": text} for name, (kind, text) in nodes.items()],
        "edges": [{"edgeID": str(n), "fromID": a, "toID": b, "formEdgeID": None} for n, (a, b) in enumerate(edges, 70)],
        **more,
    }


def read(document: object) -> ArgumentMap:
    return load_map(json.dumps(document).encode(), "graph.json")


MILL = aif(
    {
        "1": ("I", "The mill was sold."),
        "2": ("I", "The deed says so."),
        "3": ("I", "The deed is sealed."),
        "4": ("I", "The seal is forged."),
        "5": ("RA", "Argument from Sign"),
        "6": ("CA", "Default Conflict"),
        "7": ("CA", "Default Conflict"),
        "8": ("I", "The mill burnt down."),
        "9": ("L", "Anne: it was sold"),
        "10": ("YA", "Asserting"),
        "11": ("MA", "Default Rephrase"),
    },
    [("2", "5"), ("3", "5"), ("5", "1"), ("4", "6"), ("6", "5"), ("8", "7"), ("7", "1"),
     ("9", "10"), ("10", "1"), ("1", "11"), ("11", "8"), ("10", "5")],
    locutions=[{"nodeID": "9", "personID": "1"}],
)  # fmt: skip


def test_steps_conflicts_and_undercuts() -> None:
    found = read(MILL)
    assert [(one.kind, one.premises, one.target, one.scheme) for one in found.relations] == [
        ("support", ("2", "3"), "1", "Argument from Sign"),
        ("undercut", ("4",), "r1", None),
        ("attack", ("8",), "1", None),
    ]
    assert found.claims[0].text == "The mill was sold."
    assert [(loss.what, loss.detail) for loss in found.losses] == [
        (KEPT, "MA 11 (Default Rephrase)"),
        (KEPT, "2 nodes of the dialogue: who said what, and how"),
    ]


def test_everything_comes_back_as_it_was() -> None:
    text, losses = dump_map(read(MILL), "aif")
    again = json.loads(text)
    assert not losses
    for key in ("nodes", "edges", "locutions"):
        assert sorted_lists(again[key]) == sorted_lists(MILL[key])


def test_what_another_format_lacks_is_said_node_by_node() -> None:
    _, losses = dump_map(read(MILL), "sadface")
    told = [f"{loss.what}: {loss.detail}" for loss in losses]
    assert any(line.startswith("aif nodes: ") and "Anne" in line for line in told)
    assert any(line.startswith("aif nodes: ") and "Default Rephrase" in line for line in told)
    assert sum(line.startswith("aif edges: ") for line in told) == 5


def test_a_changed_map_is_written_as_changed() -> None:
    found = read(MILL)
    claims = tuple(
        claim.model_copy(update={"text": "Sold."} if claim.id == "1" else {})
        for claim in found.claims
        if claim.id != "8"
    )
    relations = tuple(one for one in found.relations if one.premises != ("8",))
    relations += (Relation(id="r9", kind="support", premises=("4",), target="2"),)
    text, losses = dump_map(found.model_copy(update={"claims": claims, "relations": relations}), "aif")
    again = json.loads(text)
    assert {node["nodeID"]: node["text"] for node in again["nodes"]}["1"] == "Sold."
    assert len({edge["edgeID"] for edge in again["edges"]}) == len(again["edges"])
    assert [loss.what for loss in losses] == ["id", "edge"]  # the rephrase led to the claim that is gone
    assert len(load_map(text.encode(), "x").relations) == 3


def test_conflicts_in_a_circle_and_steps_without_claims_are_kept_aside() -> None:
    found = read(
        aif(
            {"1": ("I", "a"), "2": ("CA", ""), "3": ("CA", ""), "4": ("RA", ""), "5": ("RA", "")},
            [("1", "2"), ("2", "3"), ("1", "3"), ("3", "2"), ("1", "4"), ("5", "1")],
        )
    )
    assert not found.relations
    assert [loss.detail.split(" (")[0] for loss in found.losses] == ["CA 2", "CA 3", "RA 4", "RA 5"]


def test_xaif_keeps_numbers_text_and_annotations() -> None:
    graph = aif({"0": ("I", "a"), "1": ("I", "b"), "2": ("RA", "Default Inference")}, [("0", "2"), ("2", "1")])
    for node in graph["nodes"]:
        node["nodeID"] = int(node["nodeID"])
    for edge in graph["edges"]:
        edge.update(edgeID=int(edge["edgeID"]), fromID=int(edge["fromID"]), toID=int(edge["toID"]))
    document = {"AIF": graph, "text": {"txt": "a, so b"}, "dialog": False, "ova": [], "propositionClassifier": {"x": 1}}
    found = read(document)
    assert [(one.premises, one.target) for one in found.relations] == [(("0",), "1")]
    text, losses = dump_map(found, "xaif")
    assert not losses
    assert json.loads(text) == document
    _, losses = dump_map(found, "aif")
    assert [loss.what for loss in losses] == ["xaif text", "xaif dialog", "xaif propositionClassifier"]


def test_an_own_map_becomes_a_graph_that_others_read() -> None:
    own = load_map(b"[A]: x\n  + [B]: y\n  - [C]\n", "m.argdown")
    document = json.loads(dump_map(own, "aif")[0])
    assert [(node["nodeID"], node["type"]) for node in document["nodes"]] == [
        ("A", "I"), ("B", "I"), ("C", "I"), ("r1", "RA"), ("r2", "CA"),
    ]  # fmt: skip
    assert document["locutions"] == []
    assert {(edge["fromID"], edge["toID"]) for edge in document["edges"]} == {
        ("B", "r1"), ("r1", "A"), ("C", "r2"), ("r2", "A"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("document", "hint"),
    [
        ({"nodes": [{"nodeID": "1", "type": "I", "text": "a"}] * 2, "edges": []}, "nodes[1]: a second node"),
        (aif({"1": ("I", "a")}, [("1", "2")]), "edges[0].toID: there is no node '2'"),
        ({"nodes": [{"nodeID": "1", "type": "I", "text": 5}], "edges": []}, "nodes[0].text"),
        ({"nodes": [{"nodeID": "1"}, {"type": "I"}], "edges": []}, "nodes[1].nodeID"),
        ({"nodes": [{"nodeID": "1"}, 5], "edges": []}, "nodes[1] is no object"),
        ({"nodes": [{"nodeID": "1"}], "edges": [{"edgeID": "1", "fromID": "1"}]}, "edges[0].toID is missing"),
        ({"AIF": {"nodes": []}}, "'nodes' and 'edges'"),
        ({"nodes": [{"nodeID": True}], "edges": []}, "nodes[0].nodeID"),
    ],
)
def test_a_broken_graph_is_an_error_with_its_place(document: object, hint: str) -> None:
    with pytest.raises(NotAMapError) as caught:
        read(document)
    assert hint in str(caught.value)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('{"nodes": [], "nodes": [], "edges": []}', "'nodes' twice"),
        ('{"nodes": [NaN], "edges": []}', "NaN"),
        ('{"nodes": [1e999], "edges": []}', "too large"),
        ('{"nodes": ["\\ud800"], "edges": []}', "half a character"),
        ('{"a": ' + "[" * 90 + "]" * 90 + "}", "deeper than"),
        ('{"nodes": [],\n "edges": [}', "graph.json:2"),
        ("[]", "sources"),
    ],
)
def test_json_that_no_map_is(text: str, hint: str) -> None:
    with pytest.raises(NotAMapError) as caught:
        load_map(text.encode(), "graph.json", format="aif")
    assert hint in str(caught.value)
