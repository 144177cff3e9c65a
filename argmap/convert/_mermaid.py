"""Mermaid flowcharts out: https://mermaid.js.org/syntax/flowchart.html .

Claims and cited sources are boxes; an arrow supports, a cross attacks. A relation with several premises, or that
another undercuts, is a small circle of its own.
"""

import re

from argmap.convert._locator import write_locator
from argmap.convert._losses import carried, lost
from argmap.model import ArgumentMap, Loss, MapClaim, Relation

_KEPT = carried(claim="form citations", relation="title scheme", whole="title sources")
_ARROW = {"support": "-->", "attack": "--x", "undercut": "-.-x"}
_SIGN = re.compile(r"[^\w .,;:!?'()/+*=%-]|[_*](?=\S)")


def write_mermaid(argument_map: ArgumentMap) -> tuple[str, tuple[Loss, ...]]:
    """The map as a flowchart from the bottom up. Lost: all but titles, texts, forms, citations, relations, schemes."""
    claims = {claim.id: f"c{number}" for number, claim in enumerate(argument_map.claims)}
    sources = _sources(argument_map)
    lines = ["---", f"title: {_quoted(argument_map.title)}", "---"] if argument_map.title else []
    lines.append("flowchart BT")
    lines += [f"    {claims[claim.id]}{_box(claim)}" for claim in argument_map.claims]
    undercut = {one.target for one in argument_map.relations if one.kind == "undercut"}
    names = {one.id: f"r{number}" for number, one in enumerate(argument_map.relations)}
    for one in argument_map.relations:
        lines += _relation(one, claims, names, joined=len(one.premises) > 1 or one.id in undercut)
    for source, name in sources.items():
        known = argument_map.source_of.get(source)
        lines.append(f'    {name}[("{_text((known.title if known else None) or source)}")]')
    for claim in argument_map.claims:
        for citation in claim.citations:
            label = f"|{_quoted(write_locator(citation.locator))}|" if citation.locator else ""
            lines.append(f"    {sources[citation.source]} -.->{label} {claims[claim.id]}")
    return "\n".join(lines) + "\n", tuple(_losses(argument_map))


def _losses(argument_map: ArgumentMap) -> list[Loss]:
    losses = lost(argument_map, _KEPT)
    losses += (
        Loss(what="sources", detail=f"source '{source.id}': only its title is written")
        for source in argument_map.sources
    )
    return losses


def _sources(argument_map: ArgumentMap) -> dict[str, str]:
    cited = [citation.source for claim in argument_map.claims for citation in claim.citations]
    ids = dict.fromkeys([source.id for source in argument_map.sources] + cited)
    return {source: f"s{number}" for number, source in enumerate(ids)}


def _box(claim: MapClaim) -> str:
    text = f"<b>{_text(claim.id)}</b>" + (f"<br>{_text(claim.text)}" if claim.text else "")
    return f'(["{text}"])' if claim.form == "argument" else f'["{text}"]'


def _relation(one: Relation, claims: dict[str, str], names: dict[str, str], *, joined: bool) -> list[str]:
    target = names[one.target] if one.kind == "undercut" else claims[one.target]
    words = " · ".join(_text(word) for word in (one.title, one.scheme) if word)
    label = f'|"{words}"|' if words else ""
    if not joined:
        return [f"    {claims[one.premises[0]]} {_ARROW[one.kind]}{label} {target}"]
    name = names[one.id]
    lines = [f'    {name}((" "))'] + [f"    {claims[premise]} --- {name}" for premise in one.premises]
    return [*lines, f"    {name} {_ARROW[one.kind]}{label} {target}"]


def _quoted(words: str | None) -> str:
    return f'"{_text(words or "")}"'


def _text(words: str) -> str:
    """Words in which every sign that Mermaid, HTML or Markdown could take for its own is written by its number."""
    return _SIGN.sub(lambda sign: f"#{ord(sign[0])};", " ".join(words.split()))
