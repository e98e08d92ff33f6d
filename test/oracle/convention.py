"""A convention from its file: who may spend what, the names and codes by which a row is charged, and what is allocated at a day."""
import calendar
import datetime
import fnmatch
import fractions
import re

from cells import comparable, is_error, says_nothing, spaced, text_of
from unknown import NOT_GIVEN

NATURES = ('AE', 'CP')
FIELDS = ('financialCentre', 'costCentre', 'activity', 'functionalDomain', 'programme', 'ministerialAxis1')


def cents_of(decimal_text):
    return int(decimal_text.replace('.', '')) if re.fullmatch(r'-?\d+\.\d{2}', decimal_text) else int(decimal_text) * 100


def date_of(text):
    return datetime.date.fromisoformat(text) if text else None


def months_after(date, months):
    """The same day some months later, or the last day of that month."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def ceilings_of(given):
    return {nature: cents_of(given[nature]['amount']) if given[nature] else None for nature in NATURES}


def listed_in(terms):
    found = {}
    for entry in terms.get('rap', []):
        found[entry['ej']] = found.get(entry['ej'], 0) + cents_of(entry['amount'])
    return found


def openings_in(terms):
    openings = {envelope['code']: cents_of(envelope.get('openingRap') or '0.00') for envelope in terms['envelopes']}
    return {code: cents for code, cents in openings.items() if cents}


def ends_of(move):
    """The envelope and poste that give, those that receive, and the cents: the operation decides the sign."""
    giver, taker = (move.get('from'), move.get('fromLine')), (move.get('to'), move.get('toLine'))
    size = cents_of(move['amount'])
    if move['type'] == 'freeze':
        return (giver[0] or taker[0], giver[1] or taker[1]), (None, None), abs(size)
    if move['type'] in ('carryOver', 'restoration') and giver[0] and taker[0] and giver[0] != taker[0]:
        return (None, None), (None, None), 0  # only a transfer takes from one envelope for another
    if move['type'] == 'restoration' and not taker[0]:
        return (None, None), (giver[0], taker[1] or giver[1]), size
    return giver, taker, abs(size) if giver[0] and move['type'] != 'transfer' else size


class Line:
    """A poste de dépense."""

    def __init__(self, given):
        self.label, self.aliases = given['label'], given.get('aliases', [])
        self.delegated = cents_of(given['delegated'])
        self.total = cents_of(given['total']) if given.get('total') is not None else None
        self.own = ceilings_of(given['ceilings']) if given.get('ceilings') else None

    def opened(self, nature):
        """Its own ceilings where it has some, or the amount delegated, which bounds both natures."""
        return self.delegated if self.own is None else self.own[nature] or 0

    def gives(self, nature):
        """An amount of that nature in the convention's own words; the annex of one amount is in AE."""
        return nature == 'AE' if self.own is None else self.own[nature] is not None


class Envelope:
    def __init__(self, given):
        self.code, self.label, self.aliases = given['code'], given['label'], given.get('aliases', [])
        self.given_ceilings, self.tolerance = given['ceilings'], given.get('tolerance')
        self.ceilings = ceilings_of(given['ceilings'])
        self.rap = cents_of(given.get('openingRap') or '0.00')
        self.annex = given.get('annex') or {}
        self.lines = [Line(line) for line in given['lines']]
        self.other_lines = []  # that other years alone give, with no amount in this one

    @property
    def every_line(self):
        return [*self.lines, *self.other_lines]

    def name_lines_of(self, years):
        """The postes of the same envelope in other years, by the name of the first that gives each and the aliases of all."""
        gives_ae = any(line.gives('AE') for line in self.lines)
        own, found = {comparable(line.label) for line in self.lines}, {}
        for given in (line for envelopes in years for one in envelopes if one['code'] == self.code for line in one['lines']):
            known = found.setdefault(comparable(given['label']), Line(given | {'delegated': '0.00', 'total': None, 'ceilings': None}))
            known.own = {'AE': 0 if gives_ae else None, 'CP': None}
            known.aliases = list(dict.fromkeys([*known.aliases, *given.get('aliases', [])]))
        self.other_lines = [line for name, line in found.items() if name not in own]

    def shows(self, line, nature, follows):
        """Its amount is shown beside what it used: given, or the delegated one where all of them make the CP besides the RAP."""
        if line.own is not None:
            return line.gives(nature)
        sums_up = self.ceilings['CP'] is not None and sum(one.opened('CP') for one in self.lines) == self.ceilings['CP'] - self.rap
        return nature == 'AE' or follows or sums_up

    def line_named(self, words):
        """The poste of that label or alias, plurals aside; or the only one whose label begins so, from four letters."""
        wanted = singular(words)
        if not wanted:
            return None
        own = self.among(self.lines, wanted, words)
        same = own if own or not self.other_lines else self.among(self.other_lines, wanted, words)
        return same[0] if len(same) == 1 else None

    def among(self, lines, wanted, words):
        same = [line for line in lines if wanted in {singular(name) for name in (line.label, *line.aliases)}]
        if not same and len(comparable(words)) >= 4:
            same = [line for line in lines if singular(line.label).startswith(wanted)]
        return same


def singular(words):
    return re.sub(r's\b', '', comparable(words))


class Convention:
    """The convention of one credit year: that of the day asked for, or the last before it, or the first."""

    def __init__(self, given, as_of):
        years = {given['creditYear']: given} | {other['year']: other for other in given.get('otherYears', [])}
        past = [year for year in years if year <= as_of.year]
        self.year = max(past) if past else min(years)
        terms = years[self.year]
        self.years = sorted(years)
        self.given = given
        self.given_ceilings = terms['ceilings']
        self.ceilings = ceilings_of(terms['ceilings'])
        self.envelopes = [Envelope(envelope) for envelope in terms['envelopes']]
        self.envelopes += self.envelopes_of_other_years([years[year] for year in self.years])
        for envelope in self.envelopes:
            envelope.name_lines_of([years[year]['envelopes'] for year in self.years])
        self.has_tables = given.get('hasTables', True)  # in the workbook, which shows the movements of its own table
        self.earlier = {entry['ej'] for entry in terms.get('rap', [])}
        self.statements = [(year, listed_in(years[year]), openings_in(years[year])) for year in self.years if year <= self.year]
        self.signed, self.ends = date_of(given['signedOn']), date_of(given['endsOn'])
        received = date_of((given.get('termination') or {}).get('receivedOn'))
        effect = None if received is None else months_after(received, given['noticeMonths'])
        self.is_terminated = effect is not None and effect < self.ends
        self.last = effect if self.is_terminated else self.ends
        self.follows_cp = bool(given.get('followsLineCp'))
        self.ended = given.get('endAppliesTo', ['commitment', 'serviceCertified', 'payment'])
        self.payment_days = given.get('paymentDays', 30)
        self.recycles = bool((given.get('recyclingBasis') or '').strip())
        self.moves = given.get('movements', [])
        self.printed = {
            (year, envelope['code'], nature): ceilings_of(envelope['ceilings'])[nature] or 0
            for year, of in years.items() for envelope in of['envelopes'] for nature in NATURES
        }
        self.free = self.free_transfers(given.get('fungibility', []))
        self.field = self.field_of_envelope()

    @property
    def natures(self):
        """AE alone, CP alone, or both: what was never given is in no document."""
        found = [n for n in NATURES if self.ceilings[n] is not None or any(e.ceilings[n] is not None for e in self.envelopes)]
        return found or list(NATURES)

    @property
    def natures_of_all_years(self):
        """Those that any of its years gives: restes à payer of AE of 2023 are still owed in a year of CP alone."""
        own = self.given, *self.given.get('otherYears', [])
        found = [n for n in NATURES if any(of['ceilings'][n] or any(e['ceilings'][n] for e in of['envelopes']) for of in own)]
        return found or list(NATURES)

    def envelopes_of_other_years(self, terms):
        """Known in this year too, with nothing to spend of what the year gives."""
        found, known = [], {envelope.code for envelope in self.envelopes}
        # A year without envelopes of its own gives its credits to all of them together.
        gives = {n for n in NATURES if known and (self.ceilings[n] is not None or any(e.ceilings[n] is not None for e in self.envelopes))}
        for given in (one for year in terms for one in year['envelopes']):
            if given['code'] not in known:
                known.add(given['code'])
                envelope = Envelope(given)
                envelope.ceilings = {n: None if cents is None or n not in gives else 0 for n, cents in envelope.ceilings.items()}
                envelope.rap, envelope.lines = 0, []
                found.append(envelope)
        return found

    def credit_year_of(self, date):
        past = [year for year in self.years if year <= date.year]
        return max(past) if past else min(self.years)

    def envelope_named(self, name):
        """By code, then by label, then by alias; a name that two share names neither."""
        if name is None:
            return None
        exact = [envelope for envelope in self.envelopes if envelope.code == name]
        if exact:
            return exact[0]
        for names_of in (lambda e: [e.code], lambda e: [e.label], lambda e: e.aliases):
            found = [e for e in self.envelopes if comparable(name) in {comparable(one) for one in names_of(e)} and comparable(name)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def rules(self, field):
        return [rule for rule in self.given['imputation'] if rule['field'] == field and rule.get('envelope') is not None]

    def field_of_envelope(self):
        """Axe ministériel 2 (art. 1.2), or the code by which every envelope of this convention is known."""
        if len(self.envelopes) < 2 or self.rules('ministerialAxis2'):
            return 'ministerialAxis2'
        for field in FIELDS:
            named = {self.envelope_named(rule['envelope']) for rule in self.rules(field)}
            if all(envelope in named for envelope in self.envelopes):
                return field
        return 'ministerialAxis2'

    def envelope_of(self, cell):
        """The envelope on which a row is charged; None: the row is unchecked."""
        if self.field != 'ministerialAxis2':
            return self.envelope_of_code(cell)
        rules = self.rules('ministerialAxis2')
        if len(self.envelopes) == 1 and not rules:
            return self.envelopes[0]
        if is_error(cell) or says_nothing(cell):
            return None
        return self.envelope_of_axis(comparable(spaced(text_of(cell))), rules)

    def envelope_of_axis(self, text, rules):
        names = {}
        plain = [rule for rule in rules if not re.search(r'[*?]', rule['value'])]
        for rule in plain:
            names.setdefault(comparable(rule['value']), self.envelope_named(rule['envelope']))
        for envelope in self.envelopes:
            for name in (envelope.code, envelope.label):
                names.setdefault(comparable(name), self.envelope_named(name))
        for rule in plain:
            for alias in rule.get('aliases', []):
                names.setdefault(comparable(alias), self.envelope_named(rule['envelope']))
        for envelope in self.envelopes:
            for alias in envelope.aliases:
                names.setdefault(comparable(alias), self.envelope_named(alias))
        if names.get(text):
            return names[text]
        formed = {self.envelope_named(rule['envelope']) for rule in rules if rule not in plain and fnmatch.fnmatchcase(text, comparable(rule['value']))}
        if len(formed) == 1:
            return formed.pop()
        return near(text, names)

    def envelope_of_code(self, cell):
        if is_error(cell) or says_nothing(cell):
            return None
        code, exact, formed = code_of(self.field, text_of(cell)), set(), set()
        for rule in self.rules(self.field):
            envelope = self.envelope_named(rule['envelope'])
            is_form = bool(re.search(r'[*?]', rule['value']))
            if code in {code_of(self.field, name) for name in ([] if is_form else [rule['value']]) + rule.get('aliases', [])}:
                exact.add(envelope)
            if is_form and fnmatch.fnmatchcase(code, code_of(self.field, rule['value'])):
                formed.add(envelope)
        found = exact or formed
        return found.pop() if len(found) == 1 else None

    def moved(self, envelope, nature, as_of):
        """Amendments, authorised transfers, carry-overs, restored less frozen, each from its own day and in its own credit year."""
        return sum(self.added(move, envelope, nature) for move in self.moves if (since := self.since(move)) is not None and since <= as_of)

    def added(self, move, envelope, nature):
        """The amount that a movement that counts some day in this credit year adds to an envelope."""
        if move['nature'] != nature or self.since(move) is None or self.credit_year_of(date_of(move['date'])) != self.year:
            return 0
        (giver, _), (taker, _), size = ends_of(move)
        giver, taker = self.envelope_named(giver), self.envelope_named(taker)
        return (size if taker is envelope else 0) - (size if giver is envelope else 0)

    def moved_of_line(self, envelope, line, nature, as_of):
        """The movements that name the poste, in its nature alone; nothing where it has no amount of that nature."""
        if line.own is not None and line.own[nature] is None:
            return 0
        cents = 0
        for move in self.moves:
            since = self.since(move)
            if move['nature'] != nature or since is None or since > as_of or self.credit_year_of(date_of(move['date'])) != self.year:
                continue
            giver, taker, size = ends_of(move)
            cents += size if self.is_line(envelope, line, *taker) else 0
            cents -= size if self.is_line(envelope, line, *giver) else 0
        return cents

    def is_line(self, envelope, line, owner, name):
        return bool(owner and name) and self.envelope_named(owner) is envelope and envelope.line_named(name) is line

    def free_transfers(self, rules):
        """The transfers that need no consent, and what the rule of each leaves it, by their place: within a share of the printed ceiling, or an amount, of a year and an envelope."""
        free, used, self.left_of_rule = set(), {}, {}
        order = [at for at, move in enumerate(self.moves) if move['type'] == 'transfer' and move.get('date') and not self.is_authorised(move)]
        for at in sorted(order, key=lambda at: (self.moves[at]['date'], at)):
            move = self.moves[at]
            giver, taker = self.envelope_named(move.get('from')), self.envelope_named(move.get('to'))
            size = cents_of(move['amount'])
            if giver is None or taker is None or giver is taker or size <= 0:
                continue
            for rank, rule in enumerate(rules):
                wanted = ((rule.get('from'), giver.code), (rule.get('to'), taker.code), (rule.get('nature'), move['nature']))
                if any(asked is not None and asked != found for asked, found in wanted):
                    continue
                year = self.credit_year_of(date_of(move['date']))
                key = (rank, year, giver.code, move['nature'])
                limits = []
                if rule.get('share') is not None:
                    share = fractions.Fraction(str(rule['share']))
                    limits.append(int(share * self.printed.get((year, giver.code, move['nature']), 0)))
                if rule.get('amount') is not None:
                    limits.append(cents_of(rule['amount']))
                if limits:
                    self.left_of_rule[at] = min(limits) - used.get(key, 0)
                if not limits or used.get(key, 0) + size <= min(limits):
                    used[key] = used.get(key, 0) + size
                    free.add(at)
                break
        return free

    def is_authorised(self, move):
        return bool(move.get('authorisedOn') and (move.get('authorisedBy') or '').strip() and (move.get('reference') or '').strip())

    def since(self, move):
        """
        A transfer needs the délégant's authorisation, whole: by whom, when, under which reference; it counts from the later day. Not one
        between two postes of an envelope, nor one within what the convention allows without consent.
        """
        date, given_on = date_of(move.get('date')), date_of(move.get('authorisedOn'))
        if move['type'] != 'transfer' or any(self.moves[at] is move for at in self.free):
            return date
        lines = [move.get('fromLine'), move.get('toLine')]
        if move.get('from') and move.get('from') == move.get('to') and all(lines) and lines[0] != lines[1]:
            return date
        ends = [self.envelope_named(move.get('from')), self.envelope_named(move.get('to'))]
        is_whole = given_on and (move.get('authorisedBy') or '').strip() and (move.get('reference') or '').strip()
        if not is_whole or date is None or None in ends or ends[0] is ends[1] or cents_of(move['amount']) <= 0:
            return None
        return max(date, given_on)

    def gives(self, envelope, nature):
        """The envelope has a ceiling of that nature, or a movement of the year adds to it, be it later; not where the whole alone is bounded."""
        if envelope.ceilings[nature] is not None:
            return True
        is_by_envelope = any(one.ceilings[nature] is not None for one in self.envelopes)
        if not is_by_envelope and self.ceilings[nature] is not None:
            return False
        return any(self.added(move, envelope, nature) > 0 for move in self.moves if is_by_envelope or not move.get('from'))

    def allocated(self, envelope, nature, as_of):
        if not self.gives(envelope, nature):
            return NOT_GIVEN
        return (envelope.ceilings[nature] or 0) + self.moved(envelope, nature, as_of)


def code_of(field, text):
    """A Chorus code as it is compared: capitals, no spaces, plain hyphens, no société, the leading zero of its programme given back."""
    code = re.sub(r'[\s\u200b\u2060]+', '', text)
    code = re.sub(r'[\u2010-\u2015\u2212\u00ad]', '-', code).upper()
    code = re.sub(r'^[A-Z0-9]{4}/', '', code)
    lost = {
        'programme': r'\d{3}',
        'functionalDomain': r'[1-9]\d{2}-\d{2}(-\d{2})?',
        'financialCentre': r'[1-9]\d{2}-[A-Z0-9]{4}-[A-Z0-9]{4}',
        'activity': r'[1-9]\d{2}[A-Z0-9]{8}',
    }
    return '0' + code if field in lost and re.fullmatch(lost[field], code) else code


def near(text, names):
    """One wrong letter from five, two from nine (IMP-07); figures are never wrong, and a spelling near two envelopes names neither."""
    allowed = 2 if len(text) >= 9 else 1 if len(text) >= 5 else 0
    digits = re.sub(r'\D', '', text)
    found = {
        envelope for name, envelope in names.items()
        if allowed and envelope and len(name) >= 5 and re.sub(r'\D', '', name) == digits and distance(text, name) <= allowed
    }
    return found.pop() if len(found) == 1 else None


def distance(one, other):
    """Letters to add, drop, change, or swap with the next."""
    rows = [list(range(len(other) + 1))]
    for i, left in enumerate(one, 1):
        row = [i]
        for j, right in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
