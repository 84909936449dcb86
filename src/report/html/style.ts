/** The page's policy admits it by its hash: no style attribute stands anywhere, for those are refused. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f4f5f7; --card: #fff; --ink: #1b2330; --faint: #566070; --line: #d9dee5; --field: #fff;
  --error: #b3261e; --error-tint: #fdeceb; --warning: #855000; --warning-tint: #fff3dd; --info: #1a5ba3; --info-tint: #e7f0fb;
  --fix: #1d6b40; --fix-tint: #eaf6ef; --mark: #ffe27a; --mark-ink: #1b2330; --link: #1a56b0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #11151b; --card: #1a2029; --ink: #e7ebf1; --faint: #a3aebd; --line: #323b48; --field: #11151b;
    --error: #ff9389; --error-tint: #3c1f1f; --warning: #ffc66e; --warning-tint: #38290f; --info: #93c7ff; --info-tint: #16304c;
    --fix: #84d9a8; --fix-tint: #14301f; --mark: #775c00; --mark-ink: #fff6d6; --link: #93c0ff;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 72rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere;
}
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.01em; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 0.75rem; }
h3 { font-size: 1.05rem; margin: 0.35rem 0 0.75rem; line-height: 1.4; }
p { margin: 0 0 0.6rem; }
.faint, .run { color: var(--faint); }
.faint { font-size: 0.875rem; font-weight: normal; }
.run { display: flex; flex-wrap: wrap; gap: 0.2rem 1.25rem; margin: 0.4rem 0 1.5rem; padding: 0; list-style: none; font-size: 0.9rem; }
.run strong { font-weight: 600; color: var(--ink); }

.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 0.75rem; margin: 0 0 0.75rem; padding: 0; }
.tile { display: flex; flex-direction: column-reverse; padding: 0.8rem 1rem; border: 1px solid var(--line); border-top: 4px solid var(--line); border-radius: 8px; background: var(--card); }
.tile dt { color: var(--faint); font-size: 0.9rem; }
.tile dd { margin: 0; font-size: 2rem; line-height: 1.15; font-weight: 650; font-variant-numeric: tabular-nums; }
.tile.error { border-top-color: var(--error); } .tile.error dd { color: var(--error); }
.tile.warning { border-top-color: var(--warning); } .tile.warning dd { color: var(--warning); }
.tile.info { border-top-color: var(--info); } .tile.info dd { color: var(--info); }

.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: 0.75rem; }
.chart { margin: 0; padding: 0.8rem 1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
.chart figcaption { margin-bottom: 0.4rem; font-weight: 600; font-size: 0.95rem; }
.chart svg { display: block; width: 100%; max-width: 30rem; height: auto; font-size: 11.5px; }
.chart text { fill: var(--ink); } .chart .figure { font-weight: 600; }
.chart .error { fill: var(--error); } .chart .warning { fill: var(--warning); } .chart .info { fill: var(--info); }
.chart rect { stroke: var(--card); stroke-width: 1; }

.filters { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.75rem 1rem; align-items: end; margin: 1.5rem 0 0; padding: 0.9rem 1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
.first { grid-column: 1 / -1; display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0.5rem 1rem; }
.filters fieldset { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0; padding: 0; border: 0; }
.filters legend { float: left; margin-right: 1.25rem; padding: 0; font-weight: 600; font-size: 0.9rem; line-height: 1.7rem; }
.field { display: block; font-weight: 600; font-size: 0.9rem; }
.check { display: inline-flex; align-items: center; gap: 0.4rem; line-height: 1.7rem; }
.check.error { --tick: var(--error); } .check.warning { --tick: var(--warning); } .check.info { --tick: var(--info); }
.check input { width: 1.05rem; height: 1.05rem; margin: 0; accent-color: var(--tick); }
.filters select, .filters input[type="search"], button { width: 100%; min-height: 2.25rem; margin-top: 0.2rem; padding: 0.3rem 0.6rem; border: 1px solid var(--faint); border-radius: 6px; background: var(--field); color: var(--ink); font: inherit; font-weight: normal; }
.filters ::placeholder { color: var(--faint); opacity: 1; }
.buttons { display: flex; gap: 0.5rem; }
button { width: auto; margin: 0; padding: 0.3rem 1rem; cursor: pointer; }
button:hover { background: var(--info-tint); }
.status { margin: 0.75rem 0 0; color: var(--faint); font-size: 0.9rem; }
.status.filtered { color: var(--ink); font-weight: 600; }

.file > h2 { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.75rem; }
.path { font-size: 0.95em; }
/* Thousands of findings are laid out as they come into view. */
.finding { content-visibility: auto; contain-intrinsic-size: auto 14rem; margin: 0 0 0.75rem; padding: 0.9rem 1.1rem 0.7rem; border: 1px solid var(--line); border-left: 5px solid var(--line); border-radius: 8px; background: var(--card); }
.finding.error { border-left-color: var(--error); } .finding.warning { border-left-color: var(--warning); } .finding.info { border-left-color: var(--info); }
.finding:target { outline: 3px solid var(--link); outline-offset: 1px; }
.head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.2rem 0.75rem; margin: 0; font-size: 0.875rem; color: var(--faint); }
.head code { margin-left: auto; font-size: 0.8rem; }
code, .path { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.badge { padding: 0.05rem 0.55rem; border-radius: 99px; font-weight: 650; font-size: 0.78rem; text-transform: uppercase; letter-spacing: 0.03em; }
.badge.error { color: var(--error); background: var(--error-tint); } .badge.warning { color: var(--warning); background: var(--warning-tint); } .badge.info { color: var(--info); background: var(--info-tint); }
.place { font-variant-numeric: tabular-nums; }
.sides { display: grid; grid-template-columns: minmax(0, 7fr) minmax(0, 6fr); gap: 0 1.5rem; }
@media (max-width: 48rem) { .sides { grid-template-columns: minmax(0, 1fr); } }
.copy, .remedy { font-size: 0.925rem; }
.copy strong, .fix strong { margin-right: 0.35rem; }
blockquote { margin: 0 0 0.75rem; padding: 0.6rem 0.9rem; border-radius: 6px; background: var(--page); font: 1.06rem/1.6 ui-serif, Charter, Georgia, "Times New Roman", serif; }
blockquote p { margin: 0; }
mark { padding: 0.05em 0.15em; border-radius: 3px; background: var(--mark); color: var(--mark-ink); -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.private { padding: 0.6rem 0.9rem; border: 1px dashed var(--faint); border-radius: 6px; color: var(--faint); font-style: italic; }
.fix { padding: 0.6rem 0.9rem; border-radius: 6px; background: var(--fix-tint); }
.fix strong { color: var(--fix); }
.offers { margin: 0 0 0.75rem; padding-left: 1.2rem; font-size: 0.875rem; }
.law, .law ul { margin: 0; padding: 0; list-style: none; font-size: 0.875rem; }
.law summary { margin-bottom: 0.5rem; font-weight: normal; font-size: 0.875rem; color: var(--faint); }
.law li { margin: 0 0 0.5rem; padding-left: 0.8rem; border-left: 2px solid var(--line); }
.law cite { display: block; font-style: normal; font-weight: 600; }
.unverified { padding: 0 0.4rem; border: 1px solid var(--faint); border-radius: 99px; color: var(--faint); font-size: 0.78rem; white-space: nowrap; }

.none { margin: 2rem 0; padding: 2rem 1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); text-align: center; font-size: 1.1rem; }
main > details { margin-top: 2rem; } .wide { overflow-x: auto; } summary { cursor: pointer; } main > details > summary { font-weight: 600; font-size: 1.1rem; }
table { width: 100%; margin: 0.75rem 0 0; border-collapse: collapse; font-size: 0.9rem; background: var(--card); }
th, td { padding: 0.4rem 0.6rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
.more { padding-left: 1.2rem; font-size: 0.9rem; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--faint); font-size: 0.875rem; }

@media print {
  :root {
    color-scheme: light;
    --page: #f4f5f7; --card: #fff; --ink: #000; --faint: #444; --line: #bbb; --error: #b3261e; --error-tint: #fdeceb; --warning: #855000;
    --warning-tint: #fff3dd; --info: #1a5ba3; --info-tint: #e7f0fb; --fix: #1d6b40; --fix-tint: #eaf6ef; --mark: #ffe27a; --mark-ink: #000; --link: #000;
  }
  @page { margin: 14mm; }
  html { font-size: 9pt; }
  body { max-width: none; padding: 0; background: #fff; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .filters, .skip { display: none !important; }
  .finding { content-visibility: visible; }
  .finding, .chart, .tile, tr { break-inside: avoid; }
  h2, h3, .head { break-after: avoid; }
  .charts { grid-template-columns: repeat(3, 1fr); } .tiles { grid-template-columns: repeat(auto-fit, minmax(5rem, 1fr)); }
  .sides { grid-template-columns: 1fr 1fr; }
  a { color: inherit; text-decoration: none; }
}
`;
