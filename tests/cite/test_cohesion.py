"""What words tell: whether a note belongs where it stands, and which passages go together."""

import time

import pytest

from argmap.cite import cite
from argmap.cite.cohesion import Cohesion
from argmap.model import Document
from tests.bench.books import Body, document

TOPICS = [
    "miller barley weir grinding stones flour toll sluice",
    "captain herring barrels pitch harbour cogs garrison sail",
    "abbot vellum scribe psalter cloister novice candle chant",
    "vintner cellar grapes press bottles terrace harvest cork",
    "smith anvil bellows horseshoe charcoal iron hammer nails",
    "weaver loom shuttle wool dyer fuller bobbin yarn",
]  # fmt: skip
NAMES = "Marsh Falk Holm Dahl Berg Moe".split()  # noqa: SIM905 - a list of words
_SENTENCES = 8


def topics(last: str = "Ibid.") -> Document:
    """Six chapters of eight sentences and eight notes, each of a topic of its own; in the first stands a note of the fifth.

    The first note is on mills, the second that stranger, on smiths, and the third `last`.
    """
    body: Body = []
    notes: list[str] = []
    for topic, name in zip(TOPICS, NAMES, strict=True):
        words = topic.split()
        chapter: list[tuple[str, list[int]]] = []
        for place in range(_SENTENCES):
            one, two, three = (words[(place + step) % len(words)] for step in (0, 1, 3))
            chapter.append((f"The {one} was near the {two} and the {three}.", [len(notes)]))
            notes.append(
                f"Ada {name}, The {one.title()} and the {two.title()} (Dover: Reed Press, 1990), p. {20 * place + 3}."
            )
        body.append(chapter)
    notes[1:3] = ["Ada Berg, The Smith and the Anvil, p. 3.", last]
    return document(notes, body)


def test_a_note_is_stranger_where_nobody_speaks_of_what_it_cites() -> None:
    cohesion = Cohesion(topics())
    at_home, strange = cohesion.home(0), cohesion.home(1)
    assert at_home.notes is not None
    assert at_home.passage is not None
    assert strange.notes is not None
    assert strange.passage is not None
    assert at_home.notes > 0 > strange.notes
    assert at_home.passage > strange.passage


def test_a_sentence_fits_its_own_neighbours_better() -> None:
    cohesion = Cohesion(topics())
    home = cohesion.home(0).text
    assert home is not None
    assert home > 0


def test_passages_of_one_topic_are_alike() -> None:
    cohesion = Cohesion(topics())
    near, far = cohesion.passages(2, 0), cohesion.passages(30, 0)
    assert near is not None
    assert far is not None
    assert near > far


def test_notes_speak_of_what_earlier_notes_cite() -> None:
    cohesion = Cohesion(topics("Ibid., where the miller and his barley are named."))
    ours, theirs = cohesion.talk(2, [0]), cohesion.talk(2, [1])
    assert ours is not None
    assert theirs is not None
    assert ours > theirs


def test_without_a_body_only_the_notes_can_be_compared() -> None:
    text = document(["Ada Marsh, Millers of the Weir, p. 3.", "Ibid."])
    cohesion = Cohesion(text)
    assert cohesion.home(0).text is None
    assert cohesion.home(0).passage is None
    assert cohesion.passages(1, 0) is None
    assert cohesion.named([0], 1) is None


@pytest.mark.parametrize("words", ["", "1", "§§§", "– –"])
def test_texts_without_words_tell_nothing(words: str) -> None:
    cohesion = Cohesion(document([words, words], [[(words or "-", [0]), (words or "-", [1])]]))
    assert cohesion.home(0).notes is None
    assert cohesion.talk(1, [0]) is None


def test_words_make_a_bare_ibid_doubtful_and_never_contradict_it() -> None:
    found = cite(topics())
    ibid = found.notes[2].mentions[0]
    assert ibid.literal is not None
    assert ibid.best is not None
    assert (ibid.state, ibid.literal.note, ibid.best.note) == ("ambiguous", "2", "1")


def test_words_give_an_intruder_away_where_a_place_is_cited() -> None:
    found = cite(topics("Ibid., p. 90."))
    ibid = found.notes[2].mentions[0]
    assert ibid.literal is not None
    assert ibid.best is not None
    assert (ibid.state, ibid.literal.note, ibid.best.note) == ("contradicted", "2", "1")
    assert any("unlike" in words or "little to do" in words for words in ibid.literal.evidence)


@pytest.mark.parametrize("place", ["Ibid.", "Ibid., p. 302.", "Ibid., p. 340."])
def test_words_that_never_come_again_tell_nothing_in_a_short_text(place: str) -> None:
    notes = [
        "Ada Marsh, Millers of the Weir (Dover: Reed, 1990), p. 12.",
        "Eva Holm, Salt (Elm: Pell, 1991), p. 300.",
        place,
    ]
    sentences = [("The siege began in May.", [0]), ("Bread was dear.", [1]), ("Nobody knew why.", [2])]
    ibid = cite(document(notes, [sentences])).notes[2].mentions[0]
    assert ibid.state == "resolved"
    assert ibid.best == ibid.literal


def test_words_cost_time_in_proportion_to_the_text() -> None:
    def cost(times: int) -> float:
        made = document(
            ["Ada Marsh, Millers of the Weir, p. 3.", "Ibid."] * times, [[("The weir drove stones.", [0])] * 40 * times]
        )
        start = time.process_time()
        cohesion = Cohesion(made)
        for place in range(0, 2 * times, 2):
            cohesion.home(place)
        return time.process_time() - start

    cost(1)
    small, large = min(cost(10) for _ in range(3)), min(cost(100) for _ in range(3))
    assert large < 20 * small + 0.3, (small, large)
