"""The help, the manual page, and what is said to somebody who mistyped."""

import re

import pytest

from reader.cli import main, manual
from reader.cli.grammar import COMMANDS, COMMON, READER, Command
from reader.cli.helping import groups_of
from reader.cli.options import parsed
from reader.locale import LANGUAGES, Messages
from reader.model import UsageError
from tests.samples import ROOT

EVERY = (READER, *COMMANDS.values())


def helped(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main([*argv, "--help"])
    assert ended.value.code == 0
    return capsys.readouterr().out


def test_the_help_is_grouped_with_examples(capsys: pytest.CaptureFixture[str]) -> None:
    lines = helped(capsys, "--lang=en").splitlines()
    headings = [line for line in lines if line and not line.startswith(" ")]
    assert headings[1:-2] == [
        "Usage", "Commands", "Arguments", "Options", "Right-to-left text", "Look", "What the document is", "Memory",
        "More", "Examples",
    ]  # fmt: skip
    assert "  reader book.epub        read on where one left off" in lines


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 80])
def test_every_help_fits_in_every_language(capsys: pytest.CaptureFixture[str], language: str, width: int) -> None:
    for command in EVERY:
        out = helped(capsys, *filter(None, [command.name]), f"--lang={language}", f"--width={width}")
        # Combining marks take no cell; what is typed is never broken.
        texts = [line for line in out.splitlines() if not line.strip().startswith(("-", "reader"))]
        assert max(len(re.sub("[\u064b-\u0652\u0654]", "", line)) for line in texts) <= width
        assert Messages(language).text("cli.usage") in out


@pytest.mark.parametrize("command", EVERY, ids=lambda command: command.name or "reader")
def test_the_examples_are_command_lines(command: Command) -> None:
    for line, _ in command.examples:
        words = [word.strip('"') for word in re.findall(r'"[^"]*"|[^ |]+', line.split(" | ")[0])]
        assert callable(parsed(words).run)


def test_the_help_names_every_option_there_is() -> None:
    terms = " ".join(entry.term for group in groups_of(READER, Messages("en")) for entry in group.entries)
    options = [*(one for _, group in COMMON for one in group), *READER.options]
    assert all(flag in terms for option in options for flag in option.flags)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["prnt", "x"], "'reader print'"),
        (["outlin"], "'reader outline'"),
        (["bookmarks", "exprt"], "export"),
        (["--them=dark"], "--theme"),
        (["print", "--jsn"], "--json"),
        (["bookmarks", "list", "--jsno"], "--json"),
        (["--theme=drak", "x"], "dark"),
        (["--justify", "kashda", "x"], "kashida"),
        (["--format=markdwn", "x"], "markdown"),
        (["--encoding=windows-1265", "x"], "windows-1256"),
        (["facts", "--kind=mony", "x"], "money"),
        (["bookmarks", "export", "--format=markdon"], "markdown"),
        (["print", "--order=logcal", "x"], "logical"),
    ],
)
def test_what_was_meant_is_asked(typed: list[str], meant: str) -> None:
    with pytest.raises(UsageError, match=re.escape(f"did you mean {meant}?")):
        parsed(typed)


def test_a_file_that_is_there_is_no_mistyped_command(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(str(tmp_path))
    with open("prin", "w", encoding="utf-8"):  # noqa: PTH123
        assert parsed(["prin"]).paths == ["prin"]


def test_what_is_like_nothing_has_no_suggestion() -> None:
    with pytest.raises(UsageError) as error:
        parsed(["--zzzzzz"])
    assert "did you mean" not in str(error.value)


def test_the_manual_page_that_is_installed_is_the_programs() -> None:
    """``reader --man > man/reader.1`` makes it again."""
    assert (ROOT / "man" / "reader.1").read_text(encoding="utf-8") == manual.page()
