/** Faults of the convention's own tables: annexes that do not add up. */
import { Euros } from '../../../../src/domain/money/euros';
import type { BudgetLine, Convention, Envelope } from '../../../../src/domain/envelopes/convention';
import { withEnvelope, withLine } from '../conventions';
import type { World } from '../world';
import { plants, type Plant } from './plant';

/** An envelope whose postes announce no share: changing one is no ANX-03. */
function unshared({ random, envelopes }: World): Envelope | null {
  const found = envelopes.filter(({ share, ceilings }) => share === null && ceilings.AE !== null);
  return found.length === 0 ? null : random.pick(found);
}

/** The postes of an envelope, numbered again through the whole convention. */
function numbered(convention: Convention): Convention {
  let index = 0;
  const ofEnvelopes = (envelopes: readonly Envelope[]): readonly Envelope[] =>
    envelopes.map((envelope) => ({ ...envelope, lines: envelope.lines.map((line) => ({ ...line, index: index++ })) }));
  const envelopes = ofEnvelopes(convention.envelopes);
  return {
    ...convention,
    envelopes,
    otherYears: convention.otherYears.map((year) => ({ ...year, envelopes: ofEnvelopes(year.envelopes) })),
  };
}

function lines(
  change: (lines: readonly BudgetLine[], envelope: Envelope) => readonly BudgetLine[],
  nature: 'AE' | 'CP',
): Plant['make'] {
  return (world) => {
    const envelope = unshared(world);
    if (!envelope || (nature === 'CP' && envelope.ceilings.CP === null)) return false;
    world.convention = numbered(
      withEnvelope(world.convention, envelope.code, (one) => ({ ...one, lines: change(one.lines, one) })),
    );
    world.expectTable('ANX-01', nature === 'AE' ? 'error' : 'warning', 'ENV_Enveloppes', nature, envelope.code);
    return true;
  };
}

function euroMore({ delegated }: BudgetLine): Euros<'AE'> {
  return Euros.fromCents<'AE'>(delegated.cents + 100);
}

/** Ceilings of its own by nature: the CP of the annex are stated apart. */
function withCpAbove(all: readonly BudgetLine[], { ceilings, openingRap }: Envelope): readonly BudgetLine[] {
  const gap =
    (ceilings.CP?.amount.cents ?? 0) - openingRap.cents - all.reduce((sum, { delegated }) => sum + delegated.cents, 0);
  return all.map((line, position) => {
    const cents = line.delegated.cents + (position === 0 ? gap + 50_000 : 0);
    const [AE, CP] = [
      { amount: line.delegated, mode: line.mode },
      { amount: Euros.fromCents<'CP'>(cents), mode: line.mode },
    ];
    return { ...line, ceilings: { AE, CP } };
  });
}

function printed(changes: Readonly<Partial<Record<'AE' | 'CP', number>>>): Plant['make'] {
  return (world) => {
    const { AE, CP } = world.convention.ceilings;
    const all = [world.convention, ...world.convention.envelopes];
    const isJudged = (nature: 'AE' | 'CP'): boolean => all.every(({ ceilings }) => ceilings[nature] !== null);
    if ((changes.AE !== undefined && !isJudged('AE')) || (changes.CP !== undefined && !isJudged('CP'))) return false;
    const ceilings = {
      AE: AE && { ...AE, amount: Euros.fromCents<'AE'>(AE.amount.cents + (changes.AE ?? 0)) },
      CP: CP && { ...CP, amount: Euros.fromCents<'CP'>(CP.amount.cents + (changes.CP ?? 0)) },
    };
    world.convention = { ...world.convention, ceilings };
    if (changes.AE !== undefined) world.expectTable('ANX-02', 'error', 'ENV_Convention', 'Valeur', 'Plafond AE');
    if (changes.CP !== undefined) world.expectTable('ANX-02', 'error', 'ENV_Convention', 'Valeur', 'Plafond CP');
    return true;
  };
}

/** Every poste of an envelope bears half of its total, but one. */
function shared(gap: number): Plant['make'] {
  return (world) => {
    const envelope = unshared(world) ?? world.envelopes[0];
    if (!envelope) return false;
    const wrong = world.random.pick(envelope.lines);
    world.convention = withEnvelope(world.convention, envelope.code, (one) => ({
      ...one,
      share: 0.5,
      lines: one.lines.map((line) => ({
        ...line,
        total: Euros.fromCents(2 * line.delegated.cents + (line.index === wrong.index ? gap : 0)),
      })),
    }));
    world.expectTable('ANX-03', 'warning', 'ENV_Postes', 'Montant délégué', wrong.index);
    return true;
  };
}

/** A total of the 2023 annexe 1, copied with a mistake. */
function wrongTotal(world: World): boolean {
  const envelope = world.convention.envelopes.find(({ share }) => share !== null);
  const line = envelope?.lines.find(({ total }) => total !== null);
  if (!line) return false;
  world.convention = withLine(world.convention, line, (one) => ({
    ...one,
    total: Euros.fromCents((one.total?.cents ?? 0) * 10),
  }));
  world.expectTable('ANX-03', 'warning', 'ENV_Postes', 'Montant délégué', line.index);
  return true;
}

export const ANX_PLANTS: readonly Plant[] = [
  ...plants(
    'ANX-01',
    ['ceilings'],
    [
      [
        'un poste recopié avec un euro de trop',
        lines(
          (all) => all.map((line, at) => (at === 0 ? { ...line, ceilings: null, delegated: euroMore(line) } : line)),
          'AE',
        ),
      ],
      [
        'un poste de plus que dans l’annexe',
        lines((all) => {
          const added = {
            aliases: [],
            delegated: Euros.fromCents<'AE'>(50_000),
            total: null,
            ceilings: null,
            thresholds: null,
          };
          const ofCeilings = all.some(({ ceilings }) => ceilings !== null)
            ? { AE: { amount: added.delegated, mode: 'warning' as const }, CP: null }
            : null;
          return [...all, { ...all[0]!, ...added, ceilings: ofCeilings, label: 'Réserve non répartie' }];
        }, 'AE'),
      ],
      ['des postes dont les CP ne font pas ceux de l’enveloppe', lines(withCpAbove, 'CP')],
    ],
  ),
  ...plants(
    'ANX-02',
    ['ceilings'],
    [
      ['un plafond d’AE recopié avec deux euros de trop', printed({ AE: 200 })],
      ['un plafond de CP recopié avec dix euros de moins', printed({ CP: -1_000 })],
      ['les deux plafonds mal recopiés', printed({ AE: 200, CP: 200 })],
    ],
  ),
  ...plants(
    'ANX-03',
    ['ceilings'],
    [
      ['un total dont le poste n’est plus la moitié', shared(20_000)],
      ['un total trop petit', shared(-30_000)],
      ['un zéro de trop dans un total de l’annexe', wrongTotal],
    ],
  ),
];
