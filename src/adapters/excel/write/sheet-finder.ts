/** The sheets of a plan in one batch, by id: a sheet that somebody renames while a plan is written is still found. */
export class SheetFinder {
  private readonly added = new Map<string, Excel.Worksheet>();
  /** Each sheet is asked for once: a request of thousands of ranges has as many actions fewer. */
  private readonly found = new Map<string, Excel.Worksheet>();

  /** `ids`: the ids known so far, by lower-case name. */
  constructor(
    private readonly context: Excel.RequestContext,
    private readonly ids: ReadonlyMap<string, string>,
  ) {}

  get(name: string): Excel.Worksheet {
    const key = name.toLowerCase();
    const id = this.ids.get(key) ?? name;
    const sheet = this.added.get(key) ?? this.found.get(id) ?? this.context.workbook.worksheets.getItem(id);
    this.found.set(id, sheet);
    return sheet;
  }

  /** True for a sheet that existed before this batch. */
  isKnown(name: string): boolean {
    return this.ids.has(name.toLowerCase());
  }

  /** True for a sheet that this batch adds. */
  isNew(name: string): boolean {
    return this.added.has(name.toLowerCase());
  }

  /** Queues a new sheet. */
  add(name: string): Excel.Worksheet {
    const sheet = this.context.workbook.worksheets.add(name);
    sheet.load('id');
    this.added.set(name.toLowerCase(), sheet);
    return sheet;
  }

  /** The ids of the sheets that the batch added, by lower-case name; once it was carried out. */
  addedIds(): ReadonlyMap<string, string> {
    return new Map([...this.added].map(([name, sheet]) => [name, sheet.id]));
  }
}
