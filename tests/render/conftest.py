"""Whether pictures can be drawn here."""

import shutil

import pytest


@pytest.fixture(scope="session")
def graphviz() -> None:
    """Skip where there is no Graphviz."""
    if shutil.which("dot") is None:
        pytest.skip("Graphviz is not installed: apt install graphviz")
