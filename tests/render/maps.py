"""Maps of our own to draw."""

from argmap.model import (
    ArgumentMap,
    Citation,
    ClaimStatus,
    Date,
    Evaluation,
    Label,
    Locator,
    MapClaim,
    Name,
    Relation,
    Source,
    Status,
)

SOURCES = (
    Source(
        id="harbour1921",
        type="book",
        author=(Name(family="Quay", given="Ada"), Name(family="Mole", given="Ben")),
        title="The Harbour Accounts",
        publisher="Pier Press",
        publisher_place="Leith",
        issued=Date(date_parts=((1921,),)),
    ),
    Source(
        id="ledger",
        type="document",
        title="Ledger of the harbour master",
        archive="State Archive of Ports (SAP)",
        archive_location="SAP, fond 12, opis 3, delo 7, listy 4-5",
        issued=Date(date_parts=((1901, 5, 2),)),
    ),
    Source(id="unused", type="book", title="Never cited"),
)


def _at(value: str) -> Locator:
    return Locator(label="page", value=value)


CLAIMS = (
    MapClaim(
        id="The harbour failed", text="Silt closed the harbour before any war did.", kind="thesis", section=("Silt",)
    ),
    MapClaim(id="Dredging stopped", text="No dredger worked after 1899.", section=("Silt",)),
    MapClaim(
        id="Ledger of 1901",
        text="The ledger of 1901 pays no dredger.",
        citations=(Citation(source="ledger"), Citation(source="harbour1921", locator=_at("9-12"))),
        section=("Silt", "Papers"),
    ),
    MapClaim(
        id="War did it",
        text="The war closed the harbour.",
        kind="reported",
        citations=(Citation(source="lost/key"),),
        section=("Other views",),
    ),
    MapClaim(id="Traffic had gone", text="The last ship left in 1903.", section=("Other views",)),
    MapClaim(id="From silt to closure", text="A harbour that nobody dredges fills up.", form="argument"),
    MapClaim(id="Tides scour", text="Tides can keep a mouth open."),
)
RELATIONS = (
    Relation(
        id="r1", kind="support", premises=("Dredging stopped", "From silt to closure"), target="The harbour failed"
    ),
    Relation(id="r2", kind="support", premises=("Ledger of 1901",), target="Dredging stopped"),
    Relation(id="r3", kind="attack", premises=("War did it",), target="The harbour failed"),
    Relation(id="r4", kind="attack", premises=("Traffic had gone",), target="War did it"),
    Relation(id="r5", kind="undercut", premises=("Tides scour",), target="r1"),
)
HARBOUR = ArgumentMap(title="Why did the harbour close?", claims=CLAIMS, relations=RELATIONS, sources=SOURCES)

_VERDICTS: tuple[tuple[Status, Label], ...] = (
    ("undecided", "contested"),
    ("in", "stands"),
    ("in", "stands"),
    ("out", "refuted"),
    ("out", "unsupported"),
    ("in", "stands"),
    ("in", "stands"),
)
VERDICT = Evaluation(
    claims=tuple(
        ClaimStatus(id=claim.id, status=status, label=label, why=f"{label} for a reason")
        for claim, (status, label) in zip(CLAIMS, _VERDICTS, strict=True)
    )
)


def tree(size: int) -> ArgumentMap:
    """A map of `size` claims, each supporting the one at a quarter of its place, in sections of fifty."""
    claims = tuple(
        MapClaim(id=f"Claim {index}", text="Words that say something. " * 4, section=(f"Part {index // 50}",))
        for index in range(size)
    )
    relations = tuple(
        Relation(id=f"r{index}", kind="support", premises=(f"Claim {index}",), target=f"Claim {index // 4}")
        for index in range(1, size)
    )
    return ArgumentMap(title="Large", claims=claims, relations=relations)


def knotted(size: int) -> ArgumentMap:
    """A tree as above with sources, rebuttals, answers to every third of these, and undercuts: much that is in a circle."""
    grown = tree(size)
    sources = tuple(Source(id=f"s{n}", type="book", title=f"Book {n}") for n in range(size // 8))
    claims = tuple(
        claim.model_copy(
            update={"citations": (Citation(source=sources[n * 7 % len(sources)].id, locator=_at(str(n))),)}
        )
        if n % 2
        else claim
        for n, claim in enumerate(grown.claims)
    )
    pairs = [(n, n - 5) for n in range(5, size, 4)] + [(n - 5, n) for n in range(5, size, 12)]
    attacks = tuple(
        Relation(id=f"a{n}", kind="attack", premises=(f"Claim {start}",), target=f"Claim {end}")
        for n, (start, end) in enumerate(pairs)
    )
    undercuts = tuple(
        Relation(id=f"u{n}", kind="undercut", premises=(f"Claim {n}",), target=f"r{n - 9}") for n in range(10, size, 50)
    )
    return grown.model_copy(
        update={"claims": claims, "sources": sources, "relations": (*grown.relations, *attacks, *undercuts)}
    )
