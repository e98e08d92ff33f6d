/** The conventions that the layouts are drawn under: kept well, so that only the reading of the ledger is in question. */
import type { Convention } from '../../../src/domain/envelopes/convention';
import { soundConvention } from '../worlds/conventions';
import type { Draw } from './draw';
import type { DrawnEnvelope } from './truth';

export interface DrawnConvention {
  readonly convention: Convention;
  readonly year: number;
  /** Names under which the team knows it. */
  readonly title: string;
  readonly envelopes: readonly DrawnEnvelope[];
  /** Codes of a row, by the field of its column. */
  readonly codes: Readonly<Record<string, string>>;
  /** The last day of the credits, and one in the middle of the year. */
  readonly dates: readonly string[];
}

const CODES_2023 = {
  'code:functionalDomain': '0103-01-01',
  'code:financialCentre': '0103-CEFP-C002',
  'code:activity': '010300000104',
  'code:costCentre': 'EMPEF00075',
};

/** The 2023 convention mostly; one of four envelopes, or of one. */
export function drawConvention(draw: Draw): DrawnConvention {
  const id = draw.among('convention', [
    ['dgefp-dge-2023', 8],
    ['mildeca-dga-2023', 1],
    ['sga-defense-insee-2010', 1],
  ]);
  const hasCodes = id === 'dgefp-dge-2023' && draw.has('imputation codes in columns', 0.25);
  const sound = soundConvention(id, 1);
  const ruled = new Set(hasCodes ? Object.keys(CODES_2023).map((field) => field.slice('code:'.length)) : []);
  // The team writes the names of the envelopes, whatever the codes that distinguish them.
  const areCoded = id === 'mildeca-dga-2023' && draw.has('envelopes that codes distinguish', 0.5);
  const imputation = sound.imputation.filter(
    ({ field, envelope }) => field === 'ministerialAxis2' || ruled.has(field) || (areCoded && envelope !== null),
  );
  const envelopes = sound.envelopes.flatMap(({ code, label, aliases, ceilings, lines }): DrawnEnvelope[] => {
    if (!ceilings.AE || !ceilings.CP || lines.length === 0) return [];
    const cents = Math.min(ceilings.AE.amount.cents, ceilings.CP.amount.cents);
    return [{ code, label, aliases, cents, lines }];
  });
  return {
    convention: { ...sound, imputation },
    year: sound.creditYear,
    title:
      id === 'dgefp-dge-2023' ? 'convention DGEFP/DGE' : id.startsWith('mildeca') ? 'MILDECA – DGA' : 'SGA – INSEE',
    envelopes,
    codes: hasCodes ? CODES_2023 : {},
    dates: [`${sound.creditYear}-12-31`, `${sound.creditYear}-06-30`],
  };
}
