"""Formulas of TeX in one line, as one would type them: ``x = (-b ± √(b² - 4ac))/2a``.

Arrays and aligned equations are rows; what is not known is shown by its name. Nothing is executed.
"""

import re
import unicodedata
from html.entities import html5

from reader.formats.formulas import DEEPEST, base_of, grouped, lowered, raised
from reader.formats.tex_signs import ACCENTS, FUNCTIONS, sign_of

LONGEST = 50_000
"""Code points of a formula that is read; a longer one is shown as it stands."""

_TOKEN = re.compile(r"\\(?:(?P<word>[A-Za-z]+)\*?|(?P<sign>.))|(?P<number>\d(?:[.,](?=\d))?)|(?P<one>\S)", re.DOTALL)
_ROW, _CELL = "\n", "\t"

_OVER = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303", "bar": "\u0304", "vec": "\u20d7",
    "overline": "\u0305", "dot": "\u0307", "ddot": "\u0308", "acute": ACCENTS["'"], "grave": ACCENTS["`"],
    "check": ACCENTS["v"], "breve": ACCENTS["u"], "mathring": ACCENTS["r"], "underline": "\u0332",
    "overrightarrow": "\u20d7", "underbar": "\u0332",
}  # fmt: skip
_FRACTIONS = frozenset({"frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac", "xfrac"})
_BINOMIALS = frozenset({"binom", "dbinom", "tbinom"})
_TEXTS = frozenset(
    {"text", "mbox", "textrm", "textnormal", "textit", "textbf", "hbox", "texttt", "textsf", "intertext"}
)
_TEXTS |= frozenset(
    {"shortintertext", "textarabic", "texthebrew", "textpersian", "RL", "LR", "rl", "lr", "mathrm", "ce"}
)
_STYLES = frozenset(
    """
    mathbf mathit mathsf mathtt mathcal mathscr mathfrak boldsymbol bm pmb mathnormal mathop mathbin
    mathrel mathord mathopen mathclose mathpunct ensuremath boxed mathstrut smash substack overbrace underbrace
    displaystyle textstyle scriptstyle scriptscriptstyle mathinner symbf cancel bcancel vphantom* mathds
    """.split()  # noqa: SIM905
)
_UNREAD = frozenset(
    """
    limits nolimits nonumber notag displaystyle textstyle scriptstyle scriptscriptstyle left right middle big Big bigg
    Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm biggm Biggm strut mathstrut hfill hline displaybreak
    allowbreak nobreak relax protect rm bf it cal sf tt boldmath unboldmath allowdisplaybreaks centering hfil par
    qedhere noindent small footnotesize scriptsize normalsize large
    """.split()  # noqa: SIM905
)
_SKIPPED = {"label": 1, "hspace": 1, "vspace": 1, "phantom": 1, "hphantom": 1, "vphantom": 1, "color": 1, "kern": 0}
_SKIPPED |= {"mspace": 1, "textcolor": 1, "rule": 2, "cline": 1, "setlength": 2, "arraycolsep": 0, "raisebox": 1}
_SKIPPED |= {"index": 1, "mkern": 0, "hskip": 0, "cmidrule": 1, "colorbox": 1, "vadjust": 1}
_ARGUED = frozenset({"array", "subarray", "alignat", "alignat*", "alignedat", "tabular", "gatheredat"})
_LISTED = {"matrix": "[]", "pmatrix": "()", "bmatrix": "[]", "Bmatrix": "{}", "vmatrix": "||", "Vmatrix": "‖‖"}
_LISTED |= {"smallmatrix": "[]", "array": "[]", "cases": "{}", "dcases": "{}", "rcases": "{}", "tabular": "[]"}
_SPACED = frozenset("=<>≤≥≠≈≡±∓→⇒⇔←⇐↔↦∈∉∋⊂⊆⊃⊇∪∩×÷∼≃≅∝≪≫∧∨∣⊕⊗⟶⟹⟺≔∖")
_BINARY = frozenset("+-−")
_LARGE = frozenset("∑∏∫∮∬∭∐⋃⋂⨁⨂⋁⋀")


def rows_of(tex: str) -> list[str]:
    """The rows of a formula, one for most; a formula that is too long as it stands."""
    if len(tex) > LONGEST:
        return [" ".join(tex.split())]
    text = _Formula(tex).shown()
    rows = (" ".join(row.split()) for row in text.split(_ROW))
    return [unicodedata.normalize("NFC", row) for row in rows if row]


def formula_in(tex: str) -> str:
    """A formula in one line."""
    return "; ".join(rows_of(tex))


class _Formula:
    """A pass over the tokens of a formula."""

    def __init__(self, tex: str) -> None:
        self._tex = tex
        self._tokens = list(_TOKEN.finditer(tex))
        self._at = 0

    def shown(self) -> str:
        """All of it; a bracket that closes nothing is passed over."""
        pieces: list[str] = []
        while self._at < len(self._tokens):
            pieces.append(self._until(frozenset(), DEEPEST))
            self._at += 1
        return "".join(pieces)

    def _until(self, ends: frozenset[str], room: int) -> str:
        """The text before one of some tokens, or before a brace that closes a group."""
        pieces: list[str] = []
        while (mark := self._next()) and mark not in ends and mark not in ("}", "\\end"):
            self._atom(pieces, room)
        return "".join(pieces)

    def _next(self) -> str:
        if self._at >= len(self._tokens):
            return ""
        found = self._tokens[self._at]
        return f"\\{found['word']}" if found["word"] else found[0]

    def _take(self) -> "re.Match[str]":
        self._at += 1
        return self._tokens[self._at - 1]

    def _argument(self, room: int) -> str:
        """A group, or the one thing that comes next."""
        mark = self._next()
        if not mark or mark in ("}", "\\end", "&"):
            return ""
        if mark == "{":
            return self._group(room)
        pieces: list[str] = []
        self._single(pieces, room)
        return "".join(pieces).strip()

    def _group(self, room: int) -> str:
        self._take()
        if room <= 0:
            return self._raw()
        inner = self._until(frozenset(), room - 1)
        if self._next() == "\\end":
            return inner
        self._at += self._next() == "}"
        return inner

    def _raw(self) -> str:
        """A group whose brace is open, as it stands."""
        start = self._tokens[self._at - 1].end()
        depth = 1
        while self._at < len(self._tokens):
            mark = self._next()
            depth += {"{": 1, "}": -1}.get(mark, 0)
            found = self._take()
            if not depth:
                return self._tex[start : found.start()]
        return self._tex[start:]

    def _plain(self) -> str:
        """The text in the group that comes next, with its spaces, its commands and braces gone."""
        if self._next() != "{":
            return self._argument(1)
        self._take()
        text = re.sub(r"\$|\\(?:[A-Za-z]+\s*|[,;:! ])|[{}]", _told, self._raw())
        return re.sub(r"\\(.)", r"\1", text)

    def _option(self, room: int) -> str:
        if self._next() != "[":
            return ""
        self._take()
        inner = self._until(frozenset("]"), room - 1)
        self._at += self._next() == "]"
        return inner

    def _atom(self, pieces: list[str], room: int) -> None:
        """One thing, with what is raised and lowered beside it."""
        own: list[str] = []
        if self._next() not in ("_", "^", "'"):
            self._single(own, room)
        text = "".join(own)
        low = high = ""
        primes = 0
        while self._next() in ("_", "^", "'", "\\limits", "\\nolimits") and (mark := self._take()[0]):
            if mark == "_":
                low += self._argument(room - 1)
            elif mark == "^":
                high += self._argument(room - 1)
            elif mark == "'":
                primes += 1
        core = text.strip()
        if low or high or primes:
            pieces.append(core if not core or core in FUNCTIONS else base_of(core))
            primes += high.count("′") if not high.strip("′ ") else 0
            high = high if high.strip("′ ") else ""
            pieces.append("′" * primes + lowered(low) + raised(high))
            pieces.append(" " if core in _LARGE or core.split(" ")[0] in FUNCTIONS else "")
        elif core in _BINARY and "".join(pieces).rstrip()[-1:] not in ("", "(", "[", "{", "|", ",", *_SPACED, *_BINARY):
            pieces.append(f" {core} ")
        else:
            pieces.append(text)

    def _single(self, pieces: list[str], room: int) -> None:
        mark = self._next()
        if mark == "{":
            pieces.append(self._group(room))
            return
        found = self._take()
        if found["word"]:
            pieces.append(self._command(found["word"], room) if room > 0 else found[0])
        elif found["sign"]:
            pieces.append(self._sign(found["sign"]))
        elif mark in ("&", "~"):
            pieces.append(_CELL if mark == "&" else " ")
        elif mark == "$":
            pass
        elif mark in ",;":
            pieces.append(f"{mark} ")
        else:
            pieces.append(f" {mark} " if mark in _SPACED else mark)

    def _sign(self, sign: str) -> str:
        if sign == "\\":
            if self._next() == "[":
                self._option(1)
            return _ROW
        if sign in ",;: >\n\t":
            return " "
        return "" if sign in "!/-()[]" else sign_of(sign) or sign

    def _command(self, word: str, room: int) -> str:
        if word in _FRACTIONS:
            above, below = self._argument(room - 1), self._argument(room - 1)
            return f"{grouped(above)}/{grouped(below)}"
        if word in _BINOMIALS:
            return f"({self._argument(room - 1)} choose {self._argument(room - 1)})"
        if word == "sqrt":
            return f"{raised(self._option(room))}√({self._argument(room - 1)})"
        if word in _OVER:
            text = self._argument(room - 1)
            return text + _OVER[word] if len(text) == 1 else _over_all(text, word)
        if word in _TEXTS:
            return self._plain()
        if word in ("mathbb", "Bbb"):
            return "".join(html5.get(f"{letter}opf;", letter) for letter in self._argument(room - 1))
        if word in ("underset", "overset", "stackrel", "xrightarrow", "xleftarrow"):
            return self._set(word, room)
        if word == "not":
            return f" {unicodedata.normalize('NFC', self._argument(room - 1).strip() + chr(0x338))} "
        if word == "begin":
            return self._environment(room)
        if word in ("tag", "pmod", "eqref", "ref"):
            return f" ({'mod ' if word == 'pmod' else ''}{self._plain()})"
        if word in ("left", "right", "middle"):
            if self._next() == ".":
                self._take()
            return ""
        return self._other(word, room)

    def _other(self, word: str, room: int) -> str:
        if word in _SKIPPED:
            self._option(1)
            for _ in range(_SKIPPED[word]):
                self._plain()
            return ""
        if word in _UNREAD:
            return ""
        if word == "operatorname":
            return f"{self._argument(room - 1)} "
        if word in _STYLES:
            return self._argument(room - 1)
        if word in FUNCTIONS:
            return f"{word} " if self._next() not in ("_", "^", "(", "\\left", "{", "[") else word
        if word in ("bmod", "mod"):
            return " mod "
        if word in ("quad", "qquad"):
            return "  "
        sign = sign_of(word)
        if sign:
            return f" {sign} " if sign in _SPACED else sign
        return f"{word} "

    def _set(self, word: str, room: int) -> str:
        """Something with what stands over or under it."""
        if word.startswith("x"):
            below = self._option(room)
            return f" {'→' if word == 'xrightarrow' else '←'}{lowered(below)}{raised(self._argument(room - 1))} "
        beside, text = self._argument(room - 1), self._argument(room - 1)
        return f"{text.strip()}{(lowered if word == 'underset' else raised)(beside)}"

    def _environment(self, room: int) -> str:
        name = self._plain()
        if name in _ARGUED:
            self._option(1)
            self._plain()
        inner = self._until(frozenset(), room - 1)
        if self._next() == "\\end":
            self._take()
            self._plain()
        around = _LISTED.get(name)
        if not around:
            return inner
        rows = (row for row in inner.split(_ROW) if row.strip())
        cells = (", ".join(" ".join(cell.split()) for cell in row.split(_CELL)) for row in rows)
        return around[0] + "; ".join(cells) + around[-1]


def _told(found: "re.Match[str]") -> str:
    word = found[0].strip("\\ \n\t")
    return (sign_of(word) if word.isalpha() else "") or (" " if found[0][1:2] in (",", ";", ":", " ") else "")


def _over_all(text: str, word: str) -> str:
    """Several letters with what stands over or under them, by its name where it is no line."""
    if word in ("overline", "bar"):
        return f"overline({text})"
    return f"{word.removeprefix('wide')}({text})" if text else ""
