/** The help of the command line, derived from the table of commands. */
import type { Language } from '../messages/language';
import type { Option } from './arguments';
import { cliWords } from './cli-words';
import { type Command, COMMON_OPTIONS } from './command';

/** The usage of each command, the common options, then the options of each command, each option once. */
export function helpText(commands: Readonly<Record<string, Command>>, language: Language): string {
  const words = cliWords(language);
  const shown = new Set<Option>();
  const sections = [{ title: words.commonOptions, options: COMMON_OPTIONS as Command['options'] }];
  for (const [title, { options }] of Object.entries(commands)) sections.push({ title, options });
  const usages = Object.entries(commands).map(
    ([name, { help }]) => [`enveloppe ${name} ${help[language].usage}`, help[language].purpose] as const,
  );
  const options = sections.map(({ title, options }) => {
    const rows = Object.entries(options).filter(([, option]) => !shown.has(option));
    for (const [, option] of rows) shown.add(option);
    return {
      title,
      rows: rows.map(([name, option]) => [`--${name} ${option[language][0]}`.trim(), option[language][1]] as const),
    };
  });
  const width = widest(options.flatMap(({ rows }) => rows));
  return [
    words.product,
    inTwoColumns(usages, widest(usages)),
    ...options.map(({ title, rows }) => `${title}\n${inTwoColumns(rows, width)}`),
    `${words.exitCodes}\n`,
  ].join('\n\n');
}

type Row = readonly [label: string, text: string];

function widest(rows: readonly Row[]): number {
  return Math.max(...rows.map(([label]) => label.length));
}

function inTwoColumns(rows: readonly Row[], width: number): string {
  return rows
    .map(([label, text]) => `  ${label.padEnd(width)}  ${text.replaceAll('\n', `\n${' '.repeat(width + 4)}`)}`)
    .join('\n');
}
