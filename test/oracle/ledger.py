"""The rows of a ledger, each read whole: what it commits, what it pays, on which EJ, when; and the rows that are no operations."""
import re

from cells import ABSENT, UNREADABLE, amount, comparable, day, ej_number, is_day, is_error, says_nothing, signed, spaced, status, text_of, word_that_lowers
from convention import FIELDS, code_of

HEADINGS = {
    "Date d'engagement": 'signed', 'Date EJ': 'signed', 'Date de service fait': 'served', 'Date SF': 'served', 'Date de paiement': 'paid',
    'Date paiement': 'paid', 'Date de réception de la facture': 'received', 'Montant AE TTC': 'ae', 'Montant CP TTC': 'cp', 'N° EJ': 'ej',
    'N° DP': 'dp', 'État': 'status', 'Poste de dépense': 'line', 'Type': 'operation', "Type d'opération": 'operation',
    'Axe ministériel 2': 'ministerialAxis2', 'Enveloppe (axe min. 2)': 'ministerialAxis2', 'Centre financier': 'financialCentre',
    'Centre de coûts': 'costCentre', 'Activité': 'activity', 'Domaine fonctionnel': 'functionalDomain', 'Programme': 'programme',
}
KNOWN = {comparable(heading): field for heading, field in HEADINGS.items()}
TOTAL = re.compile(r'(sous total|sous totaux|total|totaux|resultat|cumul|report|a reporter)\b')


PLAIN = ('total', 'sous total', 'total general')
INHERITED = (*FIELDS, 'ministerialAxis2', 'line')


def meaning(field, cell):
    """Two cells that mean the same code, or hold the same words."""
    text = text_of(cell)
    if field == 'line':
        return text.strip()
    return (is_error(cell), spaced(text) if field == 'ministerialAxis2' else code_of(field, text))


def has(cells, field):
    return not says_nothing(cells.get(field))


def stripped(cells, field):
    return text_of(cells.get(field)).strip()


class Line:
    """A filled row that is no total; `follows` is false after a blank row, where a group ends."""

    def __init__(self, at, cells, follows):
        self.at, self.cells, self.follows = at, cells, follows
        self.is_operation = has(cells, 'ae') or has(cells, 'cp')
        self.commits = has(cells, 'ae') and cells['ae'] != 0
        self.is_title = not self.is_operation and sum(has(cells, one) for one in cells) == 1


def lines_of(rows):
    lines, follows = [], False
    for at, cells in enumerate(rows):
        is_filled = any(has(cells, one) for one in cells)
        if is_filled and not any(isinstance(cell, str) and comparable(cell) in PLAIN for cell in cells.values()):
            lines.append(Line(at, cells, follows))
        follows = is_filled
    return lines


def under_their_ej(lines):
    """The row of the EJ that each payment without a number is under, by row. None, unless it is a habit: two payments leave their EJ out,
    nearly none has it, the first operation has one, and no row repeats the EJ right above."""
    operations = [line for line in lines if line.is_operation]
    payments = [line for line in operations if not line.commits]
    blank = [line for line in payments if not has(line.cells, 'ej')]
    heads = lambda line: has(line.cells, 'ej') and not has(line.cells, 'paid')
    texts = [stripped(line.cells, 'ej') for line in lines if line.is_operation or heads(line)]
    if len(blank) < 2 or len(blank) < 0.8 * len(payments) or texts[0] == '' or any(one and one == other for one, other in zip(texts, texts[1:])):
        return {}
    found, source = {}, None
    for line in lines:
        if has(line.cells, 'ej'):
            source = line if line.is_operation or heads(line) else None
        elif line.is_title or line.is_operation and not (source and is_part_of(source, line)):
            source = None
        elif line.is_operation:
            found[line.at] = source.at
    return found


def is_part_of(source, line):
    """A row under an EJ commits nothing, or describes nothing; a retrait describes what its EJ does."""
    ae = amount(line.cells.get('ae'), '€')
    described = [field for field in INHERITED if has(line.cells, field)]
    if isinstance(ae, int) and ae != 0 and (ae < 0 or word_that_lowers(stripped(line.cells, 'operation')) is not None):
        return line.follows and all(stripped(line.cells, field) == stripped(source.cells, field) for field in described)
    return line.follows and not (line.commits and (described or has(line.cells, 'signed')))


def repeated(lines, field, of_ej):
    """The cell of the row above that each blank of a column means, by row: a group writes its envelope, or its poste, on its first row alone,
    which may have no amount. None, when a blank has nothing above, when the column repeats itself, or when an EJ is in two groups."""
    cells_at = {line.at: line.cells for line in lines}
    under = [(line, line.at in of_ej) for line in lines if line.is_operation and (has(line.cells, 'ej') or line.at in of_ej)]
    leaders = [has(line.cells, field) for line, _ in under if has(line.cells, 'ej')]
    others = [has(line.cells, field) for line, _ in under if not has(line.cells, 'ej')]
    if of_ej and sum(leaders) > 0 and 2 * sum(leaders) >= len(leaders) and sum(others) <= 0.2 * len(others):
        return {at: cells_at[source][field] for at, source in of_ej.items() if not has(cells_at[at], field) and has(cells_at[source], field)}
    own = [line for line in lines if line.is_operation or has(line.cells, field)]
    blanks = sum(not has(line.cells, field) for line in own)
    texts = [stripped(line.cells, field) for line in own]
    is_rare = blanks < 2 or blanks * 2 < sum(line.is_operation for line in own)
    if is_rare or any(one and one == other for one, other in zip(texts, texts[1:])):
        return {}
    return groups(own, field, of_ej) if len(groups(own, field, {})) == blanks else {}


def groups(own, field, of_ej):
    found, source, group_of_ej = {}, None, {}
    for line in own:
        if has(line.cells, field):
            source = line
        elif source is not None and field == 'line' and has(line.cells, 'ministerialAxis2'):
            source = source if stripped(line.cells, 'ministerialAxis2') == stripped(source.cells, 'ministerialAxis2') else None
        source = source if line.follows or has(line.cells, field) else None
        if source is None or not line.is_operation:
            continue
        ej = '' if line.at in of_ej else stripped(line.cells, 'ej')
        is_elsewhere = ej != '' and group_of_ej.setdefault(ej, source.at) != source.at
        if not has(line.cells, field) and not is_elsewhere:
            found[line.at] = source.cells[field]
    return found


def ej_text(cell):
    """The team's own name of an EJ, where the cell has no number of Chorus."""
    return None if says_nothing(cell) or is_error(cell) else text_of(cell).strip()


TO_COME = ('a venir',)  # under « N° EJ »: the order is not signed


class Row:
    """An operation. `ae` and `cp` are cents, ABSENT or UNREADABLE; dates are dates, ABSENT or UNREADABLE."""

    def __init__(self, cells, units, uses_1904):
        self.cells = cells
        self.typed = dict(zip(('AE', 'CP'), (amount(cells.get(field), units.get(field, '€')) for field in ('ae', 'cp'))))
        self.ae, self.cp = signed(text_of(cells.get('operation')), *self.typed.values())
        self.signed, self.served, self.paid, self.received = (day(cells.get(one), uses_1904) for one in ('signed', 'served', 'paid', 'received'))
        self.ej, self.ej_line = ej_number(cells.get('ej'))
        self.ej_name = self.ej or ej_text(cells.get('ej'))
        self.status = status(cells.get('status'))
        self.line = text_of(cells.get('line')).strip()
        self.is_anticipated = 'anticip' in text_of(cells.get('operation')).lower()
        if text_of(cells.get('status')).strip() == '' and comparable(self.ej_name or '') in TO_COME and not self.is_paid:
            self.status = 'project'

    @property
    def is_paid(self):
        """A payment on its day, whatever its amount: its order was signed."""
        return is_day(self.paid) and (self.cp == UNREADABLE or self.cents('CP') > 0)

    @property
    def commits(self):
        return self.ae not in (ABSENT, 0)

    @property
    def is_readable(self):
        return UNREADABLE not in (self.ae, self.cp)

    def cents(self, nature):
        reading = self.ae if nature == 'AE' else self.cp
        return reading if isinstance(reading, int) else 0

    def typed_cents(self, nature):
        return self.typed[nature] if isinstance(self.typed[nature], int) else 0


class Ledger:
    """`rows` count; `cancelled` and `totals` do not, and their amounts are counted apart."""

    def __init__(self, tables, uses_1904=False):
        self.rows, self.cancelled, self.totals, self.in_order = [], [], [], []
        self.rows_of = []  # of each table, with the fields that it has
        for table in tables:
            first = len(self.rows)
            fields = self.read(table, uses_1904)
            self.rows_of.append((fields, self.rows[first:]))
        self.fields = set().union(*(fields for fields, _ in self.rows_of))
        for fields, rows in self.rows_of:
            if 'cp' in fields and 'ej' in fields:
                self.complete(rows, [field for field in INHERITED if field not in fields and any(field in others for others, _ in self.rows_of)])

        if not self.is_account():
            self.pay_with_a_plus()
        self.withdraw_in_advance()

    def withdraw_in_advance(self):
        """A retrait of an EJ committed in advance frees the credits that the EJ took, up to the end of that year; any other, those of its day."""
        for ej in {row.ej for row in self.rows if row.ej and row.is_anticipated and isinstance(row.ae, int)}:
            rows = [row for row in self.rows if row.ej == ej]
            in_advance = lambda row: row.is_anticipated and is_day(row.signed) and row.signed.month >= 11
            committed = [row for row in rows if row.cents('AE') > 0]
            days = [row.signed for row in committed if in_advance(row)]
            if not committed or 0 < len(days) < len(committed):
                continue  # of both kinds
            for row in rows:
                if row.cents('AE') < 0 and is_day(row.signed):
                    row.is_anticipated = bool(days) and min(days) <= row.signed and row.signed.year == min(days).year

    def is_account(self):
        """Credits with a plus and no EJ, then two EJ or more with a minus: each amount of AE has the other sign, and of CP where an EJ has one."""
        plain = [row for row in self.in_order if word_that_lowers(text_of(row.cells.get('operation'))) is None]
        of_ej = [row for row in plain if has(row.cells, 'ej')]
        taken = [at for at, row in enumerate(plain) if row.typed_cents('AE') < 0]
        is_opened = bool(taken) and any(row.typed_cents('AE') > 0 for row in plain[:taken[0]])
        is_plain = not any(row.typed_cents(nature) > 0 for row in of_ej for nature in ('AE', 'CP'))
        if not (is_opened and is_plain and sum(row.typed_cents('AE') < 0 for row in of_ej) >= 2):
            return False
        other = lambda typed: -typed if isinstance(typed, int) else typed
        is_paid = any(row.typed_cents('CP') for row in of_ej)
        for row in self.rows + self.cancelled:
            ae, cp = other(row.typed['AE']), other(row.typed['CP']) if is_paid else row.typed['CP']
            row.ae, row.cp = signed(text_of(row.cells.get('operation')), ae, cp)
        return True

    def pay_with_a_plus(self):
        """Where nearly all the payments are typed with a minus, against commitments with a plus, the minus is a habit of the team."""
        plain = [row for row in self.rows + self.cancelled + self.totals if word_that_lowers(text_of(row.cells.get('operation'))) is None]
        paid = [row.typed_cents('CP') for row in plain if row.typed_cents('CP')]
        below = [cents for cents in paid if cents < 0]
        is_habit = len(below) >= 3 and len(below) >= 0.8 * len(paid) and sum(paid) < 0 < sum(row.typed_cents('AE') for row in plain)
        for row in self.rows + self.cancelled if is_habit else []:
            if isinstance(row.typed['CP'], int):
                row.cp = signed(text_of(row.cells.get('operation')), row.typed['AE'], -row.typed['CP'])[1]

    def read(self, table, uses_1904):
        """Reads the rows of a table and lists its fields."""
        names = [text_of(cell) for cell in table[0]]
        units = {KNOWN.get(comparable(name[:-5])): 'k€' for name in names if name.endswith(' (k€)')}
        headings = [comparable(name.removesuffix(' (k€)')) for name in names]
        fields = [KNOWN.get(heading) for heading in headings]
        as_typed = [{field: cell for field, cell in zip(fields, cells) if field} for cells in table[1:]]
        lines = lines_of(as_typed)
        of_ej = under_their_ej(lines)
        found = {field: repeated(lines, field, of_ej) for field in INHERITED if field in fields}
        found['ej'] = {at: as_typed[source]['ej'] for at, source in of_ej.items()}
        for at, (cells, typed) in enumerate(zip(table[1:], as_typed)):
            known = typed | {field: of[at] for field, of in found.items() if at in of}
            filled = [cell for field, cell in zip(fields, cells) if field and not says_nothing(cell)]
            if not filled:
                continue
            row = Row(known, units, uses_1904)
            kind = self.kind_of(row, cells, headings, len(filled))
            if kind is not None:
                kind.append(row)
                self.in_order.append(row)
        return set(fields)

    def complete(self, payments, lacking):
        """A payment kept apart has no codes: it takes those of the commitments of its EJ, where they agree."""
        for row in payments:
            if row.ej is None or row.cp == ABSENT or row.commits:
                continue
            for field in lacking:
                behind = [(fields, other) for fields, rows in self.rows_of for other in rows if other.ej == row.ej and other.commits]
                same_line = [one for one in behind if row.ej_line and one[1].ej_line == row.ej_line]
                said = [other.cells.get(field) for fields, other in same_line or behind if field in fields]
                if len({meaning(field, cell) for cell in said}) == 1:
                    row.cells[field] = said[0]
            row.line = text_of(row.cells.get('line')).strip()

    def kind_of(self, row, cells, headings, filled):
        """An operation, a total, or neither: the headings again, or the title of a section, when it has no piece of its own."""
        has_amount = row.ae != ABSENT or row.cp != ABSENT
        is_dated = any(is_day(date) for date in (row.signed, row.served, row.paid))
        has_dp = bool(re.search(r'\d', text_of(row.cells.get('dp'))))
        said = (cell for cell, heading in zip(cells, headings) if isinstance(cell, str) and KNOWN.get(heading) != 'status')
        label = next((text for text in map(comparable, said) if TOTAL.match(text)), None)
        if label and has_amount and not has_dp:
            if (label == 'sous total' and not is_dated) if row.ej else (label in PLAIN or not is_dated):
                return self.totals
        if row.ej is None and not is_dated and not has_dp:
            named = [index for index, heading in enumerate(headings) if KNOWN.get(heading)]
            same = [index for index in named if isinstance(cells[index], str) and comparable(cells[index]) == headings[index]]
            if len(same) >= 2 and 2 * len(same) >= len(named):
                return None
            if not has_amount and filled <= 1 and not re.search(r'\d', text_of(row.cells.get('ej'))):
                return None
        return self.cancelled if row.status == 'cancelled' else self.rows


def field_cell(row, field):
    assert field in FIELDS or field == 'ministerialAxis2'
    return row.cells.get(field)
