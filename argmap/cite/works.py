"""One reference to a published or unpublished work, as its fields."""

import re

from argmap.cite.anchors import find_genre
from argmap.cite.bluebook import read_bluebook
from argmap.cite.books import read_book
from argmap.cite.details import (
    GERMAN,
    take_address,
    take_edition,
    take_roles,
    take_translation,
    take_volume,
)
from argmap.cite.finishing import finish
from argmap.cite.hosts import (
    SELF,
    put_article,
    put_container,
    put_host,
    put_imprint,
    put_locator,
    put_paper,
    put_publisher,
)
from argmap.cite.imprint import find_imprint
from argmap.cite.kept import parse_kept
from argmap.cite.lexicon import NEWSPAPER, PERIODICAL
from argmap.cite.locators import LOCATOR, find_locators
from argmap.cite.names import THE_SAME, Names, read_names
from argmap.cite.nesting import Group, nesting
from argmap.cite.periodical import Periodical, read_periodical, read_piece
from argmap.cite.pins import pin_down
from argmap.cite.reviews import take_review
from argmap.cite.segment import TaggedAs, sentence_ends
from argmap.cite.standins import STAND_IN
from argmap.cite.tagged import LETTERED, parse_tagged
from argmap.cite.work import YEAR_SUFFIX, Work, clean, date_in
from argmap.model import Name

_BODY_IN = re.compile(r"(?:[,.?!]|[,.]?[”\"])\s+(?:[Ii]n:?\s+)(?=[A-ZÀ-Ö])")

_APA = re.compile(r"^[\s,.]*\((?P<date>(?:1[4-9]|20)\d\d[a-z]?(?:,\s[A-Z][a-z]+(?:\s\d{1,2})?)?)\)[.,:]?\s*")

_LEAD_YEAR = re.compile(r"^\s*(?P<date>(?:1[4-9]|20)\d\d)[a-z]?[.,:]\s+")

_BY = re.compile(r"^[\s,.]*(?:by|von|par|di)\s+", re.IGNORECASE)

_ARTICLE = re.compile(
    r"(?:^|(?<=,\s))(?:Art(?:ikel|\.)|Stichwort|Lemma|[Aa]rticle|[Vv]oce)\s(?=[„“«‘‚\"]|[^\W\d_a-zß-ÿ][^,]{1,60},\s[Ii]n\b)"
)
"""Before an entry of an encyclopaedia: "Art. „Salz“"."""

_ASKED_IN = re.compile(r"(?<=[?!])\sIn:\s")
"""Between a title that asks and the book around it."""
_WITH_SELF = re.compile(
    r"(?<=[\s.,?!][Ii]n:\s)(?:[Dd]ers|[Dd]ies|[Ii]d|[Ee]ad)\.\s?(?:/|u\.|und\b|&|e\b|et\b)\s?(?=[^\W\d_a-zß-ÿ])"
)
"""The author again, beside others who edited the book with him: "in: Ders./Reed, Karl (Hrsg.), Das Wehr"."""

_PART_OF = re.compile(
    r",\s(?P<part>introduction|foreword|preface|afterword|conclusion|epilogue)\sto\s(?=[A-ZÀ-Ö])", re.IGNORECASE
)
"""What an author wrote of somebody's book: "introduction to Title, by A. Smith"."""

_BODY = re.compile(
    r"(?P<name>(?!(?:The|An?|In|See|For)\s)[A-ZÀ-Ö][\w.’'&-]{1,24}(?:\s(?:[A-ZÀ-Ö][\w.’'&-]{0,24}|of|the|for|and|on|&)){1,8}),\s{1,3}"
)
"""What may be a body before a title in quotation marks: "Elm House Briefing Room, “Mills Announced,”"."""
_NO_BODY = re.compile(
    rf"\b(?:{NEWSPAPER}|{PERIODICAL}|Part|Chapter|Vol(?:ume)?|Book|Section|Letter|Interview|Diary|Introduction)\b"
)
_ITALICS_NEXT = re.compile(rf"\s{STAND_IN}")
_WORDED = re.compile(r",\s[^\W\d_]*[a-zß-ÿа-я]")
_NEWSPAPER = re.compile(rf"\b{NEWSPAPER}\b")
_NEWSPAPER_OF_DAY = re.compile(rf",?\s(?:in:?\s)?[^,;.]{{0,60}}\b{NEWSPAPER}\b[^,;.]{{0,30}},\s(?:vom\s)?\d{{1,2}}\.")
_REST_LIMIT = 1500
_LONGEST_HEAD = 160


def parse_work(text: str, *, whole: bool = False, tagged: TaggedAs | None = None) -> Work:
    """Read a reference, by the tagger or by rules; `whole` if it surely ends where the text ends. Never fails: what cannot be told apart stays in the title, and unknown fields stay away."""
    work = Work()
    text = take_address(" ".join(text[:_REST_LIMIT].split()), work)
    text = re.sub(r"^\s*(?:\[\d+\]|\d{1,3}[.)])\s+(?=[A-Z“])", "", text)
    if lettered := LETTERED.search(text):
        work.put(custom={YEAR_SUFFIX: lettered["letter"]})
        text = text[: lettered.start("letter")] + text[lettered.end() :]
    shared = _WITH_SELF.search(text)
    if shared:
        text = text[: shared.start()] + text[shared.end() :]
    text = _ASKED_IN.sub(", in: ", text)
    article = _ARTICLE.search(text, 0, _LONGEST_HEAD)
    text = text[: article.start()] + text[article.end() :] if article else text
    quote = _title_quote(text)
    if tagged == "kept":
        parse_kept(text, work)
    elif (tagged and not _named_title(text, quote)) or (whole and quote is None and _listed(text)):
        parse_tagged(text, work)
    else:
        _by_rules(text, quote, work)
    if article:
        work.fields["type"] = "entry"
    if shared and (authors := work.fields.get("author")):
        work.fields["editor"] = (*authors, *work.fields.get("editor", ()))
    finish(text, work)
    pin_down(text, work)
    return work


def _named_title(text: str, quote: Group | None) -> bool:
    """Whether a title in quotation marks stands right behind a whole name, or in a newspaper: then nothing is left to be weighed."""
    names = read_names(text)
    whole = bool(names.names and (names.names[0].given or THE_SAME.match(text)))
    named = quote is not None and whole and text[names.end : quote.open].strip() in {",", ":"}
    return named or (
        quote is not None and quote.open == 0 and _NEWSPAPER_OF_DAY.match(text, quote.close + 1) is not None
    )


def _by_rules(text: str, quote: Group | None, work: Work) -> None:
    names = _separate(text, read_names(text))
    if names.names and (part := _PART_OF.match(text, names.end)):
        _credit(work, names)
        work.put(title=part["part"].capitalize())
        put_host(text[part.end() :], Names(), find_imprint(text[part.end() :]), work)
    elif quote is None or (names.end and names.end > quote.open):
        _plain(text, names, work)
    else:
        _quoted(text, quote, names, work)


def _listed(text: str) -> bool:
    """Whether a reference stands in a bibliography: its first author's family name comes first."""
    names = read_names(text).names
    return bool(names and names[0].given) and text.startswith(names[0].family or "\0")


def _separate(text: str, names: Names) -> Names:
    """Names count only if something marks them off from the title ("Korea’s Place in …" begins with none)."""
    rest = text[names.end :].lstrip()
    marked = not rest or rest[0] in ',.:;([“„"«‘' or names.editors or text[: names.end].rstrip().endswith((".", ","))
    marked = marked or (_whole_name(text, names) and _ITALICS_NEXT.match(text, names.end) is not None)
    return names if marked else _family_alone(text, names)


def _whole_name(text: str, names: Names) -> bool:
    """Whether given and family names open a text, which no genitive ends ("Ada Reed’s *Rivers*")."""
    return bool(names.names and names.names[0].given) and not text[: names.end].endswith(("’s", "'s"))


def _family_alone(text: str, names: Names) -> Names:
    """The family name where what was read as given names is a title: "Marsh, Dangerous Positions and Proceedings of …"."""
    first = names.names[0] if names.names else None
    if first is None or not first.given or not text.startswith(f"{first.family},"):
        return Names()
    end = len(first.family or "")
    return Names((Name(family=first.family),), end) if _WORDED.match(text, end) else Names()


def _title_quote(text: str) -> Group | None:
    """The quotation that is the title: the first that follows the names or opens the reference."""
    for group in nesting(text).groups[:6]:
        before = text[: group.open].rstrip()
        if (
            group.quoted
            and text[group.open + 1 : group.close].strip()
            and (not before or before[-1] in ",.:)" or before.endswith((" in", " by")) or _behind_name(text, group))
        ):
            return group
    return None


def _behind_name(text: str, quote: Group) -> bool:
    """Whether a comma is missing between a whole name and a title: "Ada Reed “Weirs,” …"; but not "Ada “Big” Reed"."""
    names = read_names(text)
    closed = text[quote.close - 1] in ",.?!" or text[quote.close + 1 : quote.close + 2] in {",", ".", ":"}
    return closed and _whole_name(text, names) and not text[names.end : quote.open].strip()


def _quoted(text: str, quote: Group, names: Names, work: Work) -> None:
    """Names, “title,” and then a journal, a book, a newspaper, or what kind of paper it is."""
    _credit(work, names)
    if not names.names and (body := _BODY.fullmatch(text, 0, quote.open)) and not _NO_BODY.search(body["name"]):
        work.put(author=(Name(literal=body["name"]),))
    title = text[quote.open + 1 : quote.close]
    work.put(title=clean(title))
    tail = take_translation(text[quote.close + 1 :], work)
    between = text[names.end : quote.open]
    if apa := _APA.match(between):
        work.put(issued=date_in(apa["date"]))
    if by := _BY.match(tail):
        authors = read_names(tail[by.end() :])
        work.put(author=authors.names)
        tail = tail[by.end() + authors.end :]
    put_container(tail, work, closed=title.endswith("."))


def _plain(text: str, names: Names, work: Work) -> None:
    """No quoted title: names, title, and an imprint, a year, or the numbers of a journal."""
    if take_review(text, names, work) or _piece(text, names, work):
        return
    if (paper := read_periodical(text)) and paper.surely_newspaper:
        work.put(title=clean(paper.name), issued=paper.issued, publisher_place=paper.place, type="article-newspaper")
        work.locator = paper.locator
        return
    title_only = _title_comes_first(text, names)
    if title_only and (alone := _family_alone(text, names)).names and not _title_comes_first(text, alone):
        names, title_only = alone, False
    if not title_only:
        _credit(work, names)
    body = text[0 if title_only else names.end :].lstrip(" ,.:;")
    body = re.sub(r"^in\s+(?=[A-Z“])", "", body)
    if read_bluebook(body, work):
        return
    if early := _APA.match(body) or _LEAD_YEAR.match(body):
        work.put(issued=date_in(early["date"]))
        body = body[early.end() :]
    ends = [end for end in sentence_ends(body) if body[end:].strip(" .")]
    head = body[: ends[0]] if ends else body
    subtitle = text[names.end : names.end + 1] == "," and _dated_place(body)
    if ends and not subtitle and not find_imprint(head) and not find_locators(head):
        work.put(title=clean(take_volume(take_edition(take_roles(head, work), work), work)))
        _behind_title(body[ends[0] :], work)
        return
    host = _BODY_IN.search(body)
    if host and "title" not in work.fields and _is_host(body[host.end() :]):
        work.put(title=clean(body[: host.start() + 1]))
        rest = body[host.end() :]
        put_host(rest, read_names(rest), find_imprint(rest), work)
        return
    if host and "title" not in work.fields and (journal := _journal(body[host.end() :])):
        work.put(title=clean(body[: host.start() + 1]))
        put_article(journal, work)
        return
    read_book(body, work)


def _piece(text: str, names: Names, work: Work) -> bool:
    """Read an editorial, an obituary … in a newspaper; whether it is one."""
    found = read_piece(text) or read_piece(text[names.end :].lstrip(" ,"))
    if found is None:
        return False
    if not text.lower().startswith(found[0].lower()):
        _credit(work, names)
    work.put(title=found[0])
    put_article(found[1], work)
    return True


def _dated_place(body: str) -> bool:
    """For "Title. Subtitle, Hamburg 1987": the full stop belongs to the title."""
    imprint = find_imprint(body)
    return imprint is not None and not imprint.bracketed and bool(imprint.place) and not imprint.publisher


def _title_comes_first(text: str, names: Names) -> bool:
    """Whether the "names" are the title itself, for nothing but a place or an imprint follows them."""
    rest = text[names.end :].lstrip(" ,.:;")
    if not names.names or names.editors:
        return not names.names
    if _LEAD_YEAR.match(rest) and names.names[0].given:
        return False
    if not rest or (text[names.end : names.end + 2].strip()[:1] == "(" and not _APA.match(text[names.end :])):
        return True
    if text[names.end : names.end + 1] == ":" and len(names.names) == 1 and not re.search(r"[,.]", text[: names.end]):
        return not GERMAN.search(text)
    first = LOCATOR.match(rest) or re.match(r"(?:1[4-9]|20)\d\d\b|\(|ed\.|trans\.|vols?\.|lib\.", rest)
    return bool(first) and not _APA.match(text[names.end :])


def _journal(rest: str) -> Periodical | None:
    """The periodical that a part stands in, if it has a volume or an issue: "Das Meer, in: Elm Review 250 (1990), S. 4"."""
    found = read_periodical(rest)
    imprint = find_imprint(rest)
    book = imprint is not None and bool(imprint.publisher)
    return found if found and (found.volume or found.issue) and not book else None


def _is_host(rest: str) -> bool:
    names = read_names(rest)
    imprint = find_imprint(rest)
    return (
        names.editors
        or bool(SELF.match(rest))
        or bool(imprint and imprint.bracketed and names.names)
        or bool(re.search(r"[,(]\s?(?:eds?|Hrsg|Hg)\b\.?", rest))
    )


def _behind_title(rest: str, work: Work) -> None:
    """The tail of a reference whose parts are closed by full stops."""
    rest = rest.strip()
    inside = re.match(r"In:?\s+", rest)
    imprint = find_imprint(rest)
    periodical = None if inside else read_periodical(rest)
    book = imprint is not None and bool(imprint.publisher)
    if find_genre(rest) and not inside:
        put_paper(rest, work)
    elif inside:
        rest = rest[inside.end() :]
        put_host(rest, read_names(rest), find_imprint(rest), work)
    elif book and imprint is not None:
        before = take_edition(take_roles(rest[: imprint.start], work), work)
        if len(before.strip(" .,")) > 3:  # noqa: PLR2004 - more than a stray mark
            work.put(collection_title=clean(before))
        work.put(type="book")
        put_imprint(imprint, work)
        put_locator(rest[imprint.end :], work, ranges=False)
    elif periodical:
        put_article(periodical, work)
    else:
        put_publisher(rest, work)


def _credit(work: Work, names: Names) -> None:
    work.put(
        **{
            "translator" if names.translators else "editor" if names.editors else "author": tuple(
                name for name in names.names if name != Name(literal="et al.")
            )
        }
    )
