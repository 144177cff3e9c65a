"""Use a stand-alone page as a reader without a mouse would, and print what was seen as JSON.

A program of its own, because two drivers of browsers cannot live in one process: python drive.py CHROMIUM PAGE.
"""

import json
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


def _view(page: Page) -> list[float]:
    return [float(part) for part in (page.locator(".map svg").get_attribute("viewBox") or "").split()]


def _keys(page: Page) -> dict[str, Any]:
    """The map by keyboard: focus, choose, zoom, move, and back to all of it."""
    page.locator("#map").focus()
    begin = _view(page)
    page.keyboard.press("+")
    nearer = _view(page)
    page.keyboard.press("ArrowRight")
    moved = _view(page)
    page.locator("#claim-3").focus()
    page.keyboard.press("Enter")
    chosen = page.locator("#detail").inner_text()
    pressed = page.locator("#claim-3").get_attribute("aria-pressed")
    current = page.locator('#outline [aria-current="true"]').get_attribute("data-id")
    page.locator("#map").focus()
    page.keyboard.press("0")
    return {
        "zoomed": nearer[2] < begin[2],
        "moved": moved[0] > nearer[0] and moved[2] == nearer[2],
        "chosen": chosen,
        "pressed": pressed,
        "current": current,
        "whole": _view(page)[2] > nearer[2],
    }


def _search(page: Page) -> dict[str, Any]:
    page.locator("#find").fill("dredger")
    shown = page.locator("#outline li:visible").count()
    said = page.locator("#found").inner_text()
    page.keyboard.press("Enter")
    first = page.locator("#detail h2").inner_text()
    page.locator("#find").press("Escape")
    return {"shown": shown, "said": said, "first": first, "after": page.locator("#outline li:visible").count()}


def _panels(page: Page) -> dict[str, str]:
    """What the panel says of every thing that can be chosen."""
    panels = {}
    for link in page.locator("#outline a[data-id]").all():
        link.focus()
        page.keyboard.press("Enter")
        panels[link.get_attribute("data-id") or ""] = page.locator("#detail").inner_text()
    return panels


def _sections(page: Page) -> dict[str, Any]:
    """An overview by keyboard: a section opens, its neighbourhood is shown, Escape goes back, a claim opens its own."""
    pixels = page.evaluate("document.querySelector('.map svg').clientWidth") / _view(page)[2]
    first = page.locator("#group-0").bounding_box()
    page.locator("#group-1").focus()
    page.keyboard.press("Enter")
    opened = page.locator(".map #claim-50").count()
    page.locator("#claim-50").focus()
    page.keyboard.press("Enter")
    page.locator('[data-do="near"]').press("Enter")
    far = page.locator(".map .far").count()
    page.locator('[data-do="near"]').press("Enter")
    page.locator("#map").focus()
    page.keyboard.press("Escape")
    back = page.locator(".map #group-1").count()
    page.locator('#outline a[data-id="claim-120"]').press("Enter")
    other = page.locator(".map #claim-120.chosen").count()
    fill = page.evaluate("getComputedStyle(document.querySelector('.map #claim-120 path')).fill")
    page.locator('[data-do="overview"]').press("Enter")
    heading = page.locator("#detail h2").inner_text()
    left = page.locator(".map .far").count()
    begun = {"pixels": pixels, "inside": first is not None and first["x"] >= 0}
    return {
        "begun": begun,
        "opened": opened,
        "far": far,
        "back": back,
        "other": other,
        "heading": heading,
        "fill": fill,
        "left": left,
    }


def _faults(page: Page, axe: str) -> list[str]:
    """What axe-core finds by its own rules; it is not part of the page."""
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in found["violations"]]


def _audited(browser: Browser, path: str, axe: str, width: int) -> list[str]:
    if not axe:
        return []
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(Path(path).as_uri())
    found = _faults(page, Path(axe).read_text("utf-8"))
    context.close()
    return found


def _undrawn(browser: Browser, path: str) -> dict[str, Any]:
    """A file that draws its pictures itself: what it asks for, and the claims in its overview, one box and the list."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url.partition(":")[0]))
    page.goto(Path(path).as_uri())
    claim = page.locator(".map #claim-50")
    for _ in range(100):  # the boxes are drawn one after the other
        page.locator("#group-1").press("Enter")
        if claim.count():
            break
        page.wait_for_timeout(200)
    claim.press("Enter")
    found = {"said": said, "asked": asked, "chosen": page.locator("#detail h2").inner_text()}
    page.close()
    return found


def main(chromium: str, path: str, large: str, undrawn: str, axe: str = "") -> None:
    """Drive one page; errors of the page and requests beyond it are part of what is printed."""
    seen: dict[str, Any] = {"errors": [], "requests": []}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for name, width in (("desk", 1280), ("phone", 390)):
            page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme="dark")
            page.on("console", lambda message: seen["errors"].append(message.text))
            page.on("pageerror", lambda error: seen["errors"].append(str(error)))
            page.on("request", lambda request: seen["requests"].append(request.url))
            page.goto(Path(path).as_uri())
            wide = "document.documentElement.scrollWidth <= innerWidth"
            fill = "getComputedStyle(document.querySelector('#claim-0 path')).fill"
            seen[name] = {"fits": page.evaluate(wide), "fill": page.evaluate(fill), "keys": _keys(page)}
            seen[name] |= {"search": _search(page), "panels": _panels(page)}
            page.goto(Path(large).as_uri())
            seen[name]["sections"] = _sections(page)
            page.close()
            seen[name]["faults"] = [fault for each in (path, large) for fault in _audited(browser, each, axe, width)]
        seen["undrawn"] = _undrawn(browser, undrawn) if "undrawn" in Path(undrawn).read_text("utf-8") else None
        browser.close()
    sys.stdout.write(json.dumps(seen))


if __name__ == "__main__":
    main(*sys.argv[1:])
