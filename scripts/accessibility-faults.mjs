// The faults that axe finds in a page of the built pane, contrasts included: jsdom, where most screens are tested, has no layout.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const OPTIONS = { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** Fluent's own catchers of the focus at the ends of a group, which pass it on at once. */
const EXCLUDED = ['[data-tabster-dummy]'];

/** The faults of the page of a frame, a line each: rule, then the first elements. */
export async function accessibilityFaults(frame) {
  await frame.evaluate(AXE);
  const { violations } = await frame.evaluate(
    ([options, exclude]) => globalThis.axe.run({ exclude }, options),
    [OPTIONS, EXCLUDED],
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id} (${nodes.length}): ${nodes
        .slice(0, 3)
        .map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`)
        .join(' | ')}`,
  );
}
