/** Draws one graph: DOT comes in, SVG goes out. */

import { Graphviz } from "@hpcc-js/wasm-graphviz";

import type { Drawn } from "./graphviz";

/** Without font files Graphviz knows how wide text runs in Helvetica, by this name alone. */
const FONTS = /^((?:graph|node|edge) \[.*?fontname="Helvetica)[^"]*/gm;

addEventListener("message", async ({ data }: MessageEvent<string>) => {
  let drawn: Drawn;
  try {
    drawn = { svg: (await Graphviz.load()).layout(data.replace(FONTS, "$1"), "svg", "dot") };
  } catch (error) {
    drawn = { problem: error instanceof Error ? error.message : String(error) };
  }
  postMessage(drawn);
});
