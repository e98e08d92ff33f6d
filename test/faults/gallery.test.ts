/** The gallery: its page is up to date, and each of its workbooks breaks its own rule and no other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runOn } from '../support/cli-machine';
import { exhibitOf, filesOf, GALLERY_RULES } from '../support/worlds/gallery';
import { galleryPage } from '../support/worlds/gallery-page';

interface Printed {
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly sheet: string | null;
    readonly cell: string | null;
  }[];
}

test('docs/gallery.md is up to date: npm run gallery writes it again', () => {
  expect(readFileSync(join(__dirname, '../../docs/gallery.md'), 'utf8')).toBe(galleryPage());
});

test.each(GALLERY_RULES)(
  '%s: the workbook, opened by the command line, gives its own finding alone, at its cell',
  async (rule) => {
    const exhibit = exhibitOf(rule);
    const files = filesOf(exhibit);
    const [workbook = '', ...extracts] = files.keys();
    const chorus = extracts.flatMap((name) => ['--chorus', name]);
    const isReconciled = extracts.length > 0;
    const command = [
      ...(isReconciled ? ['reconcile', workbook, ...chorus] : ['check', workbook]),
      '--format',
      'json',
      '--as-of',
      '2023-12-31',
    ];
    const { out, error } = await runOn({ files: Object.fromEntries(files) }, command);
    expect(error).toBe('');
    // The rows that cross a ceiling have no poste, so that they cross none of a poste: LEC-06 reports it.
    const findings = (JSON.parse(out) as Printed).findings.filter((one) => rule === 'LEC-06' || one.rule !== 'LEC-06');
    if (isReconciled) expect(findings.map((finding) => finding.rule)).toEqual(exhibit.expected.map(() => rule));
    else
      expect(findings.map((one) => `${one.rule} ${one.severity} ${one.sheet}!${one.cell}`)).toEqual(exhibit.expected);
    // PLA-03 alone is crossed by an envelope without amounts of its own, which ANX-02 reports.
    const isOwn = (told: string): boolean =>
      told.startsWith(`${rule} `) || (rule === 'PLA-03' && /^ANX-02 /.test(told));
    expect(exhibit.expected.every(isOwn)).toBe(true);
  },
);
