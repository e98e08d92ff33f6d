/**
 * A workbook as a French user prints it: LibreOffice makes a PDF of it with a French profile, and each page is read
 * back as text.
 */
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isInstalled, LONGEST_CALL } from './python';

/** One sheet of paper. */
export interface PaperPage {
  /** Its lines of text, spaces ordinary and single, without those of the foot. */
  readonly lines: readonly string[];
  /** The sheet of the workbook, as the footer names it; empty without a footer. */
  readonly sheet: string;
}

const FOOT = /^(.*?)\s*Page \d+ \/ \d+$/;
const FRENCH_PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>fr-FR</value></prop></item>
</oor:items>
`;

const run = promisify(execFile);

/** Every page of each workbook, in order. One LibreOffice prints them all. */
export async function printed(workbooks: readonly Uint8Array[]): Promise<readonly (readonly PaperPage[])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'enveloppe-printed-'));
  try {
    const profile = join(folder, 'profile', 'user');
    mkdirSync(profile, { recursive: true });
    writeFileSync(join(profile, 'registrymodifications.xcu'), FRENCH_PROFILE);
    const files = workbooks.map((bytes, index) => {
      const file = join(folder, `${index}.xlsx`);
      writeFileSync(file, bytes);
      return file;
    });
    const options = [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...files,
    ];
    await run('soffice', options, { timeout: LONGEST_CALL });
    return await Promise.all(files.map((file) => pagesOf(file.replace(/xlsx$/, 'pdf'))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pagesOf(pdf: string): Promise<readonly PaperPage[]> {
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'], { timeout: LONGEST_CALL, maxBuffer: 1 << 26 });
  return stdout.split('\f').slice(0, -1).map(pageOf);
}

function pageOf(text: string): PaperPage {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0\u202f]+/g, ' ').trim())
    .filter((line) => line !== '');
  const foot = FOOT.exec(lines.at(-1) ?? '');
  return foot ? { lines: lines.slice(0, -1), sheet: foot[1] ?? '' } : { lines, sheet: '' };
}

/** `describe`, or a skipped one that names the missing packages. */
export function describeOnPaper(name: string, body: () => void): void {
  const hasPoppler = spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).status === 0;
  if (isInstalled('soffice') && hasPoppler) describe(name, body);
  else describe.skip(`${name} (skipped: LibreOffice and poppler-utils are not installed)`, body);
}
