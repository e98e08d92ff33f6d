"""The landing of a year, month by month: what is realised, what the ledger announces, and the trend of the months elapsed over both.

The trend (contract, FORECAST; État de prévision) tops up each month to come to the mean of the whole months elapsed, until the convention
ends or is terminated, and as far as the credits open; payments on the opening RAP do not recur. What would lower the consumption is not expected.
"""
import calendar
import datetime

from cells import is_day
from unknown import UNKNOWN


def last_day(year, month):
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def month_in(date, year):
    """From 0, brought inside the credit year."""
    return 0 if date.year < year else 11 if date.year > year else date.month - 1


class Landing:
    def __init__(self, figures, envelope, nature):
        self.figures, self.nature = figures, nature
        convention, as_of = figures.convention, figures.as_of
        self.year = convention.year
        self.now = month_in(as_of, self.year)
        self.is_during = as_of.year == self.year and as_of < last_day(self.year, 12)
        self.realised, self.recurring, self.known, self.trend = ([0] * 12 for _ in range(4))
        for row, owner, _ in figures.counted:
            if owner is envelope:
                (self.note_commitment if nature == 'AE' else self.note_payment)(row)
        end = last_day(self.year, 12)
        allocated = convention.allocated(envelope, nature, end)
        has_credits = convention.gives(envelope, nature)
        self.monthly = self.wanted = 0
        if not figures.is_known(None, 'committed' if nature == 'AE' else 'paid'):
            self.realised, self.known, self.is_during = [UNKNOWN] * 12, [UNKNOWN] * 12, False
        if self.is_during:
            self.extend(convention, as_of, allocated if has_credits else None)

    @property
    def expected(self):
        return [known + trend for known, trend in zip(self.known, self.trend)]

    @property
    def landing(self):
        return sum(self.realised) + sum(self.expected)

    def expect(self, month, cents):
        if self.is_during and cents > 0:
            self.known[max(month, self.now)] += cents

    def note_commitment(self, row):
        effect = self.figures.effect_of(row)
        at_end = self.figures.effect_of(row, last_day(self.year, 12))
        month = month_in(row.signed, self.year) if is_day(row.signed) else self.now
        self.realised[month] += effect.ae
        self.recurring[month] += effect.ae
        if not (is_day(row.signed) and row.signed.year > self.year):
            self.expect(month, effect.reservedAE if row.status == 'project' else at_end.ae - effect.ae)

    def note_payment(self, row):
        effect = self.figures.effect_of(row)
        at_end = self.figures.effect_of(row, last_day(self.year, 12))
        due = self.figures.due_on(row)
        month = month_in(due, self.year) if due else self.now
        self.realised[month] += effect.paid
        self.recurring[month] += 0 if effect.on_rap else effect.paid
        self.expect(month, effect.reservedCP or at_end.paid - effect.paid)

    def extend(self, convention, as_of, credits):
        first = 12 if convention.signed.year > self.year else month_in(convention.signed, self.year)
        last = -1 if convention.last.year < self.year else month_in(convention.last, self.year)
        is_stopped = self.nature == 'AE' and convention.is_terminated  # nothing is engaged after a termination
        if ('commitment' if self.nature == 'AE' else 'payment') not in convention.ended and not is_stopped:
            last = 11
        whole = self.now if as_of == last_day(self.year, self.now + 1) else self.now - 1
        elapsed = range(first, whole + 1)
        total = sum(self.recurring[month] for month in elapsed)
        self.monthly = (2 * total + len(elapsed)) // (2 * len(elapsed)) if elapsed and total > 0 else 0
        room = None if credits is None else max(0, credits - sum(self.realised) - sum(self.known))
        for month in range(whole + 1, last + 1):
            done = max(0, self.recurring[month]) if month == self.now else 0  # no trend makes up for a retrait
            missing = max(0, self.monthly - done - self.known[month])
            granted = missing if room is None else min(missing, room)
            room = None if room is None else room - granted
            self.trend[month] = granted
            self.wanted += missing

    @property
    def amounts_said(self):
        """The amounts in the sentence of the method: the mean of a month, and the landing without the bound of the credits."""
        if not self.is_during or self.wanted == 0:
            return []
        if sum(self.trend) < self.wanted:
            return [self.monthly, sum(self.realised) + sum(self.known) + self.wanted]
        return [self.monthly]


class Together:
    """All the envelopes, whose trends stay within the ceiling of the whole convention too. Shown where theirs do not add up to it."""

    def __init__(self, landings, convention, nature):
        end = last_day(convention.year, 12)
        own = convention.ceilings[nature]
        self.is_shown = own is not None
        if not self.is_shown:
            return
        self.credits = own + sum(convention.moved(envelope, nature, end) for envelope in convention.envelopes)
        each = [convention.allocated(envelope, nature, end) for envelope in convention.envelopes]
        given = [convention.gives(envelope, nature) for envelope in convention.envelopes]
        self.is_shown = not all(given) or sum(each) != self.credits
        self.realised = sum(sum(one.realised) for one in landings)
        known, self.wanted = sum(sum(one.known) for one in landings), sum(sum(one.trend) for one in landings)
        self.is_known = self.realised is not UNKNOWN
        self.trend = min(self.wanted, max(0, self.credits - self.realised - known)) if self.is_known else UNKNOWN
        self.expected = known + self.trend
        self.landing = self.realised + self.expected

    @property
    def amounts_said(self):
        return [self.wanted, self.trend] if self.is_known and self.trend < self.wanted else []
