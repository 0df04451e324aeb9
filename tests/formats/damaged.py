"""A corpus of damaged and hostile files of every format: ``python -m tests.formats.damaged FOLDER`` writes it.

Every file is made anew from good documents, always the same way. What stands for a secret and for a host on the network
is given, so that a test can tell whether anything was read or fetched that should not be.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.formats import hostile_archives, hostile_forms, hostile_text
from tests.formats.hostile_text import Hostile
from tests.fuzz.targets import good

SUFFIXES = {
    "text": ".txt",
    "markdown": ".md",
    "html": ".html",
    "epub": ".epub",
    "docx": ".docx",
    "odt": ".odt",
    "fb2": ".fb2",
    "openiti": ".mARkdown",
    "csv": ".csv",
    "code": ".json",
    "subtitles": ".vtt",
    "ipynb": ".ipynb",
    "mail": ".eml",
    "po": ".po",
    "rtf": ".rtf",
    "feed": ".rss",
    "rst": ".rst",
    "org": ".org",
    "roff": ".man",
    "latex": ".tex",
    "mobi": ".mobi",
    "asciidoc": ".adoc",
    "publishing": ".tei",
    "xlsx": ".xlsx",
    "pptx": ".pptx",
}
FORMATS = tuple(SUFFIXES)
_CUTS, _FLIPS = 9, 6
NOWHERE = Hostile("file:///etc/hostname", "http://192.0.2.1")
"""A file that everybody has and an address that nobody has (RFC 5737)."""


def corpus(hostile: Hostile, *, archives: bool = True) -> Iterator[tuple[str, bytes]]:
    """The files, each with its name; hostile archives take most of the time."""
    yield from _damaged()
    yield from _encoded().items()
    yield from hostile_text.files(hostile)
    yield from hostile_forms.files(hostile).items()
    if archives:
        yield from hostile_archives.files()


def _damaged() -> Iterator[tuple[str, bytes]]:
    """Every format cut short, with bytes changed, with holes, in a wrong name, and nothing at all."""
    for number, (form, suffix) in enumerate(SUFFIXES.items()):
        data = good(form)
        chance = random.Random(number)  # noqa: S311 - the same files every time
        for cut in range(_CUTS):
            yield f"cut-{cut}{suffix}", data[: cut * len(data) // _CUTS]
        yield f"cut-last{suffix}", data[:-1]
        for flip in range(_FLIPS):
            changed = bytearray(data)
            for _ in range(1 + 4 * flip):
                changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            yield f"flipped-{flip}{suffix}", bytes(changed)
        third = len(data) // 3
        yield f"hole{suffix}", data[:third] + bytes(third) + data[2 * third :]
        yield f"twice{suffix}", data + data
        yield f"garbage-after{suffix}", data + bytes(chance.randrange(256) for _ in range(500))
        for wrong in (FORMATS[(number + 1) % len(FORMATS)], FORMATS[(number + 4) % len(FORMATS)]):
            yield f"{form}-named{SUFFIXES[wrong]}", data
        yield f"empty{suffix}", b""
        yield f"blank{suffix}", b" \n" * 10
        for mark in ("utf-8-sig", "utf-16", "utf-16-be", "utf-32"):
            yield f"only-{mark}{suffix}", "\ufeff".encode(mark)


def _encoded() -> dict[str, bytes]:
    """What encodings leave to chance."""
    arabic = "نص عربي طويل بما يكفي لكي يعرف"
    return {
        "one-bad-byte.txt": arabic.encode() + b"\xff" + arabic.encode(),
        "half-a-character.txt": arabic.encode()[:-1],
        "odd-utf-16.txt": arabic.encode("utf-16") + b"\x00",
        "surrogates.txt": ("\ufeff" + arabic).encode("utf-16-le") + b"\x00\xd8" + "x".encode("utf-16-le") + b"\x00\xdc",
        "overlong.txt": b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf abc",
        "declared-wrong.html": b"<meta charset=utf-16><p>" + arabic.encode("windows-1256"),
        "declared-nonsense.html": b"<meta charset='\x1b[2J'><p>" + arabic.encode(),
        "declared-codec.html": b"<meta charset=zlib><p>" + arabic.encode(),
        "declared-utf-7.html": b"<meta charset=utf-7><p>+ADw-script+AD4-",
        "every-byte.txt": bytes(range(1, 256)),
        "nul-inside.txt": b"text\0text\n" * 100,
        "controls.txt": bytes(range(32)) * 10 + b"\x7f\x80\x9b2J",
        "one-line.txt": b"word " * 1_000_000,
        "no-space.txt": b"a" * 5_000_000,
        "marks.txt": ("ا" + "\u064b" * 1_000_000).encode(),
        "isolates.txt": ("\u2067a" * 200_000).encode(),
        "overrides.txt": ("\u202eabc\u202c " * 100_000).encode(),
        "joiners.txt": ("👨\u200d" * 200_000).encode(),
        "brackets.txt": ("([{" * 300_000).encode(),
        "short-lines.txt": b"a\n" * 60_000,
        "blank-lines.txt": b"\n" * 5_000_000,
    }


def main(folder: Path) -> None:
    """Write the corpus."""
    folder.mkdir(parents=True, exist_ok=True)
    count = size = 0
    for name, data in corpus(NOWHERE):
        (folder / name).write_bytes(data)
        count, size = count + 1, size + len(data)
    print(f"{count} files, {size >> 20} MiB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
