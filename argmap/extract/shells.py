"""Shells: words before a claim that say how the author stands to it ("the evidence makes it abundantly clear that").

Only a shell that vouches for its claim can be cut off. One that denies it or leaves it open ("there is no evidence that",
"it may be that") is part of what is claimed, and a report ("Dune argues that") is a claim about the speaker.
"""

import re
from itertools import pairwise

from spacy.tokens import Doc, Token

from argmap.extract.cues import word_set
from argmap.extract.syntax import subject

_LONGEST = 16
_CERTAIN = word_set(
    "clear evident obvious plain certain true undeniable apparent manifest indisputable incontestable notable noteworthy"
    " remarkable striking significant important interesting self-evident unquestionable unmistakable"
)
_PROOF = word_set(
    "evidence document documents record records source sources archive archives papers letter letters data facts figures"
    " testimony materials correspondence telegrams accounts findings statistics file files minutes"
)
_PROVES = word_set(
    "show shows showed demonstrate demonstrates demonstrated prove proves proved reveal reveals revealed indicate"
    " indicates indicated confirm confirms confirmed establish establishes established make makes made leave leaves left"
    " illustrate illustrates illustrated attest attests"
)
_PASSIVE = word_set(
    "shown established seen remembered noted added admitted conceded emphasized emphasised stressed granted recalled"
    " understood recognized recognised concluded inferred"
)
_POINTERS = word_set("this that these all which it")
_FIRST = word_set("i we one")
_HOLDS = word_set(
    "argue submit maintain contend conclude hold insist emphasize emphasise stress note know see find remember admit"
)
_SURE_NOUNS = word_set("doubt question denying reason point fact truth conclusion")
_OPEN = word_set(
    "not no never hardly scarcely n't neither nor without if whether may might could would should perhaps possibly seem"
    " seems seemed appear appears appeared little few cannot or when while because"
)
_SURE_PHRASES = (("no", "doubt"), ("no", "question"), ("no", "denying"), ("no", "gainsaying"), ("little", "doubt"))


_FIXED = re.compile(
    r"""(?:(?:and|but|yet|still|now|so|thus|moreover|however|nevertheless|nonetheless)\ (?:,\ )?)?
    (?:the\ (?:(?:plain|simple|bare|hard|central|main|essential)\ )?(?:truth|fact|point|upshot|conclusion)\ (?:is|was|remains|,\ however\ ,\ is)
    |there\ (?:is|was|can\ be|could\ be|seems\ to\ be)\ (?:no|little|hardly\ any|scarcely\ any|not\ the\ (?:slightest|least))\ (?:doubt|question|denying|gainsaying)
    |there\ (?:is|was|exists)\ (?:ample|good|strong|clear|abundant|sufficient|overwhelming|every|considerable)\ (?:evidence|proof|testimony)
    |it\ (?:must|should|ought\ to|has\ to|is\ to|may|can)\ (?:not|never|always|also|further)?\ ?be\ (?:forgotten|overlooked|remembered|noted|added|stressed|said|
       recalled|emphasi[sz]ed|borne\ in\ mind|kept\ in\ mind|pointed\ out)
    |it\ (?:can\ ?not|could\ not)\ be\ (?:doubted|denied|disputed|gainsaid|overlooked)
    |it\ is\ (?:also\ )?worth\ (?:noting|remembering|recalling|stressing|adding|emphasi[sz]ing|pointing\ out|while\ noting)
    |it\ is\ (?:a|an)\ (?:well\ -\ known|well\ known|familiar|notorious|undoubted|established|curious|striking|remarkable)\ fact
    |it\ is\ (?:often|too\ often|easily|sometimes|generally|frequently)\ (?:forgotten|overlooked)
    |it\ (?:goes|went)\ without\ saying|it\ is\ common\ knowledge|it\ is\ no\ secret|suffice\ it\ to\ say|needless\ to\ say\ ,
    |my\ (?:own\ )?(?:point|view|argument|contention|claim|conclusion)\ is
    |what\ (?:matters|counts|is\ certain|is\ clear|is\ striking|is\ beyond\ doubt|cannot\ be\ doubted)\ is
    |one\ (?:must|may|can\ only|cannot\ but)\ (?:conclude|infer))""",
    re.VERBOSE,
)
"""Shells that are the same in every text: their words are sure where a parser may not be."""


def shell_end(tree: Doc, first: int, last: int) -> int:
    """The first token behind the shell with which the tokens `[first, last)` begin; `first` if there is none."""
    for index in range(first + 2, min(first + _LONGEST, last - 3)):
        token = tree[index]
        if token.lower_ != "that":
            continue
        if _FIXED.fullmatch(" ".join(word.lower_ for word in tree[first:index])):
            return index + 1
        if token.dep_ == "mark":
            return index + 1 if _vouches(tree, first, index, token.head) else first
    return first


def _vouches(tree: Doc, first: int, that: int, inner: Token) -> bool:
    words = [token.lower_ for token in tree[first:that]]
    head = inner.head
    if not first <= head.i < that or _left_open(words) or any(token.is_quote for token in tree[first:that]):
        return False
    return _of_adjective(head, words) or _of_noun(head, words) or _of_verb(head)


def _left_open(words: list[str]) -> bool:
    pairs = pairwise(words)
    sure = sum(pair in _SURE_PHRASES or pair == ("should", "be") for pair in pairs)
    return sum(word in _OPEN for word in words) > sure


def _of_adjective(head: Token, words: list[str]) -> bool:
    """It is clear that; the letters make it plain that; what is striking is that."""
    if head.lower_ not in _CERTAIN:
        return False
    shown = any(word in _PROVES for word in words)
    return (bool(_PROOF & set(words)) if shown else "it" in words) or words[0] == "what"


def _of_noun(head: Token, words: list[str]) -> bool:
    """There is no doubt that; the truth is that."""
    return head.lower_ in _SURE_NOUNS and ("there" in words or words[0] == "the") and len(words) <= _NOUN_SHELL


_NOUN_SHELL = 8


def _of_verb(head: Token) -> bool:
    """The documents show that; it must be remembered that; I believe that."""
    speaker = subject(head)
    if speaker is None:
        return False
    if head.lower_ in _PASSIVE:
        return speaker.lower_ == "it"
    if head.lower_ in _HOLDS:
        return speaker.lower_ in _FIRST
    if head.lower_ not in _PROVES:
        return False
    certain = any(child.lower_ in _CERTAIN for child in head.children)
    return speaker.lower_ in _PROOF or (certain and speaker.lower_ in _POINTERS)
