"""What each of the real files with notes holds, counted from its XML or by Pandoc, and that none of it is lost."""

import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from lxml import etree

from argmap.model import Document
from argmap.pandoc import find_pandoc
from argmap.read import read

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Word(NamedTuple):
    """A .docx: its notes, notes of several paragraphs, hyperlinks in notes, tables in the text, paragraphs as read, what is lost."""

    footnotes: int
    endnotes: int
    long: int
    links: int
    tables: int
    paragraphs: int
    lost: tuple[str, ...] = ()


_FURNITURE = ("page footer", "page header")
DOCX = {
    "docx2python_example": Word(2, 2, 0, 0, 2, 34, ("image", *_FURNITURE)),
    "mammoth_endnotes": Word(0, 2, 0, 0, 0, 1),
    "mammoth_footnote-hyperlink": Word(1, 0, 0, 1, 0, 0),
    "mammoth_footnotes": Word(2, 0, 0, 0, 0, 1),
    "metypeset_036": Word(1, 0, 0, 0, 0, 1),
    "metypeset_Footnote": Word(1, 0, 0, 0, 0, 1),
    "metypeset_Zotero2": Word(3, 0, 0, 0, 0, 3),
    "pandoc_test_docx_golden_custom_style_preserve": Word(2, 0, 0, 0, 0, 8),
    "pandoc_test_docx_golden_link_in_notes": Word(1, 0, 0, 1, 0, 1),
    "pandoc_test_docx_golden_notes": Word(2, 0, 0, 0, 0, 1),
    "pandoc_test_docx_link_in_notes": Word(1, 0, 0, 1, 0, 1),
    "pandoc_test_docx_notes": Word(1, 1, 0, 0, 0, 1),
    "pandoc_test_docx_sdt_in_footnote": Word(1, 0, 0, 0, 0, 1),
    "poi_Bug54849": Word(1, 1, 0, 0, 2, 17, _FURNITURE),
    "poi_bug65649": Word(6, 0, 1, 0, 21, 12158, ("image",)),
    "poi_endnotes": Word(0, 1, 0, 0, 0, 10),
    "poi_footnotes": Word(1, 0, 0, 0, 0, 1),
    "poi_form_footnotes": Word(1, 0, 0, 0, 6, 96, ("image", "symbol")),
    "poi_table_footnotes": Word(1, 0, 0, 0, 1, 3),
    "tei_docxGeneral": Word(3, 1, 1, 0, 2, 156),
    "tei_hyperlinktest": Word(7, 7, 0, 14, 0, 7),
    "tei_test-rtf2tei": Word(1, 0, 0, 0, 1, 74),
    "tei_test18": Word(4, 0, 0, 1, 0, 2),
    "tei_test29": Word(3, 0, 0, 0, 2, 115),
    "tei_test37": Word(1, 0, 0, 1, 0, 8, ("symbol",)),
    "tei_test39": Word(3, 1, 1, 0, 2, 156),
    "tei_testNotes2": Word(4, 0, 0, 1, 0, 2),
}


class Parts:
    """A .docx as its XML says, read apart from argmap."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            roots = {
                name: etree.fromstring(archive.read(f"word/{name}.xml"))
                for name in ("document", "footnotes", "endnotes")
                if f"word/{name}.xml" in names
            }
        self.body = roots["document"]
        self.notes = {
            series: [note for note in roots.get(f"{series}s", ()) if note.get(f"{_W}type") in {None, "normal"}]
            for series in ("footnote", "endnote")
        }
        self.calls = [
            (series, str(item.get(f"{_W}id")))
            for item in self.body.iter(f"{_W}footnoteReference", f"{_W}endnoteReference")
            for series in [str(item.tag).removeprefix(_W).removesuffix("Reference")]
        ]

    def words(self) -> dict[tuple[str, str], str]:
        """The letters of every note."""
        return {
            (series, str(note.get(f"{_W}id"))): _letters_of(note)
            for series in self.notes
            for note in self.notes[series]
        }


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _letters_of(element: etree._Element) -> str:
    return _letters("".join(item.text or "" for item in element.iter(f"{_W}t")))


def _said(document: Document) -> list[str]:
    """The words of the notes, call by call."""
    return [_letters(document.note_of[marker.note].text) for marker in document.markers if marker.note]


@pytest.mark.parametrize("name", DOCX)
def test_docx(data: Path, name: str) -> None:
    path = data / "notes" / "docx-notes" / f"{name}.docx"
    parts, row = Parts(path), DOCX[name]
    every = [*parts.notes["footnote"], *parts.notes["endnote"]]
    paragraphs = [[p for p in note.iter(f"{_W}p") if _letters_of(p)] for note in every]
    assert row[:5] == (
        len(parts.notes["footnote"]),
        len(parts.notes["endnote"]),
        sum(len(found) > 1 for found in paragraphs),
        sum(1 for note in every for _ in note.iter(f"{_W}hyperlink")),
        sum(1 for _ in parts.body.iter(f"{_W}tbl")),
    )
    document = read(path.read_bytes(), path.name)
    kinds = [note.kind for note in document.notes]
    assert (kinds.count("footnote"), kinds.count("endnote")) == row[:2]
    assert [marker.note is not None for marker in document.markers] == [True] * len(parts.calls)
    words = parts.words()
    assert _said(document) == [words[call] for call in parts.calls]
    assert len(document.paragraphs) == row.paragraphs
    assert set(row.lost) <= {loss.what for loss in document.losses}


def test_the_table_is_whole(data: Path) -> None:
    files = {path.stem for path in (data / "notes" / "docx-notes").glob("*.docx")}
    assert files == set(DOCX)


class Input(NamedTuple):
    """A Markdown input for Pandoc: its calls, and the notes that argmap gives (a note called twice is one)."""

    calls: int
    notes: int


COMMANDS = {
    "pandoc-citeproc-361": [Input(0, 0)],
    "pandoc-citeproc-53": [Input(0, 0)],
    "test_command_10791": [Input(1, 1)],
    "test_command_11362": [Input(2, 1)],
    "test_command_1279": [Input(0, 1)],
    "test_command_1718": [Input(1, 2)],
    "test_command_2378": [Input(1, 1)],
    "test_command_4061": [Input(1, 1)],
    "test_command_5367": [Input(5, 5)],
    "test_command_6723": [Input(0, 0)],
    "test_command_6890": [Input(1, 1)],
    "test_command_7006": [Input(1, 1)],
    "test_command_7497": [Input(0, 0), Input(1, 1)],
    "test_command_7723": [Input(1, 1)],
    "test_command_7761": [Input(1, 1)],
    "test_command_8240": [Input(1, 1)],
    "test_command_8770-block": [Input(5, 5)],
    "test_command_8770-document": [Input(5, 5)],
    "test_command_8770-section": [Input(5, 5)],
    "test_command_9576": [Input(1, 1)],
    "test_command_citeproc-7a": [Input(1, 1)],
    "test_command_citeproc-7b": [Input(2, 2)],
    "test_command_pandoc-citeproc-13": [Input(0, 0)],
    "test_command_pandoc-citeproc-197": [Input(0, 0)],
    "test_command_pandoc-citeproc-31": [Input(0, 0)],
    "test_command_pandoc-citeproc-322": [Input(0, 0)],
    "test_command_pandoc-citeproc-351": [Input(0, 0)],
    "test_command_pandoc-citeproc-360": [Input(0, 0)],
    "test_command_pandoc-citeproc-361": [Input(0, 0)],
    "test_command_pandoc-citeproc-365": [Input(0, 0)],
    "test_command_pandoc-citeproc-437": [Input(0, 0)],
    "test_command_pandoc-citeproc-53": [Input(0, 0)],
    "test_command_pandoc-citeproc-61": [Input(0, 0)],
    "test_command_pandoc-citeproc-68": [Input(0, 0)],
    "test_command_pandoc-citeproc-77": [Input(0, 0)],
    "test_command_pandoc-citeproc-82": [Input(1, 1)],
    "test_command_pandoc-citeproc-chicago-author-date": [Input(3, 3)],
    "test_command_pandoc-citeproc-chicago-fullnote-bibliography": [Input(3, 3)],
    "test_command_pandoc-citeproc-ieee": [Input(3, 3)],
    "test_command_pandoc-citeproc-locators-delimited": [Input(0, 0)],
    "test_command_pandoc-citeproc-locators-integrated": [Input(0, 0)],
    "test_command_pandoc-citeproc-move-period-inside-quote": [Input(0, 0)],
    "test_command_pandoc-citeproc-page-range": [Input(0, 0)],
}
WHOLE = {
    "test_markdown-citations.txt": Input(3, 3),
    "test_odt_markdown_endnote.md": Input(1, 1),
    "test_odt_markdown_footnote.md": Input(1, 1),
    "test_testsuite.txt": Input(5, 5),
}
_COMMAND = re.compile(r"^```+[^\n]*\n% pandoc([^\n]*)\n(.*?)^\^D\n", re.DOTALL | re.MULTILINE)
_FROM = re.compile(r"(?:^|\s)(?:-f|-r|--from|--read)[ =]?(\S+)")


def _inputs(path: Path) -> Iterator[tuple[str, str]]:
    """The Markdown texts in one of Pandoc's command tests: format, text."""
    for match in _COMMAND.finditer(path.read_text(encoding="utf-8")):
        form = _FROM.search(match.group(1))
        name = form.group(1) if form else "markdown"
        if re.split(r"[+-]", name)[0] == "markdown":
            yield name, match.group(2)


def _notes_of(tree: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """The letters of all notes in Pandoc's JSON."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if node.get("t") == "Note":
                yield _letters(" ".join(_words_of(node["c"])))
            waiting.extend(reversed(list(node.values())))
        elif isinstance(node, list):
            waiting.extend(reversed(node))


def _words_of(tree: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Words of a note; a picture's are none (argmap lists them as lost)."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict) and node.get("t") == "Str":
            yield node["c"]
        elif isinstance(node, dict) and node.get("t") in {"Code", "CodeBlock", "Math"}:
            yield node["c"][1]
        elif isinstance(node, dict) and node.get("t") not in {"Note", "Figure", "Image"}:
            waiting.append(node.get("c"))


def _by_pandoc(text: str, form: str) -> list[str]:
    command = [find_pandoc("-", "Markdown"), "-f", form, "-t", "json", "--sandbox"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    return list(_notes_of(json.loads(done.stdout)["blocks"]))


@pytest.mark.parametrize("name", COMMANDS)
def test_inputs_of_pandoc_commands(data: Path, name: str) -> None:
    found = []
    for form, text in _inputs(data / "notes" / "pandoc-footnotes" / f"{name}.md"):
        document = read(text.encode(), "input.md")
        assert _said(document) == _by_pandoc(text, form)
        found.append(Input(len(_said(document)), len(document.notes)))
    assert found == COMMANDS[name]


@pytest.mark.parametrize("name", WHOLE)
def test_whole_files(data: Path, name: str) -> None:
    text = (data / "notes" / "pandoc-footnotes" / name).read_text(encoding="utf-8")
    document = read(text.encode(), name)
    assert _said(document) == _by_pandoc(text, "markdown")
    assert Input(len(_said(document)), len(document.notes)) == WHOLE[name]


def test_the_second_table_is_whole(data: Path) -> None:
    files = {path for path in (data / "notes" / "pandoc-footnotes").iterdir() if path.stem != "README"}
    assert {path.name for path in files} == {*(f"{name}.md" for name in COMMANDS), *WHOLE}
