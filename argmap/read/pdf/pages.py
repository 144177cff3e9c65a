"""A PDF's pages as characters with their places; PDFium reads them in a process of its own."""

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from argmap.errors import BrokenFileError, ExtraMissingError, ReaderFailedError, TooLargeError, TooManyPartsError
from argmap.read.pdf.letters import Layout, accented, layout_of, meaning

_MAX_BYTES = 200_000_000
_MAX_PAGES = 3000
_MAX_CHARACTERS = 12_000_000
_SECONDS = 240


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character: its edges, baseline (from the top of the page) and size in points.

    `superior` says whether it is drawn above its baseline, `spaced` whether white space stands before it in the file,
    and `guessed` whether PDFium takes it to stand there.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool
    superior: bool
    spaced: bool
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page; `rules` are thin horizontal lines: left end, right end, distance from the top.

    `turned` counts characters that do not run from left to right, `unknown` those that no font explains.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[tuple[float, float, float], ...]
    images: int
    turned: int
    unknown: int = 0


def read_pages(data: bytes, path: str) -> tuple[list[Page], str | None, list[int]]:
    """The pages, the title in the file's properties, and the numbers of pages that could not be read.

    Raises:
        ExtraMissingError: The library is not installed.
        BrokenFileError: Damaged or encrypted.
        TooLargeError, TooManyPartsError: More than argmap reads.
        ReaderFailedError: PDFium crashed, or took too long.
    """
    if len(data) > _MAX_BYTES:
        raise TooLargeError(path, _MAX_BYTES)
    if importlib.util.find_spec("pypdfium2") is None:
        raise ExtraMissingError(path, "PDF", "pdf", "")
    lines = _extract(data, path)
    head = next(lines, None)
    if head is None:
        raise ReaderFailedError(path, "PDFium", "it gave nothing")
    if "error" in head:
        why = "it is encrypted: save it without a password" if head["error"] == "encrypted" else str(head["error"])
        raise BrokenFileError(path, "PDF", why)
    if head["pages"] > _MAX_PAGES:
        raise TooManyPartsError(path, "pages", _MAX_PAGES)
    pages, broken, total = [], [], 0
    layout: Layout = "unicode"
    for number, found in enumerate(lines, 1):
        if "broken" in found:
            broken.append(number)
            continue
        layout = layout_of(found["text"], layout)
        pages.append(_page(number, found, layout))
        total += len(found["text"])
    if total >= _MAX_CHARACTERS:
        raise TooManyPartsError(path, "characters", _MAX_CHARACTERS)
    return pages, " ".join(head["title"].split()) or None, broken


def _extract(data: bytes, path: str) -> Iterator[dict[str, Any]]:
    script = Path(__file__).with_name("extract.py")
    with tempfile.TemporaryDirectory(prefix="argmap-") as folder:
        name = Path(folder) / "essay.pdf"
        name.write_bytes(data)
        command = [sys.executable, "-I", str(script), str(name), str(_MAX_PAGES), str(_MAX_CHARACTERS)]
        with (Path(folder) / "pages").open("w+b") as out:
            try:
                status = subprocess.run(
                    command, stdout=out, stderr=subprocess.DEVNULL, timeout=_SECONDS, check=False, env=_environment()
                ).returncode
            except subprocess.TimeoutExpired:
                raise ReaderFailedError(path, "PDFium", f"it took more than {_SECONDS} seconds") from None
            if status:
                raise ReaderFailedError(path, "PDFium", f"it stopped with status {status}")
            out.seek(0)
            for line in out:
                yield json.loads(line)


def _environment() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key in {"PATH", "SYSTEMROOT", "TMP", "TEMP", "LANG"}}


def _page(number: int, found: dict[str, Any], layout: Layout) -> Page:
    glyphs: list[Glyph] = []
    before: str | None = None
    unknown = 0
    for char, box in zip(found["text"], found["boxes"], strict=True):
        if box is None:
            before = " " if before == " " else char
            continue
        x0, x1, y, size, style = box
        text = meaning(char, layout)
        unknown += text is None
        if text and size > 0 and x1 >= x0:
            styles = bool(style & 1), bool(style & 2), bool(style & 4)
            _put(Glyph(text, x0, x1, y, size, *styles, before == " ", before == "\n"), glyphs)
        before = None
    rules = tuple((rule[0], rule[1], rule[2]) for rule in found["rules"])
    turned = found["turned"]
    return Page(number, found["width"], found["height"], tuple(glyphs), rules, found["images"], turned, unknown)


def _put(glyph: Glyph, glyphs: list[Glyph]) -> None:
    """Add a character; an accent and the letter that it is printed over become one."""
    if glyphs and _stacked(last := glyphs[-1], glyph):
        for accent, letter in ((last, glyph), (glyph, last)):
            if whole := accented(accent.text, letter.text):
                glyphs[-1] = replace(letter, text=whole, spaced=last.spaced, guessed=last.guessed)
                return
    glyphs.append(glyph)


def _stacked(one: Glyph, other: Glyph) -> bool:
    """Whether the middle of each of two characters is inside the other's edges."""
    middles = (one.x0 + one.x1) / 2, (other.x0 + other.x1) / 2
    return other.x0 < middles[0] < other.x1 and one.x0 < middles[1] < one.x1 and abs(one.y - other.y) < one.size
