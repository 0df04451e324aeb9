"""The README is true: its commands, options and keys are the program's."""

import doctest
import re
import tomllib

import pytest

from reader.cli.grammar import COMMANDS, COMMON, READER
from reader.formats.registry import TABLE, Format
from reader.view.actions import ACTIONS, keymap_of
from reader.view.keys import Action
from tests.samples import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def table_of_keys() -> set[str]:
    section = README.split("## Keys")[1].split("\n## ")[0]
    return set(re.findall(r"`([^`]+)`", re.sub(r"```.*?```", "", section, flags=re.DOTALL)))


@pytest.mark.parametrize("action", [row.action for row in ACTIONS])
def test_every_key_is_in_the_readme(action: Action) -> None:
    for key in keymap_of().shown([action]).split():
        assert key in table_of_keys(), key


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"reader {command}" in README


def test_every_option_is_in_the_readme() -> None:
    options = [*(one for _, group in COMMON for one in group), *READER.options]
    flags = [option.flags[-1] for option in options]
    assert flags
    assert [flag for flag in flags if f"`{flag}" not in README] == []


@pytest.mark.parametrize("form", TABLE, ids=lambda form: form.name)
def test_every_format_is_in_the_readme(form: Format) -> None:
    section = README.split("## Formats")[1].split("\n## ")[0]
    assert f"`{form.name}`" in section


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[<>=~!\[; ]", requirement)[0] for requirement in project["dependencies"]]
    section = README.split("## Dependencies")[1].split("\n## ")[0]
    assert [name for name in names if f"**{name}**" not in section] == []


def test_the_examples_for_other_programs_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    section = README.split("## For other programs")[1].split("\n## ")[0].replace("```", "")
    examples = doctest.DocTestParser().get_doctest(section, {}, "README.md", "README.md", 0)
    assert len(examples.examples) > 5
    assert doctest.DocTestRunner().run(examples).failed == 0
