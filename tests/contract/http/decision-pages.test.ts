import { expect, it } from 'vitest';
import { decisionPage } from '#functions/http/decide/decision-page.ts';

const shown = {
  decision: 'approve' as const,
  person: 'ana@acme.example',
  title: 'Set up <script>alert(1)</script>',
  requester: '"><img src=x>',
  status: 'pending_approval',
  risk_score: 0.4,
  risk_reasons: ['2 deletes, among them site:RT001'],
  changes_total: 2,
  summary: ['create site:<b>'],
  conditions: [{ person: 'bob@acme.example', conditions: 'only <i>in May</i>' }],
  can_decide: true,
  reason: null,
};

it('a page asks once more before it decides, and shows texts as texts', () => {
  const page = decisionPage(shown);
  expect(page).toContain('<form method="post">');
  expect(page).toContain('Approve as ana@acme.example');
  expect(page).toContain('among them site:RT001');
  expect(page).not.toMatch(/<script|<img|<b>|<i>/);
  expect(page).toContain('bob@acme.example approved on: only &lt;i&gt;in May');
});

it('a page asks on which conditions somebody approves, and never rejects', () => {
  expect(decisionPage(shown)).toContain('<textarea name="conditions"');
  expect(decisionPage({ ...shown, decision: 'reject' })).not.toContain('name="conditions"');
});

it('a page without anything to decide says why, and has no form', () => {
  const page = decisionPage({ ...shown, can_decide: false, reason: 'You have decided.' });
  expect(page).not.toContain('<form');
  expect(page).toContain('You have decided. The changeset is now: pending_approval.');
});

it('a page says how many changes it does not show, and where they are', () => {
  expect(decisionPage({ ...shown, changes_total: 130 })).toContain('And 129 more changes');
  expect(decisionPage({ ...shown, changes_total: 1 })).not.toContain('more changes');
});

it('a problem is a page, too, with what to name when asking for help', () => {
  const page = decisionPage({ title: 'Not found', detail: 'No such link', correlation_id: 'c-1' });
  expect(page).toContain('No such link');
  expect(page).toContain('c-1');
});
