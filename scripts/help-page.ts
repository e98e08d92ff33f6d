/**
 * The help of the add-in, `help.html` of the bundle, a page that needs no network: the text of `assets/help.html`, then
 * the functions, the documents and every rule with an example, all of them from the code (the examples are those of
 * the gallery, which a test compares with the code).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FUNCTION_HELP } from '../src/functions/function-help';
import { ruleCodes, ruleTitle } from '../src/messages/describe-finding';
import { exampleOf } from '../src/taskpane/help/formula-examples';
import { DOCUMENTS } from '../src/workbook/document-names';
import { FUNCTION_NAMES } from '../src/application/functions/function-answers';

const ROOT = join(__dirname, '..');
/** Where the generated part goes. */
const PLACE = '<!-- functions, documents, rules -->';

/** The whole page. */
export function helpPage(): string {
  const page = readFileSync(join(ROOT, 'assets', 'help.html'), 'utf8');
  return page.replace(PLACE, [functions(), documents(), rules()].join('\n'));
}

function functions(): string {
  const rows = FUNCTION_NAMES.map((name) => {
    const formula = (exampleOf(name, 'PDE') ?? `=ENVELOPE.${name}(…)`).replaceAll(',', ';');
    const { fr, en, parameters } = FUNCTION_HELP[name];
    const list = parameters.map((parameter) => parameter.fr).join(' ');
    return `<tr id="${name}"><td><code>${html(formula)}</code></td><td>${html(fr)} ${html(list)}<br /><span lang="en">${html(en)}</span></td></tr>`;
  });
  return `<h2>Fonctions</h2>\n<table>\n<thead><tr><th scope="col">Formule</th><th scope="col">Donne</th></tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

const ISSUES = {
  byDefault: 'généré avec les autres',
  onDemand: 'courrier, généré quand une situation l’appelle',
  withExtracts: 'généré depuis l’onglet Chorus',
  withStates: 'généré depuis la comparaison de deux dates',
} as const;

function documents(): string {
  const rows = Object.values(DOCUMENTS).map(({ sheet, issue }) => `<li>${html(sheet)} : ${ISSUES[issue]}.</li>`);
  return `<h2>Documents</h2>\n<p>Chaque document se regarde dans le volet (« Aperçu ») avant d’être écrit sur sa feuille ; « Annuler » le retire.</p>\n<ul>\n${rows.join('\n')}\n</ul>`;
}

function rules(): string {
  const gallery = readFileSync(join(ROOT, 'docs', 'gallery.md'), 'utf8');
  const sections = new Map(
    gallery
      .split('\n## ')
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf('\n')), section] as const),
  );
  const parts = ruleCodes().map((rule) => {
    const section = sections.get(rule);
    if (section === undefined) throw new Error(`${rule} is not in docs/gallery.md: run npm run gallery`);
    const line = (start: string): string =>
      section
        .split('\n')
        .find((text) => text.startsWith(start))
        ?.slice(start.length)
        .trim() ?? '';
    const [, severity = '', how = ''] = /\*\* — ([^.]+)\. Ici : (.+?)\. Constat en /.exec(section) ?? [];
    return [
      `<section id="${rule}">`,
      `<h3>${rule} – ${html(ruleTitle(rule, 'fr'))}</h3>`,
      `<p>${html(severity)}. Exemple : ${html(how)}.</p>`,
      `<blockquote>${html(line('- fr :'))}</blockquote>`,
      `<p>Autres cas : ${html(line('Autres façons :'))}</p>`,
      `<p lang="en"><strong>${html(ruleTitle(rule, 'en'))}.</strong> ${html(line('- en :'))}</p>`,
      '</section>',
    ].join('\n');
  });
  return `<h2>Règles</h2>\n<p>Une règle se retrouve par son code, qui suit chaque constat. Un constat justifié s’accepte avec un motif.</p>\n${parts.join('\n')}`;
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
