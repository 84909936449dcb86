import { defineDetector } from 'promolint/rule';

/** Merge fields that fill clinical data of the reader into a message: {{diagnosis}}, [CONDITION], %%LAST_PROCEDURE%%. */
const CLINICAL_FIELD =
  /(?:\{\{?|\[|%%|\$\{|<%=?|\*\|)\s{0,3}(?:[\w.]{0,20}[._])?(?:diagnos[ie]s|condition|dx|medication|drug|prescription|procedure|(?:last_?)?visit_?reason|lab_?results?|symptoms?)\s{0,3}(?:\}\}?|\]|%%|%>|\|\*)/gi;

const APPOINTED = /^[^.!?\n]{0,60}(?:\{\{?|\[|%%|\$\{|<%=?|\*\|)\s{0,3}(?:[\w.]{0,20}[._])?(?:appointment_?)?(?:date|time|day|start)\s{0,3}(?:\}\}?|\]|%%|%>|\|\*)/i;

export default defineDetector((page, report) => {
  const { source, blocks } = page.document;
  if (!blocks.some((block) => block.text.includes('\uFFFC')) && !/%%|\[[A-Z_]+\]|\*\|/.test(source)) return;
  for (const match of source.matchAll(CLINICAL_FIELD)) {
    // "Your diagnosis is {{diagnosis}}" in a template of the portal is care; a message to the reader has a greeting or an offer.
    if (!/\b(?:hi|hello|dear|time to|your|you)\b/i.test(source.slice(Math.max(0, match.index - 300), match.index))) continue;
    // "Your {{procedure}} is on {{date}} at {{time}}" reminds of care that was agreed on.
    if (APPOINTED.test(source.slice(match.index + match[0].length, match.index + match[0].length + 120))) continue;
    report({ at: { from: match.index, to: match.index + match[0].length }, message: 'merge', severity: 'error' });
  }
});
