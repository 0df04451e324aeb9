"""Manual pages (man(7) and mdoc(7)): read as text, never run: no request defines, includes, counts or calls anything.

What a request that is not known takes is kept as text, so that nothing is lost; conditions and definitions, which are
for the program that sets the page, are left out.
"""

import re
from collections.abc import Iterator
from html import escape

from reader.formats.beginning import growing
from reader.formats.builder import Builder
from reader.formats.pages import write_page
from reader.formats.raw import Raw
from reader.formats.roff_signs import ESCAPE, SIGNS, STRINGS, sign_of
from reader.formats.roff_tables import rows_of, sides_of
from reader.model import Document
from reader.values import replace

_ARGUMENT = re.compile(r'"((?:[^"]|"")*)"?|(\S+)')
_TERMINAL = re.compile(r"\s*n\s+(?:\\\{\\?\s*)?")
"""The condition that holds on terminals (groff(7), "Control structures"), and what opens the lines it is for."""

_SECTIONS = {"SH": 2, "SS": 3, "Sh": 2, "Ss": 3}
_ALTERNATING = {"BR": ("b", ""), "RB": ("", "b"), "BI": ("b", "i"), "IB": ("i", "b"), "IR": ("i", ""), "RI": ("", "i")}
_PARAGRAPHS = frozenset({"PP", "P", "LP", "Pp", "sp", "HP", "Lp"})
_VERBATIM = frozenset({"nf", "EX", "Bd", "DS", "Vb"})
_VERBATIM_ENDS = frozenset({"fi", "EE", "Ed", "DE", "Ve"})
_UNREAD = frozenset(
    """
    ad al am ami as bp cc ce cflags cs cu c2 DT ds ec el eo ev fam fl fp ft hc hla hlm hpf hw hy hym hys in it ig lc
    length lg ll ls lt mc mk mso na ne nh nm nr ns nx open os PD pc pl pm pn po ps pso rd rj rm rn rnn rr rs rt so ss sv
    sy ta tc ti tl tm tr uf vs wh while RS RE HX TQ Dd Os Bk Ek lf AT UC Rs Re Ns Sm Bf Ef YS TE EQ EN
    IX als
    """.split()  # noqa: SIM905 - as a table of names
)
_MARKED = {"B": "b", "SB": "b", "I": "i", "SM": "", "Sy": "b", "Em": "i", "Nm": "b", "Cm": "b", "Ic": "b", "Ar": "i"}
_MARKED |= {"Fl": "b", "Va": "i", "Vt": "i", "Fa": "i", "Fn": "b", "Pa": "i", "Li": "code", "Dv": "code", "Ev": "code"}
_MARKED |= {
    "Ql": "code",
    "Er": "code",
    "Fd": "code",
    "In": "code",
    "Ft": "i",
    "Tn": "",
    "Sx": "",
    "Xo": "",
    "Xc": "",
    "No": "",
    "Ux": "",
    "An": "",
}
_BRACKETS = {"Op": ("[", "]"), "Oo": ("[", ""), "Oc": ("]", ""), "Dq": ("“", "”"), "Sq": ("‘", "’"), "Pq": ("(", ")")}
_BRACKETS |= {"Qq": ('"', '"'), "Aq": ("⟨", "⟩"), "Bq": ("[", "]"), "Brq": ("{", "}"), "Do": ("“", ""), "Dc": ("”", "")}
_CLOSING = frozenset(".,:;)]?!|")
_SECTION = re.compile(rb"^\.S[HhSs]\b", re.MULTILINE)


def document_of(raw: Raw) -> Document:
    """The document of a manual page.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    decoded = raw.decoded()
    reading = _Reading(decoded.text.split("\n"))
    builder = Builder()
    write_page(builder, "".join(reading.page()))
    meta = replace(raw.meta("roff", decoded), title=reading.title, date=reading.date)
    return builder.document(meta, direction=raw.options.direction)


def snapshots_of(raw: Raw) -> Iterator[Document]:
    """The same document, a long one's beginning first.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    return growing(raw, document_of, before=_SECTION)


class _Reading:
    """A pass over the lines; the text of a paragraph is gathered as HTML until something ends it."""

    def __init__(self, lines: list[str]) -> None:
        self.title = self.date = ""
        self._lines = iter(lines)
        self._gathered: list[str] = []
        self._name = ""
        self._is_term = False
        self._verbatim: list[str] | None = None
        self._font = self._last_font = ""
        self._no_space = True

    def page(self) -> Iterator[str]:
        """The elements of the page."""
        for line in self._lines:
            yield from self._line(line.rstrip("\r"))
        yield from self._ended()

    def _line(self, line: str) -> Iterator[str]:
        if line[:1] not in (".", "'"):
            if self._verbatim is not None:
                self._verbatim.append(self._text(line))
            elif not line.strip():
                yield from self._ended()
            else:
                self._gather(self._text(line) + ("<br>" if line.startswith(" ") else ""))
            return
        word, _, rest = line[1:].lstrip().partition(" ")
        if not word or word.startswith("\\"):  # a comment, the end of a condition
            return
        if word in ("if", "ie", "el"):
            yield from self._condition(word, rest)
            return
        rest = re.sub(r'(?<!\\)\\["#].*', "", rest)
        arguments = [
            (found[1].replace('""', '"') if found[1] is not None else found[2]) for found in _ARGUMENT.finditer(rest)
        ]
        yield from self._request(word, arguments)

    def _condition(self, word: str, rest: str) -> Iterator[str]:
        """The branch of a condition that is set on terminals; other conditions' branches are passed over."""
        set_on_terminals = _TERMINAL.match(rest) if word != "el" else None
        if set_on_terminals and (word == "if" or "\\{" not in rest):
            inner = rest[set_on_terminals.end() :]
            if not inner.startswith((".if", ".ie", ".el")):
                yield from self._line(inner)
            return
        depth = rest.count("\\{") - rest.count("\\}")
        while depth > 0 and (line := next(self._lines, None)) is not None:
            depth += line.count("\\{") - line.count("\\}")

    def _request(self, word: str, arguments: list[str]) -> Iterator[str]:
        if word in ("TH", "Dt"):
            yield from self._head(word, arguments)
        elif word in _SECTIONS:
            yield from self._ended()
            heading = self._text(" ".join(arguments)) or self._text(next(self._lines, ""))
            yield f"<h{_SECTIONS[word]}>{heading}</h{_SECTIONS[word]}>"
        elif word in _PARAGRAPHS or word == "br":
            if self._verbatim is not None:
                self._verbatim.append("")
            elif word == "br":
                self._gather("<br>")
            else:
                yield from self._ended()
        elif word in ("TP", "IP", "TQ"):
            yield from self._item(word, arguments)
        elif word == "TS":
            yield from self._ended()
            yield self._table()
        elif word in _VERBATIM:
            yield from self._ended()
            self._verbatim = []
        elif word in _VERBATIM_ENDS:
            yield from self._ended()
        elif word in ("de", "de1", "ig", "am"):
            end = f".{arguments[1] if len(arguments) > 1 else '.'}"
            next((line for line in self._lines if "".join(line.split()) == end), None)
        elif word in ("UR", "MT"):
            target = self._plain(arguments[0]) if arguments else ""
            target = f"mailto:{target}" if word == "MT" else target
            self._gather(f'<a href="{escape(target)}">{escape(target)}</a>')
        elif word in ("UE", "ME"):
            self._gather(self._text(" ".join(arguments)), apart=False)
        else:
            yield from self._mdoc(word, arguments)

    def _table(self) -> str:
        """A table, its first row that of heads where a rule is drawn below it."""
        lines: list[str] = []
        for line in self._lines:
            if line.rstrip() == ".TE":
                break
            lines.append(line.rstrip("\r"))
        rows = list(rows_of(lines))
        rules = [at for at, row in enumerate(rows) if row is None]
        heads = rules[0] if rules and rules[0] else rules[1] if len(rules) > 1 and rules[1] == 2 else 0
        page = ["<table>", *(f"<col align={side}>" if side else "<col>" for side in sides_of(lines))]
        for number, row in enumerate(rows):
            if row is not None:
                name = "th" if number < heads <= 2 else "td"
                cells = (self._cell(cell) for cell in row)
                page.append("<tr>" + "".join(f"<{name}>{cell}</{name}>" for cell in cells) + "</tr>")
        return "".join((*page, "</table>"))

    def _cell(self, cell: str) -> str:
        within = _Reading(cell.split("\n"))
        page = "".join(within.page())
        return page.removeprefix("<p>").removesuffix("</p>") if page.count("<p>") == 1 else page

    def _head(self, word: str, arguments: list[str]) -> Iterator[str]:
        """The page's name and number (man(7), "TH"; mdoc(7), "Dt")."""
        said = [self._plain(argument) for argument in arguments]
        self.title = f"{said[0]}({said[1]})" if len(said) > 1 else "".join(said[:1])
        if word == "TH" and len(said) > 2:
            self.date = said[2]
        if self.title:
            yield f"<h1>{escape(self.title)}</h1>"

    def _item(self, word: str, arguments: list[str]) -> Iterator[str]:
        """A term, which is the next line's or the first argument, and what is said of it."""
        yield from self._ended()
        if word == "IP":
            term = self._text(arguments[0]) if arguments else ""
            if term in ("•", "*", "-", "o", "·"):
                self._gather("• ")
                self._no_space = True
            elif term:
                yield f"<p><b>{term}</b></p>"
            return
        self._is_term = True

    def _mdoc(self, word: str, arguments: list[str]) -> Iterator[str]:
        if word == "Bl":
            yield from self._ended()
        elif word == "It":
            yield from self._ended()
            if arguments:
                yield f"<p>{self._said(arguments)}</p>"
        elif word in ("El", "Bk", "Ek") or word in _UNREAD:
            yield from self._ended() if word == "El" else ()
        elif word == "Nd":
            self._gather(f"— {self._text(' '.join(arguments))}")
        elif word in _ALTERNATING:
            looks = _ALTERNATING[word]
            pieces = [self._text(argument, looks[at % 2]) for at, argument in enumerate(arguments)]
            self._gather("".join(pieces))
        elif word in ("B", "I", "SM", "SB"):
            text = " ".join(arguments) or next(self._lines, "")
            self._gather(self._text(text, _MARKED[word]))
        elif word in ("Dl", "D1"):
            yield from self._ended()
            yield f"<pre>{self._said(arguments)}</pre>"
        elif word == "OP":
            self._gather(f"[{' '.join(self._text(argument, 'b') for argument in arguments)}]")
        elif word == "SY":
            yield from self._ended()
            self._gather(self._text(" ".join(arguments), "b"))
        elif word == "Nm" and not any(argument.isalnum() for argument in "".join(arguments)):
            self._gather(self._text(self._name, "b") + "".join(map(escape, arguments)))
        else:
            if word == "Nm" and not self._name:
                self._name = arguments[0]
            self._gather(self._said([word, *arguments]))

    def _said(self, arguments: list[str]) -> str:
        """A line of mdoc: macros that call each other by name, and the words they take."""
        pieces: list[str] = []
        look = closing = ""
        joined = True
        for argument in arguments:
            if argument in _BRACKETS:
                opening, end = _BRACKETS[argument]
                pieces.append(("" if joined or opening in "]”" else " ") + opening)
                closing, joined, look = end + closing, True, ""
            elif argument == "Xr":
                look = "Xr"
            elif argument in ("Ns", "Ap"):
                joined = True
                pieces.append("'" if argument == "Ap" else "")
            elif argument in _MARKED:
                look = _MARKED[argument]
                if argument == "Fl":
                    pieces.append(("" if joined else " ") + "<b>-</b>")
                    joined = True
            else:
                is_sign = argument in _CLOSING
                pieces.append("" if joined or is_sign else " ")
                if look == "Xr" and argument.isalnum() and argument[0].isdigit():
                    pieces[-1] = f"({escape(argument)})"
                    look = ""
                else:
                    pieces.append(self._text(argument, "" if is_sign or look == "Xr" else look))
                joined = False
        return "".join((*pieces, closing))

    def _gather(self, html: str, *, apart: bool = True) -> None:
        if not html:
            return
        if self._verbatim is not None:
            self._verbatim.append(html)
            return
        if self._is_term:
            self._gathered.append(f"<p><b>{html}</b></p>")
            self._is_term, self._no_space = False, True
            return
        space = "" if self._no_space or not apart else " "
        self._gathered.append(space + html)
        self._no_space = html.endswith("<br>")

    def _ended(self) -> Iterator[str]:
        """The paragraph or the lines that stand as they are, which end here."""
        self._is_term, self._font, self._no_space = False, "", True
        if self._verbatim is not None:
            text, self._verbatim = "\n".join(self._verbatim).strip("\n"), None
            if text.strip():
                yield f"<pre>{text}</pre>"
            return
        html, self._gathered = "".join(self._gathered), []
        terms, _, said = html.rpartition("</b></p>")
        if terms:
            yield f"{terms}</b></p>"
        if said.strip():
            yield f"<p>{said.strip()}</p>"

    def _plain(self, text: str) -> str:
        """A text without looks."""
        return re.sub(r"<[^<>]*>", "", self._text(text)).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")

    def _text(self, text: str, look: str = "") -> str:
        """A text as HTML: its escapes read, in a look where it says no other."""
        pieces: list[str] = []
        at = 0
        font = self._font or look
        for found in ESCAPE.finditer(text):
            pieces.append(_in(font, text[at : found.start()]))
            at = found.end()
            said = found["font"] if found["font"] is not None else found["font2"] or found["font1"]
            if said is not None:
                self._font, self._last_font = self._font_of(said), self._font
                font = self._font or look
            elif string := found["string"] or found["strings"] or found["string1"]:
                pieces.append(_in(font, STRINGS.get(string, "")))
            elif name := found["long"] or found["two"]:
                pieces.append(_in(font, sign_of(name)))
            elif one := found["one"]:
                pieces.append(_in(font, SIGNS.get(one, one)))
        pieces.append(_in(font, text[at:]))
        if look:
            self._font = ""
        return "".join(pieces)

    def _font_of(self, name: str) -> str:
        if name in ("P", ""):
            return self._last_font
        return {
            "B": "b",
            "I": "i",
            "2": "i",
            "3": "b",
            "BI": "b",
            "CB": "b",
            "CW": "code",
            "CR": "code",
            "C": "code",
        }.get(name, "")


def _in(look: str, text: str) -> str:
    return f"<{look}>{escape(text, quote=False)}</{look}>" if look and text.strip() else escape(text, quote=False)
