/** Sentences of the main thread, about a command that could not end by itself. */
import type { Language } from '../../messages/language';
import { en, fr } from '../../messages/typography';

const FRENCH = {
  bug: (message: string) => fr`enveloppe : erreur inattendue, à signaler : ${message}`,
  outOfMemory: fr`enveloppe : ce classeur demande plus de mémoire que ce poste n'en donne.`,
  outputLost: fr`enveloppe : la sortie n'a pas pu être écrite (disque plein, ou lecture interrompue).`,
};

export type SupervisorWords = typeof FRENCH;

export const SUPERVISOR_WORDS: Readonly<Record<Language, SupervisorWords>> = {
  fr: FRENCH,
  en: {
    bug: (message) => en`enveloppe: unexpected error, to be reported: ${message}`,
    outOfMemory: en`enveloppe: this workbook needs more memory than this machine gives.`,
    outputLost: en`enveloppe: the output could not be written (full disk, or reader gone).`,
  },
};
