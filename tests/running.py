"""An application on the seed article, with a store that ends with the test."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from reader.model import Document, Range
from reader.store import Store
from reader.tui.app import ReaderApp
from reader.tui.settings import Settings
from reader.view.navigation import open_file
from reader.view.session import Session
from tests.samples import article

Opened = Callable[..., "AsyncIterator[tuple[ReaderApp, Pilot[int]]]"]


def application(document: Document | None = None, store: Store | None = None, **settings: str) -> ReaderApp:
    """The application, not yet run."""
    document = article() if document is None else document  # an empty one is false
    looks = Settings(language=settings.get("language", "en"), theme=settings.get("theme", "terminal"))
    return ReaderApp(document, Session(store or Store.in_memory(), document), looks)


async def settled(pilot: Pilot[int]) -> None:
    """Wait for what was typed and for the work it started."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def arrived(app: ReaderApp, pilot: Pilot[int]) -> None:
    """Wait for the whole of a document that is being opened."""
    await pilot.pause()
    while app.performer.loading and app.performer.loading.is_under_way:
        await asyncio.sleep(0.01)
    await settled(pilot)


def jump(app: ReaderApp, target: Range) -> None:
    """Go to a range of the text, by no key."""
    app.workspace = app.workspace.with_reading(app.workspace.reading.jumped(target))
    app.show()


def ask_to_open(app: ReaderApp, path: str) -> None:
    """Open another document, by no key."""
    app.workspace, effects = open_file(app.workspace, path)
    for effect in effects:
        app.performer.perform(effect, app.workspace.document)


@asynccontextmanager
async def running(
    document: Document | None = None, *, size: tuple[int, int] = (120, 40), store: Store | None = None, **settings: str
) -> AsyncIterator[tuple[ReaderApp, Pilot[int]]]:
    """The application at a size, its facts found."""
    app = application(document, store, **settings)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield app, pilot


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "COLORTERM", "TEXTUAL_COLOR_SYSTEM"):
        monkeypatch.delenv(name, raising=False)
