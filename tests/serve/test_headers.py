"""What guards the page."""

import pytest

from argmap.serve import create_app
from tests.serve import hand
from tests.serve.client import Client

PATHS = ["/", "/api/seminar", "/api/map.svg", "/api/nothing", "/api/map.svg?theme=blue", "/healthz"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_guarded(client: Client, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"


def test_webassembly_may_be_compiled_in_the_drawing_worker_and_nowhere_else(client: Client) -> None:
    worker = client.get("/workers/anything.js").headers["content-security-policy"]
    policy = dict(part.split(" ", 1) for part in worker.split("; "))
    assert policy["script-src"] == "'wasm-unsafe-eval'"
    assert policy["default-src"] == "'none'"  # no request, no further script, no worker of its own
    assert "connect-src" not in policy
    assert "'unsafe-eval'" not in worker.split()
    for path in (*PATHS, "/assets/workers/x.js", "/api/workers/"):
        assert "wasm-unsafe-eval" not in client.get(path).headers["content-security-policy"]


def test_answers_are_packed(client: Client) -> None:
    packed = client.get("/api/map.svg", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.text.rstrip().endswith("</svg>")
    assert "content-encoding" not in client.get("/api/map.svg", headers={"Accept-Encoding": "identity"}).headers


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8000", "127.0.0.1", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST."]
)
def test_this_machine_is_welcome(client: Client, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil", ""])
def test_a_name_pointed_at_this_machine_is_refused(client: Client, host: str) -> None:
    answer = client.get("/api/text", headers={"Host": host})
    assert answer.status_code == 421
    assert answer.json()["error"] == "wrong-host"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_proxy_can_be_named() -> None:
    client = Client(create_app(hand.seminar(), hosts=["Seminar.example"]))
    assert client.get("/healthz", headers={"Host": "seminar.example"}).status_code == 200
    assert client.get("/healthz", headers={"Host": "other.example"}).status_code == 421


def test_on_a_network_any_name_will_do() -> None:
    client = Client(create_app(hand.seminar()), host="192.0.2.7")
    assert client.get("/healthz", headers={"Host": "library.example"}).status_code == 200


def test_errors_have_one_form(client: Client) -> None:
    missing = client.get("/api/nothing")
    assert missing.status_code == 404
    assert set(missing.json()) == {"error", "message"}
    assert client.post("/api/text").status_code == 405
    assert client.post("/api/text").json()["error"] == "method-not-allowed"


def test_even_a_failure_is_guarded(monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(hand.seminar())
    monkeypatch.setattr(app.state, "desk", None)
    answer = Client(app).get("/api/seminar")
    assert answer.status_code == 500
    assert answer.json()["error"] == "internal"
    assert "content-security-policy" in answer.headers
