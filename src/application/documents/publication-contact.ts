/** The contact of a publication: a service and its address, checked before they are published. */
import { failure, success, type Result } from '../../domain/result';

/** The fields as typed; either may be empty. */
export interface Contact {
  readonly service: string;
  readonly email: string;
}

/** The fault of a field. */
export type ContactFault = 'serviceTooLong' | 'serviceWithAddress' | 'emailTooLong' | 'emailMalformed';

/** The faults by field. */
export type ContactFaults = Readonly<Partial<Record<keyof Contact, ContactFault>>>;

const LONGEST_SERVICE = 200;
/** RFC 5321, 4.5.3.1. */
const LONGEST_EMAIL = 254;
/**
 * One address without a name, quotes or brackets; a host of at least two labels, as every functional address of the
 * State has.
 */
const EMAIL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

/** `Service <address>`, or the one that is given; or the faults by field. */
export function contactText(contact: Contact): Result<string, ContactFaults> {
  const service = contact.service.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const email = contact.email.trim();
  const ofService = faultOfService(service);
  const ofEmail = faultOfEmail(email);
  if (ofService !== null || ofEmail !== null)
    return failure({ ...(ofService && { service: ofService }), ...(ofEmail && { email: ofEmail }) });
  return success(service === '' || email === '' ? service + email : `${service} <${email}>`);
}

function faultOfService(service: string): ContactFault | null {
  if (service.length > LONGEST_SERVICE) return 'serviceTooLong';
  return /[<>@]/.test(service) ? 'serviceWithAddress' : null;
}

function faultOfEmail(email: string): ContactFault | null {
  if (email.length > LONGEST_EMAIL) return 'emailTooLong';
  return email === '' || (EMAIL.test(email) && !email.includes('..')) ? null : 'emailMalformed';
}
