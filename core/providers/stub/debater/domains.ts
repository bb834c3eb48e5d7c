/** Words for the things that every argument in a field is about; each fits into sentences as its comment says. */
export interface Domain {
  /** Beginnings of lower-case topic words that belong to the field. */
  readonly keywords: readonly string[];
  /** Those who live with the result: plural, with its article. */
  readonly people: string;
  /** What can be counted: singular, with its article. */
  readonly measure: string;
  /** The event to be afraid of: singular, with its article. */
  readonly failure: string;
  /** What it takes: a noun without a verb. */
  readonly cost: string;
  /** The smallest honest trial. */
  readonly step: string;
  /** The mechanism most proposals come back to: singular or uncountable. */
  readonly lever: string;
  /** The good that is wanted, and the good that pays for it: uncountable. */
  readonly gain: string;
  readonly loss: string;
  /** The earliest warning: singular, with its article. */
  readonly sign: string;
}

/** The field of a topic that fits no other. */
export const generalDomain: Domain = {
  keywords: [],
  people: 'the people who have to live with it',
  measure: 'the share of cases that go well unaided',
  failure: 'a quiet mistake that nobody owns',
  cost: 'the time of those who already have too little',
  step: 'one small case of known size',
  lever: 'a clear rule with a named owner',
  gain: 'speed',
  loss: 'care',
  sign: 'a growing list of exceptions',
};

const listed = (words: string): readonly string[] => words.split(' ');

/** In the order in which equal scores are decided. */
export const domains: readonly Domain[] = [
  {
    keywords: listed(
      'network edge latenc server cloud distribut cluster database failover offline internet protocol',
    ),
    people: 'the engineers on call',
    measure: 'the time to recover from a lost site',
    failure: 'a partition that cuts half of the sites off',
    cost: 'spare capacity that stands idle',
    step: 'one region with three sites',
    lever: 'automatic failover',
    gain: 'availability',
    loss: 'consistency',
    sign: 'a slow rise in retries',
  },
  {
    keywords: listed(
      'software code api monolith microservice deploy program refactor rewrite framework library bug test release open-source legacy',
    ),
    people: 'the developers who maintain it',
    measure: 'the time from a reported fault to its repair',
    failure: 'a release that is stuck in production',
    cost: 'months of work behind the scenes',
    step: 'one module with a clear border',
    lever: 'a test at every border',
    gain: 'speed of change',
    loss: 'stability',
    sign: 'a review queue that keeps growing',
  },
  {
    keywords: listed('ai llm model agent machine automation robot algorithm chatbot neural prompt'),
    people: 'the people whose cases it decides',
    measure: 'the share of answers that a careful reader would sign',
    failure: 'a fluent mistake that nobody checks',
    cost: 'review by people who know the subject',
    step: 'one task with a known right answer',
    lever: 'a second reader for every decision that matters',
    gain: 'automation',
    loss: 'accountability',
    sign: 'a reviewer who no longer finds anything',
  },
  {
    keywords: listed(
      'climate energy carbon nuclear solar wind grid emission fossil hydrogen heat battery electric',
    ),
    people: 'the households with the smallest bills to spare',
    measure: 'the tonnes avoided for each unit of money',
    failure: 'a dark and windless fortnight',
    cost: 'capital that is bound for decades',
    step: 'one district with its own meter',
    lever: 'a price that rises on a published schedule',
    gain: 'decarbonisation',
    loss: 'affordability',
    sign: 'a reserve margin that shrinks every winter',
  },
  {
    keywords: listed(
      'city cities urban traffic transport car bike bus housing rent street neighbo train railway centre',
    ),
    people: 'the residents of the outer districts',
    measure: 'the door-to-door time of an ordinary trip',
    failure: 'a closed road on a day of strikes',
    cost: 'street space that somebody uses today',
    step: 'one district for one year',
    lever: 'a better service that comes first',
    gain: 'quiet',
    loss: 'access',
    sign: 'a queue that only moves elsewhere',
  },
  {
    keywords: listed('school educat student teach universit homework exam learn class pupil grade'),
    people: 'the pupils who study alone at home',
    measure: 'what is still known half a year later',
    failure: 'a year group that falls behind unseen',
    cost: 'hours that teachers lack',
    step: 'two classes for one term',
    lever: 'short and frequent feedback',
    gain: 'independence',
    loss: 'guidance',
    sign: 'a falling share of finished work',
  },
  {
    keywords: listed('health medic hospital patient doctor vaccin disease drug nurse therap mental care'),
    people: 'the patients with several conditions at once',
    measure: 'the days that patients spend well and at home',
    failure: 'a missed warning at a change of shift',
    cost: 'time that nurses take from the bedside',
    step: 'one ward for one quarter',
    lever: 'a checklist with a named owner',
    gain: 'safety',
    loss: 'throughput',
    sign: 'a rising number of near misses',
  },
  {
    keywords: listed(
      'work remote office team meeting employ hire hiring week manager company job hybrid overtime',
    ),
    people: 'the newest members of the team',
    measure: 'the share of promises kept on the day they were due',
    failure: 'a key person who leaves with the knowledge',
    cost: 'attention that is split between two places',
    step: 'two teams for one quarter',
    lever: 'decisions that are written down',
    gain: 'focus',
    loss: 'closeness',
    sign: 'a question that is asked three times',
  },
  {
    keywords: listed(
      'tax income econom market money bank trade wage inflation invest budget price basic fund welfare',
    ),
    people: 'the households in the lowest fifth',
    measure: 'the income left after fixed costs',
    failure: 'a promise that the next budget breaks',
    cost: 'revenue that is missing elsewhere',
    step: 'one region for three years',
    lever: 'a rule that adjusts itself every year',
    gain: 'security',
    loss: 'incentive',
    sign: 'a waiting list that nobody publishes',
  },
  {
    keywords: listed(
      'privacy data surveillance secur encrypt law regulat right police court consent tracking identity',
    ),
    people: 'the people whose data it is',
    measure: 'the number of people who could read a record',
    failure: 'a leak that is found by outsiders',
    cost: 'checks that slow honest work down',
    step: 'one register with full logging',
    lever: 'access that expires by itself',
    gain: 'protection',
    loss: 'convenience',
    sign: 'an account that nobody remembers opening',
  },
  {
    keywords: listed(
      'food farm agricultur meat water crop soil forest fish land biodivers wolf wolves animal',
    ),
    people: 'the growers with the thinnest margins',
    measure: 'the yield over ten ordinary years',
    failure: 'a second dry spring in a row',
    cost: 'income lost in the years of change',
    step: 'three farms on different soils',
    lever: 'payment for results',
    gain: 'resilience',
    loss: 'yield',
    sign: 'a water table that drops every summer',
  },
  {
    keywords: listed(
      'social media news speech platform election democra vote citizen politic communit museum art',
    ),
    people: 'the people who seldom speak up',
    measure: 'the share of losers who trust the result',
    failure: 'a rumour that outruns its correction',
    cost: 'endless moderation',
    step: 'one town and one question',
    lever: 'a drawn-by-lot panel with a published reasoning',
    gain: 'openness',
    loss: 'order',
    sign: 'a loud minority that grows louder',
  },
  {
    keywords: listed(
      'product startup customer feature user launch design brand growth pricing app onboarding',
    ),
    people: 'the customers who leave in silence',
    measure: 'the share of new users who come back in the fourth week',
    failure: 'a launch that pleases everyone a little',
    cost: 'work on features that few people open',
    step: 'twenty users and one week',
    lever: 'one promise that is kept completely',
    gain: 'reach',
    loss: 'depth',
    sign: 'a discount that is needed every month',
  },
  {
    keywords: listed(
      'space mars moon rocket science research physics laborator peer publish experiment telescope',
    ),
    people: 'the researchers at the start of their careers',
    measure: 'the number of results that others could repeat',
    failure: 'a mission with a single point of failure',
    cost: 'instruments that exist only once',
    step: 'one instrument on a shared platform',
    lever: 'plans that are registered before the data come in',
    gain: 'discovery',
    loss: 'certainty',
    sign: 'a schedule that slips by the same month every month',
  },
];
