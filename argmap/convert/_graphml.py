"""GraphML out: http://graphml.graphdrawing.org/specification.html . Claims and sources are nodes.

A relation with one premise that nobody undercuts is one edge. Any other relation is a node of its own, with edges from
its premises and an edge to its target, so that joint premises stay together and an undercut has something to point to.
"""

import re
from xml.etree import ElementTree as ET

from argmap.convert._locator import write_locator
from argmap.convert._losses import carried, lost
from argmap.model import ArgumentMap, Loss, MapClaim, Relation

_NODE = ("type", "title", "text", "form", "kind", "role", "tags", "section", "standard", "weight", "name", "scheme")
_EDGE = ("type", "relation", "locator", "name", "scheme", "weight")
_KEPT = carried(
    claim="form kind citations tags section standard weight", relation="id title scheme weight", whole="title sources"
)
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graphml(argument_map: ArgumentMap) -> tuple[str, tuple[Loss, ...]]:
    """The map as a directed graph.

    Losses: characters that XML cannot hold, what a map's and a relation's data say, reasons and confidences, and
    everything of a source but its id and title.
    """
    writer = _Writer(argument_map)
    return writer.write(), tuple(writer.losses)


class _Writer:
    """One document. Nodes are `c0`, `c1` … (claims), `s0` … (sources) and the relations' own ids."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._undercut = {relation.target for relation in argument_map.relations if relation.kind == "undercut"}
        cited = [citation.source for claim in argument_map.claims for citation in claim.citations]
        sources = dict.fromkeys([source.id for source in argument_map.sources] + cited)
        self._claims = {claim.id: f"c{number}" for number, claim in enumerate(argument_map.claims)}
        self._sources = {source: f"s{number}" for number, source in enumerate(sources)}
        self._root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
        for owner, names in (("node", _NODE), ("edge", _EDGE), ("graph", ("title",))):
            for name in names:
                key = {"id": f"{owner}-{name}", "for": owner, "attr.name": name, "attr.type": "string"}
                ET.SubElement(self._root, "key", key)
        self._graph = ET.SubElement(self._root, "graph", id="map", edgedefault="directed")
        self._edges = 0
        self.losses = lost(argument_map, _KEPT)

    def write(self) -> str:
        self._data(self._graph, "graph", title=self._map.title or "")
        for claim in self._map.claims:
            self._claim(claim)
        for source, node in self._sources.items():
            known = self._map.source_of.get(source)
            self._node(node, type="source", title=source, text=(known.title if known else None) or "")
        for relation in self._map.relations:
            self._relation(relation)
        for claim in self._map.claims:
            for citation in claim.citations:
                locator = write_locator(citation.locator) if citation.locator else ""
                ends = self._sources[citation.source], self._claims[claim.id]
                self._edge("cites", *ends, locator=locator)
        self.losses += (
            Loss(what="sources", detail=f"source '{source.id}': only its id and title are written")
            for source in self._map.sources
        )
        ET.indent(self._root)
        return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(self._root, encoding="unicode") + "\n"

    def _claim(self, claim: MapClaim) -> None:
        self._node(
            self._claims[claim.id],
            type="claim",
            title=claim.id,
            text=claim.text,
            form=claim.form,
            kind=claim.kind or "",
            role=self._map.role(claim),
            tags=", ".join(claim.tags),
            section=" / ".join(claim.section),
            standard=claim.standard or "",
            weight="" if claim.weight is None else repr(claim.weight),
        )

    def _relation(self, relation: Relation) -> None:
        target = self._claims.get(relation.target, relation.target)
        said = {
            "name": relation.title or "",
            "scheme": relation.scheme or "",
            "weight": "" if relation.weight is None else repr(relation.weight),
        }
        if len(relation.premises) == 1 and relation.id not in self._undercut:
            self._edge(relation.kind, self._claims[relation.premises[0]], target, relation=relation.id, **said)
            return
        self._node(relation.id, type="relation", title=relation.id, kind=relation.kind, **said)
        for premise in relation.premises:
            self._edge("premise", self._claims[premise], relation.id, relation=relation.id)
        self._edge(relation.kind, relation.id, target, relation=relation.id)

    def _node(self, identifier: str, /, **data: str) -> None:
        self._data(ET.SubElement(self._graph, "node", id=identifier), "node", **data)

    def _edge(self, type: str, source: str, target: str, **data: str) -> None:  # noqa: A002 - GraphML's own word
        edge = ET.SubElement(self._graph, "edge", id=f"e{self._edges}", source=source, target=target)
        self._edges += 1
        self._data(edge, "edge", type=type, **data)

    def _data(self, element: ET.Element, owner: str, **data: str) -> None:
        for name, words in data.items():
            if words:
                clean, cut = _NOT_XML.subn("\N{REPLACEMENT CHARACTER}", words)
                ET.SubElement(element, "data", key=f"{owner}-{name}").text = clean
                if cut:
                    self.losses.append(Loss(what="characters", detail=f"{cut} in {name} '{clean[:60]}' that XML lacks"))
