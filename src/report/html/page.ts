import type { FileReport, Finding, Report } from '../../check/finding.ts';
import { version } from '../../version.ts';
import type { FormatOptions } from '../formats.ts';
import { plainPath } from '../../plain.ts';
import { appendix } from './appendix.ts';
import { barChart } from './charts.ts';
import { countsOf, inWords, rowsBy, sortRows } from './counts.ts';
import type { Counts } from './counts.ts';
import { filterBar } from './filters.ts';
import type { Choices } from './filters.ts';
import { findingArticle } from './finding.ts';
import { pageHead } from './head.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import { Markup, markup } from './template.ts';

/** One page for reviewers that needs nothing but itself: no request leaves it, and copy cannot come alive in it. */
export function formatHtml(report: Report, options: FormatOptions): string {
  const findings = report.files.flatMap((file) => file.findings);
  const counts = countsOf(findings);
  return markup`${pageHead(`Copy review: ${counts.all === 0 ? 'nothing found' : inWords(counts)}`, STYLE, SCRIPT)}
<body>
<a class="skip" href="#findings">To the findings</a>
<header>
<h1>Copy review</h1>
${runFacts(report)}
${tiles(report, counts)}
${counts.all > 0 && charts(report, findings)}</header>
<main id="findings" tabindex="-1">
${counts.all > 0 ? filterBar(counts, choicesOf(report.files, findings, options)) : NOTHING}
${fileSections(report.files, options)}${appendix(report)}</main>
<footer>
<p>promolint does not give legal advice: a medical, legal or regulatory reviewer decides. A finding is no violation, and silence is no
clearance. Data of patients is never shown.</p>
</footer>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`.text;
}

const NOTHING = markup`<p class="none">Nothing was found.</p>`;



function runFacts({ run }: Report): Markup {
  const facts = [
    ['As of', markup`<time datetime="${run.asOf}">${run.asOf}</time>`],
    ['Profile', run.profiles.join(', ')],
    ['promolint', version],
    ['Rules', run.rulesHash],
    ['Settings', run.configHash],
  ] as const;
  return markup`<ul class="run">${facts.map(([name, value]) => markup`<li>${name} <strong>${value}</strong></li>`)}</ul>`;
}

function tiles({ files, suppressed }: Report, { error, warning, info }: Counts): Markup {
  const tile = (name: string, label: string, figure: number) =>
    markup`<div class="tile ${name}"><dt>${label}</dt><dd>${figure}</dd></div>\n`;
  return markup`<dl class="tiles">
${tile('error', error === 1 ? 'error' : 'errors', error)}${tile('warning', warning === 1 ? 'warning' : 'warnings', warning)}
${tile('info', 'info', info)}${tile('files', files.length === 1 ? 'file read' : 'files read', files.length)}
${suppressed.length > 0 && tile('silenced', 'suppressed', suppressed.length)}</dl>`;
}

function charts({ files }: Report, findings: readonly Finding[]): Markup {
  const perFile = files
    .map(({ path, findings: own }) => ({ label: plainPath(path), counts: countsOf(own) }))
    .filter(({ counts }) => counts.all > 0);
  return markup`<div class="charts">
${barChart(
  'Findings by family',
  rowsBy(findings, ({ family }) => family),
)}
${barChart(
  'Findings by rule',
  rowsBy(findings, ({ ruleId }) => ruleId),
)}
${perFile.length > 1 && barChart('Findings by file', sortRows(perFile))}</div>
`;
}

function choicesOf(files: readonly FileReport[], findings: readonly Finding[], { rules }: FormatOptions): Choices {
  const byName = (key: (finding: Finding) => string) => rowsBy(findings, key).sort((a, b) => (a.label < b.label ? -1 : 1));
  return {
    files: files
      .map(({ path, findings: own }, index) => ({ value: index, label: plainPath(path), count: own.length }))
      .filter(({ count }) => count > 0),
    families: byName(({ family }) => family).map(({ label, counts }) => ({ value: label, label, count: counts.all })),
    rules: byName(({ ruleId }) => ruleId).map(({ label, counts }) => {
      const title = rules?.get(label)?.title;
      return { value: label, label: title === undefined ? label : `${label}: ${title}`, count: counts.all };
    }),
  };
}

function fileSections(files: readonly FileReport[], options: FormatOptions): Markup[] {
  const used = new Set<string>();
  return files.flatMap(({ path, format, findings }, index) => {
    if (findings.length === 0) return [];
    const title = markup`<span class="path">${plainPath(path)}</span> <span class="faint">${inWords(countsOf(findings))}</span>`;
    return markup`<section class="file" aria-labelledby="file-${index}">
<h2 id="file-${index}">${title}</h2>
${findings.map((finding) => findingArticle(finding, { format, index }, anchor(finding, used), options))}</section>
`;
  });
}

/** An address in the page that outlives edits elsewhere. The same words may stand in two files. */
function anchor({ fingerprint }: Finding, used: Set<string>): string {
  const name = `f-${fingerprint.slice(0, 12)}`;
  let id = name;
  for (let number = 2; used.has(id); number++) id = `${name}-${number}`;
  used.add(id);
  return id;
}
