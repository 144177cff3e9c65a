"""Word's .docx."""

import pytest

from argmap.model import Document
from argmap.read import read
from tests.read.packing import archive, call, docx, notes, paragraph, relations, words, wrapped


def word(body: str, **extra: str) -> Document:
    document = read(docx(body, extra), "essay.docx")
    assert document.info.format == "docx"
    return document


def paragraphs(document: Document) -> list[str]:
    return [paragraph.prose.text for paragraph in document.paragraphs]


def test_notes_take_their_printed_number_not_their_id() -> None:
    document = word(
        paragraph("The mill closed.", call(20), " Nobody knew.", call(7)),
        footnotes=notes("footnote", {7: "Second.", 20: "First."}),
    )
    assert [(note.id, note.text) for note in document.notes] == [("1", "First."), ("2", "Second.")]
    assert [sentence.markers for sentence in document.sentences] == [("1",), ("2",)]
    marker = document.markers[0]
    assert marker.start == marker.end == document.sentences[0].end
    assert document.text == "The mill closed. Nobody knew.\n\nFirst.\n\nSecond."
    assert not document.has_lines


def test_endnotes_are_roman_and_a_series_of_their_own() -> None:
    document = word(
        paragraph("One.", call(1), " Two.", call(1, "endnote"), " Three.", call(2, "endnote")),
        footnotes=notes("footnote", {1: "Foot."}),
        endnotes=notes("endnote", {1: "End one.", 2: "End two."}),
    )
    assert [(note.id, note.kind) for note in document.notes] == [("1", "footnote"), ("i", "endnote"), ("ii", "endnote")]
    assert [marker.note for marker in document.markers] == ["1", "i", "ii"]


def test_sections_set_format_start_and_restart() -> None:
    first = '<w:sectPr><w:footnotePr><w:numFmt w:val="upperRoman"/><w:numStart w:val="3"/></w:footnotePr></w:sectPr>'
    second = (
        '<w:sectPr><w:footnotePr><w:numFmt w:val="chicago"/><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    )
    document = word(
        paragraph("One.", call(1), " Two.", call(2), properties=first) + paragraph("Three.", call(3)) + second,
        footnotes=notes("footnote", {1: "A", 2: "B", 3: "C"}),
    )
    assert [note.n for note in document.notes] == ["III", "IV", "*"]


def test_settings_of_the_whole_document() -> None:
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numRestart w:val="eachPage"/></w:footnotePr>'
    document = word(
        paragraph("One.", call(1)),
        footnotes=notes("footnote", {1: "A"}),
        settings=wrapped("settings", settings),
    )
    assert document.notes[0].n == "a"
    assert [loss.what for loss in document.losses] == ["footnote numbering"]


def test_a_sign_of_the_authors_own_takes_no_number() -> None:
    sign = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>†</w:t></w:r>'
    document = word(
        paragraph("One.", sign, " Two.", call(2)),
        footnotes=notes("footnote", {1: "† Thanks.", 2: "Source."}),
    )
    assert [(note.n, note.text) for note in document.notes] == [("†", "Thanks."), ("1", "Source.")]
    assert paragraphs(document) == ["One. Two."]


def test_a_reference_repeated_and_a_reference_to_nothing() -> None:
    document = word(
        paragraph("One.", call(1), " Two.", call(1), " Three.", call(9)),
        footnotes=notes("footnote", {1: "A", 5: "Never called."}),
    )
    assert [(marker.n, marker.note) for marker in document.markers] == [("1", "1"), ("1", "1"), ("2", None)]
    assert [note.id for note in document.notes] == ["1", "5"]


def test_tracked_changes_are_read_as_accepted() -> None:
    document = word(
        paragraph(
            "Old ",
            f"<w:ins>{words('and new ')}</w:ins>",
            "<w:del><w:r><w:delText>gone </w:delText></w:r></w:del>",
            "text.",
        )
        + paragraph("Run", properties="<w:rPr><w:del/></w:rPr>")
        + paragraph(" on.")
    )
    assert paragraphs(document) == ["Old and new text.", "Run on."]
    assert [loss.what for loss in document.losses] == ["tracked deletion"]


def test_what_runs_are_made_of() -> None:
    run = "<w:r><w:t>full</w:t><w:noBreakHyphen/><w:t>time</w:t><w:tab/><w:t>so</w:t><w:softHyphen/><w:t>ft</w:t><w:br/><w:t>end</w:t></w:r>"
    assert paragraphs(word(paragraph(run))) == ["full-time soft end"]


def test_wrappers_are_looked_into() -> None:
    body = paragraph(
        f"<w:hyperlink>{words('a ')}</w:hyperlink>",
        f"<w:smartTag>{words('b ')}</w:smartTag>",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{words('c ')}</w:sdtContent></w:sdt>",
        f"<w:fldSimple w:instr='PAGE'>{words('d ')}</w:fldSimple>",
        f"<w:ruby><w:rt>{words('no')}</w:rt><w:rubyBase>{words('e')}</w:rubyBase></w:ruby>",
    )
    assert paragraphs(word(body)) == ["a b c d e"]


def test_fields_show_their_result_not_their_code() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText>ADDIN CITE</w:instrText></w:r>"
    inner = mark("begin") + code + mark("separate") + words("hidden") + mark("end")
    body = paragraph("x ", mark("begin"), code, inner, mark("separate"), "shown", mark("end"), " y")
    assert paragraphs(word(body)) == ["x shown y"]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    body = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "One.") + paragraph("Two.")
    assert paragraphs(word(body)) == ["One.", "Two."]


def test_pictures_boxes_and_comments_are_losses() -> None:
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Aside</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    body = paragraph("Text", "<w:r><w:drawing/></w:r>", box, '<w:r><w:commentReference w:id="4"/></w:r>', " on.")
    comments = wrapped("comments", f'<w:comment w:id="4" w:author="Ed">{paragraph("Sure?")}</w:comment>')
    document = word(body, comments=comments)
    assert paragraphs(document) == ["Text on."]
    assert [(loss.what, loss.detail) for loss in document.losses] == [
        ("image", ""),
        ("text box", "Aside"),
        ("comment", "Ed: Sure?"),
    ]


def test_hidden_text_symbols_and_page_headers() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    symbols = '<w:r><w:sym w:font="Arial" w:char="00A7"/><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
    document = word(paragraph("A", hidden, symbols), header=wrapped("hdr", paragraph("The Mill")))
    assert paragraphs(document) == ["A§"]
    assert [loss.what for loss in document.losses] == ["hidden text", "symbol", "page header"]


def test_styles_tell_headings_title_quotations_lists_and_contents() -> None:
    styles = wrapped(
        "styles",
        '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="U2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="Mine"><w:name w:val="My head"/><w:basedOn w:val="U2"/></w:style>'
        '<w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>'
        '<w:style w:styleId="V1"><w:name w:val="toc 1"/></w:style>'
        '<w:style w:styleId="C"><w:name w:val="Source Code"/></w:style>',
    )
    numbered = '<w:numPr><w:numId w:val="2"/></w:numPr>'
    body = (
        paragraph("The Mill", style="T")
        + paragraph("Contents 3", style="V1")
        + paragraph("Part", style="Mine")
        + paragraph("Text.")
        + paragraph("Quoted.", style="Q")
        + paragraph("Item.", properties=numbered)
        + paragraph("x = 1", style="C")
        + paragraph("Outline", properties='<w:outlineLvl w:val="0"/>')
        + f"<w:tbl><w:tr><w:tc>{paragraph('Cell.')}</w:tc></w:tr></w:tbl>"
    )
    document = word(body, styles=styles)
    assert document.info.title == "The Mill"
    assert [(heading.level, heading.text, heading.before) for heading in document.headings] == [
        (1, "The Mill", "p1"),
        (2, "Part", "p1"),
        (1, "Outline", "p5"),
    ]
    assert [(item.kind, item.prose.text) for item in document.paragraphs] == [
        ("prose", "Text."),
        ("quote", "Quoted."),
        ("list", "Item."),
        ("code", "x = 1"),
        ("table", "Cell."),
    ]
    assert [loss.what for loss in document.losses] == ["table of contents"]


def test_a_note_of_several_paragraphs() -> None:
    body = paragraph("<w:r><w:footnoteRef/></w:r>", " First.") + paragraph("Second.")
    document = word(paragraph("One.", call(1)), footnotes=notes("footnote", {1: body}))
    note = document.notes[0]
    assert note.text == "First. Second."
    assert document.text[note.start : note.end] == "First.\nSecond."


def test_the_strict_name_space_is_read_too() -> None:
    data = docx(paragraph("One."))
    strict = wrapped("document", f"<w:body>{paragraph('One.')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    document = read(archive({"word/document.xml": strict}), "strict.docx")
    assert paragraphs(document) == paragraphs(read(data, "a.docx")) == ["One."]


def test_parts_are_found_by_their_relationships() -> None:
    parts = {
        "_rels/.rels": relations({"officeDocument": "/text/main.xml"}),
        "text/_rels/main.xml.rels": relations({"footnotes": "../other/feet.xml"}),
        "text/main.xml": wrapped("document", f"<w:body>{paragraph('One.', call(1))}</w:body>"),
        "other/feet.xml": notes("footnote", {1: "A"}),
    }
    assert read(archive(parts), "odd.docx").notes[0].text == "A"


def test_the_title_of_the_properties() -> None:
    core = '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Mill</dc:title></p>'
    parts = {
        "_rels/.rels": relations({"officeDocument": "word/document.xml", "metadata/core-properties": "core.xml"}),
        "word/document.xml": wrapped("document", f"<w:body>{paragraph('One.')}</w:body>"),
        "core.xml": core,
    }
    assert read(archive(parts), "a.docx").info.title == "The Mill"


@pytest.mark.parametrize("suffix", ["docx", "txt", "md", "bin"])
def test_the_name_does_not_matter(suffix: str) -> None:
    assert paragraphs(read(docx(paragraph("One.")), f"a.{suffix}")) == ["One."]


def test_pages_that_word_noted_restart_the_numbers() -> None:
    settings = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    document = word(
        paragraph("One.", call(1), " Two.", call(2)) + paragraph(turn, "Three.", call(3)),
        footnotes=notes("footnote", {1: "A", 2: "B", 3: "C"}),
        settings=wrapped("settings", settings),
    )
    assert [(note.id, note.n) for note in document.notes] == [("1", "1"), ("2", "2"), ("1#2", "1")]
    assert [marker.note for marker in document.markers] == ["1", "2", "1#2"]
    assert "page breaks that Word noted" in document.losses[0].detail


def test_tables_links_and_paragraphs_in_a_note() -> None:
    inside = (
        paragraph("See ", f"<w:hyperlink>{words('the register')}</w:hyperlink>", ".")
        + f"<w:tbl><w:tr><w:tc>{paragraph('Ulm')}</w:tc><w:tc>{paragraph('12')}</w:tc></w:tr></w:tbl>"
        + paragraph("So far.")
    )
    document = word(paragraph("One.", call(1)), footnotes=notes("footnote", {1: inside}))
    assert document.notes[0].text == "See the register. Ulm 12 So far."
    assert paragraphs(document) == ["One."]


def test_tracked_changes_and_comments_in_a_note() -> None:
    gone = "<w:del><w:r><w:delText>1949</w:delText></w:r></w:del>"
    inside = paragraph("Harris ", gone, f"<w:ins>{words('1950')}</w:ins>", '<w:r><w:commentReference w:id="1"/></w:r>')
    comments = wrapped("comments", f'<w:comment w:id="1" w:author="Ed">{paragraph("Year?")}</w:comment>')
    document = word(paragraph("One.", call(1)), footnotes=notes("footnote", {1: inside}), comments=comments)
    assert document.notes[0].text == "Harris 1950"
    assert [(loss.what, loss.detail[:9]) for loss in document.losses] == [
        ("tracked deletion", "left out;"),
        ("comment", "Ed: Year?"),
    ]
