"""What is read in a monkey's sessions: ordinary documents of every format and direction, and hostile ones."""

from collections.abc import Iterator
from pathlib import Path

from tests.formats.damaged import NOWHERE, SUFFIXES, corpus
from tests.formats.making import FORMATS, lines_of
from tests.fuzz.targets import good
from tests.samples import CHRONICLE, ENGLISH, HISTORY, ROOT, article

_LARGEST = 300_000
"""Bytes of a hostile document: what larger ones cost is measured elsewhere."""

_HARM = (
    "\x1b[31337z \x1b]0;pwned\x07 \x1b]52;c;!\x07 \x9b2J \x9d2;pwned\x9c \x1bc \x7f \x0e \x85 \x07 \b \x1bPq\x1b\\ "
    "\x00 \x90 \u202e \u2066 \U000e0041 \u2028 \ufeff "
)
"""Nothing a reader sends by itself, so that whatever of it arrives is seen."""

_VERSE = "قفا نبك من ذكرى حبيب ومنزل *** بسقط اللوى بين الدخول فحومل\n"


def documents(folder: Path) -> list[Path]:
    """The documents, written into a folder that may have them already; as many ordinary ones as hostile ones."""
    for name, data in _all():
        path = folder / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    ordinary, hostile = (sorted((folder / kind).iterdir()) for kind in ("ordinary", "hostile"))
    return [
        path for pair in zip(ordinary * (1 + len(hostile) // len(ordinary)), hostile, strict=False) for path in pair
    ]


def _all() -> Iterator[tuple[str, bytes]]:
    for name, data in _ordinary():
        yield f"ordinary/{name}", data
    for name, data in corpus(NOWHERE, archives=False):
        if len(data) <= _LARGEST:
            yield f"hostile/{name.encode('utf-8', 'replace').decode()}", data
    for number, line in enumerate(
        ("Title%s here", "See%s https://x.example/%s for $5 million.", "نص%s عربي", "שלום%s")
    ):
        text = "\n\n".join([line.replace("%s", _HARM)] * (number + 1) * 20)
        yield f"hostile/harm-{number}.txt", text.encode()
        yield f"hostile/harm-{number}.md", f"# {text}\n\n[{_HARM}](http://x.example/{_HARM})\n".encode()
        yield f"hostile/harm-{number}.html", f"<title>{text}</title><p>{text}<a href='http://x{_HARM}'>x</a>".encode()


def _ordinary() -> Iterator[tuple[str, bytes]]:
    lines = lines_of(article())
    for form, make in FORMATS.items():
        yield f"article{SUFFIXES[form]}", make(lines)
    for form, suffix in SUFFIXES.items():
        yield f"small{suffix}", good(form)
    for name, text in (("english", ENGLISH), ("history", HISTORY), ("chronicle", CHRONICLE), ("verse", _VERSE * 80)):
        yield f"{name}.txt", text.encode()
    yield "long.txt", (CHRONICLE * 60 + HISTORY * 60).encode()
    yield "short.txt", "نص".encode()
    yield "empty.txt", b""
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        yield path.name, path.read_bytes()
