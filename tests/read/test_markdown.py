"""Markdown with Pandoc's notes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from argmap.model import Document
from argmap.read import read


def markdown(text: str) -> Document:
    document = read(text.encode(), "essay.md")
    assert document.info.format == "markdown"
    return document


def paragraphs(document: Document) -> list[str]:
    return [paragraph.prose.text for paragraph in document.paragraphs]


def numbers(document: Document) -> list[tuple[str, str | None]]:
    return [(note.n, note.label) for note in document.notes]


def test_unmarked_text_stands_where_it_says() -> None:
    text = "The mill closed. Nobody knew why.\n\nA second paragraph.\n"
    document = markdown(text)
    assert [text[sentence.start : sentence.end] for sentence in document.sentences] == [
        sentence.text for sentence in document.sentences
    ]
    assert [sentence.id for sentence in document.sentences] == ["p1.s1", "p1.s2", "p2.s1"]


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        ("An *old* and **grey** mill.", "An old and grey mill."),
        ("A [link](http://mill.example/(a) 'title') here.", "A link here."),
        ("A [reference][r] here.\n\n[r]: http://mill.example", "A reference here."),
        (r"\[hereafter MB\] 2\*3", "[hereafter MB] 2*3"),
        ("Salt &amp; rye&nbsp;bread &unknown;", "Salt & rye bread &unknown;"),
        ("`code *stays*` here", "code *stays* here"),
        ("H~2~O, x^2^ and ~~not~~ this", "H2O, x2 and not this"),
        ("a [span]{.smallcaps} here", "a span here"),
        ("<b>bold</b> and <http://mill.example> too", "bold and http://mill.example too"),
        ("[sic] stays, snake_case_word stays, 2 * 3 stays", "[sic] stays, snake_case_word stays, 2 * 3 stays"),
        ("hard  \nbreak and\\\nanother", "hard break and another"),
        ("“Smart” -- quotes’ stay...", "“Smart” -- quotes’ stay..."),
        ("word [^1], word [^1] (x)\n\n[^1]: n", "word, word (x)"),
    ],
)
def test_inline_markup_is_not_seen(source: str, clean: str) -> None:
    assert paragraphs(markdown(source)) == [clean]


def test_blocks_and_their_kinds() -> None:
    document = markdown(
        "# Title\n\nText.\n\n> Quoted\n> words.\n\n- One\n- Two\n\n| a | b\\|c |\n|---|---|\n| d | e |\n\n    code\n"
    )
    assert [(paragraph.kind, paragraph.prose.text) for paragraph in document.paragraphs] == [
        ("prose", "Text."),
        ("quote", "Quoted words."),
        ("list", "One"),
        ("list", "Two"),
        ("table", "a"),
        ("table", "b|c"),
        ("table", "d"),
        ("table", "e"),
        ("code", "code"),
    ]
    assert [(heading.level, heading.text, heading.before) for heading in document.headings] == [(1, "Title", "p1")]
    assert document.info.title == "Title"
    assert not any(sentence.paragraph == "p9" for sentence in document.sentences)


def test_headings_lose_their_attributes_and_keep_their_place() -> None:
    text = "Before.\n\nSetext *head*\n===\n\n## Part two {#two .unnumbered} ##\n"
    document = markdown(text)
    assert [(heading.level, heading.text, heading.before) for heading in document.headings] == [
        (1, "Setext head", None),
        (2, "Part two", None),
    ]
    assert [text[heading.start : heading.end] for heading in document.headings] == ["Setext *head", "Part two"]


def test_notes_of_several_paragraphs_and_lazy_lines() -> None:
    text = "Claim.[^a]\n\n[^a]: First *part*\nruns on.\n\n    Second part.\n\nNot the note.\n"
    document = markdown(text)
    assert document.notes[0].text == "First part runs on. Second part."
    assert paragraphs(document) == ["Claim.", "Not the note."]
    assert text[document.notes[0].start :].startswith("First *part*")


def test_inline_notes() -> None:
    text = "Claim.^[See *Mill* [sic] and `]`, p. 4.] Next one.\n"
    document = markdown(text)
    assert document.notes[0].text == "See Mill [sic] and ], p. 4."
    assert [sentence.markers for sentence in document.sentences] == [("1",), ()]
    marker = document.markers[0]
    assert text[marker.start : marker.end] == "^[See *Mill* [sic] and `]`, p. 4.]"


def test_the_authors_numbers_stand_while_they_rise() -> None:
    document = markdown("One.[^2] Two.[^5]\n\n[^5]: Five.\n\n[^3]: Three, uncalled.\n\n[^2]: Two.\n")
    assert numbers(document) == [("2", None), ("3", None), ("5", None)]


def test_other_labels_are_numbered_by_first_call() -> None:
    document = markdown(
        "One.[^mill] Two.[^gone] Three.[^7] Again.[^mill]\n\n[^7]: Seven.\n\n[^mill]: Mill.\n\n[^idle]: Idle.\n"
    )
    assert numbers(document) == [("1", "mill"), ("2", "7"), ("idle", None)]
    assert [(marker.n, marker.note) for marker in document.markers] == [
        ("1", "1"),
        ("gone", None),
        ("2", "2"),
        ("1", "1"),
    ]


def test_falling_numbers_are_numbered_anew() -> None:
    document = markdown("One.[^2] Two.[^1]\n\n[^1]: A.\n\n[^2]: B.\n")
    assert numbers(document) == [("1", "2"), ("2", "1")]


def test_an_undefined_number_does_not_disturb_the_others() -> None:
    document = markdown("One.[^1] Two.[^9] Three.[^2]\n\n[^1]: A.\n\n[^2]: B.\n")
    assert numbers(document) == [("1", None), ("2", None)]
    assert [(marker.n, marker.note) for marker in document.markers] == [("1", "1"), ("9", None), ("2", "2")]
    assert "9" not in document.sentences[1].text


def test_a_label_defined_twice_gives_two_notes() -> None:
    document = markdown("One.[^7] Two.[^8]\n\n[^7]: A.\n\n[^7]: B.\n\n[^8]: C.\n")
    assert [(note.id, note.text) for note in document.notes] == [("7", "A."), ("7#2", "B."), ("8", "C.")]
    assert [marker.note for marker in document.markers] == ["7", "8"]


def test_markers_in_headings_and_code() -> None:
    document = markdown("# Head[^1]\n\nText `[^1]`.\n\n[^1]: A.\n")
    assert [(marker.n, marker.sentence) for marker in document.markers] == [("1", None)]
    assert document.headings[0].text == "Head"
    assert document.sentences[0].text == "Text [^1]."


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("---\ntitle: 'The *Mill*[^1]'\nauthor: X\n---\n", "The Mill"),
        ("---\ntitle: 1950\n...\n", "1950"),
        ("% The Mill\n% A. Writer\n\n", "The Mill"),
        ("---\nauthor: X\n---\n", None),
    ],
)
def test_front_matter(head: str, title: str | None) -> None:
    document = markdown(f"{head}\nText.\n")
    assert (document.info.title, paragraphs(document)) == (title, ["Text."])


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert paragraphs(markdown("---\n\nText.\n\n---\n\nMore.\n")) == ["Text.", "More."]


def test_images_comments_and_scripts_are_losses() -> None:
    document = markdown("Text ![A mill](mill.png) on.\n\n<!-- later -->\n\n<script>\nx()\n</script>\n")
    assert [(loss.what, loss.detail) for loss in document.losses] == [
        ("image", "A mill"),
        ("comment", "later"),
        ("script", ""),
    ]
    assert paragraphs(document) == ["Text on."]


def test_pandoc_divs_are_not_seen() -> None:
    assert paragraphs(markdown("::: {.note}\nInside.\n:::\n\nOutside.\n")) == ["Inside.", "Outside."]


def test_windows_line_ends_and_byte_order_mark() -> None:
    document = read("\ufeffOne *line*\r\nand two.[^1]\r\n\r\n[^1]: Note\r\n    runs on.\r\n".encode(), "a.md")
    assert paragraphs(document) == ["One line and two."]
    assert document.notes[0].text == "Note runs on."
    assert document.text.startswith("One *line*\r\n")


def _seen_by_markdown_it(source: str) -> str:
    children = MarkdownIt("commonmark").parseInline(source)[0].children or []
    seen = (" " if token.type == "softbreak" else token.content for token in children if token.type != "html_inline")
    return " ".join("".join(seen).split())


@settings(deadline=None, max_examples=300)
@given(
    st.lists(
        st.sampled_from(["a", "b c", " ", "*", "**", "_", "__", "[", "]", "`", "``", "\\*", "(", ")", "\n", "&amp;"])
    )
)
def test_inline_text_is_what_markdown_it_sees(pieces: list[str]) -> None:
    source = f"x{''.join(pieces)}x"
    while "\n\n" in source:
        source = source.replace("\n\n", "\n")
    source = "\n".join(f"x{line.strip()}" for line in source.split("\n"))
    assert paragraphs(markdown(source)) == [_seen_by_markdown_it(source)]


def test_a_year_that_begins_a_line_of_a_note_is_no_list() -> None:
    document = read(b"It closed.[^1]\n\n[^1]: Harris, Mill, vol.\n12.\n\nIn the year\n\n1950.\n\nIt fell.\n", "a.md")
    assert [note.text for note in document.notes] == ["Harris, Mill, vol. 12."]
    assert [item.prose.text for item in document.paragraphs] == ["It closed.", "In the year", "1950.", "It fell."]


def test_labels_are_found_in_capitals_too() -> None:
    document = read(b"It closed.[^Harris] It fell.[^b]\n\n[^harris]: One.\n[^B]: Two.\n", "a.md")
    assert [(marker.n, marker.note) for marker in document.markers] == [("1", "1"), ("2", "2")]
    document = read(b"It closed.[^A] It fell.[^a]\n\n[^a]: One.\n[^A]: Two.\n", "a.md")
    assert [document.note_of[marker.note or ""].text for marker in document.markers] == ["Two.", "One."]


def test_inline_notes_of_multimarkdown() -> None:
    document = markdown("Claim.[^See *Mill*, p. 4.] Next one.[^Ibid., 7.] A third.\n")
    assert [(note.n, note.text) for note in document.notes] == [("1", "See Mill, p. 4."), ("2", "Ibid., 7.")]
    assert paragraphs(document) == ["Claim. Next one. A third."]


@pytest.mark.parametrize("entry", ["[{}] ", "{}. ", "[{}] *See* "])
def test_notes_numbered_by_hand(entry: str) -> None:
    words = ("Ada *Marsh*, Mills, 5.", "Ibid., 7.", "Ben Reed, Weirs, 9.")
    notes = "\n\n".join(entry.format(number) + text for number, text in enumerate(words, 1))
    text = f"# Mills\n\nThe *mill* was sold.[1] Nobody minded.[2]\n\nIt burned down.[3]\n\n## Notes\n\n{notes}\n"
    document = markdown(text)
    assert [note.n for note in document.notes] == ["1", "2", "3"]
    assert document.notes[0].text.endswith("Ada Marsh, Mills, 5.")
    assert [marker.note for marker in document.markers] == [note.id for note in document.notes]
    assert paragraphs(document) == ["The mill was sold. Nobody minded.", "It burned down."]
    assert [heading.text for heading in document.headings] == ["Mills"]
    assert all(text[note.start : note.end].endswith(words[index][-4:]) for index, note in enumerate(document.notes))


def test_numbers_in_brackets_that_nothing_answers_call_no_note() -> None:
    document = markdown("The mill [1] was sold.\n\n1. One\n2. Two\n\n[1]: https://elm.example/\n")
    assert document.notes == ()
