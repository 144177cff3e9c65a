"""Which claims stand, why, and what falls with each source.

The reading
-----------
Every link is an inference: premises, all needed, and a target. An inference stands if its premises stand and nothing that
undercuts it does. A claim stands if at least one ground of it stands (a supporting inference, or a source that it cites)
and no attack on it does: one refuted witness of three does not sink it. A source stands unless it is rejected, or all
that it is derived from has fallen. In a circle nothing stands by itself.

An inference that cites sources of its own, which vouch for the step and not for its premises, stands only while one of
them does: they are its grounds, as a claim's are. One that cites none is the author's own reasoning and needs none. With
its sources an attack loses its answer too (see below), and necessary or deductive support no longer binds. A relation's
`data["granted"]` lets it stand without.

The default status is the well-founded model of these rules (Van Gelder, Ross and Schlipf, "The Well-Founded Semantics for
General Logic Programs", J. ACM 38, 1991): unique, sceptical, polynomial; on attacks alone the grounded labelling (Dung,
"On the Acceptability of Arguments", Artificial Intelligence 77, 1995). That support must go back to evidence is Oren and
Norman, "Semantics for Evidence-Based Argumentation" (COMMA 2008). Reason and rebuttal, inference and undercut are
Pollock's ("Defeasible Reasoning", Cognitive Science 11, 1987).

A claim that only argues and attacks another is attacked back: claim against claim without weights is a conflict that
nothing decides, see `_conflicts`. Evidence answers claims as it is drawn. Claims may ask for more than a ground
(`MapClaim.standard`), see `_standards`.

Five labels for people: *stands*; *refuted* (an attack stands); *circular* (it would stand only by supporting itself);
*unsupported* (out for want of a ground); *contested* (undecided). A claim whose grounds all fail is unsupported, not
refuted, even if a claim that it attacks answers.

Argument graphs of Carneades are made such maps by `balancing`.

What may be chosen (`Reading`): circles left undecided, as Carneades has them (Gordon and Walton, "Formalizing Balancing
Arguments", COMMA 2016); attacks as they are drawn only; support read as necessary (Nouioua and Risch, "Argumentation
Frameworks with Necessities", SUM 2011: the target needs each premise) or deductive (Boella, Gabbay, van der Torre and
Villata, "Support in Abstract Argumentation", COMMA 2010: what attacks the target attacks the premise; with several
premises, plain support), for a whole map or by a relation's `data["support"]`; claims that stand without a ground.

The parts
---------
`_compile` makes a `Program` of a map (nodes and typed edges, numpy arrays); `_start` finds its model in waves; `_state`
and `_knot` keep it while sources are rejected and taken back; `_effects` asks that for every source, note and claim, all
at once where there are many (`_losses`, `_rejections`, `_copies`), and answers in columns (`_changes`);
`_proof` and `_part` make and check the sub-map a status rests on; `_minimal` finds minimal sets by means of proofs.
"""

from argmap.evaluate._evaluate import evaluate, minimal_sets, prove, sensitivity
from argmap.evaluate._reading import Reading
from argmap.evaluate._what_if import WhatIf
from argmap.evaluate.balancing import balanced, is_argument_graph
from argmap.evaluate.tables import evaluation_table, proof_table, robustness_table, sensitivity_table

__all__ = [
    "Reading",
    "WhatIf",
    "balanced",
    "evaluate",
    "evaluation_table",
    "is_argument_graph",
    "minimal_sets",
    "proof_table",
    "prove",
    "robustness_table",
    "sensitivity",
    "sensitivity_table",
]
