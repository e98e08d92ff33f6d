/**
 * The controls, by family: for each rule its title, its severities, a sentence with its article, and whether it offers
 * a correction. All are taken from drawn ledgers that break the rule, those of the gallery.
 */
import type { Finding, RuleCode, Severity } from '../../src/domain/controls/findings/finding';
import { describeFinding, ruleTitle } from '../../src/messages/describe-finding';
import { formatCount } from '../../src/messages/format';
import { severityLabel } from '../../src/messages/labels';
import type { Language } from '../../src/messages/language';
import { fr } from '../../src/messages/typography';
import { check } from '../../test/support/worlds/check';
import { cleanWorld } from '../../test/support/worlds/clean';
import { exhibitOf, GALLERY_RULES } from '../../test/support/worlds/gallery';
import { plantsOf } from '../../test/support/worlds/plants';
import { table } from './markdown';

const FR = {
  title: 'Contrôles',
  intro: (count: number) =>
    fr`${formatCount(count, 'fr')} règles. Chaque code mène à un exemple de la galerie. Une correction n'est proposée que si elle est certaine ; un constat justifié s'accepte avec un motif.`,
  headings: ['code', 'gravité', 'constat', 'exemple', 'référence', 'correction'],
  repaired: 'proposée',
  byHand: 'à la main',
  families: {
    ANX: 'Annexes',
    CHO: 'Rapprochement avec Chorus',
    DEL: 'Délais et obligations',
    DON: 'Données du suivi',
    EJ: 'Engagements et paiements',
    FON: 'Fongibilité et mouvements',
    IMP: 'Imputations',
    LEC: 'Lecture du classeur',
    PER: 'Dates',
    PLA: 'Plafonds',
    RAP: 'Restes à payer',
  } as Readonly<Record<string, string>>,
};

const EN: typeof FR = {
  title: 'Controls',
  intro: (count) =>
    `${count} rules. Each code leads to an example in the gallery. A correction is offered only when it is certain; a finding that is justified is accepted with a reason.`,
  headings: ['code', 'severity', 'finding', 'example', 'reference', 'correction'],
  repaired: 'offered',
  byHand: 'by hand',
  families: {
    ANX: 'Annexes',
    CHO: 'Reconciliation with Chorus',
    DEL: 'Delays and duties',
    DON: 'Data of the ledger',
    EJ: 'Commitments and payments',
    FON: 'Fungibility and movements',
    IMP: 'Imputations',
    LEC: 'Reading of the workbook',
    PER: 'Dates',
    PLA: 'Ceilings',
    RAP: 'Outstanding amounts',
  },
};

const WORDS: Readonly<Record<Language, typeof FR>> = { fr: FR, en: EN };
const FROM_WORST: readonly Severity[] = ['error', 'warning', 'info'];
const SEED = 2023;
const ROWS = 4;

/** The findings of a rule over every way of breaking it. */
interface Observed {
  readonly severities: readonly Severity[];
  readonly isRepaired: boolean;
}

const observed = new Map<RuleCode, Observed>();

/** The chapter of the controls. */
export function controlReference(language: Language): string {
  const words = WORDS[language];
  const families = [...new Set(GALLERY_RULES.map(familyOf))];
  const sections = families.map((family) => {
    const rules = GALLERY_RULES.filter((rule) => familyOf(rule) === family);
    const title = words.families[family];
    if (title === undefined) throw new Error(`the family ${family} has no name`);
    return `### ${family} – ${title}\n\n${table(
      words.headings,
      rules.map((rule) => rowOf(rule, language)),
    )}`;
  });
  return [`## ${words.title}`, words.intro(GALLERY_RULES.length), ...sections].join('\n\n');
}

function familyOf(rule: RuleCode): string {
  return rule.slice(0, rule.indexOf('-'));
}

function rowOf(rule: RuleCode, language: Language): readonly string[] {
  const words = WORDS[language];
  const { findings, world } = exhibitOf(rule);
  const [finding] = findings;
  if (!finding) throw new Error(`${rule} finds nothing`);
  const { message, article } = describeFinding(finding, world.convention, language);
  const { severities, isRepaired } = observe(rule);
  return [
    `[${rule}](gallery.md#${rule.toLowerCase()})`,
    severities.map((severity) => severityLabel(severity, language)).join(', '),
    ruleTitle(rule, language),
    message,
    article === '' ? '–' : article,
    isRepaired ? words.repaired : words.byHand,
  ];
}

/** Breaks the rule in every way that the convention gives room for. */
function observe(rule: RuleCode): Observed {
  const known = observed.get(rule);
  if (known) return known;
  const findings = plantsOf(rule).flatMap((plant): readonly Finding[] => {
    const world = cleanWorld(SEED, ROWS, 'dgefp-dge-2023');
    world.isTable = true;
    if (plant.make(world) === false) return [];
    return check(world).findings.filter((finding) => finding.rule === rule);
  });
  const severities = FROM_WORST.filter((severity) => findings.some((finding) => finding.severity === severity));
  const result = { severities, isRepaired: findings.some(({ repair }) => repair !== null) };
  observed.set(rule, result);
  return result;
}
