"""From a tree of HTML or XHTML elements to blocks: what every element means to a reader.

HTML pages, the chapters of an EPUB and Markdown (by way of HTML) all come through here. The tree is walked once, in
document order. An element passes on its :class:`~reader.formats.markup_setting.MarkupSetting` to those inside it; what
is to be done where it ends is kept beside it.

Inline directions become what UAX#9 and the HTML standard (15.3.6) make of them: ``bdi`` and ``dir`` an isolate, ``bdo``
an isolated override.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reader.formats.builder import Builder
from reader.formats.formulas import formula_of
from reader.formats.long_tables import NOTHING_ASIDE, PutAside
from reader.formats.markup_elements import (
    BLOCKS,
    LEVELS,
    MARKS,
    NOTE_LISTS,
    NOTES,
    PREFORMATTED,
    REFERENCES,
    VERSE,
    Attributes,
    alignment_of,
    attributes_of,
    box_of,
    direction_of,
    inherited_direction,
    is_followed,
    is_read_case,
    is_unread,
    isolate_of,
    list_style_of,
    number_in,
    preformatted_kind,
    roles_of,
    scripted,
    syntax_of,
)
from reader.formats.markup_pictures import holds_picture, holds_text, said_of_drawing, texts_in, words_alone, words_of
from reader.formats.markup_setting import MarkupItem, MarkupList, MarkupSetting
from reader.formats.markup_tables import Grid, is_layout
from reader.formats.note_bodies import with_bodies
from reader.formats.numbering import bullet_of
from reader.formats.pictures import Picture
from reader.formats.trees import name_of
from reader.model import Alignment, BlockKind, Direction, Mark, Source
from reader.values import replace

if TYPE_CHECKING:
    from lxml.etree import _Element

Address = Callable[[str], str]
"""The address of a link's target in the document: ``#`` and a name for a place in it; "" for no link."""

Pictures = Callable[[str], Picture]
"""Pictures by their address."""

Closing = list[Callable[[], None]]
"""Work to do where an element ends, the latest first."""


class Markup:
    """Writes elements into a builder.

    Args:
        builder: What is written to.
        part: The name of the part of the container the tree is of; "" where there is but one.
        prefix: Put before the names of places, so that those of several parts do not meet.
        address: What the target of a link is called; by default what it says.
        picture: What is known of a picture; by default nothing.
        direction: The one the source states for the whole text.
        lines: Whether an element stands in the source where it stands in the tree's; if not, ``data-line`` says where.
        aside: Rows of tables that one row of the tree stands for.
    """

    def __init__(
        self,
        builder: Builder,
        *,
        part: str = "",
        prefix: str = "",
        address: Address = str,
        picture: Pictures = lambda _: Picture(),
        direction: Direction | None = None,
        lines: bool = True,
        aside: PutAside = NOTHING_ASIDE,
    ) -> None:
        self._builder = builder
        self._aside = aside
        self._lines = lines
        self._part = part
        self._prefix = prefix
        self._address = address
        self._picture = picture
        self._setting = MarkupSetting(direction=direction)
        self._line = 0
        self._new_line = False

    def write(self, root: "_Element", *, without: "frozenset[_Element]" = frozenset()) -> None:
        """Everything in an element, but for some elements inside it; it inherits the direction it stands in."""
        from lxml import etree

        self._builder.end()
        since = self._builder.count
        outside = self._setting
        self._setting = replace(outside, direction=inherited_direction(root) or outside.direction)
        stack: list[tuple[MarkupSetting, Closing]] = []
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                closing: Closing = []
                stack.append((self._setting, closing))
                if element in without or not self._entered(element, closing):
                    walk.skip_subtree()
                elif element.text:
                    self._text(element.text)
                continue
            before, closing = stack.pop()
            while closing:
                closing.pop()()
            self._setting = before
            if element.tail and element is not root:
                self._text(element.tail)
        self._setting = outside
        self._builder.revise(since, with_bodies)

    # Elements

    def _entered(self, element: "_Element", closing: Closing) -> bool:
        """Set up what an element means; False where nothing inside it is read."""
        name = name_of(element)
        said = attributes_of(element)
        roles = roles_of(said)
        if name == "svg" and said.get("aria-hidden") != "true" and "hidden" not in said:
            self._drawing(element)
        if name == "math":
            self._formula(element, said)
        if is_unread(name, said, roles) or (name in ("case", "default") and not is_read_case(element, name, said)):
            return False
        if self._lines:
            self._line = element.sourceline or 0
        elif line := number_in(said, "data-line", 0):
            self._line = self._aside.line_of(line)
        if name in BLOCKS and not (name in ("td", "th") and self._setting.grid):
            self._boundary()
            closing.append(self._boundary)
        for identifier in {said.get("id"), said.get("name") if name == "a" else None}:
            if identifier:
                self._builder.place(self._prefix + identifier)
        if "dir" in said or "lang" in said or "style" in said or name == "bdi":
            self._enter_direction(name, said, closing)
        return self._enter(element, name, said, roles, closing)

    def _enter(self, element: "_Element", name: str, said: Attributes, roles: frozenset[str], closing: Closing) -> bool:
        """Act on an element's meaning; False where nothing further inside it is read."""
        if name in MARKS:
            if not self._setting.verbatim:
                self._mark(MARKS[name], "", closing)
            elif syntax := syntax_of(said):
                self._mark(Mark.SYNTAX, syntax, closing)
        elif name == "a":
            return self._enter_link(element, said, roles, closing)
        elif name == "br":
            self._line_break()
        elif name in ("img", "image"):
            self._image(said)
        elif name in ("sup", "sub"):
            return next(element.iter("{*}a"), None) is not None or not self._script(element, name)
        elif name == "rt":  # the reading of the characters before it, as it is set where there is no room above
            self._builder.text("(")
            closing.append(lambda: self._builder.text(")"))
        elif name == "q":
            self._builder.text("“")
            closing.append(lambda: self._builder.text("”"))
        elif name == "hr":
            self._new_line = False
            if not (self._setting.in_cell or self._setting.in_notes):  # notes are told from the text by their kind
                self._builder.begin(BlockKind.RULE, source=self._source())
                self._builder.end()
        elif name in BLOCKS:
            self._enter_block(element, name, said, roles, closing)
        return True

    def _enter_block(
        self, element: "_Element", name: str, said: Attributes, roles: frozenset[str], closing: Closing
    ) -> None:
        setting = self._setting
        if setting.in_cell and (alignment := Alignment.CENTER if name == "center" else alignment_of(said)):
            self._builder.align_cell(alignment)
        if name in LEVELS:
            self._setting = replace(setting, kind=BlockKind.HEADING, depth=LEVELS[name], item=None)
        elif roles & NOTES:
            marker = said.get("data-marker", "")
            if name == "li" and setting.items:
                marker = setting.items.next_label(said)
            self._setting = replace(setting, kind=BlockKind.NOTE, depth=0, item=MarkupItem(marker))
        elif name in PREFORMATTED:
            self._setting = replace(setting, kind=preformatted_kind(element), verbatim=True, item=None, depth=0)
        elif name == "blockquote":
            depth = setting.depth + 1 if setting.kind is BlockKind.QUOTE else 1
            self._setting = replace(setting, kind=BlockKind.QUOTE, depth=depth)
        elif name in ("ul", "ol", "menu", "dir"):
            step = -1 if "reversed" in said else 1
            style = list_style_of(said) if name == "ol" else ""
            items = MarkupList(style, number_in(said, "start", len(element) if step < 0 else 1), step)
            in_notes = setting.in_notes or bool(roles & NOTE_LISTS)
            self._setting = replace(setting, lists=setting.lists + 1, items=items, in_notes=in_notes)
        elif name == "li":
            self._enter_item(element, said)
        elif name == "dd":
            self._setting = replace(setting, kind=BlockKind.LIST_ITEM, depth=setting.lists + 1, item=None)
        elif name in ("dt", "summary", "caption"):
            self._mark(Mark.STRONG, "", closing)
        elif name in ("table", "tr", "td", "th"):
            self._enter_table(element, name, said)
        elif roles & NOTE_LISTS:
            self._setting = replace(setting, in_notes=True)
        elif roles & VERSE:
            self._builder.end()
            closing.append(self._builder.end)
            self._setting = replace(setting, kind=BlockKind.VERSE, depth=0)

    def _enter_item(self, element: "_Element", said: Attributes) -> None:
        setting = self._setting
        label = setting.items.next_label(said) if setting.items and setting.items.style else ""
        label = box_of(element, said) or label or bullet_of(setting.lists)
        if setting.in_cell:
            self._builder.text(label + " ")
        elif setting.in_notes:
            self._setting = replace(setting, kind=BlockKind.NOTE, depth=0, item=MarkupItem(label))
        else:
            depth = max(1, setting.lists)
            self._setting = replace(setting, kind=BlockKind.LIST_ITEM, depth=depth, item=MarkupItem(label))

    def _enter_table(self, element: "_Element", name: str, said: Attributes) -> None:
        """A table, its rows and cells; what a layout table holds is read as if it were none."""
        setting = self._setting
        if setting.in_cell:
            return
        if name == "table":
            grid = None if is_layout(element, said) else Grid(self._builder, setting.direction, element)
            self._setting = replace(setting, grid=grid)
        elif setting.grid and name == "tr":
            setting.grid.begin_row(element, self._source())
            if len(element) and (rows := self._aside.rows_of(element[0].text or "")):
                element[0].text = None
                setting.grid.add_rows(element, rows, self._part, self._line)
        elif setting.grid:
            setting.grid.begin_cell(said, direction_of(said))
            self._setting = replace(setting, in_cell=True)

    def _enter_link(self, element: "_Element", said: Attributes, roles: frozenset[str], closing: Closing) -> bool:
        """A link, or a reference to a note, whose number is raised; False where all of it has been read."""
        href = said.get("href", "").strip()
        target = self._address(href) if is_followed(href) else ""
        if not target:
            return True
        if target.startswith("#"):
            target = unquote(target)
        parent, previous = element.getparent(), element.getprevious()
        if previous is not None and name_of(previous) == "a" and not previous.tail and self._builder.has_text:
            self._text(" ")  # links side by side are parted on a page, by its style
        raised = (parent is not None and name_of(parent) == "sup") or any(name_of(c) == "sup" for c in element[:1])
        is_note = bool(roles & REFERENCES) or (raised and target.startswith("#"))
        self._mark(Mark.NOTE_REFERENCE if is_note else Mark.LINK, target, closing)
        return not (is_note and self._script(element, "sup"))

    def _script(self, element: "_Element", name: str) -> bool:
        """Write a raised or lowered number, if that is all that an element holds; whether it is."""
        text = "" if self._setting.verbatim else scripted(element, name)
        if text:
            self._text(text)
        return bool(text)

    def _enter_direction(self, name: str, said: Attributes, closing: Closing) -> None:
        """Act on ``dir`` and ``lang``: blocks pass them on, inline text is marked and isolated."""
        direction, language = direction_of(said), said.get("lang", "")
        if name in BLOCKS:
            if direction or said.get("dir", "").lower() == "auto":
                self._setting = replace(self._setting, direction=direction)
            if language:
                self._setting = replace(self._setting, language=language)
            return
        if self._setting.verbatim or name in ("html", "body"):
            return
        if language:
            self._mark(Mark.LANGUAGE, language, closing)
        if direction:
            self._mark(Mark.DIRECTION, str(direction), closing)
        elif name != "bdi" and said.get("dir", "").lower() != "auto":
            return
        before, after = isolate_of(name, direction)
        self._text(before)
        closing.append(lambda: self._builder.text(after) if self._builder.is_open else None)

    # Text

    def _text(self, text: str) -> None:
        setting, builder = self._setting, self._builder
        if setting.in_cell:
            builder.text(text)
            return
        if builder.in_row:
            if not text.strip():
                return
            if setting.grid:  # text of a row that is in no cell makes one
                setting.grid.begin_cell({}, None)
        elif not builder.is_open or (self._new_line and builder.in_verse):
            if not text.strip(" \t\n\r\f"):
                return
            self._begin()
            self._new_line = False
            if setting.verbatim:
                text = text.removeprefix("\n")
        if setting.verbatim:
            builder.verbatim(text.expandtabs(4))
        else:
            builder.text(text)

    def _begin(self) -> None:
        """Start the block that text makes here, with the marker of its item if it is the first."""
        setting = self._setting
        marker = setting.item.taken() if setting.item else ""
        if setting.kind is BlockKind.VERSE:
            self._builder.begin_line(
                setting.kind, direction=setting.direction, language=setting.language, source=self._source()
            )
            return
        self._builder.begin(
            setting.kind,
            depth=setting.depth,
            direction=setting.direction,
            language=setting.language,
            marker=marker,
            source=self._source(),
        )

    def _boundary(self) -> None:
        """Where a block begins or ends; inside a cell only a line does."""
        if self._setting.in_cell:
            self._builder.end_line()
        elif self._setting.kind is BlockKind.VERSE and not self._setting.verbatim:
            self._new_line = True
        else:
            self._builder.end()

    def _line_break(self) -> None:
        if self._setting.verbatim:
            self._builder.verbatim("\n")
        else:
            self._builder.line_break()

    def _image(self, said: Attributes) -> None:
        """An image as what it shows; one that is decorative, or of which nothing is known, is left out."""
        source = said.get("src") or said.get("href") or ""
        picture = self._picture(source) if source else Picture()
        place = picture.part or source
        if self._builder.has_text or self._setting.in_cell:
            self._builder.begin_mark(Mark.PICTURE, place)
            self._text(words_of(said, picture))
            self._builder.end_mark()
        elif text := words_alone(said, picture, source):
            setting = self._setting
            self._builder.begin(
                BlockKind.IMAGE, direction=setting.direction, language=setting.language, source=self._source()
            )
            self._builder.picture(text, place)

    def _drawing(self, drawing: "_Element") -> None:
        """An SVG as the picture that it holds, as covers do, as the text in it, or as what its title says."""
        if holds_picture(drawing) or not holds_text(drawing):
            said = said_of_drawing(drawing, in_text=self._builder.has_text)
            if said is not None:
                self._image(said)
            return
        for text in texts_in(drawing):
            self._text(text)
            self._builder.end_line()

    def _formula(self, element: "_Element", said: Attributes) -> None:
        """A formula in one line, or a line by itself."""
        display = said.get("display") == "block"
        if display:
            self._boundary()
        self._text(formula_of(element))
        if display:
            self._boundary()

    def _mark(self, mark: Mark, target: str, closing: Closing) -> None:
        self._builder.begin_mark(mark, target)
        closing.append(self._builder.end_mark)

    def _source(self) -> Source:
        return Source(self._part, self._line)
