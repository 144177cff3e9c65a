"""Whose voice: own, quoted, reported, and by whom."""

import pytest

from tests.extract.conftest import Judge


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Hartwell argues that the enclosures ruined nobody.", "Hartwell"),
        ("The historian Ann Hartwell argues that the enclosures ruined nobody.", "Ann Hartwell"),
        ("Some historians have argued that the enclosures ruined nobody.", "some historians"),
        (
            "An influential study of the parish, published in 1950, argues that nobody was ruined.",
            "an influential study",
        ),
        ("According to Hartwell, the enclosures ruined nobody.", "Hartwell"),
        ("According to Hartwell’s account, the enclosures ruined nobody.", "Hartwell"),
        ("In the opinion of the commissioners, the cottages were unfit to live in.", "the commissioners"),
        ("The witnesses were unanimously of the opinion that the cottages were unfit.", "The witnesses"),
        ("“The cottages,” says a surgeon, “are damp and dark.”", "a surgeon"),
        ("The steward wrote that “no rent was paid.”", "the steward"),
        ("The steward, who had served three lords, declared that no rent was paid.", "the steward"),
        ("The steward refused the petition and informed the tenants that no rent would be forgiven.", "the steward"),
        ("As Hartwell says, “nobody was ruined.”", "Hartwell"),
        ("It was argued by Hartwell that nobody was ruined.", "Hartwell"),
        ("A tenant of some sixty years told me that he had never seen the lord.", "a tenant"),
        ("The old baker insisted that the flour was good.", "the old baker"),
        ("The inquiry, Hartwell said, was a farce.", "Hartwell"),
        ("The steward made it clear to the tenants that he would not wait.", "the steward"),
        (
            "Hartwell and Dune, who all wrote without Spanish records, held that the mill was sound.",
            "Hartwell and Dune",
        ),
        ("Hartwell was therefore right to insist that the rents were low.", "Hartwell"),
        ("Dune begins by showing that every lease is a wager.", "Dune"),
        ("Dune goes on to argue that the mill was a trap.", "Dune"),
        ("The critics had little difficulty in showing that the ledger was forged.", "the critics"),
        ("These converts seem to have argued from the age of the custom.", "these converts"),
        ("As the steward put it in a letter, “every rent is a quarrel.”", "the steward"),
        ("The petition puts the number of empty cottages at forty.", "the petition"),
        ("The inspector found eleven persons in one room.", "the inspector"),
        ("In the language of the fathers, the mill was a house of sin.", "the fathers"),
        ("It was the common opinion of the tenants that the lord would yield.", "the tenants"),
        ("For the older historians the rising was a tax revolt.", "the older historians"),
        ("The chief engineer blamed the flood and the drought.", "the chief engineer"),
        ("Her letters complain of the heat and the bishop.", "her letters"),
        ("The margrave wrote that he would have the keys.", "the margrave"),
        ("Dune remained convinced that the lease was void.", "Dune"),
        ("The steward is said to have called it a theft.", "the steward"),
        ("By this Dune means that the lease was void.", "Dune"),
        ("By this Dune seems to mean that disuse ends a lease.", "Dune"),
        ("The later judges were of another mind.", "the later judges"),
        ("The debate was ruled by Hartwell's claim that the looms ruined the home.", "Hartwell"),
        ("His biographer suspects a pose.", "his biographer"),
        ("Hartwell and Dune estimate that rents fell by half.", "Hartwell and Dune"),
        ("The German consul, Otto Reinwald, reported that the roads were full.", "Otto Reinwald"),
        ("According to the excavator, Ruth Maddox, the soil failed.", "Ruth Maddox"),
        ("The rector of Stoke told them that an altar was old.", "the rector of Stoke"),
        ("The composer, who was not consulted, complained that the work was lost.", "the composer"),
        ("Under the third heading, the causes of it, Dune dealt with “the slow growth of trade.”", "Dune"),
        ("Maria Santoro and others have maintained that the magpie is older.", "Maria Santoro"),
        ("The King's Bench held that a carter was answerable for the whole.", "King's Bench"),
        ("As Lydia Arkwright has shown, the envoy repeated the words at dinner.", "Lydia Arkwright"),
        ("Some economists have objected that the tax was too small to matter.", "some economists"),
        ("The preface claims that he read nobody, but Harrow claims to have read Locke.", "Harrow"),
        ("Cole puts the number of men taken from the parishes each year at nine.", "Cole"),
        ("Most readers have followed Stebbins in thinking that he lied.", "Stebbins"),
        ("Dune liked to say that every lease is a wager.", "Dune"),
        ("Mr. Hartwell does well to remind us that the lease was short.", "Mr. Hartwell"),
        ("The mill paid, as Professor Dune has so patiently shown, for the bridge.", "Professor Dune"),
        ("Dune said the same.", "Dune"),
        ("The physicians bear the same testimony.", "the physicians"),
        ("This the tenants deny.", "the tenants"),
        ("Commissioner Dune expresses it as his opinion that the cottages were damp.", "Commissioner Dune"),
        ("That the rents had doubled is the unanimous testimony of the operatives.", "the operatives"),
        ("The danger of a second mill was urged by the companies.", "the companies"),
        (
            "The fault, which ran from the wheel to the outer wall, is described as follows by Ruth Maddox:",
            "Ruth Maddox",
        ),
        (
            "“Of all trades,” wrote the sharpest pen of the age, “the miller's is the safest.”",
            "the sharpest pen of the age",
        ),
        ("To contemporaries the mill seemed a house of sin.", "contemporaries"),
        ("But above all (to quote Mr. Dune), “the mill is a trap.”", "Mr. Dune"),
        ("The miller confessed that he had burnt the ledger.", "the miller"),
        ("Dune conceded that the rents were high.", "Dune"),
        ("In May the steward complained that the mill was slow.", "the steward"),
        ("According to the letter, the mill was sold.", "the letter"),
        ("The northern courts had laid down the principle that no toll was due.", "the northern courts"),
        ("The steward concludes his list of the rites by declaring that the wise will keep them.", "the steward"),
        ("The steward went to the dean, complaining that the roof leaked.", "the steward"),
        ("The poets consoled themselves by the reflection that the mind is free.", "the poets"),
        ("In those days the bishops condemned trade as being full of peril.", "the bishops"),
        ("Hartwell unhesitatingly accepted the view of Rolf.", "Hartwell"),
        ("The definition which Dune gives was used by all: ‘A miller is a man who lives by his wheel.’", "Dune"),
        ("Here is the mark, says Hartwell.", "Hartwell"),
        ("If we may trust the oldest registers, forty houses stood empty.", "the oldest registers"),
        ("The natives believe that the mill has a soul.", "the natives"),
        ("The folklorists of the valley hold that the mill is older.", "the folklorists"),
        ("The cruelty of the toll is protested against by the steward.", "the steward"),
        ("Equally wild were the ideas of Hugh Dune.", "Hugh Dune"),
        ("To some of these points Dune took exception.", "Dune"),
        ("“Order it as thou wilt,” quoth Dune.", "Dune"),
        ("Dune supposed the wheel to be older than the mill.", "Dune"),
        ("The steward repeatedly intimated that the mill was sold.", "the steward"),
        ("According to the census, forty houses stood empty.", "the census"),
        ("The abbot ordered that the rule “be read aloud in the common tongue on the day after it came.”", "the abbot"),
    ],
)
def test_reported(judge: Judge, text: str, speaker: str) -> None:
    (verdict,) = judge(text)
    assert verdict.kind == "reported"
    assert (verdict.attributed_to or "").casefold() == speaker.casefold()


@pytest.mark.parametrize(
    "text",
    [
        "The records show that the rents fell by a third.",
        "I argue that the enclosures ruined the parish.",
        "The claims of the tenants were heard in 1641.",
        "The United States sent no grain in that year.",
        "The lord fell silent because the steward had said that the rents were paid.",
        "Nothing that the tenants could have said would have moved him.",
        "The steward states were set out in the ledger of 1641.",
        "If the tenants insisted that they had paid, they were dismissed.",
        "The steward was asked a question that his lord had answered before him.",
        "Norwich agreed to a lease that London had drawn up.",
        "Dune agreed because he expected that the rents would rise.",
        "The tenants did not succeed in exposing the quality which chiefly distinguishes this lease.",
        "The old lord declared himself a friend of the tenants.",
        "The tenants insisted with great patience on their old rights.",
        "According to the custom of the manor, the eldest daughter took the mill.",
        "The park in which, according to tradition, the poet wrote belonged to the abbey.",
        "The legend, still repeated in the valley, that the lord drowned there is older than the mill.",
        "What the shrewd steward thought of the lease we do not know.",
        "In this valley of small farms, of whose wealth the envoys boasted, “in the old way,” nobody starved.",
        "The patience of our learned antiquaries has explained the name of the mill.",
        "The friends of the mill, praised by their lord, were few.",
        "The claim of the Church to the mill, at best a shadowy claim, lapsed in 1641.",
        "The return to poverty, preached by St. Francis, was the note of the movement.",
        "The change came more slowly than the like in the theory of the State.",
        "The villages tried, according to their different means, to keep the custom.",
        "The miller confessed the theft and paid a fine.",
        "Norwich had conceded it on a small scale.",
        "The treaty settled the hotly disputed claim that the mill was free.",
        "No dean has claimed the trust of the parish.",
        "Dune claimed the mill as a fief of the abbey.",
        "The canons sailed, as they had pledged themselves to do.",
        "We find the miller Hugh Dune condemned to leave the town.",
        "In that year the margrave assumed the title of ‘Lord of the Marsh.’",
        "Both Dune and Hartwell treated it as a separate farm.",
        "So clever a people as the Danes maintained it in the days of their glory.",
        "The terms badging and carting are used loosely, and Badging was not very clearly defined.",
        "Of the bishop the farmers thought only as of a rebel.",
        "The new toll called forth many protests.",
        "The alms were assumed by the clergy in the fifth century.",
        "The miller stayed abroad until recalled by the inquisitor.",
        "When he awoke, he found by him a branch.",
        "In the tale of the miller a son sets out upon the river.",
        "The town may complain that the mill is slow.",
        "The precedence which the canons continued to assert cost them the mill.",
        "While the abbey claimed to feed its poor, the gates were shut.",
        "Nobody can trust the clerk who tells us that the mill was sold.",
        "Parties were not formed according to local divisions.",
        "Ten leases were drawn up according to the same forms.",
        "The fees of the clerk occur in their account rolls.",
        "The altar that seemed so old in their eyes was new.",
        "The clerks took into their hands, and included in their view, the whole parish.",
        "The abbot ordained that no more sisters should be received.",
        "The carter Hugh Dune was tried, and we find Dune condemned to leave the town, as he was an old man.",
        "The clerk feared every barn or, as he conceived it, every den.",
        "There was a general clause of release: “No tenant shall ask for the rent of the old mill again.”",
        "The long discussion of the toll by Dune and his followers shows that it was high.",
        "No dean has claimed the mill on the ground that he was poor.",
    ],
)
def test_own(judge: Judge, text: str) -> None:
    (verdict,) = judge(text)
    assert verdict.attributed_to is None


def test_a_quotation_goes_on_over_sentences_and_keeps_its_speaker(judge: Judge) -> None:
    rows = judge(
        "The steward wrote that “the barns are empty. / The mill stands still. / The men are gone.” / He left."
    )
    assert [row.kind for row in rows[:3]] == ["reported", "quotation", "quotation"]
    assert [row.claim for row in rows[:3]] == [True, False, False]
    assert {row.attributed_to for row in rows[:3]} == {"the steward"}
    assert not rows[3].quotes


def test_a_quotation_of_its_own_sentence_takes_the_speaker_before_it(judge: Judge) -> None:
    rows = judge("Margery Dune asserted that the mill was sound. / “It has ground our corn for thirty winters.”")
    assert (rows[1].kind, rows[1].claim, rows[1].attributed_to) == ("quotation", True, "Margery Dune")


def test_pronouns_point_back_and_places_are_nobody(judge: Judge) -> None:
    rows = judge("In Norwich that spring Margery Dune met a friend. / She declared that the mill was sound.")
    assert rows[1].attributed_to == "Margery Dune"


def test_a_report_runs_on_where_it_is_plain(judge: Judge) -> None:
    rows = judge(
        "The steward explained that the new lease had two grounds."
        " / First, the mill would bring a better rent. / Second, the old tenant would be gone by May."
        " / The mill burnt down in 1641."
    )
    assert [bool(row.attributed_to) for row in rows] == [True, True, True, False]


def test_block_quotations(judge: Judge) -> None:
    rows = judge(
        "The steward wrote as follows:{{1}}",
        "The barns are empty. / The mill stands still.",
        notes={"1": "Dune, The Ledger, p. 4."},
        quotes=(2,),
    )
    assert rows[0].kind == "signpost"
    assert [(row.kind, row.claim, row.support, row.notes) for row in rows[1:]] == [
        ("quotation", True, "passage", ("1",)),
        ("quotation", False, "passage", ("1",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The standard answer is Southern competition.",
        "The usual story holds that he fled.",
        "The conventional explanation of such sequences is climate.",
        "It is generally said, most recently by Maule, that the Act abolished the rule.",
        "The rents had been held down, it is suggested, by the fear of the abbot.",
        "One case is related of a miller who rode after a runaway.",
    ],
)
def test_a_received_view_is_reported_of_nobody_in_particular(judge: Judge, text: str) -> None:
    (row,) = judge(text)
    assert (row.kind, row.attributed_to) == ("reported", None)


def test_he_is_no_nation(judge: Judge) -> None:
    rows = judge(
        "Pellow read the telegram twice. / The Germans had a cruiser at Kiel. / He told the envoy that it was a bluff."
    )
    assert rows[2].attributed_to == "Pellow"


def test_a_quotation_takes_the_speaker_with_whom_the_sentence_before_it_begins(judge: Judge) -> None:
    rows = judge(
        "Hartwell argued that the rule was harsh. / It lasted for sixty years. / Lord Denholm gave the reason."
        " / “The question costs nothing.”"
    )
    assert rows[3].attributed_to == "Lord Denholm"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The dean was alarmed. / The canons would protest, and the town might rise.", "the dean"),
        ("The dean was alarmed. / He would later resign.", None),
        ("The dean was alarmed. / I would not call him a coward.", None),
        ("The dean was alarmed. / Had he waited, the town would have risen.", None),
        ("The dean was old. / The canons would protest.", None),
        ("The steward saw the dean. / The floor was not satisfied. / The canons would protest.", None),
    ],
)
def test_what_is_foreseen_behind_a_state_of_mind_is_thought_by_him(
    judge: Judge, text: str, speaker: str | None
) -> None:
    assert judge(text)[-1].attributed_to == speaker


def test_what_might_come_goes_on_with_a_forecast(judge: Judge) -> None:
    rows = judge(
        "The mill was old. / Dune argued that the town would grow. / Finally a still greater crowd might come."
        " / At such a pass the mill could only be sold. / The town, in short, might well thank its dean."
        " / The mill burnt in 1641. / The town could not pay."
    )
    assert [row.attributed_to for row in rows] == [None, "Dune", "Dune", "Dune", "Dune", None, None]


def test_a_quotation_announced_goes_on_with_the_report(judge: Judge) -> None:
    rows = judge(
        "The steward wrote that the dean had two demands. / The second ran as follows: “No toll is due from the poor.”"
    )
    assert rows[1].attributed_to == "the steward"


def test_a_might_in_a_clause_of_the_story_goes_on_with_nothing(judge: Judge) -> None:
    rows = judge(
        "The mill was old. / Dune argued that the town would grow."
        " / So the canons rang every bell, in order that the lord might hear them."
    )
    assert rows[2].attributed_to is None


def test_a_deduction_stated_goes_on_to_the_end_of_the_paragraph(judge: Judge) -> None:
    rows = judge(
        "The mill was old and the lord was poor. / The courts had laid down the principle that a mill serves its lord."
        " / The reasons may be stated thus. / The lord keeps the wheel. / The tenant, who brings his corn, pays for it.",
        "The rents fell.",
    )
    assert [row.attributed_to for row in rows] == [None, "the courts", None, "the courts", "the courts", None]


def test_on_this_account_goes_on_with_the_report_before_it(judge: Judge) -> None:
    rows = judge("Pruett believes that he lied. / On this account the letter is a fraud.")
    assert rows[1].attributed_to == "Pruett"
    rows = judge("The mill burnt in 1641. / On this account the rents were low.")
    assert rows[1].attributed_to is None


@pytest.mark.parametrize(
    "text",
    [
        "The anecdote is too neat to be true.",
        "He can hardly have been ignorant of this.",
        "It is true that he knew the letter.",
        "It is tempting to hear a rebel in these words.",
    ],
)
def test_what_the_author_makes_of_a_story_is_his_own(judge: Judge, text: str) -> None:
    rows = judge(
        "The canons were poor and they were proud. / The chronicler told the canons that the prior had walked to Rome."
        f" / {text}"
    )
    assert [row.attributed_to for row in rows] == [None, "the chronicler", None]


def test_the_author_speaks_behind_a_quotation_set_off(judge: Judge) -> None:
    rows = judge(
        "The house was poor and it was proud. / The prior wrote that the bishop had robbed the house:",
        "> We are forty and we eat once a day.",
        "A letter of this sort serves to move a patron. / It gives no figures.",
    )
    assert [row.attributed_to for row in rows][-2:] == [None, None]


def test_what_tells_against_a_view_says_nothing(judge: Judge) -> None:
    (row,) = judge("The pollen tells against it.")
    assert row.attributed_to is None


@pytest.mark.parametrize(
    "words",
    [
        "It has often been said",
        "It has since been objected",
        "It was laid down",
        "It was held in the northern towns",
        "It was computed",
        "It may be said",
        "We read in one of the tracts",
        "Among the Danes it was believed",
    ],
)
def test_a_report_by_nobody_in_particular(judge: Judge, words: str) -> None:
    (verdict,) = judge(f"{words} that the enclosures ruined the parish.")
    assert (verdict.kind, verdict.attributed_to) == ("reported", None)
    assert "others" in verdict.reason


@pytest.mark.parametrize(
    "text",
    [
        "As to the roof, she reports:",
        "Her central theme was the need of a new lease.",
        "The mill, said she, was a trap.",
        "She refers to many other ledgers.",
    ],
)
def test_she_is_who_was_reported(judge: Judge, text: str) -> None:
    rows = judge(f"Margery Dune held that the lease was void. / {text}")
    assert rows[1].attributed_to == "Margery Dune"


def test_an_interpolated_pronoun_points_back(judge: Judge) -> None:
    rows = judge("The court held that no rent was due. / The tenant, it reasoned, had paid in corn.")
    assert rows[1].attributed_to == "the court"


def test_a_general_present_goes_on_with_a_doctrine_told_in_the_past(judge: Judge) -> None:
    rows = judge(
        "The lord was at war with the divines of the diocese. / Their doctrine was taken from the canonists."
        " / It had been old when the mill was built. / The owner is a trustee. / Wages and profits rise together."
        " / A dear loaf in a hungry year is a sin."
    )
    assert [row.kind for row in rows[3:]] == ["reported"] * 3


def test_what_somebody_relates_goes_on_to_the_end_of_the_paragraph(judge: Judge) -> None:
    rows = judge(
        "The clerk received the following details from the policeman: the widow had nine children."
        " / She lived over the stable. / On the hearth was no fire. / We know of no other such case.",
        "The clerk wrote nothing down.",
    )
    assert [row.attributed_to for row in rows] == ["the policeman"] * 3 + [None, None]


def test_nobody_in_particular_goes_on_speaking(judge: Judge) -> None:
    rows = judge(
        "The lord was old and the mill was new. / A cynic remarked that the mill was a trap."
        " / The miller is a servant of the weather. / Corn rises and falls."
    )
    assert [row.attributed_to for row in rows[1:]] == ["a cynic", None, None]


def test_whom_we_are_told_to_hear_is_named(judge: Judge) -> None:
    (row,) = judge("Let us hear Mr. Dune, the preacher of Stoke, on the state of the parish.")
    assert (row.kind, row.attributed_to) == ("signpost", "Mr. Dune")


def test_a_comment_on_what_was_reported_is_the_authors_own(judge: Judge) -> None:
    rows = judge(
        "The mill was old and the rents were high. / Hartwell declared that the lease was a fraud."
        " / That judgement misses the point. / Every lease is a wager."
    )
    assert [row.attributed_to for row in rows[2:]] == [None, None]


def test_what_the_text_says_of_itself_ends_a_report(judge: Judge) -> None:
    rows = judge(
        "The mill was old. / Hartwell believed that the rule rested on custom."
        " / This chapter argues that it rests on something older."
    )
    assert (rows[2].kind, rows[2].attributed_to) == ("thesis", None)


@pytest.mark.parametrize("words", ["To her mind", "On this reading", "In her view"])
def test_a_phrase_points_back_to_who_was_reported(judge: Judge, words: str) -> None:
    rows = judge(f"Margery Dune held that the lease was void. / {words} the lord was a thief.")
    assert (rows[1].kind, rows[1].attributed_to) == ("reported", "Margery Dune")


@pytest.mark.parametrize(
    "text",
    [
        "If the lord had waited, the tenants would have paid.",
        "It would be wrong to take this too seriously.",
        "No one has ever explained the figure.",
        "It is hard to avoid the conclusion that he lied.",
    ],
)
def test_suppositions_judgements_and_looking_back_do_not_go_on_with_a_report(judge: Judge, text: str) -> None:
    rows = judge(f"The mill was old and the lord was poor. / Dune declared that the lease was void. / {text}")
    assert rows[2].attributed_to is None


_SUMMARY = (
    "Margery Dune taught that rents follow corn.",
    "“Corn is the measure of all things.”",
    "She held that “no lease can be just.”",
    "She showed that mills make tenants poor.",
    "She denied that a lord can lose.",
    "The building of the mill soon led to quarrels.",
    "“No miller was ever poor.”",
)


def test_in_a_summary_what_stands_between_two_reports_is_reported(judge: Judge) -> None:
    rows = judge(" / ".join(_SUMMARY))
    assert rows[5].attributed_to == "Margery Dune"
    alone = judge(" / ".join(_SUMMARY[-4:]))
    assert alone[2].attributed_to is None


def test_in_a_summary_the_author_may_still_speak_for_himself(judge: Judge) -> None:
    rows = judge(" / ".join((*_SUMMARY[:5], "I doubt whether we can follow her there.", _SUMMARY[6])))
    assert rows[5].attributed_to is None


@pytest.mark.parametrize(
    "text",
    [
        "These words must not be taken for a confession.",
        "The fact that he published it is a curiosity.",
        "Of course this motive would justify a higher rent.",
    ],
)
def test_what_the_author_says_of_a_report_is_his_own(judge: Judge, text: str) -> None:
    rows = judge(f"The mill was old and the lord was poor. / Dune declared that the lease was void. / {text}")
    assert rows[2].attributed_to is None


@pytest.mark.parametrize("word", ["Similarly", "Wherefore", "Likewise"])
def test_an_adverb_that_opens_a_sentence_is_nobody(judge: Judge, word: str) -> None:
    rows = judge(f"Margery Dune kept the mill. / {word} the barn was hers. / She said that it was late.")
    assert rows[2].attributed_to == "Margery Dune"


def test_a_word_that_is_elsewhere_written_small_is_nobody(judge: Judge) -> None:
    rows = judge(
        "Revenue was low, and the revenue of the mill was lowest. / Margery Dune left. / Then she said that it was late."
    )
    assert rows[2].attributed_to == "Margery Dune"
    rows = judge(
        "The rents and the revenue fell. / Revenue was treated last by Margery Dune. / Originally, she taught, nobody paid."
    )
    assert rows[2].attributed_to == "Margery Dune"
