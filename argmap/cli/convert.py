"""`argmap convert`."""

from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.terminal import warn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import Loss


def convert(
    source: Annotated[str, typer.Argument(metavar="IN", help="A map or a case folder; '-' is standard input.")],
    target: Annotated[str, typer.Argument(metavar="OUT", help="The file to write; '-' is standard output.")],
    source_format: Annotated[str | None, typer.Option("--from", help="If content and suffix do not say it.")] = None,
    target_format: Annotated[str | None, typer.Option("--to", help="If OUT's suffix does not say it.")] = None,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Write nothing if anything would be lost.")] = False,
) -> None:
    """Write a map in another format. What that format cannot carry is listed on standard error, claim by claim.

    Read and written: argdown, json (our own, without loss), aif, xaif, sadface, kialo, carneades, tgf.
    Read only: arggraph (microtexts), brat.
    Written only: dot, graphml, mermaid, csv, prov, annotations (of a case's text), argdown-json.

    A file's format is told from its content, then its suffix; OUT's from its suffix alone (.argdown, .json, .aif.json,
    .xaif.json, .sadface.json, .txt for Kialo, .yml for Carneades, .tgf, .dot, .graphml, .mmd, .csv, .prov.json,
    .anno.json). What is "kept aside" is no part of the map, but is written again in its own format.

    For example:

    - `argmap convert map.argdown map.aif.json`

    - `argmap convert --strict debate.txt debate.argdown` writes nothing if anything would be lost

    - `argmap convert claims/korea-1950 brief.anno.json`

    - `curl … | argmap convert --from aif - - --to mermaid`
    """
    from argmap.convert import KEPT
    from argmap.errors import LossyConversionError
    from argmap.files import write_bytes

    data, read, written = _converted(source, target, source_format, target_format)
    gone = [loss for loss in dict.fromkeys((*read, *written)) if loss.what != KEPT]
    if strict and gone:
        raise LossyConversionError(target, len(gone), f"{gone[0].what}: {gone[0].detail}")
    told = set(read)
    warn(_listed(f"{source}: not in the map", read))
    warn(_listed(f"{target}: not carried over", (loss for loss in written if loss not in told)))
    write_bytes(target, data)


def _converted(
    source: str, target: str, source_format: str | None, target_format: str | None
) -> tuple[bytes, tuple["Loss", ...], tuple["Loss", ...]]:
    """The file to write, what the reader could not carry, and what the writer cannot."""
    from argmap.convert import ANNOTATIONS, dump_map, format_of
    from argmap.pipeline import converted
    from argmap.workspace import open_map, open_seminar

    dot = target_format == "dot" or (target_format is None and target.endswith(".dot"))
    if not dot and (target_format or format_of(target)) == ANNOTATIONS:
        seminar = open_seminar(source, lambda _stage: None)
        document = seminar.text.document if seminar.text else None
        text, losses = dump_map(seminar.map, ANNOTATIONS, document=document, anchored=seminar.anchored)
        return text.encode(), seminar.map.losses, losses
    argument_map = open_map(source, source_format)
    data, losses = converted(argument_map, target, target_format)
    return data, argument_map.losses, losses


def _listed(title: str, losses: "Iterable[Loss]") -> str:
    """Every loss on a line of its own: nobody can mend what is only counted."""
    lines = [f"    {loss.what}: {loss.detail}" if loss.detail else f"    {loss.what}" for loss in losses]
    return "\n".join([f"{title} ({len(lines)}):", *lines]) if lines else ""
