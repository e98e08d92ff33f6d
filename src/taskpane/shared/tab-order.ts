/**
 * Tab from an element that took the focus without being a control: the title of a drawer, the count above a list.
 * Office.js answers Tab from its own list of controls, in which it looks for the element that has the focus; when that
 * is none of them, it gives the keyboard back to the sheet.
 */
import type { KeyboardEvent } from 'react';

/** The controls that Tab reaches, as Office.js defines them. */
const CONTROLS = ['a[href]', 'button', 'input', 'select', 'textarea', '[tabindex]']
  .map((control) => `${control}:not([disabled]):not([tabindex='-1'])`)
  .join(',');

/** Moves the focus to the next control in the order of the page; leaves every other Tab to Office.js. */
export function tabFromText(event: KeyboardEvent<HTMLElement>): void {
  const { key, shiftKey, currentTarget, target } = event;
  const isOurs = key === 'Tab' && target instanceof HTMLElement && !target.matches(CONTROLS);
  if (!isOurs || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  const wanted = shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const others = [...currentTarget.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (control) => (target.compareDocumentPosition(control) & wanted) !== 0,
  );
  for (const control of shiftKey ? others.reverse() : others) {
    control.focus();
    if (document.activeElement !== control) continue; // hidden
    event.preventDefault();
    event.stopPropagation();
    return;
  }
}
