"""HTML: notes typed by hand, without links."""

import pytest

from argmap.model import Document
from argmap.read import read
from tests.read.test_properties import holds

TEXT = "<p>The mill closed.{0} It stood empty;{1} nobody asked (so Mill).{2}</p><p>The owners had left.{3}</p>"
WORDS = ("Harris, <i>Mill</i>, p. 4.", "Ibid.", "Mill to Reed, 3 May 1901.", "Harris, p. 12.")


def of(page: str) -> Document:
    document = read(f"<html><head><title>Of Mills</title></head><body>{page}</body></html>".encode(), "essay.html")
    holds(document)
    return document


def text(mark: str) -> str:
    return TEXT.format(*(mark.replace("7", str(number)) for number in range(1, 5)))


def entries(shape: str) -> str:
    return "".join(shape.replace("7", str(number)).replace("@", words) for number, words in enumerate(WORDS, 1))


@pytest.mark.parametrize(
    "page",
    [
        text("[7]") + "<h2>Notes</h2><ol>" + entries("<li>@</li>") + "</ol>",
        text(" [7]") + entries("<p>[7] @</p>"),
        text("(7)") + "<p><b>Endnotes</b></p>" + entries("<p>7. @</p>"),
        text("(7)") + "<hr>" + entries("<div><p>(7) @</p></div>"),
        text("<sup>7</sup>") + "<h4>Notes</h4><p>" + entries("7. @<br>\n") + "</p>",
        text("[7]") + "<div>NOTES:<br/>" + entries("7 @<br/>") + "</div>",
        text("[7]") + "<h3>References</h3><dl>" + entries("<dt>[7]</dt><dd>@</dd>") + "</dl>",
        text("<span style='vertical-align: super'>7</span>")
        + "<table>"
        + entries("<tr><td>7</td><td>@</td></tr>")
        + "</table>",
    ],
)
def test_numbers_in_brackets_and_a_list_are_notes(page: str) -> None:
    document = of(page)
    assert [note.text for note in document.notes] == [words.replace("<i>", "").replace("</i>", "") for words in WORDS]
    assert [(marker.n, marker.note) for marker in document.markers] == [(n, n) for n in "1234"]
    assert [sentence.text for sentence in document.sentences] == [
        "The mill closed.",
        "It stood empty; nobody asked (so Mill).",
        "The owners had left.",
    ]
    assert [sentence.markers for sentence in document.sentences] == [("1",), ("2", "3"), ("4",)]
    assert not document.headings


def test_raised_figures_are_marks_and_powers_are_none() -> None:
    document = of("<p>The mill had 40 m² of glass.¹ It closed.²</p><p>Notes</p><p>1 Harris.</p><p>2 Ibid.</p>")
    assert [sentence.text for sentence in document.sentences] == ["The mill had 40 m² of glass.", "It closed."]
    assert [note.text for note in document.notes] == ["Harris.", "Ibid."]


def test_a_typed_number_may_come_again() -> None:
    document = of(
        "<p>The mill closed.[1] It stood empty.[2] It fell.[1]</p><h2>Notes</h2><p>[1] Harris.</p><p>[2] Mill.</p>"
    )
    assert [marker.note for marker in document.markers] == ["1", "2", "1"]


@pytest.mark.parametrize(
    "page",
    [
        "<p>There are two grounds: (1) the mill closed, and (2) it fell.</p><h2>Notes</h2><ol><li>Harris.<li>Mill.</ol>",
        "<p>The clerk wrote of [1] mill.</p><ol><li>Looms</li><li>Clerks</li></ol>",
        "<p>See table(1) and table(2).</p><ol><li>Looms</li><li>Clerks</li></ol>",
        "<p>It closed.[1] It fell.[2] It rose.[3]</p><p>[1] Harris.</p>",
        # a list, a statute and a transcript that stand in the text
        "<p>By Article IX(1) it closed, by IX(2) it fell:</p><p>(1) It is closed.</p><p>(2) It fell.</p><p>So it was.</p>",
        "<p>By Article IX(1) it closed, by IX(2) it fell:</p><p>(1) It is closed.</p><p>(2) It fell.</p><p>(3) So.</p>",
        "<p>The mill[1] was [2] torn:</p><p>[1] The mill.</p><p>[2] It closed.</p><p>[3] It fell.</p>",
        "<p>The mill[1] was [2] torn:</p><blockquote><p>[1] The mill.</p><p>[2] It closed.</p></blockquote>",
        "<p>The mill[2] was [1] torn:</p><p>[1] The mill.</p><p>[2] It closed.</p>",
    ],
)
def test_other_numbers_are_left_as_they_stand(page: str) -> None:
    document = of(page)
    assert not document.notes
    assert not document.markers
    assert any(sign in document.paragraphs[0].prose.text for sign in ("(1)", "[1]"))


@pytest.mark.parametrize(
    "page",
    [
        "<p>By E=mc² it closed.</p><p>Why?</p><ol><li>Who paid?<li>Who used it?<li>Who left?</ol>",
        "<p>By E=mc² it had 40 acres².</p><p>1. Who paid?</p><p>2. Who used it?</p><p>3. Who left?</p>",
    ],
)
def test_powers_call_no_item_of_a_list(page: str) -> None:
    document = of(page)
    assert not document.notes
    assert "mc²" in document.paragraphs[0].prose.text


def test_a_power_before_its_turn_calls_no_note_with_a_title() -> None:
    document = of("<p>By E=mc² it closed.¹ It fell.²</p><h2>Notes</h2><p>1. Harris.</p><p>2. Mill.</p>")
    assert [sentence.text for sentence in document.sentences] == ["By E=mc² it closed.", "It fell."]
    assert [note.text for note in document.notes] == ["Harris.", "Mill."]


def test_a_transcript_before_notes_with_a_title_and_a_foot() -> None:
    series = "<p>[1] Harris.</p><p>[2] Mill.</p>"
    document = of(
        "<p>It closed.[1] It fell.[2]</p><blockquote><p>[1] It is.</p><p>[2] It was.</p></blockquote>"
        f"<h2>Notes</h2>{series}"
    )
    assert [note.text for note in document.notes] == ["Harris.", "Mill."]
    document = of(f"<p>It closed.[1] It fell.[2]</p>{series}<h2>References</h2><p>Harris, Mill.</p>")
    assert len(document.notes) == 2
    assert len(of(f"<p>It closed.[1] It fell.[2]</p>{series}<footer>Of 2020</footer>").notes) == 2


def test_linked_notes_keep_typed_numbers_in_the_text() -> None:
    document = of(
        '<p>It closed [1] in May.<a href="#n1" id="r1"><sup>1</sup></a></p><p id="n1"><a href="#r1">1</a> Harris [1].</p>'
    )
    assert [sentence.text for sentence in document.sentences] == ["It closed [1] in May."]
    assert [note.text for note in document.notes] == ["Harris [1]."]


def test_what_nobody_should_read_among_the_words() -> None:
    document = of(
        '<p class="MsoTitle">Of Mills</p><p><span class="paranumber">1</span>It closed [End Page 12] in May.</p>'
        '<p class="MsoQuote">It is closed for good.</p>'
        '<p>It fell.<a href="#n1" id="r1"><span class="off-screen">Footnote</span><sup>1</sup></a></p><div id="n1">'
        '<p><a href="#r1">1</a> Harris.</p></div>'
    )
    assert [heading.text for heading in document.headings] == ["Of Mills"]
    assert [(paragraph.kind, paragraph.prose.text) for paragraph in document.paragraphs] == [
        ("prose", "It closed in May."),
        ("quote", "It is closed for good."),
        ("prose", "It fell."),
    ]


def test_marks_of_a_group_of_notes() -> None:
    document = of(
        '<p>It closed.<sup id="cite_ref-a-0"><a href="#cite_note-a">[lower-alpha 1]</a></sup></p><h2>Notes</h2>'
        '<ol class="references"><li id="cite_note-a"><a href="#cite_ref-a-0">^</a> Harris.</li></ol>'
    )
    assert [(marker.n, marker.note) for marker in document.markers] == [("lower-alpha 1", "lower-alpha 1")]
    assert [note.text for note in document.notes] == ["Harris."]
