/**
 * A file whose charts lost their names in another program, as openpyxl does: the charts of a document are known by
 * their title and their series, and no second one is drawn over them.
 */
import { unzipSync } from 'fflate';
import { buildSample } from '../../../../scripts/build-sample';
import { contentAt, cellOfContent } from '../../../../src/workbook/contents';
import { findTable } from '../../../../src/workbook/snapshot';
import { runOn } from '../../../support/cli-machine';
import { zipOf } from '../../../support/readers/xlsx-package';
import { opened, sheetNamed, written } from '../../../support/readers/xlsx-read';
import { partNames, partText } from '../../../support/readers/zip-parts';

async function reported(bytes: Uint8Array, only: string): Promise<{ readonly copy: Uint8Array; readonly out: string }> {
  const { files, out, error } = await runOn(
    { files: { 'suivi.xlsx': bytes } },
    `report suivi.xlsx --only ${only} --output copie.xlsx`,
  );
  const copy = files.get('copie.xlsx');
  if (!copy) throw new Error(error);
  return { copy, out: out.replaceAll('\u00a0', ' ') };
}

const first = reported(buildSample(), 'bilan,etat').then(({ copy }) => copy);
const drawingsOf = (bytes: Uint8Array): readonly string[] =>
  partNames(bytes).filter((path) => /^xl\/drawings\/drawing\d+\.xml$/.test(path));

/** The file with the drawings edited. */
function drawn(bytes: Uint8Array, edit: (text: string) => string): Uint8Array {
  const parts: Record<string, string | Uint8Array> = unzipSync(bytes);
  for (const path of drawingsOf(bytes)) parts[path] = edit(partText(bytes, path)!);
  return zipOf(parts);
}

/** « Chart 1 », « Chart 2 »…, without alternative text. */
function withoutNames(bytes: Uint8Array): Uint8Array {
  return drawn(bytes, (text) => {
    let rank = 0;
    return text.replace(/ name="ENV_Graphique_[^"]*" descr="[^"]*"/g, () => ` name="Chart ${(rank += 1)}"`);
  });
}

/** The name, the alternative text and the rows of each chart. */
function chartsIn(bytes: Uint8Array): readonly string[] {
  const anchors = drawingsOf(bytes).flatMap((path) =>
    partText(bytes, path)!
      .split(/(?=<xdr:twoCellAnchor)/)
      .slice(1),
  );
  return anchors.map((anchor) => {
    const properties = /<xdr:cNvPr[^>]*>/.exec(anchor)![0];
    const [name, text] = ['name', 'descr'].map((one) => new RegExp(` ${one}="([^"]*)"`).exec(properties)?.[1]);
    const rows = [...anchor.matchAll(/<xdr:row>(\d+)/g)].map(([, row]) => row);
    return [name, text, ...rows].join(' | ');
  });
}

/** The workbook with its first two envelopes in the other order: the blocks of the État change places. */
function withEnvelopesSwapped(bytes: Uint8Array): Uint8Array {
  const snapshot = opened(bytes).read();
  const { sheet, area } = findTable(snapshot, 'ENV_Enveloppes')!;
  const row = (top: number) =>
    Array.from({ length: area.columns }, (_, column) =>
      cellOfContent(contentAt(sheetNamed(snapshot, sheet), top, area.left + column)),
    );
  const cells = [row(area.top + 2), row(area.top + 1)];
  return written(bytes, { kind: 'setCells', sheet, top: area.top + 1, left: area.left, cells });
}

test('they take their names and their alternative texts again, and none is added', async () => {
  const start = await first;
  const { copy } = await reported(withoutNames(start), 'bilan,etat');
  expect(chartsIn(start)).toHaveLength(8);
  expect([...chartsIn(copy)].sort()).toEqual([...chartsIn(start)].sort());
});

test('they draw the rows of their envelope where these have another place, without an advice', async () => {
  const start = await first;
  const named = await reported(withEnvelopesSwapped(start), 'bilan,etat');
  const unnamed = await reported(withEnvelopesSwapped(withoutNames(start)), 'bilan,etat');
  const references = (bytes: Uint8Array): readonly string[] =>
    partNames(bytes)
      .filter((path) => path.startsWith('xl/charts/chart'))
      .map((path) => [...partText(bytes, path)!.matchAll(/<c:f>([^<]*)/g)].map(([, one]) => one).join(' '));
  expect(references(named.copy)).not.toEqual(references(start));
  expect(references(unnamed.copy)).toEqual(references(named.copy));
  expect(unnamed.out).not.toContain('Un graphique');
});

test('those of a document that is not generated are announced, as the charts of the team are', async () => {
  const { out } = await reported(withEnvelopesSwapped(withoutNames(await first)), 'etat');
  expect(out).toContain('Un graphique de la feuille « Bilan financier 2023 » utilise');
});

test('a chart of the team with the title of one of ours is left, where ours has its name', async () => {
  const start = await first;
  const copied = drawn(start, (text) =>
    text.replace(/(<xdr:twoCellAnchor.*?<\/xdr:twoCellAnchor>)/, (anchor) => {
      return anchor + anchor.replace(/id="\d+" name="[^"]*"/, 'id="99" name="Mon graphique"');
    }),
  );
  const { copy } = await reported(copied, 'bilan,etat');
  expect(chartsIn(copy)).toEqual(chartsIn(copied));
});

test('a chart of the team with another title is left, beside ours that are drawn again', async () => {
  const start = withoutNames(await first);
  const parts: Record<string, string | Uint8Array> = unzipSync(start);
  parts['xl/charts/chart1.xml'] = partText(start, 'xl/charts/chart1.xml')!.replaceAll(
    /(<a:t>)[^<]*/g,
    '$1Mes dépenses',
  );
  const { copy } = await reported(zipOf(parts), 'bilan,etat');
  expect(chartsIn(copy).filter((chart) => chart.startsWith('Chart '))).toHaveLength(1);
  expect(chartsIn(copy)).toHaveLength(9);
});
