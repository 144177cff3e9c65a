"""Claims at the clause: what divides a sentence, what is cut off it, and which note covers which part."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.extract import extract
from argmap.model import Citations, Claim
from tests.extract.conftest import make
from tests.extract.gold import Builder, citations_of


def claims(text: str, notes: dict[str, str] | None = None) -> tuple[Claim, ...]:
    document = make(text, notes=notes)
    return extract(document, citations_of(document, list(notes or ()))).claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The plan came from the abbot, but the decision was made by the bishop.",
            ["The plan came from the abbot", "the decision was made by the bishop."],
        ),
        (
            "The lord raised the rents; the tenants paid them.",
            ["The lord raised the rents", "the tenants paid them."],
        ),
        (
            "Although the king refused the petition, the council granted it in May.",
            ["the king refused the petition", "the council granted it in May."],
        ),
        ("The steward wrote the letter and sent it to the abbot.", None),
        ("The tenants paid not the lord but the abbot.", None),
        ("The rents were not only high but rising.", None),
        ("If the harvest failed, the tenants starved.", None),
        ("The mill, which the lord had built in 1641, was sold.", None),
        ("The village was poor because the harvest had failed.", None),
        ("He called it “a mill, but no mill of ours.”", None),
    ],
)
def test_a_sentence_that_asserts_two_things_gives_two_claims(text: str, expected: list[str] | None) -> None:
    assert [claim.text for claim in claims(text)] == (expected or [text])


def test_what_denies_is_not_cut_off() -> None:
    text = "The lord paid no rent in that year, nor did the tenants pay any."
    assert " ".join(claim.text for claim in claims(text)).count("nor did") == 1


@pytest.mark.parametrize(
    ("text", "stance", "rest"),
    [
        (
            "The evidence makes it abundantly clear that the plan was made in London.",
            "The evidence makes it abundantly clear that",
            "the plan was made in London.",
        ),
        ("It is clear that the mill was sold.", "It is clear that", "the mill was sold."),
        ("These letters show that the mill was sold.", "These letters show that", "the mill was sold."),
        ("There is no doubt that the mill was sold.", "There is no doubt that", "the mill was sold."),
        ("The fact remains that the mill was sold.", "The fact remains that", "the mill was sold."),
        ("It must not be forgotten that the mill was sold.", "It must not be forgotten that", "the mill was sold."),
        ("It cannot be denied that the mill was sold.", "It cannot be denied that", "the mill was sold."),
        ("It goes without saying that the mill was sold.", "It goes without saying that", "the mill was sold."),
        (
            "But there is ample evidence that the mill was sold.",
            "But there is ample evidence that",
            "the mill was sold.",
        ),
        ("What matters is that the mill was sold.", "What matters is that", "the mill was sold."),
    ],
)
def test_shells_are_kept_as_stance(text: str, stance: str, rest: str) -> None:
    (claim,) = claims(text)
    assert (claim.stance, claim.text) == (stance, rest)


@pytest.mark.parametrize(
    "text",
    [
        "There is no evidence that the mill was sold.",
        "It is not clear that the mill was sold.",
        "It may be that the mill was sold in May.",
        "It is possible that the mill was sold in May.",
        "It is by no means clear that the mill was sold.",
        "It is tempting to think that the mill was sold.",
        "There is little evidence that the mill was sold.",
        "Hartwell argues that the mill was sold.",
        "The steward made it clear to the tenants that the mill was sold.",
    ],
)
def test_what_denies_doubts_or_reports_is_part_of_the_claim(text: str) -> None:
    (claim,) = claims(text)
    assert (claim.stance, claim.text) == ("", text)


def test_a_note_in_the_middle_divides() -> None:
    builder = Builder()
    builder.add("1", [("1", "The lord raised the rents, but the tenants paid them.{{1}}")])
    document = builder.document([("1", "Dune, p. 4.")])
    marker = document.markers[0].model_copy(update={"at": len("The lord raised the rents,")})
    divided = document.model_copy(update={"markers": (marker,)})
    first, second = extract(divided, citations_of(divided, ["1"])).claims
    assert (first.support, first.notes) == ("direct", ("1",))
    assert (second.support, second.notes) == ("none", ())


def test_a_note_at_the_end_covers_both() -> None:
    builder = Builder()
    builder.add("1", [("1", "The lord raised the rents, but the tenants paid them.{{1}}")])
    document = builder.document([("1", "Dune, p. 4.")])
    assert [claim.notes for claim in extract(document, citations_of(document, ["1"])).claims] == [("1",), ("1",)]


words = st.sampled_from(
    [
        "the",
        "lord",
        "tenants",
        "paid",
        "raised",
        "rents",
        "but",
        "and",
        ";",
        ",",
        "although",
        "whereas",
        "that",
        "it",
        "is",
        "clear",
        "(",
        ")",
        "“",
        "”",
        "—",
        "not",
        "only",
        "nor",
        "1641",
        ".",
    ]
)


@given(st.lists(words, min_size=1, max_size=30))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_claims_are_disjoint_stretches_of_their_sentence(tokens: list[str]) -> None:
    text = " ".join(tokens)
    document = make(text)
    found = extract(document, Citations()).claims
    last = 0
    for claim in found:
        assert document.text[claim.start : claim.end] == claim.text
        assert claim.start >= last
        assert claim.text.strip() == claim.text != ""
        last = claim.end
