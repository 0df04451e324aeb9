"""The fewest events that still show a fault: delta debugging (Zeller and Hildebrandt, 2002) of a list."""

from collections.abc import Callable


def shrunk(length: int, fails: Callable[[tuple[int, ...]], bool], tries: int) -> tuple[int, ...]:
    """Numbers of the events that are needed; none of them can be left out, if the tries were enough.

    Args:
        length: How many events fail together.
        fails: Whether those of some numbers do.
        tries: How often it is asked at most.
    """
    kept = tuple(range(length))
    parts = 2
    while kept and tries > 0:
        size = max(1, -(-len(kept) // parts))
        for start in range(0, len(kept), size):
            tries -= 1
            rest = kept[:start] + kept[start + size :]
            if fails(rest):
                kept, parts = rest, max(2, parts - 1)
                break
            if tries <= 0:
                break
        else:
            if size == 1:
                break
            parts = min(len(kept), parts * 2)
    return kept
