// A self-signed certificate for localhost, made once and kept in .cache: Office.js trusts a host page only over https.
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ONE_DAY = 24 * 3600 * 1000;
const LIFETIME = 365 * ONE_DAY;

/** The key and the certificate to serve with, from the cache or made now. */
export async function localCertificate(cacheFolder) {
  const file = path.join(cacheFolder, 'localhost.pem');
  if (existsSync(file)) {
    const kept = readFileSync(file, 'utf8');
    if (isStillValid(kept)) return { key: kept, cert: kept };
  }
  const { default: selfsigned } = await import('selfsigned');
  const made = await selfsigned.generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + LIFETIME),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(file, `${made.private}\n${made.cert}`, { mode: 0o600 });
  return { key: made.private, cert: made.cert };
}

/**
 * The certificate that `office-addin-dev-certs` made the machine trust, which a real Excel requires; null when there is
 * none.
 */
export function trustedCertificate() {
  const folder = path.join(os.homedir(), '.office-addin-dev-certs');
  const [key, cert] = [path.join(folder, 'localhost.key'), path.join(folder, 'localhost.crt')];
  if (!existsSync(key) || !existsSync(cert)) return null;
  const pair = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  return isStillValid(pair.cert) ? pair : null;
}

/** False for a text that holds no certificate at all: a damaged cache is made again. */
function isStillValid(pem) {
  const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(pem);
  if (certificate === null) return false;
  try {
    return Date.parse(new X509Certificate(certificate[0]).validTo) > Date.now() + ONE_DAY;
  } catch {
    return false;
  }
}
