import { sift } from '../../match/sift.ts';

/** Animals, toys and figures that stand in for staff or readers. */
export const BEASTS = String.raw`dog|cat|horse|bear|mascot|robot|bot|puppy|pup|kitten|pony|retriever|labrador|lab|poodle|\w{0,8}doodle|beagle|spaniel|shepherd|terrier|collie|corgi|pug|hound|greyhound|dachshund|husky|mutt|tabby|calico|llama|alpaca|goat|donkey|tortoise|parrot|rabbit|bunny|hamster|(?:guinea )?pig|piglet|mini(?:ature)? horse|sheep|lamb|mule|burro|duckling|hedgehog|chihuahua|rottweiler|pit ?bull|schnauzer|shih tzu|pomeranian|great dane|mastiff|whippet|sheepdog|ferret|gecko|iguana|chinchilla|cockatoo|cockatiel|parakeet|budgie|chatbot|virtual assistant`;
/** What a practice gives a person's name to: its instruments, its germs and the figures of its stories. */
const THINGS = String.raw`straw|suction(?: tip)?|handpiece|drill|polisher|polishing cup|mirror|camera|x-ray|ultrasound|scanner|scale|kiosk|printer|pump|machine|van|truck|bus|skeleton|mannequin|manikin|puppet|doll|plush|teddy|toy|statue|plant|fern|cactus|fish|goldfish|germs?|virus|microbe|bacteri(?:a|um)|bug|villain|superhero|mascot|cartoon|character|monster|wart|molar|tooth|cavity|plaque|polyp|gallstone|kidney stone`;
/** Not "Ana, the machine operator". */
const NO_TRADE = String.raw`(?! (?:[a-z]+(?:er|or|ist|ian|man|woman)|tech|guy|lady))`;
const NAME = String.raw`["“]?(\p{Lu}[\p{Ll}’'-]{1,14})`;
/** "their two Labradors, Murphy and Dot", "a rabbit named Biscuit". */
const NAMED = sift(new RegExp(String.raw`\b(?:${BEASTS})(?:s|es)?(?:,|(?: is| was)? named|(?: is| was)? called|:) ${NAME}(?:(?:,| and|, and| &) ${NAME})?(?:(?:,| and|, and| &) ${NAME})?(?![’']s|\p{L})`, 'iu'));
/** "Biscuit the rabbit", "Dot, our younger Labrador", "Bruno is a therapy dog". */
const IS_ONE = sift(new RegExp(String.raw`(?<!\p{Lu}[\p{L}.’'-]{0,20} )${NAME}["”]?(?:,? (?:(?:is|was) )?|,? (?:is|was), [a-z]+, | \()(?:the|our|a|an) (?:[\w§-]+ ){0,3}(?:${BEASTS}|${THINGS})\b${NO_TRADE}`, 'u'));
/** "Lola, 12, retired greyhound, …", "Mr. Peabody, mini horse": what it is follows like a trade, and ends there. */
const APPOSED = sift(new RegExp(String.raw`(?<!\p{Lu}[\p{L}’'-]{0,20} )${NAME}, (?:\d{1,2}, )?(?:(?:retired|rescued?|young|old|certified|registered|resident|visiting|three-legged|potbellied) ){0,2}(?!(?:lab|bot|bear|shepherd)\b)(?:${BEASTS})(?=[,.;)\n]|$)`, 'u'));
/** "Mr. Thirsty (the suction straw)", "Miss Sparkle is the polishing cup". */
const TITLED = sift(new RegExp(String.raw`\b(?:Mr|Mrs|Ms|Miss|Captain|Sir|Lady|Professor|Doctor|Dr|King|Queen|Count|Sergeant)\.? ${NAME}(?:,? (?:(?:is|was) )?|,? (?:is|was), [a-z]+, | \()(?:the|our|a|an) (?:[\w§-]+ ){0,3}(?:${BEASTS}|${THINGS})\b${NO_TRADE}`, 'u'));
/** "Fiona Flu and Norman Norovirus, the germs in our comic". */
const CAST = sift(new RegExp(String.raw`${NAME}(?: \p{Lu}[\p{L}’'-]+)?(?:, ${NAME}(?: \p{Lu}[\p{L}’'-]+)?)?,? and ${NAME}(?: \p{Lu}[\p{L}’'-]+)?, (?:the|our|two|three) (?:[\w§-]+ ){0,2}(?:${BEASTS}|${THINGS})s?\b${NO_TRADE}`, 'u'));
/** "Luna (tabby, 9 kg)" */
const OF_BREED = sift(new RegExp(String.raw`${NAME},? \((?:an? |the |our )?(?:[\w-]+ ){0,2}(?:${BEASTS})\b`, 'u'));
/** "We call the last molar Steve", "nicknamed the infusion pump Gary". */
const CALLED_SO = sift(new RegExp(String.raw`\b(?:call|called|named|nicknamed|christened|dubbed) (?:it|this|that|these|those|(?:the|our|this|that|each|every|a|an) (?![^.!?,;]{0,30}\b(?:bab(?:y|ies)|sons?|daughters?|child|children|girls?|boys?|twins?|newborns?|patients?|man|woman|doctor|nurse|dentist|police|clinic|office|hospital)\b)(?:[\w-]+ ){1,5})["“]?${NAME}`, 'u'));
/** "Ollie Otter": a figure drawn for children. */
const FIGURE = sift(/(?<!\p{Lu}[\p{L}.]{0,20} )(\p{Lu}\p{Ll}{1,12}) (?:the )?(?:Otter|Bear|Bunny|Fox|Owl|Turtle|Tooth|Molar|Gator|Lion|Tiger|Penguin|Hippo|Frog|Duck|Raccoon|Beaver|Moose|Dragon|Koala|Panda|Elephant|Giraffe|Kangaroo|Monkey|Dinosaur|Robot|Squirrel|Dolphin|Whale)(?!\p{L})/u);
/** "Our app is called Stella", "We named the trucks Thelma and Louise": things by the names of people. */
const THING = sift(new RegExp(String.raw`\b(?:(?:app|bot|robot|assistant|trucks?|vans?|bus|mri|scanner|machine|portal|program|rooms?|boat|tool|system|platform|skeleton|mannequin|manikin|plant|fish|tree) (?:is |was |are )?(?:called|named|nicknamed)|named (?:the|our|these|both) (?:[\w-]+ )?(?:apps?|bots?|robots?|trucks?|vans?|buses|bus|scanners?|machines?|rooms?|boats?|skeletons?|mannequins?|fish|trees?)) ${NAME}(?:(?:,| and|, and| &) ${NAME})?`, 'u'));
const HINT = sift(new RegExp(String.raw`\b(?:${BEASTS}|${THINGS}|call|called|named|nicknamed|christened|dubbed|otter|fox|owl|turtle|tooth|molar|gator|lion|tiger|penguin|hippo|frog|duck|raccoon|beaver|moose|dragon|koala|panda|elephant|giraffe|kangaroo|monkey|dinosaur|squirrel|dolphin|whale|app|truck|van|bus|mri|scanner|machine|portal|program|room|boat|tool|system|platform|skeleton|mannequin|manikin|plant|fish|tree)s?\b`, 'i'));

/** Lower-cased names that the text gives to animals; they are nobody's in the rest of the page. */
export function animalsIn(text: string): string[] {
  if (!HINT.test(text)) return [];
  return [NAMED, IS_ONE, APPOSED, TITLED, CAST, OF_BREED, CALLED_SO, FIGURE, THING].flatMap((pattern) => pattern.all(text).flatMap(([, ...names]) => names.flatMap((name) => (name ? [name.toLowerCase()] : []))));
}
