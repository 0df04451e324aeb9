"""The user's configuration: what is wrong in it is told with its line, and the rest holds."""

from pathlib import Path

import pytest

from reader.cli.settled import complaints_of, configured, in_words
from reader.locale import LANGUAGES, Messages
from reader.store.configuration import Configuration
from reader.view.actions import keymap_of


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("READER_CONFIG", str(tmp_path))
    return tmp_path / "config.toml"


def read(path: Path, text: str) -> tuple[Configuration, list[str]]:
    path.write_text(text, encoding="utf-8")
    said = configured()
    complaints = complaints_of(said, keymap_of(said.keys).refused)
    for language in LANGUAGES:
        assert all("{" not in in_words(one, Messages(language)) for one in complaints)
    plain = str.maketrans("", "", "\u2066\u2067\u2068\u2069")
    return said, [in_words(one, Messages("en")).translate(plain).removeprefix(f"{path}:") for one in complaints]


def test_without_a_file_nothing_is_said(path: Path) -> None:
    assert not path.exists()
    assert configured() == Configuration()


def test_what_is_right_holds(path: Path) -> None:
    said, wrong = read(path, 'language = "ar"\nwidth = 60\n[keys]\ncopy = ["ctrl+y"]\n')
    assert (said.language, said.width, said.keys) == ("ar", 60, {"copy": ("ctrl+y",)})
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('theme = "drak"', 1, "theme may be terminal, dark"),
        ("\n\nlanguage = 5", 3, "language may be en, ar"),
        ("# it\nwidth = -1", 2, "width is a number from 1 to 10000, not -1"),
        ("width = true", 1, "width is a number"),
        ('colour = "red"', 1, "there is no setting colour; there are language, theme"),
        ('x = 1\n[keys]\ncopy = "y"', 3, 'keys stand in a list: copy = ["y"]'),
        ('[keys]\ncopi = ["y"]', 2, "no action copi; did you mean copy?"),
        ('[keys]\nzzz = ["y"]', 2, "no action zzz; reader --man lists them"),
        ('[keys]\ncopy = ["q"]', 2, "the key q belongs to quit"),
        ('keys = "q"', 1, "keys stand in a list"),
        ("width = 60\nlanguage ar", 2, "not understood"),
        ('width = 60\nlanguage = "ar', 2, "not understood"),
        ("[keys\n", 1, "not understood"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_what_may_stand_there(
    path: Path, text: str, line: int, words: str
) -> None:
    said, wrong = read(path, f"{text}\n")
    told = next(one for one in wrong if words in one)
    assert told.startswith(f"{line}: ")
    assert isinstance(said.width, int)


def test_the_other_lines_hold(path: Path) -> None:
    said, wrong = read(path, 'width = 60\ntheme dark\njustify = "no"\nlanguage = "fa"\n[keys\ncopy = ["ctrl+y"]\n')
    assert (said.width, said.language, said.justify) == (60, "fa", "")
    assert [one.split(":")[0] for one in wrong if one[0].isdigit()][:2] == ["2", "5"]


@pytest.mark.parametrize("data", [b"\xff\xfe", b'x = "\xe9"', b"\x00\x00", b"[" * 5000, b"a=" * 300 + b"\n" * 400])
def test_any_bytes_are_no_error(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert configured().complaints
