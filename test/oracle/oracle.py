#!/usr/bin/env python3
"""The figures of the sample, computed apart from the product: another language, integers of cents, the readable data alone.

Reads samples/suivi-2023/{lignes,rap}.csv and prints, for each date given, the figures of every envelope, poste and nature. The amounts
of the convention are copied here from the signed document (art. 1.2, annexes 1 and 2), not from the product's own data.
"""
import csv
import datetime
import json
import pathlib
import re
import sys

DATA = pathlib.Path(__file__).resolve().parents[2] / 'samples' / 'suivi-2023'

# Signed document: art. 1.2 and annexes. Euros.
ENVELOPES = {
    'PDE': {'AE': 500_000, 'CP': 573_032, 'RAP': 73_032, 'lines': {'Prestations': 424_435, 'Outils': 23_500, 'Acquisition': 50_000, 'Frais': 2_065}},
    'SF': {'AE': 100_000, 'CP': 100_000, 'RAP': 0, 'lines': {'Prestation': 90_000, 'Audit': 10_000}},
}
WHOLE = {'AE': 600_000, 'CP': 673_032}
YEAR = 2023
PAYMENT_DAYS = 30  # CCP art. R2192-10

# The words that the team types in « Enveloppe (axe min. 2) » and in « Poste de dépense », read by hand in the data.
AXIS = {'PDE': 'PDE', 'Place des entreprises': 'PDE', 'Signaux Faibles': 'SF', 'signaux faibles': 'SF', 'Signaux Fables': 'SF', 'SF': 'SF'}
LINES = {
    'PDE': {'Prestations': 'Prestations', 'Outils de production': 'Outils', 'Acquisition Google ads': 'Acquisition', 'Frais annexes': 'Frais'},
    'SF': {'Prestations': 'Prestation', 'Audit de sécurité': 'Audit'},
}


def rows_of(name):
    with open(DATA / name, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file, delimiter=';'))


def cents(text):
    """Cents of a cell; None when it is empty; 'unreadable' for anything that is no amount."""
    plain = text.lstrip("'").strip()
    if plain == '':
        return None
    if not re.fullmatch(r'-?\d{1,3}( \d{3})*,\d{2}', plain):
        return 'unreadable'
    return int(plain.replace(' ', '').replace(',', ''))


def day(text):
    """The date of a cell; None when it is empty or no date."""
    match = re.fullmatch(r"'?(\d{2})/(\d{2})/(\d{4})", text.strip())
    return datetime.date(int(match[3]), int(match[2]), int(match[1])) if match else None


def figures(allocated, consumed, reserved):
    rate = None if allocated == 0 else rate_of(consumed, allocated)
    remaining = allocated - consumed
    return {'allocated': allocated, 'consumed': consumed, 'reserved': reserved, 'remaining': remaining, 'available': remaining - reserved, 'rate': rate}


def rate_of(consumed, allocated):
    """Twelve decimals, cut, and 1 only when both are equal."""
    sign = '-' if (consumed < 0) != (allocated < 0) and consumed != 0 else ''
    cut = abs(consumed) * 10**12 // abs(allocated)
    if cut == 10**12 and consumed != allocated:
        cut += 1
    whole, rest = divmod(cut, 10**12)
    decimals = f'{rest:012d}'.rstrip('0')
    return f'{sign}{whole}.{decimals}' if decimals else f'{sign}{whole}'


def compute(as_of):
    earlier = {row['EJ'] for row in rows_of('rap.csv')}
    zero = {'AE': 0, 'CP': 0, 'AE reserved': 0, 'CP reserved': 0, 'retraits earlier': 0, 'RAP paid': 0}
    by_envelope = {code: dict(zero) for code in ENVELOPES}
    by_line = {(code, line): dict(zero) for code, of in ENVELOPES.items() for line in of['lines']}
    by_document = {code: blank_document() for code in ENVELOPES}
    by_ej = {('PDE', row['EJ']): {'committed': cents(row['Montant']), 'owed': cents(row['Montant'])} for row in rows_of('rap.csv')}
    unchecked = ignored = checked = 0
    for row in rows_of('lignes.csv'):
        if row['Type'].startswith(('Sous-total', 'Total')) or row['État'] == 'Annulé':
            ignored += 1
            continue
        code = AXIS.get(row['Enveloppe (axe min. 2)'])
        ae, cp = cents(row['Montant AE TTC']), cents(row['Montant CP TTC'])
        if code is None or 'unreadable' in (ae, cp):
            unchecked += 1
            continue
        checked += 1
        envelope = by_envelope[code]
        line = by_line.get((code, LINES[code].get(row['Poste de dépense'])), dict(zero))
        on_rap = row['N° EJ'] in earlier
        count_by_ej(by_ej, code, row, ae, cp, as_of)
        if ae is not None:
            count_commitment(envelope, line, row, ae, on_rap, as_of)
        if cp is not None:
            count_payment(envelope, line, row, cp, on_rap, as_of)
        count_in_documents(by_document[code], row, ae, cp, on_rap, as_of)
        schedule_by_ej(by_ej[code, row['N° EJ']], row, cp, as_of)
    for (code, ej), account in by_ej.items():
        add_schedule(by_document[code]['schedule'], owed_on(ej, account), account.get('due', [0] * 4))
    return report(as_of, by_envelope, by_line, by_ej, {'checked': checked, 'unchecked': unchecked, 'ignored': ignored}) | {'documents': by_document}


def count_by_ej(by_ej, code, row, ae, cp, as_of):
    """The restes à payer of each EJ, whatever the year."""
    account = by_ej.setdefault((code, row['N° EJ']), {'committed': 0, 'owed': 0})
    signed_on, paid_on = day(row['Date EJ']), day(row['Date paiement'])
    if ae is not None and row['État'] != 'Projet' and (signed_on is None or signed_on <= as_of):
        account['committed'] += max(ae, 0)
        account['owed'] += ae
    if cp is not None and paid_on is not None and paid_on <= as_of:
        account['owed'] -= cp


def owed_on(ej, account):
    """A payment without an EJ, or on one that nothing commits, hides nothing of what is owed on the others."""
    if not account['committed']:
        return 0
    return account['owed'] if ej else max(0, account['owed'])


def count_commitment(envelope, line, row, ae, on_rap, as_of):
    signed_on = day(row['Date EJ'])
    if row['État'] == 'Projet':
        for account in (envelope, line):
            account['AE reserved'] += ae
    elif signed_on is None or (signed_on.year == YEAR and signed_on <= as_of):
        if ae < 0 and on_rap:  # GBCP art. 160: a retrait of an earlier year frees no AE
            envelope['retraits earlier'] += -ae
        else:
            for account in (envelope, line):
                account['AE'] += ae


def count_payment(envelope, line, row, cp, on_rap, as_of):
    paid_on, served_on = day(row['Date paiement']), day(row['Date SF'])
    accounts = (envelope,) if on_rap else (envelope, line)  # the opening RAP has no poste
    if paid_on is not None and paid_on <= as_of:
        if paid_on.year == YEAR:
            for account in accounts:
                account['CP'] += cp
            envelope['RAP paid'] += cp if on_rap else 0
    elif paid_on is None or served_on is None or served_on <= as_of:
        for account in accounts:
            account['CP reserved'] += cp


def blank_document():
    return {
        'months': {'AE': [0] * 12, 'CP': [0] * 12}, 'committed': 0, 'withdrawn': 0, 'withdrawnEarlier': 0, 'serviceNotPaid': 0,
        'schedule': [0] * 4,
    }


def month_of(date, as_of):
    """From 0; what has no date is in the month of the date asked for."""
    return (date or as_of).month - 1


def count_in_documents(document, row, ae, cp, on_rap, as_of):
    signed_on, paid_on, served_on = day(row['Date EJ']), day(row['Date paiement']), day(row['Date SF'])
    is_signed = row['État'] != 'Projet' and (signed_on is None or (signed_on.year == YEAR and signed_on <= as_of))
    if ae is not None and is_signed:
        if ae < 0 and on_rap:
            document['withdrawnEarlier'] += -ae
        else:
            document['withdrawn' if ae < 0 else 'committed'] += abs(ae)
            document['months']['AE'][month_of(signed_on, as_of)] += ae
    if cp is None:
        return
    if paid_on is not None and paid_on <= as_of:
        if paid_on.year == YEAR:
            document['months']['CP'][month_of(paid_on, as_of)] += cp
        return
    if served_on is not None and served_on <= as_of:
        document['serviceNotPaid'] += cp


def schedule_by_ej(account, row, cp, as_of):
    """The payments to come of an EJ by year."""
    paid_on, served_on = day(row['Date paiement']), day(row['Date SF'])
    due_on = paid_on or (served_on and served_on + datetime.timedelta(days=PAYMENT_DAYS))
    if cp is None or row['État'] == 'Projet' or due_on is None or (paid_on is not None and paid_on <= as_of):
        return
    due_year = max(due_on, as_of + datetime.timedelta(days=1)).year
    account.setdefault('due', [0] * 4)[min(max(due_year - YEAR, 0), 3)] += cp


def add_schedule(schedule, owed, due):
    """Each EJ pays in the order of the years, until nothing is left of it."""
    scheduled = 0
    for period in range(4):
        until = min(max(owed, 0), sum(due[: period + 1]))
        schedule[period] += until - scheduled
        scheduled = until


def report(as_of, by_envelope, by_line, by_ej, counts):
    envelopes = []
    for code, of in ENVELOPES.items():
        sums = by_envelope[code]
        outstanding = sum(owed_on(ej, account) for (owner, ej), account in by_ej.items() if owner == code)
        lines = [
            {
                'line': line,
                'AE': figures(amount * 100, by_line[code, line]['AE'], by_line[code, line]['AE reserved']),
                'CP': figures(amount * 100, by_line[code, line]['CP'], by_line[code, line]['CP reserved']),
            }
            for line, amount in of['lines'].items()
        ]
        envelopes.append({
            'code': code,
            'AE': figures(of['AE'] * 100, sums['AE'], sums['AE reserved']),
            'CP': figures(of['CP'] * 100, sums['CP'], sums['CP reserved']),
            'rapPaid': sums['RAP paid'],
            'outstanding': outstanding,
            'lines': lines,
        })
    total = {
        nature: figures(WHOLE[nature] * 100, sum(of[nature] for of in by_envelope.values()), sum(of[f'{nature} reserved'] for of in by_envelope.values()))
        for nature in ('AE', 'CP')
    }
    return {'asOf': as_of.isoformat(), 'rows': counts, 'envelopes': envelopes, 'total': total}


if __name__ == '__main__':
    dates = [datetime.date.fromisoformat(text) for text in sys.argv[1:]] or [datetime.date(2023, 12, 31)]
    json.dump([compute(date) for date in dates], sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write('\n')
