"""Whom a "he" may mean: the persons whom a text has named."""

from spacy.tokens import Span

from argmap.extract.cues import DEMONYM_ENDINGS, PERSONS, PRONOUNS, word_set
from argmap.extract.speakers import DETERMINERS, apposed_behind, is_name, modifies, name_run, person_ending


def several(name: str) -> bool:
    """Whether a name is one of many, whom no "he" or "she" can mean: Germans, the carriers."""
    last = name.rsplit(maxsplit=1)[-1]
    return last.endswith("s") and (last.islower() or last[:-1].endswith(DEMONYM_ENDINGS))


_PLACES = word_set("in at from of to with between on near into under over through")


def first_name(span: Span, silent: bytearray, common: frozenset[str] = frozenset()) -> str | None:
    """The first person of a sentence outside of its quotations: what "he" may mean next. None if it is a "he" itself.

    `common`: the words that the text writes small; one of them is no name where it begins the sentence.
    """
    doc, index = span.doc, span.start
    while index < span.end:
        token = doc[index]
        if token.lower_ in PRONOUNS:
            return None
        if silent[index]:
            index += 1
            continue
        if token.lower_ in PERSONS and index > span.start:
            person = person_ending(doc, index, span.start)
            if doc[person.first].lower_ in DETERMINERS or is_name(doc[person.first]):
                return (apposed_behind(doc, person.first, index + 1, span.end) or person).text
        opens = index == span.start and (len(token) < 3 or token.lower_ in common)  # noqa: PLR2004 - "A", "An", "To"
        if is_name(token) and not opens:
            name = name_run(doc, index, span.end)
            length = len(name.text.split())
            before = index - 2 if index - 1 > span.start and doc[index - 1].lower_ == "the" else index - 1
            placed = before >= span.start and doc[before].lower_ in _PLACES
            if not placed and not modifies(doc, index, span.end):
                return (apposed_behind(doc, max(span.start, index - 1), index + length, span.end) or name).text
            index += length
            continue
        index += 1
    return None
