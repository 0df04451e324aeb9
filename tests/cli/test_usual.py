"""What is read without argparse is what argparse reads."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli import main
from reader.cli.grammar import COMMANDS, COMMON, READER
from reader.cli.options import parsed
from reader.cli.usual import understood

OPTIONS = [option for _, group in COMMON for option in group]
OPTIONS += [option for command in (READER, *COMMANDS.values()) for option in command.options]
FLAGS = [flag for option in OPTIONS for flag in option.flags]
VALUES = ["auto", "v", "ltr", "ar", "kashida", "visual", "dark", "12", "none", "", "wrong"]

words = st.one_of(
    st.sampled_from(sorted(COMMANDS)),
    st.sampled_from(["a.txt", "b/c.md", "-", "+3", "book:4", "ملف", "", "--", "prin", "-x"]),
    st.sampled_from(FLAGS),
    st.builds("{}={}".format, st.sampled_from(FLAGS), st.sampled_from(VALUES)),
)


@given(st.lists(words, max_size=5))
def test_what_is_understood_is_what_argparse_understands(argv: list[str]) -> None:
    usual = understood(argv)
    if usual is not None:
        thorough = vars(parsed(argv))
        del thorough["help"]  # which nobody reads
        assert {**vars(usual), "run": None} == {**thorough, "run": None}


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["a.txt"],
        ["--no-state", "a.txt", "b.txt"],
        ["a.txt", "--lang=ar"],
        ["-F", "-"],
        ["print", "a.txt"],
        ["print", "--order=logical", "a.txt", "--bidi=app"],
        ["find", "llama", "a", "b"],
        ["doctor"],
    ],
    ids=" ".join,
)
def test_the_usual_is_understood(argv: list[str]) -> None:
    assert understood(argv)


def test_a_command_runs_what_its_row_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("words\n", encoding="utf-8")
    assert main(["print", str(path)]) == 0
    assert capsys.readouterr().out == "words\n"


def test_a_form_that_is_not_given_leaves_no_trace() -> None:
    assert parsed(["bookmarks", "list", "a.txt"]).form == ""
    assert parsed(["bookmarks", "list", "--format=csv", "a.txt"]).form == "csv"
