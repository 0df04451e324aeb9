"""Owns what joins the two ends of a range of amounts or durations."""

from reader.facts.lexicon import Role
from reader.facts.scan import Scan


def joint_at(scan: Scan, i: int, *, opened: bool) -> int | None:
    """The index after what joins the ends; "and" joins them only once "between" or "from" has opened the range."""
    hit = scan.hit(i, Role.TO)
    if hit is not None and not hit.conjunction and not hit.preposition and (opened or scan.key(i) != "ל"):
        return hit.end
    if scan.is_sign(i, "-–—־~"):
        return i + 1
    if not opened:
        return None
    conjunction = scan.hit(i, Role.AND)
    if conjunction is not None:
        return conjunction.end
    word = scan.hit(i, Role.NUMBER) or scan.hit(i, Role.NEGATIVE)
    if word is not None and (word.conjunction or word.preposition in ("ל", "ل")):
        return i
    return None
