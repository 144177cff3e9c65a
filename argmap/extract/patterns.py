"""spaCy token patterns of reporting cues. The label says on which side the speaker stands (see `voice.py`)."""

from typing import Any

from argmap.extract.cues import DISCOURSE_VERBS, ORDERS, STRONG_VERBS, WEAK_VERBS, word_set
from argmap.extract.datewords import ORDINALS

Pattern = list[dict[str, Any]]

_NOUNS = ["opinion", "view", "judgment", "judgement", "eyes", "estimation", "words", "account", "belief", "language",
          "phrase", "style", "theory", "system", "reckoning"]  # fmt: skip
_HELD = word_set(
    "doctrine teaching theory thesis contention argument conviction belief opinion view claim assertion suggestion proposal"
    " hypothesis notion theme remedy reply complaint warning objection charge insistence calculation estimate testimony remark statement"
)
_TEXTS = ["essay", "paper", "article", "chapter", "book", "section", "study", "thesis", "dissertation"]
_PLANS = word_set(
    "asks ask examines examine explores explore considers consider discusses discuss surveys survey traces trace reviews"
    " review investigates investigate addresses address analyses analyzes analyse analyze describes describe deals deal"
    " aims aim seeks seek turns turn looks look attempts attempt tries try begins begin concludes conclude offers offer"
)
_ARGUES = word_set(
    "argues argue contends contend maintains maintain claims claim holds hold asserts assert submits submit concludes"
    " conclude"
)
_PARTS = ["book", "books", "part", "chapter", "chapters", "section", "article", "volume", "canto", "title", "clause"]
_NUMBERED = [*ORDINALS[:10], "last", "final"]
_LEFT = ["question", "questions", "objection", "problem", "issue", "difficulty", "point", "matter"]
_LAYS_OUT = ["outlined", "outlines", "enumerated", "enumerates"]
_FIGURES = ["number", "numbers", "share", "figure", "cost", "total", "loss", "losses", "date", "strength", "population"]
_HELD_BY = [
    "testimony",
    "complaint",
    "theme",
    "cry",
    "demand",
    "declaration",
    "charge",
    "accusation",
    "claim",
    "argument",
    "opinion",
    "view",
    "belief",
    "conviction",
    "sentiment",
    "ideas",
    "views",
    "opinions",
    "theories",
    "doctrines",
    "contention",
    "doctrine",
    "judgment",
    "judgement",
]
_SAID = word_set(
    "said argued claimed remarked observed suggested asserted alleged objected maintained supposed held contended"
    " believed thought assumed computed confessed"
)
_IS = ["is", "are", "was", "were"]
_CONVINCED = ["convinced", "persuaded", "certain", "sure", "confident", "adamant", "satisfied", "afraid"]
_TOLD = ["called", "told", "replied", "answered", "written", "declared", "exclaimed", "warned", "promised"]
_HEDGES = word_set("supposed assumed thought believed suggested")
"""It is supposed: the author's own guess as often as others'."""
_RECEIVED = word_set(
    "usual common traditional older received standard conventional orthodox prevailing accepted familiar opposite contrary"
)
_ACCOUNTS = word_set(
    "view account answer explanation reading interpretation story opinion theory wisdom narrative verdict"
)
_TAKEN = word_set(
    "remembered described seen regarded credited told thought believed treated explained attributed ascribed taken said"
    " supposed assumed dismissed portrayed presented read understood dated counted blamed"
)
_STANDS = ["is", "was", "holds", "runs", "has", "had"]
_STARTS = word_set("begins began starts started opens opened ends ended concludes concluded")
_GOES_ON = word_set(
    "goes went proceeds proceeded continues continued liked likes loved ventures ventured hastens hastened ceases ceased"
)
_IS_RIGHT = word_set("right wrong quick slow first last justified mistaken")
_SAYING = word_set(
    "arguing showing saying observing noting asserting denying explaining declaring remarking insisting claiming"
    " suggesting stating warning asking describing pointing complaining lamenting"
)
_SAY = word_set(
    "remind argue show say observe note assert deny explain declare remark insist claim suggest state warn complain describe"
    " maintain contend point infer conclude determine affirm add lament attack criticise criticize define discuss"
)


def _any(*words: str) -> dict[str, Any]:
    return {"LOWER": {"IN": list(words)}}


def _lower(words: str) -> Pattern:
    return [{"LOWER": word} for word in words.split()]


def report_patterns() -> dict[str, list[Pattern]]:
    """Patterns by label.

    `verb`: a reporting verb, speaker before it or, behind a quotation, after it. `before`: another cue with the
    speaker before it. `after`, `according`: the speaker follows. `opinion`: only a pronoun names the speaker.
    `unnamed`: it has been argued. `received`: the usual view is. `for`: for Dune the rising was a tax revolt.
    """
    verbs = sorted(STRONG_VERBS | WEAK_VERBS | ORDERS)
    be, the = _any(*_IS), {"LOWER": "the", "OP": "?"}
    words, comma = {"IS_ALPHA": True, "OP": "{0,2}"}, {"IS_PUNCT": True, "OP": "?"}
    some = {"IS_ALPHA": True, "OP": "{1,4}"}
    further, clear = {"LOWER": "further", "OP": "?"}, _any("clear", "plain", "known")
    often = {
        "LOWER": {"REGEX": "ly$|^(?:often|sometimes|also|long|now|still|once|since|even|then|indeed|already)$"},
        "OP": "?",
    }
    return {
        "verb": [[_any(*verbs, *sorted(DISCOURSE_VERBS))]],
        "before": [
            [_any("'s", "’s", "'", "’"), _any(*_NOUNS), {"ORTH": ","}],
            [_any("'s", "’s", "'", "’"), words, _any(*_HELD), _any("is", "was", "that")],
            [_any("laid", "lays", "set", "sets"), _any("out", "forth", "down")],
            [_any(*_LAYS_OUT)],
            [_any("put", "puts"), *_lower("it")],
            [_any(*_IS, "felt", "remained", "grew"), {**often, "OP": "?"}, _any(*_CONVINCED), *_lower("that")],
            [be, _any("said", "reported", "alleged", "supposed", "thought"), *_lower("to have"), _any(*_SAID, *_TOLD)],
            [_any("means", "meant"), *_lower("that")],
            [_any("seems", "seemed"), *_lower("to mean")],
            [be, words, *_lower("of"), words, _any("mind", "opinion", "view", "persuasion")],
            [_any("put", "puts"), words, _any(*_FIGURES), {**words, "OP": "{0,8}"}, *_lower("at")],
            [_any("claims", "claimed", "professes", "professed", "purports", "purported"), *_lower("to")],
            [_any("points", "appeals"), *_lower("to")],
            [_any("dealt", "deals"), *_lower("with"), {"IS_QUOTE": True}],
            [
                *_lower("in"),
                _any("thinking", "believing", "supposing", "assuming", "arguing", "holding"),
                *_lower("that"),
            ],
            [_any("made", "makes"), *_lower("it"), words, clear],
            [_any(*_STARTS), _any("by", "with"), _any(*_SAYING)],
            [
                _any("had", "has"),
                _any("little", "no", "some"),
                _any("difficulty", "trouble"),
                *_lower("in"),
                _any(*_SAYING),
            ],
            [_any(*_GOES_ON), {"LOWER": "on", "OP": "?"}, *_lower("to"), _any(*_SAY)],
            [be, words, _any(*_IS_RIGHT), *_lower("to"), _any(*_SAY)],
            [_any("seem", "seems", "seemed", "appear", "appears", "appeared"), *_lower("to have"), _any(*_SAID)],
            [_any("does", "do", "did"), *_lower("well to"), _any(*_SAY)],
            [_any("said", "says", "wrote", "argued", "taught", "held", "thought"), *_lower("the same")],
            [_any("take", "takes", "took"), *_lower("exception")],
            [_any("bear", "bears", "bore"), words, _any("testimony", "witness")],
            [
                _any("expressed", "expresses", "gives", "gave"),
                *_lower("it as"),
                _any("his", "her", "their"),
                *_lower("opinion"),
            ],
            [
                _any("place", "places", "put", "puts", "leave", "leaves"),
                *_lower("it beyond"),
                words,
                _any("doubt", "dispute"),
            ],
        ],
        "after": [
            [*_lower("in the"), _any(*_NOUNS), *_lower("of")],
            _lower("to quote"),
            [*_lower("following"), {**words, "OP": "{1,2}"}, _any("from", "of", "by")],
            [_any(*verbs, "described", "related"), *_lower("as follows by")],
            _lower("let us hear"),
            [be, the, words, _any(*_HELD_BY), {"LOWER": "both", "OP": "?"}, *_lower("of")],
            [*_lower("appears"), further, comma, *_lower("from")],
            [_any(*verbs), {**_any("against", "upon", "on"), "OP": "?"}, *_lower("by")],
        ],
        "according": [
            _lower("according to"),
            [*_lower("if we"), _any("may", "can"), _any("trust", "believe", "credit")],
        ],
        "for": [[{"LOWER": "for", "IS_SENT_START": True}]],
        "unnamed": [
            [*_lower("it"), _any("is", "was"), often, *_lower("laid down that")],
            [
                *_lower("among the"),
                words,
                comma,
                *_lower("it"),
                _any("is", "was"),
                often,
                _any(*_HEDGES),
                *_lower("that"),
            ],
            [*_lower("we"), _any("read", "hear"), {"IS_ALPHA": True, "OP": "{0,6}"}, *_lower("that")],
            [*_lower("we are told"), {"IS_ALPHA": True, "OP": "{0,4}"}, *_lower("that")],
            [*_lower("it"), _any("has", "had"), often, *_lower("been"), often, _any(*_SAID)],
            [*_lower("it"), _any("is", "was"), often, _any(*_SAID - _HEDGES), _any("that", ",")],
            [
                *_lower("it"),
                _any("is", "was"),
                often,
                _any(*_SAID - _HEDGES),
                _any("in", "among", "on"),
                some,
                *_lower("that"),
            ],
            [
                *_lower("it"),
                _any("may", "might", "can"),
                *_lower("be"),
                _any("said", "objected", "argued"),
                _any("that", ","),
            ],
        ],
        "seems": [[{"LOWER": "to", "IS_SENT_START": True}]],
        "received": [
            [{"ORTH": ","}, *_lower("it"), _any("is", "was"), _any(*_SAID), {"ORTH": ","}],
            [
                _any("case", "cases", "instance", "instances", "example", "examples", "story"),
                _any("is", "are"),
                often,
                _any("related", "mentioned", "told", "cited"),
                _any("of", "in", "that"),
            ],
            [*_lower("the"), _any(*_RECEIVED), words, _any(*_ACCOUNTS), _any(*_STANDS)],
            [
                *_lower("the"),
                _any(*_RECEIVED),
                _any(*_ACCOUNTS),
                _any("of", "for"),
                {**words, "OP": "{1,5}"},
                _any(*_STANDS),
            ],
        ],
        "opinion": [
            [*_lower("in"), _any("his", "her", "their"), _any(*_NOUNS)],
            [*_lower("to"), _any("his", "her", "their"), _any("mind", "eyes", "thinking", "way")],
            [_any("on", "in"), _any("this", "that"), _any("reading", "view", "interpretation", "showing")],
            [_any("his", "her", "their"), words, _any(*_HELD), _any("is", "was", "that")],
            [
                _any("seem", "seems", "seemed", "appear", "appears", "appeared"),
                *_lower("to"),
                _any("him", "her", "them"),
                *_lower("to"),
            ],
        ],
    }


def own_patterns() -> dict[str, list[Pattern]]:
    """Patterns of what a text says of itself, by cue class.

    `plan`: this essay asks …. `argues`: this essay argues that …, my thesis is …. `it_argues`: counts only behind a
    sentence on this essay. `left`: there remains …. `described`: a place of the work that the sentence is about (Book IV
    deals with …). `found_out`: research that nobody is named for (later studies have shown …). `opposed`: what is usually
    thought. `inverted`: had he waited.
    """
    word, adverb = {"IS_LOWER": True, "IS_ALPHA": True, "OP": "?"}, {"LOWER": {"REGEX": "ly$"}, "OP": "?"}
    will = {**_any("will", "shall", "would", "should", "does"), "OP": "?"}
    this: Pattern = [_any("this", "present"), word, _any(*_TEXTS), will, adverb]
    that = _any("that", ":", "—")
    return {
        "plan": [[*this, _any(*_PLANS)]],
        "argues": [
            [*this, _any(*_ARGUES), that],
            [_any("i", "we"), will, adverb, _any(*_ARGUES), that],
            [*_lower("my"), word, _any("argument", "thesis", "contention", "claim"), _any("is", "will")],
        ],
        "it_argues": [[*_lower("it"), will, adverb, _any(*_ARGUES), that]],
        "left": [
            [*_lower("there"), _any("remains", "remain")],
            [_any(*_LEFT), _any("remains", "remain"), {"IS_PUNCT": True}],
        ],
        "described": [
            [_any(*_PARTS), {"TEXT": {"REGEX": r"^(?:[IVXLC]+|[ivxlc]+|\d+)$"}}],
            [_any(*_NUMBERED), {"LOWER": {"REGEX": "^[a-z]+$"}, "OP": "?"}, _any(*_PARTS)],
            [
                *_lower("in the"),
                _any("chapter", "chapters", "section", "sections", "book", "treatise", "lectures"),
                word,
            ],
        ],
        "opposed": [
            [
                _any("is", "are", "was", "were", "been"),
                _any(
                    "usually",
                    "generally",
                    "commonly",
                    "often",
                    "conventionally",
                    "traditionally",
                    "customarily",
                    "still",
                ),
                _any(*_TAKEN),
            ]
        ],
        "inverted": [[{**_any("had", "were"), "IS_SENT_START": True}]],
        "found_out": [
            [
                _any("research", "scholarship", "studies", "excavation", "excavations", "investigation"),
                _any("has", "have"),
                {"LOWER": {"REGEX": "ly$"}, "OP": "?"},
                {"LOWER": {"REGEX": r"(?:ed|wn|ut|nd|ght|en)$"}},
            ]
        ],
    }
