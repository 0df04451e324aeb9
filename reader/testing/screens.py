"""A document opened in the reader at a size, keys pressed, and the screen that came of it.

Textual is imported here, so this module is loaded when a screen is asked for and not before.
"""

import asyncio
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from reader.formats import open_document
from reader.model import Document
from reader.store import Store
from reader.testing.reading_order import reading_order
from reader.tui.app import ReaderApp
from reader.tui.settings import Settings
from reader.values import dataclass
from reader.view.session import Session

_PLAIN = ("NO_COLOR", "COLORTERM", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_THEME")
"""Variables of the environment that would change a picture."""


@dataclass(frozen=True, slots=True)
class Screen:
    """The contents of the screen.

    Attributes:
        painted: Its rows as they were painted, from left to right.
        regions: Every pane and bar by its name, in the order they are read, with its rows in reading order.
        svg: A picture of it.
    """

    painted: tuple[str, ...]
    regions: tuple[tuple[str, tuple[str, ...]], ...]
    svg: str

    @property
    def text(self) -> str:
        """The whole screen in reading order, each pane under a line with its name."""
        lines: list[str] = []
        for name, rows in self.regions:
            lines += [f"── {name} ──", *rows]
        return "\n".join(lines) + "\n"

    def region(self, name: str) -> str:
        """One pane's rows in reading order.

        Raises:
            KeyError: It is not on the screen.
        """
        return "\n".join(dict(self.regions)[name])


def open_screen(
    document: Document | str | Path,
    keys: Iterable[str] = (),
    *,
    size: tuple[int, int] = (80, 24),
    language: str = "en",
    theme: str = "terminal",
) -> Screen:
    """The screen after some keys; what is remembered ends with it.

    Args:
        document: What to read, or where it is.
        keys: Keys as Textual names them: ``"]"``, ``"enter"``, ``"ctrl+c"``.
        size: Columns and rows.
        language: The interface's language.
        theme: The name of a theme.

    Raises:
        DocumentError: The document cannot be read.
        RuntimeError: An event loop is running: in an asynchronous test, use :func:`screen_of` on an application.
    """
    if not isinstance(document, Document):
        document = open_document(document)

    async def opened() -> Screen:
        app = ReaderApp(document, Session(Store.in_memory(), document), Settings(language=language, theme=theme))
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            await pilot.press(*keys)
            await settled(pilot)
            return screen_of(app)

    with _plain_environment():
        return asyncio.run(opened())


async def settled(pilot: Pilot[int]) -> None:
    """Wait for what was pressed and for the work it started."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def screen_of(app: ReaderApp) -> Screen:
    """An application's screen as it is now."""
    strips = app.screen._compositor.render_strips()  # noqa: SLF001 - Textual has no other way to the painted rows
    return Screen(tuple(map(_text_of, strips)), tuple(_regions(app, strips)), _picture(app))


def _regions(app: ReaderApp, strips: Sequence[Strip]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The panes and bars that are seen, from top to bottom, and within a row in the direction of the layout."""
    direction = app.workspace.document.direction
    leaves = [widget for widget in app.screen.walk_children(Widget) if widget.display and not widget.children]
    leaves.sort(key=lambda widget: (widget.region.y, -widget.region.x if direction.is_rtl else widget.region.x))
    for widget in leaves:
        x, y, width, height = widget.region
        rows = [reading_order(_text_of(strip.crop(x, x + width)), direction) for strip in strips[y : y + height]]
        while rows and not rows[-1]:
            rows.pop()
        yield widget.id or type(widget).__name__.lower(), tuple(rows)


def _text_of(strip: Strip) -> str:
    return "".join(segment.text for segment in strip)


@contextmanager
def _plain_environment() -> Iterator[None]:
    """The environment without what would change the picture."""
    kept = {name: os.environ.pop(name) for name in _PLAIN if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(kept)


def _picture(app: ReaderApp) -> str:
    """The screen as SVG, its names the same in every run: Rich makes them of how its values happen to be written."""
    return _NAMES.sub("terminal-", app.export_screenshot())


_NAMES = re.compile(r"terminal-\d+-")
