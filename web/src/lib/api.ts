import { drawHere } from "./graphviz";
import type {
  ArgumentMap, Changes, Evaluation, Finding, Grounds, Problem, Robustness, Scene, Seminar, Source, Text, Theme,
} from "./types";

const PATIENCE_MS = 60_000;

/** A request that got no answer. `status` is 0 where the server did not speak at all. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, problem: Problem) {
    super(problem.message);
    this.status = status;
    this.code = problem.error;
  }
}

const GONE: Problem = {
  error: "server-gone",
  message: "The server does not answer. Check that argmap is still running, then try again.",
};

async function ask(path: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    throw new ApiError(0, GONE);
  }
  if (response.ok) return response;
  throw new ApiError(response.status, await problemOf(response));
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const problem = (await response.json()) as Partial<Problem>;
    if (typeof problem.message === "string") return { error: problem.error ?? "unknown", message: problem.message };
  } catch {
    // not one of our answers
  }
  return { error: "unknown", message: `The server answered ${response.status} and gave no reason.` };
}

async function json<T>(path: string): Promise<T> {
  return (await (await ask(path)).json()) as T;
}

function query(reject: readonly string[], more: Record<string, string> = {}): string {
  const parameters = new URLSearchParams(reject.map((id) => ["reject", id]));
  for (const [name, value] of Object.entries(more)) parameters.set(name, value);
  const written = parameters.toString();
  return written ? `?${written}` : "";
}

export interface Picture {
  svg: string;
  scene: Scene;
  /** Drawn by this browser, because the server has no Graphviz. */
  here: boolean;
}

let serverDraws = true;

async function picture(reject: readonly string[], theme: Theme, scene: Scene): Promise<Picture> {
  const part = Object.entries(scene).map(([name, value]) => [name, String(value)]);
  const asked = query(reject, { theme, ...Object.fromEntries(part) });
  if (serverDraws) {
    try {
      return { svg: await (await ask(`/api/map.svg${asked}`)).text(), scene, here: false };
    } catch (error) {
      if (!(error instanceof ApiError && error.code === "graphviz-missing")) throw error;
      serverDraws = false; // until the page is opened again
    }
  }
  const dot = await (await ask(`/api/map.dot${asked}`)).text();
  try {
    return { svg: await drawHere(dot), scene, here: true };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ApiError(0, {
      error: "not-drawn",
      message: `Graphviz is not installed on the server, and this browser could not draw the map: ${reason}`,
    });
  }
}

export const api = {
  seminar: () => json<Seminar>("/api/seminar"),
  text: () => json<Text>("/api/text"),
  map: () => json<ArgumentMap>("/api/map"),
  sources: () => json<Source[]>("/api/sources"),
  findings: () => json<Finding[]>("/api/findings"),
  evaluation: (reject: readonly string[]) => json<Evaluation>(`/api/evaluation${query(reject)}`),
  whatIf: (reject: readonly string[]) => json<Changes>(`/api/what-if${query(reject)}`),
  grounds: (claim: string, reject: readonly string[]) => json<Grounds>(`/api/grounds${query(reject, { claim })}`),
  robustness: (claim: string, reject: readonly string[]) =>
    json<Robustness>(`/api/robustness${query(reject, { claim })}`),
  picture,
};
