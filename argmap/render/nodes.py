"""Nodes: claims, evidence, arguments and sources, told apart by shape and by words."""

from collections.abc import Iterable

from argmap.model import ArgumentMap, ClaimStatus, Evaluation, MapClaim, Source
from argmap.render import reference, words
from argmap.render.quote import Markup, attributes, escape, markup, tooltip
from argmap.render.text import clean, shorten, wrap
from argmap.render.theme import Palette

# Points. Claims are read, sources are looked up: hence the sizes and widths.
_BODY, _TITLE, _STATUS, _CAPTION, _CITED = 11, 12, 10, 8, 9  # Graphviz takes whole points only
_CLAIM_WIDTH, _SOURCE_WIDTH = 230, 165
# Characters drawn at most; the tooltip has all.
_TITLE_LIMIT, _TEXT_LIMIT, _SOURCE_LIMIT, _CITED_LIMIT, _CITATIONS = 110, 260, 110, 48, 3

_LINE_STYLE = {"in": "solid", "out": "dashed", "undecided": "dotted"}
# Inches around the label: the folded corner of a note must not meet the status.
_MARGINS = {"claim": "0.12,0.06", "evidence": "0.16,0.06", "argument": "0.12,0.06", "source": "0.12,0.06"}
_SHAPES = {"claim": "box", "evidence": "note", "argument": "tab", "source": "cylinder"}


def claim_node(
    name: str, argument_map: ArgumentMap, claim: MapClaim, evaluation: Evaluation | None, palette: Palette
) -> str:
    """The statement that draws one claim."""
    verdict = words.status(evaluation, claim)
    role = argument_map.role(claim)
    look = "argument" if claim.form == "argument" and role == "claim" else role
    classes = [role, *(["argument"] if claim.form == "argument" else []), *([verdict.status] if verdict else [])]
    if words.lacks_source(argument_map, claim):
        classes.append("uncited")
    return _node(
        name,
        look,
        palette,
        {
            "class": " ".join(classes),
            "style": _style(look, verdict),
            "penwidth": _pen(claim, verdict),
            "label": _claim_label(argument_map, claim, verdict, palette),
            "tooltip": tooltip(words.describe(argument_map, claim, verdict)),
        },
    )


def source_node(name: str, source: Source | None, key: str, palette: Palette) -> str:
    """The statement that draws one source; `source` is None where the map cites `key` and does not know it."""
    if source is None:
        lines = [clean(key)]
        rows = _row(["UNKNOWN SOURCE"], _CAPTION, palette.alert, bold=True)
        described = [f"Unknown source: {lines[0]}", "The map cites it; the list of sources does not hold it."]
    else:
        known_as, more = reference.short(source), reference.more(source)
        lines = [] if known_as.startswith(more) else [more]
        rows = _row([words.source_caption(source).upper()], _CAPTION, palette.muted)
        rows += _text_row(known_as, _SOURCE_LIMIT, _CITED, _SOURCE_WIDTH, bold=True)
        described = words.describe_source(source)
    rows += "".join(_text_row(line, _SOURCE_LIMIT, _CITED, _SOURCE_WIDTH) for line in lines if line)
    style = "filled" if source else "filled,dashed"
    extra = {"class": "source" if source else "source unknown", "style": style, "label": _table(rows)}
    return _node(name, "source", palette, {**extra, "tooltip": tooltip(described)})


def unknown_claim_node(name: str, claim: str, palette: Palette) -> str:
    """The statement that draws a claim which relations name and the map does not hold."""
    rows = _row(["UNKNOWN CLAIM"], _CAPTION, palette.alert, bold=True)
    rows += _text_row(clean(claim) or "untitled", _TITLE_LIMIT, _TITLE, _CLAIM_WIDTH, bold=True)
    described = tooltip([f"Unknown claim: {clean(claim)}"])
    extra = {"class": "claim unknown", "style": "filled,dashed", "label": _table(rows), "tooltip": described}
    return _node(name, "claim", palette, extra)


def _node(name: str, look: str, palette: Palette, extra: dict[str, str]) -> str:
    common = {
        "id": name,
        "shape": _SHAPES[look],
        "margin": _MARGINS[look],
        "fillcolor": getattr(palette, look),
        "color": getattr(palette, f"{look}_line"),
    }
    return f'"{name}"{attributes(common | extra)}'


def _style(look: str, verdict: ClaimStatus | None) -> str:
    line = _LINE_STYLE[verdict.status] if verdict else "solid"
    return ",".join(["rounded"] * (look == "claim") + ["filled", line])


def _pen(claim: MapClaim, verdict: ClaimStatus | None) -> str:
    if claim.kind == "thesis":
        return "2.2"
    return "1.6" if verdict and verdict.status != "in" else "1.1"


def _claim_label(argument_map: ArgumentMap, claim: MapClaim, verdict: ClaimStatus | None, palette: Palette) -> Markup:
    title, text = words.heading(claim), clean(claim.text)
    rows = _caption_row(words.caption(argument_map, claim).upper(), verdict, palette)
    if title:
        rows += _text_row(title, _TITLE_LIMIT, _TITLE, _CLAIM_WIDTH, bold=True)
    if text and text != title:
        rows += _text_row(text, _TEXT_LIMIT, _BODY, _CLAIM_WIDTH)
    if not title and not text:
        rows += _row(["untitled"], _BODY, palette.muted)
    if claim.citations:
        rows += _citation_row(words.citations(argument_map, claim, _CITED_LIMIT), palette)
    if words.lacks_source(argument_map, claim):
        rows += _badge("NO SOURCE", palette.alert)
    return _table(rows)


def _caption_row(caption: str, verdict: ClaimStatus | None, palette: Palette) -> str:
    if verdict is None:
        return _row([caption], _CAPTION, palette.muted)
    left = _font([caption], _CAPTION, palette.muted)
    right = _font([verdict.label], _STATUS, palette.ink if verdict.status == "in" else palette.alert, bold=True)
    return f'<TR><TD ALIGN="LEFT">{left}</TD><TD ALIGN="RIGHT">{right}</TD></TR>'


def _citation_row(citations: list[str], palette: Palette) -> str:
    rest = [f"and {len(citations) - _CITATIONS} more"] if len(citations) > _CITATIONS else []
    return _text_row(
        "Cites " + "; ".join(citations[:_CITATIONS] + rest), _TEXT_LIMIT, _CITED, _CLAIM_WIDTH, colour=palette.muted
    )


def _text_row(text: str, limit: int, size: int, width: int, *, bold: bool = False, colour: str = "") -> str:
    return _row(wrap(shorten(text, limit), width, size, bold=bold), size, colour, bold=bold)


def _row(lines: Iterable[str], size: int, colour: str = "", *, bold: bool = False) -> str:
    return f'<TR><TD COLSPAN="2" ALIGN="LEFT" BALIGN="LEFT">{_font(lines, size, colour, bold=bold)}</TD></TR>'


def _badge(text: str, colour: str) -> str:
    cell = f'BORDER="2" COLOR="{colour}" CELLPADDING="3"'
    return f'<TR><TD COLSPAN="2" {cell}>{_font([text], _CITED, colour, bold=True)}</TD></TR>'


def _table(rows: str) -> Markup:
    return markup(f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2">{rows}</TABLE>')


def _font(lines: Iterable[str], size: int, colour: str = "", *, bold: bool = False) -> str:
    text = "<BR/>".join(escape(line) for line in lines)
    tint = f' COLOR="{colour}"' if colour else ""
    return f'<FONT POINT-SIZE="{size}"{tint}>{f"<B>{text}</B>" if bold else text}</FONT>'
