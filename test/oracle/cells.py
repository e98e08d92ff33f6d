"""Reads a cell of a ledger: an amount in cents, a day, the number of an EJ, a state. Written apart from the product.

Numbers come as Decimal, dates of a workbook as serial numbers of its own system, cell errors as {"error": "#REF!"}.
"""
import datetime
import re
import unicodedata
from decimal import Decimal, ROUND_HALF_UP

ABSENT, UNREADABLE = 'absent', 'unreadable'
MOST_CENTS = 10**14  # a thousand billion euros: above, it is a SIRET or a mistake
UNITS = {'€': 0, 'eur': 0, 'euro': 0, 'euros': 0, 'k€': 3, 'keur': 3, 'M€': 6, 'MEUR': 6}
SAYS_NOTHING = {'', '#', 'N/A', 'NAN', 'NULL', 'NON AFFECTE', 'NON AFFECTÉ'}
MONTHS = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split()
DASHES = '-‐‑‒–—―−'


def is_error(cell):
    return isinstance(cell, dict)


def is_number(cell):
    return isinstance(cell, Decimal)


def text_of(cell):
    """A cell as a person reads it."""
    if cell is None:
        return ''
    if is_error(cell):
        return cell['error']
    if isinstance(cell, bool):
        return 'VRAI' if cell else 'FAUX'
    if is_number(cell):
        return format(cell.normalize(), 'f')
    return cell.isoformat() if isinstance(cell, datetime.datetime) else cell


def spaced(text):
    """Spaces of every kind are one."""
    return re.sub(r'[\s\u200b\u2060]+', ' ', text).strip()


def says_nothing(cell):
    """Spaces, « # », « N/A », a dash: the ways of Chorus and of people to leave a cell empty."""
    text = spaced(text_of(cell)).upper()
    without_company = re.sub(r'^[A-Z0-9]{4}/', '', text)
    return without_company in SAYS_NOTHING or (len(text) == 1 and text in DASHES)


def comparable(text):
    """Two spellings of one name: no case, no accents, one kind of space, hyphen and apostrophe."""
    letters = unicodedata.normalize('NFKD', text)
    letters = ''.join(letter for letter in letters if not unicodedata.category(letter).startswith('M')).lower()
    letters = letters.replace('œ', 'oe').replace('æ', 'ae')
    joined = ''.join(
        ' ' if unicodedata.category(letter) in ('Zs', 'Zl', 'Zp', 'Pd') or letter in "_'’‘ʼ`´−" or letter.isspace() else letter
        for letter in letters
    )
    return ' '.join(joined.split())


def amount(cell, unit='€'):
    """Cents; ABSENT; or UNREADABLE. More than two decimals are rounded half away from zero (DON-09)."""
    if is_error(cell) or isinstance(cell, bool):
        return UNREADABLE
    if is_number(cell):
        return bounded(cents_of(cell, UNITS[unit]))
    if says_nothing(cell):
        return ABSENT
    return amount_of_text(spaced(cell), unit)


def bounded(cents):
    return cents if abs(cents) <= MOST_CENTS else UNREADABLE


def cents_of(number, scale):
    """Fifteen digits are what a sheet keeps; the rest is the noise of binary fractions, which no rounding may see."""
    return int((number * 10 ** (scale + 2)).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def amount_of_text(text, unit):
    """French habits, English grouping: « 1 234,50 € », « (12,00) », « 12,5 k€ ». What could be two amounts is none: « 1.234 »."""
    for dash in DASHES + '﹣－':
        text = text.replace(dash, '-')
    text = text.replace('’', "'").replace('ʼ', "'")
    match = re.fullmatch(r"(\()?\s*([-+])?\s*([\d ',.]+?)\s*([-+])?\s*(\))?\s*([A-Za-z]*€?)", text)
    if not match:
        return UNREADABLE
    opened, before, number, after, closed, said = match.groups()
    if bool(opened) != bool(closed) or (before and after) or (opened and (before or after)):
        return UNREADABLE
    scale = UNITS[unit]
    if said:
        known = {name.lower(): power for name, power in UNITS.items() if power < 6} | {'M€': 6, 'MEUR': 6, 'Meur': 6}
        scale_said = known.get(said, known.get(said.lower()))
        if scale_said is None or (unit != '€' and scale_said != scale):
            return UNREADABLE
        scale = scale_said
    plain = ungrouped(number)
    if plain is None:
        return UNREADABLE
    cents = cents_of(Decimal(plain), scale)
    return bounded(-cents if opened or '-' in (before, after) else cents)


def ungrouped(number):
    if re.fullmatch(r'(0|[1-9]\d*)([.,]\d+)?', number):
        return None if re.fullmatch(r'[1-9]\d{0,2}[.,]\d{3}', number) else number.replace(',', '.')
    for separator in " '.,":
        group = re.escape(separator)
        match = re.fullmatch(rf'([1-9]\d{{0,2}}(?:{group}\d{{3}})+)(?:([.,])(\d+))?', number)
        if match and match[2] != separator:
            return match[1].replace(separator, '') + ('.' + match[3] if match[3] else '')
    return None


def day(cell, uses_1904=False):
    """A date, ABSENT, or UNREADABLE. The hour is dropped; a day is never guessed."""
    if is_error(cell) or isinstance(cell, bool):
        return UNREADABLE
    if isinstance(cell, datetime.datetime):
        return cell.date()
    if is_number(cell):  # a day, a month or a year alone, 10, 1502 or 2023, is no day of the first years of the system
        return UNREADABLE if cell <= 3112 else day_of_serial(int(cell // 1), uses_1904)
    if says_nothing(cell):
        return ABSENT
    text = cell.strip()
    for dash in DASHES:
        text = text.replace(dash, '-')
    if re.fullmatch(r'[345]\d{4}', text):
        return day_of_serial(int(text), uses_1904)
    hour = r'(?:(?:\s+|T)\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?'
    first = re.fullmatch(r'(\d{1,2})([/.-])(\d{1,2})\2(\d{4})' + hour, text)
    iso = re.fullmatch(r'(\d{4})-(\d{1,2})-(\d{1,2})' + hour, text)
    bare = re.fullmatch(r'(\d{4})(\d\d)(\d\d)', text)
    short = re.fullmatch(r'(\d{1,2})/(\d{1,2})/([0-7]\d)', text)
    worded = re.fullmatch(r'(?:[a-z]+di )?(\d{1,2}) ([a-z]{3,})\.? (\d{4})', comparable(text))
    if first:
        year, month, number = first[4], first[3], first[1]
    elif iso or bare:
        year, month, number = (iso or bare).groups()[:3]
    elif short:
        number, month, year = short[1], short[2], '20' + short[3]
    elif worded and len(named := [index for index, name in enumerate(MONTHS, 1) if name.startswith(worded[2])]) == 1:
        number, month, year = worded[1], named[0], worded[3]
    else:
        return UNREADABLE
    try:
        return datetime.date(int(year), int(month), int(number)) if int(year) >= 1900 else UNREADABLE
    except ValueError:
        return UNREADABLE


def day_of_serial(serial, uses_1904):
    """Excel's system of 1900 has a 29 February that never was; that of 1904 has not."""
    if uses_1904:
        return datetime.date(1904, 1, 1) + datetime.timedelta(serial) if 0 <= serial <= 2_957_003 else UNREADABLE
    if serial < 1 or serial > 2_958_465 or serial == 60:
        return UNREADABLE
    return datetime.date(1899, 12, 31 if serial < 60 else 30) + datetime.timedelta(serial)


def is_day(reading):
    return isinstance(reading, datetime.date)


def ej_number(cell):
    """The ten digits of an EJ and its line, or None: « EJ 14… » is an EJ, « 14…/10 » one and its line."""
    text = re.sub(r'[\s\u200b\u2060]+', '', text_of(cell)).upper()
    said = re.fullmatch(r"(?:(?:EJ|N°|:)*)((?:1\d|2[0-2])\d{8})(?:\.0+)?(?:[/-](\d{1,5}))?", text)
    return (said[1], said[2]) if said else (None, None)


TAKE_BACK = ('retrait', 'degagement', 'desengagement')  # what is committed
GIVE_BACK = ('avoir', 'annulation', 'remboursement', 'reversement')  # what is committed or paid


def word_that_lowers(operation):
    words = [word.removesuffix('s') for word in re.split(r'[^a-z0-9]+', comparable(operation))]
    said = next((index for index, word in enumerate(words) if word in TAKE_BACK + GIVE_BACK), None)
    if said is None or words[said - 1 if said else 0] in ('hor', 'san', 'avant'):  # their final « s » is gone too
        return None
    return words[said]


def signed(operation, ae, cp):
    """The two amounts with the sign that the operation gives them, whatever was typed."""
    word = word_that_lowers(operation)
    lowered = lambda cents: -abs(cents) if isinstance(cents, int) else cents
    if word is None:
        return ae, cp
    if word in GIVE_BACK:
        return lowered(ae), lowered(cp)
    nothing_to_take = ae in (ABSENT, UNREADABLE, 0)
    return lowered(ae), lowered(cp) if nothing_to_take or ae == cp else cp


DROPPED = ('annul', 'abandon', 'supprim', 'caduc', 'sans suite', 'refus', 'rejet')
PAST_SIGNING = ('pay', 'sold', 'clo', 'service fait', 'execut')
NOT_YET = ('projet', 'previ', 'prevu', 'a signer', 'signature', 'non signe', 'non notifie', 'brouillon', 'preparation', 'demande', 'attente', 'valider')


def status(cell):
    """« projet » reserves, « annulé » counts for nothing; words that nobody understands leave the row firm, out of prudence."""
    words = comparable(cell) if isinstance(cell, str) else ''
    for state, known in (('cancelled', DROPPED), ('firm', PAST_SIGNING), ('project', NOT_YET)):
        if any(re.search(rf'\b{one}', words) for one in known):
            return state
    return 'firm'
