"""The totals of a « Rapprochement Chorus »: what the ledger and the extracts hold for each envelope in the credit year, by the date asked for.

AE: firm commitments dated in the year, or without a date; CP: payments dated in the year; a nature that no extract gives is not compared. What was
matched with what is not given here.
"""
import datetime

from cells import is_day
from convention import NATURES, date_of
from documents import Page
from ledger import field_cell

TOTALS = ('Enveloppe', ['Suivi', 'Chorus', 'Écart'])


def is_compared(figures, row, nature):
    if not row.cents(nature) or row.status == 'cancelled':
        return False
    if nature == 'CP':
        return is_day(row.paid) and row.paid.year == figures.convention.year and row.paid <= figures.as_of
    return row.status == 'firm' and (not is_day(row.signed) or (row.signed <= figures.as_of and figures.is_of_credits(row)))


def is_of_year(figures, nature, day, ej, advanced):
    """Of the credit year, or a commitment on an EJ that the ledger makes in advance on it, from 1 November before (LOLF, art. 9)."""
    year = figures.convention.year
    is_advanced = nature == 'AE' and ej in advanced and datetime.date(year - 1, 11, 1) <= day < datetime.date(year, 1, 1)
    return day <= figures.as_of and (day.year == year or is_advanced)


def compared(left, right, is_given):
    """Of a nature that no extract gives there is nothing to compare with: no amount of Chorus, no gap."""
    return [left, right, left - right] if is_given else [left, '—', '—']


def reconciliation(figures, lines):
    """`lines` of extracts: nature, axe 2, day, cents as text, EJ."""
    convention, page = figures.convention, Page()
    ours, theirs, whole = {}, {}, {nature: 0 for nature in NATURES}
    given = {nature for nature, *_ in lines}
    advanced = {row.ej for row in figures.ledger.rows if is_compared(figures, row, 'AE') and is_day(row.signed) and row.signed.year < convention.year}
    for row in figures.ledger.rows:
        envelope = convention.envelope_of(field_cell(row, convention.field))
        for nature in NATURES:
            if is_compared(figures, row, nature):
                ours[envelope, nature] = ours.get((envelope, nature), 0) + row.cents(nature)
    for nature, axis, day, cents, ej in lines:
        whole[nature] += int(cents)
        if is_of_year(figures, nature, date_of(day), ej, advanced):
            key = convention.envelope_of(axis), nature
            theirs[key] = theirs.get(key, 0) + int(cents)
    page.table(*TOTALS)
    sums = {nature: [0, 0] for nature in NATURES}
    for envelope in [*convention.envelopes, None]:
        for nature in NATURES:
            key = envelope, nature
            if envelope is None and key not in ours and key not in theirs:
                continue
            left, right = ours.get(key, 0), theirs.get(key, 0)
            page.row(envelope.label if envelope else 'Sans enveloppe', compared(left, right, nature in given))
            sums[nature] = [sums[nature][0] + left, sums[nature][1] + right]
    for nature in NATURES:
        left, right = sums[nature]
        page.row(f'Total {nature}', compared(left, right, nature in given))
    controls = []
    for nature in NATURES:
        every, gap = sum(row.cents(nature) for row in figures.ledger.rows), sums[nature][0] - sums[nature][1]
        controls.append((f'Tous les montants du suivi, {nature}', every, None, every))
        controls.append((f'Toutes les lignes de Chorus, {nature}', whole[nature], None, whole[nature]))
        if nature in given:
            controls.append((f'Écart des groupes comparés, {nature}', gap, None, gap))
    page.controls(controls)
    return page.answer()
