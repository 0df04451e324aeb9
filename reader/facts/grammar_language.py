"""Owns what a language is to the grammar: its lexicon, the features its sentences have, its words by what they do.

All of it is read from the language's table (:mod:`reader.facts.languages`); the grammar asks features and words, never
which language it reads.
"""

from collections.abc import Mapping

from reader.facts.lexicon import Lexicon, Proclitics
from reader.values import dataclass

Folded = frozenset[str]
"""Folded words; :data:`NONE` where a language has none."""
NONE: Folded = frozenset()


@dataclass(frozen=True, slots=True)
class Features:
    """Where a language puts its words, each True of some languages only."""

    units_first: bool = False  # units stand before tens («خمسة وعشرون»)
    conjunction_needed: bool = False  # the places of a number are joined by a conjunction
    article_is_ordinal: bool = False  # a definite ten or hundred is an ordinal («العشرون»)
    definite_teens_ordinal: bool = False  # so is a definite teen (הפרק האחד עשר)
    comma_between_scales: bool = False  # a comma may stand after a scale ("two million, three hundred thousand")
    negative_ordinals: bool = False  # an ordinal may stand behind "minus"
    slash_decimals: bool = False  # a slash may be the decimal point (۵/۵ درصد)
    letter_words: bool = False  # a letter behind a conjunction may be a word by itself
    month_before_day: bool = False  # numeric dates begin with the month (4/29/2024)
    month_word_last: bool = False  # the word for month may stand behind the month's name (مهرماه)
    higher_places_last: bool = False  # a year may have its hundreds behind its units («ست وخمسين وستمئة»)
    short_years_in_words: bool = False  # a year after a month may be two places in words
    paired_years: bool = False  # a year may be read in two halves ("nineteen ninety-five")
    months_by_number: bool = False  # a month may be told by its number behind the day's (שלישי לשלישי)
    year_before_part: bool = False  # a year stands before its quarter (2023 کی تیسری سہ ماہی)
    century_last: bool = False  # the word for century stands behind its number ("the 19th century")
    definite_century: bool = False  # a century behind its word is definite (המאה התשע עשרה), or it counts hundreds
    decade_last: bool = False  # the word for decade stands behind its years (1990 کی دہائی)
    bare_years_by_calendar: bool = False  # a bare year's size tells its calendar
    postpositions: bool = False  # particles of place and time stand behind what they are of
    relative_definite: bool = False  # what makes a date depend on today is definite («يناير الماضي»)
    range_named_last: bool = False  # "between" stands behind both ends of a range (3 اور 5 کے درمیان)
    percent_first: bool = False  # the words for percent stand before the number («لەسەدا ٢٠»)
    hyphenated_units: bool = False  # a hyphen may stand between a number and its unit ("a 5-km run")
    units_in_row: bool = False  # a smaller unit follows without "and" ("5 feet 10 inches")
    coins_in_row: bool = False  # so does a smaller coin
    of_substance: bool = False  # what a mass is of follows behind "of" («500 غرام من الفراولة»)
    day_part_first: bool = False  # the part of the day may stand before the hour (شام 5 بجے)
    clock_word_last: bool = False  # the word for o'clock stands behind the hour
    clock_word_apart: bool = False  # the word for o'clock is no part of the time (בשעה 3)
    hour_name_last: bool = False  # "noon" and "midnight" may stand behind an hour
    minutes_after_day_part: bool = False  # minutes may be told behind the part of the day
    minutes_less: bool = False  # minutes to the hour stand behind it («الثالثة إلا ربعا»)
    minutes_past: bool = False  # minutes stand before the hour they are past ("ten past six")
    minutes_before: bool = False  # they stand, with their unit, before the hour they lead to («عشر دقائق قبل الخامسة»)
    minutes_need_telling: bool = False  # minutes before an hour need a further word that tells a time ("at ten to six")
    hour_behind_particle: bool = False  # the hour that minutes lead to has a particle (רבע לשש)
    definite_hour: bool = False  # a definite ordinal is an hour once minutes follow it
    particles_join_times: bool = False  # a particle at the second time joins it to the first
    definite_terms: bool = False  # the last word of a term is definite («حقوق الطبع»)
    latin_names: bool = False  # names are written in Latin letters, with capitals


@dataclass(frozen=True, slots=True)
class Words:
    """Words by what they do in a sentence of numbers and dates, folded; where a language has none, empty."""

    function: Folded = NONE  # frequent words that name nothing; they tell the language, and end a counted noun
    vague: Folded = NONE  # they make a hundred or a scale behind them inexact ("several thousand", چند هزار)
    vague_after: Folded = NONE  # they do so behind it (صد ها)
    counting_only: Folded = NONE  # a number only where a noun follows (دو)
    before_first: Folded = NONE  # "Before" far more often than "first", unless a noun in the oblique follows (پہلے)
    oblique: Folded = NONE  # such nouns
    oblique_endings: Folded = NONE  # the endings of such nouns
    definite: Folded = NONE  # the article as a word ("the")
    indefinite: Folded = NONE  # the indefinite article ("a", "an")
    definite_ordinals: Folded = NONE  # cardinals that are ordinals with their article (השני)
    comparing: Folded = NONE  # a particle that makes a number behind it no number («كألف»)
    dative: Folded = NONE  # the particle that joins the ends of a range, or minutes to their hour (ל)
    range_opening: Folded = NONE  # a particle that opens a range and belongs to it (מ)
    at: Folded = NONE  # the particle that makes the name of an hour a time (בחצות)
    in_time: Folded = NONE  # particles of time on a month's name (ביוני)
    currency_first: Folded = NONE  # words for a currency that stand before the sum ("روپے 500")
    told_by: Folded = NONE  # they tell that minutes before an hour are a time ("at ten to six")
    before: Folded = NONE  # "Before", with minutes that lead to an hour
    after_date: Folded = NONE  # what may stand between a date and its time (29 اپریل کو)
    after_striking: Folded = NONE  # the hour has struck, and minutes are past it (بج کر)
    agreeing: Folded = NONE  # what may stand between a weekday and its date («الموافق»)
    pointing: Folded = NONE  # they make the date behind them depend on today («هذا»)
    first_of_month: Folded = NONE  # what the first of a month is called («غرة»)
    era_first: Folded = NONE  # eras that stand before their year ("AD 500")
    year_in: Folded = NONE  # behind it a year may be the time of a sentence that goes on ("in 1877 Edison")
    plural_endings: Folded = NONE  # what is counted ends in these ("in 2000 cases")
    ordinal_suffixes: Folded = NONE  # what makes digits an ordinal when it is written on to them ("21st", ۵ام)
    weak_limits: Folded = NONE  # they limit a measure but, before a bare number, are rather prepositions
    damma_parts: Folded = NONE  # parts of one only with their damma, else other words («ثمن»)
    unsure_parts: Folded = NONE  # parts of one that are more often other words, at the end of a word («نص»)
    enclitics: Folded = NONE  # particles that are written on to digits («٢٠٢٠دا»)
    spoken_zero: Folded = NONE  # what zero is called among decimals ("point three o three")
    vague_endings: Folded = NONE  # endings behind a non-joiner that make a unit of time many of them («سده‌ها»)
    dividing: Folded = NONE  # what divides in a text that is nothing but a quotient ("one over twenty")
    bearing: Folded = NONE  # what makes degrees beside it those of an angle, a latitude or a longitude ("E", «شرقا»)
    counted_parts: Folded = NONE  # ends of plurals of parts, which say nothing without a number («أخماس»)
    beyond: Folded = NONE  # what joins an ordinal to the hundreds behind it («الثالثة بعد المائة»)
    needs_form: Folded = NONE  # months that are mostly other words: only beside a day or a year in digits (حمل, می)
    weak_time: Folded = NONE  # prepositions that tell no month, for they are too frequent («من»)
    phone_cue: Folded = NONE  # words that announce a telephone number
    between_unit: Folded = NONE  # what may stand between a number and its unit of time ("two extra minutes")
    not_leading: Folded = NONE  # codes of currencies, in capitals, that are other words before a number ("ALL 5")
    share: Folded = NONE  # what begins "out of", behind which stands a larger number
    by_place: Folded = NONE  # they say that a name is a place («في», "from"), behind it where particles stand behind
    likening: Folded = NONE  # a particle that makes a place behind it no place («كمصر»)
    place_particles: Folded = NONE  # particles that make a smaller city one with them (בחיפה)
    no_term_first: Folded = NONE  # they tell nothing of a subject at the beginning of a term
    no_term_last: Folded = NONE  # nor at its end
    verbal: Folded = NONE  # how verbs begin, which begin no term
    verbal_noun: Folded = NONE  # the letters of nouns that begin as verbs do, a dot for any («تدريب»)
    construct: Folded = NONE  # what a plural loses before its noun («مطورين»)
    linking: Folded = NONE  # they join a family name to what is before it (van, بن)
    no_family: Folded = NONE  # last words of names that are no family names
    surname_head: Folded = NONE  # behind the first word of a name it makes one with it («صلاح الدين»)
    extension: Folded = NONE  # what stands before the extension of a telephone number
    doubled: Folded = NONE  # number words that have a doubled letter; other words with one are verbs


@dataclass(frozen=True, slots=True)
class Language:
    """A language ready for use."""

    code: str  # ISO 639-1, or ISO 639-3 where it has none there
    lexicon: Lexicon
    features: Features
    words: Words
    proclitics: Proclitics
    subordinating: tuple[str, ...]  # what is written before the particles of a word (שבירושלים)
    calendars: tuple[tuple[str, int, int], ...]  # whose calendar a year of a numeric date is, by first and last year
    letters: tuple[tuple[int, str], ...]  # those that numbers are written in, the highest first; empty where none are
    thousands: tuple[str, int]  # the letter before the letters of a year, and the thousands it leaves out
    respelt: Mapping[str, str]  # currencies as written that are folded like another one (د.أ and د.إ)
    other_words: tuple[str, ...]  # beginnings of words as written that are no numbers though folded alike («عِشر»)

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that are written as part of the noun, folded."""
        return self.proclitics.articles
