/** Répartition AE/CP by envelope (art. 1.2 of the 2023 convention); « dont RAP » is part of the CP of its envelope. */
import type { Envelope } from '../../domain/envelopes/convention';
import { NATURES, type Nature } from '../../domain/money/nature';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import type { PlannedCell } from '../../workbook/plan';
import { addClosing, addControlPage } from '../page/closing';
import { addControls, controlHighlight, ownFigure, sumOfCells, type ControlLine } from '../page/control-lines';
import type { DocumentPage, Origin } from '../page/document-page';
import { FigureDesk } from '../figures/figure-desk';
import { addHeading } from '../page/heading';
import type { DocumentSource } from '../input';
import { naturesOf } from '../../domain/envelopes/ceilings';
import { amount, blank, filledElsewhere, PageBuilder, text, type Shown } from '../page/page-builder';
import { naturesOfWhole } from '../../domain/envelopes/allowances/whole-ceiling';

const WIDTHS = [40, 17, 17, 17, 12, 10];

export function repartition(source: DocumentSource, origin: Origin): DocumentPage {
  const { convention } = source;
  const page = new PageBuilder(origin, WIDTHS, 'portrait');
  const heading = addHeading(page, source, words.repartitionTitle(convention.creditYear));
  const desk = new FigureDesk(source, heading.bounds);
  const natures = naturesOf(convention);
  page.addSection([words.envelopeHeading, ...natures].map((label) => text(label, 'heading')));
  const amounts = new Map<Nature, Shown[]>(natures.map((nature) => [nature, []]));
  for (const envelope of convention.envelopes) addEnvelope(page, source, desk, envelope, amounts);
  const totals = addTotal(page, natures, amounts);
  addOwnCeilings(page, source, desk, totals);
  page.addBlank();
  addControlPage(page, source);
  addControls(page, controlsOf(page, source, desk, totals), desk);
  addClosing(page, source, desk, []);
  return page.build({ commentColumn: null, highlights: [controlHighlight(page)] });
}

function addEnvelope(
  page: PageBuilder,
  source: DocumentSource,
  desk: FigureDesk,
  envelope: Envelope,
  amounts: ReadonlyMap<Nature, Shown[]>,
): void {
  const name = words.figureOf(words.figure.ceiling, envelope.code);
  const row = page.nextRow;
  const cells = [...amounts].map(([nature, shown], index): PlannedCell => {
    const ceiling = envelope.ceilings[nature];
    if (!ceiling) return filledElsewhere('amount');
    const decided = desk.ofTables(
      name,
      source.ceilings.ofEnvelope(envelope, nature === 'AE' ? 'ae' : 'cp'),
      ceiling.amount.cents,
    );
    shown.push({ row, column: index + 1, cents: decided.cents });
    return amount(decided.cents, decided.formula);
  });
  page.add([text(envelope.label, 'label'), ...cells]);
  if (envelope.openingRap.isZero || !amounts.has('CP')) return;
  const rap = desk.ofTables(name, source.ceilings.ofEnvelope(envelope, 'rap'), envelope.openingRap.cents);
  page.add([
    text(words.ofWhichRap, 'label'),
    ...[...amounts.keys()].map((nature) => (nature === 'CP' ? amount(rap.cents, rap.formula) : blank('amount'))),
  ]);
}

/** The total of each nature in which an envelope has an amount; a dash for the others. */
function addTotal(
  page: PageBuilder,
  natures: readonly Nature[],
  amounts: ReadonlyMap<Nature, readonly Shown[]>,
): ReadonlyMap<Nature, Shown> {
  const row = page.nextRow;
  const totals = new Map<Nature, Shown>();
  const cells = natures.map((nature, index) => {
    const shown = amounts.get(nature) ?? [];
    if (shown.length === 0) return text(words.notGiven, 'totalAmount');
    const { cents, formula } = sumOfCells(page, shown);
    totals.set(nature, { row, column: index + 1, cents });
    return amount(cents, formula, 'totalAmount');
  });
  page.add([text(words.sum, 'totalLabel'), ...cells]);
  return totals;
}

/** The ceilings of the convention, where those of its envelopes do not add up to one of them. */
function addOwnCeilings(
  page: PageBuilder,
  { convention, ceilings }: DocumentSource,
  desk: FigureDesk,
  totals: ReadonlyMap<Nature, Shown>,
): void {
  const natures = naturesOf(convention);
  if (naturesOfWhole(convention, natures).length === 0) return;
  const name = words.figureOf(words.figure.ceiling, words.wholeConvention);
  const cells = natures.map((nature) => {
    const [printed, total] = [convention.ceilings[nature], totals.get(nature)];
    if (printed) {
      const { cents, formula } = desk.ofTables(name, ceilings.ofConvention(nature), printed.amount.cents);
      return amount(cents, formula, 'totalAmount');
    }
    return total ? amount(total.cents, `=${page.at(total)}`, 'totalAmount') : text(words.notGiven, 'totalAmount');
  });
  page.add([text(words.wholeConvention, 'totalLabel'), ...cells]);
}

function controlsOf(
  page: PageBuilder,
  source: DocumentSource,
  desk: FigureDesk,
  totals: ReadonlyMap<Nature, Shown>,
): readonly ControlLine[] {
  return NATURES.flatMap((nature): readonly ControlLine[] => {
    const total = totals.get(nature);
    if (!total) return [];
    const document = sumOfCells(page, [total]);
    const printed = source.convention.ceilings[nature];
    const line = (label: string, reference: ControlLine['reference']): ControlLine => ({
      label,
      document,
      reference,
    });
    return [
      ...(printed
        ? [
            line(
              words.envelopesMakeConvention[nature],
              desk.ofTables(
                words.figureOf(words.figure.ceiling, nature),
                source.ceilings.ofConvention(nature),
                printed.amount.cents,
              ),
            ),
          ]
        : []),
      line(words.prefixed(nature, words.sameAsProduct), ownFigure(total.cents)),
    ];
  });
}
