"""Files that are not what they say, or worse: each is an error of one line, and none takes long."""

import codecs
import struct
import time
import zipfile
from contextlib import suppress
from io import BytesIO
from itertools import product

import pytest

from argmap.errors import (
    ArgmapError,
    BrokenFileError,
    EmptyFileError,
    EncodingError,
    TooLargeError,
    TooManyPartsError,
    UnknownFormatError,
)
from argmap.read import read
from tests.read.packing import archive, call, docx, notes, paragraph, wrapped

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(40)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(40)
MAIN = "word/document.xml"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\ufeff \n".encode(), "\ufeff\u00a0\u200b\n".encode()])
@pytest.mark.parametrize("path", ["a.docx", "a.md", "a.txt", "-"])
def test_nothing_to_read(data: bytes, path: str) -> None:
    with pytest.raises(EmptyFileError):
        read(data, path)


def test_a_docx_without_words() -> None:
    with pytest.raises(EmptyFileError):
        read(docx("<w:p/>"), "a.docx")


@pytest.mark.parametrize("path", ["a.docx", "a.txt", "a.md", "-"])
@pytest.mark.parametrize(("data", "name"), [(PNG, "PNG"), (JPEG, "JPEG"), (b"GIF89a" + bytes(40), "GIF")])
def test_images(data: bytes, name: str, path: str) -> None:
    with pytest.raises(UnknownFormatError, match=name):
        read(data, path)


@pytest.mark.parametrize(
    ("data", "path", "seen"),
    [
        (b"{\\rtf1\\ansi Text}", "a.rtf", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "a.docx", "password"),
        (b"<?xml version='1.0'?><tei/>", "a.txt", "XML"),
        (b"\x00\x01\x02\x03 binary", "a.txt", "binary"),
        (b"\x01\x02\x03\x04" * 20, "-", "binary"),
        (archive({"xl/workbook.xml": "<x/>"}), "a.docx", "Excel"),
        (archive({"essay.txt": "Text."}), "a.zip", "zip archive"),
    ],
)
def test_other_formats_are_named(data: bytes, path: str, seen: str) -> None:
    with pytest.raises(UnknownFormatError, match=seen) as caught:
        read(data, path)
    assert "\n" not in str(caught.value)
    assert "argmap reads" in str(caught.value)


def test_words_that_begin_like_a_signature_are_text() -> None:
    assert read(b"BMW was a mill.", "a.txt").sentences[0].text == "BMW was a mill."


def test_a_docx_that_is_no_archive() -> None:
    with pytest.raises(BrokenFileError, match="no zip archive"):
        read(b"Plain words.", "a.docx")


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_truncated_docx(share: float) -> None:
    data = docx(paragraph("The mill closed. " * 50))
    with pytest.raises(BrokenFileError):
        read(data[: int(len(data) * share)], "a.docx")


def test_a_truncated_docx_may_be_fetched_again() -> None:
    with pytest.raises(BrokenFileError, match="cut short"):
        read(docx(paragraph("The mill closed. " * 50))[:-30], "a.docx")


def test_a_docx_with_flipped_bytes() -> None:
    data = bytearray(docx(paragraph("The mill closed. " * 50)))
    place = data.index(MAIN.encode()) + len(MAIN) + 5
    data[place : place + 8] = bytes(8)
    with pytest.raises(BrokenFileError):
        read(bytes(data), "a.docx")


@pytest.mark.parametrize(
    "xml",
    [
        "<w:document>",
        "no xml",
        "",
        wrapped("document", ""),
        "<a>" * 3000 + "</a>" * 3000,
        wrapped("document", "<w:body>&x;</w:body>"),
    ],
)
def test_a_docx_with_broken_xml(xml: str) -> None:
    with pytest.raises(BrokenFileError):
        read(archive({MAIN: xml}), "a.docx")


def test_an_entity_bomb() -> None:
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    bomb = f"<!DOCTYPE d [{entities}]>" + wrapped("document", f"<w:body>{paragraph('&i;')}</w:body>")
    with pytest.raises(BrokenFileError, match="document type"):
        read(archive({MAIN: bomb}), "a.docx")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8"])
def test_a_document_type_in_any_encoding(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d SYSTEM "file:///etc/hostname">'
    xml = (text + wrapped("document", f"<w:body>{paragraph('One.')}</w:body>")).encode(encoding)
    with pytest.raises(BrokenFileError, match="document type"):
        read(archive({MAIN: xml}), "a.docx")


@pytest.mark.parametrize("name", [MAIN, "word/media/bomb.bin"])
def test_a_bomb_of_200_megabytes(name: str) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        with file.open(name, "w") as part:
            for _ in range(201):
                part.write(bytes(1_000_000))
        if name != MAIN:
            file.writestr(MAIN, wrapped("document", f"<w:body>{paragraph('One.')}</w:body>"))
    with pytest.raises(TooLargeError):
        read(buffer.getvalue(), "a.docx")


def test_more_pieces_than_anybody_writes() -> None:
    with pytest.raises(TooManyPartsError, match="300,000 lines"):
        read(b"a\n" * 300_001, "a.txt")
    with pytest.raises(TooManyPartsError, match="tags"):
        read(archive({MAIN: wrapped("document", f"<w:body>{'<w:p/>' * 1_000_001}</w:body>")}), "a.docx")
    with pytest.raises(TooLargeError):
        read(b"a" * 20_000_001, "a.txt")


def test_a_bomb_that_lies_about_its_size() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file, file.open(MAIN, "w") as part:
        for _ in range(100):
            part.write(b" " * 1_000_000)
    data = buffer.getvalue().replace(struct.pack("<I", 100_000_000), struct.pack("<I", 1000))
    with pytest.raises((BrokenFileError, TooLargeError)):
        read(data, "a.docx")


def test_an_encrypted_part() -> None:
    data = bytearray(docx(paragraph("One.")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(signature, place + 4)
    with pytest.raises(BrokenFileError, match="encrypted"):
        read(bytes(data), "a.docx")


def test_many_nested_tables_are_no_deep_recursion() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 80 + paragraph("Deep.") + "</w:tc></w:tr></w:tbl>" * 80
    try:
        assert read(docx(body), "a.docx").paragraphs[0].prose.text == "Deep."
    except BrokenFileError:
        pytest.fail("240 levels are within the limits of libxml2")


@pytest.mark.parametrize(
    ("encoding", "guess"),
    [("latin-1", "ISO-8859-1"), ("cp1252", "WINDOWS-1252"), ("cp1251", "WINDOWS-1251")],
)
def test_other_encodings_are_named(encoding: str, guess: str) -> None:
    texts = {
        "latin-1": "La fábrica cerró aquel año, según se dijo en el café de la señora Muñoz. " * 3,
        "cp1252": "“The mill’s closure” – so they said – was Zoë’s doing. " * 3,
        "cp1251": "Фабрика закрылась в том году, и никто в городе не знал причины этого события. " * 5,
    }
    with pytest.raises(EncodingError, match=guess) as caught:
        read(texts[encoding].encode(encoding), "a.txt")
    name = str(caught.value).split("looks like ")[1].split(":")[0]
    codecs.lookup(name)


@pytest.mark.parametrize("bad", [b"\xff", b"\xe2\x80", b"\xe9"])
def test_a_few_bad_bytes_in_unicode_are_no_other_encoding(bad: bytes) -> None:
    text = "“The mill’s closure” – so they said – was Zoë’s doing. ".encode() * 3
    with pytest.raises(EncodingError, match="save it as UTF-8"):
        read(text + bad + b" " + text, "a.txt")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_a_byte_order_mark_is_decoded(encoding: str) -> None:
    document = read("Zoë closed the mill.".encode(encoding), "a.txt")
    assert document.text == "Zoë closed the mill."


WORST = (
    "[", "[1:", "[1: ", "^[", "*_", '"', "“", "(", "`", "<!--", "<a ", "&", "[a](", "](", "![", "[^", "~~a", "x^a", "\\",
    ">", "- ", "1. ", "[1] ", "¹", "[footnoteRef:1]", "[footnoteRef:1] [1: a", "[bookmark:", "U.S. ", "A. ", "?” ", "... ",
    ". . ", "[^a]", "^[a ", "{", "[a]{.b", ".", "?!", "a[1] ", "a(1) ", "***a** b ", "` ``", "= ", "<", "a*", "$", "|", "~", "_a", ":::", "---\n", "#", "%",
)  # fmt: skip


WORST_TAGS = (
    "<p>",
    "<b>a",
    "a<sup>1</sup> ",
    "a[1] ",
    "a(1)<br>1. b<br>",
    "<br>Notes<br>1 a",
    "<p class=quote>",
    "[End Page 1",
)


@pytest.mark.parametrize(
    ("piece", "path"), [*product(WORST, ("a.md", "a.txt")), *((piece, "a.html") for piece in WORST_TAGS)]
)
def test_cost_is_linear(piece: str, path: str) -> None:
    def seconds(size: int) -> float:
        data = f"Text {piece * (size // len(piece))}".encode()
        begin = time.process_time()
        with suppress(EmptyFileError):
            read(data, path)
        return time.process_time() - begin

    assert seconds(30_000) < 1, "1 MB would take more than some 30 seconds"


def test_many_notes_in_a_docx() -> None:
    texts = dict.fromkeys(range(1, 3000), "A source.")
    body = "".join(paragraph("One.", call(number)) for number in texts)
    document = read(docx(body, {"footnotes": notes("footnote", texts)}), "a.docx")
    assert [note.id for note in document.notes] == [str(number) for number in texts]


def test_every_error_is_one_line() -> None:
    for data in (b"", PNG, b"\xff\xfe\x00", b"PK\x03\x04", "Zoë".encode("latin-1")):
        with pytest.raises(ArgmapError) as caught:
            read(data, "a.docx" if data.startswith(b"PK") else "a.txt")
        assert "\n" not in str(caught.value)
        assert str(caught.value).startswith("a.")
