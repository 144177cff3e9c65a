"""References that nobody could read: an Ibid. behind one must not be tied to the reference before it."""

import re

from argmap.cite.drafts import WORD, talk_words
from argmap.cite.locators import locators_at
from argmap.cite.remembered import remembered

_PLACE = re.compile(
    r"(?:\b(?:pp?|vols?|arts?|chaps?|chs?|caps?|lib|bk|sects?|fols?|ff?|nos?|nn?|cols?|tit|pts?|paras?|ss?|cc?|bb?|reg)\.|§{1,2}|¶)"
    r"\s?(?:\d{1,5}|[ivxlc]{1,7})\b|\bat\s\d{1,5}\b",
    re.IGNORECASE,
)
_IMPRINT = re.compile(r"\([^()\n]{0,80}\b(?:1[4-9]|20)\d\d[a-z]?\)|,\s(?:1[4-9]|20)\d\d(?=[.,;:)]|$)|\bcit\.")
_REPORTER = re.compile(r"\b\d{1,4}\s(?:[A-Z][\w.]{0,12}\s?){1,4}(?:§\s?)?[\d_]{1,5}\b")
_CAPITAL = re.compile(r"\b[^\W\d_a-zß-ÿ]")
_ASIDE = re.compile(r"\s*\([^()]*\)[\s.,;:]*")
_LONGEST = 300
_MOST_TALK = 0.12


@remembered
def looks_cited(words: str, *, behind: bool = False) -> bool:
    """Whether a short stretch has the marks of a reference (a place, an imprint, a reporter) and hardly any talk.

    Args:
        words: The stretch.
        behind: Whether it follows a reference in the same note. Places at its beginning are then places in that work, and
            a parenthesis without a place says what stands there: "(letter to the council, 4 May 1650)".
    """
    if behind:
        places = locators_at(words, 0)
        words = words[places[-1].end :] if places else words
        aside = _ASIDE.fullmatch(words)
        if not words.strip(" .,;:") or (aside and not _PLACE.search(words)):
            return False
    if len(words) > _LONGEST or not _CAPITAL.search(words):
        return False
    if not (_PLACE.search(words) or _IMPRINT.search(words) or _REPORTER.search(words)):
        return False
    return len(talk_words(words)) <= _MOST_TALK * len(WORD.findall(words))
