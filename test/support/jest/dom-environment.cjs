// jsdom with styles in less time: the queries by role, user-event and axe ask for the style of every element they pass.
// - A rule is compared with the elements that its selector can match only; Fluent writes a thousand rules.
// - The computed style of an element is made once for each state of the document, not once for each call.
const { createRequire } = require('node:module');
const { canMatch } = require('./selector-subjects.cjs');

const requireOfJest = createRequire(require.resolve('jest-environment-jsdom'));
const { implForWrapper } = requireOfJest('jsdom/lib/jsdom/living/generated/utils.js');
const selectors = requireOfJest('jsdom/lib/jsdom/living/helpers/selectors.js');
const { matchesDontThrow } = selectors;
// Before jsdom's own modules take the function.
selectors.matchesDontThrow = (element, selector) =>
  canMatch(selector, element._localName, element.getAttributeNS(null, 'class') ?? '') &&
  matchesDontThrow(element, selector);
const { default: JsdomEnvironment } = require('jest-environment-jsdom');

module.exports = class DomEnvironment extends JsdomEnvironment {
  constructor(...words) {
    super(...words);
    remembersStyles(this.global);
  }
};

function remembersStyles(window) {
  const compute = window.getComputedStyle;
  /** jsdom's own memory of styles, which it replaces at each change of the document, and the computed ones since then. */
  let [state, styles] = [null, new Map()];

  window.getComputedStyle = function getComputedStyle(element, pseudoElement) {
    const document = implForWrapper(element)?._ownerDocument;
    if (document === undefined || pseudoElement) return compute.call(window, element, pseudoElement);
    const made = document._styleCache === state ? styles.get(element) : undefined;
    if (made !== undefined) return made;
    const style = compute.call(window, element);
    if (document._styleCache !== state) [state, styles] = [document._styleCache, new Map()];
    styles.set(element, style);
    return style;
  };
}
