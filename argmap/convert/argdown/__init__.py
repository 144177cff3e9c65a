"""The Argdown language (https://argdown.org/syntax/): text -> tokens -> tree -> map, and back.

- `lexer` cuts the text, `parser` makes a tree of the pieces and goes on after every fault, `content` reads words.
- `resolve` and what follows it make the model that the official tool exports; `build` makes our `ArgumentMap`.
- `write` writes a map, `layout` formats a text that a person wrote, `edit` writes a changed map into such a text.
"""
