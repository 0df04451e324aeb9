"""``reader ask``: whole answers, broken servers, and nothing sent that was not allowed."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.cli import main
from reader.model import ExitCode
from tests.assist.serving import OK, Server, delta, finish, serving
from tests.samples import SEED, article, find

ANSWER = "ثمانون مليارًا [2: «80 مليار دولار»] أو تسعون [2: «90 مليار دولار»]."
CALL = [{"index": 0, "id": "c", "function": {"name": "search", "arguments": '{"query": "مليار دولار"}'}}]

Configure = Callable[[str], None]


@pytest.fixture
def configure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Configure:
    monkeypatch.setenv("READER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config.toml"))

    def write(text: str) -> None:
        (tmp_path / "config.toml").write_text(text, encoding="utf-8")

    return write


@pytest.fixture
def server(configure: Configure) -> Iterator[Server]:
    calls = [OK, delta(tool_calls=CALL), finish("tool_calls")]
    with serving(calls, [OK, delta(content=ANSWER), finish()]) as served:
        configure(f'[assistant]\nurl = "{served.url}"\nmodel = "m"\n')
        yield served


def test_an_answer_has_its_quotations_and_their_places(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "كم؟", str(SEED), "--json"]) == ExitCode.DONE
    said = json.loads(capsys.readouterr().out)
    exact, none = said["citations"]
    assert said["text"] == "ثمانون مليارًا [1] أو تسعون [2]."
    assert (none["state"], none["quote"]) == ("none", "90 مليار دولار")
    assert "start" not in none
    assert exact["path"] == str(SEED)
    assert (
        article().slice(find(article(), "80 مليار دولار"))
        == article().slice(article().range)[exact["start"] : exact["end"]]
    )
    assert said["interrupted"] is False
    result = next(message for message in server.asked[1]["messages"] if message["role"] == "tool")
    assert "80 مليار دولار" in result["content"]


@pytest.mark.usefixtures("server")
def test_it_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "كم؟", str(SEED), "--lang=en"]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert "[1]" in out
    assert "not in the text" in out


def test_without_an_assistant_nothing_is_connected_to(configure: Configure, capsys: pytest.CaptureFixture[str]) -> None:
    configure("")
    assert main(["ask", "x", str(SEED)]) == ExitCode.UNREACHABLE
    assert "no assistant is configured" in capsys.readouterr().err


def test_a_server_that_is_not_there_is_one_line(configure: Configure, capsys: pytest.CaptureFixture[str]) -> None:
    configure('[assistant]\nurl = "http://127.0.0.1:9/v1"\n')
    assert main(["ask", "x", str(SEED)]) == ExitCode.UNREACHABLE
    err = capsys.readouterr().err
    assert "nothing answers" in err
    assert err.count("\n") == 1


def test_a_cut_answer_is_kept_and_told(configure: Configure, capsys: pytest.CaptureFixture[str]) -> None:
    with serving([OK, delta(content="half")]) as served:
        configure(f'[assistant]\nurl = "{served.url}"\n')
        assert main(["ask", "x", str(SEED), "--json"]) == ExitCode.DONE
    said = json.loads(capsys.readouterr().out)
    assert (said["text"], said["interrupted"]) == ("half", True)


def test_nothing_is_sent_elsewhere_unasked(configure: Configure, capsys: pytest.CaptureFixture[str]) -> None:
    configure('[assistant]\nurl = "https://models.invalid/v1"\n')
    assert main(["ask", "x", str(SEED)]) == ExitCode.USAGE
    assert "would be sent to models.invalid" in capsys.readouterr().err


@pytest.mark.parametrize(
    "table",
    [
        "url = 3",
        'url = "ftp://x"',
        'model = "x"',
        'url = "http://example.org/v1"',
        "colour = 1",
        'api_key_env = "NO_SUCH_KEY_"\nurl = "http://127.0.0.1/v1"',
    ],
)
def test_what_is_misspelt_is_one_line(configure: Configure, capsys: pytest.CaptureFixture[str], table: str) -> None:
    configure(f"[assistant]\n{table}\n")
    assert main(["ask", "x", str(SEED)]) == ExitCode.USAGE
    err = capsys.readouterr().err
    assert "assistant" in err
    assert err.count("\n") == 1


def test_what_a_model_writes_does_not_reach_the_terminal(
    configure: Configure, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving([OK, delta(content="a\x1b]52;c;eA==\x07b\u202ec"), finish()]) as served:
        configure(f'[assistant]\nurl = "{served.url}"\n')
        main(["ask", "x", str(SEED)])
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out
