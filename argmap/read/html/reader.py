"""HTML and XHTML: a page of its own.

Offsets count the file itself, so a finding can be opened in an editor. A marker's place is that of its whole markup.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from argmap.model import NOTES_ELSEWHERE, Document, Loss
from argmap.read.assemble import assemble
from argmap.read.html.flat import extend
from argmap.read.html.flow import Flow
from argmap.read.html.notes import Notes, find_notes
from argmap.read.html.slanted import italics_of
from argmap.read.html.tree import Page, parse

_TITLES = ("citation_title", "dc.title", "dcterms.title")


def read_html(text: str, path: str) -> Document:
    """Read a page of HTML or XHTML.

    Args:
        text: The file's text.
        path: The file as the user named it.

    Raises:
        TooManyPartsError: More tags than anybody writes.
    """
    page = parse(text, PurePath(path).name, path)
    notes = recognise([page])
    parts = Flow(notes, 0).read()
    parts.italics = italics_of(page)
    parts.losses.extend(elsewhere(notes))
    parts.title = title_of(page) or next((block.prose.text for block in parts.blocks if block.level == 1), None)
    return assemble("html", text, parts)


def recognise(pages: Sequence[Page]) -> Notes:
    """The notes of a text in one page or more, with all that belongs to them."""
    notes = find_notes(list(pages))
    if not notes.calls and not notes.bodies:
        typed = find_notes([parse(page.text, page.path, page.path, typed=True) for page in pages])
        notes = typed if typed.calls else notes
    extend(notes)
    return notes


def elsewhere(notes: Notes) -> list[Loss]:
    """A loss for every file that is named by calls and is not here."""
    here = {page.path for page in notes.pages.pages}
    missing = Counter(call.link.path for call in notes.calls if call.body is None and call.link.path not in here | {""})
    return [
        Loss(what=NOTES_ELSEWHERE, detail=f"{count} of them in '{path[:200]}', which was not given")
        for path, count in missing.items()
    ]


def title_of(page: Page) -> str | None:
    """The title that the head of a page gives."""
    said: dict[str, str] = {}
    for node in page.nodes:
        if node.name == "meta":
            name = (node.attributes.get("name") or node.attributes.get("property") or "").lower()
            said.setdefault(name, " ".join(node.attributes.get("content", "").split()))
        elif node.name == "title":
            words = "".join(page.words(item) for item in page.items[node.first : node.last])
            said.setdefault("title", " ".join(words.split()))
        elif node.name == "body":
            break
    return next((said[name] for name in (*_TITLES, "title") if said.get(name)), None)
