import type { Grammar } from '../../grammar.ts';

export const slips: Grammar['slips'] = {
  meaning: {
    ppl: 'people',
    peeps: 'people',
    emps: 'employees',
    whats: "what's",
    thats: "that's",
    dont: "don't",
    cant: "can't",
    isnt: "isn't",
    arent: "aren't",
    wont: "won't",
    doesnt: "doesn't",
    didnt: "didn't",
    havent: "haven't",
    theres: "there's",
    lets: "let's",
    im: "i'm",
    ive: "i've",
    youre: "you're",
    weve: "we've",
    pls: 'please',
    plz: 'please',
    thru: 'through',
    tz: 'timezone',
    hq: 'headquarters',
    hrs: 'hours',
    r: 'are',
    u: 'you',
    frm: 'from',
    wek: 'week',
    wk: 'week',
    tmrw: 'tomorrow',
    mnth: 'month',
    w: 'with',
  },
  keyWords:
    'office warehouse retail store supermarket boutique hospital clinic healthcare medical factory manufacturing plant production school college university kindergarten logistics distribution people employees workers users staff colleagues security basic enhanced standard maximum called named opening closing hours close until around clock midnight morning evening afternoon timezone expected thirty forty fifty sixty seventy eighty ninety hundred twenty twelve fifteen urgent today month center centre roughly shifts actually suggested draft'.split(
      ' ',
    ),
  never:
    'protection officer officers offices stuff basis basics story stone stored stores stove shore stare stage state start stays plane planet plants plans planned plain planter house hour closed closet closer closes closely clothes clocks clerk cloak choose chose cause worker working works mouth months opened opens names name caller calls calling canter entered centers centres centered sixth eighth eight fifth forth fort employee employer employers employed schools scholar colleges collage clinics clinical hospitals detail details warehouses twentieth hundreds drafts drift suggest suggests medial secure securely usually actual under upper using user uses expects expect seventh evenings mornings unlit ground round standards standing products productions urgently urgency shift shafts shirts ships crafts staffed'.split(
      ' ',
    ),
};
