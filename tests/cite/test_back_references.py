"""Ibid. and its kin: the literal reading, the best reading, and the doubt."""

import pytest

from argmap.cite import cite
from argmap.model import Document, DocumentInfo
from tests.cite.making import back, document, kinds, mentions, read

BOOK = "Ada Marsh, The Mills of Elm (Dover: Reed Press, 1990), 12."
OTHER = "Bo Reed, Weirs (Elm: Falk Press, 1991), 40."


@pytest.mark.parametrize(
    "word",
    [
        "Ibid.",
        "ibid.",
        "Ibid",
        "Ibid,",
        "IBID.",
        "Ibidem,",
        "Ib.",
        "Id.",
        "Idem,",
        "Eadem,",
        "Ebd.,",
        "ebd.",
        "Ebenda,",
        "Ivi,",
        "Там же.",
        "Ibid.,",
        "Ibíd.,",
        "ibidem,",
        "Idem, ibid.,",
        "Id., ibid.,",
        "Ders., ebd.,",
        "Ebda.,",
        "Tamże,",
        "Tamtéž,",
        "там же,",
    ],  # noqa: E501, RUF001, RUF100 - one list; Cyrillic is meant
)
def test_every_spelling_points_to_the_work_before(word: str) -> None:
    mention = back(OTHER, BOOK, f"{word} p. 15.")
    assert mention.source == "marsh1990"
    assert mention.literal == mention.best
    assert mention.literal is not None
    assert (mention.literal.note, mention.literal.source) == ("2", "marsh1990")
    assert mention.state == "resolved"
    assert mention.locator is not None
    assert (mention.locator.value, mention.locator.inherited) == ("15", False)


@pytest.mark.parametrize(("words", "page"), [("Ibid 15.", "15"), ("Ibid. 15-16; and so on.", "15-16")])
def test_a_page_may_stand_right_behind(words: str, page: str) -> None:
    mention = back(BOOK, words)
    assert mention.locator is not None
    assert (mention.locator.value, mention.locator.inherited) == (page, False)


@pytest.mark.parametrize("words", ["Ibid. 15 May 1912.", "Ibid. 1912."])
def test_a_day_behind_it_is_no_page(words: str) -> None:
    mention = back(BOOK, words)
    assert mention.locator is None or mention.locator.inherited


def test_a_bare_ibid_inherits_the_page() -> None:
    mention = back(BOOK, "Ibid.")
    assert mention.locator is not None
    assert (mention.locator.value, mention.locator.inherited) == ("12", True)


def test_chains_are_transitive() -> None:
    mention = back(BOOK, "Ibid., 13.", "Ibid., 14.", "Ibid.")
    assert mention.literal is not None
    assert (mention.literal.note, mention.source) == ("1", "marsh1990")


def test_the_first_note_has_nothing_before_it() -> None:
    mention = back("Ibid., p. 3.")
    assert (mention.state, mention.source) == ("unresolved", None)


def test_never_forward() -> None:
    found = read("Ibid., p. 3.", BOOK)
    assert found.notes[0].mentions[0].source is None


def test_within_a_note_the_reference_before_it_counts() -> None:
    mention = back(OTHER, "Ada Marsh, The Mills of Elm (Dover: Reed Press, 1990), 12; ibid., 15.")
    assert (mention.source, mention.state) == ("marsh1990", "resolved")


def test_several_sources_before_it_make_it_ambiguous() -> None:
    mention = back(f"{OTHER[:-1]}; {BOOK}", "Ibid., p. 15.")
    assert mention.state == "ambiguous"
    assert mention.source == "marsh1990"
    assert [rival.source for rival in mention.rivals] == ["reed1991"]
    again = back(f"{OTHER[:-1]}; {BOOK}", "Ibid., p. 15.", "Ibid., p. 16.")
    assert again.state == "ambiguous"
    assert [rival.source for rival in again.rivals] == ["reed1991"]


def test_a_note_without_source_between_leaves_doubt() -> None:
    mention = back(BOOK, "He was a miller then, and nothing else.", "Ibid., p. 15.")
    assert mention.state == "ambiguous"
    assert mention.literal is not None
    assert (mention.literal.note, mention.literal.source) == ("2", None)
    assert mention.best is not None
    assert mention.best.source == "marsh1990"
    assert mention.best.evidence


def test_a_document_printed_in_the_work_before() -> None:
    notes = (BOOK, "Telegram from Orlov to Petrov, 29 May 1850. Ibid, pp. 13-14.")
    assert kinds(*notes) == ["archival", "ibid"]
    mention = back(*notes)
    assert mention.source == "marsh1990"
    document = next(item for item in read(*notes).sources if item.type == "document")
    assert (document.custom or {})["printed-in"] == ("marsh1990",)


def test_a_title_in_ibid_is_not_that_title() -> None:
    mention = back(BOOK, "Bo Reed, On Weirs, in ibid., p. 168.")
    assert mention.source == "marsh1990"


SERIES = (
    "Telegram from Orlov to Petrov, 16 May 1850. Cited in Ada Marsh, The Mills of Elm (Dover: Reed Press, 1990), pp. 12-13.",
    "Telegram from Petrov to Orlov, 29 May 1850. Ibid, pp. 13-14.",
    "Telegram from Orlov to Petrov, 3 June 1850. Ibid. p. 14.",
    OTHER,
)


def test_a_work_slipped_into_a_series_of_documents_contradicts_the_rule() -> None:
    mention = back(*SERIES, "Telegram from Petrov to Orlov, 6 June 1850. Ibid. p. 15.")
    assert mention.state == "contradicted"
    assert mention.literal is not None
    assert (mention.literal.note, mention.literal.source) == ("4", "reed1991")
    assert mention.best is not None
    assert (mention.best.note, mention.best.source) == ("1", "marsh1990")
    assert len(mention.best.evidence) >= 2
    assert mention.source == "marsh1990"


def test_what_follows_a_contradicted_ibid_stays_contradicted() -> None:
    mention = back(
        *SERIES,
        "Telegram from Petrov to Orlov, 6 June 1850. Ibid. p. 15.",
        "Telegram from Orlov to Petrov, 7 June 1850. Ibid.",
    )
    assert mention.state == "contradicted"
    assert mention.literal is not None
    assert mention.literal.source == "reed1991"
    assert mention.source == "marsh1990"


def test_an_ibid_that_fits_the_note_before_is_left_alone() -> None:
    assert back(*SERIES, "Ibid., p. 41.").state == "resolved"


def test_a_page_that_continues_the_series_before_the_intruder_contradicts_the_rule() -> None:
    mention = back(*SERIES, "Ibid., p. 15.")
    assert mention.literal is not None
    assert mention.best is not None
    assert (mention.state, mention.literal.source, mention.best.source) == ("contradicted", "reed1991", "marsh1990")
    assert mention.best.probability is not None
    assert mention.literal.probability is not None
    assert mention.best.probability > mention.literal.probability


@pytest.mark.parametrize(
    "words",
    [
        "Marsh, op. cit., p. 187.",
        "A. Marsh, op.cit., p. 187.",
        "See Marsh, op. cit., p. 187.",
        "Marsh, a.a.O., S. 187.",
    ],
)
def test_op_cit_goes_to_the_author(words: str) -> None:
    mention = back(BOOK, OTHER, words)
    assert (mention.kind, mention.source, mention.state) == ("opcit", "marsh1990", "resolved")
    assert mention.locator is not None
    assert mention.locator.value == "187"


def test_op_cit_of_an_author_with_two_works_names_the_rival() -> None:
    mention = back(BOOK, "Ada Marsh, Bread (Dover: Reed Press, 1995), 3.", OTHER, "Marsh, op. cit., p. 7.")
    assert mention.state == "ambiguous"
    assert mention.source == "marsh1995"
    assert [rival.source for rival in mention.rivals] == ["marsh1990"]


def test_op_cit_of_an_unknown_author_is_unresolved() -> None:
    mention = back(BOOK, "Zweig, op. cit., p. 7.")
    assert (mention.state, mention.source) == ("unresolved", None)


def test_loc_cit() -> None:
    mention = back(BOOK, OTHER, "Marsh, loc. cit.")
    assert (mention.kind, mention.source) == ("loccit", "marsh1990")
    assert mention.locator is not None
    assert mention.locator.inherited


@pytest.mark.parametrize(
    "words",
    [
        "Marsh, supra note 1, at 15.",
        "Marsh (note 1 above), p. 15.",
        "Marsh, wie Anm. 1, S. 15.",
        "Supra note 1, p. 15.",
    ],
)
def test_numbered_references_go_to_that_note(words: str) -> None:
    mention = back(BOOK, OTHER, OTHER, words)
    assert (mention.kind, mention.source) == ("supra", "marsh1990")


def test_a_number_that_is_no_earlier_note_is_unresolved() -> None:
    assert back(BOOK, "Supra note 9, p. 15.").state == "unresolved"


def test_idem_with_a_title_is_a_new_work_by_the_same_author() -> None:
    notes = (BOOK, "Idem, Bread and Law (Dover: Reed Press, 1995), 3.")
    (mention,) = mentions(*notes)
    assert mention.kind == "full"
    assert mention.source == "marsh1995"


def test_op_cit_of_a_person_whom_only_a_title_names_is_not_sure() -> None:
    mention = back("Orlov’s Journal of the Weir, ed. Bo Reed, 1908, p. 134.", OTHER, "Orlov, op. cit., p. 20.")
    assert (mention.state, mention.source) == ("ambiguous", "reed1908")


@pytest.mark.parametrize(
    "words",
    [
        "Marsh, ob. cit., p. 187.",
        "Marsh, art. cit., p. 187.",
        "Marsh, ouvr. cité, p. 187.",
        "Marsh, opere citata, p. 187.",
        "Marsh, o. c., p. 187.",
        "Marsh, a. a. O., S. 187.",
        "Marsh, dz. cyt., p. 187.",
        "Marsh, указ. соч., p. 187.",
    ],
)
def test_op_cit_in_other_languages(words: str) -> None:
    mention = back(BOOK, OTHER, words)
    assert (mention.kind, mention.source) == ("opcit", "marsh1990")


@pytest.mark.parametrize("word", ["loc. cit.", "l. c.", "lug. cit.", "loco citato", "luogo cit."])
def test_loc_cit_means_the_same_place(word: str) -> None:
    mention = back(BOOK, OTHER, f"Marsh, {word}")
    assert (mention.kind, mention.source) == ("loccit", "marsh1990")
    assert mention.locator is not None
    assert (mention.locator.value, mention.locator.inherited) == ("12", True)


@pytest.mark.parametrize("words", ["See below, note 3.", "See note 3 below.", "Infra, n. 3.", "Siehe unten, Anm. 3."])
def test_infra_points_forward(words: str) -> None:
    found = read(BOOK, words, OTHER)
    mention = next(one for one in found.notes[1].mentions if one.state)
    assert (mention.kind, mention.source, mention.state) == ("infra", "reed1991", "resolved")


def test_several_note_numbers_are_all_meant() -> None:
    mention = back(BOOK, OTHER, "See notes 1-2.")
    assert (mention.kind, mention.state, mention.source) == ("supra", "resolved", "reed1991")
    assert [rival.source for rival in mention.rivals] == ["marsh1990"]


def test_the_previous_note() -> None:
    mention = back(OTHER, BOOK, "See the previous note.")
    assert (mention.kind, mention.source) == ("supra", "marsh1990")


def test_what_follows_an_unread_reference_is_not_tied_to_the_note_before_it() -> None:
    mention = back(BOOK, "3 Mill. Dec. 45, at 12.", "Ibid., p. 15.")
    assert (mention.state, mention.source) == ("ambiguous", None)
    assert mention.literal is not None
    assert (mention.literal.note, mention.literal.source) == ("2", None)
    assert [rival.source for rival in mention.rivals] == ["marsh1990"]


def test_what_follows_an_unread_reference_of_a_note_that_cites_weighs_the_others() -> None:
    mention = back(BOOK, f"{OTHER}; 3 Mill. Dec. 45, at 12.", "Ibid., p. 15.")
    assert mention.state == "ambiguous"
    assert mention.literal is not None
    assert (mention.literal.note, mention.literal.source) == ("2", None)
    assert {mention.source, *(rival.source for rival in mention.rivals)} >= {"marsh1990", "reed1991"}
    assert all("names no source" not in words for words in mention.literal.evidence)


@pytest.mark.parametrize("aside", ["(letter of Dale to the council, 4 May 1850)", "(Of Sluices and Other Works)"])
@pytest.mark.parametrize("place", ["p. 12", "chap. iii, sect. ii"])
def test_a_parenthesis_behind_a_reference_says_what_stands_there(place: str, aside: str) -> None:
    mention = back(OTHER, f"Ada Marsh, Old Mills (Dover: Reed, 1990), {place} {aside}.", "Ibid., p. 15.")
    assert mention.literal is not None
    assert mention.literal.source == "marsh1990"


def test_a_place_given_in_the_way_of_one_work_alone_speaks_for_it() -> None:
    mention = back(
        "Odo of Dale, Summa Molarum, 2a 2æ, div. 1, Q. iii, art. viii.",
        "Ada Marsh, Old Mills (Dover: Reed, 1990), vol. ii, p. 217.",
        "Ibid., 1a 2æ, div. i, Q. xciv, art. ii.",
    )
    assert [rival.note for rival in mention.rivals] == ["1"]
    assert mention.state == "ambiguous"


def test_evidence_is_printed_by_inquiries() -> None:
    mention = back(
        "Mines Commission’s Report. App. Part II, Q. 18.",
        "Dale, Principles of Thrift, vol. ii, p. 136.",
        "Ibid., evidence, p. 9.",
    )
    assert mention.best is not None
    assert (mention.state, mention.best.note) == ("contradicted", "1")
    assert mention.literal is not None
    assert any("no inquiry" in words for words in mention.literal.evidence)


def test_an_ibid_that_opens_a_chapter_says_so() -> None:
    notes = document(OTHER, BOOK, "Ibid., p. 15.").notes
    again = [note.model_copy(update={"n": n}) for note, n in zip(notes, ("1", "2", "1"), strict=True)]
    found = cite(Document(info=DocumentInfo(format="text", text=""), notes=tuple(again)))
    (mention,) = found.notes[-1].mentions
    assert (mention.state, mention.source) == ("ambiguous", "marsh1990")
    assert mention.best is not None
    assert any("chapter" in words for words in mention.best.evidence)


def test_a_stale_number_is_found_and_the_right_one_proposed() -> None:
    mention = back(BOOK, OTHER, "Marsh (note 2 above), p. 15.")
    assert (mention.state, mention.source) == ("contradicted", "marsh1990")
    assert mention.literal is not None
    assert mention.best is not None
    assert (mention.literal.note, mention.literal.source, mention.best.note) == ("2", "reed1991", "1")


def test_a_number_without_a_name_is_mended_by_its_neighbours() -> None:
    third = "Eva Holm, Salt (Elm: Falk Press, 1985), 3."
    notes = (third, BOOK, OTHER, "Marsh (note 1 above), p. 5.", "Reed (note 2 above), p. 6.", "See note 1.")
    mention = back(*notes)
    assert (mention.state, mention.source) == ("contradicted", "marsh1990")
    assert mention.literal is not None
    assert mention.literal.source == "holm1985"


def test_probabilities_of_the_readings_are_shares_of_one() -> None:
    mention = back(*SERIES, "Ibid., p. 15.")
    chances = [one.probability for one in (mention.literal, mention.best, *mention.rivals) if one]
    known = [chance for chance in chances if chance is not None]
    assert len(known) >= 2
    assert all(0 < chance < 1 for chance in known)
    assert sum(known) < 1


def test_op_cit_keeps_what_it_was_read_as() -> None:
    notes = (
        BOOK,
        "Ada Marsh, Bread (Dover: Reed Press, 1995), p. 3.",
        "Marsh, op. cit., p. 4.",
        "Marsh, op. cit., p. 5.",
    )
    assert back(*notes).source == "marsh1995"


@pytest.mark.parametrize(
    "words",
    [
        "Id., Bread and Law (Dover: Reed Press, 1995), 3.",
        "Ders., Brot und Salz, Elm 1995, S. 3.",
        "Dies., Brot und Salz, Elm 1995, S. 3.",
    ],
)
def test_the_same_with_a_title_is_another_work_by_that_author(words: str) -> None:
    (mention,) = mentions(BOOK, words)
    assert (mention.kind, mention.source) == ("full", "marsh1995")


@pytest.mark.parametrize(
    ("words", "label", "value"),
    [
        ("Там же. С. 44.", "page", "44"),
        ("См. там же. С. 45–46.", "page", "45–46"),
        ("Там же. Т. 2. С. 45.", "page", "2:45"),
        ("Там же. Л. 12.", "folio", "12"),
        ("Ibid: 44.", "page", "44"),
        ("Ibid.: 44–46.", "page", "44–46"),
    ],  # noqa: RUF001, RUF100 - Cyrillic is meant
)
def test_places_in_the_way_of_other_lands(words: str, label: str, value: str) -> None:
    (mention,) = mentions(BOOK, words)
    assert mention.source == "marsh1990"
    assert mention.locator is not None
    assert (mention.locator.label, mention.locator.value, mention.locator.inherited) == (label, value, False)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Marsh, Mills, op. cit., p. 7.", "marsh1990"),
        ("Marsh, Bread, op. cit., p. 7.", "marsh1995"),
        ("Marsh (1990), op. cit., p. 7.", "marsh1990"),
        ("Marsh, op. cit. (1990), p. 7.", "marsh1990"),
        ("Marsh, op. cit. (1995), p. 7.", "marsh1995"),
    ],
)
def test_a_title_or_a_year_tells_the_works_of_an_author_apart(words: str, meant: str) -> None:
    mention = back(BOOK, "Ada Marsh, Bread (Dover: Reed Press, 1995), 3.", OTHER, words)
    assert (mention.source, mention.state, mention.rivals) == (meant, "resolved", ())
    assert mention.locator is not None
    assert mention.locator.value == "7"


def test_a_year_that_no_work_of_the_author_has_decides_nothing() -> None:
    mention = back(BOOK, "Ada Marsh, Bread (Dover: Reed Press, 1995), 3.", OTHER, "Marsh (1971), op. cit., p. 7.")
    assert mention.state == "ambiguous"


@pytest.mark.parametrize(
    "words",
    [
        "Marsh (as in n. 1), p. 15.",
        "Marsh (as in note 1), p. 15.",
        "Marsh (Anm. 1), S. 15.",
        "Marsh (wie Anm. 1), S. 15.",
    ],
)
def test_a_number_in_brackets_behind_a_name(words: str) -> None:
    mention = back(BOOK, OTHER, OTHER, words)
    assert (mention.kind, mention.source) == ("supra", "marsh1990")
    assert mention.locator is not None
    assert (mention.locator.label, mention.locator.value) == ("page", "15")


def test_a_name_with_cit_alone_means_the_work_cited_before() -> None:
    mention = back(BOOK, OTHER, "Marsh, cit., p. 15.")
    assert (mention.kind, mention.source, mention.state) == ("opcit", "marsh1990", "resolved")
    assert kinds(BOOK, OTHER, "Marsh, The Mills of Elm, cit., p. 15.") == ["short"]


@pytest.mark.parametrize("words", ["Орлов И. И. Указ. соч. С. 15.", "Орлов И.И. Указ. соч., с. 15."])  # noqa: RUF001, RUF100
def test_initials_may_stand_behind_the_name(words: str) -> None:
    mention = back("И. И. Орлов, Мельницы (Москва: Наука, 1990), с. 12.", BOOK, words)  # noqa: RUF001, RUF100
    assert (mention.kind, mention.source, mention.state) == ("opcit", "orlov1990", "resolved")


def test_pages_that_other_notes_cite_are_evidence_and_those_of_the_ibid_s_own_note_are_not() -> None:
    notes = (
        "Ada Marsh, Old Mills (Elm: Oak, 1990), 101.",
        "Ben Reed, Weirs (Elm: Oak, 1991), 5.",
        "Marsh, Old Mills, 55; Reed, Weirs, 140.",
        "Ibid., 57.",
    )
    words = "other notes cite pages close to it"
    alone, close, far = (
        read(*notes, *further).notes[3].mentions[0]
        for further in ((), ("Marsh, Old Mills, 58.",), ("Marsh, Old Mills, 300.",))
    )
    for mention in (alone, close, far):
        assert mention.best is not None
        assert (words in mention.best.evidence) == (mention is close)
    assert close.best is not None
    assert alone.best is not None
    assert (close.best.probability or 0) > (alone.best.probability or 0)
