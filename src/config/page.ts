import { didYouMean } from '../closest.ts';
import { PRODUCTS } from '../rule.ts';
import type { Document, Notice, Product } from '../rule.ts';
import { AUDIENCES, KNOWN_PROFILES } from './settings.ts';
import type { Audience, Layer } from './settings.ts';

/** Key, value and place of something that a page says of itself. */
type Statement = readonly [key: string, value: unknown, from: number];

export interface PageStatements {
  readonly layer: Layer;
  /** What it says wrongly, without the words: they are copy. */
  readonly notices: readonly Notice[];
  /** Offset of each statement in the source, by its key in a configuration. */
  readonly places: Readonly<Record<string, number>>;
}

/**
 * What a page says of itself: front matter `promolint: {product: supplement}`, or `<meta name="promolint:product" content="supplement">`.
 * A site's own `product_type: otc` and `audience: hcp` say the same. What it disables is for check/ to judge.
 */
export function pageLayer(document: Document): PageStatements {
  const notices: Notice[] = [];
  const places: Record<string, number> = {};
  let layer: Layer = {};
  for (const [key, value, from] of statements(document)) {
    const wrong = (what: string, known: readonly string[]) => {
      const hint = didYouMean(typeof value === 'string' ? value : '', known) ?? '';
      notices.push({ code: 'page-setting', message: `The page's promolint setting ${what}. ${hint}`.trim(), from });
    };
    const values = typeof value === 'string' ? value.split(',').map((word) => word.trim()) : Array.isArray(value) ? value : [];
    if (key === 'profile' || key === 'profiles') {
      if (values.length > 0 && values.every((name) => KNOWN_PROFILES.includes(name))) {
        layer = { ...layer, profiles: values };
        places['profile'] = from;
      } else wrong('"profile" is not a profile', KNOWN_PROFILES);
    } else if (key === 'product') {
      if (isOneOf(value, PRODUCTS)) {
        layer = { ...layer, product: value as Product };
        places['product'] = from;
      } else wrong('"product" is not a product', PRODUCTS);
    } else if (key === 'audience') {
      if (isOneOf(value, AUDIENCES)) {
        layer = { ...layer, audience: value as Audience };
        places['audience'] = from;
      } else wrong('"audience" is not an audience', AUDIENCES);
    } else if (key !== 'disable') wrong('has an unknown key', ['profile', 'product', 'audience', 'disable']);
  }
  return { layer, notices, places };
}

/** What sites say of a page for their own ends, by the setting that it tells of. */
const PLAIN: Readonly<Record<string, readonly [key: string, known: readonly string[]]>> = {
  product_type: ['product', PRODUCTS],
  audience: ['audience', AUDIENCES],
};

/** Taken only where the value is one that promolint knows: the key belongs to the site, so that no other is wrong. */
function plainStatements(data: Readonly<Record<string, unknown>>, from: number): Statement[] {
  return Object.entries(PLAIN).flatMap(([name, [key, known]]) => (isOneOf(data[name], known) ? [[key, data[name], from] as const] : []));
}

const isOneOf = (value: unknown, known: readonly string[]): boolean => typeof value === 'string' && known.includes(value);

function statements({ frontMatter, frontMatterRange, elements }: Document): Statement[] {
  const own = frontMatter['promolint'];
  const from = frontMatterRange?.from ?? 0;
  const said: Statement[] = plainStatements(frontMatter, from);
  if (typeof own === 'object' && own !== null && !Array.isArray(own))
    for (const [key, value] of Object.entries(own)) said.push([key, value, from]);
  else if (own !== undefined) said.push(['', own, from]);
  for (const { name, attributes } of elements) {
    if (name !== 'meta') continue;
    const key = attributes.find((attribute) => attribute.name === 'name' && attribute.value.startsWith('promolint:'));
    const content = attributes.find((attribute) => attribute.name === 'content');
    const plain = attributes.find((attribute) => attribute.name === 'name' && attribute.value in PLAIN);
    if (plain && content) said.push(...plainStatements({ [plain.value]: content.value }, content.from));
    if (key) said.push([key.value.slice('promolint:'.length), content?.value ?? '', content?.from ?? key.from]);
  }
  return said;
}
