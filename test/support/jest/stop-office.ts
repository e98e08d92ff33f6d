/** Ends the LibreOffice that `start-office.ts` started. */
import { stopOffice } from '../readers/libreoffice';

export default stopOffice;
