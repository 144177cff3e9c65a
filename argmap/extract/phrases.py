"""Phrases that give a sentence away, by cue class: our own lists, lower case. The components say what follows from them."""


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in text.split("|"))


PHRASES: dict[str, tuple[str, ...]] = {
    "unreal": _phrases("had it not been | were it not for | but for this | if | without | otherwise"),
    "supposed": _phrases("would | should | could | might"),
    "exhortation": _phrases("""
        it is important that we | we should remember | we must remember | we must not forget | let us |
        let the reader | the reader should | it is to be hoped that
    """),
    "signpost": _phrases("""
        this essay will | this paper will | this article will | this chapter will | this book will |
        this section will | this study will | this brief essay | this essay examines | this article examines |
        this paper examines | this chapter examines | this essay surveys | i shall | i will | i propose |
        i intend | i venture to | i turn | i now turn | i have now | we shall now | we now turn | we may now |
        we must now | we turn | we can pass on | we pass | we must therefore ask | we must ask |
        we have seen | let us | let me | in what follows | in this chapter | in the next chapter |
        in the following chapter | in this section | in this essay | as follows | the first issue to |
        the first question | the next question | the second question | the next issue | it remains to |
        the remainder of this | the rest of this | so far we have | i am mainly concerned |
        i am here concerned | this theme | there follow | take for instance | take , for instance |
        the following are | to return to | to be discussed below | to begin with the |
        little remains to be said | i need not | i shall not
    """),
    "back_reference": _phrases("""
        has been discussed already | has already been discussed | have already been discussed |
        have already been given | have already been furnished | has already been said |
        has already been described | as has been said above | the reader is referred | referring the reader |
        we have already spoken | i have already spoken | will be discussed below | is discussed below |
        will be examined below | we can pass on
    """),
    "points_back": _phrases("this | these | such | it"),
    "publication": _phrases("""
        an earlier version of this | a previous version of this | a first version of this | a shorter version of this |
        a longer version of this | an earlier draft of this |
        was first published in | was first presented | i am grateful to | i would like to thank |
        the author would like to thank | the author thanks | i wish to thank | reprinted with permission |
        reprinted by permission
    """),
    "definition": _phrases("""
        by this term | the term | is called | are called | we call | i call | is defined as | i mean by |
        we mean by | we understand by | i understand by
    """),
    "inference": _phrases("""
        one may suspect | one might suspect | it may be suspected | one may doubt | one may guess |
        one may say | one might say | one could say | one could argue | one may argue | it can be argued |
        it could be argued | it might be argued | it may be argued | we may infer | we can infer |
        it may be inferred | i infer | i suspect | i conjecture | i conclude | it is self-evident |
        as we shall see | is an inference | is only an inference | is a guess | is only a guess |
        is still a guess | is a conjecture | is only a conjecture | is mere conjecture |
        the truth is | the truth lies | it is fair to say | on balance | if he is right | if she is right |
        if they are right | if this is right | if that is right | is a supposition | is an assumption | is no contradiction | is speculation | follows from it |
        follows from this | it stands to reason | it is only natural that
    """),
    "granted": _phrases("""
        of course | it is true | as is well known | as everyone knows | as everybody knows |
        it is well known | it is common knowledge | as we know | notoriously | needless to say
    """),
    "evidence": _phrases("""
        evidence | document | documents | documentation | record | records | archive | archives | papers |
        sources | literature | interpretations | scholarship | historiography | scholars | historians
    """),
    "sum": _phrases("""
        in short | in sum | in brief | to sum up | in conclusion | in other words | on the whole |
        all in all | for all the above reasons | for all these reasons | the cumulative effect | it is clear |
        it is thus clear | makes it clear | make it clear | makes it abundantly clear |
        it is abundantly clear | it follows that | we conclude | i conclude | we may conclude |
        as we have seen | not only are | not only is | was the product of | is the product of | is thus of |
        the key factor | the result was | was in fact
    """),
    "start_sum": _phrases("thus | hence | therefore | so | accordingly | ultimately | altogether"),
    "drawn": _phrases("thus | therefore | accordingly | it follows"),
    "cause": _phrases("""
        because | owing to | due to | on account of | in consequence | consequently | as a result |
        result of | resulted in | resulted from | led to | leads to | gave rise to | give rise to | caused |
        cause of | causes | brought about | brought on | therefore | thus | hence | for this reason |
        for which reason | in order to | so that | precipitated | provoked | contributed | engender |
        effect of | effects | effect | influence | influenced | consequence | consequences | origin in |
        depended on | dependent on | responsible for | helped to | made it possible | ground for |
        grounds for | the reason | owed | reflected | since they | since it | since he | for the |
        accounts for | explains
    """),
    "motive": _phrases("""
        intended to | intended | wanted to | wished to | desired | desire to | feared | fear of | hoped |
        sought to | motive | motives | purpose | aimed at | aims at | determined to | was determined |
        was reluctant | reluctant to | unwilling | willing to | anxious | anxiety | nervous | worried |
        concerned | ambition | interest in | aware of | resentment | was surprised | viewed | regarded |
        deferred | counted on | confidence | suspicion
    """),
    "evaluation": _phrases("""
        important | importance | significant | significance | remarkable | striking | disastrous | fatal |
        natural | naturally | obvious | obviously | clear | clearly | plain | evident | unusually | peculiar |
        peculiarly | deliberate | profound | profoundly | considerable | influential | decisive | decisively |
        inevitable | inevitably | essential | essentially | serious | seriously | severe | great | greater |
        greatest | greatly | bad | worse | worst | better | best | good | wise | wretched | deplorable |
        miserable | unwholesome | difficult | difficulty | easily | easy | mere | merely | true | truly |
        just | justice | unjust | real | really | indeed | certain | certainly | doubtless | undoubtedly |
        central | crucial | key | vague | general | generally | strange | singular | noble | proper |
        sufficient | sufficiently | insufficient | weak | weakness | strength | success | failure | spirit |
        character | nature | solely | wholly | utterly | extremely | perfectly | absolutely | infinitely |
        particularly | especially | characteristic | typical | new | sophisticated | complex |
        unfavorable | unfavourable | favourable | favorable | perhaps even more | in principle | kind of |
        sort of | a matter of | question of | point of view | no doubt | in effect | of course | in fact |
        the more | the less | as well as | rather than | not only | no longer | far more | far from | unable |
        inability | constrained | profitable | power vacuum | freedom | virtue | virtues | vice | vices
    """),
    "modal": _phrases("""
        may | might | must | cannot | can | could | would | should | will | shall | seem | seems | seemed |
        appear | appears | appeared | perhaps | probably | possibly | presumably | likely | unlikely | tends |
        tend | tended | doubt | suppose | difficult to
    """),
    "contrast": _phrases("""
        however | but | nevertheless | nonetheless | yet | although | though | despite | in spite of |
        on the contrary | on the other hand | whereas | while | rather | instead | besides | in contrast |
        simply
    """),
    "opposed": _phrases("""
        some historians | some scholars | some writers | some have | many historians | many scholars |
        most historians | most scholars | earlier interpretations | earlier historians | earlier scholars |
        an influential interpretation | a common view | the traditional view | the conventional view |
        the orthodox view | the revisionist | it has been argued | it is often argued | it is often said |
        it has been said | it might be objected | it may be objected | critics | others argue |
        others have argued | it is true | it used to be | is often described
    """),
    "first_person": _phrases("i | we | my | our | us | me"),
}
