"""ICU as a judge: asked through the system's Python, whose package python3-icu the project's own need not have."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conformance_data import missing

PYTHON = "/usr/bin/python3"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of this folder is exhaustive."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.exhaustive)


@pytest.fixture(scope="session")
def asked_of_icu() -> Callable[[str, str], str]:
    """What a script of this folder answers, by its name and what it reads from standard input."""
    if (
        shutil.which(PYTHON) is None
        or subprocess.run([PYTHON, "-c", "import icu"], capture_output=True, check=False).returncode
    ):
        missing("the system's Python has no ICU (Debian package python3-icu)")

    def asked(script: str, question: str) -> str:
        path = Path(__file__).with_name(script)
        return subprocess.run([PYTHON, str(path)], input=question, capture_output=True, text=True, check=True).stdout

    return asked
