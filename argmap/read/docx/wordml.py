"""Small steps in WordprocessingML, in the transitional and in the strict name space alike."""

from lxml import etree

_SPACES = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
_OFF = frozenset({"0", "false", "off"})


def name_of(element: etree._Element) -> str:
    """The local name of an element of WordprocessingML; of any other with its prefix's space before it."""
    space, _, local = str(element.tag)[1:].rpartition("}")
    return local if space in _SPACES else f"{space}:{local}"


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that name in WordprocessingML."""
    if element is None:
        return None
    return next((item for item in element if name_of(item) == name), None)


def attribute(element: etree._Element | None, name: str) -> str | None:
    """An attribute in any of the name spaces, or in none."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as `<w:vanish/>` is there and not turned off."""
    return element is not None and (attribute(element, "val") or "1") not in _OFF
