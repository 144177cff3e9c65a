"""What Pandoc reads for argmap: the notes that it loses or doubles, and everything else that must arrive."""

import shutil
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError, BrokenFileError, ExtraMissingError, ReaderFailedError
from argmap.model import Document
from argmap.pandoc import find_pandoc
from argmap.read import read
from argmap.read.pandoc import run
from argmap.read.pandoc.rst import tag_rst
from tests.read.packing import archive
from tests.read.test_properties import holds

TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"


def of(text: str, name: str) -> Document:
    document = read(text.encode(), name)
    holds(document)
    assert not document.has_lines
    return document


def latex(body: str, head: str = "\\documentclass{article}") -> Document:
    document = of(f"{head}\n\\begin{{document}}\n{body}\n\\end{{document}}\n", "a.tex")
    assert document.info.format == "latex"
    return document


def paragraphs(document: Document) -> list[str]:
    return [paragraph.prose.text for paragraph in document.paragraphs]


def notes(document: Document) -> list[tuple[str, str]]:
    return [(note.n, note.text) for note in document.notes]


def calls(document: Document) -> list[str | None]:
    return [marker.note for marker in document.markers]


def losses(document: Document) -> list[tuple[str, str]]:
    return [(loss.what, loss.detail) for loss in document.losses]


def test_latex_notes_and_their_sentences() -> None:
    document = latex("The mill closed.\\footnote{Harris, \\emph{Mill}.\n\nMore.} Nobody knew why.\\footnote{Ibid.}")
    assert paragraphs(document) == ["The mill closed. Nobody knew why."]
    assert [sentence.markers for sentence in document.sentences] == [("1",), ("2",)]
    assert notes(document) == [("1", "Harris, Mill. More."), ("2", "Ibid.")]
    assert document.text == "The mill closed. Nobody knew why.\n\nHarris, Mill.\nMore.\n\nIbid."


def test_latex_marks_and_texts_apart() -> None:
    document = latex(
        "One.\\footnotemark{} Two.\\footnotemark[9] Again.\\footnotemark[9]\n"
        "\\footnotetext{First.}\\footnotetext[9]{Nine.} % \\footnote{gone}\nThree.\\footnote{Second.}"
    )
    assert notes(document) == [("1", "First."), ("9", "Nine."), ("2", "Second.")]
    assert calls(document) == ["1", "9", "9", "2"]


def test_latex_endnotes_thanks_and_signs() -> None:
    document = latex(
        "\\maketitle\nOne.\\endnote{End.}\n\\renewcommand{\\thefootnote}{\\fnsymbol{footnote}}\nTwo.\\footnote{Foot.}",
        "\\documentclass{article}\\title{The Mill\\thanks{To the clerk.}}\\author{A. Harris\\thanks{Ulm.}}",
    )
    assert [(note.n, note.kind, note.text) for note in document.notes] == [
        ("*", "footnote", "To the clerk."),
        ("†", "footnote", "Ulm."),
        ("1", "endnote", "End."),
        ("*", "footnote", "Foot."),
    ]
    assert document.info.title == document.headings[0].text == "The Mill"


def test_latex_chapters_of_a_book_begin_at_one() -> None:
    body = "\\chapter{A}One.\\footnote{a}\\chapter{B}Two.\\footnote{b}\\setcounter{footnote}{41}Three.\\footnote{c}"
    assert [note.n for note in latex(body, "\\documentclass{book}").notes] == ["1", "1", "42"]
    assert [note.n for note in latex(body).notes] == ["1", "2", "42"]


def test_a_macro_with_a_note_in_it_makes_many_notes() -> None:
    document = latex("\\newcommand{\\src}[1]{\\footnote{See #1.}}One.\\src{Harris} Two.\\src{Doe}")
    assert notes(document) == [("1", "See Harris."), ("2", "See Doe.")]


def test_latex_citations_bibliography_and_what_is_left_out() -> None:
    document = latex(
        "As \\textcite{doe} says \\cite[p.~3]{harris}.\\footcite[12]{roe} \\marginpar{Aside.} \\input{other}\n\n"
        "\\begin{thebibliography}{9}\\bibitem{harris} Harris, Mill.\\bibitem{doe} Doe, Town.\\end{thebibliography}"
    )
    assert paragraphs(document)[0] == "As @doe says [@harris, p. 3]."
    assert paragraphs(document)[1:] == ["[@harris] Harris, Mill.", "[@doe] Doe, Town."]
    assert notes(document) == [("1", "[@roe, 12].")]
    assert [heading.text for heading in document.headings] == ["References"]
    assert [what for what, _ in losses(document)] == ["Pandoc's warning", "LaTeX command"]
    assert "Aside." in losses(document)[1][1]


def test_latex_kinds_of_blocks() -> None:
    document = latex(
        "\\section{Head}\\begin{quote}Quoted.\\footnote{q}\\end{quote}\\begin{itemize}\\item Item.\\end{itemize}"
        "\\begin{tabular}{ll}a & b\\\\c\\footnote{t} & d\\end{tabular}\\begin{verbatim}\\footnote{no}\\end{verbatim}"
    )
    assert [paragraph.kind for paragraph in document.paragraphs] == ["quote", "list", *["table"] * 4, "code"]
    assert paragraphs(document)[-1] == "\\footnote{no}"
    assert notes(document) == [("1", "q"), ("2", "t")]
    assert [(heading.level, heading.before) for heading in document.headings] == [(1, "p1")]


def test_rst_numbers_signs_and_labels() -> None:
    document = of(
        "The mill [#]_ closed. [*]_ Then [7]_ again [7]_ and [#lab]_ too [*]_.\n\n"
        ".. [#] Auto.\n\n   Second paragraph.\n.. [*] Star.\n.. [7] Seven.\n.. [#lab] Labelled.\n.. [*] Dagger.\n.. [8] Idle.\n",
        "a.rst",
    )
    assert document.info.format == "rst"
    assert notes(document) == [
        ("1", "Auto. Second paragraph."), ("*", "Star."), ("7", "Seven."), ("2", "Labelled."), ("†", "Dagger."),
    ]  # fmt: skip
    assert calls(document) == ["1", "*", "7", "7", "2", "†"]
    assert document.note_of["2"].label == "lab"
    assert losses(document) == [("note that is never called", "Idle.")]


def test_org_a_note_called_twice_and_inline_notes() -> None:
    text = "#+TITLE: Mill\nOne.[fn:1] Two.[fn:a] Three.[fn:1] Four.[fn::inline] [cite:@doe]\n\n[fn:1] First.\n\n[fn:a] Second.\n"
    document = of(text, "-")
    assert document.info.format == "org"
    assert notes(document) == [("1", "First."), ("2", "Second."), ("3", "inline")]
    assert calls(document) == ["1", "2", "1", "3"]
    assert paragraphs(document)[0].endswith("[cite:@doe]")


def test_org_numbers_of_the_authors_own() -> None:
    document = of("One.[fn:4] Two.[fn:9]\n\n[fn:4] First.\n\n[fn:9] Second.\n", "a.org")
    assert notes(document) == [("4", "First."), ("9", "Second.")]


def test_wikitext_names_groups_and_lists() -> None:
    document = of(
        "The mill<ref name=\"a\">Harris, ''Mill''.</ref> closed.<ref>Doe.</ref> Then<ref name=\"a\" /> again<ref name=b />"
        ' and<ref group="lower-alpha">Aside.</ref><!-- <ref>no</ref> --><nowiki><ref>raw</ref></nowiki>.\n\n'
        "== Notes ==\n<references>\n<ref name=b>Listed.</ref>\n</references>\n",
        "a.wiki",
    )
    assert document.info.format == "mediawiki"
    assert notes(document) == [("1", "Harris, Mill."), ("2", "Doe."), ("3", "Listed."), ("a", "Aside.")]
    assert calls(document) == ["1", "2", "1", "3", "a"]


def test_wikitext_templates_for_notes_keep_their_words() -> None:
    document = of(
        "One.<ref>{{cite book|last=Harris|first=Ada|title=The Mill|year=1950|access-date=x}}</ref> Two.{{sfn|Doe|1990|p=4}}"
        " Three.{{sfn|Doe|1990|p=4}} {{infobox|x}}\n\n== S ==\n",
        "a.mediawiki",
    )
    assert notes(document) == [("1", "Ada Harris, The Mill, 1950"), ("2", "Doe 1990, p. 4.")]
    assert calls(document) == ["1", "2", "2"]
    assert ("mediawiki markup", "{{infobox|x}}") in losses(document)


JATS = """<?xml version="1.0"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.2//EN" "JATS-archivearticle1.dtd">
<article><front><article-meta><title-group><article-title>Mill</article-title></title-group>
<abstract><p>In short.</p></abstract></article-meta></front>
<body><sec><title>One</title><p>The mill<xref ref-type="fn" rid="f1">1</xref> closed.<fn id="i"><p>Inline.</p></fn>
Then<xref ref-type="fn" rid="f1">1</xref> and<xref ref-type="fn" rid="f2">*</xref>, says <xref ref-type="bibr" rid="r">Doe</xref>.</p>
</sec></body><back><fn-group><fn id="f1"><label>1</label><p>First.</p><p>More.</p></fn><fn id="f2"><label>*</label><p>Star.</p></fn>
<fn id="f3"><label>9</label><p>Idle.</p></fn></fn-group><ref-list><title>References</title>
<ref id="r"><mixed-citation>Doe, <source>Town</source>, 2001.</mixed-citation></ref>
<ref><element-citation><name><surname>Roe</surname></name><source>Mill</source><year>1950</year></element-citation></ref>
</ref-list></back></article>"""


def test_jats_notes_and_references() -> None:
    document = of(JATS, "a.xml")
    assert document.info.format == "jats"
    assert notes(document) == [("1", "First. More."), ("1", "Inline."), ("*", "Star."), ("9", "Idle.")]
    assert calls(document) == ["1", "1#2", "1", "*"]
    assert paragraphs(document) == [
        "In short.", "The mill closed. Then and, says Doe.", "Doe, Town, 2001.", "Roe, Mill, 1950",
    ]  # fmt: skip
    assert [heading.text for heading in document.headings] == ["Mill", "One", "References"]


def odt(body: str) -> bytes:
    content = (
        f'<office:document-content xmlns:office="{OFFICE}" xmlns:text="{TEXT}"><office:body><office:text>{body}'
        "</office:text></office:body></office:document-content>"
    )
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def _odt_note(number: int, sign: str, words: str, kind: str = "footnote") -> str:
    inside = "".join(f"<text:p>{line}</text:p>" for line in words.split("|"))
    return (
        f'<text:note text:id="n{number}" text:note-class="{kind}"><text:note-citation>{sign}</text:note-citation>'
        f"<text:note-body>{inside}</text:note-body></text:note>"
    )


def test_odt_keeps_printed_signs_and_both_series() -> None:
    inside = f"One.{_odt_note(1, '1', 'Foot.|More.')} Two.{_odt_note(2, '*', 'Star.')} Three.{_odt_note(3, 'i', 'End.', 'endnote')}"
    comment = "<office:annotation><text:p>Sure?</text:p></office:annotation>"
    document = read(odt(f"<text:p>{inside}{comment}</text:p>"), "a.odt")
    holds(document)
    assert document.info.format == "odt"
    assert [(note.n, note.kind, note.text) for note in document.notes] == [
        ("1", "footnote", "Foot. More."), ("*", "footnote", "Star."), ("i", "endnote", "End."),
    ]  # fmt: skip
    assert paragraphs(document) == ["One. Two. Three."]
    assert losses(document) == [("comment", "Sure?")]


def test_odt_is_told_by_its_content() -> None:
    assert read(odt("<text:p>One.</text:p>"), "a.bin").info.format == "odt"


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("% c\n\\documentclass{article}\n\\begin{document}\nText.\\end{document}", "-", "latex"),
        ("Title\n=====\n\nText.", "a.rst", "rst"),
        ("Text [1]_.\n\n.. [1] Note.\n", "-", "rst"),
        ("Text.<ref>Note.</ref> [[Link]]", "-", "mediawiki"),
        ("Text.[^1]\n\n[^1]: See \\begin{document}.", "a.md", "markdown"),
        ("An <article> of <ref> no markup.", "-", "text"),
    ],
)
def test_formats_are_told(text: str, name: str, form: str) -> None:
    assert read(text.encode(), name).info.format == form


def test_without_pandoc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ExtraMissingError, match=r"argmap\[pandoc\]"):
        read(b"Text.", "a.org")


def test_pandoc_that_fails_or_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReaderFailedError, match="Pandoc"):
        latex("\\def\\a{\\a\\a}\\a")
    monkeypatch.setattr(run, "_SECONDS", 0)
    with pytest.raises(ReaderFailedError, match="0 seconds"):
        latex("\\footnote{x}" * 20_000)


def test_a_file_outside_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "other.tex").write_text("SECRET", encoding="utf-8")
    document = latex(f"Text. \\input{{{tmp_path}/other}}")
    assert "SECRET" not in document.text
    assert document.losses


def test_nesting_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "_SECONDS", 2)
    for text, name in (
        ("> " * 3000 + "x", "a.rst"),
        ("\\footnote{" * 3000 + "}" * 3000, "a.tex"),
        ("{" * 9000, "a.tex"),
    ):
        try:
            holds(read(text.encode(), name))
        except ArgmapError:
            continue


def test_entities_are_refused() -> None:
    with pytest.raises(BrokenFileError, match="entities"):
        read(JATS.replace('dtd">', 'dtd" [<!ENTITY a "x">]>').encode(), "a.xml")


PIECES = {
    "a.tex": ["\\footnote{", "}", "{", "\\footnotemark", "[3]", "\\footnotetext{", "\\endnote{", "word. ", "%", "\n\n", "\\chapter{", "$"],
    "a.rst": ["[1]_", "[#]_", "[*]_ ", "\n\n.. [1] A.\n", "\n\n.. [#] B.\n", "\n\n.. [*] C.\n", "word. ", "\n\n", "*", "`", "::"],
    "a.org": ["[fn:1]", "[fn:a]", "\n\n[fn:1] A.\n", "\n\n[fn:a] B.\n", "[fn::x]", "word. ", "\n\n", "* ", "|", "#+TITLE: x\n"],
    "a.wiki": ["<ref>", "</ref>", "<ref name=a>", "<ref name=a/>", "<references>", "</references>", "{{sfn|a}}", "{{", "word. ", "''", "== x ==\n"],
}  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from(sorted(PIECES)).flatmap(
        lambda name: st.tuples(st.just(name), st.lists(st.sampled_from(PIECES[name]), max_size=12))
    )
)
def test_any_text(drawn: tuple[str, list[str]]) -> None:
    name, pieces = drawn
    try:
        document = read("".join(pieces).encode(), name)
    except ArgmapError:
        return
    holds(document)
    assert not any("\ue000" <= char <= "\uf8ff" for char in document.text)


@settings(deadline=None, max_examples=15)
@given(st.binary(min_size=1, max_size=8), st.integers(0, 10_000))
def test_a_damaged_odt(noise: bytes, place: int) -> None:
    data = bytearray(odt(f"<text:p>One.{_odt_note(1, '1', 'A.')}</text:p>"))
    place %= len(data)
    data[place : place + len(noise)] = noise
    try:
        document = read(bytes(data), "a.odt")
    except ArgmapError:
        return
    holds(document)


def test_any_pandoc_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one on the PATH, of another version, gives the same notes."""
    if shutil.which("pandoc") is None:
        pytest.skip("no Pandoc on the PATH")
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    assert find_pandoc("-", "LaTeX") == shutil.which("pandoc")
    document = latex("One.\\footnote{a} Two.\\endnote{b}\\begin{tabular}{l}c\\end{tabular}")
    assert notes(document) == [("1", "a"), ("1", "b")]


@pytest.mark.parametrize("suffix", ["odt", "tex"])
def test_the_essay_is_the_essay(data: Path, suffix: str) -> None:
    folder = data / "essay"
    document = read((folder / f"seed.{suffix}").read_bytes(), f"seed.{suffix}")
    markdown = read((folder / "seed.md").read_bytes(), "seed.md")
    holds(document)
    assert [(s.id, s.text, s.markers) for s in document.sentences] == [
        (s.id, s.text, s.markers) for s in markdown.sentences
    ]
    assert [(note.id, note.n, note.text) for note in document.notes] == [
        (note.id, note.n, note.text) for note in markdown.notes
    ]
    assert not document.losses


def test_many_definitions_cost_as_much_as_they_are_long() -> None:
    def seconds(count: int) -> float:
        text = ".. [1] x\n" * count
        start = time.process_time()
        tag_rst(text)
        return time.process_time() - start

    small, large = (min(seconds(count) for _ in range(3)) for count in (2_000, 20_000))
    assert large < 40 * small
