/** A text is read once, and memory has a bound. */
import { remembering } from '../../src/domain/remembering';

describe('a reading that remembers', () => {
  it('reads an equal text once, even when it means nothing', () => {
    const read: string[] = [];
    const meaningOf = remembering((text) => {
      read.push(text);
      return text === 'Total' ? 'total' : null;
    });
    expect(['Total', 'Achat', 'Total', 'Achat'].map(meaningOf)).toEqual(['total', null, 'total', null]);
    expect(read).toEqual(['Total', 'Achat']);
  });

  it('forgets all at its bound, and answers as before', () => {
    let count = 0;
    const length = remembering((text) => `${count++}:${text.length}`);
    const first = length('first');
    for (let text = 1; text < 50_000; text++) length(`${text}`);
    expect(length('first')).toBe(first);
    length('one more');
    expect(length('first')).toBe('50001:5');
  });
});
