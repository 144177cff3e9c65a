"""One work, one source; and their ids."""

import time

import pytest

from tests.cite.making import read


def ids(*notes: str) -> list[str]:
    return [item.id for item in read(*notes).sources]


FULL = "Kathryn Marsh, “To Mill or Not to Mill?: Grain and Rails,” River Project Bulletin, 5 (Spring 1995): 1-9."


def test_a_repeated_article_is_one_source() -> None:
    assert ids(FULL, FULL, FULL.replace("Kathryn", "K.")) == ["marsh1995"]


@pytest.mark.parametrize(
    "short", ["Marsh, “To Mill or Not to Mill,” p. 4.", "K. Marsh, “To Mill or Not to Mill?,” 4, p. 4."]
)
def test_a_short_title_is_the_full_work(short: str) -> None:
    assert ids(FULL, short) == ["marsh1995"]


@pytest.mark.parametrize(
    "short", ["Marsh, Inst., bk. iii, ch. vii.", "Marsh, Inst. Miller, p. 3.", "Marsh, Institut. of a Miller, p. 3."]
)
def test_the_words_of_a_title_may_be_cut_short(short: str) -> None:
    assert ids("Ada Marsh, Institutes of the Christian Miller (Dover: Reed, 1898), p. 4.", short) == ["marsh1898"]


def test_a_word_cut_short_that_fits_two_works_is_neither() -> None:
    known = (
        "Ada Marsh, History of Weirs (Dover: Reed, 1888), p. 4.",
        "Ada Marsh, History of Salt (Dover: Reed, 1890), p. 4.",
    )
    assert ids(*known, "Marsh, Hist., p. 9.") == ["marsh1888", "marsh1890", "marsh-hist"]


def test_a_title_without_author_is_the_work_of_an_earlier_note() -> None:
    found = read(
        "Ada Marsh, The Place of the Weir: A Modern History (London: Marlow, 1997).",
        "Marsh goes on with this in The Place of the Weir, p. 236., adding more.",
    )
    assert [item.id for item in found.sources] == ["marsh1997"]
    assert [mention.source for mention in found.notes[1].mentions] == [None, "marsh1997", None]


def test_an_authors_name_alone_is_his_latest_work() -> None:
    assert ids("Ada Marsh, Mills (Dover: Reed, 1990).", "Marsh, p. 33.") == ["marsh1990"]


def test_issues_of_a_bulletin_are_different_sources() -> None:
    notes = (f"See River Project Bulletin {issue}, pp. 5-9." for issue in ("5", "6/7", "14/15"))
    assert len(ids(*notes)) == 3


def test_works_of_one_author_and_year_get_letters() -> None:
    assert ids("A. Marsh, Mills (Dover: Reed, 1990).", "A. Marsh, Weirs (Dover: Reed, 1990).") == [
        "marsh1990a",
        "marsh1990b",
    ]


def test_authors_of_one_family_are_different() -> None:
    assert len(ids("Ada Marsh, Mills (Dover: Reed, 1990).", "Bo Marsh, Mills (Dover: Reed, 1990).")) == 2


def test_transliterations_meet() -> None:
    assert len(ids("Sergei Gončarov, Mills of Elm (Dover: Reed, 1990).", "S. Goncarov, Mills of Elm, p. 4.")) == 1


def test_ids_are_ascii() -> None:
    for name in ids(
        "Zoë Müller, Äcker (Köln: Böhlau, 1990).", "Иван Орлов, Мельницы (Москва: Наука, 1991).", "«Ω», p. 3."
    ):
        assert name.isascii()
        assert name == name.lower()


def test_two_thousand_notes_are_read_in_a_few_seconds() -> None:
    notes = []
    for number in range(1000):
        notes += [
            f"Ada{number % 90} Marsh, The Mills of Elm in the Year {number} (Dover: Reed Press, {1800 + number % 200}), {number}.",
            f"Ibid., p. {number + 1}.",
        ]
    start = time.process_time()
    found = read(*notes)
    assert time.process_time() - start < 8
    assert len(found.sources) > 800


def test_an_editor_does_not_become_the_author_of_the_volume() -> None:
    (source,) = read(
        "I. S. Leadam, ed., Select Cases in the Court of Requests (London: Selden Society, 1898), 12.",
        "Leadam, Select Cases, 14.",
    ).sources
    assert not source.author
    assert [name.family for name in source.editor or ()] == ["Leadam"]


def test_one_family_name_two_persons() -> None:
    notes = (
        "Mary Ann Reed, *Weirs* (Dover: Hale, 1990), 3.",
        "Ann Reed, *Mills* (Dover: Hale, 1991), 4.",
        "Mary Ann Reed, op. cit., 9.",
    )
    found = read(*notes)
    assert found.source_of[found.notes[2].mentions[0].source or ""].title == "Weirs"
