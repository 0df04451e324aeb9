"""Formulas in one line, as one would type them: ``x = (-b ± √(b² - 4ac))/(2a)``.

Sources: MathML Core 3 and MathML 3 (presentation markup); ECMA-376-1, 22.1 (Office Math). Both are trees of the same
few things, which differ in their names. What has no rule is the text of its parts, in order.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from reader.formats.markup_elements import SUBSCRIPT, SUPERSCRIPT, attributes_of
from reader.formats.trees import name_of
from reader.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 40
"""Levels of a formula that are told apart; what is deeper is its text."""

_UNREAD = frozenset(("annotation", "annotation-xml", "mphantom", "mspace", "ctrlpr", "rpr", "phant"))
_SIGNS = frozenset("0123456789+-")
_SPACED = frozenset("=<>≤≥≠≈≡±→⇒⇔∈∉⊂⊆∪∩×")
_ACCENTS = {"¯": "\u0304", "ˆ": "\u0302", "^": "\u0302", "~": "\u0303", "→": "\u20d7", "˙": "\u0307", "¨": "\u0308"}


def formula_of(element: "_Element") -> str:
    """The formula in an element of MathML or Office Math."""
    said = attributes_of(element)
    text = _shown(element, DEEPEST)
    return " ".join((text or said.get("alttext", "")).split())


@dataclass(frozen=True, slots=True)
class _Node:
    """An element of a formula, and how deep it may still go."""

    element: "_Element"
    room: int

    @property
    def parts(self) -> "list[_Element]":
        """The elements in it that are shown."""
        return [child for child in self.element if _is_read(name_of(child))]

    def at(self, index: int) -> str:
        """The argument at a place, as in MathML."""
        parts = self.parts
        return _shown(parts[index], self.room - 1) if index < len(parts) else ""

    def named(self, name: str) -> str:
        """The argument by the name of its part, as in Office Math."""
        return next((_inside(part, self.room - 1) for part in self.parts if name_of(part) == name), "")

    def each(self, *names: str) -> "list[_Element]":
        """The parts of some names."""
        return [part for part in self.parts if name_of(part) in names]

    def sign(self, properties: str, usual: str, name: str = "chr") -> str:
        """The sign that the properties of an element of Office Math name."""
        found = next(self.element.iter(f"{{*}}{properties}"), None)
        sign = next(found.iter(f"{{*}}{name}"), None) if found is not None else None
        return usual if sign is None else attributes_of(sign).get("val", "")[:4]


def _is_read(name: str) -> bool:
    return bool(name) and name not in _UNREAD and not name.endswith("pr")


def _shown(element: "_Element", room: int) -> str:
    """An element and what is in it."""
    name = name_of(element)
    if not _is_read(name):
        return ""
    if room <= 0:
        return "".join(map(str, element.itertext()))
    rule = _RULES.get(name)
    return rule(_Node(element, room)) if rule else _inside(element, room - 1)


def _inside(element: "_Element", room: int) -> str:
    """The content of an element that only holds others."""
    return "".join(_shown(child, room) for child in element)


def _operator(node: _Node) -> str:
    sign = _text(node)
    return f" {sign} " if sign in _SPACED else sign


def _text(node: _Node) -> str:
    return (node.element.text or "").strip()


def _fenced(node: _Node) -> str:
    said = attributes_of(node.element)
    inner = ", ".join(_shown(part, node.room - 1) for part in node.parts)
    return said.get("open", "(") + inner + said.get("close", ")")


def _delimited(node: _Node) -> str:
    inner = ", ".join(_inside(part, node.room - 1) for part in node.each("e"))
    return node.sign("dPr", "(", "begChr") + inner + node.sign("dPr", ")", "endChr")


def _matrix(node: _Node) -> str:
    rows = node.each("mtr", "mlabeledtr", "mr")
    return "[" + "; ".join(_row(_Node(row, node.room - 1)) for row in rows) + "]"


def _row(node: _Node) -> str:
    return ", ".join(_inside(cell, node.room - 1) for cell in node.parts)


def _sum(node: _Node) -> str:
    limits = lowered(node.named("sub")) + raised(node.named("sup"))
    return f"{node.sign('naryPr', '∫')}{limits} {node.named('e')}"


def _is_simple(text: str) -> bool:
    return len(text) == 1 or text.isdigit() or (text[:1] == "√" and text.count("(") == 1 and text[-1:] == ")")


def grouped(text: str) -> str:
    """A part of a fraction or of what is raised, in brackets where it is more than one thing."""
    text = text.strip()
    return text if _is_simple(text) else f"({text})"


def base_of(text: str) -> str:
    """The base that something is raised or lowered beside, in brackets where it is more than one thing."""
    text = text.strip()
    return text if _is_simple(text) or text[-1:] in ")]}|" else f"({text})"


def raised(text: str) -> str:
    """A raised part: numbers in signs of their own."""
    text = text.strip()
    return text.translate(SUPERSCRIPT) if text and _SIGNS.issuperset(text) else f"^{grouped(text)}" if text else ""


def lowered(text: str) -> str:
    """A lowered part: numbers in signs of their own."""
    text = text.strip()
    return text.translate(SUBSCRIPT) if text and _SIGNS.issuperset(text) else f"_{grouped(text)}" if text else ""


def _accented(base: str, over: str) -> str:
    over = over.strip()
    mark = _ACCENTS.get(over)
    return base + mark if mark and len(base) == 1 else base + raised(over)


_RULES: Mapping[str, Callable[[_Node], str]] = {
    "mi": _text,
    "mn": _text,
    "mtext": lambda node: node.element.text or "",
    "ms": lambda node: f'"{_text(node)}"',
    "mo": _operator,
    "t": lambda node: node.element.text or "",
    "mfrac": lambda node: f"{grouped(node.at(0))}/{grouped(node.at(1))}",
    "f": lambda node: f"{grouped(node.named('num'))}/{grouped(node.named('den'))}",
    "msup": lambda node: base_of(node.at(0)) + raised(node.at(1)),
    "ssup": lambda node: base_of(node.named("e")) + raised(node.named("sup")),
    "msub": lambda node: base_of(node.at(0)) + lowered(node.at(1)),
    "ssub": lambda node: base_of(node.named("e")) + lowered(node.named("sub")),
    "msubsup": lambda node: base_of(node.at(0)) + lowered(node.at(1)) + raised(node.at(2)),
    "ssubsup": lambda node: base_of(node.named("e")) + lowered(node.named("sub")) + raised(node.named("sup")),
    "spre": lambda node: lowered(node.named("sub")) + raised(node.named("sup")) + node.named("e"),
    "msqrt": lambda node: f"√({_inside(node.element, node.room - 1)})",
    "mroot": lambda node: f"{raised(node.at(1))}√({node.at(0)})",
    "rad": lambda node: f"{raised(node.named('deg'))}√({node.named('e')})",
    "munder": lambda node: node.at(0) + lowered(node.at(1)),
    "limlow": lambda node: node.named("e") + lowered(node.named("lim")),
    "mover": lambda node: _accented(node.at(0), node.at(1)),
    "limupp": lambda node: _accented(node.named("e"), node.named("lim")),
    "acc": lambda node: _accented(node.named("e"), node.sign("accPr", "ˆ")),
    "munderover": lambda node: f"{node.at(0)}{lowered(node.at(1))}{raised(node.at(2))} ",
    "nary": _sum,
    "d": _delimited,
    "mfenced": _fenced,
    "mtable": _matrix,
    "m": _matrix,
    "eqarr": lambda node: "; ".join(_inside(row, node.room - 1) for row in node.each("e")),
    "func": lambda node: f"{node.named('fname')} {node.named('e')}",
    "semantics": lambda node: node.at(0),
}
"""The linear form of every kind of element; one that is not named here only holds others."""
