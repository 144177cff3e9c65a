"""The table of call number systems: one row each, with an example that a test parses.

To add a system, add a row. Labelled systems (fond, opis, delo; record group, box, folder) are chains of label and value;
patterned ones (FO 371/84057; BArch R 43/1234; F/7/123) are one regular expression with the parts as named groups.
"""

from argmap.cite.overseas import OVERSEAS
from argmap.cite.systems import FOLIO, LEAF_TAIL, UNIT, Part, System

LEAVES = frozenset({"listy", "blatt", "carte", "folio"})
ITALIAN = "Italian archives and libraries"

_LEAVES = r"\d+(?:[a-zа-я](?![a-zа-я]))?(?:\s?ob\.?|\s?об\.?)?(?:\s?[-–—]\s?\d+(?:[a-zа-я](?![a-zа-я]))?(?:\s?ob\.?|\s?об\.?)?)?(?:,\s?\d+(?:[-–—]\d+)?(?![\w.]))*"  # noqa: E501, RUF001, RUF100 - one value
_FOLDER = r"(?:[“\"][^”\"]{1,80}[”\"]|[\w][\w./-]*)"
_BLATT_TAIL = r"(?:,?\s(?:Bll?\.|Blatt)\s?(?P<blatt>\d+(?:\s?[-–]\s?\d+)?(?:\s?ff?\.)?))?"
_SHELF = r"[A-Z]{0,2}\.?\s?(?:[A-Z]\.?\s?)?(?:\d{1,6}[a-z]?(?:[./]\d{1,4})*|[ivxlc]{1,8}\b)"

SYSTEMS: tuple[System, ...] = (
    System(
        name="Russian and other post-Soviet archives",
        hints=("f.", "fond", "ф", "op.", "opis", "оп", " d.", "delo", "д", "spr"),
        parts=(
            Part("fond", r"fonds?|f\.|фонд|ф\."),
            Part("opis", r"opis[’'ʹ]?|op\.|опись|оп\."),
            Part("papka", r"papka|pap\.|p\.|por\.|папка|пап\.|п\.|пор\."),
            Part("delo", r"delo|d\.|дело|д\.|spr\.|спр\."),
            Part("listy", r"list[yi]?|ll?\.|листы?|лл?\.|ark\.|арк\.", _LEAVES),
        ),
        folios="listy",
        example="RGASPI, f. 17, op. 162, d. 9, ll. 12-14",
        expected={"archive": "RGASPI", "fond": "17", "opis": "162", "delo": "9", "listy": "12-14"},
    ),
    System(
        name="United States National Archives",
        hints=("record", "rg", "file", "sa ", "box", "lot", "folder"),
        parts=(
            Part("record-group", r"record\s+group|RG"),
            Part("entry", r"entry|E\."),
            Part("file", r"(?:central\s+)?(?:decimal\s+)?file|lot\s+file"),
            Part("shipment", r"SA", r"\d{4}"),
            Part("item", r"item"),
            Part("box", r"box(?:es)?"),
            Part("folder", r"folders?|fldr\.?", _FOLDER),
        ),
        example="NARA, RG 59, Entry 1274, Box 12, Folder 3",
        expected={"archive": "NARA", "record-group": "59", "entry": "1274", "box": "12", "folder": "3"},
    ),
    System(
        name="Decimal files of the State Department",
        hints=("/",),
        pattern=r"(?<![\d./])(?P<decimal>\d{3}[A-Z]?\.\d{2,4}[A-Z]?/\d{1,2}-\d{2,4})(?!\d)",
        holder="NARA",
        example="Telegram from Marsh to Reed, 25 June 1950, 795.00/6-2550",
        expected={"archive": "NARA", "decimal": "795.00/6-2550"},
    ),
    System(
        name="Lot files of the State Department",
        hints=("lot",),
        parts=(
            Part("lot", r"lots?(?:\s+files?)?", r"\d{2,3}-?[A-Z]-?\d{2,5}"),
            Part("box", r"box(?:es)?"),
            Part("folder", r"folders?|fldr\.?", _FOLDER),
        ),
        needs=("lot",),
        least=1,
        holder="Department of State",
        example="Marsh to Reed, 28 November 1977, Department of State, Lot File 96D292, Box 3",
        expected={"archive": "Department of State", "lot": "96D292", "box": "3"},
    ),
    System(
        name="Box and folder of a collection, presidential libraries among them",
        hints=("box",),
        parts=(
            Part("box", r"box(?:es)?"),
            Part("folder", r"folders?|fldr\.?", _FOLDER),
        ),
        example="Hill Papers, Box 4, Folder 17, Ada B. Marsh Library",
        expected={"archive": "Ada B. Marsh Library", "box": "4", "folder": "17"},
    ),
    System(
        name="The National Archives, Kew",
        hints=("/",),
        pattern=r"\b(?P<class>FO|CAB|PREM|WO|DEFE|DO|CO|ADM|AIR|HO|HW|KV|FCO|SP|BT|T|MEPO|POWE|LAB|TS)"
        rf"\s?(?P<series>\d{{1,4}})/(?P<piece>\d[\d/]*)(?:/(?P<document>[A-Z]{{1,3}}\d[\w/]*))?{LEAF_TAIL}",
        holder="TNA",
        folios="folio",
        example="Minute of 3 July 1950, TNA, FO 371/84057, f. 12",
        expected={"archive": "TNA", "class": "FO", "series": "371", "piece": "84057", "folio": "12"},
    ),
    System(
        name="Bundesarchiv",
        hints=("barch", "bundesarchiv", "ba "),
        pattern=r"(?<!SAPMO-)\b(?:BArchP?|BA|Bundesarchiv)(?:[-\s](?:MA|Berlin|Koblenz|Freiburg|Lichterfelde|SAPMO))?,?\s"
        r"(?P<bestand>(?:R|N|B|DY|DC|DE|DN|NS|RH|RM|RW|RL|Z|MSG)\s?\d{1,4}(?:\s[IVX]{1,4})?)\s?/\s?(?P<akte>\d[\w.-]*)"
        + _BLATT_TAIL,
        holder="BArch",
        folios="blatt",
        example="Bundesarchiv, R 43/1234, Bl. 12-14",
        expected={"archive": "BArch", "bestand": "R 43", "akte": "1234", "blatt": "12-14"},
    ),
    System(
        name="Party archives of the GDR",
        hints=("sapmo",),
        pattern=rf"\bSAPMO(?:-BArch)?,?\s(?P<bestand>(?:DY|NY|SgY)\s?\d{{1,4}})\s?/\s?(?P<akte>(?:[A-Z]\s[IVX]{{1,4}}\s)?[\w./-]*\d){_BLATT_TAIL}",
        holder="SAPMO",
        folios="blatt",
        example="SAPMO-BArch, DY 30/3739, Bl. 12-14",
        expected={"archive": "SAPMO", "bestand": "DY 30", "akte": "3739", "blatt": "12-14"},
    ),
    System(
        name="Archive of the State Security Service",
        hints=("bstu",),
        pattern=rf"\bBStU,\s(?P<bestand>MfS(?:,?\s[A-ZÄÖÜ][\w/]{{1,12}}(?:\s[IVX]{{1,4}})?)?)(?:,?\sNr\.)?\s(?P<akte>\d+(?:/\d+)*){_BLATT_TAIL}",
        holder="BStU",
        folios="blatt",
        example="BStU, MfS, ZAIG 123, Bl. 4-6",
        expected={"archive": "BStU", "bestand": "MfS, ZAIG", "akte": "123", "blatt": "4-6"},
    ),
    System(
        name="German and Austrian state archives",
        hints=("rep.", "kart", "kt.", "schachtel", "konv", "fasz", "bd.", "band", "nr."),
        parts=(
            Part("hauptabteilung", r"(?:I{1,3}|IV|VI?)\.\s", r"HA"),
            Part("repositur", r"Rep\."),
            Part("titel", r"Tit\.", r"[\w]+(?:\s[A-Z]\b)?"),
            Part("karton", r"Karton|Kart\.|Kt\.|Schachtel"),
            Part("konvolut", r"Konvolut|Konv\.|Faszikel|Fasz\."),
            Part("band", r"Bd\.|Band"),
            Part("nummer", r"Nr\.|Aktennr\."),
            Part("blatt", r"Bll?\.|Blatt|fol\.", r"\d+[rv]?(?:\s?[-–]\s?\d+[rv]?)?"),
        ),
        held=True,
        needs=("repositur", "karton", "konvolut", "nummer", "band"),
        folios="blatt",
        example="GStA PK, Rep. 77, Tit. 343 A, Nr. 152, Bl. 1-3",
        expected={"archive": "GStA PK", "repositur": "77", "titel": "343 A", "nummer": "152", "blatt": "1-3"},
    ),
    System(
        name=ITALIAN,
        parts=(
            Part("fondo", r"fondo", r"[^,;.]{1,60}"),
            Part("codice", r"cod(?:ice|d)?\.", UNIT),
            Part("scatola", r"scatol[ae]", UNIT),
            Part("busta", r"bust[ae]|bb?\.", UNIT),
            Part("filza", r"filz[ae]|fz\.", UNIT),
            Part("mazzo", r"mazz[oi]", UNIT),
            Part("registro", r"registr[io]|regg?\.", UNIT),
            Part("volume", r"volum[ei]|voll?\.", UNIT),
            Part("fascicolo", r"fascicol[io]|fasc\.", UNIT),
            Part("documento", r"doc\.|nn?\.", UNIT),
            Part("carte", r"cart[ae]|car\.|cc?\.|ff?\.|fol[li]?\.", FOLIO),
        ),
        needs=("fondo", "busta", "filza", "mazzo", "registro", "scatola"),
        folios="carte",
        example="ASVe, Senato, Terra, busta 12, fasc. 3, cc. 4r-5v",
        expected={"archive": "ASVe", "busta": "12", "fascicolo": "3", "carte": "4r-5v"},
    ),
    System(
        name="Archives nationales, Paris",
        hints=("an", "a.n.", "arch"),
        pattern=r"(?:(?<=\bAN, )|(?<=\bAN )|(?<=\bA\.N\., )|(?<=\bArch\. nat\., )|(?<=\bArchives nationales, ))"
        r"(?P<cote>MC/(?:ET|RE|DC)/[IVXLC]{1,8}/\d{1,5}|(?:\d{1,3}\s?)?(?:F|AJ|AP|AQ|BB|AF|AD|AE|KK|JJ|MC|ET|[A-Z])(?:\s?[*/]|\s)?\s?(?:[IVXLC]{1,6}\b\s?/?\s?)?\d{0,5}(?:(?<=\d)\s\d{1,5}(?:[AB]\b)?(?!\s(?:janvier|février|mars|avril|mai|juin|juillet|août|sept|oct|nov|déc)))?"
        rf"(?:\s?/\s?[IVXLC\d]{{1,5}}){{0,3}}){LEAF_TAIL}",
        holder="AN",
        folios="folio",
        example="Rapport du 3 mai 1799, AN, F/7/123, fol. 14r-16v",
        expected={"archive": "AN", "cote": "F/7/123", "folio": "14r-16v"},
    ),
    System(
        name="French departmental and municipal archives",
        hints=("ad ", "am ", "ac ", "arch"),
        pattern=r"\b(?P<archives>(?:AD|AM|AC|Arch\.\s(?:dép|mun|com)\.|Archives\s(?:départementales|municipales|communales))"
        r"\s(?:(?:de|du|des)\s(?:la\s)?|de\s?l[’']|d[’'])?[A-ZÀ-Ö][\w’'-]+(?:[\s-][A-ZÀ-Öa-zà-ö][\w’'-]+){0,3}),\s"
        rf"(?P<cote>(?:\d{{1,3}}\s?)?[A-Z]{{1,2}}\s?(?:[IVXLC]{{1,5}}\s)?\d{{1,5}}(?:/\d{{1,4}}){{0,2}}){LEAF_TAIL}",
        folios="folio",
        example="AD Rhône, 3 E 1234, fol. 5r-6v",
        expected={"archive": "AD Rhône", "cote": "3 E 1234", "folio": "5r-6v"},
    ),
    System(
        name="British Library",
        hints=("bl", "bm", "british library"),
        pattern=r"(?:\b(?:BL|British\sLibrary|BM|London,\sBritish\sLibrary),?\s)(?:MSS?\.?\s)?"
        r"(?P<shelfmark>(?:Add(?:itional|\.)?|Cotton(?:\sMS)?|Harley|Harl\.|Royal|Sloane|Egerton|Lansdowne|Arundel|Stowe|Burney|Yates\sThompson|IOR)"
        rf"(?:\s(?:MSS?\.?|Ch\.|Roll))?\s(?:[A-Z][a-z]+\s)?[A-Z]?[\s./]?{_SHELF}){LEAF_TAIL}",
        holder="BL",
        folios="folio",
        example="London, British Library, Add. MS 12345, fol. 12r",
        expected={"archive": "BL", "shelfmark": "Add. MS 12345", "folio": "12r"},
    ),
    System(
        name="Bodleian and Cambridge libraries",
        hints=("bodl", "cul", "cambridge", "college"),
        pattern=r"\b(?P<library>Bodl(?:eian|\.)(?:\sLib(?:rary|\.))?|Oxford,\sBodleian\sLibrary|CUL|Cambridge\sUniversity\sLibrary|"
        r"Corpus\sChristi\sCollege|Trinity\sCollege|St\.?\sJohn[’']s\sCollege),?\s(?P<shelfmark>MSS?\.?\s"
        rf"(?:[A-Z][\w.’']*\s(?:[a-z]+\.\s)?){{0,3}}{_SHELF}){LEAF_TAIL}",
        folios="folio",
        example="Bodleian Library, MS Rawlinson D. 123, fol. 4v",
        expected={"archive": "Bodleian Library", "shelfmark": "MS Rawlinson D. 123", "folio": "4v"},
    ),
    System(
        name="Bibliothèque nationale de France and its like",
        hints=("bn", "bibl"),
        pattern=r"\b(?P<library>BnF|BNF|BN|Paris,\s(?:BnF|Bibliothèque\snationale(?:\sde\sFrance)?)|Bibl(?:iothèque|\.)\s(?:nationale|nat\.|municipale|mun\.|"
        r"Mazarine|de\sl[’']Arsenal|Sainte-Geneviève)(?:\s(?:de\s(?:la\s)?|du\s|d[’'])?[A-ZÀ-Ö][\w-]+)?),\s"
        r"(?P<shelfmark>(?:mss?\.?\s)?(?:fr(?:ançais|\.)|lat(?:in|\.)|gr(?:ec|\.)|nouv\.\sacq\.\s(?:fr|lat)\.|n\.\sa\.\s?(?:fr|l)\.|naf|nal|it(?:alien|\.)|"
        rf"Dupuy|Clairambault|Moreau|Baluze|mss?\.?)\s?\d{{1,6}}){LEAF_TAIL}",
        folios="folio",
        example="BnF, ms. fr. 1234, fol. 12v-13r",
        expected={"archive": "BnF", "shelfmark": "ms. fr. 1234", "folio": "12v-13r"},
    ),
    System(
        name="Vatican Library",
        hints=("vat.", "reg.", "pal.", "ottob.", "urb.", "barb.", "chig.", "ross.", "borg."),
        pattern=r"(?:\b(?:BAV|Bibl(?:ioteca|\.)\s(?:Apostolica\sVaticana|Apost\.\sVat\.)|Biblioteca\sVaticana)[,.]?\s)?(?:\b[Cc]od\.\s|\bMS\.?\s)?"
        r"\b(?P<shelfmark>(?:Vat|Reg|Pal|Ottob|Urb|Barb|Chig|Ross|Borg)\.\s?(?:lat|gr|ebr|ar|slav)\.\s?\d{1,5})"
        + LEAF_TAIL,
        holder="BAV",
        folios="folio",
        example="BAV, Vat. lat. 3195, fol. 12r",
        expected={"archive": "BAV", "shelfmark": "Vat. lat. 3195", "folio": "12r"},
    ),
    System(
        name="Munich manuscripts",
        hints=("clm", "cgm", "cod."),
        pattern=rf"\b(?P<shelfmark>(?:[Cc]lm|[Cc]gm|[Cc]od\.\s(?:lat|germ|gall|ital)\.\s(?:mon|[Mm]onac)\.)\s?\d{{1,6}}){LEAF_TAIL}",
        holder="BSB",
        folios="folio",
        example="Clm 14456, fol. 12r",
        expected={"archive": "BSB", "shelfmark": "Clm 14456", "folio": "12r"},
    ),
    System(
        name="Vatican Archives",
        hints=("asv", "aav", "vaticano"),
        pattern=r"\b(?:ASV|AAV|Archivio\s(?:Segreto|Apostolico)\sVaticano),\s(?P<serie>(?:Reg\.\s(?:Vat|Lat|Suppl|Aven)\.|Arm\.\s[IVXLC]+,(?:\st\.)?|"
        r"(?:Segr(?:eteria|\.)\s(?:di\s)?Stato|Nunz(?:iatura|\.)|Misc(?:ellanea|\.)|Cam\.\sAp\.|Instr\.\sMisc\.)(?:,?\s[A-Z][\w.]+){0,3},?))"
        rf"\s(?P<unit>\d{{1,5}}[A-Z]?){LEAF_TAIL}",
        holder="AAV",
        folios="folio",
        example="ASV, Reg. Vat. 45, fol. 12v",
        expected={"archive": "AAV", "serie": "Reg. Vat.", "unit": "45", "folio": "12v"},
    ),
    System(
        name="Polish archives",
        hints=("sygn",),
        parts=(
            Part("zespol", r"zesp(?:ół|\.)", r"[^,;.]{1,60}"),
            Part("sygnatura", r"sygn\.|sygnatura", r"[\w][\w./–-]*"),
            Part("folio", r"kk?\.|s\.", FOLIO),
        ),
        needs=("sygnatura",),
        least=1,
        folios="folio",
        example="AAN, KC PZPR, sygn. 237/V-34, k. 12",
        expected={"archive": "AAN", "sygnatura": "237/V-34", "folio": "12"},
    ),
    System(
        name="Czech and Slovak archives",
        hints=("sv", "a.j", "a. j", "ar.", "inv", "č."),
        parts=(
            Part("fond", r"fond", r"[^,;.]{1,60}"),
            Part("svazek", r"sv\.|svazek", UNIT),
            Part("karton", r"kart?\.|karton|krab\.", UNIT),
            Part("jednotka", r"a\.\s?j\.|ar\.\sj\.|inv\.\sč\.|č\.\sj\.", UNIT),
            Part("folio", r"ll?\.|fol\.", FOLIO),
        ),
        needs=("svazek", "jednotka"),
        folios="folio",
        example="Archiv Elm, sv. 12, a.j. 34, l. 5",
        expected={"archive": "Archiv Elm", "svazek": "12", "jednotka": "34", "folio": "5"},
    ),
    System(
        name="Romanian archives",
        hints=("dos",),
        parts=(
            Part("fond", r"fond", r"[^,;.]{1,60}"),
            Part("dosar", r"dosar(?:ul)?|dos\.", UNIT),
            Part("folio", r"ff?\.|fila|filele", FOLIO),
        ),
        needs=("dosar",),
        folios="folio",
        example="ANIC, fond Cancelarie, dosar 12/1950, f. 3",
        expected={"archive": "ANIC", "fond": "Cancelarie", "dosar": "12/1950", "folio": "3"},
    ),
    System(
        name="Ottoman archives",
        hints=("boa",),
        pattern=r"\bBOA,\s(?P<fon>[A-ZÇĞİÖŞÜ]{1,4}(?:[.\s][A-ZÇĞİÖŞÜ]{1,5}\.?){0,3}),?\s(?P<dosya>\d{1,5})\s?/\s?(?P<gomlek>\d{1,5})",
        holder="BOA",
        example="BOA, HR.SYS, 1234/5",
        expected={"archive": "BOA", "fon": "HR.SYS", "dosya": "1234", "gomlek": "5"},
    ),
    System(
        name="Foreign Ministry Archive of the People's Republic of China",
        hints=("-",),
        pattern=r"\b(?:[Nn]o\.\s?|[Ff]ile\s(?:[Nn]o\.\s)?|档案号[:：]?\s?)?(?P<file>\d{3}-\d{5}-\d{2}(?:\s?\(\d+\))?)"
        r"(?:,?\s(?:pp?\.|ff?\.)\s?(?P<folio>\d+(?:\s?[-–]\s?\d+)?))?",
        holder="PRCFMA",
        folios="folio",
        example="PRCFMA, No. 106-00025-03, pp. 12-14",
        expected={"archive": "PRCFMA", "file": "106-00025-03", "folio": "12-14"},
    ),
    System(
        name="Chinese provincial and municipal archives",
        hints=("archives, ",),
        pattern=r"(?<=Archives, )(?P<fonds>[A-Z]?\d{1,4})-(?P<catalogue>\d{1,3})-(?P<file>\d{1,5})(?:-(?P<item>\d{1,4}))?(?![\d-])",
        example="Elm Municipal Archives, B123-1-456",
        expected={"archive": "Elm Municipal Archives", "fonds": "B123", "catalogue": "1", "file": "456"},
    ),
    System(
        name="Microfilmed diplomatic archives (Seoul and others)",
        hints=("reel", "roll", "mf", "microfilm"),
        parts=(
            Part("reel", r"reel|roll|mf\.|microfilm", r"[A-Z]{0,3}-?\d[\w-]*"),
            Part("file", r"file", r"\d[\w./-]*"),
            Part("frame", r"frames?", r"\d+(?:\s?[-–]\s?\d+)?"),
        ),
        needs=("reel",),
        example="Diplomatic Archives, Roll C-0021, File 4, Frames 12-15",
        expected={"archive": "Diplomatic Archives", "reel": "C-0021", "file": "4", "frame": "12-15"},
    ),
    System(
        name="United Nations archives",
        hints=("s-",),
        pattern=r"\b(?P<series>S-\d{4})-(?P<box>\d{4})(?:-(?P<file>\d{2,4}))?\b",
        holder="UNARMS",
        example="UNARMS, S-0123-0004-05",
        expected={"archive": "UNARMS", "series": "S-0123", "box": "0004", "file": "05"},
    ),
    System(
        name="Volumes with leaves",
        hints=("fol", "f.", "ff.", "feuillet"),
        parts=(
            Part("volume", r"vols?\.|volume|tome|t\.|Bd\.", UNIT),
            Part("folio", r"fols?\.|ff?\.|folios?|feuillets?", FOLIO),
        ),
        needs=("folio",),
        held=True,
        folios="folio",
        example="Archives diplomatiques, Correspondance politique, vol. 5, fol. 12v",
        expected={"archive": "Archives diplomatiques", "volume": "5", "folio": "12v"},
    ),
    *OVERSEAS,
)
