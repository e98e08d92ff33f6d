"""The figures at a day, in cents, by envelope and by poste."""
import copy
import datetime
import itertools
from collections import defaultdict

from cells import UNREADABLE, is_day
from ledger import field_cell
from outstanding import Outstanding, Stated
from unknown import UNKNOWN

NO_LINE = 'none'
AE_KINDS = ('committed', 'withdrawn', 'withdrawnEarlier', 'reservedAE')
CP_KINDS = ('paid', 'paidEarlier', 'reservedCP', 'serviceNotPaid')
KINDS = AE_KINDS + CP_KINDS


class Effect:
    """The amounts that one row adds at a day."""

    def __init__(self):
        self.committed = self.withdrawn = self.withdrawnEarlier = self.reservedAE = 0
        self.paid = self.paidEarlier = self.reservedCP = self.serviceNotPaid = 0
        self.on_rap = False

    @property
    def ae(self):
        return self.committed - self.withdrawn


class Figures:
    def __init__(self, ledger, convention, as_of):
        self.ledger, self.convention, self.as_of = ledger, convention, as_of
        self.stated = Stated(ledger, convention)
        dated = self.earlier_in_ledger()
        self.earlier = set(self.stated.of_ej) | convention.earlier | dated
        self.keeps_earlier_years = self.keeps((self.earlier - convention.earlier) | dated)
        self.on_rap = self.paid_from_rap()
        self.excesses, self.of_years = {}, {}
        self.not_calculable, self.not_calculable_of_lines = self.lacking()
        self.counted = [(row, envelope, envelope.line_named(row.line)) for row in ledger.rows if (envelope := self.envelope_of(row))]
        self.unchecked = len(ledger.rows) - sum(row.is_readable for row, _, _ in self.counted)
        self.sums = defaultdict(lambda: dict.fromkeys(KINDS, 0))
        self.used = set()  # the postes to which a row adds something
        for row, envelope, line in self.counted:
            effect = self.effect_of(row)
            self.add(self.sums[envelope.code, None], effect, False)
            self.add(self.sums[envelope.code, NO_LINE if line is None else id(line)], effect, True)
            if effect.ae or effect.reservedAE or (not effect.on_rap and (effect.paid or effect.reservedCP)):
                self.used.add(id(line))
        self.rap = Outstanding(self)

    def keeps(self, earlier):
        """The ledger plainly keeps the years before: an EJ of another credit year, or one served or paid before the credits."""
        first = datetime.date(self.convention.year, 1, 1)
        return any(self.commits_earlier(row) and row.signed.year in self.convention.years for row in self.ledger.rows) or any(
            row.ej in earlier and is_day(date) and date < first for row in self.ledger.rows for date in (row.served, row.paid)
        )

    def paid_from_rap(self):
        """The EJ of the list and, where the ledger keeps them, the earlier ones of an envelope that has an opening RAP."""
        if not self.keeps_earlier_years:
            return self.convention.earlier
        with_rap = {envelope for envelope in self.convention.envelopes if envelope.rap}
        return self.convention.earlier | {
            row.ej for row in self.ledger.rows
            if row.ej in self.earlier and self.convention.envelope_of(field_cell(row, self.convention.field)) in with_rap
        }

    def envelope_of(self, row):
        """None: no envelope is named. An amount that cannot be read leaves the other one of its row in the figures."""
        return self.convention.envelope_of(field_cell(row, self.convention.field))

    def add(self, sums, effect, inside_lines):
        """The opening RAP has no poste: what is paid on earlier EJ stays outside them all."""
        for kind in KINDS:
            if not (inside_lines and effect.on_rap and kind in CP_KINDS):
                sums[kind] += getattr(effect, kind)

    def lacking(self):
        """The kinds that no column makes: of an envelope and of what has no poste, and those of a poste."""
        convention, has = self.convention, self.ledger.fields.__contains__
        kinds = set()
        takes_all = len(convention.envelopes) == 1 and not convention.rules(convention.field)
        if not takes_all and not has(convention.field):
            kinds |= set(KINDS)
        if not has('ae'):
            kinds |= set(AE_KINDS)
        if self.has_table_of_no_year():
            kinds |= set(AE_KINDS)
        undated = any('paid' not in fields and any(row.cents('CP') for row in rows) for fields, rows in self.ledger.rows_of)
        undated = undated or self.pays_on_no_day()
        if not has('cp') or not has('paid') or undated:
            kinds |= set(CP_KINDS)
        if not has('ej'):
            kinds |= {'withdrawnEarlier'} | ({'paidEarlier'} if convention.earlier else set())
        if not has('ae') and self.may_pay_openings():
            kinds.add('paidEarlier')
        if not has('served'):
            kinds.add('serviceNotPaid')
        return kinds, set(KINDS) if not has('line') else kinds

    def may_pay_openings(self):
        """An EJ is dated before the credits, and an envelope has an opening RAP: the AE alone show whether it is part of it."""
        first = datetime.date(self.convention.year, 1, 1)
        dated = [row for row in self.ledger.rows if row.ej and row.status == 'firm' and is_day(row.signed)]
        return any(envelope.rap for envelope in self.convention.envelopes) and any(
            row.signed < first and not self.is_of_credits(row) for row in dated
        )

    def has_table_of_no_year(self):
        """In a convention of several years, a table of AE without a day that places one of them would count in each year."""
        if len(self.convention.years) == 1:
            return False
        committed = [(fields, [row for row in rows if row.cents('AE')]) for fields, rows in self.ledger.rows_of]
        is_placed = lambda rows: any(is_day(row.signed) for row in rows)
        is_any_placed = any(is_placed(rows) for _, rows in committed)
        return any(rows and not is_placed(rows) and not (is_any_placed and 'signed' in fields) for fields, rows in committed)

    def pays_on_no_day(self):
        """Days of payment are typed, and none of them can be read."""
        typed = [row.paid for row in self.ledger.rows if row.cents('CP')]
        return UNREADABLE in typed and not any(is_day(day) for day in typed)

    def is_known(self, line, kind):
        """Payments on earlier EJ are in no poste: a payment is in one, or in none, by its EJ."""
        if line is not None and kind == 'paid' and 'paidEarlier' in self.not_calculable:
            return False
        return kind not in (self.not_calculable if line in (None, NO_LINE) else self.not_calculable_of_lines)

    def of(self, envelope, line, kind):
        if not self.is_known(line, kind):
            return UNKNOWN
        key = line if line in (None, NO_LINE) else id(line)
        return self.sums[envelope.code, key][kind] if (envelope.code, key) in self.sums else 0

    def is_of_credits(self, row):
        """Dated in the credit year, or made in advance on it from 1 November before (LOLF, art. 9)."""
        year, date = self.convention.year, row.signed
        if row.is_anticipated and year + 1 in self.convention.years and date >= datetime.date(year, 11, 1):
            return False
        if date.year == year:
            return True
        return row.is_anticipated and datetime.date(year - 1, 11, 1) <= date < datetime.date(year, 1, 1)

    def commits_earlier(self, row):
        """A signed commitment older than the credits."""
        first = datetime.date(self.convention.year, 1, 1)
        is_old = row.ej and row.status == 'firm' and is_day(row.signed) and row.signed < first and row.cents('AE') > 0
        return is_old and not self.is_of_credits(row)

    def earlier_in_ledger(self):
        return {row.ej for row in self.ledger.rows if self.commits_earlier(row)}

    def effect_of(self, row, as_of=None):
        as_of = as_of or self.as_of
        effect = Effect()
        effect.on_rap = row.ej in self.on_rap
        self.commit(effect, row, as_of)
        self.pay(effect, row, as_of)
        return effect

    def commit(self, effect, row, as_of):
        cents = row.cents('AE') + self.excess(as_of).get(id(row), 0)
        is_earlier = cents < 0 and row.ej in self.earlier and not self.convention.recycles  # GBCP art. 160
        if row.status == 'project':
            is_before = is_day(row.signed) and row.signed.year < self.convention.year  # these credits are left for it
            if not is_day(row.signed) or is_before or self.is_of_credits(row):
                effect.reservedAE = max(0, cents)  # what is not signed gives nothing back
        elif not is_day(row.signed) or (row.signed <= as_of and self.is_of_credits(row)):
            if is_earlier:
                effect.withdrawnEarlier = -cents
            elif cents < 0:
                effect.withdrawn = -cents
            else:
                effect.committed = cents

    def excess(self, as_of):
        """The excess of each retrait over its EJ at a day, by row: nobody can withdraw more than was committed."""
        if as_of not in self.excesses:
            by_ej = defaultdict(list)
            for row in self.ledger.rows:
                if row.ej_name or 'ej' in self.ledger.fields:
                    by_ej[row.ej_name].append(row)  # the rows without a number are together as one EJ
            self.excesses[as_of] = {}
            for ej, rows in by_ej.items():
                if not ej or all(row.ae != UNREADABLE for row in rows):
                    self.excesses[as_of] |= self.excess_of(rows, self.stated.of_ej.get(ej, (0, None))[0], as_of)
        return self.excesses[as_of]

    def excess_of(self, rows, held, as_of):
        """The oldest retrait first, the smallest of a day first, the undated after them; what is only a project comes last."""
        found = {}
        never = datetime.date.max
        for status in ('firm', 'project'):
            own = [row for row in rows if row.status == status]
            if status == 'firm':
                own = [row for row in own if not is_day(row.signed) or row.signed <= as_of]
            held += sum(row.cents('AE') for row in own if row.cents('AE') > 0)
            for row in sorted(
                (row for row in own if row.cents('AE') < 0),
                key=lambda row: (row.signed if is_day(row.signed) else never, -row.cents('AE')),
            ):
                taken = min(held, -row.cents('AE'))
                held -= taken
                found[id(row)] = -row.cents('AE') - taken
        return found

    def pay(self, effect, row, as_of):
        cents = row.cents('CP')
        is_paid = is_day(row.paid) and row.paid <= as_of
        if is_day(row.served) and row.served <= as_of and not is_paid:
            effect.serviceNotPaid = cents
        if is_paid:  # on the CP of the year in which it is paid
            effect.paid = cents if row.paid.year == self.convention.year else 0
            effect.paidEarlier = effect.paid if effect.on_rap else 0
        elif (not is_day(row.paid) or not is_day(row.served) or row.served <= as_of) and not self.is_due_on_later_credits(row):
            effect.reservedCP = max(0, cents) if row.status == 'project' else cents

    def is_due_on_later_credits(self, row):
        """Served, or else committed, in a later year whose credits the convention gives too."""
        day = row.served if is_day(row.served) else row.signed
        return is_day(day) and day.year > self.convention.year and day.year in self.convention.years

    def shown_lines(self, envelope):
        """The postes of the year, and those of other years to which something is charged in it."""
        return [*envelope.lines, *(line for line in envelope.other_lines if id(line) in self.used)]

    def consumed(self, envelope, nature, line=None):
        if nature == 'CP':
            return self.of(envelope, line, 'paid')
        return self.of(envelope, line, 'committed') - self.of(envelope, line, 'withdrawn')

    def spends(self, nature):
        """A row of an envelope consumes or reserves in a nature, or no column shows whether one does."""
        effects = [self.effect_of(row) for row, _, _ in self.counted]
        if nature == 'AE':
            return 'committed' in self.not_calculable or any(effect.ae or effect.reservedAE for effect in effects)
        return 'paid' in self.not_calculable or any(effect.paid or effect.reservedCP for effect in effects)

    def allocated(self, envelope, nature):
        return self.convention.allocated(envelope, nature, self.as_of)

    def remaining(self, envelope, nature):
        return self.allocated(envelope, nature) - self.consumed(envelope, nature)

    def available(self, envelope, nature):
        return self.remaining(envelope, nature) - self.of(envelope, None, f'reserved{nature}')

    def outstanding(self, envelope):
        return self.rap.now(envelope.code) if self.has_outstanding() else UNKNOWN

    def has_outstanding(self):
        return all(self.is_known(None, kind) for kind in ('committed', 'paid', 'withdrawnEarlier'))

    def opening(self, envelope):
        return self.rap.opening(envelope.code) if self.has_outstanding() else envelope.rap

    def in_year(self, year):
        """The figures of another credit year, on its last day."""
        if year == self.convention.year:
            return self
        if year not in self.of_years:
            last = datetime.date(year, 12, 31)
            self.of_years[year] = Figures(self.ledger, type(self.convention)(self.convention.given, last), last)
        return self.of_years[year]

    def ended(self):
        """The same credits on the last day of their year, when the date is after it."""
        last = datetime.date(self.convention.year, 12, 31)
        if self.as_of <= last:
            return self
        if 'ended' not in self.of_years:
            self.of_years['ended'] = Figures(self.ledger, type(self.convention)(self.convention.given, last), last)
        return self.of_years['ended']

    def committed_on_its_ejs(self, envelope):
        """The commitments that make the restes à payer: those of the year, and in advance on the next one."""
        return self.rap.committed(envelope.code) if self.has_outstanding() else self.of(envelope, None, 'committed')

    def withdrawn_later(self, envelope):
        """The retraits that lower the restes à payer after the year."""
        if not self.has_outstanding():
            return 0
        return self.rap.withdrawn_from_rests(envelope.code) - self.ended().rap.withdrawn_from_rests(envelope.code)

    def withdrawn_in_advance(self, envelope):
        """The retraits of the year that are charged to the next one: they free nothing of the year, and lower its restes à payer."""
        if not self.has_outstanding():
            return 0
        year, excess = self.convention.year, self.excess(self.as_of)
        rows = [row for row, own, _ in self.counted if own is envelope and row.cents('AE') < 0 and self.rap.is_signed(row)]
        of_next = [row for row in rows if is_day(row.signed) and row.signed.year == year and not self.is_of_credits(row)]
        return sum(-row.cents('AE') - excess.get(id(row), 0) for row in of_next)

    def idle_retraits(self, envelope):
        """The retraits that lower no restes à payer: all of them, and those on earlier EJ where the others are not enough."""
        if not self.has_outstanding():
            return 0, 0
        year = self.of(envelope, None, 'withdrawn') + self.withdrawn_in_advance(envelope)
        idle = year + self.of(envelope, None, 'withdrawnEarlier') - self.ended().rap.withdrawn_from_rests(envelope.code)
        return idle, max(0, idle - year)

    def withdrawn_in_year(self, envelope):
        idle, of_earlier = self.idle_retraits(envelope)
        return self.of(envelope, None, 'withdrawn') + self.withdrawn_in_advance(envelope) - idle + of_earlier

    def withdrawn_on_earlier_ejs(self, envelope):
        return self.of(envelope, None, 'withdrawnEarlier') + self.withdrawn_later(envelope) - self.idle_retraits(envelope)[1]

    def paid_on_its_ejs(self, envelope):
        """The payments that lower the restes à payer, those after the year too."""
        if not self.has_outstanding():
            return self.of(envelope, None, 'paid')
        withdrawn = self.rap.withdrawn_from_rests(envelope.code)
        return self.opening(envelope) + self.committed_on_its_ejs(envelope) - withdrawn - self.outstanding(envelope)

    def paid_in_year_on_its_ejs(self, envelope):
        """Those of the year alone, which are explained on its last day."""
        if not self.has_outstanding():
            return self.of(envelope, None, 'paid')
        return self.ended().paid_on_its_ejs(envelope)

    def outstanding_once_settled(self):
        """Once the projects are signed and what waits is paid, at the date."""
        def settled(row):
            effect, done = self.effect_of(row), copy.copy(row)
            if effect.reservedAE:
                done.status, done.signed = 'firm', self.as_of
            if effect.reservedCP:
                done.paid = self.as_of
            return done

        ledger = copy.copy(self.ledger)
        ledger.rows = [settled(row) for row in self.ledger.rows]
        ends = itertools.accumulate((len(rows) for _, rows in self.ledger.rows_of), initial=0)
        ledger.rows_of = [(fields, ledger.rows[first : first + len(rows)]) for (fields, rows), first in zip(self.ledger.rows_of, ends)]
        after = Figures(ledger, self.convention, self.as_of)
        return sum(after.outstanding(envelope) for envelope in self.convention.envelopes)

    def due_on(self, row):
        """The day announced, or the delay of payment after the later of service and receipt (CCP art. R2192-10)."""
        if is_day(row.paid):
            return row.paid
        since = [date for date in (row.served, row.received) if is_day(date)]
        return max(since) + datetime.timedelta(self.convention.payment_days) if since else None

    def schedule(self, envelope):
        """The rests of the EJ by year of payment (the credit year, the two after it, later), their part without a day, and the payments to
        come above their EJ. A payment that is late is for the day after the date asked for."""
        if not self.has_outstanding():
            return [UNKNOWN] * 6
        found, unnamed, loose = self.rap.parts(envelope.code)
        owed = {**found, 'unnamed': unnamed, None: loose}
        announced = {key: [0, 0, 0, 0] for key in owed}
        tomorrow = self.as_of + datetime.timedelta(1)
        above = 0
        for row, owner, _ in self.counted:
            due = self.due_on(row)
            if owner is not envelope or row.status != 'firm' or due is None or (is_day(row.paid) and row.paid <= self.as_of):
                continue
            key = row.ej or None
            if key and key not in owed:
                key = None if self.rap.is_known_ej(key) else 'unnamed'
                if key is None:
                    above += row.cents('CP')
                    continue
            announced[key][min(max(max(due, tomorrow).year - self.convention.year, 0), 3)] += row.cents('CP')
        periods, undated = [0, 0, 0, 0], 0
        for key, by_period in announced.items():
            until = [min(owed[key], sum(by_period[: period + 1])) if owed[key] > 0 else 0 for period in range(4)]
            for period in range(4):
                periods[period] += until[period] - (until[period - 1] if period else 0)
            undated += max(0, owed[key]) - until[3]
            above += sum(by_period) - until[3]
        return [*periods, undated, above]

    def not_counted(self, nature):
        """Every amount of the column that the figures leave out, by its reason."""
        parts = dict.fromkeys(('cancelled', 'project', 'otherPeriod', 'otherConvention', 'notPaid', 'earlier', 'freesNothing', 'unchecked', 'totals'), 0)
        checked = {id(row) for row, _, _ in self.counted}
        for row in self.ledger.rows:
            cents, effect = row.cents(nature), self.effect_of(row)
            if id(row) not in checked:
                parts['unchecked'] += cents
            elif nature == 'CP':
                parts['otherPeriod' if is_day(row.paid) and row.paid <= self.as_of else 'notPaid'] += cents - effect.paid
                continue
            if id(row) not in checked:
                continue
            excess = self.excess(self.as_of).get(id(row), 0)
            parts['freesNothing'] -= excess
            cents += excess
            if effect.withdrawnEarlier:
                parts['earlier'] += cents
            elif effect.ae == 0:
                parts['project' if row.status == 'project' else 'otherPeriod'] += cents
        parts['totals'] = sum(row.typed_cents(nature) for row in self.ledger.totals)
        parts['cancelled'] = sum(row.typed_cents(nature) for row in self.ledger.cancelled)
        return parts
