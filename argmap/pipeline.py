"""The stages in order: the only module that knows them all. Bytes in, values out; no I/O.

What looks at texts, and the rules, are imported where they are used: they load spaCy and compile some 700 patterns, which
takes longer than drawing a map.
"""

from collections.abc import Callable, Iterable
from pathlib import PurePath

from pydantic import ValidationError

from argmap.convert import LoadFile, dump_map, format_of, load_map, load_sources, lost_in_drawing
from argmap.errors import BrokenCaseError, UnknownNameError
from argmap.evaluate import evaluate
from argmap.files import CaseFiles
from argmap.model import (
    Anchor,
    AnchoredClaim,
    AnchorFile,
    ArgumentMap,
    Citations,
    Document,
    Extraction,
    Finding,
    Loss,
    Summary,
    TextRole,
    Value,
    locate,
    renewed,
)
from argmap.render import PICTURES, Picture, Theme, View, picture_of, to_handout

Step = Callable[[str], None]

WHOLE = View()
BRIEF: TextRole = "brief"
ESSAY: TextRole = "essay"


class TextAnalysis(Value):
    """A text after all stages that look at texts. `path` is the file as the user named it."""

    path: str
    document: Document
    citations: Citations
    extraction: Extraction
    findings: tuple[Finding, ...]
    summary: Summary


class Seminar(Value):
    """What is put in front of a class: a map, a text, or both, and where the one touches the other.

    Attributes:
        title: For the top of the page.
        path: The essay, map or case as the user named it.
        map: The map; for an essay without one a draft made by argmap, and `draft` is True.
        text: The text beside the map; None where only a map was given.
        role: Whether that text is the case's own brief or the essay under discussion.
        anchored: Where the map's claims stand in the text.
        findings: Those of the map and its anchors, then those of the text.
    """

    title: str
    path: str
    map: ArgumentMap
    draft: bool = False
    text: TextAnalysis | None = None
    role: TextRole = "essay"
    anchored: tuple[AnchoredClaim, ...] = ()
    findings: tuple[Finding, ...] = ()


def _nothing(_stage: str) -> None:
    """No progress to show."""


def analyse(data: bytes, path: str, step: Step = _nothing) -> TextAnalysis:
    """Read, cite, extract and check one text; `step` is told the name of each stage before it begins.

    Raises:
        ArgmapError: If the bytes are no text that argmap reads.
    """
    from argmap.check import check_text, summarise
    from argmap.cite import cite
    from argmap.extract import extract
    from argmap.read import read

    step("reading")
    document = read(data, path)
    step("following notes")
    citations = cite(document)
    step("finding claims")
    extraction = extract(document, citations)
    step("checking")
    return TextAnalysis(
        path=path,
        document=document,
        citations=citations,
        extraction=extraction,
        findings=check_text(path, document, citations, extraction),
        summary=summarise(document, citations, extraction),
    )


def seminar_of_text(text: TextAnalysis) -> Seminar:
    """An essay without a map: argmap drafts one, and says that it is a draft."""
    from argmap.extract import draft_map

    drafted, anchored = draft_map(text.document, text.citations, text.extraction)
    return Seminar(
        title=text.document.info.title or drafted.title or _name(text.path),
        path=text.path,
        map=drafted,
        draft=True,
        text=text,
        anchored=anchored,
        findings=text.findings,
    )


def bare_seminar(argument_map: ArgumentMap, path: str) -> Seminar:
    """A map alone: without a text, and not checked."""
    return Seminar(title=argument_map.title or _name(path), path=path, map=argument_map)


def seminar_of_map(argument_map: ArgumentMap, path: str) -> Seminar:
    """A map without a text."""
    from argmap.check import check_map

    return bare_seminar(argument_map, path).model_copy(update={"findings": check_map(path, argument_map)})


def map_of_case(files: CaseFiles, load: LoadFile | None = None) -> ArgumentMap:
    """The map of a case with its sources; `load` reads the files that the map includes.

    Raises:
        NotAMapError, BrokenCaseError: If a file of the case cannot be read.
    """
    sources = load_sources(files.sources, f"{files.path}/sources.json") if files.sources is not None else ()
    return load_map(files.map, f"{files.path}/map.argdown", sources, load=load)


def seminar_of_case(
    files: CaseFiles, essay: TextAnalysis | None = None, step: Step = _nothing, load: LoadFile | None = None
) -> Seminar:
    """A case with its brief, or with the essay that a user supplies, its anchors found again in that text.

    Raises:
        NotAMapError, BrokenCaseError: If a file of the case cannot be read.
    """
    from argmap.check import check_anchors, check_map

    step("reading the map")
    argument_map = map_of_case(files, load)
    text, role = essay, ESSAY
    if essay is None and files.brief is not None:
        text, role = analyse(files.brief, f"{files.path}/brief.md", step), BRIEF
    anchors_path = f"{files.path}/anchors.json"
    anchors = _anchors(files.anchors, anchors_path)
    anchored = locate(tuple(anchor for anchor in anchors if anchor.text == role), text.document) if text else ()
    findings = check_map(f"{files.path}/map.argdown", argument_map)
    findings += check_anchors(anchors_path, argument_map, anchored)
    return Seminar(
        title=argument_map.title or _name(files.path),
        path=files.path,
        map=argument_map,
        text=text,
        role=role,
        anchored=anchored,
        findings=findings + (text.findings if text else ()),
    )


def renew_anchors(files: CaseFiles, essay: Document | None = None) -> tuple[AnchorFile, tuple[str, ...]]:
    """Anchors at their sentences' present ids, and the claims whose words are gone (their anchors stay as they were).

    An anchor without a digest is new: it is tied to the sentence that it names. Anchors to the essay are left alone
    unless the essay is given.

    Raises:
        BrokenCaseError: If a new anchor names a sentence that is not there, or anchors.json cannot be read.
    """
    from argmap.read import read

    path = f"{files.path}/anchors.json"
    texts: dict[TextRole, Document | None] = {
        "brief": read(files.brief, f"{files.path}/brief.md") if files.brief is not None else None,
        "essay": essay,
    }
    anchors, lost = _anchors(files.anchors, path), set()
    done = list(anchors)
    for role, document in texts.items():
        own = [index for index, anchor in enumerate(anchors) if anchor.text == role]
        if document is not None:
            _refuse_unknown_places([anchors[index] for index in own], document, path)
            for index, anchor in zip(own, renewed(tuple(anchors[index] for index in own), document), strict=True):
                done[index] = anchor or anchors[index]
                lost |= set() if anchor else {index}
    return AnchorFile(anchors=tuple(done)), tuple(anchors[index].claim for index in sorted(lost))


def _refuse_unknown_places(anchors: Iterable[Anchor], document: Document, path: str) -> None:
    known = {sentence.id for sentence in document.sentences}
    for anchor in anchors:
        if not anchor.digest and anchor.sentence not in known:
            raise BrokenCaseError(
                path, f"the anchor of '{anchor.claim}' names sentence {anchor.sentence}, which is not there"
            )


def picture_format(path: str, named: str | None = None) -> Picture:
    """The kind of picture that is named, or that a file's suffix asks for; svg for standard output.

    Raises:
        UnknownNameError: If it is none that argmap draws.
    """
    wanted = named or ("svg" if path == "-" else PurePath(path).suffix.removeprefix(".").lower())
    for kind in PICTURES:
        if kind == wanted:
            return kind
    raise UnknownNameError("picture format", wanted, PICTURES)


def picture(
    argument_map: ArgumentMap,
    form: Picture,
    reject: Iterable[str] = (),
    theme: Theme = "light",
    *,
    view: View = WHOLE,
    say: Step = _nothing,
) -> bytes:
    """A map, evaluated and drawn: one of PICTURES. `say` is told whatever is not as asked for.

    Raises:
        GraphvizMissingError, GraphvizFailedError: If Graphviz is needed and cannot draw it.
        UnknownNameError: If a rejected source, a claim or a section does not exist.
    """
    effects = form == "html" or view.kind == "sources"  # no other picture shows what would fall with a source
    evaluation = evaluate(argument_map, reject, effects=effects)
    return picture_of(argument_map, evaluation, form, view=view, theme=theme, say=say)


def handout(seminar: Seminar, reject: Iterable[str] = (), say: Step = _nothing) -> bytes:
    """A handout as PDF on A4: the map, the claims with what they cite, the bibliography.

    Raises:
        GraphvizMissingError, GraphvizFailedError: If it cannot be drawn.
        PdfMissingError: If the library that joins pages is not installed.
        UnknownNameError: If a rejected source does not exist.
    """
    return to_handout(seminar.map, evaluate(seminar.map, reject), say=say)


def converted(
    argument_map: ArgumentMap, target: str, target_format: str | None = None
) -> tuple[bytes, tuple[Loss, ...]]:
    """A map in the format that is named, or that the target's suffix asks for, and what that format cannot carry.

    Raises:
        UnknownNameError: If there is no such format.
    """
    if (target_format or PurePath(target).suffix) in {"dot", ".dot"}:
        return picture(argument_map, "dot"), lost_in_drawing(argument_map)
    written, losses = dump_map(argument_map, target_format or format_of(target))
    return written.encode(), losses


def _anchors(data: bytes | None, path: str) -> tuple[Anchor, ...]:
    if data is None:
        return ()
    try:
        return AnchorFile.model_validate_json(data).anchors
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BrokenCaseError(path, f"{place or 'the file'}: {first['msg']}") from None


def _name(path: str) -> str:
    return "Standard input" if path == "-" else PurePath(path).stem
