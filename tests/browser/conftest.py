"""A real browser at a real server. Both are ours alone: no page of the outside world is ever asked for."""

import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from argmap.pipeline import Seminar
from argmap.serve import create_app
from argmap.serve.page import STATIC
from tests.serve import hand

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}


def missing(what: str) -> None:
    """Where nobody looks, a test that cannot run is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's browser."""
    program = next((path for name in NAMES if (path := shutil.which(name))), None)
    if program is None:
        missing("no Chromium on the PATH: install the package 'chromium'")
    if not (STATIC / "index.html").is_file():
        missing("the page is not built: run 'make build'")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Server:
    """A seminar served on a free port of this machine."""

    seminar: Seminar
    url: str = ""
    _server: uvicorn.Server | None = None
    _thread: threading.Thread | None = None
    _listener: socket.socket | None = None

    def start(self) -> "Server":
        """Begin to answer."""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        config = uvicorn.Config(create_app(self.seminar), log_level="error", lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._listener]})
        self._thread.start()
        return self

    def stop(self) -> None:
        """Answer no more."""
        if self._server and self._thread and self._listener:
            self._server.force_exit = self._server.should_exit = True
            self._thread.join(20)
            self._listener.close()


Serve = Callable[[Seminar], Server]


@pytest.fixture(scope="module")
def serve() -> Iterator[Serve]:
    """Starts servers; all are stopped in the end."""
    servers: list[Server] = []

    def start(seminar: Seminar) -> Server:
        servers.append(Server(seminar).start())
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture(scope="module")
def url(serve: Serve) -> str:
    """The seminar made by hand."""
    return serve(hand.seminar()).url


@dataclass
class Watch:
    """What a page said and asked for while a test looked elsewhere."""

    errors: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def over(self, page: Page) -> Page:
        """Watch a page."""
        page.on("console", lambda said: self.errors.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        return page


@pytest.fixture
def watch() -> Watch:
    """Collects errors and requests of the test's page."""
    return Watch()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A fresh profile at desk size, without motion."""
    context = chromium.new_context(viewport=DESK, reduced_motion="reduce")  # type: ignore[arg-type]  # a plain dict
    context.set_default_timeout(8000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, watch: Watch) -> Page:
    """A page; that it says no error and asks no other host is checked by the tests that mean to."""
    return watch.over(context.new_page())


@pytest.fixture
def phone(chromium: Browser, watch: Watch) -> Iterator[Page]:
    """A page at the size of a phone."""
    context = chromium.new_context(viewport=PHONE, reduced_motion="reduce", has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    context.set_default_timeout(8000)
    yield watch.over(context.new_page())
    context.close()
