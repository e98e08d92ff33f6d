/** Colours of series that stay legible on the paper of either theme: 3:1 at least, as for any graphic. */

export type Paper = 'light' | 'dark';

/** The paper of charts, `RRGGBB`, as `workbench.css` gives it. */
export const PAPERS: Readonly<Record<Paper, string>> = { light: 'FFFFFF', dark: '1F1F1F' };
const LEAST_CONTRAST = 3;
const STEPS = 20;

/** The CSS colour of a line or an outline in either theme: dark on light paper, light on dark paper. */
export function inkOf(color: string): string {
  return `light-dark(#${legibleOn(color, 'light')}, #${legibleOn(mirrored(color), 'dark')})`;
}

/** The CSS colour of a fill in either theme; its outline is what must be legible. */
export function fillOf(color: string): string {
  return `light-dark(#${color}, #${mirrored(color)})`;
}

/** The same hue, as light as it was dark. */
export function mirrored(color: string): string {
  const channels = channelsOf(color);
  const shift = 255 - Math.max(...channels) - Math.min(...channels);
  return hexOf(channels.map((channel) => Math.min(255, Math.max(0, channel + shift))));
}

/** The colour, moved towards the opposite of the paper until it is legible on it. */
export function legibleOn(color: string, paper: Paper): string {
  const target = paper === 'light' ? 0 : 255;
  for (let step = 0; step <= STEPS; step++) {
    const mixed = channelsOf(color).map((channel) => Math.round(channel + ((target - channel) * step) / STEPS));
    if (contrast(mixed, channelsOf(PAPERS[paper])) >= LEAST_CONTRAST) return hexOf(mixed);
  }
  return hexOf([target, target, target]);
}

/** From 1 to 21, as WCAG computes it. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(channels: readonly number[]): number {
  const [red, green, blue] = channels.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function channelsOf(color: string): number[] {
  return [0, 2, 4].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
}

function hexOf(channels: readonly number[]): string {
  return channels
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}
