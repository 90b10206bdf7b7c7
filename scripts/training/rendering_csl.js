// Render CSL-JSON items in CSL styles, each value between markers that say which variable it is.
//
//     node rendering_csl.js FOLDER_OF_CITEPROC FOLDER_OF_LOCALES < JOBS > LINES
//
// A line of JOBS is {"style": path of a .csl file, "locale": "de-DE", "items": [{"item": CSL-JSON, "note": bool, "locator"?}]}; the
// lines that come out are arrays of the same length: a string, or null where the style prints nothing or fails.
// Markers: U+E000, then one sign from U+E100 on (the place in VARIABLES), the value, U+E001. Small capitals stand between U+E002 and U+E003.
"use strict";
const fs = require("fs");
const path = require("path");
const readline = require("readline");

const [citeproc, locales] = process.argv.slice(2);
const CSL = require(path.resolve(citeproc));
const VARIABLES = JSON.parse(process.env.VARIABLES);

const marked = Object.assign({}, CSL.Output.Formats.text, {
  "@showid/true": CSL.Output.Formats.html["@showid/true"],
  "@font-variant/small-caps": (state, text) => "\uE002" + text + "\uE003",
});
CSL.Output.Formats.marked = marked;

function locale(language) {
  for (const name of [language, language.slice(0, 2), "en-US"]) {
    const file = path.join(locales, `locales-${name}.xml`);
    if (fs.existsSync(file)) return fs.readFileSync(file, "utf8");
  }
  return undefined;
}

function render(job) {
  const items = new Map(job.items.map((each) => [each.item.id, each.item]));
  const system = {
    retrieveLocale: locale,
    retrieveItem: (id) => items.get(id),
    variableWrapper: (params, before, text, after) => {
      const place = VARIABLES.indexOf(params.variableNames.join("+"));
      return place < 0 ? before + text + after : before + "\uE000" + String.fromCharCode(0xe100 + place) + text + "\uE001" + after;
    },
  };
  const engine = new CSL.Engine(system, fs.readFileSync(job.style, "utf8"), job.locale, true);
  engine.setOutputFormat("marked");
  return job.items.map((each) => {
    try {
      if (!each.note && engine.bibliography.tokens.length) {
        engine.updateItems([each.item.id]);
        const made = engine.makeBibliography();
        return made && made[1].length ? made[1][0] : null;
      }
      const cite = { id: each.item.id, position: 0 };
      if (each.locator) Object.assign(cite, { locator: each.locator, label: "page" });
      return engine.makeCitationCluster([cite]) || null;
    } catch (error) {
      return null;
    }
  });
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const job = JSON.parse(line);
  let lines;
  try {
    lines = render(job);
  } catch (error) {
    process.stderr.write(`${path.basename(job.style)}: ${error.message || error}\n`);
    lines = job.items.map(() => null);
  }
  process.stdout.write(JSON.stringify(lines) + "\n");
});
