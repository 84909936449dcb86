import type { Region } from '../rule.ts';
import type { Surroundings } from './document-builder.ts';
import { HOLE_FILLER } from './template-holes.ts';
import { isElement, isText, type HtmlElement, type HtmlNode } from './html-tree.ts';

/** What an element's name, role, classes and style say about the copy inside it. */

const REGION_OF_NAME: Readonly<Record<string, Region>> = {
  nav: 'nav',
  header: 'header',
  footer: 'footer',
  aside: 'aside',
  form: 'form',
  main: 'main',
};
const REGION_OF_ROLE: Readonly<Record<string, Region>> = {
  navigation: 'nav',
  menu: 'nav',
  menubar: 'nav',
  banner: 'header',
  contentinfo: 'footer',
  complementary: 'aside',
  form: 'form',
  search: 'form',
  main: 'main',
};
// `header`, `page-header` and the like are left out: themes use them for the heading of any section.
const REGION_OF_WORD: Readonly<Record<string, Region>> = {
  nav: 'nav',
  navbar: 'nav',
  navigation: 'nav',
  menu: 'nav',
  topnav: 'nav',
  breadcrumb: 'nav',
  breadcrumbs: 'nav',
  pagination: 'nav',
  'main-nav': 'nav',
  'site-nav': 'nav',
  'nav-menu': 'nav',
  'main-menu': 'nav',
  'mobile-menu': 'nav',
  'main-navigation': 'nav',
  'site-header': 'header',
  masthead: 'header',
  topbar: 'header',
  'top-bar': 'header',
  footer: 'footer',
  'site-footer': 'footer',
  'page-footer': 'footer',
  'main-footer': 'footer',
  'footer-bottom': 'footer',
  colophon: 'footer',
  sidebar: 'aside',
  'side-bar': 'aside',
  'widget-area': 'aside',
};
// Inside one of these, `header` and `footer` belong to it and not to the page.
const SECTIONING = new Set(['article', 'aside', 'main', 'nav', 'section', 'blockquote', 'figure', 'details', 'dialog']);
const PAGE_PARTS = new Set(['h1', 'main', 'header', 'footer', 'nav', 'article']);

const HIDDEN_WORDS = new Set([
  'sr-only',
  'visually-hidden',
  'visuallyhidden',
  'screen-reader-text',
  'screen-reader-only',
  'd-none',
  'hidden',
  'hide',
  'is-hidden',
  'u-hidden',
  'display-none',
  'offscreen',
  'element-invisible',
]);
// `d-none d-md-block` and `hidden md:flex` show the element on wider screens.
const SHOWN_ELSEWHERE = /^(?:d-(?:sm|md|lg|xl|xxl)-(?!none)\w|(?:sm|md|lg|xl|2xl):(?!hidden))/;
const TINY_STYLE = /(?:^|[;\s])font-size\s?:\s?(?:[1-9](?:\.\d+)?px|[1-7](?:\.\d+)?pt|0?\.[1-6]\d*r?em|[1-6]\d%)/i;
const SHEER_STYLE = /(?:^|[;\s])opacity\s?:\s?(?:0?\.(?:0[1-9]|[1-4])\d*|[1-4]\d%)/i;
const PALE_STYLE = /(?:^|[;\s])color\s?:\s?(?:#([b-e])\1\1(?![0-9a-f])|#([b-e][0-9a-f])\2\2|lightgr[ae]y|silver|gainsboro)/i;
const COLOURED = /(?:^|[-_])(?:bg|dark|black|inverse|inverted|hero|banner|footer|night|navy)(?:$|[-_])/;
const HIDING_STYLE = /(?:display\s?:\s?none|visibility\s?:\s?hidden)/i;

const TUCKING = /(?:^|[-_])(?:accordion|collapse|collapsible|tooltip|tooltiptext|popover)(?:$|[-_])/;
// The part of an accordion that is always in sight.
const OPEN_PART = /(?:^|[-_])(?:head|header|heading|title|button|btn|toggle|toggler|trigger|summary)(?:$|[-_])/;

const WORD = new RegExp(`[^\\s${HOLE_FILLER}]+`, 'g');

/** Class and id words, lower-cased. */
export function wordsOf(element: HtmlElement): string[] {
  if (element.attrs.length === 0) return [];
  const words = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`.toLowerCase().match(WORD);
  return words ? [...new Set(words)].slice(0, 40) : [];
}

export const attributeOf = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

/** What changes for the copy inside `element`; `undefined` when nothing does. */
export function changeBy(element: HtmlElement): Partial<Surroundings> | undefined {
  const change: { -readonly [Key in keyof Surroundings]?: Surroundings[Key] } = {};
  const words = wordsOf(element);
  if (words.length > 0) change.classes = words;
  const region = regionOf(element, words);
  if (region) change.region = region;
  if (isHidden(element, words)) change.hidden = true;
  const tucked = isTucked(element, words);
  if (tucked !== undefined) change.tucked = tucked;
  if (element.tagName === 'blockquote') change.quoted = true;
  return Object.keys(change).length > 0 ? change : undefined;
}

function regionOf(element: HtmlElement, words: readonly string[]): Region | undefined {
  const role = attributeOf(element, 'role')?.trim().toLowerCase();
  if (role && REGION_OF_ROLE[role]) return REGION_OF_ROLE[role];
  const { tagName } = element;
  if (tagName === 'form') return holds(element, PAGE_PARTS) ? undefined : 'form';
  if ((tagName === 'header' || tagName === 'footer') && isInside(element, SECTIONING)) return undefined;
  if (Object.hasOwn(REGION_OF_NAME, tagName)) return REGION_OF_NAME[tagName];
  // A page's own name for itself, such as `<body class="nav-open sidebar">`, says nothing about its parts.
  if (tagName === 'html' || tagName === 'body') return undefined;
  const word = words.find((candidate) => Object.hasOwn(REGION_OF_WORD, candidate));
  return word === undefined ? undefined : REGION_OF_WORD[word];
}

function isHidden(element: HtmlElement, words: readonly string[]): boolean {
  // Scripts against flickering hide the whole page and show it a moment later.
  if (element.tagName === 'html' || element.tagName === 'body') return false;
  if (element.tagName === 'template' || element.tagName === 'noscript') return true;
  const hidden = attributeOf(element, 'hidden');
  if (hidden !== undefined && hidden.toLowerCase() !== 'until-found') return true;
  if (attributeOf(element, 'aria-hidden')?.toLowerCase() === 'true') return true;
  if (HIDING_STYLE.test(attributeOf(element, 'style') ?? '')) return true;
  return words.some((word) => HIDDEN_WORDS.has(word)) && !words.some((word) => SHOWN_ELSEWHERE.test(word));
}

/**
 * Its own style makes the text tiny, see-through or pale grey. Nothing at all (`font-size:0`, `opacity:0`) is how layouts close
 * gaps and animations begin, and pale text inside a coloured part of the page may stand on a dark ground.
 */
function isFaint(element: HtmlElement): boolean {
  const style = attributeOf(element, 'style');
  if (style === undefined) return false;
  return TINY_STYLE.test(style) || SHEER_STYLE.test(style) || (PALE_STYLE.test(style) && !isOnColour(element));
}

function isOnColour(element: HtmlElement): boolean {
  for (let one: HtmlElement['parentNode'] = element; one && 'tagName' in one; one = one.parentNode)
    if (/background/i.test(attributeOf(one, 'style') ?? '') || wordsOf(one).some((word) => COLOURED.test(word))) return true;
  return false;
}

function isTucked(element: HtmlElement, words: readonly string[]): boolean | undefined {
  if (element.tagName === 'small' || element.tagName === 'dialog' || isAllSmall(element) || isFaint(element)) return true;
  const tucking = words.filter((word) => TUCKING.test(word));
  if (tucking.length === 0) return undefined;
  return !tucking.some((word) => OPEN_PART.test(word));
}

/** All its text stands in `<small>`: it is small print, whatever the element. */
function isAllSmall(element: HtmlElement): boolean {
  const parts = element.childNodes as HtmlNode[];
  let small = false;
  for (const part of parts) {
    if (isElement(part)) {
      if (part.tagName === 'small') small = true;
      else if (part.tagName !== 'br') return false;
    } else if (isText(part) && !part.blank) return false;
  }
  return small;
}

/** Whether `element` has a descendant of one of these names. */
function holds(element: HtmlElement, names: ReadonlySet<string>): boolean {
  const nodes = [...element.childNodes] as HtmlNode[];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (!isElement(node)) continue;
    if (names.has(node.tagName)) return true;
    for (const child of node.childNodes as HtmlNode[]) nodes.push(child);
  }
  return false;
}

function isInside(element: HtmlElement, names: ReadonlySet<string>): boolean {
  for (let parent = element.parentNode; parent && 'tagName' in parent; parent = parent.parentNode)
    if (names.has(parent.tagName)) return true;
  return false;
}
