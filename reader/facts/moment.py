"""One day, month or year, as a text states it."""

from reader.facts.calendars import gregorian_of, is_day
from reader.named_tuples import NamedTuple


class Moment(NamedTuple):
    """The parts of a date as a text states them; None is not stated. ``end`` is the token after it."""

    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: str = "gregorian"
    before: bool = False
    short_year: bool = False
    other: str = ""  # the finished value of a quarter, a decade …

    def iso(self) -> str:
        """The date in ISO 8601."""
        if self.other:
            return self.other
        if self.year is None:
            year = "XXXX"
        elif self.short_year:
            year = f"XX{self.year:02}"
        else:
            year = f"-{self.year:04}" if self.before else f"{self.year:04}"
        if self.month is None:
            return year
        return f"{year}-{self.month:02}" + ("" if self.day is None else f"-{self.day:02}")

    def gregorian(self) -> str:
        """The Gregorian equivalent; "" when the date is Gregorian or its year unknown."""
        if self.other or self.year is None or self.short_year or self.calendar == "gregorian":
            return ""
        return gregorian_of(self.calendar, self.year, self.month, self.day)

    def exists(self) -> bool:
        """Whether there is such a date."""
        if self.other or self.month is None:
            return True
        return is_day(self.calendar, None if self.short_year else self.year, self.month, self.day or 1)
