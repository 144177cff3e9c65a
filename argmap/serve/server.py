"""Runs the app in the foreground."""

import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from argmap.errors import CannotListenError
from argmap.pipeline import Seminar
from argmap.serve.app import create_app


def run(seminar: Seminar, host: str, port: int, announce: Callable[[str], object]) -> None:
    """Serve a seminar until interrupted. `announce` is told the address once it is bound; port 0 takes a free one.

    Raises:
        CannotListenError: If the address is taken, not ours, or not allowed.
    """
    listener = _listen(host, port)
    with listener, suppress(KeyboardInterrupt):
        config = uvicorn.Config(create_app(seminar), log_level="warning", server_header=False, lifespan="off")
        announce(f"{seminar.title}: {address(listener)} (stop it with Ctrl-C)")
        uvicorn.Server(config).run(sockets=[listener])


def address(listener: socket.socket) -> str:
    """The address to open in a browser."""
    host, port = listener.getsockname()[:2]
    if host in {"0.0.0.0", "::"}:  # noqa: S104 - compared, not bound
        host = socket.gethostname()
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise CannotListenError(host, port, error.strerror or str(error)) from None
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(place)
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise CannotListenError(host, port, error.strerror or str(error)) from None
    return listener
