/** Files of the user's machine → extracts of the session. They are read here and sent nowhere. */
import { useCallback } from 'react';
import type { GivenExtract } from '../../application/session/extract-commands';
import { usePane } from '../shared/pane-context';

/** Reads the files dropped or chosen; shows a failure for one that cannot be opened (a folder, a deleted file). */
export function useFiles(): (files: readonly File[]) => Promise<void> {
  const { session } = usePane();
  return useCallback(
    async (files) => {
      const given: GivenExtract[] = [];
      let lost: string | null = null;
      for (const file of files) {
        try {
          given.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
        } catch (problem) {
          if (!(problem instanceof DOMException)) throw problem;
          lost = file.name;
        }
      }
      if (given.length > 0) await session.extracts.add(given);
      if (lost !== null) session.reportFailure({ code: 'fileMissing', path: lost });
    },
    [session],
  );
}
