"""How fast somebody reads, measured while they do, and how long a stretch of text takes them. Units: code points."""

from reader.values import dataclass, replace

USUAL = 1000.0
"""Code points a minute before anything was measured: about 180 words."""

SLOWEST, FASTEST = 120.0, 4000.0
"""Code points a minute that are no reading below and above: somebody was away, or looked for something."""

FURTHEST = 6000
"""Code points that are moved over at once and may have been read; more are a jump."""

WEIGHT = 12_000
"""Code points read after which a new pace counts as much as the one known before."""


@dataclass(frozen=True, slots=True)
class Pace:
    """A reader's pace.

    Attributes:
        per_minute: Code points.
    """

    per_minute: float = USUAL

    def after(self, characters: int, seconds: float) -> "Pace":
        """The pace after somebody moved on by so many code points in so many seconds."""
        if not 0 < characters <= FURTHEST or seconds <= 0:
            return self
        measured = characters * 60 / seconds
        if not SLOWEST <= measured <= FASTEST:
            return self
        return replace(self, per_minute=self.per_minute + (measured - self.per_minute) * characters / WEIGHT)

    def minutes(self, characters: int) -> int:
        """Whole minutes that so many code points take; at least one."""
        return max(1, round(characters / self.per_minute))
