import { sift } from 'promolint/rule';
import type { Page } from 'promolint/rule';

/** What only those print who bring a medicine to market, or whoever they pay. */
const MAKERS =
  sift(/\b(?:(?:full )?(?:us |u\.s\. )?prescribing information|medication guide|package insert|important safety information|(?:see|read) (?:the )?(?:full )?patient (?:product )?information|rx only|registered trademarks?|trademarks? of|co-?pay (?:savings )?card|savings (?:card|program)|(?:us|pp|mat|hcp|dtc)-[a-z]{2,6}-(?:us-)?\d{3,}|(?:ask|talk (?:to|with)) (?:your|a) (?:\w+ ){0,2}(?:doctor|dermatologist|provider|prescriber|neurologist|rheumatologist|specialist|physician|urologist|gynecologist) (?:today )?(?:if|whether|about (?:once|starting))\b)/i);
/** ARVENTO (relmastat) or Arvento® (relmastat), as a medicine is introduced by its owner. */
const INTRODUCED = /\b(?:[A-Z][A-Z0-9]{3,20} ?[®™]?|[A-Z][A-Za-z]{3,20} ?[®™]) ?(?:[A-Z][a-z]+ ?)?\([a-z][a-zA-Z, -]{4,60}\)/;
/** Shorter than this the piece is the whole advertisement. */
const WHOLE = 60;

/** An advertisement of a medicine by its maker, and no article, news or pharmacy's page on it, nor a cutting of one; of a line or two, as far as one can tell. */
export function isMakersPiece(page: Page): boolean {
  const words = page.sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
  return page.facts.snippet || words < WHOLE || bearsMakersMarks(page);
}

/** Says by itself that the maker speaks. */
export const bearsMakersMarks = ({ context: { organization }, document: { blocks } }: Page): boolean =>
  organization.products.length > 0 ||
  blocks.some(
    ({ text, kind, hidden }) =>
      !hidden && kind !== 'comment' && (MAKERS.test(text) || ((kind === 'heading' || kind === 'meta' || kind === 'paragraph') && INTRODUCED.test(text.slice(0, 160)))),
  );
