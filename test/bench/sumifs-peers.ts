/**
 * Two spreadsheets on the same rows, with the SUMIFS that a team would write to follow its envelopes: AE and CP by axe
 * 2 and poste. They ignore dates, ceilings, codes and EJ. HyperFormula computes in this process; LibreOffice in its
 * own, when it is installed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HyperFormula } from 'hyperformula';
import { isLibreOfficeInstalled, recalculate } from '../support/readers/libreoffice';
import { ledgerFor } from './ledgers';

type Print = (what: string, ...figures: readonly string[]) => void;
type Row = readonly [axis: string, poste: string, ae: number, cp: number];

const GROUPS = [
  ['PDE', 'Prestations'],
  ['PDE', 'Frais annexes'],
  ['Signaux Faibles', 'Prestations'],
  ['Signaux Faibles', 'Audit de sécurité'],
] as const;

/** Prints what each takes to compute everything, then one edited cell. */
export async function benchPeers(size: number, print: Print): Promise<void> {
  const rows = ledgerFor(size, 0).rows.map(({ imputation: { ministerialAxis2: axis }, budgetLine, ae, cp }): Row => {
    return [
      axis.kind === 'code' ? axis.raw : '',
      budgetLine,
      ae.kind === 'amount' ? ae.cents / 100 : 0,
      cp.kind === 'amount' ? cp.cents / 100 : 0,
    ];
  });
  print(`${size.toLocaleString('en')} rows, SUMIFS`, 'load ms', 'compute ms', 'an edit ms');
  benchHyperFormula(rows, print);
  await benchLibreOffice(rows, print);
}

function sumifs(size: number): readonly string[] {
  return GROUPS.flatMap(([axis, poste]) =>
    ['C', 'D'].map((column) => `SUMIFS(${column}1:${column}${size},A1:A${size},"${axis}",B1:B${size},"${poste}")`),
  );
}

function benchHyperFormula(rows: readonly Row[], print: Print): void {
  const start = performance.now();
  const engine = HyperFormula.buildFromArray(
    rows.map((row) => [...row]),
    { licenseKey: 'gpl-v3', maxRows: rows.length + 1 },
  );
  const loaded = performance.now();
  engine.setCellContents(
    { sheet: 0, row: 0, col: 5 },
    sumifs(rows.length).map((formula) => [`=${formula}`]),
  );
  const computed = performance.now();
  engine.setCellContents({ sheet: 0, row: rows.length >> 1, col: 3 }, 1);
  const edited = performance.now();
  if (typeof engine.getCellValue({ sheet: 0, row: 0, col: 5 }) !== 'number')
    throw new Error('HyperFormula found no sum');
  engine.destroy();
  print('  HyperFormula', (loaded - start).toFixed(0), (computed - loaded).toFixed(0), (edited - computed).toFixed(1));
}

async function benchLibreOffice(rows: readonly Row[], print: Print): Promise<void> {
  if (!isLibreOfficeInstalled()) return print('  LibreOffice: skipped, it is not installed (nor python3-uno)');
  const folder = mkdtempSync(join(tmpdir(), 'enveloppe-bench-'));
  try {
    const file = join(folder, 'suivi.fods');
    writeFileSync(file, flatSheet(rows));
    const { loadMs, calculateMs, sheets } = await recalculate(file);
    const sums = sheets?.[0]?.values.map((row) => row[5]) ?? [];
    if (!sums.some((sum) => typeof sum === 'number' && sum > 0)) throw new Error('LibreOffice found no sum');
    print('  LibreOffice', String(loadMs), String(calculateMs), '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A flat OpenDocument spreadsheet; the sums are beside the first rows. */
function flatSheet(rows: readonly Row[]): string {
  const formulas = sumifs(rows.length).map((formula) =>
    formula
      .replaceAll(',', ';')
      .replaceAll(/([A-D]1):([A-D]\d+)/g, '[.$1:.$2]')
      .replaceAll('"', '&quot;'),
  );
  const text = (value: string): string =>
    `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
  const number = (value: number): string => `<table:table-cell office:value-type="float" office:value="${value}"/>`;
  const lines = rows.map(([axis, poste, ae, cp], index) => {
    const formula = formulas[index];
    const sum = formula === undefined ? '' : `<table:table-cell/><table:table-cell table:formula="of:=${formula}"/>`;
    return `<table:table-row>${text(axis)}${text(poste)}${number(ae)}${number(cp)}${sum}</table:table-row>`;
  });
  const names = ['office', 'table', 'text']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ');
  const formulaName = 'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"';
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${names} ${formulaName} office:version="1.2"
    office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="Suivi">${lines.join('')}
    </table:table></office:spreadsheet></office:body></office:document>`;
}
