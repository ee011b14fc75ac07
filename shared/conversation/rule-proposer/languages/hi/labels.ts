import type { Grammar } from '../../grammar.ts';

const SITE = '(?:साइट|site|जगह|location|स्थान|केंद्र)';
const OF = '(?: (?:का|की|के|ka|ki|ke))?';

/** What stands before a colon in forms and lists that people paste; not normalised, so in both scripts. */
export const labels: Grammar['labels'] = {
  site_name: [`(?:${SITE}${OF} )?(?:नाम|naam|name)`],
  site_type: [`(?:${SITE}${OF} )?(?:प्रकार|टाइप|किस्म|श्रेणी|type|prakar|kind)`],
  expected_users: [
    '(?:कुल |total |अनुमानित |expected )?(?:कर्मचारी|कर्मचारियों|लोग|लोगों|स्टाफ|यूज़र्स?|यूजर|उपयोगकर्ता|उपयोगकर्ताओं|staff|users?|log|people|karmchari|headcount|employees|सदस्य)(?: (?:की |ki )?(?:संख्या|sankhya|count))?',
    'हेडकाउंट',
  ],
  operating_hours: [
    '(?:काम|खुलने|कार्य|kaam|संचालन)(?: (?:का|के|ka|ke))? ?(?:समय|घंटे|टाइम|time|ghante)',
    'समय',
    'टाइमिंग',
    'timings?',
    '(?:opening |working |office )?hours',
    'samay',
    'घंटे',
  ],
  time_zone: ['(?:टाइम|समय|time) ?-?(?:ज़ोन|क्षेत्र|zone)', 'tz', 'timezone'],
  security_level: [
    '(?:सुरक्षा|सिक्योरिटी|security|suraksha)(?:(?: (?:का|ka))? (?:स्तर|लेवल|level|star))?',
  ],
  urgency: [
    'कब तक(?: चाहिए)?',
    'अर्जेंसी',
    'urgency',
    'समय ?सीमा',
    'डेडलाइन',
    'deadline',
    'kab tak(?: chahiye)?',
    'जल्दी',
  ],
  staff_roles: ['(?:कर्मचारियों की |स्टाफ )?(?:भूमिकाएँ|रोल|पद|roles?)'],
  shifts: ['शिफ़्टें', 'शिफ़्ट', 'shifts?', 'पालियाँ'],
};
