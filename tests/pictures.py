"""The README's pictures, made anew: the reader in xterm, in a display that nobody sees.

Run ``python -m tests.pictures [NAME…]``; it needs Xvfb, xterm, xdotool, ImageMagick and the font DejaVu Sans Mono, and
writes ``.github/NAME.png``. Look at what it wrote: letters joined, brackets facing the right way, nothing clipped.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.assist.serving import OK, delta, finish, serving
from tests.samples import ROOT, SEED

FONT = "DejaVu Sans Mono"
SECONDS = 4.0
"""Time for the reader to come, and for keys to have acted."""

QUESTION = "كم تعهدت ميتا باستثماره؟"
ANSWER = (
    "تعهدت «ميتا» باستثمار ما يصل إلى 80 مليار دولار [8: «باستثمار ما يصل إلى 80 مليار دولار»] هذا العام وحده.\n\n"
    "أما سبب العجلة فمنافسة DeepSeek: حشدت «ميتا» «غرف حرب» [7: «غرف حرب»].\n\n"
    "وتتصدر «لاما» كل الاختبارات [2: «لاما أسرع من الضوء»]."
)


class Picture(NamedTuple):
    """A document at a size, and the keys that are pressed in it; a text is typed."""

    path: str | Path
    size: str
    keys: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


POEMS = ROOT / "seeds" / "mutanabbi-and-imru-al-qays.ar.txt"
GHAZALS = ROOT / "seeds" / "hafez-and-khayyam.fa.txt"
PICTURES = {
    "article": Picture(SEED, "120x32", ("bracketright", "w"), ("--theme=dark",)),
    "conversation": Picture(SEED, "110x26", ("A", QUESTION, "Return", "I", "Return"), ("--lang=ar", "--theme=dark")),
    "prose": Picture(
        SEED, "70x13", ("z", "bracketright", "bracketright", "j", "j"), ("--justify=kashida", "--theme=dark")
    ),
    "verse": Picture(POEMS, "70x13", ("z",), ("--justify=kashida", "--theme=dark")),
    "ghazal": Picture(GHAZALS, "84x13", ("z",), ("--justify=kashida", "--theme=dark")),
}


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """The environment of programs that draw where nobody looks."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-dpi", "96", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        try:
            with os.fdopen(read) as number:
                yield {**os.environ, "DISPLAY": f":{number.readline().strip()}", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
        finally:
            server.terminate()


def take(name: str, picture: Picture, home: Path, url: str) -> Path:
    """Take a picture, with a state and a configuration of its own."""
    (home / "config.toml").write_text(f'language = "en"\n\n[assistant]\nurl = "{url}"\nmodel = "llama-3.1-8b"\n')
    written = ROOT / ".github" / f"{name}.png"
    with display() as surroundings:
        own = {"READER_STATE": str(home / "state"), "READER_CONFIG": str(home / "config.toml")}
        reader = [sys.executable, "-m", "reader", *picture.options, str(picture.path)]
        terminal = ["xterm", "-fa", FONT, "-fs", "12", "-geometry", picture.size, "-b", "2", "-e", *reader]
        with subprocess.Popen(terminal, env=surroundings | own, cwd=ROOT) as xterm:

            def x(*command: str) -> str:
                return subprocess.run(command, env=surroundings, check=True, capture_output=True, text=True).stdout

            time.sleep(SECONDS)
            window = x("xdotool", "search", "--onlyvisible", "--class", "xterm").split()[-1]
            x("xdotool", "windowfocus", window)
            for key in picture.keys:
                x("xdotool", *(["key", key] if key.isascii() else ["type", "--delay", "40", key]))
                time.sleep(SECONDS if key == "Return" else 0.3)
            x("xdotool", "key", "ctrl+l")  # xterm leaves dots of letters behind where it scrolls
            time.sleep(SECONDS)
            x("import", "-window", window, "-strip", str(written))
            xterm.terminate()
    return written


def main(names: list[str]) -> None:
    """Take the pictures of these names, all without one."""
    answer = [OK, delta(content=ANSWER), finish()]
    for name in names or PICTURES:
        with serving(answer, answer) as server, TemporaryDirectory() as home:
            print(take(name, PICTURES[name], Path(home), server.url))


if __name__ == "__main__":
    main(sys.argv[1:])
