// Draws the icons of the ribbon into assets/, from the shapes below: no drawing program, no picture of unknown origin,
// and the same bytes on every machine. `node scripts/draw-icons.mjs`.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const RIBBON_SIZES = [16, 32, 80];
/** The add-in's own icon is also shown in the store and in the list of add-ins. */
const ICON_SIZES = [...RIBBON_SIZES, 64];
const SAMPLES = 6; // per pixel and direction
const BLUE = [0, 0, 145];
const WHITE = [255, 255, 255];
const PALE = [203, 203, 250];
const GREEN = [24, 117, 60];
const ORANGE = [179, 64, 0];

/** Shapes in a square of side 1, y downwards; later ones cover earlier ones. Each is a colour and a test of a point. */
const ICONS = {
  // An envelope, and below its flap the bar of what is consumed.
  icon: [
    [BLUE, box(0.04, 0.16, 0.96, 0.86, 0.09)],
    [
      WHITE,
      stroke(
        [
          [0.1, 0.25],
          [0.5, 0.55],
          [0.9, 0.25],
        ],
        0.075,
      ),
    ],
    [PALE, box(0.16, 0.68, 0.84, 0.77, 0.045)],
    [WHITE, box(0.16, 0.68, 0.62, 0.77, 0.045)],
  ],
  control: [
    [BLUE, box(0.1, 0.06, 0.72, 0.94, 0.07)],
    [WHITE, box(0.17, 0.13, 0.65, 0.87, 0.03)],
    [BLUE, box(0.25, 0.25, 0.57, 0.32, 0.03)],
    [BLUE, box(0.25, 0.42, 0.57, 0.49, 0.03)],
    [BLUE, box(0.25, 0.59, 0.42, 0.66, 0.03)],
    [WHITE, disc(0.7, 0.7, 0.29)],
    [GREEN, disc(0.7, 0.7, 0.25)],
    [
      WHITE,
      stroke(
        [
          [0.58, 0.71],
          [0.67, 0.8],
          [0.82, 0.61],
        ],
        0.07,
      ),
    ],
  ],
  documents: [
    [PALE, box(0.3, 0.04, 0.92, 0.8, 0.06)],
    [BLUE, box(0.08, 0.2, 0.7, 0.96, 0.06)],
    [WHITE, box(0.15, 0.27, 0.63, 0.89, 0.02)],
    [BLUE, box(0.15, 0.27, 0.63, 0.41, 0.02)],
    [BLUE, box(0.36, 0.41, 0.4, 0.89, 0)],
    [BLUE, box(0.15, 0.55, 0.63, 0.59, 0)],
    [BLUE, box(0.15, 0.71, 0.63, 0.75, 0)],
  ],
  undo: [
    [ORANGE, ring(0.53, 0.63, 0.27, 0.12, (x, y) => x >= (y < 0.63 ? 0.4 : 0.3))],
    [
      ORANGE,
      polygon([
        [0.05, 0.36],
        [0.43, 0.08],
        [0.43, 0.64],
      ]),
    ],
  ],
};

function box(left, top, right, bottom, radius) {
  return (x, y) => {
    const dx = Math.max(left + radius - x, 0, x - (right - radius));
    const dy = Math.max(top + radius - y, 0, y - (bottom - radius));
    return x >= left && x <= right && y >= top && y <= bottom && dx * dx + dy * dy <= radius * radius + 1e-9;
  };
}

function disc(cx, cy, radius) {
  return (x, y) => (x - cx) ** 2 + (y - cy) ** 2 <= radius * radius;
}

function ring(cx, cy, radius, width, keep) {
  return (x, y) => Math.abs(Math.hypot(x - cx, y - cy) - radius) <= width / 2 && keep(x, y);
}

function stroke(points, width) {
  return (x, y) => points.slice(1).some((end, index) => distanceToSegment(x, y, points[index], end) <= width / 2);
}

function distanceToSegment(x, y, [x1, y1], [x2, y2]) {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const t = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
  return Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1));
}

function polygon(points) {
  return (x, y) => {
    let inside = false;
    points.forEach(([x1, y1], index) => {
      const [x2, y2] = points[(index + 1) % points.length];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    });
    return inside;
  };
}

/** RGBA rows, each pixel the mean of its samples. */
function paint(shapes, size) {
  const rows = [];
  for (let y = 0; y < size; y++) {
    const row = Buffer.alloc(1 + size * 4); // first byte: no filter
    for (let x = 0; x < size; x++) row.set(pixel(shapes, size, x, y), 1 + x * 4);
    rows.push(row);
  }
  return Buffer.concat(rows);
}

function pixel(shapes, size, x, y) {
  let covered = 0;
  const sum = [0, 0, 0];
  for (let sy = 0; sy < SAMPLES; sy++) {
    for (let sx = 0; sx < SAMPLES; sx++) {
      const colour = shapes.findLast(([, contains]) =>
        contains((x + (sx + 0.5) / SAMPLES) / size, (y + (sy + 0.5) / SAMPLES) / size),
      )?.[0];
      if (!colour) continue;
      covered++;
      colour.forEach((value, index) => (sum[index] += value));
    }
  }
  if (covered === 0) return [0, 0, 0, 0];
  return [...sum.map((value) => Math.round(value / covered)), Math.round((255 * covered) / SAMPLES ** 2)];
}

function png(shapes, size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(paint(shapes, size), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'assets');
mkdirSync(folder, { recursive: true });
for (const [name, shapes] of Object.entries(ICONS)) {
  for (const size of name === 'icon' ? ICON_SIZES : RIBBON_SIZES)
    writeFileSync(path.join(folder, `${name}-${size}.png`), png(shapes, size));
}
