"""Asks an app without a network. Starlette's own client would want a package that nothing else here needs."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import httpx
from fastapi import FastAPI


class Client:
    """Sends requests to an app as if they had come from a socket at `server`."""

    def __init__(self, app: FastAPI, host: str = "localhost") -> None:
        self._app = app
        self._host = host

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> httpx.Response:
        """A GET request."""
        return self._apart("GET", path, headers or {})

    def post(self, path: str) -> httpx.Response:
        """A POST request without a body."""
        return self._apart("POST", path, {})

    def get_all(self, path: str, times: int) -> list[httpx.Response]:
        """The same request from several threads at once."""
        with ThreadPoolExecutor(times) as threads:
            return list(threads.map(self.get, [path] * times))

    def _apart(self, method: str, path: str, headers: Mapping[str, str]) -> httpx.Response:
        """In a thread of its own: this one has an event loop already while a browser is open."""
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(lambda: asyncio.run(self._ask(method, path, headers))).result()

    async def _ask(self, method: str, path: str, headers: Mapping[str, str]) -> httpx.Response:
        transport = httpx.ASGITransport(app=self._app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{self._host}") as client:
            return await client.request(method, path, headers=dict(headers))
