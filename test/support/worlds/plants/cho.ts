/**
 * Faults between the ledger and Chorus: the extracts are those of the right ledger, with one line or one row changed.
 */
import { civilDate } from '../../../../src/domain/calendar/civil-date';
import type { ImputationField } from '../../../../src/domain/imputation/imputation';
import { envelopeFieldOf } from '../../../../src/domain/envelopes/envelope-field';
import { chorusOf, type ChorusRow } from '../chorus';
import { codeOf } from '../codes';
import { dateCell, type Order, type Row, type World } from '../world';
import { plants, type Plant } from './plant';

type Nature = ChorusRow['nature'];

/** The last day that the lines of a nature show: of a row dated after it, Chorus may only be late. */
function isBeyond(world: World, nature: Nature, row: Row): boolean {
  const dayOf = (one: Row): number => Number((nature === 'AE' ? one.commitmentDate : one.paymentDate) ?? 0);
  const lines = (world.chorus ?? []).filter((line) => line.nature === nature);
  return lines.every((line) => dayOf(line.of) < dayOf(row));
}

/** A new order, of which Chorus has both lines. */
function known(world: World): Order & { readonly lines: Readonly<Record<Nature, ChorusRow>> } {
  const order = world.order();
  world.chorus = chorusOf(world);
  const lineOf = (nature: Nature): ChorusRow => {
    const row = nature === 'AE' ? order.commit : order.pay;
    const line = world.chorus?.find((one) => one.nature === nature && one.of.label === row.label);
    if (!line) throw new Error('Chorus has every row');
    return line;
  };
  return { ...order, lines: { AE: lineOf('AE'), CP: lineOf('CP') } };
}

function dropLine(world: World, line: ChorusRow): void {
  world.chorus = (world.chorus ?? []).filter((one) => one !== line);
}

function notInChorus(nature: Nature): Plant['make'] {
  return (world) => {
    const { commit, pay, lines } = known(world);
    dropLine(world, lines[nature]);
    const row = nature === 'AE' ? commit : pay;
    world.expectRow('CHO-01', isBeyond(world, nature, row) ? 'warning' : 'error', row, nature === 'AE' ? 'ae' : 'cp');
  };
}

function otherYear(nature: Nature): Plant['make'] {
  return (world) => {
    const { commit, pay, lines } = known(world);
    const day = dateCell(civilDate(world.convention.creditYear - 1, 12, 22) ?? world.asOf);
    Object.assign(lines[nature].of, nature === 'AE' ? { commitmentDate: day } : { paymentDate: day });
    world.expectRow(
      'CHO-01',
      'error',
      nature === 'AE' ? commit : pay,
      nature === 'AE' ? 'commitmentDate' : 'paymentDate',
    );
  };
}

function dropRow(world: World, row: Order['pay']): void {
  world.rows.splice(world.rows.indexOf(row), 1);
}

/** A poste of its own on an EJ that the ledger has: its own line of Chorus, that the ledger lacks. */
function missingCommitment(world: World): void {
  const { commit, lines } = known(world);
  const line: ChorusRow = { nature: 'AE', of: { ...lines.AE.of, ejNumber: world.newEj(), label: world.newLabel() } };
  world.chorus?.splice(world.random.whole(0, world.chorus.length), 0, line);
  if (commit.ae !== null) world.expectLine('CHO-02', 'error', line);
}

function differs(nature: Nature, factor: number): Plant['make'] {
  return (world) => {
    const { commit, pay, lines, cents } = known(world);
    const row = nature === 'AE' ? commit : pay;
    const right = nature === 'AE' ? cents : cents / 3;
    Object.assign(lines[nature].of, { [nature === 'AE' ? 'ae' : 'cp']: Math.round(right * factor + 1) / 100 });
    world.expectRow('CHO-03', 'error', row, nature === 'AE' ? 'ae' : 'cp');
  };
}

/** Another code than the ledger's, well formed. */
function otherCode(nature: Nature, field: ImputationField, code: (right: string) => string): Plant['make'] {
  return (world) => {
    if (
      !world.convention.imputation.some((rule) => rule.field === field) ||
      envelopeFieldOf(world.convention) === field
    )
      return false;
    const { envelope, commit, pay, lines } = known(world);
    lines[nature].of[field] = code(codeOf(world.convention, envelope, field));
    world.expectRow('CHO-04', 'error', nature === 'AE' ? commit : pay, field);
    return true;
  };
}

function twice(nature: Nature, severity: 'error' | 'warning', count = 1): Plant['make'] {
  return (world) => {
    const { lines } = known(world);
    for (let time = 0; time < count; time++) {
      const copy: ChorusRow = { nature, of: { ...lines[nature].of } };
      world.chorus?.push(copy);
      world.expectLine('CHO-05', severity, copy);
    }
  };
}

export const CHO_PLANTS: readonly Plant[] = [
  ...plants(
    'CHO-01',
    ['chorus'],
    [
      ['un engagement que Chorus n’a pas', notInChorus('AE')],
      ['un paiement que Chorus n’a pas', notInChorus('CP')],
      ['un paiement que Chorus date de l’année d’avant', otherYear('CP')],
    ],
  ),
  ...plants(
    'CHO-02',
    ['chorus'],
    [
      [
        'un paiement que le suivi n’a pas',
        (world) => {
          const { pay, lines } = known(world);
          dropRow(world, pay);
          world.expectLine('CHO-02', 'error', lines.CP);
        },
      ],
      ['un engagement que le suivi n’a pas', missingCommitment],
      [
        'un paiement que le suivi compte encore à payer',
        (world) => {
          const { pay } = known(world);
          Object.assign(pay, { paymentDate: null, status: 'Service fait' });
          world.expectRow('CHO-02', 'error', pay, 'paymentDate');
        },
      ],
    ],
  ),
  ...plants(
    'CHO-03',
    ['chorus'],
    [
      ['un engagement d’un autre montant', differs('AE', 1.2)],
      ['un paiement d’un autre montant', differs('CP', 1.1)],
      ['un paiement moindre dans Chorus', differs('CP', 0.9)],
    ],
  ),
  ...plants(
    'CHO-04',
    ['chorus'],
    [
      ['un engagement sur une autre activité', otherCode('AE', 'activity', (code) => `${code.slice(0, -2)}98`)],
      [
        'un engagement sur un autre domaine',
        otherCode('AE', 'functionalDomain', (code) => `${code.slice(0, 4)}-88-01`),
      ],
      ['un paiement sur un autre centre de coûts', otherCode('CP', 'costCentre', () => 'EMPEF00098')],
    ],
  ),
  ...plants(
    'CHO-05',
    ['chorus'],
    [
      ['un paiement deux fois dans l’extrait', twice('CP', 'error')],
      ['un engagement deux fois dans l’extrait : un doute', twice('AE', 'warning')],
      ['un paiement trois fois dans l’extrait', twice('CP', 'error', 2)],
    ],
  ),
];
