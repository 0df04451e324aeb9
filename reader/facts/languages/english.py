"""Owns English's words of number, money, time and measure.

Signs and codes of currencies and units, which every language uses.
"""

from collections.abc import Iterator
from fractions import Fraction

from reader.facts.languages.shared import Grammar, Phrase, cues, limits, numbers, phrases
from reader.facts.lexicon import Proclitics, WordClass
from reader.facts.numerals import Style
from reader.facts.values import Currency, Era, Month, NumberWord, PartOfDay, Period, Slot, Unit

_UNITS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}
_TEENS = {
    10: "ten",
    11: "eleven",
    12: "twelve",
    13: "thirteen",
    14: "fourteen",
    15: "fifteen",
    16: "sixteen",
    17: "seventeen",
    18: "eighteen",
    19: "nineteen",
}
_TENS = {
    20: "twenty",
    30: "thirty",
    40: "forty|fourty",
    50: "fifty",
    60: "sixty",
    70: "seventy",
    80: "eighty",
    90: "ninety",
}
_SCALES = {
    12: "dozen",
    10**3: "thousand",
    10**5: "lakh",
    10**6: "million|mn|mln|mio",
    10**7: "crore",
    10**9: "billion|bn|bln",
    10**12: "trillion|tn|trn",
    10**15: "quadrillion",
}
_SCALES_PLURAL = {
    12: "dozens",
    10**3: "thousands",
    10**5: "lakhs",
    10**6: "millions",
    10**7: "crores",
    10**9: "billions",
    10**12: "trillions",
}
_ORDINAL_UNITS = {
    1: "first",
    2: "second",
    3: "third",
    4: "fourth",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
}
_ORDINAL_TEENS = {
    10: "tenth",
    11: "eleventh",
    12: "twelfth",
    13: "thirteenth",
    14: "fourteenth",
    15: "fifteenth",
    16: "sixteenth",
    17: "seventeenth",
    18: "eighteenth",
    19: "nineteenth",
}
_ORDINAL_TENS = {
    20: "twentieth",
    30: "thirtieth",
    40: "fortieth",
    50: "fiftieth",
    60: "sixtieth",
    70: "seventieth",
    80: "eightieth",
    90: "ninetieth",
}
_FRACTIONS = {
    Fraction(1, 2): "half|half a|a half|halves|half an|one half|one - half|½",
    Fraction(1, 3): "a third|one third|thirds|one - third|⅓",
    Fraction(2, 3): "two thirds|two - thirds|⅔",
    Fraction(1, 4): "quarter|a quarter|one quarter|quarters|quarter of a|fourths|one - quarter|one fourth|a fourth|¼",
    Fraction(3, 4): "three quarters|three - quarters|three fourths|three - fourths|¾",
    Fraction(1, 5): "a fifth|one fifth|fifths|one - fifth|⅕",
    Fraction(2, 5): "two fifths|two - fifths|⅖",
    Fraction(3, 5): "three fifths|three - fifths|⅗",
    Fraction(4, 5): "four fifths|four - fifths|⅘",
    Fraction(1, 6): "a sixth|one sixth|sixths|one - sixth|⅙",
    Fraction(5, 6): "five sixths|five - sixths|⅚",
    Fraction(1, 7): "a seventh|one seventh|sevenths|⅐",
    Fraction(1, 8): "an eighth|one eighth|eighths|one - eighth|⅛",
    Fraction(3, 8): "three eighths|three - eighths|⅜",
    Fraction(5, 8): "five eighths|five - eighths|⅝",
    Fraction(7, 8): "seven eighths|seven - eighths|⅞",
    Fraction(1, 9): "a ninth|one ninth|ninths|⅑",
    Fraction(1, 10): "a tenth|tenths|one tenth|one - tenth|⅒",
    Fraction(1, 100): "hundredths|a hundredth|one hundredth",
    Fraction(1, 1000): "thousandths|a thousandth|one thousandth",
}
_CURRENCIES = {
    Currency("USD"): "$|us$|usd|dollar|dollars|us dollar|us dollars|american dollars|bucks",
    Currency("EUR"): "€|eur|euro|euros",
    Currency("GBP"): "£|gbp|pound|pounds|pound sterling|pounds sterling|british pounds|quid",
    Currency("JPY"): "jpy|yen|¥",
    Currency("CNY"): "cny|rmb|yuan|renminbi",
    Currency("INR"): "₹|inr|indian rupee|indian rupees",
    Currency("PKR"): "pkr|pakistani rupees|pakistani rupee",
    Currency("ILS"): "₪|ils|nis|shekel|shekels|new shekels",
    Currency("SAR"): "sar|saudi riyals|saudi riyal|saudi rial",
    Currency("QAR"): "qar|qatari riyals|qatari riyal",
    Currency("OMR"): "omr|omani rials|omani rial",
    Currency("YER"): "yer|yemeni rials",
    Currency("IRR"): "irr|﷼|iranian rials|iranian rial",
    Currency("IRT"): "toman|tomans|irt",
    Currency("AED"): "aed|emirati dirhams|uae dirhams|emirati dirham",
    Currency("MAD"): "mad|moroccan dirhams",
    Currency("KWD"): "kwd|kuwaiti dinars|kuwaiti dinar|kd",
    Currency("BHD"): "bhd|bahraini dinars",
    Currency("JOD"): "jod|jordanian dinars|jordanian dinar",
    Currency("IQD"): "iqd|iraqi dinars|iraqi dinar",
    Currency("TND"): "tnd|tunisian dinars",
    Currency("DZD"): "dzd|algerian dinars",
    Currency("LYD"): "lyd|libyan dinars",
    Currency("EGP"): "egp|egyptian pounds|egyptian pound|e£|le",
    Currency("LBP"): "lbp|lebanese pounds|lebanese lira",
    Currency("SYP"): "syp|syrian pounds|syrian lira",
    Currency("SDG"): "sdg|sudanese pounds",
    Currency("TRY"): "₺|turkish lira|turkish liras",
    Currency("CHF"): "chf|swiss francs|swiss franc",
    Currency("CAD"): "cad|canadian dollars|canadian dollar|c$|ca$|can$",
    Currency("AUD"): "aud|australian dollars|australian dollar|a$|au$",
    Currency("RUB"): "₽|rub|rubles|roubles|ruble",
    Currency("KRW"): "₩|krw|korean won",
    Currency("BTC"): "₿|btc|bitcoin|bitcoins",
    Currency("dinar"): "dinar|dinars",
    Currency("rial"): "rial|rials|riyal|riyals",
    Currency("dirham"): "dirham|dirhams",
    Currency("lira"): "lira|liras",
    Currency("rupee"): "rupee|rupees|rs|rs.",
    Currency("franc"): "franc|francs",
    Currency("peso"): "peso|pesos",
    Currency("krona"): "krona|kronor|krone|kroner|kroners|crowns",
    Currency("SEK"): "swedish kronor|swedish krona|swedish crowns",
    Currency("NOK"): "norwegian kroner|norwegian krone|norwegian crowns",
    Currency("DKK"): "danish kroner|danish krone|danish crowns",
    Currency("ISK"): "icelandic kronur|icelandic krona|icelandic króna",
    Currency("CZK"): "czech koruna|czech korunas|czech crowns|koruna|korunas",
    Currency("HUF"): "forint|forints",
    Currency("PLN"): "zloty|zlotys|zlotych|złoty|zł",
    Currency("ZAR"): "rand|rands",
    Currency("BRL"): "r$|reais|brazilian real|brazilian reais",
    Currency("THB"): "baht|bahts|฿",
    Currency("MYR"): "ringgit|ringgits",
    Currency("IDR"): "rupiah|rupiahs|indonesian rupiah",
    Currency("BDT"): "taka|takas|৳",
    Currency("LKR"): "sri lankan rupees|sri lankan rupee",
    Currency("NPR"): "nepalese rupees|nepali rupees",
    Currency("NGN"): "naira|nairas|₦",
    Currency("UAH"): "hryvnia|hryvnias|₴",
    Currency("VND"): "dong|₫",
    Currency("PHP"): "₱|philippine pesos",
    Currency("GEL"): "lari|₾",
    Currency("KZT"): "tenge|₸",
    Currency("AFN"): "afghanis|؋",
    Currency("ETB"): "birr",
    Currency("shilling"): "shilling|shillings",
    Currency("KES"): "kenyan shillings",
    Currency("HKD"): "hk$|hong kong dollars",
    Currency("SGD"): "s$|singapore dollars",
    Currency("NZD"): "nz$|new zealand dollars",
    Currency("TWD"): "nt$|taiwan dollars",
    Currency("MXN"): "mx$|mexican pesos",
    Currency("ARS"): "argentine pesos",
    Currency("CLP"): "chilean pesos",
    Currency("COP"): "colombian pesos",
    Currency("cent", 100): "cent|cents|¢|c",
    Currency("pence", 100): "pence|penny",
    Currency("paisa", 100): "paisa|paise",
}
_UNITS_OF_MEASURE = {
    Unit("mass-gram"): "gram|grams|g|gr|gm|gramme|grammes",
    Unit("mass-kilogram"): "kilogram|kilograms|kilo|kilos|kg|kgs|kilogramme|kilogrammes",
    Unit("mass-milligram"): "milligram|milligrams|mg",
    Unit("mass-tonne"): "tonne|tonnes|metric ton|metric tons",
    Unit("mass-ton"): "ton|tons",
    Unit("mass-pound"): "lb|lbs|lb.|lbs.",
    Unit("mass-ounce"): "ounce|ounces|oz|oz.",
    Unit("mass-carat"): "carat|carats",
    Unit("length-meter"): "metre|metres|meter|meters|m",
    Unit("length-kilometer"): "kilometre|kilometres|kilometer|kilometers|km|kms",
    Unit("length-centimeter"): "centimetre|centimetres|centimeter|centimeters|cm|cms",
    Unit("length-millimeter"): "millimetre|millimetres|millimeter|millimeters|mm",
    Unit("length-mile"): "mile|miles",
    Unit("length-foot"): "foot|feet|ft|ft.",
    Unit("length-inch"): "inch|inches",
    Unit("length-yard"): "yard|yards|yd",
    Unit("volume-liter"): "litre|litres|liter|liters|l",
    Unit("volume-milliliter"): "millilitre|millilitres|milliliter|milliliters|ml",
    Unit("volume-hectoliter"): "hectolitre|hectolitres|hectoliter|hectoliters|hl",
    Unit("volume-centiliter"): "centilitre|centilitres|centiliter|centiliters|cl",
    Unit("volume-gallon"): "gallon|gallons|gal",
    Unit("volume-cubic-meter"): "cubic metres|cubic meters|cubic metre|m³",
    Unit("volume-barrel"): "barrel|barrels|bbl",
    Unit("volume-cup"): "cup|cups",
    Unit("volume-pint"): "pint|pints",
    Unit("volume-tablespoon"): "tablespoon|tablespoons|tbsp",
    Unit("volume-teaspoon"): "teaspoon|teaspoons|tsp",
    Unit("area-square-meter"): "square metres|square meters|square metre|square meter|sqm|m²|m2",
    Unit("area-square-kilometer"): "square kilometres|square kilometers|km²|km2|sq km",
    Unit("area-square-foot"): "square feet|sq ft|square foot",
    Unit("area-hectare"): "hectare|hectares|ha",
    Unit("area-acre"): "acre|acres",
    Unit(
        "temperature-celsius"
    ): "degrees celsius|degree celsius|°c|° c|celsius|degrees centigrade|centigrade|degrees c",
    Unit("temperature-fahrenheit"): "degrees fahrenheit|degree fahrenheit|°f|° f|fahrenheit|degrees f",
    Unit("temperature-generic"): "degree|degrees|°",
    Unit("speed-kilometer-per-hour"): "kilometres per hour|kilometers per hour|km/h|kph|kmh",
    Unit("speed-mile-per-hour"): "miles per hour|mph",
    Unit("speed-meter-per-second"): "metres per second|meters per second|m/s",
    Unit("power-watt"): "watt|watts|w",
    Unit("power-kilowatt"): "kilowatt|kilowatts|kw",
    Unit("power-megawatt"): "megawatt|megawatts|mw",
    Unit("power-gigawatt"): "gigawatt|gigawatts|gw",
    Unit("digital-byte"): "byte|bytes",
    Unit("digital-kilobyte"): "kilobyte|kilobytes|kb",
    Unit("digital-megabyte"): "megabyte|megabytes|mb",
    Unit("digital-gigabyte"): "gigabyte|gigabytes|gb",
    Unit("digital-terabyte"): "terabyte|terabytes|tb",
    Unit("frequency-hertz"): "hertz|hz",
    Unit("frequency-megahertz"): "megahertz|mhz",
    Unit("frequency-gigahertz"): "gigahertz|ghz",
    Unit("energy-kilowatt-hour"): "kilowatt hours|kilowatt-hours|kwh",
    Unit("energy-calorie"): "calorie|calories|kcal",
    Unit("energy-joule"): "joule|joules",
    Unit("electric-volt"): "volt|volts|v",
    Unit("electric-ampere"): "amp|amps|ampere|amperes",
    Unit("power-horsepower"): "horsepower|hp|bhp",
    Unit("length-light-year"): "light - year|light - years|light year|light years",
    Unit("length-nautical-mile"): "nautical mile|nautical miles|nmi",
    Unit("length-micrometer"): "micron|microns|µm|μm",
    Unit("length-nanometer"): "nm",
    Unit("length-decimeter"): "dm",
    Unit("area-square-mile"): "square mile|square miles|sq mi|sq . mi",
    Unit("area-square-centimeter"): "cm²|cm2",
    Unit("area-dunam"): "dunam|dunams|dunum|dunums",
    Unit("volume-cubic-centimeter"): "cm³|cc|cm3",
    Unit("volume-fluid-ounce"): "fl oz|fl . oz",
    Unit("mass-microgram"): "mcg|µg|μg",
    Unit("digital-kilobit"): "kbit|kbits",
    Unit("digital-megabit"): "mbit|mbits|megabits|megabit",
    Unit("digital-gigabit"): "gbit|gbits|gigabits|gigabit",
    Unit("digital-petabyte"): "pb|petabyte|petabytes",
    Unit("frequency-kilohertz"): "khz",
    Unit("energy-kilojoule"): "kj",
    Unit("pressure-pascal"): "pa",
    Unit("pressure-hectopascal"): "hpa",
    Unit("pressure-kilopascal"): "kpa",
    Unit("pressure-megapascal"): "mpa",
    Unit("pressure-pound-force-per-square-inch"): "psi",
    Unit("pressure-millimeter-ofhg"): "mmhg|mm hg",
}
_PERIODS = {
    Period("TS"): "second|seconds|sec|secs",
    Period("TM"): "minute|minutes|min|mins",
    Period("TH"): "hour|hours|hr|hrs|h",
    Period("D"): "day|days",
    Period("W"): "week|weeks",
    Period("W", 2): "fortnight|fortnights",
    Period("M"): "month|months",
    Period("Y"): "year|years|yr|yrs",
    Period("Y", 10): "decade|decades",
    Period("Y", 100): "century|centuries",
}
_MONTHS = {
    Month("gregorian", 1): "january|jan|jan.",
    Month("gregorian", 2): "february|feb|feb.",
    Month("gregorian", 3, sure=False): "march|mar|mar.",
    Month("gregorian", 4): "april|apr|apr.",
    Month("gregorian", 5, sure=False): "may",
    Month("gregorian", 6): "june|jun|jun.",
    Month("gregorian", 7): "july|jul|jul.",
    Month("gregorian", 8): "august|aug|aug.",
    Month("gregorian", 9): "september|sept|sep|sept.|sep.",
    Month("gregorian", 10): "october|oct|oct.",
    Month("gregorian", 11): "november|nov|nov.",
    Month("gregorian", 12): "december|dec|dec.",
    Month("islamic", 1): "muharram",
    Month("islamic", 2): "safar",
    Month("islamic", 3): "rabi al - awwal|rabi al awwal",
    Month("islamic", 4): "rabi al - thani|rabi al thani",
    Month("islamic", 5): "jumada al - awwal|jumada al - ula",
    Month("islamic", 6): "jumada al - thani|jumada al - akhirah",
    Month("islamic", 7): "rajab",
    Month("islamic", 8): "shaban|sha'ban",
    Month("islamic", 9): "ramadan",
    Month("islamic", 10): "shawwal",
    Month("islamic", 11): "dhu al - qadah|dhul qadah|dhu al - qa'dah|dhul - qadah|dhu'l - qa'dah",
    Month("islamic", 12): "dhu al - hijjah|dhul hijjah|dhu al hijjah|dhul - hijjah|dhu'l - hijjah",
    Month("persian", 1): "farvardin",
    Month("persian", 2): "ordibehesht",
    Month("persian", 3): "khordad",
    Month("persian", 4, sure=False): "tir",
    Month("persian", 5): "mordad|amordad",
    Month("persian", 6): "shahrivar",
    Month("persian", 7, sure=False): "mehr",
    Month("persian", 8): "aban",
    Month("persian", 9, sure=False): "azar",
    Month("persian", 10, sure=False): "dey",
    Month("persian", 11): "bahman",
    Month("persian", 12): "esfand",
    Month("hebrew", 1, sure=False): "nisan|nissan",
    Month("hebrew", 2): "iyar|iyyar",
    Month("hebrew", 3): "sivan",
    Month("hebrew", 4): "tammuz",
    Month("hebrew", 5, sure=False): "av",
    Month("hebrew", 6): "elul",
    Month("hebrew", 7): "tishri|tishrei",
    Month("hebrew", 8): "cheshvan|heshvan|marcheshvan",
    Month("hebrew", 9): "kislev",
    Month("hebrew", 10): "tevet",
    Month("hebrew", 11): "shevat|shvat",
    Month("hebrew", 12): "adar|adar i",
    Month("hebrew", 13): "adar ii",
}
_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun"
_MODIFIERS = {
    "<=": (
        "up to|at most|no more than|not more than|as much as|as many as|a maximum of|maximum of|max"
        "|less than or equal to"
    ),
    "<": "less than|fewer than|under|below|lower than|smaller than|just under",
    ">=": (
        "at least|no less than|not less than|no fewer than|a minimum of|minimum of|greater than or equal to"
        "|more than or equal to"
    ),
    ">": (
        "more than|over|above|greater than|larger than|bigger than|higher than|upwards of|in excess of|exceeding"
        "|just over"
    ),
    "~": "about|around|approximately|roughly|nearly|almost|some|close to|circa|~|≈|an estimated|approx|approx.",
    "=": "equal to",
}
_MODIFIERS_SIGNS = {"<=": "<=|≤|=<|< =", ">=": ">=|≥|> =", "<": "<", ">": ">"}
_MODIFIERS_AFTER = {
    "<=": "at most|or less|or fewer|maximum|max|or below|or under|tops",
    ">=": "at least|or more|or greater|minimum|and above|or above|or over|and over|and more",
}
_PARTS_OF_DAY = {
    PartOfDay.AM: "am|a.m.|a.m|a",
    PartOfDay.PM: "pm|p.m.|p.m|p",
    PartOfDay.MORNING: "in the morning",
    PartOfDay.AFTERNOON: "in the afternoon",
    PartOfDay.EVENING: "in the evening",
    PartOfDay.NIGHT: "at night",
}
_ERAS = {
    Era("gregorian"): "ad|ce|a.d.|c.e.",
    Era("gregorian", before=True): "bc|bce|b.c.|b.c.e.",
    Era("islamic"): "ah|a.h.|hijri",
    Era("persian"): "solar hijri",
}
_DECADES = {
    20: "twenties|' 20 s",
    30: "thirties",
    40: "forties",
    50: "fifties",
    60: "sixties",
    70: "seventies",
    80: "eighties",
    90: "nineties",
}
_SAYINGS = (
    "at sixes and sevens|half time|half - time|quarter final|quarter - final|quarter finals|"
    "second hand|second - hand|second thoughts|second thought|second nature|second guess|second - guess|first aid"
    "|first lady|first name|first names|first of all|at first|at first glance|first and foremost|one another"
    "|third party|third parties|third - party|third world|fourth estate|catch 22|catch - 22|square one"
    "|in the first place|zero tolerance|ground zero|sub - zero|nine to five|ten commandments|i second|we second"
    "|seconds out|fifth column|sixth sense|seventh heaven|eleventh hour|forty winks|cloud nine|one by one"
    "|two by two|one of|six pack|high five|two cents|second fiddle|second class|first class|first - class"
    "|second - class|fifty - fifty|twenty - twenty|a second"
)
_CUES = {
    WordClass.NEGATIVE: "minus|negative",
    WordClass.POINT: "point",
    WordClass.OVER: "over|out of|divided by",
    WordClass.OF: "of|in",
    WordClass.PERCENT: "%|٪|percent|per cent|pct|percentage points",
    WordClass.AND: "and",
    WordClass.DAY_CUE: "the",
    WordClass.MONTH_CUE: "month of|the month of",
    WordClass.YEAR_CUE: "year|the year|the year of",
    WordClass.QUARTER: "quarter",
    WordClass.HALF: "half",
    WordClass.BELOW_ZERO: "below zero",
    WordClass.WEEK: "week",
    WordClass.LAST: "last",
    WordClass.CENTURY: "century",
    WordClass.CLOCK: "o'clock|o ' clock|oclock",
    WordClass.BEFORE_HOUR: "to|before|till|of",
    WordClass.AFTER_HOUR: "past|after",
    WordClass.FROM: "from",
    WordClass.TO: "to|until|till|through|thru",
    WordClass.BETWEEN: "between",
    WordClass.FOR: "for|during|lasting|over",
    WordClass.IN: "in|since|by|until|before|after|during|at|on|from|circa",
    WordClass.WHOLE: "whole|full",
    WordClass.EVERY: "every|each",
    WordClass.RELATIVE: (
        "this|next|last|coming|past|ago|from now|previous|following|today|tomorrow|yesterday|later|earlier|hence"
    ),
}
FUNCTION_WORDS = (
    "the a an of in on at to for from by with and or but not no is are was were be been being has have had do "
    "does did will would can could may might should this that these those it its he she they we you i his her "
    "their our your my as if than then so which who whom what when where how why all any each more most other "
    "some such only own same too very just also into over under again after before between during about against "
    "there here out up down off"
)


def _number_words() -> Iterator[Phrase]:
    yield from ((form, WordClass.NUMBER, NumberWord(Slot.ZERO, 0)) for form in ("zero", "nought", "nil"))
    yield from numbers(Slot.UNIT, _UNITS)
    yield from numbers(Slot.TEEN, _TEENS)
    yield from numbers(Slot.TENS, _TENS)
    yield from numbers(Slot.HUNDRED, {100: "hundred|a hundred"})
    yield from numbers(Slot.HUNDRED, {100: "hundreds"}, several=True)
    yield from numbers(Slot.SCALE, _SCALES)
    yield from numbers(Slot.SCALE, _SCALES_PLURAL, several=True)
    yield from (
        (f"a {form}", WordClass.NUMBER, NumberWord(Slot.SCALE, value))
        for value, form in (
            (12, "dozen"),
            (10**3, "thousand"),
            (10**5, "lakh"),
            (10**6, "million"),
            (10**7, "crore"),
            (10**9, "billion"),
            (10**12, "trillion"),
        )
    )
    yield from numbers(Slot.UNIT, _ORDINAL_UNITS, ordinal=True)
    yield from numbers(Slot.TEEN, _ORDINAL_TEENS, ordinal=True)
    yield from numbers(Slot.TENS, _ORDINAL_TENS, ordinal=True)
    yield from numbers(Slot.HUNDRED, {100: "hundredth"}, ordinal=True)
    yield from numbers(Slot.SCALE, {10**3: "thousandth", 10**6: "millionth"}, ordinal=True)


def grammar() -> Grammar:
    """English."""
    table: list[Phrase] = [
        *_number_words(),
        *phrases(WordClass.FRACTION, _FRACTIONS),
        *phrases(WordClass.CURRENCY, _CURRENCIES),
        *phrases(WordClass.UNIT, _UNITS_OF_MEASURE),
        *phrases(WordClass.PERIOD, _PERIODS),
        *phrases(WordClass.MONTH, _MONTHS),
        *limits(_MODIFIERS),
        *limits(_MODIFIERS_SIGNS),
        *phrases(WordClass.LIMIT_AFTER, _MODIFIERS_AFTER),
        *phrases(WordClass.PART_OF_DAY, _PARTS_OF_DAY),
        *phrases(WordClass.ERA, _ERAS),
        *phrases(WordClass.DECADE, _DECADES),
        *phrases(WordClass.HOUR_NAME, {12: "noon|midday", 0: "midnight"}),
        *cues(_CUES),
        *cues({WordClass.WEEKDAY: _WEEKDAYS, WordClass.SAYING: _SAYINGS}),
    ]
    return Grammar(
        code="en",
        phrases=tuple(table),
        style=Style(
            comma_between_scales=True,
            vague=frozenset(("several", "few", "many", "couple", "countless", "hundreds", "tens")),
        ),
        proclitics=Proclitics(),
    )
