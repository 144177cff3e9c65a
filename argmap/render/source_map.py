"""A map as a source map: which claims rest on which source, and which sources rest on others."""

from collections.abc import Iterator

from argmap.model import ArgumentMap, Evaluation
from argmap.render import theme as themes
from argmap.render.edges import citation_edges
from argmap.render.graph import defaults
from argmap.render.names import Names
from argmap.render.nodes import claim_node, font, source_node
from argmap.render.part import Part
from argmap.render.quote import attributes, markup, tooltip
from argmap.render.sheet import FULL, Look, Sheet
from argmap.render.theme import Palette, Theme

_LABEL = 10


def to_source_map(
    part: Part, evaluation: Evaluation | None = None, *, theme: Theme = "light", look: Look = FULL
) -> str:
    """The claims of a part that cite a source, these sources, and those that they derive from or are printed in, as DOT.

    How many claims cite nothing is said in the heading: they are in the map, and not in this view of it.
    """
    argument_map = part.whole
    names = part.names
    sheet = Sheet(part, evaluation, themes.palette(theme), Look(look.marks, brief=True))
    citing = [index for index in part.claims if argument_map.claims[index].citations]
    cited = dict.fromkeys(c.source for index in citing for c in argument_map.claims[index].citations)
    keys = _with_origins(argument_map, cited)
    told = f"{len(citing)} of {len(part.claims)} claims cite {len(cited)} source{'' if len(cited) == 1 else 's'}; the others cite none themselves"
    heading = [text for text in (argument_map.title or "", " – ".join(filter(None, (part.told, told)))) if text]
    statements = defaults(sheet.colours, "RL", heading, [f"Source map: {argument_map.title or 'untitled'}", told + "."])
    statements += [claim_node(sheet, index) for index in citing]
    effects = {effect.id: len(effect.topples) for effect in evaluation.sources} if evaluation else {}
    for key in keys:
        more = _weight(argument_map, key, effects.get(key, 0))
        statements.append(source_node(names.source(key), argument_map.source_of.get(key), key, sheet.colours, more))
    for index in citing:
        statements += citation_edges(index, argument_map.claims[index], names, sheet.colours)
    statements += _origins(argument_map, keys, names, sheet.colours)
    return "\n".join(['digraph "map" {', *statements, "}"]) + "\n"


def _with_origins(argument_map: ArgumentMap, cited: dict[str, None]) -> tuple[str, ...]:
    """The cited sources, and all known ones that these go back to or are printed in."""
    found, waiting = dict(cited), list(cited)
    while waiting:
        source = argument_map.source_of.get(waiting.pop())
        for key in (*source.derived_from, *source.printed_in) if source else ():
            if key not in found and key in argument_map.source_of:
                found[key] = None
                waiting.append(key)
    return tuple(found)


def _weight(argument_map: ArgumentMap, key: str, topples: int) -> Iterator[str]:
    citing = sum(any(citation.source == key for citation in claim.citations) for claim in argument_map.claims)
    if citing:
        yield f"cited by {citing} claim{'' if citing == 1 else 's'}"
    if topples:
        yield f"without it {topples} claim{' no longer stands' if topples == 1 else 's no longer stand'}"


def _origins(argument_map: ArgumentMap, keys: tuple[str, ...], names: Names, colours: Palette) -> Iterator[str]:
    """Lines from each source to what it derives from (whole) and what prints it (dotted)."""
    drawn = set(keys)
    for key in keys:
        source = argument_map.source_of.get(key)
        if source is None:
            continue
        for origins, verb, style in (
            (source.derived_from, "derived from", "solid"),
            (source.printed_in, "printed in", "dotted"),
        ):
            for origin in (each for each in dict.fromkeys(origins) if each in drawn):
                values = {
                    "class": verb.replace(" ", "-"),
                    "dir": "back",
                    "arrowtail": "vee",
                    "style": style,
                    "color": colours.source_line,
                    "label": markup(font([verb], _LABEL, colours.source_line)),
                    "tooltip": tooltip([f"{key} – {verb} – {origin}"]),
                }
                yield f'"{names.source(origin)}" -> "{names.source(key)}"{attributes(values)}'
