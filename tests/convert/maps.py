"""Random maps for property tests."""

from hypothesis import strategies as st

from argmap.model import ArgumentMap, Citation, Locator, MapClaim, Relation

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn", "Zl", "Zp"]), max_size=24).map(
    lambda text: " ".join(text.split())
)
NASTY = st.text(st.sampled_from("ab1 []<>{}()*_#@/\\:;\"'!-+=.,~%&|"), max_size=24).map(
    lambda text: " ".join(text.split())
)
TEXT = WORDS | NASTY
TITLES = st.sampled_from(["A", "B b", "C (c)", "D/d", "E: e", "F_f", "G*", "H #h", "Untitled 1", "<A>", "Ünï", "k {l}"])
TAGS = st.lists(st.sampled_from(["pro", "con", "two words", "ä-1"]), max_size=2, unique=True).map(tuple)
LOCATORS = st.none() | st.builds(
    Locator,
    label=st.sampled_from(["page", "folio", "chapter", "volume", "section", "line", "column", "note", "other"]),
    value=st.sampled_from(["9-12", "3", "xiv", "87-91 and 4", "the end"]),
)
CITATIONS = st.lists(
    st.builds(Citation, source=st.sampled_from(["s1", "s2", "weathersby2002", "avprf-059a-5a-3-11"]), locator=LOCATORS),
    max_size=2,
    unique=True,
).map(tuple)
SECTIONS = st.sampled_from([(), ("One",), ("One", "Deep *er*"), ("Two",), ("Two", "X", "Y")])


@st.composite
def maps(draw: st.DrawFn, *, most: int = 7, text: st.SearchStrategy[str] = TEXT) -> ArgumentMap:
    """A map whose relations all lead somewhere; undercuts may target undercuts."""
    titles = draw(st.lists(TITLES, min_size=1, max_size=most, unique=True))
    claims = tuple(
        MapClaim(
            id=title,
            text=draw(text),
            form=draw(st.sampled_from(["statement", "statement", "argument"])),
            kind=draw(st.none() | st.sampled_from(["thesis", "factual"])),
            citations=draw(CITATIONS),
            tags=draw(TAGS),
            section=draw(SECTIONS),
        )
        for title in titles
    )
    relations: list[Relation] = []
    for number in range(1, draw(st.integers(0, most)) + 1):
        kind = draw(st.sampled_from(["support", "support", "attack", "undercut"])) if relations else "support"
        target = draw(st.sampled_from([one.id for one in relations] if kind == "undercut" else titles))
        premises = draw(st.lists(st.sampled_from(titles), min_size=1, max_size=3, unique=True))
        if draw(st.booleans()):
            del premises[1:]
        relations.append(Relation(id=f"r{number}", kind=kind, premises=tuple(premises), target=target))
    title = draw(st.none() | st.just('A map: of "things"') | st.just("One"))
    return ArgumentMap(title=title, claims=claims, relations=tuple(relations))


def without_lines(argument_map: ArgumentMap) -> ArgumentMap:
    """The map as if a program had made it."""
    claims = tuple(claim.model_copy(update={"line": None}) for claim in argument_map.claims)
    relations = tuple(relation.model_copy(update={"line": None}) for relation in argument_map.relations)
    return argument_map.model_copy(update={"claims": claims, "relations": relations, "written": None})
