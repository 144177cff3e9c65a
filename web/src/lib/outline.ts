/** The map as an outline: conclusions first, beneath each what supports or attacks it. */

import type { ArgumentMap, MapClaim, Relation } from "./types";

export interface Line {
  claim: MapClaim;
  depth: number;
  /** How it bears on the claim above it; null for a conclusion. */
  as: Relation["kind"] | null;
  /** It stands elsewhere in the outline too, with what is beneath it. */
  again: boolean;
}

/** @param shown the claims to list; null for all */
export function outline(view: ArgumentMap, shown: ReadonlySet<string> | null): Line[] {
  const claims = shown ? view.map.claims.filter((claim) => shown.has(claim.id)) : view.map.claims;
  const { relations } = view.map;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const target = targets(relations);
  const into = new Map<string, Relation[]>();
  const premises = new Set<string>();
  for (const relation of relations) {
    const aim = target(relation);
    if (aim === null) continue;
    into.set(aim, into.get(aim) ?? []);
    into.get(aim)?.push(relation);
    if (byId.has(aim)) for (const premise of relation.premises) premises.add(premise);
  }
  const lines: Line[] = [];
  const seen = new Set<string>();
  const grow = (root: MapClaim) => {
    const open: Omit<Line, "again">[] = [{ claim: root, depth: 0, as: null }];
    for (let next = open.pop(); next; next = open.pop()) {
      const again = seen.has(next.claim.id);
      lines.push({ ...next, again });
      if (again) continue;
      seen.add(next.claim.id);
      const beneath = (into.get(next.claim.id) ?? []).flatMap((relation) =>
        relation.premises.map((id) => ({ claim: byId.get(id), as: relation.kind })),
      );
      for (const { claim, as } of beneath.reverse()) {
        if (claim) open.push({ claim, depth: next.depth + 1, as });
      }
    }
  };
  for (const claim of claims) if (!premises.has(claim.id)) grow(claim);
  for (const claim of claims) if (!seen.has(claim.id)) grow(claim); // circles have no conclusion
  return lines;
}

/** The claim that a relation bears on: an undercut's is the conclusion of the inference it undercuts. */
export function targets(relations: readonly Relation[]): (relation: Relation) => string | null {
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  return (relation) => {
    let current: Relation | undefined = relation;
    const walked = new Set<string>();
    while (current?.kind === "undercut" && !walked.has(current.id)) {
      walked.add(current.id);
      current = byId.get(current.target);
    }
    return current && current.kind !== "undercut" ? current.target : null;
  };
}
