"""Kinds, claims and the need for a citation."""

import math

import pytest

from argmap.extract import extract
from argmap.extract.assertions import odds, sure
from argmap.extract.signs import Weights, shipped
from tests.extract.conftest import Judge, make
from tests.extract.gold import citations_of


@pytest.mark.parametrize(
    ("text", "kind", "claim"),
    [
        ("This essay will survey the leases of the parish.", "signpost", False),
        ("We now turn to the mill and its tenants.", "signpost", False),
        ("The grounds were as follows:", "signpost", False),
        ("Why, then, did the tenants leave?", "question", False),
        ("Let us remember what the tenants lost.", "signpost", False),
        ("It is important that we begin with the tenants themselves.", "other", False),
        ("A first version of this article was published in a local journal.", "other", False),
        ("The mill and its pond.", "other", False),
        ("This payment is called a heriot.", "other", False),
        ("Had the lord waited, the tenants would never have left.", "counterfactual", True),
        ("On 4 May 1641 the lord granted 30 acres to Margery Dune.", "factual", True),
        ("The last lease ended the bargain of 1640 for 30 crowns.", "factual", True),
        ("The lord was perhaps anxious because the rents might fall.", "interpretive", True),
    ],
)
def test_kinds(judge: Judge, text: str, kind: str, claim: bool) -> None:  # noqa: FBT001 - a table of cases
    filler = "The rents of the parish fell in 1640."
    (_, verdict, _) = judge(f"{filler} / {text} / {filler}")
    assert (verdict.kind, verdict.claim) == (kind, claim)
    assert verdict.reason


def test_quoted_questions_are_no_questions(judge: Judge) -> None:
    (verdict,) = judge("The steward asked the tenants on 4 May 1641 “who shall pay?”")
    assert verdict.kind != "question"


def test_would_have_without_a_participle_is_no_counterfactual(judge: Judge) -> None:
    (verdict,) = judge("After the fire the lord would have a pretext for the new lease.")
    assert verdict.kind != "counterfactual"


def test_the_answer_to_an_opposed_view_in_the_introduction_is_a_thesis(judge: Judge) -> None:
    rows = judge(
        "Some historians have argued that the parish decayed by itself."
        " / However, the emptying of the parish was a deliberate act of its lord.",
        *["The rents fell in 1640. / The mill burnt down in 1641."] * 12,
    )
    assert rows[1].kind == "thesis"
    assert not rows[1].needs_citation


def test_need(judge: Judge) -> None:
    rows = judge(
        "On 4 May 1641 the lord granted 30 acres to Margery Dune. / This may seem strange."
        " / Hartwell argues that the grant was a bribe. / Why did she take it?"
    )
    assert [row.needs_citation for row in rows] == [True, False, True, False]


def test_what_the_author_cites_for_needs_a_citation(judge: Judge) -> None:
    (verdict,) = judge("The grant was a strange one.{{1}}", notes={"1": "Dune, p. 4."})
    assert (verdict.needs_citation, verdict.support, verdict.notes) == (True, "direct", ("1",))


@pytest.mark.parametrize(
    ("text", "kind", "needed"),
    [
        ("This essay asks who wanted the lease, and why he wanted it.", "signpost", False),
        ("The present chapter briefly examines the rents of the parish.", "signpost", False),
        ("There remains Norwich.", "signpost", False),
        ("A harder question remains.", "signpost", False),
        ("This paper argues that the lease was a bribe.", "thesis", False),
        ("I shall argue that the lease was a bribe.", "thesis", False),
        ("My main contention is that the lease was a bribe.", "thesis", False),
        ("That is an inference, and no stronger than its grounds.", "interpretive", False),
        ("One may suspect a bribe, paid in the summer of 1641.", "interpretive", False),
        ("It is true, of course, that the lord of Thorne needed money.", "interpretive", False),
    ],
)
def test_the_text_of_itself_and_the_authors_own_inference(judge: Judge, text: str, kind: str, needed: bool) -> None:  # noqa: FBT001 - a table of cases
    (_, verdict, _) = judge(f"The rents fell by a third. / {text} / Dune paid 30 crowns on 3 June 1641.")
    assert (verdict.kind, verdict.needs_citation, verdict.attributed_to) == (kind, needed, None)


def test_it_argues_is_the_thesis_only_behind_a_sentence_on_this_text(judge: Judge) -> None:
    (_, thesis) = judge("This essay asks who wanted the lease. / It argues that the lord alone wanted it.")
    assert (thesis.kind, thesis.claim, thesis.attributed_to) == ("thesis", True, None)
    (_, other) = judge("The mill burnt in 1641. / It argues that the lord alone wanted it.")
    assert other.kind != "thesis"


def test_this_study_is_another_s_where_a_person_stands_before_it(judge: Judge) -> None:
    (verdict,) = judge("An influential study, published in 1950, argues that the lease was a bribe.")
    assert verdict.kind == "reported"


def test_a_doubtful_need_is_told_and_asks_for_nothing(judge: Judge) -> None:
    rows = judge(
        "The rents of the parish fell in 1640. / The valley was quiet."
        " / On 4 May 1641 the lord granted 30 acres to Margery Dune.{{1}} / Dune paid 12 crowns on 3 June.{{2}}",
        notes={"1": "A remark.", "2": "Ledger, p. 4."},
    )
    assert (rows[0].claim, rows[0].needs_citation, rows[0].unsure) == (True, False, True)
    assert "citation need in doubt" in rows[0].reason
    assert rows[2].needs_citation
    assert not rows[2].unsure


def test_what_the_text_repeats_is_its_common_ground(judge: Judge) -> None:
    told = "The fire of 3 June 1641 began in the mill.{{1}} / After 3 June 1641 nobody slept.{{1}}"
    rows = judge(
        f"{told} / Before 3 June 1641 the barns were full.{{{{1}}}}",
        "Dune paid 12 crowns. / The mill burnt on 3 June 1641. / He left on 9 July 1642.",
        notes={"1": "Ledger, p. 4."},
    )
    assert rows[4].unsure  # the other has a date of its own
    assert (rows[5].needs_citation, rows[5].unsure) == (True, False)


def test_the_month_of_may_and_compounds_are_no_judgement(judge: Judge) -> None:
    (may, better) = judge(
        "The lord sold 40 acres of his land on 9 May 1641."
        " / Dune, moreover, had few tenants and kept 40 acres against better-known rivals."
    )
    assert may.kind == better.kind == "factual"
    assert may.needs_citation


def test_a_series_of_quotations_is_one_claim(judge: Judge) -> None:
    rows = judge("The steward made three points. / “The mill is cold.” / “The barns are bare.” / “The men are gone.”")
    assert [(row.kind, row.claim) for row in rows[1:]] == [
        ("quotation", True),
        ("quotation", False),
        ("quotation", False),
    ]


def test_a_kind_that_little_speaks_for_is_in_doubt(judge: Judge) -> None:
    paragraphs = ("On 4 May 1641 the lord granted 30 acres to Margery Dune.", "The envoy Pellow was old in that year.")
    (granted, old) = judge(*paragraphs)
    assert ", in doubt; " in old.reason
    assert ", in doubt; " not in granted.reason
    document = make(*paragraphs)
    sure = {claim.sentence: claim.confidence for claim in extract(document, citations_of(document, ())).claims}
    assert sure[old.id] < 0.5
    assert sure[granted.id] > 0.7


def test_who_says_that_he_infers_states_no_fact(judge: Judge) -> None:
    (_, verdict, _) = judge(
        "The mill burnt. / One may suspect that Dune paid 30 crowns on 3 June 1641. / The lord left."
    )
    assert verdict.kind != "factual"


@pytest.mark.parametrize(
    "text",
    [
        "If the legislature had taxed spindles, the mills would still have been running.",
        "Had the cattle been eaten here, we should expect the bones of old cows.",
        "Were he right, the register would name the prior.",
    ],
)
def test_what_would_be_if_is_a_counterfactual(judge: Judge, text: str) -> None:
    assert judge(text)[0].kind == "counterfactual"


def test_the_answer_to_a_received_view_opens_with_the_thesis(judge: Judge) -> None:
    rows = judge(
        "The crisis is usually remembered as a quarrel about a harbour, but it was a quarrel about a telegram."
        " / The consul wrote in March. / The fleet sailed in May."
    )
    assert rows[0].kind == "thesis"


def test_the_last_sentence_concludes_where_it_brings_nothing_new(judge: Judge) -> None:
    body = "The consul wrote on 3 March.{{1}} / The fleet sailed in May. / The envoy Pellow was old."
    notes = {"1": "Thorne letters, fol. 4."}
    rows = judge(
        body,
        body,
        f"{body} / On the whole, secrecy was the cause of the noise that it was meant to prevent.",
        notes=notes,
    )
    assert rows[-1].kind == "thesis"
    rows = judge(body, body, f"{body} / In 1912 Josiah Root sold the house for 400 marks.", notes=notes)
    assert rows[-1].kind == "factual"


def test_a_sentence_of_all_words_that_speak_against_a_fact_and_a_conclusion(judge: Judge) -> None:
    fact, thesis = shipped("fact").signs, shipped("thesis").signs
    against = [
        sign.removeprefix("word ")
        for sign in fact
        if sign.startswith("word ") and fact[sign] < 0 and thesis.get(sign, 0) < 0
    ]
    assert sum(fact[f"word {word}"] for word in against) < -5
    (verdict,) = judge(f"The mill {' '.join(against)}.")
    assert verdict.claim


@pytest.mark.parametrize("weight", [-2.0, -50.0, -1000.0])
def test_odds_are_finite(weight: float) -> None:
    weights = {name: Weights({"a": weight}, 0.0) for name in ("fact", "thesis")}
    kind, told = odds({"a": 1.0}, weights)
    assert kind == "interpretive"
    assert math.isfinite(told)
    assert 0 <= sure(kind, told) <= 1
