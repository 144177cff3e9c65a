"""A seminar made by hand: a small text of our own, its map, and where the one touches the other."""

from dataclasses import dataclass, field

from argmap.model import (
    AnchoredClaim,
    ArgumentMap,
    Citation,
    Citations,
    Claim,
    ClaimKind,
    Date,
    Document,
    DocumentInfo,
    Extraction,
    Finding,
    Heading,
    Locator,
    MapClaim,
    Marker,
    Mention,
    Name,
    Note,
    NoteCitations,
    Paragraph,
    ParagraphKind,
    Prose,
    Reading,
    Relation,
    Run,
    Sentence,
    SentenceVerdict,
    Source,
    Summary,
    Support,
)
from argmap.pipeline import Seminar, TextAnalysis

PATH = "essays/alder.md"
MAP_PATH = "claims/alder/map.argdown"


@dataclass
class Line:
    """A sentence with the markers inside it, by their place in its words, and what extraction would say of it."""

    text: str
    markers: tuple[tuple[str, int | None], ...] = ()
    kind: ClaimKind = "factual"
    claim: bool = True
    needs: bool = True
    unsure: bool = False
    support: Support = "none"
    notes: tuple[str, ...] = ()
    by: str | None = None

    def verdict(self, sentence: str) -> SentenceVerdict:
        """What extraction would say."""
        return SentenceVerdict(
            id=sentence,
            text=self.text,
            claim=self.claim,
            kind=self.kind,
            needs_citation=self.needs and self.claim,
            unsure=self.unsure,
            support=self.support,
            notes=self.notes,
            attributed_to=self.by,
            reason="made by hand",
        )


@dataclass
class Builder:
    """Writes a text and keeps account of where everything stands in it."""

    text: str = ""
    clean: str = ""
    runs: list[Run] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    verdicts: list[SentenceVerdict] = field(default_factory=list)

    def heading(self, level: int, text: str) -> None:
        """A heading above the next paragraph."""
        start = len(self.text)
        self.text += f"{text}\n\n"
        before = f"p{len(self.paragraphs) + 1}"
        self.headings.append(Heading(level=level, text=text, start=start, end=start + len(text), before=before))

    def paragraph(self, *lines: Line, kind: ParagraphKind = "prose", known: tuple[str, ...] = ()) -> None:
        """A paragraph; `known` are the markers that a note answers."""
        name, begin = f"p{len(self.paragraphs) + 1}", len(self.text)
        self.clean, self.runs = "", []
        for number, line in enumerate(lines, start=1):
            self._words(" " if number > 1 else "")
            self._sentence(f"{name}.s{number}", name, line, known)
        prose = Prose(text=self.clean, runs=tuple(self.runs))
        self.paragraphs.append(Paragraph(id=name, start=begin, end=len(self.text), kind=kind, prose=prose))
        self.text += "\n\n"

    def _words(self, text: str) -> None:
        if text:
            start = len(self.text)
            self.runs.append(Run(at=len(self.clean), length=len(text), start=start, end=start + len(text)))
            self.clean, self.text = self.clean + text, self.text + text

    def _sentence(self, name: str, paragraph: str, line: Line, known: tuple[str, ...]) -> None:
        start, at, done = len(self.text), len(self.clean), 0
        for n, place in line.markers:
            stop = len(line.text) if place is None else place
            self._words(line.text[done:stop])
            done, mark = stop, len(self.text)
            self.text += f"[{n}]"
            self.markers.append(
                Marker(
                    n=n,
                    note=n if n in known else None,
                    sentence=name,
                    start=mark,
                    end=len(self.text),
                    at=len(self.clean),
                )
            )
        self._words(line.text[done:])
        numbers = tuple(n for n, _ in line.markers)
        self.sentences.append(
            Sentence(
                id=name, paragraph=paragraph, start=start, end=len(self.text), text=line.text, markers=numbers, at=at
            )
        )
        self.verdicts.append(line.verdict(name))

    def note(self, n: str, text: str) -> None:
        """A note at the end of the text."""
        self.text += f"[{n}]: "
        start = len(self.text)
        self.text += f"{text}\n"
        runs = (Run(at=0, length=len(text), start=start, end=start + len(text)),)
        self.notes.append(
            Note(id=n, n=n, text=text, start=start, end=start + len(text), prose=Prose(text=text, runs=runs))
        )

    def document(self, title: str) -> Document:
        """What was written."""
        return Document(
            info=DocumentInfo(format="markdown", title=title, text=self.text),
            paragraphs=tuple(self.paragraphs),
            sentences=tuple(self.sentences),
            notes=tuple(self.notes),
            markers=tuple(self.markers),
            headings=tuple(self.headings),
        )

    def extraction(self) -> Extraction:
        """What extraction would say of it."""
        claims = (
            Claim(
                id=f"c{number}",
                sentence=verdict.id,
                start=0,
                end=1,
                text=verdict.text,
                kind=verdict.kind,
                support=verdict.support,
                notes=verdict.notes,
                confidence=0.9,
            )
            for number, verdict in enumerate((v for v in self.verdicts if v.claim), start=1)
        )
        return Extraction(sentences=tuple(self.verdicts), claims=tuple(claims))


MARSH = Source(
    id="marsh1902",
    type="book",
    author=(Name(family="Marsh", given="Edith"),),
    title="Bridges of the Alder",
    publisher="Pell",
    publisher_place="Ostry",
    issued=Date(date_parts=((1902,),)),
)
TARN = Source(
    id="tarn1911",
    type="article-journal",
    author=(Name(family="Tarn", given="Jonas"), Name(family="Pell", given="Ada")),
    title="The Spring Flood",
    container_title="Waters Quarterly",
    volume="4",
    page="1-20",
    issued=Date(date_parts=((1911,),)),
)
ODO = Source(
    id="odo1913", type="book", author=(Name(family="Odo"),), title="Waters", issued=Date(date_parts=((1913,),))
)
OFFICE = Source(
    id="cro-bridges-3",
    type="document",
    title="Report of the inspector of bridges",
    archive="County Record Office",
    archive_location="Bridges 3, fol. 7",
    issued=Date(date_parts=((1870, 3, 2),)),
)
SOURCES = (MARSH, TARN, ODO, OFFICE)

KNOWN = ("1", "2", "3", "4")


def text_analysis(title: str = "The fall of the Alder bridge") -> TextAnalysis:
    """The text: one claim of every kind of support, an uncited one, a doubtful Ibid., a marker without a note."""
    build = Builder()
    build.heading(1, title)
    build.paragraph(
        Line("The Alder bridge fell because the county had neglected it for years.", kind="thesis", needs=False),
        Line("Inspectors had warned of rotten piers in three reports.", (("1", None),), support="direct", notes=("1",)),
        Line("The county spent nothing on the piers after 1866."),
        known=KNOWN,
    )
    build.heading(2, "The flood")
    build.paragraph(
        Line(
            "Others blame the flood of that spring.",
            (("2", None),),
            "reported",
            support="direct",
            notes=("2",),
            by="Tarn",
        ),
        Line("Had the piers been sound, the bridge would have stood.", kind="counterfactual", needs=False, unsure=True),
        Line("But the flood, as measured at Ostry, was an ordinary one.", (("3", 29),), support="direct", notes=("3",)),
        Line("How could they not have known?", kind="question", claim=False),
        Line("The toll had been raised twice in those years.", (("9", None),)),
        known=KNOWN,
    )
    build.paragraph(
        Line("“The timber crumbles under the hand.”", (("4", None),), "quotation", support="direct", notes=("4",)),
        kind="quote",
        known=KNOWN,
    )
    build.note("1", "Edith Marsh, Bridges of the Alder (Ostry: Pell, 1902), 12-14.")
    build.note("2", "Jonas Tarn and Ada Pell, “The Spring Flood”, Waters Quarterly 4 (1911): 1-20; Odo, Waters (1913).")
    build.note("3", "Ibid., 14.")
    build.note("4", "County Record Office, Bridges 3, fol. 7.")
    document, extraction = build.document(title), build.extraction()
    return TextAnalysis(
        path=PATH,
        document=document,
        citations=citations(),
        extraction=extraction,
        findings=text_findings(document),
        summary=Summary(claims=8, needing_citation=6, cited_direct=4, uncited=2, unsure=1, notes=4, sources=4),
    )


def citations() -> Citations:
    """What stands in the notes."""
    page = Locator(label="page", value="14")
    odo = Reading(note="2", source="odo1913", evidence=("the work cited last", "Waters has a page 14"))
    tarn = Reading(note="2", source="tarn1911")
    notes = (
        (Mention(kind="full", text="Edith Marsh, Bridges of the Alder", start=0, end=1, source="marsh1902"),),
        (
            Mention(kind="full", text="Jonas Tarn and Ada Pell, “The Spring Flood”", start=0, end=1, source="tarn1911"),
            Mention(kind="full", text="Odo, Waters (1913)", start=0, end=1, source="odo1913"),
        ),
        (
            Mention(
                kind="ibid",
                text="Ibid., 14",
                start=0,
                end=1,
                source="odo1913",
                locator=page,
                literal=odo,
                best=odo,
                state="ambiguous",
                rivals=(tarn,),
            ),
        ),
        (Mention(kind="archival", text="County Record Office, Bridges 3", start=0, end=1, source="cro-bridges-3"),),
    )
    entries = (NoteCitations(n=str(i), note=str(i), mentions=mentions) for i, mentions in enumerate(notes, start=1))
    return Citations(notes=tuple(entries), sources=SOURCES)


def text_findings(document: Document) -> tuple[Finding, ...]:
    """One with a sentence, one with a note."""
    sentence = next(sentence for sentence in document.sentences if sentence.id == "p1.s3")
    return (
        Finding(
            code="CL001",
            name="claim-without-citation",
            severity="warning",
            message="No note covers this claim.",
            path=PATH,
            start=sentence.start,
            end=sentence.end,
            sentence=sentence.id,
            suggestion="Cite the accounts.",
        ),
        Finding(
            code="IB001",
            name="ibid-after-several-sources",
            severity="warning",
            message="Ibid. after a note with two sources.",
            path=PATH,
            note="3",
        ),
    )


def argument_map(title: str = "The fall of the Alder bridge") -> ArgumentMap:
    """Neglect is supported by warnings and timber together; the flood attacks it, and is itself attacked."""
    pages = Locator(label="page", value="12-14")
    return ArgumentMap(
        title=title,
        claims=(
            MapClaim(id="Neglect", text="The bridge fell because the county neglected it.", kind="thesis", line=3),
            MapClaim(
                id="Warnings",
                text="Three reports warned of rotten piers.",
                citations=(Citation(source="marsh1902", locator=pages),),
                line=5,
            ),
            MapClaim(id="No money", text="Nothing was spent on the piers after 1866.", line=6),
            MapClaim(
                id="Flood",
                text="The flood of that spring broke the bridge.",
                citations=(Citation(source="tarn1911"),),
                line=7,
            ),
            MapClaim(
                id="Ordinary flood",
                text="The flood was no higher than that of 1852.",
                citations=(Citation(source="odo1913"),),
                line=8,
            ),
            MapClaim(
                id="Rotten timber",
                text="The timber crumbled under the inspector's hand.",
                citations=(Citation(source="cro-bridges-3"),),
                line=9,
            ),
        ),
        relations=(
            Relation(id="r1", kind="support", premises=("Warnings", "Rotten timber"), target="Neglect", line=5),
            Relation(id="r2", kind="attack", premises=("Flood",), target="Neglect", line=7),
            Relation(id="r3", kind="attack", premises=("Ordinary flood",), target="Flood", line=8),
        ),
        sources=SOURCES,
    )


def seminar(title: str = "The fall of the Alder bridge") -> Seminar:
    """The whole."""
    text = text_analysis(title)
    map_finding = Finding(
        code="MP002",
        name="claim-unsupported",
        severity="info",
        message="“No money” has no support.",
        path=MAP_PATH,
        line=6,
        column=1,
    )
    anchor_finding = Finding(
        code="MP010",
        name="anchor-lost",
        severity="info",
        message="the words of an anchor of [Rotten timber] are not in the text any more",
        path="claims/alder/anchors.json",
    )
    return Seminar(
        title=title,
        path="claims/alder",
        map=argument_map(title),
        text=text,
        role="essay",
        anchored=(
            AnchoredClaim(claim="Neglect", sentence="p1.s1"),
            AnchoredClaim(claim="Warnings", sentence="p1.s2"),
            AnchoredClaim(claim="No money", sentence="p1.s3"),
            AnchoredClaim(claim="Flood", sentence="p2.s1"),
            AnchoredClaim(claim="Ordinary flood", sentence="p2.s3", moved=True),
            AnchoredClaim(claim="Rotten timber", sentence=None),
            AnchoredClaim(claim="Gone", sentence="p1.s1"),
        ),
        findings=(map_finding, anchor_finding, *text.findings),
    )
