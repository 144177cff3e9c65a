"""What stands, why, and what falls with a source, as a class sees it."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from argmap.evaluate import WhatIf
from argmap.model import NoteCitations, Reading
from argmap.pipeline import Seminar
from tests.browser.conftest import Serve, Watch
from tests.browser.labels import LABELS, of_all_labels
from tests.serve import hand

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-page")]


@pytest.fixture(scope="module")
def labels(serve: Serve) -> str:
    return serve(Seminar(title="Labels", path="labels.argdown", map=of_all_labels())).url


def node(page: Page, claim: str) -> Locator:
    return page.locator(f'svg [data-claim="{claim}"]')


def opened(page: Page, url: str) -> Page:
    page.goto(url)
    expect(node(page, "Safe")).to_have_class(re.compile(r"\bstatus\b"))
    return page


def test_the_map_has_all_labels() -> None:
    assert {claim.label for claim in WhatIf(of_all_labels()).evaluation().claims} == set(LABELS)


def test_labels_are_told_apart_by_colour_and_by_form(page: Page, labels: str, watch: Watch) -> None:
    opened(page, labels)
    of = {"stands": "Rich", "contested": "Safe", "refuted": "Never paid", "unsupported": "Guess", "circular": "Talk"}
    style = """group => { const found = getComputedStyle(group.querySelector(':scope > [aria-hidden]'));
        return [found.stroke, found.strokeDasharray] }"""
    outlines = {label: node(page, claim).evaluate(style) for label, claim in of.items()}
    assert len({colour for colour, _ in outlines.values()}) == len(LABELS)
    assert len({dashes for _, dashes in outlines.values()}) == len(LABELS)
    for label, claim in of.items():
        expect(node(page, claim).locator("text.label")).to_have_text(label)
    page.get_by_role("button", name="Outline").click()
    tags = [page.locator(f".outline .tag.{label}").first for label in LABELS]
    frame = "tag => { const s = getComputedStyle(tag); return [s.backgroundColor, s.borderStyle + s.color] }"
    frames = [tag.evaluate(frame) for tag in tags]
    assert len({tuple(found) for found in frames}) == len(LABELS)
    page.emulate_media(media="print")  # black on white: by form alone
    form = """tag => { const s = getComputedStyle(tag);
        return s.borderStyle + s.borderWidth + s.borderRadius + s.backgroundColor }"""
    assert len({tag.evaluate(form) for tag in tags}) == len(LABELS)
    page.emulate_media(media="screen")
    signs = page.get_by_role("list", name="Signs of the map")
    for label, number in (("contested", 2), ("circular", 2), ("refuted", 1), ("unsupported", 1)):
        expect(signs.get_by_role("listitem").filter(has_text=label)).to_contain_text(str(number))
    assert not watch.errors


def test_a_source_shows_what_is_lost_gained_and_contested(page: Page, labels: str) -> None:
    opened(page, f"{labels}/#source=s2")
    panel = page.get_by_role("tabpanel")
    expect(panel).to_contain_text("single point of failure")
    expect(panel).to_contain_text("1 claim would fall with it")
    for title, claim in (("Would be lost", "Cracks"), ("Would come to stand", "Safe")):
        rows = panel.locator(f"h3:has-text('{title}') + ul")
        expect(rows.get_by_role("button", name=claim, exact=True)).to_be_visible()
    panel.get_by_role("button", name="What if it falls?").click()
    expect(page.get_by_role("banner")).to_contain_text("1 claim falls, 1 claim rises")
    expect(node(page, "Safe")).to_have_class(re.compile(r"\bstands\b"))
    expect(panel).to_contain_text("Alone, it topples 1 claim")
    page.goto(f"{labels}/#source=s5")
    expect(panel.locator("h3:has-text('Derived from it') + p")).to_contain_text("Book 4")
    expect(panel.locator("h3:has-text('Would be lost') + ul li")).to_have_count(2)
    expect(panel.locator("h3:has-text('Cited for a step to') + ul")).to_contain_text("Rich")
    page.get_by_role("tab", name="Sources").click()
    expect(panel).to_contain_text("single points of failure")
    panel.get_by_role("button", name="Weightiest first").click()
    expect(panel.get_by_role("listitem").first).to_contain_text("would fall with it")


def test_why_is_shown_on_the_map_by_the_keyboard(page: Page, url: str, watch: Watch) -> None:
    page.goto(f"{url}/#claim=Neglect")
    button = page.get_by_role("button", name="Show why on the map")
    expect(page.get_by_role("tabpanel")).to_contain_text("This rests on 4 other claims, 3 relations and 3 sources.")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    for claim in ("Warnings", "Rotten timber", "Flood", "Ordinary flood"):
        expect(node(page, claim)).to_have_class(re.compile(r"\bnear\b"))
    expect(node(page, "No money")).not_to_have_class(re.compile(r"\bnear\b"))
    assert float(node(page, "No money").evaluate("group => getComputedStyle(group).opacity")) < 0.3
    near = page.locator("svg g.near").evaluate_all("groups => groups.map(group => group.id)")
    assert {"r2", "r3", "cites-4-2", "source-2"} <= set(near)
    assert "source-1" not in near  # the refuted flood's own source proves nothing
    page.keyboard.press("Enter")
    expect(page.locator("svg.proving")).to_have_count(0)
    assert not watch.errors


def test_what_would_topple_a_claim_can_be_tried(page: Page, url: str) -> None:
    page.goto(f"{url}/#claim=Neglect")
    panel = page.get_by_role("tabpanel")
    expect(panel).to_contain_text("Any one of 3 sources topples it alone.")
    expect(panel).to_contain_text("If Tarn and Pell 1911 falls too, that brings it back.")
    panel.get_by_role("button", name="Set aside Odo 1913").click()
    expect(page.get_by_role("banner")).to_contain_text("What if Odo 1913 falls?")
    expect(panel.locator(".why")).to_contain_text("refuted: Flood attacks it and stands")
    expect(panel).not_to_contain_text("What would topple it")


def test_an_answer_that_is_partial_says_so(page: Page, url: str) -> None:
    found: dict[str, object] = {
        "claim": "Neglect",
        "robustness": None,
        "toppled_by": [],
        "held_by": [],
        "exact": False,
        "why": "too long",
    }
    page.route("**/api/robustness*", lambda route: route.fulfill(json=found))
    page.goto(f"{url}/#claim=Neglect")
    expect(page.get_by_role("tabpanel")).to_contain_text("This list is not complete: too long.")


def test_relations_and_standards_are_told(page: Page, labels: str) -> None:
    opened(page, f"{labels}/#claim=Rich")
    panel = page.get_by_role("tabpanel")
    for words in (
        "To stand it must have support that goes back to 2 independent roots.",
        "weight 0.5",
        "“By their tolls” · scheme: sign",
        "Cited for the step itself: Book 5, p. 9",
    ):
        expect(panel).to_contain_text(words)
    page.goto(f"{labels}/#claim=Rumour")
    expect(panel).to_contain_text("argmap suggests this step, about 7 in 10 sure: it is said beside it")
    page.goto(f"{labels}/#claim=Never+paid")
    expect(panel).to_contain_text("weight 0.8")


def test_readings_of_a_back_reference_with_their_chance(page: Page, serve: Serve) -> None:
    seminar = hand.seminar()
    assert seminar.text is not None
    citations = seminar.text.citations
    ibid = citations.notes[2].mentions[0]
    best, rival = (
        Reading(note="2", source=source, probability=part) for source, part in (("odo1913", 0.8), ("tarn1911", 0.15))
    )
    mention = ibid.model_copy(update={"best": best, "literal": best, "rivals": (rival,)})
    notes = (*citations.notes[:2], NoteCitations(n="3", note="3", mentions=(mention,)), *citations.notes[3:])
    text = seminar.text.model_copy(update={"citations": citations.model_copy(update={"notes": notes})})
    page.goto(f"{serve(seminar.model_copy(update={'text': text})).url}/#note=3")
    readings = page.get_by_role("list", name="Readings").get_by_role("listitem")
    expect(readings.nth(0)).to_have_text("Read as: Odo 1913 (note 2), likely, about 8 in 10")
    expect(readings.nth(1)).to_have_text("Or: Tarn and Pell 1911 (note 2), unlikely, about 2 in 10")
