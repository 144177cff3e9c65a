"""Notes numbered by hand, in formats that have notes of their own."""

import pytest

from argmap.model import Document
from argmap.read import read
from tests.read.packing import archive
from tests.read.test_epub import book, chapter
from tests.read.test_pandoc import latex, odt
from tests.read.test_properties import holds

SENTENCES = ["The mill closed.", "It stood empty; nobody asked.", "It fell."]
ENTRIES = ["Harris, Mill, p. 4.", "Ibid.", "Reed, Looms."]


def of(data: str | bytes, name: str) -> Document:
    document = read(data.encode() if isinstance(data, str) else data, name)
    holds(document)
    return document


def answered(document: Document) -> None:
    assert [sentence.text for sentence in document.sentences] == SENTENCES
    assert [sentence.markers for sentence in document.sentences] == [("1",), ("2",), ("3",)]
    assert [note.text for note in document.notes] == ENTRIES
    assert [marker.note for marker in document.markers] == ["1", "2", "3"]
    assert not document.headings


def text(mark: str) -> str:
    marks = [mark.replace("7", number) for number in "123"]
    return f"The mill closed.{marks[0]} It stood empty;{marks[1]} nobody asked.\n\nIt fell.{marks[2]}\n\n"


def listed(shape: str, entries: list[str] = ENTRIES) -> str:
    return "\n\n".join(shape.replace("7", str(number)) + entry for number, entry in enumerate(entries, 1)) + "\n"


@pytest.mark.parametrize(
    "markdown",
    [
        text("[7]") + "## Notes\n\n" + listed("7. "),
        text("\\[7\\]") + "* * *\n\n" + listed("\\[7\\] "),
        text("<sup>7</sup>") + "**Notes**\n\n" + listed("<sup>7</sup> "),
        text("^7^") + "Endnotes\n\n" + listed("7\\. "),
        text("<sup>[7](#n7)</sup>") + "# Notes\n\n" + listed('<a name="n7"></a>7. '),
        text("(7)") + "**Notes**\n\n" + listed("(7) "),
        text("[7]") + "Notes\n\n" + listed("7 "),
        "The mill closed.¹ It stood empty;² nobody asked.\n\nIt fell.³\n\n## Notes\n\n" + listed("7. "),
    ],
)
def test_markdown(markdown: str) -> None:
    answered(of(markdown, "essay.md"))


def test_places_and_italics_are_those_of_the_file() -> None:
    words = "The *mill* closed.\\[1\\] It fell.\\[2\\]\n\n## Notes\n\n1.  Harris,\n    *The Mill*, p. 4.\n2.  Ibid.\n"
    document = of(words, "essay.md")
    first, second = document.sentences
    assert words[first.start : first.end] == "The *mill* closed."
    assert words[second.start : second.end] == "It fell."
    assert words[document.notes[0].start : document.notes[0].end].startswith("Harris,")
    assert document.notes[0].text == "Harris, The Mill, p. 4."
    assert [words[span.start : span.end] for span in document.italics] == ["mill", "The Mill"]
    assert [words[marker.start : marker.end] for marker in document.markers] == ["\\[1\\]", "\\[2\\]"]


def test_opendocument() -> None:
    lines = text("[7]").strip().split("\n\n")
    body = "".join(f"<text:p>{line}</text:p>" for line in lines)
    items = "".join(f"<text:list-item><text:p>{entry}</text:p></text:list-item>" for entry in ENTRIES)
    answered(of(odt(f"{body}<text:p>Notes</text:p><text:list>{items}</text:list>"), "essay.odt"))


def test_latex() -> None:
    entries = "".join(f"\\item {entry}\n" for entry in ENTRIES)
    body = text("\\textsuperscript{7}") + f"Notes\n\n\\begin{{enumerate}}\n{entries}\\end{{enumerate}}"
    document = of(f"\\documentclass{{article}}\\begin{{document}}{body}\\end{{document}}", "essay.tex")
    answered(document)


def test_chapters_with_raised_numbers_and_a_chapter_of_notes() -> None:
    first, second = text("<sup>7</sup>").strip().split("\n\n")
    notes = "<h2>Notes</h2>" + "".join(f"<p>{n}. {entry}</p>" for n, entry in enumerate(ENTRIES, 1))
    parts = book(
        {"a.xhtml": chapter(f"<p>{first}</p>"), "b.xhtml": chapter(f"<p>{second}</p>"), "c.xhtml": chapter(notes)}
    )
    answered(of(archive(parts), "essay.epub"))


@pytest.mark.parametrize(
    "markdown",
    [
        text("[7]") + "## References\n\n" + listed("[7] ").replace("\n\n", "\n"),
        text("[7]") + "---\n\n" + listed("[7] ").replace("\n\n", "  \n"),
        text("[7]") + listed("[7]: ").replace("\n\n", "\n"),
        "The mill closed.¹ It stood empty;² nobody asked.\n\nIt fell.³\n\n¹ Harris, Mill, p. 4.\n² Ibid.\n³ Reed, Looms.\n",
    ],
)
def test_entries_on_lines_that_follow_each_other(markdown: str) -> None:
    answered(of(markdown, "essay.md"))


def test_brackets_above_the_line() -> None:
    answered(of(text("<sup>[7]</sup>") + "Notes\n\n" + listed("<sup>[7]</sup> "), "essay.md"))


@pytest.mark.parametrize("behind", ["## Bibliography\n\n", "# Index\n\n", "* * *\n\n", "Acknowledgements\n\n", ""])
def test_the_last_note_takes_nothing_that_follows(behind: str) -> None:
    words = text("[7]") + "## Notes\n\n" + listed("7. ") + f"\n<!-- -->\n\n{behind}Reed, Ann. Looms.\n"
    document = of(words, "essay.md")
    assert [note.text for note in document.notes] == ENTRIES
    assert document.paragraphs[-1].prose.text == "Reed, Ann. Looms."


def test_a_numbered_bibliography_behind_the_notes_is_text() -> None:
    words = text("[7]") + "## Notes\n\n" + listed("[7] ") + "\n## Bibliography\n\n[1] Ann Reed.\n\n[2] Ben Harris.\n"
    document = of(words, "essay.md")
    assert [note.text for note in document.notes] == ENTRIES
    assert [paragraph.prose.text for paragraph in document.paragraphs[-2:]] == ["[1] Ann Reed.", "[2] Ben Harris."]


def test_a_note_of_two_paragraphs_and_one_that_wraps_before_a_number() -> None:
    words = text("[7]") + "## Notes\n\n1. Harris.\n\n    See there.\n\n[2] Ibid.,\n(1850) Elm.\n\n3. Reed.\n"
    assert [note.text for note in of(words, "essay.md").notes] == ["Harris. See there.", "Ibid., (1850) Elm.", "Reed."]


@pytest.mark.parametrize(
    "body",
    [
        "## 1. The mill\n\nIt closed.\n\n## 2. The weir\n\nIt broke.\n\n## 3. The end\n\nIt fell.\n",
        "He asks:\n\n1. Who paid?\n2. Who came?\n3. Who left?\n\nNobody knows.\n",
        "He asks:\n\n1. Who paid?\n2. Who came?\n3. Who left?\n",
        "The law:\n\n> 1. It is free.\n> 2. It is closed.\n> 3. It is old.\n\nSo it stood.\n",
        "> 1. It is free.\n> 2. It is closed.\n> 3. It is old.\n",
        "He asks.\n\n1. Who paid?\n\nNobody did.\n\n2. Who came?\n3. Who left?\n",
    ],
)
def test_headings_lists_and_quoted_laws_are_no_notes(body: str) -> None:
    document = of(text("[7]") + body, "essay.md")
    assert not document.notes
    assert not document.markers


def test_raised_numbers_of_formulas_and_counted_points_call_nothing() -> None:
    assert not of("So E=mc<sup>2</sup> and a<sup>1</sup>.\n\nIt holds.\n\n1. First\n2. Second\n", "a.md").notes
    assert not of("So E=mc² and a¹.\n\nIt holds.\n\n1. First\n2. Second\n", "a.md").notes
    words = "There are three: (1) looms, (2) clerks, and (3) men.\n\n## References\n\n" + listed("7. ")
    assert not of(words, "essay.md").notes


@pytest.mark.parametrize(
    "markdown",
    [
        "It had two looms (1) and (2) clerks.\n\n1. Looms\n2. Clerks\n",
        "The mill [1] was sold.\n\n1. One\n2. Two\n3. Three\n",
        "The mill closed.[^1] It fell [1].\n\n[^1]: Harris.\n\n## Notes\n\n1. Reed.\n",
        "A field of 10^6^ yards.\n\n6. Looms\n7. Clerks\n",
    ],
)
def test_other_numbers_call_nothing(markdown: str) -> None:
    document = of(markdown, "essay.md")
    assert [note.text for note in document.notes] in ([], ["Harris."])
    assert all(marker.start == markdown.find("[^1]") for marker in document.markers)


def test_latex_marks_are_counted_and_answered_by_number() -> None:
    document = latex(
        "The mill closed.\\footnotemark{} It stood empty.\\footnote{Ibid.} It fell.\\footnotemark\n\n"
        "\\footnotetext[3]{Reed.}\n\\footnotetext[1]{Harris.}"
    )
    assert [sentence.markers for sentence in document.sentences] == [("1",), ("2",), ("3",)]
    assert [document.note_of[marker.note or ""].text for marker in document.markers] == ["Harris.", "Ibid.", "Reed."]


@pytest.mark.parametrize(
    ("package", "noted"),
    [
        ("[style=verbose-ibid]{biblatex}", True),
        ("[autocite=footnote]{biblatex}", True),
        ("{biblatex-chicago}", True),
        ("[authordate]{biblatex-chicago}", False),
        ("[style=authoryear]{biblatex}", False),
    ],
)
def test_latex_citations_are_notes_where_their_style_makes_notes_of_them(package: str, noted: bool) -> None:  # noqa: FBT001 - a parameter
    head = f"\\documentclass{{article}}\n\\usepackage{package}"
    document = latex("The mill closed.\\autocite[12]{harris1950} It fell.", head)
    assert len(document.notes) == noted
    assert ("harris1950" in document.sentences[0].text) is not noted


def test_a_citation_in_a_note_makes_no_second_note() -> None:
    head = "\\documentclass{article}\n\\usepackage{biblatex-chicago}"
    document = latex("It fell.\\footnote{So \\autocite[see][80]{reed} and \\footcite[12]{harris}.}", head)
    assert len(document.notes) == len(document.markers) == 1
    assert "@reed" in document.notes[0].text
    assert "@harris" in document.notes[0].text


def test_raised_numbers_of_two_digits_call_notes() -> None:
    raised = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    body = " ".join(
        f"The mill stood in year {'abcdefghijkl'[n - 1] * 3}.{str(n).translate(raised)}" for n in range(1, 13)
    )
    listed_ = "\n".join(f"{str(n).translate(raised)} Harris, Mill, p. {n + 20}." for n in range(1, 13))
    found = of(f"{body}\n\n{listed_}\n", "a.md")
    assert [note.n for note in found.notes] == [str(n) for n in range(1, 13)]
    assert len({marker.note for marker in found.markers}) == 12
