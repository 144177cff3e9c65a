"""Words that lead in to a reference: signals ("see, for instance,"), and talk before a name ("On mills: Ada Reed, *Weirs*").

Signals after The Bluebook (21st ed., rule 1.2), OSCOLA (4th ed., 1.2) and the Chicago Manual of Style (17th ed., 14.37).
"""

import re

from argmap.cite.lexicon import OPENERS
from argmap.cite.markers import refers_back
from argmap.cite.names import PARTICLES, Names, read_names
from argmap.cite.standins import STAND_IN

_SUCH_AS = (
    r"(?:e\.g\.|for\s(?:example|instance)|inter\salia|among\s(?:many\s)?others?(?:\sthings)?|in\sparticular|particularly|especially|notably"
    r"|above\sall|most\s(?:recently|notably))"
)
SEE = (
    r"see(?:,?\s(?:also|further|too|again|esp\.|generally|chiefly|mainly|variously|recently|instead|rather|more\s(?:generally|recently)))?"
    rf"(?:,?\s{_SUCH_AS},?)?"
)
"""The English signal, as a regular expression."""
_SIGNAL = re.compile(
    rf"\b(?i:{SEE}|compare|cf\.|cfr\.(?:\sanche)?|vgl\.(?:\sauch)?|siehe(?:\sauch)?|voir(?:\saussi)?|vedi(?:\sanche)?|si\sved(?:a|ano)(?:\sanche)?"
    r"|véan?se(?:\stambién)?)[:,]?\s(?=[^\W\d_a-zß-ÿ])"
)
_SIGNAL_HINTS = ("ee ", "ee,", "ee:", "cf", "Cf", "gl.", "iehe ", "oir ", "edi ", "ved", "se ", "ompare ")
_TITLE = re.compile(rf"(?<=[,:).] )(?:{STAND_IN}|[“„«\"‘])")
"""A title in italics or in quotation marks behind a name."""
_STEP = re.compile(r"(?<![^\s(])(?P<word>[^\W\d_][\w’'-]*[.,]{0,2}|[^\s:]+(?P<colon>:))\s(?=[^\W\d_a-zß-ÿа-я])")
_TOPIC = re.compile(
    r"(?:On|About|For|Regarding|Concerning|Zu[mr]?|Über|Su(?:l|i|lla|lle|gli|ll[’'][^\W\d_]+)?|Per|Sur|Sobre|Para|Acerca)\s[^.,;:()“”\"\d]{2,120}:\s(?=[^\W\d_a-zß-ÿ])"
)
"""What the works behind it are about: "Sui mulini: C. Rossi, …"."""
_NO_LEAD = re.compile(r"[\d;“”„«»\"\[]|\((?!(?:eds?|Hrsg|Hgg?)\b)|\b(?:[Rr]eview\sof|[Rr]ezension|[Rr]ecensione)\b")
_JOINTS = PARTICLES | {"and", "und", "et", "e", "y"}
_SEES = frozenset({"see", "cf", "compare", "siehe", "vgl", "voir", "vedi", "véase"})
_RECEIVERS = frozenset({"to", "an", "à"})
_ARTICLES = frozenset({"the", "a", "an"})
_LONGEST = 300
_FEWEST_BEFORE_OF = 3


def reference_behind(text: str, start: int, end: int) -> int | None:
    """Where the reference begins that a stretch of a note leads in to: at the whole name before its title; None if no words do so."""
    limit = min(end, start + _LONGEST)
    if title := _TITLE.search(text, start, limit):
        return _named(text, start, title.start())
    if topic := _TOPIC.match(text, start, limit):
        return topic.end() if _whole_before_title(text[topic.end() : end]) else None
    return _signalled(text, start, limit)


def _named(text: str, start: int, title: int) -> int | None:
    words = text[start:title]
    steps = [step for step in _STEP.finditer(words) if _leads(words, step)]
    if not steps or _NO_LEAD.search(words) or _opens(words) or refers_back(words):
        return None
    for step in steps:
        names = read_names(words[step.end() :])
        sure = bool(names.names) and (_whole(names) or step["word"].rstrip(".,").casefold() in _SEES)
        if sure and not words[step.end() + names.end :].strip(" ,:"):
            return start + step.end()
    return None


def _signalled(text: str, start: int, limit: int) -> int | None:
    """Behind a signal amid words that are no title, where neither italics nor quotation marks show one."""
    for signal in _SIGNAL.finditer(text, start, limit):
        before = text[start : signal.start()]
        if (
            before
            and not _NO_LEAD.search(before)
            and not _opens(before)
            and _whole_before_title(text[signal.end() : limit])
        ):
            return signal.end()
    return None


def _opens(words: str) -> bool:
    """Whether words begin with names that something marks off: then the reference begins with them."""
    names = read_names(words)
    return bool(names.names) and words[names.end : names.end + 1] in {",", ":", "("}


def _whole_before_title(words: str) -> bool:
    names = read_names(words)
    return bool(names.names) and _whole(names) and re.match(r",\s[^\W\d_a-zß-ÿ]", words[names.end :]) is not None


def _whole(names: Names) -> bool:
    return bool(names.editors or names.names[0].given or names.names[0].literal)


def _leads(words: str, step: re.Match[str]) -> bool:
    """Whether a name may begin behind this word: it is a small one that stands in no name, a colon, or one that opens sentences."""
    word = step["word"].rstrip(".,")
    if step["colon"]:
        return True
    if word.casefold() == "of":  # "Friends of Ada Reed"
        return len(words[: step.start()].split()) >= _FEWEST_BEFORE_OF
    if word.casefold() in _RECEIVERS:  # "Tom Marsh to Ada Reed": a letter
        return read_names(words).end < step.start() - 1
    if word[0].islower():
        return word not in _JOINTS
    return word in OPENERS and word.casefold() not in _ARTICLES
