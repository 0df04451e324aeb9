"""Frames that the application paints, after every key: any terminal can be sent them then, with no application."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual.pilot import Pilot

from reader.model import Document
from reader.store import Store
from reader.terminal.frames import Output, Shown, update
from reader.terminal.identity import Terminal
from reader.terminal.probe import Probed
from reader.terminal.replies import ReplyParser
from reader.terminal.row import Row
from reader.terminal.shifting import Region
from reader.tui.app import ReaderApp
from reader.tui.canvas import Canvas, scrolling_regions
from reader.tui.settings import Settings
from reader.view.painted_screen import painted_screen
from reader.view.session import Session
from tests.running import settled

Step = str | tuple[int, int]
"""A key, or another size of the window."""


class Picture(NamedTuple):
    """A frame and where it may have scrolled, after a step."""

    step: Step
    frame: Sequence[Row]
    regions: Sequence[Region]


async def pictures(
    document: Document, steps: Iterable[Step], terminal: Terminal, size: tuple[int, int] = (120, 40)
) -> list[Picture]:
    """The first picture, after the step "", and one after each step, in the colours of a terminal.

    Where nothing stands over the panes each is laid three times: as Textual's compositor paints it, from the widgets'
    own cells, and without any widgets.
    """
    session = Session(Store.in_memory(), document)
    app = ReaderApp(document, session, Settings(), Probed(terminal, "", ReplyParser()))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        taken = [_taken("", app)]
        for step in steps:
            await _done(step, pilot)
            taken.append(_taken(step, app))
    return taken


async def _done(step: Step, pilot: Pilot[int]) -> None:
    if isinstance(step, str):
        await pilot.press(step)
    else:
        await pilot.resize_terminal(*step)
    await settled(pilot)


def _taken(step: Step, app: ReaderApp) -> Picture:
    canvas = Canvas()
    painted = app.screen._compositor.render_update(full=True)
    assert painted
    canvas.lay(painted)
    workspace = app.workspace
    if workspace.popup is None:
        directly = Canvas()
        assert directly.lay_widgets(app.screen)
        assert directly.rows == canvas.rows
        assert app._painter.frame(painted_screen(workspace), workspace.window) == canvas.rows
    return Picture(step, canvas.rows, list(scrolling_regions(app.screen)))


def sent(taken: Iterable[Picture], output: Output) -> list[tuple[Step, int]]:
    """The bytes a terminal is sent for each of some pictures after the first."""
    shown = Shown()
    sizes: list[tuple[Step, int]] = []
    for picture in taken:
        text, shown = update(shown, picture.frame, output, picture.regions)
        sizes.append((picture.step, len(text.encode())))
    return sizes[1:]
