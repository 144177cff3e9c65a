"""The seminar page: an HTTP interface to one seminar, and the built front end beside it."""

from argmap.serve.app import create_app
from argmap.serve.server import run

__all__ = ["create_app", "run"]
