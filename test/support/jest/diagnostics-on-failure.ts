/**
 * The explanation of a failure is made when a test fails, not at each step before:
 * - A query that waits prints the page once its time is up, and not at each look.
 * - React keeps no stack of each element that it creates; its warnings name the component all the same.
 */
import { configure, getConfig } from '@testing-library/dom';
import * as React from 'react';

const explained = getConfig().getElementError;
configure({
  getElementError: (message, container) => {
    if (!isLooking()) return explained(message, container);
    const error = Object.assign(new Error(), { name: 'TestingLibraryElementError' });
    const text = (): string => (isLooking() ? (message ?? '') : explained(message, container).message);
    return Object.defineProperty(error, 'message', { get: text, configurable: true });
  },
});

/** While `waitFor` looks once more, which it may do often. */
function isLooking(): boolean {
  const { _disableExpensiveErrorDiagnostics: isOn } = getConfig() as { _disableExpensiveErrorDiagnostics?: boolean };
  return isOn === true;
}

const INTERNALS = '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE';
const { [INTERNALS]: internals } = React as unknown as Record<string, object | undefined>;
if (internals === undefined || !('recentlyCreatedOwnerStacks' in internals))
  throw new Error('React counts the stacks that it keeps in another way');
/** Past ten thousand stacks, React keeps no more, until it sets the count to zero again. */
Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', { get: () => Infinity, set: () => {} });
