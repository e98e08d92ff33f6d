/** Entry of the commands: small and first in the page, beside the functions. */
import { ribbon } from './ribbon';

ribbon.associate();
