"""The common shape of all panes: a frozen value that can be painted, moved in, and chosen from.

A pane knows nothing of the other panes. What happens elsewhere it is told (:data:`News`); what choosing one of its
items means for the rest of the screen it says as a value (:data:`Choice`).
"""

from abc import ABC, abstractmethod
from typing import ClassVar, Self

from reader.enumerations import Enum
from reader.locale import Messages
from reader.model import Citation, Document, FactKind, Pos, Range
from reader.model.distinct import distinct
from reader.named_tuples import NamedTuple
from reader.values import dataclass, replace
from reader.view.facts_known import AboutKnown, FactsFound, FactsProgressed
from reader.view.keys import Action
from reader.view.links import Link
from reader.view.list_model import ListModel
from reader.view.panel.grouping import FactGroup
from reader.view.reading_state import ReadingState

Footer = tuple[tuple[Action, ...], ...]
"""The actions the footer shows, those of one hint together."""


class Side(Enum):
    """Where a pane stands, in reading order across the screen."""

    BEFORE = "before"
    TEXT = "text"
    AFTER = "after"


class PaneHeading(NamedTuple):
    """A pane's title, and a remark beside it."""

    title: str
    remark: str = ""


@distinct
class ListContent(NamedTuple):
    """A list to paint.

    Attributes:
        model: The list.
        empty: What stands there when it has no items.
        details: What is told of the current item at the pane's foot; "" for nothing. Lines are paragraphs.
        roomy: Whether details may take half of the pane.
    """

    model: ListModel
    empty: str = ""
    details: str = ""
    roomy: bool = False


@distinct
class TextContent(NamedTuple):
    """A text to paint.

    Attributes:
        reading: It.
        empty: What stands there when it has no blocks.
    """

    reading: ReadingState
    empty: str = ""


Content = ListContent | TextContent


# What choosing an item asks for


@distinct
class GoTo(NamedTuple):
    """Jump to a range of the text."""

    target: Range


@distinct
class GoToSection(NamedTuple):
    """Jump to a section; of a folder, open its file."""

    title: Range


@distinct
class GoThrough(NamedTuple):
    """Jump to one of the places a fact is mentioned at; the keys of hits go on through them."""

    group: FactGroup
    target: Range


@distinct
class FollowLink(NamedTuple):
    """Follow the link at the reading position."""


@distinct
class FollowLinkOf(NamedTuple):
    """Follow a link of another document than the one that is read."""

    document: Document
    link: Link


@distinct
class Cite(NamedTuple):
    """Jump to the words that an answer rests on, if they are in the text."""

    citation: Citation


@distinct
class OpenHit(NamedTuple):
    """Open a file at the place where a search of its folder has found something."""

    path: str
    query: str
    pos: Pos


@distinct
class Say(NamedTuple):
    """Nothing but a message, by the name of its text."""

    text: str


Choice = GoTo | GoToSection | GoThrough | FollowLink | FollowLinkOf | OpenHit | Cite | Say


# What a pane is told


@distinct
class Moved(NamedTuple):
    """Another place in the text.

    Attributes:
        before, after: The text before and after.
        through: Whether one goes through a fact's mentions, so that no list may change under its cursor.
    """

    before: ReadingState
    after: ReadingState
    through: bool = False


@distinct
class Grown(NamedTuple):
    """Another snapshot of the document, whose facts are not known yet."""

    reading: ReadingState


@distinct
class Translated(NamedTuple):
    """Another interface language."""

    messages: Messages


@distinct
class Underlined(NamedTuple):
    """Other kinds of facts are underlined in the text."""

    kinds: frozenset[FactKind]


News = Moved | Grown | Translated | Underlined | FactsFound | FactsProgressed | AboutKnown


class Pane(ABC):
    """One pane; every method gives a new one.

    Attributes:
        name: What tells it from the others; the text ``pane.NAME`` is its title.
        side: Where it stands.
        footer: What the footer shows while it is focused, whatever it holds.
    """

    __slots__ = ()

    name: ClassVar[str]
    side: ClassVar[Side]
    footer: ClassVar[Footer]

    @property
    def hints(self) -> Footer:
        """The hints of the footer, as the pane is."""
        return self.footer

    def heading(self, messages: Messages) -> PaneHeading:
        """The title."""
        return PaneHeading(messages.text(f"pane.{self.name}"))

    @property
    def vacancy(self) -> str:
        """The name of the text that says that there is nothing to show, so that the pane stays closed; else ""."""
        return ""

    @abstractmethod
    def content(self, messages: Messages) -> Content:
        """The rows to paint."""

    @abstractmethod
    def sized(self, width: int, height: int) -> Self:
        """Another number of cells and rows inside the frame; the width does not count the scroll bar."""

    @abstractmethod
    def moved(self, rows: int) -> Self:
        """Down (up when negative) so many rows."""

    @abstractmethod
    def paged(self, pages: int) -> Self:
        """Down (up when negative) so many screens."""

    @abstractmethod
    def to_end(self, *, last: bool) -> Self:
        """The end, or the start."""

    def with_model(self, model: ListModel) -> Self:
        """The list moved by other means, where the pane is one."""
        del model
        return self

    def turned(self, *, right: bool) -> Self:
        """Further in or out, where the arrow points on the screen; as it is where nothing folds."""
        del right
        return self

    @abstractmethod
    def chosen(self, reading: ReadingState, column: int | None = None) -> tuple[Self, Choice | None]:
        """Choose the thing under the cursor: the changes to the pane and to the rest.

        Args:
            reading: The text.
            column: The cell that was clicked, counted from the left edge; None when a key chose.
        """

    def copied(self, *, value: bool) -> str | None:
        """The words to copy from under the cursor, or the value they state; None for what the text has."""
        del value
        return None

    def told(self, news: News, *, shown: bool, focused: bool) -> Self:
        """After something happened elsewhere, while the pane is wanted on the screen or not, and focused or not."""
        del news, shown, focused
        return self


@dataclass(frozen=True, slots=True)
class ListPane(Pane):
    """A pane that shows a list.

    Attributes:
        model: The list.
        height: Its rows.
    """

    model: ListModel
    height: int = 1

    def content(self, messages: Messages) -> ListContent:
        """The list, and nothing in the place of no items."""
        del messages
        return ListContent(self.model)

    def with_model(self, model: ListModel) -> Self:
        """The list moved by other means."""
        return replace(self, model=model)

    def sized(self, width: int, height: int) -> Self:
        """The cursor stays in sight."""
        del width
        return replace(self, height=max(1, height), model=self.model.shown(max(1, height)))

    def moved(self, rows: int) -> Self:
        """The cursor so many items further."""
        return self.with_model(self.model.moved(rows).shown(self.height))

    def paged(self, pages: int) -> Self:
        """A screen further, the last item staying in sight."""
        return self.moved(pages * max(1, self.height - 1))

    def to_end(self, *, last: bool) -> Self:
        """The last item, or the first."""
        return self.moved(len(self.model.items) if last else -len(self.model.items))

    def chosen(self, reading: ReadingState, column: int | None = None) -> tuple[Self, Choice | None]:
        """A jump to what the item leads to."""
        del reading, column
        item = self.model.current
        return self, GoTo(item.target) if item and item.target else None
