/**
 * Whether a text may hold words of a mark, by the first letters of each of its words: one pass over its letters, for
 * all the lists. It settles most labels and remarks of a ledger; patterns then read the others.
 */
import { comparable } from '../../../../domain/text';
import { ADMINISTRATIONS } from './administrations';

/** The letters, and a sign that is none. */
const LETTERS = 27;
const LONGEST = 500;
const A = 0x61;
/** The codes up to the last accented letter of Latin. An accent of its own is part of the letter before. */
const CODES = 0x180;
const [ZERO, TWO, NINE] = [0x30, 0x32, 0x39];
const [FIRST_ACCENT, LAST_ACCENT] = [0x300, 0x36f];

const PAYERS = [...ADMINISTRATIONS.map((initials) => `${initials}.`), 'ue. sg. secretariat union'].join(' ');

/**
 * Beginnings of words, without accents; one that ends with a point is a whole word. Then the signs of which one is
 * enough; for an amount, a year of this century is one too. Each text of the patterns behind a list has a word of it:
 * a test draws such texts.
 */
const LISTS = {
  aside: {
    words:
      'hors exclu oter ignor doublon neutral duplicat ne. non. pas. memoire retir sorti enlev effac supprim report' +
      ' transfer bascul reimput reventil reaffect defalq deduire imput refact mauvais erreur autre tort deja' +
      ' inclu compri compt double deux fois somme remplac substitu test. exempl simul model',
    signs: '',
  },
  cancelled: {
    words:
      'annul abandon cadu supprim sans refus reje cancel defavor irrecev infructu effac remplac substitu double' +
      ' deux fois tort erreur deja inclu compri compt somme resil suppress denonc decommand sine renonc desist besoin not. desactiv delet',
    signs: '',
  },
  planned: {
    words:
      'previsi prevu venir engager projection provision estim alea imprevu prev. proj. projet simul budget programm' +
      ' attente devis quot valider arbitrer approuver signer commander lancer notifier contractualiser' +
      ' forecast planned tbc. tbd. pending awaiting to.',
    signs: '',
  },
  amount: {
    words:
      'mont somme prix chiffr ae. cp. h. ht. htva tva tax k. keur eur. euro milli million dollar usd gbp chf franc livre' +
      ' hors erreur fait realit plutot dont part. parti. partie partag repart ventil moiti tiers quart quot prorat cle. cles' +
      ' divis mutual refact revers moins avec. entre. cheval reste. paie. paye financ support assum prend' +
      ' redui ramen porte. portes. portee diminu augment major minor baiss retrait complem degag deseng restit' +
      ' rendu rendre liber retir inutil dedui remise rabais penal avenant annul avoir rembours trop percu engag' +
      ` surengag sousengag surpay souspay surpercu souspercu ttc plus. us. factur devis command bc. march ej. solde relique surplus excedent differ ftap. feder. fse. region minister ${PAYERS}`,
    signs: '%€+$£',
  },
  doubt: {
    words:
      'verif revoi corri confirm preci clarif rectif control reclass rattach decal deplac passe mettre changer' +
      ' arbit redress regul clotur faux fauss erron incorr inexa incoh inconn introuv absent pas. chorus' +
      ' accord valid valab conform eligi autoris agre concern couver retenu imput prevu trouve present. presents presente' +
      ' visibl connu cree saisi enregistr exist ineligi irregu base. fondement correspond releve rentr' +
      ' entre. entrent entrer apparai figure sera. seront reserv objet champ' +
      ' double payer trop voir suspen gel bloq bloc ajourn diffe retoqu resil interrom stopp depriori pause' +
      ' sommeil sursis stand arret report gliss bascul devrai doi aurai plutot fait realit autre mauvais' +
      ' cofinanc charge frais support assum porte. portes. portee financ credit fonds budget bop. programme p.' +
      ' idem meme regroup fusion integr cumul global group joint ko. nok. incertain hypothet doute peu. jamais non. suite effet',
    signs: '?',
  },
  undone: {
    words:
      'afferm condit option prescri perim forclo substit renonc desist retract tomb lieu fera. feront sera. seront' +
      ' non. jamais pas. sans aucune execut realis liquid faillit test. tests exempl essai fictif fictiv hypoth provisoir negati simul indicat model sampl exampl',
    signs: '',
  },
  lowering: {
    words:
      'retrait retir degag desengag desaffec deengag decommit withdr avoir annul extourn contre cancel diminu minor' +
      ' rembours revers restitu retabli clawback decreas ristourn rabais penal redu trop indu baiss moins negat refact escompt' +
      ' clotur rend liber retour repris rabot resili abandon suppr dedu recup fermetur non. avenant modif recette encaiss' +
      ' titre',
    signs: '',
  },
  payment: {
    words:
      'paie paye regle verse virement vire. viree vires. mandat decaiss acquitt liquid honor dp. demande factur' +
      ' sf. service impay litige contentieux contest charge cap. attente comptable bancair banque' +
      ' bon. bap. non. pas. jamais fnp. paid unpaid paym payab transfer reject refus return block await pend',
    signs: '',
  },
  others: {
    words:
      'ailleurs autre differ mauvais erreur err. imput reimput imp. affect reaffect chang modif corri rectif transfer virement' +
      ' bascul plutot fait normal realit pour pas. non. ne. n. plus. jamais rien sans aucun hors sort retir enlev exclu' +
      ' oter suivi concern relev depend pay regl financ cofinanc support assum avanc acquitt port prise pris charge charg' +
      ' credit depens budget particip contrib subvent paie compte' +
      ' exerci gestion annee an. rattach regul engag commande ej. prest comptab eligib peu poste achat attente accord visa' +
      ' autoris avis valid prendre mettre recharg factur refactur ventil reventil declar inscri depl saisi' +
      ' fdc rc. subsid compensat remb attribut geste grant income rebat surfact refact reduct caution mont somme prix tarif relanc retroced recette indem dedommag ristourn contrib chiffr ae. cp. total ancien faux vrai bon nouve juste avant faute manque zero virgule inversion' +
      ' ordre ecart delta colle correspond concord cadr sur. surestim sous. sousestim surevalu sousevalu environ env. approxim peu' +
      ' autour ramen redui diminu augment major minor baiss ajust reeval recalcul rehauss estim evalu prorat ht. tax' +
      ' dont inclu compren y. couvr ftap. contient comport compris commun mutual mixte partag moiti repart quote cle. cles diviser tiers quart part' +
      ' parts rembours recup avoir titre retabl fonds se. sera. seront suppr supprim effac ignor neutral barrer ligne' +
      ' a. lieu. double doublon redond deja repris recopi deplac memes meme version obsol actual report ajourn liquid redress aur' +
      ' pm. info. inform inutil remplac annul cumul partiel retrait degag deseng recredit tranche option' +
      ' not never no. cannot don. doesn. isn. out outside beyond wrong incorrect erron to. be. must should need has charge' +
      ' another elsewhere other duplic already count double cancel abandon dropp withdr on. suspend frozen refus reject' +
      ' terminat void pend await disput litig delete remove disregard exclude replac supersed last previous prior next' +
      ' enter book post fund paid cover belong invoic alloc reassign mov chang amount figure price value tbc tbd provis approx excl ex. net before vat thousand k. keur million' +
      ' mal appart on. dupliq bidon morte provisoir donnee risque probabl sure va. ressais interv inverse second deuxi eme. poubel dout coquill delegant garder retenir seul louche ordre fourch facteur tva eur compt bill substitu milli rebill restit revers relate euro m. meuro etre. pct. doit doivent refait cofund axe. axes enveloppe code domaine centre cf. bop. activite twice record trop tort really fonction should reinvoic dollar usd gbp of. includ shar split refund reimburs credit move transfer mistake error dummy test example overp overch overb overi underp underch underb underi under. over. bankrupt insolv receiv half part. portion quarter third po. partly' +
      ` without fois devis resil denonc decommand desist renonc besoin disparu caduc cout moins ttc. p. complet notre nos incomb revien prend prenn vers par. scind fractionn decoup cofact conjoint group divis divid apport repa owe sum. depot retroced abond verse penal rest. remaind region minist bear behalf joint common avons sommes caution waiting money cash fact. avec. ${PAYERS}`,
    signs: '+~≈±€%/¬¤¥¶¢',
  },
  earlier: {
    words: 'rap. report reste reliqu bascul anter ej. engage reprise preced stock encours solde',
    signs: '',
  },
} satisfies Record<string, { readonly words: string; readonly signs: string }>;

export type MarkingList = keyof typeof LISTS;

const NAMES = Object.keys(LISTS) as readonly MarkingList[];
const BIT_OF = new Map(NAMES.map((name, index) => [name, 1 << index]));
/** « AE 2023 : 800 », « Dépense 2022 ». */
const OF_YEARS = (BIT_OF.get('amount') ?? 0) | (BIT_OF.get('others') ?? 0);

/** 1 to 26 for a letter, with or without an accent; 0 for every other sign. */
const LETTER_OF = Uint8Array.from({ length: CODES }, (_, code) => {
  const letter = comparable(String.fromCharCode(code)).charCodeAt(0) - A + 1;
  return letter > 0 && letter < LETTERS ? letter : 0;
});

/** The beginnings as a tree: the state after each letter of each state; none of them begins so in state 0. */
const NEXT: number[] = new Array<number>(2 * LETTERS).fill(0);
const START = 1;
/** By state: the lists of the beginnings that are complete there, and those of whole words. One bit for a list. */
const BEGUN: number[] = [0, 0];
const WHOLE: number[] = [0, 0];
const LISTS_OF_SIGNS = new Map<number, number>();
for (const name of NAMES) {
  const bit = BIT_OF.get(name) ?? 0;
  for (const word of LISTS[name].words.split(' ')) add(word, bit);
  for (const sign of LISTS[name].signs) {
    const code = sign.charCodeAt(0);
    LISTS_OF_SIGNS.set(code, (LISTS_OF_SIGNS.get(code) ?? 0) | bit);
  }
}

function add(word: string, bit: number): void {
  const isWhole = word.endsWith('.');
  let state = START;
  for (const letter of isWhole ? word.slice(0, -1) : word) {
    const edge = state * LETTERS + letter.charCodeAt(0) - A + 1;
    if (NEXT[edge] === 0) {
      NEXT[edge] = BEGUN.length;
      NEXT.push(...new Array<number>(LETTERS).fill(0));
      BEGUN.push(0);
      WHOLE.push(0);
    }
    state = NEXT[edge] ?? 0;
  }
  const lists = isWhole ? WHOLE : BEGUN;
  lists[state] = (lists[state] ?? 0) | bit;
}

/** The text that was asked about last: several lists are asked about one cell. */
let last = { text: '', lists: 0 };

/** True for a text that has a word or a sign of the list, within its first 500 letters. */
export function mayHold(list: MarkingList, text: string): boolean {
  return (listsOf(text) & (BIT_OF.get(list) ?? 0)) !== 0;
}

/** True for a text that has one of any list. */
export function mayHoldAny(text: string): boolean {
  return listsOf(text) !== 0;
}

function listsOf(text: string): number {
  if (last.text !== text) last = { text, lists: listsIn(text) };
  return last.lists;
}

function listsIn(text: string): number {
  let [state, lists] = [START, 0];
  const end = Math.min(text.length, LONGEST);
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    const letter = code < CODES ? (LETTER_OF[code] ?? 0) : 0;
    if (letter > 0) {
      state = NEXT[state * LETTERS + letter] ?? 0;
      lists |= BEGUN[state] ?? 0;
    } else if (code < FIRST_ACCENT || code > LAST_ACCENT) {
      lists |= (WHOLE[state] ?? 0) | (LISTS_OF_SIGNS.get(code) ?? 0);
      if (code === TWO && isYearAt(text, at)) lists |= OF_YEARS;
      state = START;
    }
  }
  return lists | (WHOLE[state] ?? 0);
}

function isYearAt(text: string, at: number): boolean {
  return text.charCodeAt(at + 1) === ZERO && isDigit(text.charCodeAt(at + 2)) && isDigit(text.charCodeAt(at + 3));
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}
