// `npm run gallery`: one workbook for each rule in dist/gallery, the page docs/gallery.md that shows them all, and the
// reference of functions, controls and documents, docs/reference.md and docs/reference.en.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exhibitOf, filesOf, GALLERY_RULES } from '../test/support/worlds/gallery';
import { LANGUAGES } from '../src/messages/language';
import { galleryPage } from '../test/support/worlds/gallery-page';
import { REFERENCE_FILES } from './reference/reference-files';
import { referencePage } from './reference/reference-page';

const ROOT = join(__dirname, '..');
const FOLDER = join(ROOT, 'dist', 'gallery');

mkdirSync(FOLDER, { recursive: true });
for (const rule of GALLERY_RULES) {
  for (const [name, contents] of filesOf(exhibitOf(rule))) writeFileSync(join(FOLDER, name), contents);
}
writeFileSync(join(ROOT, 'docs', 'gallery.md'), galleryPage());
for (const language of LANGUAGES) writeFileSync(join(ROOT, REFERENCE_FILES[language]), referencePage(language));
process.stdout.write(`${GALLERY_RULES.length} classeurs : ${FOLDER}\n`);
