"""CSV out (RFC 4180): one table of claims, relations, citations and sources, for spreadsheets and data frames.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, and is told.
"""

import csv
import io
from collections.abc import Iterator

from argmap.convert._locator import write_locator
from argmap.convert._losses import Carried, carried, lost
from argmap.model import ArgumentMap, Loss

COLUMNS = (
    "row", "id", "kind", "text", "form", "premises", "target", "source", "locator",
    "title", "scheme", "tags", "section", "standard", "weight", "url",
)  # fmt: skip
"""`row` is claim, relation, citation or source; lists stand in one cell, one a line."""

_KEPT: Carried = carried(
    claim="form kind citations tags section standard weight",
    relation="id title scheme citations weight",
    whole="sources",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(argument_map: ArgumentMap) -> tuple[str, tuple[Loss, ...]]:
    """The map as a table. Lost: its title, data, reasons and confidences, and all of a source but title and address."""
    losses = lost(argument_map, _KEPT)
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    for row in _rows(argument_map):
        safe = {column: f"'{value}" if value.startswith(_FORMULA) else value for column, value in row.items()}
        losses += (
            Loss(
                what="characters",
                detail=f"{row['row']} '{row.get('id') or row['target']}': an apostrophe before its {column}",
            )
            for column, value in safe.items()
            if value != row[column]
        )
        table.writerow(safe)
    losses += (
        Loss(what="sources", detail=f"source '{source.id}': only type, title and address are written")
        for source in argument_map.sources
    )
    return out.getvalue(), tuple(losses)


def _rows(argument_map: ArgumentMap) -> Iterator[dict[str, str]]:
    for claim in argument_map.claims:
        yield {
            "row": "claim",
            "id": claim.id,
            "kind": claim.kind or "",
            "text": claim.text,
            "form": claim.form,
            "tags": "\n".join(claim.tags),
            "section": "\n".join(claim.section),
            "standard": claim.standard or "",
            "weight": "" if claim.weight is None else repr(claim.weight),
        }
    for one in argument_map.relations:
        yield {
            "row": "relation",
            "id": one.id,
            "kind": one.kind,
            "premises": "\n".join(one.premises),
            "target": one.target,
            "title": one.title or "",
            "scheme": one.scheme or "",
            "weight": "" if one.weight is None else repr(one.weight),
        }
    cited = [(claim.id, claim.citations) for claim in argument_map.claims]
    cited += [(one.id, one.citations) for one in argument_map.relations]
    for owner, citations in cited:
        for citation in citations:
            locator = write_locator(citation.locator) if citation.locator else ""
            yield {"row": "citation", "target": owner, "source": citation.source, "locator": locator}
    for source in argument_map.sources:
        title, url = source.title or "", source.URL or ""
        yield {"row": "source", "id": source.id, "kind": source.type, "title": title, "url": url}
