// `npm run gallery`: one workbook for each rule in dist/gallery, and the page docs/gallery.md that shows them all.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exhibitOf, filesOf, GALLERY_RULES } from '../test/support/worlds/gallery';
import { galleryPage } from '../test/support/worlds/gallery-page';

const ROOT = join(__dirname, '..');
const FOLDER = join(ROOT, 'dist', 'gallery');

mkdirSync(FOLDER, { recursive: true });
for (const rule of GALLERY_RULES) {
  for (const [name, contents] of filesOf(exhibitOf(rule))) writeFileSync(join(FOLDER, name), contents);
}
writeFileSync(join(ROOT, 'docs', 'gallery.md'), galleryPage());
process.stdout.write(`${GALLERY_RULES.length} classeurs : ${FOLDER}\n`);
