import type { Block, Document } from '../rule.ts';

/**
 * Words of the trade by which marketers and makers of sites talk to each other, not to patients. A page on which many different ones stand is
 * addressed to those who write, not to those who buy.
 */
const TRADE =
  /\b(?:seo|target audiences?|(?:brand|house|editorial) voices?|tone of voice|copywrit(?:ers?|ing)|calls?[- ]to[- ]action|ctas?|landing pages?|conversion rates?|click[- ]through|funnels?|lead gen(?:eration)?|content calendars?|editorial calendars?|meta descriptions?|keywords?|a\/b tests?|ad copy|ad sets?|campaigns?|buyer personas?|personas?|competitor analysis|kpis?|sops?|style guides?|brand guidelines|upsells?|crm|drip|email sequences?|retargeting|engagement rate|social posts?|hashtags?|deliverables|stakeholders?|backlog|sprint|pull requests?|repository|npm|api|endpoints?|deploy(?:ment)?|localhost|readme|changelog|wireframes?|mock-?ups?|placeholders?|template variables?|slugs?|front matter|prompts?|llm|chatgpt|compliance review|talking points|scripts? for|objection handling|playbooks?|roadmap|mvp|tech stack|schema markup|git|commit|components?|sitemap|todo|competitors?|value stack|social proof|risk reversal|churn|ltv|lifetime value|cross-?sell(?:ing|s)?|open rate|subject lines?|email subject|local pack|ranking factors?|backlinks?|internal link(?:s|ing)?|anchor text|search intent|search volume|word count|h1|h2|canonical|redirects?|alt text|hex code|viewport|frontend|backend|workflow|escalation|handoff|aov|arpu|differentiator|swot|quarterly goals?|okrs?|staff training|front desk script|internal use|do not publish|draft only|confidential draft|subheads?|eyebrow|headline formulas?|power words|house style|on-brand|off-brand|content briefs?|copy deck|swipe file|boilerplate|merge fields?|lookalike audiences?|ad account|business manager|superseded by|supersedes|this (?:document|file|template) (?:governs|is the|defines|exists|covers|sets)|single source of truth|source of truth|json|boolean|schema|database|variants|props?|the copy|captions?|templates?|keyword plan|engagement|brand book|messaging house|disease claim|substantiation|compliance officer|legal reviewed|sign(?:s|ed)? off|figma|hero (?:section|component)|banner|home ?page copy|crawler|indexing|serp)\b/g;

/** A document says by its title, or by the name of its file, that it is for those who write. */
const TITLE =
  /\b(?:(?:brand|house|editorial|content|clinic|site|peptide|product) (?:voice|messaging|tone)|voice (?:and|&) tone|tone (?:and|&) voice|tone of voice|voice (?:template|guide|rules?|chart)|(?:writing|copy|copywriting|editorial|style|wording|content|language|naming|messaging|caption|headline|social media|brand|seo|claims?) (?:rules|guidelines?|guide|standards?|bible|handbook|principles|policy|playbook|framework|matrix|brief|specs?|templates?|checklist|style ?sheet|calendar|audit|plan|prompts?)|style ?guide|editorial calendar|(?:ads?|marketing|sales|social|seo|campaign|launch|growth|content|outreach|practitioner|facebook|google|email) playbook|ad (?:creatives?|copy|briefs?|scripts?)|(?:ready[- ]to[- ](?:use|post|paste)|copy[- ]and[- ]paste|caption|social(?: media)?|e-?mail|sms|text|dm|ad|review reply|reply|message|messaging) (?:posts|templates?|scripts?|captions|snippets|bank)|(?:content|post|social media|posting|\d+-day(?: social media)?(?: content)?) calendar|(?:protocol|message|letter|follow-?up|outreach|reply|caption|script)s? templates?|templates$|swipe file|(?:phone|call|front[- ]desk|sales|objection)[ -]scripts?|(?:creative|content|campaign|design|project|page|seo|article|launch|copy) brief|(?:system )?prompts? (?:for|library|template)|readme|changelog|copy (?:v\d+|deck|doc|draft|review|notes)|personas?|words (?:we|to) (?:use|avoid|ban)|vocabulary (?:we|to) (?:use|avoid)|do(?:s|'s|’s)? (?:and|&|\/) don['’]?t['’]?s|(?:facebook|instagram|google|meta) (?:ads?|setup|page setup)|(?:copy|claims|content|ad|ads|legal|compliance|wording) (?:audit|review|notes|log)|rejected (?:ads|claims|copy)|messaging house|(?:voice|tone|brand) chart|qa checklist|social media (?:policy|rules|guidelines)|keyword (?:plan|list|map|research)|words (?:and|&) (?:claims|phrases)|headline (?:workshop|ideas|options|bank)|(?:name|headline|tagline|slogan|caption) ideas|translation notes|repl(?:ying|ies) to reviews|vocabulary we|(?:welcome|nurture|e-?mail|drip) sequence|vocabulary and tone|talking about results|interview questions for|for (?:any )?(?:writers?|agents?|copywriters?|developers|contributors|editors))\b/;

/** Labels and headings that sort wording, each kind by what it says of the words below. */
const FOR = /^(?:do(?: say)?|use|say|prefer(?:red)?|allowed|correct|acceptable|good|better|best|strong|yes|right|approved|on-brand|we (?:say|are|sound|use)|correct tone|right tone|write|instead|ok|example|examples|after|rewrite|say this|always use|use these|words (?:we|to) (?:use|like))$/;
const AGAINST =
  /^(?:don['’]?t(?: say| write| use)?|do not (?:say|write|use|claim)|avoid|never(?: say| write| use)?|forbidden|banned|incorrect|unacceptable|bad|worse|weak|no|not|wrong|prohibited|off-brand|we (?:don['’]?t|never) (?:say|sound|use)|we are not|wrong tone(?:: [\w ]+)?|(?:avoid |don['’]?t |never )(?:write|writing|say|saying|use|using)(?: (?:like this|things like|phrases like|these|this))?|(?:bad|weak|wrong|poor|non-?compliant) (?:examples?|headlines?|copy|wording|answers?)|(?:the writer|we|you|staff|writers) (?:does not|do not|don['’]?t|must not|never|may not|cannot) (?:say|write|claim|use)|but (?:the writer|we|you) (?:does not|do not|don['’]?t|never) say|lines we (?:dropped|cut|rejected)|rejected (?:ads|headlines|lines|copy|claims)|not allowed|instead of|not this|before|rejected|hard bans|(?:words|phrases|terms|language)(?: and phrases)?(?: we| to) (?:avoid|ban|never use)|(?:forbidden|banned|prohibited) (?:words|phrases|terms|language|words and phrases|claims))$/;
/** Of these, the ones that stand over copy for readers, too: photographs from before, an answer, a complaint. */
const AMBIGUOUS = /^(?:before|no|not|weak|bad|worse|instead of|we never)$/;
/** Whether a label above a list or a quotation, or a heading, says that nobody is to write what stands below. Folded. */
export const refuses = (label: string): boolean => {
  const bare = label.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '').replace(/ ?\([^)]*\)?$/, '');
  return AGAINST.test(bare) && !AMBIGUOUS.test(bare);
};

/** Fields of a plan or a brief, before a colon. The fields of a letter or an advertisement itself stand in drafts of real copy too. */
const FIELD =
  /^(?:visual(?: idea| direction)?|hashtags?(?: set)?|post(?:ing)? (?:time|schedule)|best time to post|content type|target keywords?|primary keywords?|secondary keywords?|search intent|word count|audience|target audience|objective|placements?|status|version|use case|document purpose|channel|platform|photo|landing page|targeting|age target|cta(?: button)?|caption|angle|hook|tone|persona|owner|priority|format|goal|budget|deliverables?|deadline|stage|trigger|schema|slug|url|meta title|meta description|dimensions|script|issue|fix|verdict|objections|goals|pain points|what (?:she|he|they) wants? to hear|proof points?|pillar \d|email \d|day \d+|output|rules|eyebrow|h1|variants)$/;
/** Speaks to whoever writes. */
const TO_WRITERS =
  /\b(?:the writer\b|writers? (?:must|should|may|is|are|can|does)|(?:all|every|any|our|the) (?:pieces? of )?(?:copy|captions?|headlines?|posts?|articles?|sentences?|page copy|outputs?) (?:must|should|never|is|are|needs?|has to|may|feels?|sounds?|gets?|reads?)|avoid (?:writing|using|phrases|words|clich|jargon|hype|superlatives|exclamation)|(?:use|vary) (?:short|plain|active|simple|sentence|this (?:line|phrase|idea|template|voice|when|only|for)|these (?:words|phrases|lines))|the (?:voice|tone) (?:is|should|must|never|stays)|our (?:voice|tone)\b|in (?:this|our|the brand|the house) voice|short sentences|sentence case|em dash(?:es)?|exclamation (?:marks?|points?)|passive voice|oxford comma|read (?:it )?aloud|(?:sounds?|reads?) like (?:a|an) (?:brochure|ad|advert|vendor|robot|salesman|press release|journal|infomercial)|too (?:salesy|clinical|academic|formal|casual|promotional)|rewrite (?:it|the|any)|before (?:publishing|generating|writing|shipping|posting)|find and replace|replace (?:the )?(?:bracketed|placeholders?|\[)|customi[sz]e (?:the )?(?:\[|bracketed)|fill in the|copy\/paste|copy and paste|paste (?:this|the|into)|do not (?:invent|paraphrase|publish|use on the (?:live )?(?:site|website))|not be used on the (?:live )?(?:site|website)|future use|ai[- ](?:tell|generated|written)|readers? (?:cite|trusts? it|should feel)|final (?:voice |copy )?test|needs? (?:substantiation|a source|a citation|proof)|no study on file|unsupported|unrealistic outcome|implies a (?:result|cure|benefit)|rejected|ask (?:legal|the editor)|(?:staff|employees|team members|agents?|affiliates|partners|influencers) (?:may not|must not|must|should not|should never|are not allowed to|never)|never (?:say|write|promise results|use the words?)|do not (?:write|say|use the words?|claim)|must not be used|compare these (?:answers|lines|versions)|lines we (?:tested|dropped|cut|use)|(?:the|your) output|output json|what (?:he|she|they) wants? to hear|use template)\b|\((?:sms|text|email|e-mail|voicemail)(?: \u2014[^)]{1,40})?\)/g;
/** A prompt to a machine that writes. */
const PROMPT = /^\W{0,4}you are an? (?:[\w-]+ ){0,4}(?:copywriter|writer|assistant|marketer|editor|strategist|content|agent|chatbot|model|expert in (?:copy|marketing|seo))/;
const PLACEHOLDER = /\[(?:your|insert|add|name|first name|clinic|client|city|share|ideal|pain point|transformation|product|date|link|phone|practice|service|doctor|patient|x|topic|brand|medication|first_name|last_name|[a-z]+_[a-z_]+)\b[^\]\n]{0,60}\]|\[x\]/g;
/** Blocks that show what a document is about before it begins. */
const HEAD = 4;
const LABEL = /^\W{0,6}([\p{L}][\p{L}'’ /&-]{1,40}?)\s*(?:\([^)]{0,40}\))?\s*:/u;

/** Whether a page is for those who make marketing, rather than for those whom it is to reach. `lower` is all of its text in lower case. */
export function isInternal(document: Document, lower: string, words: number): boolean {
  const signs = countSigns(document, lower);
  // Real copy hardly ever shows more than two, of whatever length; what is long has more room for a chance one.
  return signs >= (words < 250 ? 3 : 4) && signs * 120 >= Math.min(words, 3000) / 2;
}

/** How many signs of it a page shows, of different kinds. */
function countSigns(document: Document, lower: string): number {
  const trade = new Set(lower.match(TRADE)).size;
  const toWriters = new Set(lower.match(TO_WRITERS)).size;
  const prompt = PROMPT.test(lower.trimStart()) ? 2 : 0;
  if (trade + toWriters + prompt === 0) return 0;
  let titled = false;
  let seen = 0;
  const sorted = { for: new Set<string>(), against: new Set<string>() };
  const fields = new Set<string>();
  for (const block of document.blocks) {
    if (block.kind === 'comment' || block.hidden || (block.origin !== 'body' && block.origin !== 'front-matter')) continue;
    if (seen < HEAD && block.text.length < 160) titled ||= TITLE.test(block.text.toLowerCase());
    seen++;
    for (const label of labelsOf(block)) {
      if (FOR.test(label)) sorted.for.add(label);
      else if (AGAINST.test(label)) sorted.against.add(label);
      if (FIELD.test(label)) fields.add(label);
    }
  }
  titled ||= TITLE.test((document.path.split(/[\\/]/).at(-1) ?? '').replace(/\.\w+$/, '').replace(/[-_]/g, ' ').toLowerCase());
  const pairs = Math.min(sorted.for.size, sorted.against.size);
  const placeholders = Math.min(3, Math.floor((lower.match(PLACEHOLDER)?.length ?? 0) / 2));
  // Pairs of do and don't sort what patients may do as well, and fields stand in any form: alone they say little.
  return prompt + trade + Math.min(toWriters, 4) + (titled ? 2 : 0) + Math.min(pairs, 2) + Math.min(2, Math.floor(fields.size / 2)) + placeholders;
}

/** What stands before a colon, or what a heading says, folded. */
function labelsOf(block: Block): string[] {
  const lower = block.text.slice(0, 90).toLowerCase().trim();
  const found: string[] = [];
  if (block.kind === 'heading' || lower.length < 40) found.push(lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
  const label = LABEL.exec(lower)?.[1];
  if (label !== undefined) found.push(label.trim());
  if (block.table) found.push(block.table.header.toLowerCase().trim());
  return found;
}
