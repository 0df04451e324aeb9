"""The application: one frozen workspace, panes that paint it, and keys that turn it into the next one.

What a movement does is decided in :mod:`reader.view`; here keys become calls, what must be remembered goes to the
session, and slow work (search, facts) to worker threads whose results are dropped when what they were for is gone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from reader.formats import OpenOptions
from reader.locale import Messages
from reader.model import Direction, Document, ExitCode, Range
from reader.search import Index
from reader.terminal.encodings import TerminalEncoding
from reader.terminal.probe import Probed
from reader.text.layout import Justification
from reader.text.printable import pasteable
from reader.tui.bars import FootBar, HeaderBar
from reader.tui.fact_finder import GROUP as FACTS_GROUP
from reader.tui.fact_finder import AboutKnown, FactsFound, FactsProgressed, find_facts
from reader.tui.following import follow_link
from reader.tui.list_pane import ListPane
from reader.tui.looks import next_encoding, next_justification, next_language, toggle_marks
from reader.tui.marking import list_bookmarks, toggle_bookmark, toggle_highlight
from reader.tui.output import OutputStage
from reader.tui.overlays import ListScreen
from reader.tui.pane import BAR, TITLE, Pane
from reader.tui.prompting import SEARCH_GROUP, Prompting
from reader.tui.reading_pane import ReadingPane
from reader.tui.visiting import Visiting
from reader.view.actions import JUMPS, MENTIONS, RETURNS, WORKSPACE_ACTIONS
from reader.view.arrange import PaneName, arrange
from reader.view.fact_index import FactIndex
from reader.view.flow import Flow
from reader.view.help_list import footer_line, help_items, list_hints
from reader.view.keys import Action, Keymap
from reader.view.list_model import Item, ListModel
from reader.view.page import MEASURE, column_width, page_margins
from reader.view.reading_state import ReadingState
from reader.view.recent_list import recent_items
from reader.view.session import Session
from reader.view.styled import StyledText, TextRole, styled
from reader.view.visits import Visit
from reader.view.workspace import Workspace, opened_workspace

if TYPE_CHECKING:
    from textual.timer import Timer

SAVE_AFTER = 0.3
"""Seconds of rest after which the reading position is saved, so that a killed program loses no more."""

MEASURE_STEP = 4
NARROWEST = 20
WIDEST = 240


@dataclass(frozen=True, slots=True)
class Settings:
    """How the application looks and answers.

    Attributes:
        language: The interface's language.
        theme: A name in :data:`reader.tui.themes.THEMES`.
        measure: Cells of the text column at most.
        justification: How lines are filled at first.
        keymap: Which key does what.
        opening: How documents that are opened from others are read.
    """

    language: str = "en"
    theme: str = "terminal"
    measure: int = MEASURE
    justification: Justification = Justification.NONE
    keymap: Keymap = field(default_factory=Keymap)
    opening: OpenOptions = field(default_factory=OpenOptions)


class MainScreen(Screen[None], inherit_bindings=False):
    """The screen of the three panes; keys come to it when nothing else takes them."""


class ReaderApp(OutputStage[int], inherit_bindings=False):
    """The reader for one document; it ends with the exit status.

    Args:
        document: What is read.
        session: What is remembered of it.
        settings: How to look and answer.
        probed: The terminal; None for one that Textual drives by itself, as in tests.
        encoding: How it is sent rows, when the user asked for one.
        rest: The document's further snapshots, where it is not complete.

    Attributes:
        workspace: Everything on the screen.
        session: What is remembered of the document that is read.
        index: The document, ready for searching.
        visiting: The way to other documents and back.
    """

    TITLE = "reader"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "reader.tcss"

    def __init__(
        self,
        document: Document,
        session: Session,
        settings: Settings,
        probed: Probed | None = None,
        encoding: TerminalEncoding | None = None,
        *,
        rest: Iterator[Document] | None = None,
    ) -> None:
        super().__init__(probed, encoding, ansi_color=True)
        self.settings = settings
        self.session = session
        self.index = Index(document)
        flow = Flow(document, 1, justification=settings.justification)
        self.workspace = opened_workspace(session, flow, Messages(settings.language), session.panes)
        self.visiting = Visiting(self)
        self._rest = rest
        self._measure = settings.measure
        self._prompting = Prompting(self)
        self._notice: StyledText | None = None
        self._saving: Timer | None = None
        theme = settings.theme
        self._header, self._foot = HeaderBar(theme), FootBar(theme)
        self._text = ReadingPane(theme)
        self._sections, self._facts = ListPane(PaneName.SECTIONS, theme), ListPane(PaneName.FACTS, theme)
        self._panes: dict[PaneName, Pane] = {
            PaneName.SECTIONS: self._sections,
            PaneName.TEXT: self._text,
            PaneName.FACTS: self._facts,
        }
        self._effects: dict[Action, Callable[[], None]] = {
            Action.SEARCH: self._prompting.ask_for_text,
            Action.GOTO: self._prompting.ask_for_place,
            Action.BOOKMARK: lambda: self._mark(toggle_bookmark),
            Action.BOOKMARKS: lambda: list_bookmarks(self),
            Action.NOTE: lambda: self._mark(lambda _: self._prompting.ask_for_note()),
            Action.HIGHLIGHT: lambda: self._mark(toggle_highlight),
            Action.RECENT: self._list_recent,
            Action.COPY: lambda: self._copy(self.workspace.copied(value=False)),
            Action.COPY_VALUE: lambda: self._copy(self.workspace.copied(value=True)),
            Action.LINK: lambda: follow_link(self),
            Action.OPEN: self._open_here,
            Action.MARKS: lambda: toggle_marks(self),
            Action.JUSTIFY: lambda: next_justification(self),
            Action.NARROWER: lambda: self._change_measure(-MEASURE_STEP),
            Action.WIDER: lambda: self._change_measure(MEASURE_STEP),
            Action.ENCODING: lambda: next_encoding(self),
            Action.LANGUAGE: lambda: next_language(self),
            Action.HELP: self._list_keys,
            Action.QUIT: self._quit,
        }

    # The screen

    def get_default_screen(self) -> Screen[None]:
        """The screen of the three panes."""
        return MainScreen(id="main")

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """The screen as SVG; its text is in painted order, which a browser must not change again."""
        svg = super().export_screenshot(title=title, simplify=simplify)
        return svg.replace("<style>", "<style>\n    text { unicode-bidi: bidi-override; direction: ltr; }", 1)

    def compose(self) -> ComposeResult:
        """Header, panes in the document's direction, foot."""
        panes = list(self._panes.values())
        yield self._header
        with Horizontal(id="panes"):
            yield from reversed(panes) if self.workspace.document.direction.is_rtl else panes
        yield self._foot

    def on_mount(self) -> None:
        """Show the text at once; facts follow."""
        self._begin()
        if self._rest is not None:
            self.visiting.await_rest(self._rest)

    def _begin(self) -> None:
        self.arrange()
        if notice := self.session.store.notice:
            self.say(f"state.{notice.code}", path=notice.path)
        elif notices := self.workspace.document.meta.notices:
            self.say("message.warning", text=self.workspace.messages.notice(notices[0]))
        self._find_facts()

    def _find_facts(self) -> None:
        if self.workspace.document.complete and not self.workspace.complete:
            find_facts(self, self.workspace.document, self.index)

    def on_resize(self, event: events.Resize) -> None:
        """Share the window out anew; Textual takes the size in itself only after this."""
        self.arrange(event.size)

    def arrange(self, size: Size | None = None) -> None:
        """Give the panes their cells and lay the text out in its own."""
        columns, rows = size or self.size
        shares = arrange(columns, rows, self.workspace.wanted, self.workspace.focus)
        foot = shares.bars or self._prompting.prompt is not None or self._notice is not None
        self._header.display, self._foot.display = shares.bars, foot
        for name, pane in self._panes.items():
            width = shares.width_of(name)
            pane.display = width > 0
            pane.styles.width = width
            pane.titled = shares.bars
        height = rows - foot - shares.bars * (1 + TITLE)
        self.workspace = self.workspace.sized(height, shares.facts - BAR)
        if shares.text:
            width = column_width(shares.text - BAR, self._measure)
            margins = page_margins(shares.text - BAR, width)
            self.workspace = self.workspace.with_reading(self.workspace.reading.resized(width, height, margins))
        if self.screen.id == "main":
            self._panes[self.workspace.focus].focus()
        self.show()

    def show(self) -> None:
        """Let every pane paint the workspace as it is now; each repaints only what has changed for it."""
        workspace, text = self.workspace, self.workspace.messages.text
        direction = workspace.document.direction
        progress = f"{workspace.reading.progress:.0%}" if workspace.document.complete else "…"
        self._header.show(workspace.title, progress, direction)
        self._sections.frame(direction, text("pane.sections"))
        self._sections.show(workspace.sections, empty=text("pane.no_sections"))
        self._text.frame(direction, text("pane.text" if workspace.document.blocks else "pane.empty_document"))
        self._text.show(workspace.reading)
        panel = workspace.panel
        scope = text("pane.in_document" if panel.whole else "pane.in_section")
        remark = text("pane.filtered", text=panel.query) if panel.query else scope
        self._facts.frame(direction, text("pane.facts"), remark)
        self._facts.show(panel.model, empty="", details=panel.details)
        line = self._notice or footer_line(self.settings.keymap, workspace.messages, workspace.focus)
        self._foot.show(line, self._prompting.prompt, self._prompting.label, direction)

    def turn_to(self, workspace: Workspace) -> None:
        """Another workspace; the screen, and soon the disk, follow."""
        before, self.workspace = self.workspace, workspace
        if (workspace.wanted, workspace.focus) != (before.wanted, before.focus):
            self.session.panes = workspace.wanted
            self.arrange()
        else:
            self.show()
        if workspace.reading.underlined != before.reading.underlined:
            self.session.underlined = workspace.reading.underlined
        if workspace.panel.whole != before.panel.whole:
            self.session.whole = workspace.panel.whole
        if workspace.reading.cursor != before.reading.cursor:
            if self._saving:
                self._saving.stop()
            self._saving = self.set_timer(SAVE_AFTER, self._save_position)

    def read(self, reading: ReadingState) -> None:
        """Another state of the text."""
        self.turn_to(self.workspace.with_reading(reading))

    def _save_position(self) -> None:
        if self.workspace.document.complete:
            self.session.position = self.workspace.reading.cursor

    def say(self, key: str, **values: object) -> None:
        """A message at the foot, until the next key."""
        self._tell(self.workspace.messages.text(key, **values))

    def _tell(self, text: str) -> None:
        direction = Direction.RTL if self.workspace.messages.is_rtl else Direction.LTR
        self._notice = styled(text, TextRole.NOTICE).isolated(direction)
        self.arrange()

    # Keys and mouse

    def on_key(self, event: events.Key) -> None:
        """A key: into the prompt when one is open, else to its action."""
        event.stop()
        if self._notice is not None:
            self._notice = None
            self.arrange()
        if event.key == "ctrl+c":
            self._quit(ExitCode.INTERRUPTED)
        elif event.key == "ctrl+z":
            self.action_suspend_process()
        elif self._prompting.prompt:
            self._prompting.press(self._prompting.prompt, event)
        elif action := self.action_of(event):
            self.act(action)

    def action_of(self, event: events.Key) -> Action | None:
        """The action of a key press, whatever keyboard layout is active."""
        return self.settings.keymap.action_of(self.key_of(event))

    def act(self, action: Action) -> None:
        """Do what a key stands for."""
        if action in RETURNS and self.visiting.went(action):
            return
        if action in WORKSPACE_ACTIONS:
            self.turn_to(WORKSPACE_ACTIONS[action](self.workspace))
        elif action in JUMPS:
            jump, refusal = JUMPS[action]
            workspace = jump(self.workspace)
            if workspace.reading is self.workspace.reading:
                self.say(refusal)
                return
            self.turn_to(workspace)
            if action in MENTIONS and workspace.walk_remark:
                self._tell(workspace.walk_remark)
        else:
            self._effects[action]()

    def on_reading_pane_wheeled(self, message: ReadingPane.Wheeled) -> None:
        """The wheel over the text."""
        self.read(self.workspace.reading.moved(message.rows))

    def on_reading_pane_pointed(self, message: ReadingPane.Pointed) -> None:
        """A click in the text."""
        self.turn_to(self.workspace.focused(PaneName.TEXT).with_reading(self.workspace.reading.pointed(message.pos)))

    def on_reading_pane_dragged(self, message: ReadingPane.Dragged) -> None:
        """A selection in the text."""
        self.read(self.workspace.reading.selected(message.anchor, message.pos))

    def on_list_pane_moved(self, message: ListPane.Moved) -> None:
        """The wheel or a click in a side pane."""
        self.turn_to(self.workspace.with_model(PaneName(message.pane.id or ""), message.model))

    def on_list_pane_chosen(self, message: ListPane.Chosen) -> None:
        """A click on a section or a fact, which gives its pane the keys too."""
        pane = PaneName(message.pane.id or "")
        self._go(self.workspace.focused(pane).chosen(pane, message.item, message.column))

    def _go(self, workspace: Workspace) -> None:
        """A jump from a side pane; where the window shows but one pane, the text it leads to takes its place."""
        jumped = workspace.reading is not self.workspace.reading
        self.turn_to(workspace.focused(PaneName.TEXT) if jumped and not self._text.display else workspace)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes into the prompt."""
        event.stop()
        self._prompting.insert(event.text)

    # Documents

    def jump(self, target: Range) -> None:
        """Go to a place in the text."""
        self.read(self.workspace.reading.jumped(target))

    def grow(self, session: Session, index: Index, workspace: Workspace) -> None:
        """More of the document that is read."""
        self.session, self.index = session, index
        self.turn_to(workspace)
        self.arrange()
        self._find_facts()

    def take_up(self, visit: Visit) -> None:
        """Another document on the screen."""
        for group in (SEARCH_GROUP, FACTS_GROUP):
            self.workers.cancel_group(self, group)
        self._save_position()
        self.session, self.workspace = visit.session, visit.workspace
        self.index = Index(visit.workspace.document)
        self._notice = None
        rtl = visit.workspace.document.direction.is_rtl
        order = [*self._panes.values()]
        self.query_one("#panes").sort_children(key=order.index, reverse=rtl)  # type: ignore[arg-type]
        self._begin()

    def _open_here(self) -> None:
        """What Enter does: jump to the thing under the cursor, follow a link of the text, open a file of a folder."""
        item = self.workspace.sections.current if self.workspace.focus is PaneName.SECTIONS else None
        if item and item.target is None:
            self.say("message.arriving")
            return
        focus, is_folder = self.workspace.focus, self.workspace.document.is_folder
        self._go(self.workspace.entered())
        if focus is PaneName.TEXT or (is_folder and focus is PaneName.SECTIONS):
            follow_link(self)

    # What reaches outside the workspace

    def _mark(self, step: "Callable[[ReaderApp], None]") -> None:
        """Marks belong to a whole document: they wait for its end."""
        if self.workspace.document.complete:
            step(self)
        else:
            self.say("message.arriving")

    def _list_recent(self) -> None:
        def chosen(item: Item | None) -> None:
            if item:
                self.visiting.open_file(str(item.key))

        items = recent_items(self.workspace.document, self.session.recent, self.workspace.messages)
        self.show_list("recent", ListModel(items), chosen)

    def _list_keys(self) -> None:
        self.show_list("help", ListModel(help_items(self.settings.keymap, self.workspace.messages)), None)

    def show_list(
        self,
        name: str,
        model: ListModel,
        chosen: Callable[[Item | None], None] | None,
        removed: Callable[[Item], ListModel] | None = None,
    ) -> None:
        """A list over the text."""
        messages = self.workspace.messages
        screen = ListScreen(
            name,
            messages.text(f"pane.{name}"),
            model,
            empty=messages.text("pane.no_recent" if name == "recent" else "pane.no_bookmarks"),
            hints=list_hints(
                self.settings.keymap, messages, choosable=chosen is not None, removable=removed is not None
            ),
            direction=self.workspace.document.direction,
            theme=self.settings.theme,
            action_of=self.action_of,
            removed=removed,
        )
        self.push_screen(screen, chosen)

    def _copy(self, text: str) -> None:
        if not text:
            self.say("message.nothing_to_copy")
            return
        self.copy_to_clipboard(pasteable(text))
        self.say("message.copied", text=" ".join(text.split()))

    def _change_measure(self, step: int) -> None:
        self._measure = max(NARROWEST, min(WIDEST, self.workspace.reading.flow.width + step))
        self.arrange()
        self.say("message.column", width=self.workspace.reading.flow.width)

    def _quit(self, status: ExitCode = ExitCode.DONE) -> None:
        self.exit(int(status))

    def on_unmount(self) -> None:
        """However the program ends in good order, signals included, the place is kept."""
        self.visiting.give_up()
        self._save_position()

    def on_about_known(self, message: AboutKnown) -> None:
        """The document's words have been counted."""
        if message.document is self.workspace.document:
            self.turn_to(self.workspace.with_about(message.about))

    def on_facts_progressed(self, message: FactsProgressed) -> None:
        """The facts are being looked for."""
        if message.document is self.workspace.document:
            self.turn_to(self.workspace.with_progress(message.progress))

    def on_facts_found(self, message: FactsFound) -> None:
        """The facts are known."""
        if message.document is self.workspace.document:
            self.turn_to(self.workspace.with_facts(message.index))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """An extractor that fails leaves the document readable, without its facts."""
        if event.worker.group == FACTS_GROUP and event.state is WorkerState.ERROR:
            self.turn_to(self.workspace.with_facts(FactIndex()))
            self.say("message.facts_failed", reason=type(event.worker.error).__name__)

    @property
    def defect(self) -> BaseException | None:
        """What ended the program, if it was a failure of its own."""
        return self._exception

    def _fatal_error(self) -> None:
        """A defect ends the program without a page of traceback; whoever started it reports what went wrong."""
        self._close_messages_no_wait()
