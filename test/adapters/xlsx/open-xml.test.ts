/**
 * Microsoft's validator finds no new fault in anything that the product writes, in its own workbooks and in those of
 * other programs.
 */
import { buildSample } from '../../../scripts/build-sample';
import { blankXlsx } from '../../../src/adapters/xlsx/write/blank';
import { KNOWN_CONVENTIONS } from '../../../src/conventions/index';
import { rowOf, withAttached, withLine } from '../../support/attached-rows';
import { runOn } from '../../support/cli-machine';
import { HEADINGS, ledgerRow, MARCH_31 } from '../../support/ledgers/ledger-file';
import { describeWithOpenXml, openXmlFaults } from '../../support/readers/open-xml';
import { makeXlsx, type MadeWorkbook } from '../../support/readers/xlsx-package';

const NOTICES = 'insuffisance,suspension,non-consommes,fongibilite,avenant,resiliation';
/** The files that a command writes for a workbook. */
async function writtenBy(bytes: Uint8Array, command: string): Promise<Uint8Array> {
  const { files, error } = await runOn({ files: { 'suivi.xlsx': bytes } }, `${command} --output copie.xlsx`);
  const copy = files.get('copie.xlsx');
  if (!copy) throw new Error(error);
  return copy;
}

const report = (bytes: Uint8Array, options = ''): Promise<Uint8Array> =>
  writtenBy(bytes, `report suivi.xlsx${options}`);

/** The ledger as another program writes it: inline texts, plain numbers. */
function foreign(changes: Partial<MadeWorkbook> = {}): MadeWorkbook {
  const rows = [
    [...HEADINGS],
    ledgerRow({ 'Montant AE': 1_000 }),
    ledgerRow({ 'Date de paiement': MARCH_31, 'Montant CP': 10 }),
  ];
  const cell = (value: unknown): string =>
    value === null
      ? '<c/>'
      : typeof value === 'number'
        ? `<c><v>${value}</v></c>`
        : `<c t="inlineStr"><is><t>${String(value)}</t></is></c>`;
  return {
    sheets: [{ name: 'Suivi', rows: rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('') }],
    ...changes,
  };
}

describeWithOpenXml('the Open XML validator', () => {
  test('detects a fault', async () => {
    expect(
      await openXmlFaults(makeXlsx({ sheets: [{ name: 'Un', rows: '<row r="1"><c r="A1" t="what"/></row>' }] })),
    ).toHaveLength(1);
  });

  test.each([
    ['an empty workbook', () => Promise.resolve(blankXlsx())],
    ['the sample', () => Promise.resolve(buildSample())],
    ['every document of the sample', () => report(buildSample())],
    [
      'the same at another date, over the former',
      async () => report(await report(buildSample()), ' --as-of 2023-06-30'),
    ],
    ['the six notices', () => report(buildSample(), ` --only ${NOTICES}`)],
    [
      'a document that has one more line, with notes and rules that followed their row',
      async () => {
        const first = await report(buildSample());
        return report(withLine(withAttached(first, rowOf(first, 'Total PDE')), 'Frais de mission'));
      },
    ],
    ['frozen copies beside the documents', async () => report(await report(buildSample()), ' --freeze')],
  ])('finds no fault in %s', async (_, make) => {
    expect(await openXmlFaults(await make())).toEqual([]);
  });

  test.each(KNOWN_CONVENTIONS)('finds no fault in a new workbook of %s, nor of its documents', async (id) => {
    const made = (await runOn({ files: {} }, `init --convention ${id} --output suivi.xlsx`)).files.get('suivi.xlsx')!;
    expect(await openXmlFaults(made)).toEqual([]);
    expect(await openXmlFaults(await report(made))).toEqual([]);
  });

  test.each([
    ['whose parts are declared by name alone', makeXlsx(foreign({ declaredByName: true }))],
    ['whose elements have a prefix', makeXlsx(foreign({ prefix: 'x:' }))],
    ['of the strict dialect', makeXlsx(foreign({ strict: true }))],
    ['whose relations are absolute', makeXlsx(foreign({ absoluteTargets: true }))],
    ['without styles', makeXlsx(foreign({ styles: null }))],
  ])('finds no new fault in a workbook %s', async (_, bytes) => {
    const copy = await report(bytes, ' --convention dgefp-dge-2023');
    const after = await openXmlFaults(copy);
    const before = after.length === 0 ? [] : await openXmlFaults(bytes);
    expect(after.filter((fault) => !before.includes(fault))).toEqual([]);
    expect(await openXmlFaults(await report(copy, ' --convention dgefp-dge-2023 --freeze'))).toEqual(after);
  });
});
