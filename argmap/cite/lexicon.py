"""Words that citations are made of: abbreviations, signals, genres. Data only; add a word here, not in the code."""


def listed(words: str) -> tuple[str, ...]:
    """A list of words written as text."""
    return tuple(words.split())


# Abbreviations behind which a full stop ends no sentence (lower case, inner dots kept, without the last dot).
ABBREVIATIONS: frozenset[str] = frozenset(
    listed("""
    p pp pg pgs vol vols no nos nr ed eds edn edit trans transl tr comp rev repr rpt ch chap chaps cap caps
    kap cf cfr vgl fol fols éd f ff fo fos l ll n nn note sec sect par para paras pt pts bk lib art arts tit tom
    fasc suppl ser st ste dr mr mrs ms prof sir rev hon gen col capt lt maj sgt adm sen rep gov pres sr jr esq
    e.g i.e viz al op cit loc ibid ib id seq sqq et c ca circ approx etc inc ltd co corp bros univ u.s u.k u.n
    u.s.a u.s.s.r d.c n.j n.y jan feb mar apr jun jul aug sep sept oct nov dec hrsg hg bd bde s sp anm ebd
    a.a.o usw z.b d.h bzw zit proc trans soc hist econ rev engl chron maj append appx app fig figs tab q dist
    dept ms mss cod ф оп д п л лл с стр т г гг см др chas wm geo thos jas ph th chr jos rob mass conn calif
    ill bl bll cc bb fz b cal reg rot parl pap vs intl div dist disp pars causa qu quaest am j amer int natl
    ред сост отв общ изд abs ct supp cir stat cong const rptr cranch v vs rel eliz hen edw geo vict will wm jac car ric mar phil cap pub
    sygn sv fl fls liv cx exp leg rep dos inv fz regg scat car fasc voll voi doc docc ms mss cod codd nn fil lett prot arch bibl
    diss serm hom jur eccl angl decretal decr decret extrav clement greg bonif innoc appx
    deb sess rec add überarb erw neubearb verb durchges aufl segr nunz vat urb ottob barb nr konv kart karton kt konvolut
    coll colls col rel desp corr comm comment mém mem œuv op
    tacit valer senec diog laert laërt juven sueton plin aug gell
    rn rdn rdnr rz randnr tz ref núm núms blz pág págs pag pagg sig sigs
    ad rt fr msgr bp abp card brig cmdr tech aff
    dir dirs prod pers tel telegr esp acad sci phys chem biol med lett bull ann assoc quart stud inst wm
    rn rz rdnr rdn tz urt beschl az rs rspr neubearb begr lfg
""")
)

# Abbreviations that often close a sentence, too: the next word then decides.
MAY_CLOSE: frozenset[str] = frozenset(
    listed("""
    f ff seq cit ibid ib id etc al inc ltd co corp bros ed edn esq jr sr u.s u.k u.n u.s.a u.s.s.r d.c n.j n.y
    г гг
""")
)  # fmt: skip

# American states, behind which a sentence may well end: only an abbreviation or a number shows that it goes on.
STATES: frozenset[str] = frozenset(
    listed("""
    va ky tenn ga ala ark pa md minn miss wis kan mich neb okla ore tex vt dom
""")
)

# Words that begin a new sentence, whatever abbreviation stood before.
OPENERS: frozenset[str] = frozenset(
    listed("""
    See For The This These That Those Cited Quoted Available Accessed Ibid Ibidem In It He She They We As But
    Also However Compare On A An Here There Such Both One Some Translated Siehe Vgl Idem Of According Although
    While
""")
)

# Lower-case words that a sentence has and a reference hardly ever has outside of its title.
TALK: frozenset[str] = frozenset(
    listed("""
    is are was were has have had that which who whom whose does did do will would may might can could should
    must been being be it they he she this these their his its him her them there here we our us my where when
    because although however not only also argues argued shows showed suggests claims discusses discussed
    notes noted says said gives given made makes seems seem appears appear becomes became took taken found
    find finds believe believed considers considered describes described explains explained emphasizes
    emphasized emphasises emphasised contends maintains repeats continues points observes states stated writes
    wrote asserting arguing according about nor than
""")
)

GENRES: tuple[tuple[str, str], ...] = (
    # (words in a reference, CSL type). The first that is found counts.
    (r"(?:lecture|class|course|seminar)\s+(?:notes|slides|handout|reader)", "speech"),
    (r"(?:un)?published\s+(?:ph\.?\s?d\.?|doctoral)\s+(?:diss(?:ertation|\.)?|thesis)", "thesis"),
    (
        r"(?:ph\.?\s?d\.?|d\.?\s?phil\.?|doctoral|master[’']?s|m\.\s?a\.|m\.?a\.|mphil|b\.?a\.)\s*(?:diss(?:ertation|\.)?|thesis)",
        "thesis",
    ),
    (r"(?:(?:phil|jur|med|theol|rer\.\s?(?:pol|nat)|unveröff|masch|ungedr)\.\s){0,2}(?:inaug(?:ural|\.)?[- ]?)?diss(?:ertation|\.)(?=[,\s)])(?!\s(?:\d{1,3}|[ivxlc]{1,6})\b)", "thesis"),
    (r"(?:unveröff(?:\.|entlichte)\s)?(?:Habil(?:itationsschrift\b|\.)|(?:Magister|Master|Diplom|Staatsexamens|Doktor)arbeit\b)", "thesis"),
    (r"thèse\s(?:de\s|d[’']|pour\s|inédite|non\spubliée|dactyl)[^,;()]{0,60}|thèse(?=,)|mémoire\sde\s(?:master|maîtrise|DEA|DES)\b[^,;()]{0,30}", "thesis"),
    (r"tesi\sdi\s(?:laurea|dottorato|perfezionamento)\b[^,;()]{0,40}|tesis\s(?:doctoral|de\s[^\W\d_]{4,12})\b[^,;()]{0,30}", "thesis"),
    (r"(?:doctoral\s+|master[’']?s\s+)?thesis(?=[,\s)])", "thesis"),
    (r"unpublished\s+(?:manuscript|paper|typescript|ms\.?|memoirs?|essay|work|report)", "manuscript"),
    (r"(?:mimeo(?:graph(?:ed)?)?|typescript|unveröffentlichtes\s+manuskript)\b", "manuscript"),
    (r"(?:ponencia|comunicación)\s(?:presentada|leída)\b|communication\s(?:présentée|au\scolloque)\b|relazione\spresentata\b|Vortrag\s(?:auf|bei|an|in)\s", "paper-conference"),
    (r"conference\s+paper\b|paper\s+(?:presented|given|delivered|read)\s+(?:at|to)\b", "paper-conference"),
    (r"(?:working|occasional|discussion|policy|research|technical|staff)\s+(?:paper|report|memorandum)\b", "report"),
    (r"interview(?:ed)?\s+(?:by|with)\s+(?:the\s+)?author\b|\A(?:interview\s+(?:with|of)|entretien\savec|gespräch\smit|intervista\s(?:a|con)|entrevista\s(?:a|con))(?=\s\w)", "interview"),
    (r"podcasts?\b|(?:radio|television|tv)\s+(?:broadcast|programme|program|series)\b", "broadcast"),
    (r"technical\s+report\b|tech\.\s+rep(?:ort|\.)", "report"),
    (r"(?:e-?mail|letter|text\smessage|telephone\s(?:call|conversation)|conversation|correspondence)(?:\s(?:message|correspondence|exchange))?\s(?:to|with|from)\s(?:the\s)?authors?\b", "personal_communication"),
    (r"pers(?:onal|\.)\s(?:communication\b|correspondence\b|comm\.)|communication\spersonnelle\b", "personal_communication"),
    (r"(?:E-Mail|Brief|Mitteilung|Auskunft)\san\s(?:den\sVerf(?:asser|\.)|die\sVerf(?:asserin|\.))", "personal_communication"),
    (
        r"(?:(?:U\.\s?S\.|US|British|UK|German|French|European|Canadian|GB|DE|EP|FR)\s)?(?:letters\s)?patent(?:schrift)?\b(?=\s(?:(?:no|nr)\.?\s|application\s|specification\s)?[A-Z]{0,3}\s?\d)",
        "patent",
    ),
    (r"(?:Twitter|Facebook|Instagram|Mastodon|Bluesky)\spost\b|tweet(?=,)", "post"),
    (r"\((?:we)?blog\)|\b(?:we)?blog\s(?:post|entry)\b", "post-weblog"),
)  # fmt: skip

PERIODICAL = (
    r"(?:Bulletin|Journal|Review|Quarterly|Studies|Annals|Annales|Archiv|Zeitschrift|Revue|Rivista|Proceedings|"
    r"Transactions|Magazine|Gazette|Monthly|Weekly|Newsletter|Yearbook|Jahrbuch|Historical|Perspectives|Forum|"
    r"Вестник|Вопросы|Журнал)"
)

NEWSPAPER = (
    r"(?:Times|Post|Herald|Tribune|Guardian|Pravda|Izvestiia|Izvestia|Правда|Известия|Zeitung|Monde|Figaro|Globe|"
    r"Telegraph|Daily|Sun|News|Chronicle|Courier|Observer|Independent|Newsweek|Economist|Spiegel|Gazette|Journal|"
    r"Mercury|Advertiser|Examiner|Intelligencer|Argus|Sentinel|Echo|Dispatch|Inquirer|Mirror|Mail|Express|"
    r"Anzeiger|Tageblatt|Nachrichten|Rundschau|Kurier|Corriere|Gazzetta|Messaggero|Matin|Temps|Dépêche|Diario|Heraldo|Vanguardia)"
)

# Kinds of archival documents, by the noun they begin with.
DOCUMENT_NOUNS: tuple[str, ...] = tuple(
    listed("""
    telegram cable letter report record conversation memorandum memo minutes note dispatch despatch protocol
    resolution decree message diary communication transcript directive order stenogram telegramm brief
    aufzeichnung protokoll телеграмма шифротелеграмма письмо доклад запись протокол шифртелеграмма
    постановление записка донесение lettera relazione dispaccio lettre rapport rapporto circular instruction
    instructions minute memcon bericht vermerk schreiben niederschrift petition deposition
    speech address
""")
)

# Family names that come first, for a person cited in the order of his own language.
EASTERN_FAMILIES: frozenset[str] = frozenset(
    listed("""
    li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie
    han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan
    pan du dai xia zhong wan tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu
    qin gu hou shao meng chang chiang nie hong peng bo
""")
)
EASTERN_FAMILIES_KOREAN: frozenset[str] = frozenset(
    listed("""
    kim pak park choe choi yi rhee paek chong cho yun
""")
)

CITIES: tuple[str, ...] = tuple(
    """
    New York|Los Angeles|San Francisco|San Diego|Hong Kong|St. Petersburg|Saint Petersburg|New Haven|The Hague
    Chapel Hill|Ann Arbor|Buenos Aires|New Delhi|New Brunswick|Santa Monica|Santa Barbara|Notre Dame|Baton Rouge
    Mexico City|Tel Aviv|São Paulo|Rio de Janeiro|Frankfurt am Main|Frankfurt a.M.|Den Haag|University Park
    College Park|College Station|Salt Lake City|Oxford and New York|Cape Town|Kuala Lumpur|Englewood Cliffs
    """.replace("\n", "|").split("|")
)  # fmt: skip

# Where books were printed, in the languages that print "Town, Publisher, year".
TOWNS: frozenset[str] = frozenset(
    listed("""
    Roma Milano Torino Venezia Firenze Bologna Napoli Padova Verona Vicenza Treviso Bari Genova Palermo Brescia Bergamo
    Pisa Siena Modena Parma Ferrara Mantova Udine Trieste Trento Rovigo Ravenna Perugia Catania Cagliari Lucca Pavia
    Cremona Urbino Bassano Belluno Paris Lyon Marseille Bordeaux Toulouse Strasbourg Rouen Rennes Lille Dijon Grenoble
    Genève Lausanne Bruxelles Louvain Liège Gand Anvers Berlin Leipzig München Stuttgart Hamburg Köln Frankfurt Göttingen
    Tübingen Heidelberg Freiburg Bonn Jena Weimar Halle Dresden Wiesbaden Darmstadt Paderborn Münster Wien Graz Salzburg
    Innsbruck Zürich Basel Bern Madrid Barcelona Sevilla Valencia Salamanca Valladolid Granada Zaragoza Lisboa Porto
    Coimbra México Bogotá Lima Santiago Caracas Москва Ленинград Петербург Киев Минск Warszawa Kraków Praha Budapest
    London Oxford Cambridge Edinburgh Dublin Amsterdam Leiden Utrecht Antwerpen Boston Chicago Princeton Venice Rome
    Florence Milan Turin Naples Vienna Munich Geneva Brussels
""")
)

PLACES: frozenset[str] = TOWNS | {city.strip() for city in CITIES}
"""Towns of one word or more."""

# Places that people with one name are called after ("de Troyes", "von Bingen"), beside the towns above.
MEDIEVAL_PLACES: frozenset[str] = frozenset(
    listed("""
    Troyes France Clairvaux Bingen Eschenbach Strassburg Straßburg Padova Machaut Vinci Lille Meun Commynes Champagne
    Aquino Marchia Todi Assisi Cluny Conches Chartres Autun Fleury Fulda Corvey Reichersberg Freising Cremona Piacenza
    Brabant Bohemia Ockham Occam Malmesbury Salisbury Tours Caesarea Seville
""")
)
