// Where the add-in is served from, and what depends on it: the manifest and the content security policy. The source
// manifest names the developer's machine; scripts/deploy.mjs puts a real address in its place.
const DEVELOPMENT = 'https://localhost:3000';
const OFFICE_JS_HERE = 'office-js/office.js';
const OFFICE_JS_CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** The sites that show the pane in a frame: Excel on the web, Teams, Microsoft 365. For the server's own header. */
const FRAMED_BY = [
  'https://*.officeapps.live.com',
  'https://*.sharepoint.com',
  'https://onedrive.live.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
].join(' ');

/** The manifest for an address. */
function manifestFor(manifest, address) {
  return manifest.replaceAll(DEVELOPMENT, address);
}

/**
 * The policy of the pane: its own files, Office.js, and no way out. Styles are inline because Fluent and Office.js
 * write them so.
 */
function policyFor(officeJs) {
  const office = /^https:\/\/[^/]+/.exec(officeJs)?.[0];
  const ours = `'self'${office ? ` ${office}` : ''}`;
  return [
    "default-src 'none'",
    `script-src ${ours}`,
    // on a host that it does not list, Office.js first shows a page of its own in a frame, and waits for it
    `frame-src ${ours}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ');
}

module.exports = { DEVELOPMENT, FRAMED_BY, OFFICE_JS_CDN, OFFICE_JS_HERE, manifestFor, policyFor };
