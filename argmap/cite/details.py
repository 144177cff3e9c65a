"""Taking single details off the text of a reference: address, editors, edition, volume."""

import re

from argmap.cite.anchors import find_address
from argmap.cite.dates import find_dates
from argmap.cite.lexicon import PLACES
from argmap.cite.names import read_names
from argmap.cite.work import Work, clean, date_in
from argmap.model import Date

_ONLINE = re.compile(
    r"[\s,.;(]*(?:(?:also\s|now\s)?(?:available|accessible|online|retrieved|accessed|viewed|abrufbar)[^“”\"]{0,40})?(?:\sat|\sfrom|\sunter|:|URL)?\s?[<(\[]?$",
    re.IGNORECASE,
)

_ARCHIVED = re.compile(r"\s?[\[(](?:archived\sat\s)?(?:https?://|perma\.cc)[^\s()\[\]]{3,300}[\])]")
"""The same page where it is kept for good: "[https://perma.cc/…]"."""
_ACCESSED = re.compile(r"[(\[]?(?:last\s)?(?:accessed|retrieved|viewed|visited)(?:\son)?:?\s", re.IGNORECASE)

ROLE = re.compile(
    r"[,.;]?\s*[(\[]?\s*\b(?P<role>trans(?:l|lated)?\b\.?\s(?:and|&)\sed(?:s|ited)?\b\.?(?:\s+by)?|ed(?:s|ited)?\b\.?\s(?:and|&)\strans(?:l|lated)?\b\.?(?:\s+by)?|ed(?:s|ited)?\b\.?(?:\s+by)?|hrsg\.(?:\s+v(?:on|\.))?|trans(?:l|lated)?\b\.?(?:\s+by)?|directed\s+by|"
    r"a\s+cura\s+di|übers\.(?:\s+v(?:on|\.))?)\s+(?=[A-ZÀ-Ö])"
)

_BY = re.compile(r",\sby\s(?=[A-ZÀ-Ö])")

_ADDRESS_FIRST = re.compile(r"[<(]?(?:https?://|www\.|doi:|DOI:)", re.IGNORECASE)
_HOST = 10
_ACCESSED_ALONE = re.compile(
    r"[\s.,;<>()\[\]]*(?:(?:last\s)?(?:accessed|retrieved|viewed|visited)(?:\son)?:?\s(?P<when>[\d/.\s-]{6,12}))?[\s.,;<>()\[\]]*",
    re.IGNORECASE,
)
_ROLES = {"tr": "translator", "üb": "translator", "di": "director"}
_MAYBE_ROLE = re.compile(r"ed|hrsg|trans|cura|übers")
_MAYBE_EDITION = re.compile(r"[Eeé]d|ED|[Aa]ufl|[Vv]ersion")
_VOLUME = re.compile(
    r",?\s*\b(?:Vol(?:ume)?|vol(?:ume)?|Bd|Band|tome?|T)\b\.?\s+(?P<volume>[IVXLC]+|[ivxlc]+|\d+)(?P<title>:\s.+|,\s[^\W\d_a-zß-ÿ].+)?$"
)

_EDITION = re.compile(
    r"[,.]?\s*\(?(?P<edition>(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|new|rev(?:ised|\.)|enl(?:arged|\.))\s(?:(?:and|&)?\s?(?:rev|enl)(?:ised|arged|\.)\s)?(?:ed|edn|edition)\b\.?|version\s\d{1,3}(?:\.\d{1,3}){0,3}|\d+(?:e|ère|a|ª)\s(?:éd|ed)\.?|\d+\.(?:,\s[a-zäöü]{2,12}\.)?\s?Aufl(?:age\b|\b\.?))\)?",
    re.IGNORECASE,
)


_SERIES = re.compile(
    r",\s(?P<series>(?:[A-ZÀ-Ö][\w’'-]*\s){0,4}(?:(?:Studies|Monographs|Texts|Essays|Series)\s(?:in|on|of)\s[^,()]{3,60}|Society(?:\s[A-Z]\w+)?"
    r"|Monographs?|(?:Beiträge|Schriften|Forschungen|Studien|Quellen)\s[a-zäöüß][^,()]{3,60}))"
    r",\s(?:[Vv]ol\.\s|[Nn]o\.\s|Bd\.\s)?(?P<number>\d{1,4}|[ivxlcIVXLC]{1,8})(?=\s\()"
)

GERMAN = re.compile(r"\b(?:S\.\s\d|Bd\.\s|Hrsg\.|hrsg\.|Diss\.)|\bAufl(?:age|\.)")
"""Marks of references as they are made in German, where a colon stands behind the author."""
_TRANSLATION = re.compile(
    r"\s?(?:\[(?P<square>[^\[\]]{3,160})\]|\((?P<round>[A-ZÀ-Ö][^(),\d]{2,120}\s[^(),\d]{2,120})\))(?=,\s|\.\s|\sin\s)"
)


def take_address(text: str, work: Work) -> str:
    """Take the web address and the date of access out of the text."""
    match = find_address(text)
    if match is None:
        return text
    found = match.group().rstrip(".,;:)]>”\"'")
    work.put(
        **(
            {"DOI": re.sub(r"^doi:?\s?", "", found, flags=re.IGNORECASE)}
            if found.lower().startswith("doi")
            else {"URL": found}
        )
    )
    before, after = text[: match.start()], text[match.end() :]
    text, after = before + match.group() + _ARCHIVED.sub("", after), _ARCHIVED.sub("", after)
    if when := _ACCESSED.search(text):
        dates = [date for date in find_dates(text) if date.start >= when.start()]
        work.put(accessed=dates[0].date if dates else None)
        if dates and when.start() > match.start():
            after = after[: max(0, when.start() - match.end())] + text[dates[0].end :]
    lead = _ONLINE.search(before[-80:])
    cut = len(before) - (len(before[-80:]) - lead.start() if lead else 0)
    return before[:cut] + (" " + after.strip(" .,;)>") if after.strip(" .,;)>") else "")


def address_alone(words: str) -> Work | None:
    """Read a whole stretch as nothing but a web address, and when it was looked at."""
    if not _ADDRESS_FIRST.match(words) or any(char.isspace() for char in words[:_HOST]):
        return None
    work = Work({"type": "webpage"})
    rest = take_address(words, work)
    accessed = _ACCESSED_ALONE.fullmatch(rest)
    if accessed is None:
        return None
    when = accessed["when"] and accessed["when"].strip(" .")
    work.put(accessed=Date(literal=when) if when else None)
    return work


def take_roles(text: str, work: Work) -> str:
    """Take ", ed. A. Smith" and ", trans. B. Jones" out of a text."""
    if not _MAYBE_ROLE.search(text):
        return text
    for _ in range(3):
        match = ROLE.search(text)
        if match is None:
            return text
        names = read_names(text[match.end() :])
        if not names.names:
            return text
        words = match["role"].lower()
        roles = ("editor", "translator") if "and" in words or "&" in words else (_ROLES.get(words[:2], "editor"),)
        work.put(**dict.fromkeys(roles, names.names))
        text = text[: match.start()] + text[match.end() + names.end :].lstrip(" )]")
    return text


def take_author(text: str, work: Work) -> str:
    """Take ", by A. Smith" off the title of the book around a part."""
    match = _BY.search(text)
    names = read_names(text[match.end() :]) if match else None
    if match is None or names is None or not names.names:
        return text
    work.put(container_author=names.names)
    return text[: match.start()] + text[match.end() + names.end :]


def take_edition(text: str, work: Work) -> str:
    """Take "2nd ed." off a text."""
    match = _EDITION.search(text) if _MAYBE_EDITION.search(text) else None
    if match is None or match.start() == 0:
        return text
    work.put(edition=match["edition"])
    return text[: match.start()] + text[match.end() :]


def take_volume(text: str, work: Work) -> str:
    """Take "Volume II: The Second Part" off a title."""
    match = _VOLUME.search(text.rstrip(" ,.;"))
    if match is None or match.start() == 0:
        return text
    work.put(volume=match["volume"], volume_title=clean(match["title"]) if match["title"] else None)
    return text[: match.start()]


def take_series(text: str, work: Work) -> str:
    """Take ", Studies in River History, 14" out of a text, before the bracket with the imprint."""
    match = _SERIES.search(text)
    if match is None:
        return text
    work.put(collection_title=clean(match["series"]), collection_number=match["number"])
    return text[: match.start()] + text[match.end() :]


def take_translation(text: str, work: Work) -> str:
    """Take the translation of a title off the words behind it: "“Kua jiang” [Crossing the river], …"."""
    match = _TRANSLATION.match(text)
    if match is None:
        return text
    work.put(note=clean(match["square"] or match["round"]))
    return text[match.end() :]


def take_year(text: str, work: Work) -> str:
    """Take a year off the end of a text, unless the date is known."""
    if work.fields.get("issued"):
        return text
    match = re.search(r"[\s,.(]+((?:1[4-9]|20)\d\d)\)?$", text)
    if match is None:
        return text
    work.put(issued=date_in(match[1]))
    return text[: match.start()].rstrip(" ,.")


def take_town(title: str, work: Work) -> str:
    """Take place and publisher off the end of a text, which a year without brackets followed: "Title, London, Macmillan"."""
    if work.fields.get("publisher_place"):
        return title
    parts = title.rsplit(", ", 2)
    if len(parts) == 3 and re.search(r"\b(?:Press|Verlag|Macmillan|Books|University)\b", parts[1] + parts[2]):  # noqa: PLR2004
        place, publisher = (
            (parts[1], parts[2]) if not re.search(r"Press|Verlag|Books", parts[1]) else (parts[2], parts[1])
        )
        work.put(publisher_place=place, publisher=publisher)
        return parts[0]
    if len(parts) == 3 and parts[1] in PLACES and parts[2][:1].isupper():  # noqa: PLR2004 - title, place, publisher
        work.put(publisher_place=parts[1], publisher=parts[2])
        return parts[0]
    if (
        len(parts) > 1
        and re.fullmatch(r"[A-ZÀ-Ö][a-zà-ö]+(?:[ -][A-Z][a-z]+)?", parts[-1])
        and len(", ".join(parts[:-1])) > len(parts[-1])
    ):
        work.put(publisher_place=parts[-1])
        return ", ".join(parts[:-1])
    return title
