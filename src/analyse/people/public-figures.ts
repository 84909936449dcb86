import type { NameMention } from './names.ts';

/** Persons of history and of the news whose health copy tells again and again. Given name and surname, in lower case. */
const FIGURES = new Set(
  `florence nightingale|clara barton|marie curie|louis pasteur|alexander fleming|edward jenner|jonas salk|albert sabin|joseph lister|ignaz semmelweis|john snow|robert koch|william osler|elizabeth blackwell|virginia apgar|rosalind franklin
  helen keller|henrietta lacks|lou gehrig|sigmund freud|carl jung|carl rogers|viktor frankl|abraham maslow|ivan pavlov|alfred adler|aaron beck|marsha linehan|marcus aurelius|mahatma gandhi|martin luther|nelson mandela|albert einstein|isaac newton
  charles darwin|leonardo vinci|vincent gogh|frida kahlo|claude monet|ludwig beethoven|virginia woolf|sylvia plath|ernest hemingway|emily dickinson|john keats|frederic chopin|abraham lincoln|franklin roosevelt|eleanor roosevelt|theodore roosevelt|john kennedy
  ruth ginsburg|dwight eisenhower|marie kondo|winston churchill|jimmy carter|ronald reagan|nancy reagan|betty ford|rosalynn carter|barbara bush|george bush|bill clinton|joe biden|donald trump|barack obama|michelle obama|kamala harris|jill biden|bernie sanders|john mccain|john fetterman|gabrielle giffords
  angelina jolie|christina applegate|michael fox|muhammad ali|christopher reeve|magic johnson|arthur ashe|lance armstrong|charlie sheen|freddie mercury|rock hudson|ryan white|greg louganis|selena gomez|lady gaga|toni braxton|nick cannon|nick jonas|halle berry
  tom hanks|sharon stone|robin williams|chadwick boseman|steve jobs|stephen hawking|michael phelps|simone biles|naomi osaka|serena williams|venus williams|kevin love|demar derozan|tiger woods|tom brady|patrick mahomes|damar hamlin|bo jackson|joe namath
  oprah winfrey|dolly parton|katie couric|robin roberts|al roker|hoda kotb|savannah guthrie|ellen degeneres|kim kardashian|khloe kardashian|kourtney kardashian|kylie jenner|caitlyn jenner|elon musk|kelly osbourne|ozzy osbourne|sharon osbourne|rebel wilson|amy schumer
  olivia munn|julia dreyfus|kylie minogue|sheryl crow|melissa etheridge|cynthia nixon|shannen doherty|suzanne somers|farrah fawcett|patrick swayze|alex trebek|bruce willis|emma heming|chris hemsworth|hugh jackman|ryan reynolds|blake lively|ben stiller|robert niro
  mariah carey|demi lovato|britney spears|justin bieber|hailey bieber|billie eilish|taylor swift|kanye west|jay z|beyonce knowles|lizzo jefferson|catherine jones|kit harington|matthew perry|drew barrymore|jamie curtis|ben affleck|brad pitt|jennifer aniston
  chrissy teigen|john legend|meghan markle|kate middleton|anthony fauci|sanjay gupta|mehmet oz|andrew huberman|peter attia|deepak chopra|brene brown|gabor mate|bessel kolk|oliver sacks|atul gawande|paul farmer|andrew weil|c everett koop|benjamin spock|susan komen|ryan white|katie beckett|jimmy fund|harry potter|peter pan|sherlock holmes|mickey mouse|charlie brown|homer simpson|walter white|santa claus|mary jane|trader joe|uncle sam|terry fox|serena williams|ronald mcdonald|tommy john|warren buffett|bill gates|melinda gates|jeff bezos|mark zuckerberg|michael jordan|lebron james|stephen curry|martha stewart|gwyneth paltrow|jessica alba|reese witherspoon|viola davis|denzel washington|morgan freeman|whoopi goldberg|samuel jackson|george clooney|michael strahan|prince harry|john travolta|kelly preston|gilda radner|fran drescher|lucille ball|johnny cash|bob marley|john lennon|kurt cobain|philip hoffman|steve irwin|dwayne johnson|kevin hart|amy winehouse`
    .split(/[|\n]/).map((name) => name.trim()),
);

/** A first name and a surname that together belong to somebody everybody knows. */
export const isPublicFigure = ({ form, given, surname }: { readonly form: NameMention['form']; readonly given: string | undefined; readonly surname: string | undefined }): boolean =>
  form === 'full' && given !== undefined && surname !== undefined && FIGURES.has(`${given} ${surname}`);
