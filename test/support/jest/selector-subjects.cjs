// Whether an element can match a selector, by the class or the tag that its subject begins with: « .nav > a:hover » can
// match links only. A few operations, where a true comparison takes hundreds.
const subjects = new Map();
const classes = new Map();

/** False when the element is certainly not matched; `name` and `classText` are its tag and its attribute `class`. */
function canMatch(selector, name, classText) {
  const wanted = remembered(subjects, selector, subjectsOf);
  if (wanted === null) return true;
  const own = remembered(classes, classText, (text) => new Set(text.split(/\s+/)));
  return wanted.some((subject) => (subject[0] === '.' ? own.has(subject.slice(1)) : subject === name));
}

/** The subjects of a list of selectors, as `.class` or `tag`; null when one begins otherwise, or holds a list itself. */
function subjectsOf(selector) {
  if (/[("'\\]/.test(selector)) return null;
  const found = selector.split(',').map((one) => {
    const subject = one
      .trim()
      .split(/[\s>+~]+/)
      .at(-1);
    return /^(?:\.[\w-]+|[a-z][\w-]*)/.exec(subject)?.[0] ?? null;
  });
  return found.includes(null) ? null : found;
}

function remembered(memory, key, make) {
  if (!memory.has(key)) memory.set(key, make(key));
  return memory.get(key);
}

module.exports = { canMatch };
