/** Words of « Nouvelle convention », fetched with it. */
import type { BoundedEvent } from '../../domain/envelopes/convention';
import type { Language } from '../../messages/language';
import { fr } from '../../messages/typography';

export interface FormWords {
  readonly title: string;
  readonly intro: string;
  readonly faults: (count: number) => string;
  readonly parts: {
    readonly convention: string;
    readonly delegants: string;
    readonly delegates: string;
    readonly dates: string;
    readonly ceilings: string;
    readonly envelopes: string;
    readonly lines: string;
    readonly codes: string;
  };
  readonly reference: string;
  readonly name: string;
  readonly partyName: string;
  readonly representative: string;
  readonly signatory: string;
  readonly signedOn: string;
  readonly endsOn: string;
  readonly dateHint: string;
  readonly creditYear: string;
  readonly noticeMonths: string;
  readonly replyWorkingDays: string;
  readonly endAppliesTo: string;
  readonly events: Readonly<Record<BoundedEvent, string>>;
  readonly ceilingHint: string;
  readonly ae: string;
  readonly cp: string;
  readonly rap: string;
  readonly code: string;
  readonly label: string;
  readonly aliases: string;
  readonly aliasesHint: string;
  readonly delegated: string;
  readonly total: string;
  readonly field: string;
  readonly value: string;
  readonly onlyEnvelope: string;
  readonly allEnvelopes: string;
  readonly numbered: (what: string, number: number) => string;
  readonly party: string;
  readonly envelope: string;
  readonly line: string;
  readonly codeOf: string;
  readonly add: Readonly<Record<'party' | 'envelope' | 'line' | 'code', string>>;
  readonly remove: (what: string) => string;
  readonly submit: string;
}

const FR: FormWords = {
  title: 'Nouvelle convention',
  intro: fr`Ce formulaire remplit les tables de la feuille Convention, où tout reste modifiable. Les champs marqués * sont nécessaires.`,
  faults: (number) => (number === 1 ? fr`Un champ est à corriger.` : fr`${String(number)} champs sont à corriger.`),
  parts: {
    convention: 'La convention',
    delegants: 'Délégant',
    delegates: 'Délégataire',
    dates: 'Dates et délais',
    ceilings: fr`Plafonds de toute la convention`,
    envelopes: 'Enveloppes',
    lines: 'Postes de dépense',
    codes: 'Codes Chorus autorisés',
  },
  reference: 'Référence (NOR)',
  name: 'Intitulé',
  partyName: 'Nom',
  representative: 'Représentant (fonction)',
  signatory: 'Signataire (fonction)',
  signedOn: 'Signée le',
  endsOn: 'Prend fin le',
  dateHint: 'jj/mm/aaaa',
  creditYear: fr`Exercice des crédits`,
  noticeMonths: 'Préavis (mois)',
  replyWorkingDays: 'Réponse (jours ouvrés)',
  endAppliesTo: fr`La fin s'applique`,
  events: { commitment: 'aux engagements', serviceCertified: 'au service fait', payment: 'aux paiements' },
  ceilingHint: fr`Vide : pas de plafond.`,
  ae: 'AE (€)',
  cp: 'CP (€)',
  rap: 'dont RAP (€)',
  code: 'Code',
  label: 'Libellé',
  aliases: 'Autres noms',
  aliasesHint: fr`Séparés par des points-virgules.`,
  delegated: 'Montant délégué (€)',
  total: 'Montant total (€)',
  field: 'Champ',
  value: 'Valeur',
  onlyEnvelope: 'Pour',
  allEnvelopes: 'Toutes les enveloppes',
  numbered: (what, number) => fr`${what} ${String(number)}`,
  party: 'Partie',
  envelope: 'Enveloppe',
  line: 'Poste',
  codeOf: 'Code',
  add: {
    party: 'Ajouter une partie',
    envelope: 'Ajouter une enveloppe',
    line: 'Ajouter un poste',
    code: 'Ajouter un code',
  },
  remove: (what) => fr`Retirer : ${what}`,
  submit: 'Ajouter la feuille Convention',
};

const EN: FormWords = {
  title: 'New convention',
  intro:
    'This form fills the tables of the sheet Convention, where everything can still be changed. Fields marked * are needed.',
  faults: (number) => (number === 1 ? 'One field is to be mended.' : `${number} fields are to be mended.`),
  parts: {
    convention: 'The convention',
    delegants: 'Délégant',
    delegates: 'Délégataire',
    dates: 'Dates and delays',
    ceilings: 'Ceilings of the whole convention',
    envelopes: 'Envelopes',
    lines: 'Budget lines',
    codes: 'Chorus codes allowed',
  },
  reference: 'Reference (NOR)',
  name: 'Title',
  partyName: 'Name',
  representative: 'Representative (office)',
  signatory: 'Signatory (office)',
  signedOn: 'Signed on',
  endsOn: 'Ends on',
  dateHint: 'yyyy-mm-dd',
  creditYear: 'Credit year',
  noticeMonths: 'Notice (months)',
  replyWorkingDays: 'Reply (working days)',
  endAppliesTo: 'The end applies to',
  events: { commitment: 'commitments', serviceCertified: 'service fait', payment: 'payments' },
  ceilingHint: 'Empty: no ceiling.',
  ae: 'AE (€)',
  cp: 'CP (€)',
  rap: 'of which RAP (€)',
  code: 'Code',
  label: 'Label',
  aliases: 'Other names',
  aliasesHint: 'Separated by semicolons.',
  delegated: 'Delegated amount (€)',
  total: 'Total amount (€)',
  field: 'Field',
  value: 'Value',
  onlyEnvelope: 'For',
  allEnvelopes: 'All envelopes',
  numbered: (what, number) => `${what} ${number}`,
  party: 'Party',
  envelope: 'Envelope',
  line: 'Budget line',
  codeOf: 'Code',
  add: { party: 'Add a party', envelope: 'Add an envelope', line: 'Add a budget line', code: 'Add a code' },
  remove: (what) => `Remove: ${what}`,
  submit: 'Add the sheet Convention',
};

/** The words of a language. */
export function formWords(language: Language): FormWords {
  return language === 'fr' ? FR : EN;
}
