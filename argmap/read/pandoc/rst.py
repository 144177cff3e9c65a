"""reStructuredText: which notes are one, and what docutils would print on them; tagged in the definitions."""

import re

from argmap.read.pandoc.tags import Tag, Tagged, Tagger

_CALL = re.compile(r"\[([^\[\]\s]{1,101})\]_")
_DEFINITION = re.compile(r"^(\.\.[ \t]{1,9}\[([0-9]{1,9}|\*|#[\w.+:-]{0,100})\](?:[ \t]+|$))", re.MULTILINE)


def tag_rst(text: str) -> Tagged:
    """The text with every note's definition tagged; notes that nobody calls are lost to Pandoc."""
    tagger = Tagger(text)
    called = set(_CALL.findall(text))
    signs = 0
    lost: list[tuple[str, str]] = []

    def tagged(match: re.Match[str]) -> str:
        nonlocal signs
        label = match[2]
        if label == "*":
            signs += 1
            tag = Tag("note", f"* {signs}", style="docutils", group="*")
        elif label.startswith("#"):
            tag = Tag("note", f"# {match.start()}", label=label[1:] or None)
        else:
            tag = Tag("note", label, label)
        if len(label) > (label[0] == "#") and label != "*" and label not in called:
            lost.append(
                ("note that is never called", text[match.end() : match.end() + 200].partition("\n\n")[0].strip())
            )
        return f"{match[1].rstrip()} {tagger.tag(tag)}"

    data = _DEFINITION.sub(tagged, text).encode()
    return Tagged(data, "rst", tagger, tuple(lost))
