/**
 * Workbooks of many conventions, drawn from a seed, with the true operations behind each: what a consolidation is made
 * of. Amounts are whole cents, days are ISO texts.
 */
import { blankXlsx } from '../../../src/adapters/xlsx/write/blank';
import { planInitialise } from '../../../src/application/writing/initialise';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import type { CellValue } from '../../../src/workbook/cells';
import type { PlannedCell, StyleName } from '../../../src/workbook/plan';
import { serialOfDate } from '../../../src/workbook/serials';
import { keptConvention } from '../conventions';
import { opened } from '../readers/xlsx-read';
import { Random } from '../worlds/random';

/** The date of every situation: the credits are those of 2023, the ages of the EJ one or two years. */
export const AS_OF = '2025-06-30';
export const UNKNOWN = 'Plateforme inconnue';

export interface TrueOperation {
  readonly kind: 'commitment' | 'payment';
  readonly ej: string;
  /** `UNKNOWN`: an envelope that the convention does not have. */
  readonly envelope: string;
  /** Rank in the list of suppliers. */
  readonly supplier: number;
  readonly supplierText: string;
  readonly cents: number;
  /** Of the commitment, or of the payment; null: not paid. */
  readonly day: string | null;
  readonly status: 'Notifié' | 'Projet' | 'Annulé';
}

export interface DrawnWorkbook {
  readonly file: string;
  readonly convention: string;
  readonly programme: string;
  /** The request of the délégant is still to be answered. */
  readonly isAsked: boolean;
  /** Empty for a file that is no workbook. */
  readonly operations: readonly TrueOperation[];
  readonly isBroken: boolean;
}

const SUPPLIERS = 30;
const SHARED_EJS = 25;
const PROGRAMMES = ['0103', '0134', '0305'];
const HEADINGS = [
  'N° EJ',
  'Titulaire',
  'Axe ministériel 2',
  "Date d'engagement",
  'Date de paiement',
  'État',
  'Montant AE',
  'Montant CP',
];
const STYLES: readonly StyleName[] = ['code', 'text', 'text', 'date', 'date', 'text', 'amount', 'amount'];

/** The workbook of a seed, under one of so many conventions. */
export function drawWorkbook(seed: number, conventions: number): DrawnWorkbook {
  const random = new Random(seed);
  const variant = seed % conventions;
  const isBroken = random.chance(0.03);
  return {
    file: `lot ${seed % 7}/suivi ${seed}.xlsx`,
    convention: referenceOf(variant),
    programme: PROGRAMMES[variant % PROGRAMMES.length] ?? '',
    isAsked: variant % 3 === 0,
    operations: isBroken ? [] : drawOperations(random, seed),
    isBroken,
  };
}

/** Hostile on purpose: quotes, separators, accents, a percent sign. */
function referenceOf(variant: number): string {
  return variant % 5 === 0 ? `Conv. n°${variant}/2023 « l'été » 100 %` : `CONV-${variant}`;
}

function drawOperations(random: Random, seed: number): readonly TrueOperation[] {
  const operations: TrueOperation[] = [];
  const count = random.whole(3, 8);
  for (let index = 0; index < count; index += 1) {
    const isShared = index === 0 && random.chance(0.3);
    const ej = isShared ? `1409${pad(random.whole(0, SHARED_EJS - 1))}` : `1405${pad(seed * 10 + index)}`;
    const supplier = random.whole(0, SUPPLIERS - 1);
    const name = `Société d’étude ${supplier}`;
    const order = {
      ej,
      envelope: random.chance(0.05) ? UNKNOWN : random.chance(0.5) ? 'PDE' : 'SF',
      supplier,
      supplierText: random.chance(0.3) ? name.toUpperCase() : name,
    };
    const status = random.chance(0.1) ? 'Projet' : random.chance(0.05) ? 'Annulé' : 'Notifié';
    const cents = random.chance(0.06) ? random.whole(60_000_000, 99_999_999) : random.whole(100, 3_000_000);
    const day = `2023-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`;
    operations.push({ ...order, kind: 'commitment', cents, day: status === 'Projet' ? null : day, status });
    if (status !== 'Notifié') continue;
    for (let rest = cents, part = 0; part < random.whole(0, 2) && rest > 2; part += 1) {
      const paid = random.whole(1, Math.floor(rest / 2));
      rest -= paid;
      const on = random.chance(0.2) ? null : `${random.chance(0.8) ? 2023 : 2024}-12-${two(random.whole(1, 28))}`;
      operations.push({ ...order, kind: 'payment', cents: paid, day: on, status });
    }
  }
  return operations;
}

function pad(number: number): string {
  return String(number).padStart(6, '0');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** The bytes of a drawn workbook: the tables of its convention, and its ledger. */
export function bytesOf(workbook: DrawnWorkbook): Uint8Array {
  if (workbook.isBroken) return new TextEncoder().encode('no workbook');
  const rows = workbook.operations.map((operation) =>
    cellsOf(operation).map((value, column): PlannedCell => ({ value, style: STYLES[column] ?? 'text' })),
  );
  const headings = HEADINGS.map((value): PlannedCell => ({ value, style: 'heading' }));
  const area = { top: 0, left: 0, rows: rows.length + 1, columns: HEADINGS.length };
  const written = opened(emptyOf(workbook)).apply({
    purpose: 'initialise',
    expected: [],
    steps: [
      { kind: 'addSheet', sheet: 'Suivi' },
      { kind: 'setCells', sheet: 'Suivi', top: 0, left: 0, cells: [headings, ...rows] },
      { kind: 'addTable', sheet: 'Suivi', name: 'T_Suivi', area },
    ],
  });
  if (!written.ok) throw new Error(JSON.stringify(written.failure));
  return written.value;
}

function cellsOf({ kind, ej, envelope, supplierText, cents, day, status }: TrueOperation): CellValue[] {
  const date = day === null ? null : serialOfDate(isoDate(day), false);
  const isPayment = kind === 'payment';
  const amount = cents / 100;
  return [
    status === 'Projet' ? null : ej,
    supplierText,
    envelope,
    isPayment ? null : date,
    isPayment ? date : null,
    status,
    isPayment ? null : amount,
    isPayment ? amount : null,
  ];
}

const empties = new Map<string, Uint8Array>();

/** A workbook with the tables of the convention alone, made once. */
function emptyOf(workbook: DrawnWorkbook): Uint8Array {
  const known = empties.get(workbook.convention);
  if (known) return known;
  const file = opened(blankXlsx());
  const plan = planInitialise(file.read(), conventionOf(workbook));
  const made = plan.ok ? file.apply(plan.value) : plan;
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  empties.set(workbook.convention, made.value);
  return made.value;
}

function conventionOf({ convention: reference, programme, isAsked }: DrawnWorkbook): Convention {
  const kept = keptConvention('ministerialAxis2', 'functionalDomain');
  const answeredOn = isAsked ? null : isoDate('2023-03-02');
  return {
    ...kept,
    id: '',
    reference,
    envelopes: kept.envelopes.map((envelope) => ({ ...envelope, openingRap: Euros.zero<'CP'>() })),
    imputation: kept.imputation.map((rule) =>
      rule.field === 'functionalDomain' ? { ...rule, value: `${programme}-01-01` } : rule,
    ),
    requests: [{ index: 0, receivedOn: isoDate('2023-03-01'), subject: 'Prévision', answeredOn }],
  };
}
