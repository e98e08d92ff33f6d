"""Restes à payer: for each EJ, committed − decommitted − paid up to a day, whatever the year.

What the convention states at the beginning of a year counts for the EJ that the ledger does not hold: its list, or « dont RAP » for the
EJ that no list names. A payment that nothing explains takes at most from what no name is given to, as does one on an EJ before the year
whose list names it. An EJ of which an amount of AE cannot be read is known, and owes no less than nothing.
"""
import datetime

from cells import UNREADABLE, is_day

NEVER = datetime.date.max


def new_year(year):
    return datetime.date(year, 1, 1)


class Stated:
    """The amounts that each year states, taken at the year in which the ledger begins, or else at the first that states it."""

    def __init__(self, ledger, convention):
        days = [row.signed for row in ledger.rows if isinstance(row.ae, int) and is_day(row.signed)]
        days += [row.paid for row in ledger.rows if isinstance(row.cp, int) and is_day(row.paid)]
        begins = min(days).year if days else 9999
        self.of_ej, self.of_envelope = {}, {}
        for year, listed, openings in convention.statements:
            for found, stated in ((self.of_ej, listed), (self.of_envelope, openings)):
                for key, cents in stated.items():
                    if key not in found or year <= begins:
                        found[key] = (cents, new_year(year))


class Outstanding:
    def __init__(self, figures):
        self.figures, self.convention, self.first = figures, figures.convention, new_year(figures.convention.year)
        self.stated = figures.stated
        self.rows = [(row, envelope.code) for row, envelope, _ in figures.counted]
        self.began = {}  # the first day on which an EJ is committed, NEVER when no day shows it
        for row, _ in self.rows:
            if row.ej and row.cents('AE') > 0 and self.is_signed(row):
                self.began[row.ej] = min(self.began.get(row.ej, NEVER), self.shown_day(row))
        self.unread = {row.ej for row in figures.ledger.rows if row.ej and row.ae == UNREADABLE and self.is_signed(row)}
        self.owners = {ej: self.owner(ej) for ej in self.stated.of_ej}

    def is_signed(self, row):
        return row.status == 'firm' and (not is_day(row.signed) or row.signed <= self.figures.as_of)

    def shown_day(self, row):
        return row.signed if is_day(row.signed) and not row.is_anticipated else NEVER

    def owner(self, ej):
        codes = list(self.stated.of_envelope) or [envelope.code for envelope in self.convention.envelopes]
        own = codes if len(codes) == 1 else [code for code in codes if any(row.ej == ej and code == of for row, of in self.rows)]
        return own[0] if own else None

    def start(self, ej, code):
        """The amount that the list states, unless the ledger holds the commitment itself."""
        if self.owners.get(ej) != code:
            return 0, datetime.date.min
        cents, since = self.stated.of_ej[ej]
        return (cents, since) if self.began.get(ej, NEVER) >= since else (0, datetime.date.min)

    def holds(self, code, since):
        """The ledger keeps the years before the one that states the amount, with an EJ of the envelope."""
        return any(
            of == code and row.ej and row.cents('AE') > 0 and self.is_signed(row) and self.shown_day(row) < since for row, of in self.rows
        ) and self.figures.in_year(since.year).keeps_earlier_years

    def unnamed(self, code):
        cents, since = self.stated.of_envelope.get(code, (0, datetime.date.min))
        if not cents:
            return 0, since
        named = sum(
            stated
            for ej, (stated, listed) in self.stated.of_ej.items()
            if self.owners[ej] == code and not since <= self.began.get(ej, NEVER) < listed
        )
        return (0 if self.holds(code, since) else max(0, cents - named)), since

    def is_before(self, row, nature):
        if nature == 'CP':
            return row.paid < self.first
        return is_day(row.signed) and row.signed < self.first and not self.figures.is_of_credits(row)

    def net(self, rows, since, is_asked):
        """AE less CP of the rows from a day on."""
        cents = 0
        for row in rows:
            if row.cents('AE') and self.is_signed(row) and (not is_day(row.signed) or row.signed >= since) and is_asked(row, 'AE'):
                cents += row.cents('AE') + self.figures.excess(self.figures.as_of).get(id(row), 0)
            if is_day(row.paid) and since <= row.paid <= self.figures.as_of and is_asked(row, 'CP'):
                cents -= row.cents('CP')
        return cents

    def by_ej(self, code, is_asked=lambda row, nature: True):
        """Of each EJ of an envelope; None: of what has no EJ or no name, never below nothing."""
        found, unnamed, loose = self.parts(code, is_asked)
        return {**found, None: unnamed + loose}

    def parts(self, code, is_asked=lambda row, nature: True):
        """Of each EJ of an envelope, of the earlier ones that nothing names, of the rows without EJ."""
        own = [row for row, of in self.rows if of == code]
        ejs = {row.ej for row in own if row.ej} | {ej for ej, of in self.owners.items() if of == code}
        unnamed, unnamed_since = self.unnamed(code)
        has_unnamed, found = unnamed > 0, {}
        for ej in sorted(ejs):
            rows = [row for row in own if row.ej == ej]
            if ej in self.began or ej in self.stated.of_ej or ej in self.unread:
                start, since = self.start(ej, code)
                found[ej] = start + self.net(rows, since, is_asked)
                if ej in self.unread and since == datetime.date.min:
                    found[ej] = max(0, found[ej])
                if has_unnamed and since > unnamed_since:
                    before = lambda row, nature: self.is_until(row, nature, unnamed_since, since) and is_asked(row, nature)
                    unnamed += self.net(rows, unnamed_since, before)
            elif has_unnamed:
                unnamed += self.net(rows, unnamed_since, lambda row, nature: nature == 'CP' and is_asked(row, nature))
        loose = self.net([row for row in own if not row.ej], datetime.date.min, is_asked)
        return found, max(0, unnamed), max(0, loose)

    def is_known_ej(self, ej):
        """Committed or planned in the ledger on any day, or in a list of restes à payer."""
        rows = [row for row in self.figures.ledger.rows if row.ej == ej]
        return ej in self.stated.of_ej or any(row.ae == UNREADABLE or row.cents('AE') > 0 for row in rows)

    def is_until(self, row, nature, since, until):
        """True for a payment or a retrait in the days between two statements."""
        day = row.paid if nature == 'CP' else row.signed
        return is_day(day) and since <= day < until and (nature == 'CP' or row.cents('AE') < 0)

    def committed(self, code):
        """Since the beginning of the credit year, on whatever credits."""
        rows = [row for row, of in self.rows if of == code and row.cents('AE') > 0 and self.is_signed(row)]
        return sum(row.cents('AE') for row in rows if not self.is_before(row, 'AE'))

    def withdrawn(self, code):
        """Taken from EJ since the beginning of the credit year, on whatever credits."""
        rows = [row for row, of in self.rows if of == code and row.cents('AE') < 0 and self.is_signed(row)]
        excess = self.figures.excess(self.figures.as_of)
        return sum(-row.cents('AE') - excess.get(id(row), 0) for row in rows if not self.is_before(row, 'AE'))

    def withdrawn_from_rests(self, code):
        """Of these retraits, those that lower restes à payer: an EJ whose AE cannot be read, and the rows without EJ, give what they hold."""
        before, _, loose = self.parts(code, self.is_before)
        excess, cents = self.figures.excess(self.figures.as_of), 0
        for ej, opening in [*before.items(), (None, loose)]:
            since = self.start(ej, code)[1] if ej else datetime.date.min
            rows = [row for row, of in self.rows if of == code and (row.ej or None) == ej and self.is_signed(row) and not self.is_before(row, 'AE')]
            rows = [row for row in rows if not is_day(row.signed) or row.signed >= since]
            withdrawn = sum(-row.cents('AE') - excess.get(id(row), 0) for row in rows if row.cents('AE') < 0)
            held = max(0, opening) + sum(row.cents('AE') for row in rows if row.cents('AE') > 0)
            is_bounded = ej is None or (ej in self.unread and since == datetime.date.min)
            cents += min(withdrawn, held) if is_bounded else withdrawn
        return cents

    def now(self, code):
        return sum(self.by_ej(code).values())

    def opening(self, code):
        """At the beginning of the credit year: what its own credits commit in advance comes later."""
        return sum(self.by_ej(code, self.is_before).values())
