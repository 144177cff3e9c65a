"""Sources and findings with their uses and places."""

from typing import Any

from argmap.cite import reference
from argmap.model import ArgumentMap, Citation, Citations, Date, MapClaim, Name, Source
from argmap.pipeline import Seminar
from argmap.serve import create_app
from argmap.serve.source_view import source_views
from tests.serve import hand
from tests.serve.client import Client


def line(source: Source) -> str:
    return "".join(part.text for part in reference(source))


def of(client: Client) -> dict[str, dict[str, Any]]:
    return {source["id"]: source for source in client.get("/api/sources").json()}


def test_uses_are_listed(client: Client) -> None:
    odo = of(client)["odo1913"]
    assert odo["short"] == "Odo 1913"
    assert odo["claims"] == ["Ordinary flood"]
    assert odo["notes"] == ["2", "3"]
    assert odo["in_map"] is True
    assert odo["item"]["type"] == "book"


def test_sources_of_steps_and_copies_are_told() -> None:
    drawn = hand.argument_map()
    step = drawn.relations[0].model_copy(update={"citations": (Citation(source="odo1913"), Citation(source="nobody"))})
    copy = hand.MARSH.model_copy(update={"id": "copy", "custom": {"derived-from": ("marsh1902",)}})
    changed = drawn.model_copy(
        update={"relations": (step, *drawn.relations[1:]), "sources": (*drawn.sources, copy)},
    )
    client = Client(create_app(Seminar(title="t", path="t.argdown", map=changed)))
    found = of(client)
    assert found["odo1913"]["relations"] == ["r1"]
    assert found["copy"]["derived_from"] == ["marsh1902"]
    assert (found["nobody"]["relations"], found["nobody"]["in_map"]) == (["r1"], False)
    assert client.get("/api/what-if?reject=nobody").status_code == 200  # unknown, yet cited: the step rests on it
    assert client.get("/api/what-if?reject=somebody").status_code == 404
    assert client.get("/api/what-if?reject=copy").status_code == 200


def test_references_read_like_a_bibliography() -> None:
    assert line(hand.MARSH) == "Marsh, Edith. Bridges of the Alder. Ostry: Pell, 1902."
    assert line(hand.TARN) == "Tarn, Jonas and Ada Pell. “The Spring Flood.” Waters Quarterly 4: 1-20. 1911."
    assert (
        line(hand.OFFICE)
        == "Report of the inspector of bridges. 2 March 1870. County Record Office, Bridges 3, fol. 7."
    )
    assert line(Source(id="nameless", type="book")) == "nameless"
    edited = Source(id="e", type="book", editor=(Name(family="Pell"), Name(literal="The Club")), title="Letters")
    assert line(edited) == "Pell and The Club (eds.). Letters."


def test_titles_of_works_are_in_italics() -> None:
    assert [part.text for part in reference(hand.MARSH) if part.italic] == ["Bridges of the Alder"]
    assert [part.text for part in reference(hand.TARN) if part.italic] == ["Waters Quarterly"]
    assert not [part for part in reference(hand.OFFICE) if part.italic]


def archival(name: str, delo: str, archive: str = "SA", dash: str = "-") -> Source:
    place = f"fond 45, opis 1, delo {delo}, listy 3{dash}7"
    return Source(id=name, type="document", archive=archive, archive_location=place)


def telegram(name: str, title: str, day: int) -> Source:
    return Source(id=name, type="document", title=title, issued=Date(date_parts=((1950, 6, day),)))


def ids_of(of_map: tuple[Source, ...], of_text: tuple[Source, ...]) -> list[tuple[str, ...]]:
    text = hand.text_analysis().model_copy(update={"citations": Citations(sources=of_text)})
    seminar = Seminar(title="t", path="t", map=ArgumentMap(sources=of_map), text=text)
    return sorted(view.ids for view in source_views(seminar))


def test_one_work_under_two_ids_is_listed_once() -> None:
    double_number = Date(date_parts=((1912,),))
    of_map = (
        hand.MARSH,
        hand.TARN,
        archival("m-347", "347", "State Archive (SA)"),
        telegram("m-t", "A to B, 3 June", 3),
    )
    of_text = (
        hand.MARSH.model_copy(update={"id": "marsh", "title": "Bridges of the Alder: A History"}),
        hand.TARN.model_copy(update={"id": "tarn", "title": "The Spring Flood of Two Rivers", "issued": double_number}),
        hand.OFFICE,
        archival("t-347", "347", dash="\N{EN DASH}"),
        telegram("t-t", "A to B", 3),
    )
    assert ids_of(of_map, of_text) == [
        ("cro-bridges-3",),
        ("m-347", "t-347"),
        ("m-t", "t-t"),
        ("marsh1902", "marsh"),
        ("tarn",),
        ("tarn1911",),
    ]


def test_an_article_may_have_two_years_and_a_book_may_not() -> None:
    long = "The Spring Flood of Two Rivers"
    article = hand.TARN.model_copy(update={"title": long})
    later = Date(date_parts=((1912,),))
    assert ids_of((article,), (article.model_copy(update={"id": "x", "issued": later}),)) == [("tarn1911", "x")]
    book = hand.MARSH.model_copy(update={"id": "x", "issued": later})
    assert ids_of((hand.MARSH,), (book,)) == [("marsh1902",), ("x",)]


def test_where_two_would_fit_neither_is_taken() -> None:
    of_map = (telegram("m1", "A to B, 3 June (on ships)", 3), telegram("m2", "A to B, 3 June (on guns)", 3))
    assert ids_of(of_map, (telegram("t", "A to B", 3),)) == [("m1",), ("m2",), ("t",)]


def test_findings_know_their_places(client: Client) -> None:
    by_map, by_anchor, by_sentence, by_note = client.get("/api/findings").json()
    assert by_map["claim"] == "No money"
    assert by_anchor["claim"] == "Rotten timber"
    assert by_sentence["finding"]["sentence"] == "p1.s3"
    assert by_sentence["claim"] is None
    assert by_note["note_id"] == "3"


def test_sources_that_nobody_describes_are_listed_and_can_be_rejected() -> None:
    claims = (MapClaim(id="A", citations=(Citation(source="odo1913"),)),)
    client = Client(create_app(Seminar(title="t", path="t.argdown", map=ArgumentMap(claims=claims))))
    source = of(client)["odo1913"]
    assert (source["short"], source["claims"], source["in_map"]) == ("odo1913", ["A"], True)
    assert client.get("/api/evaluation?reject=odo1913").json()["claims"][0]["status"] == "out"
