"""Nodes: claims, evidence, arguments and sources, told apart by shape and by words."""

from collections.abc import Iterable
from math import ceil

from argmap.model import ClaimStatus, MapClaim, Source
from argmap.render import reference, words
from argmap.render.metrics import width
from argmap.render.quote import Markup, attributes, escape, markup, tooltip
from argmap.render.sheet import Sheet
from argmap.render.text import clean, shorten, wrap
from argmap.render.theme import Palette

# Points. Claims are read, sources are looked up: hence the sizes and widths. Graphviz takes whole points only.
SMALLEST = 9
_BODY, _TITLE, _STATUS, _CAPTION, _CITED = 11, 12, 10, SMALLEST, 10
_CLAIM_WIDTH, _BRIEF_WIDTH, _SOURCE_WIDTH = 230, 125, 165
# Characters drawn at most; the tooltip has all.
_TITLE_LIMIT, _TEXT_LIMIT, _SOURCE_LIMIT, _CITED_LIMIT, _CITATIONS = 110, 260, 110, 48, 3

_LINE_STYLE = {"in": "solid", "out": "dashed", "undecided": "dotted"}
# Inches around the label: the folded corner of a note must not meet the status.
_MARGINS = {"claim": "0.14,0.07", "evidence": "0.18,0.07", "argument": "0.14,0.07", "source": "0.14,0.07"}
_BRIEF_MARGINS = {"claim": "0.07,0.05", "evidence": "0.1,0.05", "argument": "0.07,0.05"}
_PADDING = 2
_SHAPES = {"claim": "box", "evidence": "note", "argument": "tab", "source": "cylinder"}


def claim_node(sheet: Sheet, index: int) -> str:
    """The statement that draws one claim."""
    claim = sheet.part.whole.claims[index]
    argument_map = sheet.map_of(claim)
    verdict = words.status(sheet.evaluation, claim)
    role = argument_map.role(claim)
    look = "argument" if claim.form == "argument" and role == "claim" else role
    mark = sheet.look.marks.claims.get(claim.id)
    classes = [role, *(["argument"] if claim.form == "argument" else []), *([verdict.status] if verdict else [])]
    if words.lacks_source(argument_map, claim):
        classes.append("uncited")
    described = words.describe(argument_map, claim, verdict)
    if mark:
        classes.append(mark[0])
        described = [f"{described[0]} – {mark[1]}", *described[1:]]
    drawn = {
        "class": " ".join(classes),
        "style": _style(look, verdict),
        "penwidth": _pen(claim, verdict),
        "label": _claim_label(sheet, claim, verdict),
        "tooltip": tooltip(described),
    }
    if claim.id == sheet.part.focus:
        drawn["peripheries"] = "2"
    if _is_brief(sheet, claim):
        drawn["margin"] = _BRIEF_MARGINS[look]
    return _node(f"claim-{index}", look, sheet.colours, drawn | _marked(sheet, claim, look))


def _marked(sheet: Sheet, claim: MapClaim, look: str) -> dict[str, str]:
    """What a comparison changes in a node's outline: thick if it is new or changed, faint if it is gone."""
    mark = sheet.look.marks.claims.get(claim.id)
    if mark is None:
        return {}
    colours = sheet.colours
    if mark[0] == "dropped":
        style = ",".join(["rounded"] * (look == "claim") + ["filled", "dashed"])
        return {"fillcolor": colours.paper, "color": colours.dropped, "style": style, "penwidth": "1"}
    return {"color": getattr(colours, mark[0]), "penwidth": "3.5" if mark[0] == "added" else "2.6"}


def source_node(name: str, source: Source | None, key: str, palette: Palette, more: Iterable[str] = ()) -> str:
    """The statement that draws one source; `source` is None where the map cites `key` and does not know it."""
    if source is None:
        lines = [clean(key)]
        rows = _row(["UNKNOWN SOURCE"], _CAPTION, palette.alert, bold=True)
        described = [f"Unknown source: {lines[0]}", "The map cites it; the list of sources does not hold it."]
    else:
        known_as, below = reference.short(source), reference.more(source)
        lines = [] if known_as.startswith(below) else [below]
        rows = _row([words.source_caption(source).upper()], _CAPTION, palette.muted)
        rows += _text_row(known_as, _SOURCE_LIMIT, _CITED, _SOURCE_WIDTH, bold=True)
        described = words.describe_source(source)
    rows += "".join(_text_row(line, _SOURCE_LIMIT, _CITED, _SOURCE_WIDTH) for line in (*lines, *more) if line)
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


def _is_brief(sheet: Sheet, claim: MapClaim) -> bool:
    return sheet.look.brief and claim.id not in sheet.look.marks.claims


def _claim_label(sheet: Sheet, claim: MapClaim, verdict: ClaimStatus | None) -> Markup:
    if _is_brief(sheet, claim):
        return _brief_label(sheet, claim, verdict)
    argument_map, palette, marks = sheet.map_of(claim), sheet.colours, sheet.look.marks
    mark = marks.claims.get(claim.id)
    title, text = words.heading(claim), clean(claim.text)
    gone = mark is not None and mark[0] == "dropped"
    rows = _mark_row(mark[1], getattr(palette, mark[0]), palette) if mark else ""
    rows += _caption_row(words.caption(argument_map, claim).upper(), verdict, palette)
    if title:
        rows += _text_row(
            title, _TITLE_LIMIT, _TITLE, _CLAIM_WIDTH, bold=True, colour=palette.dropped if gone else "", gone=gone
        )
    if text and text != title:
        if before := clean(marks.before.get(claim.id, "")):
            rows += _text_row(before, _TEXT_LIMIT, _CITED, _CLAIM_WIDTH, colour=palette.dropped, gone=True)
        rows += _text_row(text, _TEXT_LIMIT, _BODY, _CLAIM_WIDTH, colour=palette.dropped if gone else "")
    if not title and not text:
        rows += _row(["untitled"], _BODY, palette.muted)
    if claim.citations:
        rows += _citation_row(words.citations(argument_map, claim, _CITED_LIMIT), palette)
    if weighed := words.weighed(claim):
        rows += _text_row(weighed, _TEXT_LIMIT, _CITED, _CLAIM_WIDTH, colour=palette.muted)
    if words.lacks_source(argument_map, claim):
        rows += _badge("NO SOURCE", palette.alert)
    return _table(rows + _beyond_row(sheet, claim))


def _brief_label(sheet: Sheet, claim: MapClaim, verdict: ClaimStatus | None) -> Markup:
    """The title, and in a word what is wrong with the claim; that it stands is told by its whole outline alone."""
    doubts = words.doubts(sheet.map_of(claim), claim, verdict)
    rows = _text_row(words.name(claim), _TITLE_LIMIT, _TITLE, _BRIEF_WIDTH, bold=True)
    if doubts:
        rows += _row([" · ".join(doubts)], _STATUS, sheet.colours.alert, bold=True)
    return _table(rows + _beyond_row(sheet, claim), padding=1)


def _beyond_row(sheet: Sheet, claim: MapClaim) -> str:
    beyond = sheet.part.beyond.get(claim.id)
    if not beyond:
        return ""
    if sheet.look.brief:
        return _row([f"+ {words.left_out(*beyond)}"], _STATUS, sheet.colours.muted)
    told = "one relation leads" if sum(beyond) == 1 else f"{sum(beyond)} relations lead"
    return _row([f"… {told} out of this view"], _CAPTION, sheet.colours.muted)


def _caption_row(caption: str, verdict: ClaimStatus | None, palette: Palette) -> str:
    if verdict is None:
        return _row([caption], _CAPTION, palette.muted)
    left = font([caption], _CAPTION, palette.muted)
    right = font([verdict.label], _STATUS, palette.ink if verdict.status == "in" else palette.alert, bold=True)
    return f'<TR><TD ALIGN="LEFT">{left}</TD><TD ALIGN="RIGHT">{right}</TD></TR>'


def _mark_row(text: str, colour: str, palette: Palette) -> str:
    """Words in the colour of the paper on a dark ground: the mark of a comparison."""
    lines = wrap(text.upper(), _CLAIM_WIDTH, _CITED, bold=True)
    cell = f'COLSPAN="2" ALIGN="LEFT" BALIGN="LEFT" BGCOLOR="{colour}" CELLPADDING="3"'
    return f"<TR><TD {cell}>{font(lines, _CITED, palette.paper, bold=True)}</TD></TR>"


def _citation_row(citations: list[str], palette: Palette) -> str:
    rest = [f"and {len(citations) - _CITATIONS} more"] if len(citations) > _CITATIONS else []
    return _text_row(
        "Cites " + "; ".join(citations[:_CITATIONS] + rest), _TEXT_LIMIT, _CITED, _CLAIM_WIDTH, colour=palette.muted
    )


def _text_row(
    text: str, limit: int, size: int, room: int, *, bold: bool = False, colour: str = "", gone: bool = False
) -> str:
    return _row(wrap(shorten(text, limit), room, size, bold=bold), size, colour, bold=bold, gone=gone)


def _row(lines: Iterable[str], size: int, colour: str = "", *, bold: bool = False, gone: bool = False) -> str:
    shown = tuple(lines)
    text = font(shown, size, colour, bold=bold, gone=gone)
    # Graphviz rounds each letter to whole dots as it measures, and a browser does not: a line of sixty narrow letters
    # would run out of its box. So the box is told how wide the text is.
    needed = ceil(max((width(line, size, bold=bold) for line in shown), default=0)) + 2 * _PADDING
    return f'<TR><TD COLSPAN="2" ALIGN="LEFT" BALIGN="LEFT" WIDTH="{needed}">{text}</TD></TR>'


def _badge(text: str, colour: str) -> str:
    cell = f'BORDER="2" COLOR="{colour}" CELLPADDING="3"'
    return f'<TR><TD COLSPAN="2" {cell}>{font([text], _CITED, colour, bold=True)}</TD></TR>'


def _table(rows: str, padding: int = _PADDING) -> Markup:
    return markup(f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="{padding}">{rows}</TABLE>')


def font(lines: Iterable[str], size: int, colour: str = "", *, bold: bool = False, gone: bool = False) -> str:
    """Lines of cleaned text in one size and colour; `gone` strikes them through."""
    text = "<BR/>".join(escape(line) for line in lines)
    tint = f' COLOR="{colour}"' if colour else ""
    text = f"<S>{text}</S>" if gone and text else text
    return f'<FONT POINT-SIZE="{size}"{tint}>{f"<B>{text}</B>" if bold else text}</FONT>'
