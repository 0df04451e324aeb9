"""A pane of one's own: one class, one row, and nothing of the reader's code touched."""

from dataclasses import dataclass
from typing import ClassVar, Self

from reader.locale import Messages
from reader.model import BlockKind
from reader.store import Store
from reader.tui.app import ReaderApp
from reader.tui.settings import Settings
from reader.view.keys import Action
from reader.view.list_model import Item, ListModel
from reader.view.panes.pane import Choice, Footer, ListContent, ListPane, PaneHeading, Say, Side
from reader.view.panes.table import PANES
from reader.view.reading_state import ReadingState
from reader.view.session import Session
from reader.view.styled import isolated
from tests.running import settled
from tests.samples import article
from tests.view.replaying import Replay

DOCUMENT = article()


@dataclass(frozen=True, slots=True)
class ParagraphsPane(ListPane):
    """The first words of every paragraph."""

    name: ClassVar[str] = "paragraphs"
    side: ClassVar[Side] = Side.AFTER
    footer: ClassVar[Footer] = ((Action.OPEN,),)

    @classmethod
    def opened(cls, reading: ReadingState, messages: Messages) -> Self:
        del messages
        blocks = [block for block in reading.document.blocks if block.kind is BlockKind.PARAGRAPH]
        items = (Item(isolated(reading.document.slice(b.range)[:30]), b.range, n) for n, b in enumerate(blocks))
        return cls(ListModel((Item(isolated("About"), None, "about"), *items)))

    def heading(self, messages: Messages) -> PaneHeading:
        return PaneHeading("Paragraphs", messages.number(len(self.model.items)))

    def content(self, messages: Messages) -> ListContent:
        del messages
        item = self.model.current
        return ListContent(self.model, details=str(item.key) if item else "")

    def chosen(self, reading: ReadingState, column: int | None = None) -> tuple[Self, Choice | None]:
        if self.model.cursor == 0:
            return self, Say("message.arriving")
        return ListPane.chosen(self, reading, column)


ROWS = (*PANES, ParagraphsPane.opened)


def test_it_is_reached_by_tab_moved_in_and_chosen_from() -> None:
    replay = Replay.of(DOCUMENT, rows=ROWS)
    replay.press("tab", "tab")
    assert replay.workspace.focus == "paragraphs"
    assert replay.workspace.arrangement.width_of("paragraphs") > 0
    replay.press("enter")
    assert replay.workspace.notice
    replay.press("G", "enter")
    last = [block for block in DOCUMENT.blocks if block.kind is BlockKind.PARAGRAPH][-1]
    assert replay.workspace.reading.target == last.range
    replay.press("backspace")
    assert replay.workspace.reading.cursor == 0
    replay.press("y")  # what it has nothing of its own for is the text's
    assert replay.workspace.notice


def test_in_a_narrow_window_it_gives_way_to_the_text_it_leads_to() -> None:
    replay = Replay.of(DOCUMENT, (40, 20), rows=ROWS)
    replay.press("shift+tab", "shift+tab")
    assert replay.workspace.focus == "paragraphs"
    assert replay.workspace.arrangement.over == "paragraphs"
    assert replay.workspace.arrangement.over_width == 40
    replay.press("down", "enter")
    assert replay.workspace.focus == "text"


async def test_it_is_painted_beside_the_others() -> None:
    app = ReaderApp(DOCUMENT, Session(Store.in_memory(), DOCUMENT), Settings(panes=ROWS))
    async with app.run_test(size=(160, 40)) as pilot:
        await settled(pilot)
        rows = ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]
        title = rows[1]
        assert title.index("Paragraphs") < title.index("Facts") < title.index("Text") < title.index("Sections")
        await pilot.press("tab", "tab", "down", "enter")
        await settled(pilot)
        assert app.workspace.reading.target is not None
