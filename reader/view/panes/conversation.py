"""The conversation about the document as a pane: a document of its own beside the text."""

from typing import Any, ClassVar, Self

from reader.locale import Messages
from reader.model import Citation, Document, Pos, Range, range_of
from reader.text.layout import Justification
from reader.values import dataclass, replace
from reader.view.arrange import PaneName
from reader.view.conversation.rendering import FoldedThought, Page, page_of
from reader.view.conversation.state import AllowanceAsked, AnswerState, Exchange
from reader.view.flow import Flow
from reader.view.keys import Action
from reader.view.links import Link, links_here
from reader.view.page import column_width
from reader.view.panes.pane import (
    Choice,
    Cite,
    FollowLinkOf,
    Footer,
    Grown,
    News,
    Pane,
    PaneHeading,
    Side,
    TextContent,
    Translated,
)
from reader.view.reading_state import ReadingState
from reader.view.viewpoint import Viewpoint

_NOWHERE = Viewpoint(Pos(0), Pos(0))


@dataclass(frozen=True, slots=True)
class ConversationPane(Pane):
    """The conversation.

    Attributes:
        messages: The interface's language.
        page: It, as a document.
        reading: The place in it.
        exchanges: Its questions and answers, in order.
        unfolded: The numbers of those whose reasoning shows.
        place: Where one read when the question was asked, or where the model went last; who reads elsewhere has moved.
        waiting: What the model has asked leave for, and nobody has been asked yet.
    """

    name: ClassVar[str] = PaneName.CONVERSATION
    side: ClassVar[Side] = Side.AFTER
    footer: ClassVar[Footer] = (
        (Action.OPEN,),
        (Action.NEXT_LINK,),
        (Action.ASK,),
        (Action.SEARCH,),
        (Action.COPY,),
        (Action.RECENT,),
        (Action.NEXT_PANE,),
    )

    messages: Messages
    page: Page
    reading: ReadingState
    exchanges: tuple[Exchange, ...] = ()
    unfolded: frozenset[int] = frozenset()
    place: Viewpoint = _NOWHERE
    waiting: AllowanceAsked | None = None

    @classmethod
    def opened(cls, reading: ReadingState, messages: Messages) -> Self:
        """No conversation yet."""
        page = page_of((), frozenset(), messages, reading.document.direction)
        flow = Flow(page.document, 1, justification=Justification.NONE, isolate=reading.flow.isolate)
        return cls(messages, page, ReadingState(flow))

    @property
    def last(self) -> Exchange | None:
        """The exchange that was begun last."""
        return self.exchanges[-1] if self.exchanges else None

    @property
    def is_under_way(self) -> bool:
        """Whether an answer is coming."""
        return self.last is not None and not self.last.state.is_over

    @property
    def here(self) -> Exchange | None:
        """The exchange at the place one reads at."""
        begun = [n for n, start in enumerate(self.page.starts) if start <= self.reading.cursor]
        return self.exchanges[begun[-1]] if begun else None

    # What happens to it

    def with_exchanges(self, exchanges: tuple[Exchange, ...]) -> Self:
        """These exchanges; the place stays."""
        return self._remade(self.page.document, exchanges=exchanges)

    def begun(self, exchange: Exchange) -> Self:
        """One more exchange, at whose question the pane stands."""
        added = self.with_exchanges((*self.exchanges, exchange))
        start = added.page.starts[-1]
        return replace(added, reading=added.reading.at(Viewpoint(start, start)))

    def preceded(self, earlier: tuple[Exchange, ...]) -> Self:
        """The pane with the conversation kept before, ahead of the one on the screen, which stays where it stands."""
        added = self.with_exchanges((*earlier, *self.exchanges))
        start = added.page.starts[len(earlier)]
        return replace(added, reading=added.reading.at(Viewpoint(start, start)))

    def grown(self, exchange: Exchange) -> Self:
        """More of an answer that is under way; whoever watches the reasoning is taken along with it."""
        if self.last is None or self.last.number != exchange.number or self.last.state.is_over:
            return self
        grown = self.with_exchanges((*self.exchanges[:-1], exchange))
        watched = exchange.state is AnswerState.THINKING and exchange.number in self.unfolded
        return replace(grown, reading=grown.reading.to_end()) if watched else grown

    def stopped(self) -> Self:
        """The answer under way ended; what came is kept."""
        if self.last is None or self.last.state.is_over:
            return self
        return self.with_exchanges((*self.exchanges[:-1], self.last.stopped()))

    def fold_toggled(self, number: int) -> Self:
        """The reasoning of an exchange shown, or folded away."""
        return self._remade(self.page.document, unfolded=self.unfolded ^ {number})

    def _remade(self, laid_out_as: Document, **changes: Any) -> Self:
        """Changed, its page made anew, laid out in the direction of a document; the place stays."""
        changed = replace(self, **changes)
        page = page_of(changed.exchanges, changed.unfolded, changed.messages, laid_out_as.direction)
        old, length = self.reading, len(page.document)
        top, cursor = (Pos(min(pos, length)) for pos in (old.top, old.cursor))
        flow = old.flow.over(page.document)
        reading = replace(old, flow=flow, top=top, cursor=cursor, hits=None, hit=None, spread=(), put_away=None)
        if any(part and _differ(old.document, page.document, part) for part in (old.target, old.selection)):
            reading = replace(reading, target=None, selection=None)
        return replace(changed, page=page, reading=reading)

    # What every pane does

    @property
    def vacancy(self) -> str:
        """Whether nothing was asked."""
        return "" if self.exchanges else "pane.no_conversation"

    def heading(self, messages: Messages) -> PaneHeading:
        """The title, and who answers."""
        model = self.last.source.model if self.last else ""
        return PaneHeading(messages.text("pane.conversation"), model)

    def content(self, messages: Messages) -> TextContent:
        """The conversation."""
        return TextContent(self.reading, messages.text("pane.no_conversation"))

    def with_reading(self, reading: ReadingState) -> Self:
        """Another place in it."""
        return replace(self, reading=reading)

    def sized(self, width: int, height: int) -> Self:
        """The conversation laid out in the pane."""
        return self.with_reading(self.reading.resized(column_width(width), height))

    def moved(self, rows: int) -> Self:
        """See :meth:`~reader.view.reading_state.ReadingState.moved`."""
        return self.with_reading(self.reading.moved(rows))

    def paged(self, pages: int) -> Self:
        """See :meth:`~reader.view.reading_state.ReadingState.paged`."""
        return self.with_reading(self.reading.paged(pages))

    def to_end(self, *, last: bool) -> Self:
        """The last screen, or the first row."""
        return self.with_reading(self.reading.to_end() if last else self.reading.to_start())

    def chosen(self, reading: ReadingState, column: int | None = None) -> tuple[Self, Choice | None]:
        """Follow the link at the place one reads at, else the next one of the sentence: a citation jumps."""
        del reading, column
        links = links_here(self.reading)
        return self.followed(links[0]) if links else (self, None)

    def followed(self, link: Link) -> tuple[Self, Choice | None]:
        """Follow a link of it."""
        match self.page.aims.get(link.target):
            case Citation() as citation:
                return self, Cite(citation)
            case FoldedThought() as thought:
                return self.fold_toggled(thought.exchange), None
            case None:
                return self, FollowLinkOf(self.page.document, link)

    def copied(self, *, value: bool) -> str | None:
        """The selection, else the answer one reads."""
        if value or not self.exchanges:
            return None
        if self.reading.selection:
            return self.page.document.slice(self.reading.selection)
        here = self.here
        return here.answer_text if here else None

    def told(self, news: News, *, shown: bool, focused: bool) -> Self:
        """Another language of what the reader itself says in it."""
        del shown, focused
        match news:
            case Translated():
                return self._remade(self.page.document, messages=news.messages)
            case Grown():
                return self._remade(news.reading.document)
            case _:
                return self


def _differ(old: Document, new: Document, part: Range) -> bool:
    """Whether the text up to the end of a range is another one."""
    before = range_of(0, part.end)
    return old.slice(before) != new.slice(before)
