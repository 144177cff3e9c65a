"""Graphviz's SVG made fit for pages and screen readers: scalable, labelled, and without anything that acts or loads.

In two steps, since a picture of a large map has ten thousand elements, nearly all of them lines and words to which
nothing is to be done. `_labelled` rewrites what Graphviz writes around a tooltip, in the words in which it writes it.
`_Sieve` then reads the whole as XML and lets through what is known, whoever wrote it; what it lets through it copies.
"""

import re
from collections.abc import Mapping
from html import escape
from xml.parsers import expat

from argmap.errors import GraphvizFailedError
from argmap.render.graph import FONT
from argmap.render.quote import BACKSLASH, BREAK

_ROOT = """ xmlns="http://www.w3.org/2000/svg" font-family="Helvetica, Arial, 'Liberation Sans', sans-serif\""""
_SIZES = frozenset({"width", "height"})
_FAMILY = f' font-family="{FONT}"'.encode()  # of every line of text: the root says it once
# All other elements are removed with what they hold; but of a link, Graphviz's carrier of tooltips, only itself.
_ELEMENTS = frozenset({"g", "title", "desc", "text", "path", "polygon", "polyline", "ellipse", "circle", "rect"})
_ATTRIBUTE_NAMES = """
id class role aria-label tabindex transform viewBox preserveAspectRatio fill fill-opacity stroke stroke-width
stroke-dasharray stroke-opacity points d cx cy r rx ry x y width height text-anchor font-size
font-weight font-style text-decoration
"""
_ATTRIBUTES = frozenset(_ATTRIBUTE_NAMES.split())
_TAG = re.compile(rb"""<[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>""")

# What has a tooltip stands in a link, and this in a group of its own.
_CARRIER = rb'<g id="a_[^"]*"><a xlink:title="([^"]*)">\n'
_GROUP = re.compile(rb'<g id="([^"]*)" class="([^"]*)"([^>"]*(?:"[^"]*")?)>\n<title>[^<]*</title>\n' + _CARRIER)
_FURTHER = re.compile(_CARRIER)
_COMMENT = re.compile(rb"<!-- [^<>]* -->\n")
_TITLED = re.compile(rb"<svg (width=[^>]*>\n)<title>([^<]*)</title>")
_END = b"</a>\n</g>\n"
_BREAK, _BACKSLASH = BREAK.encode(), BACKSLASH.encode()
_FOCUSABLE = frozenset({b"claim", b"evidence", b"source", b"group"})


def tidy(picture: bytes) -> bytes:
    """Rework one SVG document; pure, and the same again on its own result.

    The width and height in points go and `viewBox` stays, so the picture fills the space it is given. Tooltips become
    `<title>` elements; claims, evidence and sources can be reached by keyboard and have an `aria-label`. Only known
    elements and attributes stay: no script, no style, no link.

    Raises:
        GraphvizFailedError: It is no XML, or XML of a kind that Graphviz does not write.
    """
    return _Sieve(_labelled(picture.replace(_FAMILY, b""))).result()


def _labelled(picture: bytes) -> bytes:
    """Each group with its tooltip as title and, where it can be chosen, as accessible name; the carriers are gone."""
    plain = _COMMENT.sub(b"", picture).replace(b"&#45;", b"-")  # as Graphviz writes a hyphen, in comments with reason
    labelled = _FURTHER.sub(b"", _GROUP.sub(_label, plain)).replace(_END, b"")
    return _TITLED.sub(_label_root, labelled, count=1)


def _label(group: re.Match[bytes]) -> bytes:
    name, classes, more, tooltip = group.groups()
    told = tooltip.replace(_BACKSLASH, b"\\").replace(_BREAK, b"\n")
    first, _, rest = told.partition(b"\n")
    words = classes.split()
    if b"graph" in words:
        return b'<title>%b</title>\n<desc>%b</desc>\n<g id="%b" class="%b"%b>\n' % (first, rest, name, classes, more)
    role = b' tabindex="0" role="img" aria-label="%b"' % first if not _FOCUSABLE.isdisjoint(words) else b""
    return b'<g id="%b" class="%b"%b%b>\n<title>%b</title>\n' % (name, classes, more, role, told)


def _label_root(root: re.Match[bytes]) -> bytes:
    label = root[2].replace(b'"', b"&quot;")
    return b'<svg role="graphics-document img" aria-label="%b" %b<title>%b</title>' % (label, root[1], root[2])


class _Sieve:
    """One document on its way through the parser; what lies before `done` is among the pieces, or was left out."""

    def __init__(self, picture: bytes) -> None:
        self._picture = picture
        self._pieces: list[bytes] = []
        self._done = -1
        self._dropping = 0  # so many open elements are being left out
        # A letter of "url(" may also be written by its number; Graphviz itself writes blanks and "'" so.
        plain = picture.replace(b"&#160;", b" ").replace(b"&#39;", b"'")
        self._refers = b"url(" in plain or b"&#" in plain
        self._parser = expat.ParserCreate("utf-8")

    def result(self) -> bytes:
        """What is let through."""
        parser = self._parser
        parser.StartElementHandler, parser.EndElementHandler, parser.CommentHandler = self._start, self._end, self._skip
        # With any of these, a page that reads the picture as HTML might see what was not seen here.
        parser.EntityDeclHandler = parser.StartCdataSectionHandler = parser.ProcessingInstructionHandler = self._refuse
        try:
            parser.Parse(self._picture, True)  # noqa: FBT003 - the parser's own interface: this is all of it
        except expat.ExpatError as error:
            reason = f"its picture cannot be read as XML: {error}"
            raise GraphvizFailedError(reason) from error
        return b"".join(self._pieces)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._dropping:
            self._dropping += 1
        elif self._done < 0:
            if name != "svg":
                self._refuse()
            self._done = self._parser.CurrentByteIndex  # nothing before the root is let through
            self._write_anew("svg", {name: value for name, value in attributes.items() if name not in _SIZES}, _ROOT)
        elif name not in _ELEMENTS:
            self._copy()
            self._done = self._end_of_tag()
            self._dropping = name != "a"
        elif not _ATTRIBUTES.issuperset(attributes) or (self._refers and any(map(_refers, attributes.values()))):
            self._write_anew(name, attributes)

    def _end(self, name: str) -> None:
        if self._dropping:
            self._dropping -= 1
            if not self._dropping and self._picture[self._done - 2 : self._done] != b"/>":
                self._done = self._end_of_tag()
        elif name not in _ELEMENTS:
            self._copy()
            if self._picture.startswith(f"</{name}".encode(), self._done):  # and not in one tag with its start
                self._done = self._end_of_tag()
                if name == "svg":
                    self._pieces.append(b"</svg>")

    def _skip(self, _comment: str) -> None:
        if self._done >= 0 and not self._dropping:
            self._copy()
            self._done = self._picture.index(b"-->", self._done + len(b"<!--")) + len(b"-->")

    def _refuse(self, *_told: object) -> None:
        reason = "its picture has parts that Graphviz does not write"
        raise GraphvizFailedError(reason)

    def _copy(self) -> None:
        """Copy up to what the parser tells of."""
        self._pieces.append(self._picture[self._done : self._parser.CurrentByteIndex])
        self._done = self._parser.CurrentByteIndex

    def _end_of_tag(self) -> int:
        """Where the tag ends that the parser tells of."""
        return next(_TAG.finditer(self._picture, self._parser.CurrentByteIndex)).end()

    def _write_anew(self, name: str, attributes: Mapping[str, str], more: str = "") -> None:
        """A start tag with those of its attributes that may stay."""
        self._copy()
        self._done = self._end_of_tag()
        known = (
            f' {key}="{escape(value)}"'
            for key, value in attributes.items()
            if key in _ATTRIBUTES and not _refers(value)
        )
        end = "/>" if self._picture[self._done - 2 : self._done] == b"/>" else ">"
        self._pieces.append(f"<{name}{more}{''.join(known)}{end}".encode())


def _refers(value: str) -> bool:
    return "url(" in value
