// Prints what the Open XML SDK has to say about each .docx file named, as JSON: {file: [error, ...]}.
import { readFile } from "node:fs/promises";
import validate from "@ooxml-tools/validate";

const found = {};
for (const file of process.argv.slice(2)) {
  try {
    const errors = await validate(await readFile(file), "docx", "Microsoft365");
    found[file] = errors.map((e) => `${e.path?.partUri} ${e.path?.xpath ?? ""} ${e.id}: ${e.description}`);
  } catch (error) {
    found[file] = [`cannot be opened: ${error}`];
  }
}
console.log(JSON.stringify(found));
process.exit(0);
