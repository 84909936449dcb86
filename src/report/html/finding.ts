import type { FileReport, Finding, LegalBasis, Quote, Suggestion } from '../../check/finding.ts';
import type { FormatOptions } from '../formats.ts';
import { asRead } from './as-read.ts';
import { markup, webAddress } from './template.ts';
import type { Markup } from './template.ts';

/**
 * One finding: the copy and why it is risky on one side, what to write instead and the law on the other. `file` is its file and
 * the number that filters know that by; `id` is the finding's address in the page.
 */
export function findingArticle(
  finding: Finding,
  file: Pick<FileReport, 'format'> & { readonly index: number },
  id: string,
  { rules }: FormatOptions,
): Markup {
  const { ruleId, family, severity, message, why, fix, suggestions, legalBasis, quote } = finding;
  const keys = markup`data-severity="${severity}" data-family="${family}" data-rule="${ruleId}" data-file="${file.index}"`;
  return markup`<article class="finding ${severity}" id="${id}" aria-labelledby="${id}-t" ${keys}>
${heading(finding, id, rules?.get(ruleId)?.title)}
<h3 id="${id}-t">${message}</h3>
<div class="sides">
<div class="copy">${quote ? quotation(asRead(quote, file.format)) : PRIVATE}
<p><strong>Why</strong> ${why}</p>${places(finding)}</div>
<div class="remedy"><p class="fix"><strong>Fix</strong> ${fix}</p>${offers(suggestions)}
${laws(legalBasis)}</div>
</div>
</article>
`;
}

function heading({ severity, line, column, ruleId }: Finding, id: string, title: string | undefined): Markup {
  const place = markup`<a class="place" href="#${id}">line ${line}:${column}</a>`;
  return markup`<p class="head"><span class="badge ${severity}">${severity}</span> ${place} ${title !== undefined && markup`<span class="title">${title}</span> `}<code>${ruleId}</code></p>`;
}

const quotation = ({ before, words, after }: Quote): Markup =>
  markup`<blockquote><p>${before}<mark>${words}</mark>${after}</p></blockquote>`;

const PRIVATE = markup`<p class="private">The words are not shown: they may identify a patient.</p>`;

function places({ also, related }: Finding): Markup | undefined {
  const same = also.map(({ line, column }) => `${line}:${column}`).join(', ');
  const notes = [same !== '' && `The same words stand at ${same}.`, related.length > 0 && `Also found by ${related.join(', ')}.`];
  const said = notes.filter((note) => note !== false);
  return said.length === 0 ? undefined : markup`\n<p class="faint">${said.join(' ')}</p>`;
}

/** What an editor or `--fix` can do by itself, and the words that it would write. */
function offers(suggestions: readonly Suggestion[]): Markup | undefined {
  if (suggestions.length === 0) return undefined;
  const items = suggestions.map(
    ({ title, automatic, edits }) =>
      markup`<li>${title}${automatic && markup` <span class="faint">(promolint --fix)</span>`}${edits.filter(({ text }) => text.length > WORTH_SHOWING).map(({ text }) => markup`<br><q>${text.trim()}</q>`)}</li>`,
  );
  return markup`<ul class="offers" aria-label="Ready-made changes">${items}</ul>`;
}

/** A symbol, a sign of bold type and a single word say nothing that the title does not. */
const WORTH_SHOWING = 24;

/** Further laws start folded, so that the copy stands beside the next copy and not beside a void. */
const LAWS_SHOWN = 2;

function laws(basis: readonly LegalBasis[]): Markup | undefined {
  if (basis.length === 0) return undefined;
  const rest = basis.slice(LAWS_SHOWN);
  const more =
    rest.length > 0 && markup`\n<details class="law"><summary>${rest.length} more</summary><ul>${rest.map(law)}</ul></details>`;
  return markup`<ul class="law" aria-label="The law">${basis.slice(0, LAWS_SHOWN).map(law)}</ul>${more}`;
}

function law({ cite, title, says, url, checked }: LegalBasis): Markup {
  const address = webAddress(url);
  const name = address === undefined ? cite : markup`<a href="${address}" rel="noreferrer noopener">${cite}</a>`;
  const doubt = checked === 'memory' && markup` <span class="unverified">not verified against a source</span>`;
  return markup`<li><cite title="${title}">${name}</cite> ${says}${doubt}</li>`;
}
