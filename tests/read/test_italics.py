"""What stands in italics, which every format says in its own way."""

import pytest

from argmap.model import Document
from argmap.read import read
from tests.read.packing import archive, call, docx, notes, paragraph, wrapped
from tests.read.pdf_packing import PageDraft, pdf
from tests.read.test_epub import NOTES, book, chapter
from tests.read.test_epub import call as epub_call


def slanted(document: Document) -> list[str]:
    """The words in italics of the text, then of the notes."""
    proses = [paragraph.prose for paragraph in document.paragraphs] + [note.prose for note in document.notes]
    return [prose.text[start:end] for prose in proses for start, end in prose.within(document.italics)]


def run(text: str, properties: str) -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_markdown() -> None:
    text = (
        "The *old\nmill* stood.[^1] A **bold** word, ***both***, _lower_ and snake_case_word.^[Ann Weir, *The Mill*, 3.]"
        "\n\n[^1]: Reed, *On\n    Weirs*, 4; \\*not\\* *“so” &amp; so*.\n\n    *More*.\n"
    )
    assert slanted(read(text.encode(), "a.md")) == [
        "old mill", "both", "lower", "On Weirs", "“so” & so", "More", "The Mill",
    ]  # fmt: skip


def test_word() -> None:
    styles = wrapped(
        "styles",
        '<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Book"><w:name w:val="Book"/><w:basedOn w:val="Emphasis"/></w:style>',
    )
    words = (
        run("Reed, ", "")
        + run("On ", "<w:i/>")
        + run("Weirs", '<w:i w:val="1"/><w:b/>')
        + run(", 4; ", '<w:i w:val="0"/>')
    )
    words += run("Elm", '<w:rStyle w:val="Book"/>') + run(" and ", '<w:rStyle w:val="Book"/><w:i w:val="false"/>')
    words += run("Oak", '<w:rStyle w:val="Emphasis"/>')
    body = paragraph(run("Mill", "<w:i/>"), " stood.", call(1))
    document = read(docx(body, {"footnotes": notes("footnote", {1: paragraph(words)}), "styles": styles}), "a.docx")
    assert slanted(document) == ["Mill", "On Weirs", "Elm", "Oak"]


@pytest.mark.parametrize(
    "markup",
    ["<i>On Weirs</i>", "<em>On</em> <cite>Weirs</cite>", '<span style="font-style: italic">On <b>Weirs</b></span>',
     '<span class="italic">On Weirs</span>', '<span class="c2 c7">On Weirs</span><span class="c2">!</span>', "<i>On <em>We</em>irs", "<i>On&nbsp;Weirs</i>"],
)  # fmt: skip
def test_html(markup: str) -> None:
    page = "<style>p {margin: 0} .c1, span.c7 {color: red; font-style:italic} .c2 {font-weight: bold}</style>"
    page += f'<p>Mill.<a href="#n1" id="r1">1</a></p><p id="n1"><a href="#r1">1</a> Reed, {markup}</i>, 4.</p>'
    assert slanted(read(page.encode(), "a.html")) == ["On Weirs"]


def test_epub() -> None:
    note = NOTES.replace("Smith, 12.", "<i>Smith</i>, <i>On Weirs</i>, 12.")
    note = note.replace("Ibid.", '<span class="c7">Ibid</span>.')
    text = chapter(f"<p>The <em>mill</em>{epub_call(1)} stood.{epub_call(2)}</p>")
    sheet = {"epub/style.css": ".c7 { font-style: italic }"}
    parts = book({"c1.xhtml": text, "endnotes.xhtml": chapter(note)}, extra=sheet)
    listed = '<item id="css" href="style.css" media-type="text/css"/></manifest>'
    parts["epub/content.opf"] = str(parts["epub/content.opf"]).replace("</manifest>", listed)
    assert slanted(read(archive(parts), "a.epub")) == ["mill", "Smith", "On Weirs", "Ibid"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tex", "\\documentclass{article}\\begin{document}The \\emph{mill}.\\footnote{Reed, \\textit{On Weirs}, 4.}\\end{document}"),
        ("a.org", "The /mill/.[fn:1]\n\n[fn:1] Reed, /On Weirs/, 4.\n"),
        ("a.rst", "The *mill*. [#]_\n\n.. [#] Reed, *On Weirs*, 4.\n"),
        ("a.wiki", "The ''mill''.<ref>Reed, ''On Weirs'', 4.</ref>\n"),
    ],
)  # fmt: skip
def test_through_pandoc(name: str, text: str) -> None:
    assert slanted(read(text.encode(), name)) == ["mill", "On Weirs"]


def test_pdf() -> None:
    page = PageDraft()
    end = page.text(55, 60, "The old ")
    page.text(page.text(end, 60, "mill", font="italic"), 60, " stood there for years.^1^")
    page.rule(40, 436, 90)
    page.text(page.text(40, 450, "^1^ Reed and Marsh of the town of Elm, ", 8), 450, "On Wei-", 8, font="italic")
    page.text(page.text(40, 460, "ring Mills", 8, font="italic"), 460, " (Dover, 1990), 4.", 8)
    document = read(pdf([page]), "a.pdf")
    assert slanted(document) == ["mill", "On Weiring Mills"]
    assert document.notes[0].text == "Reed and Marsh of the town of Elm, On Weiring Mills (Dover, 1990), 4."


def test_plain_text() -> None:
    text = (
        "The _old mill_ stood in the town of Elm.[1] A snake_case_word, __init__ and a blank ____ are none, nor is _ this _ or elm.example/_a/mill_/b.[2]\n\n"
        "[1] Reed, _On\nWeirs_, 4; _see_\n\n[2] Reed, _unfinished\n\nNothing_ follows.\n"
    )
    document = read(text.encode(), "a.txt")
    assert slanted(document) == ["old mill", "On Weirs", "see"]
    assert [note.text for note in document.notes] == ["Reed, On Weirs, 4; see", "Reed, _unfinished Nothing_ follows."]
