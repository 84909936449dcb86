import { sift } from '../match/sift.ts';
import type { Context, Document } from '../rule.ts';

/** What only those print who bring a medicine to market, or whoever they pay. */
const MAKERS =
  sift(/\b(?:(?:full )?(?:us |u\.s\. )?prescribing information|medication guide|package insert|important safety information|(?:see|read) (?:the )?(?:full )?patient (?:product )?information|rx only|registered trademarks?|trademarks? of|co-?pay (?:savings )?card|savings (?:card|program)|(?:us|pp|mat|hcp|dtc)-[a-z]{2,6}-(?:us-)?\d{3,}|(?:ask|talk (?:to|with)) (?:your|a) (?:\w+ ){0,2}(?:doctor|dermatologist|provider|prescriber|neurologist|rheumatologist|specialist|physician|urologist|gynecologist) (?:today )?(?:if|whether|about (?:once|starting))\b)/i);
/** ARVENTO (relmastat) or Arvento® (relmastat), as a medicine is introduced by its owner. */
const INTRODUCED = /\b(?:[A-Z][A-Z0-9]{3,20} ?[®™]?|[A-Z][A-Za-z]{3,20} ?[®™]) ?(?:[A-Z][a-z]+ ?)?\([a-z][a-zA-Z, -]{4,60}\)/;

/** Whether a page shows by itself that the maker of a medicine speaks, and no article, news or pharmacy. */
export const bearsMakersMarks = ({ blocks }: Document, { organization }: Context): boolean =>
  organization.products.length > 0 ||
  blocks.some(
    ({ text, kind, hidden }) =>
      !hidden && kind !== 'comment' && (MAKERS.test(text) || ((kind === 'heading' || kind === 'meta' || kind === 'paragraph') && INTRODUCED.test(text.slice(0, 160)))),
  );
