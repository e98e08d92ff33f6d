/** The user's name, which Excel does not give to an add-in: kept on the machine, where the web view allows it. */

const KEY = 'enveloppe.author';

/** The name of the last time; empty when there is none. */
export function rememberedName(): string {
  try {
    return window.localStorage.getItem(KEY) ?? '';
  } catch {
    return ''; // storage is refused to the add-in
  }
}

/** Keeps a name for the next time. */
export function rememberName(name: string): void {
  try {
    window.localStorage.setItem(KEY, name.trim());
  } catch {
    // storage is refused to the add-in: the name is kept while it runs
  }
}
