"""Pages of A4 from the single pages that Graphviz makes."""

from collections.abc import Iterable
from io import BytesIO

from argmap.errors import PdfMissingError

A4 = (595.28, 841.89)
"""Points."""
MARGIN = 28.0
"""Points: what printers leave white at the least."""


def scale_of(width: float, height: float) -> float:
    """How large a drawing stands on A4, upright or across, whichever is larger; never enlarged more than half again."""
    return max(_scale(width, height, *A4), _scale(width, height, *reversed(A4)))


def _scale(width: float, height: float, across: float, down: float) -> float:
    return min(1.5, (across - 2 * MARGIN) / width, (down - 2 * MARGIN) / height)


def join(pictures: Iterable[bytes], pages: Iterable[bytes]) -> bytes:
    """One PDF: each picture as large as its page allows, then pages of text as they are, below the margin.

    Args:
        pictures: PDF files of one page.
        pages: The same, no larger than A4.

    Raises:
        PdfMissingError: If pypdfium2 is not installed.
    """
    try:
        import pypdfium2  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise PdfMissingError from error
    joined = pypdfium2.PdfDocument.new()
    for data, is_picture in (*((one, True) for one in pictures), *((one, False) for one in pages)):
        drawing = pypdfium2.PdfDocument(data)
        width, height = drawing.get_page_size(0)
        paper = A4 if not is_picture or _scale(width, height, *A4) >= _scale(width, height, *A4[::-1]) else A4[::-1]
        scale = _scale(width, height, *paper) if is_picture else min(1.0, _scale(width, height, *paper))
        page = joined.new_page(*paper)
        placed = drawing.page_as_xobject(0, joined).as_pageobject()
        left = (paper[0] - width * scale) / 2 if is_picture else MARGIN
        low = paper[1] - MARGIN - height * scale if not is_picture else (paper[1] - height * scale) / 2
        placed.set_matrix(pypdfium2.PdfMatrix().scale(scale, scale).translate(left, low))
        page.insert_obj(placed)
        page.gen_content()
    out = BytesIO()
    joined.save(out)
    return out.getvalue()
