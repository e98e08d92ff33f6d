/** Ends the Chromium that `start-browser.ts` started. */
import { stopBrowser } from '../excel/browser';

export default stopBrowser;
