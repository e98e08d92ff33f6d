// Why a file cannot be opened, in one sentence, before anything is served. Uses the product's own reader and sentences.
import { readFileSync } from 'node:fs';
import { openXlsx } from '../src/adapters/xlsx/open';
import type { Failure } from '../src/workbook/failure';
import { describeFailure } from '../src/messages/failures';

/** Null when the workbench can open the file. */
export function refusalOfFile(path: string): string | null {
  const bytes = bytesOf(path);
  if (bytes === null) return sentenceOf({ code: 'fileMissing', path });
  const opened = openXlsx(bytes);
  return opened.ok ? null : sentenceOf(opened.failure);
}

function bytesOf(path: string): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    return null; // missing, a folder, or not ours to read: for the user, there is no such file to open
  }
}

function sentenceOf(failure: Failure): string {
  const { sentence, remedy } = describeFailure(failure, 'fr');
  return `${sentence} ${remedy}`.trim();
}
