"""The stage as a whole: contract, hostile input, figures on the gold passages, speed."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from argmap import show
from argmap.cite import cite
from argmap.extract import draft_map, extract
from argmap.extract.layout import to_doc
from argmap.extract.nlp import COMPONENTS, pipeline, register
from argmap.extract.weights import load
from argmap.model import Citations, Document
from argmap.read import read
from tests.extract.conftest import Judge, make
from tests.extract.gold import citations_of, figures, gold_citations, gold_document, gold_labels

pieces = st.sampled_from(
    [
        "“", "”", '"', "'", "’", "‘", "(", ")", ",", ".", "?", ":", "—", "said", "He", "She", "that", "Dune", "the lord",
        "who", "and", "However", "1641", "according to", "in their opinion", "if", "would have gone", "{{1}}", "{{2}}",
        "{{7}}", "but", "argues", "I", "\u00a0", "\u0301", "漢字", "🙂", "of",
    ]
)  # fmt: skip
sentences = st.lists(pieces, min_size=1, max_size=14).map(" ".join) | st.text(
    st.characters(exclude_characters="{}"), max_size=40
)
texts = st.lists(st.lists(sentences, max_size=4).map(" / ".join), max_size=5)


def check(document: Document, citations: Citations) -> None:
    extraction = extract(document, citations)
    assert [verdict.id for verdict in extraction.sentences] == [sentence.id for sentence in document.sentences]
    for verdict in extraction.sentences:
        assert (verdict.support in ("direct", "passage")) == bool(verdict.notes)
        assert verdict.reason
    claimed = {verdict.id for verdict in extraction.sentences if verdict.claim}
    assert {claim.sentence for claim in extraction.claims} == claimed
    for claim in extraction.claims:
        assert 0 <= claim.start < claim.end <= len(document.text)
        assert document.text[claim.start : claim.end] == claim.text
        assert claim.id.startswith(f"{claim.sentence}.c")
    assert len({claim.id for claim in extraction.claims}) == len(extraction.claims)
    drawn, anchored = draft_map(document, citations, extraction)
    ids = {claim.id for claim in drawn.claims}
    assert len(ids) == len(drawn.claims) == len(anchored)
    assert {anchor.claim for anchor in anchored} == ids
    assert all({*relation.premises, relation.target} <= ids for relation in drawn.relations)
    assert claimed or not ids  # a draft leaves fragments out, and says so


@given(texts, st.integers(0, 3))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_keeps_the_contract(paragraphs: list[str], quote: int) -> None:
    document = make(*paragraphs, notes={"1": "A remark.", "2": "Dune, p. 4."}, quotes=(quote,))
    check(document, citations_of(document, ["2"]))


@pytest.mark.parametrize(
    "bad",
    ["(", "“", "'", '"', "“‘", "a", "“aa” said ", "who, ", "Dune, said, ", "the lord of ", "in the opinion of ", "X. "],
)
def test_hostile_sentences_cost_linear_time(bad: str) -> None:
    def cost(size: int) -> float:
        document = make(bad * (size // len(bad)))
        start = time.process_time()
        extraction = extract(document, Citations())
        draft_map(document, Citations(), extraction)
        return time.process_time() - start

    cost(100)
    assert cost(24_000) < 12 * max(cost(6_000), 0.02)


@pytest.mark.parametrize("bad", ["'", '"', "“", "word. ", "He. / "])
def test_long_nonsense_costs_no_square(bad: str) -> None:
    def cost(size: int) -> float:
        document = make(bad * (size // len(bad)))
        start = time.process_time()
        extract(document, Citations())
        return time.process_time() - start

    cost(100)
    assert cost(200_000) < 30 * max(cost(20_000), 0.05)


def test_the_end_of_an_endless_sentence_is_kept(judge: Judge) -> None:
    text = "The lord sold 30 acres, " * 3000 + "and left."
    (verdict,) = judge(text)
    assert verdict.text == text
    assert verdict.claim


def test_halves_of_characters_are_borne(judge: Judge) -> None:
    (verdict,) = judge("The lord \ud800 sold 30 acres.")
    assert verdict.claim


def test_components_run_alone_on_any_english_pipeline() -> None:
    register()

    def run(name: str) -> Doc:
        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")
        nlp.add_pipe(name)
        return nlp("Dune argues that the mill was sound. He wrote “it is.” Was it?")

    for name, _ in COMPONENTS:
        assert any(str(key).startswith("argmap_") for key in run(name).user_data)
    doc = run("argmap_kind")
    assert [kind.kind for kind in doc.user_data["argmap_kind"]] == ["reported", "reported", "question"]


def test_the_doc_keeps_our_sentences_and_their_words() -> None:
    document = make("The lord (so it was said) sold it… / “Did he?”", "x" * 700 + " y")
    doc, held = to_doc(pipeline(), document)
    assert [span.text.strip() for span in doc.sents] == [sentence.text for sentence in held]
    assert [span.label_ for span in doc.spans["paragraphs"]] == ["prose", "prose"]


def test_importing_the_stage_builds_nothing() -> None:
    code = "import argmap.extract, argmap.extract.nlp as n; assert n.pipeline.cache_info().currsize == 0"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


FLOORS = {
    "keynes": {"claim": 0.92, "non_claim": 0.78, "kind": 0.77, "needs": 0.84, "support": 0.95, "notes": 0.95, "voice": 0.62, "uncited": 0.68},
    "engels": {"claim": 0.95, "non_claim": 0.68, "kind": 0.6, "needs": 0.8, "support": 0.87, "notes": 0.85, "voice": 0.88, "uncited": 0.5},
}  # fmt: skip


@pytest.mark.parametrize("book", FLOORS)
def test_floors_on_the_gold_passages(data: Path, book: str) -> None:
    folder = data / "gold" / book
    document, labels = gold_document(folder), gold_labels(folder)
    reached = figures(labels, extract(document, gold_citations(document, labels)))._asdict()
    assert {name: reached[name] for name, floor in FLOORS[book].items() if reached[name] < floor} == {}


def test_the_stage_costs_little_more_than_parsing(data: Path) -> None:
    folder = data / "gold" / "engels"
    document, labels = gold_document(folder), gold_labels(folder)
    citations, nlp = gold_citations(document, labels), load()
    doc, _ = to_doc(nlp, document)

    def cost(work: Callable[[], object]) -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    extract(document, citations)
    whole = min(cost(lambda: extract(document, citations)) for _ in range(3))
    parsing = min(cost(lambda: list(nlp.pipe(span.as_doc() for span in doc.sents))) for _ in range(3))
    assert whole < 5 * parsing


def test_the_text_says_how_sure_it_is_that_a_citation_is_needed() -> None:
    text = (
        "The garrison lost 412 men in the first week of the siege.\n\n"
        "Lieutenant Whitcomb tested the bottle in the presence of Elias Root and two Danish sailors.\n\n"
        "Pellow learned of the affair from a newspaper.\n\n"
        "Nothing was settled by the vote.\n\n"
        "Captain Marsh refused to land at Elmford.\n\n"
        "The Bishop of Elm quarrelled with Whitcomb.\n\n"
        "Whitcomb hated the Danes.\n\n"
        "The rents of the parish fell in 1640.\n"
    )
    document = read(text.encode(), "essay.md")
    told = show.extraction(extract(document, cite(document)))
    assert ", needs a citation;" in told
    assert ", perhaps needs a citation;" in told
    assert ", may need a citation;" in told


def test_to_establish_precedents_reports_nothing() -> None:
    text = "The 1980 debate over FRUS established precedents that guided later disputes."
    document = read(text.encode(), "essay.md")
    (verdict,) = extract(document, cite(document)).sentences
    assert verdict.kind != "reported"


def test_no_reason_names_nobody() -> None:
    text = (
        "The traditional view is that of Harold Stannard, who wrote the first history. He saw the ledgers.[^1]\n\n"
        "[^1]: Marsh, Mills, 12.\n"
    )
    document = read(text.encode(), "essay.md")
    assert all("None" not in verdict.reason for verdict in extract(document, cite(document)).sentences)
