/** The parts of a letter in words, and the sentences that several letters have. */
import type { Clause } from '../../../domain/envelopes/terms';
import { NOTICE_WORDS as words } from '../../../messages/documents/notices-fr';
import type { WriterAdvice } from '../../../workbook/writer-advice';
import type { DocumentInput } from '../../input';
import { unknownParts, type FreeTransfer } from './notice-figures';

/** The words of one kind of letter. */
export interface KindText {
  /** Follows the subject of the kind. */
  readonly detail: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly advice: readonly WriterAdvice[];
  /** False where the figures do not justify the letter, which is a draft; true by default. */
  readonly isJustified?: boolean;
}

/** The article of the convention that has a clause. */
export function articleOf({ convention }: DocumentInput, clause: Clause): string {
  return words.article(convention.articles[clause] ?? '');
}

/** The transfers that need no letter. */
export function withoutConsent(free: readonly FreeTransfer[]): readonly WriterAdvice[] {
  return free.map((transfer) => ({ code: 'noConsent', ...transfer }));
}

/** Programmes and titres that a letter on lacks leaves out, when it does. */
export function partsLeftOut(input: DocumentInput): readonly WriterAdvice[] {
  const parts = unknownParts(input);
  return parts.length === 0 ? [] : [{ code: 'partsUnknown', parts }];
}
