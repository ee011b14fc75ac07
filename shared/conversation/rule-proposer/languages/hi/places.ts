import type { Grammar } from '../../grammar.ts';
import { foldText } from '../../text/fold.ts';

/** Zone → cities, countries and adjectives as they are written in Hindi, and Indian cities in Latin letters. */
const PLACES: Readonly<Record<string, string>> = {
  'Asia/Kolkata':
    'ist|भारतीय|भारतीय मानक|भारत|दिल्ली|नई दिल्ली|मुंबई|मुम्बई|बंबई|पुणे|कोलकाता|कलकत्ता|चेन्नई|मद्रास|बेंगलुरु|बेंगलूरु|बंगलुरु|बैंगलोर|हैदराबाद|अहमदाबाद|जयपुर|लखनऊ|इंदौर|नागपुर|सूरत|कानपुर|ठाणे|भोपाल|पटना|वडोदरा|गाज़ियाबाद|लुधियाना|आगरा|नासिक|नाशिक|फ़रीदाबाद|मेरठ|राजकोट|वाराणसी|बनारस|औरंगाबाद|धनबाद|अमृतसर|इलाहाबाद|प्रयागराज|रांची|हावड़ा|जबलपुर|ग्वालियर|जोधपुर|रायपुर|कोटा|गुवाहाटी|चंडीगढ़|गुड़गाँव|गुरुग्राम|नोएडा|देहरादून|उदयपुर|कोच्चि|तिरुवनंतपुरम|विशाखापत्तनम|मैसूर|भुवनेश्वर|जमशेदपुर|शिमला|गोवा|मदुरै|कोयंबटूर|gurgaon|gurugram|noida|ghaziabad|faridabad|pune|mumbai|bombay|delhi|new delhi|bangalore|bengaluru|chennai|madras|hyderabad|ahmedabad|jaipur|lucknow|kanpur|nagpur|indore|thane|bhopal|patna|vadodara|surat|ludhiana|agra|nashik|nasik|meerut|rajkot|varanasi|banaras|amritsar|allahabad|prayagraj|ranchi|jabalpur|gwalior|jodhpur|raipur|kota|guwahati|chandigarh|kolkata|calcutta|kochi|cochin|goa|udaipur|dehradun|bhiwandi|coimbatore|bhubaneswar|jamshedpur|mysore|hindustan',
  'Asia/Kathmandu': 'नेपाल|नेपाली|काठमांडू|काठमाण्डू|पोखरा|nepal',
  'Asia/Dhaka': 'बांग्लादेश|बंगलादेश|ढाका',
  'Asia/Colombo': 'श्रीलंका|कोलंबो',
  'Asia/Karachi': 'पाकिस्तान|कराची|लाहौर|इस्लामाबाद',
  'Asia/Thimphu': 'भूटान|थिम्पू',
  'Indian/Maldives': 'मालदीव|माले',
  'Asia/Dubai': 'दुबई|अबू धाबी|अबु धाबी|अबूधाबी|शारजाह|यूएई|अमीरात|संयुक्त अरब अमीरात|uae',
  'Asia/Riyadh': 'सऊदी|सऊदी अरब|रियाद|जेद्दा',
  'Asia/Qatar': 'क़तर|दोहा',
  'Asia/Kuwait': 'कुवैत',
  'Asia/Muscat': 'ओमान|मस्कट',
  'Asia/Bahrain': 'बहरीन',
  'Asia/Singapore': 'सिंगापुर',
  'Asia/Kuala_Lumpur': 'मलेशिया|कुआलालंपुर',
  'Asia/Bangkok': 'थाईलैंड|बैंकॉक',
  'Asia/Hong_Kong': 'हांगकांग|हॉन्ग कॉन्ग',
  'Asia/Shanghai': 'चीन|बीजिंग|शंघाई',
  'Asia/Tokyo': 'जापान|टोक्यो',
  'Asia/Jakarta': 'जकार्ता',
  'Asia/Yangon': 'म्यांमार|यांगून',
  'Europe/London': 'लंदन|ब्रिटेन|इंग्लैंड|यूके|मैनचेस्टर|gmt',
  'Europe/Paris': 'पेरिस|फ़्रांस',
  'Europe/Berlin': 'बर्लिन|जर्मनी|म्यूनिख|फ़्रैंकफ़र्ट',
  'Europe/Moscow': 'मॉस्को',
  'America/New_York': 'न्यूयॉर्क|न्यूयार्क|न्यू यॉर्क|वाशिंगटन|बोस्टन|अटलांटा',
  'America/Chicago': 'शिकागो|ह्यूस्टन|डलास',
  'America/Los_Angeles': 'लॉस एंजिल्स|लॉस एंजेलिस|सैन फ़्रांसिस्को|सिएटल|कैलिफ़ोर्निया',
  'America/Toronto': 'टोरंटो',
  'Australia/Sydney': 'सिडनी',
  'Australia/Melbourne': 'मेलबर्न',
  'Africa/Nairobi': 'नैरोबी|केन्या',
  'Africa/Johannesburg': 'जोहानसबर्ग|दक्षिण अफ़्रीका',
  'Indian/Mauritius': 'मॉरीशस',
  UTC: 'utc|यूटीसी',
};

const places = Object.fromEntries(
  Object.entries(PLACES).flatMap(([zone, names]) =>
    names.split('|').map((name) => [foldText(name), zone] as const),
  ),
);

const PLACE = '(?<place>[\\p{L}][\\p{L}\\p{M}]*(?: [\\p{L}][\\p{L}\\p{M}]*){0,2})';
const ZONE = '(?:समय ?(?:जोन|क्षेत्र|मंडल)|समयक्षेत्र|टाइमजोन)';
const GLUE = '(?: (?:है|होगा|हमारा|वही|का|के|में|को|तो|is|वाला|अब))*';

export const timeZone: Grammar['timeZone'] = {
  stated: [
    `${ZONE}${GLUE}\\s*[ :=-]\\s*${PLACE}`,
    `${PLACE} (?:का|के|वाला|वाले|की) (?:समय|घड़ी|${ZONE})`,
    `${PLACE} (?:मानक )?(?:समय|${ZONE})`,
    '(?<place>ist|भारतीय|utc|gmt|आईएसटी)',
  ],
  located: [`${PLACE} (?:में|शहर|के पास)`],
  cues: [ZONE, 'समय (?:के अनुसार|के हिसाब|पर चलते)', 'मानक समय'],
  places: { ...places, [foldText('आईएसटी')]: 'Asia/Kolkata' },
};
