"""The table ``[assistant]``: what is wrong in it is told with its line, and nothing else in the file matters."""

from pathlib import Path

import pytest

from reader.model import UsageError
from reader.store.assistant import assistant_settings


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config.toml"
    monkeypatch.setenv("READER_CONFIG", str(path))
    return path


@pytest.mark.parametrize(
    ("lines", "line", "said"),
    [
        (["[assistant]", 'url = "http://127.0.0.1:1/v1"', 'modle = "a"'], 3, "has no 'modle'; known are url, model"),
        (["width = 70", "", "[assistant]", "model = 3"], 4, "assistant.model is a text in quotation marks"),
        (["[assistant]", 'model = "a.gguf"', 'context = "8k"'], 3, "assistant.context is a number of tokens"),
        (["# mine", "[assistant]", 'model = "a"'], 3, "wants a url, or the path of a .gguf file"),
        (["", "[assistant]"], 2, "wants a url, or the path of a .gguf file"),
        (["[assistant]", 'url = "http://a/v1"', 'api_key_env = "NO_SUCH_KEY"'], 3, "NO_SUCH_KEY is not set"),
        (['theme = "dark"', "assistant = 3"], 2, "[assistant] is a table with url"),
    ],
)
def test_an_error_names_its_line_and_what_may_stand_there(file: Path, lines: list[str], line: int, said: str) -> None:
    file.write_text("\n".join(lines) + "\n")
    with pytest.raises(UsageError) as raised:
        assistant_settings({})
    assert str(raised.value).startswith(f"{file}:{line}: ")
    assert said in str(raised.value)


def test_lines_elsewhere_that_are_no_toml_do_not_silence_it(file: Path) -> None:
    file.write_text('\ufefftheme = dark\n\n[assistant]\nmodel = "a.gguf"\n', encoding="utf-8")
    settings = assistant_settings({})
    assert settings is not None
    assert settings.model == "a.gguf"
