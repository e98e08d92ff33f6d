/** Starts one Chromium for all the end-to-end suites. */
import { startBrowser } from '../excel/browser';

export default startBrowser;
