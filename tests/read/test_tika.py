"""Tika's bracketed text."""

from argmap.model import Document
from argmap.read import read


def tika(text: str) -> Document:
    document = read(text.encode(), "essay.txt")
    assert document.info.format == "tika"
    return document


def paragraphs(document: Document) -> list[str]:
    return [paragraph.prose.text for paragraph in document.paragraphs]


def test_markers_and_bodies_are_taken_out_of_the_text() -> None:
    document = tika(
        "The mill closed.[footnoteRef:1] Nobody knew why.  [1:  Mill Book, p. 4. ] \n\nA second paragraph.\n"
    )
    assert paragraphs(document) == ["The mill closed. Nobody knew why.", "A second paragraph."]
    assert [(note.id, note.text) for note in document.notes] == [("1", "Mill Book, p. 4.")]
    assert [sentence.markers for sentence in document.sentences] == [("1",), (), ()]
    note = document.notes[0]
    assert document.text[note.start : note.end] == "Mill Book, p. 4."


def test_nested_brackets_are_counted() -> None:
    document = tika("Grain rose.[footnoteRef:3] [3: Letter of [the steward] Hale [see [sic] above], f. 2.] And fell.")
    assert document.notes[0].text == "Letter of [the steward] Hale [see [sic] above], f. 2."
    assert paragraphs(document) == ["Grain rose. And fell."]
    assert not document.losses


def test_a_bracket_never_closed_does_not_swallow_the_text() -> None:
    document = tika(
        "Grain rose.[footnoteRef:1]  [1: Letter of [the steward, f. 2.] \n\nBread [white] followed.\n\nLast."
    )
    assert paragraphs(document) == ["Grain rose.", "Bread [white] followed.", "Last."]
    assert document.notes[0].text == "Letter of [the steward, f. 2."
    assert [loss.what for loss in document.losses] == ["unbalanced bracket"]


def test_a_bracket_too_many_ends_the_note_where_its_line_says() -> None:
    document = tika("Grain rose.[footnoteRef:1]  [1: Hale] and Moss] \n\nBread followed.")
    assert document.notes[0].text == "Hale] and Moss"
    assert paragraphs(document) == ["Grain rose.", "Bread followed."]
    assert [loss.what for loss in document.losses] == ["unbalanced bracket"]


def test_notes_of_several_paragraphs() -> None:
    document = tika("Grain rose.[footnoteRef:1]  [1: First part.\nSecond part.] \n\nBread followed.")
    assert document.notes[0].text == "First part. Second part."
    assert paragraphs(document) == ["Grain rose.", "Bread followed."]


def test_footnotes_and_endnotes_of_one_number() -> None:
    document = tika("One.[footnoteRef:1] Two.[endnoteRef:1]  [1: At the foot.]  [1: At the end.] ")
    assert [(note.id, note.kind, note.text) for note in document.notes] == [
        ("1", "footnote", "At the foot."),
        ("1#2", "endnote", "At the end."),
    ]
    assert [marker.note for marker in document.markers] == ["1", "1#2"]


def test_a_marker_without_a_note_and_a_note_without_a_marker() -> None:
    document = tika("One.[footnoteRef:1] Two.[footnoteRef:5]  [1: First.]  [9: Nobody calls it.] ")
    assert [(marker.n, marker.note) for marker in document.markers] == [("1", "1"), ("5", None)]
    assert [note.id for note in document.notes] == ["1", "9"]
    assert document.sentences[1].markers == ("5",)


def test_bookmarks_are_no_text_and_images_are_losses() -> None:
    document = tika(" [bookmark: _GoBack]One.[footnoteRef:1] [image: mill.png] [1: First.] ")
    assert paragraphs(document) == ["One."]
    assert [(loss.what, loss.detail) for loss in document.losses] == [("image", "mill.png")]


def test_bracketed_numbers_in_the_text_are_text() -> None:
    document = tika("As [12: 3] says.[footnoteRef:1] More of it. [1: See [2: 7] there.] ")
    assert paragraphs(document) == ["As [12: 3] says. More of it."]
    assert document.notes[0].text == "See [2: 7] there."


def test_a_marker_behind_quotation_marks_and_a_blank_belongs_to_the_sentence_before() -> None:
    document = tika("He said: “Go.” [footnoteRef:1] She went. [1: Diary.] ")
    assert [(sentence.text, sentence.markers) for sentence in document.sentences] == [
        ("He said: “Go.”", ("1",)),
        ("She went.", ()),
    ]


def test_a_note_may_begin_with_a_no_break_space() -> None:
    document = tika("The mill\u00a0closed.[footnoteRef:1]\u00a0[1:\u00a0Mill Book, p.\u00a04.\u00a0]\n")
    assert [note.text for note in document.notes] == ["Mill Book, p. 4."]
    assert paragraphs(document) == ["The mill closed."]
