import type { Dialogue } from './dialogue.ts';
import type { ReplyKind } from './reply-kind.ts';

/** What a client sees of a conversation after a message. */
export interface Seen {
  /** Slot → value. */
  readonly slots: Readonly<Record<string, unknown>>;
  /** What is asked now, by slot. */
  readonly asked: readonly string[];
  /** Unknown where the message was refused. */
  readonly replyKind: ReplyKind | undefined;
  /** Whether the draft is there. */
  readonly drafted: boolean;
  /** Why the message was not taken. */
  readonly refused?: string;
}

/** A conversation that can be held, whatever carries it. */
export interface Conversation {
  /** What was understood before the first message. */
  readonly opening: Seen;
  say(text: string): Promise<Seen>;
}

export type OpenConversation = (
  dialogue: Pick<Dialogue, 'id' | 'language' | 'type' | 'start'>,
) => Promise<Conversation>;
