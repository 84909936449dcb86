import { CARE, HEALTH, SUBJECT, cue } from './care-words.ts';
import { RELATIVES } from './words.ts';

/** What the words around a name say when it is a patient's. The signs of windows.ts stand for terms and names. */

export const PASSIVE = String.raw`(?:diagnosed|treated|admitted|readmitted|discharged|released|hospitali[sz]ed|rushed|airlifted|transferred|intubated|ventilated|operated|referred|seen|triaged|fitted|prescribed|put on|placed on|cleared|vaccinated|immuni[sz]ed|born|delivered|implanted|scanned|screened|evaluated|cured|healed|saved|resuscitated|stabili[sz]ed|sedated|revived|sober|clean|dying (?:of|from)|found (?:to have|out)|expecting|bitten|stung|burned|shot|stabbed|struck|hit by|injured|crushed|paraly[sz]ed|rebuilt|cancer[- ]free|pain[- ]free|symptom[- ]free|seizure[- ]free|off (?:of )?(?:all )?(?:(?:his|her) )?(?:dialysis|insulin|oxygen|opioids|statins|blood thinners|the ventilator|steroids)|on (?:his|her|the) (?:[\w-]+ )?(?:round|cycle|course|infusion) of|on (?:chemo\w*|dialysis|methadone|oxygen|blood thinners)|(?:[\w-]+ ){1,2}(?:weeks?|months?) (?:out|post|clear) (?:from|of|after)|in (?:remission|recovery|rehab|labou?r|hospice|detox|(?:the|our) (?:scanner|mri|[pn]?icu|care|unit|ward|hospital|clinic)|chemo)|smoke[- ]free|pregnant|recovering|undergoing|battling|fighting|suffering|overdue|a (?:former |current |longtime |new |\w+ )?(?:patient|survivor|client|recipient|resident)|our (?:\w+ ){0,2}(?:patient|survivor|client|recipient|resident|preemie|newborn|baby|micro-?preemie)|due for)`;
export const EXPERIENCED = cue(
  String.raw`^${SUBJECT}\b(?:(?:was|is|were|are|been|being|be|got|gets|getting|had been|’s|'s) (?:\w+ly |first |finally |being |then |also |later |now |just |so |still |both |all |each |about to be |going to be |to be |never ){0,3}${PASSIVE}|underwent|(?:hobbled|limped|shuffled|crawled|staggered|waddled|wheeled (?:herself|himself)|was carried) in\b|came off (?:the |a |an )?(?:ecmo|vent\w*|respirator|machines?|bypass|pump|oxygen|[§‡])|(?:was|is|were) (?:weaned|extubated|taken off|pulled off|cut free|put back together|wheeled|carried|flown|driven|brought|laid up|bedridden|blind|deaf|paralysed|tube-fed|in a coma|on (?:dialysis|oxygen|a ventilator|life support|the transplant list))|presented (?:on|with|to)|(?:wears|sports|uses|got|picked up|took home) (?:an? |the |his |her |new |two )?(?:[\w§‡-]+ ){0,5}from (?:us|our (?:\w+ )?(?:office|clinic|practice|team|lab|shop|store))|(?:had |has )?ignored (?:the|a|her|his) |(?:came|arrived) (?:early|at \d{2} weeks)|came into the world|, born (?:at|on|premature|early|too)|weigh(?:ed|ing)|spent \d+ (?:days|weeks|months|hours)|tore|broke (?:her|his|a|both)|fractured|ruptured|shattered|collapsed|nearly (?:died|drowned|lost|bled)|drowned|slumped|swallowed (?!hard|our|my|his pride|her pride)|outlived|checked (?:himself |herself )?(?:in|into|in to) (?:our|the) (?:[\w§◊-]+ ){0,2}(?:[§◊]|detox|rehab|unit|program|clinic|hospital|cent(?:er|re))|fainted|passed out|blacked out|keeled over|choked|seized|crumpled|went limp|turned blue|bled|coded|flatlined|stopped breathing|gave (?:her|his|a) kidney|(?:felt|heard) (?:a|the|his|her|something|it) (?:[\w‡-]+ ){0,2}?(?:pop|snap|crack|tear|crunch|give way|give out|go)|donated (?:the|one|a) (?:kidney|liver|lung|‡)(?! (?:machine|scanner|unit|fund|cent))|gave (?:his|her) (?:[\w-]+ )?(?:¤ )?(?:a |one of (?:his|her) |part of (?:his|her) )?(?:kidneys?|liver|marrow|stem cells|lung|‡)|comes? (?:here|in|to us|to our \w+) (?:for|with|every)|reached (?:her|his) (?:goal|target)|is (?:now )?(?:our|the) (?:[\w-]+ ){0,4}(?:patient|person|man|woman|child|baby|adult|resident)\b[^.;]{0,30}? to (?:get|have|receive|undergo|survive|leave|walk|go home|try)|(?:was|is|were) (?:so |very |too |always )?(?:afraid|scared|terrified|ashamed|embarrassed|nervous|self-conscious|in pain|in agony|miserable|exhausted|desperate|unable) (?:of|about|to|by|for|from)|donated (?:(?:her|his|a|part of (?:her|his)) (?:kidney|liver|lung|marrow|egg|organ\w*)(?! (?:machine|scanner|unit|fund|center|monitor))|bone marrow|stem cells)|was told|(?:breathes?|walks?|runs?|sleeps?|hears?|sees|smiles?|eats|dances?|golfs?|plays?|moves?|feels?) (?:easier|again|better|freely|without|like)|put off|would never (?:walk|talk|run|see|hear)|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|sixty|ninety|several|many|a) (?:days?|weeks?|months?|years?) (?:clean|sober|smoke[- ]free|cancer[- ]free|seizure[- ]free|pain[- ]free|in recovery|in remission|post)|undergoes|undergoing|undergo\b|(?:did not|didn['’]t|could not) survive|lost (?:his|her) (?:life|battle|fight)|(?:delivered|welcomed) (?:her|their) (?:own |first |second |third )?(?:baby|son|daughter|twins|triplets|child)|survived|beat (?:her |his |stage )?§|beats §|battled|fought (?:off )?(?:her |his |a )?§|overcame|relapsed|overdosed|miscarried|gave birth|welcomed (?:¤|baby|(?:their|a|her|his|an|twin|triplet) (?:[\w-]+ ){0,3}(?:son|daughter|baby|boy|girl|twins?|triplets|boys|girls))|conceived|recovered|has recovered|died|passed away|lost (?:over |about |nearly |almost |more than )?[\w-]+ (?:pounds|lbs?|kg|kilos|stone|inches)|lost (?:an?|his|her|both|one|two|the) (?:[\w-]+ )?(?:‡|(?:foot|feet|legs?|arms?|hands?|fingers?|toes?|eyes?|breasts?|kidney|tooth|teeth|hair|sight|vision|hearing|voice|baby|twin|pregnancy)\b)|(?:came|turned|went|drove|flew|travel+ed|returned|walked|limped|was referred|reached out) (?:\w+ )?(?:in)?to (?:us|our|see us|see dr)(?! from (?:the |a |an )?(?:[\w'’-]+ ){0,3}(?:brewery|bank|company|firm|restaurant|agency|industry|newspaper|theater|hotel)\b)|came (?:to us|in)(?: (?:with|for|after|by|on)\b| (?:an? )?(?:wheelchair|walker|crutches|ambulance|stretcher|pain|sling|cast)\b)|first (?:saw|visited|came)|completed our|(?:came|drove|walked|rode|comes) to (?:the|our) (?:[\w§‡◊-]+ ){0,4}(?:cent(?:er|re)|clinic|unit|ward|gym|pool|office|hospital|infusion|dialysis|chairs?|class|group)\b[^.;]{0,30}(?:every|each|twice|three times|weekly|for (?:\w+ )?(?:years|months|weeks))|graduated from our|rang (?:the|our|that|his|her) bell|chose us|choose us|rel(?:y|ies|ied) on us|trusts? (?:us|our)|visited us|visited our (?:clinic|office|practice|urgent care|er\b|emergency|doctors?|dentists?|hospital|[\w ]{2,30}(?:with|for|after|because)\b)|missed (?:\w+ ){1,2}(?:appointment|session|visit)s?|(?:still )?owes|no longer (?:needs?|takes?|has|wears?|uses?)|walked (?:out|again)|(?<!you )can (?:now |finally )?(?:(?:walk|run|see|hear|sleep|eat|breathe|smile)|(?:taste|smell|swallow|hold|lift|bend|kneel|climb|drive|write|speak|talk|sing|swim|read|dance|golf|chew)\b[^.;!?]{0,30}\b(?:again|at last))|has (?:never |not |n't )?been (?:\w+ )?(?:sober|clean|free|well))`,
);
export const HAD = cue(
  String.raw`^${SUBJECT}\b(?<!\b(?:may|might|could|should|would) )(?<deed>(?:had|has|have|having|gets|got|received|receives|receiving|needed|needs|required|requires|started|starts|began|begins|completed|completes|finished|finishing|finishes|tried|takes|took|wears|attends|attended|booked|opted for|chose|lives? with|lived with|living with|diagnosed with|suffer(?:s|ed|ing)? (?:from)?|struggl(?:es|ed|ing) with|cop(?:es|ed|ing) with|deal(?:s|t|ing) with|manag(?:es|ed|ing)|complained of|presented with|develop(?:s|ed|ing)|experienc(?:es|ed|ing)|thought|recover(?:s|ed|ing) from|beat|conquered|tackled|found (?=an? |the )|credits?|enjoys? life (?:after|with)|swears by|shows off|raves about|brags about|is thrilled with|back (?:to \w+ |at \w+ |on \w+ |in \w+ )?(?:after|following))\b[^.;!?¤]{0,70}?${HEALTH})`,
);
export const OF_HERS = cue(String.raw`^(?: (?:aunty|auntie|uncle|ji|garu|bhai|didi|tía|tío|san))?['’]s? (?:[\w-]+:? ){0,4}?(?:${HEALTH}|(?:story|journey|experience|testimonial|review|battle|fight|case|progress|doctor|surgeon|care team|before and after|before-and-after)\b)`);
export const PATIENT_AFTER = cue(String.raw`^["”’]?,? ?(?:\(|—|–|-|,|\||is |was |as |who is )? ?(?:a |an |our |the |one of our )?(?:(?!(?:for|of|to|with|on|at|in|and|by|from|who|helps?|sees|treats) )[\w§‡’'+/-]+ ){0,5}?(?:patient(?!s)|survivor|client|recipient|amputee|participant|sufferer|mom-to-be|alumn(?:us|a))\b(?! (?:care|coordinator|services|advocate|navigator|access|experience|safety|liaison|relations))`);
export const RECORD_AFTER = cue(String.raw`^[^.\n]{0,40}?(?:\b(?:DOB|D\.O\.B|date of birth|MRN|Dx|diagnosis|Rm|bed)\b|\bacc(?:ession)?#|(?<!\b(?:waiting|exam|operating|emergency|class|living|play|locker|recovery|conference|dining|meeting|reading|birthing) )\broom (?:#?\d|[A-D]\b))`);
/** The code of a diagnosis beside the name: "F41.1, G47.00 Imre Soos next: 3 wks". */
export const CODE_BEFORE = /\b[A-TV-Z]\d\d\.\d{1,4}[A-Z]?\)?[\s,;:|–-]{1,4}$/;
export const CODE_AFTER = /^[\s,;:|(–-]{1,4}(?:(?:dx|ICD|ICD-10)\W{1,3})?[A-TV-Z]\d\d\.\d{1,4}/;
export const AGE_AFTER = cue(String.raw`^,? \d{1,3} ?(?:yo|y\/o)? ?[MF]\b|^,? [MF],? ?\d{1,3}\b|^, (?:an? |now )?(?:\w+|\d{1,3})-year-old\b|^,? ?\(?(?:age[d]? )?(?:[1-9]|[1-9]\d|1[01]\d)\)?(?= ?[,.;:|)—–-]| (?:of|from|was|is|had|came)|$)`);
export const FRAGMENT_AFTER = cue(String.raw`^(?: \([^()]{2,30}\))?["”’*]{0,2}(?:, (?:gr(?:ade)?\.? ?\d{1,2}|(?:first|second|third|fourth|fifth|sixth|seventh|eighth)[- ]grade(?:r)?|kindergart\w+|room \w{1,4}|class of \d{4}))? ?(?:,|—|–|-|:|\||\((?:[\w ]{2,24}, )?) ?(?:[\w/+&-]+ ){0,3}?(?:[§‡]|(?:${CARE})\b|(?:lost|down|fixed|cured|healed) |\d+ (?:days?|wks?|weeks?|mos?|months?|yrs?|years?|lbs?|pounds|sessions?|visits?|rounds?|cycles?|fractions?|infusions?|treatments?)\b|POD \d|\d{1,3} ?(?:yo|y\/o)? ?[MF]\b)`);
/** "Efua is eleven." */
export const AGE_IS = cue(String.raw`^ (?:is|was|turned|turns|just turned|is only|is just) (?:almost |nearly )?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?(?: (?:years old|now|today))?(?:[.,;!]| and\b| when\b)`);
export const HAS_IT_NEXT = cue(String.raw`^\s*(?:She|He|They|Her|His)\b[^.!?]{0,120}[§]`, '');
/** "Leroy in room 212" */
export const IN_ROOM = cue(String.raw`^,? (?:\(|in |from |of )?(?:room|rm\.?|bed|bay|unit|suite) ?#?\d`);
export const SHOWN = cue(String.raw`\b(?:in|watch|see|on) (?:the|this|our|his|her) (?:\w+ )?(?:video|clip|reel|photo|picture|film|podcast|episode|story|post)\b`);
/** "My name is …", "Hi, I'm …", "Sincerely, …": somebody speaks of himself. */
export const SELF_BEFORE = cue(String.raw`\b(?:my name is|my name['’]s|i am|i['’]m|this is|call me) ["“]?$|\b(?:sincerely|gratefully|warmly|love|regards|yours|best wishes|thanks again|thank you|signed),?\s{0,2}(?:the )?$`);
export const REVIEWED_ON = cue(String.raw`^ on (?:google|yelp|healthgrades|facebook|zocdoc|realself|vitals|instagram|trustpilot|webmd|ratemds)\b|^ (?:rated|gave) us\b`);
export const SHARES = cue(String.raw`^,? for (?:letting us (?:share|show|post|use|photograph|film|borrow|keep|see)|(?:lending|loaning|giving|bringing|showing|sending) us (?:his|her|their)|modell?ing (?:his|her|their)|sharing|trusting|choosing|allowing us|telling)\b`);
export const REVIEW_BY = cue(String.raw`\b(?:review|complaint|grievance|voicemail|(?:refill|callback|records|portal) request|testimonial|letter|note|story|comment|e-?mail|post|feedback|card|words|text|message|postcard)(?: (?:this|last) \w+)?(?: (?:came|comes|is|was))? (?:by|from|of) (?:our patient |patient )?$`);
export const DOCTOR_DID = cue(String.raw`(?:\b(?:dr\.? |doctors?|surgeons?|our (?:team|surgeons?|doctors?|nurses?|therapists?|staff))|¤ )\w*(?:,? \w+){0,2} ?\w+(?:ed|ilt|ave|ound|aw|ook) (?:off |out |on )?(?:his|her|him)\b`);
export const DOCTOR_ON = cue(String.raw`(?:¤|\b(?:team|surgeons?|doctors?|dentists?|we)) (?:re)?(?:placed|moved|paired|treated|fixed|rebuilt|built|operated on|saved|delivered|examined|straightened|whitened|stored|constructed|lieved|implanted|transplanted|stabilized|revived|extracted|pulled) $`);
/** Doctors told her; the surgeon found: the one they told is the patient. */
export const TOLD_BEFORE = cue(String.raw`\b(?:doctors?|surgeons?|physicians?|dr\.? ¤?|nurses?|specialists?|oncologists?|they|we) (?:\w+ )?(?:told|warned|gave|found|put|sent|rushed|flew|helped|fitted|advised|offered) $`);
export const TALKS = cue(String.raw`^,? (?:talks|speaks|tells|shares|opens up|describes|recounts|reflects|discusses|looks back)\b[^.]{0,40}\b(?:her|his|their)\b`);
export const PRONOUN_CARE = cue(String.raw`\b(?:his|her|she|he|their|hers)\b[^.;!?¤]{0,60}${HEALTH}|${HEALTH}[^.;!?¤]{0,60}\b(?:his|her|she|he)\b`);
export const NEXT_EXPERIENCED = cue(String.raw`^\s*["“]?(?:(?:At|In|After|When|By|Then|Last|One|Two|Three|Four|Five|Six|Today|Now|But|Within|Just|Only|This)\b[^.;!?]{0,40}?\b(?:she|he|her|his)|She|He|she|he|They|Her|His|Both)\b`, '');
export const SURELY_CARED = cue(String.raw`^${SUBJECT}\b(?:(?:was|were|got|been) (?:\w+ly |first |also |later )?(?:diagnosed|treated|admitted|discharged|hospitali[sz]ed|airlifted|operated)|underwent|rang the bell|lost (?:over |about |nearly |almost |more than )?[\w-]+ (?:pounds|lbs?|kg|kilos|stone))\b`);
export const PATIENT_BEFORE = cue(
  String.raw`(?<![\w-])(?:(?<strong>patients?|survivors?|bell[- ]ringers?|recipients?|participants?|alumn(?:us|a|i|ae)|graduates?|warriors?|amputee|sufferer|subscriber|insured|policyholder|guarantor|inpatient|outpatient|mom-to-be|mum-to-be|clients?|decedent|member|resident)(?: of the (?:week|month|day|year|quarter)| spotlight| story| stories| profile| name| highlight| testimonial| success| of ours| in (?:our )?[\w ]{3,20}| (?:this|last) (?:week|month|year|quarter))?)[:,!]?(?: ["“(]?(?:named|is|was|like|such as|include|includes|little|baby|including|the|-|—|–|\|) )?[\s:"“*('’]*$`,
);
export const CARED_FOR = cue(String.raw`\b(?:treated|saw|operated on|diagnosed|cared for|admitted|discharged|saved|delivered|cured|examined|billed|on behalf of|reminded|calling for|called for|gave|helped|helping|got|gets|let|lets|allowed|allows|enabled|for|to|of|with|about|found|met|see|saw|sharing|joining)\b (?:our (?:patient )?|little )?["“]?$`);
export const STRONGLY_CARED = cue(String.raw`\b(?:implanted in|placed in|inserted in(?:to)?|removed from|performed on|done on|given to|worn by|injected into|operation on|surgery on|prescribed (?:to|for)|treated|operated on|diagnosed|cared for|admitted|discharged|saved|delivered|cured|examined|billed|calling for|prescription (?:no\.? [\w ]+ )?for|delivered (?:[\w-]+ ){0,2}(?:bab(?:y|ies)|twins|triplets|quadruplets|sons?|daughters?|boys?|girls?) (?:to|for)|(?:treated|delivered|cared for|operated on|straightened|pulled|filled|saw) (?:(?:all|both|each|two|three|four|five|most) )*of|we (?:first )?(?:saw|met|helped|called)) (?:our |the )?(?:patient )?$`);
/** "We first saw barrel racer Josie Tillotson after her horse rolled on her" */
export const WE_SAW = cue(String.raw`\b(?:we|our (?:team|clinic|staff|doctors?|surgeons?|therapists?)) (?:first |all )?(?:saw|met|treated|cared for|evaluated|admitted|welcomed|began (?:seeing|treating)|started (?:seeing|treating|working with)) (?:[a-z-]+ ){0,4}$`);
export const SINCE_HERS = cue(String.raw`^,? (?:\w+ )?(?:after|when|before|for|following|with|because|since) (?:an? |the )?(?:[\w-]+ )?(?:his|her|he|she|§|‡)`);
/** More than one name with an illness behind it. */
export const LISTED_ILLNESSES = cue(String.raw`¤ ?(?:[–—:-]|\() ?(?:[\w-]+ ){0,2}[§‡][^¤]{0,30}¤ ?(?:[–—:-]|\() ?(?:[\w-]+ ){0,2}[§‡]`);
/** "goes by Skip" */
export const CALLED_BY = cue(String.raw`\b(?:goes by|answers to|known (?:here |to us )?as|nicknamed|calls (?:himself|herself)|(?:everyone|everybody|we all) calls|call(?:s|ed)? (?:him|her)) ["“]?$`);
/** "from chair 9 of our infusion suite" */
export const FROM_OUR_CHAIR = cue(String.raw`^[^.;!?¤]{0,60} (?:from|in|out of|left) (?:the |a )?(?:chair|bed|room|bay|booth|pod)(?: #?\d+\w?)? (?:of|in|on|at) (?:our|the) (?:[\w§‡◊-]+ )`);
/** "did after we unbandaged his eyes" */
export const AFTER_WE = cue(String.raw`^[^.;!?¤]{0,30} (?:after|when|until|before|once|since|because) (?:we|our (?:team|surgeons?|doctors?|nurses?|staff)) (?:\w+ly )?[a-z]+ (?:off |out |up |down )?(?:his|her) (?:[\w-]+ ){0,2}${HEALTH}`);
/** "#PatientStories: meet Farid" */
export const IN_STORIES = cue(String.raw`#?(?:patient|client|survivor)[ -]?stor(?:y|ies)(?: (?:monday|tuesday|wednesday|thursday|friday))?[:,!—–-]? ?(?:meet |this is )?$`);
/** "Winona Teague: from 312 to 168" */
export const FROM_TO = /^(?:[:,]| [–—-])? (?:went |is down |down )?from \d{2,3}(?: ?(?:lbs?|pounds|kg))? to \d{2,3}\b(?! (?:students|people|members|patients|employees|beds|dollars))/i;
/** "★★★★★ by Chet Lawless" */
export const STARRED = /[★⭐☆]️?\s?(?:by |from |[–—-] )?$/u;
/** "Corrine – breast, 2019": a wall of names, with what each had and when. */
export const ON_WALL = cue(String.raw`^ ?(?:[–—:-]|\() ?(?:[\w-]+ ){0,2}(?:[§‡]|\b(?:${CARE})\b)(?: [a-z]+)?(?:,|;| \(|\)| ·|$)`);
/** "Bertrand Casavant (lost wife, on Lexapro)" */
export const PUT_IN_BRACKETS = cue(String.raw`^,? \((?:[^()]{1,30}[,;] )?(?:on|had|has|with|after|post|needs|takes|allergic to|lost|new|stage|type|mild|severe|\d+ \w+ post)[ -][^()]{0,25}[§‡]|^,? \([^()]{0,30}${HEALTH}[^()]{0,20}(?:\b20\d\d\b|'\d\d\b|\d{1,2}/\d|\b(?:last|this) (?:week|month|spring|summer|fall|winter|year)\b)`);
/** "Thirty pounds down and a new belt for Ignatius P.!" */
export const LIGHTER = cue(String.raw`\b(?:pounds|lbs|inches|stone|kilos) (?:down|lighter|gone|off)\b[^.;!?]{0,40}\bfor $`);
/** "Complaint by K. Farrokhzad: …" */
export const COMPLAINED = /\b(?:complaint|grievance)s? (?:by|from) $/i;
/** "the night manager of the Dairy Freeze in for a vasectomy" */
export const IN_FOR = cue(String.raw`^,? (?:(?:is|was|were|came|went|comes|dropped|popped|stopped) )?(?:back |here )?in (?:today |again |last week )?(?:for|with|after) (?:an? |her |his |the |some |that )?(?:[\w-]+ ){0,2}[§‡]`);
/** A line of a ward's board: "301 Delacroix, T  knee  POD2". */
export const ON_WARD = /(?:^|\s)(?:rm\.? ?|bed |room )?\d{1,4}[A-Da-d]?[.:)]? $/i;
export const WARD_LINE = /^(?:, ?[A-Z]\.?)?(?:,|\s)[^.;\d]{0,24}[§‡][^.;\d]{0,24}(?:\bPOD ?\d|\bd\/c\b|\bdc\b|\bNPO\b|\bdischarge|\badmit|\btoday\b|\bpost-?op)/i;
/** "Ms. Park Eun-jung, implant review" */
export const REVIEW_OF_CARE = cue(String.raw`^,? ?(?:[\w-]+ |[§‡] ){0,2}${HEALTH} (?:review|testimonial|story|journey|case|patient|results?)\b`);
/** "Re: Employee Jerome Webb": the subject of a letter. */
export const RE_LINE = cue(String.raw`(?:^|\s)(?:re|regarding|concerning):? (?:the |our |your )?(?:employee|claimant|injured (?:worker|employee)|student|insured|patient)?:? ?$`);
/** ", our oldest TAVR at 97" */
export const OUR_OLDEST = cue(String.raw`^, (?:one of )?our (?:very )?(?:oldest|youngest|first|latest|newest|bravest|toughest|favou?rite|\d+(?:st|nd|rd|th)) (?:[\w-]+ ){0,2}[§‡]`);
/** "for delivering our Beatrix" */
export const DELIVERING = cue(String.raw`\bfor (?:delivering|saving|treating|healing|fixing|helping|mending|caring for|taking care of|looking after) (?:our|my) (?:(?:${RELATIVES}|little|sweet|dear),? )?$`);
/** "Look who rang the bell today!" */
export const LOOK_WHO = cue(String.raw`\b(?:look|guess|see) who(?:['’]s)? (?:just |finally )?(?:rang|beat|finished|completed|graduated|got|went|came|is|can|walked|lost|hit|made|reached|has|had|back|home|cancer|pain|sober|smoke)\b[^.!?]{0,60}[.!?]+\s*$`);
/** "two rotator cuffs, both fixed here" */
export const FIXED_HERE = cue(String.raw`(?:[§‡]|\b(?:${CARE})\b)[^.;!?]{0,30}\b(?:fixed|repaired|replaced|treated|done|removed|delivered|mended|set|stitched) (?:right )?here\b`);
/** "Our first robotic prostate patient, retired principal Norm Gustafson". */
export const PATIENT_WHO_IS = cue(String.raw`\b(?:our|my|the|a|an) (?:[\w§‡-]+ ){0,4}(?:patient|survivor|recipient|graduate|success story), (?:a |an |the )?(?:(?:retired|local|former|young|longtime|beloved) )?(?:[a-z]+ ){1,3}$`);
/** "Devin T. at month nine" */
export const AT_MONTH = cue(String.raw`^,? (?:at|on) (?:post-?op )?(?:month|week|day|year) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\b`);
/** "one very grateful Father Dunleavy" */
export const GRATEFUL = cue(String.raw`\bone (?:very |so |truly )?(?:grateful|happy|proud|brave|beaming|tough|lucky|stubborn|special) $`);
/** "my husband Stavros" */
export const MINE = cue(String.raw`\bmy (?:\w+ )?(?:${RELATIVES}),? $`);
/** "Stickers wait at the desk for our patients:": what a list is of. */
export const LED_IN = cue(String.raw`\b(?:our|these|the|this month['’]s|more|following) (?:[\w§‡'’-]+ ){0,4}(?:patients|clients|residents|survivors|graduates|recipients|preemies|babies|newborns|little ones|kids|campers|members|participants|patients of the \w+)\b(?! (?:who|with|can|may|should|are|must|need|and|services|care))[^.!?]{0,50}:\s*$|\b(?:birthdays?|anniversar(?:y|ies)|milestones|graduations)\b[^.!?]{0,60}\b(?:day program|day cent(?:er|re)|memory (?:care|lane|unit|ward|wing)|group home|long-term care|skilled nursing|detox|residents|patients|clients|members|ward|assisted living|rehab|nicu|recovery|sobriety)\b[^.!?]{0,30}$|\b(?:no[- ]cavity|sobriety|recovery|nicu|rehab|smoke[- ]free|weight[- ]loss|quit) (?:club|birthdays?|graduates|milestones|grads|wall)\b[^.!?]{0,30}:?\s*$`);
export const RELATIVE_BEFORE = cue(String.raw`\b(?:my|our|his|her|your|their|whose|['’]s|parents|mom|mum|dad)(?: \w+)? ?(?:${RELATIVES})?,?(?: (?:mr|mrs|ms)\.?)? ?$`);
export const RELATIVE_STRICT = cue(String.raw`\b(?:${RELATIVES}),? $`);
export const SOMEBODY_BEFORE = cue(String.raw`\b(?:the|a|an|our|another|local|young) (?:[\w-]+ )?(?:man|woman|boy|girl|teen|teenager|toddler|infant|baby|newborn|couple|victim|driver|runner|retiree|veteran|widow|sisters|brothers|twins|siblings),? (?:named )?$|,? (?:a|an) [\w -]{3,40} (?:named|called) $`);
export const AGED_BEFORE = cue(String.raw`\b(?:[\w-]+[- ]years?[- ]old|(?:mom|mum|mother|father|dad|grandmother|grandfather)[- ]of[- ][\w-]+|aged? \d{1,3})(?: [\w-]+){0,3},? $`);
export const CELEBRATED = cue(String.raw`\b(?:rest easy|rest in peace|welcome home|proud of|congratulations|congrats|kudos|way to go|happy (?:birthday|anniversary)|shout ?out|get well(?: soon)?|best wishes|good luck|hats off|cheers|say (?:hi|hello|hey)|wave|high[- ]fives?|please welcome|welcoming|celebrating|round of applause|applause|cheering(?: for| on)?|rooting for|thank you|thanks)(?: so much| again)?(?:,| to| go to| for)?(?: (?:our|the) [\w§‡ -]{0,30})?[\s:!]*$`);
export const MEET = cue(String.raw`\b(?:meet|hear from|read about|watch|how|introducing|featuring|starring|like)\b[\s:"“*]*$`);
export const STORY_OF = cue(String.raw`\b(?:before\/after|before and after|photos?|pictures?|images?|video|interview|story|journey|case|testimonial|experience|chart|records?|results?) (?:of|for|with) $`);
export const ROOM_BEFORE = cue(String.raw`\b(?:Room|Rm|Bed|MRN|DOB|Acct|Patient name|Pt)\.?:? ?(?:\d[\w-]*)?(?: [A-Z])?(?:[,:]| [-–—|])?\s?$`);
/** `9:40 Whitaker – wart`: an appointment list. */
export const SCHEDULE_BEFORE = cue(String.raw`\b\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?[ ,:–—-]{1,3}$`);
export const FRAGMENT_BEFORE = cue(String.raw`[§‡][^.!?¤]{0,40}[,:–—|(-] ?$`);
export const ATTRIBUTED_BEFORE = cue(String.raw`(?:^|[\s"”’.!?*_])(?:[—–]|--?|―|~|by)\s{0,2}[*_]{0,2}$|["”]\s{1,2}[*_]{0,2}$|(?:^|[,.!?]?["”’]),? ?(?:says|said|recalls|recalled|adds|added|laughs|laughed|remembers|remembered|writes|wrote|explains|explained|shares|shared|smiles|jokes|beams|tells us|told us|notes|noted|admits)\s$`);
export const SPEAKS_AFTER = cue(String.raw`^(?: (?:from|of|in) [\w ,]{2,25}?)?,? (?:says|said|recalls|recalled|adds|added|laughs|laughed|remembers|remembered|writes|wrote|explains|explained|shares|shared|smiles|jokes|beams|told us|tells us|admits)\b`);
export const FIRST_PERSON = /(?<![A-Za-zÀ-ɏ'’])(?:I|I['’](?:m|ve|d|ll)|me|my|myself|mine|we|us|our)(?![A-Za-zÀ-ɏ])/;
export const MY_CARE = cue(String.raw`\b(?:my|me|I|I've|I'm|our)\b[^.!?]{0,80}${HEALTH}|${HEALTH}[^.!?]{0,60}\b(?:my|me|I)\b|\b(?:saved|changed|gave me|got|transformed) (?:back )?my life|gave me a (?:second )?chance|cared for me|treated me|fixed my|delivered (?:\w+ )?(?:my|our)|(?:found|caught|spotted|removed) (?:my|the) (?:tumou?r|cancer|lump|clot|problem)`);
export const QUOTED_CARE = cue(`(?:^|["“\\s*_>])[^.]{0,120}${HEALTH}`);
export const OWN_CARE = cue(String.raw`\b(?<!\b(?:with|by) )(?:his|her|their) own (?!(?:${RELATIVES}|patients?|practice|office|clinic)\b)(?:[\w-]+ ){0,2}${HEALTH}|\bwhen (?:she|he) (?:was|became|had)\b[^.]{0,40}${HEALTH}|\b(?:nurse|doctor|physician|dentist|surgeon|therapist)[- ]turned[- ]patient|\bknows both sides\b|\bfrom both sides of the (?:bed|rail|desk|curtain|table)\b|\bknows (?:our|the) [^.;!?]{3,40} from both sides\b|\bwas (?:the (?:one|patient) (?:on|in|under)|on (?:the (?:other side|table|receiving end)))\b|[:;,—–-] (?:she|he) (?:herself |himself )?(?:was|had been|has been) (?:\w+ly |once |also )?(?:treated|diagnosed|hospitali[sz]ed|a patient|admitted|operated on)\b`);
export const OWN_ILLNESS = cue(String.raw`\b(?:his|her) own (?:[\w-]+ ){0,2}§`);
export const ON_TABLE = cue(String.raw`\bwas (?:the (?:one|patient) (?:on|in|under)|on (?:the (?:other side|table|receiving end)))`);
/** Even of somebody who works here: "had a gastric bypass right here". */
export const IN_THIS_HOUSE = cue(String.raw`^[^.;!?¤]{0,60}(?:§|\b(?:surgery|operation|procedure|bab(?:y|ies)|treatment|implants?|transplant)\b)[^.;!?¤]{0,30}\b(?:right here|here (?:with us|at|in)|(?:at|in|with) (?:our own|us\b))|^[^.;!?¤]{0,80}\b(?:own|self) (?:[\w-]+ ){0,2}§`);
export const BEFORE_CARE = cue(String.raw`^(?: [\w-]+){0,4} (?:after|before|following|during) (?:his|her|their) (?:[\w-]+ ){0,3}${HEALTH}`);
export const NEWBORN = cue(String.raw`^,? (?:weigh(?:ed|ing|s)\b|(?:at |a )?\d{1,2} ?(?:lbs?|pounds?)\b)`);
export const NEWBORN_BEFORE = cue(String.raw`\b(?:bab(?:y|ies)|newborns?|arrivals?|births?) (?:of (?:the (?:year|month|week|day)|\d{4})|born here)[:,—–-]? ?$`);
export const OUR_PATIENT = cue(String.raw`^[^.!?]{0,80}\b(?:our|my|the) (?:[\w§‡-]+ ){0,6}patient\b(?! (?:care|coordinator|services|advocate|navigator|access|experience|safety|liaison|relations))`);
export const ORGAN_DONOR = cue(String.raw`(?:[§‡]|\b(?:kidney|liver|marrow|egg|sperm|organ|living|stem[- ]cell|milk|blood|tissue)) donor[\s:,]*$`);
export const SELF_AFTER = cue(String.raw`^[.:,?!]{0,2} ?["“](?:I|I['’]m|My|I['’]ve)\b`);
/** What only a person can be the subject of. */
export const HUMAN = cue(String.raw`^(?:,[^.;¤]{0,40},)? (?:was|had been|has been|is being|got) (?:\w+ly |first |also |later |just )?(?:diagnosed|admitted|discharged|rushed|airlifted|hospitali[sz]ed|born)\b|^ (?:underwent|gave birth|was born|came to us|lost \d+ pounds|relapsed|passed away)\b|^['’]s (?:\w+ )?(?:diagnosis|recovery|surgery|chemo\w*|journey|mom|mother|dad|father|son|daughter|wife|husband|tumou?r|doctors?|oncologist)\b`);
/** "plans meals with patients who have gout": the gout is theirs. */
export const OTHERS = /\b(?:with|for|to|of|help(?:s|ed)?|treat(?:s|ed)?|see(?:s|n)?|teach(?:es)?|serves?|among|many|other|most|some) (?:our |the |older |young |local )?(?:patients|people|clients|families|adults|children|women|men|teens|kids|seniors|veterans|athletes)\b/i;
export const beforeOthers = (after: string): string => {
  const match = OTHERS.exec(after);
  return match && !/\bone $/i.test(after.slice(0, match.index)) ? after.slice(0, match.index) : after;
};

/** "She is our proudest bypass graduate", said of the name before. */
/** "Her lumpectomy was on a Friday." */
export const NEXT_HERS = cue(String.raw`^\s*(?:Her|His) (?:own |first |second |last )?§ (?:was|were|had|has|is|came|went|took|left|began|started|lasted|turned|cost|would|could)\b`, '');
/** "Since his stroke Ladislav has painted": the pronoun comes before the name. */
export const CATAPHORA = cue(String.raw`(?:^|[.;:!?—–-]\s?|\b(?:but|and|so) )\W*(?:ever )?(?:since|after|before|following|despite|until) (?:the|an?|that|two|three|four|both) (?:[\w-]+ ){0,2}(?:[§‡]|surgery|operation|transplant|procedure|stents?),? (?:(?:Father|Sister|Brother|Coach) )?$|\b(?:since|after|before|despite|through|during|following|with|until|from) (?:his|her|their) (?:[\w-]+ ){0,3}${HEALTH},?(?: [\w-]+){0,2},? $`);
/** "his mom sent us the diary and we stepped up his controller" */
export const WE_DID = cue(String.raw`\bwe (?:\w+ly |just |then |also )?(?:[a-z]{2,}ed|cut|took|gave|saw|sent|found|made|put|set|got|did)(?: (?:up|off|down|out|back|in|on))? (?:his|her)\b`);
/** "who once could not climb our steps because of her asthma" */
export const HER_ILLNESS = cue(String.raw`^[^.;!?¤]{0,120}\b(?:because of|with|from|for|despite|after|before|during|by|of|since|about|over) (?:her|his) (?:[\w-]+ ){0,2}§(?! (?:practice|patients?|clinic|program|class|research|work|expertise|training|team|book|column|degree|fellowship|residency))`);
/** "Nurse Ines sat with Augusta the night before the mastectomy". */
export const STAYED_WITH = cue(String.raw`\b(?:sat (?:up )?with|stayed with|prayed with|hugged|comforted|wheeled|bathed) (?:little |our |old |young )?$`);
/** "Our youngest CPAP user is Imani". */
export const OUR_USER = cue(String.raw`\b(?:our|the) (?:[\w§‡-]+ ){0,4}(?:users?|wearers?|case|success|recipient|graduate|hero|champion|regular|guest|visitor|arrival|miracle|delivery|baby|newborn) (?:(?:is|was|has been) (?:named |called |little |baby )?|, (?:little |baby )?)$`);
export const MENDED_NEXT = cue(String.raw`^\s*(?:Then |So |Today |In \w+ |Last \w+ |This \w+ |On \w+ |Two \w+ ago |After [\w§‡ -]{3,30}, )?(?:[Ww]e\b|(?:[Oo]ur|[Tt]he) (?:[\w§‡-]+ ){0,3}(?:surgeons?|doctors?|dentists?|team|nurses?|specialists?|\w+ologists?|crew|staff)\b|(?:[Oo]ur own )?(?:¤|[Dd]r\.? \w+))[^.;!?¤]{0,30}\b(?:cleared|removed|fixed|repaired|caught|found|cut|took|treated|closed|drained|replaced|restored|rebuilt|set|pinned|saved|spotted|stopped|filled|cleaned|reset|sealed|unblocked|excised|froze|lasered|numbed)\b[^.;!?¤]{0,30}\b(?:it|them|him|her|his|theirs?)\b`);
/** "Last month we fixed his hernia." */
export const WE_MENDED_NEXT = cue(String.raw`\b[Ww]e \w+ (?:out |off |up )?(?:his|her) (?:[\w-]+ )?[§‡]`, '');
export const OUR_ONE = cue(String.raw`^ ?(?:,|is|was|['’]s|are|became) (?:also )?(?:one of )?(?:our|my) (?:[\w§‡'’-]+ ){0,5}(?:graduates?|patients?(?! (?:care|coordinator|services|advocate|navigator|access|experience|safety|liaison|relations))|clients?|survivors?|recipients?|success stor(?:y|ies)|miracles?|warriors?|fighters?|bab(?:y|ies)|preemies?|grads?|finishers?|heroe?s?|alumn\w+)\b`);
/** "A hepatitis C survivor. Please welcome …": what somebody is, told before the name. */
export const PATIENT_FRAGMENT = cue(String.raw`(?:^|[.!?]\s)(?:An? |Our )?(?:[\w§‡'’-]+ ){0,4}(?:patient|survivor|recipient|warrior|amputee|thriver|preemie)[.!?]["”’]?\s*$`);
/** What happened to somebody, or what somebody could not do: the predicate of a story, and of no biography. */
export const NARRATED = cue(String.raw`^(?:,[^.;]{0,80},| \([^)]{1,40}\))? (?:\w+ly |just |finally |still |once |first ){0,2}(?:could(?:n['’]t| not)?|can(?:['’]t|not)|had(?:n['’]t)?|was(?:n['’]t)?|would(?:n['’]t)?|did(?:n['’]t| not)|never|is (?:back|home|up|now|out)|kept|went|came|felt|thought|knew|lost|took|got|found|fell|slept|ate|drove|ran|rode|wore|told|put|let|hid|met|rang|sang|wept|woke|left|brought|spent|began|stood|sat|hurt|broke|tore|gave up|cried|ached|waited|struggled|stopped|needed|wanted|asked|noticed|suffered|walked|limped|arrived|returned|recovered|celebrated|finished|turned|danced|laughed|smiled|waved|breathed|healed|fought|tried)\b`);
export const PRONOUN_NEXT = /^\s*["“]?(?:She|He|Her|His)(?:['’]s|['’]d)?\b/;
/** "whose aorta we repaired", "we fixed both his shoulders", "the driver with the ruptured appendix". */
export const WHOSE = cue(String.raw`^,? whose (?:[\w-]+ ){0,3}[§‡]`);
export const WE_MENDED = cue(String.raw`^[^.;!?¤]{0,90}\b(?:we|our (?:team|surgeons?|doctors?|staff)) (?:\w+ly |just |finally |also )?(?:fixed|repaired|replaced|rebuilt|removed|treated|delivered|saved|operated on|straightened|whitened|reattached|reset|closed|opened|restored|mended|cured|healed) (?:both |all |most )?(?:of )?(?:his|her|their)\b`);
export const WITH_ILLNESS = cue(String.raw`^, (?:the|our|an?|that) (?:[\w-]+ ){1,4}with (?:the |an? |his |her )?(?:[\w-]+ ){0,2}[§‡]`);
/** "Conceived in our lab after four cycles": a sentence without its subject, which stands in the one before. */
export const ELLIPTIC = cue(String.raw`^\s*(?:Born|Conceived|Diagnosed|Treated|Delivered|Admitted|Discharged|Healed|Rushed|Airlifted|Operated on|Cured|Rebuilt|Transplanted|Down \d+|Lost \d+|Sober|Cancer-free|Pain-free|In remission|No more §|Two new|One new)\b`, '');
/** The same in Spanish, Portuguese, French, Italian and German. */
export const EXPERIENCED_ABROAD = cue(String.raw`^[^.;!?¤]{0,60}(?<!\p{L})(?:przeszł[ao]|przeszed\p{L}*|wrócił[ao] do|leczył[ao]? się|pokonał[ao]|lleva \p{L}+ (?:años|meses|semanas) (?:en|con|sin)|(?:nunca )?ha faltado a|con nosotros desde|gracias a nuestr[oa]|a retrouvé|après (?:sa|son) (?:opération|chirurgie|greffe|accident)|tras (?:su|la) (?:cirugía|operación)|después de (?:su|la) (?:cirugía|operación)|por compartir (?:su|tu) (?:testimonio|historia)|salió (?:caminando|adelante|del hospital)|se recuperó|operó|operamos|nació en|dio a luz|perdió \p{N}+|dejó de fumar|operad[oa]s?|đã mổ|đã phẫu thuật|được phẫu thuật|đã điều trị|được điều trị|đã khỏi|bị (?:bệnh|ung thư|tiểu đường)|ameliyat oldu|tedavi (?:gördü|oldu)|leikattiin|leikkauksessa|zoperowan[ayo]|opérée?s?|operiert|operat[oa]|diagnosticad[oa]|diagnostiquée?|diagnostiziert|hospitali[zs]ad[oa]|hospitalisée?|internad[oa]|ingresad[oa]|tratad[oa]|soignée?|behandelt|curat[oa]|curad[oa]|guérie?|geheilt|llegó con|llegó a nuestr[oa]|chegou com|sufr(?:e|ía|ió)|sofr(?:e|ia|eu)|padec\p{L}+|souffr\p{L}+|atteinte? d|leidet|litt (?:an|unter)|erkrankte?|soffr\p{L}+|venció|superó|venceu|vaincu|überlebte|sobrevivi\p{L}+|sobreviviente|remisión|rémission|nach (?:der|seiner|ihrer) (?:\p{L}|-)+|desde su (?:cirugía|operación)|depuis son opération|celebra \p{L}+ años sin)(?!\p{L})`, 'iu');
/** "our team reattached two fingers for carpenter Sal DiNardo". */
export const DONE_FOR = cue(String.raw`(?:¤|\b(?:we|i|(?:our|the) (?:[\w-]+ )?(?:team|surgeons?|doctors?|dentists?|staff|crew|hygienists?))) (?:\w+ly )?(?:re)?[a-z]+(?:ed|ilt|aved|ut|ade|ook|id) [^.;!?¤]{0,20}${HEALTH}[^.;!?¤]{0,20} (?:for|of|from) (?:(?:local|longtime|retired|our) )?(?:[a-z]+ ){0,2}$`);
/** "ask her about her new knees" */
export const ASK_HER = cue(String.raw`\bask (?:her|him|them) (?:about|how|to)\b[^.;!?]{0,40}${HEALTH}`);
/** "Great session with Marcus, three weeks out from his ACL". */
export const SESSION_WITH = cue(String.raw`\b(?:day|sessions?|visits?|time|morning|afternoon|evening|check-?ups?|appointments?|progress|results|chat|milestone|follow-?up) (?:today )?(?:with|for) (?:our |little |sweet |miss )?$`);
/** "— María Zepeda, paciente de terapia física" */
export const PATIENT_ABROAD_AFTER = cue(String.raw`^\.?,? (?:es |est |ist |é |è )?(?:una? |un |eine? |uma? |nuestr[oa] |notre |unsere? )?(?:pacientes?|patiente?s?|patientin|paziente|pacjent(?:ka)?|sobreviviente|bệnh nhân|pasyente)(?!\p{L})`, 'iu');
export const PATIENT_ABROAD = cue(String.raw`(?<!\p{L})(?:nuestr[oa]|notre|unsere?|nossa?|nostr[oa]|la|el|le|die|der)? ?(?:pacientes?|patientes?|patientin|patient|paziente|paciente) (?:de \d+ (?:años|ans|anos),? )?$`, 'iu');
/** "Two years after his laryngectomy, Pieter leads our choir": whose it was goes before. */
export const AFTER_HERS = cue(String.raw`\b(?:after|since|following|during|before|despite|through) (?:his|her|their|a|an) (?:own )?(?:[\w-]+ ){0,3}?[§‡][^.;!?¤]{0,30},? $`);
/** "joined the diabetes trial in May and her numbers fell": as its subject, and not as one of its team. */
export const JOINED_STUDY = cue(String.raw`^ (?:first |also )?(?:joined|enrolled in|entered|signed up for|took part in|started) (?:the|our|an?|this) (?:[\w§‡◊-]+ ){0,4}?(?:study|trial|registry|cohort|protocol|support group)\b(?! (?:team|as|group as|staff|coordinator|board|committee))[^.;!?]*\b(?:she|he|her|his)\b`);
/** "brought her son Mateo to the clinic" */
export const BROUGHT = cue(String.raw`\b(?:brought|took|carried|drove|rushed|takes|brings) (?:her|his|my|their|our) (?:[\w-]+ )?(?:${RELATIVES}),? $`);
/** "Back on her feet: …", "Day 12 post-op and …", "Her root canal took an hour, and …": who it was comes last. */
export const LED_UP_TO = cue(
  [
    String.raw`(?:^|[.!?]\s)\W*(?:[Bb]ack|‡|[Oo]ut|[Hh]ome|[Uu]p|[Ss]traight) (?:on|in|at|to|from|of) (?:her|his)\b[^.;!?¤]{0,50}(?:[:,]| [–—-]) ?$`,
    String.raw`\b(?:one|two|three|four|five|six|an?) (?:new )?(?:[\w-]+ )?(?:[§‡]|stents?|knees|hips|surgeries|operations|transplants?|implants?|casts?|rounds|cycles) later, (?:and )?$`,
    String.raw`(?:^|[.!?]\s)\W*[Tt]hanks to (?:an? |her |his |our |the )(?:[\w-]+ ){0,2}(?:§|scan|screening|surgery|transplant|operation|test)[^.;!?¤]{0,20}, $`,
    String.raw`\b(?:day|week|month) \d+ (?:post-?op|after (?:§|surgery)|of (?:§|chemo\w*|radiation|rehab))\b[^.;!?¤]{0,20}(?:[:,]| and| with| [–—-]) ?$`,
    String.raw`(?:^|[.!?]\s)\W*(?:[Hh]er|[Hh]is) (?:own |first |second |last |new )?(?:[\w-]+ )?(?:§|(?:${CARE})\b) (?!is\b|are\b|practice|clinic|team)[^.;!?¤]{3,60}(?:[,;] ?(?:and|but|so|yet)?| while| but| and) $`,
  ].join('|'),
);
/** ", our Monday regular, two knees later" */
export const LATER = cue(String.raw`^[^.;!?¤]{0,60}\b(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|(?:[a-z]+ )?(?:hundred|thousand|dozen)|an?) (?:new |short |long )?(?:[§‡]|[\w-]+ §|knees|hips|shoulders|surgeries|operations|transplants?|implants?|grafts|pounds|inches|injections|shots|stitches|screws|aligners|trays|infusions|rounds|cycles|sessions) later\b`);
/** "is teaching again with two new lenses", "flew home with a new heart valve" */
export const AGAIN_WITH = cue(String.raw`^[^.;!?¤]{0,60}\bon (?:a|his|her) (?:(?:new|donated|borrowed|second|titanium|bionic) )?(?:‡|§|kidney|liver|heart|knee|hip|leg) (?:that|we|from (?:his|her|a)|(?:he|she) (?:got|received))\b|^,? (?:thanks?|thanked|credits?|owes) (?:the|our) (?:[\w§‡◊-]+ ){0,3}(?:team|nurses?|doctors?|surgeons?|staff|unit|crew|therapists?|midwives|dentists?)\b[^.;!?¤]{0,30}\b(?:gave|got|saved|brought|put|taught|fixed|found|caught|delivered|giving|saving|bringing|getting|finding|fixing|pulled|kept) (?:him|her|his)\b|^[^.;!?¤]{0,80}(?:\bagain|\b(?:left|went|goes|flew|drove|came|walked|is) (?:back )?(?:home|out)(?: to [\w ]{2,20})?) (?:with|thanks to|on) (?:an? |his |her |two |both |three )(?:(?:new|working|donated|titanium|bionic) )(?:[\w-]+ )?(?:[§‡]|lenses|valves?|knees?|hips?|hearts?|kidneys?|lungs?|legs?|hands?|ears?|eyes?|teeth|smile)`);
/** "went home on May 5", of a page on those who lie there */
export const WENT_HOME = cue(String.raw`^,? (?:both |all |finally )?(?:went|goes|came|is|are|were sent) home (?:on|at|after|with|from|today|yesterday|this|last|in)\b`);
/** "on ten years of care with us" */
export const YEARS_OF_CARE = cue(String.raw`^,? on (?:his |her )?(?:[\w-]+ )?(?:years?|months?|days|decades?) (?:of|with|in|without) (?:care|treatment|sobriety|therapy|dialysis|recovery|remission|living with|being|§)`);
/** "Congrats to Ms. Petrosyan on baby number three" */
export const CONGRATULATED_ON = cue(String.raw`^,? on (?:(?:the )?(?:safe )?(?:birth|arrival)|baby\b|twins|triplets|becoming a (?:mom|mother|dad|father)|(?:your|her|his|their|an?|the|being) (?:[\w-]+ ){0,3}(?:§|days? (?:sober|clean)|weeks? (?:sober|clean)|months? (?:sober|clean)|pounds (?:lost|down)|bundle|baby|boy|girl|son|daughter|twins|smile)\b|\d+ (?:days|weeks|months|years|pounds|lbs))(?! shower)`);
/** "returns to the court after ACL surgery" */
export const RETURNS = cue(String.raw`^,? (?:is |was |will be )?(?:returns?|returned|back|came back|comes back|goes back|went back|‡) (?:to|on|at|in|behind|from)\b[^.;!?¤]{0,40}\b(?:after|following) (?:an? |the |[\w-]+ ){0,3}(?:[§‡]|surgery|injury|operation)`);
/** "talks about waking up paralyzed and learning to walk" */
export const TELLS_OF_LIFE = cue(String.raw`^,? (?:talks?|speaks|tells (?:us )?|opens up|spoke|talked|reflects) (?:about|of|on) (?:waking up|learning to (?:walk|talk|eat|speak|live|breathe|write) again|learning to walk|losing (?:his|her|an?) (?:‡|leg|arm|foot|breast|hair|voice|sight|hearing|baby)|surviving (?:an?|his|her|stage|§)|beating|being (?:told|diagnosed)|getting (?:sober|clean|diagnosed))\b(?! (?:[\w-]+ )?(?:patients|people|clients))`);
/** "Our rehab team made sure she did." */
export const OUR_TEAM_NEXT = cue(String.raw`^\s*(?:Our|The) (?:[\w§‡◊-]+ ){0,3}(?:team|surgeons?|therapists?|doctors?|nurses?|dentist|crew|unit) (?:made sure|got|helped|taught|gave|had|saw to it|put|told|kept|walked|pulled|brought)\b[^.!?]{0,40}\b(?:she|he|her|him|his)\b`, '');
/** "T.R., b. 6 May 1951": a birthday is told of a person, and a whole one in copy of care of a patient. */
export const BORN_AFTER = cue(String.raw`^,? ?\(?(?:(?:b\.|born(?: on)?|d\.?o\.?b\.?:?) ?|\*\s?)(?:\d{1,2}[./ -]|\d{4}-\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)`);
const LAB = String.raw`(?:hb)?a1c|tsh|inr|psa|ldl|hdl|egfr|cd4|ferritin|h(?:a)?emoglobin|potassium|creatinine|triglycerides|cholesterol|platelets|viral load|troponin|bilirubin|vitamin d|b12|t-score|ejection fraction|blood sugar|blood pressure|glucose|bmi`;
/** No "blood pressure screening, May 18". */
const VALUE_OF = String.raw`(?:(?!\b(?:screen|check|clinic|class|fair|guide|chart|range|kit|monitor|program|month|week|talk|test(?:ing|s)?\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[^.;!?¤\d]){0,30}`;
/** "TSH 9.2": a figure from the laboratory beside a name, whose it is. */
export const LAB_AFTER = cue(String.raw`^(?:['’]s|['’]|,|:| [–—-]|,? whose| brought (?:her|his)| got (?:her|his)| lowered (?:her|his)| had an?)? (?:(?:last|latest|new|first|fasting|morning) )?(?:${LAB})\b${VALUE_OF}\d`);
export const LAB_BEFORE = cue(String.raw`\b(?:${LAB})\b${VALUE_OF}\d[\d.,/%]*(?: (?:to|and|on|in|at|from|this|last|[a-z]+ \d+|undetectable)[^.;!?¤]{0,40})?(?:: (?:that (?:was|is) )?| (?:was|for|said [^.;!?¤]{0,30} of|belongs to|that was) )$`);
/** "The first person in the county to receive the pacemaker was …" */
export const FIRST_TO_HAVE = cue(String.raw`\b(?:first|second|last|latest|youngest|oldest|\d+(?:st|nd|rd|th)|hundredth|thousandth) (?:person|patient|man|woman|child|adult|baby|one|recipient|veteran|teenager)\b[^.;!?¤]{0,60} (?:to (?:receive|get|undergo|have|be (?:implanted|treated|fitted|operated)|go home)|with)\b[^.;!?¤]{0,60}(?: (?:was|is)|:|,) (?:our own |the )?$`);
/** "The child, identified by her parents as …" */
export const IDENTIFIED_AS = cue(String.raw`\b(?:patient|child|boy|girl|victim|baby|infant|newborn|teen\w*|(?:injured|sick|burned|wounded) (?:man|woman|driver|hiker|swimmer|worker|student)),? (?:who (?:was|is) )?(?:identified|named|known)(?: [^.;¤]{3,40})? (?:as|only as) $`);
/** "the names of our liver recipients. Newest: …" */
export const RECIPIENTS = cue(String.raw`\b(?:liver|kidney|heart|lung|organ|transplant|marrow|stem cell|cornea|pacemaker|[§‡])(?: transplant| [§‡])? recipients?\b(?: [^.!?]{0,40})?[.:,]?(?: (?:the )?(?:newest|latest|most recent|last)[^.:!?¤]{0,24}[:,])? (?:¤(?:, (?:and )?| and ))*$`);
/** "who let our film crew follow him through radiation" */
export const FILMED = cue(String.raw`^,? (?:who )?(?:let|lets|allowed|allows|invited|agreed to let) (?:us|me|cameras|our [\w -]{2,25}|the [\w -]{2,25}|an? [\w -]{2,25}?) (?:to )?(?:follow|film|photograph|shadow|watch|record|document|come along with) (?:him|her|them|his|her|their)\b[^.;!?¤]{0,60}(?:[§‡]|\b(?:${CARE}|radiation|chemo\w*|dialysis|rehab|transplant|labou?r|delivery|treatments?)\b)`);
