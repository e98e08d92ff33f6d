/** One sentence and its remedy, above the grid, until closed. */
import type { PageMessage } from '../page-store';
import type { PageWords } from '../page-words';
import { Cross } from './Cross';

export interface MessageBarProps {
  readonly words: PageWords;
  readonly message: PageMessage;
  readonly onClose: () => void;
}

export function MessageBar({ words, message, onClose }: MessageBarProps) {
  return (
    <div className="message" role="alert">
      <p>
        <strong>{message.sentence}</strong> {message.remedy}
      </p>
      <button type="button" className="icon-button" aria-label={words.closeMessage} onClick={onClose}>
        <Cross />
      </button>
    </div>
  );
}
