/** The suites of a group, or the suite that runs alone, share one Chromium; it ends with them. */
import { shareChromium } from '../excel/browser';

afterAll(shareChromium());
