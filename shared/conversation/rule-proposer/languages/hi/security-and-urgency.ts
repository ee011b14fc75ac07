import type { Grammar } from '../../grammar.ts';

const LEVEL = '(?<level><level>)';

export const security: Grammar['security'] = {
  levels: {
    basic: ['बेसिक', 'बुनियादी', 'साधारण', 'सामान्य', 'न्यूनतम', 'कम', 'basic'],
    enhanced: ['एन्हांस्ड', 'बढ़ी हुई', 'बढ़ा हुआ', 'उन्नत', 'मध्यम', 'बेहतर', 'मज़बूत', 'enhanced', 'medium'],
    high: ['उच्च', 'हाई', 'अधिकतम', 'ऊँच[ाी]', 'सबसे ज़्यादा', 'high', 'maximum'],
  },
  stated: [
    `(?:सुरक्षा|सिक्योरिटी|security)(?: (?:का|स्तर|लेवल|level|है|हो|रखें|चाहिए|हमें|ka))*[ :=,]+${LEVEL}`,
    `${LEVEL} (?:स्तर की |लेवल की |level ki )?(?:सुरक्षा|सिक्योरिटी|security)`,
    `(?:स्तर|लेवल)\\s*[:=]\\s*${LEVEL}`,
  ],
  onTopic: [
    `${LEVEL}(?: (?:वाला|वाली|स्तर|लेवल))? (?:रखिए|रखें|रखना|ठीक|चाहिए|काफ़ी|कर|ही|चलेगा|rakhna|rakho|chahiye|theek)`,
  ],
  alone: [`(?<=(?:^|[.!?,;:-])\\s*)${LEVEL}(?=\\s*(?:[.,;!]|$))`],
  topic: ['सुरक्षा', 'सिक्योरिटी', 'security'],
  impossible: ['(?:सुरक्षा|security)(?: (?:स्तर|level))? (?<level>शून्य|none)'],
};

export const urgency: Grammar['urgency'] = {
  values: [
    { value: 'none', patterns: ['(?<=^\\s*)(?:नहीं|कोई नहीं|nahi)(?=[\\s.!]*$)'] },
    { value: 'today', patterns: ['आज(?: ही)?', 'aaj(?: hi)?'] },
    {
      value: 'week',
      patterns: [
        '(?:इसी|इस) (?:हफ़्ते|सप्ताह)',
        '(?:isi|is|iss) (?:hafte|week)',
        'एक हफ़्ते में',
        'कुछ दिनों में',
        '<N> दिन(?:ों)? में',
        'ek hafte mein',
      ],
    },
    {
      value: 'month',
      patterns: [
        '(?:इसी|इस) (?:महीने|माह)',
        '(?:isi|is|iss) (?:mahine|month)',
        'एक महीने में',
        'महीने के अंत तक',
        '<N> हफ़्तों? में',
        'अगले हफ़्ते',
        'agle hafte',
      ],
    },
  ],
  cues: [
    '(?:चाहिए|चाहते|करना|होना|हो जाना|ज़रूरत|तैयार|शुरू|पूरा|तक|जल्दी|अर्जेंट|लागू|बन जाए|हो जाए|chahiye|karna|hona|jaana|jana|chalu|ready|tak|urgent|zaroorat|पहले)',
  ],
  free: [
    {
      value: 'none',
      patterns: [
        '(?:कोई )?जल्दी नहीं(?: है)?',
        'जल्दबाज़ी नहीं',
        '(?:कोई )?हड़बड़ी नहीं',
        '(?:koi )?jaldi nahi(?:n)?(?: hai)?',
        'आराम से',
        'aaram se',
        'अर्जेंट नहीं',
        'urgent nahi',
      ],
    },
    {
      value: 'today',
      patterns: ['तुरंत', 'फ़ौरन', 'जल्द से जल्द', 'अभी के अभी', 'turant', 'jald se jald', 'asap'],
    },
  ],
};
