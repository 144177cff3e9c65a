"""A map with a claim of every label."""

from argmap.model import ArgumentMap, Citation, MapClaim, Relation, Source
from argmap.model import Locator as Place

LABELS = ("stands", "contested", "refuted", "unsupported", "circular")


def of_all_labels() -> ArgumentMap:
    """A claim of every label, a copy and its manuscript, and relations that say all that relations can say."""

    def cites(name: str, source: str) -> MapClaim:
        return MapClaim(id=name, text=f"{name}.", citations=(Citation(source=source),))

    drawn: list[tuple[str, str, str, dict[str, object]]] = [
        ("support", "Sound piers", "Safe", {}),
        ("support", "Cracks", "Unsafe", {}),
        ("attack", "Safe", "Unsafe", {}),
        ("support", "Talk", "Rumour", {"reason": "it is said beside it", "confidence": 0.7}),
        ("support", "Rumour", "Talk", {}),
        ("attack", "Toll book", "Never paid", {"weight": 0.8}),
        ("support", "Toll book", "Rich", {"scheme": "sign", "title": "By their tolls"}),
        (
            "support",
            "Tax roll",
            "Rich",
            # Two, of which one is enough: else Rich would rest on s5 by both of its reasons.
            {"citations": (Citation(source="s5", locator=Place(label="page", value="9")), Citation(source="s7"))},
        ),
    ]
    return ArgumentMap(
        title="Labels",
        claims=(
            MapClaim(id="Safe", text="The bridge was safe.", kind="thesis"),
            MapClaim(id="Unsafe", text="The bridge was not safe."),
            MapClaim(id="Rumour", text="All knew it."),
            MapClaim(id="Talk", text="It was talked of."),
            MapClaim(id="Guess", text="It was the wind."),
            MapClaim(id="Rich", text="The county was rich.", standard="corroborated(2)", weight=0.5),
            cites("Sound piers", "s1"),
            cites("Cracks", "s2"),
            cites("Never paid", "s3"),
            cites("Toll book", "s4"),
            cites("Tax roll", "s6"),
        ),
        relations=tuple(
            Relation.model_validate({"id": f"r{i}", "kind": kind, "premises": (premise,), "target": target, **more})
            for i, (kind, premise, target, more) in enumerate(drawn, start=1)
        ),
        sources=tuple(
            Source(
                id=f"s{i}",
                type="book",
                title=f"Book {i}",
                custom={"derived-from": ("s5",)} if i == 4 else None,
            )
            for i in range(1, 8)
        ),
    )
