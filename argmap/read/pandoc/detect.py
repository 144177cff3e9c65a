"""Whether a text is in one of the markup languages that Pandoc reads: by what stands in it, and then by its name."""

import re

from argmap.model import Format

_SUFFIXES: dict[str, Format] = {
    ".tex": "latex", ".latex": "latex", ".ltx": "latex", ".rst": "rst", ".rest": "rst", ".org": "org",
    ".wiki": "mediawiki", ".mediawiki": "mediawiki", ".jats": "jats", ".nxml": "jats",
}  # fmt: skip
_JATS = re.compile(r"<article\b[^<>]{0,1000}>\s{0,1000}<(?:front|body|processing-meta)\b|<!DOCTYPE article\b")
_LATEX = re.compile(r"^[ \t]{0,20}\\(?:documentclass|begin\{document\})", re.MULTILINE)
_MARKUP = re.compile(r"\s{0,1000}<(?:\?xml|!doctype\s|html|head|body)\b", re.IGNORECASE)
_ORG = re.compile(r"^#\+(?:TITLE|AUTHOR|OPTIONS):", re.MULTILINE | re.IGNORECASE)
_ORG_NOTE = re.compile(r"^\[fn:[\w-]{1,100}\]", re.MULTILINE)
_RST_NOTE = re.compile(r"^\.\. \[(?:[0-9]{1,5}|\*|#[\w.+:-]{0,100})\]", re.MULTILINE)
_WIKI_NOTE = re.compile(r"<ref(?:\s[^<>]{0,400})?>")
_WIKI_SIGN = re.compile(
    r"^={1,6}[^=\n]{1,300}={1,6}[ \t]{0,9}$|\[\[[^\[\]\n]{1,300}\]\]|\'{3}|<references\b", re.MULTILINE
)


def pandoc_format(text: str, suffix: str) -> Format | None:
    """The format, if it is one for Pandoc; `suffix` is that of the file's name, in lower case."""
    head = text[:200_000]
    return _plain_to_see(head) or _SUFFIXES.get(suffix) or _by_notes(text)


def _plain_to_see(head: str) -> Format | None:
    if _JATS.search(head[:20_000]):
        return "jats"
    if _LATEX.search(head):
        return "latex"
    return None


def _by_notes(text: str) -> Format | None:
    """By the way in which notes are written."""
    if _MARKUP.match(text):
        return None
    if _ORG.search(text[:5_000]) or _ORG_NOTE.search(text):
        return "org"
    if _RST_NOTE.search(text):
        return "rst"
    return "mediawiki" if _WIKI_NOTE.search(text) and _WIKI_SIGN.search(text) else None
