/**
 * The long forms that somebody is filling in. What is typed is kept while the pane runs, and given back after a reload:
 * the session storage of the web view holds it, which ends with the view and is never that of another workbook or of
 * another version. Nothing of the cells is kept, and what is written in the workbook is kept no longer.
 */

/** The forms that are long to type again. */
export type FormName = 'row' | 'request' | 'convention' | 'reason';

/** The place in which drafts outlive a reload. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'enveloppe.drafts';

interface Kept {
  /** The workbook and the version. */
  readonly of: string;
  readonly open: FormName | null;
  /** The form that was open when a bug interrupted the pane. */
  readonly broke: FormName | null;
  readonly typed: Partial<Record<FormName, unknown>>;
}

export class Drafts {
  private kept: Kept;

  /** `of`: the workbook and the version; without it or without storage, drafts live as long as the page. */
  constructor(
    of: string | null = null,
    private readonly storage: DraftStorage | null = null,
  ) {
    this.kept = { of: of ?? '', open: null, broke: null, typed: {} };
    if (of === null) this.storage = null;
    const found = this.found();
    if (found?.of === of) this.kept = found;
  }

  /** The draft of a form as it was left; undefined when there is none. */
  typed(form: FormName): unknown {
    return this.kept.typed[form];
  }

  /** Keeps the draft of a form; undefined forgets it. */
  type(form: FormName, draft: unknown): void {
    const others = Object.entries(this.kept.typed).filter(([name]) => name !== form);
    this.keep({ typed: Object.fromEntries(draft === undefined ? others : [...others, [form, draft]]) });
  }

  /** True when the form was left open. */
  isOpen(form: FormName): boolean {
    return this.kept.open === form;
  }

  /** The form that is open; null once it is closed. */
  setOpen(form: FormName | null): void {
    this.keep({ open: form });
  }

  /**
   * After a bug: the form that was open is not opened again by itself, and its draft is forgotten the second time,
   * since it may be the cause. Returns what becomes of the draft; null when no form with a draft was open.
   */
  afterBug(): 'kept' | 'lost' | null {
    const { open, broke } = this.kept;
    if (open === null || this.typed(open) === undefined) return null;
    const isCause = broke === open;
    if (isCause) this.type(open, undefined);
    this.keep({ open: null, broke: open });
    return this.storage === null || isCause ? 'lost' : 'kept';
  }

  private keep(change: Partial<Kept>): void {
    this.kept = { ...this.kept, ...change };
    try {
      this.storage?.setItem(KEY, JSON.stringify(this.kept));
    } catch {
      // storage is refused or full: drafts live as long as the page
    }
  }

  private found(): Kept | null {
    try {
      const text = this.storage?.getItem(KEY);
      return typeof text === 'string' ? (JSON.parse(text) as Kept) : null;
    } catch {
      return null; // storage is refused, or somebody else wrote in it
    }
  }
}

/**
 * The drafts of the workbook at an address, for a version of the pane; a workbook that was never saved has none of its
 * own.
 */
export function draftsOf(address: string, version: string): Drafts {
  return new Drafts(/[/\\]/.test(address) ? `${address} ${version}` : null, sessionStorageOrNone());
}

function sessionStorageOrNone(): DraftStorage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null; // storage is refused to the add-in
  }
}
