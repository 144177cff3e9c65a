"""Statuses, sensitivity, minimal sets and proofs as tables for a terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from argmap.model import ClaimStatus, Effect, Evaluation, Label, Proof, Robustness, Sensitivity

_SHOWN = 8
"""Names in one cell; the others are counted."""
_LOST, _GAINED, _CHANGED = "No longer stand", "Come to stand", "Other changes"


def evaluation_table(found: Evaluation, before: Mapping[str, Label], holds_otherwise: Sequence[str] = ()) -> str:
    """A block a claim with its label and reason, then what falls with each source.

    Args:
        found: The evaluation.
        before: The labels without any rejection. If some sources are rejected, what that changes comes first.
        holds_otherwise: The claims that stand as before, though something that they rested on has fallen.
    """
    width = max((len(claim.label) for claim in found.claims), default=0)
    lines: list[str] = []
    for heading, claims in _groups(found, before, frozenset(holds_otherwise)):
        lines += ["", f"{heading} ({len(claims)})"] if heading else []
        for claim in claims:
            label, _, reason = claim.why.partition(": ")
            told = reason if label == claim.label else claim.why
            was = f" (was {before[claim.id]})" if heading in (_GAINED, _CHANGED) else ""
            lines += [f"{claim.label:<{width}}  {claim.id}{was}", f"{'':<{width}}  {told}"]
    if found.rejected:
        lines = [f"Without {', '.join(found.rejected)}", *lines]
    counts = Counter(claim.label for claim in found.claims)
    told = (
        ": "
        + ", ".join(f"{n} {'stand' if label == 'stands' and n != 1 else label}" for label, n in counts.most_common())
        if counts
        else ""
    )
    lines += ["", f"{_plural(len(found.claims), 'claim')}{told}"]
    toppling = sorted((one for one in found.sources if one.topples), key=lambda source: -len(source.topples))
    if toppling:
        lines += ["", f"What {'else ' if found.rejected else ''}falls with each source, the weightiest first"]
        lines += [f"  {source.id}: {_names(source.topples)}" for source in toppling]
    if not found.exact:
        lines += ["", f"This answer is partial: {found.why}."]
    return "\n".join(lines).lstrip("\n")


def _groups(
    found: Evaluation, before: Mapping[str, Label], holds_otherwise: AbstractSet[str]
) -> Iterator[tuple[str, list[ClaimStatus]]]:
    """The claims, without a heading; if sources are rejected by what becomes of them, the changes first."""
    if not found.rejected:
        yield "", list(found.claims)
        return
    groups: dict[str, list[ClaimStatus]] = {
        name: [] for name in (_LOST, _GAINED, _CHANGED, "Hold on other grounds", "As before")
    }
    for claim in found.claims:
        old, new = before[claim.id], claim.label
        if old == new:
            name = "Hold on other grounds" if claim.id in holds_otherwise else "As before"
        else:
            name = {"stands": _LOST}.get(old, {"stands": _GAINED}.get(new, _CHANGED))
        groups[name].append(claim)
    yield from ((name, claims) for name, claims in groups.items() if claims)


def sensitivity_table(found: Sensitivity) -> str:
    """A line a rejection that changes anything, the weightiest first."""
    if not found.effects:
        lines = ["No single rejection changes what stands."]
    else:
        heaviest = sorted(found.effects, key=lambda effect: (-len(effect.topples), -len(effect.contests)))
        lines = [line for effect in heaviest for line in _effect(effect)]
    if found.single_points:
        lines += ["", f"{_plural(len(found.single_points), 'claim')} that one source alone would topple:"]
        lines += [f"  {claim}: {_names(sources)}" for claim, sources in found.single_points.items()]
    if not found.exact:
        lines += ["", f"This answer is partial{f': {found.why}' if found.why else ''}."]
    return "\n".join(lines)


def _counted(claims: Sequence[str], verb: str) -> str:
    """How many claims do it: "2 come to stand", "1 comes to stand", "1 no longer stands"."""
    if len(claims) == 1:
        verb = verb.replace("come", "comes", 1) if verb.startswith("come") else f"{verb}s"
    return f"{len(claims)} {verb}"


def _effect(effect: Effect) -> list[str]:
    what = f"{effect.kind} {effect.source or effect.claim}"
    if effect.kind == "note":
        what = f"note of {effect.claim or f'the step {effect.relation}'}, {effect.source}"
    contested = set(effect.contests)
    falls = [claim for claim in effect.topples if claim not in contested]
    counts = {"no longer stand": effect.topples, "come to stand": effect.gains}
    told = [_counted(claims, verb) for verb, claims in counts.items() if claims]
    lines = [f"{what}: {', '.join(told) or _counted(effect.contests, 'come to be contested')}"]
    for verb, claims in (("falls", falls), ("contested", effect.contests), ("comes to stand", effect.gains)):
        if claims:
            lines.append(f"  {verb}: {_names(claims)}")
    return lines


def robustness_table(found: Iterable[Robustness]) -> str:
    """A paragraph a claim, the weakest first."""
    ordered = sorted(found, key=lambda one: (one.robustness is None, one.robustness or 0))
    return "\n".join(line for one in ordered for line in _robustness(one)) or "No claim stands."


def _robustness(one: Robustness) -> list[str]:
    if one.robustness == 0:
        return [f"{one.claim}: does not stand"]
    if one.robustness is None:
        lines = [f"{one.claim}: {'no rejection topples it' if one.exact else 'no set that topples it was found'}"]
    else:
        lines = [f"{one.claim}: {one.robustness} {'source' if one.robustness == 1 else 'sources'} must fall"]
    for number in one.toppled_by:
        back = number.brought_back_by
        again = f" (stands again without {_names(back)} too)" if back else ""
        lines.append(f"  falls without  {_names(number.sources)}{again}")
    lines += [f"  holds with     {_names(held)}" for held in one.held_by[:_SHOWN]]
    if len(one.held_by) > _SHOWN:
        lines.append(f"  … and {len(one.held_by) - _SHOWN} more sets hold it")
    if not one.exact:
        lines.append(f"  This answer is partial: {one.why}.")
    return lines


def proof_table(proof: Proof) -> str:
    """What a status rests on, a line a kind of thing."""
    lines = [f"{proof.claim}: {proof.status}, whatever the rest of the map says, by"]
    for what, names in (("claims", proof.claims), ("relations", proof.relations), ("sources", proof.sources)):
        if names:
            lines.append(f"  {what}: {', '.join(names)}")
    if not proof.minimal:
        lines.append("  (It was too long to look for idle parts.)")
    return "\n".join(lines)


def _plural(number: int, what: str) -> str:
    return f"{number:,} {what}{'s' * (number != 1)}"


def _names(names: Sequence[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
