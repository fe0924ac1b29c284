// node run.mjs PROGRAM: gives each case of a JSON list on standard input to the program, each to a fresh copy of it.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

let program = process.argv[2];
if (program.endsWith(".ts")) {
  const { default: typescript } = await import("typescript");
  const compilerOptions = { target: "ES2022", module: "ESNext" };
  const script = typescript.transpileModule(readFileSync(program, "utf8"), { compilerOptions }).outputText;
  program = program.replace(/ts$/, "from-ts.mjs");
  writeFileSync(program, script);
}

async function outcome(each, number) {
  const routes = await import(`${pathToFileURL(program)}?copy=${number}`);
  const { messages, selects, chooses, at, ...options } = each;
  if (selects) return routes.selectModel(options.task, options);
  try {
    const { model, content } = await routes.completeWithFallback(messages, { ...options, at: new Date(at) });
    return content === "" ? "an empty answer" : model;
  } catch {
    return "nobody";
  }
}

const cases = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(await Promise.all(cases.map(outcome))));
