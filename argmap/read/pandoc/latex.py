r"""LaTeX: notes that Pandoc leaves out or does not tell apart, tagged in the source.

`\footnotemark`, `\footnotetext` and `\endnote` are nothing to Pandoc; numbers given by hand, `\thanks` signs,
`\thefootnote` and a counter set anew (by the author, or by a chapter of a book) are lost.
"""

import re
from dataclasses import replace

from argmap.read._note_numbers import printed
from argmap.read.pandoc.tags import Tag, Tagged, Tagger, rewritten
from argmap.read.prose import Series

_TOKEN = re.compile(
    r"(?P<escaped>\\[\\%])"
    r"|(?P<comment>%[^\n]*)"
    r"|\\begin\{(?P<verbatim>verbatim\*?|lstlisting|comment|Verbatim|minted)\}"
    r"|\\(?P<mark>foot|end)notemark(?![A-Za-z])(?:[ \t]{0,9}\[(?P<mark_n>[^\[\]{}\\]{1,20})\])?(?:\{\})?"
    r"|\\(?P<text>foot|end)notetext(?![A-Za-z])(?:[ \t]{0,9}\[(?P<text_n>[^\[\]{}\\]{1,20})\])?\s{0,9}\{"
    r"|\\(?P<note>foot|end|side)note(?:\[(?P<note_n>[^\[\]{}\\]{1,20})\])?\s{0,9}\{"
    r"|\\(?P<thanks>thanks)\s{0,9}\{"
    r"|\\setcounter\{(?P<counter>footnote|endnote)\}\{(?P<value>[0-9]{1,6})\}"
    r"|\\(?P<chapter>chapter)(?=[*\[{])"
    r"|\\[Aa]uto(?P<autocite>cites?)(?![A-Za-z])"
    r"|\\renewcommand\*?\s{0,9}\{?\\the(?P<styled>footnote|endnote)\}?\s{0,9}\{[^{}\n]{0,40}?\\(?P<style>fnsymbol|roman|Roman|alph|Alph|arabic)\{"
    r"|\\begin\{(?P<bibliography>thebibliography)\}(?:\{[^{}\n]{0,60}\})?"
    r"|\\bibitem(?:\[[^\[\]]{0,200}\])?\{(?P<bibitem>[^{}\s]{1,200})\}"
)
_STYLES = {
    "fnsymbol": "fnsymbol", "roman": "lowerRoman", "Roman": "upperRoman",
    "alph": "lowerLetter", "Alph": "upperLetter", "arabic": "decimal",
}  # fmt: skip
_CHAPTERS = re.compile(r"\\documentclass(?:\[[^\]]{0,500}\])?\{(?:book|report|memoir|scrbook|scrreprt)\}")
_CITED_IN_NOTES = re.compile(
    r"\\usepackage(?:\[(?P<options>[^\]]{0,1000})\])?\{(?P<package>biblatex|biblatex-chicago|jurabib|biblatex-juradiss)\}"
)
_NOTE_STYLE = re.compile(
    r"autocite\s{0,9}=\s{0,9}foot|style\s{0,9}=\s{0,9}(?:ext-)?(?:verbose|footnote|jura|historian|oscola|mla-footnote|sbl)"
)
_AUTHOR_DATE = re.compile(r"authordate|autocite\s{0,9}=\s{0,9}(?:inline|plain)")
_SERIES: dict[str, Series] = {"foot": "footnote", "end": "endnote", "side": "footnote"}
_SKIPPED = re.compile(r"\[INFO\] Skipped '(?P<words>.{1,1000})' at .{0,300}? ?line (?P<line>[0-9]{1,9}) ")
_COMMAND = re.compile(r"\\[A-Za-z@]{1,60}\*?|\\.")
_UNSEEN = re.compile(
    r"\\(?:begin|end|maketitle|tableofcontents|usepackage|noindent|indent|par|newline|label|protect|appendix|hyphenation"
    r"|newpage|clearpage|pagebreak|linebreak|[vh]space|[vh]fill|(?:big|med|small)skip|(?:this)?pagestyle|bibliographystyle"
    r"|setlength|setcounter|addtocounter|renewcommand|setstretch|makeat(?:letter|other)|selectfont|centering|raggedright"
    r"|small|footnotesize|[Ll]arge|normalsize|(?:single|double|onehalf)spacing|(?:front|main|back)matter|footnotesep"
    r"|theendnotes|printendnotes)\*?\Z"
)
"""Commands that show no words: layout, and where notes are printed."""


def tag_latex(text: str) -> Tagged:
    """LaTeX with every note tagged."""
    latex = _Latex(text)
    return Tagged(latex.tagged().encode(), "latex", latex.tagger)


def latex_losses(text: str, log: list[str]) -> list[tuple[str, str]]:
    """The commands that Pandoc skipped in the body of the text, each once, as it stood first."""
    begin = text.find("\\begin{document}")
    first = text.count("\n", 0, begin) + 1 if begin >= 0 else 0
    seen: dict[str, str] = {}
    for line in log:
        match = _SKIPPED.match(line)
        if match and int(match["line"]) > first:
            command = _COMMAND.match(match["words"])
            name = command.group() if command else match["words"][:20]
            if not _UNSEEN.match(name):
                seen.setdefault(name, match["words"].strip())
    return [("LaTeX command", f"left out: {words[:200]}") for words in seen.values()]


def _end_of(environment: str | None) -> str | None:
    return f"\\end{{{environment}}}" if environment else None


def _cites_in_notes(head: str) -> bool:
    r"""Whether `\autocite` makes a note: by its own option, or by a style of citing that has notes."""
    match = _CITED_IN_NOTES.search(head)
    options = (match["options"] or "") if match else ""
    chicago = bool(match and match["package"] == "biblatex-chicago")
    return not _AUTHOR_DATE.search(options) and (chicago or bool(_NOTE_STYLE.search(options)))


class _Latex:
    def __init__(self, text: str) -> None:
        self._text = text
        self._books = bool(_CHAPTERS.search(text[:100_000]))
        self._cites_in_notes = _cites_in_notes(text[:100_000])
        self._styles = dict.fromkeys(("footnote", "endnote"), "decimal")
        self._last_mark: dict[Series, str] = {}
        self._counts: dict[Series, int] = {"footnote": 0, "endnote": 0}
        self._begun = 0
        self._counted: set[str] = set()
        """Marks without a number: they take the next one, also where their words say it."""

        self.tagger = Tagger(text)

    def tagged(self) -> str:
        return rewritten(self._text, _TOKEN, self._token, lambda match: _end_of(match["verbatim"]))

    def _token(self, match: re.Match[str]) -> str:
        if match["mark"]:
            return self._mark(_SERIES[match["mark"]], match["mark_n"])
        if match["text"]:
            return self._words(_SERIES[match["text"]], match["text_n"])
        if match["note"]:
            series = _SERIES[match["note"]]
            self._counts[series] += match["note_n"] is None
            return f"\\footnote{{{self._tag(Tag('note', None, self._sign(series, match['note_n']), series))}"
        if match["thanks"]:
            return f"\\thanks{{{self.tagger.tag(Tag('note', style='fnsymbol', group='thanks'))}"
        return self._other(match)

    def _other(self, match: re.Match[str]) -> str:
        """Counters, their style, and bibliographies; everything else stays as it is."""
        if match["style"]:
            self._styles[match["styled"]] = _STYLES[match["style"]]
        if match["counter"]:
            series: Series = "endnote" if match["counter"] == "endnote" else "footnote"
            self._counts[series], self._begun = int(match["value"]), self._begun + 1
            return self._tag(Tag("count", series=series, value=int(match["value"])))
        if match["chapter"] and self._books:
            self._counts, self._begun = {"footnote": 0, "endnote": 0}, self._begun + 1
            return f"{self._tag(Tag('count'))}\n\n{match.group()}"
        if match["autocite"] and self._cites_in_notes:
            return f"\\foot{match['autocite']}"
        if match["bibliography"]:
            return "\\section*{References}\n\\begin{thebibliography}"
        return f"\n\n{{[}}@{match['bibitem']}{{]}} " if match["bibitem"] else match.group()

    def _tag(self, tag: Tag) -> str:
        return self.tagger.tag(replace(tag, style=self._styles[tag.series]))

    def _sign(self, series: Series, given: str | None) -> str | None:
        if given is None or not given.strip().isdecimal():
            return given
        return printed(int(given), self._styles[series])

    def _key(self, number: str) -> str:
        """A mark's name: its number, and how often numbers have begun anew."""
        return f"[{number.strip()}] {self._begun}"

    def _mark(self, series: Series, given: str | None) -> str:
        self._counts[series] += given is None
        key = self._key(given or str(self._counts[series]))
        if not given:
            self._last_mark[series] = key
            self._counted.add(key)
        return self._tag(Tag("call", key, self._sign(series, given), series))

    def _words(self, series: Series, given: str | None) -> str:
        key = self._key(given) if given else self._last_mark.get(series, "mark")
        sign = None if key in self._counted else self._sign(series, given)
        return f"\\footnote{{{self._tag(Tag('words', key, sign, series))}"
