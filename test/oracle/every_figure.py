#!/usr/bin/env python3
"""Prints every figure of every document of many ledgers, computed apart from the product: another language, integers of cents.

Reads on its input a JSON list of cases: `convention` (a file of convention), `asOf`, `uses1904`, and the ledger as `tables` of cells (headings
first), or as it is in `workbook` (an .xlsx, read by openpyxl), on `sheet`, under the headings of row `top`. With `extract`, lines of Chorus, the totals of
the Rapprochement too. `hasTables`: false when the workbook does not hold the tables of its convention. Prints a list in the same order.
"""
import sys

sys.dont_write_bytecode = True

import datetime
import json
from decimal import Decimal

from convention import Convention
from documents import every_document
from figures import Figures
from ledger import Ledger
from reconciliation import reconciliation
from unknown import UNKNOWN, Unknown, shown


def decimals(value):
    """Whole numbers of JSON too: a number of a sheet is a number, whatever its spelling."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, list):
        return [decimals(one) for one in value]
    return value


def table_of_file(path, sheet, top):
    import openpyxl

    def cell(one):
        if one.data_type == 'e':
            return {'error': one.value}
        if isinstance(one.value, (int, float)) and not isinstance(one.value, bool):
            return Decimal(repr(one.value))
        return one.value

    rows = openpyxl.load_workbook(path, data_only=True)[sheet].iter_rows(min_row=top)
    return [[cell(one) for one in row] for row in rows]


def by_ej(figures):
    """The amount left to pay, by envelope and EJ."""
    if not figures.has_outstanding():
        return None
    of = {f'{envelope.code} {ej or "-"}': cents for envelope in figures.convention.envelopes for ej, cents in figures.rap.by_ej(envelope.code).items()}
    return {name: cents for name, cents in of.items() if cents}


def bridges(given, ledger, days):
    """
    From one day to another, in one ledger: each figure by envelope at both, what moves the allocated by kind of movement, what of the
    consumed belongs to the year that is left, and what moves the restes à payer. None: not known.
    """
    states = [Figures(ledger, Convention(given, day), day) for day in days]
    found = {}
    for code in dict.fromkeys(envelope.code for figures in states for envelope in figures.convention.envelopes):
        own = [next((one for one in figures.convention.envelopes if one.code == code), None) for figures in states]
        for nature in ('AE', 'CP'):
            is_new_year = states[0].convention.year != states[1].convention.year
            of = lambda ask: [None if envelope is None else known(ask(figures, envelope)) for figures, envelope in zip(states, own)]
            moved = {kind: of(lambda figures, _: moved_by(figures, kind, code, nature)) for kind in KINDS}
            found[f'{code} {nature}'] = {
                'allocated': of(lambda figures, envelope: figures.allocated(envelope, nature)),
                'consumed': of(lambda figures, envelope: figures.consumed(envelope, nature)),
                'reserved': of(lambda figures, envelope: figures.of(envelope, None, f'reserved{nature}')),
                'moved': {kind: after - before for kind, (before, after) in moved.items() if after != before},
                'isNewYear': is_new_year,
            }
        found[f'{code} RAP'] = {'outstanding': [known(figures.outstanding(envelope)) for figures, envelope in zip(states, own)]}
    return found


KINDS = ('amendment', 'transfer', 'carryOver', 'restoration', 'freeze')


def known(cents):
    return None if isinstance(cents, Unknown) else cents


def moved_by(figures, kind, code, nature):
    """The amount that the movements of one kind add to an envelope; those free of consent are so among all of them."""
    convention = Convention(figures.convention.given, figures.as_of)
    moves, convention.moves = convention.moves, [move for move in convention.moves if move['type'] == kind]
    convention.free = {at for at, move in enumerate(convention.moves) if any(moves[free] is move for free in convention.free)}
    return convention.moved(next(one for one in convention.envelopes if one.code == code), nature, figures.as_of)


def say(case):
    as_of = datetime.date.fromisoformat(case['asOf'])
    uses_1904 = case.get('uses1904', False)
    tables = [table_of_file(case['workbook'], case['sheet'], case['top'])] if 'workbook' in case else [decimals(table) for table in case['tables']]
    given = case['convention'] | {'hasTables': case.get('hasTables', True)}
    figures = Figures(Ledger(tables, uses_1904), Convention(given, as_of), as_of)
    documents = every_document(figures)
    if 'extract' in case:
        documents['rapprochement'] = reconciliation(figures, case['extract'])
    answer = {'year': figures.convention.year, 'unchecked': figures.unchecked, 'documents': documents, 'ejs': by_ej(figures)}
    if 'from' in case:
        answer['bridges'] = bridges(given, figures.ledger, [datetime.date.fromisoformat(case['from']), as_of])
    return answer


if __name__ == '__main__':
    json.dump([say(case) for case in json.load(sys.stdin, parse_float=Decimal)], sys.stdout, ensure_ascii=False, default=shown)
