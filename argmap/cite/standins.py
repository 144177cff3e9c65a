"""What stands in a note for a title in italics while the note is read, as regular expressions."""

import re

FIRST_WORD = "Opera"  # begins no name, and no sentence
NAME = r"Zq[a-z]+z"
STAND_IN = rf"{FIRST_WORD} (?:inter|Courier) {NAME}"
"""Of a book ("inter" is no town, either), and of a newspaper with its day."""
IN_ITALICS = re.compile(STAND_IN)
