"""The styles of an OpenDocument text: direction, kind, marks, and how lists are numbered.

Source: OpenDocument 1.3 part 3, 16 and 19. Styles take over what they do not say from their parent.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.formats.markup_elements import Attributes, attributes_of, number_in
from reader.formats.numbering import bullet_of, label_of
from reader.formats.trees import name_of
from reader.model import Alignment, BlockKind, Direction, Mark
from reader.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARENTS = 20
"""Styles that take over from each other that are followed: more is a circle."""

_KINDS = {
    "quotations": BlockKind.QUOTE,
    "quote": BlockKind.QUOTE,
    "preformatted_20_text": BlockKind.CODE,
    "source_20_code": BlockKind.CODE,
    "source_code": BlockKind.CODE,
    "verse": BlockKind.VERSE,
}
_CODE = frozenset(("source_20_text", "source_text", "teletype"))
"""Character styles of code."""

_RULED = "horizontal_20_line"
_LENGTH = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6})?)(cm|mm|in|inch|pt|pc|px)")
_PIXELS = {"cm": 96 / 2.54, "mm": 96 / 25.4, "in": 96.0, "inch": 96.0, "pt": 96 / 72, "pc": 16.0, "px": 1.0}

_MODES = {"rl-tb": Direction.RTL, "rl": Direction.RTL, "lr-tb": Direction.LTR, "lr": Direction.LTR}
_ALIGNMENTS = {**{str(one): one for one in Alignment}, "justify": Alignment.START}
_FORMATS = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_BOLD = frozenset(("bold", "600", "700", "800", "900"))


@dataclass(frozen=True, slots=True)
class OdtLook:
    """The look a style gives.

    Attributes:
        kind: A paragraph's kind, or None.
        is_title: Whether it is that of the document's title.
        is_ruled: Whether it is that of lines across the page.
        direction: A direction, or None.
        marks: Of its text.
        script: "super" or "sub" where text is raised or lowered.
        alignment: The side its text stands at, or None.
    """

    kind: BlockKind | None
    is_title: bool
    is_ruled: bool
    direction: Direction | None
    marks: tuple[Mark, ...]
    script: str = ""
    alignment: Alignment | None = None


def _script_of(position: str) -> str:
    """Whether a position above or below the line, named or in per cent, is one."""
    where = position.partition(" ")[0]
    if where.startswith(("super", "sub")):
        return where
    return "" if not where or where.strip("-0%.") == "" else "sub" if where.startswith("-") else "super"


def pixels_of(length: str) -> int:
    """A length in pixels of 96 to the inch; 0 where it is none."""
    found = _LENGTH.fullmatch(length.strip())
    return round(float(found[1]) * _PIXELS[found[2]]) if found else 0


class OdtStyles:
    """The styles of a document.

    Args:
        roots: The parts that define styles; a later definition replaces an earlier one.
    """

    def __init__(self, *roots: "_Element | None") -> None:
        self._styles: dict[str, _Element] = {}
        self._lists: dict[str, _Element] = {}
        self._looks: dict[str, OdtLook] = {}
        for root in roots:
            for element in root.iter("{*}style", "{*}list-style") if root is not None else ():
                table = self._styles if name_of(element) == "style" else self._lists
                table[attributes_of(element).get("name", "")] = element

    def look_of(self, name: str) -> OdtLook:
        """The look of a style by its name."""
        look = self._looks.get(name)
        if look is None:
            look = self._looks[name] = self._look_of(name)
        return look

    def _look_of(self, name: str) -> OdtLook:
        kind: BlockKind | None = None
        direction: Direction | None = None
        strong: bool | None = None
        emphasis: bool | None = None
        is_title = is_ruled = code = struck = False
        script = ""
        alignment: Alignment | None = None
        for _ in range(_PARENTS):
            is_title = is_title or name.lower() == "title"
            is_ruled = is_ruled or name.lower() == _RULED
            code = code or name.lower() in _CODE
            kind = kind or _KINDS.get(name.lower())
            style = self._styles.get(name)
            if style is None:
                break
            for properties in style:
                said = attributes_of(properties)
                direction = direction or _MODES.get(said.get("writing-mode", ""))
                alignment = alignment or _ALIGNMENTS.get(said.get("text-align", ""))
                if name_of(properties) == "text-properties":
                    strong = said["font-weight"] in _BOLD if strong is None and "font-weight" in said else strong
                    script = script or _script_of(said.get("text-position", ""))
                    struck = struck or said.get("text-line-through-style", "none") != "none"
                    slanted = said.get("font-style", "")
                    emphasis = slanted in ("italic", "oblique") if emphasis is None and slanted else emphasis
            name = attributes_of(style).get("parent-style-name", "")
        marks = (Mark.STRONG,) * bool(strong) + (Mark.EMPHASIS,) * bool(emphasis)
        marks += (Mark.STRUCK,) * struck + (Mark.CODE,) * code
        return OdtLook(kind, is_title, is_ruled, direction, marks, script, alignment)

    def label_of(self, name: str, numbers: Sequence[int]) -> str:
        """The label of a list's item.

        Args:
            name: The list's style.
            numbers: The item's number in its list, and before it those of the items it is inside of.
        """
        level = len(numbers)
        said = self._level_of(name, level)
        if "num-format" not in said:
            return bullet_of(level)
        if not said["num-format"]:
            return ""
        shown = max(1, min(level, number_in(said, "display-levels", 1)))
        labels = []
        for number, at in zip(numbers[-shown:], range(level - shown + 1, level + 1), strict=True):
            form = self._level_of(name, at).get("num-format", "1")
            labels.append(label_of(number, _FORMATS.get(form, "decimal")))
        return said.get("num-prefix", "")[:10] + ".".join(labels) + said.get("num-suffix", "")[:10]

    def start_of(self, name: str, level: int) -> int:
        """The number that a list's first item has at a level."""
        return number_in(self._level_of(name, level), "start-value", 1)

    def _level_of(self, name: str, level: int) -> Attributes:
        """The numbering of a level of a list's style; nothing for one of bullets."""
        for element in self._lists.get(name, ()):
            said = attributes_of(element)
            if name_of(element) == "list-level-style-number" and said.get("level") == str(level):
                return said
        return {}
