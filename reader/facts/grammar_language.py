"""Owns what a language is to the grammar: its lexicon, the features its sentences have, its words by what they do.

All of it is read from the language's table (:mod:`reader.facts.languages`); the grammar asks features and words, never
which language it reads.
"""

from collections.abc import Mapping

from reader.facts.lexicon import Lexicon, Proclitics
from reader.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Features:
    """Where a language puts its words, each True of some languages only.

    Attributes:
        units_first: Units stand before tens («خمسة وعشرون»).
        conjunction_needed: The places of a number are joined by a conjunction.
        article_is_ordinal: A definite ten or hundred is an ordinal («العشرون»).
        definite_teens_ordinal: So is a definite teen (הפרק האחד עשר).
        comma_between_scales: A comma may stand after a scale ("two million, three hundred thousand").
        negative_ordinals: An ordinal may stand behind "minus".
        slash_decimals: A slash may be the decimal point (۵/۵ درصد).
        letter_words: A letter behind a conjunction may be a word by itself.
        month_before_day: Numeric dates begin with the month (4/29/2024).
        month_word_last: The word for month may stand behind the month's name (مهرماه).
        higher_places_last: A year may have its hundreds behind its units («ست وخمسين وستمئة»).
        short_years_in_words: A year after a month may be two places in words.
        paired_years: A year may be read in two halves ("nineteen ninety-five").
        months_by_number: A month may be told by its number behind the day's (שלישי לשלישי).
        year_before_part: A year stands before its quarter (2023 کی تیسری سہ ماہی).
        century_last: The word for century stands behind its number ("the 19th century").
        definite_century: A century behind its word is definite (המאה התשע עשרה), or it counts hundreds.
        decade_last: The word for decade stands behind its years (1990 کی دہائی).
        bare_years_by_calendar: A bare year's size tells its calendar.
        postpositions: Particles of place and time stand behind what they are of.
        relative_definite: What makes a date depend on today is definite («يناير الماضي»).
        range_named_last: "Between" stands behind both ends of a range (3 اور 5 کے درمیان).
        percent_first: The words for percent stand before the number («لەسەدا ٢٠»).
        hyphenated_units: A hyphen may stand between a number and its unit ("a 5-km run").
        units_in_row: A smaller unit follows without "and" ("5 feet 10 inches").
        coins_in_row: So does a smaller coin.
        of_substance: What a mass is of follows behind "of" («500 غرام من الفراولة»).
        day_part_first: The part of the day may stand before the hour (شام 5 بجے).
        clock_word_last: The word for o'clock stands behind the hour.
        clock_word_apart: The word for o'clock is no part of the time (בשעה 3).
        hour_name_last: "Noon" and "midnight" may stand behind an hour.
        minutes_after_day_part: Minutes may be told behind the part of the day.
        minutes_less: Minutes to the hour stand behind it («الثالثة إلا ربعا»).
        minutes_past: Minutes stand before the hour they are past ("ten past six").
        minutes_before: Minutes stand before the hour they lead to, with their unit («عشر دقائق قبل الخامسة»).
        minutes_need_telling: Minutes before an hour need a further word that tells a time ("at ten to six").
        hour_behind_particle: The hour that minutes lead to has a particle (רבע לשש).
        definite_hour: A definite ordinal is an hour once minutes follow it.
        particles_join_times: A particle at the second time joins it to the first.
        definite_terms: The last word of a term is definite («حقوق الطبع»).
        latin_names: Names are written in Latin letters, with capitals.
    """

    units_first: bool = False
    conjunction_needed: bool = False
    article_is_ordinal: bool = False
    definite_teens_ordinal: bool = False
    comma_between_scales: bool = False
    negative_ordinals: bool = False
    slash_decimals: bool = False
    letter_words: bool = False
    month_before_day: bool = False
    month_word_last: bool = False
    higher_places_last: bool = False
    short_years_in_words: bool = False
    paired_years: bool = False
    months_by_number: bool = False
    year_before_part: bool = False
    century_last: bool = False
    definite_century: bool = False
    decade_last: bool = False
    bare_years_by_calendar: bool = False
    postpositions: bool = False
    relative_definite: bool = False
    range_named_last: bool = False
    percent_first: bool = False
    hyphenated_units: bool = False
    units_in_row: bool = False
    coins_in_row: bool = False
    of_substance: bool = False
    day_part_first: bool = False
    clock_word_last: bool = False
    clock_word_apart: bool = False
    hour_name_last: bool = False
    minutes_after_day_part: bool = False
    minutes_less: bool = False
    minutes_past: bool = False
    minutes_before: bool = False
    minutes_need_telling: bool = False
    hour_behind_particle: bool = False
    definite_hour: bool = False
    particles_join_times: bool = False
    definite_terms: bool = False
    latin_names: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Words by what they do in a sentence of numbers and dates, folded; where a language has none, empty.

    Attributes:
        function: Frequent words that name nothing; they tell the language, and end a counted noun.
        vague: They make a hundred or a scale behind them inexact ("several thousand", چند هزار).
        vague_after: They do so behind it (صد ها).
        counting_only: A number only where a noun follows (دو).
        before_first: "Before" far more often than "first", unless a noun in the oblique follows (پہلے).
        oblique: Such nouns.
        oblique_endings: The endings of such nouns.
        definite: The article as a word ("the").
        indefinite: The indefinite article ("a", "an").
        definite_ordinals: Cardinals that are ordinals with their article (השני).
        comparing: A particle that makes a number behind it no number («كألف»).
        dative: The particle that joins the ends of a range, or minutes to their hour (ל).
        range_opening: A particle that opens a range and belongs to it (מ).
        at: The particle that makes the name of an hour a time (בחצות).
        in_time: Particles of time on a month's name (ביוני).
        currency_first: Words for a currency that stand before the sum ("روپے 500").
        told_by: They tell that minutes before an hour are a time ("at ten to six").
        before: "Before", with minutes that lead to an hour.
        after_date: What may stand between a date and its time (29 اپریل کو).
        after_striking: The hour has struck, and minutes are past it (بج کر).
        agreeing: What may stand between a weekday and its date («الموافق»).
        pointing: They make the date behind them depend on today («هذا»).
        first_of_month: What the first of a month is called («غرة»).
        era_first: Eras that stand before their year ("AD 500").
        year_in: The preposition behind which a year may be the time of a sentence that goes on ("in 1877 Edison").
        plural_endings: What is counted ends in these ("in 2000 cases").
        ordinal_suffixes: What makes digits an ordinal when it is written on to them ("21st", ۵ام).
        weak_limits: They limit a measure but, before a bare number, are rather prepositions.
        damma_parts: Parts of one only with their damma, else other words («ثمن»).
        unsure_parts: Parts of one that are more often other words, at the end of a word («نص»).
        enclitics: Particles that are written on to digits («٢٠٢٠دا»).
        vague_endings: Endings behind a non-joiner that make a unit of time many of them («سده‌ها»).
        dividing: What divides in a text that is nothing but a quotient ("one over twenty").
        bearing: What makes degrees beside it those of an angle, a latitude or a longitude ("E", «شرقا»).
        spoken_zero: What zero is called among decimals ("point three o three").
        counted_parts: Ends of plurals of parts, which say nothing without a number («أخماس»).
        beyond: What joins an ordinal to the hundreds behind it («الثالثة بعد المائة»).
        needs_form: Months that are mostly other words: only with a day or a year beside them, by digits (حمل, می).
        weak_time: Prepositions that tell no month, for they are too frequent («من»).
        phone_cue: Words that announce a telephone number.
        between_unit: What may stand between a number and its unit of time ("two extra minutes").
        not_leading: Codes of currencies, in capitals, that are other words before a number ("ALL 5").
        share: What begins "out of", behind which stands a larger number.
        by_place: Words beside a name that say it is a place («في», "from"); behind it where particles stand behind.
        likening: A particle that makes a place behind it no place («كمصر»).
        place_particles: Particles that make a smaller city one with them (בחיפה).
        no_term_first: They tell nothing of a subject at the beginning of a term.
        no_term_last: Nor at its end.
        verbal: How verbs begin, which begin no term.
        verbal_noun: The letters of nouns that begin as verbs do, a dot for any («تدريب»).
        construct: What a plural loses before its noun («مطورين»).
        linking: They join a family name to what is before it (van, بن).
        no_family: Last words of names that are no family names.
        surname_head: Behind the first word of a name it makes one with it («صلاح الدين»).
        extension: What stands before the extension of a telephone number.
        doubled: Number words that have a doubled letter; other words with one are verbs.
    """

    function: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    vague_after: frozenset[str] = frozenset()
    counting_only: frozenset[str] = frozenset()
    before_first: frozenset[str] = frozenset()
    oblique: frozenset[str] = frozenset()
    oblique_endings: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    definite_ordinals: frozenset[str] = frozenset()
    comparing: frozenset[str] = frozenset()
    dative: frozenset[str] = frozenset()
    range_opening: frozenset[str] = frozenset()
    at: frozenset[str] = frozenset()
    in_time: frozenset[str] = frozenset()
    currency_first: frozenset[str] = frozenset()
    told_by: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after_date: frozenset[str] = frozenset()
    after_striking: frozenset[str] = frozenset()
    agreeing: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()
    first_of_month: frozenset[str] = frozenset()
    era_first: frozenset[str] = frozenset()
    year_in: frozenset[str] = frozenset()
    plural_endings: frozenset[str] = frozenset()
    ordinal_suffixes: frozenset[str] = frozenset()
    weak_limits: frozenset[str] = frozenset()
    damma_parts: frozenset[str] = frozenset()
    unsure_parts: frozenset[str] = frozenset()
    enclitics: frozenset[str] = frozenset()
    spoken_zero: frozenset[str] = frozenset()
    vague_endings: frozenset[str] = frozenset()
    dividing: frozenset[str] = frozenset()
    bearing: frozenset[str] = frozenset()
    counted_parts: frozenset[str] = frozenset()
    beyond: frozenset[str] = frozenset()
    needs_form: frozenset[str] = frozenset()
    weak_time: frozenset[str] = frozenset()
    phone_cue: frozenset[str] = frozenset()
    between_unit: frozenset[str] = frozenset()
    not_leading: frozenset[str] = frozenset()
    share: frozenset[str] = frozenset()
    by_place: frozenset[str] = frozenset()
    likening: frozenset[str] = frozenset()
    place_particles: frozenset[str] = frozenset()
    no_term_first: frozenset[str] = frozenset()
    no_term_last: frozenset[str] = frozenset()
    verbal: frozenset[str] = frozenset()
    verbal_noun: frozenset[str] = frozenset()
    construct: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
    no_family: frozenset[str] = frozenset()
    surname_head: frozenset[str] = frozenset()
    extension: frozenset[str] = frozenset()
    doubled: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Language:
    """A language ready for use.

    Attributes:
        code: Its ISO 639-1 code, or ISO 639-3 where it has none.
        lexicon: What its words mean.
        features: Where it puts them.
        words: Words by what they do.
        proclitics: What is written as part of the next word.
        subordinating: What is written before the particles of a word (שבירושלים).
        calendars: The calendar that a year of a numeric date belongs to, by its first and last year.
        letters: The letters that numbers are written in, the highest first; empty where none are.
        thousands: The letter that stands before the letters of a year, and the thousands it leaves out.
        respelt: Currencies whose spelling as written tells them from one that is folded alike (د.أ and د.إ).
        other_words: Beginnings of words as written that are no numbers though folded alike («عِشر»).
    """

    code: str
    lexicon: Lexicon
    features: Features = Features()
    words: Words = Words()
    proclitics: Proclitics = field(default_factory=Proclitics)
    subordinating: tuple[str, ...] = ()
    calendars: tuple[tuple[str, int, int], ...] = ()
    letters: tuple[tuple[int, str], ...] = ()
    thousands: tuple[str, int] = ("", 0)
    respelt: Mapping[str, str] = field(default_factory=dict)
    other_words: tuple[str, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that are written as part of the noun, folded."""
        return self.proclitics.articles
