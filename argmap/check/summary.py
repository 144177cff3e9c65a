"""Counts over a whole text."""

from collections import Counter

from argmap.check.in_text import citing_in_text
from argmap.model import Citations, Document, Extraction, Summary


def summarise(document: Document, citations: Citations, extraction: Extraction) -> Summary:
    """Count claims by support.

    `cited_direct`, `cited_passage` (by notes) and `cited_in_text` (in parentheses alone) count all claims, whether they
    need a citation or not; `uncited` counts only those that surely need one and have none, so these need not add up to `claims`;
    `unsure` those without one of which argmap cannot tell whether they need it, clauses behind a note in their sentence
    among them.
    """
    here = citing_in_text(document)
    need = {verdict.id for verdict in extraction.sentences if verdict.needs_citation}
    partly = {verdict.id for verdict in extraction.sentences if verdict.needs_citation and verdict.support != "none"}
    doubtful = partly | {verdict.id for verdict in extraction.sentences if verdict.unsure}
    support = Counter(claim.support for claim in extraction.claims)
    needing = [claim for claim in extraction.claims if claim.sentence in need]
    bare = [claim for claim in extraction.claims if claim.support == "none" and claim.sentence not in here]
    return Summary(
        claims=len(extraction.claims),
        needing_citation=len(needing),
        cited_direct=support["direct"],
        cited_passage=support["passage"],
        cited_in_text=sum(claim.support == "none" and claim.sentence in here for claim in extraction.claims),
        uncited=sum(claim.sentence in need - doubtful for claim in bare),
        unsure=sum(claim.sentence in doubtful for claim in bare),
        notes=len(document.notes),
        sources=len(citations.sources),
    )
