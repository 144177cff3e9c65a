"""PDF: pages as publishers, browsers and students make them."""

import pytest

from argmap.read import read
from tests.read.pdf_packing import PageDraft, pdf, wrap
from tests.read.test_pdf import LEFT, LOREM, RIGHT, TOP, body, foot, notes_of, of, texts
from tests.read.test_pdf_layouts import COLUMN, turned


def test_superior_figures_of_a_font_stand_on_the_baseline_and_are_raised() -> None:
    page = PageDraft(superior=True)
    body(page, [f"{LOREM}^1^ It stood empty in 1914.^2^"])
    foot(page, ["^1^ Harris, The Mill.", "^2^ Ibid., p. 12."])
    document = of(page)
    assert texts(document) == [f"{LOREM} It stood empty in 1914."]
    assert [sentence.markers for sentence in document.sentences] == [(), ("1",), ("2",)]
    assert notes_of(document) == [("1", "Harris, The Mill."), ("2", "Ibid., p. 12.")]


def test_letters_spaced_out_are_words() -> None:
    page = PageDraft(spacing=2.5)
    page.text(LEFT, TOP, "OF MILLS AND LOOMS", 10, "bold")
    body(page, ["The mill closed that year and no one knew why."], y=TOP + 40)
    document = of(page)
    assert [heading.text for heading in document.headings] == ["OF MILLS AND LOOMS"]
    assert texts(document) == ["The mill closed that year and no one knew why."]


@pytest.mark.parametrize("count", [2, 3])
def test_heads_of_a_few_pages_count_with_them(count: int) -> None:
    pages = []
    for number in range(count + 1):
        page = PageDraft()
        if number:
            page.text(160, 30, f"{number + 111} Ada Reed" if number % 2 else f"On Mills {number + 111}")
        body(page, [turned(number)])
        pages.append(page)
    document = of(*pages)
    assert texts(document) == [turned(number) for number in range(count + 1)]
    assert [loss.what for loss in document.losses].count("page header") == 2


def test_the_first_page_has_its_number_at_the_foot() -> None:
    pages = [PageDraft(), PageDraft()]
    for number, page in enumerate(pages):
        body(page, [turned(number)])
    pages[0].text(205, 560, "111")
    pages[1].text(160, 30, "112 Ada Reed")
    assert texts(of(*pages)) == [turned(0), turned(1)]


def test_a_browser_s_feet_with_the_number_of_pages() -> None:
    pages = []
    for number in range(1, 4):
        page = PageDraft()
        body(page, [turned(number), turned(number + 3)], y=450 if number == 1 else TOP)
        page.text(LEFT, 572, f"https://example.org/mills  {number}/3", 8)
        pages.append(page)
    assert texts(of(*pages)) == [words for number in (1, 2, 3) for words in (turned(number), turned(number + 3))]


def test_a_foot_close_to_notes_under_text_with_wide_lines() -> None:
    pages = []
    for number in range(4):
        page = PageDraft()
        y = TOP
        for line in wrap(turned(number), RIGHT - LEFT):
            page.text(LEFT, y, line)
            y += 26
        page.text(LEFT, y, f"Nobody asked why.^{number + 1}^")
        foot(
            page,
            [
                f"^{number + 1}^ Harris, The Mill, in the edition of that year and of the next, printed for the town, p. 7."
            ],
            y=530,
        )
        page.text(300, 560, f"Reed {number + 1}", 10)
        pages.append(page)
    document = of(*pages)
    assert [note.text[-5:] for note in document.notes] == ["p. 7."] * 4
    assert not any("Reed" in words for words in texts(document))


def test_a_title_page_has_its_lines_apart() -> None:
    front, page = PageDraft(), PageDraft()
    for y, words in (
        (200, "On Mills and Looms of the North"),
        (226, "Ada Reed"),
        (252, "Course 402"),
        (278, "May 1919"),
    ):
        front.text((RIGHT + LEFT) / 2 - 3 * len(words), y, words)
    body(page, [turned(1), turned(2)])
    assert texts(of(front, page)) == [
        "On Mills and Looms of the North",
        "Ada Reed",
        "Course 402",
        "May 1919",
        turned(1),
        turned(2),
    ]


def test_a_title_over_both_columns_is_one_heading_and_its_author_no_part_of_the_text() -> None:
    page = PageDraft()
    middle = (RIGHT + LEFT) / 2
    for y, words, size in ((40, "Of Mills and of Looms and of Clerks", 15), (58, "Too", 15), (80, "Ada Reed", 10)):
        page.text(middle - 0.3 * size * len(words), y, words, size)
    for x, numbers in ((LEFT, (1, 2)), (LEFT + COLUMN + 20, (3, 4))):
        body(page, [turned(number) for number in numbers], y=110, x=x, width=COLUMN)
    document = of(page)
    assert document.headings[0].text == "Of Mills and of Looms and of Clerks Too"
    assert texts(document) == [turned(number) for number in range(1, 5)]


def test_numbers_in_round_brackets_call_notes() -> None:
    page = PageDraft()
    body(page, [f"{LOREM}(1) The mill (2) stood empty.(2)"])
    foot(page, ["(1) Harris, The Mill.", "(2) Ibid."], rule=False)
    document = of(page)
    assert texts(document) == [f"{LOREM} The mill (2) stood empty."]
    assert [marker.note for marker in document.markers] == ["1", "2"]
    assert notes_of(document) == [("1", "Harris, The Mill."), ("2", "Ibid.")]


def test_a_bracket_behind_a_raised_number_belongs_to_it() -> None:
    page = PageDraft()
    body(page, [f"{LOREM}^1^) It stood empty (so the clerk^2^))."])
    foot(page, ["^1^) Harris, The Mill.", "^2^) Ibid."])
    document = of(page)
    assert texts(document) == [f"{LOREM} It stood empty (so the clerk)."]
    assert notes_of(document) == [("1", "Harris, The Mill."), ("2", "Ibid.")]


def test_end_notes_with_roman_numbers_and_no_heading() -> None:
    pages = [PageDraft(), PageDraft(), PageDraft()]
    body(pages[0], [f"{LOREM}^i^ It stood^ii^ empty.^iii^", turned(1)])
    body(pages[1], [turned(2)])
    body(pages[2], [turned(3) + "^iv^"])
    foot(pages[2], ["^i^ Harris, The Mill.", "^ii^ Ibid.", "^iii^ Mill, p. 3.", "^iv^ Harris."], y=400)
    document = of(*pages)
    assert [note.text for note in document.notes] == ["Harris, The Mill.", "Ibid.", "Mill, p. 3.", "Harris."]
    assert [marker.note for marker in document.markers] == ["i", "ii", "iii", "iv"]
    assert [note.kind for note in document.notes] == ["endnote", "endnote", "endnote", "footnote"]


def test_notes_in_two_columns_under_a_text_in_one() -> None:
    page = PageDraft()
    end = body(page, [f"{LOREM}^1^ It stood empty.^2^", f"{turned(1)}^3^", f"{turned(2)}^4^"])
    page.text(LEFT, end + 20, "Notes", 10, "bold")
    for x, numbers in ((LEFT, (1, 2)), (LEFT + COLUMN + 20, (3, 4))):
        notes = [
            f"^{number}^ Harris, The Mill by the River: a History of Looms, chapter {number}, and in the edition of that year, page {number}."
            for number in numbers
        ]
        foot(page, notes, rule=False, y=end + 40, x=x, width=COLUMN)
    document = of(page)
    assert [note.n for note in document.notes] == ["1", "2", "3", "4"]
    assert all(note.text.endswith(f"page {note.n}.") for note in document.notes)
    assert [marker.note for marker in document.markers] == ["1", "2", "3", "4"]


def test_rows_of_a_table() -> None:
    page = PageDraft()
    y = body(page, [turned(1)])
    for row in (("Year", "Duty", "Cost"), ("1688", "1,104", "731"), ("1700", "1,090", "744")):
        for column, words in enumerate(row):
            page.text(LEFT + 90 * column, y + 13, words)
        y += 13
    body(page, [turned(2)], y=y + 26)
    document = of(page)
    assert [paragraph.kind for paragraph in document.paragraphs] == ["prose", "table", "table", "table", "prose"]
    assert texts(document)[1:4] == ["Year Duty Cost", "1688 1,104 731", "1700 1,090 744"]


def test_paragraphs_in_smaller_type_are_quotations_once_the_text_has_begun() -> None:
    page = PageDraft()
    y = TOP
    for size, words in ((8.0, turned(1)), (10.0, turned(2) * 2), (8.0, turned(3)), (10.0, turned(4))):
        lines = [words[at : at + 50].strip() for at in range(0, len(words), 50)]
        for line in lines:
            page.text(LEFT, y, line, size)
            y += 1.3 * size
        y += 10
    assert [paragraph.kind for paragraph in of(page).paragraphs] == ["prose", "prose", "quote", "prose"]


def test_items_of_a_list_behind_wide_white_are_no_rows() -> None:
    page = PageDraft()
    y = body(page, [turned(1)]) + 13
    for number in range(1, 5):
        page.text(LEFT, y, f"{number}.")
        page.text(LEFT + 40, y, f"The mill was deep in {number + 1850}.")
        y += 13
    y = body(page, [turned(2)], y=y + 13) + 13
    for number in range(1, 4):
        page.text(LEFT, y, f"{number}. Mill")
        page.text(LEFT + 120, y, f"{number + 300}")
        y += 13
    body(page, [turned(3)], y=y + 13)
    document = of(page)
    assert [item.kind for item in document.paragraphs] == ["prose", *["list"] * 4, "prose", *["table"] * 3, "prose"]
    assert texts(document)[1] == "1. The mill was deep in 1851."


def test_smaller_type_behind_the_text_is_no_quotation() -> None:
    page = PageDraft()
    y = body(page, [turned(1) * 2, turned(2) * 2]) + 20
    page.text(LEFT, y, "References", 13)
    for words in (turned(3), turned(4)):
        y += 20
        for at in range(0, len(words), 50):
            page.text(LEFT, y, words[at : at + 50].strip(), 8)
            y += 10
    assert [item.kind for item in of(page).paragraphs] == ["prose"] * 4


def test_a_number_behind_a_stop_is_no_call_where_its_page_has_a_raised_one() -> None:
    page = PageDraft()
    body(page, [f"{LOREM} As it says in Rom.2 and in Gal.1 they had left. It closed.^1^ It fell.^2^"])
    foot(page, ["^1^ Harris, Mill.", "^2^ Ibid."])
    document = of(page)
    assert [marker.n for marker in document.markers] == ["1", "2"]
    assert "in Rom.2 and in Gal.1 they" in document.paragraphs[0].prose.text


def test_a_text_breaks_words_if_it_breaks_one_that_it_knows() -> None:
    page, second = PageDraft(), PageDraft()
    for index in range(40):
        page.text(LEFT, 30 + 12 * index, "The harbour was closed again and nobody asked.")
        second.text(LEFT, 30 + 12 * index, "They went home to write and to be told of it.")
    for index, line in enumerate(["They went down to the har-", "bour for the perfor-", "mance and came home."], 40):
        second.text(LEFT, 30 + 12 * index, line)
    assert texts(of(page, second))[-1].endswith("to the harbour for the performance and came home.")


def test_what_a_program_calls_a_file_is_no_title() -> None:
    page = PageDraft()
    page.text(LEFT, TOP, "Of Mills", 16)
    body(page, [turned(1)], y=TOP + 40)
    for said in ("untitled", "Microsoft Word - mills final.docx", "mills.indd"):
        document = read(pdf([page], title=said), "essay.pdf")
        assert document.info.title == "Of Mills"
    assert read(pdf([page], title="Looms"), "essay.pdf").info.title == "Looms"


def test_numbers_that_lost_their_raising_call_the_notes_of_their_page() -> None:
    pages = [PageDraft(), PageDraft()]
    body(pages[0], [f"{LOREM}1 It stood empty in 12.2 yards, he said;2 see vol.1 and p.2 of it."])
    foot(pages[0], ["1 Harris, The Mill.", "2 Ibid."])
    body(pages[1], [f"{LOREM}3 It fell.4"])
    foot(pages[1], ["3 Reed, Looms."])
    document = of(*pages)
    assert [(marker.n, marker.note) for marker in document.markers] == [("1", "1"), ("2", "2"), ("3", "3")]
    assert texts(document)[0].endswith("It stood empty in 12.2 yards, he said; see vol.1 and p.2 of it.")
    assert texts(document)[1].endswith("It fell.4")
