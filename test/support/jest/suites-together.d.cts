/** Paths begin with a `/` at the root, but those that a group requires. */
export function suitesTogether(project: {
  readonly root: string;
  readonly name: string;
  readonly regex: readonly string[];
  readonly ignored: readonly string[];
  readonly most?: number;
  readonly isBundled?: boolean;
}): { readonly testRegex: readonly string[] };
export function isGroup(path: string): boolean;
export function suitesOfGroup(text: string): string[];
