"""The sources of map and text in one list, each with its uses."""

from collections import defaultdict
from collections.abc import Iterable

from argmap.cite import reference, short_form
from argmap.model import Source
from argmap.pipeline import Seminar
from argmap.serve.schema import SourceView, Styled
from argmap.serve.twins import twins


def source_views(seminar: Seminar) -> tuple[SourceView, ...]:
    """Every source once, in the order of its short form.

    A source of the text that has the id of one of the map, or is plainly the same work, is listed with it. A source
    that the map cites and nobody describes is listed by its id.
    """
    claims, relations, notes = _citing_claims(seminar), _citing_relations(seminar), _citing_notes(seminar)
    known = seminar.map.source_of
    rejectable = {*known, *claims}
    bare = tuple(Source(id=name, type="document") for name in dict.fromkeys((*claims, *relations)) if name not in known)
    of_map = (*seminar.map.sources, *bare)
    of_text = seminar.text.citations.sources if seminar.text else ()
    views = [
        SourceView(
            id=source.id,
            ids=ids,
            item=source,
            short=short_form(source),
            reference=tuple(Styled(text=words.text, italic=words.italic) for words in reference(source)),
            claims=_gather(claims, ids),
            relations=_gather(relations, ids),
            derived_from=source.derived_from,
            notes=_gather(notes, ids),
            in_map=source.id in rejectable,
        )
        for source, ids in twins(of_map, of_text)
    ]
    return tuple(sorted(views, key=lambda view: (view.short.casefold(), view.id)))


def _citing_claims(seminar: Seminar) -> dict[str, list[str]]:
    uses: dict[str, list[str]] = defaultdict(list)
    for claim in seminar.map.claims:
        for citation in claim.citations:
            uses[citation.source].append(claim.id)
    return uses


def _citing_relations(seminar: Seminar) -> dict[str, list[str]]:
    uses: dict[str, list[str]] = defaultdict(list)
    for relation in seminar.map.relations:
        for citation in relation.citations:
            uses[citation.source].append(relation.id)
    return uses


def _citing_notes(seminar: Seminar) -> dict[str, list[str]]:
    uses: dict[str, list[str]] = defaultdict(list)
    for entry in seminar.text.citations.notes if seminar.text else ():
        for source in entry.sources:
            uses[source].append(entry.note)
    return uses


def _gather(uses: dict[str, list[str]], ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(use for name in ids for use in uses.get(name, ())))
