import type { Grammar } from '../../grammar.ts';
import { foldText } from '../../text/fold.ts';
import { NUMBER_WORDS } from './numbers.ts';
import { spellingsOf } from './vocabulary.ts';

const folded = (words: string): string[] => words.split(' ').map(foldText);

export const slips: Grammar['slips'] = {
  meaning: spellingsOf(NUMBER_WORDS),
  keyWords: folded(
    'कर्मचारी कर्मचारियों अस्पताल गोदाम कारखाना दुकान विद्यालय महाविद्यालय विश्वविद्यालय कार्यालय दफ्तर सुरक्षा वेयरहाउस फैक्ट्री सुपरमार्केट चौबीसों बुनियादी सामान्य एन्हांस्ड लगभग अर्जेंट भूमिकाएँ ड्राफ्ट',
  ),
  never: [
    ...NUMBER_WORDS,
    ...folded(
      'कर्मचारियो सुरक्षित दुकानें दुकानों गोदामों अस्पतालों कार्यालयों भूमिका भूमिकाओं मकान समान सामान असामान्य फैक्ट्रियाँ',
    ),
  ],
};
