/** Which elements of the picture belong to what is selected, by their ids. */

import type { Desk } from "./desk.svelte";
import type { ArgumentMap, MapClaim, Proof, Source } from "./types";

export interface Marks {
  chosen: string | undefined;
  /** What is chosen and what touches it, or what its status rests on. */
  near: Set<string>;
}

export function marks(view: ArgumentMap, desk: Desk): Marks {
  if (desk.selection?.kind === "source") return ofSource(view, desk, desk.selection.id);
  if (!desk.claim) return { chosen: undefined, near: new Set() };
  const chosen = desk.nodes.get(desk.claim.id)?.element;
  const near = new Set(desk.proof ? proven(view, desk.proof) : touching(view, desk.claim));
  if (chosen) near.add(chosen);
  return { chosen, near };
}

/** The claims, sources and lines of a proof. */
export function proven(view: ArgumentMap, proof: Proof): string[] {
  const [claims, relations] = [new Set(proof.claims), new Set(proof.relations)];
  const found = view.nodes.filter((node) => claims.has(node.id)).map((node) => node.element);
  view.map.relations.forEach((relation, index) => {
    if (relations.has(relation.id)) found.push(relation.id, `relation-${index}`);
  });
  const lines = citing(view, new Set(proof.sources), (claim) => claims.has(claim.id));
  return [...found, ...lines.filter((element) => !element.startsWith("claim-"))];
}

function ofSource(view: ArgumentMap, desk: Desk, id: string): Marks {
  const known = new Set(desk.sourceOf.get(id)?.ids ?? [id]);
  const chosen = view.sources.find((source) => known.has(source.id))?.element;
  return { chosen, near: new Set(citing(view, withCopies(known, desk.sources.value ?? []), () => true)) };
}

/** These sources and all that are derived from them, however far. */
function withCopies(roots: ReadonlySet<string>, sources: readonly Source[]): Set<string> {
  const found = new Set(roots);
  const open = [...roots];
  for (let root = open.pop(); root !== undefined; root = open.pop()) {
    for (const source of sources) {
      if (!source.derived_from.includes(root) || found.has(source.id)) continue;
      for (const name of source.ids) found.add(name);
      open.push(...source.ids);
    }
  }
  return found;
}

/** These sources, the claims that cite them, and the lines between. */
function citing(view: ArgumentMap, wanted: ReadonlySet<string>, which: (claim: MapClaim) => boolean): string[] {
  const place = new Map(view.sources.map((source, index) => [source.id, index]));
  const found = view.sources.filter((source) => wanted.has(source.id)).map((source) => source.element);
  view.map.claims.forEach((claim, at) => {
    if (!which(claim)) return;
    for (const { source } of claim.citations) {
      if (wanted.has(source)) found.push(`claim-${at}`, `cites-${at}-${place.get(source)}`);
    }
  });
  return found;
}

/** A claim's relations with their other ends, and its sources. */
function touching(view: ArgumentMap, claim: MapClaim): string[] {
  const element = new Map(view.nodes.map((node) => [node.id, node.element]));
  const found: string[] = [];
  view.map.relations.forEach((relation, index) => {
    if (relation.target !== claim.id && !relation.premises.includes(claim.id)) return;
    found.push(relation.id, `relation-${index}`);
    for (const id of [relation.target, ...relation.premises]) found.push(element.get(id) ?? id);
  });
  const sources = new Set(claim.citations.map((citation) => citation.source));
  return [...found, ...citing(view, sources, (one) => one.id === claim.id)];
}
