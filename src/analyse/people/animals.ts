import { sift } from '../../match/sift.ts';

/** Animals, toys and figures that stand in for staff or readers. */
export const BEASTS = String.raw`dog|cat|horse|bear|mascot|robot|bot|puppy|pup|kitten|pony|retriever|labrador|lab|poodle|\w{0,8}doodle|beagle|spaniel|shepherd|terrier|collie|corgi|pug|hound|greyhound|dachshund|husky|mutt|tabby|calico|llama|alpaca|goat|donkey|tortoise|parrot|rabbit|bunny|hamster|guinea pig|hedgehog|chatbot|virtual assistant`;
const NAME = String.raw`["“]?(\p{Lu}[\p{Ll}’'-]{1,14})`;
/** "their two Labradors, Murphy and Dot", "a rabbit named Biscuit". */
const NAMED = new RegExp(String.raw`\b(?:${BEASTS})(?:s|es)?(?:,|(?: is| was)? named|(?: is| was)? called|:) ${NAME}(?:(?:,| and|, and| &) ${NAME})?(?:(?:,| and|, and| &) ${NAME})?(?![’']s|\p{L})`, 'giu');
/** "Biscuit the rabbit", "Dot, our younger Labrador", "Bruno is a therapy dog". */
const IS_ONE = new RegExp(String.raw`(?<![\p{L}.] )${NAME}["”]?,? (?:is |was )?(?:the|our|a|an) (?:[\w§-]+ ){0,3}(?:${BEASTS})\b`, 'gu');
/** "Ollie Otter": a figure drawn for children. */
const FIGURE = /(?<!\p{Lu}[\p{L}.]{0,20} )(\p{Lu}\p{Ll}{1,12}) (?:the )?(?:Otter|Bear|Bunny|Fox|Owl|Turtle|Tooth|Molar|Gator|Lion|Tiger|Penguin|Hippo|Frog|Duck|Raccoon|Beaver|Moose|Dragon|Koala|Panda|Elephant|Giraffe|Kangaroo|Monkey|Dinosaur|Robot|Squirrel|Dolphin|Whale)(?!\p{L})/gu;
/** "Our app is called Stella", "We named the trucks Thelma and Louise": things by the names of people. */
const THING = new RegExp(String.raw`\b(?:(?:app|bot|robot|assistant|trucks?|vans?|bus|mri|scanner|machine|portal|program|rooms?|boat|tool|system|platform|skeleton|mannequin|manikin|plant|fish|tree) (?:is |was |are )?(?:called|named|nicknamed)|named (?:the|our|these|both) (?:[\w-]+ )?(?:apps?|bots?|robots?|trucks?|vans?|buses|bus|scanners?|machines?|rooms?|boats?|skeletons?|mannequins?|fish|trees?)) ${NAME}(?:(?:,| and|, and| &) ${NAME})?`, 'gu');
const HINT = sift(new RegExp(String.raw`\b(?:${BEASTS}|otter|fox|owl|turtle|tooth|molar|gator|lion|tiger|penguin|hippo|frog|duck|raccoon|beaver|moose|dragon|koala|panda|elephant|giraffe|kangaroo|monkey|dinosaur|squirrel|dolphin|whale|app|truck|van|bus|mri|scanner|machine|portal|program|room|boat|tool|system|platform|skeleton|mannequin|manikin|plant|fish|tree)s?\b`, 'i'));

/** Lower-cased names that the text gives to animals; they are nobody's in the rest of the page. */
export function animalsIn(text: string): string[] {
  if (!HINT.test(text)) return [];
  return [NAMED, IS_ONE, FIGURE, THING].flatMap((pattern) => Array.from(text.matchAll(pattern), (match) => match.slice(1).flatMap((name) => (name ? [name.toLowerCase()] : []))).flat());
}
