"""What a drawing says in words: caption, status, and the text that screen readers and tooltips give in full."""

from argmap.model import ArgumentMap, ClaimStatus, Evaluation, MapClaim, Relation, Source
from argmap.render import reference
from argmap.render.text import clean, shorten

_KINDS = {
    "thesis": "thesis",
    "reported": "reported view",
    "counterfactual": "counterfactual",
    "quotation": "quotation",
    "question": "question",
}
_NEEDS_NO_SOURCE = frozenset({"signpost", "question"})
VERBS = {"support": "supports", "attack": "rebuts", "undercut": "undercuts"}


def caption(argument_map: ArgumentMap, claim: MapClaim) -> str:
    """What it is: "thesis", "reported view", "argument", "evidence", both of them, or "claim"."""
    words = [_KINDS[claim.kind]] if claim.kind in _KINDS else []
    if claim.form == "argument":
        words.append("argument")
    if argument_map.role(claim) == "evidence":
        words.append("evidence")
    return " · ".join(words) or "claim"


def lacks_source(argument_map: ArgumentMap, claim: MapClaim) -> bool:
    """Whether nothing carries it: neither a citation nor a claim that supports it."""
    if claim.citations or claim.kind in _NEEDS_NO_SOURCE:
        return False
    return not any(relation.kind == "support" for relation in argument_map.into.get(claim.id, ()))


def heading(claim: MapClaim) -> str:
    """Its title, unless the title was made up because the map gives none."""
    made_up = claim.id.startswith("Untitled ") and claim.text
    return "" if made_up else clean(claim.id)


def name(claim: MapClaim) -> str:
    """Its title, or its text where it has none, or "untitled"."""
    return heading(claim) or clean(claim.text) or "untitled"


def status(evaluation: Evaluation | None, claim: MapClaim) -> ClaimStatus | None:
    """Its status, if it was evaluated."""
    return evaluation.status_of.get(claim.id) if evaluation else None


def doubts(argument_map: ArgumentMap, claim: MapClaim, verdict: ClaimStatus | None) -> list[str]:
    """What is wrong with it, each in a word or two: that it does not stand, that nothing carries it."""
    label: list[str] = [verdict.label] if verdict and verdict.status != "in" else []
    return [*label, "no source"] if lacks_source(argument_map, claim) else label


def describe(argument_map: ArgumentMap, claim: MapClaim, verdict: ClaimStatus | None) -> list[str]:
    """The accessible name first ("Thesis: Stalin's veto – stands"), then the text, why, and what it cites, in full."""
    ending: list[str] = [verdict.label] if verdict else []
    if lacks_source(argument_map, claim):
        ending.append("no source")
    first = f"{caption(argument_map, claim).capitalize()}: {name(claim)}"
    lines = [first + (f" – {', '.join(ending)}" if ending else ""), clean(claim.text)]
    if verdict:
        lines.append(clean(verdict.why))
    lines += ["Cites " + citation + "." for citation in citations(argument_map, claim)]
    return [line for line in [*lines, weighed(claim)] if line]


def weighed(claim: MapClaim) -> str:
    """The weight and the proof standard that the map gives it, if any: "Weight 0.4; standard corroborated(2)"."""
    told = [f"weight {claim.weight:g}"] if claim.weight is not None else []
    told += [f"standard {clean(claim.standard)}"] if claim.standard is not None else []
    return "; ".join(told).capitalize()


def citations(argument_map: ArgumentMap, citing: MapClaim | Relation, limit: int = 1000) -> list[str]:
    """Its citations in short form (of `limit` characters) with their locators, each once."""
    known = argument_map.source_of
    words = (reference.cited(citation, known.get(citation.source), limit) for citation in citing.citations)
    return list(dict.fromkeys(words))


def step(argument_map: ArgumentMap, relation: Relation, limit: int = 1000) -> list[str]:
    """What the map says of a step itself: its scheme, its weight, the sources that vouch for it."""
    told = [clean(relation.scheme)] if relation.scheme else []
    told += [f"weight {relation.weight:g}"] if relation.weight is not None else []
    return told + [f"cites {shorten(citation, limit)}" for citation in citations(argument_map, relation, limit)]


def left_out(evidence: int, other: int) -> str:
    """What a small box says of the relations of its claim that are not drawn."""
    told = [f"{evidence} evidence"] if evidence else []
    told += [f"{other} relation{'' if other == 1 else 's'}"] if other else []
    return ", ".join(told)


def describe_source(source: Source) -> list[str]:
    """The accessible name, then the bibliographic line."""
    return [f"{source_caption(source).capitalize()}: {reference.short(source)}", reference.full(source)]


def source_caption(source: Source) -> str:
    """Whether it is a published source or an archival document."""
    return "archival document" if source.archive or source.archive_location else "source"


def describe_relation(argument_map: ArgumentMap, relation: Relation) -> str:
    """In a sentence: "A together with B – rebuts – C"."""
    known = argument_map.claim_of
    premises = [name(known[premise]) if premise in known else clean(premise) for premise in relation.premises]
    verb = VERBS[relation.kind]
    joined = " together with ".join(premises) or "Nothing"
    if relation.target in known:
        return f"{joined} – {verb} – {name(known[relation.target])}"
    return f"{joined} – {verb} – the inference {clean(relation.target)}"
