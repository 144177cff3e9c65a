"""Word files: notes called by fields, with commas between them, in deleted text, and numbered by hand."""

from argmap.model import Document
from argmap.read import read
from tests.read.packing import call, docx, notes, paragraph, words
from tests.read.test_properties import holds

RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'


def word(body: str, footnotes: dict[int, str] | None = None) -> Document:
    extra = {"footnotes": notes("footnote", footnotes)} if footnotes else {}
    document = read(docx(body, extra), "a.docx")
    holds(document)
    return document


def field(code: str, result: str) -> str:
    """A complex field."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{separate}{result}{end}"


def marked(name: str, run: str) -> str:
    """A run inside a bookmark."""
    return f'<w:bookmarkStart w:id="5" w:name="{name}"/>{run}<w:bookmarkEnd w:id="5"/>'


def sentences(document: Document) -> list[tuple[str, tuple[str, ...]]]:
    return [(sentence.text, sentence.markers) for sentence in document.sentences]


def test_a_cross_reference_in_the_format_of_a_sign_calls_the_note_again() -> None:
    again = field(" NOTEREF _Ref1 \\f \\h ", RAISED.format("1"))
    simple = f'<w:fldSimple w:instr=" NOTEREF _Ref1 \\f ">{RAISED.format("1")}</w:fldSimple>'
    body = paragraph("It closed.", marked("_Ref1", call(1)), " It reopened.", again, " It fell.", simple)
    document = word(body, {1: "Harris."})
    assert sentences(document) == [("It closed.", ("1",)), ("It reopened.", ("1",)), ("It fell.", ("1",))]
    assert [marker.note for marker in document.markers] == ["1", "1", "1"]


def test_a_cross_reference_in_words_stays_words() -> None:
    body = paragraph(
        "It closed.", marked("_Ref1", call(1)), " See note ", field(" NOTEREF _Ref1 \\h ", words("1")), "."
    )
    assert sentences(word(body, {1: "Harris."})) == [("It closed.", ("1",)), ("See note 1.", ())]


def test_a_cross_reference_to_nothing_stays_words() -> None:
    body = paragraph("It closed ", field(" NOTEREF _Gone \\f ", words("7")), " then.")
    assert sentences(word(body)) == [("It closed 7 then.", ())]


def test_the_comma_between_two_calls_is_none_of_the_sentence() -> None:
    document = word(
        paragraph("It closed.", call(1), RAISED.format(","), call(2), " Then, it fell."), {1: "A.", 2: "B."}
    )
    assert sentences(document) == [("It closed.", ("1", "2")), ("Then, it fell.", ())]


def test_a_note_called_in_deleted_text_alone_is_deleted() -> None:
    body = paragraph(
        "A claim.", f'<w:del w:id="2">{call(1)}</w:del>', " Another.", call(2), f"<w:del>{call(2)}</w:del>"
    )
    document = word(body, {1: "Gone.", 2: "Stays."})
    assert [(note.id, note.text) for note in document.notes] == [("1", "Stays.")]


def test_a_table_of_contents_that_only_its_field_tells() -> None:
    document = word(paragraph(field(' TOC \\o "1-3" ', words("The Mill 4"))) + paragraph("It closed."))
    assert sentences(document) == [("It closed.", ())]
    assert [loss.what for loss in document.losses] == ["table of contents"]


def test_a_table_of_contents_that_never_ends_swallows_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    assert sentences(word(paragraph(begin, separate, "One.") + paragraph("Two."))) == [("One.", ()), ("Two.", ())]


def test_notes_numbered_by_hand() -> None:
    body = paragraph("It closed.", RAISED.format("1"), " It fell [2] then.") + paragraph("Notes")
    body += paragraph(RAISED.format("1"), " Harris, 4.") + paragraph("[2] Ibid.")
    document = word(body)
    assert sentences(document) == [("It closed.", ("1",)), ("It fell then.", ("2",))]
    assert [(note.n, note.text) for note in document.notes] == [("1", "Harris, 4."), ("2", "Ibid.")]


def test_raised_numbers_without_entries_stay_words() -> None:
    document = word(
        paragraph("A field of 10", RAISED.format("6"), " yards in the 19", RAISED.format("th"), " century.")
    )
    assert sentences(document) == [("A field of 106 yards in the 19th century.", ())]


def test_true_notes_leave_numbers_by_hand_alone() -> None:
    body = paragraph("It closed.", call(1), " It fell [2] then.") + paragraph("[2] A point.")
    document = word(body, {1: "Harris."})
    assert [note.text for note in document.notes] == ["Harris."]
