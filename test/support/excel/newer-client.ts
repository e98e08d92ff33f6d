/**
 * Notes (ExcelApi 1.18), which Excel's own Office.js has and the package does not yet: the two classes, made as the
 * client makes its others, over its own helpers.
 */
import type { OfficeClient } from './office-js';

type Data = Readonly<Record<string, unknown>>;

/** The helpers of the client by which its classes are made. */
interface ClientHelpers {
  readonly BatchApiHelper: {
    createPropertyObject(type: unknown, parent: unknown, name: string, isCollection: boolean, flags: number): unknown;
    createMethodObject(...parts: readonly unknown[]): unknown;
    createChildItemObject(type: unknown, hasIndexer: boolean, parent: unknown, item: Data, index: number): unknown;
  };
  readonly Utility: {
    load(object: unknown, options: unknown): unknown;
    throwIfNotLoaded(name: string, value: unknown, type: string, isNull: boolean): void;
    fixObjectPathIfNecessary(object: unknown, data: Data): void;
  };
  readonly ClientObject: new (...parts: readonly unknown[]) => { _isNull: boolean; _handleResult(data: Data): void };
}

/** Adds `notes` to the workbooks and the worksheets of a client. */
export function addNotes({ Excel, OfficeExtension }: Pick<OfficeClient, 'Excel' | 'OfficeExtension'>): void {
  const { BatchApiHelper, Utility, ClientObject } = OfficeExtension as unknown as ClientHelpers;

  class Note extends ClientObject {
    private data: Data = {};

    get _className(): string {
      return 'Note';
    }

    get content(): unknown {
      return this.loaded('content', 'Content');
    }

    get authorName(): unknown {
      return this.loaded('authorName', 'AuthorName');
    }

    private loaded(name: string, wireName: string): unknown {
      Utility.throwIfNotLoaded(name, this.data[wireName], 'Note', this._isNull);
      return this.data[wireName];
    }

    getLocation(): unknown {
      return BatchApiHelper.createMethodObject(Excel.Range, this, 'GetLocation', 1, [], false, true, null, 4);
    }

    override _handleResult(data: Data): void {
      super._handleResult(data);
      Utility.fixObjectPathIfNecessary(this, data);
      this.data = { ...this.data, ...data };
    }
  }

  class NoteCollection extends ClientObject {
    private notes: unknown[] | undefined;

    get _className(): string {
      return 'NoteCollection';
    }

    get _isCollection(): boolean {
      return true;
    }

    get items(): unknown {
      Utility.throwIfNotLoaded('items', this.notes, 'NoteCollection', this._isNull);
      return this.notes;
    }

    getItemAt(index: number): unknown {
      return BatchApiHelper.createMethodObject(Note, this, 'GetItemAt', 1, [index], false, false, null, 4);
    }

    load(options: unknown): unknown {
      return Utility.load(this, options);
    }

    override _handleResult(data: Data): void {
      super._handleResult(data);
      Utility.fixObjectPathIfNecessary(this, data);
      this.notes = (data._Items as readonly Data[] | undefined)?.map((item, index) => {
        const note = BatchApiHelper.createChildItemObject(Note, false, this, item, index) as Note;
        note._handleResult(item);
        return note;
      });
    }
  }

  for (const { prototype } of [Excel.Workbook, Excel.Worksheet])
    Object.defineProperty(prototype, 'notes', {
      configurable: true,
      get() {
        return BatchApiHelper.createPropertyObject(NoteCollection, this, 'Notes', true, 4);
      },
    });
}
