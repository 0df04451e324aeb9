"""Talking to a model from the reader: what is told while an answer comes, from whole servers and from broken ones."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.formats import open_document
from reader.model import Document, Standing, Task
from reader.store import Store
from reader.store.assistant import is_allowed
from reader.tui.asking import Asker
from reader.view.conversation.state import (
    Allowance,
    AllowanceAsked,
    AnswerGrew,
    AnswerState,
    Exchange,
    Reply,
    Taken,
)
from reader.view.effects import Ask, ReplyToModel
from tests.assist.scripted_model import Script, build
from tests.assist.serving import OK, Server, delta, finish, response, serving
from tests.formats.test_picture_files import png
from tests.running import running
from tests.samples import article
from tests.tui.session import Session, environment

if TYPE_CHECKING:
    from reader.view.events import Event

ARTICLE = article()
Answers = Iterable[Iterable[bytes | float]]


class Asked:
    """A question to a server that answers as it is told to, and all that came of it."""

    def __init__(self, store: Store) -> None:
        self.told: list[Event] = []
        self.asker = Asker(store, self.told.append)

    def ask(self, text: str = "كم؟", task: Task = Task.ANSWER, document: Document = ARTICLE) -> None:
        self.asker.ask(Ask(document, Exchange(0, text), text, task, "ar"))

    @property
    def exchange(self) -> Exchange:
        return next((each.exchange for each in reversed(self.told) if isinstance(each, AnswerGrew)), Exchange(0, ""))

    @property
    def leave(self) -> AllowanceAsked | None:
        return next((each for each in reversed(self.told) if isinstance(each, AllowanceAsked)), None)

    def wait(self, done: Callable[[], object]) -> None:
        until = time.monotonic() + 20
        while not done():
            assert time.monotonic() < until, self.told[-3:]
            time.sleep(0.005)

    def over(self) -> Exchange:
        self.wait(lambda: self.exchange.state.is_over)
        return self.exchange


@pytest.fixture
def configure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config.toml"))

    def write(text: str) -> None:
        (tmp_path / "config.toml").write_text(f"[assistant]\n{text}\n", encoding="utf-8")

    return write


@contextmanager
def asked_of(configure: Callable[[str], None], *answers: Iterable[bytes | float]) -> Iterator[tuple[Asked, Server]]:
    with serving(*answers) as served:
        configure(f'url = "{served.url}"\nmodel = "m"')
        asked = Asked(Store.in_memory())
        yield asked, served
        asked.asker.close()


def call(name: str, arguments: str) -> list[bytes | float]:
    function = {"name": name, "arguments": arguments}
    return [OK, delta(tool_calls=[{"index": 0, "id": "c", "function": function}]), finish("tool_calls")]


def test_reasoning_and_answer_come_as_they_are_made(configure: Callable[[str], None]) -> None:
    pieces: list[bytes | float] = [OK, delta(reasoning_content="أفكر"), 0.2, delta(content="تعهدت [1: «80 مليار"), 0.2]
    pieces += [delta(content=" دولار»]"), finish()]
    with asked_of(configure, pieces) as (asked, _):
        asked.ask()
        last = asked.over()
    states = [each.exchange.state for each in asked.told if isinstance(each, AnswerGrew)]
    assert states.index(AnswerState.THINKING) < states.index(AnswerState.ANSWERING) < states.index(AnswerState.WHOLE)
    assert last.thought == "أفكر"
    (citation,) = last.citations
    assert ARTICLE.slice(citation.found.range) == "80 مليار دولار"
    assert (last.source.model, last.source.host) == ("m", "")
    assert last.source.given == last.source.total > 0


def test_what_is_stopped_tells_nothing_more_and_frees_the_server(configure: Callable[[str], None]) -> None:
    with asked_of(configure, [OK, delta(content="half"), 20.0]) as (asked, served):
        asked.ask()
        asked.wait(lambda: asked.exchange.answer)
        asked.asker.stop()
        told = len(asked.told)
        assert served.gone.wait(5)
        assert len(asked.told) == told


@pytest.mark.parametrize(
    ("answer", "state", "line"),
    [
        ([OK, delta(content="half")], AnswerState.CUT, ""),
        ([OK, delta(content="half"), b"data: {nonsense\n\n"], AnswerState.CUT, "not JSON"),
        ([response("401 No", b"{}")], AnswerState.FAILED, "does not accept the key"),
        ([response("429 No", b"{}")], AnswerState.FAILED, "too many questions"),
        ([response("500 No", b'{"error": {"message": "no eyes"}}')], AnswerState.FAILED, "no eyes"),
        ([response("200 OK", b"<html>", "text/html")], AnswerState.FAILED, "web page"),
        ([response("200 OK", b'{"hello": 1}')], AnswerState.CUT, ""),
        ([b"nonsense\r\n\r\n"], AnswerState.FAILED, ""),
    ],
)
def test_a_broken_server_is_one_line(
    configure: Callable[[str], None], answer: list[bytes | float], state: AnswerState, line: str
) -> None:
    with asked_of(configure, answer) as (asked, _):
        asked.ask()
        last = asked.over()
    assert last.state is state
    assert line in last.failure
    assert "\n" not in last.failure


def test_without_a_configuration_nothing_is_connected_to(configure: Callable[[str], None]) -> None:
    del configure
    asked = Asked(Store.in_memory())
    asked.ask()
    assert "no assistant is configured" in asked.over().failure


def test_a_host_elsewhere_is_asked_about_once_with_its_name_and_the_amount(configure: Callable[[str], None]) -> None:
    configure('url = "https://models.invalid/v1"')
    asked = Asked(store := Store.in_memory())
    asked.ask()
    asked.wait(lambda: asked.leave)
    assert asked.leave
    assert (asked.leave.what, asked.leave.text, asked.leave.amount) == (
        Allowance.SEND,
        "models.invalid",
        len(ARTICLE),
    )
    asked.asker.reply(ReplyToModel(0, Allowance.SEND, Reply.REFUSED))
    assert "nothing was sent to models.invalid" in asked.over().failure
    assert not is_allowed(store, "models.invalid")
    again = Asked(store)
    again.ask()
    again.wait(lambda: again.leave)
    again.asker.reply(ReplyToModel(0, Allowance.SEND, Reply.DONE))
    assert "no host" in again.over().failure  # it was tried
    assert is_allowed(store, "models.invalid")


def test_a_model_acts_only_with_leave_and_each_step_is_told(configure: Callable[[str], None]) -> None:
    calls = [
        call("bookmark", '{"words": "80 مليار دولار"}'),
        call("bookmark", '{"words": "لاما أسرع من الضوء"}'),
        call("go", '{"passage": 3}'),
        call("go", '{"passage": 4}'),
        call("shell", '{"command": "rm -rf /"}'),
    ]
    with asked_of(configure, *calls, [OK, delta(content="تم"), finish()]) as (asked, served):
        asked.ask()
        asked.wait(lambda: asked.leave)
        assert asked.leave
        assert (asked.leave.what, asked.leave.text) == (Allowance.BOOKMARK, "80 مليار دولار")
        asked.asker.reply(ReplyToModel(0, Allowance.BOOKMARK, Reply.REFUSED))
        asked.wait(lambda: asked.leave and asked.leave.what is Allowance.GO)
        assert not asked.leave.granted
        asked.asker.reply(ReplyToModel(0, Allowance.GO, Reply.DONE))
        asked.wait(lambda: asked.leave and asked.leave.granted)  # once a session
        asked.asker.reply(ReplyToModel(0, Allowance.GO, Reply.MOVED))
        steps = asked.over().steps
    assert [step.name for step in steps] == ["refused", "bookmark", "go", "stay", "refused"]
    assert steps[4] == Taken("refused", "shell")
    results = [message["content"] for message in served.asked[-1]["messages"] if message["role"] == "tool"]
    assert "not in the document" in results[1]
    assert "no tool" in results[4]


def test_only_what_is_asked_about_is_sent_to_be_translated(configure: Callable[[str], None]) -> None:
    section = ARTICLE.sections[1]
    with asked_of(configure, [OK, delta(content="x"), finish()]) as (asked, served):
        asked.asker.ask(Ask(ARTICLE, Exchange(0, "t"), "t", Task.TRANSLATE, "en", section.title))
        last = asked.over()
    assert last.source.given == 1
    assert "tools" not in served.asked[0]
    assert "English" in served.asked[0]["messages"][0]["content"]


def test_a_picture_is_sent_with_its_words_to_a_model_that_may_see(
    configure: Callable[[str], None], tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(png(8, 8))
    (tmp_path / "m.md").write_text("![خريطة](a.png)\n", encoding="utf-8")
    document = open_document(str(tmp_path / "m.md"))
    part = document.blocks[0].range
    with asked_of(configure, [OK, delta(content="خريطة سوداء"), finish()]) as (asked, served):
        ask = Ask(document, Exchange(0, "؟"), "ما هذه؟ خريطة", Task.DESCRIBE, "ar", part)
        asked.asker.ask(ask._replace(picture="https://example.org/a.png"))
        assert "nothing is fetched" in asked.over().failure
        asked.told.clear()
        asked.asker.ask(ask._replace(picture="a.png"))
        assert asked.over().answer == "خريطة سوداء"
    shown, words = served.asked[0]["messages"][-1]["content"]
    assert shown["image_url"]["url"].startswith("data:image/png;base64,")
    assert words["text"] == "ما هذه؟ خريطة"


async def test_the_reader_asks_shows_keeps_and_recalls(configure: Callable[[str], None]) -> None:
    store = Store.in_memory()
    with serving([OK, delta(content="تعهدت [1: «80 مليار دولار»]"), finish()]) as served:
        configure(f'url = "{served.url}"')
        async with running(store=store) as (app, pilot):
            await pilot.press("S")
            while not (last := app.workspace.conversation.last) or not last.state.is_over:
                await pilot.pause(0.01)
            await pilot.press("I", "enter")
            assert app.workspace.reading.target
            await pilot.press("backspace")
            assert app.workspace.reading.cursor == 0
    async with running(store=store) as (app, pilot):  # without any server
        await pilot.press("c")
        while not app.workspace.conversation.exchanges:
            await pilot.pause(0.01)
        (kept,) = app.workspace.conversation.exchanges
        assert kept.citations[0].found.state is not Standing.NONE


def test_nothing_of_it_is_loaded_before_the_first_question() -> None:
    code = (
        "import asyncio, sys\n"
        "from tests.running import running\n"
        "async def run():\n"
        "    async with running() as (app, pilot):\n"
        "        await pilot.press('c', 'A', 'x', 'escape', 'slash', 'y', 'enter')\n"
        "asyncio.run(run())\n"
        "print([name for name in sys.modules if 'assist.' in name or name == 'http.client'])\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


LONG = "بداية " + " ".join(f"سطر{n}" for n in range(6_000))
SCRIPTS = [
    Script("'طويل' in asked", LONG),
    Script("role == 'tool'", "ثمانون مليارًا [1: «80 مليار دولار»]."),
    Script("tools", '<tool_call>\n{"name": "search", "arguments": {"query": "مليار"}}\n</tool_call>'),
    Script("true", "لا."),
]


def children_of(parent: int) -> list[int]:
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                words = (folder / "stat").read_text().rpartition(")")[2].split()
                serves = b"reader.assist.serve" in (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if int(words[1]) == parent and serves:
                found.append(int(folder.name))
    return found


@pytest.mark.pty
def test_with_the_real_server_in_a_terminal(tmp_path: Path) -> None:
    """Ask, jump, Backspace, stream, Esc, kill -9 of the child while it answers, ask again, leave."""
    pytest.importorskip("xllamacpp")
    model = build(tmp_path / "scripted.gguf", SCRIPTS)
    text = tmp_path / "text.txt"  # short: the model reads every byte as a token
    text.write_text("سطر من النص.\n\n" * 40 + "تعهدت ميتا باستثمار 80 مليار دولار هذا العام.\n", encoding="utf-8")
    config = tmp_path / "config.toml"
    config.write_text(f'[assistant]\nmodel = "{model}"\ncontext = 32768\n', encoding="utf-8")
    environ = environment(READER_STATE=str(tmp_path / "state"), READER_CONFIG=str(config))
    with Session([sys.executable, "-m", "reader", "--lang=en", str(text)], environ, size=(120, 20)) as session:
        session.wait(session.shows("0%"))
        session.press("A")
        session.wait(session.shows("Ask"))
        session.press("كم؟\r")
        session.wait(session.shows("¹"))
        session.wait(session.shows("searched"))
        session.wait(lambda: not session.shows("Esc stops")())
        session.press("I\r")
        session.wait(lambda: not session.shows("0%")())
        session.press("\x7f")
        session.wait(session.shows("0%"))
        session.press("A")
        session.wait(session.shows("Ask"))
        session.press("طويل\r")
        session.wait(session.shows("Esc stops"))
        session.wait(session.shows("passages"))
        session.press("\x1b")
        session.wait(session.shows("stopped"))
        session.press("A")
        session.wait(session.shows("Ask"))
        session.press("طويل\r")
        session.wait(session.shows("Esc stops"))
        (child,) = children_of(session.pid)
        os.kill(child, signal.SIGKILL)
        session.wait(lambda: session.shows("cut short")() or session.shows("⚠")())
        session.press("A")
        session.wait(session.shows("Ask"))
        session.press("كم؟\r")
        session.wait(lambda: sum("¹" in line for line in session.played.text) >= 1)
        session.press("q")
        assert session.ended() == 0
    assert "Traceback" not in session.sent
    assert not children_of(session.pid)
