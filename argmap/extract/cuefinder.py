"""Finds the cues of our lists in every sentence: spaCy component `argmap_cues`."""

from collections import Counter

from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc

from argmap.extract.cues import MONTHS, QUANTITIES
from argmap.extract.layout import sentence_spans
from argmap.extract.patterns import own_patterns
from argmap.extract.phrases import PHRASES
from argmap.extract.quotations import muted
from argmap.extract.speakers import is_name

_PARTICIPLE = (
    r"(?:ed|en|wn|ght)$|^(?:been|begun|become|come|done|gone|led|left|lost|won|held|kept|met|paid|said|sent|set|put"
    r"|stood|told|understood|had|made|found|felt|dealt|meant|run|sung|sunk|cut|let|read|heard|built|spent)$"
)


class Cues:
    """The cues of one sentence, outside of its quoted words.

    Attributes:
        found: Each cue class met, with its phrases and the number of words before each, in order.
        counts: Numbers of `digits` (tokens with a digit), `dates` (months, years), `names`, `past` (words in -ed),
            `words`, `quantities` (numbers and shares in words: two thousand, a third); of its different figures and names, `figures` (those that the text does not keep repeating; `years` of them),
            `rare` (names of few sentences) and `fresh` (figures and names that no earlier sentence holds).
    """

    def __init__(self) -> None:
        self.found: dict[str, list[tuple[str, int]]] = {}
        self.counts: Counter[str] = Counter()

    def has(self, name: str, within: int | None = None) -> bool:
        """Whether a cue of this class begins within the first `within` words (anywhere if None)."""
        return any(within is None or before < within for _, before in self.found.get(name, ()))

    def number(self, name: str) -> int:
        """How many cues of this class there are."""
        return len(self.found.get(name, ()))

    def first(self, name: str) -> str:
        """The first cue of this class, in the text's words; empty if there is none."""
        return self.found[name][0][0] if name in self.found else ""


class CueFinder:
    """Sets `Doc.user_data["argmap_cues"]`, a `Cues` for each sentence."""

    def __init__(self, nlp: Language) -> None:
        self.matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for name, phrases in PHRASES.items():
            self.matcher.add(name, [nlp.tokenizer(phrase) for phrase in phrases])
        self.patterns = Matcher(nlp.vocab)
        between = {
            "LOWER": {
                "REGEX": r"^(?:not|never|scarcely|hardly|probably|well|also|easily|much|certainly|still|already|soon|long|surely|perhaps|then|thus|almost)$"
            },
            "OP": "?",
        }
        participle = {"LOWER": {"REGEX": _PARTICIPLE}}
        for name, rows in own_patterns().items():
            self.patterns.add(name, rows)
        for name, modals in (("counterfactual", ["would", "could"]), ("might_have", ["might", "should"])):
            self.patterns.add(
                name, [[{"LOWER": {"IN": modals}}, between, {"LOWER": "have"}, {**between, "OP": "?"}, participle]]
            )

    def __call__(self, doc: Doc) -> Doc:
        """Find the cues of a Doc."""
        spans, silent = sentence_spans(doc), muted(doc)
        particulars: list[frozenset[str]] = []
        owner = [index for index, span in enumerate(spans) for _ in range(len(span))]
        cues = [Cues() for _ in spans]
        for span, cue in zip(spans, cues, strict=True):
            held = set()
            for token in span:
                shapes = _shape_counts(token.text, token.lower_, name=token.i > span.start and is_name(token))
                cue.counts.update(shapes)
                if "digits" in shapes or "names" in shapes:
                    held.add(token.lower_)
                cue.counts["quantities"] += token.lower_ in QUANTITIES and not silent[token.i]
            particulars.append(frozenset(held))
        _weigh(cues, particulars)
        for key, start, end in [*self.matcher(doc), *self.patterns(doc)]:
            index = owner[start]
            joined = end < len(doc) and doc[end].text in _HYPHENS
            if not (silent[start] or joined or is_may(doc, start, spans[index].start)):
                place = start - spans[index].start
                cues[index].found.setdefault(doc.vocab.strings[key], []).append((doc[start:end].text, place))
        doc.user_data["argmap_cues"] = tuple(cues)
        return doc


_OFTEN = 3
"""Sentences with a figure or name from which it is common ground of the text, and no particular of any of them."""


def _weigh(cues: list[Cues], particulars: list[frozenset[str]]) -> None:
    """Count which figures and names are particular to a sentence, and which it is the first to hold."""
    frequency = Counter(word for held in particulars for word in held)
    often = max(_OFTEN, round(len(cues) / 40))
    met: set[str] = set()
    for cue, held in zip(cues, particulars, strict=True):
        figures = {word for word in held if any(char.isdigit() for char in word)}
        cue.counts["years"] = sum(frequency[word] < _OFTEN and _is_year(word) for word in figures)
        cue.counts["figures"] = sum(frequency[word] < _OFTEN for word in figures)
        cue.counts["rare"] = sum(frequency[word] < often for word in held - figures)
        cue.counts["fresh"] = len(held - met)
        met |= held


_HYPHENS = frozenset("-‐‑")
"""Before one of these a word is half of another: better-known rivals."""


def is_may(doc: Doc, at: int, begin: int) -> bool:
    """The month of May is no modal verb."""
    return doc[at].text == "May" and (at > begin or doc[min(at + 1, len(doc) - 1)].text.isdigit())


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and text[0] in "12"  # noqa: PLR2004 - years have four digits


def _shape_counts(text: str, lower: str, *, name: bool) -> list[str]:
    kinds = ["words"] if text[:1].isalpha() else []
    if any(char.isdigit() for char in text):
        kinds.append("digits")
    if (lower in MONTHS and text[:1].isupper()) or _is_year(text):
        kinds.append("dates")
    if name:
        kinds.append("names")
    if len(text) > 4 and lower.endswith("ed"):  # noqa: PLR2004 - "bed", "need" are no past forms
        kinds.append("past")
    return kinds


def cues(doc: Doc, nlp: Language) -> tuple[Cues, ...]:
    """The cues of each sentence; finds them if no component has."""
    if "argmap_cues" not in doc.user_data:
        CueFinder(nlp)(doc)
    found: tuple[Cues, ...] = doc.user_data["argmap_cues"]
    return found
