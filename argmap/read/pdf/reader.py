"""PDF: a page says where characters stand and nothing else, so paragraphs, notes and markers are found by position.

That is doubtful by nature, and every document read from a PDF says so in its losses. Lines come from baselines, columns
from the white between them; running heads and page numbers are what comes again; notes are told by the short rule, the
raised sign and the smaller type. The text as read is what is written from that; it has no lines of its own.
"""

import re
from collections.abc import Callable, Sequence

from argmap.errors import NoTextLayerError
from argmap.model import Document, Loss
from argmap.read.pdf.calls import Calls
from argmap.read.pdf.columns import Frame, frames_of
from argmap.read.pdf.furniture import drop_furniture
from argmap.read.pdf.lines import Line, cut, styled
from argmap.read.pdf.margins import without_margins
from argmap.read.pdf.notes import FootNote, NoteFinder, called_on, headed_endnotes, last_list
from argmap.read.pdf.pages import Page, read_pages
from argmap.read.pdf.paragraphs import Hyphens, Stretch, hyphens, measure, paragraphs
from argmap.read.written import Item, WrittenBlock, WrittenNote, compose

DOUBT = Loss(
    what="PDF",
    detail="paragraphs, notes and markers were found by their position on the page: check them against the pages",
)
_NO_TITLE = re.compile(
    r"(?:untitled|unnamed|title|document|dokument)\s?\d*\Z|microsoft word - |.*\.(?:docx?|odt|rtf|tex|dvi|indd|qxd|pdf)\Z",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[-•–·◦▪‣]\s+")


def read_pdf(data: bytes, path: str) -> Document:
    """Read a PDF.

    Raises:
        ExtraMissingError: The extra is not installed.
        NoTextLayerError: Page images only.
        BrokenFileError, ReaderFailedError, TooLargeError, TooManyPartsError: As they say.
    """
    pages, title, broken = read_pages(data, path)
    if not any(page.glyphs for page in pages):
        raise NoTextLayerError(path)
    pages, beside = without_margins(pages)
    framed = frames_of(pages)
    usual = measure(_lines(framed))
    losses = [DOUBT, *_page_losses(pages, framed, broken), *drop_furniture(framed, usual)]
    if beside:
        losses.append(Loss(what="margin", detail=f"{beside} numbers beside the text"))
    headed = _taken(framed, lambda lines: headed_endnotes(lines, usual.size))
    finder = NoteFinder(usual.size)
    for frames in framed:
        finder.take_from(frames)
    answered = {note.sign for note in (*headed, *finder.notes)}
    wanted = {sign for frames in framed for sign in called_on(frames) if sign.isdecimal() and sign not in answered}
    listed = [] if headed else _taken(framed, lambda lines: last_list(lines, wanted, usual.size))
    notes = [*finder.notes, *headed, *listed]
    known = hyphens([*_lines(framed), *(line for note in notes for line in note.lines)])
    columns = [frame.lines for frames in framed for frame in frames if frame.lines]
    calls = Calls(notes, [line for lines in columns for line in lines])
    stretches = paragraphs(columns, measure([line for lines in columns for line in lines]))
    blocks = [
        WrittenBlock(_joined([calls.items(line) for line in _unmarked(s)], known), s.kind, s.level) for s in stretches
    ]
    written = [_note(index, note, known) for index, note in enumerate(notes)]
    if calls.unanswered:
        signs = ", ".join(dict.fromkeys(calls.unanswered))
        losses.append(Loss(what="note", detail=f"raised numbers without a note that was found: {signs}"))
    heading = blocks[0] if blocks and blocks[0].level == 1 else WrittenBlock()
    title = _said(title) or "".join(item for item in heading.items if isinstance(item, str)) or None
    return compose("pdf", blocks, written, losses, title)


def _said(title: str | None) -> str | None:
    """A file's title, unless it is what a program puts there without being asked."""
    return None if title is None or _NO_TITLE.match(title) else title


def _lines(framed: Sequence[Sequence[Frame]]) -> list[Line]:
    return [line for frames in framed for frame in frames for line in frame.lines]


def _page_losses(pages: Sequence[Page], framed: Sequence[Sequence[Frame]], broken: Sequence[int]) -> list[Loss]:
    losses = [Loss(what="page", detail=f"page {number} could not be read") for number in broken]
    empty = [str(page.number) for page in pages if not page.glyphs and page.images]
    if empty:
        losses.append(Loss(what="page image", detail=f"no text on page {', '.join(empty)}: run OCR over the PDF"))
    pictures = sum(page.images for page in pages if page.glyphs)
    if pictures:
        losses.append(Loss(what="image", detail=f"{pictures} in the file"))
    turned = sum(page.turned for page in pages)
    if turned:
        losses.append(Loss(what="turned text", detail=f"{turned} characters that do not run from left to right"))
    unknown = sum(page.unknown for page in pages)
    if unknown:
        losses.append(Loss(what="character", detail=f"{unknown} that their fonts do not explain"))
    columned = [str(frames[0].page) for frames in framed if any(frame.columns > 1 for frame in frames)]
    if columned:
        losses.append(Loss(what="columns", detail=f"two columns, read one after the other: page {', '.join(columned)}"))
    return losses


def _taken(
    framed: Sequence[Sequence[Frame]], take: Callable[[list[Line]], tuple[list[Line], list[FootNote]]]
) -> list[FootNote]:
    """The notes that `take` finds in the flow of lines; the frames keep the other lines."""
    rest, notes = take(_lines(framed))
    kept = {id(line) for line in rest}
    for frames in framed:
        for frame in frames:
            frame.lines = [line for line in frame.lines if id(line) in kept]
    return notes


def _note(index: int, note: FootNote, known: Hyphens) -> WrittenNote:
    lines = [list[Item](styled(line, 0, len(line.words.rstrip(" ↩\ufe0e")))) for line in note.lines]
    items = _joined(lines, known)
    return WrittenNote(str(index), note.sign, [items], note.series)


def _unmarked(stretch: Stretch) -> list[Line]:
    """The lines of a stretch without the bullet of a list's item."""
    first, *rest = stretch.lines
    bullet = _BULLET.match(first.words) if stretch.kind == "list" else None
    return [cut(first, bullet.end()) if bullet else first, *rest]


def _joined(lines: Sequence[list[Item]], known: Hyphens) -> list[Item]:
    """The words of lines run together."""
    result: list[Item] = []
    for items in lines:
        first = items[0] if items else None
        if result and isinstance(result[-1], str) and isinstance(first, str):
            off, between = known.joint(result[-1], first)
            result[-1] = type(result[-1])(result[-1][: len(result[-1]) - off] + between)
        elif result:
            result.append(" ")
        result.extend(items)
    return _merged(result)


def _merged(items: Sequence[Item]) -> list[Item]:
    result: list[Item] = []
    for item in items:
        if isinstance(item, str) and result and type(result[-1]) is type(item):
            result[-1] = type(item)(result[-1] + item)
        else:
            result.append(item)
    return result
