/** Faults of codes, on a commitment or on a payment of the world. */
import { addDays, type CivilDate } from '../../../../src/domain/calendar/civil-date';
import { envelopeFieldOf } from '../../../../src/domain/envelopes/envelope-field';
import { isPattern } from '../../../../src/domain/imputation/patterns';
import type { ImputationField } from '../../../../src/domain/imputation/imputation';
import type { CellValue } from '../../../../src/workbook/cells';
import { codeOf, ruledFields, ruleOf } from '../codes';
import type { Order, World } from '../world';
import { plants, type Plant } from './plant';

const severityOf = (field: ImputationField) => (field === 'ministerialAxis1' ? 'warning' : 'error');

/** A ruled field, the one that names the envelope aside. */
function anyField(world: World, among?: readonly ImputationField[]): ImputationField | null {
  const fields = ruledFields(world.convention).filter(
    (field) => field !== envelopeFieldOf(world.convention) && (among?.includes(field) ?? true),
  );
  return fields.length === 0 ? null : world.random.pick(fields);
}

/** Makes a code of a new commitment invalid. */
function spoil(
  rule: Plant['rule'],
  value: (code: string, order: Order, world: World) => CellValue,
  among?: readonly ImputationField[],
): Plant['make'] {
  return (world) => {
    const field = anyField(world, among);
    if (!field) return false;
    const order = world.order();
    order.commit[field] = value(codeOf(world.convention, order.envelope, field), order, world);
    world.expectRow(rule, severityOf(field), order.commit, field);
    return true;
  };
}

/** Another code of the same programme, where the convention gives the code and not a pattern. */
function foreign(field: ImputationField, code: (programme: string) => string): Plant['make'] {
  return (world) => {
    const order = world.order();
    const rule = ruleOf(world.convention, order.envelope, field);
    if (!rule || isPattern(rule.value) || field === envelopeFieldOf(world.convention)) return false;
    order.commit[field] = code(codeOf(world.convention, order.envelope, 'functionalDomain').slice(0, 4));
    world.expectRow('IMP-03', severityOf(field), order.commit, field);
    return true;
  };
}

/** Axe 2, where it names the envelope; on the commitment, or on the payment. */
function axis(rule: 'IMP-06' | 'IMP-07', value: CellValue, on: 'commit' | 'pay', envelope?: string): Plant['make'] {
  return (world) => {
    if (envelopeFieldOf(world.convention) !== 'ministerialAxis2' || world.envelopes.length < 2) return false;
    const order = world.order(world.envelopes.find(({ code }) => code === envelope));
    order[on].ministerialAxis2 = value;
    world.expectRow(rule, rule === 'IMP-06' ? 'error' : 'info', order[on], 'ministerialAxis2');
    return true;
  };
}

/** A second domaine fonctionnel, that the convention allows between two days only. */
function dated(
  bounds: (day: CivilDate) => { from: CivilDate | null; until: CivilDate | null },
  on: 'commit' | 'pay',
): Plant['make'] {
  return (world) => {
    const order = world.order();
    const field = 'functionalDomain';
    if (envelopeFieldOf(world.convention) === field) return false;
    const value = `${codeOf(world.convention, order.envelope, field).slice(0, 4)}-77-01`;
    const rule = {
      field,
      value,
      aliases: [],
      envelope: null,
      label: '',
      ...bounds(on === 'commit' ? order.days.committed : order.days.paid),
    } as const;
    world.convention = { ...world.convention, imputation: [...world.convention.imputation, rule] };
    order[on][field] = value;
    world.expectRow('IMP-09', 'error', order[on], field);
    return true;
  };
}

const PROGRAMMED: readonly ImputationField[] = ['functionalDomain', 'financialCentre', 'activity'];
const withoutZero = (code: string): string => code.replace(/^0/, '');

export const IMP_PLANTS: readonly Plant[] = [
  ...plants(
    'IMP-01',
    [],
    [
      ['le code n’est pas rempli', spoil('IMP-01', () => null)],
      ['« # » à la place du code, comme dans Chorus', spoil('IMP-01', () => '#')],
      ['« Non affecté » à la place du code', spoil('IMP-01', () => 'Non affecté')],
    ],
  ),
  ...plants(
    'IMP-02',
    [],
    [
      [
        'des mots à la place du centre financier',
        spoil('IMP-02', () => 'UO de Paris', ['financialCentre', 'costCentre']),
      ],
      [
        'la lettre O à la place d’un zéro',
        spoil('IMP-02', (code) => code.replace('0', 'O'), ['functionalDomain', 'activity', 'programme']),
      ],
      ['un chiffre de trop', spoil('IMP-02', (code) => `${code}0`, ['functionalDomain', 'activity', 'costCentre'])],
    ],
  ),
  ...plants(
    'IMP-03',
    [],
    [
      ['un autre domaine du même programme', foreign('functionalDomain', (programme) => `${programme}-99-99`)],
      [
        'un autre centre financier du même programme',
        foreign('financialCentre', (programme) => `${programme}-ZZZZ-Z999`),
      ],
      ['une autre activité du même programme', foreign('activity', (programme) => `${programme}00999999`)],
      ['un autre centre de coûts', foreign('costCentre', () => 'EMPEF00099')],
      ['un autre axe ministériel 1', foreign('ministerialAxis1', () => '37')],
    ],
  ),
  ...plants(
    'IMP-04',
    [],
    [
      ['l’activité tapée comme un nombre', spoil('IMP-04', (code) => Number(code), ['activity'])],
      ['le domaine sans son zéro', spoil('IMP-04', withoutZero, ['functionalDomain'])],
      ['le centre financier sans son zéro', spoil('IMP-04', withoutZero, ['financialCentre'])],
    ],
  ),
  ...plants(
    'IMP-05',
    [],
    [
      ['le domaine d’un autre programme', spoil('IMP-05', (code) => `0999${code.slice(4)}`, ['functionalDomain'])],
      [
        'le centre financier d’un autre programme',
        spoil('IMP-05', (code) => `0999${code.slice(4)}`, ['financialCentre']),
      ],
      ['un code d’un autre programme, sans son zéro', spoil('IMP-05', (code) => `999${code.slice(4)}`, PROGRAMMED)],
    ],
  ),
  ...plants(
    'IMP-06',
    [],
    [
      ['axe ministériel 2 vide', axis('IMP-06', null, 'commit')],
      ['une enveloppe qui n’existe pas', axis('IMP-06', 'Plateforme', 'pay')],
      ['un nom trop court pour être deviné', axis('IMP-06', 'PDX', 'commit')],
    ],
  ),
  ...plants(
    'IMP-07',
    [],
    [
      ['le libellé à la place du code', axis('IMP-07', 'Place des entreprises', 'commit', 'PDE')],
      ['le sigle à la place du nom', axis('IMP-07', 'SF', 'pay', 'SF')],
      ['une faute de frappe', axis('IMP-07', 'Signaux Fables', 'commit', 'SF')],
    ],
  ),
  ...plants(
    'IMP-08',
    [],
    [
      [
        'l’activité montrée en notation scientifique',
        spoil('IMP-08', () => '1,03E+10', ['activity', 'functionalDomain']),
      ],
      [
        'un code devenu un nombre à virgule',
        spoil('IMP-08', () => 10300000104.5, ['activity', 'costCentre', 'financialCentre']),
      ],
      [
        '« .0 » ajouté par un tableur',
        spoil('IMP-08', (code) => `${Number(code.replace(/\D/g, '')) || 75}.0`, [
          'activity',
          'costCentre',
          'functionalDomain',
        ]),
      ],
    ],
  ),
  ...plants(
    'IMP-09',
    [],
    [
      [
        'engagé sur un code qui n’avait pas encore cours',
        dated((day) => ({ from: addDays(day, 1), until: null }), 'commit'),
      ],
      [
        'engagé sur un code qui n’avait plus cours',
        dated((day) => ({ from: null, until: addDays(day, -1) }), 'commit'),
      ],
      [
        'payé sur un code hors de ses dates',
        dated((day) => ({ from: addDays(day, 5), until: addDays(day, 9) }), 'pay'),
      ],
    ],
  ),
];
