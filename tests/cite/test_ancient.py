"""Old texts by the places that all editions share: no edition, no page. All of it is invented but the names."""

import time

import pytest

from tests.cite.making import kinds, mentions, read, source


@pytest.mark.parametrize(
    ("note", "author", "title", "place"),
    [
        ("Thuc. 1.22.4.", "Thucydides", "History", "1.22.4"),
        ("See Thuc. 2.65.8–9.", "Thucydides", "History", "2.65.8–9"),
        ("Cic. *Att.* 2.3.", "Cicero", "Att", "2.3"),
        ("Cic. Att. 2.3.", "Cicero", "Att", "2.3"),
        ("Cf. Diod. Sic. 11.3.4.", "Diodorus Siculus", "Bibliotheca historica", "11.3.4"),
        ("Suet. *Aug.* 28.", "Suetonius", "Aug", "28"),
        ("Arist. *Pol.* 1253a2.", "Aristotle", "Pol", "1253a2"),
        ("August. De civ. D. 19.4.", "Augustine", "De civ. D", "19.4"),
        ("Thucydides 1.22.", "Thucydides", "History", "1.22"),
    ],
)
def test_greek_and_latin_authors(note: str, author: str, title: str, place: str) -> None:
    (mention,) = mentions(note)
    found = source(note)
    assert mention.kind == "full"
    assert ([name.literal for name in found.author or ()], found.title) == ([author], title)
    assert mention.locator is not None
    assert (mention.locator.label, mention.locator.value) == ("section", place)


@pytest.mark.parametrize(
    ("note", "title", "place"),
    [
        ("Matt 5:3.", "Matthew", "5:3"),
        ("Matt. 5:3–12.", "Matthew", "5:3–12"),
        ("Vgl. Mt 5,3.", "Matthew", "5,3"),
        ("1 Kor 13,4–7.", "1 Corinthians", "13,4–7"),
        ("See 2 Sam 7:1–17 (NRSV).", "2 Samuel", "7:1–17"),
        ("Gen. 1:1–2:4.", "Genesis", "1:1–2:4"),
    ],
)
def test_books_of_the_bible(note: str, title: str, place: str) -> None:
    (mention,) = mentions(note)
    found = source(note)
    assert (found.title, found.container_title) == (title, "Bible")
    assert mention.locator is not None
    assert mention.locator.value == place


def test_several_old_texts_in_one_note_and_one_cited_twice() -> None:
    found = read("Thuc. 1.22.4; Cic. *Att.* 2.3; Matt 5:3.", "Mt 6,1; Thucydides 2.40.")
    assert [len(note.mentions) for note in found.notes] == [3, 2]
    assert len(found.sources) == 3


@pytest.mark.parametrize(
    "note",
    [
        "Ann Reed, Acts 12:3 (1990): 4.",
        "A. Reed, “Weirs,” Elm Studies 12.3 (1990): 4.",
        "Ann Reed, *Weirs* (Elm: Hale, 1990), Col. 3, 5.",
        "Reed, Job 5:7.",
        "Report on Dams, App. Part II p. 9.",
        "Ann Reed, “Weirs,” Elm Rev. 12:34 (1990).",
    ],
)
def test_what_only_looks_like_one(note: str) -> None:
    assert not {item.container_title for item in read(note).sources} & {"Bible"}
    assert not {name.literal for item in read(note).sources for name in item.author or ()} & {"Appian"}


def test_the_sentence_around_an_old_text_is_talk() -> None:
    assert kinds("As Livy (1.57) has it, the weir was older, see Hdt. 1.32.") == ["discursive", "full"]


@pytest.mark.parametrize(
    "unit", ["Thuc. ", "Cic. Att Att Att ", "1 Kor ", "Matt 5:3-", "Thuc. 1.2.3.4.5", "Gen 1:1,2,3,4,"]
)
def test_ten_times_the_old_texts_cost_ten_times_as_much(unit: str) -> None:
    def cost(size: int) -> float:
        start = time.process_time()
        read((unit * (size // len(unit) + 1))[:size])
        return time.process_time() - start

    cost(1000)
    assert cost(100_000) < 30 * cost(10_000)
