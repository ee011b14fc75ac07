import type { Grammar } from '../../grammar.ts';

export const staffRoles: Grammar['staffRoles'] = {
  cues: ['(?:भूमिकाएँ|भूमिकाओं|रोल|roles?|पद)(?: (?:हैं|होंगी|hain))* ?: ?'],
  adds: ['(?:जोड़ें|जोड़िए|जोड़ दीजिए|add)(?: (?:एक|ek))?'],
  removes: ['(?:हटाएँ|हटाइए|हटा दीजिए|remove)'],
  codes: {
    सुरक्षा: 'SECURITY',
    गार्ड: 'GUARD',
    सुपरवाइजर: 'SUPERVISOR',
    मैनेजर: 'MANAGER',
    नर्स: 'NURSE',
    डॉक्टर: 'DOCTOR',
    ड्राइवर: 'DRIVER',
    शिक्षक: 'TEACHER',
    ऑपरेटर: 'OPERATOR',
    security: 'SECURITY',
    guard: 'GUARD',
  },
  separators: ['और', 'aur'],
  notRoles: ['एक', 'की', 'का', 'ek'],
};

export const shifts: Grammar['shifts'] = {
  cues: ['शिफ़्टों?', 'पाली', 'पालियाँ', 'shifts?'],
  equal: ['<N>-<N> घंटे की <N> शिफ़्ट'],
  count: ['<N> (?:शिफ़्ट(?:ें|ों)?|पालियाँ|shifts?)'],
  notNames: 'शिफ्ट शिफ्टें shift shifts की का के में और लोग से तक है हैं aur ki'.split(' '),
};
