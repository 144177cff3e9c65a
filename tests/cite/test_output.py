"""CSL-JSON, BibTeX and short forms."""

import json

from argmap.cite import short_form, to_bibtex, to_csl
from argmap.model import Date, Name, Source
from tests.cite.making import read

BOOK = Source(
    id="marsh1990",
    type="book",
    author=(Name(family="Marsh", given="Ada B."), Name(family="Reed", given="Bo")),
    title="Mills & Weirs: 100% of_the {Elm}",
    publisher="Reed Press",
    publisher_place="Dover",
    issued=Date(date_parts=((1990,),)),
)


def test_csl_is_a_list_of_items_with_hyphens() -> None:
    (item,) = json.loads(to_csl([BOOK]))
    assert item["publisher-place"] == "Dover"
    assert item["issued"] == {"date-parts": [[1990]]}
    assert "editor" not in item


def test_bibtex_escapes_what_tex_reads_as_commands() -> None:
    text = to_bibtex([BOOK])
    assert text.startswith("@book{marsh1990,")
    assert "author = {Marsh, Ada B. and Reed, Bo}" in text
    assert r"title = {{Mills \& Weirs: 100\% of\_the \{Elm\}}}" in text
    assert "year = {1990}" in text


def test_bibtex_types() -> None:
    notes = (
        "A. Marsh, “Bread,” in Bo Reed, ed., Mills (Dover: Reed, 1990), 3-9.",
        "A. Marsh, “Salt,” Elm Review 5 (1991): 1-9.",
        "A. Marsh, “Water,” Working Paper No. 3, Elm Project, Elm Center, Dover, 1992.",
        "A. Marsh, “Stone” (PhD diss., Elm University, 1993).",
        "A. Marsh, “Wind,” unpublished manuscript.",
        "Telegram from Orlov to Reed, 3 May 1850, GARF, Fond 1, Opis 2, Delo 3, List 4.",
    )
    text = to_bibtex(read(*notes).sources)
    kinds = [line.partition("{")[0] for line in text.splitlines() if line.startswith("@")]
    assert kinds == ["@incollection", "@article", "@techreport", "@phdthesis", "@unpublished", "@misc"]
    assert "institution = {Elm Center}" in text
    assert "school = {Elm University}" in text
    assert "howpublished = {GARF, Fond 1, Opis 2, Delo 3, List 4}" in text


def test_short_forms() -> None:
    assert short_form(BOOK) == "Marsh and Reed 1990"
    telegram, call, bulletin, many = read(
        "Ciphered telegram from [Envoy] Orlov to Reed, 3 September 1849, GARF, Fond 1, Opis 2, Delo 3, Papka 5, List 4.",
        "GARF, Fond 1, Opis 2, Delo 9, Papka 11.",
        "See Elm Project Bulletin 6/7, pp. 5-9.",
        "A. Marsh, B. Reed, and C. Falk, Mills (Dover: Reed, 1990).",
    ).sources
    assert short_form(telegram) == "Orlov to Reed, 3 Sept. 1849"
    assert short_form(call) == "GARF, f. 1, op. 2, d. 9, p. 11"
    assert short_form(bulletin) == "Elm Project Bulletin 6/7"
    assert short_form(many) == "Marsh et al. 1990"
