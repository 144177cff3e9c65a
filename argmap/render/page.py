"""One HTML file that works from disk: map, outline, search and details, and on paper a handout."""

import base64
import hashlib
import html
import json
import re
from collections.abc import Sequence
from importlib import resources
from typing import Any

from argmap.model import ArgumentMap, ClaimStatus, Evaluation, MapClaim
from argmap.render import reference, words
from argmap.render.bibliography import bibliography
from argmap.render.groups import Group
from argmap.render.names import Names
from argmap.render.sheet import Marks
from argmap.render.svg import tidy
from argmap.render.text import clean
from argmap.render.theme import recolour

_FIELD = re.compile(r"\{\{([a-z_]+)\}\}")
_OVERVIEW_BUTTON = (
    '<button type="button" data-do="overview" disabled title="Back to the overview (Escape)">Overview</button>'
)
_NO_PICTURE = "<p class='absent'>There is no picture here, for Graphviz was not installed where this file was made. The list has all claims.</p>"
_DRAWING = "<p class='absent'>Drawing the map …</p>"
# The page of `argmap serve` has it too: Graphviz as WebAssembly, in one script that loads nothing.
_WORKERS = resources.files("argmap").joinpath("serve", "static", "workers")
_DRAWER_LICENCE = """<!-- The last script but one holds @hpcc-js/wasm-graphviz (Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0),
and in it Graphviz (Eclipse Public License, https://graphviz.org/license/) and Expat (MIT License), not changed. -->"""
_POLICY = "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'{more}; base-uri 'none'; form-action 'none'"


def to_html(
    argument_map: ArgumentMap,
    evaluation: Evaluation | None,
    svg: str,
    *,
    boxes: Sequence[Group] = (),
    parts: Sequence[str] = (),
    marks: Marks | None = None,
    undrawn: Sequence[str] = (),
) -> str:
    """One stand-alone HTML file.

    Args:
        argument_map: The map.
        evaluation: What stands; None shows the map unjudged.
        svg: The map as `draw` made it from the light theme; the file shows it dark where the reader's system is dark.
            "" for a file without a picture, with the outline and the details alone, or with `undrawn`.
        boxes: Where `svg` is an overview: its groups.
        parts: The pictures of these groups, or none if the map is too large for one file.
        marks: What a comparison marks; said in the list and in the details.
        undrawn: Where nothing could be drawn: the map and its parts as DOT. The file then holds a Graphviz of its own
            (0.9 MB), which draws them in the reader's browser; if the page of `argmap serve` was never built, it holds
            none and shows no picture.

    Returns:
        A document that loads nothing, under a content security policy that allows its own script and style only.
    """
    draws = drawer() if undrawn and not svg else ""
    fields = {
        **_frame(draws=bool(draws)),
        **_said(argument_map, evaluation, boxes, marks),
        "svg": _DRAWING if draws else _inline(svg),
        "parts": "\n".join(f'<template data-group="{n}">{_inline(part)}</template>' for n, part in enumerate(parts)),
        "undrawn": _undrawn(undrawn, draws) if draws else "",
    }
    return _FIELD.sub(lambda match: fields[match[1]], _resource("page.html"))


def _frame(*, draws: bool) -> dict[str, str]:
    """Style, script, and the policy that allows these two."""
    style = _resource("page.css") + "@media screen and (prefers-color-scheme: dark) {\n" + recolour(".map svg") + "}\n"
    script = _script("page_panel.js", "page.js", "page_draw.js" if draws else "page_start.js")
    return {"style": style, "script": script, "policy": _policy(style, script, compiles=draws)}


def _said(
    argument_map: ArgumentMap, evaluation: Evaluation | None, boxes: Sequence[Group], marks: Marks | None
) -> dict[str, str]:
    """All that the page has in words."""
    names = Names(argument_map)
    return {
        "title": html.escape(clean(argument_map.title or "") or "Argument map"),
        "counts": html.escape(_counts(argument_map, names)),
        "overview_button": _OVERVIEW_BUTTON if boxes else "",
        "outline": _outline(argument_map, names, evaluation, marks),
        "handout": _handout(argument_map, names, evaluation),
        "data": _embed(data(argument_map, evaluation, boxes, marks)),
    }


def data(
    argument_map: ArgumentMap, evaluation: Evaluation | None, boxes: Sequence[Group] = (), marks: Marks | None = None
) -> dict[str, Any]:
    """What the file's script knows: claims, relations and cited sources by the ids of the SVG, all text as given."""
    names = Names(argument_map)
    topples = {effect.id: effect.topples for effect in evaluation.sources} if evaluation else {}
    cited = names.sources
    return {
        "start": _start(argument_map),
        "groups": [{"name": box.name, "claims": [f"claim-{index}" for index in box.claims]} for box in boxes],
        "claims": [
            _claim(f"claim-{index}", claim, argument_map, names, words.status(evaluation, claim), marks=marks)
            for index, claim in enumerate(argument_map.claims)
        ],
        "relations": [
            {
                "id": name,
                "kind": relation.kind,
                "verb": words.VERBS[relation.kind],
                "premises": [names.claim(premise) for premise in dict.fromkeys(relation.premises)],
                "target": None if relation.kind == "undercut" else names.claim(relation.target),
                "onto": names.target(relation).removesuffix("-point") if relation.kind == "undercut" else None,
            }
            for relation, name in zip(argument_map.relations, names.relations, strict=True)
        ],
        "sources": [
            {
                "id": cited[source.id],
                "name": reference.short(source),
                "caption": words.source_caption(source),
                "line": reference.full(source),
                "note": clean(source.note or ""),
                "topples": [
                    names.claim(claim) for claim in topples.get(source.id, ()) if claim in argument_map.claim_of
                ],
            }
            for source in argument_map.sources
            if source.id in cited
        ],
    }


def _claim(
    name: str,
    claim: MapClaim,
    argument_map: ArgumentMap,
    names: Names,
    verdict: ClaimStatus | None,
    *,
    marks: Marks | None,
) -> dict[str, Any]:
    argument_map = (marks.maps if marks else {}).get(claim.id, argument_map)
    known = argument_map.source_of
    cites = [(citation, known.get(citation.source)) for citation in claim.citations]
    return {
        "id": name,
        "name": words.heading(claim) or words.name(claim),
        "text": claim.text,
        "caption": words.caption(argument_map, claim),
        "kind": claim.kind,
        "status": verdict.status if verdict else None,
        "label": verdict.label if verdict else None,
        "why": verdict.why if verdict else None,
        "change": marks.claims.get(claim.id, ("", None))[1] if marks else None,
        "before": marks.before.get(claim.id) if marks else None,
        "uncited": words.lacks_source(argument_map, claim),
        "section": list(claim.section),
        "cites": [
            {"source": names.sources[citation.source], "words": reference.cited(citation, source)}
            for citation, source in cites
        ],
    }


def _start(argument_map: ArgumentMap) -> str:
    """Where to begin to read: the first thesis, or the first claim that is no premise."""
    premises = {premise for relation in argument_map.relations for premise in relation.premises}
    claims = list(enumerate(argument_map.claims))
    theses = (index for index, claim in claims if claim.kind == "thesis")
    ends = (index for index, claim in claims if claim.id not in premises)
    return f"claim-{next(theses, next(ends, 0))}"


def _counts(argument_map: ArgumentMap, names: Names) -> str:
    lacking = sum(words.lacks_source(argument_map, claim) for claim in argument_map.claims)
    counts = ((len(argument_map.claims), "claim"), (len(names.sources), "source"))
    told = ", ".join(f"{number:,} {word}{'' if number == 1 else 's'}" for number, word in counts)
    return f"{told}; {f'{lacking:,}' if lacking else 'none'} without any source"


def _resource(name: str) -> str:
    return resources.files("argmap.render").joinpath(name).read_text("utf-8")


def _script(*parts: str) -> str:
    """One script in a scope of its own, where names like `top` are free."""
    return '"use strict";\n(() => {\n' + "".join(_resource(part) for part in parts) + "})();\n"


def drawer() -> str:
    """The script that draws DOT in a browser; "" if the page of `argmap serve` was never built here."""
    found = [entry for entry in _WORKERS.iterdir() if entry.name.startswith("graphviz")] if _WORKERS.is_dir() else []
    return found[0].read_text("utf-8") if found else ""


def _undrawn(dots: Sequence[str], draws: str) -> str:
    embedded = _embed({"dots": list(dots), "drawer": draws})
    return f'{_DRAWER_LICENCE}\n<script type="application/json" id="undrawn">{embedded}</script>'


def _policy(style: str, script: str, *, compiles: bool) -> str:
    """What the file may do: its own script and style, and, where it draws, WebAssembly in a worker made from itself."""
    more = " 'wasm-unsafe-eval'; worker-src blob:" if compiles else ""
    return _POLICY.format(style=_digest(style), script=_digest(script), more=more)


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _embed(value: object) -> str:
    """JSON that no HTML parser can take for markup."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _inline(svg: str) -> str:
    return tidy(svg.encode("utf-8", "replace")).decode() if svg.strip() else _NO_PICTURE


def _outline(argument_map: ArgumentMap, names: Names, evaluation: Evaluation | None, marks: Marks | None) -> str:
    sections: dict[tuple[str, ...], list[str]] = {}
    for index, claim in enumerate(argument_map.claims):
        own = (marks.maps if marks else {}).get(claim.id, argument_map)
        change = f" <b>{html.escape(marks.claims[claim.id][1])}</b>" if marks and claim.id in marks.claims else ""
        row = _entry(f"claim-{index}", words.name(claim), _told(own, claim, evaluation) + change)
        sections.setdefault(claim.section, []).append(row)
    parts = [_part(" › ".join(section) or "Claims", rows) for section, rows in sections.items()]
    known = argument_map.source_of
    sources = [
        _entry(name, reference.short(known[key]), html.escape(words.source_caption(known[key])))
        for key, name in names.sources.items()
        if key in known
    ]
    return "\n".join([*parts, _part("Sources", sources)] if sources else parts)


def _part(heading: str, rows: list[str]) -> str:
    return f"<section><h2>{html.escape(clean(heading))}</h2>\n<ul>\n" + "\n".join(rows) + "\n</ul></section>"


def _entry(name: str, text: str, told: str) -> str:
    return f'<li><a href="#{name}" data-id="{name}"><span dir="auto">{html.escape(text)}</span> <small>{told}</small></a></li>'


def _told(argument_map: ArgumentMap, claim: MapClaim, evaluation: Evaluation | None) -> str:
    verdict = words.status(evaluation, claim)
    told = [words.caption(argument_map, claim), *([verdict.label] if verdict else [])]
    lacking = ' <span class="alert">no source</span>' if words.lacks_source(argument_map, claim) else ""
    return html.escape(" – ".join(told)) + lacking


def _handout(argument_map: ArgumentMap, names: Names, evaluation: Evaluation | None) -> str:
    """All claims with what they cite, then the bibliography: shown on paper only."""
    rows = []
    for claim in argument_map.claims:
        title, text = words.heading(claim), clean(claim.text)
        body = f"<b>{html.escape(title)}</b> " if title and title != text else ""
        cites = "; ".join(words.citations(argument_map, claim))
        ending = f" ({html.escape(cites)})" if cites else ""
        rows.append(
            f"<li>{body}{html.escape(text)}{ending} <small>{_told(argument_map, claim, evaluation)}</small></li>"
        )
    sources = [
        f"<li>{html.escape(line)}{f' <small>{html.escape(note)}</small>' if note else ''}</li>"
        for line, note in bibliography(argument_map, names)
    ]
    return "<h2>Claims</h2>\n<ol>" + "\n".join(rows) + "</ol>\n<h2>Sources</h2>\n<ul>" + "\n".join(sources) + "</ul>"
