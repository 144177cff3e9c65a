"""How the room is used: what the first view of a large map shows, and panes that can be given more of it."""

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from argmap.model import ArgumentMap, Citation, MapClaim, Relation, RelationKind, Source
from argmap.pipeline import Seminar
from tests.browser.conftest import Serve, Watch
from tests.serve import hand

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-page")]

BRANCHES = 4
LEAVES = 6


def large_map() -> ArgumentMap:
    """A thesis, its supports, an attack on it, and much evidence: too large to be read as a whole."""
    words = "The bridge at Ostry fell because nobody had looked at its piers since the year of the great ice."
    claims = [MapClaim(id="Thesis", text=words, kind="thesis")]
    relations: list[Relation] = []
    for branch in range(BRANCHES):
        claims.append(MapClaim(id=f"Reason {branch}", text=words))
        kind: RelationKind = "support" if branch else "attack"
        relations.append(
            Relation(id=f"r{len(relations) + 1}", kind=kind, premises=(f"Reason {branch}",), target="Thesis")
        )
        for leaf in range(LEAVES):
            name = f"Evidence {branch}.{leaf}"
            claims.append(MapClaim(id=name, text=words, citations=(Citation(source=f"s{leaf}"),)))
            relations.append(
                Relation(id=f"r{len(relations) + 1}", kind="support", premises=(name,), target=f"Reason {branch}")
            )
    sources = tuple(Source(id=f"s{leaf}", type="book", title=words) for leaf in range(LEAVES))
    return ArgumentMap(claims=tuple(claims), relations=tuple(relations), sources=sources)


def box(place: Locator) -> FloatRect:
    found = place.bounding_box()
    assert found is not None
    return found


def inside(inner: FloatRect, outer: FloatRect) -> bool:
    line = 3  # an outline of this width counts as part of a box, and may touch the edge
    return (
        inner["x"] >= outer["x"] - line
        and inner["y"] >= outer["y"] - line
        and inner["x"] + inner["width"] <= outer["x"] + outer["width"] + line
        and inner["y"] + inner["height"] <= outer["y"] + outer["height"] + line
    )


def test_the_first_view_shows_the_thesis_and_what_bears_on_it(page: Page, serve: Serve, watch: Watch) -> None:
    seminar = Seminar(
        title="Large", path="maps/large.argdown", map=large_map(), text=hand.text_analysis(), role="essay"
    )
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(serve(seminar).url)
    expect(page.locator("svg [data-claim]").first).to_be_visible()
    pane = box(page.locator("#map"))
    assert inside(box(page.locator('svg [data-claim="Thesis"]')), pane)
    reasons = [page.locator(f'svg [data-claim="Reason {branch}"]') for branch in range(BRANCHES)]
    assert sum(inside(box(reason), pane) for reason in reasons) >= 2
    assert box(page.locator('svg [data-claim="Thesis"]'))["width"] > 150  # large enough to read
    assert pane["height"] > 0.5 * 900
    assert pane["width"] > 0.5 * 1400
    expect(page.get_by_role("banner")).to_contain_text("large.argdown")
    expect(page.get_by_role("banner")).not_to_contain_text("maps/")
    page.set_viewport_size({"width": 1920, "height": 1080})
    expect(page.get_by_role("separator", name="Line between map and details")).to_be_hidden()
    details, pane = box(page.locator("#details")), box(page.locator("#map"))
    assert pane["x"] + pane["width"] <= details["x"]
    assert pane["height"] > 0.8 * 1080
    assert not watch.errors


def test_lines_between_panes_move_by_keyboard_and_mouse(page: Page, url: str, watch: Watch) -> None:
    page.goto(url)
    expect(page.locator("svg [data-claim]").first).to_be_visible()
    upright = page.get_by_role("separator", name="Line between text and map")
    usual, share = box(page.locator("#text"))["width"], upright.get_attribute("aria-valuenow")
    upright.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert box(page.locator("#text"))["width"] > usual + 100
    page.keyboard.press("Enter")
    expect(upright).to_have_attribute("aria-valuenow", str(share))
    level = page.get_by_role("separator", name="Line between map and details")
    before, line = box(page.locator("#map"))["height"], box(level)
    page.mouse.move(line["x"] + 50, line["y"] + 1)
    page.mouse.down()
    page.mouse.move(line["x"] + 50, line["y"] - 120)
    page.mouse.up()
    assert box(page.locator("#map"))["height"] < before - 80
    for _ in range(30):
        page.keyboard.press("ArrowUp")
    assert box(page.locator("#map"))["height"] > 50
    assert not watch.errors
