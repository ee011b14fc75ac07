/** A mail as it leaves: plain text and the same as HTML. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Port to the mail service. @throws MailRefusedError when no later attempt can succeed */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** The service will not carry this mail: its recipient or sender is not accepted. */
export class MailRefusedError extends Error {}
