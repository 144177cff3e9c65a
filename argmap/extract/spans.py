"""Where in a sentence its claims stand: one for each thing it asserts, without the shell that says how sure the author is.

A sentence divides between main clauses that each have a subject and a finite verb, before or behind a concession or
contrast ("although", "whereas"), and at a note in its middle where a new predicate follows. Conditions, reasons,
relative clauses and what somebody is reported to have said belong to their claim and do not divide it.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Token

from argmap.extract.shells import shell_end
from argmap.extract.syntax import FINITE, SUBJECTS, finite, root, subject

_LEAST = 3
"""Words of the shortest claim."""
_JOINS = frozenset((",", ";", ":", "—", "–", "--"))
_CONJUNCTIONS = frozenset(("and", "but", "yet", "or", "nor", "so", "for", "while", "whereas", "although", "though"))
_CONTRASTS = frozenset(("whereas", "while", "although", "though"))


class Piece(NamedTuple):
    """A claim's place: characters `[start, end)` of its sentence, and the words of the shell cut off before it."""

    start: int
    end: int
    stance: str = ""


def pieces(tree: Doc, notes: Sequence[int] = (), quoted: Sequence[tuple[int, int]] = ()) -> tuple[Piece, ...]:
    """The claims of a sentence, in order.

    Args:
        tree: The sentence, parsed.
        notes: Where notes are called, as characters of it.
        quoted: Its quoted stretches: a sentence does not divide inside of one.
    """
    cuts = [cut for cut in _cuts(tree, notes) if not any(start < tree[cut].idx < end for start, end in quoted)]
    bounds = _whole_clauses(tree, cuts)
    made = [_piece(tree, first, last) for first, last in pairwise(bounds)]
    return tuple(_under_shell(tree, made[0], piece) for piece in made)


def _under_shell(tree: Doc, first: Piece, piece: Piece) -> Piece:
    """A clause joined to one under a shell stands under it too: the letters show that A and that B."""
    inner = shell_end(tree, 0, len(tree))
    if not inner or piece.stance or not first.stance:
        return piece
    head = tree[inner - 1].head
    joined = any(child.dep_ == "conj" and _offset(child) == piece.start for child in head.children)
    close = any(token.idx == piece.start and token.i > 1 and tree[token.i - 2].text not in _JOINS for token in tree)
    return piece._replace(stance=first.stance) if joined or close else piece


def _offset(head: Token) -> int:
    """Where the claim of a clause begins, as a character, its conjunction left out."""
    first = _start(head)
    return int(head.doc[first + (head.doc[first].lower_ in _CONJUNCTIONS)].idx)


def may_divide(text: str, notes: Sequence[int] = ()) -> bool:
    """Whether the words alone leave it open that a sentence divides or has a shell: if not, it need not be parsed."""
    words = {word.strip("“‘(,;:").casefold() for word in text.split()}
    inside = any(0 < note < len(text) - 1 for note in notes)
    return inside or ";" in text or bool(words & _CUES)


_CUES = _CONJUNCTIONS - {"or", "for", "so"} | {"that"}


def _cuts(tree: Doc, notes: Sequence[int]) -> list[int]:
    """Indexes of the tokens with which a further claim begins."""
    main = root(tree)
    if main is None:
        return []
    inner = shell_end(tree, 0, len(tree))
    heads = {main.i, tree[inner - 1].head.i} if inner else {main.i}
    cuts = {index for index in range(2, len(tree) - 2) if _turns(tree, index, inner)}
    for token in tree:
        if token.head.i in heads and token.i != token.head.i and _asserts(tree, token, notes):
            heads.add(token.i)
            cuts.add(_start(token))
        elif token.head.i in heads and _contrasts(token):
            cuts |= _around(tree, token)
    return sorted(cut for cut in cuts if 0 < cut < len(tree))


def _turns(tree: Doc, index: int, inner: int) -> bool:
    """Whether a further main clause may begin here by its words: behind a semicolon, or with "but".

    Long sentences are parsed wrongly first of all in what such a clause is joined to, so that is not asked.
    """
    if tree[index - 1].text != ";" and tree[index].lower_ not in _TURNS:
        return False
    first = index + (tree[index].lower_ in _CONJUNCTIONS)
    if first >= len(tree) or tree[first].lower_ in _SUBORDINATE:
        return False
    said = any(token.lower_ == "that" and token.dep_ == "mark" for token in tree[inner:index])
    return not (said and any(token.lower_ in _FORETOLD for token in tree[first:]))


_TURNS = frozenset(("but", "yet"))


def _asserts(tree: Doc, token: Token, notes: Sequence[int]) -> bool:
    """Whether a token heads a further main clause: with its own subject, or a predicate right behind a note."""
    if token.dep_ not in ("conj", "parataxis") or token.i < token.head.i or not finite(token):
        return False
    first = _start(token)
    if first <= token.head.i or not _joined(tree, first, token):
        return False
    if _after_note(tree, first, notes):
        return True
    return subject(token) is not None and not (_shared_condition(token) or _still_said(token))


def _shared_condition(token: Token) -> bool:
    """Whether what is joined hangs on something said before both: if A, B and C."""
    return token.dep_ == "conj" and any(
        child.dep_ == "advcl" and child.i < token.head.i and any(mark.lower_ in _IF for mark in child.children)
        for child in token.head.children
    )


def _still_said(token: Token) -> bool:
    """Whether a clause goes on with what somebody is said to have said: he replied that …, but he would …."""
    said = any(child.dep_ == "ccomp" for child in token.head.children)
    return said and any(child.dep_ == "aux" and child.lower_ in _FORETOLD for child in token.children)


_FORETOLD = frozenset(("would", "should", "could", "might"))
_IF = frozenset(("if", "unless", "had", "were"))


def _joined(tree: Doc, first: int, token: Token) -> bool:
    """Whether a mark or a conjunction stands between the clause and what is before it; a bare comma needs a word."""
    before = tree[first - 1].text if first else ""
    word = tree[first].lower_ in _CONJUNCTIONS
    if tree[min(first + word, token.i)].lower_ in _SUBORDINATE:
        return False
    if token.dep_ == "parataxis":
        return before in (";", ":", "—", "–", "--")
    return word or before in (";", ":", "—", "–", "--")


_SUBORDINATE = frozenset(("that", "because", "if", "whether", "which", "who", "how", "why", "what", "whose", "whom"))


def _start(token: Token) -> int:
    """The first token of a clause, marks before it left out."""
    first = token.left_edge.i
    while first < token.i and token.doc[first].is_punct and token.doc[first].text not in "“‘\"'([":
        first += 1
    return first


def _after_note(tree: Doc, first: int, notes: Sequence[int]) -> bool:
    """Whether a note is called right before this token."""
    begin = tree[max(0, first - 2)].idx
    return any(begin < note <= tree[first].idx for note in notes)


def _contrasts(token: Token) -> bool:
    """Whether a token heads a subordinate clause that concedes or contrasts, and so asserts."""
    if token.dep_ != "advcl" or subject(token) is None or not finite(token):
        return False
    marks = [child for child in token.children if child.dep_ == "mark" and child.lower_ in _CONTRASTS]
    if not marks or marks[0].i != _start(token):
        return False
    return marks[0].lower_ != "while" or not _lasts(token)


def _lasts(token: Token) -> bool:
    """A "while" of time: while he was waiting."""
    return token.tag_ == "VBG" or (token.tag_ in ("IN", "RB") and not any(c.dep_ == "cop" for c in token.children))


def _around(tree: Doc, token: Token) -> set[int]:
    first, last = _start(token), token.right_edge.i
    last -= tree[last].text == ","
    if first == 0 and last + 1 < len(tree) and tree[last + 1].text == ",":
        return {last + 2}
    if first and tree[first - 1].text in _JOINS and all(rest.is_punct for rest in tree[last + 1 :]):
        return {first}
    return set()


def _whole_clauses(tree: Doc, cuts: Sequence[int]) -> list[int]:
    """The bounds of the pieces; a cut that would leave less than a clause on one side is no cut."""
    bounds, ends = [0], [*cuts[1:], len(tree)]
    for cut, end in zip(cuts, ends, strict=False):
        if _says(tree, bounds[-1], cut) and _says(tree, cut, end) and not _correlates(tree, bounds[-1], cut):
            bounds.append(cut)
    return [*bounds, len(tree)]


def _says(tree: Doc, first: int, last: int) -> bool:
    """Whether the tokens hold a clause that stands by itself, and no relative pronoun without its verb."""
    if sum(token.is_alpha or token.like_num for token in tree[first:last]) < _LEAST:
        return False
    relative = max((token.i for token in tree[first:last] if token.tag_ in _RELATIVE), default=first - 1)
    if relative >= first and not any(token.tag_ in FINITE for token in tree[relative:last]):
        return False
    return any(_predicated(token, first, last) for token in tree[first:last])


def _predicated(token: Token, first: int, last: int) -> bool:
    """Whether a token is the subject of a clause of these tokens that is neither relative nor subordinate."""
    head = token.head
    if token.dep_ not in SUBJECTS or not first <= head.i < last or token.tag_ in _RELATIVE:
        return False
    if head.dep_ in _RELATIVE_CLAUSES or not (finite(head) or head.tag_ == "VBN"):
        return False
    begin = max(first, min(token.left_edge.i, head.left_edge.i))
    between = token.doc[begin : max(token.i, begin)]
    return not any(word.head == head and _subordinates(word) for word in between)


def _subordinates(word: Token) -> bool:
    return word.tag_ in _SUBORDINATORS or (word.dep_ == "mark" and word.lower_ not in _CONTRASTS)


_RELATIVE = frozenset(("WDT", "WP", "WP$"))
_SUBORDINATORS = frozenset(("WDT", "WP", "WP$", "WRB"))
_RELATIVE_CLAUSES = frozenset(("acl:relcl", "relcl", "acl"))


def _correlates(tree: Doc, first: int, cut: int) -> bool:
    """Whether "but" answers a "not only" or "not merely", or stands in brackets: what it joins is one claim."""
    words = [token.lower_ for token in tree[first:cut]]
    only = any(pair in _NOT_ONLY for pair in pairwise(words))
    opened = sum(word in ("(", "[") for word in words) > sum(word in (")", "]") for word in words)
    return opened or (only and tree[cut].lower_ == "but")


_NOT_ONLY = frozenset((("not", "only"), ("not", "merely"), ("not", "simply"), ("not", "alone")))


def _piece(tree: Doc, first: int, last: int) -> Piece:
    whole = (first, last) == (0, len(tree))
    end = last
    if last < len(tree):
        while end > first + 1 and (tree[end - 1].text in _JOINS or tree[end - 1].is_space):
            end -= 1
    if not whole and tree[first].lower_ in _CONJUNCTIONS and _opens(tree, first, whole=first == 0):
        first += 1
        while tree[first].text == "," and first + 1 < end:
            first += 1
    inner = shell_end(tree, first, end)
    stance = tree[first:inner].text if inner > first else ""
    return Piece(tree[inner].idx, tree[end - 1].idx + len(tree[end - 1]), stance)


def _opens(tree: Doc, first: int, *, whole: bool) -> bool:
    """Whether the word that joins a clause may go: inside a sentence if it denies nothing, at its start only "although"."""
    return tree[first].lower_ in (_CONTRASTS if whole else _CONJUNCTIONS - {"nor", "or", "for"})
