"""Titles in italics: whatever stands in them is the title."""

import time

import pytest

from argmap.cite import cite
from tests.cite.making import back, in_italics, kinds, mentions, read, source


@pytest.mark.parametrize(
    ("note", "title"),
    [
        ("Peter Oake, *Who Lost the Mill? Owners and Heirs* (Dover: Reed, 2003), 211.", "Who Lost the Mill? Owners and Heirs"),
        ("Rosa Marsh, *How the Weir Was Built. It Leaked*, 2nd ed. (Dover: Reed, 1988), p. 14.", "How the Weir Was Built. It Leaked"),
        ("Nora Lind, *Maps, pp. 3 and 4*, ed. Ann Weir (Dover: Reed, 2012), 88.", "Maps"),
        ("See *Cited in the Dark; or, Lamps* (Dover: Reed, 1911), 3.", "Cited in the Dark; or, Lamps"),
        ("Ida Cole, *Letters, vol. 2* (Dover: Reed, 1911), 3.", "Letters"),
        ("Ida Cole, *The Weir (Elm: Hale, 1840) Again* (Dover: Reed, 1911), 3.", "The Weir (Elm: Hale, 1840) Again"),
    ],
)  # fmt: skip
def test_a_title_is_one_whatever_stands_in_it(note: str, title: str) -> None:
    assert kinds(note) == ["full"]
    assert source(note).title == title


def test_the_book_around_a_chapter_may_be_named_after_a_person() -> None:
    found = source(
        "Ann Weir, ‘Ink’, in *Thomas Reed and the Printers of the North*, ed. by Carl Stone (Dover: Hale, 1990), pp. 12-40."
    )
    assert found.container_title == "Thomas Reed and the Printers of the North"
    assert [name.family for name in found.editor or ()] == ["Stone"]
    assert not found.container_author


def test_a_short_form_meets_the_title_it_stands_for() -> None:
    notes = (
        "Ann Weir, *What They Gave (and Took): A Life* (Dover: Hale, 1990), 3.",
        "Weir, *What They Gave (and Took)*, 7.",
    )
    assert len(read(*notes).sources) == 1
    assert kinds(*notes) == ["short"]
    assert mentions(*notes)[0].text == "Weir, What They Gave (and Took), 7."


def test_back_references_and_cases_are_read_as_they_stand() -> None:
    first = "Ann Weir, *The Mill* (Dover: Hale, 1990), 3."
    assert back(first, "*Ibid.*, 5.").kind == "ibid"
    assert back(first, "Weir, *op. cit.*, 5.").kind == "opcit"
    assert source("*Reed v Marsh* [1922] 2 KB 101, 105.").type == "legal_case"


def test_places_count_the_note_not_the_stand_in() -> None:
    note = "The point is made in Ann Weir, *Who Was Ada Reed? A Mill and Its Owners in the North* (Dover: Hale, 1990), 3; see *The Dover Times*, 3 May 1921, 4."
    made = in_italics(note)
    for mention in cite(made).notes[0].mentions:
        words = made.notes[0].text[mention.start - made.notes[0].start : mention.end - made.notes[0].start]
        assert mention.text == words
    assert [mention.kind for mention in cite(made).notes[0].mentions] == ["discursive", "full", "full"]


def test_a_thousand_titles_cost_ten_times_a_hundred() -> None:
    def cost(size: int) -> float:
        made = in_italics(*(f"Ann Weir, *The Mill of {n} Owners* (Dover: Hale, 1990), {n}." for n in range(size)))
        start = time.process_time()
        cite(made)
        return time.process_time() - start

    cost(10)
    assert cost(1000) < 30 * cost(100)


@pytest.mark.parametrize(
    ("note", "author", "title"),
    [
        ("*Reed*, Das Recht der Mühlen, 2. Aufl. (Elm: Hale, 1990), S. 4.", ["Reed"], "Das Recht der Mühlen"),
        ("See *Ann Reed*, The Law of Mills (Elm: Hale, 1990), 4.", ["Reed"], "The Law of Mills"),
        ("*Ann Reed*, “The Law of Mills,” Elm Review 12 (1990): 4-9.", ["Reed"], "The Law of Mills"),
        ("Tom Marsh, *Ann Reed*, The Weir Lectures, 3 (Elm: Hale, 1990), 4.", ["Marsh"], "Ann Reed"),
    ],
)
def test_authors_in_italics(note: str, author: list[str], title: str) -> None:
    found = source(note)
    assert ([name.family for name in found.author or ()], found.title) == (author, title)


@pytest.mark.parametrize("title", ["The Letters of Sarah Weir", "Diary of a Miller", "Minutes and Seconds"])
def test_books_named_like_documents(title: str) -> None:
    found = source(f"*{title}*, ed. by N. Croft, Dover Record Series, 33 (Dover: Hale, 1978), p. 19.")
    assert (found.title, found.type, found.collection_title) == (title, "book", "Dover Record Series")


@pytest.mark.parametrize(
    ("note", "fields"),
    [
        ("L. Bianchi, *I mulini del Sile*, in «Studi veneti», XII (1990), pp. 5-30.", {"title": "I mulini del Sile", "container_title": "Studi veneti", "volume": "XII"}),
        ("Eva Horn, *Das Meer*, in: Historische Zeitschrift 250 (1990), S. 4–30.", {"title": "Das Meer", "container_title": "Historische Zeitschrift", "volume": "250"}),
        ("Ann Weir, *Ink*, in *Studi veneti*, 12 (1990), pp. 5-30.", {"title": "Ink", "container_title": "Studi veneti", "volume": "12"}),
    ],
)  # fmt: skip
def test_titles_of_documents_and_of_parts(note: str, fields: dict[str, str]) -> None:
    found = source(note)
    assert {name: getattr(found, name) for name in fields} == fields
