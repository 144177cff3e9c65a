"""Abbreviations that a text teaches and later uses: "(hereafter cited as DD)", then "DD, 7"."""

import re
from dataclasses import dataclass, field, replace

from argmap.cite.drafts import Draft
from argmap.cite.hereafter import HEREAFTER, HEREAFTER_BARE
from argmap.cite.locators import PAGES, VOLUME, Place, bare_places, best_locator, locators_at
from argmap.cite.work import Work, clean

_FIRST = re.compile(r"[“\"'‘«*_]?(?P<word>[^\W\d_][\w.&’'/-]*)")
_JOINT = re.compile(r"(?:and|und|et|e|y|и|&)\s")
_PLACE_OF = re.compile(r"(?:Articles?|Arts?\.?|art|Recitals?|Sections?|§§?)\s\d[\w()–-]{0,12}\s(?:of\sthe\s)?(?=[A-Z])")
"""A place before the short name of a law: "Article 26(1) of the DSA"."""
_PAGES = re.compile(rf"[,.:]?\s(?:{VOLUME})?(?P<value>{PAGES})(?=[\s.,;)]|$)")
_GAP = 4


@dataclass(slots=True)
class Taught:
    """The abbreviations for works that a text has taught so far, by their first word."""

    works: dict[str, dict[str, Work]] = field(default_factory=dict)

    def learn(self, text: str, drafts: list[Draft]) -> list[Draft]:
        """Take note of each abbreviation taught in a note; its bracket becomes a part of the mention it belongs to."""
        out = list(drafts)
        for match in [*HEREAFTER.finditer(text), *HEREAFTER_BARE.finditer(text)]:
            short = clean(match["short"])
            first = _FIRST.match(short)
            place = next(
                (i for i, draft in enumerate(out) if draft.work and _owns(draft, match.start(), match.end())), None
            )
            if first is None or place is None:
                continue
            draft = out[place]
            work = draft.work
            if work is None or draft.kind == "archival":
                continue
            for key in ("title", "container_title", "volume_title", "publisher"):
                if isinstance(value := work.fields.get(key), str) and match.group().strip() in value:
                    work.fields[key] = clean(value.replace(match.group().strip(), " "))
            work.put(title_short=short)
            self.works.setdefault(first["word"], {})[short] = work
            out[place] = replace(draft, end=max(draft.end, match.end()))
            out = (
                [item for item in out if item is out[place] or not (out[place].start <= item.start < out[place].end)]
                if len(out) > 1
                else out
            )
        for draft in out:
            law = draft.work if draft.work and draft.work.fields.get("type") == "legislation" else None
            if law and (name := law.fields.get("title_short")):
                self.works.setdefault(name.split()[0], {})[name] = law
        return _disjoint(out)

    def read(self, text: str, begin: int, end: int) -> tuple[int, Work] | None:
        """The work that a stretch begins with by its abbreviation, and where the mention ends; its locator is the place."""
        joint = _JOINT.match(text, begin, end) or (_PLACE_OF.match(text, begin, end) if self.works else None)
        placed = bool(joint and joint.re is _PLACE_OF)
        first = _FIRST.match(text, joint.end() if joint else begin, end)
        known = first and (self.works.get(first["word"]) or self.works.get(first["word"].rstrip(".")))
        if first is None or not known:
            return None
        start = first.start("word")
        short = max((name for name in known if text.startswith(name, start)), key=len, default=None)
        if short is None or text[start + len(short) : start + len(short) + 1].isalnum():
            return None
        work = Work(dict(known[short].fields))
        stop = start + len(short)
        while stop < end and text[stop] in "”\"'’»*_":
            stop += 1
        places, stop = (locators_at(text, begin), stop) if placed else _places(text, stop, end)
        work.locator = best_locator(places)
        return stop, work


def _owns(draft: Draft, start: int, end: int) -> bool:
    return draft.start <= start and (end <= draft.end or 0 <= start - draft.end < _GAP)


def _disjoint(drafts: list[Draft]) -> list[Draft]:
    out: list[Draft] = []
    for draft in drafts:
        begin = max(draft.start, out[-1].end if out else 0)
        if begin < draft.end:
            out.append(draft if begin == draft.start else replace(draft, start=begin))
    return out


def _places(text: str, start: int, end: int) -> tuple[list[Place], int]:
    """The places behind an abbreviation: "DD, 7", "DD 2:45", "DD, vol. 2, p. 7"."""
    window = text[:end] if end < len(text) else text
    if match := _PAGES.match(window, start):
        return bare_places(match), match.end()
    places = locators_at(window, start)
    return places, places[-1].end if places else start
