"""The built page: package data in `static/`, made by Vite from `web/`."""

from os import PathLike
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

STATIC = Path(__file__).resolve().parent / "static"

_YEAR = 31_536_000
_NAMED_BY_CONTENT = ("assets/", "workers/")
_PAGES = frozenset({".", "docs"})

_NOT_BUILT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>argmap: the page is not built</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><h1>The page is not built</h1>
<p>The server works, but its front end has not been built in this checkout.
Stop the server, run <code>make build</code> in the project's folder, and start it again.</p>
<p>The interface answers meanwhile: <a href="/api/seminar">/api/seminar</a>,
<a href="/openapi.json">/openapi.json</a>.</p></body></html>
"""


class Page(StaticFiles):
    """Serves the built files; where there are none, a page that says how to build them."""

    def __init__(self, directory: str | PathLike[str] = STATIC) -> None:
        super().__init__(directory=directory, html=True, check_dir=False)
        self._index = Path(directory) / "index.html"

    async def check_config(self) -> None:
        """A missing folder is no error: it is a page that is not built yet."""
        if self._index.is_file():
            await super().check_config()

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file, or an index page. Files named by their content may be kept for ever."""
        if path in _PAGES and not self._index.is_file():
            return HTMLResponse(_NOT_BUILT, status_code=503)
        if not self._index.is_file() or "\0" in path:
            raise HTTPException(404)
        response = await super().get_response(path, scope)
        if path.startswith(_NAMED_BY_CONTENT):
            response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
        return response
