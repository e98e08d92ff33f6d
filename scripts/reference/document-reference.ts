/** The documents: identifier, sheet, named range, when each is written, and what it is for. */
import type { Language } from '../../src/messages/language';
import { fr } from '../../src/messages/typography';
import {
  DOCUMENT_KINDS,
  documentRange,
  DOCUMENTS,
  type DocumentId,
  type DocumentKind,
} from '../../src/workbook/document-names';
import { table } from './markdown';

/** A new kind of document without its purpose does not compile. */
const PURPOSES: Readonly<Record<DocumentKind, Readonly<Record<Language, string>>>> = {
  annexe: {
    fr: fr`répartition d'une enveloppe par poste de dépense, comme dans la convention ; une annexe par enveloppe`,
    en: 'credits of an envelope by budget line, as in the convention; one annex an envelope',
  },
  repartition: {
    fr: fr`AE et CP de chaque enveloppe, dont la part destinée aux restes à payer`,
    en: 'AE and CP of each envelope, with the part for outstanding amounts',
  },
  reference: { fr: 'codes d’imputation à employer', en: 'imputation codes to use' },
  bilan: {
    fr: fr`exécution de l'année par enveloppe et par poste : AE, CP, taux, service fait non payé, restes à payer par EJ, échéancier ; compte rendu au terme, le dernier jour de la convention`,
    en: 'execution of the year by envelope and budget line: AE, CP, rates, certified services not paid, outstanding by EJ, schedule; also the final report on the last day of the convention',
  },
  qualitatif: { fr: 'indicateurs, jalons et commentaires', en: 'indicators, milestones and comments' },
  etat: {
    fr: fr`consommation et atterrissage par mois, et depuis le début de la convention`,
    en: 'consumption and landing by month, and since the beginning of the convention',
  },
  rapprochement: { fr: 'écarts entre le suivi et Chorus', en: 'gaps between the ledger and Chorus' },
  comparaison: {
    fr: fr`ce qui a changé entre deux dates ou deux classeurs, au centime`,
    en: 'what changed between two dates or two workbooks, to the cent',
  },
  insuffisance: { fr: 'informer le délégant que les crédits ne suffiront pas', en: 'to notify insufficient credits' },
  suspension: { fr: 'suspendre les engagements', en: 'to suspend commitments' },
  'non-consommes': { fr: 'informer le délégant des crédits non consommés', en: 'to notify unspent credits' },
  fongibilite: {
    fr: fr`demander l'autorisation d'un redéploiement entre enveloppes`,
    en: 'to ask for the authorisation of a transfer between envelopes',
  },
  avenant: { fr: 'transmettre un avenant aux deux CBCM', en: 'to send an amendment to both comptrollers' },
  resiliation: { fr: 'résilier la convention', en: 'to terminate the convention' },
};

const FR = {
  title: 'Documents',
  intro: fr`Chaque document se regarde (« Aperçu ») avant d'être écrit sur sa feuille, et se retire par « Annuler la dernière génération ». L'identifiant est celui de \`--only\`. La plage nommée d'un document annuel d'une convention de plusieurs exercices se termine par l'année.`,
  headings: ['identifiant', 'feuille', 'objet', 'plage nommée', 'quand'],
  year: '(année)',
  issues: {
    byDefault: 'avec les autres',
    onDemand: 'courrier, sur demande',
    withExtracts: 'avec un extrait Chorus',
    withStates: 'avec deux situations',
  },
};

const EN: typeof FR = {
  title: 'Documents',
  intro:
    'Each document is previewed before it is written on its sheet, and undone by « Annuler la dernière génération ». The identifier is that of `--only`. The named range of a yearly document ends with the year where a convention has several credit years.',
  headings: ['identifier', 'sheet', 'purpose', 'named range', 'when'],
  year: '(year)',
  issues: {
    byDefault: 'with the others',
    onDemand: 'letter, on demand',
    withExtracts: 'with a Chorus extract',
    withStates: 'with two states',
  },
};

const WORDS: Readonly<Record<Language, typeof FR>> = { fr: FR, en: EN };

/** The chapter of the documents. */
export function documentReference(language: Language): string {
  const words = WORDS[language];
  const rows = DOCUMENT_KINDS.map((kind) => {
    const { sheet, issue } = DOCUMENTS[kind];
    const isYearly = 'isYearly' in DOCUMENTS[kind];
    const id: DocumentId = kind === 'annexe' ? 'annexe1' : kind;
    return [
      `\`${id}\`${kind === 'annexe' ? ', `annexe2`…' : ''}`,
      `${sheet}${kind === 'annexe' ? ' 1' : ''}${isYearly ? ` ${words.year}` : ''}`,
      PURPOSES[kind][language],
      `\`${documentRange(id, null)}\``,
      words.issues[issue],
    ];
  });
  return [`## ${words.title}`, words.intro, table(words.headings, rows)].join('\n\n');
}
