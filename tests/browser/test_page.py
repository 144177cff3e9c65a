"""Reading and choosing: the page as a student uses it, with the mouse, the keyboard and a phone."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Watch

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-page")]


def sentence(page: Page, name: str) -> Locator:
    return page.locator(f'[data-sentence="{name}"]')


def node(page: Page, claim: str) -> Locator:
    return page.locator(f'svg [data-claim="{claim}"]')


def opened(page: Page, url: str) -> Page:
    page.goto(url)
    expect(page.locator("article")).to_be_visible()
    expect(page.locator("svg [data-claim]").first).to_be_visible()
    return page


def test_text_and_map_stand_side_by_side(page: Page, url: str, watch: Watch) -> None:
    opened(page, url)
    expect(page.get_by_role("heading", level=1)).to_have_text("The fall of the Alder bridge")
    expect(page).to_have_title(re.compile("The fall of the Alder bridge"))
    text, picture = page.locator("#text").bounding_box(), page.locator("#map").bounding_box()
    assert text is not None
    assert picture is not None
    assert text["x"] + text["width"] <= picture["x"] + 1
    assert picture["width"] > 400
    assert picture["height"] > 250
    assert not watch.errors
    assert {urlsplit(asked).netloc for asked in watch.asked} == {urlsplit(url).netloc}


def test_a_claim_chosen_in_the_text_is_shown_in_the_map(page: Page, url: str) -> None:
    opened(page, url)
    sentence(page, "p1.s2").click()
    expect(node(page, "Warnings")).to_have_class(re.compile(r"\bchosen\b"))
    expect(node(page, "Warnings")).to_have_attribute("aria-pressed", "true")
    expect(node(page, "Neglect")).to_have_class(re.compile(r"\bnear\b"))
    details = page.locator("#details")
    expect(details.get_by_role("heading", name="Warnings")).to_be_visible()
    expect(details).to_contain_text("Three reports warned of rotten piers.")
    expect(details).to_contain_text("Marsh, Edith. Bridges of the Alder. Ostry: Pell, 1902.")
    expect(details).to_contain_text("cited by a note in the sentence")
    assert "claim=Warnings" in page.url


def test_a_claim_chosen_in_the_map_is_shown_in_the_text(page: Page, url: str) -> None:
    opened(page, url)
    node(page, "Flood").click()
    expect(sentence(page, "p2.s1")).to_have_class(re.compile(r"\bchosen\b"))
    expect(sentence(page, "p2.s1")).to_be_in_viewport()
    expect(page.locator("#details")).to_contain_text("Attacked by")
    expect(page.locator("#details").get_by_role("button", name="Ordinary flood").first).to_be_visible()
    expect(page.get_by_test_id("announcer")).to_contain_text("Flood, refuted")


def test_the_keyboard_alone_does_the_same(page: Page, url: str) -> None:
    opened(page, url)
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('[data-sentence]')"):
            break
    page.keyboard.press("Enter")
    expect(node(page, "Neglect")).to_have_class(re.compile(r"\bchosen\b"))
    page.keyboard.press("Escape")
    expect(node(page, "Neglect")).not_to_have_class(re.compile(r"\bchosen\b"))
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.claim === 'Ordinary flood'"):
            break
    page.keyboard.press("Enter")
    expect(sentence(page, "p2.s3")).to_have_class(re.compile(r"\bchosen\b"))
    outline = page.evaluate("getComputedStyle(document.activeElement.querySelector('path, polygon')).strokeWidth")
    assert float(outline.removesuffix("px")) >= 3


def test_skip_links_lead_to_every_part(page: Page, url: str) -> None:
    opened(page, url)
    for part in ("text", "map", "details"):
        page.get_by_role("link", name=f"Skip to the {part}").focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"#{part}")).to_be_focused()


def test_uncited_claims_are_marked_in_words_and_visited_in_turn(page: Page, url: str) -> None:
    opened(page, url)
    flags = page.locator("article .flag", has_text="uncited")
    expect(flags).to_have_count(2)
    expect(sentence(page, "p1.s3").locator(".flag")).to_be_visible()
    expect(page.get_by_role("list", name="Legend")).to_contain_text("needs a citation, has none")
    button = page.get_by_role("button", name=re.compile(r"Next uncited \(2\)"))
    for name in ("p1.s3", "p2.s5", "p1.s3"):
        button.click()
        expect(sentence(page, name)).to_have_class(re.compile(r"\bchosen\b"))
    expect(page.locator("#details")).to_contain_text("uncited")


def test_what_was_not_checked_is_marked_and_visited_too(page: Page, url: str) -> None:
    opened(page, url)
    expect(page.get_by_role("banner")).to_contain_text("2 without citation · 1 not checked")
    expect(page.locator("article .flag", has_text="unchecked")).to_have_count(1)
    expect(page.get_by_role("list", name="Legend")).to_contain_text("has none, and may need one")
    page.get_by_role("button", name=re.compile(r"Next unchecked \(1\)")).click()
    expect(sentence(page, "p2.s2")).to_have_class(re.compile(r"\bchosen\b"))
    expect(page.locator("#details")).to_contain_text("no citation; whether it needs one is in doubt")
    expect(page.get_by_text("Every claim that needs a citation has one")).to_have_count(0)


def test_a_marker_opens_its_note(page: Page, url: str) -> None:
    opened(page, url)
    sentence(page, "p2.s3").get_by_role("button", name="Note 3").click()
    details = page.locator("#details")
    expect(details.get_by_role("heading", name="Note 3")).to_be_visible()
    expect(details).to_contain_text("ambiguous")
    expect(details).to_contain_text("It may mean Odo 1913 (note 2) or Tarn and Pell 1911 (note 2)")
    details.get_by_role("button", name="paragraph 2, sentence 3").click()
    expect(sentence(page, "p2.s3").locator("[tabindex]").first).to_be_focused()
    expect(sentence(page, "p2.s5").locator(".dangling")).to_have_text("9?")


def test_what_falls_with_a_source(page: Page, url: str) -> None:
    opened(page, url)
    page.get_by_role("tab", name="Sources").click()
    page.get_by_role("button", name="What if it falls? Odo 1913").click()
    header = page.get_by_role("banner")
    expect(header).to_contain_text("What if Odo 1913 falls? 2 claims fall, 1 claim rises:")
    expect(header.get_by_role("button", name=re.compile("^(Neglect|Ordinary flood)$"))).to_have_count(2)
    expect(node(page, "Neglect")).to_have_class(re.compile(r"\bout\b"))
    expect(node(page, "Flood")).to_have_class(re.compile(r"\bin\b"))
    expect(sentence(page, "p1.s1").locator(".flag")).to_have_text("falls")
    header.get_by_role("button", name="Neglect").click()
    expect(page.locator("#details")).to_contain_text("refuted")
    page.get_by_role("button", name="Put back").click()
    expect(header).not_to_contain_text("What if")
    expect(node(page, "Neglect")).to_have_class(re.compile(r"\bin\b"))


def test_findings_lead_to_their_places(page: Page, url: str) -> None:
    opened(page, url)
    page.get_by_role("tab", name=re.compile(r"Findings \(4\)")).click()
    panel = page.get_by_role("tabpanel")
    panel.get_by_role("button", name="paragraph 1, sentence 3").click()
    expect(sentence(page, "p1.s3")).to_have_class(re.compile(r"\bchosen\b"))
    page.get_by_role("tab", name=re.compile("Findings")).click()
    panel.get_by_role("button", name="note 3").click()
    expect(panel.get_by_role("heading", name="Note 3")).to_be_visible()
    page.get_by_role("tab", name=re.compile("Findings")).click()
    panel.get_by_role("button", name="No money").click()
    expect(node(page, "No money")).to_have_class(re.compile(r"\bchosen\b"))


def test_the_address_keeps_the_choice(page: Page, url: str) -> None:
    opened(page, f"{url}/#claim=Ordinary+flood")
    expect(node(page, "Ordinary flood")).to_have_class(re.compile(r"\bchosen\b"))
    expect(sentence(page, "p2.s3")).to_have_class(re.compile(r"\bchosen\b"))
    node(page, "Warnings").click()
    page.go_back()
    expect(node(page, "Ordinary flood")).to_have_class(re.compile(r"\bchosen\b"))
    opened(page, f"{url}/?again#claim=No+such+claim")
    expect(page.locator("#details")).to_contain_text("There is no claim “No such claim” in this seminar.")


def test_the_map_can_be_moved_and_sized(page: Page, url: str) -> None:
    opened(page, url)
    svg = page.locator("#map .frame svg")

    def view() -> list[float]:
        return [float(part) for part in str(svg.get_attribute("viewBox")).split()]

    whole = view()
    page.get_by_role("button", name="Zoom in").click()
    assert view()[2] < whole[2]
    node(page, "Neglect").focus()
    page.keyboard.press("ArrowRight")
    moved = view()
    assert moved[0] > whole[0]
    page.mouse.move(900, 300)
    page.mouse.wheel(0, -200)
    page.wait_for_function("old => document.querySelector('#map svg').viewBox.baseVal.width < old", arg=moved[2])
    page.mouse.down()
    page.mouse.move(960, 340, steps=4)
    page.mouse.up()
    assert page.locator("svg .chosen").count() == 0  # dragging chooses nothing
    page.get_by_role("button", name="Show all").click()
    assert view()[2] >= whole[2] - 1


def test_the_outline_says_the_same_as_the_picture(page: Page, url: str) -> None:
    opened(page, url)
    page.get_by_role("button", name="Outline").click()
    lines = page.get_by_role("list", name="Claims of the map").get_by_role("listitem")
    expect(lines).to_have_count(6)
    expect(lines.nth(3)).to_contain_text("but Flood")
    lines.nth(3).get_by_role("button").click()
    expect(sentence(page, "p2.s1")).to_have_class(re.compile(r"\bchosen\b"))


def test_on_a_phone_one_part_is_shown_at_a_time(phone: Page, url: str, watch: Watch) -> None:
    phone.goto(url)
    expect(phone.locator("article")).to_be_visible()
    expect(phone.locator("#map")).to_be_hidden()
    for name, part in (("Map", "#map"), ("Details", "#details"), ("Text", "#text")):
        phone.get_by_role("button", name=name, exact=True).click()
        expect(phone.locator(part)).to_be_visible()
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sentence(phone, "p1.s2").tap()
    bar = phone.locator(".peek")
    expect(bar).to_contain_text("Warnings")
    bar.get_by_role("button", name="Map").click()
    expect(node(phone, "Warnings")).to_be_in_viewport()
    phone.locator(".peek").get_by_role("button", name="Details").click()
    expect(phone.locator("#details")).to_contain_text("Marsh, Edith")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not watch.errors


def test_the_interface_documents_itself_without_a_network(page: Page, url: str, watch: Watch) -> None:
    page.goto(f"{url}/docs")
    expect(page.get_by_role("heading", name=re.compile("argmap"))).to_be_visible()
    page.locator("#operations-map-evaluation_api_evaluation_get .opblock-summary").click()
    expect(page.get_by_text("what would fall with each further source", exact=False).first).to_be_visible()
    assert {urlsplit(asked).netloc for asked in watch.asked if asked.startswith("http")} == {urlsplit(url).netloc}
    assert not watch.errors
