"""The map as the page needs it, and the seminar's summary."""

from collections import Counter, defaultdict

from argmap import __version__
from argmap.pipeline import Seminar
from argmap.render import boxes_of
from argmap.serve.schema import BoxView, FindingCounts, MapCounts, MapView, NodeView, SeminarView, SourceNode


def seminar_view(seminar: Seminar) -> SeminarView:
    """What there is to see, and how much of it."""
    argument_map = seminar.map
    severities = Counter(finding.severity for finding in seminar.findings)
    return SeminarView(
        title=seminar.title,
        path=seminar.path,
        draft=seminar.draft,
        role=seminar.role,
        has_text=seminar.text is not None,
        has_map=bool(argument_map.claims),
        map=MapCounts(
            claims=len(argument_map.claims),
            evidence=sum(argument_map.role(claim) == "evidence" for claim in argument_map.claims),
            relations=len(argument_map.relations),
            sources=len(argument_map.sources),
        ),
        text=seminar.text.summary if seminar.text else None,
        findings=FindingCounts(error=severities["error"], warning=severities["warning"], info=severities["info"]),
        version=__version__,
    )


def map_view(seminar: Seminar) -> MapView:
    """The map with the ids that its claims and sources have in the picture, and their sentences in the text."""
    sentences: dict[str, list[str]] = defaultdict(list)
    lost = set()
    for anchor in seminar.anchored:
        if anchor.sentence is None:
            lost.add(anchor.claim)
        else:
            sentences[anchor.claim].append(anchor.sentence)
    nodes = (
        NodeView(
            id=claim.id,
            element=f"claim-{index}",
            role=seminar.map.role(claim),
            sentences=tuple(dict.fromkeys(sentences.get(claim.id, ()))),
            lost=claim.id in lost,
        )
        for index, claim in enumerate(seminar.map.claims)
    )
    sources = (SourceNode(id=source.id, element=f"source-{j}") for j, source in enumerate(seminar.map.sources))
    boxes = (
        BoxView(element=f"group-{n}", name=box.name, claims=tuple(seminar.map.claims[index].id for index in box.claims))
        for n, box in enumerate(boxes_of(seminar.map))
    )
    return MapView(map=seminar.map, draft=seminar.draft, nodes=tuple(nodes), sources=tuple(sources), boxes=tuple(boxes))
