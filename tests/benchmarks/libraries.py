"""Prints how packages that could do a part of the reading compare with the reader.

Run: ``python -m tests.benchmarks.libraries``.

Those that are not installed are passed over: ``pip install python-docx odfpy chardet charset-normalizer``. Times are of
the processor.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from time import process_time
from typing import Any

from reader.formats import open_document
from reader.formats.charsets import decoded
from tests.samples import ROOT, SEED, article

MODULES = ("docx", "odf.opendocument", "chardet", "charset_normalizer", "openiti.helper.funcs", "lxml.etree")
_IMPORT = "import sys, time; start = time.process_time(); __import__(sys.argv[1]); print(time.process_time() - start)"
ARTICLES = 127
"""Copies of the article that make a million letters."""

ENCODINGS = {
    "ar": ("cp1256", "iso-8859-6", "mac-arabic", "utf-8", "utf-16-le"),
    "he": ("cp1255", "iso-8859-8", "utf-8", "utf-16-le"),
}


def imports() -> None:
    """Milliseconds of an import in a fresh process, the least of three."""
    for name in MODULES:
        if not find_spec(name.partition(".")[0]):
            continue
        runs = [
            subprocess.run([sys.executable, "-c", _IMPORT, name], capture_output=True, text=True, check=False).stdout
            for _ in range(3)
        ]
        times = [float(run) for run in runs if run]
        print(f"import {name:<24}{min(times) * 1000:>8.0f} ms" if times else f"import {name:<24} fails")


def timed(label: str, read: Callable[[], object]) -> None:
    """One line: what was read, and how long it took."""
    start = process_time()
    found = read()
    print(f"{label:<31}{(process_time() - start) * 1000:>8.0f} ms  {found}")


def word(folder: Path) -> None:
    """A million letters of a Word document that python-docx has written, read by both."""
    docx: Any = import_module("docx")
    path = folder / "a.docx"
    written = docx.Document()
    for text in paragraphs() * ARTICLES:
        written.add_paragraph(text)
    written.save(path)
    timed("python-docx, runs and styles", lambda: sum(len(_runs(p)) for p in docx.Document(path).paragraphs))
    timed("the reader, the same file", lambda: len(open_document(path).blocks))


def _runs(paragraph: Any) -> list[tuple[str, object, object]]:
    return [(run.text, run.bold, run.font.rtl) for run in paragraph.runs if paragraph.style.name]


def opendocument(folder: Path) -> None:
    """The same for OpenDocument and odfpy, of which text alone is asked."""
    odf: Any = import_module("odf.opendocument")
    text: Any = import_module("odf.text")
    teletype: Any = import_module("odf.teletype")
    path = folder / "a.odt"
    written = odf.OpenDocumentText()
    for paragraph in paragraphs() * ARTICLES:
        written.text.addElement(text.P(text=paragraph))
    written.save(path)

    def read() -> int:
        return len([teletype.extractText(p) for p in odf.load(path).getElementsByType(text.P)])

    timed("odfpy, text alone", read)
    timed("the reader, the same file", lambda: len(open_document(path).blocks))


def paragraphs() -> list[str]:
    """The article's."""
    document = article()
    return [document.slice(block.range) for block in document.blocks]


def snippets() -> Iterator[tuple[str, str]]:
    """Pieces of 100, 400 and 1,600 characters of Arabic and Hebrew, each with an encoding that has all of it."""
    hebrew = tomllib.loads((ROOT / "reader" / "locale" / "he.toml").read_text(encoding="utf-8"))
    texts = {
        "ar": SEED.read_text(encoding="utf-8"),
        "he": " ".join(text for part in hebrew.values() if isinstance(part, dict) for text in part.values()),
    }
    for language, encodings in ENCODINGS.items():
        plain = re.sub(r"\{\w+\}", "", texts[language])
        for encoding in encodings:
            text = "".join(character for character in plain if character.encode(encoding, "ignore"))
            for size in (100, 400, 1_600):
                for start in range(0, len(text) - size, max(size, len(text) // 12)):
                    piece = text[start : start + size]
                    if sum(not character.isascii() for character in piece) > size / 3:
                        yield encoding, piece


def detectors() -> dict[str, Callable[[bytes], str]]:
    """What reads bytes of an unknown encoding."""
    found: dict[str, Callable[[bytes], str]] = {"the reader": lambda data: decoded(data).text}
    if find_spec("chardet"):
        chardet: Any = import_module("chardet")
        found["chardet"] = lambda data: data.decode(chardet.detect(data)["encoding"] or "utf-8", "replace")
    if find_spec("charset_normalizer"):
        normalizer: Any = import_module("charset_normalizer")
        found["charset-normalizer"] = lambda data: str(normalizer.from_bytes(data).best() or "")
    return found


def detection() -> None:
    """How many snippets each detector reads right, by encoding."""
    pieces = [(encoding, piece, piece.encode(encoding)) for encoding, piece in snippets()]
    for name, read in detectors().items():
        right: dict[str, list[bool]] = {}
        start = process_time()
        for encoding, piece, data in pieces:
            right.setdefault(encoding, []).append(_read(read, data) == piece)
        each = (process_time() - start) / len(pieces) * 1000
        told = "  ".join(f"{encoding} {sum(found)}/{len(found)}" for encoding, found in right.items())
        total = sum(map(sum, right.values()))
        print(f"{name:<20}{total:>4}/{len(pieces)}{each:>6.2f} ms each  {told}")


def _read(read: Callable[[bytes], str], data: bytes) -> str:
    try:
        return read(data)
    except (LookupError, UnicodeError):
        return ""


def main() -> None:
    imports()
    with tempfile.TemporaryDirectory() as folder:
        if find_spec("docx"):
            word(Path(folder))
        if find_spec("odf"):
            opendocument(Path(folder))
    detection()


if __name__ == "__main__":
    main()
