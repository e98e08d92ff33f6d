#!/usr/bin/env node
// The command `enveloppe`: runs the built command line, or prints one sentence when it is not built.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const built = join(__dirname, '..', 'dist', 'cli', 'enveloppe.js');
if (existsSync(built)) {
  require(built);
} else {
  process.stderr.write(
    'enveloppe : la ligne de commande n’est pas construite ; lancez « npm run build » dans le dossier du projet.\n',
  );
  process.exitCode = 2;
}
