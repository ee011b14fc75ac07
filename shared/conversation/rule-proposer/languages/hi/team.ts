import type { Grammar } from '../../grammar.ts';
import { foldText } from '../../text/fold.ts';

const ROLES: Readonly<Record<string, string>> = {
  SECURITY:
    'सुरक्षा|सुरक्षा गार्ड|सुरक्षाकर्मी|सुरक्षा कर्मी|सुरक्षा कर्मचारी|सुरक्षा अधिकारी|सुरक्षा guard|सुरक्षा स्टाफ',
  GUARD: 'गार्ड|चौकीदार|पहरेदार|guard|guards|chowkidar',
  ADMIN: 'एडमिन|प्रशासक|प्रशासन|admin|एडमिनिस्ट्रेटर',
  SUPERVISOR: 'सुपरवाइजर|पर्यवेक्षक|supervisor',
  MANAGER: 'मैनेजर|प्रबंधक|manager',
  CASHIER: 'कैशियर|खजांची|cashier',
  SALES: 'सेल्स|सेल्समैन|विक्रेता|सेल्सपर्सन|sales|salesman',
  NURSE: 'नर्स|नर्सें|परिचारिका|nurse|nurses',
  DOCTOR: 'डॉक्टर|चिकित्सक|डॉक्टरों|doctor|doctors',
  TECH: 'टेक्नीशियन|तकनीशियन|तकनीकी कर्मचारी|technician',
  OPERATOR: 'ऑपरेटर|मशीन ऑपरेटर|operator',
  MAINTENANCE: 'मेंटेनेंस|रखरखाव|मरम्मत|रखरखाव कर्मचारी|maintenance',
  QC: 'क्वालिटी कंट्रोल|गुणवत्ता नियंत्रण|गुणवत्ता जाँच|quality control|qc',
  SAFETY: 'सेफ्टी|सेफ्टी ऑफिसर|safety|safety officer',
  SYSADMIN: 'सिस्टम एडमिन|system admin|sysadmin',
  NETWORK: 'नेटवर्क इंजीनियर|नेटवर्क|network engineer',
  WAREHOUSE: 'गोदाम कर्मचारी|वेयरहाउस कर्मचारी|गोदाम कर्मी',
  DRIVER: 'ड्राइवर|चालक|वाहन चालक|driver|drivers',
  TEACHER: 'शिक्षक|टीचर|अध्यापक|शिक्षिका|teacher|teachers',
  CLEANER:
    'सफाईकर्मी|सफाई कर्मी|सफाई कर्मचारी|सफाई वाला|सफाई वाले|स्वीपर|क्लीनर|सफाई|cleaner|sweeper|safai wala|safai karmi',
  RECEPTIONIST: 'रिसेप्शनिस्ट|स्वागतकर्मी|रिसेप्शन|receptionist|reception',
  ENGINEER: 'इंजीनियर|अभियंता|engineer',
  ELECTRICIAN: 'इलेक्ट्रीशियन|बिजली मिस्त्री|electrician',
  PHARMACIST: 'फार्मासिस्ट|pharmacist',
  PARAMEDIC: 'पैरामेडिक|पैरामेडिकल स्टाफ|paramedic',
  LOADER: 'लोडर|पल्लेदार|हमाल|loader',
  PICKER: 'पिकर|picker',
  PACKER: 'पैकर|packer',
  FORKLIFT_DRIVER: 'फोर्कलिफ्ट ड्राइवर|फोर्कलिफ्ट चालक|forklift driver',
};

const codes = Object.fromEntries(
  Object.entries(ROLES).flatMap(([code, words]) =>
    words.split('|').map((word) => [foldText(word), code] as const),
  ),
);

const ROLE = '(?:भूमिकाएँ|भूमिकाओं|भूमिका|रोल|पद|पदों)';
const POLITE = '(?: (?:दीजिए|दें|दो|लीजिए|लें|लो|कर दो|कर दीजिए|करें|देना))?';

const ADD = `(?:जोड़(?:ें|िए|ो|ना|नी)?|शामिल कर(?:ें|िए|ो|ना)?|ऐड कर(?:ें|िए|ो|ना)?|add(?: कर(?:ें|िए|ो|ना)?)?|बढ़ा(?:एँ|इए|ओ)?|डाल(?:ें|िए|ो)?)${POLITE}`;
const REMOVE = `(?:हटा(?:एँ|इए|ओ|ना|कर)?|निकाल(?:ें|िए|ो|कर)?|remove(?: कर(?:ें|िए|ो|ना)?)?|delete(?: कर(?:ें|िए|ो)?)?)${POLITE}`;

export const staffRoles: Grammar['staffRoles'] = {
  cues: [`(?:कर्मचारियों की |स्टाफ )?${ROLE}(?: (?:ये|हैं|होंगी|होंगे|चाहिए|है|हमारे|यहाँ|में))* ?(?:[:=-] ?)?`],
  adds: [ADD, '(?:भी चाहिए|और चाहिए)'],
  removes: [REMOVE, '(?:की (?:ज़रूरत|जरूरत) )?नहीं चाहिए', 'की ज़रूरत नहीं', 'के बिना'],
  replaces: [
    '(?<old>[^,.;\\s]{2,30}) (?:की जगह|के बजाय|के बदले)(?: (?:एक|पर))? (?<new>[^,.;\\s]{2,30})',
    '(?<old>[^,.;\\s]{2,30}) को (?<new>[^,.;\\s]{2,30}) से बदल(?:\\p{L}|\\p{M})*',
  ],
  only: ['बस', 'सिर्फ', 'सिर्फ़', 'केवल', 'only', 'sirf'],
  too: ['भी', 'साथ में', 'bhi'],
  orders: [ADD, REMOVE],
  verbLast: true,
  codes,
  separators: ['और', 'तथा', 'एवं', 'व', 'या', 'and', 'साथ में', 'के साथ'],
  notRoles: [
    'एक',
    'की',
    'का',
    'के',
    'को',
    'भी',
    'से',
    'में',
    'है',
    'हैं',
    'बस',
    'सिर्फ',
    'केवल',
    'कृपया',
    'हाँ',
    'नहीं',
    'हमें',
    'चाहिए',
    'लिस्ट',
    'सूची',
    'वाला',
    'वाली',
    'plus',
    'ये',
    ROLE,
  ],
};

export const shifts: Grammar['shifts'] = {
  cues: ['(?:शिफ्ट(?:ें)?|पाली|पालियाँ|पालियों)(?! (?:की बात )?नहीं)'],
  equal: [
    '(?<hours><N>)[ -]<N> घंटे (?:की|वाली) (?<count><N>) (?:शिफ्ट(?:ें)?|पालियाँ|पाली)',
    '(?<hours><N>) घंटे (?:की|वाली) (?<count><N>) (?:शिफ्ट(?:ें)?|पालियाँ|पाली)',
    '(?<count><N>) (?:शिफ्ट(?:ें)?|पालियाँ|पाली)(?: (?:हैं|होंगी|चाहिए|रखिए|में))*,? (?:हर एक |हर |प्रत्येक )?(?<hours><N>)(?:[ -]<N>)? घंटे(?: की)?',
  ],
  count: ['(?<count><N>) (?:शिफ्ट(?:ें)?|पालियाँ|पाली)'],
  parts: {
    day: ['दिन'],
    morning: ['सुबह', 'subah'],
    afternoon: ['दोपहर', 'dopahar'],
    evening: ['शाम', 'sham', 'shaam'],
    night: ['रात', 'raat'],
  },
  ordinals: ['पहली', 'दूसरी', 'तीसरी', '[abc]'],
  notNames:
    'शिफ्ट शिफ्टें पाली पालियाँ की का के में और लोग लोगों से तक है हैं होगी होंगी चाहिए रखिए कर्मचारी हम हमारी दो तीन एक पहली दूसरी बजे ये एक्स को for'
      .split(' ')
      .map(foldText),
};
