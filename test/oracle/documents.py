"""The figures that each document must show, by the words that a reader finds it by: its section, the heading of its block, the label of the row, the column.

Amounts are cents; a rate is a decimal text of four digits, « s.o. » when nothing is open; None is an empty cell.
"""
import copy
import datetime
import fractions
import re

from cells import ABSENT, is_day
from convention import Convention, ceilings_of, cents_of, ends_of
from figures import NO_LINE, Figures
from forecast import Landing, Together, last_day
from unknown import NOT_GIVEN, UNKNOWN

AE, CP = "Autorisations d'engagement (AE)", 'Crédits de paiement (CP)'
BLOCK = {
    'AE': (AE, ['Dotation initiale', 'Avenants et redéploiements', 'Dotation actualisée', 'AE engagées (brut)', "Retraits de l'année", 'AE non engagées', 'Taux de consommation']),
    'CP': (CP, ['Dotation initiale', 'Avenants et redéploiements', 'Dotation actualisée', 'CP payés', 'dont sur restes à payer antérieurs', 'CP non payés', 'Taux de consommation']),
}
USED = {'AE': 'committed', 'CP': 'paid'}
CONTROLS = ('Contrôles', ['Ce document', 'Hors du document', 'Référence', 'Écart'])
SINCE_START = ['Exercice', 'Dotation', 'Consommé', 'Non consommé', 'Taux de consommation']
COMPARISON = (
    "Comparaison avec les chiffres du complément",
    ['Écart AE engagées', 'Écart retraits', 'Écart CP payés', 'AE engagées (complément)', 'Retraits (complément)', 'CP payés (complément)'],
)
MONTHS = ['Janv.', 'Févr.', 'Mars', 'Avr.', 'Mai', 'Juin', 'Juil.', 'Août', 'Sept.', 'Oct.', 'Nov.', 'Déc.']
NO_LINE_LABEL, EARLIER_LABEL, ALL = 'Sans poste', 'Restes à payer antérieurs (sans poste)', '2. Ensemble de la convention'
PARTS = {
    'cancelled': '− lignes annulées',
    'project': "− projets d'engagement (en attente)",
    'otherPeriod': "− hors de l'exercice, ou après la date d'arrêté",
    'otherConvention': '− autre convention',
    'notPaid': "− non payés à la date d'arrêté",
    'earlier': "− retraits sur EJ antérieurs, qui ne libèrent pas d'AE",
    'freesNothing': "− retraits au-delà de l'EJ",
    'unchecked': '− lignes non contrôlées',
    'totals': '− lignes de total',
}


class Whole:
    """The convention in a nature, for a row of its own where its envelopes do not add up to its ceiling."""

    def __init__(self, figures, nature):
        convention, end = figures.convention, last_day(figures.convention.year, 12)
        self.nature, self.printed = nature, convention.ceilings[nature]
        self.is_shown = self.printed is not None
        if not self.is_shown:
            return
        moved = lambda day: sum(convention.moved(envelope, nature, day) for envelope in convention.envelopes)
        each = [convention.allocated(envelope, nature, end) for envelope in convention.envelopes if convention.gives(envelope, nature)]
        self.is_shown = len(each) < len(convention.envelopes) or sum(each) != self.printed + moved(end)
        self.moved = moved(figures.as_of)
        self.allocated = self.printed + self.moved
        self.consumed = sum(figures.consumed(envelope, nature) for envelope in convention.envelopes)
        self.reserved = sum(figures.of(envelope, None, f'reserved{nature}') for envelope in convention.envelopes)
        self.remaining = self.allocated - self.consumed
        self.available = self.remaining - self.reserved


def parts(figures):
    """The ceilings over a titre, which no envelope and no poste of a drawn convention has: where a row spends, no figure is known."""
    convention = figures.convention
    for given in convention.given.get('partCeilings', []):
        if given['year'] != convention.year:
            continue
        owners = [owner for envelope in convention.given['envelopes'] for owner in (envelope, *envelope['lines'])]
        assert given['part'] == 'titre' and not any('titre' in owner for owner in owners), 'a ceiling that the oracle does not know'
        for nature, ceiling in ceilings_of(given['ceilings']).items():
            if ceiling is not None:
                yield f"Titre {given['value']}", [ceiling, *([UNKNOWN] * 3 if figures.spends(nature) else [0, 0, ceiling])]


def wholes(figures):
    return [one for one in (Whole(figures, nature) for nature in figures.convention.natures) if one.is_shown]


class Page:
    def __init__(self):
        self.tables, self.amounts, self.section = [], [], ''

    def table(self, heading, columns):
        self.tables.append({'section': self.section, 'heading': heading, 'columns': columns, 'rows': []})

    def row(self, label, values):
        self.tables[-1]['rows'].append([label, values])

    def controls(self, lines):
        """A line: its label, the document's amount, what is not counted (or None), the reference."""
        self.section = ''
        self.table(*CONTROLS)
        for label, own, left_out, reference in lines:
            self.row(label, [own, left_out, reference, own + (left_out or 0) - reference])

    def answer(self):
        return {'tables': self.tables, 'amounts': self.amounts}


def shortened(text):
    line = ' '.join(text.split())
    return line if len(line) <= 80 else line[:79] + '…'


def rate_of(consumed, opened):
    """Four decimals, half away from zero; all of it only when it is exactly all."""
    if consumed is UNKNOWN:
        return UNKNOWN
    if opened <= 0:
        return 's.o.'
    shown = (abs(consumed) * 20_000 + opened) // (2 * opened)
    if shown == 10_000 and consumed > 0 and consumed != opened:
        shown += 1 if consumed > opened else -1
    return f"{'-' if consumed < 0 and shown else ''}{shown // 10_000}.{shown % 10_000:04d}"


def short_names(parties):
    found = [re.search(r'\(([^()]+)\)\s*$', party['name']) for party in parties]
    return ' et '.join(match[1].strip() if match else party['name'] for match, party in zip(found, parties))


def title_of(envelope, number):
    return f'{number}. Enveloppe « {envelope.label} »' + ('' if envelope.label == envelope.code else f' ({envelope.code})')


def annex(figures, envelope):
    page = Page()
    is_co_funded = any(line.total is not None for line in envelope.lines)
    own = envelope.annex.get('amountHeading') or f"Montant {short_names(figures.convention.given['delegants'])}"
    page.table('Répartition par poste de dépenses', [own] + (['Montant TOTAL'] if is_co_funded else []))
    amount_of = lambda line: line.own['CP'] if envelope.ceilings['AE'] is None and line.own and line.own['CP'] is not None else line.delegated
    for line in envelope.lines:
        page.row(line.label, [amount_of(line)] + ([line.total] if is_co_funded else []))
    delegated = sum(amount_of(line) for line in envelope.lines)
    totals = [line.total for line in envelope.lines]
    page.row('TOTAL', [delegated] + ([DASH if None in totals else sum(totals)] if is_co_funded else []))
    ceiling = envelope.ceilings['AE'] if envelope.ceilings['AE'] is not None else envelope.ceilings['CP']
    bound = [] if ceiling is None else [('Somme des postes = enveloppe', delegated, None, ceiling)]
    page.controls([*bound, ('Document = complément', delegated, None, delegated)])
    return page.answer()


def split(figures):
    """Répartition (art. 1.2): « dont RAP » is inside the CP of its envelope, never added."""
    convention, page = figures.convention, Page()
    natures = convention.natures
    page.table('Enveloppe', natures)
    for envelope in convention.envelopes:
        page.row(envelope.label, [envelope.ceilings[nature] for nature in natures])
        if envelope.rap and 'CP' in natures:
            page.row('dont RAP', [envelope.rap if nature == 'CP' else None for nature in natures])
    printed = {nature: [one.ceilings[nature] for one in convention.envelopes if one.ceilings[nature] is not None] for nature in natures}
    totals = {nature: sum(cents) if cents else DASH for nature, cents in printed.items()}
    page.row('Total', [totals[nature] for nature in natures])
    if wholes(figures):
        page.row(WHOLE, [totals[nature] if convention.ceilings[nature] is None else convention.ceilings[nature] for nature in natures])
    lines = []
    for nature in natures:
        if totals[nature] == DASH:
            continue
        if convention.ceilings[nature] is not None:
            lines.append((f'{nature} : enveloppes = convention', totals[nature], None, convention.ceilings[nature]))
        lines.append((f'{nature} – Document = complément', totals[nature], None, totals[nature]))
    page.controls(lines)
    return page.answer()


DASH = '–'
WHOLE = 'Ensemble de la convention'


def block_row(nature, initial, moved, used, other):
    """Opened, used and what is left of it; a row that may use nothing of its own has no opened amount and no rate."""
    if initial is None or initial == DASH:
        return [initial, initial, initial, used, other, initial, initial]
    opened, consumed = initial + (moved or 0), used - ((other or 0) if nature == 'AE' else 0)
    return [initial, moved, opened, used, other, opened - consumed, rate_of(consumed, opened)]


def given_sum(column):
    """Of what is given; a dash when nothing is."""
    given = [cents for cents in column if cents != DASH]
    return sum(given) if given or not column else DASH


def with_days(ledger):
    """Without the AE that have no day: those are in the year of the document alone."""
    found = copy.copy(ledger)
    found.rows = [row if is_day(row.signed) else copy.copy(row) for row in ledger.rows]
    for row in found.rows:
        row.ae = row.ae if is_day(row.signed) else ABSENT
    return found


def since_start(page, figures, number):
    """Each credit year at its last day, that of the date at the date; then all of them."""
    convention, ledger = figures.convention, with_days(figures.ledger)
    ends = [datetime.date(year, 12, 31) for year in convention.years if year < convention.year]
    each = [(end.year, Figures(ledger, Convention(convention.given, end), end)) for end in ends] + [(convention.year, figures)]
    next_of = {id(one): later.convention for (_, one), (_, later) in zip(each, each[1:])}
    page.section = f'{number}. Depuis le début de la convention'
    page.table('Enveloppe', SINCE_START)
    for code, label in [(envelope.code, envelope.label) for envelope in convention.envelopes]:
        for nature in convention.natures_of_all_years:
            rows, twice = [], 0
            for year, of_year in each:
                envelope = next(one for one in of_year.convention.envelopes if one.code == code)
                rows.append((of_year.allocated(envelope, nature), of_year.consumed(envelope, nature)))
                page.row(label, [year * 100, *since(*rows[-1])])
                reported = reports_from(of_year.convention, next_of.get(id(of_year)), code, nature, figures.as_of)
                counted = counted_twice(*rows[-1], reported)
                twice += counted
                page.amounts += [reported - counted] if reported > counted else []
            if twice:
                page.row(f"Reports d'un exercice sur l'autre ({code}, {nature})", [None, -twice, None, -twice, None])
            given = [allocated for allocated, _ in rows if allocated is not NOT_GIVEN]
            is_bounded = all(allocated is not NOT_GIVEN or consumed == 0 for allocated, consumed in rows)
            credits = NOT_GIVEN if not given else sum(given) - twice if is_bounded else UNKNOWN
            page.row(label, ['Tous exercices', *since(credits, sum(consumed for _, consumed in rows))])


def reports_from(convention, later, code, nature, as_of):
    """The credits of this year that the next one has too: the report has no « De » in this one."""
    if later is None:
        return 0
    here, there = ([one.envelope_named(code)] for one in (convention, later))
    reports = [move for move in convention.moves if move['type'] == 'carryOver']
    is_out = lambda move: ends_of(move)[0][0] is not None
    is_now = lambda move: convention.since(move) is not None and convention.since(move) <= as_of
    given = sum(later.added(move, *there, nature) for move in reports if is_now(move) and not is_out(move))
    taken = -sum(convention.added(move, *here, nature) for move in reports if is_now(move) and is_out(move))
    return max(0, given - taken)


def counted_twice(allocated, consumed, reported):
    """A report takes from what a year leaves; above it, the next year has new credits."""
    if allocated is NOT_GIVEN:
        return 0
    left = allocated if consumed is UNKNOWN else allocated - consumed
    return min(reported, max(0, left))


def since(allocated, consumed):
    rate = allocated if allocated in (NOT_GIVEN, UNKNOWN) else rate_of(consumed, allocated)
    return [allocated, consumed, allocated - consumed, rate]


class Summary:
    """The Bilan financier annuel."""

    def __init__(self, figures):
        self.figures, self.convention, self.page = figures, figures.convention, Page()
        self.natures = self.convention.natures_of_all_years
        self.has_rap = len(self.natures) == 2

    def used(self, envelope, nature, line):
        return self.figures.of(envelope, line, USED[nature])

    def block(self, envelope, nature):
        """The rows of an envelope, its postes first; the total is the last."""
        figures, rows = self.figures, []
        for line in [*self.figures.shown_lines(envelope), NO_LINE]:
            other = figures.of(envelope, line, 'withdrawn') if nature == 'AE' else None
            label, initial = (NO_LINE_LABEL, None) if line is NO_LINE else (line.label, line.opened(nature))
            if line is not NO_LINE and not envelope.shows(line, nature, self.convention.follows_cp):
                initial = DASH
            moved = None if line is NO_LINE else self.convention.moved_of_line(envelope, line, nature, figures.as_of)
            if line is NO_LINE and (outside := self.moved_outside_lines(envelope, nature)):
                initial, moved = 0, outside
            rows.append((label, (initial, moved, self.used(envelope, nature, line), other)))
        earlier = figures.of(envelope, None, 'paidEarlier')
        has_earlier = envelope.rap or earlier
        if nature == 'CP' and has_earlier:
            rows.append((EARLIER_LABEL, (envelope.rap, None, earlier, earlier)))
        printed = envelope.ceilings[nature] or 0
        opened = (printed, figures.allocated(envelope, nature) - printed) if self.convention.gives(envelope, nature) else (DASH, DASH)
        other = figures.of(envelope, None, 'withdrawn') if nature == 'AE' else earlier if has_earlier else DASH
        rows.append((f'Total {envelope.code}', (*opened, self.used(envelope, nature, None), other)))
        return rows

    def moved_outside_lines(self, envelope, nature):
        """The movements that name no poste, where every poste has an amount of that nature."""
        convention, as_of = self.convention, self.figures.as_of
        lines = envelope.lines
        if not lines or not convention.gives(envelope, nature) or not all(envelope.shows(line, nature, convention.follows_cp) for line in lines):
            return 0
        return convention.moved(envelope, nature, as_of) - sum(convention.moved_of_line(envelope, line, nature, as_of) for line in lines)

    def made(self):
        self.whole()
        for number, envelope in enumerate(self.convention.envelopes, 3):
            self.page.section = title_of(envelope, number)
            for nature in self.natures:
                self.page.table(*BLOCK[nature])
                for label, row in self.block(envelope, nature):
                    self.page.row(label, block_row(nature, *row))
            if self.has_rap:
                self.rap_rows([(envelope.label, [envelope])])
                self.without_commitment([envelope])
                self.rap_by_ej(envelope)
        if len(self.convention.years) > 1:
            since_start(self.page, self.figures, 3 + len(self.convention.envelopes))
        self.page.controls(self.proofs())
        self.not_counted()
        self.compare()
        return self.page.answer()

    def open_ejs(self, envelope):
        return {ej: cents for ej, cents in self.figures.rap.by_ej(envelope.code).items() if cents} if self.figures.has_outstanding() else {}

    def rap_by_ej(self, envelope):
        found = self.open_ejs(envelope)
        if found:
            self.page.table('Restes à payer par EJ', ['Restes à payer'])
            for ej, cents in found.items():
                self.page.row("Sans numéro d'EJ" if ej is None else ej, [cents])
            self.page.row(f'Total {envelope.code}', [sum(found.values())])

    def not_counted(self):
        """From the whole columns of the ledger to the document."""
        self.page.table('Du suivi au document', self.natures)
        lists = [self.list_of(nature) for nature in self.natures]
        self.page.row('Total des colonnes du suivi', [every for _, _, every in lists])
        known = [self.figures.not_counted(nature) if self.left_out(nature) is not UNKNOWN else None for nature in self.natures]
        for part, label in PARTS.items():
            values = [UNKNOWN if parts is None else parts[part] for parts in known]
            if any(value is UNKNOWN or value for value in values):
                self.page.row(label, values)
        self.page.row('Compté dans ce document', [own for own, _, _ in lists])

    def list_of(self, nature):
        own = sum(self.figures.consumed(envelope, nature) for envelope in self.convention.envelopes)
        ledger = self.figures.ledger
        every = sum(row.cents(nature) for row in ledger.rows) + sum(row.typed_cents(nature) for row in [*ledger.totals, *ledger.cancelled])
        return own, self.left_out(nature), every if self.figures.is_known(None, USED[nature]) else UNKNOWN

    def whole(self):
        self.page.section = ALL
        for nature in self.natures:
            self.page.table(*BLOCK[nature])
            totals = [(envelope.label, self.block(envelope, nature)[-1][1]) for envelope in self.convention.envelopes]
            for label, row in [*totals, ('Total', [given_sum(column) for column in zip(*(row for _, row in totals))])]:
                self.page.row(label, block_row(nature, *row))
            for one in wholes(self.figures):
                if one.nature == nature:
                    self.page.row(WHOLE, block_row(nature, one.printed, one.moved, *row[2:]))
        if self.has_rap:
            self.rap_rows([('Total', self.convention.envelopes)])
            self.without_commitment(self.convention.envelopes)

    def without_commitment(self, envelopes):
        """The amounts of the sentence: the payments, those on no known commitment, and the others."""
        figures = self.figures
        if not figures.has_outstanding():
            return
        paid = sum(figures.of(one, None, 'paid') for one in envelopes)
        explained = sum(figures.paid_in_year_on_its_ejs(one) for one in envelopes)
        self.page.amounts += [] if paid == explained else [paid, paid - explained, explained]
        committed = sum(figures.committed_on_its_ejs(one) - figures.of(one, None, 'committed') for one in envelopes)
        idle = sum(figures.idle_retraits(one)[0] for one in envelopes)
        self.page.amounts += [idle] if idle else []
        withdrawn = sum(figures.withdrawn_in_advance(one) + figures.withdrawn_later(one) for one in envelopes)
        paid_elsewhere = sum(figures.paid_on_its_ejs(one) for one in envelopes) - explained
        self.page.amounts += [cents for cents in (committed, withdrawn, paid_elsewhere) if cents]

    def rap_rows(self, rows):
        year, as_of = self.convention.year, self.figures.as_of
        to_pay = [f'À payer en {year}', f'À payer en {year + 1}', f'À payer en {year + 2}', f'{year + 3} et après']
        opening, closing = f'RAP au 1er janvier {year}', f'RAP au {as_of:%d/%m/%Y}'
        terms = [opening, '+ AE engagées (brut)', "− Retraits de l'année", '− Retraits sur EJ antérieurs', '− CP payés', closing]
        total = lambda envelopes, kind: sum(self.figures.of(envelope, None, kind) for envelope in envelopes)
        self.page.table('Restes à payer (RAP)', [*terms, 'dont service fait non payé'])
        for label, of in rows:
            sums = [sum(self.figures.committed_on_its_ejs(envelope) for envelope in of)]
            sums += [sum(self.figures.withdrawn_in_year(envelope) for envelope in of), sum(self.figures.withdrawn_on_earlier_ejs(envelope) for envelope in of)]
            sums.append(sum(self.figures.paid_on_its_ejs(envelope) for envelope in of))
            outstanding = sum(self.figures.outstanding(envelope) for envelope in of)
            self.page.row(label, [sum(self.figures.opening(envelope) for envelope in of), *sums, outstanding, total(of, 'serviceNotPaid')])
        self.page.table('Échéancier des CP', ['Restes à payer', *to_pay, 'Sans échéance connue', 'Paiements prévus au-delà des EJ'])
        for label, of in rows:
            outstanding = sum(self.figures.outstanding(envelope) for envelope in of)
            self.page.row(label, [outstanding, *(sum(column) for column in zip(*(self.figures.schedule(envelope) for envelope in of)))])

    def proofs(self):
        lines = []
        for envelope in self.convention.envelopes:
            for nature in self.natures:
                lines += self.proofs_of_block(envelope, nature)
            lines += self.proofs_of_rap(envelope)
        for nature in self.natures:
            if self.convention.ceilings[nature] is not None:
                parts = [envelope.ceilings[nature] for envelope in self.convention.envelopes if envelope.ceilings[nature] is not None]
                lines += [(f'{nature} : enveloppes = convention', sum(parts), None, self.convention.ceilings[nature])] if parts else []
            given = [envelope for envelope in self.convention.envelopes if self.convention.gives(envelope, nature)]
            if given and len(self.convention.years) == 1 and self.convention.has_tables:
                moved = sum(self.convention.moved(envelope, nature, self.figures.as_of) for envelope in given)
                lines.append((f'{nature} : mouvements de la table = avenants et redéploiements du document', moved, None, moved))
        for nature in self.natures:
            own, left_out, every = self.list_of(nature)
            label = 'Liste des EJ = AE du document' if nature == 'AE' else 'Liste des DP = CP du document'
            lines.append((label, own, left_out, every))
        return lines

    def left_out(self, nature):
        """The amounts that the document does not count, unless those that it counts are not known."""
        return sum(self.figures.not_counted(nature).values()) if self.figures.is_known(None, USED[nature]) else UNKNOWN

    def proofs_of_block(self, envelope, nature):
        *rows, (_, total) = self.block(envelope, nature)
        column = lambda index: sum(row[index] or 0 for _, row in rows if row[index] != DASH)
        named = lambda text: f'{envelope.code} – {text}'
        words = {
            'AE': ("Dotation d'AE : postes = enveloppe", 'AE engagées : postes = enveloppe'),
            'CP': ('Dotation de CP : postes + restes à payer antérieurs = enveloppe', 'CP payés : postes + restes à payer antérieurs = enveloppe'),
        }
        lines = []
        are_shown = all(envelope.shows(line, nature, self.convention.follows_cp) for line in envelope.lines)
        if envelope.lines and envelope.ceilings[nature] is not None and are_shown:
            lines.append((named(words[nature][0]), column(0) + column(1), None, total[0] + total[1]))
        lines.append((named(words[nature][1]), column(2), None, total[2]))
        if nature == 'AE':
            lines.append((named('Retraits : postes = enveloppe'), column(3), None, total[3]))
        return lines

    def proofs_of_rap(self, envelope):
        same = lambda name, cents: (f'{envelope.code} – {name} : document = complément', cents, None, cents)
        lines = []
        earlier = self.figures.of(envelope, None, 'paidEarlier')
        if 'CP' in self.natures and (envelope.rap or earlier):
            lines.append(same('CP payés sur restes à payer antérieurs', earlier))
        if self.has_rap:
            lines.append(same('restes à payer', self.figures.outstanding(envelope)))
            lines.append(same('service fait non payé', self.figures.of(envelope, None, 'serviceNotPaid')))
            lines.append(same('échéancier des CP', sum(self.figures.schedule(envelope)[:4])))
            if found := self.open_ejs(envelope):
                lines.append(same('liste des restes à payer par EJ', sum(found.values())))
        return lines

    def compare(self):
        self.page.table(*COMPARISON)
        is_complete = True
        for envelope in self.convention.envelopes:
            for line in [*self.figures.shown_lines(envelope), NO_LINE, None]:
                name = NO_LINE_LABEL if line is NO_LINE else line and (line.aliases[0] if line.aliases else line.label)
                scope = envelope.code if line is None else f'{envelope.code}, {shortened(name)}'
                own = [self.figures.of(envelope, line, kind) for kind in ('committed', 'withdrawn', 'paid')]
                shown = [cents if nature in self.natures else None for cents, nature in zip(own, ('AE', 'AE', 'CP'))]
                self.page.row(f'Écarts : {shortened(scope)}', [*[None if cents is None else cents - cents for cents in shown], *shown])
                is_complete = is_complete and UNKNOWN not in shown
        self.page.row("Nombre d'écarts avec le complément", [{'count': 0} if is_complete else UNKNOWN])


def state(figures):
    """État de prévision et de suivi, month by month."""
    convention, page = figures.convention, Page()
    landings = [(e, n, Landing(figures, e, n)) for e in convention.envelopes for n in convention.natures_of_all_years]
    opened = lambda envelope, nature, month: convention.allocated(envelope, nature, last_day(convention.year, month))
    page.table('Enveloppe', ['Dotation', 'Réalisé', 'Prévision', 'Atterrissage', 'Non consommé'])
    for envelope, nature, one in landings:
        year = opened(envelope, nature, 12)
        page.row(envelope.label, [year, sum(one.realised), sum(one.expected), one.landing, year - one.landing])
    wholes = {nature: Together([one for _, n, one in landings if n == nature], convention, nature) for nature in convention.natures_of_all_years}
    wholes = {nature: one for nature, one in wholes.items() if one.is_shown}
    for one in wholes.values():
        page.row('Ensemble de la convention', [one.credits, one.realised, one.expected, one.landing, one.credits - one.landing])
    number = {envelope.code: position for position, envelope in enumerate(convention.envelopes, 2)}
    for envelope, nature, one in landings:
        page.section = title_of(envelope, number[envelope.code])
        page.table(BLOCK[nature][0], [*MONTHS, 'Année'])
        cumulated = [sum(one.realised[: month + 1]) + sum(one.expected[: month + 1]) for month in range(12)]
        by_month = [opened(envelope, nature, month) for month in range(1, 13)]
        page.row('AE engagées (retraits déduits)' if nature == 'AE' else 'CP payés', [*one.realised, sum(one.realised)])
        page.row('Prévision', [*one.expected, sum(one.expected)])
        page.row('Cumul', [*cumulated, one.landing])
        page.row('Dotation', [*by_month, by_month[-1]])
        page.row('AE non engagées au 31/12' if nature == 'AE' else 'CP non payés au 31/12', [*[None] * 12, by_month[-1] - one.landing])
        page.amounts += one.amounts_said
    if len(convention.years) > 1:
        since_start(page, figures, 2 + len(convention.envelopes))
    for one in wholes.values():
        page.amounts += one.amounts_said
    page.amounts += movements_after(figures)
    lines = []
    for envelope, nature, one in landings:
        lines.append((f'{envelope.code} – {nature} : somme des mois = consommé', sum(one.realised), None, figures.consumed(envelope, nature)))
        lines.append((f'{envelope.code} – {nature} : atterrissage = complément', one.landing, None, one.landing))
    lines += [(f'Ensemble de la convention – {nature} : atterrissage = complément', one.landing, None, one.landing) for nature, one in wholes.items()]
    page.controls(lines)
    return page.answer()


def movements_after(figures):
    """The credits at the end of the year less those of the date asked for, where the sentence has them."""
    convention, found = figures.convention, []
    for envelope in convention.envelopes:
        for nature in convention.natures_of_all_years:
            if convention.gives(envelope, nature) and figures.as_of < last_day(convention.year, 12):
                moved = lambda day: convention.moved(envelope, nature, day)
                found.append(moved(last_day(convention.year, 12)) - moved(figures.as_of))
    return [cents for cents in found if cents]


def notice(figures, kind):
    convention, page = figures.convention, Page()
    pairs = [(envelope, nature) for envelope in convention.envelopes for nature in convention.natures]
    bounded = [(e, n) for e, n in pairs if convention.gives(e, n) and figures.available(e, n) is not UNKNOWN]
    asked = transfers_asked(figures, bounded) if kind == 'fongibilite' else {}
    same = []
    if kind == 'avenant':
        amendment_table(figures, page)
    elif asked:
        transfer_table(figures, page, asked, bounded)
    else:
        page.table('Enveloppe', ['Dotation', 'Consommé', 'En attente', 'Disponible'])
        for e, n in pairs:
            page.row(e.label, [figures.allocated(e, n), figures.consumed(e, n), figures.of(e, None, f'reserved{n}'), figures.available(e, n)])
        for one in wholes(figures):
            page.row(WHOLE, [one.allocated, one.consumed, one.reserved, one.available])
        for name, values in parts(figures):
            page.row(name, values)
        counted = [(e.code, n, figures.consumed(e, n)) for e, n in pairs] + [(WHOLE, one.nature, one.consumed) for one in wholes(figures)]
        same = [(f'{name} – {n} : consommé du document = complément', cents, None, cents) for name, n, cents in counted]
    page.controls(same)
    page.amounts = amounts_of_notice(figures, kind, bounded, asked)
    return page.answer()


def transfers_asked(figures, bounded):
    """By giver and receiver, the amount in each nature: the first envelope that can give all that lacks, without consent before the others."""
    left = {(e.code, n): figures.available(e, n) for e, n in bounded}
    asked, given = {}, figures.convention.given
    for receiver, nature in bounded:
        lack = -left[receiver.code, nature]
        givers = [e for e, n in bounded if n == nature and e is not receiver and left[e.code, n] >= lack]
        if lack > 0 and givers:
            tried = [(e, with_transfer(given, figures.as_of, e.code, receiver.code, nature, lack)) for e in givers]
            judged = [(e, terms, Convention(terms, figures.as_of), len(terms['movements']) - 1) for e, terms in tried]
            free = next((one for one in judged if one[3] in one[2].free), None)
            giver, terms, convention, at = free or judged[0]
            left[giver.code, nature] -= lack
            if free:
                given = terms
            else:
                pair = asked.setdefault((giver.code, receiver.code), {})
                pair[nature] = lack
                pair[f'{nature} left without consent'] = convention.left_of_rule.get(at, 0)
    return asked


def with_transfer(given, as_of, giver, receiver, nature, cents):
    """The terms with a transfer that nobody authorised."""
    move = {'date': as_of.isoformat(), 'type': 'transfer', 'from': giver, 'to': receiver, 'nature': nature, 'amount': f'{cents // 100}.{cents % 100:02d}'}
    return {**given, 'movements': [*given.get('movements', []), {**move, 'reference': '', 'authorisedBy': '', 'authorisedOn': None}]}


def transfer_table(figures, page, asked, bounded):
    envelopes = {envelope.code: envelope for envelope in figures.convention.envelopes}
    moved = {}
    for (giver, receiver), amounts in asked.items():
        for nature in ('AE', 'CP'):
            if nature in amounts:
                moved[giver, nature] = moved.get((giver, nature), 0) - amounts[nature]
                moved[receiver, nature] = moved.get((receiver, nature), 0) + amounts[nature]
    page.table('Enveloppe', ['Dotation avant', 'Redéploiement', 'Dotation après', 'Disponible après'])
    for (code, nature), cents in moved.items():
        envelope = envelopes[code]
        before, is_bounded = figures.allocated(envelope, nature), (envelope, nature) in bounded
        page.row(envelope.label, [before, cents, before + cents, figures.available(envelope, nature) + cents if is_bounded else UNKNOWN])


def amendment_table(figures, page):
    """The last amendment in force, and signed, with the credits of its own year on the day before."""
    convention = figures.convention
    is_signed = lambda move: not move.get('authorisedOn') or datetime.date.fromisoformat(move['authorisedOn']) <= figures.as_of
    moves = [
        move for move in convention.moves
        if move['type'] == 'amendment' and (since := convention.since(move)) and since <= figures.as_of and is_signed(move)
    ]
    if not moves:
        return
    last = max(enumerate(moves), key=lambda one: (one[1]['date'], one[0]))[1]
    own = [move for move in moves if (move['date'], move['reference']) == (last['date'], last['reference'])]
    day_before = datetime.date.fromisoformat(last['date']) - datetime.timedelta(days=1)
    amended = Convention(convention.given, datetime.date.fromisoformat(last['date']))
    page.table('Enveloppe', ['Dotation avant', 'Variation', 'Dotation après'])
    for envelope in amended.envelopes:
        for nature in amended.natures:
            signs = [(move, 1 if move.get('to') == envelope.code else -1) for move in own if envelope.code in (move.get('to'), move.get('from'))]
            change = sum(sign * int(move['amount'].replace('.', '')) for move, sign in signs if move['nature'] == nature)
            if change:
                before = amended.allocated(envelope, nature, day_before)
                before = 0 if before is NOT_GIVEN else before
                page.row(envelope.label, [before, change, before + change])


def amounts_of_notice(figures, kind, bounded, asked):
    """The amounts of its sentences, in their order; those that are nil have none."""
    convention = figures.convention
    own = {one.nature: one for one in wholes(figures) if one.available is not UNKNOWN}
    is_above = lambda e, n: is_blocked(e.given_ceilings[n], e.tolerance, figures.allocated(e, n), figures.remaining(e, n))
    exceeded = [e for e in convention.envelopes if any(is_above(one, n) for one, n in bounded if one is e)]
    blocking = [n for n in own if (convention.given_ceilings[n] or {}).get('mode') == 'blocking']  # any other lowers nothing
    is_alone = lambda n: not any(is_above(e, n) for e, nature in bounded if nature == n)
    judged = [one for n in convention.natures if (one := Whole(figures, n)).printed is not None and one.available is not UNKNOWN]
    stopped = [
        one for one in judged
        if (one.is_shown or is_alone(one.nature)) and is_blocked(convention.given_ceilings[one.nature], None, one.allocated, one.remaining)
    ]
    tolerated = [e for e in convention.envelopes if any(figures.remaining(one, n) < 0 for one, n in bounded if one is e)]
    named = (exceeded or tolerated) if kind == 'suspension' and not stopped else []  # a draft, within what is tolerated
    concerned = named or convention.envelopes
    outstanding = sum(figures.outstanding(envelope) for envelope in concerned)
    to_pay = [] if outstanding is UNKNOWN or outstanding <= 0 else [outstanding]
    remaining = {nature: [figures.remaining(e, n) for e, n in bounded if n == nature] for nature in ('AE', 'CP')}
    above = lambda amounts: [cents for cents in amounts if cents > 0]
    if kind == 'insuffisance':
        lacks = [(n, cents) for e, n in bounded if (cents := -figures.available(e, n)) > 0]
        of_whole = [-one.available for n, one in own.items() if -one.available > max(0, sum(cents for nature, cents in lacks if nature == n))]
        return [cents for _, cents in lacks] + of_whole
    if kind == 'suspension':
        excess = lambda of: [sum(-figures.remaining(e, n) for e, n in bounded if e in of and n == nature and is_above(e, n)) for nature in ('AE', 'CP')]
        if stopped:
            return [-one.remaining for one in stopped] + [cents for e in exceeded for cents in above(excess([e]))] + to_pay
        return above(excess(exceeded)) + to_pay
    if kind == 'non-consommes':
        term = min(datetime.date(convention.year, 12, 31), convention.last)
        left = figures.remaining if figures.as_of >= term else figures.available
        rest = {n: one.remaining if figures.as_of >= term else one.available for n, one in own.items()}
        return above(left(e, n) for e, n in bounded if n not in blocking or rest[n] > 0) + above(rest.values()) + to_pay_after(figures, to_pay, term)
    if kind == 'fongibilite':
        found = [[of[n] for n in ('AE', 'CP') if n in of] + above(of.get(f'{n} left without consent', 0) for n in ('AE', 'CP')) for of in asked.values()]
        return [cents for of_pair in found for cents in of_pair]
    if kind == 'resiliation':
        summed = {n: sum(above(remaining[n])) for n in ('AE', 'CP')}
        is_less = lambda n: n in own and own[n].remaining < summed[n]
        left = above(own[n].remaining if n in own and (n in blocking or not is_less(n)) else summed[n] for n in summed)
        return left + above(own[n].remaining for n in summed if is_less(n) and n not in blocking) + to_pay
    return []


def is_blocked(ceiling, tolerance, allocated, left):
    """Above a blocking ceiling by more than the convention tolerates."""
    share = fractions.Fraction(str(tolerance['share'])) if tolerance and tolerance.get('share') is not None else 0
    tolerated = max(0, cents_of(tolerance['amount'])) if tolerance and tolerance.get('amount') is not None else int(share * allocated)
    return ceiling is not None and ceiling['mode'] == 'blocking' and -left > tolerated


def to_pay_after(figures, to_pay, term):
    """Before the term, the restes à payer of the day, what waits in AE and in CP, and what the restes become once it is done."""
    if figures.as_of < datetime.date(figures.convention.year, 1, 1) or figures.as_of >= term or not figures.has_outstanding():
        return to_pay
    waiting = [sum(figures.of(e, None, kind) for e in figures.convention.envelopes) for kind in ('reservedAE', 'reservedCP')]
    waiting = [cents for cents in waiting if cents is not UNKNOWN and cents > 0]
    settled = figures.outstanding_once_settled()
    if not waiting or (not to_pay and settled <= 0):
        return to_pay
    return to_pay + waiting + ([settled] if settled > 0 else [])


NOTICES = ('insuffisance', 'suspension', 'non-consommes', 'fongibilite', 'avenant', 'resiliation')


def every_document(figures):
    documents = {f'annexe{number}': annex(figures, envelope) for number, envelope in enumerate(figures.convention.envelopes, 1)}
    documents |= {'repartition': split(figures), 'bilan': Summary(figures).made(), 'etat': state(figures)}
    return documents | {kind: notice(figures, kind) for kind in NOTICES}
