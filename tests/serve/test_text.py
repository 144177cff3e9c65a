"""The text as the page shows it."""

from typing import Any

import pytest

from argmap.model import Mention, NoteCitations, Reading
from argmap.serve.doubt import chance, doubt
from argmap.serve.text_view import text_view
from tests.serve import hand
from tests.serve.client import Client


@pytest.fixture(scope="module")
def text(client: Client) -> dict[str, Any]:
    answer: dict[str, Any] = client.get("/api/text").json()
    return answer


@pytest.fixture(scope="module")
def sentences(text: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        sentence["id"]: sentence
        for block in text["blocks"]
        if block["block"] == "paragraph"
        for sentence in block["sentences"]
    }


def test_headings_stand_between_paragraphs(text: dict[str, Any]) -> None:
    assert [block["block"] for block in text["blocks"]] == ["heading", "paragraph", "heading", "paragraph", "paragraph"]
    assert text["blocks"][2]["segments"][0]["text"] == "The flood"
    assert text["blocks"][4]["kind"] == "quote"


def test_segments_give_back_the_clean_text(sentences: dict[str, dict[str, Any]]) -> None:
    for sentence in hand.text_analysis().document.sentences:
        segments = sentences[sentence.id]["segments"]
        assert "".join(part["text"] for part in segments if part["kind"] == "text") == sentence.text


def test_a_marker_inside_a_sentence_keeps_its_place(sentences: dict[str, dict[str, Any]]) -> None:
    before, marker, after = sentences["p2.s3"]["segments"]
    assert before["text"] == "But the flood, as measured at"
    assert marker == {"kind": "marker", "text": "3", "note": "3"}
    assert after["text"].endswith("an ordinary one.")


def test_a_marker_without_note_is_shown(sentences: dict[str, dict[str, Any]]) -> None:
    assert sentences["p2.s5"]["segments"][-1] == {"kind": "marker", "text": "9", "note": None}


def test_space_between_sentences_is_kept(sentences: dict[str, dict[str, Any]]) -> None:
    assert [sentences[name]["lead"] for name in ("p1.s1", "p1.s2")] == ["", " "]


def test_verdicts(sentences: dict[str, dict[str, Any]]) -> None:
    verdict = sentences["p2.s1"]["verdict"]
    assert verdict["kind"] == "reported"
    assert verdict["attributed_to"] == "Tarn"
    assert (verdict["support"], verdict["notes"]) == ("direct", ["2"])
    assert sentences["p2.s4"]["verdict"]["claim"] is False


def test_claims_of_the_map_are_tied_to_sentences(sentences: dict[str, dict[str, Any]]) -> None:
    assert sentences["p1.s1"]["map_claims"] == ["Neglect"]  # not "Gone", which the map does not have
    assert sentences["p2.s2"]["map_claims"] == []


def test_uncited_sentences_are_as_many_as_the_summary_says(
    text: dict[str, Any], sentences: dict[str, dict[str, Any]]
) -> None:
    uncited = [
        sentence
        for sentence in sentences.values()
        if sentence["verdict"]["needs_citation"] and sentence["verdict"]["support"] == "none"
    ]
    assert len(uncited) == text["summary"]["uncited"]


def test_notes_name_their_sources_and_callers(text: dict[str, Any]) -> None:
    first, second = text["notes"][:2]
    assert first["called_in"] == ["p1.s2"]
    assert first["mentions"][0]["short"] == "Marsh 1902"
    assert [mention["source"] for mention in second["mentions"]] == ["tarn1911", "odo1913"]


def test_a_doubtful_ibid_is_put_in_words(text: dict[str, Any]) -> None:
    mention = text["notes"][2]["mentions"][0]
    assert mention["state"] == "ambiguous"
    assert mention["literal"]["source"] == "odo1913"
    assert "Odo 1913" in mention["doubt"]
    assert "Tarn" in mention["doubt"]
    assert mention["locator"] == {"label": "page", "value": "14", "inherited": False}
    assert text["notes"][0]["mentions"][0]["doubt"] is None


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (None, None),
        (0.812, "likely, about 8 in 10"),
        (0.5, "as likely as not, about 5 in 10"),
        (0.95, "very likely, about 95 in 100"),
        (0.999, "very likely, more than 99 in 100"),
        (0.2, "unlikely, about 2 in 10"),
        (0.04, "very unlikely, about 4 in 100"),
        (0.0, "very unlikely, less than 1 in 100"),
    ],
)
def test_a_probability_is_said_in_words(probability: float | None, words: str | None) -> None:
    assert chance(Reading(note="2", source="x", probability=probability)) == words


def test_readings_carry_their_chance() -> None:
    text = hand.text_analysis()
    ibid = text.citations.notes[2].mentions[0]
    best = Reading(note="2", source="odo1913", probability=0.8)
    notes = (
        *text.citations.notes[:2],
        NoteCitations(n="3", note="3", mentions=(ibid.model_copy(update={"best": best}),)),
    )
    changed = text.model_copy(update={"citations": text.citations.model_copy(update={"notes": notes})})
    view = text_view(hand.seminar().model_copy(update={"text": changed}), changed)
    reading = view.notes[2].mentions[0].best
    assert reading is not None
    assert (reading.probability, reading.chance) == (0.8, "likely, about 8 in 10")


def test_a_stale_note_number_is_called_stale() -> None:
    literal = Reading(note="7", source="marsh1902", evidence=("note 7 does not cite this author",))
    best = Reading(note="9", source="tarn1911", evidence=("note 9 cites this author",))
    mention = Mention(
        kind="supra", text="Tarn (n 7) 3", start=0, end=1, literal=literal, best=best, state="contradicted"
    )
    assert doubt(mention, str.upper) == (
        "The note number looks stale (note 7 does not cite this author); more likely meant is TARN1911 (note 9): "
        "note 9 cites this author."
    )
    ibid = mention.model_copy(update={"kind": "ibid", "text": "Ibid. 7"})
    assert "stale" not in str(doubt(ibid, str.upper))
    other = mention.model_copy(update={"text": "Tarn, op. cit., 17"})
    assert "stale" not in str(doubt(other, str.upper))
