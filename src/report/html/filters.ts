import { SEVERITIES } from './counts.ts';
import type { Counts } from './counts.ts';
import { markup } from './template.ts';
import type { Markup } from './template.ts';

export interface Choice {
  readonly value: string | number;
  readonly label: string;
  readonly count: number;
}

export interface Choices {
  readonly files: readonly Choice[];
  readonly families: readonly Choice[];
  readonly rules: readonly Choice[];
}

/** The controls that the script brings to life; without it they stay hidden and everything is shown. */
export function filterBar(counts: Counts, { files, families, rules }: Choices): Markup {
  const severities = SEVERITIES.map((severity) => {
    const box = markup`<input type="checkbox" name="severity" value="${severity}" checked>`;
    return markup`<label class="check ${severity}">${box} ${severity} <span class="faint">${counts[severity]}</span></label>\n`;
  });
  return markup`<form id="filters" class="filters" role="search" aria-label="Filter the findings" autocomplete="off" hidden>
<div class="first"><fieldset><legend>Severity</legend>
${severities}</fieldset>
<div class="buttons"><button type="reset">Show all</button> <button type="button" id="print">Print</button></div></div>
${select('file', 'File', files)}${select('family', 'Family', families)}${select('rule', 'Rule', rules)}
<label class="field">Text <input type="search" name="text" placeholder="in the copy, fix or law"></label>
</form>
<p id="status" class="status" role="status"></p>
`;
}

function select(name: string, label: string, choices: readonly Choice[]): Markup {
  const options = choices.map(({ value, label: text, count }) => markup`<option value="${value}">${text} (${count})</option>\n`);
  return markup`<label class="field">${label} <select name="${name}"><option value="">all</option>\n${options}</select></label>\n`;
}
