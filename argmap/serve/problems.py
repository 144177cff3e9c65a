"""Errors as answers: each is a `Problem`, with the status that fits its cause."""

import re

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from argmap.errors import ArgmapError, GraphvizFailedError, GraphvizMissingError, NoTextError, UnknownNameError
from argmap.serve.schema import Problem

_STATUS: dict[type[Exception], int] = {
    NoTextError: 404,
    UnknownNameError: 404,
    GraphvizMissingError: 503,
    GraphvizFailedError: 500,
}
_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")


def name_of(error: type[Exception]) -> str:
    """`UnknownNameError` -> `unknown-name`."""
    return _WORD.sub("-", error.__name__.removesuffix("Error")).lower()


def answer_problems(app: FastAPI) -> None:
    """Make an app answer its errors in the one form."""
    app.add_exception_handler(ArgmapError, _known)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


def _answer(status: int, error: str, message: str) -> JSONResponse:
    return JSONResponse(Problem(error=error, message=message).model_dump(), status_code=status)


async def _known(_request: Request, error: Exception) -> JSONResponse:
    return _answer(_STATUS.get(type(error), 500), name_of(type(error)), str(error))


async def _invalid(_request: Request, error: Exception) -> JSONResponse:
    faults = error.errors() if isinstance(error, RequestValidationError) else []
    said = "; ".join(f"{'.'.join(str(part) for part in fault['loc'][1:])}: {fault['msg']}" for fault in faults)
    return _answer(422, "invalid-request", said or "The request is not one of this interface.")


async def _http(request: Request, error: Exception) -> JSONResponse:
    status = error.status_code if isinstance(error, HTTPException) else 500
    messages = {
        404: f"There is nothing at {request.url.path}. The interface is listed at /docs.",
        405: f"{request.url.path} does not answer {request.method}.",
    }
    names = {404: "not-found", 405: "method-not-allowed"}
    return _answer(status, names.get(status, f"http-{status}"), messages.get(status, "The request failed."))
