// An English word as it stands in a text in; the words under which a dictionary may have it out.

/** What follows no rule: base form and its others, of the words people meet. A base form may be met as another word too ("saw"). */
const IRREGULAR = `be am is are was were been being|have has had|do does did done|go goes went gone|say said|get got gotten|make made
|know knew known|think thought|take took taken|see saw seen|come came|give gave given|find found|tell told|become became|leave left
|feel felt|put|bring brought|begin began begun|keep kept|hold held|write wrote written|stand stood|hear heard|let|mean meant|set|meet met
|run ran|pay paid|sit sat|speak spoke spoken|lie lay lain lying|lead led|read|grow grew grown|lose lost|fall fell fallen|send sent
|build built|understand understood|draw drew drawn|break broke broken|spend spent|cut|rise rose risen|drive drove driven|buy bought
|wear wore worn|choose chose chosen|seek sought|throw threw thrown|catch caught|deal dealt|win won|forget forgot forgotten|lay laid
|fight fought|teach taught|eat ate eaten|sing sang sung|strike struck stricken|hang hung|shake shook shaken|ride rode ridden|feed fed
|shoot shot|drink drank drunk|hide hid hidden|sell sold|swim swam swum|fly flew flown|steal stole stolen|sleep slept|wake woke woken
|freeze froze frozen|bear bore borne born|bite bit bitten|blow blew blown|burn burnt|creep crept|dig dug|dream dreamt|flee fled
|forbid forbade forbidden|forgive forgave forgiven|grind ground|kneel knelt|lend lent|light lit|ring rang rung|sew sewn|shine shone
|show shown|shrink shrank shrunk|sink sank sunk|slide slid|smell smelt|spell spelt|spill spilt|spin spun|spit spat|split|spoil spoilt
|spring sprang sprung|stick stuck|sting stung|stink stank stunk|stride strode stridden|strive strove striven|swear swore sworn
|sweep swept|swell swollen|swing swung|tear tore torn|tread trod trodden|weave wove woven|weep wept|wind wound|wring wrung|bend bent
|bind bound|bleed bled|breed bred|cling clung|dwell dwelt|fling flung|lean leant|leap leapt|learn learnt|mow mown|prove proven|saw sawn
|shear shorn|shed|shrive shrove shriven|slay slew slain|sling slung|slink slunk|smite smote smitten|sow sown|speed sped|strew strewn
|string strung|arise arose arisen|awake awoke awoken|behold beheld|beseech besought|bespeak bespoke bespoken|bid bade bidden
|beget begat begotten|cleave clove cloven|clothe clad|foresee foresaw foreseen|overcome overcame|undergo underwent undergone
|undertake undertook undertaken|withdraw withdrew withdrawn|withhold withheld|withstand withstood|mistake mistook mistaken
|partake partook partaken|rend rent|hew hewn|lade laden|chide chid chidden|die died dying|tie tying|vie vying|can could|may might
|will would|shall should|man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|louse lice|ox oxen|person people
|die dice|penny pence|brother brethren|cactus cacti|focus foci|fungus fungi|nucleus nuclei|radius radii|stimulus stimuli|syllabus syllabi
|alumnus alumni|analysis analyses|basis bases|crisis crises|diagnosis diagnoses|hypothesis hypotheses|oasis oases|parenthesis parentheses
|thesis theses|axis axes|phenomenon phenomena|criterion criteria|datum data|medium media|bacterium bacteria|curriculum curricula
|memorandum memoranda|stratum strata|erratum errata|appendix appendices|index indices|matrix matrices|vertex vertices|vortex vortices
|larva larvae|alga algae|antenna antennae|formula formulae|vertebra vertebrae|nebula nebulae|corpus corpora|genus genera|opus opera
|leaf leaves|loaf loaves|thief thieves|half halves|calf calves|knife knives|life lives|wife wives|wolf wolves|shelf shelves|self selves
|elf elves|sheaf sheaves|scarf scarves|hoof hooves|wharf wharves|dwarf dwarves|good better best|well better best|bad worse worst
|far farther farthest further furthest|little less least|many more most|much more most|late latter last|old elder eldest`;

const BASES = new Map<string, string[]>();
for (const line of IRREGULAR.split('|')) {
  const [base = '', ...forms] = line.trim().split(/\s+/);
  for (const form of forms) BASES.set(form, [...(BASES.get(form) ?? []), base]);
}

/** Endings and what may have stood in their place, the likeliest first. */
const ENDINGS: readonly (readonly [ending: string, instead: readonly string[]])[] = [
  ['ies', ['y', 'ie']],
  ['ied', ['y', 'ie']],
  ['ier', ['y']],
  ['iest', ['y']],
  ['ying', ['y', 'ie']],
  ['ves', ['f', 'fe', 've']],
  ['es', ['e', '']],
  ['s', ['']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['er', ['', 'e']],
  ['est', ['', 'e']],
  ['ly', ['', 'le']],
  ["'s", ['']],
  ["s'", ['s', '']],
];
const DOUBLED = /([bdfgklmnprstvz])\1$/;

/** Base forms that a word may be of, the likeliest first; the word itself is none of them. Whether they are words is for a dictionary to say. */
export function englishBases(word: string): readonly string[] {
  const bases = new Set(BASES.get(word) ?? []);
  for (const [ending, instead] of ENDINGS) {
    if (!word.endsWith(ending) || word.length < ending.length + 2) continue;
    const stem = word.slice(0, -ending.length);
    for (const each of instead) bases.add(stem + each);
    // "stopped" is of "stop"; "fall" is of itself.
    if (DOUBLED.test(stem) && ending !== 's') bases.add(stem.slice(0, -1));
  }
  bases.delete(word);
  return [...bases];
}
