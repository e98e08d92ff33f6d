/** Values that are mostly there at once: a batch has hundreds of actions, and few of them wait for a calculation. */

export type Later<T> = T | Promise<T>;

/** The result of `next` for the value: at once when the value is there. */
export function afterwards<T, R>(value: Later<T>, next: (value: T) => Later<R>): Later<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}
