import { foldText } from '../../text/fold.ts';

/** Spellings that follow no rule, and English words that Hindi uses; each line begins with what is meant. */
const SPELLINGS = `है h he hy
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
तो toh
पता ptaa patta
वजह vajah wajah
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

/** How else a word is written → the word. */
export const OTHER_SPELLINGS: readonly (readonly [string, string])[] = SPELLINGS.split(
  '\n',
).flatMap((line) => {
  const [meant = '', ...spellings] = line.split(' ').map(foldText);
  return spellings.map((spelling) => [spelling, meant] as const);
});
