import { BEASTS } from './animals.ts';
import { cue, HEALTH, ONE_PERSON } from './care-words.ts';
import type { NameMention } from './names.ts';
import { isPublicFigure } from './public-figures.ts';
import type { Windows } from './windows.ts';
import { BOOK_BY, OWNS_NOTHING, RANKED, SCHOOLED, SOFTWARE } from './work-cues.ts';

/** What the words around a name say when it is of history, of the news, of a book, or of no person at all. */

const ANIMAL = cue(String.raw`^(?:,? | \()(?:the|our|a|an) (?:[\w§‡-]+ ){0,3}(?:${BEASTS})\b`);
/** "Bruno. He is the dog." */
const ANIMAL_NEXT = cue(String.raw`^\s*Our (?:therapy|resident|office|comfort|facility) (?:${BEASTS})\b|^\W*(?:He|She|It)(?: is|['’]s) (?:the|our|a|an) (?:[\w§‡-]+ ){0,3}(?:${BEASTS})\b`);
/** "Biscuit the rabbit, Pickles the corgi and …": a list of them. */
const ANIMALS_BEFORE = cue(String.raw`\bthe (?:${BEASTS})\b.*\bthe (?:${BEASTS})\b[^.;!?]{0,30}(?:,|and) $`);
/** A hospital for animals, or what only they are. */
const VETERINARY = cue(String.raw`\b(?:cat|dog|pet|animal|equine|bird) (?:clinic|hospital|doctor|dentist|owners?)\b|\bveterinar\w+|\bfelines?\b|\bcanine (?:patients?|friends?|companions?|parvo\w*|distemper|influenza|blood|cough|hip|physio\w*|rehab\w*|massage|family|guests?|clients?)\b|\bvet (?:tech|clinic|hospital|team|visit|nurse)s?\b|\b(?:neuter|spay)(?:ed|ing|s)?\b|\bdewclaws?\b|\bheartworm\b|\blitter ?box\b|\bkibble\b|\bfur ?bab(?:y|ies)\b|\b(?:paws?|tails?|claws?|whiskers?|fins?) (?:&|and|n['’]) (?:paws?|tails?|claws?|whiskers?|wings?|fins?|hooves|fur)\b`);
const ANIMAL_BEFORE = cue(String.raw`\b(?:dogs?|cats?|horses?|pupp(?:y|ies)|pon(?:y|ies)|mascot|robot|labrador|retriever|(?:labra|golden)doodle|poodle|llama|rabbit|bunny|parrot|chatbot|assistant bot|teddy bear|hospital clown),?(?: named| called)? ["“]?$`);
const BREED = /^(?:retriever|labrador|poodle|labradoodle|goldendoodle|beagle|spaniel|terrier|collie)s?$/;
/** "Dixon Ticonderoga pencils help": goods by the name of their maker. */
const GOODS_AFTER = /^ [a-z]{3,}s (?:help|are|can|may|make|work)\b|^ (?:[a-z]+ ){0,2}(?:cleansers?|peels?|serums?|skin ?care|creams?|lotions?|makeup|cosmetics|polish(?:es)?|shampoos?|products?|toners?|masks?|sunscreens?|eyewear|frames|sunglasses|shoes|socks|pillows?|mattress(?:es)?|candles?|pencils?|scrubs|recliners?|method|surgery to)\b/;
const CARRIED = cue(String.raw`\b(?:we (?:also |now )?(?:carry|stock|sell|retail|offer)|sold (?:at|here)|brands?|retail|product lines?|gift cards?)\b`);
/** "Jessie's Closet", "Paula's Choice": a programme or a brand. */
const PROGRAM_AFTER = /^['’]s (?!(?:[Ss]tory|[Jj]ourney|[Rr]ecovery|[Dd]iagnosis|[Ss]urgery|[Rr]esults|[Tt]reatment|[Cc]ancer|[Ee]xperience|[Tt]ransformation|[Bb]attle|[Ff]ight|[Hh]ealing|[Mm]om|[Dd]ad|[Mm]other|[Ff]ather|[Ff]amily|[Rr]eview|[Tt]estimonial|[Cc]ase|[Pp]rogress|[Bb]irth|[Mm]iracle|[Ss]mile|[Ll]ife)\b)[A-Z][a-z]{3,}\b/;
/** "Juniper, your always-awake AI therapist" */
const AUTOMATED = /^,? (?:is |our |your |the |an? )(?:[\w-]+ ){0,3}(?:AI|virtual|digital|automated|chat) (?:[\w-]+ )?(?:therapist|assistant|coach|nurse|companion|guide|helper|agent|bot|doctor|counsel+or)\b/;
/** "Alexa, ask the clinic about flu shots" */
const SPEAKERS = /^(?:alexa|siri|cortana|bixby)$/;
const ORDERED = cue(String.raw`^,? (?:ask|remind|play|call|set|turn|what|tell|book|open|find|how|add|order|start|can|skills?|or|and)\b`);
/** "Allegra, Claritin or Zyrtec?": a brand among brands. */
const AMONG_GOODS = /^(?:, \p{Lu}[\p{L}-]+)*,? (?:and|or|vs\.?|versus) \p{Lu}[\p{L}-]+/u;
const ALL_TERMS = cue(String.raw`^(?:, (?:§|[A-Z][a-z]+))*,? (?:and|or|vs\.?|versus) (?:§|[A-Z][a-z]+ are §)`);
/** "Jordan Peele's film" */
const WORK_OF = /^['’]s (?:(?:new|latest|first|last|best|early|classic|famous) )?(?:film|movie|novel|memoir|song|album|painting|play|documentary|essay|poem|opera|biopic|sitcom|paradox|law|theorem|razor)\b/;
/** "Wojciechowski = voy-cheh-HOV-ski", "Siobhan rhymes with …" */
const PRONOUNCED = /^(?: ?=|,? ?[(“"]?(?:pronounced|say it|sounds like|rhymes with)\b(?! (?:dead|deceased|brain))| \((?:[a-z]+-)+[A-Z]{2,}|: (?:[a-z]+-)+[A-Z]{2,}| \([A-Z]{2,}(?:-[a-z]+)+\))/;
/** "Susannah Cahalan's Brain on Fire", where books are spoken of. */
const TITLED_WORK = /^['’]s ["“*_]?\p{Lu}[\p{L}'’]+(?: (?:[a-z]{1,4} ){0,2}\p{Lu}[\p{L}'’]+)*/u;
const ON_BOOKS = cue(String.raw`\b(?:books?|reading|read|reads|memoir|novel|author|chapter|poem|essay|film|movie|podcast|bookshelf|library)\b`);
/** "Matthew Walker in Why We Sleep, a book …" */
const IN_BOOK = /^,? (?:writes |wrote |argues |explains )?in (?:(?:his|her|the) (?:[\w-]+ ){0,2}(?:book|memoir|essay|novel|TED talk)\b|["“*_]?\p{Lu}[\p{L}'’]+(?: [\p{L}'’]+){1,6}["”*_]?, (?:a|an|the|his|her) (?:[\w-]+ ){0,2}(?:book|memoir|novel|classic|essay|bestseller)\b)/u;
/** "changed how we fix knees", "gave us the score": whose patients are everybody's. */
const TEACHING = cue(String.raw`^,? (?:who )?(?:\w+ly |first )?(?:changed (?:how|the way|what|everything about)|taught (?:us|the world|surgeons|a generation[^.;!?]{0,20}) (?:how|when|where|to (?:operate|sew|cut|treat|look for|measure))|showed (?:us|the world|that|surgeons) (?:how|that|\w+ (?:could|can))|gave us (?:the|our) (?:[\w-]+ ){0,2}(?:score|scale|test|stitch|technique|method|word|name|operation|procedure|vaccine|idea)|wrote the (?:book|textbook|chapter)|paved the way|(?:did|performed|made) the (?:world['’]s )?first (?:[\w‡§-]+ ){0,3}(?:§|surgery|transplant|operation|procedure|graft|vaccine)|proved (?:that|it)|gave (?:his|her) name to|said to look for|first (?:described|used|tried|wrote))\b|^['’]s (?:namesake|idea|dream|legacy|insight|textbook|handbook|theory|theories|teachings?|lectures?|criteria|technique|farewell speech|paradox)\b`);
const LEARNED_FROM = cue(String.raw`\b(?:learn(?:ed|t|s)|studied|inspired by|in the footsteps of|disciples? of|students? of|trained under|mentored by|(?:a|as a) fan of)\b[^.;!?§]{0,30}(?: from| under| by| of)? (?:[\w‡]+ from )?$`);
/** "gave the disease its name" */
const NAMED_IT = cue(String.raw`^,? (?:\w+ ){0,2}(?:gave (?:the|this|it|that) (?:[\w§]+ )?(?:its|a|the|his|her) name|(?:first )?(?:named|described|discovered|isolated|coined|identified) (?:the|this|it)\b)`);
/** What to write in a field, by way of an example. */
const EXAMPLE_BEFORE = /(?:\b(?:not|never(?: post| write| say)?|instead of|avoid|rather than|don['’]t (?:write|say|post)):? ["“][^"”]{0,60}$)|(?:\be\.g\.|\bi\.e\.|^\s*g\.|\bfor (?:example|instance)),? ["“']?$/i;
/** "Joan Didion, The Year of Magical Thinking": behind the name stands what was written. */
const WORK_AFTER = /^,? [("“*_]{0,2}(?:The|A|An|It['’]s|How|When|What|Why|Who|Where|On|My|Your|Our|In|To|Being|Living|This|All|No|One|Not|Some|Life|Love|Notes|Letters)(?: [a-z]{1,4}){0,2} (?:[A-Z][\w'’-]+|[a-z]{1,4})(?: (?:[A-Z][\w'’-]+|of|and|the|to|in|for|a|with|from|on|or|by|at)){0,7}(?=[."”;,(*_]|$)/;
/** "Exam rooms are named for explorers: Amelia, Ernest and …". */
const NAMED_FOR = cue(String.raw`\b(?:named|called|christened) (?:(?:after|for) [^.!?]{0,60})?[:,] ?(?:(?:¤|[\p{Lu}][\p{L}]+)(?:,? and |, | & ))*$`, 'iu');
/** "We named the MRI trucks Thelma and Louise" */
const NAMED_THING = cue(String.raw`\b(?:our|the|this|new|its) (?:[\w-]+ )?(?:app|bot|chatbot|robot|assistant|trucks?|vans?|bus|mri|scanner|machine|portal|program|rooms?|suite|ship|boat|tool|system|platform|skeleton|mannequin|manikin|plant|fish|tree) (?:is |was |are )?(?:called|named|nicknamed) (?:¤ (?:and|&) )?$|\bnamed (?:the|our|this|these|those|both) (?!(?:[\w-]+ )?(?:bab(?:y|ies)|sons?|daughters?|child(?:ren)?|girls?|boys?|twins|newborn)\b)[^.!?¤:;,]{3,40} (?:¤ (?:and|&) )?$`);
/** "is running for county council", "What would Marie Kondo say". */
const HOUSES = new Set('henry ford|betty ford|mary bridge|dana farber|sarah cannon|scott white|virginia mason|fred hutch|fred hutchinson|sloan kettering|roswell park|arnold palmer|winnie palmer|monroe carell|ann lurie|robert lurie|phoebe putney|john muir|lucile packard|nancy lee|mary greeley|mary lanning|john peter|peter munk|kennedy krieger|karl storz|lyndon johnson|jackson memorial|ben taub|brigham young|carl albert|charles drew|martin luther|cook county|harry truman|james lind|john theurer|josephine ford|norris cotton|robert wood|simmons cancer|tom baker|princess margaret|walter reed|william beaumont|francis scott|george washington|thomas jefferson|james cook|john radcliffe|queen mary|ronald mcdonald|wills eye|will rogers|mary washington|sir run|saint jude'.split('|'));
/** "transfers go to …", "affiliated with …": where the names of houses stand. */
const TO_HOUSES = cue(String.raw`\b(?:transfers?|transferred|refer(?:s|red|rals?)?|sent|affiliated|partner(?:s|ed|ship)?|work|works|trained|residency|fellowship|consult(?:s|ed)?|second opinions?|hospitals|centers)\b[^.;!?]{0,40} (?:go |goes |are |made )?(?:to|with|at|from|by|such as|like|including)\b[^.;!?]{0,140}$`);
const RUNS_FOR = cue(String.raw`^,? (?:is|was|are|were) (?:running|a candidate|candidates|campaigning) for\b`);
const WHAT_WOULD = cue(String.raw`\bwhat (?:would|might|does|did) $`);
/** "Virginia Mason, Kaiser and Cleveland Clinic": houses in a row. */
const AMONG_HOUSES = /^(?:, \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?)*,? (?:and|or|&) (?:\p{Lu}[\p{L}.]+ ){1,3}(?:Clinics?|Hospitals?|Medical|Health|Hopkins|University|Cent(?:er|re)|Institute|Labs?|Imaging)\b/u;
/** "are back in stock" */
const STOCKED = cue(String.raw`^(?:,? (?:and|or|&) ¤)? (?:is|are|comes?|sells?|starts?) (?:now |back |‡ |also |both |all )?(?:in (?:stock|\w+ (?:colou?rs|sizes))|on sale|sold out|out of stock|half price|discontinued|from \$)`);
/** "Louis XV" */
const CROWNED = /^ (?:I{2,3}|IV|VI{0,3}|IX|X[IVX]{0,4})\b(?!['’]s (?:surgery|§))/;
/** "We serve Lincoln and all towns within 15 miles, including: …" */
const PLACES_LISTED = cue(String.raw`\b(?:patients|people|families|clients|riders|visitors|folks|referrals|who) (?:\w+ )?(?:come|comes|came|travel|travels|drive|drives|fly|flies|arrive|arrives|are sent|hail)(?: (?:to|in|here|over|all the way))?(?: (?:us|our \w+|here))? from (?:as far (?:away )?as )?(?:¤(?:,? and |, | or ))*$|\b(?:patients|people|families|residents|visitors|clients|communities|folks) (?:from|in|near|across|throughout|around) (?:¤(?:,? and |, | or ))*$|\b(?:serv(?:e|es|ing)|areas?|towns?|villages|suburbs|neighbou?rhoods|communities|cities|counties|locations)\b[^.!?]{0,80}(?:including|such as|like|:|,)[^.!?]*(?:,|,? and|&) $`);
/** "Madison, Jackson, Lincoln: three clinics": towns with a branch each. */
const BRANCHES = cue(String.raw`^(?:,? ¤|,? (?:and|&) ¤)*(?::| [–—-]| are| have| now have| make| all have)? (?:our |all )?(?:two|three|four|five|six|seven|both|all|\d{1,2})(?: new| of our)? (?:[\w‡§◊-]+ )?(?:clinics|locations|campuses|offices|hospitals|towns|cities|counties|sites|branches|stores|pharmacies)\b`);
/** What papers write of, rather than a practice of its patients. */
const CELEBRITY = cue(String.raw`\b(?:celebrit(?:y|ies)|hollywood|tabloids?|paparazzi|cartoons?|sitcoms?|superhero(?:es)?|red carpet|pop stars?|movie stars?|a-list|box office)\b`);
/** "Founded by the parents of Emily Rask": whose name a charity bears. */
const MEMORIAL = cue(String.raw`\b(?:gifts?|donations?|contributions?) (?:received |made |given )?in (?:loving )?(?:memory|honou?r) of\b[^!?]*$|\b(?:founded|started|created|launched|established|endowed|begun) (?:by|for|after|in (?:memory|honou?r) of) (?:the )?(?:(?:parents|family|friends|widow|widower|mother|father|brother|sister|children|classmates|teammates|colleagues) of )?(?:the late )?$`);
/** "targeting Helen patients": those of a place. */
const PEOPLE_THERE = /^ (?:patients|residents|families|area|locals|neighbou?rs|community|location|clinic|office|campus|branch|zip codes?)\b/;
/** Persons of novels and films, and the keywords of a post. */
const FICTION = cue(String.raw`\bin (?:the|her|his|this|a) (?:[\w-]+ ){0,2}(?:novel|film|movie|play|book|series|show|musical|opera|comic|sitcom|drama)\b`);
/** "Our movie night ends with a chat" */
const ON_SCREEN = cue(String.raw`\b(?:movie|film) (?:night|club|series|screening)s?\b|\bbook club\b|\bon (?:live |national )?(?:tv|television)\b`);
const IN_TITLE = /\b[Ii]n (?:["“][^"”]{3,60},?["”],?|\*[^*]{3,60}\*,?|_[^_]{3,60}_,?) $/;
const TAGS = cue(String.raw`^\W*(?:tags|(?:tag|filed under|categor(?:y|ies)|keywords)(?=:| in\b))[^.!?]*$`);
/** Whom the papers and books know: what is told of them was public before. */
const WRITES = cue(String.raw`^,? (?:\w+ly )?(?:made (?:her|his) [^.;!?]{3,40} public|went public|wrote|writes|told|tweeted|posted|revealed|announced|shared|disclosed|spoke|speaks|opened up) (?:\w+ )?(?:in|on|to|about|with) (?:(?:the|her|his) )?(?:[A-Z][\w]+ (?:Times|Post|Magazine|Today|Show)|book|memoir|autobiography|instagram|twitter|facebook|essay|op-ed|people magazine|press|reporters|congress|pain|oprah|vogue|time\b|the (?:country|nation|world|press|public|papers?)\b)`);
const PUBLIC_BEFORE = cue(String.raw`\b(?:president|first lady|supreme court justice|congress(?:wo)?man|secretary of state|actor|actress|singer|rapper|comedian|musician|astronaut|king|queen|prince|princess|pope|prime minister|nobel|olympi\w+|quarterback|celebrity|novelist|composer|painter|philosopher|poet|journalist|tv host|talk[- ]show|supermodel|(?<!\b(?:this|our|my|little|a|the) )(?:superstar|legend)|saint)(?: [\w.-]+){0,2} $`);
/** Whoever is known in town is a patient too where the house tells what it did. */
const CARED_HERE = cue(String.raw`(?:${HEALTH}[^.!?]{0,60}\b(?:here|with us|by us|(?:at|in|by|from) our)\b|\b(?:in|from|of|at) our (?:[\w-]+ )?(?:[§◊]|suite|unit|OR|ER|ICU|clinic|ward)|\b(?:our (?:surgeons?|doctors?|team|staff|nurses?|clinic)|we|dr\.? \w+|¤) [^.;!?]{0,12}(?:repaired|fixed|treated|operated|rebuilt|removed|replaced|saved|saw|delivered)\b)`);
const ROYAL = /^(?:king|queen|prince|princess|pope|president|senator|saint|sir|dame)$/;
const PUBLIC_AFTER = cue(String.raw`^,? (?:is |was )?(?:the |an? )?(?:[\w-]+ ){0,3}(?:president|actor|actress|singer|rapper|comedian|quarterback|senator|governor|astronaut|olympian|celebrity)\b|^ (?:\(\d{4}[–-]\d{2,4}\)|\(b\. \d{4})|^,? (?:et al|v\.|vs\.)`);
const CITATION_AFTER = /^,? et al\b|^,? (?:and|&) (?:others|colleagues|co-?workers|associates)\b|^ [A-Z]{1,2}, [A-ZÀ-ÞĀ-Ɏ][a-zß-ÿ]+ [A-Z]{1,2}[,.]|^ [A-Z]{1,2}\. [A-ZÀ-ÞĀ-Ɏ][a-zß-ÿ]+ [a-zß-ÿ]+ [^.]{5,80}\. (?:[A-ZÀ-ÞĀ-Ɏ]|\d{4})|^, [A-ZÀ-ÞĀ-Ɏ][A-Za-zÀ-ɏ-]+ [A-ZÀ-ÞĀ-Ɏ]{1,3}[,.]|^ ?\((?:19|20)\d{2}\)|^,? (?:19|20)\d{2}[a-z]?[);]/;
/** "The 2021 trial by Marchetti, Oduya and Kim": whoever is named led or wrote it. */
const STUDY_BY = /\b(?:trial|study|studies|papers?|articles?|review|meta-analysis|analysis|cohort|survey|experiments?|guidelines?|textbook|editorial|monograph|dissertation|thesis|data|findings|work|case series) (?:of \d{4} |in \d{4} )?(?:published )?(?:by|from|of) (?:(?:\p{Lu}\. ?)*\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?(?:, (?:and |& )?| and | & )){0,5}$/u;
/** "(Spine J 21:1188)" */
const JOURNAL = /\((?:\p{Lu}[\p{L}.]*\.? ){1,5}(?:(?:19|20)\d\d;? ?)?\d{1,4}(?:\(\d{1,3}\))?:\s?[\de]\d*/u;
/** The text is an entry of a reference list. */
const REFERENCE = /(?:\([A-ZÀ-ÞĀ-Ɏ][^()]{2,80}(?:\bet al\b\.?|\band\b|&)[^()]{0,80}¤[^()]{0,60},? (?:19|20)\d\d[a-z]?\)|\bdoi\b|\bPMID\b|\bet al\b|(?:19|20)\d\d(?: [A-Z][a-z]{2}(?: \d{1,2})?)?;\s?\d{1,4}(?:\(\d{1,3}[^)]{0,8}\))?:\s?[\de]|(?:[A-Z]\.){1,2}[,;&][^.]{0,60}.{0,140}\((?:19|20)\d\d[a-z]?\)\.?)/;

/** Whoever the name is, no living person's privacy is at stake: an animal, goods, somebody of a book, of history, of the news or of a citation. */
export function isPublic(name: NameMention, windows: Windows): boolean {
  const { before, after, next } = windows;
  return EXAMPLE_BEFORE.test(windows.opening) ||
    PLACES_LISTED.test(before) ||
    NAMED_FOR.test(before) ||
    NAMED_THING.test(before) ||
    WORK_OF.test(windows.letters) ||
    AUTOMATED.test(windows.letters) ||
    (/\b[Vv]oted $/.test(windows.opening) && /^['’]s (?:\w+ )?(?:favou?rite|best|top|number one|#1)\b/.test(windows.letters)) ||
    RUNS_FOR.test(after) ||
    BRANCHES.test(after) ||
    MEMORIAL.test(before) ||
    (CELEBRITY.test(`${before} ${after} ${next}`) && !CARED_HERE.test(before + after + next)) ||
    (name.form === 'given' && name.title === undefined && ((SPEAKERS.test(name.given ?? '') && ORDERED.test(after)) || (AMONG_GOODS.test(windows.letters) && ALL_TERMS.test(after) && /§/.test(after)))) ||
    (name.form === 'full' && HOUSES.has(`${name.given} ${name.surname}`) && TO_HOUSES.test(before) && !ONE_PERSON.test(after)) ||
    WHAT_WOULD.test(before) ||
    STOCKED.test(after) ||
    (name.title === undefined && AMONG_HOUSES.test(windows.letters)) ||
    // "placed in Toulouse by …"
    (name.strength < 0.4 && name.form !== 'full' && / in $/.test(before) && /^ by /.test(after)) ||
    (name.form === 'given' && CROWNED.test(windows.letters)) ||
    (name.form !== 'given' && name.title === undefined && WORK_AFTER.test(windows.letters) && !ONE_PERSON.test(after)) ||
    (name.form !== 'full' && name.title === undefined && SCHOOLED.test(before)) ||
    PEOPLE_THERE.test(windows.letters) ||
    FICTION.test(before) ||
    (ON_SCREEN.test(`${before} ${after} ${next}`) && !CARED_HERE.test(before + after + next)) ||
    IN_TITLE.test(windows.opening) ||
    TAGS.test(before) ||
    ANIMAL.test(after) ||
    (/^[.!]?\s*$/.test(after) && ANIMAL_NEXT.test(next)) ||
    VETERINARY.test(`${before}${after} ${next}`) ||
    BOOK_BY.test(before) ||
    SOFTWARE.test(`${windows.opening}${windows.letters}`) ||
    (name.form === 'given' && OWNS_NOTHING.test(windows.letters)) ||
    (name.form !== 'full' && RANKED.test(windows.letters)) ||
    ANIMAL_BEFORE.test(before) ||
    ANIMALS_BEFORE.test(before) ||
    NAMED_IT.test(after) ||
    (name.title === undefined && (GOODS_AFTER.test(after) || (CARRIED.test(before + after) && /^(?:,| and|['’]s| \w+s\b| \p{Lu})/u.test(windows.letters) && !ONE_PERSON.test(after)))) ||
    (name.form === 'given' && !/^['’]s §/.test(after) && PROGRAM_AFTER.test(windows.letters) && /[a-z]{3} [a-z]{2}/.test(windows.letters)) ||
    WRITES.test(windows.letters) ||
    BREED.test(name.surname ?? '') ||
    ROYAL.test(name.given ?? '') ||
    (PUBLIC_BEFORE.test(before) && !CARED_HERE.test(after + next)) ||
    PUBLIC_AFTER.test(after) ||
    CITATION_AFTER.test(windows.letters) ||
    STUDY_BY.test(windows.opening) ||
    JOURNAL.test(windows.letters.slice(0, 60)) ||
    PRONOUNCED.test(windows.letters) ||
    TITLED_WORK.test(windows.letters) && ON_BOOKS.test(before + after) ||
    IN_BOOK.test(windows.letters) ||
    TEACHING.test(after) ||
    LEARNED_FROM.test(before) ||
    REFERENCE.test(`${windows.opening}¤${windows.following}`);
}

/** Somebody everybody knows: whatever is told of an illness was public before. */
export const isKnownFigure = (name: NameMention, { letters, opening }: Windows): boolean =>
  isPublicFigure(name) ||
  // "Magic Johnson": a first name that is a word.
  (name.form !== 'full' && isPublicFigure({ form: 'full', given: /(?:^|\s)(\p{Lu}\p{Ll}+) $/u.exec(opening)?.[1]?.toLowerCase(), surname: name.surname ?? name.given })) ||
  (name.form === 'given' && isPublicFigure({ form: 'full', given: name.given, surname: /^ (\p{Lu}\p{Ll}+)/u.exec(letters)?.[1]?.toLowerCase() }));
