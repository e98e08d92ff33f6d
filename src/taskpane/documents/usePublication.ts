/** The state of the publication package: the choices, their faults, and the package once it is made. */
import { useEffect, useState } from 'react';
import type { ControlReport, Dossier } from '../../application/dossier';
import { contactText, type Contact, type ContactFaults } from '../../application/documents/publication-contact';
import { DOCUMENTS_FILE, type NamingField, type PackedPublication } from '../../application/documents/publication';
import { usePane, useSessionState } from '../shared/pane-context';

const ZIP = 'application/zip';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A package that can be downloaded, whole or its workbook alone. */
export interface MadePublication extends PackedPublication {
  readonly archiveUrl: string;
  readonly documentsUrl: string | null;
}

interface Made {
  readonly report: ControlReport;
  readonly publication: MadePublication;
}

export interface Publication {
  readonly naming: ReadonlySet<NamingField>;
  readonly contact: Contact;
  /** Shown once the package is asked for, then updated as they are corrected. */
  readonly faults: ContactFaults;
  /** Number of times that a package was asked for and refused. */
  readonly refusals: number;
  readonly isMaking: boolean;
  /** Null when there is none, or when the workbook has changed since. */
  readonly made: MadePublication | null;
  choose(field: NamingField, isWanted: boolean): void;
  changeContact(change: Partial<Contact>): void;
  make(): Promise<void>;
}

export function usePublication(dossier: Dossier, report: ControlReport): Publication {
  const { session, packPublication } = usePane();
  const { contact } = useSessionState();
  const [naming, setNaming] = useState<ReadonlySet<NamingField>>(new Set());
  const [refusals, setRefusals] = useState(0);
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const text = contactText(contact);
  useEffect(() => {
    if (!made) return undefined;
    const { archiveUrl, documentsUrl } = made.publication;
    return () => {
      URL.revokeObjectURL(archiveUrl);
      if (documentsUrl !== null) URL.revokeObjectURL(documentsUrl);
    };
  }, [made]);

  const choose = (field: NamingField, isWanted: boolean): void => {
    setMade(null);
    setNaming((before) => new Set(isWanted ? [...before, field] : [...before].filter((other) => other !== field)));
  };
  const changeContact = (change: Partial<Contact>): void => {
    setMade(null);
    session.setContact({ ...contact, ...change });
  };
  const make = async (): Promise<void> => {
    if (!text.ok) return setRefusals((before) => before + 1);
    setMaking(true);
    // A long ledger takes a second or two: the button shows it first.
    await new Promise((painted) => setTimeout(painted));
    const packed = await packPublication(dossier, report, { naming: [...naming], contact: text.value });
    setMaking(false);
    if (packed.ok) setMade({ report, publication: opened(packed.value) });
    else session.reportFailure(packed.failure);
  };
  const faults = refusals > 0 && !text.ok ? text.failure : {};
  return {
    naming,
    contact,
    faults,
    refusals,
    isMaking,
    made: made?.report === report ? made.publication : null,
    choose,
    changeContact,
    make,
  };
}

/** URLs valid within the page until they are revoked. */
function opened(publication: PackedPublication): MadePublication {
  const documents = publication.files.find(({ path }) => path === DOCUMENTS_FILE);
  return {
    ...publication,
    archiveUrl: urlOf(publication.archive, ZIP),
    documentsUrl: documents ? urlOf(documents.bytes, XLSX) : null,
  };
}

function urlOf(bytes: Uint8Array, type: string): string {
  return URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
}
