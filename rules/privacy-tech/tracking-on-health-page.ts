import { sift } from 'promolint/rule';
import type { Detector, Element, Range } from 'promolint/rule';
import { findHealthContext, namesHealth, namesSensitive, valueOf } from './health-context.ts';
import { TRACKERS } from './tracker-hosts.ts';
import type { Tracker, TrackerKind } from './tracker-hosts.ts';

const KINDS: Readonly<Record<TrackerKind, string>> = {
  ads: 'advertising', replay: 'session recording', analytics: 'analytics', tags: 'tag manager', marketing: 'marketing', chat: 'chat', social: 'social widget',
};
/** A call that sends something about this visit, up to its arguments. */
const EVENT =
  /(?<![\w$])(?:_?fbq|gtag|ga|ttq\.(?:track|identify)|lintrk|twq|snaptr|pintrk|rdt|qp|ndp|saq|hj|clarity|FS\.(?:identify|event|setUserVars)|FS|dataLayer\.push|(?:window\.)?uetq\.push|_hsq\.push|_learnq\.push|_tfa\.push|criteo_q\.push|obApi|analytics\.(?:track|identify|page)|mixpanel\.(?:track|identify|people\.set)|amplitude\.(?:track|logEvent|identify)|heap\.(?:track|identify|addUserProperties)|posthog\.(?:capture|identify)|LogRocket\.identify|utag\.(?:link|view)|Intercom|FB\.AppEvents\.logEvent|snowplow|_cio\.(?:identify|track)|braze\.(?:changeUser|logCustomEvent)|pendo\.(?:initialize|identify|track)|rudderanalytics\.(?:track|identify))\s*\(/g;
/** Calls whose first argument says who the visitor is. */
const IDENTIFY = sift(/(?:\b(?:FS|heap|analytics|mixpanel|posthog|LogRocket|rudderanalytics|amplitude|ttq|_cio|pendo)\.(?:identify|setUserId)|braze\.changeUser)\s*\($/);
const USER_ID = sift(/^\s*["'](?:set|config|identify)["']\s*,[^)]{0,120}\buser_?id\b["']?\s*[,:]\s*(?!["']{2}|null|undefined)\S/i);
/** An address that a script puts together from what the visitor entered. */
const BUILT = /[?&](?:e_?mail|phone|first_?name|last_?name|name|dob|mrn|patient(?:_?id)?|condition|diagnosis|dx|symptoms?|medications?)=(?:["'`]\s*\+\s*[\w$(]|\$\{)/gi;
/** Keys under which visitors are matched, with a value that is no switch. */
const IDENTITY =
  sift(/(?<![\w$])["']?(?:em|ph|fn|ln|db|email|e_?mail|phone|phone_?number|mobile|first_?name|last_?name|full_?name|dob|date_?of_?birth|mrn|patient_?id|ssn|member_?id|external_?id|sha256_email_address|sha256_phone_number|user_?data)["']?\s*:\s*(?!["']?(?:true|false|null|undefined|0|1|['"]{2})\b)[^\s,}]/i);
/** What sends anything at all somewhere, where the address shows that it is to another host. */
const SEND = /(?<![\w$])(?:navigator\.sendBeacon|fetch|axios\.post|\$\.(?:post|ajax|get)|new Image\(\)\.src\s*=)\s*\(?\s*["'`](?:https?:)?\/\//g;
const LOADERS = new Set(['script', 'iframe', 'img', 'image', 'embed', 'object', 'source', 'link', 'amp-pixel']);
/** Google's tags under a host of the site itself. */
const SERVER_SIDE = sift(/^(?:https?:)?(?:\/\/[\w.-]{3,80})?\/(?:[\w-]{1,20}\/){0,3}(?:gtm\.js|gtag\/js|ns\.html)\?(?:[\w=&]{0,40}&)?id=(?:GTM|G|AW|UA)-/i);
const GOOGLE = TRACKERS.find(({ vendor }) => vendor === 'Google Tag Manager')!;
/** Attributes from which a measuring script reads the name of an event. */
const EVENT_ATTRIBUTE = sift(/^data-(?:ga|gtm|gtag|analytics|track(?:ing)?|event|hj|heap|fs|fb|pixel|segment|mixpanel|amplitude)(?:-[\w-]{1,40})?$/);
const QUERY_TAG = sift(/^(?:utm_\w+|fbclid|gclid|ttclid|msclkid|li_fat_id|wbraid|gbraid|hsa_\w+|campaign|adgroup|keyword)$/i);

const detect: Detector = (page, report) => {
  const { document } = page;
  const context = findHealthContext(page);
  const agreement = document.frontMatter['analytics_baa'] === true;
  const told = new Set<string>();

  for (const element of document.elements) {
    for (const { tracker, at } of trackersIn(element)) {
      if (told.has(tracker.vendor) || !(context.intake || context.health)) continue;
      told.add(tracker.vendor);
      report({
        at,
        message: context.intake ? 'intake' : 'default',
        data: { vendor: tracker.vendor, kind: KINDS[tracker.kind] },
        severity: agreement ? 'info' : context.intake && tracker.kind !== 'chat' && tracker.kind !== 'social' ? 'error' : 'warning',
      });
    }
    for (const { at, message, tracker } of eventsIn(element)) {
      report({ at, message, data: { vendor: tracker?.vendor ?? 'a tracker', kind: KINDS[tracker?.kind ?? 'analytics'] }, severity: 'error' });
    }
  }
  for (const { name, value, from, to } of page.document.elements.flatMap(({ attributes }) => attributes)) {
    if (EVENT_ATTRIBUTE.test(name) && namesSensitive(value)) report({ at: { from, to }, message: 'event', data: { vendor: 'a tracker', kind: KINDS.analytics }, severity: 'warning' });
  }
  for (const link of linksOf(page.document.elements, page.document.blocks)) {
    if (campaignNamesCondition(link.href)) report({ at: { from: link.from, to: link.to }, message: 'link', severity: /[?&](?:fbclid|gclid|ttclid|msclkid)=/i.test(link.href) ? 'error' : 'warning' });
  }
};

export default detect;

/** Vendors that an element loads or calls, with the place of the address or the first call. */
function trackersIn(element: Element): { readonly tracker: Tracker; readonly at: Range }[] {
  const found: { tracker: Tracker; at: Range }[] = [];
  // A preconnect alone loads nothing, and an icon of a host is no tracker.
  const loads = LOADERS.has(element.name.toLowerCase()) && (element.name !== 'link' || /preload|prefetch|modulepreload/i.test(valueOf(element, 'rel').replace(/dns-prefetch/gi, '')));
  for (const attribute of element.attributes) {
    const addresses = loads && /^(?:src|data-src|data-lazy-src|data|href)$/.test(attribute.name) ? [attribute.value]
      : attribute.name === 'ping' ? attribute.value.split(/\s+/)
        : attribute.name === 'style' ? Array.from(attribute.value.matchAll(/url\(\s*["']?([^"')]{4,400})/gi), ([, address]) => address!) : [];
    for (const address of addresses) {
      const tracker = TRACKERS.find(({ hosts }) => hosts.some((host) => isOn(address, host))) ?? (loads && SERVER_SIDE.test(address) ? GOOGLE : undefined);
      if (tracker) found.push({ tracker, at: attribute });
    }
  }
  for (const { code, from } of codeOf(element)) {
    for (const tracker of TRACKERS) {
      const called = tracker.calls?.exec(code);
      const named = called ? undefined : tracker.hosts.map((host) => ({ index: indexOfHost(code, host), length: host.length })).find(({ index }) => index >= 0);
      if (called) found.push({ tracker, at: { from: from + called.index, to: from + called.index + called[0].length } });
      else if (named) found.push({ tracker, at: { from: from + named.index, to: from + named.index + named.length } });
    }
  }
  return found;
}

/** Events whose arguments name a condition, a treatment or the visitor. */
function eventsIn(element: Element): { readonly at: Range; readonly message: 'event' | 'identity' | 'address'; readonly tracker: Tracker | undefined }[] {
  const found: { at: Range; message: 'event' | 'identity' | 'address'; tracker: Tracker | undefined }[] = [];
  for (const { code, from } of codeOf(element)) {
    for (const call of code.matchAll(EVENT)) {
      const open = call.index + call[0].length;
      const sent = argumentsFrom(code, open);
      const literals = Array.from(sent.matchAll(/(["'`])((?:(?!\1)[^\\\n]){2,200})\1/g), ([, , text]) => text!).filter((text) => !/^(?:https?:)?\/\//.test(text));
      const named = (IDENTIFY.test(call[0]) && /^\s*(?!["'`]{2}|null|undefined)[\w$"'`({[]/.test(sent)) || USER_ID.test(sent);
      const message = IDENTITY.test(sent) || named ? 'identity' : literals.some(namesHealth) ? 'event' : undefined;
      if (!message) continue;
      const tracker = TRACKERS.find(({ calls }) => calls?.test(code.slice(call.index, open + sent.length)));
      found.push({ at: { from: from + call.index, to: from + Math.min(open + sent.length + 1, code.length) }, message, tracker });
    }
  }
  for (const { code, from } of codeOf(element)) {
    for (const match of code.matchAll(BUILT)) found.push({ at: { from: from + match.index, to: from + match.index + match[0].length }, message: 'address', tracker: undefined });
    for (const call of code.matchAll(SEND)) {
      const sent = argumentsFrom(code, call.index + call[0].length);
      const literals = Array.from(sent.matchAll(/(["'`])((?:(?!\1)[^\\\n]){2,200})\1/g), ([, , text]) => text!);
      if (!IDENTITY.test(sent)) continue;
      found.push({ at: { from: from + call.index, to: from + call.index + call[0].length }, message: literals.some(namesHealth) ? 'event' : 'identity', tracker: undefined });
    }
  }
  // An image that reports a visit carries its event in its address.
  const source = element.attributes.find(({ name }) => name === 'src');
  const pixel = source && LOADERS.has(element.name) && TRACKERS.find(({ hosts }) => hosts.some((host) => isOn(source.value, host)));
  if (source && pixel) {
    const query = source.value.split('?')[1] ?? '';
    const identity = /(?:^|&)(?:ud\[\w+\]|em|ph|email|phone|fn|ln|dob)=[^&{]{3,}/i.test(query);
    if (identity || /(?:^|&)(?:cd\[\w+\]|ev|dl|dt|content_\w+)=[^&]*/i.test(query) && namesHealth(query)) found.push({ at: source, message: identity ? 'identity' : 'event', tracker: pixel });
  }
  return found;
}

/** A script's content and the handlers of a tag. JSON-LD and templates are data. */
function codeOf(element: Element): { readonly code: string; readonly from: number }[] {
  const type = valueOf(element, 'type').trim();
  const code = element.name === 'script' && element.content && !/json|template|html/i.test(type) ? [{ code: withoutComments(element.content), from: element.contentFrom ?? element.to }] : [];
  return [...code, ...element.attributes.filter(({ name }) => name.startsWith('on')).map(({ value, from }) => ({ code: value, from }))];
}

/** Blanks comments out, so that a tag that was switched off counts no more; places stay. An address holds `//` after a colon. */
const withoutComments = (code: string): string =>
  code.replace(/\/\*(?:(?!\*\/)[^])*\*\/|(?<![:"'`\\\w/])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));

/** From an opening parenthesis to the one that closes it, 1,000 characters at most. */
function argumentsFrom(code: string, open: number): string {
  let depth = 1;
  const most = Math.min(code.length, open + 1000);
  for (let at = open; at < most; at++) {
    if (code[at] === '(') depth++;
    else if (code[at] === ')' && --depth === 0) return code.slice(open, at);
  }
  return code.slice(open, most);
}

/** Whether an address stands on a host (and path) or one of its subdomains. */
function isOn(address: string, host: string): boolean {
  const place = /^(?:https?:)?\/\/([^?#]{1,300})/i.exec(address.trim())?.[1]?.toLowerCase();
  if (place === undefined) return false;
  const [name = '', ...path] = host.split('/');
  const domain = place.split(/[/:]/)[0]!;
  return (domain === name || domain.endsWith(`.${name}`)) && (path.length === 0 || place.slice(place.indexOf('/') + 1).startsWith(path.join('/')));
}

/** The place of a host in a script: after `//`, a quote or a dot, so that `notfacebook.com` is another. */
function indexOfHost(code: string, host: string): number {
  const lower = code.toLowerCase();
  for (let at = lower.indexOf(host); at >= 0; at = lower.indexOf(host, at + 1)) if (/[/"'`.]/.test(code[at - 1] ?? '/')) return at;
  return -1;
}

function linksOf(elements: readonly Element[], blocks: readonly { readonly links: readonly (Range & { readonly href: string })[] }[]): (Range & { readonly href: string })[] {
  const tags = elements.flatMap((element) => element.attributes.filter(({ name }) => name === 'href' || name === 'action').map(({ from, to, value }) => ({ from, to, href: value })));
  const seen = new Set(tags.map(({ from }) => from));
  return [...tags, ...blocks.flatMap(({ links }) => links).filter(({ from }) => !seen.has(from))];
}

function campaignNamesCondition(href: string): boolean {
  const query = href.split('#')[0]!.split('?')[1];
  if (!query || !/utm_|clid=|campaign|hsa_/i.test(query)) return false;
  return query.split(/&(?:amp;)?/).some((pair) => {
    const [key = '', value = ''] = pair.split('=');
    return QUERY_TAG.test(key) && namesSensitive(value);
  });
}
