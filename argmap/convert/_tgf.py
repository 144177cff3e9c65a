"""Abstract argumentation frameworks in the Trivial Graph Format, as Carneades and ICCMA write them.

Nodes, one a line (`id label`), a line `#`, and attacks, one a line (`from to`). Nodes are read as arguments.
"""

import re
from collections.abc import Iterator

from argmap.convert._losses import carried, lost, relation_lost, renamed
from argmap.convert._parse import free, shown
from argmap.errors import NotAMapError
from argmap.model import ArgumentMap, Loss, MapClaim, Relation

_BLANK = re.compile(r"\s+")


def is_tgf(text: str) -> bool:
    """Whether there is a line `#` with nodes before it and pairs behind, as far as the first of each shows."""
    lines = [line.split() for line in text[:20_000].splitlines() if line.strip()]
    try:
        at = lines.index(["#"])
    except ValueError:
        return False
    nodes = {line[0] for line in lines[:at]}
    return at > 0 and (at + 1 == len(lines) or nodes.issuperset(lines[at + 1][:2]))


def read_tgf(text: str, path: str) -> ArgumentMap:
    """Read a framework: every node an argument, every edge an attack.

    Raises:
        NotAMapError: If a node is there twice, or an edge leads nowhere, with the line.
    """
    claims: dict[str, MapClaim] = {}
    relations: list[Relation] = []
    behind = False
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split(maxsplit=2 if behind else 1)
        if not words:
            continue
        if words == ["#"]:
            if behind:
                raise NotAMapError(path, number, "a second '#': nodes stand before one, edges behind it")
            behind = True
        elif behind:
            relations.append(_edge(words, len(relations) + 1, claims, path, number))
        elif words[0] in claims:
            raise NotAMapError(path, number, f"a second node '{shown(words[0])}': give each its own name")
        else:
            label = words[1].strip() if len(words) > 1 else ""
            claims[words[0]] = MapClaim(id=words[0], text=label, form="argument", line=number)
    if not behind:
        raise NotAMapError(path, None, "there is no line '#' between nodes and edges: write one")
    return ArgumentMap(claims=tuple(claims.values()), relations=tuple(relations))


def write_tgf(argument_map: ArgumentMap) -> tuple[str, tuple[Loss, ...]]:
    """The map's claims and its attacks by one premise. Lost: supports, undercuts, joint premises, all else."""
    losses = lost(argument_map, carried(claim="form", relation="title"))
    names: dict[str, str] = {}
    taken: set[str] = set()
    lines = []
    for claim in argument_map.claims:
        name = free(_BLANK.sub("_", claim.id).replace("#", "_") or "_", taken)
        taken.add(name)
        names[claim.id] = name
        label = " ".join(claim.text.split())
        lines.append(f"{name} {label}".rstrip())
        losses += _of_claim(claim, name, label)
    lines.append("#")
    for relation in argument_map.relations:
        if relation.kind == "attack" and len(relation.premises) == 1:
            label = " ".join((relation.title or "").split())
            lines.append(f"{names[relation.premises[0]]} {names[relation.target]} {label}".rstrip())
            if relation.title is not None and (not label or label != relation.title):
                losses.append(relation_lost(relation, "title", "its white space is one blank each, or it is empty"))
        else:
            what = relation.kind if relation.kind != "attack" else "premises"
            losses.append(relation_lost(relation, what, "not written: the format has attacks of one by one only"))
    return "\n".join(lines) + "\n", tuple(losses)


def _edge(words: list[str], number: int, claims: dict[str, MapClaim], path: str, line: int) -> Relation:
    if len(words) == 1:
        raise NotAMapError(path, line, f"'{shown(words[0])}' alone: an edge is 'from to'")
    for name in words[:2]:
        if name not in claims:
            raise NotAMapError(path, line, f"there is no node '{shown(name)}': write it before the '#'")
    label = words[2].strip() if len(words) > 2 else None  # noqa: PLR2004 - from, to, and what is behind them
    return Relation(id=f"r{number}", kind="attack", premises=(words[0],), target=words[1], title=label, line=line)


def _of_claim(claim: MapClaim, name: str, label: str) -> Iterator[Loss]:
    if claim.form != "argument":
        yield Loss(what="form", detail=f"claim '{claim.id}': read back as an argument")
    if name != claim.id:
        yield renamed(claim.id, name)
    if label != claim.text:
        yield Loss(what="text", detail=f"claim '{claim.id}': its white space is one blank each")
