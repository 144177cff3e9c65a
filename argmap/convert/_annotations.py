"""W3C Web Annotations out: https://www.w3.org/TR/annotation-model/ . Each anchored claim describes its sentence.

The target is the text's file; a TextQuoteSelector holds the sentence with what stands around it, a
TextPositionSelector its place, both in the text as read (`Document.text`, in Unicode characters).
"""

import json
from urllib.parse import quote

from argmap.convert._losses import carried, lost
from argmap.convert._parse import Object
from argmap.model import AnchoredClaim, ArgumentMap, Document, Loss, MapClaim, Sentence

_AROUND = 32
_KEPT = carried(claim="kind tags", whole="title")


def write_annotations(
    argument_map: ArgumentMap, document: Document, anchored: tuple[AnchoredClaim, ...], text: str
) -> tuple[str, tuple[Loss, ...]]:
    """A collection of annotations of the file named `text`, one an anchor that was found. Lost: claims without one, relations, sources."""
    sentences = {sentence.id: sentence for sentence in document.sentences}
    items: list[Object] = []
    losses = lost(argument_map, _KEPT)
    tied = set()
    for anchor in anchored:
        claim = argument_map.claim_of.get(anchor.claim)
        if claim is None or anchor.sentence not in sentences:
            losses.append(Loss(what="anchor", detail=f"claim '{anchor.claim}': its sentence is not in the text"))
            continue
        tied.add(claim.id)
        items.append(_annotation(claim, sentences[anchor.sentence], document, len(items) + 1, text))
    losses += (
        Loss(what="claim", detail=f"claim '{claim.id}': is anchored nowhere, not written")
        for claim in argument_map.claims
        if claim.id not in tied
    )
    losses += (
        Loss(what=one.kind, detail=f"relation '{one.id}': from {', '.join(one.premises)} to {one.target}")
        for one in argument_map.relations
    )
    page: Object = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        **({"label": argument_map.title} if argument_map.title else {}),
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n", tuple(losses)


def _annotation(claim: MapClaim, sentence: Sentence, document: Document, number: int, path: str) -> Object:
    text = document.text
    start, end = sentence.start, sentence.end
    words = f"{claim.id}: {claim.text}" if claim.text else claim.id
    tags = [claim.kind, *claim.tags] if claim.kind else list(claim.tags)
    return {
        "id": f"#annotation-{number}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": words},
            *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
        ],
        "target": {
            "source": quote(path),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - _AROUND) : start],
                    "suffix": text[end : end + _AROUND],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }
