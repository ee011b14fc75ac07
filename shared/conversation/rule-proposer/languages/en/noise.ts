import type { Grammar } from '../../grammar.ts';

/** Addresses, phone numbers, money, dates. */
export const noise: Grammar['noise'] = [
  '(?:unit|suite|floor|room|block|gate|bay|apt\\.?|apartment|flat|door|dock|hall|building|level|lot|plot|no\\.|number)\\s*#?\\d+[a-z]?',
  '\\d+(?:st|nd|rd|th)(?: floor| street| avenue)?',
  "\\d+[a-z]?,? (?:(?!(?:and|to|we|it|people|staff|users|workers|employees|with|from|at|on|is|are|will|who|for|hours?|minutes?|days?|the) )[a-z'.-]+ ){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|boulevard|blvd|square|sq|place|pl|court|ct|close|terrace|parade|quay|row|highway|hwy)\\.?",
  '(?:high|main|market|church|station|school|hospital|factory|office|store|shop|college|university|mill|clinic|warehouse) (?:street|road|lane|avenue|square|st|rd)',
  '(?:phone|tel|telephone|fax|mobile|cell|ext(?:ension)?|post ?code|zip(?: code)?|p\\.?o\\.? box)\\.?:?\\s*(?:number |is )?[+(]?\\d[\\d ()/-]*',
  '[a-z]{1,2}\\d{1,2}[a-z]? \\d[a-z]{2}',
  '[$£€]\\s?\\d[\\d,.]*k?',
  '\\d[\\d,.]*\\s?(?:%|percent|dollars?|euros?|pounds?|usd|eur|gbp)',
  '(?:in|since|from|until|of) (?:19|20)\\d{2}',
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?',
  '\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:,? \\d{4})?',
];
