import { describe, expect, it } from 'vitest';
import { configureSite } from '#tests/support/conversation-world/configured-site.ts';
import { conversationWorld } from '#tests/support/conversation-world/conversation-world.ts';

/** Language, what is said in turn, the facts understood at the end, and the state it leads to. */
type Case = readonly [string, readonly string[], Readonly<Record<string, unknown>>, string];

const from8To20 = { open: '08:00', close: '20:00', around_the_clock: false };
const from6To22 = { open: '06:00', close: '22:00', around_the_clock: false };

/** Holds a conversation line by line. @returns its last answer */
async function talkThrough(type: string, language: string, [first, ...lines]: readonly string[]) {
  const world = conversationWorld();
  await configureSite(world.table, 'acme', 'OFF001', 'Torre Alameda');
  await configureSite(world.table, 'acme', 'OFF002', 'Rive Gauche');
  await configureSite(world.table, 'acme', 'OFF003', 'Speicherhof');
  let { body } = await world.start({ type, language, initial_input: first });
  for (const user_input of lines) {
    ({ body } = await world.say(String(body.conversation_id), { user_input }));
  }
  return body;
}

async function expectUnderstood(type: string, [language, said, facts, state]: Case) {
  const body = await talkThrough(type, language, said);
  const slots = Object.entries(body.slots).map(([name, fill]) => [name, Object(fill).value]);
  expect(Object.fromEntries(slots), body.reply).toMatchObject(facts);
  expect(body.state, body.reply).toBe(state);
}

const named = (cases: readonly Case[]) => cases.map((each) => [each[0], each[1][0], each] as const);

const CHANGES: readonly Case[] = [
  [
    'es',
    ['Quiero que Torre Alameda pase a 45 usuarios'],
    { target_site: 'OFF001', expected_users: 45 },
    'awaiting_approval',
  ],
  [
    'es',
    ['Hola, necesito cambiar una sede', 'Torre Alameda', 'el horario', 'de 8 a 20'],
    { change_field: 'operating_hours', operating_hours: from8To20 },
    'awaiting_approval',
  ],
  [
    'es',
    ['En Torre Alameda hay que poner a 7 personas en el turno Late'],
    { shift_name: 'Late', shift_people: 7 },
    'awaiting_approval',
  ],
  [
    'fr',
    ['Il faut passer Rive Gauche à 45 utilisateurs'],
    { target_site: 'OFF002', expected_users: 45 },
    'awaiting_approval',
  ],
  [
    'fr',
    ['Bonjour, je voudrais modifier un site', 'Rive Gauche', 'les horaires', 'de 8h à 20h'],
    { change_field: 'operating_hours', operating_hours: from8To20 },
    'awaiting_approval',
  ],
  [
    'fr',
    ["Mettez 7 personnes dans l'équipe Late de Rive Gauche"],
    { shift_name: 'Late', shift_people: 7 },
    'awaiting_approval',
  ],
  [
    'de',
    ['Speicherhof soll künftig 45 Nutzer haben'],
    { target_site: 'OFF003', expected_users: 45 },
    'awaiting_approval',
  ],
  [
    'de',
    [
      'Guten Tag, ich möchte einen Standort ändern',
      'Speicherhof',
      'die Betriebszeiten',
      '6 bis 22 Uhr',
    ],
    { change_field: 'operating_hours', operating_hours: from6To22 },
    'awaiting_approval',
  ],
  [
    'de',
    ['Im Speicherhof sollen in der Schicht Late 7 Leute arbeiten'],
    { shift_name: 'Late', shift_people: 7 },
    'awaiting_approval',
  ],
  [
    'es',
    ['OFF001 necesita seguridad reforzada'],
    { target_site: 'OFF001', security_level: 'enhanced' },
    'awaiting_approval',
  ],
  [
    'fr',
    ['OFF002 doit passer en sécurité renforcée'],
    { target_site: 'OFF002', security_level: 'enhanced' },
    'awaiting_approval',
  ],
  [
    'de',
    ['OFF003 braucht erhöhte Sicherheit'],
    { target_site: 'OFF003', security_level: 'enhanced' },
    'awaiting_approval',
  ],
  [
    'es',
    ['Quiero cambiar algo', 'Torre Alameda', 'la gente de un turno', 'el turno Day', 'doce'],
    { shift_name: 'Day', shift_people: 12 },
    'awaiting_approval',
  ],
  [
    'fr',
    [
      'Je veux changer quelque chose',
      'Rive Gauche',
      'le nombre de personnes dans une équipe',
      "l'équipe Day",
      'douze',
    ],
    { shift_name: 'Day', shift_people: 12 },
    'awaiting_approval',
  ],
  [
    'de',
    [
      'Ich will etwas ändern',
      'Speicherhof',
      'die Leute in einer Schicht',
      'die Schicht Day',
      'zwölf',
    ],
    { shift_name: 'Day', shift_people: 12 },
    'awaiting_approval',
  ],
];

const PROBLEMS: readonly Case[] = [
  [
    'es',
    [
      'Los vigilantes no pueden iniciar sesión',
      'Sale «contraseña incorrecta» aunque está bien',
      'desde el lunes',
      'Torre Alameda',
      'crítica',
    ],
    { area: 'sign_in', since_when: 'desde el lunes', target_site: 'OFF001', severity: 'critical' },
    'escalated',
  ],
  [
    'es',
    ['Hola', 'los móviles', 'El GPS no se enciende', 'sáltala', 'siguiente', 'es bastante grave'],
    { area: 'devices', symptom: 'El GPS no se enciende', severity: 'high' },
    'escalated',
  ],
  [
    'es',
    [
      'No llegan los correos de aviso',
      'Debería llegar un correo y no llega',
      'hace dos semanas',
      'sáltala',
      'no podemos trabajar',
    ],
    { area: 'notifications', severity: 'critical' },
    'escalated',
  ],
  [
    'fr',
    [
      "Les agents n'arrivent pas à se connecter",
      'Message « mot de passe incorrect » alors que tout est bon',
      'depuis lundi',
      'Rive Gauche',
      'critique',
    ],
    { area: 'sign_in', since_when: 'depuis lundi', target_site: 'OFF002', severity: 'critical' },
    'escalated',
  ],
  [
    'fr',
    [
      'Bonjour',
      'les téléphones',
      "Le GPS ne s'allume pas",
      'passez cette question',
      'suivante',
      "c'est assez grave",
    ],
    { area: 'devices', symptom: "Le GPS ne s'allume pas", severity: 'high' },
    'escalated',
  ],
  [
    'fr',
    [
      "On ne reçoit plus les mails d'alerte",
      'Un mail devrait partir et rien ne part',
      'depuis deux semaines',
      'question suivante',
      'personne ne peut travailler',
    ],
    { area: 'notifications', severity: 'critical' },
    'escalated',
  ],
  [
    'de',
    [
      'Unsere Wachleute können sich nicht anmelden',
      'Es kommt „falsches Passwort“, obwohl es stimmt',
      'seit Montag',
      'Speicherhof',
      'kritisch',
    ],
    { area: 'sign_in', since_when: 'seit Montag', target_site: 'OFF003', severity: 'critical' },
    'escalated',
  ],
  [
    'de',
    ['Hallo', 'die Handys', 'Das GPS geht nicht an', 'überspringen', 'weiter', 'ziemlich ernst'],
    { area: 'devices', symptom: 'Das GPS geht nicht an', severity: 'high' },
    'escalated',
  ],
  [
    'de',
    [
      'Die Alarm-Mails kommen nicht an',
      'Es sollte eine Mail kommen, es kommt aber keine',
      'seit zwei Wochen',
      'nächste Frage',
      'niemand kann arbeiten',
    ],
    { area: 'notifications', severity: 'critical' },
    'escalated',
  ],
];

const WISHES: readonly Case[] = [
  [
    'es',
    [
      'Tengo una idea',
      'Exportar los turnos a un calendario',
      'Quiero ver mis turnos en Outlook. ¿Sería posible?',
      'muy importante',
      'unos cuarenta',
    ],
    {
      request_title: 'Exportar los turnos a un calendario',
      importance: 'high',
      affected_users: 40,
    },
    'completed',
  ],
  [
    'es',
    ['hola', 'Modo oscuro', 'Para las noches.', 'no es importante', 'siguiente'],
    { request_title: 'Modo oscuro', importance: 'low' },
    'completed',
  ],
  [
    'es',
    [
      'buenas',
      'Fotos en las rondas',
      'Que se puedan añadir fotos a una ronda.',
      'media',
      'todos, 120 personas',
    ],
    { importance: 'medium', affected_users: 120 },
    'completed',
  ],
  [
    'fr',
    [
      "J'ai une idée",
      'Exporter les équipes dans un calendrier',
      "Je voudrais voir mes équipes dans Outlook. C'est possible ?",
      'très important',
      'une quarantaine',
    ],
    {
      request_title: 'Exporter les équipes dans un calendrier',
      importance: 'high',
      affected_users: 40,
    },
    'completed',
  ],
  [
    'fr',
    ['bonjour', 'Mode sombre', 'Pour la nuit.', 'pas très important', 'suivante'],
    { request_title: 'Mode sombre', importance: 'low' },
    'completed',
  ],
  [
    'fr',
    [
      'salut',
      'Photos pendant les rondes',
      "Qu'on puisse ajouter des photos à une ronde.",
      'moyenne',
      'tout le monde, 120 personnes',
    ],
    { importance: 'medium', affected_users: 120 },
    'completed',
  ],
  [
    'de',
    [
      'Ich habe eine Idee',
      'Schichten als Kalender ausgeben',
      'Ich möchte meine Schichten in Outlook sehen. Geht das?',
      'sehr wichtig',
      'etwa vierzig',
    ],
    { request_title: 'Schichten als Kalender ausgeben', importance: 'high', affected_users: 40 },
    'completed',
  ],
  [
    'de',
    ['hallo', 'Dunkler Modus', 'Für nachts.', 'nicht so wichtig', 'weiter'],
    { request_title: 'Dunkler Modus', importance: 'low' },
    'completed',
  ],
  [
    'de',
    [
      'moin',
      'Fotos auf dem Rundgang',
      'Man soll an einen Rundgang Fotos hängen können.',
      'mittel',
      'alle, 120 Leute',
    ],
    { importance: 'medium', affected_users: 120 },
    'completed',
  ],
];

describe('other conversations than a set-up, in the speaker’s language', () => {
  it.each(named(CHANGES))('a change in %s: %s', (_language, _first, each) =>
    expectUnderstood('config_update', each),
  );

  it.each(named(PROBLEMS))('a problem in %s: %s', (_language, _first, each) =>
    expectUnderstood('troubleshooting', each),
  );

  it.each(named(WISHES))('a wish in %s: %s', (_language, _first, each) =>
    expectUnderstood('feature_request', each),
  );
});
