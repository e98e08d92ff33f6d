/** Entry of the functions: small and first in the page, so that Excel finds them while the rest is still loading. */
import { associateFunctions } from './streams';

associateFunctions();
