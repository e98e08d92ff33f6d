/** The arguments of the command line: accepted ones, and one sentence for each refusal. */
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

test.each(['fr', 'en'])('the help names each command and each of its options once: %s', async (language) => {
  const { out } = await runOn({ files: {} }, ['--help', '--lang', language]);
  const commands = [...out.matchAll(/^ {2}enveloppe (\w+)/gm)].map(([, name]) => name);
  expect(commands).toEqual(['check', 'report', 'reconcile', 'compare', 'publish', 'init', 'export', 'query']);
  const options = [...out.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name);
  expect(options).toEqual([
    ...['convention', 'as-of', 'ledger', 'map', 'timeout', 'lang'],
    ...['format'],
    ...['output', 'only', 'freeze', 'author', 'consolidated'],
    ...['chorus', 'format', 'output'],
    ...['from', 'to', 'format', 'output'],
    ...['output', 'with', 'with-text', 'convention-text', 'contact'],
    ...['convention', 'output'],
    ...['output'],
    ...['format'],
  ]);
});

describe('an argument that is refused gives 2 and one sentence', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['no command', '', /aucune commande/],
    ['no command after the language', '--lang fr', /aucune commande/],
    ['another command after the language', '--lang fr verifie', /la commande « verifie » n’existe pas/],
    ['another command', 'verifie a.xlsx', /la commande « verifie » n’existe pas/],
    ['no workbook', 'check', /indiquez au moins un classeur/],
    ['an option of another command', 'check a.xlsx --output b.xlsx', /l’option --output n’existe pas pour check/],
    ['an option without its value', 'check a.xlsx --as-of', /l’option --as-of attend une valeur/],
    ['a day that does not exist', 'check a.xlsx --as-of 2023-02-30', /« 2023-02-30 » n’est pas une date/],
    ['a year of two digits', 'check a.xlsx --as-of 23-12-31', /« 23-12-31 » n’est pas une date \(AAAA-MM-JJ\)/],
    [
      'a first day of a year of two digits',
      'compare a.xlsx --from 01/02/23 --to 2023-12-31',
      /« 01\/02\/23 » n’est pas/,
    ],
    ['another format', 'check a.xlsx --format xml', /« xml » n’est pas une valeur de --format \(text, json, csv\)/],
    ['two workbooks for one copy', 'report a.xlsx b.xlsx --output c.xlsx', /un seul classeur/],
    ['a copy of another kind', 'report a.xlsm --output b.xlsx', /la même extension que le classeur \(.xlsm\)/],
    ['no copy', 'report a.xlsx', /report attend --output/],
    ['another language', 'check a.xlsx --lang de', /« de » n’est pas une valeur de --lang/],
    ['an empty value', 'check a.xlsx --as-of=', /l’option --as-of attend une valeur/],
    ['a value for an option that takes none', 'report a.xlsx --freeze=1', /l’option --freeze n’existe pas pour report/],
    ['short options', 'check -xf a.xlsx', /l’option -xf n’existe pas pour check/],
    ['the name of a member of every object', 'check a.xlsx --constructor b', /l’option --constructor n’existe pas/],
    ['a command of that kind', 'toString', /la commande « toString » n’existe pas/],
    [
      'a value that looks like an option',
      'check a.xlsx --format --as-of',
      /« --as-of » n’est pas une valeur de --format/,
    ],
    ['two days', 'check a.xlsx --as-of 2023-12-31 --as-of=2024-01-31', /l’option --as-of est donnée deux fois/],
    ['two first days', 'compare a.xlsx --from 2023-01-01 --from 2023-02-01', /l’option --from est donnée deux fois/],
    ['two last days', 'compare a.xlsx --to 2023-01-01 --to 2023-02-01', /l’option --to est donnée deux fois/],
    ['two outputs', 'report a.xlsx --output b.xlsx --output c.xlsx', /l’option --output est donnée deux fois/],
    ['two conventions', 'check a.xlsx --convention a --convention b', /l’option --convention est donnée deux fois/],
    ['two conventions of a new workbook', 'init --convention a --convention b', /l’option --convention est donnée/],
    ['the last value of a repeated option', 'check a.xlsx --format json --format=x=y', /« x=y » n’est pas une valeur/],
  ];
  test.each(cases)('%s', async (_, command, sentence) => {
    const { code, out, error } = await runOn(
      { files: {} },
      command.split(' ').filter((word) => word !== ''),
    );
    expect([code, out, error.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(error.replaceAll('\u00a0', ' ')).toMatch(sentence);
  });

  test('an option is read wherever it is, and - is a file', async () => {
    const { error } = await runOn({ files: {} }, ['check', '--lang=en', '-', '--as-of', '2023-12-31']);
    expect(error).toMatch(/“-”/);
  });

  test('a word after -- is a file, whatever it looks like', async () => {
    const { error } = await runOn({ files: {} }, ['check', '--', '--format']);
    expect(error.replaceAll('\u00a0', ' ')).toMatch(/^Le fichier « --format » n’existe pas/);
  });
});
