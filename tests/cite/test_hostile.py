"""Any text in a note: no exception, spans inside, order, cover, and a cost that grows with the text."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.cite import cite, short_form, to_bibtex, to_csl, to_ris
from argmap.cite.markers import MARKER, may_refer_back
from argmap.model import Document
from tests.cite.making import document, in_italics

PIECES = st.sampled_from(
    [
        "Ada Marsh, ", "The Mills of Elm", " (Dover: Reed Press, 1990)", ", p. 12", "pp. 3-4; ", "Ibid.", " ibid., ", "op. cit. ", "Marsh, op. cit., ",
        "“Bread,” ", "“", "”", '"', "'", "(", ")", "[", "]", "Fond 5, Opis 1, ", "Delo 3, ", "Listy 9-17", "GARF, ", ". ", "; ", "See ", "Cited in ",
        "For the full text of it, see ", "Telegram from A to B, 3 May 1850", "supra note 1 ", "see below, note 3. ", "Marsh (note 2 above), ", "notes 1-3 ", "id., ", "loc. cit. ", "Idem, ", "1990", "Working Paper No. 3, ", "www.example.org ",
        "eds., ", "in ", "and ", "[hereafter X] ", "RG 59, Box 3 ", "FO 371/84057 ", "A v. B, 3 U.S. 4 (1990) ", "(hereafter DM) ", "DM, 7 ", "delle acque, ", "Roma 1950, ", "reg. 3, c. 5r ", "a cura di ", "\n", "Там же. ", "\U0001f33e", "é", " ", "— ", "Elm Review 5 (1999): 1-9. ",
        "*", "--", "12--14", " --- ", "*The--Weirs*", "*The Weirs*", "*Reed and Marsh: Who Paid? A Life*, ", "*Ibid.*, ", "*Opera Zqaz*, ", "Opera Zqaz, ",
    ]
)  # fmt: skip
NOTES = st.lists(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join)), max_size=6)


@settings(max_examples=250, deadline=None)
@given(NOTES)
def test_whatever_stands_in_the_notes(notes: list[str]) -> None:
    _hold(document(*notes))


@settings(max_examples=250, deadline=None)
@given(NOTES)
def test_whatever_stands_in_italics(notes: list[str]) -> None:
    _hold(in_italics(*notes))


def _hold(made: Document) -> None:
    found = cite(made)
    seen: set[str] = set()
    known = {item.id for item in found.sources}
    assert len(known) == len(found.sources)
    for note, entry in zip(made.notes, found.notes, strict=True):
        position = note.start
        for mention in entry.mentions:
            assert position <= mention.start < mention.end <= note.end
            assert note.text[mention.start - note.start : mention.end - note.start] == mention.text
            assert not any(char.isalnum() for char in note.text[position - note.start : mention.start - note.start])
            position = mention.end
            assert mention.source is None or mention.source in known
            if mention.state is not None and mention.kind != "infra":
                assert mention.source is None or mention.source in seen
            elif mention.source and mention.kind != "infra":
                seen.add(mention.source)
        assert not any(char.isalnum() for char in note.text[position - note.start :])
    assert len(json.loads(to_csl(found.sources))) == len(known)
    assert to_bibtex(found.sources).count("\n}\n") == len(known)
    assert to_ris(found.sources).count("\r\nER  -") == len(known)
    assert all(short_form(item) for item in found.sources)


WORST = {
    "brackets": "(",
    "closed brackets": "()",
    "quotation marks": "“",
    "stops": ".",
    "stops with spaces": ". ",
    "capitals": "A. ",
    "names": "Ada Marsh, ",
    "figures": "1, ",
    "figures alone": "1",
    "pages": "p. 1, ",
    "ibids": "Ibid. ",
    "semicolons": "A; ",
    "spaces": " ",
    "dashes": "p. 1-",
    "calls": "Fond 1, Opis 2, ",
    "signals": "cited in ",
    "also": "also ",
    "full texts": "For the text ",
    "years": "(1990) ",
    "letters": "a",
    "capitals alone": "A",
    "and": "and ",
    "in": "in A ",
    "colons": "A: B, ",
    "op. cit.": "Marsh, op. cit. ",
    "roman": "vol. ",
    "romans": "i",
    "websites": "www.",
    "apostrophes": " 'a",
    "telegrams": "Telegram from A to ",
    "hereafter": "[hereafter ",
    "hereafters": "(hereafter A) ",
    "versus": "A v. ",
    "cases": "A v. B, 3 U.S. 4 (1990); ",
    "reporters": "12 U.S. ",
    "acts": "Mill Act of ",
    "regnal": "13 Eliz. ",
    "sections": "§ 3 ",
    "debates": "HC Deb 12 May 1950 vol 475 ",
    "debates alone": "HC Deb ",
    "symbols": "UN Doc. S/1/",
    "symbols alone": "S/RES/1/",
    "diplomatic papers": "FRUS, 1950, vol. 7, Korea, ",
    "titles of volumes": "FRUS, 1950, Korea and ",
    "sessions": "Cong. Rec. 81st Cong., ",
    "reviews": "Review of A, by B, ",
    "reviews in": "review of Old Mills, in: ",
    "accounts": "Elm (@a) ",
    "interviews": "Interview with Gen. A, by ",
    "Russian works": "Громов П. С. Рожь. М.: Наука, 1979. С. 3. ",
    "Russian hosts": " // ",
    "Russian areas": ". — М.",
    "pins": "pp. 1-9, at 3, ",
    "ders.": "ders., ",
    "years first": "(1979) 95 A B ",
    "other folders": "NARA, RG 59, Box 3. Ibid., Folder 4. ",
    "continental": "C. Alfa, Storia delle acque, Roma 1950, p. 3; ",
    "continental sentences": "Storia delle acque. ",
    "holdings": "ASVe, reg. 3, c. 5r, ",
    "leaves": "c. 5r ",
    "shelfmarks": "BL Add MS ",
    "departments": "AD Rhône-",
    "legajos": "leg. 3 ",
    "units": "b. IV ",
    "books": "Ada Marsh, Mills (Elm: Reed, 1990), 3; ",
    "shortened notes": "Marsh, Mills, 3, and ",
    "titles": "“A,” 3, ",
    "exchanges": "Orlov to Petrov, 3 May 1850, and ",
    "printed exchanges": "Orlov to Petrov, 3 May 1850, in ",
    "pairs": "A, B, ",
    "notes seen": "See note 1. ",
    "seasons": "Winter 2003/",
    "ranges": "30 March–",
    "parts": ", Introduction",
    "roman pages": ", ii",
}


@pytest.mark.parametrize("unit", WORST.values(), ids=WORST.keys())
def test_the_cost_is_linear(unit: str) -> None:
    def cost(size: int) -> float:
        start = time.process_time()
        cite(document("Ada Marsh, " + unit * (size // len(unit))))
        return time.process_time() - start

    small, large = cost(8_000), cost(40_000)
    assert large < 9 * small + 0.3, (small, large)


@settings(deadline=None, max_examples=200)
@given(st.from_regex(MARKER, fullmatch=True))
def test_no_marker_escapes_the_glance_before_the_search(words: str) -> None:
    assert may_refer_back(words)
