// Types of addin-address.cjs, for the tests.
export const DEVELOPMENT: string;
/** Sources of `frame-ancestors`, for the header of the server. */
export const FRAMED_BY: string;
export const OFFICE_JS_CDN: string;
export function addinOptions(environment: Readonly<Record<string, string | undefined>>): {
  address: string;
  officeJs: string;
  isProduction: boolean;
};
export function manifestFor(manifest: string, address: string): string;
export function policyFor(officeJs: string): string;
