import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { approvalRejectedV1 } from '#events/approval-rejected.v1.ts';
import { renderMail } from '#shared/notifications/render-mail.ts';
import { eventExample } from '#tests/support/event-contracts.ts';

const example = z.object({ detail: z.object({ data: z.record(z.string(), z.unknown()) }) });
const { status: _, ...before } = example.parse(eventExample('approval-rejected.v1', 'good')).detail
  .data;

function mailAbout(data: object): string {
  const timestamp = '2026-01-05T08:30:00.000Z';
  const payload = {
    type: 'approval.rejected',
    timestamp,
    data: approvalRejectedV1.data.parse(data),
  };
  return renderMail(JSON.stringify(payload), 'https://console.example').text;
}

describe('a mail about a rejection', () => {
  it('says that it is over where it is', () => {
    expect(mailAbout({ ...before, status: 'rejected' })).toContain('will not be applied');
  });

  it('says that others may still approve where they may', () => {
    const text = mailAbout({ ...before, status: 'pending_approval' });
    expect(text).toContain(`The others may still approve ${before['title']}.`);
    expect(text).not.toContain('will not be applied');
  });

  it('says that it is over for an event of before votes were told', () => {
    expect(mailAbout(before)).toContain('will not be applied');
  });
});
