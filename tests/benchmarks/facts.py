"""How long facts take: an article, a megabyte, hostile texts. Run as ``python -m tests.benchmarks.facts``."""

import sys
from pathlib import Path
from time import perf_counter

from reader.facts import extract
from tests.documents import document_of

ARTICLE = Path(__file__).parents[2] / "seeds" / "llama-one-billion-downloads.ar.txt"
MEGABYTE = 1_000_000
HOSTILE = {
    "digits": "1",
    "spaced digits": "1 ",
    "commas": "1,",
    "number words": "خمسة ",
    "scales": "ومليون ",
    "open quotes": "«كلمة ",
    "impossible dates": "31/02/2020 ",
    "hyphens": "1-2-",
    "colons": "1:2:",
    "addresses": "a@",
    "quotation marks": "«",
    "apostrophes": "'a ",
    "capitals": "Aaaa Bbbb ",
    "one person": "محمد أحمد ",
    "brackets": "ميتا (Meta) ",
    "universities": "جامعة القاهرة ",
}


def measured(name: str, text: str) -> str:
    """A row of the table: the time for a text, and the time for a million characters at that pace."""
    document = document_of(*text.split("\n"), language="ar")
    start = perf_counter()
    facts = extract(document)
    seconds = perf_counter() - start
    return f"| {name} | {len(text):,} | {seconds:.3f} | {seconds * MEGABYTE / len(text):.1f} | {len(facts):,} |\n"


def main() -> None:
    """Prints the table."""
    article = ARTICLE.read_text("utf-8")
    sys.stdout.write("| text | characters | s | s a million | facts |\n|---|---|---|---|---|\n")
    sys.stdout.write(measured("the article, first", article))
    sys.stdout.write(measured("the article, again", article))
    sys.stdout.write(measured("a megabyte of it", f"{article}\n" * (MEGABYTE // len(article))))
    for name, unit in HOSTILE.items():
        for size in (25_000, 100_000):
            sys.stdout.write(measured(name, unit * (size // len(unit))))


if __name__ == "__main__":
    main()
