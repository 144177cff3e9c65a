"""Stage one: the bytes of a file become a `Document` of paragraphs, sentences, notes and markers.

Formats are told by content first and suffix second; each is read by one private module. All of them hand the same
plain pieces (`Block`, `RawNote`) to `assemble`, which numbers, splits and ties them.
"""

from argmap.errors import EmptyFileError
from argmap.model import Document
from argmap.read._detect import detect
from argmap.read._epub import read_epub
from argmap.read._tika import read_tika
from argmap.read.docx.reader import read_docx
from argmap.read.html.reader import read_html
from argmap.read.markdown.reader import read_markdown
from argmap.read.pandoc.reader import PANDOC_FORMATS, read_pandoc
from argmap.read.pdf.reader import read_pdf
from argmap.read.plain.reader import read_plain

__all__ = ["read"]


def read(data: bytes, path: str) -> Document:
    """Read an essay.

    Args:
        data: The file's bytes.
        path: The file as the user named it (`-` for standard input); only for format hints and messages.

    Raises:
        EmptyFileError: Nothing but white space.
        EncodingError: Text that is not UTF-8 (nor UTF-16 or UTF-32 with a byte order mark).
        UnknownFormatError: A format that argmap does not read; the message names what it saw.
        BrokenFileError: A damaged or malicious file.
        ExtraMissingError: A format whose reader comes with an extra that is not installed.
        ReaderFailedError: Pandoc or the PDF library gave up.
        ProtectedFileError: An EPUB whose chapters are encrypted.
        NoTextLayerError: A PDF of page images.
        TooLargeError, TooManyPartsError: More than argmap reads, packed or unpacked.
    """
    source = detect(data, path)
    if source.format == "docx":
        document = read_docx(data, path)
    elif source.format == "html":
        document = read_html(source.text, path)
    elif source.format == "epub":
        document = read_epub(data, path)
    elif source.format in PANDOC_FORMATS:
        document = read_pandoc(source.format, data, source.text, path)
    elif source.format == "pdf":
        document = read_pdf(data, path)
    elif source.format == "tika":
        document = read_tika(source.text)
    elif source.format == "markdown":
        document = read_markdown(source.text)
    else:
        document = read_plain(source.text)
    if not (document.paragraphs or document.notes or document.headings or document.losses):
        raise EmptyFileError(path)
    return document
