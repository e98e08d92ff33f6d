/** The top of the window: the name of the workbook, and the buttons that save a copy of it and open another. */
import { useId, useRef } from 'react';
import { searchOf, type PageView } from '../page-view';
import { PAGE_WORDS } from '../page-words';
import { COPY_WORDS } from '../saving/copy-words';
import { ViewSwitches } from './ViewSwitches';

export interface TitleBarProps {
  readonly fileName: string | null;
  readonly opening: string | null;
  readonly isSaving: boolean;
  readonly view: PageView;
  readonly onView: (change: Partial<PageView>) => void;
  readonly onOpen: (files: readonly File[]) => void;
  readonly onSave: () => void;
}

export function TitleBar({ fileName, opening, isSaving, view, onView, onOpen, onSave }: TitleBarProps) {
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const words = PAGE_WORDS[view.locale];
  const copyWords = COPY_WORDS[view.locale];
  return (
    <header className="title-bar">
      <SheetIcon />
      <h1 title={fileName ?? undefined}>{fileName ?? words.loading}</h1>
      <p className="promise">
        {words.workbench} <span>· {words.promise}</span>
      </p>
      <p className="progress" role="status">
        {opening !== null ? words.opening(opening) : isSaving ? copyWords.saving : ''}
      </p>
      <label className="visually-hidden" htmlFor={inputId}>
        {words.openHint}
      </label>
      <input
        id={inputId}
        ref={input}
        className="visually-hidden"
        type="file"
        tabIndex={-1}
        accept=".xlsx,.xlsm"
        onChange={(event) => {
          onOpen([...(event.target.files ?? [])]);
          event.target.value = ''; // choosing the same file again opens it again
        }}
      />
      <ViewSwitches view={view} onView={onView} />
      {view.locale === 'fr-FR' ? (
        <a className="open" lang="en" href={searchOf({ ...view, locale: 'en-US' })} title={words.otherLanguage}>
          English
        </a>
      ) : (
        <a className="open" lang="fr" href={searchOf({ ...view, locale: 'fr-FR' })} title={words.otherLanguage}>
          Français
        </a>
      )}
      <button type="button" className="open" title={words.openHint} onClick={() => input.current?.click()}>
        {words.open}
      </button>
      {fileName !== null && (
        <button type="button" className="open" title={copyWords.saveHint} onClick={onSave}>
          {copyWords.save}
        </button>
      )}
    </header>
  );
}

function SheetIcon() {
  return (
    <svg className="sheet-icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <rect x="2.5" y="2.5" width="15" height="15" rx="2" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M2.5 7.5h15M2.5 12.5h15M8 2.5v15" stroke="currentColor" strokeWidth="1.2" />
    </svg>
  );
}
