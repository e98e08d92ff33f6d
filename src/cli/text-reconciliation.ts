/** The text of `reconcile`: the extracts, the totals, the status of every line, then the findings by rule. */
import { dossierAt } from '../application/control';
import type { Dossier } from '../application/dossier';
import type { ReconciliationReport } from '../application/reconciliation/reconcile-dossier';
import { isConclusive } from '../domain/reconciliation/conclusion';
import type { ChorusExtract } from '../domain/reconciliation/extract';
import type { ReconciliationGroup } from '../domain/reconciliation/groups';
import { describeCoverage } from '../messages/describe-coverage';
import { ruleTitle } from '../messages/describe-finding';
import { counted } from '../messages/french-count';
import { formatAmount, formatCount, formatDate } from '../messages/format';
import { en, fr } from '../messages/typography';
import type { Language } from '../messages/language';
import { reconciliationWords } from '../messages/reconciliation-words';
import { countLines, findingLines, unmatchedSections } from './text-findings';
import { inColumns } from './text-layout';
import { cliWords } from './cli-words';

const FRENCH = {
  extracts: fr`Extraits de Chorus`,
  extract: (source: string, shape: string, lines: number) =>
    fr`${source} : ${shape}, ${counted(lines, 'ligne lue', 'lignes lues')}`,
  refused: (source: string) => fr`${source} : non lu`,
  ignored: fr`lignes ignorées`,
  lacks: fr`absent de l'extrait, donc non comparé`,
  repairs: fr`lu avec réserve`,
  shownTotal: (amount: string, agrees: boolean, measure: string) =>
    fr`total affiché ${measure === '' ? '' : fr`de « ${measure} » : `}${amount}, ${agrees ? fr`égal à` : fr`différent de`} la somme des lignes`,
  totals: fr`Totaux comparés`,
  totalHeadings: ['suivi', 'Chorus', 'écart'],
  noEnvelope: fr`Sans enveloppe`,
  balance: fr`Ce que sont devenues les lignes`,
  status: (name: string, nature: string, groups: number) =>
    fr`${name}, ${nature} : ${counted(groups, 'groupe', 'groupes')}`,
  sides: (rows: string, ledger: string, lines: string, chorus: string) =>
    fr`suivi ${rows} (${ledger}), Chorus ${lines} (${chorus})`,
  proven: (rows: string, lines: string) =>
    fr`Chaque montant du suivi (${rows}) et chaque ligne des extraits (${lines}) figurent ci-dessus une seule fois.`,
  notes: (shifts: number, others: number) =>
    fr`Pour information : ${counted(shifts, 'rapprochement', 'rapprochements')} à une autre date du même exercice, ${formatCount(others, 'fr')} sous un autre numéro de DP ou de poste d'EJ.`,
  otherDp: (ej: string, ledger: string, chorus: string) =>
    fr`${ej === '' ? fr`Sans EJ` : fr`EJ ${ej}`} : DP ${ledger} dans le suivi, ${chorus} dans Chorus`,
  moreDps: (groups: number) => fr`et ${counted(groups, 'autre DP', 'autres DP')}`,
  gaveUp: (groups: number) =>
    fr`Dans ${counted(groups, 'groupe', 'groupes')}, trop de montants pour chercher lesquels s'additionnent : ils sont comparés en bloc.`,
};

const countOf = (count: number, one: string, many: string): string =>
  `${formatCount(count, 'en')} ${count === 1 ? one : many}`;

const ENGLISH: typeof FRENCH = {
  extracts: en`Chorus extracts`,
  extract: (source, shape, lines) => en`${source}: ${shape}, ${countOf(lines, 'line', 'lines')} read`,
  refused: (source) => en`${source}: not read`,
  ignored: en`lines ignored`,
  lacks: en`not in the extract, and so not compared`,
  repairs: en`read with reserve`,
  shownTotal: (amount, agrees, measure) =>
    en`shown total ${measure === '' ? '' : en`of “${measure}”: `}${amount}, which is ${agrees ? 'the sum' : 'not the sum'} of the lines`,
  totals: en`Totals compared`,
  totalHeadings: ['ledger', 'Chorus', 'gap'],
  noEnvelope: en`No envelope`,
  balance: en`What became of the lines`,
  status: (name, nature, groups) => en`${name}, ${nature}: ${countOf(groups, 'group', 'groups')}`,
  sides: (rows, ledger, lines, chorus) => en`ledger ${rows} (${ledger}), Chorus ${lines} (${chorus})`,
  proven: (rows, lines) =>
    en`Each amount of the ledger (${rows}) and each line of the extracts (${lines}) is shown above exactly once.`,
  notes: (shifts, others) =>
    en`For information: ${formatCount(shifts, 'en')} matched at another date of the same year, ${formatCount(others, 'en')} under another number of DP or of line.`,
  otherDp: (ej, ledger, chorus) =>
    en`${ej === '' ? 'No EJ' : `EJ ${ej}`}: DP ${ledger} in the ledger, ${chorus} in Chorus`,
  moreDps: (groups) => en`and ${countOf(groups, 'other DP', 'other DPs')}`,
  gaveUp: (groups) =>
    en`In ${countOf(groups, 'group', 'groups')}, too many amounts to look for those that add up: they are compared as a whole.`,
};

const WORDS: Readonly<Record<Language, typeof FRENCH>> = { fr: FRENCH, en: ENGLISH };

/** For what no extract gives. */
const NOT_GIVEN = '—';

/** Longest list of findings; the others are only counted. */
const LISTED = 50;

/** Reasons of ignored rows that are obviously not lines: only the JSON lists them. */
const NOT_LINES: readonly string[] = ['empty', 'preamble'];

export function textReconciliation(
  given: Dossier,
  report: ReconciliationReport,
  file: string,
  language: Language,
): string {
  const words = cliWords(language);
  const dossier = dossierAt(given, report.asOf);
  const { convention } = dossier;
  const title = `${file} — ${words.situation(convention.reference || convention.id, formatDate(report.asOf, language))}`;
  const sections = [
    [title, '='.repeat(title.length)],
    [WORDS[language].extracts, ...report.extracts.flatMap((extract) => extractLines(extract, language))],
    coverageLines(report, language),
    totalLines(dossier, report, language),
    balanceLines(report, language),
    ...findingSections(dossier, report, language),
  ];
  return sections.map((lines) => lines.join('\n')).join('\n\n');
}

function extractLines(
  { source, shape, lines, ignored, lacks, repairs, shownTotals, refusal }: ChorusExtract,
  language: Language,
): string[] {
  if (refusal) return [`  ${WORDS[language].refused(source)}`];
  const [words, labels, { colon }] = [WORDS[language], reconciliationWords(language), cliWords(language)];
  const count = (value: number): string => formatCount(value, language);
  const counted = <K extends string>(kinds: readonly K[], labelOf: Readonly<Record<K, string>>): string =>
    [...new Set(kinds)]
      .map((kind) => `${labelOf[kind]} (${count(kinds.filter((one) => one === kind).length)})`)
      .join(', ');
  const reasons = ignored.map(({ reason }) => reason).filter((reason) => !NOT_LINES.includes(reason));
  const repaired = repairs.map(({ kind, count: times }) => `${labels.repairs[kind]} (${count(times)})`).join(', ');
  return [
    `  ${words.extract(source, labels.shapes[shape], lines.length)}`,
    ...(reasons.length === 0 ? [] : [`    ${words.ignored}${colon}${counted(reasons, labels.ignored)}`]),
    ...(lacks.length === 0 ? [] : [`    ${words.lacks}${colon}${lacks.map((lack) => labels.lacks[lack]).join(', ')}`]),
    ...(repaired === '' ? [] : [`    ${words.repairs}${colon}${repaired}`]),
    ...shownTotals.map(
      ({ cents, agrees, measure }) => `    ${words.shownTotal(formatAmount(cents, language), agrees, measure)}`,
    ),
  ];
}

function coverageLines(report: ReconciliationReport, language: Language): string[] {
  const { title, headline, causes, lines } = describeCoverage(report, language);
  const { colon, semicolon } = cliWords(language);
  return [
    `${title}${colon}${headline}`,
    ...causes.map((cause) => `  ${cause}`),
    ...lines.flatMap(({ nature, share, compared, details }) => [
      `  ${nature}${colon}${share}${semicolon}${compared}`,
      ...details.map((detail) => `    ${detail}`),
    ]),
  ];
}

function totalLines({ convention }: Dossier, { totals }: ReconciliationReport, language: Language): string[] {
  const words = WORDS[language];
  const money = (cents: number): string => formatAmount(cents, language);
  const nameOf = (code: string | null): string =>
    convention.envelopes.find((envelope) => envelope.code === code)?.label ?? code ?? words.noEnvelope;
  const rows = totals.map(({ envelope, nature, ledger, chorus, gap }) => [
    nameOf(envelope),
    nature,
    money(ledger),
    chorus === null ? NOT_GIVEN : money(chorus),
    gap === null ? NOT_GIVEN : money(gap),
  ]);
  return [words.totals, ...inColumns([['', '', ...words.totalHeadings], ...rows], 2)];
}

function balanceLines({ balance, groups }: ReconciliationReport, language: Language): string[] {
  const words = WORDS[language];
  const labels = reconciliationWords(language);
  const count = (value: number): string => formatCount(value, language);
  const statuses = balance.statuses.flatMap(({ status, nature, groups: found, ledger, chorus }) => {
    const sides = words.sides(
      count(ledger.count),
      formatAmount(ledger.cents, language),
      count(chorus.count),
      formatAmount(chorus.cents, language),
    );
    const line = `  ${words.status(labels.statuses[status], nature, found)}${cliWords(language).semicolon}${sides}`;
    const ofReason =
      status !== 'notCompared' ? [] : groups.filter((group) => group.status === status && group.nature === nature);
    return [line, ...ofReason.flatMap((group) => reasonLine(group, language))];
  });
  const { ledger, chorus } = balance;
  return [
    words.balance,
    ...statuses,
    words.proven(count(ledger.AE.count + ledger.CP.count), count(chorus.AE.count + chorus.CP.count)),
    ...noteLines(groups, language),
  ];
}

function reasonLine({ why, rows, lines, ledgerCents, chorusCents }: ReconciliationGroup, language: Language): string[] {
  if (why === null) return [];
  const count = (value: number): string => formatCount(value, language);
  const sides = WORDS[language].sides(
    count(rows.length),
    formatAmount(ledgerCents, language),
    count(lines.length),
    formatAmount(chorusCents, language),
  );
  const reason = `    ${reconciliationWords(language).reasons[why]}${cliWords(language).colon}${sides}`;
  return why === 'replaced' ? [reason, ...replacedNumbers(lines)] : [reason];
}

const MOST_NUMBERS = 10;

/** The EJ, or the DP without one, whose amounts a newer extract replaces. */
function replacedNumbers(lines: ReconciliationGroup['lines']): string[] {
  const numbers = [...new Set(lines.map(({ ej, dp }) => (ej === '' ? `DP ${dp}` : `EJ ${ej}`)))];
  const shown = numbers.slice(0, MOST_NUMBERS).join(', ');
  return [`      ${shown}${numbers.length > MOST_NUMBERS ? ', …' : ''}`];
}

function noteLines(groups: readonly ReconciliationGroup[], language: Language): string[] {
  const words = WORDS[language];
  const notes = groups.flatMap((group) => group.notes);
  const shifts = notes.filter(({ kind }) => kind === 'dateShift').length;
  const gaveUp = notes.filter(({ kind }) => kind === 'searchGaveUp').length;
  const others = notes.length - shifts - gaveUp;
  return [
    ...(shifts + others === 0 ? [] : [words.notes(shifts, others)]),
    ...otherDpLines(groups, language),
    ...(gaveUp === 0 ? [] : [words.gaveUp(gaveUp)]),
  ];
}

/** Each payment that the two sides put under different DP, by its EJ. */
function otherDpLines(groups: readonly ReconciliationGroup[], language: Language): string[] {
  const words = WORDS[language];
  const named = groups.flatMap(({ rows, lines, notes }) =>
    notes.flatMap((note) =>
      note.kind === 'otherDp' ? [words.otherDp(rows[0]?.ej || lines[0]?.ej || '', note.ledger, note.chorus)] : [],
    ),
  );
  const left = named.length - LISTED;
  return [...named.slice(0, LISTED), ...(left > 0 ? [words.moreDps(left)] : [])].map((line) => `  ${line}`);
}

function findingSections(dossier: Dossier, report: ReconciliationReport, language: Language): string[][] {
  const words = cliWords(language);
  const { findings, accepted } = report;
  const unmatched = unmatchedSections(report, language);
  if (findings.length === 0) return isConclusive(report) ? [...unmatched, [words.noFinding]] : unmatched;
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const sections = rules.map((rule) => {
    const ofRule = findings.filter((one) => one.rule === rule);
    const left = ofRule.length - LISTED;
    return [
      `${rule} ${ruleTitle(rule, language)} (${formatCount(ofRule.length, language)})`,
      ...ofRule
        .slice(0, LISTED)
        .flatMap((finding) =>
          findingLines(dossier, finding, accepted.get(finding), language).map((line, index) =>
            index === 0 ? `  ${line}` : `    ${line}`,
          ),
        ),
      ...(left > 0 ? [`  ${words.more(left)}`] : []),
    ];
  });
  return [countLines(report, language), ...unmatched, ...sections];
}
