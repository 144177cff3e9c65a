"""CSL-JSON, BibTeX, RIS, short forms and the bibliography."""

import json
import re
import sys

import pytest

from argmap.cite import render_bibliography, short_form, to_bibtex, to_csl, to_ris
from argmap.errors import BibliographyFailedError, ExtraMissingError, UnknownNameError
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


RIS_NOTES = (
    "A. Marsh, “Bread,” in Bo Reed, ed., Mills (Dover: Reed, 1990), 3-9.",
    "A. Marsh, “Salt,” Elm Review 5, no. 2 (1991): 1-9.",
    "Marsh Board v. Reed, 395 U.S. 575 (1969).",
    "Telegram from Orlov to Reed, 3 May 1850, GARF, Fond 1, Opis 2, Delo 3, List 4.",
)


def test_ris_has_the_shape_of_the_specification() -> None:
    text = to_ris(read(*RIS_NOTES).sources)
    assert text.endswith("ER  - \r\n\r\n")
    records = text.removesuffix("\r\n\r\n").split("\r\n\r\n")
    assert [record.splitlines()[0] for record in records] == ["TY  - CHAP", "TY  - JOUR", "TY  - CASE", "TY  - PCOMM"]
    for record in records:
        lines = record.split("\r\n")
        assert lines[-1].strip() == "ER  -"
        assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)


def test_ris_fields() -> None:
    chapter, article, case, telegram = to_ris(read(*RIS_NOTES).sources).split("ER  - ")[:4]
    assert {"AU  - Marsh, A.", "A2  - Reed, Bo", "T2  - Mills", "SP  - 3", "EP  - 9", "PY  - 1990"} <= set(
        chapter.split("\r\n")
    )
    assert {"T2  - Elm Review", "VL  - 5", "IS  - 2", "SP  - 1"} <= set(article.split("\r\n"))
    assert {"TI  - Marsh Board v. Reed", "A2  - U.S.", "VL  - 395", "SP  - 575"} <= set(case.split("\r\n"))
    assert {"AU  - Orlov", "A2  - Reed", "DA  - 1850/05/03/", "DB  - GARF"} <= set(telegram.split("\r\n"))


def test_ris_keeps_a_value_on_its_line() -> None:
    item = Source(id="x", type="book", title="One\r\nER  - \nTY  - BOOK", author=(Name(literal="Elm, Oak and Co."),))
    text = to_ris((item,))
    assert text.count("\r\n") == len(text.splitlines())
    assert sum(line.startswith("TY") for line in text.splitlines()) == 1
    assert "AU  - Elm Oak and Co." in text
    assert to_ris(()) == ""


def test_a_bibliography_by_pandoc() -> None:
    pytest.importorskip("pypandoc")
    sources = read(*RIS_NOTES).sources
    text = render_bibliography(sources)
    assert "Elm Review" in text
    assert "GARF, f. 1, op. 2, d. 3, l. 4" in text
    assert "<em>Elm Review</em>" in render_bibliography(sources, "html")
    assert "*Elm Review*" in render_bibliography(sources, "markdown")
    with pytest.raises(BibliographyFailedError):
        render_bibliography(sources, style="no-such-style.csl")
    with pytest.raises(UnknownNameError):
        render_bibliography(sources, "rtf")  # type: ignore[arg-type]  # bad use, on purpose


def test_without_pandoc_the_message_names_the_bibliography(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ExtraMissingError, match="bibliography: to set it, install the extra"):
        render_bibliography(read("Ada Marsh, The Mills (Dover: Reed Press, 1990).").sources)
