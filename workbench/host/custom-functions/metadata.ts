/** The add-in's functions as its `functions.json` declares them. */

export interface FunctionParameter {
  readonly name: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
}

export interface FunctionDeclaration {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters?: readonly FunctionParameter[];
  readonly options?: { readonly stream?: boolean; readonly cancelable?: boolean };
}

export interface FunctionsFile {
  readonly functions: readonly FunctionDeclaration[];
}
