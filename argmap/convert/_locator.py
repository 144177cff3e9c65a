"""Citations in a map: `@weathersby2002 [9-12]; @avprf-059a-5a-3-11 [listy 87-91]`."""

import re

from argmap.model import Citation, Locator, LocatorLabel

_CITATION = re.compile(r"@([^\s;\[\]@\"]+)\s*(?:\[([^\[\]]*)\])?")
_FIRST_WORD = re.compile(r"(§+|[^\W\d_]+\.?)\s*(?=\S)")
_PLACE = re.compile(r"[\divxlcdm]+[\w,;.:/–—-]*(?:\s+[\d–—-][\w,;.:/–—-]*|\s+(?:and|und|et)\s+\d+)*", re.IGNORECASE)

_WORDS: dict[LocatorLabel, str] = {
    "page": "p pp pg page pages s seite seiten с стр",
    "folio": "f ff fo fol fols folio folios l ll list listy lists leaf leaves л лл",
    "chapter": "ch chap chaps chapter chapters",
    "volume": "vol vols volume volumes bd",
    "section": "sec sect section sections § §§ para par",
    "line": "line lines",
    "column": "col cols column columns",
    "note": "n nn note notes fn",
}
_LABELS: dict[str, LocatorLabel] = {word: label for label, words in _WORDS.items() for word in words.split()}
_WRITTEN: dict[LocatorLabel, str] = {
    "page": "pp.",
    "folio": "fol.",
    "chapter": "ch.",
    "volume": "vol.",
    "section": "sec.",
    "line": "line",
    "column": "col.",
    "note": "n.",
}


def parse_locator(words: str) -> Locator | None:
    """The place in words: `9-12` and `pp. 9-12` are pages, `fol. 3` and `listy 87-91` folios; None if empty."""
    words = " ".join(words.split())
    if not words:
        return None
    first = _FIRST_WORD.match(words)
    label = _LABELS.get(first[1].rstrip(".").casefold()) if first else None
    if first and label:
        return Locator(label=label, value=words[first.end() :])
    return Locator(label="page" if _PLACE.fullmatch(words) else "other", value=words)


def write_locator(locator: Locator) -> str:
    """The shortest words that `parse_locator` reads as this place."""
    plain = Locator(label=locator.label, value=locator.value)
    if parse_locator(locator.value) == plain:
        return locator.value
    return f"{_WRITTEN.get(locator.label, '')} {locator.value}".strip()


def parse_citations(words: str) -> tuple[tuple[Citation, ...], tuple[str, ...]]:
    """The citations in a `cite` field, and the stretches that are none."""
    found, strange = [], []
    for stretch in _split(words):
        citation = _CITATION.fullmatch(stretch)
        if citation is None:
            strange.append(stretch)
        else:
            found.append(Citation(source=citation[1], locator=parse_locator(citation[2] or "")))
    return tuple(found), tuple(strange)


def write_citations(citations: tuple[Citation, ...]) -> str:
    """The `cite` field."""
    return "; ".join(
        f"@{citation.source}" + (f" [{write_locator(citation.locator)}]" if citation.locator else "")
        for citation in citations
    )


def _split(words: str) -> list[str]:
    """Cut at every `;` that is not inside brackets."""
    parts, begin, depth = [], 0, 0
    for place in re.finditer(r"[;\[\]]", words):
        if place[0] != ";":
            depth = 1 if place[0] == "[" else 0
        elif depth == 0:
            parts.append(words[begin : place.start()])
            begin = place.end()
    parts.append(words[begin:])
    return [part.strip() for part in parts if part.strip()]
