/**
 * What runs in the inventory: sorting, filters, decisions. It writes no markup, only text, order and `hidden`, so that copy cannot come
 * alive through it. The page's policy admits it by its hash.
 */
export const SCRIPT = `
'use strict';
(() => {
  const body = document.querySelector('tbody');
  const rows = [...body.rows];
  const form = document.getElementById('filters');
  const signing = document.getElementById('signing');
  const status = document.getElementById('status');
  const store = 'promolint-claims-' + document.body.dataset.inventory;
  const decisionOf = (row) => row.querySelector('.decision');
  const commentOf = (row) => row.querySelector('.comment');

  const keys = { place: 0, state: 1, claim: 2, kind: 3, strength: 4, evidence: 5, entry: 6 };
  const sortValue = (row, key) => (key in row.dataset ? Number(row.dataset[key]) : row.cells[keys[key]].textContent.trim().toLowerCase());
  const sort = (button) => {
    const head = button.closest('th');
    const down = head.getAttribute('aria-sort') === 'ascending';
    for (const other of head.parentNode.children) if (other.hasAttribute('aria-sort')) other.setAttribute('aria-sort', 'none');
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const key = button.dataset.key;
    const compare = (a, b) => {
      const x = sortValue(a, key);
      const y = sortValue(b, key);
      return (x < y ? -1 : x > y ? 1 : 0) * (down ? -1 : 1) || a.dataset.place - b.dataset.place;
    };
    body.append(...[...rows].sort(compare));
  };
  for (const button of document.querySelectorAll('button.sort')) button.addEventListener('click', () => sort(button));

  const words = new Map(rows.map((row) => [row, [...row.cells].slice(0, 7).map((cell) => cell.textContent).join(' ').toLowerCase()]));
  const apply = () => {
    const data = new FormData(form);
    const text = String(data.get('text')).trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const fits =
        (data.get('state') === '' || row.querySelector('.state').dataset.value === data.get('state')) &&
        (data.get('strength') === '' || row.cells[4].dataset.value === data.get('strength')) &&
        (data.get('page') === '' || row.dataset.page === data.get('page')) &&
        (data.get('decision') === '' || decisionOf(row).value === data.get('decision')) &&
        (text === '' || words.get(row).includes(text));
      row.hidden = !fits;
      if (fits) shown++;
    }
    const open = rows.filter((row) => decisionOf(row).value === 'open').length;
    status.textContent = shown + ' of ' + rows.length + ' claims are shown, ' + open + ' are open.';
  };

  const read = () => {
    try { return JSON.parse(localStorage.getItem(store)) || {}; } catch { return {}; }
  };
  const collect = () => ({
    reviewer: signing.elements.reviewer.value,
    decisions: rows.filter((row) => decisionOf(row).value !== 'open' || commentOf(row).value !== '')
      .map((row) => ({ claim: row.id.slice(2), place: row.cells[0].textContent, decision: decisionOf(row).value, comment: commentOf(row).value })),
  });
  const keep = () => {
    try { localStorage.setItem(store, JSON.stringify(collect())); } catch { /* A browser that keeps nothing still saves to a file. */ }
    apply();
  };
  const before = read();
  signing.elements.reviewer.value = before.reviewer || '';
  for (const { claim, decision, comment } of before.decisions || []) {
    const row = document.getElementById('c-' + claim);
    if (!row) continue;
    decisionOf(row).value = decision;
    commentOf(row).value = comment;
  }
  body.addEventListener('change', keep);
  signing.addEventListener('change', keep);
  signing.addEventListener('submit', (event) => event.preventDefault());
  document.getElementById('save').addEventListener('click', () => {
    const { asOf, inventory } = document.body.dataset;
    const signed = { schemaVersion: 1, inventory, asOf, signed: new Date().toISOString(), ...collect() };
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(signed, null, 2) + '\\n'], { type: 'application/json' }));
    link.download = 'claims-decisions.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  });
  form.addEventListener('input', apply);
  form.addEventListener('reset', () => setTimeout(apply));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  signing.hidden = false;
  apply();
})();
`;
