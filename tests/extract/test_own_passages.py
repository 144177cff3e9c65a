"""Need and support on footnoted paragraphs of our own, of several authors' habits."""

import pytest

from argmap.extract import extract
from tests.extract.gold import citations_of, figures, gold_citations
from tests.extract.own_passages import own_passages


@pytest.mark.parametrize(("name", "support", "uncited"), [("first", 0.88, 0.8), ("second", 0.82, 0.6)])
def test_support_and_uncited_claims(name: str, support: float, uncited: float) -> None:
    document, labels = own_passages(name)
    reached = figures(labels, extract(document, gold_citations(document, labels)))
    assert reached.support >= support
    assert reached.uncited >= uncited


def test_without_sources_nothing_is_supported() -> None:
    document, _ = own_passages("first")
    verdicts = extract(document, citations_of(document, ())).sentences
    assert {verdict.support for verdict in verdicts} == {"none"}
