/** French words of the FON findings: transfers between envelopes. */
import { ofNature } from '../common';
import type { AuthorisationPart } from '../../../domain/controls/findings/details/fon';
import type { FindingOf } from '../../../domain/controls/findings/finding';
import { fr } from '../../typography';
import type { FamilyWords, Speaker, Words } from '../../words';

const PARTS: Readonly<Record<AuthorisationPart, string>> = {
  authorisedBy: fr`l'auteur`,
  authorisedOn: fr`la date de l'autorisation`,
  reference: fr`la référence`,
  date: fr`la date du virement`,
  from: fr`l'enveloppe qui donne`,
  to: fr`une autre enveloppe qui reçoit`,
  amount: fr`un montant positif`,
};

/** The same of a movement that needs no authorisation. */
const OTHER_PARTS: Readonly<Record<AuthorisationPart, string>> = {
  ...PARTS,
  date: fr`la date d'effet`,
  from: fr`l'enveloppe gelée`,
  to: fr`une enveloppe qui reçoit, autre que celle qui donne`,
};

const MOVEMENTS: Readonly<Record<FindingOf<'FON-03'>['details']['type'], string>> = {
  amendment: fr`Avenant`,
  transfer: fr`Virement`,
  carryOver: fr`Report`,
  freeze: fr`Gel`,
  restoration: fr`Rétablissement`,
};

const UNSAID = fr`une enveloppe non dite`;

function transfer({ from, to, nature, cents }: FindingOf<'FON-01'>['details'], say: Speaker): string {
  const end = (name: string | null): string => (name === null ? UNSAID : say.envelope(name));
  return fr`Virement de ${say.amount(cents)} ${ofNature(nature)}, de ${end(from)} vers ${end(to)}`;
}

/** « a, b et c ». */
function allOf(parts: readonly AuthorisationPart[], said = PARTS): string {
  const words = parts.map((part) => said[part]);
  const last = words[words.length - 1] ?? '';
  return words.length < 2 ? last : fr`${words.slice(0, -1).join(', ')} et ${last}`;
}

function incomplete(details: FindingOf<'FON-02'>['details'], say: Speaker): Words {
  const { missing, date, authorisedOn, type } = details;
  if (type !== undefined) return withoutEffect(type, details, say);
  const article = fr`${say.article('envelopes')}, enveloppes non fongibles`;
  if (missing.length === 0 && date !== null && authorisedOn !== null) {
    return {
      problem: fr`${transfer(details, say)} le ${say.date(date)} : autorisé après coup, le ${say.date(authorisedOn)} ; il n'est compté que de ce jour.`,
      found: say.date(authorisedOn),
      expected: fr`une autorisation du ${say.date(date)} au plus tard`,
      article,
      action: fr`Corrigez la date du virement ou celle de l'autorisation ; n'engagez rien sur ces crédits avant elle.`,
    };
  }
  return {
    problem: fr`${transfer(details, say)} : autorisation incomplète, il manque ${allOf(missing)} ; le virement n'est pas compté.`,
    found: fr`il manque ${allOf(missing)}`,
    expected: fr`une autorisation complète (auteur, date, référence)`,
    article,
    action: fr`Complétez la ligne d'après l'accord du délégant.`,
  };
}

function withoutEffect(
  type: keyof typeof MOVEMENTS,
  { from, to, nature, cents, missing }: FindingOf<'FON-02'>['details'],
  say: Speaker,
): Words {
  const end = to ?? from;
  const lacking = allOf(missing, OTHER_PARTS);
  const concerned = end === null ? UNSAID : say.envelope(end);
  return {
    problem: fr`${MOVEMENTS[type]} de ${say.amount(cents)} ${ofNature(nature)}, pour ${concerned} : il manque ${lacking} ; le mouvement n'est pas compté.`,
    found: fr`il manque ${lacking}`,
    expected: fr`un mouvement daté, et l'enveloppe qu'il change`,
    article: say.article('ceiling'),
    action: fr`Complétez la ligne d'après l'avenant ou la décision, ou retirez-la.`,
  };
}

/** Titles and sentences of the FON rules. */
export const FON_FR: FamilyWords<'FON'> = {
  titles: {
    'FON-01': fr`Virement sans autorisation`,
    'FON-02': fr`Mouvement incomplet, ou virement autorisé après coup`,
    'FON-03': fr`Mouvement supérieur au disponible`,
    'FON-04': fr`Poste d'une autre enveloppe`,
  },
  words: {
    'FON-01': (details, say) => ({
      problem: fr`${transfer(details, say)} : aucune autorisation n'est dite ; le virement n'est pas compté.`,
      found: fr`aucune autorisation`,
      expected: fr`l'autorisation expresse du délégant (auteur, date, référence)`,
      article: fr`${say.article('envelopes')}, enveloppes non fongibles`,
      action: fr`Demandez l'accord du délégant et inscrivez-en l'auteur, la date et la référence, ou retirez le virement.`,
    }),
    'FON-02': (details, say) => incomplete(details, say),
    'FON-03': ({ type, envelope, nature, cents, available, date }, say) => ({
      problem:
        fr`${MOVEMENTS[type]} de ${say.amount(cents)} ${ofNature(nature)} pris à ${say.envelope(envelope)} le ${say.date(date)} : ` +
        fr`il n'y restait que ${say.amount(available)} non consommés.`,
      found: say.amount(cents),
      expected: fr`${say.amount(Math.max(0, available))} au plus`,
      article: say.article(type === 'transfer' ? 'envelopes' : 'ceiling'),
      action: fr`Réduisez le mouvement, ou retirez d'abord des engagements de l'enveloppe ; à défaut, informez le délégant.`,
    }),
    'FON-04': ({ envelope, line, lineEnvelope }, say) => ({
      problem:
        fr`Poste ${say.quote(line)} : il appartient à ${say.envelope(lineEnvelope)}, ` +
        fr`alors que l'axe ministériel 2 impute la ligne sur ${say.envelope(envelope)} (virement déguisé).`,
      found: line,
      expected: fr`un poste de ${say.envelope(envelope)}`,
      article: fr`${say.article('envelopes')}, enveloppes non fongibles`,
      action: fr`Corrigez le poste ou l'axe ministériel 2 ; un virement demande l'autorisation expresse du délégant.`,
    }),
  },
};
