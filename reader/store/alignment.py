"""Which blocks of a document's former version are in the present one, unchanged.

Units: indexes of blocks. Time and memory are linear in the number of blocks.
"""

from collections.abc import Sequence


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
