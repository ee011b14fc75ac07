export const SHIFT_PARTS = ['day', 'morning', 'afternoon', 'evening', 'night'] as const;
/** The part of the day a shift works in. */
export type ShiftPart = (typeof SHIFT_PARTS)[number];

type ShiftNames = Readonly<Record<ShiftPart | 'shift', string>>;

/** What shifts are called where nobody has named them, by language. */
const SHIFT_NAMES: Readonly<Record<string, ShiftNames>> = {
  en: {
    day: 'Day',
    morning: 'Morning',
    afternoon: 'Afternoon',
    evening: 'Evening',
    night: 'Night',
    shift: 'Shift',
  },
  de: {
    day: 'Tagschicht',
    morning: 'Frühschicht',
    afternoon: 'Spätschicht',
    evening: 'Abendschicht',
    night: 'Nachtschicht',
    shift: 'Schicht',
  },
  es: {
    day: 'Día',
    morning: 'Mañana',
    afternoon: 'Tarde',
    evening: 'Tarde-noche',
    night: 'Noche',
    shift: 'Turno',
  },
  fr: {
    day: 'Jour',
    morning: 'Matin',
    afternoon: 'Après-midi',
    evening: 'Soir',
    night: 'Nuit',
    shift: 'Équipe',
  },
  hi: {
    day: 'दिन',
    morning: 'सुबह',
    afternoon: 'दोपहर',
    evening: 'शाम',
    night: 'रात',
    shift: 'शिफ्ट',
  },
  ar: {
    day: 'نهارية',
    morning: 'صباحية',
    afternoon: 'بعد الظهر',
    evening: 'مسائية',
    night: 'ليلية',
    shift: 'وردية',
  },
};

const namesIn = (language: string): ShiftNames | undefined =>
  SHIFT_NAMES[language.toLowerCase().split('-')[0] ?? ''] ?? SHIFT_NAMES.en;

/** What a shift is called in a language (BCP 47); in English where there are no words for it. */
export const shiftNameOf = (part: ShiftPart, language: string): string =>
  namesIn(language)?.[part] ?? part;

/** "Shift 2". @param place counted from 0 */
export const numberedShift = (place: number, language: string): string =>
  `${namesIn(language)?.shift ?? 'Shift'} ${place + 1}`;
