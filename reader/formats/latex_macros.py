"""A LaTeX source made plain: comments gone, what stands as it is set aside, its own commands written out.

Units: code points. Nothing is executed: of a document's definitions only those are used that put a text, with its
arguments, where a name stands, and only so often and so long; conditions are not computed. Line ends are kept, so that
lines keep their numbers: :data:`JOIN` stands where a comment joins two.
"""

import re
from collections.abc import Collection

from reader.named_tuples import NamedTuple
from reader.values import dataclass, field

JOIN = "\x01"
"""A line end that is no space."""

_ASIDE, _ASIDE_END = "\x02", "\x03"
ASIDE = re.compile(f"{_ASIDE}([0-9]+){_ASIDE_END}")
"""Where something stands that was set aside, by its number."""

LEAST_ROOM = 200_000
ROOM = 3
"""Code points that a document's own commands become at most: so many, and so many for each of the source."""

_LEAST_USES = 5_000
_LENGTH_OF_USE = 8
"""Uses of them at most: so many, and one for so many code points."""

_DEEPEST = 100
"""Commands in the texts of commands that are written out."""

LONGEST_OPTION = 2_000
"""Code points of an optional argument."""

VERBATIM = frozenset(
    (
        "verbatim",
        "verbatim*",
        "Verbatim",
        "Verbatim*",
        "BVerbatim",
        "LVerbatim",
        "lstlisting",
        "minted",
        "alltt",
        "code",
        "luacode",
    )
)
UNREAD = frozenset(
    """
    comment filecontents filecontents* tikzpicture tikzcd pgfpicture pspicture asy asydef gnuplot sagesilent picture
    forest circuitikz pycode
    """.split()  # noqa: SIM905
)
"""Environments that hold text as it stands, and those that hold drawings and what is not for readers."""

_TOKEN = re.compile(
    r"%[^\n]*(?P<joined>\n[ \t]*)?"
    r"|\\(?P<word>[A-Za-z@]+\*?)|\\(?P<sign>[^A-Za-z@])"
)
_BRACKETS = re.compile(r"\\[\s\S]|[{}\[\]]|%[^\n]*")
_BLANK = re.compile(r"(?:[ \t\x01]|%[^\n]*\n)*(?:\n(?:[ \t\x01]|%[^\n]*\n)*(?!\s*\n))?")
_WORD = re.compile(r"\\(?:[A-Za-z@]+\*?|.)", re.DOTALL)
_PARAMETER = re.compile("#(#|[1-9])")
_PARAMETERS = re.compile(r"(?:#[1-9])*(?=\{)")
_CONDITION = re.compile(r"\\(if[A-Za-z@]*|else|fi|or)(?![A-Za-z@])")
_VERBED = re.compile(r"\*?(?P<option>\[[^\]\n]{0,500}\])?(?P<edge>[^A-Za-z\s*\[{])(?P<text>[^\n]{0,1000}?)(?P=edge)")

_ADDRESS = re.compile(r"\s*(?:\[[^\]\n]{0,500}\]\s*)?\{((?:[^{}]|\{[^{}]{0,500}\}){0,5000})\}")
_DEFINING = frozenset(
    """
    newcommand renewcommand providecommand DeclareRobustCommand newcommandx NewDocumentCommand RenewDocumentCommand
    ProvideDocumentCommand DeclareDocumentCommand
    """.split()  # noqa: SIM905 - as a table of names
)
_ENVIRONMENTS = frozenset("newenvironment renewenvironment NewDocumentEnvironment".split())  # noqa: SIM905
_OPERATORS = frozenset({"DeclareMathOperator", "DeclareMathOperator*"})
_ADDRESSES = frozenset({"url", "href", "path", "nolinkurl", "url*"})


_SIGNS = dict.fromkeys(map(ord, JOIN + _ASIDE + _ASIDE_END))


def pairs_of(text: str) -> dict[int, int]:
    """Where every brace and every bracket that is opened is closed; a brace closes the brackets in it."""
    pairs: dict[int, int] = {}
    opened: list[tuple[str, int]] = []
    braces = 0
    for found in _BRACKETS.finditer(text):
        sign = found[0]
        if sign in ("{", "["):
            opened.append((sign, found.start()))
            braces += sign == "{"
        elif sign == "]" and opened and opened[-1][0] == "[":
            pairs[opened.pop()[1]] = found.start()
        elif sign == "}" and braces:
            while opened[-1][0] == "[":
                opened.pop()
            pairs[opened.pop()[1]] = found.start()
            braces -= 1
    return pairs


class Aside(NamedTuple):
    """Something set aside: the environment or command it stood in, its options, its text, and its line."""

    name: str
    options: str
    text: str
    line: int


class _Macro(NamedTuple):
    """The meaning of a name: a text with parameters; how many, and what the first is if it is not given."""

    text: str
    takes: int = 0
    default: str | None = None
    end: str = ""


@dataclass(slots=True)
class PlainSource:
    """A source made plain.

    Attributes:
        text: The text.
        asides: What stands in it as :data:`ASIDE`.
        is_cut: Whether its own commands are written out only in part.
    """

    text: str = ""
    asides: list[Aside] = field(default_factory=list)
    is_cut: bool = False


def plain_of(source: str, known: Collection[str]) -> PlainSource:
    """A source made plain.

    Args:
        source: The source.
        known: Commands that keep their meaning, whatever the document defines.
    """
    return _Expansion(source, known).plain()


class _Expansion:
    """A pass over the source; the texts of commands are read as if they stood there."""

    def __init__(self, source: str, known: Collection[str]) -> None:
        self._known = known
        self._plain = PlainSource()
        self._macros: dict[str, _Macro] = {}
        self._environments: dict[str, _Macro] = {}
        self._outer: list[tuple[str, int, dict[int, int]]] = []
        self._text, self._at = source.translate(_SIGNS), 0
        self._pairs = pairs_of(self._text)
        self._is_endless = False
        self._out: list[str] = []
        self._uses = _LEAST_USES + len(source) // _LENGTH_OF_USE
        self._room = LEAST_ROOM + ROOM * len(source)
        self._line, self._counted = 1, 0

    def plain(self) -> PlainSource:
        """All of it."""
        while True:
            found = _TOKEN.search(self._text, self._at)
            if found is None:
                self._out.append(self._text[self._at :])
                if not self._outer:
                    break
                self._text, self._at, self._pairs = self._outer.pop()
                continue
            self._out.append(self._text[self._at : found.start()])
            self._at = found.end()
            if found["word"]:
                self._command(found["word"], found[0])
            elif found["sign"]:
                self._out.append(found[0])
            else:
                self._out.append(JOIN if found["joined"] is not None else "")
        self._plain.text = "".join(self._out)
        return self._plain

    def _command(self, word: str, whole: str) -> None:
        if word in ("begin", "end"):
            self._environment(word, whole)
        elif word in ("verb", "verb*", "lstinline", "mintinline"):
            self._verb(word, whole)
        elif word in _ADDRESSES and (address := _ADDRESS.match(self._text, self._at)):
            self._at = address.end()
            self._set_aside(word, "", re.sub(r"\\([%#&_~{}])", r"\1", address[1]))
        elif word in _DEFINING or word.removesuffix("*") in _DEFINING:
            self._define()
        elif word in ("def", "gdef", "edef", "xdef"):
            self._define_plainly()
        elif word == "let":
            self._let()
        elif word in _ENVIRONMENTS or word.removesuffix("*") in _ENVIRONMENTS:
            self._define_environment()
        elif word in _OPERATORS:
            name, text = self._name(), self._group()
            self._keep(name, _Macro(f"\\operatorname{{{text or ''}}}"))
        elif word == "DeclarePairedDelimiter":
            name, left, right = self._name(), self._group() or "", self._group() or ""
            self._keep(name, _Macro(f"{left}#1{right}", 1))
        elif word in ("iffalse", "else"):
            self._skip_condition(is_else=word == "else")
        elif (macro := self._macros.get(word)) is not None:
            self._expand(macro, whole)
        elif word.endswith("*") and (macro := self._macros.get(word[:-1])) is not None:
            self._at -= 1
            self._expand(macro, whole[:-1])
        else:
            self._out.append(whole)

    # Definitions

    def _keep(self, name: str, macro: _Macro) -> None:
        if name and name not in self._known:
            self._macros[name] = macro

    def _define(self) -> None:
        r"""``\newcommand{\\name}[count][default]{text}``, or with LaTeX3's list of arguments."""
        name = self._name()
        count, default = self._option(), None
        if count is None and self._is_next("{"):
            text = self._group() or ""
            if self._is_next("{") and re.fullmatch(r"[\s+!>{}mosOtrRdDve]*(?:\{[^{}]*\}[\s+!mosO]*)*", text):
                self._define_by_list(name, text)
                return
            self._keep(name, _Macro(text))
            return
        if count is not None:
            default = self._option()
        self._keep(name, _Macro(self._group() or "", _number(count), default))

    def _define_by_list(self, name: str, arguments: str) -> None:
        text = self._group() or ""
        kinds = re.findall(r"O\{([^{}]*)\}|([mosv])", arguments)
        simple = all(kind == "m" for _, kind in kinds[1:])
        first = kinds[0] if kinds else ("", "")
        default = None if first[1] == "m" or not kinds else first[0]
        if simple and first[1] != "s":
            self._keep(name, _Macro(text, len(kinds), default))

    def _define_plainly(self) -> None:
        r"""``\def\\name#1#2{text}``; arguments that signs part are not known."""
        name = self._name()
        found = _PARAMETERS.match(self._text, self._at)
        if found is None:
            return
        self._at = found.end()
        text = self._group()
        if text is not None:
            self._keep(name, _Macro(text, len(found[0]) // 2))

    def _let(self) -> None:
        name = self._name()
        if self._text.startswith("=", self._at):
            self._at += 1
        meant = _WORD.match(self._text, self._at)
        if meant:
            self._at = meant.end()
            macro = self._macros.get(meant[0][1:])
            self._keep(name, macro or _Macro(meant[0] if meant[0] != f"\\{name}" else ""))

    def _define_environment(self) -> None:
        name = self._group() or ""
        count, default = self._option(), None
        if count is not None:
            default = self._option()
        begin, end = self._group() or "", self._group() or ""
        if name and name not in self._known:
            self._environments[name] = _Macro(begin, _number(count), default, end)

    # What is read

    def _environment(self, word: str, whole: str) -> None:
        at = self._at
        name = self._group() or ""
        if word == "begin" and (name in VERBATIM or name in UNREAD):
            self._verbatim(name)
        elif (macro := self._environments.get(name)) is None:
            self._out.append(whole)
            self._at = at
        elif word == "begin":
            self._expand(macro, f"{whole}{{{name}}}")
        else:
            self._expand(_Macro(macro.end), f"{whole}{{{name}}}")

    def _verbatim(self, name: str) -> None:
        """Set aside text that stands as it is, up to the end of its environment, or of the document."""
        options = self._option() or ""
        if name == "minted":
            options = self._group() or ""
        end = self._text.find(f"\\end{{{name}}}", self._at)
        end = len(self._text) if end < 0 else end
        self._set_aside(name, options, self._text[self._at : end])
        self._at = min(len(self._text), end + len(f"\\end{{{name}}}"))

    def _verb(self, word: str, whole: str) -> None:
        if word == "mintinline":
            self._option()
            self._group()
        found = _VERBED.match(self._text, self._at)
        if found:
            self._at = found.end()
            self._set_aside("verb", "", found["text"])
            return
        self._option()
        text = self._group()
        if text is None:
            self._out.append(whole)
        else:
            self._set_aside("verb", "", text)

    def _set_aside(self, name: str, options: str, text: str) -> None:
        self._out.append(f"{_ASIDE}{len(self._plain.asides)}{_ASIDE_END}")
        written = self._out
        while self._counted < len(written):
            self._line += written[self._counted].count("\n") + written[self._counted].count(JOIN)
            self._counted += 1
        self._plain.asides.append(Aside(name, options, text, self._line))
        self._line_ends(text)

    def _line_ends(self, text: str) -> None:
        self._out.append(JOIN * text.count("\n"))

    def _expand(self, macro: _Macro, whole: str) -> None:
        """Read on in what a command stands for, its arguments in their places."""
        if self._uses <= 0 or self._room <= 0 or len(self._outer) >= _DEEPEST:
            self._plain.is_cut = True
            self._out.append(whole)
            return
        arguments: list[str] = []
        if macro.takes and macro.default is not None:
            given = self._option()
            arguments.append(macro.default if given is None else given)
        while len(arguments) < macro.takes:
            arguments.append(self._argument())
        if not macro.takes and whole[-1:].isalpha() and (blank := _BLANK.match(self._text, self._at)):
            self._at = blank.end()
            self._line_ends(blank[0])
        size = len(macro.text) + sum(map(len, arguments)) * macro.text.count("#")
        self._uses, self._room = self._uses - 1, self._room - size
        if self._room < 0:
            self._plain.is_cut = True
            return
        text = _PARAMETER.sub(lambda found: _put(found[1], arguments), macro.text)
        text = text + " " if text[-1:].isalpha() and re.search(r"\\[A-Za-z@]+\Z", text[-100:]) else text
        self._outer.append((self._text, self._at, self._pairs))
        self._text, self._at, self._pairs = text, 0, pairs_of(text)

    def _skip_condition(self, *, is_else: bool) -> None:
        """Pass over what is for another case, up to its end; once one has none, no other is looked for."""
        depth = 1
        if self._is_endless:
            return
        for found in _CONDITION.finditer(self._text, self._at):
            if found[1] == "fi":
                depth -= 1
            elif found[1].startswith("if"):
                depth += 1
            if not depth or (found[1] == "else" and depth == 1 and not is_else):
                self._line_ends(self._text[self._at : found.end()])
                self._at = found.end()
                return
        self._is_endless = True

    # Arguments

    def _is_next(self, sign: str) -> bool:
        blank = _BLANK.match(self._text, self._at)
        return self._text.startswith(sign, blank.end() if blank else self._at)

    def _enter(self) -> None:
        """Pass over white space; out of a command's text that has ended."""
        while True:
            blank = _BLANK.match(self._text, self._at)
            self._at = blank.end() if blank else self._at
            if self._at < len(self._text) or not self._outer:
                return
            self._text, self._at, self._pairs = self._outer.pop()

    def _argument(self) -> str:
        """A group, a command, or a character."""
        self._enter()
        found = self._group()
        if found is not None:
            return found
        word = _WORD.match(self._text, self._at)
        text = word[0] if word else self._text[self._at : self._at + 1]
        self._at += len(text)
        return text

    def _group(self) -> str | None:
        """The text in the braces that come next; None where none do."""
        blank = _BLANK.match(self._text, self._at)
        start = blank.end() if blank else self._at
        end = self._pairs.get(start)
        if end is None or self._text[start] != "{":
            return None
        self._at = end + 1
        return self._text[start + 1 : end]

    def _option(self) -> str | None:
        """The text in the brackets that come next; None where none do."""
        blank = _BLANK.match(self._text, self._at)
        start = blank.end() if blank else self._at
        end = self._pairs.get(start)
        if end is None or self._text[start] != "[" or end - start > LONGEST_OPTION:
            return None
        self._at = end + 1
        return self._text[start + 1 : end]

    def _name(self) -> str:
        """The name that is defined, with braces around it or without."""
        found = self._group()
        if found is None:
            self._enter()
            word = _WORD.match(self._text, self._at)
            found = word[0] if word else ""
            self._at += len(found)
        return found.strip().removeprefix("\\")


def _put(which: str, arguments: list[str]) -> str:
    if which == "#":
        return "#"
    return arguments[int(which) - 1] if int(which) <= len(arguments) else ""


def _number(text: str | None) -> int:
    return int(text) if text and text.strip() in list("123456789") else 0
