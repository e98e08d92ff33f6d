/**
 * The sheet « Synthèse » of the sample: the functions in live formulas, with French labels. The cached value of each
 * formula is our own figure, so that a reader without the add-in sees the same number.
 */
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { Dossier } from '../../src/application/dossier';
import { stateOfDossier } from '../../src/application/functions/function-state';
import { evaluateFunction, type FunctionName } from '../../src/application/functions/function-answers';
import { assert } from '../../src/domain/result';
import { functionWordsIn } from '../../src/functions/function-sentences';
import type { PlannedCell, StyleName, WriteStep } from '../../src/workbook/plan';
import { serialOfDate } from '../../src/workbook/serials';

export const SUMMARY_SHEET = 'Synthèse';

/** After the end of the convention, so that the figures do not depend on the day of the build. */
const AFTER_THE_END = isoDate('2024-01-15');
const REQUEST_RECEIVED_ON = isoDate('2023-11-15');

/** The label and the argument of an envelope. */
type Envelope = readonly [string, string];
const ENVELOPES: readonly Envelope[] = [
  ['Place des entreprises', 'PDE'],
  ['Signaux Faibles', 'Signaux Faibles'],
  ['Ensemble de la convention', '*'],
];
const REQUEST_ROW = 23; // from 1: the date received is in B23
const CODES = [
  'Domaine fonctionnel',
  'Centre financier',
  'Activité',
  'Centre de coûts',
  'Axe ministériel 1',
  'Axe ministériel 2',
];

type Argument = string | number;
/** A formula and its value; `shown` is the text of its arguments when they are not constants. */
type Call = (name: FunctionName, args: readonly Argument[], style: StyleName, shown?: string) => PlannedCell;
type Row = readonly (PlannedCell | null)[];

/** The steps that write the sheet, from the figures of the workbook. */
export function summarySteps(dossier: Dossier): readonly WriteStep[] {
  const sheet = SUMMARY_SHEET;
  const call = callOver(dossier);
  const blocks: readonly (readonly Row[])[] = [titles(), commitments(call), payments(call), codes(call), request(call)];
  const cells = blocks.flatMap((block) => [...block, [] as Row]);
  return [
    { kind: 'setCells', sheet, top: 0, left: 0, cells },
    { kind: 'setColumnWidths', sheet, left: 0, widths: [30, 18, 18, 18, 18, 18, 16, 18] },
    { kind: 'setPage', sheet, landscape: true },
  ];
}

function titles(): readonly Row[] {
  return [
    [{ value: 'Synthèse des crédits – convention DGEFP/DGE 2023', style: 'title' }],
    [{ value: 'Chaque chiffre est une fonction ENVELOPE : il suit le tableau « Suivi 2023 ».', style: 'subtitle' }],
  ];
}

function commitments(call: Call): readonly Row[] {
  const headings = [
    'Enveloppe',
    'Dotation d’AE',
    'AE engagées',
    'AE en attente',
    'AE non engagées',
    'AE disponibles',
    'Taux de consommation',
    'État',
  ];
  const row = ([words, name]: Envelope): Row => [
    label(words),
    ...figures(call, name, 'AE'),
    call('STATUS', [name], 'text'),
  ];
  return [headings.map(heading), ...ENVELOPES.map(row)];
}

function payments(call: Call): readonly Row[] {
  const headings = [
    'Enveloppe',
    'Dotation de CP',
    'CP payés',
    'CP en attente',
    'CP non payés',
    'CP disponibles',
    'Taux de consommation',
    'Restes à payer',
  ];
  const row = ([words, name]: Envelope): Row => [
    label(words),
    ...figures(call, name, 'CP'),
    call('OUTSTANDING', [name], 'amount'),
  ];
  return [headings.map(heading), ...ENVELOPES.map(row)];
}

function figures(call: Call, envelope: string, nature: string): readonly PlannedCell[] {
  const names = ['ALLOCATED', 'CONSUMED', 'RESERVED', 'REMAINING', 'AVAILABLE'] as const;
  const amounts = names.map((name) => call(name, [envelope, nature], 'amount'));
  return [...amounts, call('RATE', [envelope, nature], 'rate')];
}

function codes(call: Call): readonly Row[] {
  const row = (field: string): Row => [
    label(field),
    call('CODE', [field.toLowerCase(), 'PDE'], 'text'),
    call('CODE', [field.toLowerCase(), 'Signaux Faibles'], 'text'),
  ];
  return [['Code à saisir dans Chorus', 'PDE', 'Signaux Faibles'].map(heading), ...CODES.map(row)];
}

function request(call: Call): readonly Row[] {
  const received = serialOfDate(REQUEST_RECEIVED_ON, false) ?? 0;
  return [
    ['Demande du délégant (art. 2.2)', 'Reçue le', 'Réponse due le'].map(heading),
    [
      label('Prévision d’atterrissage'),
      { value: received, style: 'date' },
      call('DEADLINE', [received], 'date', `B${REQUEST_ROW}`),
    ],
  ];
}

function label(value: string): PlannedCell {
  return { value, style: 'label' };
}

function heading(value: string): PlannedCell {
  return { value, style: 'heading' };
}

function callOver(dossier: Dossier): Call {
  const state = stateOfDossier(dossier, AFTER_THE_END);
  const words = functionWordsIn('fr');
  return (name, args, style, shown = args.map((argument) => JSON.stringify(argument)).join(',')) => {
    const result = evaluateFunction(name, args, state, words);
    assert(result.kind === 'value' && typeof result.value !== 'object', `${name}(${args.join(', ')}) has a value`);
    return { formula: `=ENVELOPE.${name}(${shown})`, value: result.value, style };
  };
}
