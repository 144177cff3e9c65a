/** Words for what the interface names. */

import type { Label, Locator, Severity, Verdict } from "./types";

/** In the order of the legend. Each has a colour, a frame and a sign of its own: see app.css. */
export const LABELS: Record<Label, { sign: string; word: string; means: string }> = {
  stands: { sign: "✓", word: "stands", means: "Something supports it, and nothing that attacks it stands." },
  contested: { sign: "⇄", word: "contested", means: "Nothing decides whether it stands." },
  refuted: { sign: "✕", word: "refuted", means: "An attack on it stands." },
  unsupported: { sign: "○", word: "unsupported", means: "Nothing that supports it stands." },
  circular: { sign: "↻", word: "circular", means: "It would stand only by supporting itself." },
};

export const SEVERITIES: Record<Severity, string> = { error: "error", warning: "warning", info: "remark" };

export const MENTIONS: Record<string, string> = {
  full: "full reference",
  short: "short reference",
  ibid: "ibid.",
  idem: "idem",
  opcit: "op. cit.",
  loccit: "loc. cit.",
  supra: "cross-reference",
  archival: "archival reference",
  container: "printed or cited in",
  discursive: "remark",
};

function bare(verdict: Verdict): boolean {
  return verdict.support === "none" && !verdict.in_text;
}

export function isUncited(verdict: Verdict | null): boolean {
  return verdict !== null && verdict.claim && verdict.needs_citation && !verdict.unsure && bare(verdict);
}

/** Without a citation, and argmap cannot tell whether it needs one: nobody has checked it. */
export function isUnsure(verdict: Verdict | null): boolean {
  return verdict !== null && verdict.claim && verdict.unsure && bare(verdict);
}

export function supportWords(verdict: Verdict): string {
  if (verdict.support === "direct") return "cited by a note in the sentence";
  if (verdict.support === "passage") return "covered by a later note of its passage";
  if (verdict.in_text) return "cited in parentheses, which argmap does not follow";
  if (isUnsure(verdict)) return "no citation; whether it needs one is in doubt";
  return verdict.needs_citation ? "no citation" : "no citation, and none needed";
}

const UNITS: Record<string, [string, string]> = {
  page: ["p.", "pp."],
  folio: ["fol.", "fols."],
  chapter: ["ch.", "chs."],
  volume: ["vol.", "vols."],
  section: ["sec.", "secs."],
  line: ["l.", "ll."],
  column: ["col.", "cols."],
  note: ["n.", "nn."],
};

export function locatorWords(locator: Locator | null): string {
  if (!locator) return "";
  const units = UNITS[locator.label];
  const unit = units ? units[/[-–,]/.test(locator.value) ? 1 : 0] : "";
  return `${unit} ${locator.value}${locator.inherited ? " (from the earlier note)" : ""}`.trim();
}

const TENTHS = 10;

/** "about 7 in 10" */
export function chance(part: number): string {
  return `about ${Math.round(part * TENTHS)} in ${TENTHS}`;
}

/** "corroborated(2)" → what the claim must have; other standards by their names. */
export function standardWords(standard: string): string {
  const corroborated = /^corroborated(?:\s*\(\s*(\d+)\s*\))?$/.exec(standard.trim());
  if (!corroborated) return standard.replaceAll("-", " ");
  return `support that goes back to ${corroborated[1] ?? 2} independent roots`;
}

export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

export function list(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** p3.s2 → "paragraph 3, sentence 2". */
export function place(sentence: string): string {
  const match = /^p(\d+)\.s(\d+)$/.exec(sentence);
  return match ? `paragraph ${match[1]}, sentence ${match[2]}` : sentence;
}
