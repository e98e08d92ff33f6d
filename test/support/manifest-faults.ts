/**
 * Faults of a manifest that Excel refuses and no schema finds: references to nothing, addresses, icons, languages,
 * lengths.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser, type SaxesTagPlain } from 'saxes';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The tree of a manifest, prefixes kept. */
export function manifestTree(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const element: Element = { name: tag.name, attributes: tag.attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    const current = open.at(-1);
    if (current) current.text += text;
  });
  parser.write(xml).close();
  return root;
}

/** Every element of that name, in order. */
export function elementsNamed(root: Element, name: string): Element[] {
  return [...(root.name === name ? [root] : []), ...root.children.flatMap((child) => elementsNamed(child, name))];
}

function everyElement(root: Element): Element[] {
  return [root, ...root.children.flatMap(everyElement)];
}

const RESOURCES = ['bt:Image', 'bt:Url', 'bt:String'];
const LONGEST: Readonly<Record<string, number>> = {
  'bt:ShortStrings': 125,
  'bt:LongStrings': 250,
  DisplayName: 125,
  Description: 250,
};
const ICON_SIZES = [16, 32, 80];

/** The faults of a manifest; `folder` is where the files that it names are, under their own paths. */
export function manifestFaults(xml: string, folder: string): string[] {
  const root = manifestTree(xml);
  return [
    ...danglingResources(root),
    ...badAddresses(root),
    ...badIcons(root, folder),
    ...badLanguages(root),
    ...tooLong(root),
    ...splitRuntime(root),
  ];
}

function resourcesOf(root: Element): Map<string, Element> {
  const resources = elementsNamed(root, 'Resources').flatMap((element) =>
    RESOURCES.flatMap((name) => elementsNamed(element, name)),
  );
  return new Map(resources.map((resource) => [resource.attributes['id'] ?? '', resource]));
}

function danglingResources(root: Element): string[] {
  const resources = resourcesOf(root);
  const used = everyElement(root).flatMap(({ attributes }) => attributes['resid'] ?? []);
  return [
    ...used.filter((id) => !resources.has(id)).map((id) => `${id}: used and not defined`),
    ...[...resources.keys()].filter((id) => !used.includes(id)).map((id) => `${id}: defined and not used`),
  ];
}

function valuesOf(root: Element): string[] {
  return everyElement(root).flatMap(({ attributes }) =>
    [attributes['DefaultValue'], attributes['Value']].filter((value) => value !== undefined),
  );
}

function badAddresses(root: Element): string[] {
  return valuesOf(root)
    .filter((value) => /^[a-z]+:\/\//i.test(value) && !value.startsWith('https://'))
    .map((value) => `${value}: must be https`);
}

/** Each icon of a button or group has the three sizes that Excel requires, and each file is a picture of that size. */
function badIcons(root: Element, folder: string): string[] {
  const resources = resourcesOf(root);
  return elementsNamed(root, 'Icon').flatMap((icon) => {
    const sizes = icon.children.map((image) => Number(image.attributes['size']));
    const missing = ICON_SIZES.filter((size) => !sizes.includes(size)).map((size) => `an icon lacks the size ${size}`);
    const wrong = icon.children.flatMap(({ attributes }) => {
      const address = resources.get(attributes['resid'] ?? '')?.attributes['DefaultValue'] ?? '';
      const size = pngSize(address, folder);
      return size === Number(attributes['size'])
        ? []
        : [`${address}: ${size ?? 'no'} pixels for ${attributes['size']}`];
    });
    return [...missing, ...wrong];
  });
}

/** The width and height of a square PNG from its header; null when the file is missing or something else. */
export function pngSize(address: string, folder: string): number | null {
  const file = join(folder, new URL(address).pathname);
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  if (bytes.toString('latin1', 1, 4) !== 'PNG' || bytes.readUInt32BE(16) !== bytes.readUInt32BE(20)) return null;
  return bytes.readUInt32BE(16);
}

/** Whole tags only (`fr` alone is not understood everywhere), one override per language, none for the default one. */
function badLanguages(root: Element): string[] {
  const byDefault = elementsNamed(root, 'DefaultLocale')[0]?.text.trim();
  return everyElement(root).flatMap((element) => {
    const locales = element.children
      .filter(({ name }) => name === 'Override' || name === 'bt:Override')
      .map(({ attributes }) => attributes['Locale'] ?? '');
    return [
      ...locales
        .filter((locale) => !/^[a-z]{2}-[A-Z]{2}$/.test(locale))
        .map((locale) => `${locale}: not a whole language tag`),
      ...locales
        .filter((locale) => locale === byDefault)
        .map((locale) => `${locale}: an override of the default language`),
      ...(new Set(locales).size < locales.length ? [`${element.name}: two overrides for one language`] : []),
    ];
  });
}

function tooLong(root: Element): string[] {
  return Object.entries(LONGEST).flatMap(([name, most]) =>
    elementsNamed(root, name).flatMap((element) =>
      valuesOf(element)
        .filter((value) => value.length > most)
        .map((value) => `${value.length} characters, at most ${most}: ${value}`),
    ),
  );
}

/**
 * The pane, the functions and the commands share one long runtime only if they name one page; a second pane cannot
 * exist in it.
 */
function splitRuntime(root: Element): string[] {
  const [runtime] = elementsNamed(root, 'Runtime');
  const page = elementsNamed(root, 'Page')[0]?.children[0]?.attributes['resid'];
  const commands = elementsNamed(root, 'FunctionFile')[0]?.attributes['resid'];
  const resid = runtime?.attributes['resid'];
  return [
    ...(runtime?.attributes['lifetime'] === 'long' ? [] : ['the runtime is not long']),
    ...(resid === page && resid === commands
      ? []
      : [`the runtime is ${resid}, the functions' page ${page}, the commands' page ${commands}`]),
    ...elementsNamed(root, 'TaskpaneId').map(() => 'TaskpaneId: a long runtime has one pane'),
  ];
}
