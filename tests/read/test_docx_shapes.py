"""Word files whose authors typed what they might have set: lists of notes, headings in bold type, quotations set in."""

from argmap.model import Document
from argmap.read import read
from tests.read.packing import call, docx, notes, paragraph, words, wrapped
from tests.read.test_properties import holds

LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
NUMBERS = wrapped(
    "numbering",
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>',
)
BULLETS = NUMBERS.replace("decimal", "bullet")
ENTRIES = ("Harris, Mill.", "Ibid., p. 3.", "Reed, Looms.")


def of(body: str, **extra: str) -> Document:
    document = read(docx(body, extra), "essay.docx")
    holds(document)
    return document


def run(text: str, properties: str) -> str:
    return words(text).replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>")


def raised(number: int, properties: str = '<w:vertAlign w:val="superscript"/>') -> str:
    return run(str(number), properties)


def text(*signs: str) -> str:
    return paragraph("The mill closed.", signs[0], " It stood empty.", signs[1], " It fell.", signs[2])


def answered(document: Document) -> bool:
    assert [sentence.text for sentence in document.sentences] == ["The mill closed.", "It stood empty.", "It fell."]
    assert [sentence.markers for sentence in document.sentences] == [("1",), ("2",), ("3",)]
    return [note.text for note in document.notes] == list(ENTRIES) and not document.headings


def test_notes_in_a_numbered_list_have_numbers_that_are_nowhere_typed() -> None:
    entries = "".join(paragraph(entry, properties=LIST) for entry in ENTRIES)
    body = text(*(raised(number) for number in (1, 2, 3))) + paragraph("Notes") + entries
    document = of(body, numbering=NUMBERS)
    assert answered(document)
    assert "2. Ibid." in document.info.text
    assert not of(body, numbering=BULLETS).notes


def test_a_numbered_list_keeps_its_numbers_to_itself() -> None:
    document = of(
        paragraph("The mill closed.") + "".join(paragraph(entry, properties=LIST) for entry in ENTRIES),
        numbering=NUMBERS,
    )
    assert [item.prose.text for item in document.paragraphs] == ["The mill closed.", *ENTRIES]


def test_raised_by_points_or_by_a_style_of_characters() -> None:
    entries = paragraph("Endnotes") + "".join(paragraph(f"{n} {entry}") for n, entry in enumerate(ENTRIES, 1))
    by_points = text(*(raised(number, '<w:position w:val="6"/><w:sz w:val="16"/>') for number in (1, 2, 3)))
    assert answered(of(by_points + entries))
    style = '<w:style w:type="character" w:styleId="Up"><w:name w:val="Up"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    by_style = text(*(raised(number, '<w:rStyle w:val="Up"/>') for number in (1, 2, 3)))
    assert answered(of(by_style + entries, styles=wrapped("styles", style)))
    assert not of(by_style + entries).notes


def test_notes_by_hand_beside_an_author_s_thanks() -> None:
    entries = paragraph("Notes") + "".join(paragraph(f"{n}. {entry}") for n, entry in enumerate(ENTRIES, 1))
    body = paragraph("Of Mills", call(1), style="Title") + text(*(raised(number) for number in (1, 2, 3))) + entries
    document = of(body, footnotes=notes("footnote", {1: "I thank the readers."}))
    assert sorted(note.text for note in document.notes) == sorted(["I thank the readers.", *ENTRIES])
    assert [document.note_of[marker.note or ""].text for marker in document.markers] == [
        "I thank the readers.",
        *ENTRIES,
    ]


def test_true_notes_and_numbers_that_nothing_answers() -> None:
    body = (
        paragraph("The mill closed.", call(1), " It fell [1] and [2] and [9].")
        + paragraph("[1] Harris.")
        + paragraph("[2] Mill.")
    )
    document = of(body + paragraph("[3] Reed."), footnotes=notes("footnote", {1: "Ibid."}))
    assert [note.text for note in document.notes] == ["Ibid."]


def test_short_paragraphs_in_bold_type_are_headings() -> None:
    bold = "<w:b/>"
    body = (
        paragraph(run("The Mill by the River", bold))
        + paragraph("It closed in that year.")
        + paragraph(run("It never opened again.", bold))
        + paragraph(run("Note", bold), " that it fell")
        + paragraph("The end came.")
    )
    document = of(body)
    assert [heading.text for heading in document.headings] == ["The Mill by the River"]
    assert len(document.paragraphs) == 4
    assert not of(paragraph(run("All of this", bold)) + paragraph(run("is bold", bold))).headings


def test_paragraphs_set_in_are_quotations_and_hanging_ones_are_not() -> None:
    long = "The mill is closed for good, and nobody in the whole town will miss it."

    def indented(properties: str, said: str = "It is closed for good.") -> str:
        return paragraph(said, properties=f"<w:ind {properties}/>")

    document = of(
        paragraph("The clerk wrote:") + indented('w:left="720" w:right="720"', long) + indented('w:start="567"')
        + indented('w:left="720" w:hanging="720"') + indented('w:firstLine="720"') + indented('w:left="200"')
        + paragraph("He was wrong.") + paragraph("So it was.")
    )  # fmt: skip
    assert [item.kind for item in document.paragraphs] == [
        "prose",
        "quote",
        "quote",
        "prose",
        "prose",
        "prose",
        "prose",
        "prose",
    ]
    assert not any(item.kind == "quote" for item in of(indented('w:left="720"') * 3).paragraphs)


def test_bold_lines_that_are_no_headings() -> None:
    def bold(*said: str) -> str:
        return "".join(paragraph(run(line, "<w:b/>")) for line in said)

    prose = paragraph("The mill closed in that year, and it fell.")
    document = of(
        bold("The Mill: A History", "Anna Weber, University of Lund", "Submitted to Prof. Marsh on 3 May 2020")
        + bold("Introduction") + prose * 6 + bold("Key words: mill, trade", "My thesis: it fell")
        + bold("Figure 1 The mill") + prose * 6 + bold("The End", "A Last Word") + prose + bold("Word count 4,000", "Finis")
    )  # fmt: skip
    assert [heading.text for heading in document.headings] == [
        "The Mill: A History",
        "Introduction",
        "The End",
        "A Last Word",
    ]


def test_lines_set_in_that_are_no_quotations() -> None:
    def set_in(said: str) -> str:
        return paragraph(said, properties='<w:ind w:left="720"/>')

    prose = paragraph("The mill closed in that year, and it fell.")
    long = "the mill was deep and wide, and it stayed so for a century and more."
    document = of(
        set_in("Anna Weber") + set_in(f"So {long}") + prose * 3 + set_in(f"(a) So {long}") + set_in(f"(b) And {long}")
        + prose * 3 + set_in("Harris") + prose * 3 + set_in(f"So {long}")
    )  # fmt: skip
    assert {item.kind for item in document.paragraphs} == {"prose"}
