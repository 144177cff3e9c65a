"""Notes as they were printed before style guides, and still are by some: titles alone, letters, proofs in brackets."""

import time

import pytest

from argmap.cite import cite
from argmap.cite.placed import goes_on, placed
from argmap.model import Source
from tests.cite.making import document, mentions, read


def last(*notes: str) -> list[tuple[str, str | None, str | None]]:
    """Kind, title and place of each mention of the last note."""
    found = cite(document(*notes))
    rows: list[tuple[str, str | None, str | None]] = []
    for mention in found.notes[-1].mentions:
        title = found.source_of[mention.source].title if mention.source else None
        rows.append((mention.kind, title, mention.locator.value if mention.locator else None))
    return rows


def only(note: str) -> Source:
    """The one source of a note."""
    (source,) = read(note).sources
    return source


@pytest.mark.parametrize(
    ("note", "title", "place"),
    [
        ("Nov. Org. i. 84.", "Nov. Org", "i:84"),
        ("Advancement of Milling, ii. 13, 14.", "Advancement of Milling", "ii:13, 14"),
        ("Cf. N.C. Col. Rec., IV. 172.", "N.C. Col. Rec", "IV:172"),
        ("Comment. de B. de Mendoza, i. 344.", "Comment. de B. de Mendoza", "i:344"),
        ("Eidgenössische Abschiede, iv. 2, 501, 503.", "Eidgenössische Abschiede", "iv:2, 501, 503"),
        ("Elm Colony Records, i, p. 167.", "Elm Colony Records", "i:167"),
        ("Groen, iv. App. 12.", "Groen", "iv:12"),
        ("Mercure Dalois, 1634, 845.", "Mercure Dalois", "845"),
        ("L. and P., iii., 1947.", "L. and P.", "iii:1947"),
        ("Sp. Cal., iii., pp. 510–11.", "Sp. Cal", "iii:510–11"),
        ("Cicero, De Divin. ii. 26.", "De Divin", "ii:26"),
        ("Tacit. Ann. iii. 55.", "Tacit. Ann", "iii:55"),
        ("Statutes at Large, II. 421–2.", "Statutes at Large", "II:421–2"),
    ],
)
def test_a_title_alone_with_its_volume_and_page(note: str, title: str, place: str) -> None:
    ((_, found, locator),) = last(note)
    assert (found, locator) == (title, place)


def test_a_piece_printed_in_a_collection() -> None:
    source = only("Letters of Governor Wood, in Va. Hist. Soc. Coll., New Ser., I. 52.")
    assert (source.title, source.container_title) == ("Letters of Governor Wood", "Va. Hist. Soc. Coll., New Ser")


@pytest.mark.parametrize(
    "words", ["Henry IV. 12", "He knew it well, ii. 45", "the mills, ii. 45", "Act II. 3", "May, ii. 3"]
)
def test_other_words_before_numbers_are_no_title(words: str) -> None:
    assert placed(words) is None


@pytest.mark.parametrize(
    ("note", "place"),
    [
        ("Hening, Statutes at Large of Elm, IX. 471; XII. 182.", "IX:471"),
        ("Dale, State Papers of Elm, 1574–1660, pp. 229, 271; 1661–68, §§ 61, 412; 1669–74., §§ 508.", "229, 271"),
        ("Nov. Org. i. 84; 56, 72, 73.", "i:84"),
    ],
)
def test_further_places_belong_to_the_work_before(note: str, place: str) -> None:
    ((_, _, locator),) = last(note)
    assert locator == place


def test_further_places_of_an_ibid_leave_the_next_one_sure() -> None:
    notes = ("Hening, Statutes of Elm, IV. 118.", "Ibid., IV. 317, 394; V. 28, 160; VI. 217.", "Ibid., V. 92.")
    (mention,) = mentions(*notes)
    assert (mention.kind, mention.state) == ("ibid", "resolved")


def test_a_place_in_a_work_that_is_not_named_is_no_source_and_leaves_the_next_ibid_in_doubt() -> None:
    notes = ("Ada Marsh, The Mills of Elm (Dover: Reed, 1990), p. 4.", "II. ii. 117, 1.", "Ibid., ad. 3.")
    found = read(*notes)
    assert [item.title for item in found.sources] == ["The Mills of Elm"]
    (place,), (ibid,) = found.notes[1].mentions, found.notes[2].mentions
    assert place.locator is not None
    assert place.locator.value == "II. ii. 117, 1"
    assert (ibid.state, ibid.source) == ("ambiguous", None)
    assert ibid.locator is not None
    assert ibid.locator.value == "ad. 3"


@pytest.mark.parametrize(
    ("words", "further"),
    [("V. 28, 160", True), ("56, 72", True), ("pp. 4–5", True), ("Marsh, V. 28", False), ("56 men", False)],
)
def test_what_goes_on_is_nothing_but_places(words: str, *, further: bool) -> None:
    assert goes_on(words) is further


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("pp. 213 sq.", "213 sq."),
        ("pp. 52 sqq.", "52 sqq."),
        ("pp. 52 et seq.", "52 et seq."),
        ("p. 505, note 4.", "505, note 4"),
        ("p. 65 (note).", "65 (note)"),
    ],
)
def test_pages_that_follow_and_notes_on_a_page(place: str, value: str) -> None:
    ((kind, _, locator),) = last(
        "Ada Marsh, The Mills of Elm (Dover: Reed, 1990), p. 4.", f"A. Marsh, op. cit. {place}"
    )
    assert (kind, (locator or "").rstrip(".")) == ("opcit", value.rstrip("."))


@pytest.mark.parametrize(
    ("note", "author", "recipient", "issued"),
    [
        ("Harald IX. to Montdour, Aug. 26, 1572.", "Harald IX", "Montdour", (1572, 8, 26)),
        ("St. Gore to Harald IX., Sept. 12, 1572.", "Gore", "Harald IX", (1572, 9, 12)),
        ("Anjou to Montour, Aug. 26.", "Anjou", "Montour", "Aug. 26"),
    ],
)
def test_letters_by_kings_and_without_a_year(note: str, author: str, recipient: str, issued: object) -> None:
    source = only(note)
    assert source.type == "document"
    sender, receiver = (source.author or ())[0], (source.recipient or ())[0]
    assert (sender.family or sender.literal, receiver.family or receiver.literal) == (author, recipient)
    assert source.issued is not None
    assert issued in {source.issued.literal, *(source.issued.date_parts or ())}


@pytest.mark.parametrize(
    "words",
    [
        "Otros que salvó el Duque de Dale con harto vituperio suyo",
        "Il ne fault pas attendre d’en avoir d’autre commandement",
        "Nobody ever saw him there again, though he was sought for weeks",
    ],
)
def test_a_sentence_is_no_title_where_its_proof_stands_in_a_bracket(words: str) -> None:
    proof = "(Puygard to Montour, Aug. 26, 1572; Mourin, La Réforme en Aulne, p. 106)"
    assert [row[:2] for row in last(f"{words} {proof}.")] == [
        ("discursive", None),
        ("archival", "Puygard to Montour"),
        ("short", "La Réforme en Aulne"),
    ]


@pytest.mark.parametrize(
    ("note", "title"),
    [
        ("Turner, “Western Mills on the Upper Weir and Below” (American Mill Review, i, p. 262).", "Western Mills on the Upper Weir and Below"),
        ("Marsh, Old mills and the men who built them in the dale (Dover: Reed, 1990), p. 4.", "Old mills and the men who built them in the dale"),
    ],
)  # fmt: skip
def test_a_bracket_with_an_imprint_or_a_journal_is_no_proof(note: str, title: str) -> None:
    assert only(note).title == title


def test_the_volume_of_a_journal_in_a_bracket() -> None:
    source = only("Turner, “Western Mills” (American Mill Review, i, p. 262).")
    assert (source.container_title, source.volume) == ("American Mill Review", "i")


def test_a_signal_within_a_sentence() -> None:
    notes = (
        "Cooper, Statutes at Large of Elm, II. 153.",
        "The text of the first act is not extant: cf. Cooper, Statutes, III. 56. For the second, see Cooper, VII. 365.",
    )
    assert [row for row in last(*notes) if row[0] != "discursive"] == [
        ("short", "Statutes at Large of Elm", "III:56"),
        ("opcit", "Statutes at Large of Elm", "VII:365"),
    ]


def test_a_speech_is_printed_in_what_follows_the_colon() -> None:
    rows = last(
        "Speech of Dale in the House, Feb. 14, 1804: Annals of Cong., 8 Cong. 1 sess. p. 992.", "Ibid., p. 994."
    )
    assert rows == [("ibid", "Annals of Cong", "994")]


def test_congress_and_session_behind_an_ibid_are_its_place() -> None:
    assert last("Annals of Cong., 1 Cong. 1 sess. p. 903.", "Ibid., 1 Cong. 2 sess. pp. 1182–3.") == [
        ("ibid", "Annals of Cong", "1 Cong. 2 sess. pp. 1182–3")
    ]


def test_numbers_of_acts_are_no_years() -> None:
    source = only("Grim, Public Laws of Elm, p. lxviii, Nos. 1485, 1486.")
    assert (source.title, source.issued) == ("Public Laws of Elm", None)


def test_the_year_and_chapter_of_a_law_are_one_place() -> None:
    assert last("Bacon, Laws of Elm, 1754, ch. 9, 14.", "Ibid., 1763, ch. 28.") == [
        ("ibid", "Laws of Elm", "1763, ch. 28")
    ]


def test_an_author_in_square_brackets_is_one() -> None:
    source = only("[B. Marsh], Account of the Progress of Elm (1741), pp. 9–10.")
    assert (source.title, [name.family for name in source.author or ()]) == (
        "Account of the Progress of Elm",
        ["Marsh"],
    )


def test_an_abbreviation_before_a_bracket_ends_no_sentence() -> None:
    found = last("Hewart, Account of Elm (1779), I. 120 ff.; reprinted in S.C. Hist. Coll. (1836), I. 108 ff.")
    assert [row[0] for row in found] == ["full", "container"]


def test_behind_a_quotation_and_a_dash_stands_its_source() -> None:
    assert [row[0] for row in last("“Comme une volée d’oiseaux.”—Brebouf, Relation, 1633, 190.")] == [
        "discursive",
        "short",
    ]


@pytest.mark.parametrize(
    "note",
    [
        "“I want to have your men come,” wrote Allen to the Elms of Dale in 1775, “and help me fight.”",
        "He knew Johann Valentin Andrews (1586–1654), of whom more was said.",
    ],
)
def test_what_was_spoken_and_a_lifetime_are_no_works(note: str) -> None:
    assert [row[0] for row in last(note)] == ["discursive"]


def test_no_reference_begins_inside_a_title() -> None:
    rows = last(
        "Compare the Elm system, Bruce, “Economic History of Virginia in the Seventeenth Century,” ii, pp. 42, 43."
    )
    assert rows[-1][1:] == ("Economic History of Virginia in the Seventeenth Century", "ii:42, 43")


def test_of_names_alone_the_last_is_the_title() -> None:
    source = only("Kuno Fisher, Mars van Verulam (1856).")
    assert (source.title, [name.family for name in source.author or ()]) == ("Mars van Verulam", ["Fisher"])


@pytest.mark.parametrize(
    ("notes", "title"),
    [
        (("V. Propp, Morphology of the Folktale (Austin: Reed, 1968), 44.", "Propp, Morphology, 45."), "Morphology of the Folktale"),
        (("X. Marsh, Mills (Austin: Reed, 1968), 44.", "Marsh, Mills, 45."), "Mills"),
    ],
)  # fmt: skip
def test_an_initial_is_no_kings_number(notes: tuple[str, ...], title: str) -> None:
    assert [item.title for item in read(*notes).sources] == [title]


def test_words_spoken_inside_a_title_are_part_of_it() -> None:
    source = only("Ann Reed, “‘No, Sir,’ said the King: Refusal at Court,” Past and Present 12 (1980): 33–55.")
    assert (source.container_title, source.volume) == ("Past and Present", "12")


def test_letters_of_different_days_differ() -> None:
    found = read("Reed to Marsh, May 4, p. 12.", "Reed to Marsh, May 9, p. 12.", "Reed to Marsh, May 4.")
    one, other, again = (entry.mentions[0].source for entry in found.notes)
    assert one == again != other


def test_a_word_that_was_never_cut_is_another_title() -> None:
    found = read("Ann Reed, Warsaw in Flames (Elm: Falk, 2005).", "Reed, War, 44.")
    assert len({entry.mentions[0].source for entry in found.notes}) == 2


@pytest.mark.parametrize("talk", ["Reed came from Elm, Va.", "The trial was in Augusta, Ga."])
def test_a_state_may_end_a_sentence(talk: str) -> None:
    assert last(f"{talk} Ann Reed, The Dams (London: Verso, 2005), 12.")[-1] == ("full", "The Dams", "12")


@pytest.mark.parametrize("remark", ["(notes omitted)", "(note the date)", "note how they rose"])
def test_talk_of_notes_is_no_place(remark: str) -> None:
    assert last(f"Ann Reed, The Dams (London: Verso, 2005), p. 12, {remark}.")[0] == ("full", "The Dams", "12")


def test_the_years_of_a_work_before_its_page_are_no_lifetime() -> None:
    assert last("Ann Reed, The Dams of Elm (1850–1890), 44.") == [("full", "The Dams of Elm", "44")]


@pytest.mark.parametrize("words", ["Elizabeth, I. 44", "Henry, IV. 44", "Table, II. 44"])
def test_one_word_and_a_number_are_no_title(words: str) -> None:
    assert placed(words) is None


def test_his_title() -> None:
    rows = last("For this I am indebted to Mr. Dale: see his “Colonial Currency Reprints,” i, pp. 335–349.")
    assert rows[-1] == ("short", "Colonial Currency Reprints", "i:335–349")


def test_a_number_is_no_author() -> None:
    found = read("See Advancement, iii. II. On the influence of the doctrine see Firth, Sir Walter Dale (1918), p. 8.")
    assert all("II" not in {name.family for name in source.author or ()} for source in found.sources)


@pytest.mark.parametrize(
    "unit",
    ["Nov. Org. i. 84; ", "A to B, Aug. 26; ", "(a b c d e f g; ", "Marsh, i. ", "iv. 1, 2, ", "1a 2ae, q. 1, a. 2, "],
)
def test_time_grows_with_the_text(unit: str) -> None:
    took = []
    for size in (20_000, 200_000):
        text = document(unit * (size // len(unit)))
        start = time.process_time()
        cite(text)
        took.append(time.process_time() - start)
    assert took[1] < 30 * max(took[0], 0.05)
