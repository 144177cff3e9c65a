"""The page's files, where they are built and where they are not, and the interface's own description."""

from pathlib import Path

import pytest

from argmap.serve import create_app
from tests.serve import hand
from tests.serve.client import Client


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Client:
    static = tmp_path_factory.mktemp("static")
    (static / "assets").mkdir()
    (static / "docs").mkdir()
    (static / "index.html").write_text("<!doctype html><title>page</title>")
    (static / "docs" / "index.html").write_text("<!doctype html><title>docs</title>")
    (static / "assets" / "a.js").write_text("1")
    return Client(create_app(hand.seminar(), static=static))


def test_files_are_served(built: Client) -> None:
    assert "page" in built.get("/").text
    assert built.get("/").headers["cache-control"] == "no-cache"
    assert "immutable" in built.get("/assets/a.js").headers["cache-control"]
    assert built.get("/docs").headers["location"].endswith("/docs/")
    assert "docs" in built.get("/docs/").text
    assert built.get("/assets/b.js").json()["error"] == "not-found"


@pytest.mark.parametrize("path", ["/../app.py", "/%2e%2e/app.py", "/assets/../../app.py", "/..%2fapp.py", "/%00"])
def test_no_file_outside_is_served(built: Client, path: str) -> None:
    assert built.get(path).status_code in {400, 404}


def test_an_unbuilt_page_says_how_to_build_it(tmp_path: Path) -> None:
    client = Client(create_app(hand.seminar(), static=tmp_path / "none"))
    for path in ("/", "/docs"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert "make build" in answer.text
        assert "<script" not in answer.text
    assert client.get("/assets/a.js").status_code == 404
    assert client.get("/api/seminar").status_code == 200


def test_the_interface_describes_itself(client: Client) -> None:
    schema = client.get("/openapi.json").json()
    paths = schema["paths"]
    assert set(paths) == {
        "/healthz",
        "/api/seminar",
        "/api/text",
        "/api/findings",
        "/api/sources",
        "/api/map",
        "/api/map.svg",
        "/api/map.dot",
        "/api/evaluation",
        "/api/what-if",
        "/api/grounds",
        "/api/robustness",
    }
    for path in paths.values():
        assert path["get"]["tags"]
        assert path["get"]["description"]
        assert path["get"]["responses"]["200"]
    assert "404" in paths["/api/evaluation"]["get"]["responses"]
    assert "503" in paths["/api/map.svg"]["get"]["responses"]
    assert schema["components"]["schemas"]["SentenceView"]["properties"]["verdict"]
