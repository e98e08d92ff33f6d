/** The keys of the list of findings. Letters do nothing in a field, nor with Ctrl, Alt or the command key. */

export type Move =
  'down' | 'up' | 'first' | 'last' | 'next' | 'previous' | 'open' | 'close' | 'search' | 'go' | 'accept';

const KEYS: Readonly<Record<string, Move>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  Home: 'first',
  End: 'last',
  j: 'next',
  k: 'previous',
  ArrowRight: 'open',
  ArrowLeft: 'close',
  '/': 'search',
  Enter: 'go',
  a: 'accept',
};

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly defaultPrevented: boolean;
  readonly target: EventTarget;
}

/** The meaning of a key; null when it has none where it is pressed. */
export function keyMove({ key, ctrlKey, altKey, metaKey, defaultPrevented, target }: Pressed): Move | null {
  if (defaultPrevented || ctrlKey || altKey || metaKey || !(target instanceof Element)) return null;
  if (target.closest('input, textarea, select, [role="dialog"], [role="group"]') !== null) return null;
  const move = KEYS[key] ?? null;
  const isOnRow = target.closest('[data-index]') !== null;
  if (!isOnRow) return move === 'next' || move === 'previous' || move === 'search' ? move : null;
  // Enter on a button of the detail presses that button.
  const isRowItself = target.closest('[data-index]')?.querySelector('button') === target;
  return move === 'go' && !isRowItself ? null : move;
}
