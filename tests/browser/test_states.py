"""What the page shows where something is missing, empty, broken, or hostile."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from argmap.model import ArgumentMap, Citations, Document, DocumentInfo, Extraction, Summary
from argmap.pipeline import Seminar, TextAnalysis
from tests.browser.conftest import Serve, Watch
from tests.serve import hand

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-states")]


def test_a_map_alone(page: Page, serve: Serve, watch: Watch) -> None:
    page.goto(serve(Seminar(title="Only a map", path="m.argdown", map=hand.argument_map())).url)
    expect(page.locator("svg [data-claim]")).to_have_count(6)
    expect(page.locator("#text")).to_have_count(0)
    page.locator('svg [data-claim="Neglect"]').click()
    expect(page.locator("#details")).to_contain_text("Supported by")
    expect(page.locator("#details")).not_to_contain_text("In the text")
    assert not watch.errors


def test_a_text_alone(page: Page, serve: Serve, watch: Watch) -> None:
    text = hand.text_analysis()
    page.goto(serve(Seminar(title="Only a text", path=hand.PATH, map=ArgumentMap(), text=text)).url)
    expect(page.locator("article")).to_be_visible()
    expect(page.locator("#map")).to_have_count(0)
    page.locator('[data-sentence="p1.s3"]').click()
    expect(page.locator("#details")).to_contain_text("Claim in paragraph 1, sentence 3")
    page.get_by_role("tab", name="Findings").click()
    expect(page.get_by_role("tabpanel")).to_contain_text("No findings")
    assert not watch.errors


def test_nothing_at_all(page: Page, serve: Serve, watch: Watch) -> None:
    page.goto(serve(Seminar(title="Empty", path="e.argdown", map=ArgumentMap())).url)
    expect(page.get_by_role("heading", name="There is nothing in this seminar")).to_be_visible()
    assert not watch.errors


def test_a_text_without_claims(page: Page, serve: Serve) -> None:
    document = Document(info=DocumentInfo(format="text", text=""))
    text = TextAnalysis(
        path="t.md",
        document=document,
        citations=Citations(),
        extraction=Extraction(),
        findings=(),
        summary=Summary(),
    )
    page.goto(serve(Seminar(title="No claims", path="t.md", map=hand.argument_map(), text=text)).url)
    expect(page.get_by_role("heading", name="The text is empty")).to_be_visible()


def test_a_draft_says_that_it_is_one(page: Page, serve: Serve) -> None:
    page.goto(serve(hand.seminar().model_copy(update={"draft": True})).url)
    expect(page.get_by_role("banner")).to_contain_text(
        "Draft map. argmap drew it from the text; nobody has checked it."
    )


@pytest.fixture
def dotless(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> str:
    """A server that finds no Graphviz."""
    url = serve(hand.seminar()).url
    monkeypatch.setenv("PATH", "/nowhere")
    return url


def test_without_graphviz_the_browser_draws(page: Page, dotless: str, watch: Watch) -> None:
    page.goto(dotless)
    expect(page.locator("svg [data-claim]")).to_have_count(6)
    expect(page.locator("#map")).to_contain_text("Drawn by this browser: Graphviz is not installed on the server.")
    assert [said for said in watch.errors if "503" not in said] == []  # no refusal by the page's policy either
    assert {urlsplit(asked).netloc for asked in watch.asked} == {urlsplit(dotless).netloc}
    assert len([asked for asked in watch.asked if "/workers/" in asked]) == 1
    # it can be used like the server's own: chosen, marked by what stands, drawn anew without a source
    page.locator('svg [data-claim="Flood"]').click()
    expect(page.locator('[data-sentence="p2.s1"]')).to_have_class(re.compile(r"\bchosen\b"))
    expect(page.locator('svg [data-claim="Flood"]')).to_have_class(re.compile(r"\brefuted\b"))
    assert page.locator("#map .frame svg a, #map .frame svg script").count() == 0
    title = page.locator('svg [data-claim="Flood"] > [aria-hidden] > title')
    assert "\u2028" not in title.evaluate("title => title.textContent")
    page.get_by_role("tab", name="Sources").click()
    page.get_by_role("button", name="What if it falls? Odo 1913").click()
    expect(page.locator('svg [data-claim="Flood"] text', has_text=re.compile("^stands$"))).to_be_visible()
    for box in page.locator("svg [data-claim]").all():  # its words fit: it knows how wide they run
        words = [line.bounding_box() for line in box.locator("text").all()]
        frame = box.locator(":scope > [aria-hidden]").bounding_box()
        assert frame is not None
        assert all(word and word["x"] + word["width"] <= frame["x"] + frame["width"] for word in words)


def test_the_drawing_program_is_fetched_only_where_it_is_needed(page: Page, url: str, watch: Watch) -> None:
    page.goto(url)
    expect(page.locator("svg [data-claim]")).to_have_count(6)
    assert not [asked for asked in watch.asked if "/workers/" in asked]
    refused = page.evaluate("WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => '', String)")
    assert "Content Security Policy" in refused


def test_without_any_graphviz_the_outline_stands_in(page: Page, dotless: str) -> None:
    page.route("**/workers/**", lambda route: route.abort())
    page.goto(dotless)
    expect(page.get_by_role("alert")).to_contain_text("this browser could not draw the map")
    page.get_by_role("list", name="Claims of the map").get_by_role("button", name="Flood", exact=True).click()
    expect(page.locator('[data-sentence="p2.s1"]')).to_have_class(re.compile(r"\bchosen\b"))
    page.unroute("**/workers/**")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("svg [data-claim]")).to_have_count(6)


def test_a_server_that_has_gone(page: Page, url: str) -> None:
    page.goto(url)
    expect(page.locator("svg [data-claim]")).to_have_count(6)
    page.route("**/api/**", lambda route: route.abort())
    page.get_by_role("tab", name="Sources").click()
    page.get_by_role("button", name="What if it falls? Odo 1913").click()
    expect(page.get_by_role("banner")).to_contain_text("The server does not answer")
    expect(page.locator("#map").get_by_role("alert")).to_contain_text("The server does not answer")
    page.unroute("**/api/**")
    page.locator("#map").get_by_role("button", name="Try again").click()
    expect(page.locator("svg [data-claim]")).to_have_count(6)


def test_a_server_that_was_never_there(page: Page, url: str) -> None:
    page.route("**/api/seminar", lambda route: route.abort())
    page.goto(url)
    expect(page.get_by_role("alert")).to_contain_text("The seminar cannot be shown")
    page.unroute("**/api/seminar")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("article")).to_be_visible()


def test_waiting_is_shown(page: Page, url: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/api/text", hold)
    page.route("**/api/map.svg*", hold)
    page.goto(url)
    expect(page.locator("#text")).to_contain_text("Loading the text")
    expect(page.locator("#map")).to_contain_text("Drawing the map")
    for route in held:
        route.continue_()
    expect(page.locator("article")).to_be_visible()
    expect(page.locator("svg [data-claim]")).to_have_count(6)


def test_hostile_words_are_only_words(page: Page, serve: Serve, watch: Watch) -> None:
    title = '<img src=x onerror="document.title=1"></title><script>document.title=2</script>'
    seminar = hand.seminar(title)
    claims = tuple(claim.model_copy(update={"text": f"{title} {claim.text}"}) for claim in seminar.map.claims)
    page.goto(serve(seminar.model_copy(update={"map": seminar.map.model_copy(update={"claims": claims})})).url)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.locator('svg [data-claim="Neglect"]').click()
    expect(page.locator("#details .said").first).to_contain_text("<img src=x")
    assert page.locator("img, svg script, svg foreignObject").count() == 0
    assert not watch.errors


def test_a_hostile_picture_is_cleaned(page: Page, url: str, watch: Watch) -> None:
    picture = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100" '
        'onload="document.title=1"><script>document.title=2</script><foreignObject><body xmlns='
        '"http://www.w3.org/1999/xhtml"><img src="http://elsewhere.invalid/a.png"/></body></foreignObject>'
        '<image href="http://elsewhere.invalid/b.png"/><style>*{fill:url(http://elsewhere.invalid/c)}</style>'
        '<g id="claim-0"><a xlink:href="javascript:alert(1)"><text fill="url(http://elsewhere.invalid/d)" '
        'onclick="alert(1)" style="color:red">Neglect</text></a></g></svg>'
    )
    page.route("**/api/map.svg*", lambda route: route.fulfill(body=picture, content_type="image/svg+xml"))
    page.goto(url)
    expect(page.locator("#map .frame svg text")).to_have_text("Neglect")
    inside = page.locator("#map .frame svg").evaluate("svg => svg.outerHTML")
    assert not re.search(r"script|foreignObject|image|style|href|onload|onclick|elsewhere", inside)
    assert not [asked for asked in watch.asked if "elsewhere" in asked]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_schemes_can_be_read(chromium: Browser, url: str, scheme: str) -> None:
    context = chromium.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    with page.expect_request(lambda request: f"theme={scheme}" in request.url):
        page.goto(url)
    expect(page.locator("article")).to_be_visible()
    ink, paper = (
        page.evaluate(f"getComputedStyle(document.body).{name}.match(/[0-9.]+/g).slice(0, 3).map(Number)")
        for name in ("color", "backgroundColor")
    )
    lighter, darker = sorted((luminance(ink), luminance(paper)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) > 7
    context.close()


def luminance(colour: list[float]) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
