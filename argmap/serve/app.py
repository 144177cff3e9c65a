"""Puts the parts together."""

from collections.abc import Collection
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from argmap import __version__
from argmap.pipeline import Seminar
from argmap.serve.api import api, health
from argmap.serve.desk import Desk
from argmap.serve.guard import Guard
from argmap.serve.page import STATIC, Page
from argmap.serve.problems import answer_problems

_TAGS = [
    {"name": "seminar", "description": "What is put in front of the class."},
    {"name": "text", "description": "The text, its notes, its sources, and what the checks say of it."},
    {"name": "map", "description": "The argument map, its picture, and what stands if a source falls."},
]


def create_app(seminar: Seminar, *, hosts: Collection[str] = (), static: Path = STATIC) -> FastAPI:
    """The seminar as an ASGI app: the page at `/`, the interface under `/api`, its documentation at `/docs`.

    Args:
        seminar: What to serve; it never changes.
        hosts: Names beside localhost under which a server on a loopback address may be asked (a reverse proxy's).
        static: Where the built page is.
    """
    app = FastAPI(
        title="argmap",
        version=__version__,
        summary="One seminar: a text, its argument map, its sources, and what the checks find.",
        openapi_tags=_TAGS,
        docs_url=None,  # FastAPI's own page loads from elsewhere and runs inline scripts; ours is a static file
        redoc_url=None,
    )
    app.state.desk = Desk(seminar)
    app.include_router(health)
    app.include_router(api)
    answer_problems(app)
    app.mount("/", Page(static), name="page")
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)  # a large map is megabytes of JSON
    app.add_middleware(Guard, hosts=hosts)
    return app
