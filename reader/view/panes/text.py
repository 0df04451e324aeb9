"""The text itself as a pane."""

from typing import ClassVar, Self

from reader.locale import Messages
from reader.values import dataclass, replace
from reader.view.arrange import PaneName
from reader.view.keys import Action
from reader.view.page import MEASURE, sized
from reader.view.panes.pane import Choice, FollowLink, Footer, Pane, Side, TextContent
from reader.view.reading_state import ReadingState

_FOOTER: Footer = (
    (Action.SEARCH,),
    (Action.NEXT_SECTION,),
    (Action.NEXT_PANE,),
    (Action.BOOKMARK,),
    (Action.BOOKMARKS,),
    (Action.BACK,),
    (Action.COPY,),
)


@dataclass(frozen=True, slots=True)
class TextPane(Pane):
    """The text.

    Attributes:
        reading: It, and the place in it.
        measure: Cells of its column at most.
    """

    name: ClassVar[str] = PaneName.TEXT
    side: ClassVar[Side] = Side.TEXT
    footer: ClassVar[Footer] = _FOOTER

    reading: ReadingState
    measure: int = MEASURE

    @property
    def hints(self) -> Footer:
        """The keys for what lies beside the text come first, while there is something."""
        return ((Action.FOLD_LEFT, Action.FOLD_RIGHT), *self.footer) if self.reading.is_wide else self.footer

    @classmethod
    def opened(cls, reading: ReadingState, messages: Messages) -> Self:
        """The text of a document."""
        del messages
        return cls(reading)

    def content(self, messages: Messages) -> TextContent:
        """The text; that of an empty document says so."""
        return TextContent(self.reading, messages.text("pane.empty_document"))

    def sized(self, width: int, height: int) -> Self:
        """The text laid out in a column of this pane; it keeps its place."""
        return replace(self, reading=sized(self.reading, width, height, self.measure))

    def moved(self, rows: int) -> Self:
        """See :meth:`~reader.view.reading_state.ReadingState.moved`."""
        return replace(self, reading=self.reading.moved(rows))

    def paged(self, pages: int) -> Self:
        """See :meth:`~reader.view.reading_state.ReadingState.paged`."""
        return replace(self, reading=self.reading.paged(pages))

    def to_end(self, *, last: bool) -> Self:
        """The last screen, or the first row."""
        return replace(self, reading=self.reading.to_end() if last else self.reading.to_start())

    def chosen(self, reading: ReadingState, column: int | None = None) -> tuple[Self, Choice | None]:
        """Follow the link at the reading position."""
        del reading, column
        return self, FollowLink()
