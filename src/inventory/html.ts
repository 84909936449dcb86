import { createHash } from 'node:crypto';
import { STYLE as BASE } from '../report/html/style.ts';
import { pageHead } from '../report/html/head.ts';
import { Markup, markup, webAddress } from '../report/html/template.ts';
import { version } from '../version.ts';
import type { Inventory } from './formats.ts';
import { SCRIPT } from './page-script.ts';
import { STYLE as OWN } from './page-style.ts';
import { STATES } from './rows.ts';
import type { Evidence, Row } from './rows.ts';
import { KIND_WORDS, STATE_WORDS, sourceWords } from './words.ts';

/**
 * One page on which a reviewer sorts, filters and signs off claims. It needs nothing but itself, sends nothing, and copy cannot come
 * alive in it; what is decided stays in the browser until it is saved to a file.
 */
export function formatHtmlPage({ asOf, since, registered, rows }: Inventory): string {
  const pages = [...new Set(rows.map(({ path }) => path))];
  const title = `Claims: ${rows.length}${since === undefined ? '' : ` new since ${since}`}`;
  return markup`${pageHead(title, STYLE, SCRIPT)}
<body class="claims" data-as-of="${asOf}" data-inventory="${digest(rows)}">
<a class="skip" href="#claims">To the claims</a>
<header>
<h1>${title}</h1>
<p class="faint">As of <time datetime="${asOf}">${asOf}</time>, promolint ${version}. ${registered ? summary(rows) : 'There is no register to hold them against.'}</p>
</header>
<main id="claims" tabindex="-1">
${filters(rows, pages)}
<p id="status" class="status" role="status"></p>
<div class="wide" role="region" aria-label="Claims" tabindex="0"><table>
<thead><tr>${HEAD.map(([key, label]) => headCell(key, label))}<th scope="col">Decision</th></tr></thead>
<tbody>
${rows.map((row, index) => tableRow(row, index, pages.indexOf(row.path)))}</tbody>
</table></div>
<form id="signing" class="filters" autocomplete="off" hidden>
<label class="field">Reviewer <input type="text" name="reviewer" maxlength="80"></label>
<div class="buttons"><button type="button" id="save">Save the decisions</button></div>
</form>
</main>
<footer><p>promolint does not give legal advice: a medical, legal or regulatory reviewer decides. Data of patients is never shown.
Decisions are kept by this browser and go nowhere until you save them.</p></footer>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`.text;
}

const STYLE = BASE + OWN;

const digest = (rows: readonly Row[]): string =>
  createHash('sha256')
    .update(rows.map(({ fingerprint }) => fingerprint).join())
    .digest('hex')
    .slice(0, 16);

const HEAD = [
  ['place', 'Place'],
  ['state', 'State'],
  ['claim', 'Claim'],
  ['kind', 'Kind'],
  ['strength', 'Strength'],
  ['evidence', 'Evidence'],
  ['entry', 'Register entry'],
] as const;

const headCell = (key: string, label: string): Markup =>
  markup`<th scope="col" aria-sort="none"><button type="button" class="sort" data-key="${key}">${label}</button></th>`;

function summary(rows: readonly Row[]): string {
  const parts = STATES.flatMap((state) => {
    const count = rows.filter((row) => row.state === state).length;
    return count > 0 ? `${count} ${STATE_WORDS[state]}` : [];
  });
  return parts.length > 0 ? `${parts.join(', ')}.` : 'No claims were found.';
}

function filters(rows: readonly Row[], pages: readonly string[]): Markup {
  const select = (name: string, label: string, choices: readonly (readonly [string, string])[]): Markup =>
    markup`<label class="field">${label} <select name="${name}"><option value="">all</option>${choices.map(([value, text]) => markup`<option value="${value}">${text}</option>`)}</select></label>\n`;
  const states = STATES.filter((state) => rows.some((row) => row.state === state)).map(
    (state) => [state, STATE_WORDS[state]] as const,
  );
  const paths = pages.map((path, index) => [String(index), path] as const);
  const decisions = [
    ['open', 'open'],
    ['approve', 'approve'],
    ['change', 'change'],
    ['reject', 'reject'],
  ] as const;
  return markup`<form id="filters" class="filters" role="search" aria-label="Filter the claims" autocomplete="off" hidden>
${select('state', 'State', states)}${select('strength', 'Strength', [
    ['strong', 'strong'],
    ['moderate', 'moderate'],
    ['weak', 'weak'],
  ])}${select('page', 'Page', paths)}${select('decision', 'Decision', decisions)}<label class="field">Text <input type="search" name="text" placeholder="in the claim, entry or note"></label>
<div class="buttons"><button type="reset">Show all</button></div>
</form>`;
}

function tableRow(row: Row, index: number, page: number): Markup {
  const { path, line, column, text, kind, strength, evidence, entry, state, note, fingerprint } = row;
  const order = markup`data-place="${index}" data-state="${STATES.indexOf(state)}" data-strength="${['strong', 'moderate', 'weak'].indexOf(strength)}"`;
  return markup`<tr id="c-${fingerprint}" ${order} data-page="${page}">
<td><span class="path">${path}:${line}:${column}</span></td>
<td><span class="state ${tone(row)}" data-value="${state}">${STATE_WORDS[state]}</span>${note !== '' && markup` <span class="faint">${note}</span>`}</td>
<td class="claim">${text}</td>
<td>${KIND_WORDS[kind]}</td>
<td data-value="${strength}">${strength}</td>
<td>${evidence.length > 0 ? evidence.map(source) : 'none'}</td>
<td>${entry}</td>
<td><select class="decision" aria-label="Decision on ${path}:${line}"><option value="open">open</option><option value="approve">approve</option><option value="change">change</option><option value="reject">reject</option></select>
<input class="comment" type="text" aria-label="Comment on ${path}:${line}" placeholder="comment"></td>
</tr>
`;
}

const tone = ({ state }: Row): string =>
  state === 'approved'
    ? 'fine'
    : state === 'near' || state === 'unregistered' || state === 'draft' || state === 'unchecked'
      ? 'warning'
      : 'error';

function source(evidence: Evidence): Markup {
  const { target } = evidence;
  const address = webAddress(target);
  const shown = target === undefined || target.length <= 60 ? target : `${target.slice(0, 59)}…`;
  const what =
    address === undefined ? markup`${shown}` : markup`<a href="${address}" rel="noreferrer nofollow noopener">${shown}</a>`;
  return markup`<span class="source">${sourceWords(evidence)} ${what}</span>`;
}
