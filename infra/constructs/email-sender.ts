import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';

export interface EmailSenderProps {
  /** An address, or the domain of all senders. */
  readonly identity: string;
}

/** Who mails may come from. SES sends once the owner of the address or domain has confirmed it. */
export class EmailSender extends Construct {
  readonly identityArn: string;

  constructor(scope: Construct, id: string, { identity }: EmailSenderProps) {
    super(scope, id);
    const resource = new EmailIdentity(this, 'Identity', {
      identity: identity.includes('@') ? Identity.email(identity) : Identity.domain(identity),
    });
    this.identityArn = resource.emailIdentityArn;
  }
}
