// Types of addin-address.cjs, for the tests.
export const DEVELOPMENT: string;
/** Sources of `frame-ancestors`, for the header of the server. */
export const FRAMED_BY: string;
export const OFFICE_JS_CDN: string;
export const OFFICE_JS_HERE: string;
export function manifestFor(manifest: string, address: string): string;
export function policyFor(officeJs: string): string;
