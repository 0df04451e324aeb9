"""The meaning of HTML's and XHTML's elements and attributes for what they hold.

Attributes are given as a plain mapping of local names in lower case, see :func:`attributes_of`.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.formats.numbering import TICKED, UNTICKED
from reader.formats.trees import name_of
from reader.model import Alignment, BlockKind, Direction, Mark
from reader.text.addresses import cleaned
from reader.text.direction import document_level
from reader.text.patterns import lazy_pattern

if TYPE_CHECKING:
    from lxml.etree import _Element

UNREAD = frozenset((
    "script", "style", "template", "iframe", "embed", "svg", "math", "param", "source", "track",
    "select", "input", "button", "textarea", "head", "title", "meta", "link", "datalist", "progress", "meter", "map",
    "rp", "frameset", "applet", "nolayer",
))  # fmt: skip
"""Elements that hold nothing to read, or something that is not read in place."""

BLOCKS = frozenset((
    "address", "article", "aside", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "header", "hgroup", "html", "legend", "li", "main", "menu", "nav", "ol",
    "optgroup", "p", "search", "section", "summary", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption",
    "blockquote", "pre", "listing", "xmp", "plaintext", "h1", "h2", "h3", "h4", "h5", "h6", "table",
))  # fmt: skip
MARKS = {
    "em": Mark.EMPHASIS,
    "i": Mark.EMPHASIS,
    "cite": Mark.EMPHASIS,
    "dfn": Mark.EMPHASIS,
    "var": Mark.EMPHASIS,
    "strong": Mark.STRONG,
    "b": Mark.STRONG,
    "mark": Mark.STRONG,
    "s": Mark.STRUCK,
    "strike": Mark.STRUCK,
    "del": Mark.STRUCK,
    "code": Mark.CODE,
    "kbd": Mark.CODE,
    "samp": Mark.CODE,
    "tt": Mark.CODE,
}
PREFORMATTED = frozenset(("pre", "listing", "xmp", "plaintext"))
VERSE = frozenset(("verse", "poem", "poetry", "stanza", "z3998:verse", "z3998:poem"))
NOTES = frozenset(("footnote", "endnote", "rearnote", "note", "doc-footnote", "doc-endnote"))
NOTE_LISTS = frozenset(("footnotes", "endnotes", "rearnotes", "doc-endnotes", "references", "reflist"))
REFERENCES = frozenset(("noteref", "doc-noteref", "footnote-ref", "footnote-reference"))
_BACKLINKS = frozenset((
    "backlink", "doc-backlink", "footnote-back", "footnote-backlink", "footnote-backref", "headerlink",
    "mw-cite-backlink", "mw-editsection", "mw-jump-link", "reversefootnote",
))  # fmt: skip
_LIST_STYLES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
_HIDDEN = lazy_pattern(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STYLE_DIRECTION = lazy_pattern(r"\bdirection\s*:\s*(rtl|ltr)", re.IGNORECASE)
_STYLE_ALIGNMENT = lazy_pattern(r"\btext-align\s*:\s*(?:-(?:webkit|moz|khtml)-)?([a-z]+)", re.IGNORECASE)
_ALIGNMENTS = {**{str(one): one for one in Alignment}, "justify": Alignment.START, "middle": Alignment.CENTER}
SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
SUBSCRIPT = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_NUMBER = lazy_pattern(r"\[?([-+]?[0-9]{1,4})\]?")
_LONGEST_NUMBER = 20
_DANGEROUS = lazy_pattern(r"(?:javascript|data|vbscript|file)\s*:", re.IGNORECASE)
_FSI, _LRI, _RLI, _PDI, _PDF = "\u2068", "\u2066", "\u2067", "\u2069", "\u202c"
_LRO, _RLO = "\u202d", "\u202e"

_UNDERSTOOD = frozenset(
    ("http://www.w3.org/1998/Math/MathML", "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml")
)
"""Vocabularies that are read."""

LEVELS = {f"h{level}": level for level in range(1, 7)}

Attributes = Mapping[str, str]

MOST_ATTRIBUTES = 200
_NO_ROLES: frozenset[str] = frozenset()
_PREFIX = lazy_pattern(".*[}:]")


def attributes_of(element: "_Element") -> Attributes:
    """An element's attributes by their local names in lower case: ``lang`` for ``xml:lang`` too.

    None of an element with more than :data:`MOST_ATTRIBUTES`, for finding their values takes the square of the time.
    """
    attributes = element.attrib
    if not attributes or len(attributes) > MOST_ATTRIBUTES:
        return {}
    said: dict[str, str] = {}
    for key, value in attributes.items():
        name = str(key)
        if not name.islower() or ":" in name or "}" in name:
            name = _PREFIX.sub("", name).lower()
        said.setdefault(name, str(value))
    return said


def inherited_direction(element: "_Element") -> Direction | None:
    """The direction that the elements around an element state; None where the nearest that says something says auto."""
    for outer in element.iterancestors():
        said = attributes_of(outer)
        direction = direction_of(said)
        if direction or said.get("dir", "").lower() == "auto":
            return direction
    return None


def direction_of(said: Attributes) -> Direction | None:
    """The direction an element states, by its attribute or its style."""
    direction = said.get("dir", "").lower()
    if direction not in ("ltr", "rtl"):
        style = _STYLE_DIRECTION.search(said.get("style", ""))
        direction = style[1].lower() if style else ""
    return Direction(direction) if direction in ("ltr", "rtl") else None


def alignment_of(said: Attributes) -> Alignment | None:
    """The side an element states for its text, by its style or its attribute."""
    style = _STYLE_ALIGNMENT.search(said["style"]) if "style" in said else None
    return _ALIGNMENTS.get((style[1] if style else said.get("align", "")).strip().lower())


def roles_of(said: Attributes) -> frozenset[str]:
    """The words that say what an element is for: its class, its ARIA role and its EPUB type."""
    if not said:
        return _NO_ROLES
    words = " ".join(said[key] for key in ("class", "role", "type") if key in said)
    return frozenset(words.lower().split())


def is_unread(name: str, said: Attributes, roles: frozenset[str]) -> bool:
    """Whether nothing inside an element is to be read."""
    if name in UNREAD or "hidden" in said or _BACKLINKS & roles:
        return True
    if said.get("aria-hidden") == "true" and name not in BLOCKS:
        return True
    return "style" in said and bool(_HIDDEN.search(said["style"]))


def preformatted_kind(element: "_Element") -> BlockKind:
    """Preformatted text is code, unless it is written from right to left: then its lines are verse."""
    if any(name_of(child) == "code" for child in element[:1]):
        return BlockKind.CODE
    return BlockKind.VERSE if document_level("".join(map(str, element.itertext()))) else BlockKind.CODE


def list_style_of(said: Attributes) -> str:
    """How an ordered list is numbered."""
    return _LIST_STYLES.get(said.get("type", ""), "decimal")


def number_in(said: Attributes, name: str, default: int) -> int:
    """An attribute that is a number."""
    text = said.get(name)
    if text is None:
        return default
    text = text.strip()
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else default


def scripted(element: "_Element", name: str) -> str:
    """Raised and lowered numbers in signs that keep their meaning (10² is not 102); "" where they are no number."""
    text = ""
    for piece in element.itertext():
        text += str(piece)
        if len(text) > _LONGEST_NUMBER:
            return ""
    found = _NUMBER.fullmatch(text.strip())
    return found[1].translate(SUPERSCRIPT if name == "sup" else SUBSCRIPT) if found else ""


def raised(text: str, script: str) -> str:
    """The text of a run that is raised ("super…") or lowered ("sub…"): numbers in signs that keep their meaning."""
    if not script.startswith(("super", "sub")) or not _NUMBER.fullmatch(text.strip()):
        return text
    return text.translate(SUPERSCRIPT if script.startswith("super") else SUBSCRIPT)


def is_followed(href: str) -> bool:
    """Whether the target of a link is an address at all: no script, no data."""
    return bool(href) and not _DANGEROUS.match(cleaned(href))


def syntax_of(said: Attributes) -> str:
    """The programming language that an element's class names (HTML 4.6.15 recommends ``language-NAME``), or ""."""
    names = (name for name in said.get("class", "").split() if name.startswith("language-"))
    return next(names, "").removeprefix("language-")


def isolate_of(name: str, direction: Direction | None) -> tuple[str, str]:
    """The characters around inline text of a direction, None for its own: an isolate, an override in it for ``bdo``."""
    begin = _FSI if direction is None else _RLI if direction.is_rtl else _LRI
    if name == "bdo" and direction:
        return begin + (_RLO if direction.is_rtl else _LRO), _PDF + _PDI
    return begin, _PDI


def is_read_case(element: "_Element", name: str, said: Attributes) -> bool:
    """Whether an alternative of an EPUB's switch is the one that is read: the first that is understood (EPUB 2.0.1)."""
    switch = element.getparent()
    if switch is None or name_of(switch) != "switch":
        return True
    if name == "case":
        return said.get("required-namespace", "") in _UNDERSTOOD
    return not any(attributes_of(case).get("required-namespace", "") in _UNDERSTOOD for case in switch.iter("{*}case"))


def box_of(item: "_Element", said: Attributes) -> str:
    """The label of a task: a box, ticked or not; "" for any other item."""
    if "data-marker" in said:
        return said["data-marker"]
    first = next((child for child in item.iter("input") if not (item.text or "").strip()), None)
    box = attributes_of(first) if first is not None else {}
    if box.get("type") != "checkbox":
        return ""
    return TICKED if "checked" in box else UNTICKED
