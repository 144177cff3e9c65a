"""Sensitivity and minimal sets as tables for a terminal."""

from collections.abc import Iterable, Sequence

from argmap.model import Effect, Proof, Robustness, Sensitivity

_SHOWN = 8
"""Names in one cell; the others are counted."""


def sensitivity_table(found: Sensitivity) -> str:
    """A line a rejection that changes anything, the weightiest first."""
    if not found.effects:
        lines = ["No single rejection changes what stands."]
    else:
        heaviest = sorted(found.effects, key=lambda effect: (-len(effect.topples), -len(effect.contests)))
        lines = [line for effect in heaviest for line in _effect(effect)]
    if found.single_points:
        lines += ["", f"{len(found.single_points)} claims hang on one source alone:"]
        lines += [f"  {claim}: {_names(sources)}" for claim, sources in found.single_points.items()]
    if not found.exact:
        lines += ["", f"This answer is partial{f': {found.why}' if found.why else ''}."]
    return "\n".join(lines)


def _effect(effect: Effect) -> list[str]:
    what = f"{effect.kind} {effect.source or effect.claim}"
    if effect.kind == "note":
        what = f"note of {effect.claim}, {effect.source}"
    contested = set(effect.contests)
    falls = [claim for claim in effect.topples if claim not in contested]
    lines = [f"{what}: {len(effect.topples)} no longer stand, {len(effect.gains)} come to stand"]
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


def _names(names: Sequence[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
