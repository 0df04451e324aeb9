"""Which blocks of a document's former version are in the present one, and between which ones a changed one should be.

Units: indexes of blocks. Time and memory are linear in the number of blocks, but for a logarithm.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence


def aligned_blocks(former: Sequence[bytes], present: Sequence[bytes]) -> dict[int, int]:
    """Former index to present index of every block found again, by their digests; no index is used twice.

    A digest that each version has once is the same block, wherever it has moved to (Heckel's rule). From those, and
    from both ends of the document, runs of equal neighbours are followed in both directions; that settles the blocks
    whose text the document repeats. A repeated block between changed neighbours stays unknown rather than be mistaken.
    """
    places = {digest: index for index, digest in enumerate(present)}
    repeated = _repeated(former) | _repeated(present)
    found = {
        index: places[digest] for index, digest in enumerate(former) if digest in places and digest not in repeated
    }
    used = set(found.values())
    for step, begin in ((1, (-1, -1)), (-1, (len(former), len(present)))):
        starts = sorted([*found.items(), begin], reverse=step < 0)
        for start in starts:
            old, new = start[0] + step, start[1] + step
            while (
                0 <= old < len(former)
                and 0 <= new < len(present)
                and old not in found
                and new not in used
                and former[old] == present[new]
            ):
                found[old] = new
                used.add(new)
                old, new = old + step, new + step
    return found


def _repeated(digests: Sequence[bytes]) -> set[bytes]:
    seen: set[bytes] = set()
    again: set[bytes] = set()
    for digest in digests:
        (again if digest in seen else seen).add(digest)
    return again


class BlockOrder:
    """Where blocks have gone to, as far as it is known and most of them have kept their order.

    Args:
        known: Former and present index of blocks, once for all that tells so; those that were moved away from the
            others are left out.
        former: Number of blocks in the former version.
        present: Number of blocks in the present one.
    """

    def __init__(self, known: Iterable[tuple[int, int]], former: int, present: int) -> None:
        self._told = Counter(known)
        self._kept = [(-1, -1), *_rising(sorted(self._told)), (former, present)]
        self._former = [old for old, _ in self._kept]
        self._present = present

    def between(self, block: int, own: int | None) -> tuple[int, int]:
        """The first and the last block that may be what became of a former one, if it has kept its place.

        Args:
            block: The former one.
            own: What whoever asks has told of it, which then proves nothing.
        """
        low, high = bisect_left(self._former, block), bisect_right(self._former, block)
        same = [new for _, new in self._kept[low:high] if new != own or self._told[block, new] > 1]
        if same:
            return same[0], same[-1]
        return max(0, self._kept[low - 1][1]), min(self._present - 1, self._kept[high][1])


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """As many of the pairs, sorted by their first, as rise in their second too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, new) in enumerate(pairs):
        where = bisect_right(tails, new)
        before.append(ends[where - 1] if where else -1)
        if where == len(tails):
            tails.append(new)
            ends.append(at)
        else:
            tails[where] = new
            ends[where] = at
    kept: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.append(pairs[at])
        at = before[at]
    return kept[::-1]
