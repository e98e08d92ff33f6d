/** Defined names, held by Univer, which shifts their references. */
import { generateRandomId } from '@univerjs/core';
import {
  IDefinedNamesService,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
  type IDefinedNamesServiceParam,
} from '@univerjs/engine-formula';
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME } from '@univerjs/sheets';
import type { GridName } from '../grid';
import type { UniverContext } from './univer-context';

export class DefinedNames {
  private readonly service: IDefinedNamesService;

  constructor(private readonly context: UniverContext) {
    this.service = context.injector.get(IDefinedNamesService);
  }

  all(): GridName[] {
    return this.entries().map((entry) => ({
      name: entry.name,
      scope: scopeOf(entry),
      refersTo: withEqualSign(entry.formulaOrRefString),
      visible: entry.hidden !== true,
      comment: entry.comment ?? '',
    }));
  }

  find(name: string, scope: string | null): GridName | undefined {
    const wanted = name.toLowerCase();
    return this.all().find((entry) => entry.name.toLowerCase() === wanted && entry.scope === scope);
  }

  set(name: GridName): void {
    const known = this.entry(name.name, name.scope);
    this.context.run(SetDefinedNameMutation.id, {
      id: known?.id ?? generateRandomId(),
      name: name.name,
      formulaOrRefString: withEqualSign(name.refersTo),
      localSheetId: name.scope ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
      hidden: !name.visible,
      comment: name.comment,
    });
  }

  delete(name: string, scope: string | null): void {
    const known = this.entry(name, scope);
    if (!known) throw new Error(`No name ${name} in the grid`);
    this.context.run(RemoveDefinedNameMutation.id, { ...known });
  }

  private entries(): IDefinedNamesServiceParam[] {
    return Object.values(this.service.getDefinedNameMap(this.context.unitId) ?? {});
  }

  private entry(name: string, scope: string | null): IDefinedNamesServiceParam | undefined {
    const wanted = name.toLowerCase();
    return this.entries().find((entry) => entry.name.toLowerCase() === wanted && scopeOf(entry) === scope);
  }
}

function scopeOf(entry: IDefinedNamesServiceParam): string | null {
  return !entry.localSheetId || entry.localSheetId === SCOPE_WORKBOOK_VALUE_DEFINED_NAME ? null : entry.localSheetId;
}

const withEqualSign = (refersTo: string): string => (refersTo.startsWith('=') ? refersTo : `=${refersTo}`);
