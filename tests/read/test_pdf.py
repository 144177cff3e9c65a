"""PDF: paragraphs, notes and markers found by their position on the page."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError, BrokenFileError, ExtraMissingError, NoTextLayerError, TooManyPartsError
from argmap.model import Document
from argmap.read import read
from argmap.read.pdf import pages as pdf_pages
from tests.read.pdf_packing import PageDraft, pdf, wrap
from tests.read.test_properties import holds

LEFT, RIGHT, TOP = 40.0, 380.0, 60.0
LOREM = (
    "The mill by the river closed in the autumn of that year and nobody in the town could say why the owners had left."
    " The clerk wrote to the ministry about it and the ministry wrote to the owners who never gave a plain answer."
)


def body(
    page: PageDraft, paragraphs: Sequence[str], y: float = TOP, x: float = LEFT, width: float = RIGHT - LEFT
) -> float:
    """Set paragraphs with a first line set in; returns the next baseline."""
    for words in paragraphs:
        for index, line in enumerate(wrap(words, width, 10, 15)):
            page.text(x + (0 if index else 15), y, line)
            y += 13
    return y


def foot(
    page: PageDraft,
    notes: Sequence[str],
    *,
    rule: bool = True,
    size: float = 8,
    y: float = 450,
    x: float = LEFT,
    width: float = RIGHT - LEFT,
) -> None:
    """Set notes at the foot of a page."""
    if rule:
        page.rule(x, y - 14, 90 if width > 200 else 50)
    for words in notes:
        for line in wrap(words, width, size):
            page.text(x, y, line, size)
            y += size * 1.25


def of(*pages: PageDraft) -> Document:
    document = read(pdf(pages), "essay.pdf")
    holds(document)
    assert document.info.format == "pdf"
    assert document.losses[0].what == "PDF"
    assert not document.has_lines
    return document


def texts(document: Document) -> list[str]:
    return [paragraph.prose.text for paragraph in document.paragraphs]


def notes_of(document: Document) -> list[tuple[str, str]]:
    return [(note.n, note.text) for note in document.notes]


def test_a_page_with_notes_under_a_rule() -> None:
    page = PageDraft()
    body(page, [f"{LOREM}^1^ It stood empty.^2^", "A second paragraph follows and is short."])
    foot(
        page,
        [
            "^1^ Harris, The Mill, p. 4.",
            "^2^ Ibid. The letter is lost, but the register of the ministry names it twice.",
        ],
    )
    document = of(page)
    assert texts(document) == [f"{LOREM} It stood empty.", "A second paragraph follows and is short."]
    assert [sentence.markers for sentence in document.sentences] == [(), ("1",), ("2",), ()]
    assert notes_of(document) == [
        ("1", "Harris, The Mill, p. 4."),
        ("2", "Ibid. The letter is lost, but the register of the ministry names it twice."),
    ]


@pytest.mark.parametrize(("rule", "size"), [(True, 10), (False, 8), (False, 10)])
def test_rule_or_small_type_or_raised_number_is_enough(rule: bool, size: float) -> None:  # noqa: FBT001 - a parameter
    page = PageDraft()
    body(page, [f"{LOREM}^1^ It stood empty.^2^"])
    foot(page, ["^1^ Harris, The Mill.", "^2^ Ibid."], rule=rule, size=size)
    assert notes_of(of(page)) == [("1", "Harris, The Mill."), ("2", "Ibid.")]


def test_numbers_on_the_line_and_small_type() -> None:
    page = PageDraft()
    body(page, [f"{LOREM}^11^ It stood empty.^12^"])
    foot(page, ["11. Harris, The Mill, in the edition of", "1950 and later.", "12 Ibid."], rule=False)
    assert notes_of(of(page)) == [("11", "Harris, The Mill, in the edition of 1950 and later."), ("12", "Ibid.")]


def test_signs_begin_anew_on_every_page() -> None:
    pages = [PageDraft(), PageDraft()]
    for number, page in enumerate(pages):
        body(page, [f"{LOREM}* It stood empty.† Page {number}."])
        foot(page, [f"* First of page {number}.", f"† Second of page {number}."])
    document = of(*pages)
    assert [note.n for note in document.notes] == ["*", "†", "*", "†"]
    assert [document.note_of[marker.note or ""].text[-7:-1] for marker in document.markers] == ["page 0"] * 2 + [
        "page 1"
    ] * 2
    assert "*" not in "".join(texts(document))


def test_a_note_runs_on_to_the_next_page() -> None:
    first, second = PageDraft(), PageDraft()
    body(first, [f"{LOREM}^1^ It went on and"])
    foot(first, ["^1^ A long note that breaks off in the middle of"])
    body(second, ["on to the next page.^2^"], x=LEFT - 15)
    foot(second, ["a sentence and ends there.", "^2^ Ibid."])
    document = of(first, second)
    assert notes_of(document) == [
        ("1", "A long note that breaks off in the middle of a sentence and ends there."),
        ("2", "Ibid."),
    ]


def _turned(number: int) -> str:
    """Other words on every page."""
    words = LOREM.lower().replace(".", "").split()
    return f"{' '.join([*words[3 * number :], *words[: 3 * number]]).capitalize()}."


def test_heads_and_page_numbers_are_left_out_and_told() -> None:
    pages = []
    for number in range(1, 7):
        page = PageDraft()
        page.text(160, 30, f"{number} THE MILL" if number % 2 == 0 else f"HARRIS {number}", 8)
        body(page, [_turned(number)])
        page.text(205, 570, str(100 + number), 8)
        pages.append(page)
    document = of(*pages)
    assert texts(document) == [_turned(number) for number in range(1, 7)]
    assert {loss.detail for loss in document.losses[1:]} == {"# THE MILL (3 times)", "HARRIS # (3 times)"}


def test_ibid_at_the_foot_of_every_page_is_no_footer() -> None:
    pages = []
    for number in range(1, 7):
        page = PageDraft()
        body(page, [f"{LOREM}^{number}^"])
        foot(page, [f"{number} Ibid." if number % 2 else f"^{number}^ Ibid."])
        pages.append(page)
    assert notes_of(of(*pages)) == [(str(number), "Ibid.") for number in range(1, 7)]


def test_hyphens_at_line_ends() -> None:
    page = PageDraft()
    lines = [
        "The govern-", "ment of the town and the govern-", "ment of the country wrote a long-", "winded letter in 1947-",
        "1950, which was long and winded, and the regis-", "ter of the ministry lists the register.",
    ]  # fmt: skip
    for index, line in enumerate(lines):
        page.text(LEFT, TOP + 13 * index, line)
    words = texts(of(page))[0]
    assert words.startswith(
        "The government of the town and the government of the country wrote a long-winded letter in 1947-1950,"
    )
    assert words.endswith("the register of the ministry lists the register.")


def test_two_columns_with_notes_in_each() -> None:
    page = PageDraft()
    column = (RIGHT - LEFT - 20) / 2
    body(page, [f"{LOREM}^1^ Left."], width=column)
    foot(page, ["^1^ Of the left."], width=column)
    body(page, [f"{LOREM}^2^ Right."], x=LEFT + column + 20, width=column)
    foot(page, ["^2^ Of the right."], x=LEFT + column + 20, width=column)
    document = of(page)
    assert texts(document) == [f"{LOREM} Left.", f"{LOREM} Right."]
    assert notes_of(document) == [("1", "Of the left."), ("2", "Of the right.")]
    assert "columns" in [loss.what for loss in document.losses]


def test_headings_quotes_and_endnotes() -> None:
    first, second = PageDraft(), PageDraft()
    first.text(LEFT, TOP, "The Mill", 18, "bold")
    y = body(first, [f"{LOREM}^1^", "He wrote:"], TOP + 30)
    for line in ("A block that is set in from the left", "and has a second line of its own", "and a third."):
        first.text(LEFT + 30, y, line)
        y += 13
    body(first, [f"{LOREM}^2^"], y)
    second.text(LEFT, TOP, "Notes", 14, "bold")
    for index, line in enumerate(["1. Harris, The Mill.", "2. Ibid. A long one that goes on for", "two lines."]):
        second.text(LEFT, TOP + 25 + 13 * index, line)
    second.text(LEFT, TOP + 90, "Bibliography", 14, "bold")
    second.text(LEFT, TOP + 115, "Harris, Ada. The Mill. Ulm, 1950.")
    document = of(first, second)
    assert [heading.text for heading in document.headings] == ["The Mill", "Notes", "Bibliography"]
    assert document.info.title == "The Mill"
    assert [(note.n, note.kind) for note in document.notes] == [("1", "endnote"), ("2", "endnote")]
    assert document.notes[1].text == "Ibid. A long one that goes on for two lines."
    assert [paragraph.kind for paragraph in document.paragraphs] == ["prose", "prose", "quote", "prose", "prose"]
    assert [marker.note for marker in document.markers] == ["1", "2"]


def test_a_power_is_no_marker_and_a_missing_note_is_told() -> None:
    page = PageDraft()
    body(page, [f"{LOREM}^1^ The field has 10^90^ square yards.^2^"])
    foot(page, ["^1^ Harris."])
    document = of(page)
    assert [(marker.n, marker.note) for marker in document.markers] == [("1", "1"), ("2", None)]
    assert "1090 square yards" in texts(document)[0]
    assert "raised numbers without a note that was found: 2" in [loss.detail for loss in document.losses]


def test_pages_without_text() -> None:
    with pytest.raises(NoTextLayerError, match="OCR"):
        read(pdf([PageDraft()]), "scan.pdf")


def test_what_cannot_be_read() -> None:
    page = PageDraft()
    body(page, [LOREM])
    with pytest.raises(BrokenFileError, match="PDF"):
        read(pdf([page])[:200], "a.pdf")
    encrypted = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O ({'o' * 32}) /U ({'u' * 32}) /P -4 >> /ID [(a) (a)]"
    with pytest.raises(BrokenFileError, match="encrypted"):
        read(pdf([page], encrypted), "a.pdf")
    with pytest.raises(BrokenFileError, match=r"a\.pdf"):
        read(b"Just words.", "a.pdf")


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    page = PageDraft()
    body(page, [LOREM])
    monkeypatch.setattr(pdf_pages, "_MAX_PAGES", 1)
    with pytest.raises(TooManyPartsError, match="pages"):
        read(pdf([page, page]), "a.pdf")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ExtraMissingError, match=r"argmap\[pdf\]"):
        read(pdf([PageDraft()]), "a.pdf")


@settings(deadline=None, max_examples=12)
@given(st.binary(min_size=1, max_size=12), st.integers(0, 10_000))
def test_a_damaged_pdf(noise: bytes, place: int) -> None:
    page = PageDraft()
    body(page, [f"{LOREM}^1^"])
    foot(page, ["^1^ Harris."])
    data = bytearray(pdf([page]))
    place %= len(data)
    data[place : place + len(noise)] = noise
    try:
        document = read(bytes(data), "a.pdf")
    except ArgmapError:
        return
    holds(document)


def test_the_essay_as_pdf_is_the_essay(data: Path) -> None:
    folder = data / "essay"
    document = read((folder / "seed.pdf").read_bytes(), "seed.pdf")
    markdown = read((folder / "seed.md").read_bytes(), "seed.md")
    assert [(s.id, s.text, s.markers) for s in document.sentences] == [
        (s.id, s.text, s.markers) for s in markdown.sentences
    ]
    assert [(note.id, note.n, note.text) for note in document.notes] == [
        (note.id, note.n, note.text) for note in markdown.notes
    ]
    holds(document)
