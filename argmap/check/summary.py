"""Counts over a whole text."""

from collections import Counter

from argmap.model import Citations, Document, Extraction, Summary


def summarise(document: Document, citations: Citations, extraction: Extraction) -> Summary:
    """Count claims by support.

    `cited_direct` and `cited_passage` count all claims, whether they need a citation or not; `uncited` counts only
    those that surely need one and have none, so the four need not add up to `claims`; `unsure` those without one of
    which argmap cannot tell whether they need it.
    """
    need = {verdict.id for verdict in extraction.sentences if verdict.needs_citation}
    doubtful = {verdict.id for verdict in extraction.sentences if verdict.unsure}
    support = Counter(claim.support for claim in extraction.claims)
    needing = [claim for claim in extraction.claims if claim.sentence in need]
    return Summary(
        claims=len(extraction.claims),
        needing_citation=len(needing),
        cited_direct=support["direct"],
        cited_passage=support["passage"],
        uncited=sum(claim.support == "none" and claim.sentence not in doubtful for claim in needing),
        unsure=sum(claim.support == "none" and claim.sentence in doubtful for claim in extraction.claims),
        notes=len(document.notes),
        sources=len(citations.sources),
    )
