// The help of the custom functions in another language: the generated description with its sentences replaced, and
// nothing else, since Excel ties formulas to ids and names.

/** The metadata with the help of another language. Throws when a sentence is missing or is for nothing. */
function translateHelp(metadata, help) {
  const left = new Map(Object.entries(help));
  const functions = metadata.functions.map((definition) => {
    const words = left.get(definition.id);
    if (!words) throw new Error(`No translated help for ${definition.id}`);
    left.delete(definition.id);
    return {
      ...definition,
      description: words.description,
      parameters: translateParameters(definition, words.parameters),
    };
  });
  if (left.size > 0) throw new Error(`Translated help for functions that do not exist: ${[...left.keys()].join(', ')}`);
  return { ...metadata, functions };
}

function translateParameters(definition, words) {
  const left = new Set(Object.keys(words));
  const parameters = definition.parameters.map((parameter) => {
    if (!left.delete(parameter.name)) throw new Error(`No translated help for ${definition.id}(${parameter.name})`);
    return { ...parameter, description: words[parameter.name] };
  });
  if (left.size > 0)
    throw new Error(`Translated help for parameters that do not exist: ${definition.id}(${[...left].join(', ')})`);
  return parameters;
}

module.exports = { translateHelp };
