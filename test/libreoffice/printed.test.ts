/**
 * The documents on paper, printed by LibreOffice as a French user sees them: as many pages as the product breaks them
 * into, so that none is cut or shrunk to two abreast; on each the title and the date; none without anything to read; no
 * amount that does not fit its column.
 */
import { buildSample } from '../../scripts/build-sample';
import { REGISTER_SHEETS } from '../../src/workbook/registers/register-sheets';
import { runOn } from '../support/cli-machine';
import { describeOnPaper, printed, type PaperPage } from '../support/readers/printed';
import { opened } from '../support/readers/xlsx-read';
import { partText } from '../support/readers/zip-parts';

/** The sheets of our registers. */
const REGISTERS = REGISTER_SHEETS.map(({ sheet }) => sheet);
/** Title and date; a page with nothing else is blank. */
const REPEATED = 2;

async function documents(command: string): Promise<Uint8Array> {
  const { files } = await runOn({ files: { 'suivi.xlsx': buildSample() } }, command);
  return files.get('copie.xlsx')!;
}

/** How many pages the product breaks each document into, by its sheet. */
function wanted(workbook: Uint8Array): ReadonlyMap<string, number> {
  const sheets = opened(workbook).read().sheets;
  return new Map(
    sheets.flatMap(({ name }, index) => {
      const xml = partText(workbook, `xl/worksheets/sheet${index + 1}.xml`) ?? '';
      return name.startsWith('Suivi') || [...REGISTERS, 'Synthèse', 'Journal'].includes(name)
        ? []
        : [[name, (xml.match(/<brk /g) ?? []).length + 1] as const];
    }),
  );
}

function bySheet(pages: readonly PaperPage[]): ReadonlyMap<string, readonly PaperPage[]> {
  const found = new Map<string, PaperPage[]>();
  for (const page of pages) found.set(page.sheet, [...(found.get(page.sheet) ?? []), page]);
  return found;
}

const AT_THE_END = 'report suivi.xlsx --output copie.xlsx --as-of 2023-12-31';
const COMMANDS = [
  [AT_THE_END, '31/12/2023'],
  ['report suivi.xlsx --output copie.xlsx --as-of 2023-06-30', '30/06/2023'],
  [`${AT_THE_END} --freeze`, '31/12/2023'],
  [`${AT_THE_END} --only insuffisance,suspension,non-consommes,fongibilite,avenant,resiliation`, '31/12/2023'],
] as const;
const SAMPLE = 'the sample';

interface Printed {
  readonly workbook: Uint8Array;
  readonly pages: ReadonlyMap<string, readonly PaperPage[]>;
}

describeOnPaper('on paper', () => {
  /** By the command that wrote them. */
  let onPaper: ReadonlyMap<string, Printed> = new Map();

  beforeAll(async () => {
    const written = COMMANDS.map(async ([command]) => [command, await documents(command)] as const);
    const workbooks = [...(await Promise.all(written)), [SAMPLE, buildSample()] as const];
    const pages = await printed(workbooks.map(([, workbook]) => workbook));
    onPaper = new Map(
      workbooks.map(([name, workbook], index) => [name, { workbook, pages: bySheet(pages[index] ?? []) }]),
    );
  });

  function printedBy(name: string): Printed {
    const found = onPaper.get(name);
    if (!found) throw new Error('it was not printed');
    return found;
  }

  test.each(COMMANDS)('%s', (command, date) => {
    const { workbook, pages } = printedBy(command);
    const expected = wanted(workbook);
    expect(expected.size).toBeGreaterThan(5);
    expect(new Map([...expected.keys()].map((sheet) => [sheet, pages.get(sheet)?.length]))).toEqual(expected);
    for (const sheet of expected.keys()) {
      const [first, ...others] = pages.get(sheet) ?? [];
      const title = first?.lines[0];
      expect(title).toMatch(/\S/);
      for (const page of [first!, ...others]) {
        const [top, situation] = page.lines;
        const isCopy = command.includes('--freeze');
        const isLetter = command.includes('--only insuffisance');
        expect([sheet, top, situation]).toEqual([
          sheet,
          title,
          isLetter
            ? expect.stringMatching(/^Paris, le/)
            : expect.stringMatching(`^Situation arrêtée au ${date}${isCopy ? ' Copie figée le ' : '$'}`),
        ]);
        expect(page.lines.length).toBeGreaterThan(REPEATED + 1);
        expect([sheet, page.lines.filter((line) => /#{3}|#N|#VALEUR|#REF/.test(line))]).toEqual([sheet, []]);
      }
    }
  });

  test('the registers take six pages, one for each sheet', () => {
    const { pages } = printedBy(SAMPLE);
    expect(REGISTERS.map((sheet) => [sheet, pages.get(sheet)?.length])).toEqual(REGISTERS.map((sheet) => [sheet, 1]));
    expect(REGISTERS.length).toBeLessThanOrEqual(6);
  });

  test('amounts and dates are written as in France, and the annex shows what the convention prints', () => {
    const [annex] = printedBy(AT_THE_END).pages.get('Annexe 1') ?? [];
    expect(annex?.lines).toEqual(
      expect.arrayContaining([
        'Annexe n°1 : Répartition budgétaire DGEFP « Place des entreprises » (2023) – PROJET',
        'Convention de délégation de gestion du 13 décembre 2022 (NOR : ECOI2236199X)',
        'Répartition par poste de dépenses Montant DGEFP Montant TOTAL',
        'Frais annexes 2 065,00 € 4 130,00 €',
        'TOTAL 500 000,00 € 1 000 000,00 €',
      ]),
    );
  });
});
