// Validates manifests against the XSDs of test/manifest-xsd, in a process of its own: libxml2 comes as a module that
// jest cannot load. Standard input: a JSON object of XML texts by name; standard output: the same names, each with its
// list of faults.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

xmlRegisterFsInputProviders();
const file = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'manifest-xsd', 'OfficeAppManifestV1_1.xsd');
const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(file), { url: file }));
const manifests = Object.entries(JSON.parse(readFileSync(0, 'utf8')));
console.log(JSON.stringify(Object.fromEntries(manifests.map(([name, xml]) => [name, faultsOf(xml)]))));

function faultsOf(xml) {
  try {
    const document = XmlDocument.fromString(xml);
    validator.validate(document);
    document.dispose();
    return [];
  } catch (error) {
    return (error.details ?? [error]).map((fault) => `${fault.line ?? ''} ${fault.message}`.trim());
  }
}
