"""From a note's atoms to drafts of its mentions: what kind each stretch is, and what it says."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from argmap.cite.abroad import AT_FIRST, references_abroad
from argmap.cite.amid import short_amid, short_at_end
from argmap.cite.anchors import find_genre, has_anchor, paper_kind
from argmap.cite.another import elsewhere, kept_behind, of_day
from argmap.cite.archival import around_holdings, held, surely_held
from argmap.cite.archives import find_calls
from argmap.cite.authors import by_author
from argmap.cite.bibliographic import references_joined
from argmap.cite.bluebook import is_bluebook
from argmap.cite.byname import by_name, by_pages, by_year
from argmap.cite.calls import archival, teach
from argmap.cite.context import Context
from argmap.cite.details import address_alone
from argmap.cite.documents import is_document, parse_document
from argmap.cite.drafts import WORD, Draft, covered, kind_of, words_from
from argmap.cite.entries import read_entry
from argmap.cite.gost import read_gost
from argmap.cite.issues import read_issue
from argmap.cite.jurists import read_lawyers
from argmap.cite.legal import Legal
from argmap.cite.locators import best_locator, locators_at, page_after
from argmap.cite.markers import BackReference, find_markers, refers_to_note
from argmap.cite.names import THE_SAME, read_names
from argmap.cite.nesting import nesting
from argmap.cite.official import find_public, opens
from argmap.cite.official import titled as titled_report
from argmap.cite.periodical import read_paper
from argmap.cite.placed import goes_on, placed
from argmap.cite.printing import containers_introduced, documents_apart, documents_joined
from argmap.cite.reviews import is_review
from argmap.cite.running import proof, trimmed, works
from argmap.cite.segment import Atom, atoms, behind_signal
from argmap.cite.set_apart import led_apart, set_off, stands_alone, title_alone, titled, volume_apart
from argmap.cite.shortened import shortened
from argmap.cite.standins import IN_ITALICS
from argmap.cite.work import Work
from argmap.cite.works import parse_work
from argmap.model import MentionKind, Name

_MOST_SHORT = 20
_JOINT = re.compile(r"\A(?:and|und|et)\s(?=[^\W\d_a-zß-ÿ])")
_LONGEST_NAME = 60
_SIGNALLED = re.compile(r"[:,]\s(?P<signal>(?:but\s)?(?:see(?:\salso)?|cf\.|compare|vgl\.|voir))\s(?=[^\W\d_a-zß-ÿ])")
"""A signal within a sentence: "The text is lost: cf. Marsh, Statutes, III. 56"."""
_AND_END = re.compile(r",?\s(?P<and>and|und|et|&|or)\s(?:by\s|in\s)?$")


def read_note(text: str, context: Context) -> list[Draft]:
    """All mentions of one note in order, disjoint, covering every word of it."""
    drafts: list[Draft] = []
    apart = context.masked.apart
    parts = led_apart(text, documents_joined(text, atoms(text)), apart)
    if len(parts) > 1 and not context.habit.home:
        parts = set_off(parts, lambda atom: stands_alone(text, atom, apart) or _named_before(text, atom, context))
    parts = references_abroad(text, parts, context.habit, context.run, apart)
    for atom in documents_apart(text, references_joined(text, parts)):
        if drafts and drafts[-1].locator and not atom.closes and goes_on(text[atom.start : atom.end]):
            drafts[-1] = replace(drafts[-1], end=atom.end)
            continue
        for draft in around_holdings(text, atom, context, partial(_atom, text, context=context)):
            context.seen(draft)
            drafts.append(draft)
    return containers_introduced(text, covered(text, context.works.learn(text, drafts)))


def _named_before(text: str, atom: Atom, context: Context) -> bool:
    """Whether an atom is the name of an author cited before, perhaps a title of his, and a page: talk may stand behind it."""
    words = text[behind_signal(text, atom.start, atom.end) : atom.end]
    if by_name(words, context.library):
        return True
    short = shortened(words)
    return short is not None and short.locator is not None and context.knows(short)


def _atom(text: str, atom: Atom, context: Context) -> Iterator[Draft]:
    if context.masked.apart and (italic := list(_by_italics(text, atom, context))):
        yield from italic
        return
    yield from _by_words(text, atom, context)


def _by_italics(text: str, atom: Atom, context: Context) -> Iterator[Draft]:
    """What the italics alone tell: an issue of a periodical, perhaps with talk behind it, or a title and nothing else."""
    apart = context.masked.apart
    if issue := read_issue(text, atom, apart):
        work, end = issue
        yield _draft(atom, work, kind_of(work), end)
        if WORD.search(text, end, atom.end):
            yield Draft("discursive", words_from(text, end, atom.end), atom.end)
    elif alone := title_alone(text, atom, apart):
        yield Draft("short", atom.start, atom.end, alone, closes=atom.closes)


def _by_words(text: str, atom: Atom, context: Context) -> Iterator[Draft]:
    if atom.whole and not _told(text[atom.start : atom.end], atom, context):
        yield _whole(text, atom, context)
        return
    start = atom.start
    lead = atom.lead
    if not atom.container:
        lead = atom.begin(text) - start
    words = text[start + lead : atom.end]
    calls = find_calls(words)
    backs = find_markers(text, start if refers_to_note(text, start) else start + lead, atom.end)
    known = context.works.read(text, start + lead, atom.end)
    if known and not backs:
        yield from _known(text, atom, *known)
    elif not context.habit.home and (law := read_lawyers(words)):
        yield _draft(atom, law, "full")
    elif _paged(words, context):
        yield from _published(text, atom, lead, context)
    elif not backs and (document := held(words, context)):
        teach(words, document, context)
        yield Draft("archival", start, atom.end, document, None, document.locator, atom.container, atom.closes)
    elif backs:
        yield from _backs(text, atom, lead, backs, context)
    elif calls:
        yield from archival(text, atom, lead, calls, context)
    else:
        yield from _published(text, atom, lead, context)


def _published(text: str, atom: Atom, lead: int, context: Context) -> Iterator[Draft]:
    """What an atom without back reference and call number holds."""
    start = atom.start
    words = text[start + lead : atom.end]
    laws = find_public(words)
    if named := by_name(words, context.library):
        back, place = named
        back = replace(back, start=start + lead + back.start, end=start + lead + back.end)
        yield Draft("opcit", start, atom.end, None, back, place, atom.container, atom.closes)
    elif page := address_alone(words):
        yield Draft("container" if atom.container else "full", start, atom.end, page, closes=atom.closes)
    elif work := (
        read_gost(words) or read_entry(words) or (None if laws else read_paper(words, named=atom.tagged != "published"))
    ):
        yield _draft(atom, work, kind_of(work))
    elif laws:
        yield from _laws(text, atom, lead, laws)
    elif is_document(words) and not has_anchor(words, "imprint", "periodical") and not _communicated(words):
        work = parse_document(words, None, context.taught)
        yield Draft("archival", start, atom.end, work, closes=atom.closes, container=atom.container)
    elif (short := shortened(_JOINT.sub("", words))) and (
        short.locator or _quotes(words) or IN_ITALICS.search(words) or context.knows(short)
    ):
        yield _draft(atom, short, "short")
    elif alone := _paged(words, context) or placed(words) or by_year(words):
        yield _draft(atom, alone, kind_of(alone))
    else:
        yield from _prose(text, atom, lead, context)


def _told(words: str, atom: Atom, context: Context) -> bool:
    """Whether a reference is one that the tagger does not know of."""
    words = words[behind_signal(words) :]
    if (
        opens(words)
        or is_review(words)
        or is_bluebook(words)
        or read_paper(words, named=atom.tagged == "kept")
        or read_gost(words)
        or read_entry(words)
        or by_name(words, context.library)
        or by_year(words)
        or read_lawyers(words)
        or _paged(words, context)
    ):
        return True
    if (atom.tagged != "kept" and is_document(words)) or proof(words, 0, len(words)):
        return True
    return surely_held(words, context, kept=atom.tagged == "kept")


def _paged(words: str, context: Context) -> Work | None:
    """A work by its authors and pages alone, where the last references were none to an archive's holdings."""
    return None if context.habit.home or context.holding or context.run.prior > AT_FIRST else by_pages(words)


def _known(text: str, atom: Atom, stop: int, work: Work) -> Iterator[Draft]:
    """A work by the abbreviation that the text taught for it, and what stands behind that."""
    yield _draft(atom, work, "short", stop)
    if WORD.search(text, stop, atom.end):
        yield from works(text, trimmed(text, Atom(stop, atom.end, closes=False)), 0)


def _whole(text: str, atom: Atom, context: Context) -> Draft:
    start = behind_signal(text, atom.start, atom.end)
    words, volume = volume_apart(text, start, atom.end, context.masked.apart)
    work = parse_work(words, whole=True, tagged=atom.tagged)
    work.put(**volume)
    titled(text, start, atom.end, context.masked.apart, work)
    if same := THE_SAME.match(words):
        work.put(author=(Name(family=same.group()),))
    kind: MentionKind = "archival" if work.fields.get("type") == "document" else kind_of(work)
    return Draft(kind, atom.start, atom.end, work, locator=work.locator, closes=atom.closes)


def _laws(text: str, atom: Atom, lead: int, laws: list[Legal]) -> Iterator[Draft]:
    """Cases and statutes, and what stands around them."""
    begin, base = atom.start, atom.start + lead
    for index, law in enumerate(laws):
        start = base + law.start
        before = text[max(begin, base) : start]
        printed = is_document(before.strip(" ,"))
        if printed:
            document = parse_document(before.strip(" ,"), None, {})
            yield Draft("archival", begin, start, document, closes=atom.closes and index == 0)
        elif (law.work.fields["type"] == "report" or "title" not in law.work.fields) and (
            found := titled_report(before)
        ):
            law.work.fields["title"], start = found[1], begin
            law.work.put(author=found[0])
        elif WORD.search(text, max(begin, base), start):
            yield from works(
                text, trimmed(text, Atom(begin, start, closes=atom.closes and index == 0)), lead if index == 0 else 0
            )
        elif index == 0:
            start = atom.start
        end = base + law.end
        if law.work.locator is None and (places := locators_at(text[: atom.end], end)):
            law.work.locator, end = best_locator(places), places[-1].end
        printed = printed or (atom.container and index == 0)
        kind: MentionKind = "container" if printed else "short" if law.short else "full"
        yield Draft(
            kind,
            start,
            end,
            law.work,
            None,
            law.work.locator,
            kind == "container",
            atom.closes and index == 0,
        )
        begin = words_from(text, end, atom.end)
    if WORD.search(text, begin, atom.end):
        yield from works(text, trimmed(text, Atom(begin, atom.end, closes=False)), 0)


def _draft(atom: Atom, work: Work, kind: MentionKind, end: int | None = None) -> Draft:
    """What an atom is, to its end or an earlier one: of this kind, unless it prints what stands before it."""
    told: MentionKind = "container" if atom.container else kind
    stop = atom.end if end is None else end
    return Draft(told, atom.start, stop, work, None, work.locator, atom.container, atom.closes)


def _prose(text: str, atom: Atom, lead: int, context: Context) -> Iterator[Draft]:
    """Sentences, perhaps with shortened notes at their end: "It is known through Marsh, “Mills,” 4, and Reed, Weirs, 5"."""
    if signal := _signalled(text, atom, lead, context):
        before = trimmed(text, replace(atom, end=signal.start("signal")))
        if WORD.search(text, before.start + before.lead, before.end):
            yield from _prose(text, before, before.lead, context)
        start = signal.start("signal")
        yield from _published(text, replace(atom, start=start, closes=False), signal.end() - start, context)
        return
    found: list[Draft] = []
    end = atom.end
    while len(found) < _MOST_SHORT:
        start, work = short_at_end(text, atom.start + lead, end, context)
        if work is None:
            break
        found.append(Draft("short", start, end, work, None, work.locator, closes=False))
        end = start
        joint = _AND_END.search(text, max(atom.start + lead, start - 8), start)
        if joint is None:
            break
        end = joint.start()
        found[-1] = replace(found[-1], start=joint.start("and"))
    rest = trimmed(text, replace(atom, end=end)) if found else replace(atom, lead=lead)
    while amid := short_amid(text, rest.start + rest.lead, rest.end, context):
        before = trimmed(text, replace(rest, end=amid.start))
        start = amid.start
        if WORD.search(text, before.start + before.lead, before.end):
            yield from works(text, before, before.lead)
        else:
            start = rest.start
        kind: MentionKind = "container" if rest.container and start == rest.start else "short"
        yield Draft(kind, start, amid.end, amid.work, None, amid.work.locator, kind == "container", rest.closes)
        rest = trimmed(text, Atom(amid.end, rest.end, closes=False))
    if not found or WORD.search(text, rest.start, rest.end):
        yield from works(text, rest, rest.lead)
    yield from reversed(found)


def _signalled(text: str, atom: Atom, lead: int, context: Context) -> re.Match[str] | None:
    """The last signal within a sentence, if nothing but a reference follows it."""
    signals = list(_SIGNALLED.finditer(text, atom.start + lead, atom.end))
    words = text[signals[-1].end() : atom.end] if signals else ""
    if not words:
        return None
    work = shortened(words) or placed(words)
    refers = (work is not None and work.locator is not None) or by_name(words, context.library)
    return signals[-1] if refers else None


def _quotes(words: str) -> bool:
    """Whether a title in quotation marks follows names."""
    return any(group.quoted for group in nesting(words).groups[:3])


def _communicated(words: str) -> bool:
    """Whether words are a message to the author, which no archive keeps."""
    genre = find_genre(words)
    return genre is not None and paper_kind(genre) == "personal_communication"


def _backs(text: str, atom: Atom, lead: int, backs: list[BackReference], context: Context) -> Iterator[Draft]:
    """Back references, what stands before the first, and what follows each."""
    begin = atom.start
    first = trimmed(text, Atom(begin, backs[0].start, atom.container, lead, atom.closes))
    if document := of_day(text, first, backs, atom.end, context):
        yield document
        return
    backs = [_with_author(text, begin + lead, backs[0], context), *backs[1:]]
    for index, back in enumerate(backs):
        before = Atom(begin, back.start, atom.container and index == 0, lead if index == 0 else 0, atom.closes)
        before = trimmed(text, before)
        start = back.start
        words = text[before.start + before.lead : before.end]
        if index == 0 and not WORD.search(words):
            start = atom.start
        elif WORD.search(words):
            yield from _before_back(text, before, context)
        limit = backs[index + 1].start if index + 1 < len(backs) else atom.end
        near = limit - back.end < 4000  # noqa: PLR2004 - no reference is longer
        places = (locators_at(text[:limit], back.end) or page_after(text[:limit], back.end)) if near else []
        end = max(back.end, places[-1].end if places else 0)
        rest = trimmed(text, Atom(back.end, limit, closes=False))
        if back.kind == "ibid" and (found := elsewhere(text[rest.start : rest.end], context, placed=bool(places))):
            begin = rest.start + found[1]
            yield Draft("archival", start, begin, found[0], locator=found[0].locator, closes=atom.closes)
            continue
        yield Draft(
            back.kind, start, end, back=back, locator=best_locator(places), container=atom.container, closes=atom.closes
        )
        begin = end
    rest = trimmed(text, Atom(begin, atom.end, closes=False))
    if WORD.search(text, rest.start, rest.end) and (work := kept_behind(text[rest.start : rest.end], context)):
        yield Draft("archival", rest.start, rest.end, work, locator=work.locator, closes=False)
    elif WORD.search(text, begin, atom.end):
        yield from works(text, rest, 0)


def _with_author(text: str, start: int, back: BackReference, context: Context) -> BackReference:
    """An Ibid. with the author before it, if nothing else stands there: "Marsh, ebd. Rn. 50" means a work cited of his."""
    called = text[start : back.start].strip(" ,")
    if back.kind != "ibid" or back.author or not 0 < len(called) < _LONGEST_NAME:
        return back
    names = read_names(called)
    known = names.names and names.end == len(called) and by_author(called, context.library)
    return replace(back, start=start, author=called) if known else back


def _before_back(text: str, before: Atom, context: Context) -> Iterator[Draft]:
    words = text[before.start + before.lead : before.end]
    if is_document(words):
        yield Draft("archival", before.start, before.end, parse_document(words, None, context.taught))
    else:
        yield from works(text, before, before.lead)
