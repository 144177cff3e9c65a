"""Trees of sentences, made where somebody asks for them: most of the time is spent here, so no sentence is parsed in vain."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from argmap.extract.layout import sentence_spans
from argmap.extract.weights import grammar

LONGEST = 250
"""Tokens of a sentence that is parsed: longer ones are lists and tables, and are taken whole."""

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass", "csubj", "csubj:pass", "csubjpass", "expl"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_HELPERS = frozenset(("aux", "aux:pass", "auxpass", "cop"))


def trees(doc: Doc, wanted: Iterable[int]) -> dict[int, Doc]:
    """Parsed Docs of some sentences, each with the very tokens of its sentence; kept for the next who asks.

    A Doc that has been parsed already (our components run behind some other pipeline) is taken as it is. A sentence is
    left out where it is too long, or where the pipeline named by the user makes other tokens of it.
    """
    found: dict[int, Doc] = doc.user_data.setdefault("argmap_trees", {})
    spans = sentence_spans(doc)
    asked = sorted(index for index in set(wanted) - found.keys() if len(spans[index]) <= LONGEST)
    made: Iterator[Doc]
    if doc.has_annotation("DEP"):
        made = (spans[index].as_doc() for index in asked)
    else:
        nlp = grammar()
        made = nlp.pipe([_alone(nlp, spans[index]) for index in asked]) if asked else iter(())
    rows = zip(asked, made, strict=True)
    found.update({n: tree for n, tree in rows if tree.has_annotation("DEP") and len(tree) == len(spans[n])})
    return found


def _alone(nlp: Language, span: Span) -> Doc:
    return Doc(
        nlp.vocab,
        words=[token.text for token in span],
        spaces=[bool(token.whitespace_) for token in span],
        sent_starts=list[bool | int | None]([True] + [False] * (len(span) - 1)),
    )


def subject(head: Token) -> Token | None:
    """The subject of a clause, given its head; None where it has none of its own."""
    return next((child for child in head.children if child.dep_ in SUBJECTS), None)


def finite(head: Token) -> bool:
    """Whether a clause is finite: its head, an auxiliary or the copula is a tensed form."""
    return head.tag_ in FINITE or any(child.dep_ in _HELPERS and child.tag_ in FINITE for child in head.children)


def tense(head: Token) -> str:
    """`past`, `present` or `modal` by the first tensed form of a clause; empty where there is none."""
    forms = [child for child in head.children if child.dep_ in _HELPERS] + [head]
    tags = [token.tag_ for token in sorted(forms, key=lambda token: token.i)]
    return next((_TENSES[tag] for tag in tags if tag in _TENSES), "")


_TENSES = {"VBD": "past", "VBZ": "present", "VBP": "present", "MD": "modal"}


def root(tree: Doc) -> Token | None:
    """The head of the main clause."""
    return next((token for token in tree if token.head == token), None)
