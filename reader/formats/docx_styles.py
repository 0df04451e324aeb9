"""Word's styles and lists: what a paragraph's properties, and those of the styles it is based on, say it is.

Sources: ECMA-376 part 1, 17.7 (styles) and 17.9 (numbering). Levels of headings and lists count from 0 in the files and
from 1 here.
"""

import re
from typing import TYPE_CHECKING

from reader.formats.numbering import bullet_of, label_of
from reader.model import Alignment, BlockKind
from reader.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_BASES = 20
"""Styles based on each other that are followed: more is a circle."""

_HEADING = re.compile(r"heading\s*([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"toc (?:[1-9]|heading)$", re.IGNORECASE)
_KINDS = {
    "quote": BlockKind.QUOTE,
    "intense quote": BlockKind.QUOTE,
    "block text": BlockKind.QUOTE,
    "html preformatted": BlockKind.CODE,
    "plain text": BlockKind.CODE,
    "source code": BlockKind.CODE,
    "code": BlockKind.CODE,
    "verse": BlockKind.VERSE,
}
_STYLES = {
    "lowerLetter": "lower-alpha",
    "upperLetter": "upper-alpha",
    "lowerRoman": "lower-roman",
    "upperRoman": "upper-roman",
    "arabicAbjad": "arabic-abjad",
    "arabicAlpha": "arabic-alpha",
    "hebrew1": "hebrew",
    "hebrew2": "hebrew-alpha",
}
_CODE = frozenset(("verbatim char", "html code", "html keyboard", "html sample", "source text", "code char", "code"))
"""Character styles of code."""

_ALIGNMENTS = {
    "left": Alignment.START,
    "start": Alignment.START,
    "both": Alignment.START,
    "distribute": Alignment.START,
    "right": Alignment.END,
    "end": Alignment.END,
    "center": Alignment.CENTER,
}
"""Word's ``left`` is the side at which a paragraph begins, the right one where it runs from right to left."""

_PLACE = re.compile("%([1-9])")

_MOST_LOOKS = 1000
"""Looks that are kept: most paragraphs of a document have the properties of another one."""

_Said = tuple[tuple[object, ...], ...]
"""Properties as values: each element's name and attributes."""


def value_of(element: "_Element | None", name: str = "val") -> str:
    """An attribute of Word's, "" when it or the element is not there."""
    return "" if element is None else str(element.get(W + name) or "")


def is_on(element: "_Element | None") -> bool:
    """Whether a property that is on or off is on; it is when it says nothing."""
    return element is not None and value_of(element) not in ("0", "false", "off", "none", "nil")


def count_of(text: str, most: int = 99_999) -> int | None:
    """A number that a file states, from 0 to the most that makes sense; None for what is none."""
    found = int(text) if re.fullmatch("[0-9]{1,9}", text) else most + 1
    return found if found <= most else None


@dataclass(frozen=True, slots=True)
class Numbered:
    """That a paragraph is an item of a list: the list's number and the item's level, from 0."""

    list: str
    level: int


@dataclass(frozen=True, slots=True)
class DocxLook:
    """The look of a paragraph.

    Attributes:
        kind: Its kind, a list item's apart.
        level: A heading's level, from 1; 0 for the title of the document.
        rtl: Whether it says that it runs from right to left.
        numbered: Its list, if it is in one.
        is_ruled: Whether it has a line above or below it.
        alignment: The side of the page it states that it stands at (17.3.1.13); None for nothing.
    """

    kind: BlockKind
    level: int
    rtl: bool
    numbered: Numbered | None
    is_ruled: bool
    alignment: Alignment | None


class DocxStyles:
    """The paragraph styles of a document.

    Args:
        root: The root of the styles' part; None where there is none.
    """

    def __init__(self, root: "_Element | None") -> None:
        self._styles: dict[str, _Element] = {}
        self._default = ""
        self._looks: dict[_Said, DocxLook] = {}
        for style in root.iter(W + "style") if root is not None else ():
            name = value_of(style, "styleId")
            self._styles.setdefault(name, style)
            if value_of(style, "type") == "paragraph" and value_of(style, "default") in ("1", "true"):
                self._default = self._default or name

    def look_of(self, properties: "_Element | None") -> DocxLook:
        """The look of a paragraph of some properties."""
        said = tuple((each.tag, *each.items()) for each in properties.iter()) if properties is not None else ()
        look = self._looks.get(said)
        if look is None:
            if len(self._looks) >= _MOST_LOOKS:
                self._looks.clear()
            look = self._looks[said] = self._look_of(properties)
        return look

    def _look_of(self, properties: "_Element | None") -> DocxLook:
        kind, level, rtl, numbered = BlockKind.PARAGRAPH, -1, None, None
        is_ruled = False
        alignment: Alignment | None = None
        for layer, name in self._layers(properties):
            heading = _HEADING.match(name)
            if level < 0 and kind is BlockKind.PARAGRAPH:
                outline = value_of(layer.find(W + "outlineLvl")) if layer is not None else ""
                if heading:
                    level = int(heading[1])
                elif name == "title":
                    level = 0
                elif (at := count_of(outline, _LEVELS - 1)) is not None:
                    level = at + 1
                else:
                    kind = _KINDS.get(name, kind)
            if layer is None:
                continue
            if rtl is None and layer.find(W + "bidi") is not None:
                rtl = is_on(layer.find(W + "bidi"))
            numbered = numbered or _numbered(layer.find(W + "numPr"))
            alignment = alignment or _ALIGNMENTS.get(value_of(layer.find(W + "jc")))
            is_ruled = is_ruled or any(is_on(layer.find(f"{W}pBdr/{W}{side}")) for side in ("top", "bottom", "between"))
        if numbered and numbered.list == "0":  # numbering that a style has is taken away
            numbered = None
        if alignment in (Alignment.START, Alignment.END):
            alignment = Alignment.RIGHT if (alignment is Alignment.END) is not bool(rtl) else Alignment.LEFT
        return DocxLook(
            BlockKind.HEADING if level >= 0 else kind, max(0, level), bool(rtl), numbered, is_ruled, alignment
        )

    def is_contents(self, properties: "_Element | None") -> bool:
        """Whether a paragraph is a line of the table of contents."""
        style = value_of(properties.find(W + "pStyle")) if properties is not None else ""
        found = self._styles.get(style)
        return found is not None and bool(_CONTENTS.match(value_of(found.find(W + "name"))))

    def is_code(self, style: str) -> bool:
        """Whether a character style is one of code."""
        found = self._styles.get(style)
        return found is not None and value_of(found.find(W + "name")).lower() in _CODE

    def _layers(self, properties: "_Element | None") -> "Iterator[tuple[_Element | None, str]]":
        """A paragraph's properties, then those of its style and of the ones that is based on, with their names."""
        yield properties, ""
        style = (value_of(properties.find(W + "pStyle")) if properties is not None else "") or self._default
        for _ in range(_BASES):
            found = self._styles.get(style)
            if found is None:
                return
            yield found.find(W + "pPr"), value_of(found.find(W + "name")).lower()
            style = value_of(found.find(W + "basedOn"))


def _numbered(properties: "_Element | None") -> Numbered | None:
    if properties is None or properties.find(W + "numId") is None:
        return None
    level = value_of(properties.find(W + "ilvl"))
    return Numbered(value_of(properties.find(W + "numId")), count_of(level, _LEVELS - 1) or 0)


@dataclass(slots=True)
class _Level:
    style: str
    text: str
    start: int


@dataclass(slots=True)
class Lists:
    """The lists of a document, and the numbers they have come to."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: "_Element | None") -> "Lists":
        """The lists that the numbering part defines."""
        if root is None:
            return cls()
        abstract = {value_of(a, "abstractNumId"): _levels(a) for a in root.iter(W + "abstractNum")}
        lists = {}
        for number in root.iter(W + "num"):
            levels = dict(abstract.get(value_of(number.find(W + "abstractNumId")), {}))
            for override in number.iter(W + "lvlOverride"):
                levels.update(_levels(override))
            lists[value_of(number, "numId")] = levels
        return cls(lists)

    def is_numbered(self, numbered: Numbered) -> bool:
        """Whether the items of a list and level have numbers, not bullets."""
        level = self.levels.get(numbered.list, {}).get(numbered.level)
        return level is not None and level.style not in ("bullet", "none") and "%" in level.text

    def label_of(self, numbered: Numbered) -> str:
        """The label of the next item."""
        levels = self.levels.get(numbered.list, {})
        level = levels.get(numbered.level)
        counts = self.counts.setdefault(numbered.list, [])
        while len(counts) <= numbered.level:
            missing = levels.get(len(counts))
            counts.append((missing.start if missing else 1) - 1)
            if len(counts) <= numbered.level:
                counts[-1] += 1  # a level that no item has come at counts as begun
        del counts[numbered.level + 1 :]
        counts[numbered.level] += 1
        if level is None or not self.is_numbered(numbered):
            return bullet_of(numbered.level + 1)

        def number(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            at = levels.get(index)
            return label_of(counts[index], _STYLES.get(at.style, "decimal")) if at and index < len(counts) else ""

        return _PLACE.sub(number, level.text)


def _levels(parent: "_Element") -> dict[int, _Level]:
    levels = {}
    for level in parent.iter(W + "lvl"):
        number, start = value_of(level, "ilvl"), value_of(level.find(W + "start"))
        if (at := count_of(number, _LEVELS - 1)) is not None:
            levels[at] = _Level(
                value_of(level.find(W + "numFmt")) or "decimal",
                value_of(level.find(W + "lvlText"))[:40],
                1 if (first := count_of(start)) is None else first,
            )
    return levels
