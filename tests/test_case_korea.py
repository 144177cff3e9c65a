"""The Korean War case: its files agree with one another, and with the essay where that is at hand."""

import itertools
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.check import check_text
from argmap.cite import cite
from argmap.convert import load_map, load_sources
from argmap.evaluate import evaluate
from argmap.extract import extract
from argmap.model import AnchorFile, ArgumentMap, Document, Source, TextRole, locate
from argmap.read import read

CENTRAL = (
    "Deliberate decision",
    "Stalin's veto",
    "China's secondary role",
    "Kim's initiative",
    "Fear of American intervention",
    "Approval rested on expected abstention",
    "Intervention provoked",
    "Had Washington spoken",
)
OPPOSED = ("A civil war that grew by itself", "North Korea able to attack alone", "China as an alternative patron")
OBJECTIONS = ("Beijing held a veto too", "Doubt outlasted the approval")
GAPS_OF_THE_BRIEF = (
    "A leader without a following",
    "Korea outside the perimeter",
    "Maclean betrayed the strategy paper",
    "Memories of the thirties",
)
GAPS = (
    *GAPS_OF_THE_BRIEF,
    "An alliance offered on 6 January",
    "The dates point to Maclean",
    "Seoul kept short of arms",
    "Signs of American commitment",
    "Korea mattered more to Moscow",
    "A bridge for Japan",
    "Fear of a new Japan",
    "Washington looked elsewhere",
    "A coalition of fifteen",
)
NOT_IN_THE_ESSAY = {
    "Beijing held a veto too",
    "Doubt outlasted the approval",
    "No informant in the records",
    "What the report leaves out",
    "From the verdict to the fact",
    "The soldiers who came home",  # the rest in a note only
    "The dates point to Maclean",
    "Requests for advisers",
    "The captured papers are silent",
}
TIKA = "000_7c7138262c288e0f.txt"


@pytest.fixture(scope="module")
def case(root: Path) -> Path:
    return root / "claims" / "korea-1950"


@pytest.fixture(scope="module")
def sources(case: Path) -> tuple[Source, ...]:
    return load_sources((case / "sources.json").read_bytes(), "sources.json")


@pytest.fixture(scope="module")
def argument_map(case: Path, sources: tuple[Source, ...]) -> ArgumentMap:
    return load_map((case / "map.argdown").read_bytes(), "map.argdown", sources)


@pytest.fixture(scope="module")
def anchors(case: Path) -> AnchorFile:
    return AnchorFile.model_validate_json((case / "anchors.json").read_bytes())


@pytest.fixture(scope="module")
def brief(case: Path) -> Document:
    return read((case / "brief.md").read_bytes(), "brief.md")


def custom(source: Source, key: str) -> tuple[str, ...]:
    """The ids or numbers under one key of a source's `custom`."""
    value = (source.custom or {}).get(key, ())
    return (value,) if isinstance(value, str) else value


def with_derived(argument_map: ArgumentMap, *reject: str) -> set[str]:
    """These sources, and those known through them alone."""
    gone = set(reject)
    while True:
        more = {
            source.id
            for source in argument_map.sources
            if custom(source, "derived-from") and gone.issuperset(custom(source, "derived-from"))
        }
        if more <= gone:
            return gone
        gone |= more


def statuses(argument_map: ArgumentMap, *reject: str) -> dict[str, str]:
    """Label of every claim after some sources, and what is known through them, are rejected."""
    rejected = sorted(with_derived(argument_map, *reject))
    return {claim.id: claim.label for claim in evaluate(argument_map, rejected).claims}


def toppled(argument_map: ArgumentMap, *reject: str) -> set[str]:
    """The claims that stand, and do not stand without these sources."""
    after = statuses(argument_map, *reject)
    return {claim for claim, label in statuses(argument_map).items() if label == "stands" != after[claim]}


# The map and its sources


def test_every_source_can_be_found_again(sources: tuple[Source, ...]) -> None:
    ids = [source.id for source in sources]
    assert len(ids) == len(set(ids)) == 31
    for source in sources:
        assert re.fullmatch(r"[a-z0-9-]+", source.id)
        assert source.title
        assert {*custom(source, "derived-from"), *custom(source, "printed-in")} <= set(ids)
        if source.type in {"document", "collection"}:
            assert source.archive
            assert source.archive_location or custom(source, "derived-from") or source.note
        else:
            assert source.author or source.editor or source.container_title
            assert source.issued or source.type == "manuscript"


def test_call_number_and_parts_agree(sources: tuple[Source, ...]) -> None:
    filed = [source for source in sources if source.archive_location]
    assert len(filed) == 7
    for source in filed:
        for part in ("fond", "opis", "delo", "listy"):
            assert custom(source, part)[0] in (source.archive_location or "")


def test_the_map_loads_whole(argument_map: ArgumentMap) -> None:
    assert argument_map.title
    assert not argument_map.losses
    assert len(argument_map.claims) >= 60
    assert sum(argument_map.role(claim) == "evidence" for claim in argument_map.claims) >= 40
    assert all(claim.text and (claim.kind or claim.form == "argument") for claim in argument_map.claims)
    assert {claim.section[-1] for claim in argument_map.claims} == {
        "The decision",
        "Dependence on Moscow",
        "China",
        "Why Stalin agreed",
        "The opposed views",
        "The outcome",
    }


def test_every_citation_names_a_source(argument_map: ArgumentMap) -> None:
    cited = {citation.source for claim in argument_map.claims for citation in claim.citations}
    assert cited <= set(argument_map.source_of)
    assert len(cited) >= 27


def test_only_evidence_cites(argument_map: ArgumentMap) -> None:
    """A claim that cited a source beside its reasons would stand when all reasons had fallen."""
    for claim in argument_map.claims:
        if claim.citations:
            assert argument_map.role(claim) == "evidence", claim.id


def test_opposed_views_have_their_own_sources_and_cited_answers(argument_map: ArgumentMap) -> None:
    for view in OPPOSED:
        relations = argument_map.into[view]
        attackers = [premise for relation in relations if relation.kind == "attack" for premise in relation.premises]
        supporters = [premise for relation in relations if relation.kind == "support" for premise in relation.premises]
        supporters += [  # what an argument for the view starts from
            premise
            for supporter in supporters
            for relation in argument_map.into.get(supporter, ())
            if relation.kind == "support"
            for premise in relation.premises
        ]
        assert len(attackers) >= 2
        assert all(argument_map.claim_of[attacker].citations for attacker in attackers)
        assert any(argument_map.claim_of[supporter].citations for supporter in supporters)


# What stands


def test_central_claims_stand_and_opposed_views_fall(argument_map: ArgumentMap) -> None:
    label = statuses(argument_map)
    assert {claim: label[claim] for claim in CENTRAL} == dict.fromkeys(CENTRAL, "stands")
    fallen = (*OPPOSED, *OBJECTIONS, "Solid intelligence")
    assert {claim: label[claim] for claim in fallen} == dict.fromkeys(fallen, "refuted")


def test_only_what_nobody_documented_is_unsupported(argument_map: ArgumentMap) -> None:
    label = statuses(argument_map)
    assert {claim for claim, value in label.items() if value == "unsupported"} == set(GAPS)


def test_the_civil_war_view_stands_once_the_documents_are_taken_away(argument_map: ArgumentMap) -> None:
    documents = [source.id for source in argument_map.sources if source.type in {"document", "manuscript"}]
    label = statuses(argument_map, *documents)
    assert label["A civil war that grew by itself"] == "contested", "its answers are documents, its own books are left"
    assert label["North Korea able to attack alone"] == "unsupported", "its authors wrote without the records"
    assert label["Deliberate decision"] == "contested", "one view against the other"
    assert label["Stalin's veto"] == "stands", "studies of the North's dependence are in print"
    assert label["China as an alternative patron"] == "refuted", "its answers are published books"


def test_the_manuscript_carries_the_motives_and_not_the_decision(argument_map: ArgumentMap) -> None:
    label = statuses(argument_map, "bajanov-ms")
    survive = ("Deliberate decision", "Stalin's veto", "Kim's initiative", "China's secondary role")
    assert {claim: label[claim] for claim in survive} == dict.fromkeys(survive, "stands")
    assert label["Fear of American intervention"] == "stands", "September 1949 and January 1950 are in AVPRF"
    fall = ("Approval rested on expected abstention", "Had Washington spoken", "Intervention provoked")
    assert {claim: label[claim] for claim in fall} == dict.fromkeys(fall, "unsupported")


def test_one_telegram_does_not_carry_the_veto(argument_map: ArgumentMap) -> None:
    law = toppled(argument_map, "avprf-059a-5a-3-11-87-91")
    assert law == {"Kim bound by Stalin's word", "Plea of January 1950", "Urgency after Mao's victory"}


def test_one_report_of_april_1950_carries_the_reasons(argument_map: ArgumentMap) -> None:
    report = toppled(argument_map, "report-kim-visit-1950")
    assert {"Approval rested on expected abstention", "Had Washington spoken"} <= report
    assert "Fear of American intervention" not in report
    assert report < toppled(argument_map, "bajanov-ms")


def test_what_is_known_at_second_hand_falls_with_the_second_hand(argument_map: ArgumentMap) -> None:
    assert toppled(argument_map, "shen2003") == toppled(argument_map, "li1993") == {"Beijing left in the dark"}


def test_the_chinese_veto_is_answered_twice(argument_map: ArgumentMap) -> None:
    """By the telegram of May 1950 for good, and by an inference from China's dependence, which is one view more."""
    label = statuses(argument_map, "roshchin-1950-05-16")
    assert label["Beijing held a veto too"] == label["No freedom to refuse"] == "contested"
    assert label["China's secondary role"] == "contested"
    label = statuses(argument_map, "roshchin-1950-05-16", "westad1998")
    assert label["No freedom to refuse"] == "unsupported"
    assert label["Beijing held a veto too"] == label["China's secondary role"] == "contested"


def test_the_essay_is_of_two_minds_about_what_can_be_known(argument_map: ArgumentMap) -> None:
    """Why Stalin agreed is "at least partially open", and he agreed for one reason only: both cannot stand."""
    label = statuses(argument_map)
    assert label["Motives partly open"] == label["Nothing else moved him"] == "contested"


def test_a_guess_does_not_become_intelligence(argument_map: ArgumentMap) -> None:
    (step,) = (
        relation
        for relation in argument_map.relations
        if relation.kind == "undercut" and relation.premises == ("No informant in the records",)
    )
    undercut = next(relation for relation in argument_map.relations if relation.id == step.target)
    assert undercut.target == "Maclean betrayed the strategy paper"


# The brief


def test_the_brief_has_the_length_of_a_short_essay(case: Path, brief: Document) -> None:
    assert 1500 <= len((case / "brief.md").read_text(encoding="utf-8").split()) <= 2500
    assert 1500 <= sum(len(paragraph.prose.text.split()) for paragraph in brief.paragraphs) <= 2500
    assert 25 <= len(brief.notes) <= 40
    assert [note.n for note in brief.notes] == [marker.n for marker in brief.markers]


def test_the_claims_of_the_brief_have_their_place_in_it(
    anchors: AnchorFile, brief: Document, argument_map: ArgumentMap
) -> None:
    own = tuple(anchor for anchor in anchors.anchors if anchor.text == "brief")
    found = locate(own, brief)
    assert [place.claim for place in found if place.sentence is None or place.moved] == []
    assert len(found) >= 50
    assert set(CENTRAL) | set(OPPOSED) | set(OBJECTIONS) <= {place.claim for place in found}
    assert {place.claim for place in found} <= set(argument_map.claim_of)


def test_the_brief_cites_nothing_for_the_gaps_of_the_map(anchors: AnchorFile, brief: Document) -> None:
    """The checker has something true to find, and the map's evidence is cited where the brief states it."""
    place = {anchor.claim: anchor.sentence for anchor in anchors.anchors if anchor.text == "brief"}
    citations = cite(brief)
    findings = check_text("brief.md", brief, citations, extract(brief, citations))
    uncited = {finding.sentence for finding in findings if finding.name == "claim-without-citation"}
    assert {place[claim] for claim in GAPS_OF_THE_BRIEF if claim != "A leader without a following"} <= uncited
    assert [finding.note for finding in findings if finding.name == "note-without-source"] == ["1", "33"]
    markers = {sentence.id: sentence.markers for sentence in brief.sentences}
    assert not markers[place["A leader without a following"]]


def test_the_brief_cites_where_the_map_does(anchors: AnchorFile, brief: Document, argument_map: ArgumentMap) -> None:
    markers = {sentence.id: sentence.markers for sentence in brief.sentences}
    in_brief = {anchor.claim for anchor in anchors.anchors if anchor.text == "brief"}
    cited = {anchor.claim for anchor in anchors.anchors if anchor.text == "brief" and markers[anchor.sentence]}
    assert {claim.id for claim in argument_map.claims if claim.citations} & in_brief <= cited


def test_no_anchor_points_to_a_claim_that_is_not_there(anchors: AnchorFile, argument_map: ArgumentMap) -> None:
    essay = {anchor.claim for anchor in anchors.anchors if anchor.text == "essay"}
    assert essay == set(argument_map.claim_of) - NOT_IN_THE_ESSAY
    brief = {anchor.claim for anchor in anchors.anchors if anchor.text == "brief"}
    assert NOT_IN_THE_ESSAY - brief == {
        "What the report leaves out",
        "From the verdict to the fact",
        "The dates point to Maclean",
        "Requests for advisers",
        "The captured papers are silent",
    }
    assert len(set(anchors.anchors)) == len(anchors.anchors)


# With the essay at hand


def essay_texts(data: Path) -> Iterator[tuple[str, bytes]]:
    """The essay as Markdown, Word file, Tika's text and bare paragraphs."""
    folder = data / "essay"
    for name in ("seed.md", "seed.docx", TIKA):
        yield name, (folder / name).read_bytes()
    document = read((folder / "seed.md").read_bytes(), "seed.md")
    yield "plain.txt", "\n\n".join(paragraph.prose.text for paragraph in document.paragraphs).encode()


def test_essay_anchors_are_found_in_four_formats(data: Path, anchors: AnchorFile) -> None:
    role: TextRole = "essay"
    own = tuple(anchor for anchor in anchors.anchors if anchor.text == role)
    for name, content in essay_texts(data):
        places = locate(own, read(content, name))
        assert [(name, place.claim) for place in places if place.sentence is None or place.moved] == []


def test_every_note_of_the_essay_is_covered(data: Path, anchors: AnchorFile) -> None:
    document = read((data / "essay" / "seed.md").read_bytes(), "seed.md")
    markers = {sentence.id: sentence.markers for sentence in document.sentences}
    covered = {n for anchor in anchors.anchors if anchor.text == "essay" for n in markers[anchor.sentence]}
    assert covered == {note.n for note in document.notes}


def words(text: str) -> list[str]:
    """The words of a text, in lower case and without punctuation."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    """All runs of seven words."""
    found = words(text)
    return set(zip(*(itertools.islice(found, start, None) for start in range(7)), strict=False))


def prose_and_references(path: Path) -> tuple[str, str]:
    """A file's own words, and the part of it that is made of references."""
    text = path.read_text(encoding="utf-8")
    if path.name == "sources.json":
        return "", text
    prose, _, references = text.partition("\n[^1]:")
    return prose, references


def test_nothing_is_copied_from_the_essay(data: Path, case: Path, sources: tuple[Source, ...]) -> None:
    """Seven words in a row are shared only where all seven are bibliography: names, titles, dates, call numbers."""
    essay = runs((data / "essay" / "seed.md").read_text(encoding="utf-8"))
    bibliography = {
        "in",
        "and",
        "cited",
        "hereafter",
        "unpublished",
        "manuscript",
        "to",
        "of",
        "ed",
        "no",
        "list",
        "85",
    }
    for source in sources:
        bibliography.update(words(source.model_copy(update={"note": None}).model_dump_json()))
    for path in sorted(case.iterdir()):
        prose, references = prose_and_references(path)
        assert not [" ".join(run) for run in runs(prose) & essay], path.name
        shared = runs(references) & essay
        assert not [" ".join(run) for run in shared if not bibliography.issuperset(run)], path.name


def test_every_work_and_document_of_the_notes_is_a_source(data: Path, sources: tuple[Source, ...]) -> None:
    notes = {note.n: note.text for note in read((data / "essay" / "seed.md").read_bytes(), "seed.md").notes}
    assert len(notes) == 26
    named = {n for source in sources for n in custom(source, "notes")}
    assert named == set(notes) - {"13"}, "note 13 names no source"
    call_numbers = {
        (fond.lower(), opis.lower(), delo, listy)
        for fond, opis, delo, listy in re.findall(
            r"Fond (\w+), Opis (\w+), Delo (\w+),(?: Papka \w+,)? Listy? ([\d-]+)", "\n".join(notes.values())
        )
    }
    held = {
        tuple(custom(source, part)[0] for part in ("fond", "opis", "delo", "listy"))
        for source in sources
        if custom(source, "fond")
    }
    assert held == call_numbers
    for source in sources:
        cited_in = words(" ".join(notes[n] for n in custom(source, "notes")))
        title = [word for word in words((source.title or "").split(":")[0]) if len(word) > 3]
        if source.id != "cwihp6-7":  # the note gives the issue and the pages, no title
            assert sum(word in cited_in for word in title) >= len(title) / 2, source.id
