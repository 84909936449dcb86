/**
 * What runs in the page: filters, and what was suppressed unfolded on paper. It writes no markup, only `hidden` and plain text, so that
 * copy cannot come alive through it. The page's policy admits it by its hash.
 */
export const SCRIPT = `
'use strict';
(() => {
  const form = document.getElementById('filters');
  if (!form) return;
  const status = document.getElementById('status');
  const findings = [...document.querySelectorAll('.finding')];
  const files = [...document.querySelectorAll('.file')];
  const words = new Map();
  const wordsOf = (finding) => {
    if (!words.has(finding)) words.set(finding, finding.textContent.toLowerCase());
    return words.get(finding);
  };
  const apply = () => {
    const data = new FormData(form);
    const severities = new Set(data.getAll('severity'));
    const wanted = ['file', 'family', 'rule'].filter((name) => data.get(name) !== '');
    const text = String(data.get('text')).trim().toLowerCase();
    let shown = 0;
    for (const finding of findings) {
      const fits =
        severities.has(finding.dataset.severity) &&
        wanted.every((name) => finding.dataset[name] === data.get(name)) &&
        (text === '' || wordsOf(finding).includes(text));
      finding.hidden = !fits;
      if (fits) shown++;
    }
    for (const file of files) file.hidden = !file.querySelector('.finding:not([hidden])');
    status.textContent =
      shown === findings.length ? 'All ' + shown + ' findings are shown.' : shown + ' of ' + findings.length + ' findings are shown.';
    status.classList.toggle('filtered', shown < findings.length);
  };
  form.addEventListener('input', apply);
  form.addEventListener('reset', () => setTimeout(apply));
  form.addEventListener('submit', (event) => event.preventDefault());
  document.getElementById('print').addEventListener('click', () => print());
  addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('main > details')) part.open = true;
  });
  form.hidden = false;
  apply();
})();
`;
