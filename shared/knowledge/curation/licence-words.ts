import { type LicenceKind, type LicenceNotice, licenceKind } from './licence-notice.ts';

const WORDS: Readonly<Record<LicenceKind, string>> = {
  confidential: String.raw`strictly (?:private|confidential)|(?:company|private and|commercial in) (?:confidential|confidence)|confidential(?: (?:information|document|and proprietary)|\s*[-:.!)\]|]|\s*$)|(?:is|are|remains?|marked|classified) (?:as )?(?:strictly )?confidential|(?:for )?internal use only|proprietary and confidential
    |(?:streng )?vertraulich|nur für den (?:internen|dienst)gebrauch|nur für den internen gebrauch|verschlusssache|betriebsgeheimnis
    |(?:estrictamente )?confidencial|(?:sólo|solo|exclusivamente) para uso interno|uso interno exclusivo
    |(?:strictement )?confidentiel(?:le)?s?|(?:à )?usage interne (?:uniquement|exclusivement)|réservé à l[’']usage interne
    |गोपनीय|केवल आंतरिक उपयोग|سري(?:ة)?(?: للغاية| جدًا| وخاص)?|للاستخدام الداخلي فقط`,
  all_rights_reserved: String.raw`all rights reserved|alle rechte vorbehalten|(?:todos los|reservados todos los) derechos(?: reservados)?|tous droits réservés|सर्वाधिकार सुरक्षित|جميع الحقوق محفوظة|(?:©|\(c\)|copyright(?: ©| \(c\))?) ?(?:19|20)\d\d`,
  no_distribution: String.raw`(?:do|must|may|shall|can) ?not (?:be )?(?:distribut|redistribut|copy|copied|reproduc|forward|disclos|disseminat)\w*|(?:do|must|may|shall) not (?:be )?shared? (?:this|it|outside|externally|with third)|not for (?:public )?(?:re)?(?:distribution|release|resale)|no part of (?:this|the) [\p{L} ]{1,40} may be (?:reproduced|copied|distributed|transmitted)|unauthori[sz]ed (?:copying|distribution|reproduction|disclosure|use)|without (?:the )?(?:prior )?written (?:permission|consent)
    |(?:weitergabe|vervielfältigung|verbreitung|nachdruck)[\p{L} ,]{0,60} (?:verboten|untersagt|nicht gestattet|nur mit)|darf nicht (?:weitergegeben|vervielfältigt|kopiert|verbreitet)|nicht zur (?:weitergabe|veröffentlichung)
    |(?:prohibida|queda prohibida|se prohíbe)(?: la)?(?: su)? (?:reproducción|distribución|difusión|copia|divulgación)|no (?:distribuir|difundir|divulgar|reproducir|copiar)
    |(?:reproduction|diffusion|distribution|copie|divulgation)[\p{L} ,]{0,40} (?:interdite|strictement interdite)|ne pas (?:diffuser|distribuer|reproduire|copier|divulguer)
    |वितरण (?:न करें|निषिद्ध|वर्जित)|(?:प्रतिलिपि|नकल) (?:न बनाएं|निषिद्ध|वर्जित)|يمنع (?:النسخ|التوزيع|النشر|نسخ|توزيع)|يحظر (?:النسخ|التوزيع|النشر|نسخ|توزيع|نشر)|لا يجوز (?:نسخ|توزيع|نشر)`,
  licensed_to: String.raw`(?:(?:copy|document|file|edition|report|standard|publication|work|is) |^\W*)licen[sc]ed (?:exclusively |solely |only )?(?:to|for use by)|licen[sc]ed (?:exclusively|solely|only) (?:to|for)|single[- ]user licen[cs]e|licen[cs]e(?:d)? (?:copy|user) (?:of|for|:)|lizenziert (?:für|an)|einzelplatzlizenz|licenciad[oa] (?:a|para)|con licencia para|licence accordée à|sous licence (?:à|pour)|को लाइसेंस|مرخص(?:ة)? (?:لـ|ل|إلى)`,
};

const NOTICES = Object.entries(WORDS).map(([kind, words]) => ({
  kind: licenceKind.parse(kind),
  words: new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(?:${words.replaceAll(/\n\s*/g, '')})(?![\\p{L}\\p{M}])`,
    'imu',
  ),
}));

const SHOWN_BEFORE = 40;
const SHOWN = 160;

/** The first notice of each kind, with the words around it. It only tells: nothing is held back for it. */
export const findLicenceNotices = (text: string): readonly LicenceNotice[] =>
  NOTICES.flatMap(({ kind, words }) => {
    const found = words.exec(text);
    return found ? [{ kind, quote: around(text, found.index) }] : [];
  });

/** Of the same line. */
function around(text: string, at: number): string {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const start = Math.max(line, at - SHOWN_BEFORE);
  const [own = ''] = text.slice(start, start + SHOWN).split('\n');
  return own.trim();
}
