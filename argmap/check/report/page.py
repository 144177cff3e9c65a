"""The style of the HTML report: ink on paper, by day and by night, from a phone to a print-out."""

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --sheet: #ffffff; --ink: #22252b; --faded: #5d636e; --rule: #dcd8ce;
  --warning: #8f4a00; --warning-wash: #fdf1e0; --error: #a31621; --error-wash: #fdebec;
  --info: #24567d; --info-wash: #e8f1f8; --clean: #2c6136; --track: #e7e3da;
  --direct: #2f6d8c; --passage: #82b2c8; --uncited: #d4782a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17191d; --sheet: #1f2228; --ink: #e6e3dc; --faded: #a2a7b1; --rule: #363a42;
    --warning: #f3b869; --warning-wash: #38290f; --error: #ff8f94; --error-wash: #421a1e;
    --info: #8fc4ea; --info-wash: #16303f; --clean: #8fcf9b; --track: #343841;
    --direct: #5fa9cb; --passage: #39627a; --uncited: #e0873a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: clamp(1.25rem, 4vw, 3.5rem) clamp(1rem, 4vw, 2rem); max-width: 54rem;
  background: var(--paper); color: var(--ink); line-height: 1.55; overflow-wrap: anywhere;
  font: 1.0625rem/1.55 Charter, "Bitstream Charter", "Source Serif 4", Cambria, Georgia, "Liberation Serif", serif;
}
h1 { font-size: clamp(1.6rem, 5vw, 2.2rem); font-weight: 600; line-height: 1.2; margin: 0 0 .35rem; text-wrap: balance; }
h2 { font-size: 1.25rem; font-weight: 600; line-height: 1.3; margin: 0; }
.sans, .chip, .place, dl, nav, footer, summary, th, .key {
  font-family: ui-sans-serif, system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif;
}
.lead { color: var(--faded); margin: 0 0 1.75rem; }
dl.numbers {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1px; margin: 0 0 1rem;
  background: var(--rule); border: 1px solid var(--rule); border-radius: .5rem; overflow: hidden;
}
dl.numbers div { background: var(--sheet); padding: .8rem 1rem .75rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
dl.numbers dt { font-size: .8125rem; line-height: 1.35; color: var(--faded); }
dl.numbers dd { margin: 0; font-size: 1.6rem; line-height: 1.25; font-weight: 600; font-variant-numeric: tabular-nums; }
.bar { display: flex; gap: 2px; height: .7rem; border-radius: .35rem; overflow: hidden; background: var(--track); }
.bar span { min-width: 3px; }
.direct { background: var(--direct); } .passage { background: var(--passage); }
.uncited { background: var(--uncited); }
.unsure { background: repeating-linear-gradient(45deg, var(--uncited) 0 3px, var(--track) 3px 7px); } .none { background: var(--track); }
.key { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; padding: 0; margin: .6rem 0 2.25rem; font-size: .8125rem; color: var(--faded); }
.key i { display: inline-block; width: .7rem; height: .7rem; border-radius: .15rem; margin-right: .4rem; border: 1px solid var(--rule); }
nav { margin: 0 0 2.5rem; }
nav h2, .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
nav ol { list-style: none; padding: 0; margin: 0; border-top: 1px solid var(--rule); }
nav a { display: grid; grid-template-columns: 3ch 1fr auto; gap: .85rem; align-items: baseline; padding: .5rem .25rem; border-bottom: 1px solid var(--rule); color: inherit; text-decoration: none; font-size: .9375rem; }
nav a:hover span:nth-child(2) { text-decoration: underline; text-underline-offset: .2em; }
nav b { text-align: right; font-variant-numeric: tabular-nums; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--info); outline-offset: 2px; border-radius: .2rem; }
section { margin: 0 0 3rem; scroll-margin-top: 1rem; }
.head { display: flex; flex-wrap: wrap; gap: .3rem .75rem; align-items: baseline; }
.chip { font-size: .75rem; font-weight: 600; padding: .1rem .55rem; border-radius: 1rem; white-space: nowrap; }
.chip.warning { color: var(--warning); background: var(--warning-wash); }
.chip.error { color: var(--error); background: var(--error-wash); }
.chip.info { color: var(--info); background: var(--info-wash); }
details { margin: .35rem 0 .9rem; font-size: .9375rem; }
summary { cursor: pointer; color: var(--faded); font-size: .8125rem; width: fit-content; }
details p { margin: .5rem 0; max-width: 42rem; }
ol.findings { list-style: none; padding: 0; margin: 0; }
ol.findings > li { background: var(--sheet); border: 1px solid var(--rule); border-left: .3rem solid; border-radius: .4rem; padding: .8rem 1rem .85rem; margin: 0 0 .75rem; break-inside: avoid; }
li.warning { border-left-color: var(--warning) !important; } li.error { border-left-color: var(--error) !important; } li.info { border-left-color: var(--info) !important; }
.place { font-size: .8125rem; color: var(--faded); margin: 0 0 .2rem; font-variant-numeric: tabular-nums; }
.place code { font: inherit; color: var(--ink); }
.message { margin: 0; font-size: 1.0625rem; }
.evidence { margin: .4rem 0 0; padding-left: 1.35rem; color: var(--faded); font-size: .9375rem; }
.evidence li::marker { content: "– "; }
.suggestion { margin: .45rem 0 0; padding-left: 1.35rem; position: relative; font-size: .9375rem; }
.suggestion::before { content: "→"; position: absolute; left: 0; color: var(--clean); }
.clean { color: var(--clean); font-size: 1.2rem; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--faded); font-size: .8125rem; }
@media (max-width: 30rem) {
  dl.numbers { grid-template-columns: 1fr 1fr; }
  dl.numbers div:last-child:nth-child(odd) { grid-column: 1 / -1; }
}
@media print {
  body { max-width: none; background: #fff; font-size: 10.5pt; }
  nav { display: none; }
}
"""
