"""The floors hold at run time too: what runs without a screen does not load one."""

import subprocess
import sys

import pytest

from tests.samples import SEED

HEAVY = (
    "textual",
    "rich",
    "sqlite3",
    "phonenumbers",
    "hijridate",
    "jdatetime",
    "pyluach",
    "ahocorasick",
    "snowballstemmer",
    "bidi",
)


def modules_after(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sorted({{name.split('.')[0] for name in sys.modules}}), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("module", ["reader.view.workspace", "reader.view.page", "reader.terminal.probe", "reader.cli"])
def test_importing_a_floor_below_the_screen_loads_no_screen(module: str) -> None:
    assert not modules_after(f"import {module}") & {"textual", "rich"}


@pytest.mark.parametrize("module", ["reader.text", "reader.model", "reader.formats", "reader.facts"])
def test_the_face_for_other_programs_loads_no_screen_and_no_parser(module: str) -> None:
    assert not modules_after(f"from {module} import *") & {"textual", "rich", "lxml", "markdown_it"}


def test_printing_loads_nothing_it_does_not_need() -> None:
    loaded = modules_after(f"from reader.cli import main; main(['print', {str(SEED)!r}])")
    assert not loaded & set(HEAVY)
