/** Word classes that finding persons needs and that no vocabulary holds: grammar, addresses, organisations, calendars. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Titles that say nothing about a role in care: whoever bears one may be the patient. */
export const PERSONAL_TITLES = set('mr mrs ms miss mx messrs madam mister missus master sr sra srta señor señora señorita doña mme mlle herr frau grandma grandpa granny aunt uncle auntie nana baby little coach officer deputy bà ông cô chị anh bác cháu pani bayan hanım rouva sergeant sgt private corporal firefighter smt shri shrimati thiru tía tío monsieur madame signora signor kyria kyrios mevrouw meneer');

/** Titles of people who give care. */
export const PROVIDER_TITLES = set('dr drs doctor prof professor nurse dra doctora doktor matron midwife');

/** Titles of an office or a calling: whoever bears one is public until the words around tell of care. */
export const OFFICE_TITLES = set('sister rev reverend chaplain pastor rabbi imam fr hon justice sen senator gov governor rep congressman congresswoman mayor sheriff sir dame lord lady capt captain lt col gen');

/** Last words of organisations, buildings, streets and places: the capitals before them name no person. */
export const ORGANIZATION_NOUNS = set(`academy alliance apartments associates association auditorium authority award awards bank board brothers building campus campaign
 aesthetics cathedral center centers centre centres chapel chapter church circle city clinic clinics club coalition college commission committee community company conference
 congregation consortium corporation council county court dental dentistry department dermatology diagnostics district division endowment endodontics enterprises facility family
 fellowship festival field firm foundation fund gallery gardens group guild hall health healthcare high home hospice hospital hospitals house imaging inc initiative
 institute international island isle journal laboratories laboratory labs lecture lectureship library llc llp lodge ltd maternity medical medspa medicine memorial ministries
 ministry museum network oncology optometry organization orthodontics orthopaedics orthopedics parish park partners partnership pavilion pediatrics pharmacy physicians
 physiotherapy pllc practice press prize program programme project psychiatry publishing radiology region rehab rehabilitation residence resort ridge scholarship school schools
 roofing plumbing heating cooling catering construction insurance realty motors auto hardware florist florists bakery brewing brewery landscaping electric farms foods café cafe diner grill market grocery salon photography productions consulting solutions technologies nursery orchards vineyards winery outfitters jewelers furniture books toys bicycles tavern pizzeria cleaners laundry storage towing trucking
 service services shelter society spa specialists sports station stores street studio studios suite surgery surgical symposium systems system team temple theater theatre therapeutics therapy tower towers
 township trust union university urgent urology vision ward wellness wing ymca ywca`);

export const STREET_NOUNS = set('street st avenue ave road rd boulevard blvd lane ln drive dr court ct place pl square sq way terrace parkway pkwy highway hwy circle cir trail row crescent close mews');

/** Nouns that turn the name before them into a thing: disease, manoeuvre, score. */
export const EPONYM_NOUNS = set(`disease disorder syndrome sign signs maneuver manoeuvre procedure procedures procedure test tests technique method score scale classification criteria index frame frames operation
 repair fracture lymphoma palsy phenomenon tumor tumour reflex catheter position exercise exercises diet trial law act lecture award prize thyroiditis contracture esophagus nodule node nodes curve smear formula
 equation staging grade cell cells angle lines bodies body chart fluid tube device brace bandage clamp drain drains collar splint cast valve needle pump ring pouch block screw plate waiver waivers program programs rule amendment act suture flap graft scan stain system principle principles protocol approach institute`);

const MONTHS = 'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec';
const DAYS = 'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thur thurs fri sat sun';
export const CALENDAR = set(`${MONTHS} ${DAYS} christmas easter thanksgiving halloween hanukkah ramadan diwali valentine valentines`);

/** Words that open a sentence or a heading with a capital and belong to no name. */
export const GRAMMAR = set(`a about above according across actual after again against ago all almost along already also although always am among an and another any anyone are around as ask at away back be because became
 become been before behind being below best between beyond big book both but by call came can come contact could day dear did do does doing done down during each early either else english even ever every few final finally first five
 following for four free from full get glad happy sorry thrilled delighted awesome wonderful amazing absolutely definitely give go good got great had happy has have having he hear hello help her here hers hey hi him his hola how however i if i'm i've i'd i'll im in inside instead into is it it's its itself join
 just keep know last learn least less let let's like live long look made make many may maybe me meet mine more most much must my myself near need never new next nine no nobody none nor not nothing now of off often oh ok old on once one
 only onto open or other others our ours out over own part patient patients people per perhaps photo please read real reminder re reply response review right said same say says see send seven several shall share she should since six so some someone
 something soon spotlight still story such survivor survivors take tell ten text than thank thanks that that's the their them then there these they they're this those though three through thus to today together tomorrow tonight too toward towards two
 under until up upon us use very via view visit want was watch we we'd we'll we're we've week welcome well were what what's when where whether which while who whose why wife will with within without won't work would write year years yes yet you you'll you're you've your yours
 north south east west northern southern eastern western central
 actor actress author singer comedian gymnast quarterback pitcher rapper novelist journalist senator congressman congresswoman councilwoman councilman deacon elder coach class pinned caption photo
 dob mrn ssn dx id er icu ent aka faq usa uk us nhs hiv mri ct`);

/** Words of grammar in Spanish, Portuguese, French, Italian and German that look like names when a line is all capitals or opens with them. */
export const FOREIGN_GRAMMAR = set(`al con del desde el ella en era es esta este fue ha han hasta la las le les lo los más me mi mis muy más no nos o para pero por porque que se si sin sobre son su sus también tan te tu un una uno unos y ya yo
 au aux avec ce ces cette chez dans de des du elle elles est et il ils je leur leurs ma mais mes moi mon notre nos nous on ou où par pas plus pour qui sa ses son sont sur très tu un une vos votre vous
 ao aos as com da das do dos e em eu foi mais meu minha na nas não nem no nos os ou pela pelo seu sua são um uma
 alla anche che ci come dal dalla degli dei della delle di gli ho il io lei loro mia mio nel nella non per più questa questo sono suo una
 als am an auch auf aus bei bin das dass dem den der die du ein eine einem einen einer er es für hat ich ihr ihre im in ist mein meine mich mit nach nicht noch oder sehr sich sie sind uns unser unsere und vom von vor war wie wir wurde zu zum zur`);

export const STATES: ReadonlySet<string> = set(`alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine
 maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming england
 scotland wales ireland canada ontario quebec alberta manitoba saskatchewan australia queensland victoria tasmania america germany france mexico india china spain italy europe`);

export const STATE_CODES: ReadonlySet<string> = set(`AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR
 ON QC BC AB MB SK NS NB NL PE NSW VIC QLD TAS`);

export const RELATIVES = `mother|mom|mum|mommy|mama|father|dad|daddy|papa|parents?|son|daughter|sons|daughters|child|children|kids?|baby|babies|twins?|triplets|wife|husband|spouse|partner|fianc[eé]e?|boyfriend|girlfriend|brother|sister|siblings?|grand(?:ma|pa|mother|father|son|daughter|child|dad)|granny|nana?|aunt|uncle|cousin|niece|nephew|step(?:mom|dad|mother|father|son|daughter)|mother-in-law|father-in-law|widow(?:er)?|toddler|newborn|infant|little (?:girl|boy|one)|caregiver|carer|donor`;

/** Cities and counties that are given names or surnames too: alone they are taken for the place. */
export const PLACE_NAMES: ReadonlySet<string> = set(`abilene ada alexandria adelaide albany alton arlington asheville athens augusta aurora austin beaumont belmont berkeley bloomington boise boston bradford branson brandon bristol
 brooklyn burlington cairo calvin camden canton carlisle carson chandler charlotte charleston chelsea chester cheyenne clayton cleveland clinton columbia columbus compton concord corona covington crawford dallas dalton davenport
 dayton decatur denton denver detroit dover dublin durham easton elgin elkhart eugene evanston everett fairfax fargo florence franklin fremont garland geneva gilbert glendale granville greeley greenville hamilton hampton hayward
 helena henderson houston hudson huntington irvine irving jackson jefferson jordan kent kenosha lafayette lancaster laredo laurel lawrence lexington lima lincoln london lowell lynn macon madison manchester marietta marion marshall
 memphis mesa milan milford milton monroe montgomery naples nashville newport newton norman norwood odessa ogden olympia omaha orlando oxford paris parker phoenix portland preston princeton quincy racine raleigh reno richmond
 rochester rockford rome roswell salem salina sanford savannah sedona shelby sheffield sherman somerset spencer springfield stamford stockton sydney tacoma temple trenton troy tucson tulsa tyler vernon victoria vienna waco warren
 warwick washington webster weston wilmington winchester windsor winston worcester york`);
