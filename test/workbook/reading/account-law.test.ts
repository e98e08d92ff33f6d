/**
 * The law of the account: the amounts of a workbook are those of its entries, each in exactly one. Every amount drawn
 * is another power of three, in cents, so that one counted twice or left out shows in the sum.
 */
import fc from 'fast-check';
import { openDossier, readingOf } from '../../../src/application/open-dossier';
import type { CellValue } from '../../../src/workbook/cells';
import type { ReadingEntry, ReadingRole } from '../../../src/workbook/reading/account';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { convention2023 } from '../../support/conventions';
import { workbookOf, type SheetGiven } from '../../support/ledgers/workbook-of';

const DAY = 45_000;
const SMALLEST = 3 ** 8;

/** Gives amounts, and keeps their sum. */
class Amounts {
  private next = SMALLEST;
  total = 0;

  euros(): number {
    const cents = this.next;
    this.next *= 3;
    this.total += cents;
    return cents / 100;
  }
}

interface Drawn {
  readonly counted: number;
  readonly cancelled: number;
  readonly below: number;
  readonly hasTotal: boolean;
  readonly otherColumn: 'none' | 'Montant HT' | 'Paiement 2' | 'Indemnités';
  readonly otherSheet: 'none' | 'list' | 'prices' | 'copy' | 'series';
  readonly isHidden: boolean;
  readonly isAside: boolean;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  counted: fc.integer({ min: 2, max: 5 }),
  cancelled: fc.integer({ min: 0, max: 1 }),
  below: fc.integer({ min: 0, max: 2 }),
  hasTotal: fc.boolean(),
  otherColumn: fc.constantFrom('none', 'Montant HT', 'Paiement 2', 'Indemnités'),
  otherSheet: fc.constantFrom('none', 'list', 'prices', 'copy', 'series'),
  isHidden: fc.boolean(),
  isAside: fc.boolean(),
});

interface Made {
  readonly workbook: WorkbookSnapshot;
  readonly total: number;
  readonly countedAe: number;
}

function make(given: Drawn): Made {
  const amounts = new Amounts();
  const extra = given.otherColumn === 'none' ? [] : [given.otherColumn];
  const headings = ['N° EJ', 'Objet', 'Axe ministériel 2', 'État', "Date d'engagement", 'Montant AE', ...extra];
  const ej = (index: number): string => `14055123${String(index).padStart(2, '0')}`;
  const row = (index: number, status: string): CellValue[] => [
    ej(index),
    `Marché ${index}`,
    'PDE',
    status,
    DAY + index,
    amounts.euros(),
    ...extra.map(() => amounts.euros()),
  ];
  const counted = Array.from({ length: given.counted }, (_, index) => row(index, 'Notifié'));
  const below = Array.from({ length: given.below }, (_, index) => row(20 + index, 'Notifié'));
  const cancelled = Array.from({ length: given.cancelled }, (_, index) => row(40 + index, 'Annulé'));
  const total = given.hasTotal ? [['Total', null, null, null, null, amounts.euros(), ...extra.map(() => null)]] : [];
  const inTable = [headings, ...counted, ...cancelled, ...total];
  const ledger: SheetGiven = {
    name: 'Suivi',
    rows: [...inTable, ...below],
    tables: { T_Suivi: `A1:${extra.length > 0 ? 'G' : 'F'}${inTable.length}` },
  };
  const other = otherSheet(given, amounts, counted);
  const aside: SheetGiven = {
    name: 'Convention',
    rows: [
      ['Feuille', 'Plage', 'Décision', 'Motif', 'Le', 'Par'],
      ['Autre', null, 'mis de côté', 'Déjà compté', null, 'Zoé'],
    ],
    tables: { ENV_Lecture: 'A1:F2' },
  };
  const sheets = [ledger, ...(other ? [other] : []), ...(given.isAside ? [aside] : [])];
  const ae = [...counted, ...below].reduce((sum, cells) => sum + Math.round(Number(cells[5]) * 100), 0);
  return { workbook: workbookOf(...sheets), total: amounts.total, countedAe: ae };
}

function otherSheet(
  { otherSheet: kind, isHidden }: Drawn,
  amounts: Amounts,
  counted: readonly CellValue[][],
): SheetGiven | null {
  const rows = (): readonly (readonly CellValue[])[] => {
    switch (kind) {
      case 'list':
        return [
          ['EJ', 'Titulaire', 'Somme retenue'],
          ['1405519901', 'Hermine', amounts.euros()],
          ['1405519902', 'Ondine', amounts.euros()],
        ];
      case 'prices':
        return [
          ['Prestation', 'Montant TTC'],
          ['Jour de conseil', amounts.euros()],
          ['Jour de formation', amounts.euros()],
        ];
      case 'copy':
        return [
          ['N° EJ', 'Objet', 'Axe ministériel 2', "Date d'engagement", 'Montant AE'],
          ...counted.map((cells) => [cells[0] ?? null, cells[1] ?? null, 'PDE', cells[4] ?? null, amounts.euros()]),
        ];
      case 'series':
        return [
          ['Mois', 'Engagé'],
          [44_927, amounts.euros()],
          [44_958, amounts.euros()],
        ];
      case 'none':
        return [];
    }
  };
  const cells = rows();
  return cells.length === 0 ? null : { name: 'Autre', rows: cells, ...(isHidden && { hidden: true }) };
}

const sumOf = (entries: readonly ReadingEntry[], ...roles: readonly ReadingRole[]): number =>
  entries
    .filter(({ role }) => roles.length === 0 || roles.includes(role))
    .reduce((sum, { sums }) => sum + sums.ae + sums.cp + sums.other, 0);

test('each amount of a workbook is in exactly one entry, and the ledger has the rows that are counted', () => {
  fc.assert(
    fc.property(drawn, (given) => {
      const { workbook, total, countedAe } = make(given);
      const dossier = openDossier(workbook, { convention: convention2023() });
      if (!dossier.ok) {
        expect(dossier.failure.code).toBe('severalLedgers');
        return;
      }
      const { account, ledger } = dossier.value;
      expect(sumOf(account)).toBe(total);
      const read = ledger.rows.reduce((sum, { ae }) => sum + (ae.kind === 'amount' ? ae.cents : 0), 0);
      const counted = account.filter(({ role }) => role === 'ledger').reduce((sum, { sums }) => sum + sums.ae, 0);
      expect(counted).toBe(read);
      if (given.otherSheet === 'prices' || given.otherSheet === 'series') expect(counted).toBe(countedAe);
    }),
    { seed: 20_230_914, numRuns: 100 },
  );
});

test('so it is without a ledger: nothing is read, everything is accounted for', () => {
  fc.assert(
    fc.property(drawn, (given) => {
      const { workbook, total } = make(given);
      const account = readingOf(workbook, convention2023());
      expect(account.ok && sumOf(account.value)).toBe(total);
      expect(account.ok && sumOf(account.value, 'ledger')).toBe(0);
    }),
    { seed: 20_230_915, numRuns: 100 },
  );
});

test('a sheet set aside is in no finding', () => {
  fc.assert(
    fc.property(drawn, (given) => {
      const { workbook } = make({ ...given, isAside: true });
      const dossier = openDossier(workbook, { convention: convention2023() });
      const unread = dossier.ok ? (dossier.value.ledger.reading?.unread ?? []) : [];
      expect(unread.filter(({ sheet }) => sheet === 'Autre')).toEqual([]);
    }),
    { seed: 20_230_916, numRuns: 100 },
  );
});
