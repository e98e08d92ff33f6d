/** The listeners of a grid, and the person or the program that acts on it: each edit is emitted with its origin. */
import type { GridEdit, GridEvent, GridOrigin } from './grid';

export class GridListeners {
  private origin: GridOrigin = 'user';
  private readonly listeners = new Set<(event: GridEvent) => void>();

  subscribe(listener: (event: GridEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  actingAs<T>(origin: GridOrigin, action: () => T): T {
    const previous = this.origin;
    this.origin = origin;
    try {
      return action();
    } finally {
      this.origin = previous;
    }
  }

  edit(edit: GridEdit): void {
    this.emit({ ...edit, origin: this.origin });
  }

  emit(event: GridEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }

  clear(): void {
    this.listeners.clear();
  }
}
