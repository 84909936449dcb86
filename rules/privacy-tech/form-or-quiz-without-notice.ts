import { sift } from 'promolint/rule';
import type { Detector, Document, Element, Hit } from 'promolint/rule';
import { isHealthField, namesHealth, namesSensitive, valueOf } from './health-context.ts';
import { FORM_HOSTS } from './tracker-hosts.ts';

/** Two of these together tell as much as one health question. */
const NEAR_HEALTH = sift(/(?:^|[^a-z])(?:dob|birth|birthday|insurance|member.?id|policy|weight|height|gender|sex|reason|procedure|treatment|concern|service|complaint|age)(?:$|[^a-z])/i);
const IDENTITY = sift(/(?:^|[^a-z])(?:(?:first|last|full|your|patient|user)?.?name|fname|lname|e.?mail|phone|tel|mobile|cell|address|dob|birth\w*|ssn|mrn|member.?id)(?:$|[^a-z])/i);
const NOTICE = sift(/\b(?:privacy|data protection|consent|consumer health data|(?:not|never) (?:be )?(?:saved|stored|shared|recorded)|we (?:only )?use (?:this|your|it)|hipaa notice)\b/i);
const SECRET_FREE = new Set(['hidden', 'submit', 'button', 'search', 'reset', 'image', 'password']);
/** Frameworks that send a form by themselves, whatever its tag says. */
const SENT_BY_CODE = sift(/^(?:onsubmit|data-(?:netlify|remote|ajax|action|controller|wf-\w+|form-id|turbo)|netlify|hx-post|v-on:submit(?:\.\w+)*|@submit(?:\.\w+)*|ng-submit|\(ngsubmit\)|data-netlify-honeypot)$/i);

/** A hidden field that tells the server what the visitor has. */
const isFilledHealthField = (element: Element): boolean => valueOf(element, 'type').trim().toLowerCase() === 'hidden' && isHealthField(spaced(valueOf(element, 'name'))) && namesHealth(valueOf(element, 'value'));

const INSECURE = /^http:\/\/(?!localhost|127\.)/i;

const detect: Detector = (page, report) => {
  const { document } = page;
  for (const form of document.elements) {
    if (form.name !== 'form') continue;
    const fields = document.elements.filter((element) => element.form === form.index && element.name !== 'button' && (!SECRET_FREE.has(valueOf(element, 'type').trim().toLowerCase()) || isFilledHealthField(element)));
    const password = document.elements.some((element) => element.form === form.index && valueOf(element, 'type').trim().toLowerCase() === 'password');
    if (password && INSECURE.test(valueOf(form, 'action').trim())) {
      report({ at: form, message: 'insecure', severity: 'error' });
      continue;
    }
    const end = formEnd(document, form);
    const asked = [...fields.map((field) => spaced(valueOf(field, 'name', 'id', 'placeholder', 'aria-label', 'autocomplete'))), ...labelsIn(document, form.from, end)];
    const health = asked.some(isHealthField) || asked.filter((words) => NEAR_HEALTH.test(words)).length >= 2 || offersConditions(document, form, end);
    const identity = asked.some((words) => IDENTITY.test(words)) || fields.some((field) => /^(?:email|tel)$/i.test(valueOf(field, 'type').trim()));
    // A calculator works out its answer in the page.
    if (!identity && !sends(document, form)) continue;
    if (fields.length === 0 || !(health || identity) || (isSearch(form) && !identity)) continue;
    const found = transport(document, form, health, identity, asked.some((words) => NEAR_HEALTH.test(words)));
    const at = { from: form.from, to: firstAsked(document, form, end) };
    if (found) report({ at, ...found });
    // A first and a second finding about one form would be one correction too many.
    else if (health && !NOTICE.test(textIn(document, form.from, end))) report({ at, message: 'form' });
  }
  const headings = document.blocks.filter(({ kind, name }) => kind === 'heading' || (kind === 'meta' && name === 'title')).map(({ text }) => text).join(' ');
  for (const embedded of document.elements) {
    const address = embeddedForm(embedded);
    if (address === undefined) continue;
    const host = embedded.attributes.some(({ name }) => name.startsWith('data-tf-')) ? FORM_HOSTS.get('typeform.com') : formHost(address);
    if (host && !host.agreement && asksForHealth(`${valueOf(embedded, 'title', 'src')} ${headings}`)) {
      report({ at: embedded, message: 'elsewhere', data: { vendor: host.vendor } });
      return;
    }
  }
};

export default detect;

const asksForHealth = (text: string): boolean => namesHealth(text) || /\b(?:patient|intake|appointment|medical|health|symptom|screening|insurance|visit)\b/i.test(text);

/** The address of a form that an element brings in from elsewhere; a script or a widget does what a frame does. */
function embeddedForm(element: Element): string | undefined {
  if (element.name === 'iframe' || element.name === 'script') return valueOf(element, 'src', 'data-src').trim();
  return element.attributes.find(({ name }) => /^data-(?:url|tf-(?:live|widget|popup)|form-src|calendly-url)$/.test(name))?.value;
}

/** What is wrong with the way a form's answers travel. */
function transport(document: Document, form: Element, health: boolean, identity: boolean, nearHealth: boolean): Omit<Hit, 'at'> | undefined {
  const action = valueOf(form, 'action').trim();
  const method = valueOf(form, 'method').trim().toLowerCase();
  if (INSECURE.test(action)) return { message: 'insecure', severity: 'error' };
  if (/^mailto:/i.test(action)) return { message: 'mail', severity: health ? 'error' : 'warning' };
  const byCode = form.attributes.some(({ name }) => SENT_BY_CODE.test(name)) || /^(?:|#.*|javascript:.*|\uFFFC.*|[{<].*)$/i.test(action);
  const inAddress = method === 'get' ? !byCode || action === '' : method === '' && !byCode;
  if (inAddress && (health || identity)) return { message: 'address', severity: health ? 'error' : 'warning' };
  const host = formHost(action);
  if (host && !host.agreement && (health || nearHealth)) return { message: 'elsewhere', data: { vendor: host.vendor }, severity: 'warning' };
  if (health && document.format === 'html' && isForeign(document, action)) return { message: 'elsewhere', data: { vendor: 'another site' }, severity: 'warning' };
  return undefined;
}

/** Whether anything of a form can leave the page: an address, a button that sends, or code that does. */
function sends({ elements }: Document, form: Element): boolean {
  if (form.attributes.some(({ name }) => name === 'action' || name === 'method' || SENT_BY_CODE.test(name))) return true;
  return elements.some((element) => element.form === form.index && (element.name === 'button' ? !/^(?:button|reset)$/i.test(valueOf(element, 'type').trim()) : /^(?:submit|image)$/i.test(valueOf(element, 'type').trim())));
}

/** Whether the visitor picks what ails them from a list: "Anxiety", "Low testosterone". */
const offersConditions = ({ source, elements }: Document, form: Element, end: number): boolean =>
  Array.from(source.slice(form.to, end).slice(0, 20_000).matchAll(/<option[^<>]{0,200}>([^<]{2,60})/gi), ([, text]) => text!).some(namesSensitive) ||
  elements.some((element) => element.form === form.index && /^(?:checkbox|radio)$/i.test(valueOf(element, 'type').trim()) && namesSensitive(valueOf(element, 'value')));

const isSearch = (form: Element): boolean => /search|newsletter|subscribe|find|filter/i.test(valueOf(form, 'role', 'id', 'class', 'action'));

function formHost(address: string): { readonly vendor: string; readonly agreement: boolean } | undefined {
  const domain = hostOf(address);
  if (domain === undefined) return undefined;
  const labels = domain.split('.');
  return labels.map((_, index) => FORM_HOSTS.get(labels.slice(index).join('.'))).find((host) => host !== undefined);
}

const hostOf = (address: string): string | undefined => /^(?:https?:)?\/\/([^/?#:]{1,200})/i.exec(address)?.[1]?.toLowerCase();

/** Only a page that says where it lives can have a foreign form. */
function isForeign({ elements }: Document, action: string): boolean {
  const target = hostOf(action);
  const own = elements.filter((element) => element.name === 'link' && valueOf(element, 'rel') === 'canonical').map((element) => hostOf(valueOf(element, 'href')))[0];
  return target !== undefined && own !== undefined && site(target) !== site(own);
}

const site = (host: string): string => host.split('.').slice(-2).join('.');

const spaced = (names: string): string => names.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/_/g, ' ');

function formEnd({ source, elements }: Document, form: Element): number {
  const close = source.slice(form.to).search(/<\/form/i);
  const next = elements.find(({ name, from }) => name === 'form' && from >= form.to);
  return close >= 0 ? form.to + close : (next?.from ?? source.length);
}

function blocksIn({ blocks }: Document, from: number, to: number): Document['blocks'] {
  return blocks.filter(({ kind, pieces }) => kind !== 'comment' && pieces.length > 0 && pieces[0]!.from >= from && pieces[0]!.from < to);
}

/** Where the first words of a form end: what it asks is what a reader looks at, and its tag is often lines away from that. */
function firstAsked(document: Document, form: Element, end: number): number {
  const first = blocksIn(document, form.to, end).find(({ kind, text }) => kind !== 'attribute' && text.trim() !== '');
  const last = first?.pieces.at(-1);
  return last && last.to - form.from < 600 ? Math.max(form.to, last.to) : form.to;
}

const labelsIn = (document: Document, from: number, to: number): string[] =>
  blocksIn(document, from, to).filter(({ kind, text }) => kind === 'label' && text.length < 80).map(({ text }) => text);

/** The form's own words and its links; the block that follows may hold the notice too. */
function textIn(document: Document, from: number, to: number): string {
  const inside = blocksIn(document, from, to);
  const after = document.blocks.find(({ pieces }) => (pieces[0]?.from ?? -1) >= to);
  return [...inside, ...(after ? [after] : [])].map(({ text, links }) => `${text} ${links.map(({ href }) => href).join(' ')}`).join('\n');
}
