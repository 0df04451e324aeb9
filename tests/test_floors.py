"""The floors hold at run time too: what runs without a screen does not load one."""

import ast
import subprocess
import sys
from collections import Counter
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.samples import ROOT, SEED

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


def imported(path: Path, modules: set[str]) -> set[str]:
    """The modules of ours that a file imports, be it inside a function or for its annotations only."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            named = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (named & modules) or {node.module}
    return found & modules


@pytest.mark.exhaustive
def test_no_module_leads_back_to_itself_even_by_annotations() -> None:
    files = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in (ROOT / "reader").rglob("*.py")}
    modules = {name.removesuffix(".__init__"): path for name, path in files.items()}
    assert len(modules) > 200
    graph = {name: imported(path, set(modules)) - {name} for name, path in modules.items()}
    assert list(TopologicalSorter(graph).static_order())  # a circle raises, and names its modules


@pytest.mark.exhaustive
def test_a_docstring_names_its_thing_instead_of_asking_for_it() -> None:
    asking = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "reader").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if line.lstrip().startswith(('"""What ', 'r"""What '))
    ]
    assert not asking


def test_a_public_class_has_its_name_alone() -> None:
    named = Counter(
        node.name
        for path in sorted((ROOT / "reader").rglob("*.py"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert not [name for name, times in named.items() if times > 1]


LINES_AT_MOST = 400
"""Of a module: one that grows beyond them is several, by what they are about."""


def test_no_module_is_too_long_to_be_read_at_once() -> None:
    lengths = {
        str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").count("\n")
        for path in (ROOT / "reader").rglob("*.py")
        if path.parent != ROOT / "reader" / "text" / "data"  # tables that scripts have made
    }
    assert len(lengths) > 300
    assert [f"{name}: {length}" for name, length in lengths.items() if length > LINES_AT_MOST] == []
