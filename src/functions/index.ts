/**
 * Entry of the functions: small and first in the page, so that Excel finds them while the rest of the add-in is still
 * coming.
 */
import './functions';
