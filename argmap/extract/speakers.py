"""Who speaks: the name or the person's description next to a reporting cue. No tagger: shapes and word lists."""

from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from argmap.extract.cues import (
    ADVERBS,
    DEMONYM_ENDINGS,
    FINITE,
    HUMAN_VERBS,
    MONTHS,
    NAME_PARTICLES,
    NOT_SPEAKERS,
    PERSONS,
    PRONOUNS,
    THINGS,
    WORKS,
    word_set,
)

_LONGEST = 12
DETERMINERS = word_set("the a an some many most several other this these his her their one another our all")
_STOP = word_set(
    "that which because if when while as and but or to in on at by for from with is was are were be "
    "been has have had not than then so where whom whose into upon after before until since although "
    "though once"
)
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
NO_NAMES = word_set(
    "The A An This That These Those In On At By For From With To But And Or As If When While Since "
    "Although Thus Hence However Moreover Furthermore Nevertheless Nonetheless Therefore Besides "
    "Perhaps Indeed Because Here There It Its He She They We I Our His Her Their What Why How Who "
    "Which Not Only No Of One Two Even After Before During Under Despite Despite Some Many Most Such "
    "So Then Yet Now Both First Second Third Another Prior According Having Assuming Both All Each "
    "Every Any Where Whether Among Between Without Within Until Upon Through Like Given Article "
    "Articles Chapter Part Section Similarly Likewise Accordingly Consequently Wherefore Whereupon Thereupon Thereafter"
    " Henceforth Hitherto Thence Whence Meanwhile Formerly Originally Naturally Possibly Probably Certainly Evidently"
    " Apparently Usually Generally Occasionally Sometimes Often Finally Lastly Elsewhere Still Later Recently Soon"
    " Never Nor Neither Either Till Above Below Beyond Against Amongst Over Whenever Wherever Whereas Ill Well"
)


class Speaker(NamedTuple):
    """The words that name a speaker; `pronoun` if they only point back to one; `first`: index of its first token."""

    text: str
    pronoun: bool = False
    first: int = -1


def is_name(token: Token) -> bool:
    """Whether a token looks like (part of) a name: a capital, and no function word or month."""
    text = token.text
    return (
        text[:1].isupper() and text not in NO_NAMES and token.lower_ not in MONTHS and token.lower_ not in NOT_SPEAKERS
    )


def noun_phrase_before(doc: Doc, verb: int, begin: int) -> Speaker | None:
    """The speaker whose phrase ends right before the token `verb`, looking back no further than `begin`.

    Before a verb that only people can be the subject of, any noun with an article will do.
    """
    last = verb - 1
    while last >= begin and (doc[last].lower_ in ADVERBS or doc[last].lower_.endswith("ly")):
        last -= 1
    if last >= begin and doc[last].text in (",", ")"):
        return _apposed(doc, last, begin) or _over_insertion(doc, last, begin)
    speaker = _phrase_ending(doc, last, begin)
    if speaker is None and doc[verb].lower_ in HUMAN_VERBS:
        return _anybody_ending(doc, last, begin)
    return speaker


def _anybody_ending(doc: Doc, last: int, begin: int) -> Speaker | None:
    """An article and up to three words: the old baker."""
    if last < begin or doc[last].lower_ in THINGS | {"who"}:
        return None
    for index in range(last, max(begin, last - 4) - 1, -1):
        token = doc[index]
        if token.lower_ in _ARTICLES | _OWNERS:
            return Speaker(doc[index : last + 1].text, first=index) if index < last else None
        if not token.is_alpha or not token.is_lower or token.lower_ in _STOP | {"of"} or token.lower_ in FINITE:
            return None
    return None


_ARTICLES = frozenset(("the", "a", "an"))
_OWNERS = frozenset(("his", "her", "their"))


def _apposed(doc: Doc, comma: int, begin: int) -> Speaker | None:
    """The name between two commas behind a description of its bearer: the German consul, Otto Reinwald, reported."""
    if not is_name(doc[comma - 1]):
        return None
    name = _name_ending(doc, comma - 1, begin)
    described = name.first - 2 > begin and doc[name.first - 1].text == "," and doc[name.first - 2].lower_ in PERSONS
    return name if described else None


def apposed_behind(doc: Doc, first: int, comma: int, end: int) -> Speaker | None:
    """The name behind a description and a comma, up to the next mark: the excavator, Ruth Maddox, …."""
    if (
        doc[first].lower_ not in DETERMINERS
        or comma + 1 >= end
        or doc[comma].text != ","
        or not is_name(doc[comma + 1])
    ):
        return None
    name = name_run(doc, comma + 1, end)
    behind = comma + 1 + len(name.text.split())
    return name if behind < end and doc[behind].is_punct else None


def _over_insertion(doc: Doc, comma: int, begin: int) -> Speaker | None:
    """Step over appositions and relative clauses: “Dune, author of …, observes”.

    Of several names before commas the first that no preposition governs: “Dune, tutor of Rolf, and canon, observes”.
    """
    nearest = None
    for index in range(max(begin + 1, comma - _INSERTED), comma):
        if doc[index].text not in (",", "("):
            nearest = None if doc[index].text == ";" else nearest
            continue
        speaker = _phrase_ending(doc, index - 1, begin)
        if speaker is None and doc[index + 1].lower_ in _WHO:
            speaker = _anybody_ending(doc, index - 1, begin)
        if speaker and not speaker.pronoun:
            if speaker.first <= begin or doc[speaker.first - 1].lower_ not in _STOP:
                return speaker
            nearest = speaker
    return nearest


_INSERTED = 40
_WHO = frozenset(("who", "whom", "whose"))
"""What these describe is a person: the composer, who was not consulted, complained."""


def _phrase_ending(doc: Doc, last: int, begin: int) -> Speaker | None:
    if last > begin and doc[last].lower_ == "who":
        which = doc[last - 1].text != ","
        last -= 1 if which else 2
        if which and doc[max(begin, last - 1)].lower_ == "the":
            return None  # the clerk who tells us so is singled out, not reported
    if last < begin:
        return None
    token = doc[last]
    if token.lower_ in PRONOUNS:
        return Speaker(token.text, pronoun=True, first=last)
    if is_name(token):
        name = _name_ending(doc, last, begin)
        seated = (
            name.first - 2 >= begin and doc[name.first - 1].lower_ == "of" and doc[name.first - 2].lower_ in PERSONS
        )
        return person_ending(doc, name.first - 2, begin, last) if seated else name  # the rector of Stoke
    if token.lower_ in PERSONS:
        return _leading_name(doc, last, begin) or person_ending(doc, last, begin)
    return _over_postmodifier(doc, last, begin)


def _leading_name(doc: Doc, last: int, begin: int) -> Speaker | None:
    """Who is named before those who go with him: Maria Santoro and others, Dune and his pupils."""
    first = last - 1 if doc[last - 1].lower_ in _OWNERS else last
    if doc[last].lower_ not in _FELLOWS or first - 2 < begin or doc[first - 1].lower_ != "and":
        return None
    return _name_ending(doc, first - 2, begin) if is_name(doc[first - 2]) else None


_FELLOWS = word_set("others colleagues pupils followers friends disciples collaborators supporters")
_LINKS = word_set("of in from at for to with on")


def _over_postmodifier(doc: Doc, last: int, begin: int) -> Speaker | None:
    """A person described behind: “a cutter of forty-five years”. Only where the whole phrase opens its clause."""
    for index in range(last - 1, max(begin, last - 10) - 1, -1):
        token = doc[index]
        if token.is_punct and token.text not in "-–’'":
            return None
        if token.lower_ in PERSONS and doc[index + 1].lower_ in _LINKS:
            speaker = person_ending(doc, index, begin)
            opens = speaker.first <= begin or doc[speaker.first - 1].is_punct
            return speaker if opens else None
    return None


def _name_ending(doc: Doc, last: int, begin: int) -> Speaker:
    first, limit = last, max(begin, last - _LONGEST)
    while first > limit and (is_name(doc[first - 1]) or _links_names(doc, first - 1, begin)):
        first -= 1
    return Speaker(doc[first : last + 1].text, first=first)


def _links_names(doc: Doc, index: int, begin: int) -> bool:
    token = doc[index]
    links = (token.lower_ in NAME_PARTICLES and token.lower_ != "the") or token.text in _POSSESSIVE  # King's Bench
    return links and index > begin and is_name(doc[index - 1])


def person_ending(doc: Doc, last: int, begin: int, end: int | None = None) -> Speaker:
    """The phrase of the person `last`; `end`: the last token of what describes him behind."""
    first = last
    limit = max(begin, last - 6)
    while first > limit and doc[first].lower_ not in DETERMINERS:
        before = doc[first - 1]
        if before.lower_ in _STOP or before.is_punct:
            break
        first -= 1
    text = doc[first : (end or last) + 1].text
    return Speaker(text if is_name(doc[first]) else text[:1].lower() + text[1:], first=first)


def noun_phrase_after(doc: Doc, begin: int, end: int, *, loose: bool) -> Speaker | None:
    """The speaker whose phrase begins at the token `begin`; `loose` also takes things: according to the letter."""
    stop = begin
    while stop < min(end, begin + _LONGEST) and not (stop > begin and _ends_phrase(doc, stop)):
        stop += 1
        if stop < end and doc[stop].text in _POSSESSIVE:
            return _owner(doc, begin, stop)
    words = doc[begin:stop]
    if not len(words) or words[0].lower_ in NOT_SPEAKERS or words[0].is_punct or (loose and _own_means(words)):
        return None
    named = apposed_behind(doc, begin, stop, end)
    if named:
        return named
    if words[0].lower_ in PRONOUNS or words[0].lower_ in ("him", "her", "them", "his", "their"):
        alone = len(words) == 1 or loose or words[0].lower_ in PRONOUNS
        return Speaker(words[0].text, pronoun=True) if alone else None
    if loose and _CONFORMS & {token.lower_ for token in words[:_TO]}:
        return None
    if len(words) > 3 and words[1].lower_ in SAYINGS and words[2].lower_ == "of":  # noqa: PLR2004 - the … of X
        words = words[3:]
    known = [token for token in words if is_name(token) or token.lower_ in PERSONS]
    return Speaker(words.text.rstrip()) if known or loose else None


def _own_means(words: Span) -> bool:
    """Whether one acts according to what is one's own and says nothing: according to their lights."""
    told = PERSONS | WORKS | SAYINGS
    return len(words) > 1 and words[0].lower_ in _THEIRS and not any(token.lower_ in told for token in words)


_THEIRS = frozenset(("his", "her", "its", "their"))


def _ends_phrase(doc: Doc, at: int) -> bool:
    """Whether a noun phrase ends before this token: at a mark, a function word, the article of the next phrase."""
    token = doc[at]
    return (
        token.is_punct
        or token.lower_ in _STOP
        or token.lower_ in _WHO
        or (token.lower_ in _ARTICLES and doc[at - 1].lower_ not in _JOINED)
    )


_JOINED = frozenset(("of", "both", "all"))
_CONFORMS = word_set(
    "maxim maxims rule rules plan plans principle principles custom customs law laws terms means circumstances size rank"
    " age need needs ability order schedule nature season kind type number whether"
)
"""What one acts according to, and nobody says."""
_TO = 3
SAYINGS = word_set(
    "assertion opinion testimony account statement view words judgment evidence calculation calculations estimate"
    " estimates reckoning recollection reasoning doctrine teaching definition figures tables"
)


def _owner(doc: Doc, begin: int, stop: int) -> Speaker | None:
    words = doc[begin:stop]
    return Speaker(words.text) if any(is_name(token) or token.lower_ in PERSONS for token in words) else None


def subject(doc: Doc, begin: int, end: int) -> Speaker | None:
    """The person or work with which a sentence begins, behind an adverb or a phrase up to a comma."""
    speaker = _head(doc, begin, min(end, begin + 8))
    if speaker:
        return speaker
    for index in range(begin, min(end, begin + 20)):
        if doc[index].text == ",":
            return _head(doc, index + 1, min(end, index + 9))
    return None


_OWN = word_set("this my our the")


def _head(doc: Doc, begin: int, end: int) -> Speaker | None:
    """A noun phrase that begins at `begin`: a name, a person, or somebody's work (not "this essay")."""
    if begin >= end:
        return None
    if doc[begin].lower_ in PRONOUNS:
        return Speaker(doc[begin].text, pronoun=True, first=begin)
    for index in range(begin, end):
        token = doc[index]
        if index > begin and (token.lower_ in _STOP or token.is_punct or token.lower_ in FINITE):
            return None
        if token.lower_ in PERSONS or (token.lower_ in WORKS and doc[begin].lower_ not in _OWN):
            return person_ending(doc, index, begin)
        if is_name(token) and not modifies(doc, index, end):
            return name_run(doc, index, end)
    return None


def name_run(doc: Doc, first: int, end: int) -> Speaker:
    """The name that begins at the token `first`."""
    last, end = first, min(end, first + _LONGEST)
    while last + 1 < end and is_name(doc[last + 1]):
        last += 1
    return Speaker(doc[first : last + 1].text, first=first)


def modifies(doc: Doc, index: int, end: int) -> bool:
    """A name that is only an adjective to the noun behind it: Soviet leadership, North Korean troops."""
    last, end = index, min(end, index + _LONGEST)
    while last + 1 < end and is_name(doc[last + 1]):
        last += 1
    if last + 1 >= end or not doc[last].lower_.endswith(DEMONYM_ENDINGS):
        return False
    behind = doc[last + 1]
    return behind.is_lower and behind.is_alpha and behind.lower_ not in FINITE | _STOP | ADVERBS and not _ed(behind)


def _ed(token: Token) -> bool:
    return token.lower_.endswith("ed")
