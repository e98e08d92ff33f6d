/** The command line itself: what it understands, and one sentence for what it does not. */
import { runOn } from '../support/cli-machine';

describe('help', () => {
  test('in French, and in English when asked', async () => {
    const french = await runOn({ files: {} }, '--help');
    expect([french.code, french.error]).toEqual([0, '']);
    expect(french.out).toContain('Code de retour');
    for (const command of ['--help --lang en', 'check --lang=en -h']) {
      expect((await runOn({ files: {} }, command)).out).toContain('Exit code');
    }
  });
});

describe('what is not understood gives 2 and one sentence', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['no command', '', /aucune commande/],
    ['another command', 'verifie a.xlsx', /la commande « verifie » n’existe pas/],
    ['no workbook', 'check', /aucun classeur n’est nommé/],
    ['an option of another command', 'check a.xlsx --output b.xlsx', /l’option --output n’existe pas pour check/],
    ['an option without its value', 'check a.xlsx --as-of', /l’option --as-of attend une valeur/],
    ['a day that does not exist', 'check a.xlsx --as-of 2023-02-30', /« 2023-02-30 » n’est pas une date/],
    ['another format', 'check a.xlsx --format xml', /« xml » n’est pas une valeur de --format \(text, json\)/],
    ['two workbooks for one copy', 'report a.xlsx b.xlsx --output c.xlsx', /un seul classeur/],
    ['no copy', 'report a.xlsx', /report attend --output/],
    ['another language', 'check a.xlsx --lang de', /« de » n’est pas une valeur de --lang/],
  ];
  test.each(cases)('%s', async (_, command, sentence) => {
    const { code, out, error } = await runOn(
      { files: {} },
      command.split(' ').filter((word) => word !== ''),
    );
    expect([code, out, error.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(error.replaceAll('\u00a0', ' ')).toMatch(sentence);
  });

  test('what follows -- is a file, whatever it looks like', async () => {
    const { error } = await runOn({ files: {} }, ['check', '--', '--format']);
    expect(error.replaceAll('\u00a0', ' ')).toMatch(/^Le fichier « --format » n’existe pas/);
  });
});
