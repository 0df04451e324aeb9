"""Fuzz a parser with atheris: ``python -m tests.fuzz.fuzz TARGET FOLDER [libFuzzer's options]``.

The folder keeps the inputs that were found to take the parser new ways, from one run to the next. A run ends at the
first input that makes the parser fail, take ten seconds or two GiB; the input is left in a file whose name is printed.
Given such a file instead of a folder, only it is tried.
``-max_total_time=3600`` bounds a run. Needs ``pip install '.[fuzz]'``; it is no part of the test suite.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

import atheris

_LIMITS = ("-timeout=10", "-rss_limit_mb=2048", "-max_len=16384", "-use_value_profile=1")
_WORD = re.compile(rb"</?[\w:-]+|[\w:-]+=|&\w+;|\w{2,}|[^\w\s]{1,3}")
_MOST_WORDS = 2000


def main(argv: list[str]) -> None:
    """Run one target until it fails or its time is up."""
    if len(argv) < 3:
        sys.exit(__doc__)
    name, folder = argv[1], Path(argv[2])
    with atheris.instrument_imports(include=["reader", "markdown_it", "mdit_py_plugins"]):
        from tests.fuzz.targets import TARGETS, seeds_of

        if name not in TARGETS:
            sys.exit(f"targets: {', '.join(TARGETS)}")
        seeds = seeds_of(name)
        for seed in seeds:  # parsers import what they need when they run, and it is instrumented only in here
            TARGETS[name](seed)
    if folder.is_file():
        TARGETS[name](folder.read_bytes())
        return
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (folder / f"seed-{number}").write_bytes(seed)
    words = folder.with_name(f"{folder.name}.dict")
    words.write_text(_dictionary(seeds), encoding="ascii")
    atheris.Setup([argv[0], *_LIMITS, f"-dict={words}", *argv[3:], str(folder)], TARGETS[name])
    atheris.Fuzz()


def _dictionary(seeds: Iterable[bytes]) -> str:
    """The words and signs of the seeds, as libFuzzer wants them: what mutations put in."""
    words = sorted({word for seed in seeds for word in _WORD.findall(seed)})[:_MOST_WORDS]
    return "".join('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in words)


if __name__ == "__main__":
    main(sys.argv)
