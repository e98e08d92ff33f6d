/** The state of the publication package: the choices, their faults, and the package once it is made. */
import { useEffect, useState } from 'react';
import type { ControlReport } from '../../application/dossier';
import { contactText, type Contact, type ContactFaults } from '../../application/documents/publication-contact';
import {
  CONVENTION_EXTENSIONS,
  DOCUMENTS_FILE,
  type ConventionText,
  type NamingField,
  type PackedPublication,
  type PublicationReview,
} from '../../application/documents/publication';
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
  /** Identifiers of the free texts to publish. */
  readonly confirmed: ReadonlySet<string>;
  /** Of the last package made; null before the first. */
  readonly review: PublicationReview | null;
  /** The name of the file of the convention; null when none is joined. */
  readonly conventionFile: string | null;
  readonly contact: Contact;
  /** Shown once the package is asked for, then updated as they are corrected. */
  readonly faults: ContactFaults;
  /** Number of times that a package was asked for and refused. */
  readonly refusals: number;
  readonly isMaking: boolean;
  /** Null when there is none, or when the workbook has changed since. */
  readonly made: MadePublication | null;
  choose(field: NamingField, isWanted: boolean): void;
  confirm(id: string, isWanted: boolean): void;
  join(file: File | null): Promise<void>;
  changeContact(change: Partial<Contact>): void;
  make(): Promise<void>;
}

/** The choices; any change drops the package made before. */
function useChoices(drop: () => void): Pick<Publication, 'naming' | 'confirmed' | 'choose' | 'confirm' | 'join'> & {
  readonly joined: { readonly name: string; readonly text: ConventionText } | null;
} {
  const { session } = usePane();
  const [naming, setNaming] = useState<ReadonlySet<NamingField>>(new Set());
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const [joined, setJoined] = useState<{ readonly name: string; readonly text: ConventionText } | null>(null);
  const choose = (field: NamingField, isWanted: boolean): void => {
    drop();
    setNaming((before) => changed(before, field, isWanted));
  };
  const confirm = (id: string, isWanted: boolean): void => {
    drop();
    setConfirmed((before) => changed(before, id, isWanted));
  };
  const join = async (file: File | null): Promise<void> => {
    drop();
    setJoined(null);
    const extension = CONVENTION_EXTENSIONS.find((one) => file?.name.toLowerCase().endsWith(one));
    if (!file || !extension) return;
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      setJoined({ name: file.name, text: { extension, bytes } });
    } catch (problem) {
      if (!(problem instanceof DOMException)) throw problem;
      session.reportFailure({ code: 'fileMissing', path: file.name });
    }
  };
  return { naming, confirmed, joined, choose, confirm, join };
}

export function usePublication(report: ControlReport): Publication {
  const { session, packPublication } = usePane();
  const { contact } = useSessionState();
  const [review, setReview] = useState<PublicationReview | null>(null);
  const [refusals, setRefusals] = useState(0);
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const { joined, ...choices } = useChoices(() => setMade(null));
  const text = contactText(contact);
  useEffect(() => {
    if (!made) return undefined;
    const { archiveUrl, documentsUrl } = made.publication;
    return () => {
      URL.revokeObjectURL(archiveUrl);
      if (documentsUrl !== null) URL.revokeObjectURL(documentsUrl);
    };
  }, [made]);

  const changeContact = (change: Partial<Contact>): void => {
    setMade(null);
    session.setContact({ ...contact, ...change });
  };
  const make = async (): Promise<void> => {
    if (!text.ok) return setRefusals((before) => before + 1);
    setMaking(true);
    // A long ledger takes a second or two: the button shows it first.
    await new Promise((painted) => setTimeout(painted));
    await session.refresh(); // Excel does not announce every edit
    const { phase, notice } = session.state();
    if (phase.kind !== 'ready' || notice?.kind === 'failed') return setMaking(false);
    const packed = await packPublication(phase.dossier, phase.report, {
      naming: [...choices.naming],
      contact: text.value,
      confirmed: [...choices.confirmed],
      conventionText: joined?.text ?? null,
    });
    setMaking(false);
    if (!packed.ok) return session.reportFailure(packed.failure);
    setReview(packed.value.review);
    setMade({ report: phase.report, publication: opened(packed.value) });
  };
  return {
    ...choices,
    review,
    conventionFile: joined?.name ?? null,
    contact,
    faults: refusals > 0 && !text.ok ? text.failure : {},
    refusals,
    isMaking,
    made: made?.report === report ? made.publication : null,
    changeContact,
    make,
  };
}

function changed<T>(set: ReadonlySet<T>, item: T, isWanted: boolean): ReadonlySet<T> {
  return new Set(isWanted ? [...set, item] : [...set].filter((other) => other !== item));
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
