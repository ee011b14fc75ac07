import * as z from 'zod';
import { defineKind, nameOf } from '../resource-kind.ts';
import { TAGS_WITHOUT_EFFECT } from '../without-effect.ts';

/** A sender. Locally every sender counts as verified. */
export const emailIdentityKind = defineKind({
  type: 'AWS::SES::EmailIdentity',
  properties: z.strictObject({ EmailIdentity: z.string() }),
  withoutEffect: {
    ...TAGS_WITHOUT_EFFECT,
    ConfigurationSetAttributes: 'no reputation is measured on a laptop',
    DkimAttributes: 'local mail is not signed',
    DkimSigningAttributes: 'local mail is not signed',
    FeedbackAttributes: 'local mail never bounces',
    MailFromAttributes: 'local mail never leaves',
  },
  identify: (resource, place) => {
    const name = nameOf(resource, 'EmailIdentity');
    const arn = `arn:aws:ses:${place.region}:${place.accountId}:identity/${name}`;
    return { ref: name, attributes: { Arn: arn, EmailIdentityArn: arn } };
  },
});
