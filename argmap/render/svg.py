"""Graphviz's SVG made fit for pages and screen readers: scalable, labelled, and without anything that acts or loads."""

from lxml import etree

from argmap.errors import GraphvizFailedError
from argmap.render.quote import BACKSLASH, BREAK

_SVG = "{http://www.w3.org/2000/svg}"
_TOOLTIP = "{http://www.w3.org/1999/xlink}title"
# All else is removed with what it holds. `a` is Graphviz's carrier of tooltips and is unwrapped.
_ELEMENTS = frozenset(
    _SVG + name
    for name in ("svg", "g", "a", "title", "desc", "text", "path", "polygon", "polyline", "ellipse", "circle", "rect")
)
_ATTRIBUTE_NAMES = """
id class role aria-label tabindex transform viewBox preserveAspectRatio fill fill-opacity stroke stroke-width
stroke-dasharray stroke-opacity points d cx cy r rx ry x y width height text-anchor font-family font-size
font-weight font-style text-decoration
"""
_ATTRIBUTES = frozenset(_ATTRIBUTE_NAMES.split())
_LINK, _TITLE, _WRAPPER = _SVG + "a", _SVG + "title", _SVG + "wrapper"
_FOCUSABLE = frozenset({"claim", "evidence", "source", "group"})


def tidy(picture: bytes) -> bytes:
    """Rework one SVG document; pure, and the same again on its own result.

    The width and height in points go and `viewBox` stays, so the picture fills the space it is given. Tooltips become
    `<title>` elements; claims, evidence and sources can be reached by keyboard and have an `aria-label`. Only known
    elements and attributes stay: no script, no style, no link.

    Raises:
        GraphvizFailedError: It is no XML.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(picture, parser)
    except etree.XMLSyntaxError as error:
        reason = f"its picture cannot be read as XML: {error.msg}"
        raise GraphvizFailedError(reason) from error
    # A letter of "url(" may also be written by its number; Graphviz itself writes "-" and blanks so.
    plain = picture.replace(b"&#45;", b"-").replace(b"&#160;", b" ")
    _strip(root, refers=b"url(" in plain or b"&#" in plain)
    etree.strip_attributes(root, "font-family")
    _label_groups(root)
    _label_root(root)
    root.set("font-family", "Helvetica, Arial, 'Liberation Sans', sans-serif")
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=False)


def _strip(root: etree._Element, *, refers: bool) -> None:
    """Remove what is not known; `refers` says whether any value may refer to something, and must be looked at."""
    for element in list(root.iter()):
        tag, attributes = element.tag, element.attrib
        if tag not in _ELEMENTS:
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            continue
        if refers or not _ATTRIBUTES.issuperset(attributes):
            keep = _TOOLTIP if tag == _LINK else ""
            for name, value in attributes.items():
                if name != keep and (name not in _ATTRIBUTES or "url(" in value):
                    del attributes[name]


def _label_groups(root: etree._Element) -> None:
    """Give each node, edge and cluster its tooltip as title and, where it can be chosen, as accessible name."""
    for link in list(root.iter(_LINK)):
        wrapper = link.getparent()
        group = wrapper.getparent() if wrapper is not None else None
        if wrapper is None or group is None:
            continue
        wrapper.tag = _WRAPPER
        told = link.get(_TOOLTIP, "").replace(BACKSLASH, "\\").replace(BREAK, "\n")
        title = group.find(_TITLE)
        if title is None:
            title = etree.SubElement(group, _TITLE)
        title.text = told
        if not _FOCUSABLE.isdisjoint(group.get("class", "").split()):
            group.set("tabindex", "0")
            group.set("role", "img")
            group.set("aria-label", told.partition("\n")[0])
    # What links and their wrappers hold stands where they stood.
    etree.strip_tags(root, _LINK, _WRAPPER)


def _label_root(root: etree._Element) -> None:
    for name in ("width", "height"):
        root.attrib.pop(name, "")
    drawing = root.find(_SVG + "g")
    title = drawing.find(_SVG + "title") if drawing is not None else None
    if drawing is None or title is None:
        return
    name, _, description = (title.text or "").partition("\n")
    drawing.remove(title)
    for tag, text in (("desc", description), ("title", name)):
        element = etree.Element(_SVG + tag)
        element.text = text
        root.insert(0, element)
    root.set("role", "graphics-document img")
    root.set("aria-label", name)
