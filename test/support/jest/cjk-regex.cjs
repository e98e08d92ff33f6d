// Replaces the package `cjk-regex`, which makes the same classes from a thousand files of Unicode data, loaded again
// by every suite that uses the grid. Only Univer's text layout reads them, and no test in Node lays text out.
const LETTERS = String.raw`\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}\p{sc=Hangul}\p{sc=Bopomofo}`;
const PUNCTUATION = String.raw`\u2FF0-\u303F\u3190-\u31EF\u3200-\u33FF\uFE10-\uFE1F\uFE30-\uFE6F\uFF00-\uFFEF`;

const charset = (characters) => ({ toRegExp: () => new RegExp(`[${characters}]`, 'u') });

module.exports = {
  letters: () => charset(LETTERS),
  punctuations: () => charset(PUNCTUATION),
  all: () => charset(LETTERS + PUNCTUATION),
};
