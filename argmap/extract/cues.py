"""Words that give a sentence away: our own lists, lower case, apostrophes straight.

Single words here, phrases in `phrases.py`.
"""


def word_set(text: str) -> frozenset[str]:
    """The words of a text divided by spaces: how all lists here are written."""
    return frozenset(text.split())


# Verbs that report an assertion whatever follows them: "Smith argues …".
STRONG_VERBS = word_set(
    "argues argued asserts asserted contends contended insists declares"
    " alleges alleged affirms affirmed assures assured explained explains informs announced announces"
    " concedes emphasizes emphasized emphasises emphasised stipulated stipulates testifies testified"
    " complains complained replies replied protested protests remarked remarks hypothesizes theorized theorised"
    " retorted exclaimed exclaims reiterated reiterates reaffirmed pleaded urges urged warned warns reasoned"
    " conjectures conjectured surmises surmised avers averred opines opined postulates objected countered cautioned cautions"
)
# Verbs that report an assertion if a clause, a quotation or a colon follows: "Smith notes that …".
WEAK_VERBS = word_set(
    "maintains maintained insisted declared says said states stated writes wrote reports reported observes observed notes noted adds added tells told claims"
    " suggests suggested believes believed thinks thought holds held concludes concluded finds found points pointed"
    " admits admitted acknowledges acknowledged answers answered proposes proposed recommends recommended explaining"
    " describes described characterises characterised characterizes characterized calls called predicts predicted"
    " recalls recalled relates related mentions mentioned repeats repeated agrees agreed denies denied promises"
    " prophesied prophesies inferred infers deemed deems taught pronounced pronounces shown demonstrated demonstrates proved proves"
    " established establishes posited speculated speculates recounted recounts confided telegraphed cabled wired"
    " minuted grumbled whispered murmured cried shouted joked wondered mused vowed pledged reminded reminds doubted"
    " concurred concurs disagreed disagrees ruled claimed conceded confessed informed quoth"
    " intimated intimates hinted hints insinuated proclaimed proclaims conceives conceived"
    " promised  cites cited quotes quoted speaks spoke stresses stressed supposes supposed"
    " assumes assumed considers considered teaches taught laments lamented boasts boasted estimates estimated"
    " calculates calculated  asked asks shows showed reveals revealed confirms confirmed imagines imagined"
    "    judges judged sees saw regards regarded swore swears declares  "
    " computes computed reckons reckoned records recorded   condemned condemns denounced"
    " denounces preached preaches advises advised"
    " contrasted contrasts commented comments"
    " remind estimate assume argue assert contend maintain claim insist declare allege affirm assure explain inform announce concede stress"
    " say state write report observe note add tell suggest believe think hold conclude find point admit acknowledge"
    " answer propose describe deny agree complain reply remark relate suppose urge warn feel understand emphasize"
)
# Verbs of scholarly discourse: with a person before them they report a position, whatever follows.
DISCOURSE_VERBS = word_set(
    "attributes ascribes distinguishes rejects criticises criticizes defends discusses defines interprets portrays"
    " depicts disputes challenges identifies traces condemns praises deplores advocates favours favors denies treats"
    " attributed ascribed distinguished defined discussed interpreted portrayed depicted criticised criticized"
    " suspects suspected complain complains blames blamed doubts doubted endorses endorsed accuses accused dismisses dismissed challenged disputed rejected"
    " deny reject dispute mention criticise criticize defend attribute contrasted contrasts commented lament deplore"
    " gives lists enumerates mentions cites quotes deplored advocated posits dismisses endorses disputes downplays likens underscores tells thinks believes says observes remarks recommends recommended"
)
# Without one of these the weak verb is no report ("shows", "found", "saw", "gave" need a clause, not just a quotation).
CLAUSE_ONLY = word_set(
    "concluded concludes conclude shows showed shown demonstrated demonstrates proved proves established establishes ruled reveals revealed confirms confirmed sees saw finds found find     considers considered"
    "   regards regarded  assumes assumed  agree   hold held holds"
    " thinks thought think believes believed believe feel understand  records recorded calls called points pointed"
    " judges judged   point conceived conceives vowed pledged swore swears promised"
)
# Orders are deeds: they report only where a clause of theirs is quoted.
ORDERS = word_set(
    "ordered orders directed directs enjoined enjoins ordained ordains decreed decrees commanded commands"
)
# Verb forms that are as often nouns: only after a name, a pronoun or a person, and before a clause.
NOUN_LIKE = word_set("estimate claims states reports notes remarks promises answers records points lists")
# Forms that make a sentence: without one of these (or a word in -ed or -s) a few words are a fragment.
FINITE = word_set(
    "is are was were be been has have had do does did may might must can could shall should will would cannot"
    " came went gave took made saw got began held led left lost met sent thought won fell felt grew kept knew rose ran"
    " spoke stood brought built bought became broke chose drew drove fought caught put set let lay paid sought ate"
    " sold burnt dealt hid hung lent meant read rode shook shot slept spent spread stole struck swept swore taught tore"
    " threw wore withdrew arose bent bit blew bound bred clung crept dug drank fed flew forgot froze hit hurt knelt"
    " leapt learnt lit rang sang sank sat shone shrank shut sprang stuck swam swung wept wound wrote understood"
    " undid underwent overcame befell foresaw forbade withstood overthrew overtook undertook forsook outgrew"
    " become come go make take give get begin bring fall grow keep know rise lie seem mean need remain follow show"
)
OPENS_CLAUSE = word_set("that how why whether what as of")

PERSONS = word_set(
    "historian historians scholar scholars author authors writer writers critic critics commentator commentators"
    " observer observers commissioner commissioners commission committee report petition witness witnesses"
    " government governments leader leaders leadership ambassador minister ministers official officials delegation"
    " delegates delegate representatives representative king queen pope emperor empress president chancellor secretary"
    " general marshal officer surgeon physician physicians doctor doctors teacher teachers sergeant economist"
    " economists philosopher philosophers theologian theologians preacher preachers clergy bishop bishops priest"
    " judge judges court courts parliament council senate envoy envoys chronicler chroniclers biographer biographers poet"
    " orator orators traveller travellers tourist editor editors school economists newspaper newspapers press"
    " correspondent journalist journalists lawyer lawyers canonist canonists reformer reformers friend friends"
    " merchant merchants manufacturer manufacturers employer employers workman cutter magistrate magistrates"
    " statesman statesmen diplomat diplomats scientists scientist sociologists anthropologists archaeologists"
    " moralist moralists pamphleteer pamphleteers father fathers saint apostle prophet contemporaries contemporary"
    " opponents opponent defenders advocates some others many another supporters sceptics revisionists dictator"
    " party parties board assembly embassy ministry staff analysts analyst researchers researcher tradition legend"
    " lord lords lady steward stewards tenant tenants farmer farmers peasant peasants worker workers soldier soldiers"
    " prince princes duke earl monk monks abbot pastor prophet prophets engineer engineers inspector inspectors mayor"
    " governor governors senator senators deputy deputies ambassadors consul premier chairman spokesman director"
    " policeman policemen clergyman clergymen nobleman noblemen gentleman gentlemen tradesman tradesmen churchman churchmen"
    " constables coroner inspectors warder gaoler overseers foremen laymen statesmen authorities bourgeois bourgeoisie workingmen workmen operatives company companies crowd people laity peasantry"
    " gentry nobility nobles public contemporaries foreigners foreigner visitor stranger strangers cynic wit wits"
    " translator compiler annalist naturalist man woman ancients moderns chief commander captain colonel"
    " margrave landgrave baron barons count countess marquis elector electors doge sultan tsar czar viceroy legate"
    " cardinal cardinals nuncio rector provost knight knights squire burgher burghers citizens townsmen villagers"
    " shareholder shareholders director directors owner owners landlord landlords trustee trustees treasurer clerk"
    " plaintiff defendant justice justices jurist jurists counsel barrister prosecutor legislator legislators"
    " missionary missionaries rabbi rabbis imam elder elders disciple disciples convert converts heretic heretics"
    " divines schoolmen humanist humanists novelist dramatist essayist painter sculptor architect patron patrons"
    " naturalists geologist geologists botanist psychologist anthropologist archaeologist sociologist demographer"
    " conservator conservators curator curators publicist publicists propagandist agitator unionist unionists"
    " rebel rebels insurgents conspirators refugee refugees prisoner prisoners survivor survivors neighbour neighbours"
    " accountant auditor auditors banker bankers trader traders shopkeeper weaver weavers miner miners docker dockers"
    " sister brother mother daughter son widow wife husband uncle aunt nephew cousin colleague colleagues pupil pupils"
    " controller comptroller intendant bailiff sheriff reeve constable burgomaster seneschal chamberlain notary notaries"
    " dean prior prioress abbess archbishop archdeacon canon canons chaplain vicar curate deacon patriarch friar friars nun nuns"
    " lieutenant admiral sailors viscount carpenter carter carters carriers foreman overseer superintendent manager managers"
    " contractor contractors broker brokers dealer dealers collector collectors connoisseur connoisseurs archivist archivists"
    " medievalist medievalists classicist classicists philologist philologists linguist linguists musicologist musicologists"
    " chemist chemists physicist physicists astronomer astronomers mathematician mathematicians biologist biologists"
    " statistician statisticians geographer geographers attorney solicitor claimant appellant jury jurors"
    " composer composers conductor conductors musician musicians organist singer actor actress publisher publishers printer"
    " bookseller photographer alderman aldermen councillor councillors residents visitors parishioners churchwardens"
    " poets kings popes emperors presidents generals officers teachers preachers priests pamphleteers prosecutors"
    " chancellors ministers captains commanders inquisitor inquisitors professor professors scholastics commentators"
    " translators geographer sages sophists theorist theorists publicists memorialists petitioners"
    " native natives savage savages aborigines settler settlers colonist colonists planter planters tribes tribesmen"
    " congress legislature legislatures convention conventions delegations assemblies committees councils synod synods"
    " majority minority opposition cabinet bench tribunal tribunals framers exponents exponent champions adherents"
    " followers believers worshippers votaries pagans heathens pilgrims crusaders sorcerers sorcerer magicians magician"
    " chiefs kinsmen ancestors ethnologist ethnologists ethnographer ethnographers folklorist folklorists"
    " explorer explorers utilitarians rationalists metaphysicians logicians casuists capitalists capitalist financiers"
    " socialists socialist communists radicals liberals conservatives royalists loyalists nationalists federalists"
    " republicans democrats democrat reactionaries revolutionaries revolutionists slaveholders abolitionists"
    " defender supporter admirers admirer rival rivals informant informants interviewee interviewees deponent deponents"
)
# Verbs of which only a person is the subject: before them any "the baker" speaks, not only those in PERSONS.
HUMAN_VERBS = (STRONG_VERBS - word_set("explains explained emphasizes emphasized emphasises emphasised")) | (
    word_set(
        "argue assert contend claim insist insisted complain declare declared say said says told tells wrote writes answered deny denied believe believed think thought"
        " claimed conceded confessed informed quoth"
    )
)
# What argues, asserts or says only in a manner of speaking; of these the words are the author's own.
THINGS = word_set(
    "evidence document documents record records source sources data figure figures fact facts statistics result results"
    " table tables passage passages chapter paper section event events case cases example examples experience war"
    " policy law laws theory practice history reason reasons circumstance circumstances phrase word words text"
    " inscription inscriptions coin coins list lists one ones way time"
)
# Scholars and their works: a note on what they say is for what they say.
SCHOLARS = word_set(
    "historian historians scholar scholars critic critics writer writers author authors commentator commentators"
    " economist economists revisionists interpretation interpretations study studies school others biographer"
    " biographers sociologists theologians editors literature"
)
WORKS = word_set(
    "interpretation interpretations study studies book article essay account accounts thesis theory literature view"
    " views history biography monograph textbook textbooks review research analysis analyses argument work works"
    " pamphlet treatise memoir memoirs tract chronicle"
)
# Papers that say something, besides the works of scholars: according to the census.
PAPERS = word_set(
    "letter letters forecast document documents record records register registers ledger ledgers roll rolls chronicles"
    " census survey surveys return returns charter charters inventory manuscript manuscripts memorandum inscription"
    " inscriptions source sources hypothesis legends myth tale story stories gospel gospels saga sagas diary diaries"
    " minutes programme program prospectus dispatch despatch telegram text version statute constitution treaty article"
    " catalogue certificate deed will testament log map plan rumour rumor rumours reports"
)
# Before a subject these make its clause a circumstance, not the report: "because he concluded that".
SUBORDINATES = word_set("because since when while although though if unless which whom whether before after until")
DEMONYM_ENDINGS = ("an", "ese", "ish", "iet", "ench", "ic", "tch", "ean")
# Who finds out by inquiry, so that "found that" reports them; others merely find.
INQUIRERS = word_set(
    "commissioner commissioners commission committee historians historian scholars inquiry inspector inspectors report"
    " court researchers investigator investigators economists study survey archaeologists surgeon physicians"
)
NOT_SPEAKERS = word_set(
    "i we one you it this that these those there which what nothing everything here such none both each"
)
PRONOUNS = word_set("he she they")
ADVERBS = word_set(
    "also then thus further therefore again even only just still always never often later once now rightly"
    " so very almost quite too himself has have had is was did does do well first himself herself themselves would could might may must should will"
)
NAME_PARTICLES = word_set("of de von van der den la le du da di al bin the and & st.")
RUN_ON = word_set(
    "first second third fourth firstly secondly thirdly lastly finally moreover furthermore further besides"
)
MONTHS = word_set(
    "january february march april may june july august september october november december feb. jan. aug. sept. oct. nov. dec."
)
# Numbers and shares in words: as particular as figures. Small numbers are left out: "two views", "the three counties".
QUANTITIES = word_set(
    "dozen dozens score scores hundred hundreds thousand thousands million millions billion billions thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety half two-thirds"
    " three-quarters one-third one-half one-quarter one-tenth thirds quarters fifths tenths percent per-cent doubled"
    " trebled halved tenfold twofold quadrupled"
)
