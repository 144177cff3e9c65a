"""Valid files of every format, damaged: no exception but our own, and whatever is read holds together."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError, ExtraMissingError
from argmap.model import Document
from argmap.pandoc import find_pandoc
from argmap.read import read
from tests.read.packing import archive, call, docx, notes, paragraph, words
from tests.read.test_epub import CONTAINER, book, chapter
from tests.read.test_html_profiles import ENDNOTES, PAGES
from tests.read.test_properties import holds


def _has_pandoc() -> bool:
    try:
        find_pandoc("a", "JATS")
    except ExtraMissingError:
        return False
    return True


needs_pandoc = pytest.mark.skipif(not _has_pandoc(), reason="no Pandoc: neither the extra nor a program on the PATH")

JATS = """<?xml version="1.0"?><article><front><article-meta><title-group><article-title>The Mill</article-title></title-group>
</article-meta></front><body><sec><title>One</title><p>The mill closed.<xref ref-type="fn" rid="f1">1</xref> It fell.<xref
ref-type="fn" rid="f2">2</xref> So <xref ref-type="bibr" rid="b1">Harris</xref>.</p><p>More.<fn id="f3"><label>3</label><p>Inline.</p>
</fn></p><table-wrap><table><tr><td>a</td><td>b</td></tr></table></table-wrap></sec></body><back><fn-group><fn id="f1"><label>1</label>
<p>Smith, 12.</p></fn><fn id="f2"><p>Ibid.</p><p>More.</p></fn></fn-group><ref-list><ref id="b1"><element-citation><person-group><name>
<surname>Harris</surname></name></person-group><year>1950</year></element-citation></ref></ref-list></back></article>"""

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
ODT = f"""<?xml version="1.0"?><office:document-content xmlns:office="{OFFICE}" xmlns:text="{TEXT}"><office:body><office:text><text:h
text:outline-level="1">One</text:h><text:p>The mill closed.<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1
</text:note-citation><text:note-body><text:p>Smith, 12.</text:p></text:note-body></text:note> It fell.<text:note text:id="ftn2"
text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>Ibid.</text:p></text:note-body></text:note>
</text:p><text:list><text:list-item><text:p>Item.</text:p></text:list-item></text:list></office:text></office:body>
</office:document-content>"""

CHAPTER = chapter(PAGES["Pandoc"] if "Pandoc" in PAGES else next(iter(PAGES.values())))


def _docx_parts() -> dict[str, str | bytes]:
    body = paragraph("The mill closed.", call(1), words(" It fell."), call(1, "endnote"), style="Heading1")
    body += paragraph("More.", call(2), f'<w:del w:id="3">{words("gone")}</w:del>')
    body += f"<w:tbl><w:tr><w:tc>{paragraph('cell', call(3))}</w:tc></w:tr></w:tbl>"
    data = docx(
        body,
        {
            "footnotes": notes("footnote", {1: "Smith, 12.", 2: paragraph("A.") + paragraph("B."), 3: "Ibid."}),
            "endnotes": notes("endnote", {1: "End."}),
        },
    )
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


PACKED: Mapping[str, tuple[dict[str, str | bytes], str]] = {
    "docx": (_docx_parts(), "word/document.xml"),
    "docx notes": (_docx_parts(), "word/footnotes.xml"),
    "docx relations": (_docx_parts(), "word/_rels/document.xml.rels"),
    "epub chapter": (book({"c1.xhtml": CHAPTER, "c2.xhtml": CHAPTER}), "epub/text/c1.xhtml"),
    "epub package": (book({"c1.xhtml": CHAPTER}), "epub/content.opf"),
    "epub container": (book({"c1.xhtml": CHAPTER}), "META-INF/container.xml"),
}
NAMES = {"docx": "a.docx", "epub": "a.epub"}

Mutation = Callable[[str], str]
_PLACE = st.floats(0, 1, allow_nan=False)
_JUNK = st.sampled_from(
    [
        "<",
        ">",
        "&",
        "]]>",
        "<!--",
        "<![CDATA[",
        "\x00",
        "\ufffe",
        "&#0;",
        "&x;",
        '"',
        "<p>",
        "</p>",
        "</body>",
        "<?x?>",
        "é",
    ]
)


def _cut(text: str, first: float, second: float) -> tuple[str, str, str]:
    start, end = sorted((int(first * len(text)), int(second * len(text))))
    return text[:start], text[start:end], text[end:]


def _mutations() -> st.SearchStrategy[Mutation]:
    """Ways to damage a text: cut, double, swap, fill, nest, repeat."""

    def at(change: Callable[[str, str, str], str]) -> st.SearchStrategy[Mutation]:
        return st.builds(lambda a, b: lambda text: change(*_cut(text, a, b)), _PLACE, _PLACE)

    return st.one_of(
        at(lambda head, _middle, _tail: head),
        at(lambda head, _middle, tail: head + tail),
        at(lambda head, middle, tail: head + middle * 2 + tail),
        at(lambda head, middle, tail: tail + middle + head),
        st.builds(lambda junk, a: lambda text: junk.join(_cut(text, a, a)[::2]), _JUNK, _PLACE),
        st.builds(lambda tag, a: lambda text: _nested(text, tag, a), st.sampled_from(["w:p", "w:tbl", "div", "ol", "sec", "fn"]), _PLACE),
        st.builds(lambda old, new: lambda text: text.replace(old, new), st.sampled_from(["1", '"', "note", "ref", "id", "Note"]), st.sampled_from(["2", "", "-7", "99999999999", "é"])),
    )  # fmt: skip


def _nested(text: str, tag: str, place: float) -> str:
    head, _, tail = _cut(text, place, place)
    return f"{head}{f'<{tag}>' * 400}x{f'</{tag}>' * 400}{tail}"


def _survives(data: bytes, name: str) -> Document | None:
    try:
        document = read(data, name)
    except ArgmapError:
        return None
    holds(document)
    return document


@pytest.mark.parametrize("case", PACKED)
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(mutations=st.lists(_mutations(), min_size=1, max_size=3))
def test_a_damaged_part(case: str, mutations: list[Mutation]) -> None:
    parts, target = PACKED[case]
    text = str(parts[target])
    for mutation in mutations:
        text = mutation(text)
    _survives(archive({**parts, target: text.encode("utf-8", "replace")}), NAMES[case.split(maxsplit=1)[0]])


@pytest.mark.parametrize("case", ["docx", "epub chapter"])
@settings(deadline=None, max_examples=40)
@given(draw=st.data())
def test_parts_missing_swapped_and_doubled(case: str, draw: st.DataObject) -> None:
    parts = dict(PACKED[case][0])
    names = sorted(parts)
    first, second = (draw.draw(st.sampled_from(names)) for _ in range(2))
    way = draw.draw(st.sampled_from(["drop", "swap", "double", "empty"]))
    if way == "drop":
        parts.pop(first)
    elif way == "swap":
        parts[first], parts[second] = parts[second], parts[first]
    elif way == "empty":
        parts[first] = b""
    buffer = io.BytesIO(archive(parts))
    if way == "double":
        with zipfile.ZipFile(buffer, "a") as packed, pytest.warns(UserWarning, match="Duplicate name"):
            packed.writestr(first, parts[second])
    _survives(buffer.getvalue(), NAMES[case.split(maxsplit=1)[0]])


@settings(deadline=None, max_examples=150)
@given(st.sampled_from([*PAGES.values(), *ENDNOTES.values()]), st.lists(_mutations(), min_size=1, max_size=4))
def test_a_damaged_page(text: str, mutations: list[Mutation]) -> None:
    for mutation in mutations:
        text = mutation(text)
    _survives(f"<html><body>{text}".encode("utf-8", "replace"), "a.html")


@needs_pandoc
@settings(deadline=None, max_examples=25)
@given(st.lists(_mutations(), min_size=1, max_size=2))
def test_damaged_jats(mutations: list[Mutation]) -> None:
    text = JATS
    for mutation in mutations:
        text = mutation(text)
    _survives(text.encode("utf-8", "replace"), "a.jats")


@needs_pandoc
@settings(deadline=None, max_examples=25)
@given(st.lists(_mutations(), min_size=1, max_size=2))
def test_damaged_odt_content(mutations: list[Mutation]) -> None:
    text = ODT
    for mutation in mutations:
        text = mutation(text)
    _survives(_odt(text.encode("utf-8", "replace")), "a.odt")


def _odt(content: bytes) -> bytes:
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


@needs_pandoc
def test_whole_jats_and_odt() -> None:
    for data, name in ((JATS.encode(), "a.jats"), (_odt(ODT.encode()), "a.odt")):
        document = _survives(data, name)
        assert document is not None
        assert {note.text for note in document.notes} >= {"Smith, 12."}
        assert all(marker.note for marker in document.markers)


PIECES = st.lists(
    st.sampled_from(
        [
            "<p>", "</p>", "<sec>", "</sec>", "<title>T</title>", "word. ", "\n", "<label>1</label>", "<disp-quote>", "</disp-quote>",
            '<xref ref-type="fn" rid="a">1</xref>', '<fn id="a"><p>A.</p></fn>', '<fn id="a">', "<fn>", "</fn>", "<fn-group>",
            "</fn-group>", "<table><tr><td>c</td></tr></table>", "<ref-list>", "</ref-list>",
            '<ref id="r"><mixed-citation>M.</mixed-citation></ref>', "<list><list-item><p>i</p></list-item></list>",
            '<inline-graphic xmlns:x="http://www.w3.org/1999/xlink" x:href="i.png"/>',
        ]
    ),
    max_size=14,
)  # fmt: skip


@needs_pandoc
@settings(deadline=None, max_examples=40)
@given(PIECES, PIECES)
def test_any_jats(body: list[str], back: list[str]) -> None:
    text = f"<article><front/><body>{''.join(body)}</body><back>{''.join(back)}</back></article>"
    _survives(text.encode(), "a.jats")


BEGINNINGS = {
    "a.html": b"<html><body><p>",
    "a.docx": b"PK\x03\x04",
    "a.epub": b"PK\x03\x04mimetypeapplication/epub+zip",
    "a.odt": b"PK\x03\x04mimetype content.xml",
    "a.pdf": b"%PDF-1.4\n",
    "a.tex": b"\\documentclass{article}\\begin{document}",
    "a.rst": b"A [1]_.\n\n.. [1] ",
    "a.org": b"#+TITLE: x\n[fn:1] ",
    "a.wiki": b"== A ==\n<ref>",
    "a.jats": b"<article><body><p>",
    "a.md": b"A.[^1]\n\n[^1]: ",
    "a.txt": b"A.[1] [footnoteRef:1]",
}


@pytest.mark.parametrize("name", BEGINNINGS)
@settings(deadline=None, max_examples=12)
@given(noise=st.binary(max_size=200), begun=st.booleans())
def test_any_bytes_for_every_reader(name: str, noise: bytes, *, begun: bool) -> None:
    _survives((BEGINNINGS[name] if begun else b"") + noise, name)


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)


@pytest.mark.parametrize("case", [*PACKED, "odt", "jats", "html"])
@pytest.mark.parametrize("kind", ["bomb", "external"])
def test_entities(case: str, kind: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Swordfish")
    head = f"{BOMB}]>" if kind == "bomb" else f'<!DOCTYPE x [<!ENTITY j SYSTEM "{secret.as_uri()}">]>'

    def armed(text: str) -> str:
        text = text.partition("?>")[2] if text.startswith("<?xml") else text
        return head + text.replace("The mill", "&j; mill").replace("Smith", "&j;")

    if case in PACKED:
        parts, target = PACKED[case]
        data, name = archive({**parts, target: armed(str(parts[target]))}), NAMES[case.split(maxsplit=1)[0]]
    elif case == "odt":
        data, name = _odt(armed(ODT).encode()), "a.odt"
    elif case == "jats":
        data, name = armed(JATS).encode(), "a.jats"
    else:
        data, name = f"{head}<html><body><p>&j; mill.</p></body></html>".encode(), "a.html"
    document = _survives(data, name)
    if document is not None:
        assert "Swordfish" not in document.text + "".join(paragraph.prose.text for paragraph in document.paragraphs)
        assert all(len(paragraph.prose.text) < 10_000 for paragraph in document.paragraphs)


@needs_pandoc
def test_an_odt_that_is_a_bomb() -> None:
    bomb = ODT.replace("Item.", "aaaaaaaaaa" * 5_000_000)
    with pytest.raises(ArgmapError):
        read(_odt(bomb.encode()), "a.odt")


def test_a_container_that_names_itself() -> None:
    parts = book({"c1.xhtml": CHAPTER})
    parts["META-INF/container.xml"] = CONTAINER.format("META-INF/container.xml")
    with pytest.raises(ArgmapError):
        read(archive(parts), "a.epub")
