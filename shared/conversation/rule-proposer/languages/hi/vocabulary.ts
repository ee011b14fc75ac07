import { foldText } from '../../text/fold.ts';
import { romanised } from './romanised.ts';

/** Words of the grammar that people also write in Latin letters. */
const NATIVE =
  `हम हमारा हमारी हमारे हमको हमें मैं मेरा मेरी मेरे आप आपका यह ये वह वो इस इसी इसे इसका इसकी इनमें उनमें उस उसका यहाँ वहाँ जहाँ
  है हैं हूँ हो था थे थी होगा होगी होंगे होता होती होते रहेगा रहेगी रहेंगे रहता रहती रहते रहना रहने जाए जाना जाएँ जाओ गया गई गए
  का की के को से तक में पर ने और या तो ही भी नहीं ना मत जी हाँ बस सिर्फ केवल कुल करीब लगभग तकरीबन शायद मतलब बल्कि बजाय जगह बाद पहले
  लोग लोगों कर्मचारी कर्मचारियों आदमी व्यक्ति बंदे जने मजदूर कर्मी सदस्य कामगार श्रमिक संख्या टोटल कितने कितना कितनी मिलाकर
  काम करते करता करती करेंगे करना करने करो करें कर कीजिए करिए दीजिए दें दे दो देना रख रखें रखो रखना रखिए रखा रहो चलता चलती चलते चलेगा चलिए चलो चलें चलना
  सुबह सवेरे तड़के शाम दोपहर रात बजे बजकर मिनट आधी घंटे घंटा दिन खुला खुली खुले खुलता खुलती खुलते खुलेगा खुलेगी खोल खोलते खोलना बंद शुरू समय
  साढ़े सवा पौने डेढ़ ढाई चौबीसों हमेशा कभी लगातार हफ्ते सप्ताह महीने माह साल आज अभी कल परसों तुरंत फौरन जल्दी जल्द जल्दबाजी हड़बड़ी आराम जरूरी जरूरत
  नाम सुरक्षा कड़ी कड़ा सख्त स्तर सामान्य साधारण बुनियादी न्यूनतम कम ज्यादा बढ़ी बढ़ा हुई हुआ उन्नत मध्यम उच्च अधिकतम ऊँचा ऊँची सबसे मजबूत बेहतर काफी थोड़ी थोड़ा बहुत
  दफ्तर कार्यालय गोदाम दुकान दुकानें कारखाना कारखाने अस्पताल दवाखाना विद्यालय पाठशाला किराना इमारत शाखा
  एक नया नई नए दूसरी दूसरा दूसरे पुरानी पुराना पुराने पिछली पिछला पिछले अगला अगली अगले यही वही ऐसे वैसे ऐसा वैसा जैसा जैसे
  चाहिए चाहते ठीक सही अच्छा अच्छी अच्छे बढ़िया मंजूर बिल्कुल गलत गलती माफ असल पता मालूम पक्का तय सोच सोचना बताता बताती बताऊँगा बताएँगे बता पूछ पूछना
  क्यों क्या कौन कब कहाँ कैसे किस किसलिए वापस पीछे आगे छोड़ छोड़ो छोड़िए छोड़ दोबारा फिर सब कुछ कोई किसी मिटा हटा हटाओ हटाइए हटाएँ जोड़ जोड़ो जोड़िए जोड़ें बदल बदलो बदलकर बना बनाओ बनाइए बनाएँ बनाना
  तैयार भूमिका भूमिकाएँ पाली नमस्ते नमस्कार धन्यवाद शुक्रिया बात भूल निर्देश नियम कहते बुलाते बोलते भारतीय भारत चालू पूरा लागू तरह वाला वाली वाले
  महसूस छुट्टी शनिवार रविवार इतवार सोमवार मंगलवार बुधवार गुरुवार शुक्रवार`
    .split(/\s+/)
    .map(foldText);

/** Spellings that follow no rule, and English words that Hindi uses; each line begins with what is meant. */
const IRREGULAR = `है h he hy
हैं hein hen
नहीं nhi nai nhin nahi nahee naa नही नहि
में me mai mein
हम hum hm
हमारा humara hamara
हमारी humari hamari
हमारे humare hamare
यह yeh ye yah
वह woh wo vo
क्यों kyun kyu kyon kyoon kyo
क्या kya kia
कर kr
करना krna
करते krte
रखना rkhna
रखो rkho
सुबह subha subeh suba savere sawere सवेरे
दोपहर dopehar dopeher dophar
शाम sham shaam saam
बजे bje bajay
साढ़े saadhe sadhe saade sade साडे
सवा sawa sava swa
पौने paune pone poune
चाहिए chahiye chaiye chahie chaahiye chahye चाहिये
जल्दी jaldi jldi
हफ्ते hafte hafta hapte हफ्ता हफ़्ता
महीने mahine mahina mahene महिने महीना
ठीक theek thik tik teek
अच्छा acha accha achha achchha
उच्च uchch ucch uchcha uccha
बहुत bahut bohot bahot
लोग log logo
लोगों logon
कर्मचारी employee employees karamchari एम्प्लॉई एम्प्लॉयी एंप्लॉई एम्प्लॉइज कर्मचारीगण
स्टाफ staff स्टॉफ
यूजर user users यूज़र्स यूजर्स
वर्कर worker workers वर्कर्स
कुल total टोटल
सुरक्षा security सिक्योरिटी सिक्यूरिटी सेक्योरिटी सिक्युरिटी
स्तर level लेवल
साइट site साईट
नाम name नेम
प्रकार type टाइप किस्म
समय timing timings time टाइम टाइमिंग वक्त
ऑफिस office आफिस ओफिस औफिस ऑफीस
अस्पताल hospital हॉस्पिटल हस्पताल होस्पिटल हास्पिटल
क्लिनिक clinic क्लीनिक क्लिनीक
फैक्ट्री factory फैक्टरी फेक्ट्री फैक्ट्रि
वेयरहाउस warehouse वेअरहाउस वेयरहाऊस वेयर-हाउस
गोदाम godown godaam
दुकान dukaan dukan दूकान
स्कूल school स्कुल
कॉलेज college कालेज
विश्वविद्यालय university यूनिवर्सिटी युनिवर्सिटी
डेटा data डाटा
सेंटर center centre सेन्टर
स्टोर store
शोरूम showroom
प्लांट plant प्लान्ट
शिफ्ट shift शिफ़्ट
शिफ्टें shifts शिफ़्टें शिफ्टों शिफ़्टों
रोल role roles रोल्स
ड्राफ्ट draft ड्राफ़्ट मसौदा drafts
सुझाव suggest suggested suggestion suggestions सजेस्ट सजेशन
बेसिक basic
एन्हांस्ड enhanced एनहांस्ड एन्हान्स्ड
हाई high
मीडियम medium
मैक्सिमम maximum max
नॉर्मल normal नार्मल
टाइट tight
अर्जेंट urgent अर्जेन्ट
आज aaj aj
सॉरी sorry सोरी
प्लीज please pls plz
स्किप skip
टीम team
जोन zone ज़ोन
समयक्षेत्र timezone टाइमज़ोन टाइमजोन tz
भारत india इंडिया इण्डिया hindustan हिंदुस्तान
ओके ok okay
माफ maaf maf
जरूरत zaroorat jarurat zarurat
जरूरी zaroori jaruri zaruri
धन्यवाद dhanyawad dhanyavad dhanyvad thanks
पुराना purana
तक tk
और or&
बुधवार budhwar
तुरंत turant immediately
सारा sara saara
सारे sare saare
कीजिए kijiye कीजिये
दीजिए dijiye दीजिये dijie
रखिए rakhiye रखिये
हटाइए hataiye हटाइये
जोड़िए jodiye जोड़िये
बनाइए banaiye बनाइये
छोड़िए chhodiye chodiye छोड़िये`;

/** Latin words that are something else too often. */
const LEFT_ALONE: readonly string[] = [
  'is',
  'to',
  'so',
  'the',
  'in',
  'us',
  'or',
  'use',
  'men',
  'nine',
  'our',
  'bad',
  'call',
  'ten',
  'rat',
  'man',
];

const irregular = IRREGULAR.split('\n').flatMap((line) => {
  const [meant = '', ...spellings] = line.split(' ').map(foldText);
  return spellings.map((spelling) => [spelling, meant] as const);
});

const latin = (words: readonly string[]) =>
  words.flatMap((word) => romanised(word).map((spelling) => [spelling, word] as const));

/** How a word is written otherwise → the word that patterns know. @param numbers the words for numbers */
export const spellingsOf = (numbers: readonly string[]): Readonly<Record<string, string>> => {
  const all = [...latin(numbers), ...latin(NATIVE).toReversed(), ...irregular];
  return Object.fromEntries(all.filter(([spelling]) => !LEFT_ALONE.includes(spelling)));
};

/** Hindi in Latin letters is nothing that English should read: "main", "do" and "hi" are other words here. */
export const NATIVE_WORDS: readonly string[] = [...new Set(NATIVE)];

/** The words themselves, and all that is written for them. */
export const inAnyLetters = (words: readonly string[]): string[] => {
  const folded = words.map(foldText);
  const others = [...irregular, ...latin(folded)].filter(([, word]) => folded.includes(word));
  return [...folded, ...others.map(([spelling]) => spelling)];
};
