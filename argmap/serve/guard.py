"""What stands around every answer: headers that keep a page to itself, and the check of the host that was asked for."""

from collections.abc import Collection
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from argmap.serve.schema import Problem

_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
_DRAWING = {
    "default-src": "'none'",
    "script-src": "'wasm-unsafe-eval'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
"""For the one script that runs Graphviz as WebAssembly, which `script-src` of the page forbids to compile.

It is a worker, which has the policy that it is served with, not that of the page: there WebAssembly may be compiled, and
nothing else is possible: no JavaScript from a string (that would be `unsafe-eval`), no further script, no request. The
page itself may neither compile WebAssembly nor evaluate anything.
"""
WORKERS = "/workers/"


def _written(policy: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in policy.items())


HEADERS = {
    "Content-Security-Policy": _written(_POLICY),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Guard:
    """Sets the headers and refuses foreign host names.

    A name that an attacker points at a loopback address lets a web page elsewhere read this server (DNS rebinding).
    So a request that arrived at a loopback address must ask for that address, for `localhost`, or for one of `hosts`
    (a reverse proxy's name). On other addresses the page is public anyway, and any name will do.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str] = ()) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one ASGI connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        begun = False

        async def send_guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if scope["path"].startswith(WORKERS):
                    headers["Content-Security-Policy"] = _written(_DRAWING)
                headers.setdefault("Cache-Control", "no-cache")
            await send(message)

        try:
            await (self._app if self._welcome(scope) else _refusal)(scope, receive, send_guarded)
        except Exception:
            if not begun:  # else the framework's own answer would go out without the headers
                await _failure(scope, receive, send_guarded)
            raise

    def _welcome(self, scope: Scope) -> bool:
        server = scope.get("server")
        name = _host(Headers(scope=scope).get("host", ""))
        return server is None or not _is_loopback(server[0]) or _is_loopback(name) or name in self._hosts


def _host(header: str) -> str:
    """The name in a Host header, without port, brackets and the root's dot."""
    header = header.strip().lower()
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0].rstrip(".")


def _is_loopback(name: str) -> bool:
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


async def _failure(scope: Scope, receive: Receive, send: Send) -> None:
    problem = Problem(error="internal", message="The server failed at this request; what it printed says why.")
    await JSONResponse(problem.model_dump(), status_code=500)(scope, receive, send)


async def _refusal(scope: Scope, receive: Receive, send: Send) -> None:
    problem = Problem(
        error="wrong-host",
        message="This server answers on this machine only: open it as localhost or 127.0.0.1, not under another name.",
    )
    await JSONResponse(problem.model_dump(), status_code=421)(scope, receive, send)
