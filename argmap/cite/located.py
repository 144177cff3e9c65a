"""Documents of which words say where they are kept: "… located in the Elm Collection at the Marsh Society, Box 5, Folder 3"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from argmap.cite.anchors import has_anchor
from argmap.cite.documents import is_document, parse_document
from argmap.cite.held import parse_held
from argmap.cite.hints import holds_any
from argmap.cite.lexicon import DOCUMENT_NOUNS, listed
from argmap.cite.names import read_names
from argmap.cite.work import Work, clean

_HINTS = ("ollection", "apers", "ecords", "rchive", "ibrary", "ociety", "useum", "onds", "Files")
_KEPT = r"(?:located|held|housed|kept|preserved|deposited|stored|found|available)\s(?:in|at|by|among|with)"
_VERB = r"(?:(?:that|which)\s)?(?:(?:is|are|was|were|can\sbe|may\sbe|now)\s){0,2}"
_GATHERED = r"(?:[Cc]ollections?|[Pp]apers|[Rr]ecords|[Ff]onds|[Ff]iles)"
_LEADS = re.compile(
    rf"(?:^|[,.;]?\s)(?:{_VERB}(?i:{_KEPT})|(?:(?<=[,.]\s)|^)[Ii]n)\s(?=(?:the\s)?[^\W\d_a-zß-ÿ][^,.;:()\d]{{2,90}}\b(?:{_GATHERED}|Archives?|Library|Society|Museum)\b)"
)
"""What leads to the archive behind a document."""
_OPENS = re.compile(r"(?i:located|held|housed|kept|preserved|deposited|in)\s")
_AT = re.compile(
    rf"(?:the\s)?(?P<collection>[^,.;:()\d]{{2,90}}?\b{_GATHERED})(?:\s(?:at|of|in|held\s(?:at|by))\s|,\s)(?:the\s)?(?P<keeper>[^\W\d_a-zß-ÿ][^,;:()\d]{{2,90}}?)(?=[,.]|$)"
)
_NAMES = re.compile(r"(?:(?:of|the|for|and|de|du|des|der|di|del|la|in|at|&)\s|[^\W\d_a-zß-ÿ][^\s,]*\s?){1,14}")
_GENRE = re.compile(r"(?P<genre>[^“”\"«»,]{3,60}),?\s[“\"«](?P<title>[^“”\"«»]{2,200}?)[,.]?[”\"»]?$")
_PAPER = re.compile(
    rf"(?:{'|'.join(DOCUMENT_NOUNS)}|sheets?|pro(?:gramme|gram|spectus)|scripts?|leaflet|brochure|flyer|pamphlet|clippings?|release|draft|list|form|catalogue|poster|photographs?|statement)$",
    re.IGNORECASE,
)
"""What kind of paper stands before a title: "Programme Sheet, “Old Radicals”"."""
_PRONOUNS = frozenset(listed("He She It They These This Those Both All Most"))
_LONGEST = 700


@dataclass(frozen=True, slots=True)
class _Kept:
    """A document's words, and those that say where it is kept."""

    document: str
    holding: str


def parse_located(text: str, taught: Mapping[str, str]) -> Work | None:
    """Read one document with such words behind it, or such words alone; None for anything else."""
    kept = _split(text)
    if kept is None or _published(text):
        return None
    work = _holding(kept.holding, taught)
    return _with_document(kept.document, work, taught) if work else None


def leads_to_archive(text: str, document: str) -> bool:
    """Whether a sentence does nothing but say where the document before it is kept ("In the Elm Papers at the Marsh Library, Box 3.")."""
    if not _OPENS.match(text) or _published(document):
        return False
    kept = _split(text)
    return kept is not None and not kept.document and _holding(kept.holding, {}) is not None


def _split(text: str) -> _Kept | None:
    if len(text) > _LONGEST or not holds_any(text, _HINTS):
        return None
    match = _LEADS.search(text)
    return _Kept(text[: match.start()].rstrip(" ,.;"), text[match.end() :].rstrip(" .;")) if match else None


def _published(text: str) -> bool:
    return has_anchor(text, "imprint", "periodical", "url")


def _holding(words: str, taught: Mapping[str, str]) -> Work | None:
    """Read "the Elm collection at the Marsh Society, Series 2B, Box 5" and "the Marsh Library, Elm Papers, Box 5"."""
    match = _AT.match(words)
    if match is None:
        return parse_held(words.removeprefix("the "), taught)
    keeper, collection = match["keeper"], match["collection"]
    if not _NAMES.fullmatch(keeper):
        return None
    rest = words[match.end() :].strip(" ,.")
    if rest:
        return parse_held(f"{keeper}, {collection}, {rest}", {**taught, keeper: ""})
    return Work({"type": "document", "archive": keeper, "archive_collection": clean(collection)})


def _with_document(words: str, work: Work, taught: Mapping[str, str]) -> Work:
    """Add what the words before say of the document: author, kind, title, day."""
    if not words or words in _PRONOUNS:
        return work
    names = read_names(words)
    whole = bool(names.names and names.names[0].given) and words[names.end : names.end + 1] == ","
    named = whole and not is_document(words) and not _PAPER.search(words[: names.end])
    document = parse_document(words[names.end :].strip(" ,") if named else words, None, taught)
    if named:
        work.put(author=names.names)
    work.put(**{key: value for key, value in document.fields.items() if key != "type"})
    if match := _GENRE.search(work.fields.get("title") or ""):
        work.fields.update(genre=match["genre"], title=match["title"])
    return work
