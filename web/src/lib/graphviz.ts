/** Graphviz in the browser, for a server that has none: fetched from our own host when it is first wanted. */

const PATIENCE_MS = 60_000;

export interface Drawn {
  svg?: string;
  problem?: string;
}

let running: { worker: Worker; end: (problem: string) => void } | null = null;

/**
 * DOT as SVG. The work is done by a worker, which can be ended, and whose policy alone lets WebAssembly be compiled.
 * A drawing that is still being made when another is wanted is given up. Throws if there will be none.
 */
export function drawHere(dot: string): Promise<string> {
  running?.end("another drawing was wanted");
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./graphviz.worker.ts", import.meta.url), { type: "module" });
    const finish = () => {
      clearTimeout(timer);
      worker.terminate();
      if (running?.worker === worker) running = null;
    };
    const end = (problem: string) => {
      finish();
      reject(new Error(problem));
    };
    const timer = setTimeout(() => end("it took more than a minute"), PATIENCE_MS);
    running = { worker, end };
    worker.onmessage = ({ data }: MessageEvent<Drawn>) => {
      if (data.svg === undefined) return end(data.problem ?? "it gave no reason");
      finish();
      resolve(data.svg);
    };
    worker.onerror = (event) => end(event.message || "its drawing program could not be loaded");
    worker.postMessage(dot);
  });
}
