"""How programs write notes in HTML: one row a program, or a family of programs that write alike.

A sign is `role:`, `type:` (`epub:type`), `class:` or `data:` with a word. A note is called by a link that bears one of
`calls`, or whose target's name matches `call_names`; links back are told by `backs` and `back_names`; an element that
bears one of `bodies` is a note; every item of a list in an element that bears one of `lists` is one. An element that
bears one of `inline`, or (`name:`) is called so, is a note where it is called; its words may be in one of `contents`.
"""

import re
from dataclasses import dataclass

from argmap.read.html.tree import Node, names
from argmap.read.prose import Series

_NEVER = r"(?!)"


@dataclass(frozen=True, slots=True)
class Profile:
    """A program's signs. `series` is None where the notes' own signs say whether they are footnotes or endnotes."""

    name: str
    series: Series | None = None
    calls: frozenset[str] = frozenset()
    backs: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    inline: frozenset[str] = frozenset()
    contents: frozenset[str] = frozenset()
    call_names: str = _NEVER
    back_names: str = _NEVER


PROFILES = (
    Profile(
        "Markdown's renderers (Pandoc, Quarto, GitHub, PHP Markdown, kramdown, Goldmark, markdown-it)",
        series="footnote",
        calls=names("class:footnote-ref class:footnoteref data:footnote-ref"),
        backs=names(
            "class:footnote-back class:footnote-backref class:reversefootnote class:data-footnote-backref data:footnote-backref"
        ),
        bodies=names("class:footnote-item"),
        lists=names("class:footnotes class:footnotes-list data:footnotes"),
        call_names=r"(?:user-content-)?fn[:.-]?\d+(?:-\d+)?|(?:user-content-)?fn[:-][^:\s]{1,80}",
        back_names=r"(?:user-content-)?fn-?ref[:.-]?[^\s]{1,80}",
    ),
    Profile("Python-Markdown", series="footnote", lists=names("class:footnote")),
    Profile("Project Gutenberg", series="footnote", calls=names("class:fnanchor"), bodies=names("class:footnote")),
    Profile(
        "docutils and Sphinx",
        series="footnote",
        calls=names("class:footnote-reference"),
        backs=names("class:fn-backref"),
        bodies=names("class:footnote"),
    ),
    Profile(
        "Org",
        series="footnote",
        calls=names("class:footref"),
        backs=names("class:footnum"),
        bodies=names("class:footdef"),
    ),
    Profile(
        "AsciiDoctor",
        series="footnote",
        call_names=r"_footnotedef_\d+",
        back_names=r"_footnoteref_\d+",
    ),
    Profile(
        "LibreOffice and OpenOffice: footnotes",
        series="footnote",
        calls=names("class:sdfootnoteanc"),
        backs=names("class:sdfootnotesym"),
        call_names=r"sdfootnote\d+sym",
        back_names=r"sdfootnote\d+anc",
    ),
    Profile(
        "LibreOffice and OpenOffice: endnotes",
        series="endnote",
        calls=names("class:sdendnoteanc"),
        backs=names("class:sdendnotesym"),
        call_names=r"sdendnote\d+sym",
        back_names=r"sdendnote\d+anc",
    ),
    Profile("Word: footnotes", series="footnote", call_names=r"_ftn\w{1,12}(?<!ref)", back_names=r"_ftnref\w{1,12}"),
    Profile("Word: endnotes", series="endnote", call_names=r"_edn\w{1,12}(?<!ref)", back_names=r"_ednref\w{1,12}"),
    Profile(
        "MediaWiki (Wikipedia)",
        series="footnote",
        call_names=r"cite_note-.{1,200}",
        back_names=r"cite_ref-.{1,200}",
    ),
    Profile("Google Docs", series="footnote", call_names=r"ftnt\d+", back_names=r"ftnt_ref\d+"),
    Profile("Tufte CSS", inline=names("class:sidenote class:marginnote")),
    Profile("Distill", inline=names("name:d-footnote")),
    Profile("Modern Footnotes for WordPress", inline=names("class:modern-footnotes-footnote__note")),
    Profile(
        "LaTeXML (arXiv)",
        inline=names("class:ltx_role_footnote class:ltx_role_endnote"),
        contents=names("class:ltx_note_content"),
    ),
    Profile(
        "EPUB's structural semantics",
        calls=names("type:noteref"),
        backs=names("type:backlink"),
        bodies=names("type:footnote type:endnote type:rearnote"),
        lists=names("type:footnotes type:endnotes type:rearnotes"),
    ),
    Profile(
        "WAI-ARIA's roles for digital publishing",
        calls=names("role:doc-noteref"),
        backs=names("role:doc-backlink"),
        bodies=names("role:doc-footnote role:doc-endnote"),
        lists=names("role:doc-endnotes"),
    ),
)

_CALLS = {sign: profile for profile in PROFILES[::-1] for sign in profile.calls}
_ORDER = [sign for profile in PROFILES for sign in sorted(profile.calls)]
_BACKS = frozenset().union(*(profile.backs for profile in PROFILES))
BODIES = frozenset().union(*(profile.bodies for profile in PROFILES))
LISTS = frozenset().union(*(profile.lists for profile in PROFILES))
INLINE = frozenset().union(*(profile.inline for profile in PROFILES))
CONTENTS = frozenset().union(*(profile.contents for profile in PROFILES))
_CALL_NAMES = [(re.compile(rf"(?:{profile.call_names})\Z"), profile) for profile in PROFILES]
_BACK_NAMES = re.compile("|".join(rf"(?:{profile.back_names})\Z" for profile in PROFILES))
_ENDNOTES = names("type:endnote type:endnotes type:rearnote type:rearnotes role:doc-endnote role:doc-endnotes")
_ENDNOTES |= names("class:endnote class:endnotes")
_FOOTNOTES = names("type:footnote type:footnotes role:doc-footnote class:footnote class:footnotes")


def signs(node: Node) -> frozenset[str]:
    """All signs of an element."""
    attributes = node.attributes
    found = {f"class:{word}" for word in attributes.get("class", "").lower().split()}
    found.update(f"role:{word}" for word in attributes.get("role", "").lower().split())
    found.update(f"type:{word}" for word in attributes.get("type", "").lower().split())
    found.update(f"data:{key[5:]}" for key in attributes if key.startswith("data-"))
    return frozenset(found)


def call_profile(of: frozenset[str], fragment: str) -> Profile | None:
    """The first profile whose calls have these signs or such a target; None if there is none."""
    if _BACK_NAMES.match(fragment):
        return None
    said = next((_CALLS[sign] for sign in _ORDER if sign in of), None)
    if said is None and of & _BACKS:
        return None
    named = next((profile for pattern, profile in _CALL_NAMES if pattern.match(fragment)), None)
    return named if said is None or (said.series is None and named is not None) else said


def is_signed(of: frozenset[str]) -> bool:
    """Whether a link's own signs say that it calls a note."""
    return any(sign in of for sign in _ORDER)


def is_back(of: frozenset[str], fragment: str) -> bool:
    """Whether a link with these signs leads from a note to its call."""
    return bool(of & _BACKS or _BACK_NAMES.match(fragment))


def series_of(*groups: frozenset[str]) -> Series | None:
    """Footnote or endnote, by the first group of signs that says it."""
    for group in groups:
        if group & _FOOTNOTES:
            return "footnote"
        if group & _ENDNOTES:
            return "endnote"
    return None
