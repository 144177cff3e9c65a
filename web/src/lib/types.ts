/** What the interface answers; see /docs. Only what the page uses is named. */

export type Status = "in" | "out" | "undecided";
export type Label = "stands" | "refuted" | "unsupported" | "circular" | "contested";
export type Support = "direct" | "passage" | "none";
export type Severity = "error" | "warning" | "info";
export type Theme = "light" | "dark";

export interface Problem {
  error: string;
  message: string;
}

export interface Summary {
  claims: number;
  needing_citation: number;
  cited_direct: number;
  cited_passage: number;
  cited_in_text: number;
  uncited: number;
  unsure: number;
  notes: number;
  sources: number;
}

export interface Seminar {
  title: string;
  path: string;
  draft: boolean;
  role: "brief" | "essay";
  has_text: boolean;
  has_map: boolean;
  map: { claims: number; evidence: number; relations: number; sources: number };
  text: Summary | null;
  findings: Record<Severity, number>;
  version: string;
}

export interface Segment {
  kind: "text" | "marker";
  text: string;
  note: string | null;
}

export interface Verdict {
  claim: boolean;
  kind: string;
  needs_citation: boolean;
  unsure: boolean;
  in_text: boolean;
  support: Support;
  notes: string[];
  attributed_to: string | null;
  reason: string;
}

export interface Sentence {
  id: string;
  lead: string;
  segments: Segment[];
  verdict: Verdict | null;
  map_claims: string[];
}

export interface HeadingBlock {
  block: "heading";
  level: number;
  segments: Segment[];
}

export interface ParagraphBlock {
  block: "paragraph";
  id: string;
  kind: "prose" | "quote" | "list" | "table" | "code";
  sentences: Sentence[];
  tail: Segment[];
}

export interface Locator {
  label: string;
  value: string;
  inherited: boolean;
}

/** One way to read a back reference; `chance` says its probability in words and number, where that was measured. */
export interface Reading {
  note: string | null;
  source: string | null;
  short: string | null;
  evidence: string[];
  chance: string | null;
}

export interface Mention {
  kind: string;
  text: string;
  source: string | null;
  short: string | null;
  locator: Locator | null;
  state: "resolved" | "ambiguous" | "contradicted" | "unresolved" | null;
  literal: Reading | null;
  best: Reading | null;
  rivals: Reading[];
  doubt: string | null;
}

export interface Note {
  id: string;
  n: string;
  kind: "footnote" | "endnote";
  text: string;
  mentions: Mention[];
  called_in: string[];
}

export interface Text {
  title: string | null;
  path: string;
  role: "brief" | "essay";
  blocks: (HeadingBlock | ParagraphBlock)[];
  notes: Note[];
  summary: Summary;
}

export interface Citation {
  source: string;
  locator: Locator | null;
}

export interface MapClaim {
  id: string;
  text: string;
  kind: string | null;
  citations: Citation[];
  tags: string[];
  section: string[];
  standard: string | null;
  weight: number | null;
}

export interface Relation {
  id: string;
  kind: "support" | "attack" | "undercut";
  premises: string[];
  target: string;
  title: string | null;
  scheme: string | null;
  citations: Citation[];
  reason: string | null;
  confidence: number | null;
  weight: number | null;
}

export interface Node {
  id: string;
  element: string;
  role: "claim" | "evidence";
  sentences: string[];
  lost: boolean;
}

/** A box of the overview of a map that is too large for one picture. */
export interface MapBox {
  element: string;
  name: string;
  claims: string[];
}

export interface ArgumentMap {
  map: { title: string | null; claims: MapClaim[]; relations: Relation[] };
  draft: boolean;
  nodes: Node[];
  sources: { id: string; element: string }[];
  boxes: MapBox[];
}

/** What the picture shows: the map (or its overview), a box of the overview by its place, or a claim's neighbourhood. */
export interface Scene {
  box?: number;
  near?: string;
}

export interface ClaimStatus {
  id: string;
  status: Status;
  label: Label;
  why: string;
}

/** What becomes of the claims if this source falls too: lost, gained, newly contested. */
export interface Effect {
  id: string;
  topples: string[];
  gains: string[];
  contests: string[];
}

export interface Evaluation {
  exact: boolean;
  rejected: string[];
  claims: ClaimStatus[];
  sources: Effect[];
}

/** The claims whose label is another while these sources are rejected. */
export interface Changes {
  rejected: string[];
  exact: boolean;
  claims: ClaimStatus[];
}

export interface Proof {
  claim: string;
  claims: string[];
  relations: string[];
  sources: string[];
  minimal: boolean;
}

export interface Grounds {
  status: ClaimStatus;
  proof: Proof;
}

export interface SourceSet {
  sources: string[];
  brought_back_by: string[] | null;
}

export interface Robustness {
  claim: string;
  robustness: number | null;
  toppled_by: SourceSet[];
  held_by: string[][];
  exact: boolean;
  why: string;
}

export interface Source {
  id: string;
  ids: string[];
  item: { URL?: string; DOI?: string };
  short: string;
  reference: { text: string; italic: boolean }[];
  claims: string[];
  relations: string[];
  derived_from: string[];
  notes: string[];
  in_map: boolean;
}

export interface Finding {
  finding: {
    code: string;
    name: string;
    severity: Severity;
    message: string;
    path: string;
    line: number | null;
    sentence: string | null;
    note: string | null;
    evidence: string[];
    suggestion: string | null;
  };
  claim: string | null;
  note_id: string | null;
}
