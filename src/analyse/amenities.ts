import type { Sentence } from '../rule.ts';
import { sift } from '../match/sift.ts';

/** What a practice has besides care: food, premises, guests, events, animals, posts to fill. What people do for leisure is missing, since "back in the garden" is a promise. */
const AMENITIES = sift(
  new RegExp(
    String.raw`\b(?:${[
      'caf(?:e|\u00e9)s?(?!\w)|cafeterias?|canteens?|coffee (?:shop|cart|bar|corner|hour)|snack bars?|vending machines?|food trucks?|salad bar|soups?|tamales?|pancakes?|bagels?|cookies|cupcakes|do(?:ugh)?nuts|chili|casseroles?|potlucks?|bake sales?|barbecues?|cookouts?|baristas?|lemonade|popcorn',
      'campus(?:es)?|parking|valet|lobb(?:y|ies)|gift shop|chapel|shuttles?|wi-?fi|elevators?|entrances?|hallways?|visitors?|visiting hours|seating|waiting rooms?|blankets?|bathrobes?|slippers|playlists?|fish tank|aquarium',
      '(?:looking for|seeking|recruiting|in search of) (?:a |an |the |our |new |more )*(?:next |best |kind |great |bright |caring |good |right )*(?:nurses?|aides?|cooks?|drivers?|receptionists?|technicians?|assistants?|hygienists?|therapists?|physicians?|colleagues?|teammates?|people to join)|job fairs?|careers?|hiring|apply (?:at|by|now|online|today)|r[e\u00e9]sum[e\u00e9]s?|recruiters?|join our team|(?:job|staff|nurse|nursing|part-time|full-time) openings?|sign-?on bonus|internships?|volunteers?|volunteering|pto|401\\(?k\\)?',
      'fundraisers?|auctions?|open houses?|blood drives?|(?:donate|donating|give|giving) blood|blood donors?|food drives?|toy drives?|coat drives?|book clubs?|book sales?|craft (?:fair|sale)s?|farmers[\u2019\']? markets?|story ?time|trivia night|t-?shirts?|(?:coloring|drawing|poster|costume|pumpkin|pie|chili|poetry|photo|essay|baking) contests?|contest for|raffle',
      '(?:therapy|facility|comfort|visiting|office) (?:dogs?|cats?|pon(?:y|ies)|animals?|rabbits?)|pupp(?:y|ies)|(?:dog|cat) named',
    ].join('|')})(?!\w)`,
  ),
);

/** What a body has, takes, undergoes or becomes: with any of it, a line on soup speaks of health. */
const HEALTH: ReadonlySet<string> = new Set(['conditions', 'symptoms', 'drugs', 'supplements', 'methods', 'outcomes', 'body']);
/** Care that is sold, offered or done without; and a body that changes. */
const CARE =
  sift(/\b(?:cur(?:e|es|ed|ing)|heal(?:s|ed|ing)?|treat(?:s|ed|ing|ments?)?|therap(?:y|ies)(?! (?:dog|cat|pon|animal|rabbit))|procedures?|surger(?:y|ies)|operations?|injections?|implants?|infusions?|drips?|doses?|remed(?:y|ies)|consult(?:s|ation|ations)?|exams?|screenings?|check-?ups?|test(?:s|ed|ing)?|scans?|cleanings?|appointments?|slots?|doctors?|dentists?|specialists?|prescriptions?|results?|pain|weight|braces?|canes?|walkers?|crutches|wheelchairs?|glasses|pills?|meds|inhalers?|cpap|younger|smiles?|teeth|skin|body|medicare|medicaid|miracles?|pounds?|lbs|inches|sizes?|calories|carbs|diets?|dieting|blood sugar|sugars?|again|finally|forget|goodbye|overnight|forever|guarantee\w*|detox\w*|\d+ ?%|percent|\$\d)/);

/** Without the name of a room: "Heal Well Caf\u00e9" heals nobody. */
const unnamed = (text: string): string => text.replace(/(?:\p{Lu}[\p{L}'\u2019]* )+(?=(?:Caf|Cafeteria|Kitchen|Garden|Lobby|Chapel|Gift Shop|Campus|Hall|5K|Fair|Concert|Gala)[\p{L}]*)/gu, '');

/** Whether a sentence is about the house, its table, guests, events or posts, and neither of care nor of a body. */
export const isOfHouse = ({ text, terms }: Sentence, folded: string): boolean => AMENITIES.test(folded) && !CARE.test(unnamed(text).toLowerCase()) && !terms.some(({ list }) => HEALTH.has(list));
