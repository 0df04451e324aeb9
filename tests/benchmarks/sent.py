"""Bytes a key for every terminal that was recorded: the same pictures sent in the way of each.

Run ``python -m tests.benchmarks.sent`` from the checkout: the seed article in a window of 120×40, three panes; lines
down from its beginning, then pages, each with its mean, its median and the most. Nothing depends on the machine.
"""

import asyncio
from statistics import mean, median

from reader.terminal.frames import Output
from tests.samples import article
from tests.terminal.known import KNOWN
from tests.tui.pictures import pictures, sent

LINES, PAGES = 40, 3


def main() -> None:
    """Print a table, a row a terminal."""
    heads = ("terminal", "encoding", "margins", "line", "median", "most", "page", "median", "most")
    print("{:14}{:9}{:8}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}".format(*heads))
    for name, terminal in KNOWN.items():
        steps = ["j"] * LINES + ["g"] + ["space"] * PAGES
        taken = asyncio.run(pictures(article(), steps, terminal))
        sizes = sent(taken, Output.of(terminal))
        figures = []
        for key in ("j", "space"):
            of_key = [size for step, size in sizes if step == key]
            figures += [mean(of_key), median(of_key), max(of_key)]
        numbers = "".join(f"{figure:8,.0f}" for figure in figures)
        print(f"{name:14}{terminal.encoding:9}{'yes' if terminal.margins else 'no':8}{numbers}", flush=True)


if __name__ == "__main__":
    main()
