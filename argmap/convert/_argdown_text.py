"""The words of one Argdown element: inline marks reduced to words, tags taken out."""

_FOLLOWS_A_CLOSE = frozenset(" \t\n)}]_.,!?;:-*'\"”’»/…—–")


class Words:
    """Collects the words of one element as they are read.

    Attributes:
        closed: Whether no words may come any more: a title without a colon is a reference.
    """

    __slots__ = ("_marks", "_pieces", "_tags", "closed")

    def __init__(self) -> None:
        self.closed = False
        self._pieces: list[str] = []
        self._tags: dict[int, str] = {}
        self._marks: list[tuple[str, int]] = []

    def add(self, words: str) -> None:
        """Words as they stand."""
        self._pieces.append(words)

    def tag(self, name: str) -> None:
        """A tag; inside a sentence it also stays there as a word."""
        self._tags[len(self._pieces)] = name
        self._pieces.append(f"#{name}")

    def emphasis(self, run: str, before: str, after: str) -> None:
        """A run of `*` or `_`: it closes what was opened last, or opens, or is just itself."""
        left = len(run)
        if not before.isspace() and (not after or after in _FOLLOWS_A_CLOSE):
            while self._marks and self._marks[-1][0][0] == run[0] and len(self._marks[-1][0]) <= left:
                opened, place = self._marks.pop()
                self._pieces[place] = ""
                left -= len(opened)
        if not left:
            return
        inside_a_word = run[0] == "_" and before.isalnum() and after.isalnum()
        if after and not after.isspace() and not inside_a_word:
            self._marks.append((run[:left], len(self._pieces)))
        self._pieces.append(run[:left])

    @property
    def tags(self) -> tuple[str, ...]:
        """Every tag once, in order."""
        return tuple(dict.fromkeys(self._tags.values()))

    def text(self, *, without_tags: bool = False) -> str:
        """The words, white space made single; the tags at the end are left out, or all of them."""
        pieces = list(self._pieces)
        if without_tags:
            pieces = [piece for index, piece in enumerate(pieces) if index not in self._tags]
        else:
            while pieces and (not pieces[-1].strip() or len(pieces) - 1 in self._tags):
                pieces.pop()
        return " ".join("".join(pieces).split())
