/** The state of the page: what was fetched, what is selected, which sources are set aside. */

import { api, type Picture } from "./api";
import { Resource } from "./resource.svelte";
import type {
  ArgumentMap, Changes, ClaimStatus, Effect, Evaluation, Finding, Grounds, Label, MapClaim, Node, Note, Relation,
  Robustness, Scene, Seminar, Sentence, Source, Text, Theme,
} from "./types";
import { isUncited, isUnsure } from "./words";

export type Kind = "claim" | "sentence" | "note" | "source";
export type View = "text" | "map" | "details";
export type Tab = "details" | "sources" | "findings";

/** What is selected. A claim of the map may have been reached by one of its sentences. */
export interface Selection {
  kind: Kind;
  id: string;
  sentence?: string | undefined;
}

const KINDS = new Set<string>(["claim", "sentence", "note", "source"]);

function parse(hash: string): Selection | null {
  const parameters = new URLSearchParams(hash.replace(/^#/, ""));
  for (const [kind, id] of parameters) {
    if (KINDS.has(kind) && id) return { kind: kind as Kind, id, sentence: parameters.get("at") ?? undefined };
  }
  return null;
}

function written(selection: Selection | null): string {
  if (!selection) return "";
  const parameters = new URLSearchParams([[selection.kind, selection.id]]);
  if (selection.sentence) parameters.set("at", selection.sentence);
  return `#${parameters}`;
}

export class Desk {
  readonly seminar = new Resource<Seminar>();
  readonly text = new Resource<Text>();
  readonly map = new Resource<ArgumentMap>();
  readonly sources = new Resource<Source[]>();
  readonly findings = new Resource<Finding[]>();
  readonly baseline = new Resource<Evaluation>();
  readonly whatif = new Resource<Changes>();
  /** What each further source would change beside those set aside; fetched when it is looked at. */
  readonly further = new Resource<Evaluation>();
  readonly grounds = new Resource<Grounds>();
  readonly robustness = new Resource<Robustness>();
  readonly picture = new Resource<Picture>();

  selection = $state.raw<Selection | null>(parse(location.hash));
  /** Counts selections, so that selecting the same thing again shows it again. */
  turn = $state(0);
  /** Where the last selection came from: that pane need not scroll. */
  origin = $state<"text" | "map" | "details" | "url">("url");
  rejected = $state.raw<readonly string[]>([]);
  view = $state<View>("text");
  tab = $state<Tab>("details");
  theme = $state<Theme>("light");
  /** What is drawn of a map that is too large for one picture. */
  scene = $state.raw<Scene>({});
  /** Whether the picture shows what the status of the selected claim rests on. */
  proving = $state(false);

  readonly nodes = $derived(new Map<string, Node>((this.map.value?.nodes ?? []).map((node) => [node.id, node])));
  readonly claims = $derived(
    new Map<string, MapClaim>((this.map.value?.map.claims ?? []).map((claim) => [claim.id, claim])),
  );
  readonly relations = $derived(
    new Map<string, Relation>((this.map.value?.map.relations ?? []).map((relation) => [relation.id, relation])),
  );
  readonly sentences = $derived.by(() => {
    const found = new Map<string, Sentence>();
    for (const block of this.text.value?.blocks ?? []) {
      if (block.block === "paragraph") for (const sentence of block.sentences) found.set(sentence.id, sentence);
    }
    return found;
  });
  readonly notes = $derived(new Map<string, Note>((this.text.value?.notes ?? []).map((note) => [note.id, note])));
  readonly sourceOf = $derived.by(() => {
    const found = new Map<string, Source>();
    for (const source of this.sources.value ?? []) for (const id of source.ids) found.set(id, source);
    return found;
  });
  readonly uncited = $derived(
    [...this.sentences.values()].filter((sentence) => isUncited(sentence.verdict)).map((sentence) => sentence.id),
  );
  readonly unsure = $derived(
    [...this.sentences.values()].filter((sentence) => isUnsure(sentence.verdict)).map((sentence) => sentence.id),
  );

  /** The statuses shown: those if nothing is set aside, and over them what setting sources aside changed. */
  readonly statuses = $derived.by(() => {
    const found = new Map<string, ClaimStatus>((this.baseline.value?.claims ?? []).map((claim) => [claim.id, claim]));
    if (this.rejected.length) for (const claim of this.whatif.value?.claims ?? []) found.set(claim.id, claim);
    return found;
  });
  readonly labels = $derived.by(() => {
    const found = new Map<Label, number>();
    for (const { label } of this.statuses.values()) found.set(label, (found.get(label) ?? 0) + 1);
    return found;
  });
  readonly changes = $derived.by(() => {
    const fallen: string[] = [];
    const risen: string[] = [];
    const contested: string[] = [];
    const before = new Map((this.baseline.value?.claims ?? []).map((claim) => [claim.id, claim.status]));
    for (const { id, status } of (this.rejected.length && this.whatif.value?.claims) || []) {
      const was = before.get(id);
      if (was === "in" && status !== "in") fallen.push(id);
      if (was !== "in" && status === "in") risen.push(id);
      if (was !== "undecided" && status === "undecided") contested.push(id);
    }
    return { fallen, risen, contested };
  });
  /** What one source would change beside those set aside; of one that is set aside, what it changes alone. */
  readonly effects = $derived.by(() => {
    const found = this.rejected.length && this.further.key === this.trial ? this.further.value : this.baseline.value;
    const effects = new Map<string, Effect>((found?.sources ?? []).map((effect) => [effect.id, effect]));
    for (const effect of this.baseline.value?.sources ?? []) {
      if (this.rejected.includes(effect.id)) effects.set(effect.id, effect);
    }
    return effects;
  });
  readonly weighing = $derived(this.rejected.length > 0 && this.further.key !== this.trial);

  /** The sources set aside, as one name. */
  get trial(): string {
    return JSON.stringify(this.rejected);
  }

  /** The proof to show in the picture. */
  readonly proof = $derived.by(() => {
    const found = this.grounds.value?.proof;
    const current = this.claim !== null && this.grounds.key === this.question(this.claim.id);
    return this.proving && current && found ? found : null;
  });

  /** The claim of the map that is selected, itself or by one of its sentences. */
  readonly claim = $derived(this.selection?.kind === "claim" ? (this.claims.get(this.selection.id) ?? null) : null);
  /** The sentences to highlight. */
  readonly chosen = $derived.by(() => {
    const selection = this.selection;
    if (selection?.kind === "claim") return this.nodes.get(selection.id)?.sentences ?? [];
    if (selection?.kind === "sentence") return [selection.id];
    if (selection?.kind === "note") return this.notes.get(selection.id)?.called_in ?? [];
    return [];
  });

  async open(): Promise<void> {
    await this.seminar.load(api.seminar);
    const seminar = this.seminar.value;
    if (this.seminar.state !== "ready" || !seminar) return;
    document.title = `${seminar.title} · argmap`;
    if (!seminar.has_text) this.view = "map";
    const work: Promise<void>[] = [this.sources.load(api.sources), this.findings.load(api.findings)];
    if (seminar.has_text) work.push(this.text.load(api.text));
    if (seminar.has_map) work.push(this.map.load(api.map), this.baseline.load(() => api.evaluation([])), this.draw());
    await Promise.all(work);
    this.turn += 1; // what the address names can be shown now
  }

  draw(): Promise<void> {
    return this.picture.load(() => api.picture(this.rejected, this.theme, this.scene));
  }

  /** Draw something else of a large map. */
  show(scene: Scene): Promise<void> {
    this.scene = scene;
    return this.draw();
  }

  /** The claims that the picture shows of a large map; null where it shows all, none in its overview. */
  readonly shown = $derived.by(() => {
    const boxes = this.map.value?.boxes ?? [];
    if (!boxes.length) return null;
    const { box, near } = this.scene;
    if (near === undefined) return new Set(box === undefined ? [] : boxes[box]?.claims);
    if (this.picture.state !== "ready" || this.picture.value?.scene !== this.scene) return new Set([near]);
    const drawn = new Set(this.picture.value.svg.replaceAll("&#45;", "-").match(/(?<=<g id=")claim-\d+(?=")/g));
    return new Set([...this.nodes.values()].filter((node) => drawn.has(node.element)).map((node) => node.id));
  });

  /** Names what is asked of a claim while these sources are set aside. */
  question(claim: string): string {
    return `${this.trial}${claim}`;
  }

  /** Ask why a claim has its status, and what would topple it. */
  async examine(claim: string): Promise<void> {
    const rejected = this.rejected;
    const key = this.question(claim);
    if (this.grounds.key !== key) await this.grounds.load(() => api.grounds(claim, rejected), key);
    if (this.robustness.key !== key && this.question(claim) === key)
      await this.robustness.load(() => api.robustness(claim, rejected), key);
  }

  /** Ask what each further source would change. */
  async weigh(): Promise<void> {
    const rejected = this.rejected;
    if (this.weighing) await this.further.load(() => api.evaluation(rejected), this.trial);
  }

  select(selection: Selection | null, origin: "text" | "map" | "details" | "url"): void {
    this.selection = selection;
    this.origin = origin;
    this.turn += 1;
    if (selection) this.tab = "details";
    if (origin === "url") return;
    const hash = written(selection);
    if (hash !== location.hash) history.pushState(null, "", hash || location.pathname + location.search);
  }

  /** Select what a sentence is about: its claim in the map, where it has one. */
  selectSentence(id: string, origin: "text" | "details"): void {
    const claim = this.sentences.get(id)?.map_claims.find((name) => this.nodes.has(name));
    this.select(claim ? { kind: "claim", id: claim, sentence: id } : { kind: "sentence", id }, origin);
  }

  follow(hash: string): void {
    this.select(parse(hash), "url");
  }

  async reject(ids: readonly string[]): Promise<void> {
    this.rejected = [...ids];
    const work = [this.draw()];
    if (ids.length) work.push(this.whatif.load(() => api.whatIf(this.rejected)));
    else this.whatif.value = null;
    await Promise.all(work);
  }

  toggle(source: string): Promise<void> {
    const without = this.rejected.filter((id) => id !== source);
    return this.reject(without.length < this.rejected.length ? without : [...this.rejected, source]);
  }

  short(source: string): string {
    return this.sourceOf.get(source)?.short ?? source;
  }
}

export const desk = new Desk();

/** Scroll so that an element can be seen, and where asked move the keyboard's place there. */
export function reveal(element: Element | null, focus = false): void {
  if (!element) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
  if (focus) element.querySelector<HTMLElement>("[tabindex]")?.focus({ preventScroll: true });
}
