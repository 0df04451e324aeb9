"""Commands whose output goes nowhere, environments and options that say what cannot be: one line, never a defect."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.terminals import window_size
from reader.model import ExitCode
from tests.samples import SEED as ARTICLE

READER = (sys.executable, "-m", "reader")
WRITING = [
    ("print", str(ARTICLE)),
    ("print", "--json", str(ARTICLE)),
    ("outline", str(ARTICLE)),
    ("facts", "--csv", str(ARTICLE)),
    ("find", "ميتا", str(ARTICLE)),
    ("doctor",),
    ("--help",),
    ("print", "--help"),
    ("--version",),
    (str(ARTICLE),),
]


def run(
    *arguments: str, tmp_path: Path, redirected: str = "", cwd: str = "", **environ: str
) -> subprocess.CompletedProcess[str]:
    """A command by way of a shell, which can close and redirect."""
    command = f'{cwd} exec "$@" {redirected}'
    return subprocess.run(
        ["sh", "-c", command, "sh", *READER, *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "READER_STATE": str(tmp_path / "state"), "PYTHONPATH": str(Path.cwd()), **environ},
    )


def assert_one_line(finished: subprocess.CompletedProcess[str], status: ExitCode) -> None:
    assert (finished.returncode, finished.stderr.count("\n")) == (status, 1), finished.stderr
    assert finished.stderr.startswith("reader: ")
    assert "defect" not in finished.stderr


@pytest.mark.parametrize("redirected", [">&-", ">/dev/full"])
@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_output_that_cannot_be_written_is_one_line(arguments: tuple[str, ...], redirected: str, tmp_path: Path) -> None:
    assert_one_line(run(*arguments, tmp_path=tmp_path, redirected=redirected), ExitCode.USAGE)


@pytest.mark.parametrize("redirected", [">&- 2>&-", "2>&-", "2>/dev/full", "<&- >&- 2>&-", "<&-"])
def test_closed_streams_are_no_defect(redirected: str, tmp_path: Path) -> None:
    finished = run("print", str(ARTICLE), tmp_path=tmp_path, redirected=redirected)
    assert finished.returncode == (ExitCode.USAGE if ">&- 2" in redirected else ExitCode.DONE)
    assert not (tmp_path / "state" / "defect.txt").exists()
    missing = run("print", "no such file", tmp_path=tmp_path, redirected=redirected)
    assert (missing.returncode, missing.stdout) == (ExitCode.DOCUMENT, "")


def test_whoever_has_read_enough_is_told_nothing(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("سطر من النص\n\n" * 20_000)
    finished = run("print", str(long), tmp_path=tmp_path, redirected="| head -c 1 >/dev/null")
    assert finished.stderr == ""


@pytest.mark.parametrize(
    "encoding",
    ["rot13", "zip", "hex", "idna", "punycode", "undefined", "unicode_escape", "raw-unicode-escape", "a" * 999],
)
def test_codecs_that_are_no_character_encodings_are_refused(encoding: str, tmp_path: Path) -> None:
    assert_one_line(run("print", f"--encoding={encoding}", str(ARTICLE), tmp_path=tmp_path), ExitCode.USAGE)


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The article as it is printed in a window of the usual size."""
    return run("print", str(ARTICLE), tmp_path=tmp_path_factory.mktemp("usual"), COLUMNS="80").stdout


@pytest.mark.parametrize("size", ["9" * 20, "9" * 5000, "0", "-1", "x", "٨٠", "1e3", "20000000"])
def test_sizes_that_no_window_has_are_passed_over(size: str, tmp_path: Path, usual: str) -> None:
    for name in ("COLUMNS", "LINES"):
        finished = run("print", str(ARTICLE), tmp_path=tmp_path, **{"COLUMNS": "80", name: size})
        assert (finished.returncode, finished.stdout) == (ExitCode.DONE, usual)


@pytest.mark.parametrize("width", ["9" * 20, "9" * 5000, "0", "-1", "", "x", "1.5"])
def test_widths_that_no_text_has_are_refused(width: str, tmp_path: Path) -> None:
    finished = run("print", f"--width={width}", str(ARTICLE), tmp_path=tmp_path)
    assert_one_line(finished, ExitCode.USAGE)


@pytest.mark.parametrize("variable", ["READER_STATE", "READER_CONFIG"])
def test_the_home_of_nobody_is_told(variable: str, tmp_path: Path) -> None:
    arguments = ("bookmarks", "list") if variable == "READER_STATE" else ("doctor",)
    finished = run(*arguments, tmp_path=tmp_path, **{variable: "~no-such-user/x"})
    assert finished.stderr.count("\n") <= 1
    assert "Traceback" not in finished.stderr
    assert "Traceback" not in run("print", "no such file", tmp_path=tmp_path, **{variable: "~no-such-user/x"}).stderr


@pytest.mark.parametrize("arguments", [("print", "."), ("print", "x"), ("a", "."), ("find", "x", "./y")], ids=" ".join)
def test_a_working_directory_that_was_removed(arguments: tuple[str, ...], tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    finished = run(*arguments, tmp_path=tmp_path, cwd=f'cd "{gone}" && rmdir "{gone}" &&')
    assert_one_line(finished, ExitCode.DOCUMENT)


def test_a_state_folder_relative_to_one_that_was_removed(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    finished = run("bookmarks", "list", tmp_path=tmp_path, cwd=f'cd "{gone}" && rmdir "{gone}" &&', READER_STATE="here")
    assert_one_line(finished, ExitCode.USAGE)


def test_what_is_exported_is_nobody_elses(tmp_path: Path) -> None:
    for path in (tmp_path / "new", tmp_path / "old"):
        if path.name == "old":
            path.write_text("x")
            path.chmod(0o644)
        run("bookmarks", "export", str(path), tmp_path=tmp_path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


LINE = '{"id": 1, "name": "هذا نص من حروف عربية", "values": [1, 2, 3], "x": "\\u0639\\u0631\\u0628\\n"}, '
LARGE = {
    "one-line.json": "[" + LINE * 100_000 + "1]",
    "beyond-the-plane.json": '["😀", ' + LINE * 100_000 + "1]",
    "numbers.json": "[" + "1," * 4_000_000 + "1]",
    "escapes.json": '["' + "\\u0639\\n" * 1_000_000 + '"]',
    "nested.json": '{"a":' * 1_500_000,
    "link.md": f"see [x](http://a.example/{'a' * 5_000_000}) end",
    "link.html": f"<p>see <a href='http://a.example/{'a' * 5_000_000}'>x</a> end",
    "link.txt": f"see http://a.example/{'a' * 5_000_000} end",
}


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", LARGE)
def test_memory_is_a_small_multiple_of_the_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(LARGE[name])
    command = "facts" if name.startswith("link") else "outline"
    measured = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=-3);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    said = subprocess.run(
        [sys.executable, "-c", measured, *READER, command, str(path)], check=True, capture_output=True, text=True
    )
    assert int(said.stdout) << 10 <= 6 * path.stat().st_size + 100_000_000


@pytest.mark.parametrize("columns", [None, "", "0", "132"])
@pytest.mark.parametrize("lines", [None, "0", "7"])
def test_the_window_is_as_large_as_the_standard_library_says(
    columns: str | None, lines: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, said in (("COLUMNS", columns), ("LINES", lines)):
        if said is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, said)
    assert window_size() == tuple(shutil.get_terminal_size())
