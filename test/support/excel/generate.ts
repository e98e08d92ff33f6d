/** Documents written as a user does: shown first, then confirmed. */
import type { Session } from '../../../src/application/session/session';
import type { DocumentId } from '../../../src/documents/document';

/** Documents in place; all those written by default when none is named. */
export async function generate({ documents }: Session, named?: readonly DocumentId[]): Promise<void> {
  await documents.prepare(named);
  await documents.writePrepared();
}

/** Copies that nothing rewrites. */
export async function freeze({ documents }: Session, named: readonly DocumentId[]): Promise<void> {
  await documents.prepareCopies(named);
  await documents.writePrepared();
}
