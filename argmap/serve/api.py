"""The routes of the interface. They are plain functions, so that they run in threads, off the event loop."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from argmap import __version__
from argmap.errors import NoTextError
from argmap.model import Evaluation, Robustness
from argmap.render import Scene
from argmap.serve.desk import Desk, PageTheme
from argmap.serve.schema import (
    ChangesView,
    FindingView,
    GroundsView,
    Health,
    MapView,
    Problem,
    SeminarView,
    SourceView,
    TextView,
)

MAX_REJECTED = 500
MAX_NAME = 200
MAX_TITLE = 2000


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


At = Annotated[Desk, Depends(_desk)]
Name = Annotated[str, Query(max_length=MAX_NAME)]
Reject = Annotated[
    list[Name],
    Query(max_length=MAX_REJECTED, description="Ids of sources to do without; repeat it for several."),
]
Claim = Annotated[str, Query(max_length=MAX_TITLE, description="Id of a claim of the map.")]
Box = Annotated[int | None, Query(ge=0, description="Only what stands in this box of the overview, by its place.")]
Near = Annotated[
    str | None, Query(max_length=MAX_TITLE, description="Only the neighbourhood of this claim; goes before `box`.")
]


def _scene(box: Box = None, near: Near = None) -> Scene:
    return Scene(box, near)


Shown = Annotated[Scene, Depends(_scene)]
Answers = dict[int | str, dict[str, Any]]
UNKNOWN: Answers = {
    404: {"model": Problem, "description": "No such source, claim or box; the message offers the nearest ones."}
}
INVALID: Answers = {422: {"model": Problem, "description": "A parameter that cannot be read."}}
DRAWING: Answers = {
    500: {"model": Problem, "description": "Graphviz failed."},
    503: {"model": Problem, "description": "Graphviz is not installed."},
}

api = APIRouter(prefix="/api")
health = APIRouter()


@api.get("/seminar", tags=["seminar"])
def seminar(desk: At) -> SeminarView:
    """Title, path, what there is, and counts."""
    return desk.seminar


@api.get("/text", tags=["text"], responses={404: {"model": Problem, "description": "The seminar has no text."}})
def text(desk: At) -> TextView:
    """The text: headings and paragraphs, sentences with verdicts and markers, notes with their mentions."""
    if desk.text is None:
        raise NoTextError
    return desk.text


@api.get("/findings", tags=["text"])
def findings(desk: At) -> list[FindingView]:
    """What the checks report: of the map and its anchors first, then of the text."""
    return desk.findings


@api.get("/sources", tags=["text"])
def sources(desk: At) -> list[SourceView]:
    """The sources of map and text as CSL-JSON, with the claims and notes that use them."""
    return desk.sources


@api.get("/map", tags=["map"])
def argument_map(desk: At) -> MapView:
    """The map, with the ids of its claims and sources in the picture and in the text."""
    return desk.map


@api.get("/evaluation", tags=["map"], responses={**UNKNOWN, **INVALID})
def evaluation(desk: At, reject: Reject = []) -> Evaluation:  # noqa: B006 - FastAPI copies defaults
    """Which claims stand, and why; and what would fall with each further source."""
    return desk.evaluation(reject)


@api.get("/what-if", tags=["map"], responses={**UNKNOWN, **INVALID})
def what_if(desk: At, reject: Reject = []) -> ChangesView:  # noqa: B006 - as above
    """What changes if sources are rejected: the quick answer, for one rejection after another."""
    return desk.changes(reject)


@api.get("/grounds", tags=["map"], responses={**UNKNOWN, **INVALID})
def grounds(desk: At, claim: Claim, reject: Reject = []) -> GroundsView:  # noqa: B006 - as above
    """Why a claim has its status, in words and as the part of the map that proves it."""
    return desk.grounds(claim, reject)


@api.get("/robustness", tags=["map"], responses={**UNKNOWN, **INVALID})
def robustness(desk: At, claim: Claim, reject: Reject = []) -> Robustness:  # noqa: B006 - as above
    """How many sources must fall for a claim to fall, and which; partial, and said to be, where it takes too long."""
    return desk.robustness(claim, reject)


@api.get(
    "/map.dot",
    tags=["map"],
    response_class=Response,
    responses={200: {"content": {"text/vnd.graphviz": {}}}, **UNKNOWN, **INVALID},
)
def dot(
    desk: At,
    scene: Shown,
    reject: Reject = [],  # noqa: B006 - as above
    theme: PageTheme = "light",
) -> Response:
    """The map as DOT, for a Graphviz elsewhere: that of the page, where the server has none."""
    return Response(desk.dot(reject, theme, scene), media_type="text/vnd.graphviz")


@api.get(
    "/map.svg",
    tags=["map"],
    response_class=Response,
    responses={200: {"content": {"image/svg+xml": {}}}, **UNKNOWN, **INVALID, **DRAWING},
)
def picture(
    desk: At,
    scene: Shown,
    reject: Reject = [],  # noqa: B006 - as above
    theme: PageTheme = "light",
) -> Response:
    """The map as SVG, coloured by status: of a large map an overview, or what is asked for of it.

    Groups have the ids that `/api/map` names.
    """
    return Response(desk.picture(reject, theme, scene), media_type="image/svg+xml")


@health.get("/healthz", tags=["seminar"])
async def healthz() -> Health:
    """Whether the server answers."""
    return Health(version=__version__)
