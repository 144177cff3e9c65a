"""What there is, and the seminars that have less."""

from argmap import __version__
from argmap.model import ArgumentMap
from argmap.pipeline import Seminar
from argmap.serve import create_app
from tests.serve import hand
from tests.serve.client import Client


def test_health(client: Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok", "version": __version__}


def test_counts_what_there_is(client: Client) -> None:
    seminar = client.get("/api/seminar").json()
    assert seminar["title"] == "The fall of the Alder bridge"
    assert seminar["path"] == "claims/alder"
    assert (seminar["has_text"], seminar["has_map"], seminar["draft"]) == (True, True, False)
    assert seminar["map"] == {"claims": 6, "evidence": 4, "relations": 3, "sources": 4}
    assert seminar["text"]["uncited"] == 2
    assert seminar["findings"] == {"error": 0, "warning": 2, "info": 2}


def test_a_map_without_a_text() -> None:
    client = Client(create_app(Seminar(title="Map only", path="m.argdown", map=hand.argument_map())))
    assert client.get("/api/seminar").json()["text"] is None
    answer = client.get("/api/text")
    assert answer.status_code == 404
    assert answer.json()["error"] == "no-text"
    assert len(client.get("/api/sources").json()) == 4


def test_a_text_without_a_map() -> None:
    text = hand.text_analysis()
    seminar = Seminar(title="Text only", path=hand.PATH, map=ArgumentMap(), text=text, findings=text.findings)
    client = Client(create_app(seminar))
    assert client.get("/api/seminar").json()["has_map"] is False
    assert client.get("/api/map").json()["nodes"] == []
    assert client.get("/api/evaluation").json()["claims"] == []
    assert client.get("/api/map.svg").status_code == 200
    assert not any(source["in_map"] for source in client.get("/api/sources").json())


def test_hostile_words_arrive_as_they_are() -> None:
    title = "</title><script>alert(1)</script>\u202e & “”"
    client = Client(create_app(hand.seminar(title)))
    assert client.get("/api/seminar").json()["title"] == title
    answer = client.get("/api/seminar")
    assert answer.headers["content-type"] == "application/json"
    assert "<script>" not in client.get("/api/map.svg").text
