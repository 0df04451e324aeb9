"""Where to begin, as the command line says it, and when the reader ends at once."""

from pathlib import Path

import pytest

from reader.cli.opening import _may_end_at_once
from reader.cli.options import parsed
from reader.cli.places import RequestedPlaces, asked_for
from reader.model import UsageError
from reader.view.arrange import PaneName
from reader.view.beginnings import AtEnd, AtLine, AtWords, Beginning
from reader.view.events import Started
from reader.view.navigation import begun
from tests.samples import article
from tests.view.replaying import Replay


@pytest.mark.parametrize(
    ("words", "paths", "beginning"),
    [
        (["log"], ["log"], None),
        (["log:12"], ["log"], AtLine(12)),
        (["log:12:7"], ["log"], AtLine(12)),
        (["log:12:7:"], ["log"], AtLine(12)),
        (["log:x"], ["log:x"], None),
        (["gone:12"], ["gone:12"], None),
        (["there:12"], ["there:12"], None),
        (["+12", "log"], ["log"], AtLine(12)),
        (["log", "+12"], ["log"], AtLine(12)),
        (["+G", "log"], ["log"], AtEnd()),
        (["+/two words", "log"], ["log"], AtWords("two words")),
        (["+5"], [], AtLine(5)),
        (["+7"], ["+7"], None),
    ],
)
def test_a_place_is_asked_for(
    words: list[str],
    paths: list[str],
    beginning: Beginning | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("log", "there", "there:12", "+7"):
        (tmp_path / name).touch()
    assert asked_for(words) == RequestedPlaces(paths, beginning)


@pytest.mark.parametrize("word", ["+", "+/", "+x", "+-3", "+" + "9" * 30])
def test_what_begins_as_a_place_and_is_none_is_told(word: str) -> None:
    with pytest.raises(UsageError, match="is no place"):
        asked_for([word])


@pytest.mark.parametrize(
    ("less", "words", "ends"),
    [
        ("", ["-"], False),
        ("FRX", ["-"], True),
        ("-F -R", ["-"], True),
        ("-RX", ["-"], False),
        ("-P%F", ["-"], False),
        ("--quit-if-one-screen", ["-"], True),
        ("--FOLLOW", ["-"], False),
        ("FRX", ["file"], False),
        ("", ["-F", "file"], True),
        ("", ["--quit-if-one-screen", "file"], True),
        ("", ["-F", "file", "other"], False),
    ],
)
def test_the_reader_ends_at_once_where_that_is_asked_for(
    less: str,
    words: list[str],
    ends: bool,  # noqa: FBT001 - a case's
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LESS", less)
    options = parsed(words)
    assert _may_end_at_once(options, options.paths) is ends


def test_the_text_begins_at_a_line() -> None:
    replay = Replay.of(article())
    workspace, _ = begun(replay.workspace, Started(beginning=AtLine(39)))
    document = workspace.document
    assert document.slice(document.range).count("\n", 0, workspace.reading.cursor) == 38
    assert workspace.reading.back


def test_the_text_begins_at_a_hit() -> None:
    replay = Replay.of(article())
    replay.happen(Started(beginning=AtWords("اللائحه")))
    reading = replay.workspace.reading
    assert reading.hit
    assert reading.document.slice(reading.hit) == "اللائحة"
    assert replay.workspace.focus == PaneName.TEXT


def test_the_text_begins_at_its_end() -> None:
    replay = Replay.of(article())
    replay.happen(Started(beginning=AtEnd()))
    assert replay.workspace.reading.rows()[-1].range.end == article().blocks[-1].range.end
