"""The interface before Textual is there: the whole screen, and the keys that need nothing but the workspace.

While a thread loads the application, keys act here: what they do is decided where it always is
(:func:`reader.view.update.step`), and the screen is painted as the application paints it. What else they ask for is
kept for the application if that may come late; a key that needs more — a list over the panes, a search, a paste, the
mouse — is left, with everything behind it, to the application, which goes on where this ends.

Units: columns and rows of the window; seconds.
"""

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from threading import Thread

from reader.named_tuples import NamedTuple
from reader.terminal.frames import Output, Shown, update
from reader.terminal.keyboard import Keyboard
from reader.terminal.plain_keys import BEGUN, ENDED, REST_OF_A_KEY, PlainKey, Press, first_press
from reader.terminal.probe import Probing, can_be_read
from reader.terminal.shifting import SHORTEST_SCROLL, Region
from reader.tui.first_screen import FirstScreen, painter_for
from reader.tui.stopwatch import Stopwatch
from reader.tui.turn_lengths import ACTING, WAITING
from reader.values import replace
from reader.view.arrange import Window
from reader.view.effects import Effect, Remember, SavePosition
from reader.view.events import KeyPressed, Resized, Started
from reader.view.painted_screen import painted_screen
from reader.view.session import Session
from reader.view.styled import PlacedRows
from reader.view.update import step
from reader.view.workspace import Workspace

_MAY_COME_LATE = (SavePosition, Remember)
"""Effects that keys may ask for here: nobody waits for them."""

_ESCAPE = "\x1b"
_ALONE = Press((PlainKey("escape", None),), 1)


class Begun(NamedTuple):
    """Where the application goes on.

    Attributes:
        first: How the terminal was taken over; what it shows is told by ``shown``.
        workspace: Everything on the screen.
        effects: What was asked for and is not done; who does it takes it out.
        keyboard: The keyboard's layout as it is known by now.
        stopwatch: What takes the time somebody reads.
        shown: What the terminal shows.
    """

    first: FirstScreen
    workspace: Workspace
    effects: list[Effect]
    keyboard: Keyboard
    stopwatch: Stopwatch
    shown: Shown


class EarlyInterface:
    """See the module.

    Args:
        first: What the terminal shows already.
        workspace: What is on the screen.
        started: What begins it.
        keyboard: The keyboard's layout as it is expected.
        reached: Told how far one has come in a document that is not complete, in code points.
    """

    def __init__(
        self,
        first: FirstScreen,
        workspace: Workspace,
        started: Started,
        keyboard: Keyboard,
        reached: Callable[[int], None],
    ) -> None:
        workspace, _ = step(workspace, Resized(*first.window))
        self._workspace, effects = step(workspace, started)
        self._effects = [*effects]
        self._keyboard = keyboard
        self._stopwatch = Stopwatch()
        self._reached = reached
        self._first = first
        self._painter = painter_for(first.terminal, self._workspace.theme)
        self._output = replace(Output.of(first.terminal), encoding=first.encoding)
        self._shown = first.shown

    @property
    def begun(self) -> Begun:
        """Where the application goes on."""
        return Begun(self._first, self._workspace, self._effects, self._keyboard, self._stopwatch, self._shown)

    def live(self, probing: Probing, module: str) -> None:
        """Show the interface and let keys act, until a module is loaded that goes on with it.

        What was typed ahead comes before the loading.
        """
        able = self._workspace.popup is None
        if able:
            with self.undisturbed():
                self._paint()
                able = self._act(probing)
        loading = _Loading(module)
        while able:
            escape = probing.typed == _ESCAPE
            sys.setswitchinterval(WAITING)
            heard = probing.listen(REST_OF_A_KEY if escape else None, loading.done)
            sys.setswitchinterval(ACTING)
            if not heard and (not escape or can_be_read(loading.done)):
                break
            with self.undisturbed():
                able = self._act(probing, alone=escape and not heard)
        loading.wait()

    def undisturbed(self) -> AbstractContextManager[None]:
        """Do something that no signal ends half done; see :meth:`~reader.terminal.takeover.Takeover.undisturbed`."""
        return self._first.takeover.undisturbed()

    def keep(self, session: Session) -> None:
        """Have kept what was to be kept, where the application has not come to it."""
        with self.undisturbed():
            for effect in self._effects:
                match effect:
                    case SavePosition():
                        session.position = effect.pos
                    case Remember():
                        session.remember(effect.changes)
                    case _:
                        pass

    def _act(self, probing: Probing, *, alone: bool = False) -> bool:
        """Let what was typed act, as far as it does here, and show what has come of it.

        Args:
            probing: Has it.
            alone: Whether an Escape that stands by itself is the key: what else begins so comes at once.

        Returns:
            Whether all of it acted that has come whole.
        """
        acted = False
        while typed := probing.typed:
            lost = _ESCAPE if probing.is_cut and ENDED.match(typed) else ""
            press = _ALONE if alone and typed == _ESCAPE else first_press(lost + typed)
            if press is None or not self._press(press.keys):
                break
            probing.take(press.length - len(lost), cut=press is _ALONE)
            acted = True
        if acted:
            self._paint()
        return typed in {"", _ESCAPE} or bool(BEGUN.match(typed))

    def _press(self, keys: Sequence[PlainKey]) -> bool:
        """Press keys that come together; False where nothing has come of it, for it takes more than there is here."""
        workspace, keyboard, effects = self._workspace, self._keyboard, self._effects
        for key in keys:
            if key.character and len(key.character) == 1:
                keyboard = keyboard.typed(key.character)
            event = KeyPressed(key.key, key.character, keyboard.command_of(*key))
            try:
                taken = step(workspace, event)
            except Exception:  # noqa: BLE001 - a thread imports meanwhile; a defect shows itself again in the application
                return False
            if taken[0].popup or not all(isinstance(effect, _MAY_COME_LATE) for effect in taken[1]):
                return False
            workspace, more = self._stopwatch.timed(workspace, taken)
            effects = [*effects, *more]
        self._workspace, self._keyboard, self._effects = workspace, keyboard, effects
        if not workspace.document.complete:
            self._reached(workspace.reading.shown_top)
        return True

    def _paint(self) -> None:
        workspace, output = self._workspace, self._output
        self._painter.use(workspace.preview or workspace.theme)
        parts = painted_screen(workspace)
        frame = self._painter.frame(parts, workspace.window)

        def change() -> str:
            text, self._shown = update(self._shown, frame, output, _scrolling(parts, workspace.window))
            return text

        def anew() -> str:
            text, self._shown = update(Shown(), frame, output)
            return text

        self._first.takeover.show(change, anew)


def _scrolling(parts: Iterable[PlacedRows], window: Window) -> Iterator[Region]:
    """Where the screen may have scrolled."""
    for part in parts:
        if len(part.rows) >= SHORTEST_SCROLL and (part.width, len(part.rows)) != window:
            yield Region(part.left, part.top, part.left + part.width, part.top + len(part.rows))


class _Loading:
    """A module that a thread imports; whoever needs it imports it again, and hears of what went wrong.

    Attributes:
        done: A descriptor that can be read when it is there.
    """

    def __init__(self, module: str) -> None:
        self.done, self._under_way = os.pipe()
        self._module = module
        self._thread = Thread(target=self._load, name="loading", daemon=True)
        self._thread.start()

    def _load(self) -> None:
        with contextlib.suppress(BaseException):
            import_module(self._module)
        os.close(self._under_way)

    def wait(self) -> None:
        """Wait until it is there."""
        self._thread.join()
        os.close(self.done)
