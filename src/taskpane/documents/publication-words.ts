/** Words of the publication package, fetched with the documents. */
import { formatCount } from '../../messages/format';
import type { TextKind } from '../../documents/publication/text-gate';
import type { Language } from '../../messages/language';
import { en, fr } from '../../messages/typography';

const FR = {
  title: 'Jeu de données à publier',
  intro: (date: string, article: string) =>
    fr`Le jeu de données à publier sur data.gouv.fr${article === '' ? '' : ` (${article})`}, situation au ${date}. ` +
    fr`Il se prépare dans ce volet et n'est envoyé nulle part.`,
  contains: 'Il contient',
  contents: [
    fr`les enveloppes, les postes et les opérations : un CSV et son schéma pour chacun ;`,
    fr`datapackage.json et LISEZMOI.txt, sous Licence Ouverte 2.0 ;`,
    fr`documents.xlsx : les documents de la convention, en valeurs.`,
  ],
  leavesOut: 'Il laisse de côté',
  leftOut: [
    fr`les commentaires, les indicateurs, les jalons, les signataires et le comptable, les titulaires et les objets : ` +
      fr`chaque texte libre est listé et ne part que coché ;`,
    fr`les autres colonnes et feuilles du classeur, et tout texte libre d'une colonne de codes.`,
  ],
  naming: 'Publier aussi, en connaissance de cause',
  fields: { supplier: 'Les titulaires', label: 'Les objets de dépense' },
  namingWarning: fr`Vérifiez qu'aucune cellule de ces colonnes ne nomme une personne : ce qui est publié ne se reprend pas.`,
  texts: 'Textes publiés',
  ofConvention: (count: number) => fr`Textes de la convention, publiés (${formatCount(count, 'fr')})`,
  freeTexts: fr`Textes libres : seuls ceux que vous cochez sont publiés`,
  freeTextsWarning: fr`Lisez chaque texte avant de le cocher : aucun ne doit nommer une personne.`,
  noFreeText: fr`Aucun texte libre.`,
  kinds: {
    comment: 'Commentaire',
    indicator: 'Indicateur',
    milestone: 'Jalon',
    signature: 'Signature',
    accountant: 'Comptable assignataire',
    spelling: 'Graphie',
    supplier: 'Titulaire',
    label: 'Objet',
  } satisfies Record<TextKind, string>,
  conventionText: fr`Texte de la convention (facultatif)`,
  conventionHint: fr`PDF, ODT, DOCX, TXT ou MD : il prend sa place dans le jeu de données.`,
  contact: 'À qui écrire (facultatif)',
  service: 'Service',
  serviceHint: fr`Un service, pas une personne.`,
  email: 'Adresse électronique',
  emailHint: fr`Une boîte fonctionnelle.`,
  faults: {
    serviceTooLong: fr`200 caractères au plus.`,
    serviceWithAddress: fr`Le nom seul, sans < > ni @ : l'adresse a son propre champ.`,
    emailTooLong: fr`254 caractères au plus.`,
    emailMalformed: fr`Une seule adresse, par exemple service@ministere.gouv.fr.`,
  },
  prepare: 'Préparer le jeu de données',
  preparing: 'Préparation…',
  ready: 'Jeu de données prêt',
  errors: (count: number) =>
    fr`${formatCount(count, 'fr')} ${count < 2 ? 'erreur constatée' : 'erreurs constatées'} : le fichier LISEZMOI l'indique aux lecteurs.`,
  unchecked: (count: number) =>
    count < 2
      ? fr`1 ligne est publiée comme non contrôlée, hors des totaux.`
      : fr`${formatCount(count, 'fr')} lignes sont publiées comme non contrôlées, hors des totaux.`,
  download: (size: string) => fr`Télécharger (.zip, ${size})`,
  size: (bytes: number) => fr`${formatCount(Math.max(1, Math.round(bytes / 1000)), 'fr')} ko`,
  notStarted: fr`Rien ne se télécharge ?`,
  remedy:
    fr`Certaines versions d'Excel bloquent les téléchargements d'un volet. ` +
    fr`Copiez alors chaque texte et enregistrez-le sous son nom, en UTF-8 ; ouvrez le classeur et enregistrez-le de même.`,
  openNew: fr`Ouvrir dans un nouveau classeur`,
  downloadFile: (path: string) => fr`Télécharger ${path} seul`,
  copy: (path: string) => fr`Copier ${path}`,
  copied: 'Copié',
  copyByHand: fr`Excel refuse l'accès au presse-papiers : cliquez dans le texte, puis Ctrl+A et Ctrl+C.`,
  afterwards: fr`Une fois le jeu publié, portez-en la date dans le registre des obligations.`,
  goToDuty: 'Aller au registre',
};

export type PackageWords = typeof FR;

const EN: PackageWords = {
  title: 'Publication package',
  intro: (date, article) =>
    `The data set to publish on data.gouv.fr${article === '' ? '' : ` (${article})`}, as of ${date}. It is made in this pane and sent nowhere. ` +
    en`Its text is French, as its readers' is.`,
  contains: 'It contains',
  contents: [
    'the envelopes, the budget lines and the operations: a CSV and its schema for each;',
    'datapackage.json and LISEZMOI.txt, under the Licence Ouverte 2.0;',
    'documents.xlsx: the documents of the convention, values only.',
  ],
  leavesOut: 'It leaves out',
  leftOut: [
    'comments, indicators, milestones, signatories and accountant, suppliers and labels: ' +
      'each free text is listed, and leaves only if ticked;',
    'the other columns and sheets of the workbook, and any free text of a column of codes.',
  ],
  naming: 'Publish too, knowingly',
  fields: { supplier: 'Suppliers', label: 'Labels of expenses' },
  namingWarning: 'Check that no cell of these columns names a person: what is published cannot be taken back.',
  texts: 'Published texts',
  ofConvention: (count) => `Texts of the convention, published (${formatCount(count, 'en')})`,
  freeTexts: 'Free texts: only those that you tick are published',
  freeTextsWarning: 'Read each text before you tick it: none may name a person.',
  noFreeText: 'No free text.',
  kinds: {
    comment: 'Comment',
    indicator: 'Indicator',
    milestone: 'Milestone',
    signature: 'Signature',
    accountant: 'Paying accountant',
    spelling: 'Spelling',
    supplier: 'Supplier',
    label: 'Label',
  },
  conventionText: 'Text of the convention (optional)',
  conventionHint: 'PDF, ODT, DOCX, TXT or MD: it has its place in the data set.',
  contact: 'Whom to write to (optional)',
  service: 'Department',
  serviceHint: 'A department, not a person.',
  email: 'E-mail address',
  emailHint: 'A shared mailbox.',
  faults: {
    serviceTooLong: '200 characters at most.',
    serviceWithAddress: 'The name alone, without < > or @: the address has a field of its own.',
    emailTooLong: '254 characters at most.',
    emailMalformed: 'One address only, such as service@ministere.gouv.fr.',
  },
  prepare: 'Prepare the package',
  preparing: 'Preparing…',
  ready: 'The package is ready',
  errors: (count) =>
    `${formatCount(count, 'en')} ${count === 1 ? 'error' : 'errors'} found: the file LISEZMOI states it for readers.`,
  unchecked: (count) =>
    count === 1
      ? '1 row is published as unchecked, outside the totals.'
      : `${formatCount(count, 'en')} rows are published as unchecked, outside the totals.`,
  download: (size) => `Download (.zip, ${size})`,
  size: (bytes) => `${formatCount(Math.max(1, Math.round(bytes / 1000)), 'en')} kB`,
  notStarted: 'Nothing downloads?',
  remedy:
    'Some versions of Excel stop the downloads of a pane. ' +
    'Copy each text instead and save it under its name, in UTF-8; open the workbook and save it likewise.',
  openNew: 'Open in a new workbook',
  downloadFile: (path) => `Download ${path} alone`,
  copy: (path) => `Copy ${path}`,
  copied: 'Copied',
  copyByHand: 'Excel refuses access to the clipboard: click in the text, then Ctrl+A and Ctrl+C.',
  afterwards: 'Once the set is published, write the day in the register of duties.',
  goToDuty: 'Go to the register',
};

/** By language: a sentence that lacks its English does not compile. */
export const PACKAGE_WORDS: Readonly<Record<Language, PackageWords>> = { fr: FR, en: EN };
