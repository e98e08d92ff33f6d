/** Which of AE and CP a convention gives: a document shows no column for what was never given. */
import type { Convention } from '../../domain/envelopes/convention';
import { NATURES, type Nature } from '../../domain/money/nature';

/** Both when the convention sets no ceiling at all. */
export function naturesOf(convention: Convention): readonly Nature[] {
  const given = NATURES.filter(
    (nature) =>
      convention.ceilings[nature] !== null || convention.envelopes.some(({ ceilings }) => ceilings[nature] !== null),
  );
  return given.length > 0 ? given : NATURES;
}
