"""Running in the foreground."""

import socket
import threading

import httpx
import pytest
import uvicorn

from argmap.errors import CannotListenError
from argmap.serve import run
from argmap.serve.server import address
from tests.serve import hand


def test_a_taken_port_is_one_clear_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotListenError, match=f"port {port} .*--port"):
            run(hand.seminar(), "127.0.0.1", port, announce=print)


def test_an_unknown_host_is_one_clear_error() -> None:
    with pytest.raises(CannotListenError, match=r"no-such-host\.invalid"):
        run(hand.seminar(), "no-such-host.invalid", 0, announce=print)


def test_it_announces_its_address_and_answers_there(monkeypatch: pytest.MonkeyPatch) -> None:
    servers: list[uvicorn.Server] = []
    told: list[str] = []
    ready = threading.Event()
    make = uvicorn.Server

    def remember(config: uvicorn.Config) -> uvicorn.Server:
        servers.append(make(config))
        return servers[-1]

    def announce(words: str) -> None:
        told.append(words)
        ready.set()

    monkeypatch.setattr(uvicorn, "Server", remember)
    thread = threading.Thread(target=run, args=(hand.seminar(), "127.0.0.1", 0, announce))
    thread.start()
    try:
        assert ready.wait(20)
        where = next(word for word in told[0].split() if word.startswith("http"))
        assert httpx.get(f"{where}/healthz", trust_env=False).json()["status"] == "ok"
    finally:
        for server in servers:
            server.should_exit = True
        thread.join(20)
    assert not thread.is_alive()


def test_addresses_can_be_opened() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        assert address(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}"
