/**
 * Corrects a fault of Univer 0.25.1 on import: its engine takes the rule of a conditional format at a cell for the cell
 * above and to the left of it, so that the rule may be computed before what it reads; the formulas computed later then
 * get that old value. A rule gives no value to any cell, so nothing depends on it: it has no place.
 */
import {
  FormulaDependencyTree,
  FormulaDependencyTreeType,
  FormulaDependencyTreeVirtual,
} from '@univerjs/engine-formula';

type Places = ReturnType<FormulaDependencyTree['toRTreeItem']>;

for (const { prototype } of [FormulaDependencyTree, FormulaDependencyTreeVirtual]) {
  const placesOf = prototype.toRTreeItem;
  prototype.toRTreeItem = function (this: FormulaDependencyTree & FormulaDependencyTreeVirtual): Places {
    return this.type === FormulaDependencyTreeType.OTHER_FORMULA ? [] : placesOf.call(this);
  };
}
