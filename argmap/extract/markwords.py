"""Hedges and boosters by strength: our own lists. -1 is a bare possibility, 1 beyond doubt; the grades are ordinal."""


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in text.split("|"))


DENIED = 0.6
"""How far a denied booster hedges: "not certain", "hardly obvious"."""

MARKS: dict[str, tuple[str, ...]] = {
    "hedge:-0.9": _phrases("""
        may | might | perhaps | possibly | conceivably | maybe | it is possible that | could have been | could be |
        may have | might have | one may suspect | one might suspect | it may be that | i suspect | is a guess |
        is only a guess | is speculation | it is conceivable | not impossible | remains unclear | is unclear |
        open to doubt | at best a guess | it would be an exaggeration | as far as we know | so far as we know |
        so far as is known | as far as is known
    """),
    "hedge:-0.6": _phrases("""
        seems | seem | seemed | appears to | appear to | appeared to | it appears | it appeared | seemingly |
        apparently | suggests | suggest | suggested | likely | unlikely | probable | presumably | supposedly |
        allegedly | reputedly | ostensibly | i think | i believe | in my view | in our view | tends to | tend to |
        tended to | it is said | is said to | are said to | hints | hint at | one may say | one might say | arguably |
        no clear evidence | by no means clear | far from clear | far from certain | by no means certain | hardly have | scarcely have | can hardly | could hardly | can scarcely | could scarcely |
        reason to believe | reason to think | reason to suppose | inclined to think | inclined to believe | to my mind |
        in all probability | in all likelihood | to all appearances | might well | may well | could well | it seems |
        it would seem | it would appear | such as it is | at best | is tempting to
    """),
    "hedge:-0.3": _phrases("""
        probably | largely | mainly | mostly | generally | usually | often | in general | on the whole | for the most part |
        almost | nearly | roughly | approximately | about half | somewhat | rather | more or less | as a rule |
        in part | partly | to some extent | to a degree | in a sense | so to speak | as it were | relatively |
        in most cases | indicates | indicate | almost certainly | almost certain | virtually | practically |
        strongly suggests | strongly suggest | strongly suggested | to a large extent | in large part | by and large |
        broadly | more often than not
    """),
    "booster:0.3": _phrases("""
        indeed | in fact | in effect | of course | naturally | particularly | especially | really | truly |
        actually | notably | above all | after all
    """),
    "booster:0.6": _phrases("""
        clearly | plainly | evidently | obviously | certain | certainly | surely | definitely | decisively |
        it is clear | it is evident | it is plain | make it clear | makes it clear | made it clear | shows that |
        show that | showed that | demonstrates | demonstrate | demonstrated | confirms | confirm | confirmed | must have |
        cannot have | could not have | can only have | needless to say | it goes without saying | beyond all doubt |
        always | entirely | wholly | fully | completely | utterly | totally
    """),
    "booster:0.9": _phrases("""
        undoubtedly | indisputably | unquestionably | incontestably | undeniably | without doubt | without a doubt |
        without question | beyond doubt | beyond question | beyond dispute | no doubt | there is no doubt |
        there can be no doubt | there is no question | it is abundantly clear | makes it abundantly clear |
        make it abundantly clear | proves | prove | proved | proven | conclusively | self-evident | never | absolutely |
        cannot be doubted | can not be doubted | cannot be denied | can not be denied | cannot be disputed |
        there can be little doubt | there is little doubt | not the slightest doubt | nothing is more certain |
        not open to serious question | established beyond
    """),
}
