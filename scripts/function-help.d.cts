// Types of function-help.cjs, for the tests.
interface Parameter {
  readonly name: string;
  readonly description?: string;
}
interface FunctionsMetadata {
  readonly functions: readonly {
    readonly id: string;
    readonly description?: string;
    readonly parameters: readonly Parameter[];
  }[];
}
type Help = Readonly<
  Record<string, { readonly description: string; readonly parameters: Readonly<Record<string, string>> }>
>;
export function translateHelp(metadata: FunctionsMetadata, help: Help): FunctionsMetadata;
