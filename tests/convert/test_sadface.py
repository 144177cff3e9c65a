"""SADFace."""

import json
from typing import Any

import pytest

from argmap.convert import KEPT, dump_map, load_map
from argmap.errors import NotAMapError
from tests.convert.exchange import sorted_lists


def atom(name: str, text: str) -> dict[str, Any]:
    return {"id": name, "type": "atom", "text": text, "metadata": {}, "sources": []}


def scheme(name: str, kind: str) -> dict[str, Any]:
    return {"id": name, "type": "scheme", "name": kind, "metadata": {"weight": 1}}


def edge(name: str, source: str, target: str) -> dict[str, str]:
    return {"id": name, "source_id": source, "target_id": target}


LEAT = {
    "metadata": {"core": {"title": "Leats", "version": "0.2", "analyst_name": "A. N."}},
    "resources": [{"id": "t", "type": "text", "content": "The leat ran dry. So the mill stood.", "metadata": {}}],
    "nodes": [
        atom("a", "The mill stood."), atom("b", "The leat ran dry."), atom("c", "It rained."), atom("d", "Not there."),
        scheme("s1", "Cause to Effect"), scheme("s2", "conflict"), scheme("s3", "Conflict"), scheme("s4", "support"),
    ],
    "edges": [
        edge("e1", "b", "s1"), edge("e2", "s1", "a"), edge("e3", "c", "s2"), edge("e4", "s2", "b"),
        edge("e5", "d", "s3"), edge("e6", "s3", "s2"), edge("e7", "s4", "a"),
    ],
}  # fmt: skip


def test_atoms_schemes_and_conflicts() -> None:
    found = load_map(json.dumps(LEAT).encode(), "x.json")
    assert found.title == "Leats"
    assert [(one.kind, one.premises, one.target, one.scheme) for one in found.relations] == [
        ("support", ("b",), "a", "Cause to Effect"),
        ("attack", ("c",), "b", None),
        ("undercut", ("d",), "r2", None),
    ]
    assert [(loss.what, loss.detail) for loss in found.losses] == [(KEPT, "scheme s4 (support)")]


def test_everything_comes_back_as_it_was() -> None:
    text, losses = dump_map(load_map(json.dumps(LEAT).encode(), "x.json"), "sadface")
    assert not losses
    again = json.loads(text)
    for key in ("nodes", "edges"):
        assert sorted_lists(again[key]) == sorted_lists(LEAT[key])
    assert again["metadata"] == LEAT["metadata"]
    assert again["resources"] == LEAT["resources"]


def test_a_scheme_of_an_attack_has_no_place() -> None:
    own = load_map(b'{"claims": [{"id": "a"}], "relations": [{"id": "r1", "kind": "attack", "premises": ["a"], '
                   b'"target": "a", "scheme": "from sign"}]}', "m.json")  # fmt: skip
    text, losses = dump_map(own, "sadface")
    assert [node["name"] for node in json.loads(text)["nodes"] if node["type"] == "scheme"] == ["conflict"]
    assert [(loss.what, loss.detail) for loss in losses] == [
        ("text", "claim 'a': has none; its title is written in its place"),
        ("scheme", "relation 'r1': from sign"),
    ]


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        ({"edges": [edge("e", "a", "z")]}, "edges[0].target_id: there is no node 'z'"),
        ({"nodes": [atom("a", "x"), atom("a", "y")]}, "a second node"),
        ({"edges": {"a": 1}}, "'nodes' and 'edges'"),
    ],
)
def test_a_broken_document_is_an_error_with_its_place(change: dict[str, Any], hint: str) -> None:
    with pytest.raises(NotAMapError) as caught:
        load_map(json.dumps(LEAT | change).encode(), "x.json", format="sadface")
    assert hint in str(caught.value)
