"""The application: a thin shell that paints the workspace, turns what happens into events, and performs effects.

What anything means is decided in :func:`reader.view.update.step`.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widget import Widget

from reader.model import Document
from reader.terminal.encodings import TerminalEncoding
from reader.terminal.palette import DARK
from reader.terminal.probe import Probed
from reader.terminal.style import ColourDepth
from reader.tui.bars import FootBar, HeaderBar
from reader.tui.early import Begun
from reader.tui.happened import Happened
from reader.tui.key_presses import TypedText
from reader.tui.list_popup import ListPopupScreen
from reader.tui.list_widget import ListWidget
from reader.tui.note_screen import NoteScreen
from reader.tui.output import OutputStage
from reader.tui.paint import Painter
from reader.tui.painted_widget import PaintedWidget
from reader.tui.performing import Performer
from reader.tui.settings import Settings, start_of, workspace_of
from reader.tui.side_panel import SidePanelScreen
from reader.tui.stopwatch import Stopwatch
from reader.tui.text_widget import TextWidget
from reader.values import replace
from reader.view import linear
from reader.view.arrange import Arrangement, Window
from reader.view.bars import FootContent, foot_content
from reader.view.beginnings import Beginning
from reader.view.effects import Effect, Redraw, SavePosition
from reader.view.events import Event, KeyPressed, Pasted, Resized
from reader.view.keys import Action
from reader.view.outline import outline_items
from reader.view.painted_panes import frame_of
from reader.view.painted_screen import left_of_over
from reader.view.panes.pane import Pane, TextContent
from reader.view.popups import ListPopup, NotePopup, Popup, SidePanel
from reader.view.session import Session
from reader.view.update import step
from reader.view.whereabouts import whereabouts
from reader.view.workspace import Workspace


class MainScreen(Screen[None], inherit_bindings=False):
    """The screen of the panes; keys come to it when nothing else takes them."""

    def _compositor_refresh(self) -> None:
        """Show what has changed, without the compositor where the reader drives the terminal."""
        app = self.app
        if isinstance(app, OutputStage) and app.screen is self and app.show_widgets(self):
            self._dirty_widgets.clear()
            self._compositor._dirty_regions.clear()  # noqa: SLF001 - as the compositor does
            app._update_mouse_over(self)  # noqa: SLF001 - as Textual does
        else:
            super()._compositor_refresh()


class ReaderApp(OutputStage[int], inherit_bindings=False):
    """The reader for one document; it ends with the exit status.

    Args:
        document: What is read.
        session: What is remembered of it.
        settings: How to look and answer.
        probed: The terminal; None for one that Textual drives by itself, as in tests.
        encoding: How it is sent rows, when the user asked for one.
        rest: The document's further snapshots, where it is not complete.
        reached: Told how far in it one has come, in code points.
        beginning: Where one asked to begin.
        begun: What was there before, with which one goes on.

    Attributes:
        workspace: Everything on the screen.
        performer: What does what the workspace asks for.
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
        reached: Callable[[int], None] = lambda _: None,
        beginning: Beginning | None = None,
        begun: Begun | None = None,
    ) -> None:
        super().__init__(probed, encoding, ansi_color=True, begun=begun, linear=settings.linear)
        self.settings = settings
        self._begun = begun
        self.workspace = begun.workspace if begun else workspace_of(document, session, settings)
        self.performer = Performer(
            self,
            session,
            settings.opening,
            tell=self.update,
            post=self._post,
            prepare=self._prepare,
        )
        self._started = start_of(session, settings, beginning)
        self._stopwatch = begun.stopwatch if begun else Stopwatch()
        self._is_spoken = False
        self._rest = rest
        self._reached = reached
        terminal = probed.terminal if probed else None
        self._painter = Painter(
            settings.theme,
            terminal.palettes if terminal else (DARK,),
            terminal.depth if terminal else ColourDepth.PALETTE,
        )
        self._header, self._foot = HeaderBar(self._painter), FootBar(self._painter)
        self._panes = {pane.name: self._widget_of(pane) for pane in self.workspace.panes}
        self._layout: tuple[object, object] = None, None
        self._places: dict[str, tuple[int, bool, int]] = {}
        self._popup: ListPopupScreen | SidePanelScreen | NoteScreen | None = None

    def _widget_of(self, pane: Pane) -> ListWidget | TextWidget:
        kind = TextWidget if isinstance(pane.content(self.workspace.messages), TextContent) else ListWidget
        return kind(pane.name, self._painter)

    # The screen

    def get_default_screen(self) -> Screen[None]:
        """The screen of the panes."""
        return MainScreen(id="main")

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """The screen as SVG; its text is in painted order, which a browser must not change again."""
        svg = super().export_screenshot(title=title, simplify=simplify)
        return svg.replace("<style>", "<style>\n    text { unicode-bidi: bidi-override; direction: ltr; }", 1)

    def compose(self) -> ComposeResult:
        """Header, panes in the document's direction, foot."""
        yield self._header
        with Horizontal(id="panes"):
            yield from self._in_order()
        yield self._foot

    def _in_order(self) -> list[ListWidget | TextWidget]:
        """The panes from left to right."""
        panes = [*self._panes.values()]
        return panes[::-1] if self.workspace.document.direction.is_rtl else panes

    def on_mount(self) -> None:
        """Show the text at once; facts, and the rest of the document, follow."""
        self.update(Resized(*self.size))
        if self._begun:
            while self._begun.effects:
                self._perform([self._begun.effects.pop(0)])
        else:
            self.update(self._started)
        if self.settings.linear:
            self.say(linear.opening(self.workspace))
            self._is_spoken = True
        if self._rest is not None:
            self.performer.take(self._rest, anew=False)

    # What happens, and what follows from it

    def update(self, happened: Action | Event) -> None:
        """Take one step: the next workspace on the screen, its effects performed; none once the screens are closed."""
        if not self.screen_stack:
            return
        before = self.workspace
        self.workspace, effects = self._stopwatch.timed(before, step(before, happened))
        if self.workspace.document.direction is not before.document.direction:
            order = self._in_order()
            self.query_one("#panes").sort_children(key=order.index)  # type: ignore[arg-type]
        self.show()
        if not self.workspace.document.complete:
            self._reached(self.workspace.reading.shown_top)
        if self._is_spoken:
            self._speak(before, happened, effects)
        self._perform(effects)

    def _perform(self, effects: Iterable[Effect]) -> None:
        for effect in effects:
            self.performer.perform(effect, self.workspace.document)

    def _speak(self, before: Workspace, happened: Action | Event, effects: Iterable[Effect]) -> None:
        """Say what has come of a step; a key that changes nothing says again why. Painting anew says the place."""
        silent = replace(before, notice="") if isinstance(happened, KeyPressed) else before
        self.say(linear.told(silent, self.workspace))
        if any(isinstance(effect, Redraw) for effect in effects):
            self.say("".join(f"{line}\n" for line in linear.place_lines(self.workspace)))

    def _post(self, event: Event) -> None:
        """An event from any thread."""
        self.post_message(Happened(event))

    def _prepare(self, document: Document) -> None:
        """In the thread that loads a document: the lines of a long tree."""
        outline_items(document, self.workspace.sections.folded)

    def on_happened(self, message: Happened) -> None:
        """From a widget or a worker."""
        message.stop()
        self.update(message.event)

    def on_resize(self, event: events.Resize) -> None:
        """Another size of the window; Textual takes it in itself only after this."""
        self.update(Resized(*event.size))

    async def on_event(self, event: events.Event) -> None:
        """A key acts at once: Textual would hand it down to what is focused and up again, in five messages."""
        if not isinstance(event, events.Key):
            await super().on_event(event)
            return
        self.typed(event)
        self.app_focus = True
        self.performer.retry()
        with self.shown_at_once():
            self.update(KeyPressed(event.key, event.character, self.key_of(event)))
        self.performer.check(self.workspace.document)

    def on_app_focus(self) -> None:
        """The window is looked at again, or the program goes on."""
        self.performer.check(self.workspace.document)

    async def on_typed_text(self, event: TypedText) -> None:
        """Characters that arrived together: keys, until one of them opens a prompt, and a text from there on."""
        event.stop().prevent_default()
        for at, key in enumerate(event.keys):
            if self.workspace.prompt:
                self.update(Pasted(event.text[at:]))
                break
            self.update(KeyPressed(key.key, key.character, self.key_of(key)))

    def on_paste(self, event: events.Paste) -> None:
        """Text pasted by the terminal."""
        event.stop()
        self.update(Pasted(event.text))

    def on_unmount(self) -> None:
        """However the program ends in good order, signals included, the place is kept."""
        self.performer.end()
        document = self.workspace.document
        if document.complete or (self.workspace.follows and not document.is_piped):
            self.performer.perform(SavePosition(document, self.workspace.reading.cursor, at_once=True), document)

    # Painting

    def show(self) -> None:
        """Let everything paint the workspace as it is now; each repaints only what has changed for it."""
        workspace = self.workspace
        shares, direction = workspace.arrangement, workspace.document.direction
        if self._painter.use(workspace.preview or workspace.theme):
            self._repaint()
        self._header.display, self._foot.rows = shares.bars, workspace.foot_rows
        self._header.show(whereabouts(workspace), direction)
        for pane in workspace.panes:
            self._show_pane(pane, shares)
        foot = foot_content(workspace)
        self._foot.show(foot)
        focused = self._panes[workspace.focus]
        if self.screen.id == "main" and self.screen.focused is not focused:
            focused.focus()
        self._show_popup(workspace.popup, foot)

    @property
    def is_laid_out(self) -> bool:
        """Whether the panes and bars of the workspace are on the screen, as wide and high as it has them."""
        screen, workspace = self.screen, self.workspace
        shares = workspace.arrangement
        seen = screen._compositor.visible_widgets  # noqa: SLF001 - Textual keeps it nowhere else
        layout = workspace.window, shares, workspace.foot_rows
        if self._layout[0] is seen and self._layout[1] == layout:  # a layout makes another list of what is seen
            return True
        if screen.id != "main" or Window(*screen.size) != workspace.window:
            return False
        wanted = {self._panes[pane.name]: shares.width_of(pane.name) for pane in workspace.panes}
        is_so = (
            all((widget.size.width if widget in seen else 0) == width for widget, width in wanted.items())
            and (self._header.size.height if self._header in seen else 0) == shares.bars
            and (self._foot.size.height if self._foot in seen else 0) == workspace.foot_rows
        )
        if is_so:
            self._layout = seen, layout
        return is_so

    def _repaint(self) -> None:
        """Everything painted anew, in another theme."""
        for screen in self.screen_stack:
            for widget in screen.query(Widget):
                if isinstance(widget, PaintedWidget):
                    widget.repaint()
                else:
                    widget.refresh()

    def _show_pane(self, pane: Pane, shares: Arrangement) -> None:
        widget = self._panes[pane.name]
        width, over = shares.width_of(pane.name), pane.name == shares.over
        place = width, over, left_of_over(self.workspace, pane) if over else 0
        if place != self._places.get(pane.name):
            self._places[pane.name] = place
            widget.display = width > 0
            widget.styles.width = width
            widget.styles.layer = "over" if over else "beside"
            widget.styles.offset = (place[2], 0)
        content = pane.content(self.workspace.messages)
        if isinstance(content, TextContent) is not isinstance(widget, TextWidget):
            raise TypeError(f"the pane {pane.name!r} shows another kind of content than at first")
        widget.show(content, frame_of(self.workspace, pane))

    def _show_popup(self, popup: Popup | None, foot: FootContent) -> None:
        """The screen over the panes as the workspace has it: pushed, painted, or taken away."""
        kind = None if popup is None else _screen_of(popup)
        if self._popup and type(self._popup) is not kind:
            self.pop_screen()
            self._popup = None
        if kind and self._popup is None:
            self._popup = kind(self._painter)
            self.push_screen(self._popup)
        messages = self.workspace.messages
        match popup, self._popup:
            case ListPopup(), ListPopupScreen() as screen:
                screen.show(popup, messages, foot, self.workspace.foot_rows)
            case SidePanel(), SidePanelScreen() as screen:
                screen.show(popup, messages, foot)
            case NotePopup(), NoteScreen() as screen:
                screen.show(popup, messages, foot)
            case _:
                pass

    # The end

    @property
    def defect(self) -> BaseException | None:
        """The failure that ended the program, if it was one of its own."""
        return self._exception

    def _fatal_error(self) -> None:
        """A defect ends the program without a page of traceback; whoever started it reports what went wrong."""
        self._close_messages_no_wait()


def _screen_of(popup: Popup) -> type[ListPopupScreen] | type[SidePanelScreen] | type[NoteScreen]:
    match popup:
        case ListPopup():
            return ListPopupScreen
        case SidePanel():
            return SidePanelScreen
        case NotePopup():
            return NoteScreen
        case _:
            assert_never(popup)
