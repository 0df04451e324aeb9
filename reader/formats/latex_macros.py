"""A LaTeX source made plain: comments gone, what stands as it is set aside, its own commands written out.

Units: code points. Nothing is executed: of a document's definitions only those are used that put a text, with its
arguments, where a name stands, and only so often and so long; conditions are not computed. Line ends are kept, so that
lines keep their numbers: :data:`~reader.formats.latex_arguments.JOIN` stands where a comment joins two.
"""

import re
from collections.abc import Collection

from reader.formats.latex_arguments import JOIN, ArgumentReader
from reader.named_tuples import NamedTuple
from reader.values import dataclass, field

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
        self._read = ArgumentReader(source.translate(_SIGNS))
        self._is_endless = False
        self._out: list[str] = []
        self._uses = _LEAST_USES + len(source) // _LENGTH_OF_USE
        self._room = LEAST_ROOM + ROOM * len(source)
        self._line, self._counted = 1, 0

    def plain(self) -> PlainSource:
        """All of it."""
        read = self._read
        while True:
            found = _TOKEN.search(read.text, read.at)
            if found is None:
                self._out.append(read.text[read.at :])
                if not read.leave():
                    break
                continue
            self._out.append(read.text[read.at : found.start()])
            read.at = found.end()
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
        elif word in _ADDRESSES and (address := _ADDRESS.match(self._read.text, self._read.at)):
            self._read.at = address.end()
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
            name, text = self._read.name(), self._read.group()
            self._keep(name, _Macro(f"\\operatorname{{{text or ''}}}"))
        elif word == "DeclarePairedDelimiter":
            name, left, right = self._read.name(), self._read.group() or "", self._read.group() or ""
            self._keep(name, _Macro(f"{left}#1{right}", 1))
        elif word in ("iffalse", "else"):
            self._skip_condition(is_else=word == "else")
        elif (macro := self._macros.get(word)) is not None:
            self._expand(macro, whole)
        elif word.endswith("*") and (macro := self._macros.get(word[:-1])) is not None:
            self._read.at -= 1
            self._expand(macro, whole[:-1])
        else:
            self._out.append(whole)

    # Definitions

    def _keep(self, name: str, macro: _Macro) -> None:
        if name and name not in self._known:
            self._macros[name] = macro

    def _define(self) -> None:
        r"""``\newcommand{\\name}[count][default]{text}``, or with LaTeX3's list of arguments."""
        name = self._read.name()
        count, default = self._read.option(), None
        if count is None and self._read.is_next("{"):
            text = self._read.group() or ""
            if self._read.is_next("{") and re.fullmatch(r"[\s+!>{}mosOtrRdDve]*(?:\{[^{}]*\}[\s+!mosO]*)*", text):
                self._define_by_list(name, text)
                return
            self._keep(name, _Macro(text))
            return
        if count is not None:
            default = self._read.option()
        self._keep(name, _Macro(self._read.group() or "", _number(count), default))

    def _define_by_list(self, name: str, arguments: str) -> None:
        text = self._read.group() or ""
        kinds = re.findall(r"O\{([^{}]*)\}|([mosv])", arguments)
        simple = all(kind == "m" for _, kind in kinds[1:])
        first = kinds[0] if kinds else ("", "")
        default = None if first[1] == "m" or not kinds else first[0]
        if simple and first[1] != "s":
            self._keep(name, _Macro(text, len(kinds), default))

    def _define_plainly(self) -> None:
        r"""``\def\\name#1#2{text}``; arguments that signs part are not known."""
        name = self._read.name()
        found = _PARAMETERS.match(self._read.text, self._read.at)
        if found is None:
            return
        self._read.at = found.end()
        text = self._read.group()
        if text is not None:
            self._keep(name, _Macro(text, len(found[0]) // 2))

    def _let(self) -> None:
        name = self._read.name()
        if self._read.text.startswith("=", self._read.at):
            self._read.at += 1
        if meant := self._read.word():
            macro = self._macros.get(meant[1:])
            self._keep(name, macro or _Macro(meant if meant != f"\\{name}" else ""))

    def _define_environment(self) -> None:
        name = self._read.group() or ""
        count, default = self._read.option(), None
        if count is not None:
            default = self._read.option()
        begin, end = self._read.group() or "", self._read.group() or ""
        if name and name not in self._known:
            self._environments[name] = _Macro(begin, _number(count), default, end)

    # What is read

    def _environment(self, word: str, whole: str) -> None:
        at = self._read.at
        name = self._read.group() or ""
        if word == "begin" and (name in VERBATIM or name in UNREAD):
            self._verbatim(name)
        elif (macro := self._environments.get(name)) is None:
            self._out.append(whole)
            self._read.at = at
        elif word == "begin":
            self._expand(macro, f"{whole}{{{name}}}")
        else:
            self._expand(_Macro(macro.end), f"{whole}{{{name}}}")

    def _verbatim(self, name: str) -> None:
        """Set aside text that stands as it is, up to the end of its environment, or of the document."""
        options = self._read.option() or ""
        if name == "minted":
            options = self._read.group() or ""
        end = self._read.text.find(f"\\end{{{name}}}", self._read.at)
        end = len(self._read.text) if end < 0 else end
        self._set_aside(name, options, self._read.text[self._read.at : end])
        self._read.at = min(len(self._read.text), end + len(f"\\end{{{name}}}"))

    def _verb(self, word: str, whole: str) -> None:
        if word == "mintinline":
            self._read.option()
            self._read.group()
        found = _VERBED.match(self._read.text, self._read.at)
        if found:
            self._read.at = found.end()
            self._set_aside("verb", "", found["text"])
            return
        self._read.option()
        text = self._read.group()
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
        if self._uses <= 0 or self._room <= 0 or self._read.depth >= _DEEPEST:
            self._plain.is_cut = True
            self._out.append(whole)
            return
        arguments: list[str] = []
        if macro.takes and macro.default is not None:
            given = self._read.option()
            arguments.append(macro.default if given is None else given)
        while len(arguments) < macro.takes:
            arguments.append(self._read.argument())
        if not macro.takes and whole[-1:].isalpha():
            self._line_ends(self._read.blank())
        size = len(macro.text) + sum(map(len, arguments)) * macro.text.count("#")
        self._uses, self._room = self._uses - 1, self._room - size
        if self._room < 0:
            self._plain.is_cut = True
            return
        text = _PARAMETER.sub(lambda found: _put(found[1], arguments), macro.text)
        text = text + " " if text[-1:].isalpha() and re.search(r"\\[A-Za-z@]+\Z", text[-100:]) else text
        self._read.read_in(text)

    def _skip_condition(self, *, is_else: bool) -> None:
        """Pass over what is for another case, up to its end; once one has none, no other is looked for."""
        depth = 1
        if self._is_endless:
            return
        for found in _CONDITION.finditer(self._read.text, self._read.at):
            if found[1] == "fi":
                depth -= 1
            elif found[1].startswith("if"):
                depth += 1
            if not depth or (found[1] == "else" and depth == 1 and not is_else):
                self._line_ends(self._read.text[self._read.at : found.end()])
                self._read.at = found.end()
                return
        self._is_endless = True


def _put(which: str, arguments: list[str]) -> str:
    if which == "#":
        return "#"
    return arguments[int(which) - 1] if int(which) <= len(arguments) else ""


def _number(text: str | None) -> int:
    return int(text) if text and text.strip() in list("123456789") else 0
