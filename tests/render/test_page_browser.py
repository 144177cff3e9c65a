"""The stand-alone file in a real browser, from disk, by keyboard alone."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from argmap.render import View, picture_of
from argmap.render.page import drawer
from argmap.render.theme import DARK
from tests.render.maps import HARBOUR, VERDICT, tree

pytestmark = pytest.mark.browser


AXE = (Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js",)


@pytest.fixture(scope="module")
def seen(graphviz: None, tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401, ARG001 - JSON; skips
    names = ("chromium", "chromium-browser", "google-chrome")
    chromium = next((path for name in names if (path := shutil.which(name))), None)
    if chromium is None:
        reason = "no Chromium on the PATH: install the package 'chromium'"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("page")
    page, large = folder / "harbour.html", folder / "large.html"
    for file, argument_map, verdict in ((page, HARBOUR, VERDICT), (large, tree(200), None)):
        file.write_bytes(picture_of(argument_map, verdict, "html", view=View(), theme="light", say=print))
    undrawn = folder / "undrawn.html"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(folder))
        undrawn.write_bytes(picture_of(tree(200), None, "html", view=View(), theme="light", say=print))
    axe = [str(script) for script in AXE if script.is_file()][:1]
    driver = Path(__file__).with_name("drive.py")
    command = [sys.executable, str(driver), chromium, str(page), str(large), str(undrawn), *axe]
    run = subprocess.run(command, capture_output=True, check=False, timeout=180)
    assert run.returncode == 0, run.stderr.decode()
    return json.loads(run.stdout)


def test_the_browser_finds_no_fault_and_asks_for_nothing_else(seen: Any) -> None:  # noqa: ANN401
    assert seen["errors"] == []
    assert len(seen["requests"]) == 4
    assert all(url.startswith("file:") and url.endswith(".html") for url in seen["requests"])


@pytest.mark.parametrize("screen", ["desk", "phone"])
def test_the_map_can_be_moved_and_read_by_keyboard(seen: Any, screen: str) -> None:  # noqa: ANN401
    assert seen[screen]["fits"]
    keys = seen[screen]["keys"]
    assert keys["zoomed"]
    assert keys["moved"]
    assert keys["whole"]
    assert keys["pressed"] == "true"
    assert keys["current"] == "claim-3"
    assert "War did it" in keys["chosen"]


@pytest.mark.parametrize("screen", ["desk", "phone"])
def test_searching_finds_claims_and_enter_chooses_the_first(seen: Any, screen: str) -> None:  # noqa: ANN401
    search = seen[screen]["search"]
    assert search == {"shown": 2, "said": "2 found", "first": "Dredging stopped", "after": 9}


def test_panels_say_why_and_on_what(seen: Any) -> None:  # noqa: ANN401
    panels = {name: " ".join(text.split()) for name, text in seen["desk"]["panels"].items()}
    assert "Dredging stopped together with From silt to closure" in panels["claim-0"]
    assert "undercut by Tides scour" in panels["claim-0"]
    assert "contested for a reason" in panels["claim-0"]
    assert "Ledger of the harbour master, 2 May 1901" in panels["claim-2"]
    assert "Not in the list of sources." in panels["claim-3"]
    assert "No source" in panels["claim-4"]
    assert "undercuts an inference to The harbour failed" in panels["claim-6"]
    assert "Ledger of 1901" in panels["source-1"]


def test_the_map_is_dark_where_the_system_is_dark(seen: Any) -> None:  # noqa: ANN401
    red, green, blue = (int(DARK.claim[start : start + 2], 16) for start in (1, 3, 5))
    assert seen["desk"]["fill"] == f"rgb({red}, {green}, {blue})"


@pytest.mark.parametrize("screen", ["desk", "phone"])
def test_an_overview_begins_with_its_first_box_large_enough_to_be_read(seen: Any, screen: str) -> None:  # noqa: ANN401
    assert seen[screen]["sections"]["begun"]["pixels"] >= 0.6
    assert seen[screen]["sections"]["begun"]["inside"]


@pytest.mark.parametrize("screen", ["desk", "phone"])
def test_sections_open_and_close_by_keyboard(seen: Any, screen: str) -> None:  # noqa: ANN401
    sections = seen[screen]["sections"]
    assert sections["opened"] == sections["back"] == sections["other"] == 1
    assert sections["far"] > 10
    assert sections["left"] == 0
    assert sections["heading"] == "Claim 120"
    red, green, blue = (int(DARK.claim[start : start + 2], 16) for start in (1, 3, 5))
    assert sections["fill"] == f"rgb({red}, {green}, {blue})"


@pytest.mark.skipif(not any(path.is_file() for path in AXE), reason="axe-core is not installed: npm ci in web/")
@pytest.mark.parametrize("screen", ["desk", "phone"])
def test_axe_finds_nothing(seen: Any, screen: str) -> None:  # noqa: ANN401
    assert seen[screen]["faults"] == []


@pytest.mark.skipif(not drawer(), reason="the page is not built, and so there is no Graphviz to put into a file")
def test_a_file_made_without_graphviz_draws_itself_and_asks_nobody(seen: Any) -> None:  # noqa: ANN401
    assert seen["undrawn"] == {"said": [], "asked": ["file", "blob"], "chosen": "Claim 50"}
