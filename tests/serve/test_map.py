"""The map, its picture and what-ifs."""

import httpx
import pytest
from lxml import etree

from argmap.pipeline import seminar_of_map
from argmap.render import PictureFormat, draw
from argmap.serve import create_app
from tests.render.maps import tree
from tests.serve import hand
from tests.serve.client import Client

SVG = "{http://www.w3.org/2000/svg}"


def statuses(client: Client, query: str = "") -> dict[str, str]:
    return {claim["id"]: claim["status"] for claim in client.get(f"/api/evaluation{query}").json()["claims"]}


def test_nodes_join_map_picture_and_text(client: Client) -> None:
    view = client.get("/api/map").json()
    nodes = {node["id"]: node for node in view["nodes"]}
    assert nodes["Neglect"] == {
        "id": "Neglect",
        "element": "claim-0",
        "role": "claim",
        "sentences": ["p1.s1"],
        "lost": False,
    }
    assert nodes["Warnings"]["role"] == "evidence"
    assert nodes["Rotten timber"]["lost"] is True
    assert [source["element"] for source in view["sources"]] == ["source-0", "source-1", "source-2", "source-3"]


def test_the_picture_has_every_element_that_the_map_names(client: Client) -> None:
    view = client.get("/api/map").json()
    answer = client.get("/api/map.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    ids = {element.get("id") for element in etree.fromstring(answer.content).iter(f"{SVG}g")}
    assert {node["element"] for node in view["nodes"]} <= ids
    cited = {citation["source"] for claim in view["map"]["claims"] for citation in claim["citations"]}
    assert {source["element"] for source in view["sources"] if source["id"] in cited} <= ids


def test_rejecting_a_source_changes_what_stands(client: Client) -> None:
    assert statuses(client)["Neglect"] == "in"
    without = statuses(client, "?reject=odo1913")
    assert (without["Ordinary flood"], without["Flood"], without["Neglect"]) == ("out", "in", "out")
    both = client.get("/api/evaluation?reject=odo1913&reject=tarn1911").json()
    assert set(both["rejected"]) == {"odo1913", "tarn1911"}
    assert {claim["id"]: claim["status"] for claim in both["claims"]}["Neglect"] == "in"


def test_the_picture_shows_what_stands(client: Client) -> None:
    def classes(query: str) -> str:
        tree = etree.fromstring(client.get(f"/api/map.svg{query}").content)
        return next(element.get("class", "") for element in tree.iter(f"{SVG}g") if element.get("id") == "claim-0")

    assert "in" in classes("").split()
    assert "out" in classes("?reject=odo1913").split()


def test_themes_differ(client: Client) -> None:
    assert client.get("/api/map.svg?theme=light").content != client.get("/api/map.svg?theme=dark").content


@pytest.mark.parametrize("path", ["/api/evaluation", "/api/map.svg"])
def test_an_unknown_source_is_answered_with_the_nearest(client: Client, path: str) -> None:
    answer = client.get(f"{path}?reject=marsh1903")
    assert answer.status_code == 404
    assert answer.json()["error"] == "unknown-name"
    assert "marsh1902" in answer.json()["message"]


def test_an_unknown_theme_is_refused(client: Client) -> None:
    answer = client.get("/api/map.svg?theme=blue")
    assert answer.status_code == 422
    assert answer.json()["error"] == "invalid-request"
    assert "theme" in answer.json()["message"]


def test_too_many_rejected_sources_are_refused(client: Client) -> None:
    assert client.get("/api/evaluation?" + "&".join(["reject=a"] * 501)).status_code == 422
    assert client.get("/api/evaluation?reject=" + "a" * 201).status_code == 422


def test_without_graphviz_the_answer_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(create_app(hand.seminar()))
    monkeypatch.setenv("PATH", "/nowhere")
    answer = client.get("/api/map.svg")
    assert answer.status_code == 503
    assert answer.json()["error"] == "graphviz-missing"
    assert "graphviz" in answer.json()["message"]
    assert client.get("/api/evaluation").status_code == 200
    monkeypatch.undo()
    assert client.get("/api/map.svg").status_code == 200  # a failure is not remembered


def test_a_crowd_gets_one_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = []

    def count(dot: str, form: PictureFormat) -> bytes:
        drawn.append(form)
        return draw(dot, form)

    monkeypatch.setattr("argmap.serve.desk.draw", count)
    client = Client(create_app(hand.seminar()))
    answers = client.get_all("/api/map.svg", times=8)
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert drawn == ["svg"]


def ids(answer: httpx.Response) -> set[str]:
    return {group.get("id") or "" for group in etree.fromstring(answer.content).iter(f"{SVG}g")}


@pytest.fixture(scope="module")
def large() -> Client:
    """A map of 200 claims in four sections."""
    return Client(create_app(seminar_of_map(tree(200), "large.argdown")))


def test_a_large_map_is_an_overview_whose_boxes_open(large: Client) -> None:
    boxes = large.get("/api/map").json()["boxes"]
    assert [(box["element"], box["name"], len(box["claims"])) for box in boxes] == [
        (f"group-{number}", f"Part {number}", 50) for number in range(4)
    ]
    overview = ids(large.get("/api/map.svg"))
    assert {box["element"] for box in boxes} <= overview
    assert not any(name.startswith("claim-") for name in overview)
    opened = ids(large.get("/api/map.svg?box=1"))
    assert {name for name in opened if name.startswith("claim-")} == {f"claim-{number}" for number in range(50, 100)}


def test_the_neighbourhood_of_a_claim_crosses_sections(large: Client) -> None:
    near = ids(large.get("/api/map.svg?near=Claim+30"))
    assert {"claim-30", "claim-7", "claim-1", "claim-120", "claim-123"} <= near
    assert "claim-199" not in near
    assert "claim-120" in large.get("/api/map.dot?near=Claim+30").text


@pytest.mark.parametrize("query", ["box=4", "near=Nothing", "box=4&reject=none"])
def test_what_the_map_does_not_have_is_not_drawn(large: Client, query: str) -> None:
    assert large.get(f"/api/map.svg?{query}").status_code == 404


def test_a_box_is_counted_from_naught(large: Client) -> None:
    assert large.get("/api/map.svg?box=-1").status_code == 422


def test_a_small_map_is_one_picture(client: Client) -> None:
    assert client.get("/api/map").json()["boxes"] == []
    assert client.get("/api/map.svg?box=0").status_code == 404
