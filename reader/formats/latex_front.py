"""The words of a LaTeX document before its text: class, languages, title, authors, what theorems are called."""

import re

from reader.formats.latex_arguments import pairs_of
from reader.formats.latex_words import INPUT_ENCODINGS, LANGUAGES, RIGHT_TO_LEFT
from reader.named_tuples import NamedTuple
from reader.values import dataclass, field

Place = tuple[int, int]
"""Where something stands in the source."""

NOWHERE: Place = (0, 0)

_SAID = re.compile(
    r"\\(?P<name>title|subtitle|author|date|newtheorem\*?|declaretheorem|usepackage|RequirePackage|documentclass"
    r"|documentstyle|setmainlanguage|setdefaultlanguage|babelprovide|selectlanguage)\s*"
    r"(?:\[(?P<option>[^\[\]]{0,2000})\]\s*)?(?=\{)"
)
_BODY = re.compile(r"\\begin\s*\{document\}")
_END = re.compile(r"\\end\s*\{document\}")
_AND = re.compile(r"\\(?:and|And|AND)\b")
_ENCODING = re.compile(rb"^[^%\n]*\\usepackage\s*\[([\w,= -]{1,60})\]\s*\{(?:inputenc|inputenx)\}", re.MULTILINE)
_COUNTER = re.compile(r"\s*\[([^\[\]]{0,50})\]")
_BEGINNING = 1 << 16


class Theorem(NamedTuple):
    """A kind of theorem: where its name stands, what counts it, and whether it is numbered."""

    title: Place
    counter: str
    is_numbered: bool


@dataclass(slots=True)
class Front:
    """The findings.

    Attributes:
        body: Where the text stands.
        language: Its language as a BCP 47 tag; "" where nothing says.
        is_rtl: Whether it runs from right to left.
        is_beamer: Whether it is a presentation.
    """

    body: Place
    title: Place = NOWHERE
    subtitle: Place = NOWHERE
    authors: list[Place] = field(default_factory=list)
    date: Place = NOWHERE
    language: str = ""
    is_rtl: bool = False
    is_beamer: bool = False
    theorems: dict[str, Theorem] = field(default_factory=dict)


def declared_encoding(data: bytes) -> str:
    """The encoding that a source declares by the package inputenc; "" where it declares none."""
    found = _ENCODING.search(data[:_BEGINNING])
    return INPUT_ENCODINGS.get(found[1].decode("ascii").strip(), "") if found else ""


def front_of(text: str) -> Front:
    """The things that a source that was made plain says of itself."""
    begun, ended = _BODY.search(text), _END.search(text)
    start = begun.end() if begun else 0
    front = Front((start, ended.start() if ended and ended.start() >= start else len(text)))
    pairs = pairs_of(text)
    for found in _SAID.finditer(text):
        opened = found.end()
        if opened not in pairs:
            continue
        place = (opened + 1, pairs[opened])
        name, option = found["name"].removesuffix("*"), found["option"] or ""
        if name in ("title", "subtitle", "date"):
            setattr(front, name, place if place[0] < place[1] else NOWHERE)
        elif name == "author":
            front.authors += _parted(text, place)
        elif name in ("newtheorem", "declaretheorem"):
            _theorem(front, text, pairs, place, is_numbered=found["name"] == name)
        else:
            _language(front, name, option, text[place[0] : place[1]], is_before=not begun or opened < start)
    return front


def _parted(text: str, place: Place) -> list[Place]:
    """The authors, each by itself."""
    parts, at = [], place[0]
    for found in _AND.finditer(text, *place):
        parts.append((at, found.start()))
        at = found.end()
    return [part for part in (*parts, (at, place[1])) if text[part[0] : part[1]].strip()]


def _theorem(front: Front, text: str, pairs: dict[int, int], place: Place, *, is_numbered: bool) -> None:
    name = text[place[0] : place[1]]
    shared = _COUNTER.match(text, place[1] + 1)
    at = shared.end() if shared else place[1] + 1
    while text[at : at + 1].isspace():
        at += 1
    title = (at + 1, pairs[at]) if at in pairs and text[at] == "{" else place
    front.theorems[name] = Theorem(title, shared[1] if shared else name, is_numbered)


def _language(front: Front, name: str, option: str, said: str, *, is_before: bool) -> None:
    """Take the language that a package, a class or a command says; babel's main language is the last one."""
    packages = [word.strip() for word in said.split(",")]
    options = [word.strip() for word in option.split(",")]
    if name == "documentclass":
        front.is_beamer = said.strip() == "beamer"
    if not is_before:
        return
    if "xepersian" in packages or "xepersian-hm" in packages:
        _speak(front, "persian")
    elif name in ("setmainlanguage", "setdefaultlanguage") or (name == "babelprovide" and "main" in options):
        _speak(front, said.strip())
    elif name == "documentclass" or "babel" in packages:
        main = [word.removeprefix("main=").strip() for word in options if word.startswith("main=")]
        known = [word for word in options if word in LANGUAGES]
        for word in main or known[-1:]:
            _speak(front, word)


def _speak(front: Front, name: str) -> None:
    front.language = LANGUAGES.get(name, "")
    front.is_rtl = front.language in RIGHT_TO_LEFT
