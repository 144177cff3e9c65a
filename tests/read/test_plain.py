"""Plain text and the habits of its notes."""

import pytest

from argmap.model import Document
from argmap.read import read
from tests.read.test_properties import holds


def plain(text: str) -> Document:
    document = read(text.encode(), "essay.txt")
    assert document.info.format == "text"
    return document


def paragraphs(document: Document) -> list[str]:
    return [paragraph.prose.text for paragraph in document.paragraphs]


def test_hard_line_ends_are_undone() -> None:
    document = plain("The mill closed and the\ntown was full-\nhearted, pre-\nand post-war.\n\nNobody knew.\n")
    assert paragraphs(document) == ["The mill closed and the town was full-hearted, pre- and post-war.", "Nobody knew."]


def test_long_lines_are_paragraphs() -> None:
    line = "The mill closed and nobody in the town could say why it had been so. " * 3
    assert len(plain(f"{line}\n{line}\n{line}\n").paragraphs) == 3


def test_indented_first_lines_begin_paragraphs() -> None:
    assert paragraphs(plain("    The mill closed\nthat year.\n    Nobody knew\nwhy.\n")) == [
        "The mill closed that year.",
        "Nobody knew why.",
    ]


@pytest.mark.parametrize("title", ["", "Notes\n\n", "ENDNOTES:\n\n"])
@pytest.mark.parametrize(
    ("calls", "entries"),
    [
        (("[1]", "[2]"), ("[1] A source.", "[2] B source,\nruns on.")),
        (("[1]", "[2]"), ("1. A source.", "2. B source,\nruns on.")),
        (("¹", "²"), ("¹ A source.", "² B source,\nruns on.")),
        (("¹", "²"), ("1. A source.", "2. B source,\nruns on.")),
        (("(1)", "(2)"), ("(1) A source.", "(2) B source,\nruns on.")),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_shapes_of_notes(title: str, calls: tuple[str, str], entries: tuple[str, str], gap: str) -> None:
    text = f"The mill closed.{calls[0]} “Nobody knew.”{calls[1]} So they say.\n\n{title}{gap.join(entries)}\n"
    document = plain(text)
    assert [(note.n, note.text) for note in document.notes] == [("1", "A source."), ("2", "B source, runs on.")]
    assert paragraphs(document) == ["The mill closed. “Nobody knew.” So they say."]
    assert [sentence.markers for sentence in document.sentences] == [("1",), ("2",), ()]
    assert [text[marker.start : marker.end] for marker in document.markers] == list(calls)


def test_round_numbers_without_entries_are_text() -> None:
    assert paragraphs(plain("We see (1) mills and (2) towns.\n")) == ["We see (1) mills and (2) towns."]


def test_squares_and_years_call_nothing() -> None:
    document = plain("It covered 40 km² in [1950] or so.\n")
    assert not document.markers
    assert paragraphs(document) == ["It covered 40 km² in [1950] or so."]


def test_a_marker_without_its_entry_and_an_entry_without_marker() -> None:
    document = plain("One.[1] Two.[7]\n\n[1] A.\n\n[2] Nobody calls it.\n")
    assert [(marker.n, marker.note) for marker in document.markers] == [("1", "1"), ("7", None)]
    assert [note.n for note in document.notes] == ["1", "2"]


def test_notes_of_several_paragraphs_at_the_end() -> None:
    document = plain("One.[1] Two.[2]\n\n[1] A.\n\nMore of A.\n\n[2] B.\n")
    assert [note.text for note in document.notes] == ["A. More of A.", "B."]


def test_notes_at_the_foot_of_sections_may_begin_anew() -> None:
    document = plain("One.[1]\n\n[1] A.\n\nTwo.[1] Three.[2]\n\n[1] B.\n\n[2] C.\n\nLast words.\n")
    assert [(note.id, note.text) for note in document.notes] == [("1", "A."), ("1#2", "B."), ("2", "C.")]
    assert [marker.note for marker in document.markers] == ["1", "1#2", "2"]
    assert paragraphs(document) == ["One.", "Two. Three.", "Last words."]


def test_a_numbered_list_at_the_end_is_no_block_of_notes() -> None:
    document = plain("Three things matter here.\n\n1. Mills.\n2. Towns.\n3. Rivers.\n")
    assert not document.notes
    assert [paragraph.kind for paragraph in document.paragraphs] == ["prose", "list", "list", "list"]


def test_a_marker_at_the_beginning_of_a_wrapped_line() -> None:
    document = plain("He said: “The mill\nis closed.”\n[1] They went.\n\n[1] Diary.\n")
    assert [(sentence.text, sentence.markers) for sentence in document.sentences] == [
        ("He said: “The mill is closed.”", ("1",)),
        ("They went.", ()),
    ]


def test_headings_and_quotations() -> None:
    long = "The mill closed that year and nobody in the town could say why. " * 4
    document = plain(
        f"The Mill\n========\n\n{long.strip()}\n\nCauses\n\n"
        + "\n".join(["It was said by many that the river had"] * 5)
        + ".\n\n  Quoted words\n  run on.\n"
    )
    assert [(heading.level, heading.text, heading.before) for heading in document.headings] == [
        (1, "The Mill", "p1"),
        (2, "Causes", "p2"),
    ]
    assert document.paragraphs[-1].kind == "quote"


def test_short_paragraphs_are_no_headings() -> None:
    assert paragraphs(plain("One\n\nTwo\n")) == ["One", "Two"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_parts_the_same_paragraphs(end: str) -> None:
    text = (
        "The mill closed and the\ntown grieved.[1]\n\nNobody knew\nwhy.\n \t\nNobody asked.\n\n[1] Mill Book,\np. 4.\n"
    )
    document = plain(text.replace("\n", end))
    assert paragraphs(document) == ["The mill closed and the town grieved.", "Nobody knew why.", "Nobody asked."]
    assert [note.text for note in document.notes] == ["Mill Book, p. 4."]


@pytest.mark.parametrize("slip", ["A slip.[^why] ", "See [the page](https://example.org). ", "\n\n# Its end\n\n"])
def test_a_slip_of_markdown_does_not_hide_numbered_notes(slip: str) -> None:
    document = plain(f"The mill closed.[1] {slip}Nobody knew.[2]\n\n[1] Mill Book, p. 4.\n\n[2] Town Book, p. 9.\n")
    assert [note.n for note in document.notes] == ["1", "2"]
    assert document.sentences[0].markers == ("1",)


def test_numbered_brackets_do_not_hide_markdown() -> None:
    document = read(b"The mill [1] closed.^[Mill Book, p. 4.] Nobody knew [2].\n", "essay.txt")
    assert (document.info.format, len(document.notes)) == ("markdown", 1)


def test_link_definitions_are_no_numbered_notes() -> None:
    text = b"# The mill\n\nThe [mill][1] closed, see [the book][2].\n\n[1]: https://example.org/1\n[2]: https://example.org/2\n"
    assert read(text, "-").info.format == "markdown"


def test_numbers_in_round_brackets_are_no_calls_beside_square_ones() -> None:
    document = plain(
        "Two things: (1) the mill and (2) the town.[1] Both closed.[2]\n\n[1] Mill Book.\n\n[2] Town Book.\n"
    )
    assert [(marker.n, marker.note) for marker in document.markers] == [("1", "1"), ("2", "2")]
    assert document.sentences[0].text == "Two things: (1) the mill and (2) the town."


def test_bullets_are_no_words() -> None:
    document = plain("The town lost:\n\n-   The mill closed\n    in May.\n-   The bank closed in June.\n")
    assert paragraphs(document) == ["The town lost:", "The mill closed in May.", "The bank closed in June."]
    assert [paragraph.kind for paragraph in document.paragraphs] == ["prose", "list", "list"]


def test_a_name_with_initials_begins_no_list() -> None:
    document = plain("K. Weaver was the last to leave\nthe mill, and she said so.\n")
    assert [(paragraph.kind, paragraph.prose.text[:9]) for paragraph in document.paragraphs] == [("prose", "K. Weaver")]


def test_notes_that_name_themselves() -> None:
    text = (
        "The mill closed.[1] It fell. [A]\n\n[Footnote 1: Harris, *Mill* [1950],\np. 4.]\n\n"
        "[Footnote A: A remark\n\nof two paragraphs.]\n\nIt [sic] reopened.[1]\n\n[Footnote 1: Ibid. [no end\n\nThe town wept.\n"
    )
    document = read(text.encode(), "a.txt")
    holds(document)
    assert [(sentence.text, sentence.markers) for sentence in document.sentences] == [
        ("The mill closed.", ("1",)),
        ("It fell.", ("A",)),
        ("It [sic] reopened.", ("1",)),
        ("The town wept.", ()),
    ]
    assert [(note.id, note.text) for note in document.notes] == [
        ("1", "Harris, *Mill* [1950], p. 4."),
        ("A", "A remark of two paragraphs."),
        ("1#2", "Ibid. [no end"),
    ]
    assert [marker.note for marker in document.markers] == ["1", "A", "1#2"]


def test_numbers_that_lost_their_raising() -> None:
    text = (
        "The mill closed in 1614.1 The town wept.2 “It fell,”3 he said.\n\nIt was 12.5 yards wide, cf. p.7 of it.4\n\n"
        "Notes\n\n1. Harris.\n2. Ibid.\n3. Moss.\n4. Hale.\n"
    )
    document = read(text.encode(), "a.txt")
    holds(document)
    assert [(sentence.text, sentence.markers) for sentence in document.sentences] == [
        ("The mill closed in 1614.", ("1",)),
        ("The town wept.", ("2",)),
        ("“It fell,” he said.", ("3",)),
        ("It was 12.5 yards wide, cf. p.7 of it.", ("4",)),
    ]
    assert [marker.note for marker in document.markers] == ["1", "2", "3", "4"]


def test_such_numbers_whose_notes_are_missing() -> None:
    document = read(b"The mill closed.1 The town wept.2 It fell.3 He left.\n", "a.txt")
    assert [(marker.n, marker.note) for marker in document.markers] == [("1", None), ("2", None), ("3", None)]
    assert [sentence.text for sentence in document.sentences] == [
        "The mill closed.", "The town wept.", "It fell.", "He left.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["It rose to 4.1 and 4.2 and 4.3 yards.", "See Gen.1 and Lev.2 here.", "v.2 and p.9 and n.4 and s.1 f.2 g.3"],
)
def test_numbers_that_call_nothing(text: str) -> None:
    assert not read(text.encode(), "a.txt").markers


def test_bare_numbers_are_notes_under_a_title_in_their_order() -> None:
    text = "The mill closed.[1] It fell.[2] It rose.[3]\n\nNotes\n\n1 Harris, Mill.\n\n2 Ibid., of the year\n1901 and later.\n\n3 Reed.\n"
    document = read(text.encode(), "essay.txt")
    assert [note.text for note in document.notes] == ["Harris, Mill.", "Ibid., of the year 1901 and later.", "Reed."]
    assert [marker.note for marker in document.markers] == ["1", "2", "3"]


def test_bare_numbers_without_a_title_are_text() -> None:
    document = read(b"The mill closed.[1]\n\n12 looms stood there.\n\n1 clerk stayed.\n", "essay.txt")
    assert not document.notes
    assert len(document.paragraphs) == 3


@pytest.mark.parametrize(
    "text",
    [
        "The mill closed.\n\nNotes\n\n1 ship came in 1850, and no more.\n\nThen the fleet came.\n",
        "The mill closed.\n\nReferences\n\n1 Corinthians 13 is quoted.\n\n2 Kings 4 is quoted.\n\nIt fell.\n",
        "The mill closed [1].\n\nNotes:\n\n1 May was a holiday.\n\nThe mill was still.\n",
    ],
)
def test_bare_numbers_that_nothing_calls_are_text(text: str) -> None:
    assert not plain(text).notes


def test_bare_numbers_within_a_note_and_what_follows_the_notes() -> None:
    text = (
        "It closed.[1] It fell.[2]\n\nNotes\n\n1 Marsh, Mills, 12, in\n2 volumes of it.\n2 Weber, 44.\n   3 volumes appeared.\n\n"
        "Bibliography\n\nMarsh, John. Mills.\n"
    )
    document = plain(text)
    assert [note.text for note in document.notes] == [
        "Marsh, Mills, 12, in 2 volumes of it.",
        "Weber, 44. 3 volumes appeared.",
    ]
    assert paragraphs(document)[-2:] == ["Bibliography", "Marsh, John. Mills."]


def test_numbers_in_round_brackets_that_count_points_are_no_calls() -> None:
    text = "There are three: (1) money, (2) water, and (3) men.\n\nReferences\n\n1. Marsh.\n2. Weber.\n3. Cole.\n"
    assert not plain(text).markers


def test_bare_numbers_one_of_which_lost_its_mark() -> None:
    document = plain("It closed.[1] It fell. It rose.[3]\n\nNotes\n\n1 Marsh, 12.\n2 Weber, 44.\n3 Cole, 9.\n")
    assert [note.text for note in document.notes] == ["Marsh, 12.", "Weber, 44.", "Cole, 9."]


def test_bare_numbers_called_in_round_brackets() -> None:
    document = plain("It closed (1). It fell (2).\n\nNotes\n\n1 Marsh, 12.\n2 Weber, 44.\n")
    assert [note.text for note in document.notes] == ["Marsh, 12.", "Weber, 44."]
