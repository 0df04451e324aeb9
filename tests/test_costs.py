"""What things cost, told in numbers that are the same on every machine; a number that grows needs a reason.

Each bound is what was measured and about a tenth more. Times are measured by :mod:`tests.benchmarks`.
"""

import asyncio
import gc
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Coroutine
from functools import partial
from statistics import mean, median
from typing import Any

import pytest
from textual.events import Key
from textual.message import Message
from textual.message_pump import MessagePump

from reader.formats.registry import TABLE
from reader.locale import Messages
from reader.model import Document
from reader.terminal.encodings import TerminalEncoding
from reader.terminal.frames import Output, Shown, update
from reader.terminal.identity import Terminal
from reader.terminal.shifting import Region
from reader.tui.app import ReaderApp
from reader.tui.first_screen import painter_for
from reader.view.actions import keymap_of
from reader.view.arrange import Window
from reader.view.events import KeyPressed, Resized
from reader.view.flow import Flow
from reader.view.opening import opened_workspace
from reader.view.page import painted_page
from reader.view.session import Memory
from reader.view.styled import PlacedRows
from reader.view.update import step
from reader.view.workspace import Workspace
from tests.running import running, settled
from tests.samples import SEED, article
from tests.terminal.known import KNOWN
from tests.tui.pictures import pictures, sent

FIRST_SCREEN = f"""
import re, sys
compiled, real = [], re.compile
def compile(*arguments, **named):
    if sys._getframe(1).f_globals["__name__"].startswith("reader"):
        compiled.append(arguments[0])
    return real(*arguments, **named)
re.compile = compile
from reader.cli.usual import understood
options = understood([{str(SEED)!r}, "--no-state"])
import reader.cli.opening, reader.cli.starting, reader.formats.text
if compiled: print("compiled when imported:", *compiled)
document = next(reader.cli.opening.open_several(options.paths))
try: reader.cli.starting.started(options, document, 120, 40, beginning=None)
except reader.cli.opening.TerminalError: pass
print(*sys.modules)
"""


LISTED = "print(*sys.modules)"


def modules_after(*code: str) -> set[str]:
    """The modules a process has loaded that has no terminal."""
    done = subprocess.run(
        [sys.executable, *code],
        capture_output=True,
        text=True,
        check=True,
        start_new_session=True,
        stdin=subprocess.DEVNULL,
    )
    assert "compiled" not in done.stdout
    return set(done.stdout.split())


def test_the_first_screen_loads_what_it_shows_and_no_more() -> None:
    loaded = modules_after("-c", FIRST_SCREEN)
    assert "reader.tui.first_screen" in loaded
    not_needed = (
        "textual",
        "rich",
        "argparse",
        "asyncio",
        "dataclasses",
        "inspect",
        "subprocess",
        "traceback",
        "tomllib",
        "lxml",
        "importlib.metadata",
        "statistics",
        "json",
        "datetime",
        "sqlite3",
        "secrets",
        "hashlib",
        "platformdirs",
        "shutil",
        "tempfile",
    )
    later = (
        "reader.view.workspace",
        "reader.view.actions",
        "reader.view.panel",
        "reader.facts",
        "reader.assist",
        "reader.search",
    )
    assert not loaded & {*not_needed, *later}
    assert len([name for name in loaded if name.startswith("reader")]) <= 145
    assert len(loaded) <= 240


def test_a_format_shows_a_sign_before_its_pattern_is_compiled() -> None:
    assert [each.name for each in TABLE if each.begins and not each.sign] == []


def test_printing_loads_neither_a_terminal_nor_json() -> None:
    loaded = modules_after("-c", f"import sys\nfrom reader.cli import main\nmain(['print', '{SEED}'])\n{LISTED}")
    libraries = (
        "argparse",
        "dataclasses",
        "hashlib",
        "inspect",
        "json",
        "pathlib",
        "shutil",
        "threading",
        "urllib.parse",
    )
    assert "reader.view.printing" in loaded
    assert not loaded & {*libraries, "reader.formats.piped", "reader.model.facts", "reader.terminal.identity"}
    assert len([name for name in loaded if name.startswith("reader.")]) <= 95


def test_the_interface_is_there_before_facts_and_files_of_marks() -> None:
    loaded = modules_after("-c", f"import sys, reader.cli.application, reader.tui.app\n{LISTED}")
    assert "textual.app" in loaded
    assert not loaded & {"reader.facts", "reader.assist", "reader.store.exchange", "importlib.metadata", "rapidfuzz"}


def test_the_keys_act_before_textual_archives_and_the_like_are_loaded() -> None:
    loaded = modules_after("-c", f"import sys, reader.cli.application\n{LISTED}")
    assert "reader.tui.early" in loaded
    assert not loaded & {"textual", "rich", "asyncio", "concurrent.futures", "dataclasses", "inspect", "subprocess"}
    assert not loaded & {"json", "tomllib", "hashlib", "datetime", "tempfile", "shutil", "random"}
    assert len([name for name in loaded if name.startswith("reader")]) <= 275


def test_the_version_loads_neither_documents_nor_a_view() -> None:
    loaded = modules_after(
        "-c",
        "import sys\nfrom reader.cli import main\ntry: main(['--version'])\nexcept SystemExit: print(*sys.modules)",
    )
    assert not loaded & {
        "dataclasses",
        "inspect",
        "reader.model",
        "reader.text.layout",
        "reader.formats",
        "reader.store",
    }


def opened(columns: int = 120, rows: int = 40) -> Workspace:
    workspace = opened_workspace(article(), Memory(), Messages("en"), keymap_of())
    return step(workspace, Resized(columns, rows))[0]


def pressed(workspace: Workspace, key: str) -> Workspace:
    """After a key, painted."""
    workspace, _ = step(workspace, KeyPressed(key, key if len(key) == 1 else " ", key))
    painted_page(workspace.reading, 71)
    return workspace


def counted(act: Callable[[], object]) -> int:
    """How many Python functions are called."""
    calls = 0

    def count(_frame: object, event: str, _value: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        act()
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(("key", "most"), [("j", 1_070), ("space", 5_500)])
def test_functions_called_a_key(key: str, most: int) -> None:
    workspace = pressed(pressed(opened(), "j"), "space")
    assert counted(lambda: pressed(workspace, key)) <= most


class Sink:
    """A driver that takes everything."""

    def fits(self, columns: int, rows: int) -> bool:
        return bool(columns and rows)

    def write(self, text: str) -> None:
        assert text


async def test_functions_called_a_key_by_the_application(monkeypatch: pytest.MonkeyPatch) -> None:
    """From the key to the bytes, a line whose facts stay, one that moves into others, a page."""
    terminal = Terminal(encoding=TerminalEncoding.V, margins=True)
    async with running() as (app, pilot):
        await settled(pilot)
        app.terminal, app._output = terminal, Output.of(terminal)
        monkeypatch.setattr(ReaderApp, "_painting_driver", Sink())
        calls: dict[str, list[int]] = {"j": [], "space": []}
        for key in ["j"] * 14 + ["space"] * 4:
            app._under_way.clear()
            while app.message_queue_size:
                await asyncio.sleep(0)
            pressed = Key(key, key if len(key) == 1 else " ")
            calls[key].append(counted(partial(finished, app.on_event(pressed))))
        assert min(calls["j"]) <= 2_560
        assert median(calls["j"]) <= 3_900
        assert median(calls["space"]) <= 22_600


def finished(coroutine: Coroutine[Any, Any, None]) -> None:
    """Run what waits for nothing."""
    with pytest.raises(StopIteration):
        coroutine.send(None)


def test_what_a_line_keeps_in_memory() -> None:
    workspace = pressed(opened(), "j")
    for _ in range(60):
        workspace = pressed(workspace, "j")
    for _ in range(60):
        workspace = pressed(workspace, "k")
    gc.collect()
    before = sys.getallocatedblocks()
    for _ in range(60):
        workspace = pressed(workspace, "j")
    gc.collect()
    assert (sys.getallocatedblocks() - before) / 60 <= 4


async def test_rows_laid_out_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    laid: Counter[str] = Counter()

    def shown(_: Document) -> str:
        raise AssertionError("the whole document is put into words")

    monkeypatch.setattr(Document, "__repr__", shown)

    def watched(name: str) -> None:
        method = getattr(Flow, name)

        def called(self: Flow, *arguments: Any) -> Any:
            laid[name] += 1
            return method(self, *arguments)

        monkeypatch.setattr(Flow, name, called)

    dispatched = MessagePump._dispatch_message

    async def dispatch(self: MessagePump, message: Message) -> None:
        laid["keys handed on"] += isinstance(message, Key)
        await dispatched(self, message)

    monkeypatch.setattr(MessagePump, "_dispatch_message", dispatch)

    async with running() as (_, pilot):
        watched("_window")
        watched("row_at")
        for key, rows in (("j", 45), ("space", 45), ("k", 45), ("right_square_bracket", 90)):
            laid.clear()
            await pilot.press(key)
            await settled(pilot)
            assert laid["_window"] <= 2, key
            assert laid["row_at"] <= rows, key
            assert laid["keys handed on"] == 1, key
        laid.clear()
        await pilot.resize_terminal(110, 36)
        await settled(pilot)
        assert laid["_window"] <= 2
        assert laid["row_at"] <= 45


@pytest.mark.parametrize(
    ("margins", "key", "most"), [(True, "j", 172), (False, "j", 172), (True, "space", 4_680), (False, "space", 4_680)]
)
def test_bytes_of_the_text_a_key(key: str, most: int, *, margins: bool) -> None:
    terminal = Terminal(encoding=TerminalEncoding.V, margins=margins)
    painter, window = painter_for(terminal, "terminal"), Window(80, 40)
    workspace = opened(*window)

    def frame() -> list[Any]:
        return painter.frame([PlacedRows(painted_page(workspace.reading, 79), 1, 1, 79)], window)

    shown = update(Shown(), frame(), Output.of(terminal)).shown
    sent = []
    for _ in range(4):
        workspace = pressed(workspace, key)
        text, shown = update(shown, frame(), Output.of(terminal), [Region(0, 1, 80, 39)])
        sent.append(len(text.encode()))
    assert sum(sent) / len(sent) <= most, sent


@pytest.mark.parametrize(
    ("terminal", "line", "page"),
    [("xterm", 340, 5_700), ("vte", 1_830, 5_900), ("konsole", 1_950, 6_750), ("pterm", 2_000, 6_600)],
)
async def test_bytes_of_three_panes_a_key(terminal: str, line: int, page: int) -> None:
    known = KNOWN[terminal]
    sizes = sent(await pictures(article(), ["j"] * 12 + ["space"] * 2, known), Output.of(known))
    for key, most in (("j", line), ("space", page)):
        assert mean(size for step, size in sizes if step == key) <= most, sizes
