"""PROV-JSON out: https://www.w3.org/submissions/prov-json/ . Where claims and sources come from.

Claims and sources are entities. A claim was derived from the sources it cites and from the premises that support it, a
source from those it rests on (`derived-from`).
"""

import json

from argmap.convert._locator import write_locator
from argmap.convert._losses import carried, lost
from argmap.convert._parse import Object
from argmap.model import ArgumentMap, Loss, Source

_KEPT = carried(claim="kind citations", relation="title scheme", whole="title sources")


def write_prov(argument_map: ArgumentMap) -> tuple[str, tuple[Loss, ...]]:
    """The provenance of a map's claims. Lost: attacks, undercuts, joint premises, all but a source's main fields."""
    writer = _Writer(argument_map)
    return json.dumps(writer.document(), ensure_ascii=False, indent=2) + "\n", tuple(writer.losses)


class _Writer:
    """One document. Claims are `map:claim-I`, sources `map:source-J`, by their places in the map."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._claims = {claim.id: f"map:claim-{number}" for number, claim in enumerate(argument_map.claims)}
        cited = [citation.source for claim in argument_map.claims for citation in claim.citations]
        rests = [name for source in argument_map.sources for name in source.derived_from]
        ids = dict.fromkeys([source.id for source in argument_map.sources] + cited + rests)
        self._sources = {name: f"map:source-{number}" for number, name in enumerate(ids)}
        self._derived: dict[str, Object] = {}
        self.losses = lost(argument_map, _KEPT)

    def document(self) -> Object:
        for claim in self._map.claims:
            for citation in claim.citations:
                where = {"argmap:locator": write_locator(citation.locator)} if citation.locator else {}
                self._derive(self._claims[claim.id], self._sources[citation.source], "cites", where)
        for source in self._map.sources:
            for name in source.derived_from:
                self._derive(self._sources[source.id], self._sources[name], "rests on", {})
            self.losses.append(Loss(what="sources", detail=f"source '{source.id}': only type, title and address"))
        self._supports()
        of_map = {"map:map": {"prov:type": "prov:Collection", "prov:label": self._map.title}} if self._map.title else {}
        return {
            "prefix": {"map": "urn:argmap:map:", "argmap": "urn:argmap:", "dcterms": "http://purl.org/dc/terms/"},
            "entity": {**of_map, **self._entities()},
            "wasDerivedFrom": self._derived,
        }

    def _entities(self) -> Object:
        found: Object = {}
        for claim in self._map.claims:
            of_claim = {"prov:type": "argmap:claim", "prov:label": claim.id, "prov:value": claim.text}
            found[self._claims[claim.id]] = of_claim | ({"argmap:kind": claim.kind} if claim.kind else {})
        for name, entity in self._sources.items():
            source = self._map.source_of.get(name) or Source(id=name, type="document")
            title = {"dcterms:title": source.title} if source.title else {}
            place = {"prov:atLocation": source.URL} if source.URL else {}
            found[entity] = {"prov:type": f"argmap:{source.type}", "prov:label": name, **title, **place}
        return found

    def _supports(self) -> None:
        for one in self._map.relations:
            if one.kind != "support":
                self.losses.append(Loss(what=one.kind, detail=f"relation '{one.id}': provenance has none"))
                continue
            if len(one.premises) > 1:
                self.losses.append(Loss(what="premises", detail=f"relation '{one.id}': each is written alone"))
            words = {"argmap:relation": one.id, "prov:label": one.title, "argmap:scheme": one.scheme}
            said = {key: value for key, value in words.items() if value}
            for premise in one.premises:
                self._derive(self._claims[one.target], self._claims[premise], "rests on", said)

    def _derive(self, what: str, origin: str, how: str, more: Object) -> None:
        entry = {
            "prov:generatedEntity": what,
            "prov:usedEntity": origin,
            "prov:type": f"argmap:{how.replace(' ', '-')}",
        }
        self._derived[f"_:d{len(self._derived) + 1}"] = entry | more
