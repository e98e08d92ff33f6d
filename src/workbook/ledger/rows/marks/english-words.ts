/** The same remarks in English, on plain words: « Not charged to PDE », « Paid by DITP », « Amount to be confirmed ». */
import { continuesWith, NUMBER, PAYER } from './remark-grammar';

const PLACE =
  '(?:programmes?|programs?|budgets?|envelopes?|agreements?|conventions?|ministry|ministries|departments?|cost cent(?:re|er)s?|projects?|fund(?:s|ing)?' +
  '|years?|lines?|rows?|codes?|accounts?|grants?|administrations?|body|directorates?|bop)';
const ELSEWHERE = `(?:elsewhere\\b|(?:another|different|other|wrong) ${PLACE}|[¬]|${PAYER}\\b|¶|next year|wrong)`;
const CHARGED =
  '(?:(?:re ?|mis ?)?charge[ds]?|booke?d?|poste?d?|mov(?:e|ed)|transfer(?:red)?|(?:re ?)?allocated?|reassign(?:ed)?|funded|paid|cover(?:ed)?|financed|counted|belongs?|(?:re ?)?invoiced?|relates?|carried|postponed|deferred|shifted)';
const AUXILIARY =
  '(?:(?:to|be|been|should|must|will|has|have|was|were|is|are|needs?|ought|would|it|this|cost|already|being|ej|order|invoice) ){0,5}';
const TARGET = '(?:(?:to|on|by|from|in|under|the|a|an|over|forward|into|of|for) ){0,4}';
const TO_DO =
  '(?:re ?charged|re ?invoiced|re ?billed|refunded|reimbursed|re ?allocated|corrected|checked|confirmed|verified|determined|deleted|removed|cancell?ed|split|excluded|ignored|reviewed)';
const ROW = [
  new RegExp(`^${AUXILIARY}${CHARGED} ${TARGET}${ELSEWHERE}`),
  new RegExp(`^${AUXILIARY}(?:on|under|with|from) (?:the )?(?:another|different|wrong|other) ${PLACE}`),
  new RegExp(
    '^(?:(?:it|is|are|was|were|do|does|should|must|can|could|will) )*(?:not|never|no longer|cannot|don t|doesn t|isn t) ' +
      '(?:(?:to|be|been|yet|a|an|part|of|by|the|this|our|for|on|in|have) )*(?:charg(?:e|ed|eable)|count(?:ed)?|includ(?:e|ed)|fund(?:ed)?|approved|eligible|covered|ours|us|agreement|conventions?|envelope|budget|programme|program|scope|claim(?:ed|able)?|use|pay|belong|concern|relate|apply|fall|valid|[¬¤¥])(?![a-z])',
  ),
  /^(?:not (?:to be )?paid(?: by us| from)|do not pay|not to be paid)\b/,
  /^(?:(?:out of|outside|beyond) )(?:(?:the|of|this|our) )*(?:scope|agreement|conventions?|envelope|budget|perimeter|[¬¤¥])(?![a-z])/,
  /^(?:(?:booked|charged|posted|on|to|the|in) )*(?:wrong|incorrect|erroneous) (?:envelope|programme|program|budget|cost cent(?:re|er)|code|line|row|year|account|ej|po|axis|allocation|entry|agreement)\b/,
  new RegExp(`^(?:this |line |row |amount )?(?:to be|must be|needs? to be|should be|has to be) ${TO_DO}\\b`),
  /^to (?:check|confirm|correct|verify|delete|remove|cancel|review)(?:$| with)/,
  /^(?:a |possible |likely )?duplicates?(?:$|d? (?:of|row|line|entry|with|payment))/,
  /^already (?:counted|included|booked|entered|charged|claimed|recorded)\b|^(?:counted|entered|booked|paid|charged|recorded) twice\b|^double (?:entry|counting|booking|count)$/,
  /^(?:(?:order|po|project|commitment|contract|line|ej|it|has|was|is|been|put) )*(?:cancell?ed|abandoned|dropped|withdrawn|on hold|suspended|frozen|refused|rejected|terminated|void(?:ed)?)$/,
  /^(?:pending|awaiting)(?:$| (?:approval|decision|confirmation|validation|agreement|signature|notification)\b)|^(?:in |under )?(?:dispute|litigation)\b|^disputed\b/,
  /^(?:please )?(?:do not count|ignore|delete|remove|disregard|exclude)(?:$| (?:this|the) (?:row|line|entry)\b)/,
  /^(?:replaced|superseded)(?:$| by (?:the )?(?:line|row|ej|po|order|new|next|\d{10})\b)/,
  new RegExp(
    `^(?:should|must|ought to) (?:be|have been|go) (?:(?:charged|booked|on|to|under|in|paid|from|the) ){0,4}${ELSEWHERE}`,
  ),
  new RegExp(
    `^(?:to )?(?:be )?(?:move|transfer|charge|recharge|book|reallocate|post) (?:it |this )?(?:to|on) (?:the )?${ELSEWHERE}`,
  ),
  /^(?:the )?(?:po|orders?|purchase orders?|contract|ej|commitment)(?: (?:is|was|has|still|been))* not(?: (?:yet|been))* (?:sent|signed|issued|approved|notified|created|placed)$/,
  /^(?:the )?(?:supplier|contractor|vendor|company|provider)(?: (?:is|went|has|gone|was|now|in|into|under))* (?:bankrupt|insolvent|liquidation|liquidated|receivership)\b/,
  /^(?:entered|booked|charged|paid|posted|recorded) (?:by mistake|in error|wrongly)\b/,
];
const OF_ANOTHER_YEAR = [
  /^(?:(?:of|in|from|on|for|the|fiscal|financial|fy|budget|credits?|expenses?|expenditure|costs?|invoices?|commitments?|prior) )*¶(?: (?:expenses?|expenditure|costs?|invoices?|budget|credits?|commitments?))?$/,
  /^(?:(?:of|in|from|on|for|the|expenses?|costs?|invoices?) )*(?:last|previous|prior|next) (?:(?:fiscal|financial) )?years?(?: (?:expenses?|costs?|invoices?|budget))?$/,
];
const AMOUNT = [
  /^(?:wrong|incorrect|old|outdated|provisional|estimated|approximate|preliminary) (?:amounts?|figures?|prices?|values?)\b/,
  /^(?:amounts?|figures?|prices?|values?) (?:(?:is|are|still|yet|to|be) )*(?:tbc|tbd|confirmed later|confirmed|checked|provisional|estimated?|approximate|wrong|incorrect|outdated|not (?:final|confirmed)|unconfirmed)\b(?<!amount confirmed)(?<!is confirmed)/,
  /^(?:tbc|tbd|provisional|estimates?|estimated|rough estimate|initial estimate|estimates? only|approx|approximate(?:ly)?)$/,
  /^(?:(?:amount|price|figure|entered|is) )*(?:excl|excluding|exclusive of|ex|without|net of|before|not including) (?:vat|tax(?:es)?)$/,
  /^(?:(?:amounts?|figures?|entered|is|are) )*in (?:thousands|k|keur|k euros?|millions|us dollars|dollars|usd|gbp)(?: of euros)?$/,
  new RegExp(
    `^(?:of which|includes?|including) (?:(?:\\d{1,9}|k|euros?|eur|pct|for|of|the|to|part|share|half) ){0,6}(?:[¬¥]|${PAYER})(?![a-z])`,
  ),
  new RegExp(
    `^(?:cost |costs |amount |expense )?(?:shared|split|co ?funded) (?:(?:with|between|by) )(?:the )?(?:[¬¤¥]|${PAYER}|another|other)(?![a-z])`,
  ),
  /^(?:cost |amount )?(?:to be )?split$|^co ?funded$/,
  new RegExp(
    `^(?:\\d{1,3}(?: \\d{1,2})? pct|half|part|(?:a|one) (?:third|quarter|half|part|portion|share)) (?:of (?:it|this|the (?:amount|cost|invoice|order)) )?` +
      `(?:(?:is|was|are|to|be) ){0,3}${CHARGED} ${TARGET}(?:[¬¥]|${PAYER})(?![a-z])`,
  ),
  /^(?:(?:it|order|po|ej|commitment|is|was|been|has) )*(?:partially|partly|partial) (?:cancell?ed|cancellation|released?|decommitted|decommitment|reduced|reduction)\b/,
  /^(?:over|under) ?(?:paid|payments?|charged?|billed|invoiced)\b/,
  new RegExp(
    `^(?:refunds?|reimbursements?|credit notes?) (?:of |for )${NUMBER} (?:expected|due|pending|requested|awaited|to (?:come|be))\\b`,
  ),
  /^(?:refunds?|reimbursements?|credit notes?) (?:expected|due|pending|requested|to come|awaited|to be)\b/,
  new RegExp(
    `^(?:(?:to|will|be|partly|partially|being|fully) )*(?:refunded|reimbursed|re ?invoiced|re ?charged|re ?billed)(?:$| (?:by|to|from|in|on) )`,
  ),
  new RegExp(`^(?:should be|actually|really) ${NUMBER}$`),
  /^(?:credit notes?|refunds?)(?:$| (?:received|issued)\b)|^(?:rebates?|grants?|income|subsid(?:y|ies)|(?:insurance )?compensations?) (?:expected|due|to be received|to come|receivable)\b/,
];
const SOMEBODY = `(?:[¬¤¥¢]|${PAYER}|ministry|(?:an ?)?other (?:ministry|ministries|departments?|administrations?|directorates?|offices?|agency|agencies|body|bodies|services?|teams?)|(?:two|three|several|both) (?:ministries|departments|administrations|directorates|offices|agencies|bodies|envelopes|programmes|budgets))`;
const PIECE =
  '(?:bills?|invoic(?:es?|ing)|costs?|amounts?|expens(?:es?|iture)|payments?|orders?|purchases?|price|fees?|charges?|po|line|row|commitment)';
const OF_A_PIECE = `(?:(?:${PIECE}|the|this|a|an|joint|is|are|was|were|to|be|been|will|being|has|of) ){0,6}`;
const SELLER =
  '(?:suppliers?|vendors?|contractors?|providers?|company|hotel|airline|agency|insur(?:ance|er)|organi[sz]ers?|bank)';
/** « Bill split with », « Joint invoice with », « The other half is paid by », before somebody. */
const OF_SEVERAL = [
  new RegExp(
    `^${OF_A_PIECE}(?:split|shared?|sharing|divided|apportioned|mutualised) (?:(?:up|equally|evenly|in|two|half|50 50|of|costs?|the) ){0,4}(?:with|between|among|by|across) `,
  ),
  new RegExp(`^(?:a |the )?(?:joint|common|shared|grouped?) ${PIECE} (?:for|with|of|and|between) `),
  new RegExp(
    `^(?:the )?(?:other |second |first )?(?:half|rest|third|quarter|part|remainder) (?:of (?:(?:the|this|it|${PIECE}) ){1,2})?(?:(?:is|was|will|to|be|being) ){0,3}(?:goes|go|belongs|falls|paid|charged|invoiced|billed|for|due) (?:to|by|on|from|of|the) `,
  ),
];
/** The end of a clause after those words. */
const ONE_OF_THEM = new RegExp(`^(?:(?:to|us|the|our|and) ){0,3}${SOMEBODY}(?![a-z])`);
/** « The supplier pays us back », « Refund received », « DITP contributes 300 € ». */
const PAID_BACK = [
  /^(?:[a-z0-9]{1,14} ){1,5}(?:pay|pays|paid|paying|refund|refunds|refunded|refunding|reimburse|reimburses|reimbursed|reimbursing|repay|repays|repaid|repaying|credit|credits|credited|crediting) us\b(?! a (?:visit|call))/,
  new RegExp(
    `^(?:[a-z0-9]{1,14} ){1,4}owes? us (?:(?:a|an|the|still) ){0,2}(?:${NUMBER}(?<=euros?|eur)|refund|credit note|reimbursement|half|difference|share|balance)`,
  ),
  new RegExp(
    `^(?:(?:it|this|we|they|i|has|have|had|is|are|was|were|been|being|will|be|should|to|fully|partly|partially|later|${PIECE}) ){0,5}(?:paid back|repaid|refunded|reimbursed) (?:by|from) (?!(?:bank )?transfer|cheque|card|payroll)`,
  ),
  new RegExp(
    `^(?:a |the |partial |full )?(?:refunds?|reimbursements?) (?:of ${NUMBER} )?(?:(?:from|by) (?:the )?(?:${SELLER}|${SOMEBODY})|received\\b)`,
  ),
  new RegExp(
    `^(?:the )?(?:${SELLER}|${SOMEBODY}) (?:of [a-z]{3,20} )?(?:(?:will|is|to|should|must|has) )?(?:pays?|paid|covers?|funds?|finances?|bears?|contributes?|takes?) (?:(?:for|up|to|its|their|his|the|other|a|an|one|own|remaining) ){0,3}(?:${NUMBER}(?<=euros?|eur)|\\d{1,2} pct|half|part(?! in )|share|rest|third|quarter|portion|remainder|balance|difference)(?![a-z])`,
  ),
  new RegExp(
    `^(?:(?:we|it|us|was|is|have|has|been|${PIECE}) ){0,4}(?:paid|pay|advanced|ordered|bought|booked|invoiced|payment|purchase) (?:made |booked )?(?:on behalf of|for the account of) (?:the )?(?:¬|${PAYER}|another|other)(?![a-z])`,
  ),
  new RegExp(
    `^(?:the )?(?:${SELLER}|${SOMEBODY}) (?:of [a-z]{3,20} )?(?:will|to|must|should|has to|is to|has|is) (?:refund|reimburse|repay|pay back|refunded|reimbursed|repaid|refunding)(?![a-z])`,
  ),
  new RegExp(
    `^(?:(?:we|to|will|must|should|be|going) ){0,4}(?:re ?charge|re ?bill|re ?invoice) (?:(?:the|a|other|one) ){0,2}(?:half|part|third|quarter|share|rest|\\d)`,
  ),
  /^(?:awaiting|pending|waiting for) (?:(?:a|the|our|partial|full) ){0,2}(?:refunds?|reimbursements?|credit notes?)\b|^(?:money|cash|sum) back (?:from|by)\b/,
];

/** « Paid by DGFiP », who keeps the accounts. */
const BY_THE_ACCOUNTANT = /^(?:(?:is|was|has|been|to|be|being|already|invoice) )*paid by (?:the )?dgfip\b/;

/** True for a clause in English by which its row may not be for its envelope, or not to be counted. */
export function isDoubtInEnglish(clause: string): boolean {
  return !BY_THE_ACCOUNTANT.test(clause) && ROW.some((doubt) => doubt.test(clause));
}

/** True for a clause in English on an amount that may be wrong, shared or given back. */
export function isWrongAmountInEnglish(clause: string): boolean {
  return (
    AMOUNT.some((doubt) => doubt.test(clause)) ||
    PAID_BACK.some((back) => back.test(clause)) ||
    continuesWith(clause, OF_SEVERAL, ONE_OF_THEM)
  );
}

/** True for a clause in English by which its row is of the credits of another year. */
export function isOfAnotherYearInEnglish(clause: string): boolean {
  return OF_ANOTHER_YEAR.some((doubt) => doubt.test(clause));
}

const PAYMENT = '(?:payments?|transfers?|payment requests?|dp)';
const NOT_PAID = [
  /^(?:(?:still|yet|invoice|is|was|has|been|it|amount) )*(?:not|never)(?: (?:yet|been))* paid(?: yet)?$/,
  /^(?:(?:still|is|was|remains|invoice|amount) )*unpaid\b|^(?:(?:still|yet|remains) )?to be paid$/,
  new RegExp(
    `^(?:the )?${PAYMENT}(?: (?:is|was|has|been|still|n|no|\\d{1,12}))* (?:rejected|refused|returned|suspended|blocked|cancell?ed|pending|on hold|not (?:yet )?(?:made|done|sent))\\b`,
  ),
  /^(?:rejected|refused|returned|blocked) by the (?:accountant|accounting officer|bank|treasury)\b/,
  /^(?:awaiting|pending) payment$/,
];
const PAID_IN = new RegExp(
  '^(?:(?:to|be|will|was|is|invoice) )*(?:paid|payment|payable)(?: (?:in|on|from|the|of|early|late|end|beginning|credits?|budget|fy|q[1-4]|' +
    '\\d{1,2}(?:st|nd|rd|th)?|january|february|march|april|may|june|july|august|september|october|november|december))* (20\\d\\d)$',
);

/** True for a clause in English by which the payment of its row is not made. */
export function isNotPaidInEnglish(clause: string): boolean {
  return NOT_PAID.some((doubt) => doubt.test(clause));
}

/** The year of « Paid in January 2024 », as it is written; undefined for any other clause. */
export function yearPaidInEnglish(clause: string): string | undefined {
  return PAID_IN.exec(clause)?.[1];
}
