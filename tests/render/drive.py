"""Use a stand-alone page as a reader without a mouse would, and print what was seen as JSON.

A program of its own, because two drivers of browsers cannot live in one process: python drive.py CHROMIUM PAGE.
"""

import json
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

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


def main(chromium: str, path: str) -> None:
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
            page.close()
        browser.close()
    sys.stdout.write(json.dumps(seen))


if __name__ == "__main__":
    main(*sys.argv[1:])
