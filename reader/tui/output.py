"""The output stage on Textual's side: whatever Textual paints becomes frames, and only frames reach the terminal.

Textual hands over strips, whole screens or parts of rows, already in visual order. They are laid into a *canvas*, the
frame as it should be; :mod:`reader.terminal.frames` turns the difference from what the terminal shows into bytes. A
frame is sent when the terminal has taken in what was sent before, so keys that are held down change the canvas many
times and the screen as often as the line allows: nothing queues up.

Units: cells; columns and rows counted from 0; seconds.
"""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any, TypeVar

from rich.console import RenderableType
from textual import events
from textual.app import App, ScreenStackError
from textual.screen import Screen
from textual.widget import Widget

from reader.terminal.encodings import TerminalEncoding, next_encoding
from reader.terminal.frames import Output, Shown, update
from reader.terminal.identity import Terminal, identify
from reader.terminal.keyboard import keyboard_expected
from reader.terminal.modes import bidi_modes
from reader.terminal.pen import Cursor
from reader.terminal.probe import Probed
from reader.terminal.replies import Answers
from reader.tui.canvas import Canvas, scrolling_regions
from reader.tui.driver import ReaderDriver
from reader.tui.early import Begun
from reader.tui.key_presses import PlacedKey, TypedText
from reader.tui.linear_driver import LinearDriver
from reader.tui.threads import Unawaited
from reader.tui.turns import Collecting, loop_in_turns
from reader.values import replace

ReturnType = TypeVar("ReturnType")

_FRAMES_UNDER_WAY = 4
"""Frames that may be on their way: a single key shows one round trip later even while another frame travels."""

_BYTES_UNDER_WAY = 2048
"""The same in bytes, for lines that are slow rather than long."""

_TOO_LONG_UNDER_WAY = 2.0
"""Seconds after which a frame counts as arrived, said or not."""

_LONGEST_UNSHOWN = 0.05
"""Seconds for which keys that come faster than they are shown come first."""


class OutputStage(App[ReturnType]):
    """An application that reaches the terminal through frames.

    Args:
        probed: The terminal, as the probe found it. None for one that Textual drives by itself, as in tests.
        encoding: How it is sent rows; None for what it needs.
        ansi_color: Whether the terminal's own sixteen colours are kept as they are.
        begun: What was there before, with which one goes on.
        linear: Whether lines are written one after the other, and nothing is painted.

    Attributes:
        first_screen: What the terminal was taken over for before; None once it is the driver's.
        is_shown_rightly: Whether that was sent as this application would send it.
    """

    def __init__(
        self,
        probed: Probed | None = None,
        encoding: TerminalEncoding | None = None,
        *,
        ansi_color: bool | None = None,
        begun: Begun | None = None,
        linear: bool = False,
    ) -> None:
        drivable = probed is not None and probed.descriptor is not None
        driver = LinearDriver if linear else ReaderDriver
        super().__init__(driver_class=driver if drivable else None, ansi_color=ansi_color)
        self.animation_level = "none"
        self.probed = probed
        self.terminal = probed.terminal if probed else Terminal(encoding=TerminalEncoding.V)
        self._chosen = encoding
        self._keyboard = begun.keyboard if begun else keyboard_expected(os.environ)
        self._canvas = Canvas()
        first = begun.first if begun else None
        self.first_screen = first.takeover if first else None
        self.is_shown_rightly = first is not None and (first.terminal, first.encoding) == (self.terminal, self.encoding)
        self._shown = begun.shown if begun else Shown()
        self._output = replace(Output.of(self.terminal), encoding=self.encoding)
        self._waiting = False
        self._under_way: list[tuple[float, int]] = []
        self._collecting: Collecting | None = None
        self._changed: set[Widget] = set()
        self._changed_since = 0.0
        self._is_shown_at_once = False

    # What the application asks for

    @property
    def encoding(self) -> TerminalEncoding:
        """How rows are sent now."""
        return self._chosen or self.terminal.encoding

    def set_encoding(self, encoding: TerminalEncoding) -> None:
        """Send rows in another way; the whole screen is sent anew at once."""
        self._chosen = encoding
        self._output = replace(self._output, encoding=encoding)
        if driver := self._painting_driver:
            driver.write(bidi_modes(self.terminal, encoding))
            self.repaint()

    def cycle_encoding(self) -> TerminalEncoding:
        """The next way to send rows, when the screen looks wrong."""
        self.set_encoding(next_encoding(self.encoding))
        return self.encoding

    def key_of(self, event: events.Key) -> str:
        """The key that was pressed, whatever keyboard layout is active; for commands, not for text."""
        place = event.place if isinstance(event, PlacedKey) else None
        return self._keyboard.command_of(event.key, event.character, place)

    def run(self, **options: Any) -> ReturnType | None:
        """Run in a loop whose keys come before threads that compute."""
        with asyncio.Runner(loop_factory=loop_in_turns) as runner:
            self._collecting = Collecting(runner.get_loop().call_later)
            return runner.run(self.run_async(**options))

    async def run_async(self, **options: Any) -> ReturnType | None:
        """Run; leaving waits for no thread."""
        asyncio.get_running_loop().set_default_executor(Unawaited())
        return await super().run_async(**options)

    def typed(self, event: events.Key) -> None:
        """Every key tells something of the keyboard's layout, and that somebody waits."""
        if self._collecting:
            self._collecting.typed()
        if event.character and len(event.character) == 1:
            self._keyboard = self._keyboard.typed(event.character)

    async def on_event(self, event: events.Event) -> None:
        """A key is noted before it goes its way."""
        if isinstance(event, events.Key):
            self.typed(event)
        await super().on_event(event)

    async def on_typed_text(self, event: TypedText) -> None:
        """Characters that arrived together are keys, unless an application knows better."""
        for key in event.keys:
            await self.on_event(key)

    # What the driver tells

    def repaint(self) -> None:
        """Send everything: nothing is known any more of what the terminal shows, or of its size."""
        self._shown = Shown()
        self._under_way.clear()
        if driver := self._painting_driver:
            driver.send_size()
        self._send()

    def frames_arrived(self, count: int) -> None:
        """The terminal has taken in the first frames under way."""
        del self._under_way[:count]
        if self._waiting:
            self._send()

    def all_written(self) -> None:
        """Everything is written; a terminal that answers nothing tells no more than that."""
        if not self.terminal.answers:
            self.frames_arrived(len(self._under_way))

    def answered_late(self, answers: Answers) -> None:
        """The terminal has said who it is after all; of a multiplexer all was known before."""
        driver = self._painting_driver
        if driver is None or self.terminal.multiplexer:
            return
        terminal = identify(answers, os.environ)
        if terminal == self.terminal:
            return
        self.terminal = terminal
        self._output = replace(Output.of(self.terminal), encoding=self.encoding)
        driver.set_modes_again()
        self.repaint()

    def _set_pointer_shape(self, shape: str) -> None:
        """Nothing: the mouse's pointer is the terminal's, and some would print what they do not know."""

    def say(self, text: str) -> None:
        """Write lines, where lines are written."""
        if isinstance(self._driver, LinearDriver):
            self._driver.say(text)

    # From strips to frames

    @property
    def _painting_driver(self) -> ReaderDriver | None:
        return self._driver if isinstance(self._driver, ReaderDriver) else None

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Textual's last step: what it has painted becomes the canvas."""
        driver = self._painting_driver
        if isinstance(driver, LinearDriver):
            self.post_display_hook()
            return
        if driver is None:
            super()._display(screen, renderable)
            return
        try:
            if renderable is not None and self._can_show:
                self._canvas.lay(renderable)
                self._send()
        finally:
            self.post_display_hook()

    def show_widgets(self, screen: Screen[Any]) -> bool:
        """Show a screen by its widgets' own cells; whether that could be done.

        Textual's compositor takes rows apart and together again by Rich's segments, all of them at every change: half
        of what a line of scrolling costs. Upstream it would need a way for widgets to give finished rows, which only
        what overlaps them cuts.
        """
        driver = self._painting_driver
        if driver is None or isinstance(driver, LinearDriver) or not self._can_show:
            return False
        if not self._canvas.lay_widgets(screen):
            return False
        self._send()
        self.post_display_hook()
        return True

    def show_soon(self, widget: Widget) -> None:
        """Show a painted widget as it is now, together with all that changes in this step.

        By way of Textual that takes four messages a widget and a timer of a sixtieth of a second.
        """
        if self._painting_driver is None:
            widget.refresh()
            return
        if not self._changed:
            self._changed_since = monotonic()
            if not self._is_shown_at_once:
                self.call_next(self._show_changed)
        self._changed.add(widget)

    @contextmanager
    def shown_at_once(self) -> Iterator[None]:
        """A step after which all that it has changed is shown, with no message between."""
        self._is_shown_at_once = True
        try:
            yield
        finally:
            self._is_shown_at_once = False
        self._show_changed()

    def _show_changed(self) -> None:
        """Show what has changed; what was typed meanwhile comes first, for a while, for it may change more."""
        if not self._changed:
            return
        if self.message_queue_size and monotonic() < self._changed_since + _LONGEST_UNSHOWN:
            self.call_next(self._show_changed)
            return
        changed, self._changed = self._changed, set()
        try:
            screen = self.screen
        except ScreenStackError:  # the application ends
            return
        if not (self.is_laid_out and self.show_widgets(screen)):
            for widget in changed:
                widget.refresh()

    @property
    def is_laid_out(self) -> bool:
        """Whether the widgets of the screen stand where they are to stand, so that no layout is under way."""
        return False

    @property
    def _can_show(self) -> bool:
        return not self._batch_count and self._running and not self._closed

    def _send(self) -> None:
        """Send the canvas, unless too much is under way: then it is sent when that has arrived.

        A canvas of another size than the terminal's waits for the layout, which is under way; where the terminal is
        resized back before that, nothing is laid out anew, and the canvas that is there is right again.
        """
        driver = self._painting_driver
        rows = self._canvas.rows
        if driver is None or not rows or not self._running:
            return
        if not driver.fits(len(rows[0]), len(rows)):
            return
        now = monotonic()
        while self._under_way and now - self._under_way[0][0] > _TOO_LONG_UNDER_WAY:
            self._under_way.pop(0)
        travelling = sum(size for _, size in self._under_way)
        if self._under_way and (len(self._under_way) >= _FRAMES_UNDER_WAY or travelling >= _BYTES_UNDER_WAY):
            if not self._waiting:
                self._waiting = True
                self.set_timer(_TOO_LONG_UNDER_WAY, self._send)
            return
        self._waiting = False
        position = self.cursor_position
        cursor = Cursor(position.y, position.x) if position else None
        text, self._shown = update(self._shown, rows, self._output, scrolling_regions(self.screen), cursor)
        if text:
            driver.write(text + (driver.ask_for_arrival() if self.terminal.answers else ""))
            self._under_way.append((now, len(text.encode())))
