"""A map too large for one picture: an overview whose boxes open, and the neighbourhood of any claim."""

import pytest
from playwright.sync_api import Page, expect

from argmap.pipeline import Seminar, seminar_of_map
from tests.browser.conftest import Serve, Watch
from tests.render.maps import tree

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-page")]

SIZE = 400


@pytest.fixture(scope="module")
def url(serve: Serve) -> str:
    """A map of 400 claims in eight sections."""
    return serve(large()).url


def large() -> Seminar:
    return seminar_of_map(tree(SIZE), "large.argdown")


def test_an_overview_opens_by_keyboard(page: Page, url: str, watch: Watch) -> None:
    page.goto(url)
    boxes = page.locator("svg [data-box]")
    expect(boxes).to_have_count(8)
    part = page.get_by_role("group", name="Part of the map")
    expect(part.get_by_role("status")).to_have_text("Overview: 400 claims in 8 parts; choose one to open it")
    boxes.nth(2).focus()
    page.keyboard.press("Enter")
    expect(page.locator("svg [data-claim]")).to_have_count(50)
    expect(part.get_by_role("status")).to_have_text("Part 2: 50 claims")
    page.get_by_role("button", name="Outline").click()
    expect(page.get_by_role("list", name="Claims of the map").get_by_role("listitem")).to_have_count(50)
    part.get_by_role("button", name="Overview").click()
    expect(page.get_by_role("list", name="Claims of the map").get_by_role("listitem")).to_have_count(8)
    page.get_by_role("button", name="Part 7").click()
    page.get_by_role("button", name="Picture", exact=True).click()
    expect(page.locator('svg [data-claim="Claim 399"]')).to_be_visible()
    assert not watch.errors


def test_a_claim_that_is_chosen_elsewhere_is_drawn_with_what_is_near_it(page: Page, url: str, watch: Watch) -> None:
    page.goto(f"{url}/#claim=Claim+90")
    status = page.get_by_role("group", name="Part of the map").get_by_role("status")
    expect(status).to_have_text("What is near “Claim 90”")
    expect(page.locator('svg [data-claim="Claim 90"]')).to_be_in_viewport()
    expect(page.locator('svg [data-claim="Claim 22"]')).to_be_attached()
    page.locator('svg [data-claim="Claim 360"]').focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Around the selected claim").click()
    expect(status).to_have_text("What is near “Claim 360”")
    page.get_by_role("button", name="Outline").click()
    lines = page.get_by_role("list", name="Claims of the map").get_by_role("listitem")
    expect(lines).to_have_count(6)  # itself, what it supports, what that supports, and three that support the same
    assert not watch.errors


def test_long_lists_begin_with_their_first_rows(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_role("tab", name="Findings").click()
    rows = page.get_by_role("tabpanel").get_by_role("listitem")
    expect(rows).to_have_count(201)
    page.get_by_role("button", name="Show").last.click()
    expect(rows).not_to_have_count(201)
