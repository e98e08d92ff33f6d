/** Initials of administrations whose credits may pay an operation, or a part of it, in lower case. */
export const ADMINISTRATIONS: readonly string[] = (
  'ditp dinum dgefp dgfip dgccrf dgt dares dgcs drees dgos dgs dss dgcl dgac dgesco dgesip dgri dgafp dgddi ' +
  'dgtresor dgpe dgal dgaln dgec dgitm dgpr dgom anct anssi ademe dila sgg sgpi sgmap djepva dihal mildeca dga dge ' +
  'dgpn dgn insee sgae sgdsn dnum dsaf cgdd igf igas'
).split(' ');
