/** A test of the pane prints no error: React reports there what a test did not wait for, and what the pane misuses. */
import { format } from 'node:util';

const printed: string[] = [];

beforeEach(() => void jest.spyOn(console, 'error').mockImplementation((...words) => printed.push(format(...words))));
afterEach(() => expect(printed.splice(0)).toEqual([]));
