"""HTML: what is text, what is not, and where it stands."""

import codecs
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError, EmptyFileError, EncodingError, TooManyPartsError
from argmap.model import Document
from argmap.read import read
from tests.read.test_html_profiles import ENDNOTES, PAGES
from tests.read.test_properties import holds


def html(body: str, head: str = "") -> Document:
    document = read(f"<!DOCTYPE html>\n<html><head>{head}</head><body>\n{body}\n</body></html>".encode(), "a.html")
    holds(document)
    return document


def paragraphs(document: Document) -> list[tuple[str, str]]:
    return [(item.kind, item.prose.text) for item in document.paragraphs]


def notes(document: Document) -> list[tuple[str, str]]:
    return [(note.n, note.text) for note in document.notes]


def losses(document: Document) -> list[tuple[str, str]]:
    return [(loss.what, loss.detail) for loss in document.losses]


def test_kinds_of_paragraphs() -> None:
    document = html(
        "<h1>The Mill</h1><p>One.</p><blockquote><p>Two.</p></blockquote><ul><li>Three.<li>Four.</ul>"
        "<h2>Part</h2><table><tr><th>Five<td>Six</table><pre>x = 1</pre>Seven<div>Eight</div>Nine"
    )
    assert paragraphs(document) == [
        ("prose", "One."),
        ("quote", "Two."),
        ("list", "Three."),
        ("list", "Four."),
        ("table", "Five"),
        ("table", "Six"),
        ("code", "x = 1"),
        ("prose", "Seven"),
        ("prose", "Eight"),
        ("prose", "Nine"),
    ]
    assert [(item.level, item.text, item.before) for item in document.headings] == [
        (1, "The Mill", "p1"),
        (2, "Part", "p5"),
    ]
    assert document.info.title == "The Mill"


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("<p>One<p>Two", ["One", "Two"]),
        ("<p>One <b>two</b>, <i>th</i>ree.</p>", ["One two, three."]),
        ("<p>One<br>two</p>", ["One two"]),
        ("<p>One<br>\n<br>two</p>", ["One", "two"]),
        ("<b><p>One</b> two</p>", ["One two"]),
        ("<p>a<sup>2</sup> H<sub>2</sub>O 1<sup>st</sup></p>", ["a2 H2O 1st"]),
        (
            "<p>&ldquo;Zo&euml; &amp; co.&rdquo;&nbsp;&#8212; x&lt;y AT&T &nonsense;</p>",
            ["“Zoë & co.” — x<y AT&T &nonsense;"],
        ),
        ("<p>soft&shy;hy\u00adphen, word&#8203;joint</p>", ["softhyphen, wordjoint"]),
        ("<p>3 < 4 and 5 > 4</p>", ["3 < 4 and 5 > 4"]),
        ("<p>She said <q>so</q>.</p>", ["She said “so”."]),
        ("<P>One</P><P CLASS=x>Two</P>", ["One", "Two"]),
        ("<p>One <a id='x'/>two</p><div/><p>three</p>", ["One two", "three"]),
        ("<p>One</p></div></section><p>two</p>", ["One", "two"]),
        ("<p>One <![CDATA[two & <three>]]></p>", ["One two & <three>"]),
        ("<p>One <![if !x]>two<![endif]></p>", ["One two"]),
        ("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>", ["漢"]),
        ("<p title='a > b'>One</p>", ["One"]),
        ("<table><tr><td>One<table><tr><td>two</table>three</table>", ["One", "two", "three"]),
        ("<p>One<table><tr><td>two</td></tr></table>three", ["One", "two", "three"]),
    ],
)
def test_text(body: str, texts: list[str]) -> None:
    assert [text for _, text in paragraphs(html(body))] == texts


def test_places_are_those_of_the_file() -> None:
    document = html("<p>One <i>mill</i> closed.</p>\n<p>Zo&euml; left.</p>")
    first, second = document.sentences
    assert document.text[first.start : first.end] == "One <i>mill</i> closed."
    assert document.text[second.start : second.end] == "Zo&euml; left."
    place = document.position(second.start)
    assert place is not None
    assert (place.line, place.column) == (4, 4)


def test_what_is_no_text() -> None:
    document = html(
        "<nav>Home About</nav><header><h1>The Mill</h1></header><!-- a remark --><!-- two --><p>One.<script>var x;</script>"
        "<img src=a.png alt='The mill'><img src=b.png alt=''><svg><text>x</text></svg></p><p hidden>gone</p>"
        "<div style='display: none'>gone too</div><style>p {}</style><iframe src=x>no</iframe><button>Go</button>"
        "<span class=pagenum>[12]</span><footer>All rights</footer>"
    )
    assert paragraphs(document) == [("prose", "One.")]
    assert losses(document) == [
        ("comment", "a remark (and 1 more)"),
        ("navigation", "Home About"),
        ("script", ""),
        ("image", "The mill"),
        ("image", ""),
        ("hidden text", "gone"),
        ("embedded object", ""),
        ("page footer", "All rights"),
    ]


def test_the_main_part() -> None:
    text = "The mill closed. " * 5
    document = html(f"<header>Site name</header><div>Menu</div><main><h1>T</h1><p>{text}</p></main><div>More</div>")
    assert [words for _, words in paragraphs(document)] == [text.strip()]
    assert losses(document) == [("page frame", "Site name Menu More")]
    small = html(f"<main><p>Short.</p></main><p>{text}</p>")
    assert len(small.paragraphs) == 2


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title> The\n Mill &amp; I </title>", "The Mill & I"),
        ("<meta name=citation_title content='The Mill'><title>The Mill - Journal</title>", "The Mill"),
        ("", "Heading"),
    ],
)
def test_titles(head: str, title: str) -> None:
    assert html("<h1>Heading</h1><p>One.</p>", head).info.title == title


def test_a_note_called_twice_as_wikipedia_writes_it() -> None:
    document = html(
        '<p>One.<sup id="cite_ref-a_1-0" class="reference"><a href="#cite_note-a-1">[1]</a></sup> Two.<sup id="cite_ref-a_1-1"'
        ' class="reference"><a href="#cite_note-a-1">[1]</a></sup> Three.<sup id="cite_ref-2"><a href="#cite_note-2">[a]</a></sup>'
        '</p><h2>Notes</h2><ol><li id="cite_note-2"><span class="mw-cite-backlink"><b><a href="#cite_ref-2">^</a></b></span> '
        '<span class="reference-text">Aside.</span></li></ol><ol class="references"><li id="cite_note-a-1"><span '
        'class="mw-cite-backlink">^ <a href="#cite_ref-a_1-0"><sup><i><b>a</b></i></sup></a> <a href="#cite_ref-a_1-1"><sup><i>'
        '<b>b</b></i></sup></a></span> <span class="reference-text"><a href="/wiki/Smith">Smith</a>, 12.</span></li></ol>'
    )
    assert [sentence.markers for sentence in document.sentences] == [("1",), ("1",), ("a",)]
    assert notes(document) == [("a", "Aside."), ("1", "Smith, 12.")]
    assert not document.headings


def test_signs_for_numbers_and_several_calls_at_one_place() -> None:
    document = html(
        '<p>One.<a href="#s" id="rs">*</a> Two.<sup><a href="#n1" id="r1">1</a>, <a href="#n2" id="r2">2</a></sup> Three.</p>'
        '<p><a id="s" href="#rs">*</a> Star.</p><p><a id="n1" href="#r1">1</a> First.</p><p><a id="n2" href="#r2">2</a> (Second).</p>'
    )
    assert [(item.text, item.markers) for item in document.sentences] == [
        ("One.", ("*",)),
        ("Two.", ("1", "2")),
        ("Three.", ()),
    ]
    assert notes(document) == [("*", "Star."), ("1", "First."), ("2", "(Second).")]


def test_notes_of_several_paragraphs() -> None:
    flat = html(
        "<p>One.<a href='#a' id='u'>1</a> Two.<a href='#b' id='v'>2</a></p><p><a id='a' href='#u'>1</a> First.</p>"
        "<p>More of it.</p><p><a id='b' href='#v'>2</a> Second.</p><p>Not of the note.</p>"
    )
    assert notes(flat) == [("1", "First. More of it."), ("2", "Second.")]
    assert [text for _, text in paragraphs(flat)] == ["One. Two.", "Not of the note."]
    cased = html(
        "<p>One.<a href='#_ftn1' name='_ftnref1'>[1]</a></p><div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> First.</p>"
        "<table><tr><td>1900</td><td>12</td></tr></table><blockquote>Quoted.</blockquote></div>"
    )
    assert notes(cased) == [("1", "First. 1900 12 Quoted.")]


def test_numbers_begin_anew_in_every_chapter() -> None:
    chapter = "<h2>Part {0}</h2><p>Text.<a href='#n{0}' id='r{0}'>[1]</a></p><p><a id='n{0}' href='#r{0}'>[1]</a> Note {0}.</p>"
    document = html("".join(chapter.format(letter) for letter in "abc"))
    assert [(note.id, note.n, note.text) for note in document.notes] == [
        ("1", "1", "Note a."),
        ("1#2", "1", "Note b."),
        ("1#3", "1", "Note c."),
    ]
    assert [marker.note for marker in document.markers] == ["1", "1#2", "1#3"]
    assert len(document.paragraphs) == 3


def test_notes_that_nobody_calls_and_calls_that_nothing_answers() -> None:
    document = html(
        '<p>One.<a href="#fn1" class="footnote-ref" id="fnref1">1</a> Two.<a href="#fn9" class="footnote-ref">9</a></p>'
        '<section class="footnotes"><ol><li id="fn1">First.</li><li id="fn2">Second.</li></ol></section>'
    )
    assert notes(document) == [("1", "First."), ("2", "Second.")]
    assert [(marker.n, marker.note) for marker in document.markers] == [("1", "1"), ("9", None)]


def test_a_chapter_whose_notes_are_in_another_file() -> None:
    document = html('<p>One.<a href="endnotes.xhtml#note-7" id="noteref-7" epub:type="noteref">7</a></p>')
    assert [(marker.n, marker.note) for marker in document.markers] == [("7", None)]
    assert losses(document) == [("notes in another file", "1 of them in 'endnotes.xhtml', which was not given")]


def test_a_file_of_notes_alone() -> None:
    document = html(
        '<section epub:type="endnotes"><h2>Endnotes</h2><ol start="7"><li id="note-7"><p>Smith. <a href="ch.xhtml#noteref-7" '
        'epub:type="backlink">↩</a></p></li><li id="note-8"><ul><li>Inner.</li></ul></li></ol></section>'
    )
    assert [(note.n, note.kind, note.text) for note in document.notes] == [
        ("7", "endnote", "Smith."),
        ("8", "endnote", "Inner."),
    ]
    assert not document.paragraphs
    assert not document.headings


@pytest.mark.parametrize(
    "body",
    [
        '<ul><li><a href="#c1" id="t1">1</a> Work</li></ul><h2 id="c1"><a href="#t1">1</a> Work</h2><p>Text.</p>',
        '<p>Korea, <a href="#p12">12</a>, 15.</p><p><a id="p12">[12]</a> Text on page 12.</p>',
        '<p>See section <a href="#s">4</a> below.</p><h2 id="s">4 Work</h2><p>Text.</p>',
        '<p>See <a href="#x" id="y">x</a>.</p><p id="x">Text.</p>',
        '<p>Up <a href="#top">1</a></p><p>Text.</p>',
        '<p id="n">Loop <a href="#n">1</a></p>',
    ],
)
def test_links_that_call_no_note(body: str) -> None:
    document = html(body)
    assert not document.notes
    assert not document.markers


@pytest.mark.parametrize(
    "answers",
    [
        "<p><sup>1</sup> Smith.</p><p><sup>2</sup> Ibid.</p>",
        "<h2>Notes</h2><p>1. Smith.</p><p>2. Ibid.</p>",
        "<h3>Notes:</h3><ol><li>Smith.</li><li>Ibid.</li></ol>",
        "<p>[1] Smith.</p><p>[2] Ibid.</p>",
    ],
)
def test_raised_numbers_without_links(answers: str) -> None:
    document = html(f"<p>One.<sup>1</sup> Two.<sup>2</sup></p><p>Three.</p>{answers}")
    assert [item.markers for item in document.sentences] == [("1",), ("2",), ()]
    assert notes(document) == [("1", "Smith."), ("2", "Ibid.")]
    assert not document.headings


def test_powers_and_ordinals_are_no_notes() -> None:
    document = html("<p>In 10<sup>6</sup> m<sup>2</sup>, the 1<sup>st</sup>.</p><p>2 mills.</p><ol><li>One.</li></ol>")
    assert not document.notes
    assert document.sentences[0].text == "In 106 m2, the 1st."


def test_references_between_notes_are_their_words() -> None:
    document = html(
        '<p>One.<a href="#n1" id="r1" epub:type="noteref">1</a> Two.<a href="#n2" id="r2" epub:type="noteref">2</a></p>'
        '<ol epub:type="endnotes"><li id="n1">Smith. <a href="#r1" epub:type="backlink">↩</a></li>'
        '<li id="n2">See <a href="#n1">note 1</a> above. <a href="#r2" epub:type="backlink">↩</a></li></ol>'
    )
    assert notes(document) == [("1", "Smith."), ("2", "See note 1 above.")]


def test_tables_that_lay_out_a_page() -> None:
    document = html(
        "<table><tr><td><h1>The Mill</h1><p>One.</p></td></tr></table><table><tr><td>1900</td></tr></table>"
    )
    assert paragraphs(document) == [("prose", "One."), ("table", "1900")]


def test_lines_of_a_heading_group() -> None:
    document = html("<hgroup><h2>II</h2><p>The Mill</p></hgroup><p>One.</p>")
    assert [(item.level, item.text) for item in document.headings] == [(2, "II The Mill")]
    assert paragraphs(document) == [("prose", "One.")]


@pytest.mark.parametrize("path", ["-", "a.txt", "a.docs", "a.md"])
@pytest.mark.parametrize(
    "start", ["<!DOCTYPE html>", "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C'>\n<html>", "<!-- x -->\n<html>"]
)
def test_pages_are_known_by_their_content(start: str, path: str) -> None:
    document = read(f"{start}<p>One.</p>".encode(), path)
    assert (document.info.format, [text for _, text in paragraphs(document)]) == ("html", ["One."])


def test_a_fragment_is_known_by_its_name() -> None:
    assert read(b"<p>One <i>mill</i>.</p>", "a.htm").sentences[0].text == "One mill."


@pytest.mark.parametrize(
    ("declared", "encoding"), [("iso-8859-1", "cp1252"), ("windows-1251", "cp1251"), ("utf-8", "utf-8-sig")]
)
def test_the_encoding_that_the_head_declares(declared: str, encoding: str) -> None:
    words = "Фабрика" if encoding == "cp1251" else "Zoë – the mill"
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head><p>{words}</p>'
    assert read(page.encode(encoding), "a.html").sentences[0].text == words
    if codecs.lookup(encoding).name != "utf-8-sig":
        with pytest.raises(EncodingError):
            read(f"<html><p>{words}</p>".encode(encoding), "a.html")


def test_unicode_is_believed_before_a_wrong_declaration() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><p>Zoë</p>'
    assert read(page.encode(), "a.html").sentences[0].text == "Zoë"


def test_entities_are_never_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>'
    assert read(f"{bomb}<html><p>&b; &x;</p></html>".encode(), "a.xhtml").sentences[0].text == "&b; &x;"


def test_a_page_without_words() -> None:
    with pytest.raises(EmptyFileError):
        read(b"<html><head><title>T</title></head><body><p></p></body></html>", "a.html")


def test_a_tag_without_an_end_is_told() -> None:
    document = html("<p>One.</p>")
    cut = read(document.text[: document.text.index("</body")].encode() + b"<p class='x", "a.html")
    assert losses(cut) == [("unclosed tag", "'<p' has no end: what follows is not read")]


def test_more_tags_than_anybody_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.read.html.tree.MAX_TAGS", 10_000)
    with pytest.raises(TooManyPartsError, match="tags"):
        read(b"<html>" + b"<b>" * 10_001, "a.html")


WORST = (
    "<div>", "<", "&", '<a href="#x">', '<a id=x href="#x">1</a>', "<p>", "<b>", "<b><p></b>", '<a b="', "<!--", "<?", "<!DOCTYPE x [",
    "<![CDATA[", "<script>", "<table><tr><td>", "<ul><li>", '<ol><li id=x><a href="#x">1</a>', "</div>", '<sup><a href="#n">1</a>',
    "&amp;", "&#", "<a><button>", "<hgroup><h1>x", "<main>x", "<li class=footnote-item>x", "<div class=footnotes><ol><li>",
    '<dl><dt><a href="#x">1</a>', '<p><a id=a href="#b">1</a></p>', 'w<a id=n href="#n" class="footnote-ref">1</a>', "<footer></footer>",
    "<aside role=doc-footnote>", '<p>x<sup><a href="#n">1</a></sup><p id=n>1. a', "<div><p id=q>", "<a            ", "<br>", "<q>", "<p>x<sup>1</sup>", "<p>1. x<sup>2</sup>",
)  # fmt: skip


@pytest.mark.parametrize("piece", WORST)
def test_cost_is_linear(piece: str) -> None:
    def seconds(size: int) -> float:
        data = f"<html>Text {piece * (size // len(piece))}".encode()
        begin = time.process_time()
        document = read(data, "a.html")
        spent = time.process_time() - begin
        assert all(0 <= marker.start <= marker.end <= len(document.text) for marker in document.markers)
        return spent

    small = min(seconds(5_000), seconds(5_000)) + 0.01
    assert seconds(50_000) < 40 * small, "ten times the text takes more than ten times the time"


TAGS = st.lists(
    st.sampled_from(
        [page[i : i + 60] for page in (*PAGES.values(), *ENDNOTES.values()) for i in range(0, len(page), 60)]
        + ["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<table>", "<tr>", "<td>", "</table>", "<ol>", "<li>", "</ol>", "<h1>", "<q>"]
        + ["Mill closed. ", "U.S. ", "&amp;", "<br>", "<a href='#a' id='b'>1</a>", "<a href='#b' id='a'>[1]</a>", "<sup>", "</sup>"]
        + ["<nav>", "</nav>", "<main>", "</main>", "<!--", "-->", "<pre>", "<hgroup>", "</hgroup>", "<dt>", "<dd>", "[", "]", "("]
    ),
    max_size=30,
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(TAGS)
def test_any_page(pieces: list[str]) -> None:
    try:
        document = read(("<html>" + "".join(pieces)).encode(), "a.html")
    except ArgmapError:
        return
    holds(document)


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet=st.sampled_from("<>/!-='\"&;#ap sdivx1\n\u00ad[]"), max_size=120))
def test_any_signs(text: str) -> None:
    try:
        document = read(f"<html>{text}".encode(), "a.html")
    except ArgmapError:
        return
    holds(document)


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    for path in ("a.html", "a.epub"):
        try:
            document = read(data, path)
        except ArgmapError:
            continue
        holds(document)
