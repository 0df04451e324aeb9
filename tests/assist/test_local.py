"""The real llama.cpp server in a child process, with a model that says what it is told to."""

import os
import signal
import subprocess
import sys
import time
from base64 import b64encode
from pathlib import Path

import pytest

from reader.assist.abilities import Abilities, abilities_of
from reader.assist.client import OngoingAnswer
from reader.assist.events import AnswerText, Call, End, Ended, Event, Message, Question, Thought
from reader.assist.local import LocalModel
from reader.assist.tools import schemas
from reader.model import AssistantError
from tests.assist.scripted_model import Script, build, build_eyes
from tests.formats.test_picture_files import png

pytest.importorskip("xllamacpp")

SCRIPTS = [
    Script("role == 'tool'", "ثمانون مليارًا [3: «80 مليار دولار»]."),
    Script("tools", '<tool_call>\n{"name": "search", "arguments": {"query": "مليار"}}\n</tool_call>'),
    Script("true", "<think>\nأفكر في السؤال\n</think>\n\nلا أجد ذلك في النص."),
]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("models") / "scripted.gguf", SCRIPTS)


def words(events: list[Event]) -> tuple[str, str]:
    thought = "".join(event.text for event in events if isinstance(event, Thought))
    return thought.strip(), "".join(event.text for event in events if isinstance(event, AnswerText)).strip()


def test_it_thinks_and_answers(model: Path) -> None:
    with LocalModel(str(model), 4096) as local:
        endpoint = local.start()
        events = list(OngoingAnswer(endpoint, Question((Message("user", "سؤال"),))).events())
    assert words(events) == ("أفكر في السؤال", "لا أجد ذلك في النص.")
    assert events[-1] == Ended(End.STOP)


def test_it_calls_a_tool_and_goes_on(model: Path) -> None:
    with LocalModel(str(model), 4096) as local:
        endpoint = local.start()
        asked = (Message("user", "كم؟"),)
        events = list(OngoingAnswer(endpoint, Question(asked, schemas())).events())
        (call,) = [event for event in events if isinstance(event, Call)]
        assert (call.name, events[-1]) == ("search", Ended(End.CALLS))
        history = (*asked, Message("assistant", "", (call,)), Message("tool", "80 مليار دولار", call=call.id))
        answered = list(OngoingAnswer(endpoint, Question(history, schemas())).events())
    assert words(answered)[1].startswith("ثمانون مليارًا [3: «80 مليار دولار»]")


def test_it_sees_pictures_with_eyes_and_says_whether_it_has_them(model: Path, tmp_path: Path) -> None:
    eyes = build_eyes(tmp_path / "mmproj.gguf")
    picture = f"data:image/png;base64,{b64encode(png(28, 28)).decode()}"
    question = Question((Message("user", "ما هذه؟", pictures=(picture,)),))
    with LocalModel(str(model), 4096, str(eyes)) as local:
        endpoint = local.start()
        assert abilities_of(endpoint)._replace(model="") == Abilities("", 4096, calls=True, sees=True)
        assert words(list(OngoingAnswer(endpoint, question).events()))[1] == "لا أجد ذلك في النص."
    with LocalModel(str(model), 4096) as local:
        endpoint = local.start()
        assert abilities_of(endpoint).sees is False
        with pytest.raises(AssistantError):
            list(OngoingAnswer(endpoint, question).events())


def test_the_socket_is_private_and_everything_is_gone_afterwards(model: Path) -> None:
    with LocalModel(str(model), 4096) as local:
        folder = Path(local.start().url.removeprefix("unix:")).parent
        assert folder.stat().st_mode & 0o777 == 0o700
        assert local.start() == local.start()  # the one that runs
    assert not folder.exists()


def test_a_child_that_is_killed_is_one_line_and_starts_again(model: Path) -> None:
    with LocalModel(str(model), 4096) as local:
        endpoint = local.start()
        assert local._child is not None
        os.kill(local._child.pid, signal.SIGKILL)
        local._child.wait()
        with pytest.raises(AssistantError, match="nothing answers"):
            list(OngoingAnswer(endpoint, Question((Message("user", "؟"),))).events())
        events = list(OngoingAnswer(local.start(), Question((Message("user", "؟"),))).events())
        assert events[-1] == Ended(End.STOP)


def test_the_child_ends_with_a_reader_that_is_killed(model: Path) -> None:
    code = f"import time; from reader.assist.local import LocalModel; m = LocalModel({str(model)!r}, 4096)\n"
    code += "m.start(); print(m._child.pid, flush=True); time.sleep(60)"
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    for _ in range(100):
        if not Path(f"/proc/{child}/cmdline").exists() or not Path(f"/proc/{child}/cmdline").read_bytes():
            break
        time.sleep(0.1)
    else:
        pytest.fail("the child lives on")


def test_what_is_no_model_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "none.gguf").write_bytes(b"GGUF" + bytes(64))
    with LocalModel(str(tmp_path / "none.gguf")) as local, pytest.raises(AssistantError, match="cannot be loaded"):
        local.start()
    with LocalModel(str(tmp_path / "missing.gguf")) as local, pytest.raises(AssistantError, match="no such file"):
        local.start()
