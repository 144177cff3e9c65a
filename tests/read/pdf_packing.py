"""Builds small PDFs for the tests: text set in Courier, whose letters are all as wide, so that every place is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 420.0, 595.0
_ADVANCE = 0.6
_FONTS = {"roman": "/F1", "bold": "/F2", "italic": "/F3", "superior": "/F4"}
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(slots=True)
class PageDraft:
    """A page: text at places (from the top left corner, in points) and horizontal rules.

    With `superior` raised signs are superior figures of a font, as large as the text and on its baseline; `spacing` is
    the white between letters.
    """

    commands: list[str] = field(default_factory=list)
    superior: bool = False
    spacing: float = 0

    def text(self, x: float, y: float, words: str, size: float = 10, font: str = "roman") -> float:
        """Set words on a baseline; `^7^` raises a 7. Returns where the next letter would stand."""
        for index, piece in enumerate(words.split("^")):
            if not piece:
                continue
            raised = index % 2 == 1
            here, up = (size * 0.6, size * 0.35) if raised and not self.superior else (size, 0)
            used = _FONTS["superior" if raised and self.superior else font]
            code = piece.replace("†", "\x86").replace("‡", "\x87").replace("“", "\x93").replace("”", "\x94")
            code = code.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            place = f"1 0 0 1 {x:.2f} {HEIGHT - y + up:.2f} Tm"
            self.commands.append(f"BT {used} {here:.2f} Tf {self.spacing} Tc {place} ({code}) Tj ET")
            x += len(piece) * (here * _ADVANCE + self.spacing)
        return x

    def rule(self, x: float, y: float, length: float) -> None:
        """Draw a thin rule."""
        self.commands.append(f"{x:.2f} {HEIGHT - y:.2f} {length:.2f} 0.5 re f")


def wrap(words: str, width: float, size: float = 10, indent: float = 0) -> list[str]:
    """Lines of a paragraph; the raised signs do not count."""
    lines: list[str] = [""]
    room = width - indent
    for word in words.split():
        line = f"{lines[-1]} {word}".strip()
        if len(line.replace("^", "")) * size * _ADVANCE > room and lines[-1]:
            lines.append(word)
            room = width
        else:
            lines[-1] = line
    return lines


def pdf(pages: Iterable[PageDraft], extra: str = "", title: str = "") -> bytes:
    """The file; `extra` goes into the trailer, the title into the file's properties."""
    drafts = list(pages)
    first = 9
    kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(drafts)))
    encoding = "/Encoding /WinAnsiEncoding"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(drafts)} >>",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Courier {encoding} >>",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold {encoding} >>",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Oblique {encoding} >>",
        *_superior_figures(drawn=7),
        f"<< /Title ({title}) >>",
    ]
    for index, draft in enumerate(drafts):
        resources = "<< /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R /F4 6 0 R >> >>"
        box = f"[0 0 {WIDTH:.0f} {HEIGHT:.0f}]"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Resources {resources} /Contents {first + 1 + 2 * index} 0 R >>"
        )
        stream = "\n".join(draft.commands)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    return _file(objects, f"/Info 8 0 R {extra}")


def _superior_figures(drawn: int) -> list[str]:
    """A font of figures that are drawn above their baseline, and their shape; `drawn` is the shape's number."""
    widths = " ".join(["600"] * 10)
    names = " ".join(f"/{name}" for name in _DIGITS)
    procedures = " ".join(f"/{name} {drawn} 0 R" for name in _DIGITS)
    shape = "600 0 50 350 550 700 d1 50 350 500 350 re f"
    font = "/Type /Font /Subtype /Type3 /FontBBox [0 0 600 800] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 48 /LastChar 57"
    meant = f"/Encoding << /Differences [48 {names}] >> /CharProcs << {procedures} >>"
    return [
        f"<< {font} /Widths [{widths}] {meant} /Resources << >> >>",
        f"<< /Length {len(shape)} >>\nstream\n{shape}\nendstream",
    ]


def nameless_pdf(words: str) -> bytes:
    """A page of one line in a bitmap font whose characters have codes and no names, as TeX's old ones."""
    widths = " ".join(["600"] * 128)
    names = " ".join(f"/a{code}" for code in range(128))
    font = "/Type /Font /Subtype /Type3 /FontBBox [0 0 600 800] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 0 /LastChar 127"
    glyph = "600 0 0 0 600 800 d1 0 0 600 800 re f"
    hexed = words.encode("latin-1").hex()
    stream = f"BT /F1 10 Tf 1 0 0 1 40 500 Tm <{hexed}> Tj ET"
    procedures = " ".join(f"/a{code} 6 0 R" for code in range(128))
    return _file(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
            f"<< {font} /Widths [{widths}] /CharProcs << {procedures} >> /Encoding << /Differences [0 {names}] >> >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
            f"<< /Length {len(glyph)} >>\nstream\n{glyph}\nendstream",
        ],
        "",
    )


def _file(objects: Sequence[str], extra: str) -> bytes:
    out = "%PDF-1.4\n"
    places = []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{item}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(
        f"{place:010d} 00000 n \n" for place in places
    )
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {extra} >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")
