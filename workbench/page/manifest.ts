/**
 * Reads from the add-in's manifest what Excel would show: the buttons of its ribbon tab, the page of its pane and the
 * description of its functions. Addresses are kept as paths, since the workbench serves the add-in from its own origin.
 */

/** The action of a ribbon button. */
export type CommandAction = { readonly kind: 'showPane' } | { readonly kind: 'function'; readonly name: string };

export interface RibbonCommand {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Path of the icon whose size is nearest to 32 pixels. */
  readonly icon: string | null;
  readonly action: CommandAction;
}

export interface RibbonGroup {
  readonly label: string;
  readonly commands: readonly RibbonCommand[];
}

export interface AddinManifest {
  readonly id: string;
  readonly name: string;
  readonly tab: string;
  readonly groups: readonly RibbonGroup[];
  readonly pane: string;
  readonly functions: string;
  readonly namespace: string;
}

/**
 * Reads an add-in only manifest in a language, as Excel does: the override of the locale, else the default. Throws when
 * an element that Excel requires is missing: the manifest is ours.
 */
export function readManifest(xml: string, locale: string): AddinManifest {
  const root = new DOMParser().parseFromString(xml, 'application/xml').documentElement;
  const resources = readResources(root, locale);
  const resource = (element: Element | undefined): string => {
    const id = element?.getAttribute('resid') ?? '';
    const value = resources.get(id);
    if (value === undefined) throw new Error(`manifest.xml: no resource "${id}" for <${element?.localName ?? '?'}>`);
    return value;
  };
  const functions = only(root, 'ExtensionPoint', 'CustomFunctions');
  const surface = only(root, 'ExtensionPoint', 'PrimaryCommandSurface');
  const tab = children(surface, 'CustomTab')[0] ?? surface;
  return {
    id: text(root, 'Id'),
    name: valueIn(children(root, 'DisplayName')[0], locale) ?? '',
    tab: tab === surface ? '' : resource(children(tab, 'Label')[0]),
    groups: descendants(surface, 'Group').map((group) => ({
      label: resource(children(group, 'Label')[0]),
      commands: descendants(group, 'Control').map((control) => readCommand(control, resource)),
    })),
    pane: pathOf(resource(descendants(root, 'Runtime')[0])),
    functions: pathOf(resource(sourceLocation(functions, 'Metadata'))),
    namespace: resource(children(functions, 'Namespace')[0]),
  };
}

function readCommand(control: Element, resource: (element: Element | undefined) => string): RibbonCommand {
  const action = children(control, 'Action')[0];
  const name = action === undefined ? undefined : children(action, 'FunctionName')[0]?.textContent?.trim();
  const tip = children(control, 'Supertip')[0];
  const icons = descendants(control, 'Image').sort((a, b) => distanceTo32(a) - distanceTo32(b));
  return {
    id: control.getAttribute('id') ?? '',
    label: resource(children(control, 'Label')[0]),
    description: tip === undefined ? '' : resource(children(tip, 'Description')[0]),
    icon: icons[0] === undefined ? null : pathOf(resource(icons[0])),
    action: name === undefined ? { kind: 'showPane' } : { kind: 'function', name },
  };
}

/** Every string, address and image of the resources by its id. */
function readResources(root: Element, locale: string): Map<string, string> {
  const entries = ['Image', 'Url', 'String'].flatMap((kind) => descendants(root, kind));
  return new Map(
    entries.flatMap((entry) => {
      const value = valueIn(entry, locale);
      return value === null ? [] : [[entry.getAttribute('id') ?? '', value] as const];
    }),
  );
}

/** The override of the locale, else the default value; null without either. */
function valueIn(entry: Element | undefined, locale: string): string | null {
  if (entry === undefined) return null;
  const override = children(entry, 'Override').find((child) => child.getAttribute('Locale') === locale);
  return override?.getAttribute('Value') ?? entry.getAttribute('DefaultValue');
}

function sourceLocation(parent: Element, name: string): Element | undefined {
  const element = children(parent, name)[0];
  return element === undefined ? undefined : children(element, 'SourceLocation')[0];
}

function only(root: Element, name: string, type: string): Element {
  const found = descendants(root, name).find((element) => (element.getAttribute('xsi:type') ?? '') === type);
  if (found === undefined) throw new Error(`manifest.xml: no <${name}> of type ${type}`);
  return found;
}

function descendants(root: Element, name: string): Element[] {
  return [...root.getElementsByTagNameNS('*', name)];
}

function children(parent: Element, name: string): Element[] {
  return [...parent.children].filter((child) => child.localName === name);
}

function text(root: Element, name: string): string {
  return children(root, name)[0]?.textContent?.trim() ?? '';
}

function pathOf(address: string): string {
  return new URL(address).pathname;
}

function distanceTo32(image: Element): number {
  return Math.abs(Number(image.getAttribute('size')) - 32);
}
