import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

const resolve = createRequire(import.meta.url).resolve;

/** Copies Swagger UI beside our own /docs page, with its licence, so that the documentation needs no network. */
function swagger() {
  const folder = dirname(resolve("swagger-ui-dist/package.json"));
  const names = ["swagger-ui-bundle.js", "swagger-ui-bundle.js.LICENSE.txt", "swagger-ui.css", "LICENSE", "NOTICE"];
  return {
    name: "argmap-swagger",
    generateBundle() {
      for (const name of names) {
        const text = readFileSync(join(folder, name), "utf8");
        this.emitFile({
          type: "asset",
          fileName: `docs/${name}`,
          source: text.replace(/^(\/\/|\/\*)# sourceMappingURL=.*$/gm, ""),
        });
      }
    },
  };
}

/** Puts the licences of what the drawing worker holds beside it: of the wrapper, and of the Graphviz inside. */
function graphviz() {
  const folder = dirname(dirname(resolve("@hpcc-js/wasm-graphviz")));
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return {
    name: "argmap-graphviz",
    generateBundle() {
      this.emitFile({
        type: "asset",
        fileName: "workers/LICENSE.txt",
        source: `The script in this folder contains ${name} ${version}, under the Apache License 2.0 (below), which contains
Graphviz and Expat, compiled to WebAssembly and not changed. Graphviz is under the Eclipse Public License; its text and
its source code are at https://graphviz.org/license/ and https://gitlab.com/graphviz/graphviz. Expat is under the
MIT License: https://github.com/libexpat/libexpat/blob/master/COPYING.

${readFileSync(join(folder, "LICENSE"), "utf8")}`,
      });
    },
  };
}

export default defineConfig({
  plugins: [svelte(), swagger(), graphviz()],
  // a folder of its own: the server gives the scripts there, and only them, leave to compile WebAssembly
  worker: { format: "es", rolldownOptions: { output: { entryFileNames: "workers/[name]-[hash].js" } } },
  server: { proxy: { "/api": "http://127.0.0.1:8000" } },
  build: {
    outDir: "../argmap/serve/static",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    license: { fileName: "licenses.md" },
  },
});
