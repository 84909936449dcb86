import type { Report, SuppressedFinding } from '../../check/finding.ts';
import { plainPath } from '../../plain.ts';
import { Markup, markup } from './template.ts';

/** What does not ask for an edit, and what a reviewer should know of: silenced findings, and what was not read or only in part. */
export const appendix = (report: Report): Markup => markup`${silenced(report.suppressed)}${readingNotes(report)}`;

/** Longer lists start folded. */
const FOLDED = 20;

const COLUMNS = ['Place', 'Severity', 'Rule', 'Silenced by', 'Reason', 'Owner', 'Until'];

function silenced(findings: readonly SuppressedFinding[]): Markup | undefined {
  if (findings.length === 0) return undefined;
  return markup`<details${findings.length <= FOLDED && new Markup(' open')}>
<summary>Suppressed findings (${findings.length})</summary>
<div class="wide" role="region" aria-label="Suppressed findings" tabindex="0"><table>
<thead><tr>${COLUMNS.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${findings.map(silencedRow)}</tbody>
</table></div>
</details>
`;
}

function silencedRow({ path, line, column, severity, ruleId, suppression }: SuppressedFinding): Markup {
  const { kind, reason, owner, approver, until } = suppression;
  const who = [owner, approver !== undefined && `approved by ${approver}`].filter((part) => typeof part === 'string').join(', ');
  const place = markup`<span class="path">${plainPath(path)}:${line}:${column}</span>`;
  return markup`<tr>${[place, severity, ruleId, kind, reason, who, until].map((cell) => markup`<td>${cell}</td>`)}</tr>\n`;
}

function readingNotes({ files, skipped }: Report): Markup | undefined {
  const unread = skipped.map(({ path, reason }) => markup`<li><span class="path">${plainPath(path)}</span> was not read: ${reason}</li>\n`);
  const notices = files.flatMap(({ path, notices: own }) =>
    own.map(({ line, column, message }) => markup`<li><span class="path">${plainPath(path)}:${line}:${column}</span> ${message}</li>\n`),
  );
  if (unread.length + notices.length === 0) return undefined;
  return markup`<section aria-labelledby="reading">
<h2 id="reading">What the reading met</h2>
<ul class="more">
${unread}${notices}</ul>
</section>
`;
}
