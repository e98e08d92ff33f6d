/**
 * Amounts that the reading leaves out, or whose envelope it infers; columns without which a figure is not calculable;
 * words that nothing understands: a status, a poste.
 */
import { civilDate } from '../../../../src/domain/calendar/civil-date';
import { envelopeFieldOf } from '../../../../src/domain/envelopes/envelope-field';
import type { LedgerField } from '../../../../src/domain/envelopes/ledger';
import type { CellValue } from '../../../../src/workbook/cells';
import { FIELD_NAMES } from '../../../../src/workbook/field-names';
import { firstRow } from '../check';
import { dateCell, type ExtraSheet, type Order, type Row, type World } from '../world';
import { plants, type Plant } from './plant';

/** A sheet of amounts that is no part of the ledger; the finding is at its headings. */
function leftOut(sheetOf: (world: World) => ExtraSheet): Plant['make'] {
  return (world) => {
    const sheet = sheetOf(world);
    world.extraSheets.push(sheet);
    world.expectArea('LEC-01', 'error', () => ({ sheet: sheet.name, row: 0, column: 0 }));
    return true;
  };
}

/** Other operations, in the columns of the ledger. */
function operations(world: World, count = 2): readonly Row[] {
  const [envelope] = world.envelopes;
  if (!envelope) throw new Error('no envelope');
  const line = envelope.lines[0]?.label ?? null;
  return Array.from({ length: count }, () => world.commitment(envelope, 5_000, line));
}

function cellsOf(world: World, rows: readonly Row[], columns = world.columns): CellValue[][] {
  return [columns.map((field) => FIELD_NAMES[field]), ...rows.map((row) => columns.map((field) => row[field] ?? null))];
}

/** Words that no heading of a ledger has. */
function inOtherWords(world: World): CellValue[][] {
  return [
    ['Qui', 'Quand', 'Combien'],
    ['Coopérative Ondine', dateCell(world.commitDay()), 1200],
    ['Imprimerie verte', dateCell(world.commitDay()), 850.5],
  ];
}

/** Rows below the Table, in its columns. */
function below(blanks: number, count: number): Plant['make'] {
  return (world) => {
    world.isTable = true;
    world.below.push(...Array.from({ length: blanks }, () => null), ...operations(world, count));
    world.expectArea('LEC-02', 'error', ({ rows }) => ({
      sheet: 'Suivi',
      row: firstRow(world) + rows.length + blanks,
      column: 0,
    }));
    return true;
  };
}

/** A column of amounts that no field has, with the amount of an order. */
function unused(heading: string): Plant['make'] {
  return (world) => {
    const { commit, cents } = world.order();
    world.extraColumns.push({ heading, cells: new Map([[commit, cents / 100]]) });
    world.expectArea('LEC-03', 'error', ({ rows, columns }) => ({
      sheet: 'Suivi',
      row: firstRow(world) + rows.indexOf(commit),
      column: columns.length,
    }));
    return true;
  };
}

/** A sheet of the ledger without the column of the envelope, which its name or its title gives. */
function withoutEnvelope(titled: (name: string) => Pick<ExtraSheet, 'name' | 'cells'>): Plant['make'] {
  return (world) => {
    const { convention, columns } = world;
    const [envelope] = world.envelopes;
    if (!envelope || convention.envelopes.length < 2 || !columns.includes('ministerialAxis2')) return false;
    if (envelopeFieldOf(convention) !== 'ministerialAxis2') return false;
    const { name, cells } = titled(envelope.code);
    const kept = columns.filter((field) => field !== 'ministerialAxis2');
    world.extraSheets.push({ name, cells: [...cells, ...cellsOf(world, operations(world), kept)] });
    world.expectArea('LEC-07', 'info', () => ({ sheet: name, row: cells.length + 1, column: 0 }));
    return true;
  };
}

function without(field: LedgerField): Plant['make'] {
  return (world) => {
    const position = world.columns.indexOf(field);
    if (position < 0 || world.convention.id !== 'dgefp-dge-2023') return false;
    world.columns.splice(position, 1);
    world.expected.push({ rule: 'LEC-04', severity: 'error', place: { kind: 'headings' } });
    return true;
  };
}

/** Every poste has the titre 2, with a ceiling of its own; a row of no poste is under none. */
function withoutTitre(rowOf: (order: Order, world: World) => Row): Plant['make'] {
  return (world) => {
    const { convention } = world;
    const { ceilings, creditYear: year } = convention;
    if (ceilings.AE === null || ceilings.CP === null || convention.id !== 'dgefp-dge-2023') return false;
    const envelopes = convention.envelopes.map((envelope) => ({
      ...envelope,
      lines: envelope.lines.map((line) => ({ ...line, titre: '2' })),
    }));
    world.convention = {
      ...convention,
      envelopes,
      partCeilings: [{ part: 'titre', value: '2', year, ceilings, article: '' }],
    };
    const row = rowOf(world.order(), world);
    row.budgetLine = null;
    // Payments of the restes à payer have no poste either: the finding is at the first row of all.
    const first = world.rows.find(({ budgetLine, ae, cp }) => !budgetLine && (ae ?? cp ?? null) !== null);
    world.expectRow('LEC-04', 'error', first ?? row, 'budgetLine');
    return true;
  };
}

/** The share of commitments in advance is taken of credits that the convention does not give. */
function withoutBase(world: World): boolean {
  const envelope = world.smallest;
  const day = civilDate(world.convention.creditYear - 1, 12, 20);
  if (!envelope || day === null || day < world.convention.signedOn) return false;
  world.convention = { ...world.convention, advances: { share: 0.25, base: 'currentYear' } };
  const commit = world.insert({ ...world.commitment(envelope, 5_000, null, day), operation: 'EJ anticipé' });
  world.expectRow('LEC-04', 'warning', commit, 'ae');
  return true;
}

/** A cell of a commitment in other words. */
function reworded(
  rule: 'LEC-05' | 'LEC-06',
  field: 'status' | 'budgetLine',
  words: (order: Order) => CellValue,
): Plant['make'] {
  return (world) => {
    if (!world.columns.includes(field)) return false;
    const order = world.order();
    order.commit[field] = words(order);
    world.expectRow(rule, 'warning', order.commit, field);
    return true;
  };
}

/** An order whose commitment is crossed out from one side to the other. */
function crossedOut(world: World): boolean {
  const { commit } = world.order();
  world.struck.add(commit);
  world.expectRow('LEC-05', 'warning', commit, 'ae');
  return true;
}

/** A letter typed twice in the label of the poste of an order. */
function withTypo({ commit }: Order): CellValue {
  const label = typeof commit.budgetLine === 'string' ? commit.budgetLine : '';
  return label.slice(0, 3) + label.slice(2);
}

export const LEC_PLANTS: readonly Plant[] = [
  ...plants(
    'LEC-01',
    ['columns'],
    [
      [
        'des dépenses dans une feuille dont personne ne reconnaît les en-têtes',
        leftOut((world) => ({ name: 'Divers', cells: inOtherWords(world) })),
      ],
      [
        'des dépenses dans une feuille masquée',
        leftOut((world) => ({ name: 'Notes', cells: inOtherWords(world), isHidden: true })),
      ],
      [
        'des engagements dans une feuille d’archives',
        leftOut((world) => ({ name: 'Archives', cells: cellsOf(world, operations(world)) })),
      ],
      ['une copie du suivi', leftOut((world) => ({ name: 'Copie du suivi', cells: cellsOf(world, world.rows) }))],
    ],
  ),
  ...plants(
    'LEC-02',
    ['columns'],
    [
      ['une ligne saisie sous le tableau', below(0, 1)],
      ['une ligne sous le tableau, après une ligne vide', below(1, 1)],
      ['trois lignes sous le tableau', below(0, 3)],
    ],
  ),
  ...plants(
    'LEC-03',
    ['columns'],
    [
      ['des montants dans une colonne « Indemnités »', unused('Indemnités')],
      ['des montants dans une colonne « Pénalités »', unused('Pénalités')],
      ['des montants dans une colonne « Retenue de garantie »', unused('Retenue de garantie')],
    ],
  ),
  ...plants(
    'LEC-07',
    ['columns'],
    [
      ['une feuille au nom de l’enveloppe', withoutEnvelope((name) => ({ name, cells: [] }))],
      ['l’enveloppe dans le titre', withoutEnvelope((name) => ({ name: 'Autre', cells: [[`Dépenses ${name}`], []] }))],
      [
        'l’enveloppe dans le nom d’une feuille, parmi d’autres mots',
        withoutEnvelope((name) => ({ name: `Suivi ${name} 2`, cells: [] })),
      ],
    ],
  ),
  ...plants(
    'LEC-04',
    ['columns', 'ceilings', 'closing', 'duties', 'hidden', 'chorus'],
    [
      ['pas de montant de CP', without('cp')],
      ['pas de date de paiement', without('paymentDate')],
      ['pas de numéro d’EJ', without('ejNumber')],
      ['un plafond par titre, un engagement sans poste', withoutTitre(({ commit }) => commit)],
      ['un plafond par titre, un paiement sans poste', withoutTitre(({ pay }) => pay)],
      ['une part d’engagements par anticipation, sans crédits pour l’exercice de sa base', withoutBase],
    ],
  ),
  ...plants(
    'LEC-05',
    [],
    [
      ['un état que personne ne comprend', reworded('LEC-05', 'status', () => 'Feu vert')],
      ['un code de couleur à la place de l’état', reworded('LEC-05', 'status', () => 'Orange')],
      ['un engagement gelé', reworded('LEC-05', 'status', () => 'Gelé')],
      ['« Visa » : demandé ou obtenu ?', reworded('LEC-05', 'status', () => 'Visa CBCM')],
      ['un engagement barré, sans état qui l’annule', crossedOut],
    ],
  ),
  ...plants(
    'LEC-06',
    [],
    [
      ['un poste avec une lettre de trop', reworded('LEC-06', 'budgetLine', withTypo)],
      ['un poste qui n’est dans aucune annexe', reworded('LEC-06', 'budgetLine', () => 'Vols intérieurs')],
      ['« Divers » à la place du poste', reworded('LEC-06', 'budgetLine', () => 'Divers')],
    ],
  ),
];
