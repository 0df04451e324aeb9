"""Standard error: lines that say what went wrong or should be known."""

import sys


def say(text: str) -> None:
    """One line, whatever is in it: names of files and what documents say of themselves may hold anything."""
    from reader.text.printable import printable

    print(f"reader: {printable(' '.join(text.split()))}", file=sys.stderr)
