"""What axe-core finds, at the desk and on a phone, in every part of the page. It runs from web/node_modules."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from argmap.pipeline import Seminar
from tests.browser.conftest import DESK, PHONE, Serve
from tests.browser.labels import of_all_labels

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-page")]

RUN = """axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.map(
    fault => `${fault.id}: ${fault.help}: ${fault.nodes.map(node => node.html.slice(0, 160)).join(' | ')}`))"""
"""All rules that run by default; none is switched off."""


@pytest.fixture(scope="module")
def axe(root: Path) -> str:
    """The checker's script."""
    script = root / "web" / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        pytest.skip("axe-core is not in web/node_modules: run 'make build' where npm can fetch it")
    return script.read_text(encoding="utf-8")


@pytest.fixture(params=["light", "dark"])
def dressed(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page in one of the two themes; the checker may be put into it in spite of the page's policy."""
    theme: Literal["light", "dark"] = request.param
    context = chromium.new_context(
        viewport=DESK,  # type: ignore[arg-type]  # a plain dict
        color_scheme=theme,
        reduced_motion="reduce",
        bypass_csp=True,
    )
    context.set_default_timeout(8000)
    yield context.new_page()
    context.close()


def faults(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found: list[str] = page.evaluate(RUN)
    return found


def test_axe_finds_nothing(dressed: Page, url: str, axe: str) -> None:
    page = dressed
    page.goto(url)
    expect(page.locator("svg [data-claim]").first).to_be_visible()
    expect(page.locator("article")).to_be_visible()
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.get_by_role("button", name="Show all").click()
    assert faults(page, axe) == []
    page.set_viewport_size(DESK)  # type: ignore[arg-type]  # a plain dict
    page.locator('svg [data-claim="Flood"]').click()
    assert faults(page, axe) == []
    for tab in ("Sources", "Findings"):
        page.get_by_role("tab", name=tab).click()
        assert faults(page, axe) == []
    page.get_by_role("tab", name="Sources").click()
    page.get_by_role("button", name="What if it falls? Odo 1913").click()
    expect(page.get_by_role("banner")).to_contain_text("2 claims fall")
    page.get_by_role("button", name="Outline").click()
    assert faults(page, axe) == []
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a plain dict
    for part in ("Text", "Map", "Details"):
        page.get_by_role("navigation", name="What to show").get_by_role("button", name=part).click()
        assert faults(page, axe) == []


def test_axe_finds_nothing_in_what_stands_and_falls(dressed: Page, serve: Serve, axe: str) -> None:
    page = dressed
    page.goto(serve(Seminar(title="Labels", path="labels.argdown", map=of_all_labels())).url)
    page.locator('svg [data-claim="Rich"]').click()
    expect(page.get_by_role("tabpanel")).to_contain_text("What would topple it")
    assert faults(page, axe) == []
    page.get_by_role("button", name="Show why on the map").click()
    expect(page.locator("svg.proving")).to_be_visible()
    assert faults(page, axe) == []
    page.get_by_role("tab", name="Sources").click()
    page.get_by_role("button", name="Weightiest first").click()
    page.get_by_role("button", name="Book 5", exact=True).click()
    page.get_by_role("button", name="Outline").click()
    assert faults(page, axe) == []
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a plain dict
    for part in ("Map", "Details"):
        page.get_by_role("navigation", name="What to show").get_by_role("button", name=part).click()
        assert faults(page, axe) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
