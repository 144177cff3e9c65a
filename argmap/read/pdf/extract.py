"""Run as a script, in a process of its own: the characters and rules of a PDF's pages, as JSON lines.

A PDF is a stranger's, and PDFium is C++: here it has its own memory, a limit on it, and can be killed. Usage:
`python extract.py FILE MAX_PAGES MAX_CHARACTERS`. The first line is `{"pages": n}` or `{"error": why}`; then one line
a page, all measures in points from the top left corner. Imports nothing of ours.
"""

import ctypes
import json
import math
import re
import sys
from typing import Any

_MEMORY = 3_000_000_000
_MAX_RULES = 500
_THIN = 2.5
_SHORTEST = 15
_FORM_DEPTH = 3
_PATH, _IMAGE = 2, 3  # FPDF_PAGEOBJ_*
_BOLD = 600
_ITALIC_FLAG = 1 << 6  # ISO 32000-1, table 123
_ITALIC_NAME = re.compile(rb"italic|oblique|slanted|kursiv|[-,]it(?:al)?\b|(?:^|\+)(?:cm|ec|sf|lm)\w{0,4}(?:ti|sl)\d+$")
_FAR = 100_000
_ABOVE = 0.2
"""How far above the baseline superior figures begin, in type sizes; the usual ones begin on it."""

_LINE_END_HYPHEN = "\x02"
_CODES = "\x0b\x0c\x0d\x0e\x0f\x1b\x1c\x1d\x1e\x1f"
"""Not white space where they are printed: codes of a font that does not say what they mean."""


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, ValueError, OSError):
        pass


def main(path: str, max_pages: int, max_characters: int) -> None:
    """Write the pages of a PDF to standard output."""
    import pypdfium2  # noqa: PLC0415 - after the limit

    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        _say({"error": "encrypted" if "password" in str(error).lower() else str(error)})
        return
    count = len(pdf)
    _say({"pages": count, "title": pdf.get_metadata_value("Title")})
    left = max_characters
    for number in range(min(count, max_pages)):
        try:
            page = pdf[number]
            found = _page(page, left)
        except pypdfium2.PdfiumError as error:
            _say({"broken": str(error)})
            continue
        left -= len(found["text"])
        _say(found)
        page.close()
        if left <= 0:
            return


def _say(value: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(value) + "\n")


def _page(page: Any, limit: int) -> dict[str, Any]:  # noqa: ANN401 - pypdfium2 has no types
    width, height = page.get_size()
    left, bottom, _right, _top = page.get_bbox()
    text = page.get_textpage()
    found = _Characters(text, left, bottom + height).read(limit)
    images = 0
    rules: list[list[float]] = []
    for item in page.get_objects(max_depth=_FORM_DEPTH):
        images += item.type == _IMAGE
        if item.type == _PATH and len(rules) < _MAX_RULES and (bounds := _bounds(item)):
            x0, y0, x1, y1 = bounds
            if y1 - y0 <= _THIN and x1 - x0 >= _SHORTEST:
                rules.append([round(x0 - left, 2), round(x1 - left, 2), round(bottom + height - (y0 + y1) / 2, 2)])
    text.close()
    return {"width": width, "height": height, "images": images, "rules": rules, **found}


def _bounds(item: Any) -> tuple[float, float, float, float] | None:  # noqa: ANN401 - pypdfium2 has no types
    import pypdfium2  # noqa: PLC0415 - after the limit

    try:
        x0, y0, x1, y1 = item.get_bounds()
    except pypdfium2.PdfiumError:
        return None  # a path without bounds is no rule
    return x0, y0, x1, y1


class _Characters:
    """The characters of a page in the order of the file."""

    def __init__(self, text: Any, left: float, top: float) -> None:  # noqa: ANN401 - pypdfium2 has no types
        from pypdfium2 import raw  # noqa: PLC0415 - after the limit

        self._raw, self._text, self._left, self._top = raw, text, left, top
        self._place = ctypes.c_double(), ctypes.c_double()
        self._ink = ctypes.c_double(), ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
        self._rectangle = raw.FS_RECTF()
        self._matrix, self._flags = raw.FS_MATRIX(), ctypes.c_int()
        self._name = ctypes.create_string_buffer(128)

    def read(self, limit: int) -> dict[str, Any]:
        """Parallel lists; `boxes` has None for white space, else left, right, baseline, size, style.

        White space is a blank where the file has it, a line break where PDFium takes it to be.
        """
        chars: list[str] = []
        boxes: list[list[float] | None] = []
        turned = 0
        for index in range(min(self._text.count_chars(), limit)):
            char = chr(self._raw.FPDFText_GetUnicode(self._text, index) % 0x110000)
            generated = self._raw.FPDFText_IsGenerated(self._text, index) == 1
            if char != _LINE_END_HYPHEN and (generated or (char.isspace() and char not in _CODES)):
                chars.append("\n" if generated else " ")
                boxes.append(None)
            elif (box := self._box(index)) is not None:
                chars.append(char)
                boxes.append(box)
            else:
                turned += 1
        return {"text": "".join(chars), "boxes": boxes, "turned": turned}

    def _box(self, index: int) -> list[float] | None:
        """None for a character that does not run from left to right, or has no place."""
        raw, rectangle, (x, y) = self._raw, self._rectangle, self._place
        placed = (
            raw.FPDFText_GetLooseCharBox(self._text, index, rectangle)  # as wide as its advance, not as its ink
            and raw.FPDFText_GetMatrix(self._text, index, self._matrix)
            and raw.FPDFText_GetCharOrigin(self._text, index, x, y)
        )
        matrix = self._matrix
        if not placed or abs(matrix.b) > abs(matrix.a):
            return None
        size = raw.FPDFText_GetFontSize(self._text, index) * (math.hypot(matrix.c, matrix.d) or 1)
        box = [rectangle.left - self._left, rectangle.right - self._left, self._top - y.value, size]
        if not all(math.isfinite(value) and abs(value) < _FAR for value in box):
            return None
        return [*(round(value, 2) for value in box), self._style(index) + 4 * self._superior(index, y.value, size)]

    def _superior(self, index: int, baseline: float, size: float) -> bool:
        """Whether a letter or digit is drawn above the baseline it stands on, as the superior figures of a font are."""
        if not chr(self._raw.FPDFText_GetUnicode(self._text, index) % 0x110000).isalnum():
            return False
        left, right, bottom, top = self._ink
        drawn = self._raw.FPDFText_GetCharBox(self._text, index, left, right, bottom, top)
        return bool(drawn) and top.value > bottom.value > baseline + _ABOVE * size

    def _style(self, index: int) -> int:
        """1 for bold, 2 for italic, 3 for both: by the font's name, its weight and its flags."""
        self._flags.value = 0
        self._raw.FPDFText_GetFontInfo(self._text, index, self._name, 128, self._flags)
        name = self._name.value.lower()
        bold = b"bold" in name or b"black" in name or self._raw.FPDFText_GetFontWeight(self._text, index) >= _BOLD
        italic = self._flags.value & _ITALIC_FLAG or _ITALIC_NAME.search(name)
        return bool(bold) + 2 * bool(italic)


if __name__ == "__main__":
    _limit_memory()
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
