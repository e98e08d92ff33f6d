/** The names of the columns of a table, each once: the user confirms a column by its name. */

/** Gives each column a unique name: « Montant », « Montant (2) »; under another group, « PDE Montant ». */
export class UniqueNames {
  /** Each name, with the group under which it was given first. */
  private readonly taken = new Map<string, string>();
  /** The next number of each repeated name: a sheet may repeat one heading 16,384 times. */
  private readonly nextNumber = new Map<string, number>();

  nameFor(name: string, group: string): string {
    const isElsewhere = (this.taken.get(name) ?? group) !== group;
    const wanted = isElsewhere && group !== '' ? `${group} ${name}` : name;
    let text = wanted;
    let number = this.nextNumber.get(wanted) ?? 2;
    for (; this.taken.has(text); number++) text = `${wanted} (${number})`;
    this.nextNumber.set(wanted, number);
    this.taken.set(text, group);
    return text;
  }
}
