import type { ArgumentMap, Evaluation, Finding, Problem, Seminar, Source, Text, Theme } from "./types";

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

function query(reject: readonly string[], theme?: Theme): string {
  const parameters = new URLSearchParams(reject.map((id) => ["reject", id]));
  if (theme) parameters.set("theme", theme);
  const written = parameters.toString();
  return written ? `?${written}` : "";
}

export const api = {
  seminar: () => json<Seminar>("/api/seminar"),
  text: () => json<Text>("/api/text"),
  map: () => json<ArgumentMap>("/api/map"),
  sources: () => json<Source[]>("/api/sources"),
  findings: () => json<Finding[]>("/api/findings"),
  evaluation: (reject: readonly string[]) => json<Evaluation>(`/api/evaluation${query(reject)}`),
  picture: async (reject: readonly string[], theme: Theme) =>
    (await ask(`/api/map.svg${query(reject, theme)}`)).text(),
};
