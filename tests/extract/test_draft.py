"""The draft map."""

from argmap.extract import draft_map, extract
from argmap.model import (
    ArgumentMap,
    Citations,
    Document,
    Extraction,
    Heading,
    Locator,
    Mention,
    Name,
    NoteCitations,
    Source,
)
from tests.extract.conftest import make
from tests.extract.gold import Builder

INTRODUCTION = (
    "This essay will survey the end of the village of Thorne."
    " / Some historians have argued that the village decayed by itself after the plague.{{1}}"
    " / However, the emptying of Thorne was the deliberate decision of its lord."
)
BODY = (
    "The lord needed pasture for his sheep. / On 4 May 1641 he leased 300 acres of Thorne to a grazier.{{2}}",
    "The tenants resisted the decision of the lord. / In June 1641 they broke the hedges of the new pasture.{{3}}",
    "The weather was mild that year. / The well at Ashby ran dry.{{4}}",
    "The village church lost its tithes. / In 1650 the vicar of Thorne counted nine houses.{{2}}",
)
CONCLUSION = (
    "The records make it clear that the lord emptied Thorne on purpose, for pasture and against his tenants."
    " / Without the decision of the lord the village would never have died."
)
NOTES = {"1": "Hartwell, Decay, p. 9.", "2": "Thorne lease book, p. 4.", "3": "Assize roll, p. 2.", "4": "A dry year."}


def sources() -> tuple[Source, ...]:
    author = (Name(family="Hartwell"),)
    return (
        Source(id="hartwell", type="book", title="Decay", author=author),
        Source(id="lease", type="manuscript", title="Lease book"),
        Source(id="assize", type="manuscript", title="Assize roll"),
    )


def cited(document: Document) -> Citations:
    named = {"1": "hartwell", "2": "lease", "3": "assize"}
    notes = []
    for note in document.notes:
        source = named.get(note.id)
        locator = Locator(label="page", value="4") if source else None
        mention = Mention(
            kind="full" if source else "discursive",
            text=note.text,
            start=note.start,
            end=note.end,
            source=source,
            locator=locator,
        )
        notes.append(NoteCitations(n=note.n, note=note.id, mentions=(mention,)))
    return Citations(notes=tuple(notes), sources=sources())


def drafted() -> tuple[Document, Extraction, ArgumentMap, dict[str, str | None]]:
    document = make(INTRODUCTION, *BODY, CONCLUSION, notes=NOTES)
    citations = cited(document)
    extraction = extract(document, citations)
    drawn, anchored = draft_map(document, citations, extraction)
    return document, extraction, drawn, {anchor.claim: anchor.sentence for anchor in anchored}


def test_theses_come_from_the_introduction_and_the_conclusion() -> None:
    _, _, drawn, where = drafted()
    premises = {premise for relation in drawn.relations for premise in relation.premises}
    roots = {where[claim.id] for claim in drawn.claims if claim.id not in premises}
    assert {"p1.s3", "p6.s1"} & roots


def test_an_opposed_view_attacks_and_is_answered() -> None:
    _, _, drawn, where = drafted()
    (view,) = [claim for claim in drawn.claims if "opposed" in claim.tags]
    assert where[view.id] == "p1.s2"
    assert [where[relation.premises[0]] for relation in drawn.into[view.id] if relation.kind == "attack"] == ["p1.s3"]
    attacks = [relation for relation in drawn.relations if relation.premises == (view.id,)]
    assert [relation.kind for relation in attacks] == ["attack"]
    assert attacks[0].target != drawn.into[view.id][0].premises[0]


def test_evidence_cites_its_sources_with_locators() -> None:
    _, _, drawn, where = drafted()
    by_sentence = {where[claim.id]: claim for claim in drawn.claims}
    assert [(item.source, item.locator and item.locator.value) for item in by_sentence["p2.s2"].citations] == [
        ("lease", "4")
    ]
    assert drawn.sources == sources()


def test_every_sentence_is_in_the_map_or_among_the_losses() -> None:
    document, extraction, drawn, where = drafted()
    lost = [loss.detail.split(":")[0] for loss in drawn.losses]
    assert sorted([*lost, *{place for place in where.values() if place}]) == sorted(s.id for s in document.sentences)
    assert {loss.what for loss in drawn.losses} == {"sentence"}
    assert any("no claim (signpost)" in loss.detail for loss in drawn.losses)
    said = {verdict.id: verdict.text for verdict in extraction.sentences}
    assert all(claim.text in said[where[claim.id] or ""] for claim in drawn.claims)


def test_a_sentence_that_turns_gives_the_view_and_its_answer() -> None:
    document = make(
        "Hartwell argues that the wool trade fed the village, but the tax rolls show no trade at all.{{1}}",
        "The village of Thorne died of its lord. / It lived from grain.",
        notes=NOTES,
    )
    citations = cited(document)
    drawn, anchored = draft_map(document, citations, extract(document, citations))
    halves = [anchor.claim for anchor in anchored if anchor.sentence == "p1.s1"]
    assert len(halves) == 2
    assert [relation.premises for relation in drawn.into[halves[0]]] == [(halves[1],)]


def test_an_actor_whose_letter_is_cited_is_no_scholar() -> None:
    document = make(
        "Dune wrote that the mill was sound.{{2}} / However, the mill burnt in 1641.", "The end.", notes=NOTES
    )
    letter = Source(id="lease", type="personal_communication", title="Letter", author=(Name(family="Dune"),))
    citations = cited(document).model_copy(update={"sources": (letter,)})
    drawn, _ = draft_map(document, citations, extract(document, citations))
    assert not [claim for claim in drawn.claims if "opposed" in claim.tags]


def test_headings_become_sections() -> None:
    builder = Builder()
    builder.add("1", [("1", "The lord emptied the village of Thorne in 1641.")])
    heading = Heading(level=1, text="The lord", start=0, end=0, before="p1")
    document = builder.document(headings=[heading])
    drawn, _ = draft_map(document, Citations(), extract(document, Citations()))
    assert [claim.section for claim in drawn.claims] == [("The lord",)]


def test_empty_short_and_claimless_texts() -> None:
    for paragraphs, claims in ((), 0), (("Why?",), 0), (("The lord emptied the village in 1641.",), 1):
        document = make(*paragraphs)
        drawn, anchored = draft_map(document, Citations(), extract(document, Citations()))
        assert (len(drawn.claims), len(anchored), len(drawn.relations)) == (claims, claims, 0)


def test_a_long_text_stays_readable() -> None:
    document = make(INTRODUCTION, *BODY * 30, CONCLUSION, notes=NOTES)
    citations = cited(document)
    drawn, _ = draft_map(document, citations, extract(document, citations))
    assert 20 <= len(drawn.claims) <= 46
    assert len({claim.id.casefold() for claim in drawn.claims}) == len(drawn.claims)
    assert all(len(claim.id) <= 50 for claim in drawn.claims)
