/** The help of the bundle: every rule, function and document of the code has its place, and nothing comes from a network. */
import { helpPage } from '../scripts/help-page';
import { FUNCTION_NAMES } from '../src/application/functions/function-answers';
import { ruleCodes } from '../src/messages/describe-finding';
import { bannedIn } from './messages/ban-list';

const page = helpPage();

test('each rule and each function has an anchor of its name, with its words', () => {
  for (const name of [...ruleCodes(), ...FUNCTION_NAMES]) expect(page).toContain(` id="${name}"`);
  expect(page).toMatch(
    /<h3>IMP-04 – [^<]+<\/h3>\n<p>(?:Erreur|Avertissement|Information)\. Exemple : [^<]+\.<\/p>\n<blockquote>[^<]{40}/,
  );
});

test('the page asks for nothing and holds no markup of the examples', () => {
  expect(page).not.toMatch(/https?:|<script|undefined/);
});

test('its words are those of the product', () => {
  const words = page.replace(/<blockquote>.*?<\/blockquote>/g, '').replace(/<[^>]+>/g, ' ');
  expect(bannedIn(words)).toEqual([]);
});
