"""The plug-in, as a project would use it that tests its documents with it."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.testing.plugin import OpenScreen
from tests.samples import ENGLISH, SEED, article

pytest_plugins = ("pytester",)

USES = """
def test_the_beginning(screen_compare):
    screen_compare("page.txt")
    screen_compare("page.txt", keys=["]"], size=(100, 20))

def test_a_picture(screen_compare):
    screen_compare("page.txt", theme="light", svg=True)
"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    (pytester.path / "page.txt").write_text(ENGLISH)
    pytester.makepyfile(test_pages=USES)
    return pytester


def run(project: pytest.Pytester, *options: str) -> pytest.RunResult:
    return project.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:textual-snapshot", *options)


def test_screens_are_written_when_asked_hold_and_fail_with_another_text(project: pytest.Pytester) -> None:
    run(project).assert_outcomes(failed=2)
    run(project, "--update-screens").assert_outcomes(passed=2)
    run(project).assert_outcomes(passed=2)
    folder = project.path / "__screens__" / "test_pages"
    screens = {path.name for path in folder.iterdir()}
    assert screens == {"test_the_beginning.txt", "test_the_beginning-2.txt", "test_a_picture.svg"}
    (project.path / "page.txt").write_text(ENGLISH.replace("blinks", "flashes"))
    run(project).assert_outcomes(failed=2)
    assert (folder / "test_a_picture.received.svg").exists()


def test_the_screen_is_text_in_reading_order(open_screen: OpenScreen) -> None:
    screen = open_screen(article(), keys=["]"], size=(120, 40), language="ar")
    assert "\nتأثير ‘لاما’ الواسع وطموحات ‘ميتا’ في مجال الذكاء" in screen.region("text")
    names = [name for name, _ in screen.regions]
    assert names == ["header", "sections", "text", "facts", "foot"]
    assert screen.text.index("── sections ──") < screen.text.index("── text ──")


def test_a_path_opens_too(open_screen: OpenScreen) -> None:
    assert open_screen(SEED, size=(60, 20)).text == open_screen(Path(str(SEED)), size=(60, 20)).text


def test_the_plug_in_loads_nothing_before_it_is_used() -> None:
    code = "import reader.testing.plugin, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"textual", "rich", "lxml", "reader.model", "reader.tui"} & set(loaded)
