"""PDF: layouts of journals, books and old fonts."""

import time
from dataclasses import replace

import pytest

from argmap.read import read
from argmap.read.pdf.columns import Frame
from argmap.read.pdf.letters import Layout, accented, layout_of, meaning
from argmap.read.pdf.lines import Line, full_rows
from argmap.read.pdf.notes import NoteFinder
from argmap.read.pdf.pages import Glyph
from tests.read.pdf_packing import PageDraft, nameless_pdf
from tests.read.test_pdf import LEFT, LOREM, RIGHT, TOP, body, foot, notes_of, of, texts

WORDS = LOREM.lower().replace(".", "").split()
COLUMN = (RIGHT - LEFT - 20) / 2


def turned(number: int) -> str:
    """A sentence of other words for every number."""
    words = [*WORDS[3 * number % 40 :], *WORDS[: 3 * number % 40]]
    return f"{' '.join(words).capitalize()} {number + 1800}."


def test_columns_on_other_baselines_with_a_page_number_in_the_gutter() -> None:
    page = PageDraft()
    body(page, [turned(1), turned(2)], width=COLUMN)
    body(page, [turned(3), turned(4)], x=LEFT + COLUMN + 12, y=TOP + 4, width=COLUMN)
    page.text(LEFT + COLUMN, 560, "12")
    assert texts(of(page)) == [turned(number) for number in range(1, 5)]


def test_a_page_of_short_columns_is_parted_as_the_others_are() -> None:
    pages = [PageDraft(), PageDraft(), PageDraft()]
    for number, page in enumerate(pages[:2]):
        body(page, [turned(4 * number), turned(4 * number + 1)], width=COLUMN)
        body(page, [turned(4 * number + 2), turned(4 * number + 3)], x=LEFT + COLUMN + 20, width=COLUMN)
    body(pages[2], ["Seven words that stand on the left."], width=COLUMN)
    body(pages[2], ["Eight words that stand on the right side."], x=LEFT + COLUMN + 20, width=COLUMN)
    assert texts(of(*pages))[-2:] == [
        "Seven words that stand on the left.",
        "Eight words that stand on the right side.",
    ]


def test_a_sign_beside_a_row_that_is_raised_itself_is_not_lost() -> None:
    def row(words: str, x: float, y: float, size: float) -> list[Glyph]:
        return [
            Glyph(
                char, x + 5 * index, x + 5 * index + 4, y, size, bold=False, italic=False, superior=False, spaced=False
            )
            for index, char in enumerate(words)
        ]

    glyphs = [*row("7", 0, 100, 6), *row("12", 200, 101.5, 6), *row("Harris,Mill", 210, 104, 8)]
    assert sorted(glyph.text for found, _ in full_rows(glyphs) for glyph in found) == sorted("712Harris,Mill")


def test_heads_with_the_section_and_the_number_of_the_page() -> None:
    pages = []
    for number in range(1, 7):
        page = PageDraft()
        head = (
            f"{number} CHAPTER {number // 3 + 1}. THE MILL" if number % 2 else f"{number}.1. ON LOOM {number}  {number}"
        )
        page.text(LEFT, 30, head)
        body(page, [turned(number)])
        pages.append(page)
    assert texts(of(*pages)) == [turned(number) for number in range(1, 7)]


def test_heads_that_come_once_above_page_numbers_at_the_foot() -> None:
    pages = []
    for number, title in enumerate(("Mills", "Looms", "Clerks", "Owners", "Rivers")):
        page = PageDraft()
        page.text(160, 30, f"The {title}")
        body(page, [turned(number)])
        page.text(205, 570, str(number + 1))
        pages.append(page)
    document = of(*pages)
    assert texts(document) == [turned(number) for number in range(5)]
    assert "The Looms (1 times)" in [loss.detail for loss in document.losses]


def test_lines_far_apart_have_no_heads() -> None:
    pages = []
    for number in range(4):
        page = PageDraft()
        for line, words in enumerate([f"{turned(number)[:30]} letter {number}", "and went home.", "Nobody", "asked."]):
            page.text(LEFT, TOP + 26 * line, words)
        pages.append(page)
    assert all(f"letter {number}" in " ".join(texts(of(*pages))) for number in range(4))


def test_a_chapter_s_heading_at_the_top_of_its_page_is_no_head() -> None:
    pages = []
    for number in range(1, 5):
        page = PageDraft()
        page.text(LEFT, TOP, f"Chapter {number}", 16)
        body(page, [turned(number)], y=TOP + 40)
        pages.append(page)
    assert [heading.text for heading in of(*pages).headings] == [f"Chapter {number}" for number in range(1, 5)]


def test_numbers_in_the_margin() -> None:
    pages = [PageDraft(), PageDraft()]
    for number, page in enumerate(pages):
        end = body(page, [turned(number) + "^1^" if number == 0 else turned(number), turned(number + 2)])
        for line, y in enumerate(range(int(TOP), int(end), 13)):
            page.text(LEFT - 20 - 6 * (line > 8), y, str(line + 1))
    foot(pages[0], ["^1^ Harris."])
    document = of(*pages)
    assert texts(document) == [turned(0), turned(2), turned(1), turned(3)]
    assert [marker.note for marker in document.markers] == ["1"]
    assert any(loss.what == "margin" for loss in document.losses)


def test_a_raised_number_behind_a_line_that_juts_out_is_no_margin() -> None:
    page = PageDraft()
    for index in range(12):
        page.text(LEFT, TOP + 13 * index, "words of a line in a text set to the left")
    page.text(LEFT, TOP + 13 * 12, "and in the end a line that is by far longer.^1^")
    foot(page, ["^1^ Harris."])
    assert [marker.note for marker in of(page).markers] == ["1"]


def test_an_initial_over_two_lines() -> None:
    page = PageDraft()
    page.text(LEFT, TOP + 13, "W", 26)
    page.text(LEFT + 17, TOP, "hen the mill closed nobody in")
    page.text(LEFT + 17, TOP + 13, "the town could say why the")
    page.text(LEFT, TOP + 26, "owners had left it so early.")
    assert texts(of(page)) == ["When the mill closed nobody in the town could say why the owners had left it so early."]


def test_headings_in_the_type_of_the_text() -> None:
    page = PageDraft()
    page.text(150, TOP, "1.2 On mills")
    end = body(page, [turned(1)], y=TOP + 24)
    page.text(LEFT, end + 12, "Of Looms and Clerks")
    end = body(page, [turned(2)], y=end + 36)
    page.text(LEFT + 30, end + 12, "Why did he never write to them^1^")
    body(page, [turned(3)], y=end + 36)
    page.text(LEFT, 560, "^1^ Harris.", 8)
    document = of(page)
    assert [heading.text for heading in document.headings] == [
        "1.2 On mills", "Of Looms and Clerks", "Why did he never write to them",
    ]  # fmt: skip


def test_a_short_sentence_set_apart_is_no_heading() -> None:
    page = PageDraft()
    end = body(page, [turned(1)])
    page.text(LEFT + 40, end + 12, "Did the owners ever answer him?")
    body(page, [turned(2)], y=end + 36)
    assert texts(of(page)) == [turned(1), "Did the owners ever answer him?", turned(2)]


def test_numbers_right_before_the_words_of_a_note() -> None:
    page = PageDraft()
    body(page, [f"{LOREM}^12^ It stood empty.^13^"])
    foot(page, ["12Harris, The Mill.", "13“The Loom,” 1st ed."])
    assert notes_of(of(page)) == [("12", "Harris, The Mill."), ("13", "“The Loom,” 1st ed.")]


def test_a_number_at_the_beginning_of_a_note_s_second_line() -> None:
    page = PageDraft()
    body(page, [f"{LOREM}^1^ It stood empty.^2^ So did it.^3^ It fell.^4^"])
    foot(page, [])
    for index, line in enumerate(
        ["1. Harris, The Mill, vol.", "4 (1913): 12.", "2. Ibid.", "3. Ibid., 7.", "4. Loom."]
    ):
        page.text(LEFT, 460 + 10 * index, line, 8)
    assert notes_of(of(page)) == [
        ("1", "Harris, The Mill, vol. 4 (1913): 12."),
        ("2", "Ibid."),
        ("3", "Ibid., 7."),
        ("4", "Loom."),
    ]


def test_notes_that_follow_one_another_in_a_line() -> None:
    page = PageDraft()
    body(page, [f"{LOREM}^1^ It stood empty.^2^ So did it.^3^"])
    foot(page, ["^1^ Harris, 2nd ed., ^2^1950. ^2^ Ibid., in a note of its own that is long. ^3^ Loom, 7."])
    assert notes_of(of(page)) == [
        ("1", "Harris, 2nd ed., 21950."), ("2", "Ibid., in a note of its own that is long."), ("3", "Loom, 7."),
    ]  # fmt: skip


def test_notes_behind_every_chapter() -> None:
    pages = []
    for number in range(2):
        page = PageDraft()
        page.text(LEFT, TOP, f"Chapter {number + 1}", 16)
        body(page, [f"{turned(number)}^1^ It stood empty.^2^" if number else f"{turned(number)}^1^"], y=TOP + 40)
        page.text(LEFT, 300, "Notes", 14)
        for index, line in enumerate(["^1^ Harris, The Mill.", "^2^ Ibid., p. 9."][: number + 1]):
            page.text(LEFT, 330 + 12 * index, f"{line} {number}.", 8)
        pages.append(page)
    document = of(*pages)
    assert [(note.kind, note.text) for note in document.notes] == [
        ("endnote", "Harris, The Mill. 0."), ("endnote", "Harris, The Mill. 1."), ("endnote", "Ibid., p. 9. 1."),
    ]  # fmt: skip
    assert [marker.note for marker in document.markers] == ["1", "1#2", "2"]
    assert [heading.text for heading in document.headings] == ["Chapter 1", "Notes", "Chapter 2", "Notes"]


def test_a_list_number_that_only_happens_to_begin_a_line() -> None:
    page = PageDraft()
    body(page, [f"{LOREM}^1^ It stood empty.^2^"])
    page.text(LEFT, 300, "Notes", 14)
    for index, line in enumerate(["1. Harris, The Mill, p.", "2. A long remark.", "2. Ibid."]):
        page.text(LEFT, 330 + 12 * index, line)
    assert notes_of(of(page)) == [("1", "Harris, The Mill, p. 2. A long remark."), ("2", "Ibid.")]


def test_raised_digits_of_the_font() -> None:
    page = PageDraft()
    body(page, [f"{LOREM}\xb9 It stood empty.\xb2"])
    foot(page, ["\xb9 Harris.", "\xb2 Ibid."])
    assert notes_of(of(page)) == [("1", "Harris."), ("2", "Ibid.")]


def test_a_raised_letter_behind_the_last_word_of_a_paragraph() -> None:
    page = PageDraft()
    body(page, [f"{LOREM} They left with it.^a^", "But nobody asked."])
    foot(page, ["^a^ Harris."])
    assert texts(of(page)) == [f"{LOREM} They left with it.", "But nobody asked."]


def test_codes_of_a_font_that_names_no_characters() -> None:
    document = read(nameless_pdf("The o\x1ece con\x1crmed \x10a lo\x1b\x11 and a \x01 \x01."), "a.pdf")
    assert texts(document) == ["The office confirmed “a loff” and a ."]
    assert "2 that their fonts do not explain" in [loss.detail for loss in document.losses]


@pytest.mark.parametrize(
    ("text", "layout", "words"),
    [
        ('o\x0ece \\a"', "ot1", "office “a”"),
        ("o\x1ece", "t1", "office"),
        ("plain {x}", "unicode", "plain {x}"),
        ("\ufb01n \uf731\uf739 H\uf761\uf772 \uf0b7", "unicode", "fin 19 Har •"),
    ],
)  # fmt: skip
def test_layouts_of_fonts(text: str, layout: Layout, words: str) -> None:
    assert layout_of(text, "unicode") == layout
    assert "".join(meaning(char, layout) or "?" for char in text) == words


def test_accents() -> None:
    assert accented("`", "e") == "è"
    assert accented("¨", "ı") == "ï"
    assert accented("`", "(") is None
    assert accented("e", "e") is None


def test_a_page_of_numbered_lines_costs_linear_time() -> None:
    def cost(many: int) -> float:
        calling = Line(1, LEFT, RIGHT, TOP, 10, bold=False, words="He came.7", raised=((8, 9),))
        first = replace(calling, size=7, words="7 So it is.", raised=((0, 1),))
        rest = [replace(calling, size=7, words=f"{number} So it was.", raised=()) for number in range(many, 9, -1)]
        frame = Frame(1, [calling, first, *rest])
        finder = NoteFinder(10)
        began = time.process_time()
        finder.take_from([frame])
        assert finder.notes[0].sign == "7"
        assert not frame.lines[1:]
        return time.process_time() - began

    cost(100)
    small, large = (min(cost(many) for _ in range(3)) for many in (1_000, 10_000))
    assert large < 30 * max(small, 0.01)
