"""The section tree as a pane: what is folded away, and the section one reads in under the cursor."""

from typing import ClassVar, Self

from reader.locale import Messages
from reader.model import Document, Pos
from reader.values import dataclass, replace
from reader.view.arrange import PaneName
from reader.view.file_hits import NOT_SEARCHED, Contents, HitKey, content_items
from reader.view.filtering import LONGEST
from reader.view.keys import Action
from reader.view.list_model import ListModel
from reader.view.outline import matching_items, outline_items, visible_section
from reader.view.panes.pane import (
    Choice,
    Footer,
    GoToSection,
    Grown,
    ListContent,
    ListPane,
    Moved,
    News,
    OpenHit,
    PaneHeading,
    Say,
    Side,
)
from reader.view.reading_state import ReadingState


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionsPane(ListPane):
    """The tree.

    Attributes:
        document: The document.
        folded: Sections folded away, by where their titles start.
        query: What the sections that are shown have in their titles; "" for all of them.
        contents: What a search of a folder's files for that has come to.
    """

    name: ClassVar[str] = PaneName.SECTIONS
    side: ClassVar[Side] = Side.BEFORE
    footer: ClassVar[Footer] = (
        (Action.OPEN,),
        (Action.FOLD_LEFT, Action.FOLD_RIGHT),
        (Action.NEXT_PANE,),
        (Action.SEARCH,),
        (Action.BACK,),
    )

    document: Document
    folded: frozenset[Pos] = frozenset()
    query: str = ""
    contents: Contents = NOT_SEARCHED

    @classmethod
    def opened(cls, reading: ReadingState, messages: Messages) -> Self:
        """The tree of a document, nothing folded."""
        del messages
        return cls(model=ListModel(), document=reading.document)._listed()._following(reading)

    @property
    def vacancy(self) -> str:
        """Whether there are no headings."""
        return "" if self.model.items or self.query else "pane.no_sections"

    def content(self, messages: Messages) -> ListContent:
        """The lines of the tree."""
        empty = "tree.none"
        if self.document.is_folder:
            empty = "files.none" if self.contents.ended or not self.query else "search.running"
        return ListContent(self.model, messages.text(empty), self._details)

    def heading(self, messages: Messages) -> PaneHeading:
        """The title; beside it what the sections are filtered by, and how far the files are searched."""
        title = messages.text("pane.files" if self.document.is_folder else f"pane.{self.name}")
        if not self.query:
            return PaneHeading(title)
        remark = messages.text("pane.filtered", text=self.query)
        looked, total = self.contents.looked, self.contents.total
        if looked == total:
            return PaneHeading(title, remark)
        return PaneHeading(title, f"{remark} · {messages.text('files.searched', n=looked, total=total)}")

    def filtered(self, query: str) -> Self:
        """Only the sections with every word of a query in their titles; those that were folded away, too."""
        return replace(self, query=" ".join(query[:LONGEST].split()), contents=NOT_SEARCHED)._listed()

    def with_contents(self, contents: Contents) -> Self:
        """More of what is found in the files of a folder."""
        return replace(self, contents=contents)._listed()

    @property
    def _details(self) -> str:
        """All of a hit that the line has no room for."""
        item = self.model.current
        found = item is not None and isinstance(item.key, HitKey) and not item.key.is_file
        return item.text.text if item and found else ""

    def turned(self, *, right: bool) -> Self:
        """Fold or unfold the section under the cursor."""
        item = self.model.current
        if item is None or not isinstance(item.key, int):
            return self
        deeper = right != self.document.direction.is_rtl
        key = Pos(item.key)
        return replace(self, folded=self.folded - {key} if deeper else self.folded | {key})._listed()

    def chosen(self, reading: ReadingState, column: int | None = None) -> tuple[Self, Choice | None]:
        """Go to the section; one that is still to come leads nowhere yet."""
        del reading, column
        item = self.model.current
        if item is None:
            return self, None
        if isinstance(item.key, HitKey):
            return self, OpenHit(item.key.path, self.query, item.key.pos)
        return self, GoToSection(item.target) if item.target else Say("message.arriving")

    def told(self, news: News, *, shown: bool, focused: bool) -> Self:
        """The cursor follows the reading position into another section."""
        del shown, focused
        match news:
            case Moved():
                followed = news.through or news.after.section != news.before.section
                return self._following(news.after) if followed else self
            case Grown():
                return replace(self, document=news.reading.document)._listed()._following(news.reading)
            case _:
                return self

    def _listed(self) -> Self:
        if self.query:
            found = matching_items(self.document, self.query)
            items = (*found, *content_items(self.document, self.contents)) if self.document.is_folder else found
            return self.with_model(self.model.with_items(items).moved(0).shown(self.height))
        return self.with_model(self.model.with_items(outline_items(self.document, self.folded)))

    def _following(self, reading: ReadingState) -> Self:
        section = visible_section(self.document, reading.cursor, self.folded)
        return self.with_model(self.model.at_key(section.title.start).shown(self.height)) if section else self
