import type { Grammar } from '../../grammar.ts';

/** What people write before the colon, or in the left column of a table. */
export const labels: NonNullable<Grammar['labels']> = {
  site_name: [
    '(?:site|location|facility|branch)(?: name)?',
    '(?:building|store|shop|office|project) name',
    '(?:official |full |display )?name(?: of (?:the )?(?:site|location|facility|branch))?',
    'called',
  ],
  site_type: [
    '(?:site |facility |location |building )?(?:type|kind|category|sector|industry)(?: of (?:site|facility|location|business))?',
    'what(?: it is)?',
    'business(?: type)?',
    'usage',
  ],
  expected_users: [
    '(?:expected |estimated |total |planned )?(?:number of |no\\.? of |nr\\.? of |# ?(?:of )?|total )?(?:<people>|headcount|head count|heads|team(?: size)?|workforce|staffing)(?: count| number| size| on site| total| \\(approx\\.?\\))?',
    'size',
  ],
  operating_hours: [
    '(?:opening |operating |business |working |work |site )?(?:hours|times?|schedule)(?: of (?:operation|opening|business))?',
    'open(?:ing)?',
    'when(?: open)?',
  ],
  time_zone: ['time ?-?zone', 'tz', 'zone', 'local time', 'clock', 'city', 'where', 'time'],
  security_level: [
    '(?:required |desired )?(?:security|protection|sec)(?: ?level| class| tier)?',
    'level(?: of security)?',
  ],
  urgency: [
    'urgency',
    'priority',
    'deadline',
    '(?:needed|required|due|wanted|ready)(?: by)?',
    '(?:go-?live|launch|start)(?: date)?',
    'by when',
    'how soon',
    'time ?(?:frame|line)',
  ],
  staff_roles: ['(?:staff |job )?roles?', 'positions?'],
  shifts: ['shifts?(?: pattern| plan)?'],
};
