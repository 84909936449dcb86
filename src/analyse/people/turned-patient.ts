import { cue, HEALTH } from './care-words.ts';

/**
 * Whoever gives care gets it too: what says so of a clinician, a nurse or a cook by name, though everything else there speaks of
 * work. The signs of windows.ts stand for terms and names.
 */

/** What somebody with patients has on a calendar, rather than in the body. */
const OF_WORK = String.raw`(?! (?:\w+ )?(?:patients?|cases?|clinics?|practice|programs?|protocols?|lectures?|talks?|class(?:es)?|books?|papers?|stud(?:y|ies)|trials?|research|team|specialt\w+|degree|fellowship|residency|referrals?|consults?|column|podcast|workshop|lab|unit)\b)`;
const OPERATION = String.raw`(?:§|‡|surgery|operation|transplant|stents?|pacemaker|bypass|appendix|biopsy|chemo\w*|stitches|cast)`;
const ILL = String.raw`(?:diagnosed (?:with|as)|admitted|hospitali[sz]ed|rushed|airlifted|intubated|operated on|treated (?:for|here|by)|wheeled (?:in|into|down))`;

/** "needed a new hip", "is back on rounds after her chemo", "six weeks out from her valve repair". */
const AFTER = cue(
  [
    String.raw`^[^.;!?¤]{0,60}\b(?:needed|had|got|underwent|faced|survived|beat|fought|battled|recovered from|came through|let us do|asked us for|trusted us with) (?:(?:a|an|his|her|their|two|both|triple|quadruple|emergency|major|new|total|partial) ){1,3}(?:own )?(?:[\w-]+ )?${OPERATION}${OF_WORK}`,
    String.raw`^['’]s (?:own )?§ (?:was|is) (?:found|caught|removed|diagnosed|treated|spotted|read|seen|missed|in remission)`,
    String.raw`^['’]s (?:own )?§ (?:came back|had spread|returned|recurred|spread)`,
    String.raw`^[^.;!?¤]{0,60}(?:\bback|‡) (?:at|to|on|in|with)\b[^.;!?¤]{0,30} after (?:his|her|a|an) (?:own )?(?:[\w-]+ )?(?:[§‡]|surgery|operation|transplant)${OF_WORK}`,
    String.raw`^[^.;!?¤]{0,60}\b(?:days?|weeks?|months?|years?|hours) (?:after|out from|past|since|into) (?:his|her) (?:own )?(?:[\w-]+ ){0,2}(?:[§‡]|surgery|operation|transplant)${OF_WORK}`,
    String.raw`^[^.;!?¤]{0,80}\bthis time (?:in|on|as|from) (?:the|a|our) (?:bed|table|chair|patient|gown|stretcher|gurney|pillow)`,
    String.raw`^[^.;!?¤]{0,90}\b(?:was|is|has been|had been|got) (?:herself |himself |recently |just |first )?${ILL}\b`,
    String.raw`^[^.;!?¤]{0,40},? who (?:herself |himself )?(?:passed|had|got|beat|survived) (?:his|hers|one|it)\b(?! (?:exam|boards?))`,
    String.raw`^[^.;!?¤]{0,60}\b(?:traded|swapped|exchanged) (?:his|her|the) [^.;!?¤]{0,20}\b(?:coat|scrubs|scalpel|stethoscope)\b[^.;!?¤]{0,30}\b(?:gown|bed|wristband)`,
  ].join('|'),
);

/** "In June she was admitted to her own unit", "It was his own pancreas", "Last month we fixed his hernia". */
const NEXT = cue(
  [
    String.raw`^\s*["“]?(?:(?:In|On|Last|This|Then|Two|Three|Four|Five|Six|A|One|But|And|Now|Today|At)\b[^.;!?]{0,30} )?(?:[Ss]he|[Hh]e) (?:herself |himself )?(?:was|got|had been|has been) (?:\w+ly |just |then |also )?${ILL}\b`,
    String.raw`^\s*(?:Then |But |And )?(?:[Ii]t|[Tt]he (?:scan|x-ray|image|slide|chart|biopsy|film)) was (?:his|her) own\b`,
    String.raw`^\s*(?:(?:In|On|Last|This|Then|Two|Three|Four|Five|Six|A|One|But|And|Now|Today|At)\b[^.;!?]{0,30} )?[Ww]e (?:\w+ly |just |then |also )?(?:fixed|repaired|replaced|removed|took out|cut out|treated|mended|cleared|drained|rebuilt|set|pinned|caught|found) (?:his|her) (?:own )?(?:[\w-]+ )?${HEALTH}${OF_WORK}`,
    String.raw`^\s*(?:In \w+ |Last \w+ )?(?:[Ss]he|[Hh]e) (?:delivered|had|got|filled|pulled|read|passed) (?:his|hers|her own|his own)(?:[.,;]| (?:here|with us|on|in|two|downstairs|upstairs))`,
    String.raw`^\s*(?:[Ss]he|[Hh]e)(?:['’]s| has)? (?:been )?(?:come|coming|comes|seen|seeing us|with us|a patient|treated)\b[^.!?]{0,30}\b(?:since|after|for|because of) (?:her|his) (?:own )?(?:[\w-]+ ){0,2}§${OF_WORK}`,
    String.raw`^\s*(?:[Ss]he|[Hh]e)(?: is|['’]s) (?:now )?on (?:his|her) (?:[\w-]+ )?(?:round|cycle|course|infusion|week|month) of §`,
  ].join('|'),
  '',
);

/** "It's an honor to treat a colleague", of whom a reply thanks. */
const COLLEAGUE = cue(String.raw`\b(?:fellow (?:physician|doctor|nurse|dentist|provider|clinician)|colleague)(?:['’]s)?\b[^.!?]{0,60}\b(?:choose|chose|choosing|trust\w*|privilege|honou?r)\b|\b(?:treat(?:ing)?|car(?:e|ing) for|operat(?:e|ing) on) (?:a colleague|one of our own|a fellow)`);

/** "I was the patient this time," says the surgeon. */
const SELF = cue(String.raw`\bI (?:was|am|became) (?:the|a|my own) patient (?:this time|here|too|myself|now)|\bI was (?:the one )?(?:in|on|under) the (?:bed|table|knife|gown|scanner)\b`);

/** What is told of the person by name makes a patient of one who gives care. */
export const turnedPatient = (before: string, after: string, next: string, previous: string): boolean =>
  AFTER.test(after) || (COLLEAGUE.test(next) && /^[!.]/.test(after)) || NEXT.test(next) || SELF.test(before) || (SELF.test(previous) && before.trim() === '');
