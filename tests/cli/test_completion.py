"""Completion: each script, run by its shell, offers what may stand at the place one is."""

import shutil
import subprocess
from pathlib import Path

import pytest

from reader.cli import completion, main
from reader.cli.arguments import SHELLS
from reader.cli.grammar import COMMANDS
from reader.model import ExitCode
from reader.view.theme_names import THEMES

CASES = {
    "reader pri": {"print"},
    "reader --theme=": set(THEMES),
    "reader --theme=da": {"dark"},
    "reader --no": {"--no-state"},
    "reader bookmarks im": {"import"},
    "reader bookmarks export --format=": {"jsonl", "markdown", "webannotation", "csv"},
    "reader facts --kind=mon": {"money"},
    "reader print --order=log": {"logical"},
    "reader --theme=dark outline --js": {"--json"},
    "reader print boo": {"book.txt"},
    "reader print --comp": set(),
}
"""What is typed, and what is offered for its end."""

BASH = """
source {script}
COMP_LINE={line!r}; COMP_POINT=${{#COMP_LINE}}
COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_reader
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def script_of(shell: str, folder: Path) -> Path:
    path = folder / f"completion.{shell}"
    path.write_text(completion._SHELLS[shell](), encoding="utf-8")
    (folder / "book.txt").touch()
    return path


def offered(shell: str, program: list[str], folder: Path) -> set[str]:
    done = subprocess.run(
        [shell, *program], cwd=folder, capture_output=True, text=True, check=False, timeout=60, stdin=subprocess.DEVNULL
    )
    assert not done.stderr
    return {line.split("\t")[0].rstrip() for line in done.stdout.splitlines()} - {""}


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash(tmp_path: Path) -> None:
    script = script_of("bash", tmp_path)
    for line, words in CASES.items():
        cut = line.replace("=", " = ").split(" ")
        typed = " ".join(f"'{word}'" for word in cut if word or word is cut[-1])
        program = BASH.format(script=script, line=line, words=typed)
        assert offered("bash", ["--norc", "-c", program], tmp_path) == words, line


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
def test_fish(tmp_path: Path) -> None:
    script = script_of("fish", tmp_path)
    for line, words in CASES.items():
        found = offered("fish", ["--no-config", "-c", f"source {script}; complete -C '{line}'"], tmp_path)
        assert {word.partition("=")[2] or word for word in found} == words, line


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
def test_zsh_reads_its_script(tmp_path: Path) -> None:
    script = script_of("zsh", tmp_path)
    done = subprocess.run(["zsh", "-n", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("shell", SHELLS)
def test_every_script_knows_every_command(capsys: pytest.CaptureFixture[str], shell: str) -> None:
    script = completion._SHELLS[shell]()
    assert all(command in script for command in COMMANDS)
    assert main(["--completion", shell]) == ExitCode.DONE
    assert capsys.readouterr().out == script
