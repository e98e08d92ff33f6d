/** Starts one LibreOffice for all the suites that read with it. */
import { isLibreOfficeInstalled, startOffice } from '../readers/libreoffice';

export default function (): void {
  if (isLibreOfficeInstalled()) startOffice();
}
