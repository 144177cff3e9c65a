"""What stands in italics on a page: by its elements, by usual class names, and by what style sheets say of classes."""

import re
from collections.abc import Set as AbstractSet

from argmap.read.html.tree import Page, names

_ELEMENTS = names("i em cite")
_CLASSES = names("i em it ital italic italics")
_STYLE = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_CLASS = re.compile(r"\.([\w-]{1,80})\s*(?=,|\Z)")
_LONGEST_SELECTOR = 1_000


def italic_classes(sheet: str) -> set[str]:
    """The classes of a style sheet that set italics, in lower case; only those that a selector ends with."""
    found: set[str] = set()
    for rule in sheet.split("}"):
        selector, _, body = rule.rpartition("{")
        if _STYLE.search(body):
            found.update(name.lower() for name in _CLASS.findall(selector[-_LONGEST_SELECTOR:]))
    return found


def italics_of(page: Page, classes: AbstractSet[str] = frozenset()) -> list[tuple[int, int]]:
    """The stretches of a page's text in italics; `classes` are those of style sheets outside of it."""
    sheets = (page.text[node.inner : node.end] for node in page.nodes if node.name == "style")
    slanted = _CLASSES | classes | {name for sheet in sheets for name in italic_classes(sheet)}
    return [
        (node.inner, node.end)
        for node in page.nodes
        if node.name in _ELEMENTS or node.words & slanted or _STYLE.search(node.attributes.get("style", ""))
    ]
