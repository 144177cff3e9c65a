"""MediaWiki: `<ref name=…/>` used again, groups, notes listed under `<references>`, and the common templates for notes."""

import re

from argmap.read.pandoc.tags import Tag, Tagged, Tagger, rewritten

_TOKEN = re.compile(
    r"(?P<comment><!--.*?(?:-->|\Z))"
    r"|<(?P<raw>nowiki|pre|syntaxhighlight)\b[^<>]*(?<!/)>"
    r"|<ref(?P<attributes>(?:\s[^<>]{0,400}?)?)\s{0,9}(?P<empty>/)?>"
    r"|(?P<list><references\b[^<>]{0,400}(?<!/)>)"
    r"|(?P<listed></references\s{0,9}>)"
    r"|\{\{\s{0,9}(?P<template>sfnp?|efn|refn|r)\s{0,9}\|(?P<fields>[^{}]{0,4000})\}\}",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"\b(name|group)\s{0,9}=\s{0,9}(?:\"([^\"]{0,200})\"|'([^']{0,200})'|([^\s\"'/>]{1,200}))", re.IGNORECASE
)
_STYLES = {
    "lower-alpha": "lowerLetter", "upper-alpha": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
}  # fmt: skip
_CITED = re.compile(
    r"\{\{\s{0,9}(?:cite|citation|cite\s[\w ]{1,30}|Literatur|Internetquelle|Ouvrage|Article)\s{0,9}\|", re.IGNORECASE
)
_LAST = ("last", "last1", "author", "author1", "Autor", "nom", "nom1")
_FIRST = ("first", "first1", "prénom", "prénom1")
_SILENT = frozenset(
    {"access-date", "accessdate", "url-status", "archive-url", "archive-date", "ref", "mode", "df", *_FIRST}
)


def tag_mediawiki(text: str) -> Tagged:
    """Wikitext with every named or grouped note tagged."""
    wiki = _Wiki(text)
    return Tagged(wiki.tagged().encode(), "mediawiki", wiki.tagger)


def template_words(words: str) -> str | None:
    """What a citation template says, field by field; None for other templates."""
    if not _CITED.match(words):
        return None
    inside = words.strip().removeprefix("{{").removesuffix("}}")
    positional, named = _fields(inside.partition("|")[2])
    last = next((named.pop(name) for name in _LAST if name in named), "")
    first = next((named[name] for name in _FIRST if name in named), "")
    shown = [value for name, value in named.items() if name not in _SILENT and value]
    author = f"{first} {last}".strip()
    return ", ".join([item for item in (author, *positional, *shown) if item])


def _fields(inside: str) -> tuple[list[str], dict[str, str]]:
    positional: list[str] = []
    named: dict[str, str] = {}
    for field in inside.split("|"):
        name, equals, value = field.partition("=")
        if equals:
            named[name.strip()] = value.strip()
        elif field.strip():
            positional.append(field.strip())
    return positional, named


class _Wiki:
    def __init__(self, text: str) -> None:
        self._text = text
        self._listed = False
        self.tagger = Tagger(text)

    def tagged(self) -> str:
        return rewritten(self._text, _TOKEN, self._token, lambda match: f"</{match['raw']}" if match["raw"] else None)

    def _token(self, match: re.Match[str]) -> str:
        if match["attributes"] is not None:
            return self._reference(match)
        if match["template"]:
            return self._template(match["template"].lower(), match["fields"])
        if match["comment"]:
            return match.group()
        self._listed = bool(match["list"])
        return ""

    def _reference(self, match: re.Match[str]) -> str:
        found = {
            item[0].lower(): (item[1] or item[2] or item[3]).strip() for item in _ATTRIBUTE.findall(match["attributes"])
        }
        name, group = found.get("name"), found.get("group", "")
        if match["empty"]:
            return self.tagger.tag(self._tag("call", name, group)) if name else ""
        tag = self.tagger.tag(self._tag("words" if self._listed else "note", name, group))
        return f"<ref>{tag}"

    @staticmethod
    def _tag(role: str, name: str | None, group: str) -> Tag:
        key = None if name is None else f"{group}/{name}"
        style = _STYLES.get(group, "decimal")
        return Tag(role, key, label=name, style=style, group=group)  # type: ignore[arg-type]  # one of three literals

    def _template(self, name: str, inside: str) -> str:
        """`{{sfn|Smith|2001|p=3}}` and its like: notes written as templates."""
        positional, named = _fields(inside)
        if name == "r":
            return "".join(self.tagger.tag(self._tag("call", item, "")) for item in positional)
        if name in {"efn", "refn"}:
            group = named.get("group", "lower-alpha" if name == "efn" else "")
            tag = self.tagger.tag(self._tag("note", named.get("name"), group))
            return f"<ref>{tag}{'|'.join(positional) or named.get('1', '')}</ref>"
        pages = [f"{label} {named[key]}" for key, label in (("p", "p."), ("pp", "pp."), ("loc", "")) if key in named]
        words = ", ".join([" ".join(positional), *(page.strip() for page in pages)])
        return f"<ref>{self.tagger.tag(self._tag('note', f'sfn {words}', ''))}{words}.</ref>"
