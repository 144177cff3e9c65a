"""The order of a draft's claims and relations."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.extract.arranged import Tie, arranged


def tie(premise: str, target: str) -> Tie:
    return Tie("support", premise, target, "", 0.9)


def test_a_claim_stands_before_what_leads_to_it() -> None:
    order, ties = arranged(dict.fromkeys("abcd", ()), [tie("d", "c"), tie("a", "c")])
    assert order == ["c", "d", "a", "b"]
    assert ties == [tie("d", "c"), tie("a", "c")]


def test_other_sections_keep_their_places() -> None:
    order, _ = arranged({"a": ("I",), "b": ("I",), "c": ("II",)}, [tie("a", "c"), tie("a", "b")])
    assert order == ["b", "a", "c"]


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda pair: pair[0] != pair[1]))
)
def test_nothing_is_lost_even_in_circles(pairs: list[tuple[str, str]]) -> None:
    given_ties = [tie(*pair) for pair in pairs]
    order, ties = arranged(dict.fromkeys("abcdef", ()), given_ties)
    assert sorted(order) == list("abcdef")
    assert sorted(ties) == sorted(given_ties)
