import type { Document, Organization } from '../../rule.ts';
import { findNumbers } from './numbers.ts';
import { findPlaces } from './places.ts';

const ORGANIZATION_TYPES = /(?:Medical(?:Business|Clinic|Organization)|Physician|Dentist|Hospital|Organization|LocalBusiness|Corporation|Pharmacy|Optician|Store|NGO|WebSite|Person\b.*employee)/;
const ROLE_MAILBOX = /^(?:info|contact|hello|hi|office|admin|front-?desk|reception|appointments?|appts?|booking|book|schedul\w*|billing|press|media|pr|news|marketing|privacy|compliance|legal|hr|jobs|careers|recruit\w*|support|help|service|feedback|complaints?|records|results?|referrals?|intake|admissions|patient\w*|care|clinic|practice|team|staff|sales|shop|orders?|webmaster|web|mail|email|enquir\w*|inquir\w*|no-?reply|donotreply|subscribe|unsubscribe|newsletter|events?|donate|giving|volunteer\w*|foundation|doctor|dr|pharmacy|lab|nurse|you|your\w*|name|user\w*|email|someone|me|test|demo|dummy|fake|example|sample|jane\.?doe|john\.?doe|first\.?last)(?:[._-]?\w{0,20})?$/i;
/** Providers of mailboxes for private persons; `example.*` stands for them wherever copy avoids real ones. */
const PRIVATE_MAIL = /^(?:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud|me|mac|aol|comcast|verizon|sbcglobal|bellsouth|att|cox|charter|earthlink|proton(?:mail)?|gmx|mail|zoho|btinternet|sky|virginmedia|talktalk|ntlworld|example)\.(?:com|net|org|co\.uk|fr|de|ca)$/i;

/** Pages that hold nothing but the practice's own whereabouts. */
const CONTACT_PATH = /(?:^|\/)(?:contact|contact-?us|locations?|directions|find-?us|visit-?us|hours)(?:[/._-]|$)/i;

/** The town of an address: "17 Old Mill Road, Cedar Bend, WI 53912". */
const TOWN = /,\s([A-Z][a-z]{2,15}(?: [A-Z][a-z]{2,15}){0,2}),\s?[A-Z]{2}\.? \d{5}\b/g;

/** A link that dials somebody's own phone. */
const PERSONAL = /\b(?:patient(?!s)|his|her|mrs?\.|ms\.|cell|mobile|mom|dad|next of kin)/i;

const digits = (phone: string): string => phone.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');

/** The advertiser's own contact data, from configuration and from what this page itself presents as its own. */
export class OwnIdentity {
  readonly #phones = new Set<string>();
  readonly #emails = new Set<string>();
  readonly #domains = new Set<string>();
  readonly #addresses: string[];
  readonly #names: string[];
  readonly #towns = new Set<string>();

  constructor(organization: Organization, document: Document) {
    for (const phone of organization.phones) this.#phones.add(digits(phone));
    for (const email of organization.emails) this.#emails.add(email.toLowerCase());
    for (const domain of organization.domains) this.#domains.add(domain.toLowerCase().replace(/^www\./, ''));
    this.#addresses = organization.addresses.map((address) => address.toLowerCase());
    this.#names = [...organization.names, ...organization.products].map((name) => name.toLowerCase()).filter(Boolean);
    this.#learn(document);
  }

  phone(text: string): boolean {
    return this.#phones.has(digits(text));
  }

  email(text: string): boolean {
    const [box = '', domain = ''] = text.toLowerCase().replace('%40', '@').split('@');
    return this.#emails.has(`${box}@${domain}`) || this.#domains.has(domain) || ROLE_MAILBOX.test(box);
  }

  /** A mailbox of the kind that private persons have. */
  privateMail(text: string): boolean {
    const domain = text.toLowerCase().replace('%40', '@').split('@')[1] ?? '';
    return PRIVATE_MAIL.test(domain);
  }

  place(text: string): boolean {
    const low = text.toLowerCase();
    return this.#addresses.some((address) => address.includes(low) || low.includes(address));
  }

  /** A word of the name of the town in an address of the page. */
  town(text: string): boolean {
    return this.#towns.has(text.toLowerCase());
  }

  name(text: string): boolean {
    const low = text.toLowerCase();
    return this.#names.some((name) => ` ${name} `.includes(` ${low} `) || low.includes(name));
  }

  #learn(document: Document): void {
    const contact = CONTACT_PATH.test(document.path);
    for (const block of document.blocks) {
      for (const [, town] of block.text.matchAll(TOWN)) for (const word of town!.toLowerCase().split(' ')) this.#towns.add(word);
      const structured = block.kind === 'data' && block.types !== undefined && ORGANIZATION_TYPES.test(block.types.join(' ')) && !/\b(?:Review|Patient|Person)\b/.test(block.types.join(' '));
      if (structured && /(?:^|\.)(?:name|legalName|alternateName)$/.test(block.name ?? '') && block.text.length > 3) this.#names.push(block.text.toLowerCase());
      if (structured && /(?:^|\.)(?:streetAddress|addressLocality|postalCode)$/.test(block.name ?? '') && block.text.length > 3) this.#addresses.push(block.text.toLowerCase());
      const own = contact || structured || block.region === 'footer' || block.region === 'header' || block.region === 'nav' || (block.kind === 'data' && ORGANIZATION_TYPES.test(block.types?.at(-1) ?? ''));
      if (!own) continue;
      for (const { kind, start, end } of findNumbers(block.text)) {
        if (kind === 'phone') this.#phones.add(digits(block.text.slice(start, end)));
        if (kind === 'email') this.#emails.add(block.text.slice(start, end).toLowerCase());
      }
      for (const { scale, start, end } of findPlaces(block.text)) if (scale !== 'town') this.#addresses.push(block.text.slice(start, end).toLowerCase());
    }
    for (const element of document.elements) {
      const href = element.attributes.find(({ name }) => name === 'href')?.value ?? '';
      const text = document.blocks[element.block]?.text ?? '';
      if (/^tel:/i.test(href) && !PERSONAL.test(text)) this.#phones.add(digits(href));
    }
  }
}
