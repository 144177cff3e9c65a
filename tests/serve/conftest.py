"""One app for all tests of the interface."""

import pytest

from argmap.serve import create_app
from tests.serve import hand
from tests.serve.client import Client


@pytest.fixture(scope="session")
def client() -> Client:
    """Asks the interface of the seminar made by hand."""
    return Client(create_app(hand.seminar()))
