"""How other projects' test files are recognised: ``python -m tests.evaluation.encoding_files FOLDER…``.

A folder is a checkout of chardet (``tests/ENCODING/FILE``, a language behind the encoding where there is one) or of
charset-normalizer (``data``; the encodings stand in ``tests/test_full_detection.py``). A file counts as right when its
text comes out as its encoding has it, so that encodings in which it is written alike are all right; line ends and
byte-order marks are nobody's text. The reader is given the bytes alone, as chardet and charset-normalizer are, and, as
where it opens the file, what the file declares.
"""

import codecs
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from reader.formats.charsets import decoded
from reader.formats.html import decoded_page
from reader.formats.raw import Raw
from tests.evaluation.encodings import decoders

_LISTED = re.compile(r'\("([\w.-]+)", "([\w-]+)", "')
_ALIASES = {"MacCyrillic": "mac-cyrillic", "MacRoman": "mac-roman"}
_WIDENED = {
    "shift-jis": "cp932",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "big5": "big5hkscs",
    "iso8859-1": "cp1252",
}
"""Encodings, and those that hold them, whose letters files of them use (WHATWG Encoding Standard)."""


class Tried(NamedTuple):
    """A file: its path, the encoding it is in, its text in that and in what holds it."""

    path: Path
    encoding: str
    texts: frozenset[str]


def files_in(folder: Path) -> Iterator[Tried]:
    """The files of a checkout whose text is known."""
    listed = folder / "tests" / "test_full_detection.py"
    if listed.exists():
        for name, encoding in _LISTED.findall(listed.read_text(encoding="utf-8")):
            yield from _tried(folder / "data" / name, encoding)
        return
    for path in sorted((folder / "tests").glob("*/*")):
        if encoding := _encoding_of(path.parent.name):
            yield from _tried(path, encoding)


def _encoding_of(name: str) -> str:
    """The encoding in a folder's name; "" for none that Python knows."""
    name = _ALIASES.get(name, name)
    while name:
        try:
            return codecs.lookup(name).name
        except LookupError:
            name = name.rpartition("-")[0]
    return ""


def _tried(path: Path, encoding: str) -> Iterator[Tried]:
    data = path.read_bytes()
    texts = set()
    for name in (encoding, _WIDENED.get(encoding.replace("_", "-"), encoding)):
        try:
            texts.add(plain(data.decode(name)))
        except (LookupError, UnicodeError):
            continue
    if texts:
        yield Tried(path, encoding, frozenset(texts))


def plain(text: str) -> str:
    """A text without what is none."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def ours_declared(data: bytes) -> str:
    """What the reader makes of a page that says what it is in."""
    return decoded_page(Raw(data)).text


def main(folders: list[str]) -> None:
    """Print a line an encoding: files, and how many each reads right; with -v those that the reader does not."""
    every: dict[str, Callable[[bytes], str]] = {**decoders(), "declared": ours_declared}
    right: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(("files", *every), 0))
    for folder in folders:
        for tried in files_in(Path(folder)) if folder != "-v" else ():
            row = right[tried.encoding]
            row["files"] += 1
            data = tried.path.read_bytes()
            for name, decoder in every.items():
                row[name] += _same(decoder, data, tried.texts)
            if "-v" in folders and not _same(every["reader"], data, tried.texts):
                print(f"  {tried.path}: {decoded(data).encoding}, not {tried.encoding}", file=sys.stderr)
    print("| encoding | files | " + " | ".join(every) + " |")
    print("|---|---|" + "---|" * len(every))
    for encoding, row in sorted(right.items()):
        print(f"| {encoding} | " + " | ".join(map(str, row.values())) + " |")
    totals = [sum(row[key] for row in right.values()) for key in ("files", *every)]
    print("| all | " + " | ".join(map(str, totals)) + " |")


def _same(decoder: Callable[[bytes], str], data: bytes, texts: frozenset[str]) -> bool:
    try:
        return plain(decoder(data)) in texts
    except (LookupError, UnicodeError):
        return False


if __name__ == "__main__":
    main(sys.argv[1:])
