"""The metadata at the head of a Markdown file: YAML between dashes, or Pandoc's lines that begin with a per cent sign."""

import re

import yaml

from argmap.read.markdown.inline import scan

_YAML = re.compile(
    r"---[ \t]*\r?\n(?=[^\r\n]*\S)(?P<yaml>(?:.|\n){0,65536}?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE
)
_PERCENT = re.compile(r"%(?P<title>[^\r\n]*)(?:\r?\n|\Z)(?:[ \t]+[^\r\n]+(?:\r?\n|\Z)|%[^\r\n]*(?:\r?\n|\Z)){0,8}")


def front_matter(text: str) -> tuple[str | None, int]:
    """The title, if the file gives one, and where the text itself begins."""
    if match := _YAML.match(text):
        known, title = _yaml_title(match["yaml"])
        return (title, match.end()) if known else (None, 0)
    if match := _PERCENT.match(text):
        return _clean(match["title"]), match.end()
    return None, 0


def _yaml_title(source: str) -> tuple[bool, str | None]:
    """Whether this is metadata at all, and the title in it."""
    try:
        values = yaml.safe_load(source)
    except (yaml.YAMLError, RecursionError, ValueError):
        return False, None
    if not isinstance(values, dict):
        return False, None
    title = values.get("title")
    return True, _clean(str(title)) if isinstance(title, str | int | float) else None


def _clean(title: str) -> str | None:
    """A title as a reader sees it: without markup and markers."""
    pieces = scan(title, frozenset()).pieces
    seen = (piece.text or title[piece.start : piece.end] for piece in pieces if piece.kind in {"copy", "put"})
    return " ".join("".join(seen).split()) or None
