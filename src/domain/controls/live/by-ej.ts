/**
 * The follower of a rule that compares the rows of one EJ with each other: an edit concerns the EJ of the row alone.
 */
import type { Finding } from '../findings/finding';
import type { Edit, Follower, Put } from './follower';

/**
 * `suspects` are the EJ that may have findings at the beginning; `findingsOf` says those of any EJ, each on a row of
 * it.
 */
export function followByEj(suspects: () => Iterable<string>, findingsOf: (ej: string) => readonly Finding[]): Follower {
  const found = new Map<string, ReadonlySet<number>>();
  const lookAgain = (ej: string, put: Put): void => {
    const byRow = new Map<number, Finding[]>();
    for (const finding of findingsOf(ej)) {
      if (finding.place.kind === 'row')
        byRow.set(finding.place.row, [...(byRow.get(finding.place.row) ?? []), finding]);
    }
    for (const row of found.get(ej) ?? []) if (!byRow.has(row)) put(row, 0, []);
    for (const [row, findings] of byRow) put(row, 0, findings);
    if (byRow.size > 0) found.set(ej, new Set(byRow.keys()));
    else found.delete(ej);
  };
  return {
    begin(put) {
      for (const ej of suspects()) lookAgain(ej, put);
    },
    follow(edit, put) {
      for (const ej of ejsOf(edit)) lookAgain(ej, put);
    },
  };
}

function ejsOf({ before, after }: Edit): ReadonlySet<string> {
  return new Set([before, after].flatMap((row) => (row?.ej.kind === 'ej' ? [row.ej.number] : [])));
}
