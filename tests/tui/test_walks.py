"""After any walk of keys a terminal shows what it would show had the last picture been its first.

``python -m tests.tui.test_walks FROM TO`` takes the walks of so many seeds.
"""

import asyncio
import random
import sys
from collections.abc import Sequence

from reader.terminal.frames import Output, Shown, update
from reader.terminal.identity import Terminal
from tests.samples import article
from tests.terminal.known import KNOWN
from tests.terminal.played import Look, Played
from tests.tui.pictures import Picture, Step, pictures

SIZES = ((100, 20), (120, 16), (64, 14))
KEYS = (*"jjjjkkbdugGsfnDmz", "space", "space", "right_square_bracket", "left_square_bracket", "tab")


def walk(seed: int, steps: int) -> list[Step]:
    chance = random.Random(seed)  # noqa: S311 - no secret
    return [chance.choice(SIZES) if chance.random() < 0.08 else chance.choice(KEYS) for _ in range(steps)]


def shown_after(taken: Sequence[Picture], output: Output) -> list[list[Look]]:
    """The looks that a terminal shows after some pictures; after a resize nothing is known of it."""
    shown, terminal = Shown(), None
    size = (0, 0)
    for picture in taken:
        if (len(picture.frame[0]), len(picture.frame)) != size:
            size = len(picture.frame[0]), len(picture.frame)
            terminal, shown = Played(size[0] + output.encoding.margin, size[1]), Shown()
        assert terminal
        text, shown = update(shown, picture.frame, output, picture.regions)
        terminal.feed(text)
    assert terminal
    return terminal.screen.looks()


async def differences(seed: int, steps: int) -> list[str]:
    """The outputs that do not show after a walk what they would at once."""
    taken = await pictures(article(), walk(seed, steps), Terminal(), SIZES[0])
    outputs = {Output.of(terminal) for terminal in KNOWN.values()}
    return [
        f"{output} {walk(seed, steps)}"
        for output in outputs
        if shown_after(taken, output) != shown_after(taken[-1:], output)
    ]


async def test_nothing_is_left_over_or_missing() -> None:
    assert await differences(seed=1, steps=14) == []


if __name__ == "__main__":
    for number in range(*map(int, sys.argv[1:3])):
        print(number, *asyncio.run(differences(number, 40)) or ["as it should be"], flush=True)
