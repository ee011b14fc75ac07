import type { Grammar } from '../../grammar.ts';

export const security: Grammar['security'] = {
  levels: {
    basic: [
      'basics?',
      '(?<=the )(?:lowest|simplest|cheapest)(?: one)?',
      'standard',
      'normal',
      'minimal',
      'minimum',
      'low(?:est)?',
    ],
    enhanced: [
      'enhanced',
      'medium',
      'moderate',
      'elevated',
      'increased',
      'heightened',
      'intermediate',
      'extra',
      'advanced',
      '(?<=the )(?:middle|second)(?: (?:one|option|level))?',
    ],
    high: [
      'high(?:est)?',
      'max(?:imum)?',
      'top',
      'strict(?:est)?',
      'tight(?:est)?',
      'strong(?:est)?',
    ],
  },
  stated: [
    '(?<level><level>)(?:-| )(?:level(?: of)? |grade )?(?:security|protection)',
    'security(?:[ _]level| setting| tier| class| grade| protection)?(?: (?:is|are|should be|to be|to|at|as|of|will be|must be|needs to be|has to be|set to|set at|can be|would be|on|for (?:the|this) (?:site|building|office|one)|stays?|=))*[ :=-]+(?:the |a |just |only |actually |rather |now |please |our |at |\'|")*(?<level><level>)',
    '(?<!(?:noise|water|floor|sea|ground|entry|skill|stock) )level\\s*[:=]\\s*(?<level><level>)',
    'level(?: of)? security[ :=-]+(?:is |should be )?(?<level><level>)',
    'security(?:[ _]level)? (?:from )?(?:\\w+ )to (?<level><level>)',
    '(?:decided|decision|agreed|verdict|settled)(?: is| was| on| for)*[ ,:-]+(?<level>basic|enhanced|high)(?=\\s*(?:[.,;!]|$))',
    'security(?: \\w+){1,4} (?:to|be|is|as|at) (?<level><level>)',
  ],
  onTopic: [
    "(?<level>basic|enhanced|high(?:est)?|medium|standard|max(?:imum)?)(?: (?:level|one|option|tier|setting|protection))?,? (?:is|are|will|would|should|works|please|it is|for (?:us|now|this|that|the)|'s|then|enough|suffices|does)",
    "(?:level|put|go with|go for|take|choose|pick|prefer|want|need|make (?:it|that)|set (?:it|that) to|to|just|only|say|then|it's|that's|it is|is|be|be on|have|use|the|a|for)(?: a| the| just| to)* (?<level>basic|enhanced|high(?:est)?|medium|standard|max(?:imum)?)(?! (?:street|school|road|season|time|end|quality|volume|rise|speed|shelves|value|risk|tech|traffic|needs?|questions?|things?|idea))",
    '(?:security|level)[^.!?;,]{0,12}, ?(?:well, |hm+, |erm?, |say |then )*(?<level>basic|enhanced|high(?:est)?)(?=\\s*(?:[.,;!]|$))',
  ],
  alone: [
    '(?<=(?:^|[.!?,;:-])\\s*)(?<level>basic|enhanced|high(?:est)?|medium|max(?:imum)?)(?=\\s*(?:[.,;!]|$))',
  ],
  telling: ['basic', 'enhanced'],
  topic: ['level', 'option', 'sec', 'security', 'secure', 'protection'],
  impossible: [
    'security(?:[ _]level)?(?: (?:is|to|should be|at|=|of))*[ :=]+[\'"]?(?<level>none|zero|off|nothing|no|ultra|extreme|insane|disabled|null|unlimited|paranoid|\\d+)[\'"]?',
    '(?<level>no|zero) security(?: (?:level|at all|needed))?',
  ],
};

const NEED =
  '(?:need(?:s|ed)?|want(?:s|ed)?|like|live|ready|set ?-?up|done|finish(?:ed)?|complete[d]?|launch|start|deadline|urgen(?:t|cy)|by|within|before|hop(?:e|ing)|goal|must|has to|have to|should be|have (?:this|it|that|everything)|aim(?:ing)?|target|go(?:ing)? for|running|working|in place|rush|hurry|expect|would be (?:good|great|nice|perfect)|time ?frame|time ?line|asap|priority|please|early|possible|ideally|preferably|hopefully|enough|okay|will do|suffices|latest|at the latest)';

export const urgency: Grammar['urgency'] = {
  values: [
    {
      value: 'none',
      patterns: [
        'none',
        '(?<=^\\s*)(?:no|nope|nah|not really)(?:,? (?:not (?:at all|really)|none(?: at all)?))?(?=[\\s.!]*$)',
      ],
    },
    {
      value: 'today',
      patterns: [
        'today',
        'tonight',
        'this (?:morning|afternoon|evening)',
        '(?:end of|by) (?:the )?(?:day|eod)',
        'eod',
        'same day',
        'yesterday(?= (?:ideally|if possible|preferably|please))',
        'within (?:the )?(?:hour|hours|next few hours|<N> hours|a day)',
        'right now',
        'by (?:noon|midday|midnight|tonight|<T>)',
      ],
    },
    {
      value: 'week',
      patterns: [
        'this week',
        '(?:end of|by the end of|before the end of|later) (?:the |this )?week',
        'eow',
        'within (?:the |a |one |this |<N> )?(?:week|days|a few days|the next few days|next few days|seven days)',
        '(?:in|over|within) (?:the )?(?:next )?(?:a )?(?:few|couple of|couple|<N>) days',
        'in a week',
        '(?:the )?(?:next )?(?:few|couple of) days',
        'by (?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day',
        '(?:before|by) the weekend',
        'in (?:two|three|four|five|six|2|3|4|5|6|7) days',
        'tomorrow',
      ],
    },
    {
      value: 'month',
      patterns: [
        'this month',
        '(?:end of|by the end of|before the end of|later) (?:the |this )?month',
        'within (?:the |a |one |this |the next )?(?:month|30 days|thirty days|four weeks)',
        '(?:in|over|within) (?:the )?(?:next )?(?:a )?(?:few|couple of|couple) weeks',
        '(?:in|within) (?:the next )?(?:<approx> )?<N> weeks',
        'in a month',
        'month-? ?end',
        'next week',
        'weeks',
      ],
    },
  ],
  cues: [NEED],
  free: [
    {
      value: 'none',
      patterns: [
        "(?:there is |there's |there is absolutely |we have |we're in |we are in |am in |i'm in )?(?:absolutely |really |particularly )?no (?:real |big |particular |great |special |specific )?(?:rush|hurry|urgency|deadline|time pressure|pressure|stress|time ?line)",
        "(?:not|isn'?t|n'?t)(?: at all| really| that| particularly| very| super| too| so)? urgent",
        "(?:not|n'?t|never) (?:in (?:a|any|that much of a|much of a) (?:rush|hurry)|time[- ]critical|pressing|rushing)",
        'when(?:ever)?(?: you (?:get|have|find|can)| it (?:suits|fits)| is fine| works| possible| you like| convenient)',
        'take (?:your|our|all the) time(?: you need)?',
        '(?:low|no) (?:priority|urgency)',
        'urgency(?: is|:)? (?:none|low|no|zero)',
        'can wait',
        "(?:no need|not necessary|don'?t (?:need|have)|no reason)(?: to| for)(?: be in)?(?: an?)? (?:hurry|rush|haste)",
        'whenever',
        'any ?time(?: is fine| works| will do| soon is fine)',
        'at your (?:leisure|convenience)',
      ],
    },
    {
      value: 'today',
      patterns: [
        'asap',
        'a\\.s\\.a\\.p\\.?',
        'as soon as (?:possible|(?:you|we) can)',
        'immediately',
        'right away',
        'straight ?away',
        'urgency(?: is|:)? (?:today|high|very high|now)',
      ],
    },
    { value: 'week', patterns: ['urgency(?: is|:)? (?:this )?week'] },
    { value: 'month', patterns: ['urgency(?: is|:)? (?:this )?month'] },
  ],
};
