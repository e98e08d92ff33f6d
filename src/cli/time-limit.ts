/** `--timeout`: the time given to one workbook. A file made to keep a reader busy is refused in a sentence. */
import { failure, type Result, success } from '../domain/result';
import type { Language } from '../messages/language';
import { en, fr } from '../messages/typography';
import type { Failure } from '../workbook/failure';
import { type GivenArguments, usage } from './arguments';
import type { CommandIo } from './command';

const DEFAULT_SECONDS = 30;
const MOST_SECONDS = 86_400;

const FRENCH = {
  badTimeout: (text: string) => fr`--timeout attend un nombre de secondes, et non « ${text} »`,
  late: (file: string, seconds: string) =>
    fr`${file} : le classeur n'a pas été traité en ${seconds} secondes. Augmentez --timeout, ou vérifiez que ce fichier vient de l'équipe.`,
};
const WORDS: Readonly<Record<Language, typeof FRENCH>> = {
  fr: FRENCH,
  en: {
    badTimeout: (text) => en`--timeout needs a number of seconds, not “${text}”`,
    late: (file, seconds) =>
      en`${file}: the workbook was not processed within ${seconds} seconds. Raise --timeout, or check that this file comes from the team.`,
  },
};

/** The seconds given to each workbook. */
export function secondsOf(given: GivenArguments<'timeout'>): Result<number, Failure> {
  const text = given.last('timeout');
  const seconds = text === null ? DEFAULT_SECONDS : Number(text.replace(',', '.'));
  if (seconds > 0 && seconds <= MOST_SECONDS) return success(seconds);
  return failure(usage(WORDS[given.language].badTimeout(text ?? '')));
}

/** Runs the work on a file within its time. */
export async function withinTime<T>(
  file: string,
  seconds: number,
  language: Language,
  io: CommandIo,
  work: () => Promise<T>,
): Promise<T> {
  return io.within(seconds, WORDS[language].late(file, String(seconds)), work);
}
