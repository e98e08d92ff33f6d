/** The amounts of a row → what each moves: AE committed, carried over, CP certified, invoiced or paid. */
import type { Nature } from '../domain/money/nature';
import type { ChorusMovement } from '../domain/reconciliation/extract';
import { type AmountField } from './extract-columns';
import { isStage, type Stage } from './extract-layout';
import { committed } from './movement-types';

/** An amount of a row, before its codes are read. */
export interface Weight {
  readonly movement: ChorusMovement;
  readonly nature: Nature;
  readonly cents: number;
}

const MOVES: Readonly<Record<Exclude<Stage, 'engaged' | 'engagedOfYear'>, Omit<Weight, 'cents'>>> = {
  carriedOver: { movement: 'carryOver', nature: 'AE' },
  certified: { movement: 'certified', nature: 'CP' },
  preRecorded: { movement: 'invoiced', nature: 'CP' },
  invoiced: { movement: 'invoiced', nature: 'CP' },
  paid: { movement: 'payment', nature: 'CP' },
};

/** Of a row with a column for each stage. */
export function weightsOfStages(read: ReadonlyMap<Stage, number>): readonly Weight[] {
  const carriedOver = read.get('carriedOver') ?? 0;
  return [...read].map(([stage, cents]) => {
    if (stage === 'engagedOfYear') return engaged(cents);
    if (stage === 'engaged') return engaged(read.has('engagedOfYear') ? 0 : cents - carriedOver);
    return { ...MOVES[stage], cents };
  });
}

/** Of a row that names its measure. */
export function weightsOfMeasure(measure: AmountField | null, cents: number): readonly Weight[] | 'movementUnknown' {
  if (measure === 'received') return [];
  if (!isStage(measure)) return 'movementUnknown';
  // A row of bascule is inside the « Montant engagé » of another row: it is taken out of it here.
  return [
    ...(measure === 'carriedOver' ? [engaged(-cents)] : []),
    measure === 'engaged' || measure === 'engagedOfYear' ? engaged(cents) : { ...MOVES[measure], cents },
  ];
}

function engaged(cents: number): Weight {
  return { ...(committed('commitment', cents) as Omit<Weight, 'cents'>), cents };
}
