"""What the sentence splitter knows of words: abbreviations, and words that begin sentences. Data, no logic.

English first; and what scholars' English quotes or cites: German, French, Italian and Latin abbreviations.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ALWAYS = _words("""
    mr mrs ms messrs mm mme mlle mdme dr drs prof profs rev revd hon st ste sts gen col lt capt cmdr adm maj sgt cpl brig
    gov sen rep pres amb supt insp fr mgr msgr eg ie e.g i.e viz cf vs approx ca
    vgl cfr bzw sog insb insbes dott hll
""")
"""Ends no sentence, whatever follows: titles before names, and words that point forward."""

BEFORE_NUMBER = _words("""
    no nos art arts fig figs sec secs par pars pt pts bk bks ch chap chaps app eq eqs ex exs prop div reg item tab tabs
    pl cod doc docs op ep § §§ gen exod lev deut josh judg kgs chron chr neh ps pss prov eccl isa jer ezek dan hos mic
    zech mal matt mk lk jn rom cor gal eph phil thess tim heb jas pet
""")
"""An abbreviation only before a number: many are words of their own ("no", "art", "item")."""

MONTHS = _words("jan feb febr mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri")

NEVER_LAST = _words("""
    p pp vol vols ed eds edn trans transl cit loc ibid id ff fol fols f l ll n nn nr mss r v vv fo c d b etc al et inc
    ltd co corp bros dept univ assn jr sr esq phd repr comps ser suppl misc lib arch fn fns tr hist publ pub ave blvd ft
    mt mts rd sq ph orig unpub diss abbr introd pref conf cent ct cap caps tit bc pm q qq s ss sqq seq
    lib dist scil coll camb oxf bodl brit mus soc proc acad journ bull fasc govt parl
    bd bde nr hrsg hg aufl ders dies ebd ebda anm abb ausg bearb übers zit zs evtl ggf inkl geb gest verf med jur theol
    kap abt kgl kk jh jhs jhdt éd éds trad dir pag pagg ecc
""")
"""Seldom ends a sentence: it does so only where a word follows that begins sentences and hardly ever names."""

STARTERS = _words("""
    The A An This That These Those It Its He His She Her They Their We Our You Your I My One There Here In On At By For
    From With Without Within To Of Under Over Between Among Against During Before After Since Until Through Throughout
    Despite Although Though While When Whenever Where Whereas Wherever If Unless Because As So But And Or Nor Yet Not
    However Moreover Furthermore Nevertheless Nonetheless Therefore Thus Hence Then Still Indeed Instead Meanwhile
    See Er Sie Es Der Das Ein Eine Im Am Als Wenn Weil Dieser Diese Dieses Elle Il Ils Elles Mais Dans Cette
    Similarly Likewise Finally First Second Third Next Also Even Only Once Both Each Every Some Many Most Several Few
    All Another Such What Who Whom Whose Which Why How Is Are Was Were Do Does Did Has Have Had Can Could Will Would
    Should May Might Must No None Nothing Nobody Perhaps According Accordingly Consequently Besides Later Earlier Now Today
""")
"""Words that begin sentences and are seldom part of a name."""

AFTER_ORDINAL = _words("""
    Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
    Jahrhundert Jahrhunderts Jh Jhs Jhdt Auflage Aufl Kapitel Jahrgang Jg Regiment Kongress
""")
"""Before these a stop behind a number makes it an ordinal, in German: "am 3. Mai"."""

SPEAKING = _words(
    "said says asked asks replied replies wrote writes cried exclaimed answered declared remarked demanded"
)
"""Verbs that carry on a sentence behind a quoted question."""
