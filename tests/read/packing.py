"""Builds small .docx files for the tests, part by part."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def words(text: str) -> str:
    """A run with these words."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def call(number: int, series: str = "footnote") -> str:
    """A run with a note's reference."""
    return f'<w:r><w:{series}Reference w:id="{number}"/></w:r>'


def paragraph(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph; a run without markup is wrapped as words."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(run if run.startswith("<") else words(run) for run in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def notes(series: str, texts: Mapping[int, str]) -> str:
    """A part of notes, with Word's two separators; values are words, or paragraphs as XML."""
    separators = f'<w:{series} w:type="separator" w:id="-1"><w:p/></w:{series}>'
    separators += f'<w:{series} w:type="continuationSeparator" w:id="0"><w:p/></w:{series}>'
    bodies = "".join(
        f'<w:{series} w:id="{number}">{text if text.startswith("<") else paragraph(text)}</w:{series}>'
        for number, text in texts.items()
    )
    return f'<w:{series}s xmlns:w="{W}">{separators}{bodies}</w:{series}s>'


def wrapped(tag: str, inside: str) -> str:
    """A part with one root."""
    return f'<w:{tag} xmlns:w="{W}">{inside}</w:{tag}>'


def relations(targets: Mapping[str, str]) -> str:
    """A part of relationships: targets by type."""
    items = "".join(
        f'<Relationship Id="r{index}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}">{items}</Relationships>'


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, extra: Mapping[str, str] | None = None) -> bytes:
    """A .docx with this body; `extra` are further parts, by the type of the relationship to them."""
    extra = extra or {}
    parts = {f"word/{kind}.xml": content for kind, content in extra.items()}
    return archive(
        {
            "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
            "word/_rels/document.xml.rels": relations({kind: f"{kind}.xml" for kind in extra}),
            "word/document.xml": wrapped("document", f"<w:body>{body}</w:body>"),
            **parts,
        }
    )
