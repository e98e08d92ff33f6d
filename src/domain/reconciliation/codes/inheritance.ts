/**
 * Completes the codes of lines that lack some: an extract of payments has no centre financier and no axe ministériel;
 * they are taken from the poste of the EJ in another extract. Where the EJ is split on several codes, nothing is
 * inherited: a difference is never presumed.
 */
import { plainLine } from '../amounts';
import type { CodeReader, Codes } from './comparable-codes';
import type { ChorusExtract, ChorusLine } from '../extract';

/** An AE line of an EJ. */
interface Source {
  readonly ejLine: string;
  readonly codes: Codes;
  readonly cents: number;
}

/** Gives each line its own codes, completed by those of its EJ. */
export class Inheritance {
  private readonly sources = new Map<string, Source[]>();
  private readonly remembered = new Map<string, Codes | null>();

  constructor(
    extracts: readonly ChorusExtract[],
    private readonly codes: CodeReader,
  ) {
    const isNeeded = extracts.some(
      ({ lines, lacks }) => (lacks.includes('imputation') || lacks.includes('envelope')) && lines.some(isOfCp),
    );
    if (!isNeeded) return;
    for (const { lines } of extracts) {
      for (const line of lines) {
        if (line.nature !== 'AE' || line.movement === 'reduction' || line.ej === '') continue;
        const source = { ejLine: plainLine(line.ejLine), codes: codes.codesOf(line.imputation), cents: line.cents };
        const known = this.sources.get(line.ej);
        if (known) known.push(source);
        else this.sources.set(line.ej, [source]);
      }
    }
  }

  /** The codes of a line. */
  codesOf(line: ChorusLine): Codes {
    const own = this.codes.codesOf(line.imputation);
    if (this.sources.size === 0 || line.nature === 'AE' || line.ej === '' || !own.values.includes(null)) return own;
    const ejLine = plainLine(line.ejLine);
    const key = `${line.ej} ${ejLine}`;
    let inherited = this.remembered.get(key);
    if (inherited === undefined) this.remembered.set(key, (inherited = this.inherit(line.ej, ejLine)));
    return inherited === null ? own : this.codes.complete(own, inherited);
  }

  private inherit(ej: string, ejLine: string): Codes | null {
    const all = this.sources.get(ej);
    if (!all) return null;
    const samePoste = all.filter((source) => source.ejLine === ejLine && ejLine !== '');
    const nets = new Map<Codes, number>();
    for (const { codes, cents } of samePoste.length > 0 ? samePoste : all)
      nets.set(codes, (nets.get(codes) ?? 0) + cents);
    const standing = [...nets].filter(([, cents]) => cents !== 0).map(([codes]) => codes);
    return standing.length === 0 ? null : this.codes.common(standing);
  }
}

function isOfCp({ nature }: ChorusLine): boolean {
  return nature === 'CP';
}
