import { describe, expect, test } from 'vitest';
import { htmlParser } from '#shared/knowledge/parsing/html-parser.ts';

const read = async (html: string | Uint8Array) => (await htmlParser.parse(Buffer.from(html))).text;

describe('a web page', () => {
  test('comes out as Markdown of what a reader sees', async () => {
    const page = `<!doctype html><html><head><title>Rules</title><style>p{color:red}</style></head>
      <body><h1>Site <em>rules</em></h1><p>The north gate\n closes at <b>ten</b>.<br>Always.</p>
      <ul><li>Badge<li>Helmet<ul><li>yellow for visitors</ul></ul>
      <ol><li><p>Stop</p></li><li>Look</li></ol>
      <pre><code>open gate
  now</code></pre><script>alert(1)</script><h2>Visitors</h2>They sign in.</body></html>`;
    expect(await read(page)).toBe(
      [
        '# Site rules',
        '',
        'The north gate closes at ten.',
        'Always.',
        '',
        '- Badge',
        '- Helmet',
        '  - yellow for visitors',
        '',
        '1. Stop',
        '2. Look',
        '',
        '~~~',
        'open gate',
        '  now',
        '~~~',
        '',
        '## Visitors',
        '',
        'They sign in.',
      ].join('\n'),
    );
  });

  test('has its title as heading when it has none', async () => {
    expect(await read('<title>Gate\nplan</title><h2>North</h2>Closed.')).toMatch(
      /^# Gate plan\n\n## North/,
    );
  });

  test('keeps tables as tables, with spanning cells in each row they span', async () => {
    const table = `<table><thead><tr><th>Site<th>Gate<th>Closes</thead>
      <tr><td rowspan=2>Hall 7<td>North<td>ten | late<tr><td colspan=2>none</table>`;
    expect(await read(table)).toBe(
      [
        '| Site | Gate | Closes |',
        '| --- | --- | --- |',
        '| Hall 7 | North | ten \\| late |',
        '| Hall 7 | none | none |',
      ].join('\n'),
    );
  });

  test('reads tables that only arrange the page as paragraphs', async () => {
    const page = '<table><tr><td><h2>Gates</h2><table><tr><td>a<td>b</table></td></tr></table>';
    expect(await read(page)).toBe('## Gates\n\n| a | b |\n| --- | --- |');
  });

  test.each([
    '<p hidden>secret</p>',
    '<p style="color:red; display : none">secret</p>',
    '<div style="visibility:hidden"><p>secret</p></div>',
    '<span style="font-size:0">secret</span>',
    '<span style="opacity:0.0;">secret</span>',
    '<style>.x, #y { display:none }</style><p id="y">secret</p>',
    '<!-- secret -->',
    '<template>secret</template>',
    '<noscript>secret</noscript>',
    '<textarea>secret</textarea>',
    '<table><tr><td>a<td>b<tr hidden><td>secret<td>secret</table>',
    '<ul><li>one<li hidden>secret</ul>',
  ])('says nothing of what nobody sees: %s', async (hidden) => {
    expect(await read(`<p>seen</p>${hidden}`)).not.toContain('secret');
  });

  test.each([
    '<p style="opacity:0.9">seen</p>',
    '<p style="font-size:0.8em">seen</p>',
    '<style>@media print { p { display: none } } b { display: inline }</style><p>seen</p>',
    '<style>p::before { display: none } not a :: selector { display: none }</style><p>seen</p>',
  ])('says what is seen: %s', async (html) => {
    expect(await read(html)).toBe('seen');
  });

  test('is read in the charset it declares', async () => {
    const cyrillic = Buffer.from([0xc2, 0xee, 0xf0, 0xee, 0xf2, 0xe0]);
    const page = Buffer.concat([Buffer.from('<meta charset="windows-1251"><p>'), cyrillic]);
    expect(await read(page)).toBe('Ворота');
  });

  test('nested beyond reason is refused', async () => {
    await expect(read(`${'<div>'.repeat(5000)}text`)).rejects.toThrow(/levels deep/);
  });
});
