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

export default defineConfig({
  plugins: [svelte(), swagger()],
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
