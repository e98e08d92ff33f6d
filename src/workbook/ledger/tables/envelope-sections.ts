/**
 * Titles among the rows of a table, some of which name an envelope: the part of « PDE » ends at « API Entreprise »,
 * which the convention does not know, and whose rows then have no envelope. A title that is not in the place and shape
 * of the others, or that may divide an envelope (« Marché informatique »), ends nothing.
 */
import { comparable } from '../../../domain/text';

/** A row of a table that holds one text. */
export interface LoneText<Envelope> {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** The one that the text names; null for none. */
  readonly envelope: Envelope | null;
  readonly isAfterBlank: boolean;
  /** The nearest filled row above holds one text too. */
  readonly isBelowText: boolean;
  /** Rows follow, or the headings again. */
  readonly isOver: 'rows' | 'headings' | null;
}

const LONGEST_NAME = 40;
const NAME = /^\p{Lu}[^\d:;?!]{2,}[^\d:;?!.]$/u;
/** Parts of any envelope: natures of expenses, pieces, periods, teams, states and notes. */
const OF_ANY_ENVELOPE = new RegExp(
  String.raw`\b(?:marches?|contrats?|accords?|conventions?|prestations?|fonctionnement|investissements?|maintenance|` +
    'hebergement|communication|formations?|licences?|materiels?|logiciels?|developpements?|abonnements?|deplacements?|' +
    'missions?|etudes?|conseil|informatique|infrastructures?|securite|design|evenements?|depenses?|achats?|' +
    'engagements?|engagee?s?|commandes?|paiements?|payee?s?|factures?|avenants?|avances?|acomptes?|retraits?|' +
    'tranches?|lots?|phases?|titres?|axes?|postes?|trimestres?|semestres?|annees?|exercices?|gestion|ej|dp|ae|cp|' +
    'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|suivi|liste|tableau|' +
    'equipes?|poles?|bureaux?|bureau|directions?|sous direction|services?|departements?|prestataires?|fournisseurs?|' +
    'sous total|total|totaux|cumul|soldes?|restes?|notes?|nota|remarques?|attention|voir|suite|fin|hors|sans|avec|' +
    'en cours|en attente|a|nouvea(?:u|ux)|nouvelles?|anciens?|anciennes?|projets?|previsions?|reports?|rap|' +
    String.raw`regularisations?|corrections?|reconductions?|operations?|annulations?|credits?|budgets?)\b`,
);

/**
 * The titles that begin a part, in their order: those that name an envelope, and those like them that name none.
 * `isTitled`: a title above the headings names one, in this column.
 */
export function sectionTitles<Envelope>(
  texts: readonly LoneText<Envelope>[],
  isTitled: { readonly column: number } | null,
): readonly LoneText<Envelope>[] {
  const divides = (one: LoneText<Envelope>, before: LoneText<Envelope> | undefined): boolean =>
    one.envelope === null && one.isBelowText && before !== undefined && before.envelope !== null;
  if (texts.some((one, index) => divides(one, texts[index - 1])))
    return texts.filter(({ envelope }) => envelope !== null); // each envelope may be divided
  const times = new Map<string, number>();
  for (const { text } of texts) times.set(comparable(text), (times.get(comparable(text)) ?? 0) + 1);
  const isAlone = ({ text }: LoneText<Envelope>): boolean => mayName(text) && times.get(comparable(text)) === 1;
  const known = new KnownTitles();
  return texts.filter((one) => {
    if (one.envelope === null)
      return isAlone(one) && (known.isEmpty ? isTitled !== null && isLikeTitle(one, isTitled.column) : known.has(one));
    known.add(one);
    return true;
  });
}

type Shape = Pick<LoneText<unknown>, 'column' | 'isAfterBlank' | 'isBelowText' | 'isOver'>;

/** The place and the shape of the titles that name an envelope, so far. */
class KnownTitles {
  private readonly columns = new Set<number>();
  private readonly over = new Set<Shape['isOver']>();
  private areAfterBlanks = false;

  get isEmpty(): boolean {
    return this.columns.size === 0;
  }

  add({ column, isOver, isAfterBlank }: Shape): void {
    this.columns.add(column);
    this.over.add(isOver);
    this.areAfterBlanks ||= isAfterBlank;
  }

  has({ column, isOver, isAfterBlank, isBelowText }: Shape): boolean {
    const isInPlace = this.columns.size === 1 && this.columns.has(column) && (isAfterBlank || !this.areAfterBlanks);
    return isInPlace && isOver !== null && this.over.has(isOver) && !isBelowText;
  }
}

/** The headings again, under a title in the column of the one above the first of them. */
function isLikeTitle({ column, isOver, isBelowText }: Shape, titled: number): boolean {
  return column === titled && isOver === 'headings' && !isBelowText;
}

function mayName(text: string): boolean {
  return text.length <= LONGEST_NAME && NAME.test(text) && !OF_ANY_ENVELOPE.test(comparable(text));
}
