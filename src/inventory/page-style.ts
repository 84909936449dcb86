/** What the inventory adds to the style of the report. */
export const STYLE = `
body.claims { max-width: 96rem; }
.claims table { width: 100%; border-collapse: collapse; font-size: 0.9rem; background: var(--card); }
.claims th, .claims td { padding: 0.5rem 0.6rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
.claims .wide { overflow-x: auto; margin-top: 0.75rem; }
.claims td.claim { min-width: 18rem; }
.claims td { min-width: 6rem; }
button.sort { width: auto; min-height: 0; margin: 0; padding: 0.1rem 0.2rem; border: 0; background: none; font: inherit; font-weight: 650; text-align: left; cursor: pointer; }
th[aria-sort="ascending"] button.sort::after { content: " \\2191"; }
th[aria-sort="descending"] button.sort::after { content: " \\2193"; }
.state { font-weight: 600; }
.state.error { color: var(--error); } .state.warning { color: var(--warning); } .state.fine { color: var(--fix); }
.source { display: block; }
.claims select.decision, .claims input.comment, .claims input[type="text"] { width: 100%; min-height: 2rem; margin-top: 0.2rem; padding: 0.2rem 0.4rem; border: 1px solid var(--faint); border-radius: 6px; background: var(--field); color: var(--ink); font: inherit; }
@media print { .claims form { display: none; } .claims tr { break-inside: avoid; } }
`;
