import type { SecurityEvent } from '#identity';
import { securityWords } from './security.words.js';

/** What each kind of message is about. No price stands in any: mail is read on many screens. */
export interface MessageFacts {
  'member.invited': { organisation: string; roles: readonly string[]; expiresAt: Date };
  'organisation.refused': { organisation: string };
  'password.reset_asked': { expiresAt: Date };
  'security.changed': { event: SecurityEvent; at: Date; link: string };
  'request.invited': RequestFacts & { deadline: Date; lines: number };
  'request.approval_asked': RequestFacts;
  'request.closed': RequestFacts & { quotes: number };
  'request.cancelled': RequestFacts & { reason: string | null };
  /** To the cooperative: its receipt. */
  'quote.submitted': RequestFacts & { quoteReference: string; revision: number; submittedAt: Date };
  /** To the buyer: that a quote has come in, and nothing of what it says. */
  'quote.received': RequestFacts & { cooperative: string; sealed: boolean; deadline: Date };
  'quote.declined': RequestFacts & { quoteReference: string; reason: string | null };
  'award.approval_asked': RequestFacts & { proposer: string };
  'order.issued': OrderFacts;
  'order.documents_ready': OrderFacts;
  'order.accepted': OrderFacts;
  'order.rejected': OrderFacts & { reason: string };
  'order.cancelled': OrderFacts & { reason: string };
  'certificate.submitted': CertificateFacts & { cooperative: string };
  'certificate.decided': CertificateFacts & {
    state: string;
    validUntil: string | null;
    reason: string | null;
  };
  'certificate.suspended': CertificateFacts & { reason: string | null };
}
export type MessageKind = keyof MessageFacts;

interface RequestFacts {
  link: string;
  reference: string;
  title: string;
  buyer: string;
}

interface OrderFacts {
  link: string;
  reference: string;
  title: string;
  /** The other party, whom the order is with. */
  partner: string;
}

interface CertificateFacts {
  link: string;
  reference: string;
  scheme: string;
}

/** Who reads it: their name, where it is known, and how moments are told to them. */
export interface Reader {
  name: string | null;
  moment: (at: Date) => string;
}

export interface Letter {
  subject: string;
  text: string;
}

type Template<Kind extends MessageKind> = (facts: MessageFacts[Kind], reader: Reader) => Letter;
type Catalogue = { [Kind in MessageKind]: Template<Kind> };

/** As that, for the link by which a password is set anew. */
export const passwordResetLink = '{password reset link}';

/** Stands in a letter for the link of an invitation, which is a secret: it is known only to the mail itself. */
export const invitationLink = '{invitation link}';

/** A greeting, paragraphs, and the name below. */
function letter(reader: Reader, subject: string, ...paragraphs: readonly string[]): Letter {
  const greeting = reader.name === null ? 'Hello,' : `Dear ${reader.name},`;
  return { subject, text: `${[greeting, ...paragraphs, 'With kind regards,\nWeftway'].join('\n\n')}\n` };
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const because = (reason: string | null): string[] => (reason === null ? [] : [`They wrote: “${reason}”`]);

const english: Catalogue = {
  'member.invited': ({ organisation, roles, expiresAt }, reader) =>
    letter(
      reader,
      `${organisation} invites you to Weftway`,
      `${organisation} would like you to join them on Weftway as ${roles.join(' and ')}.`,
      `Follow this link to begin. It is for you alone and works until ${reader.moment(expiresAt)}:\n${invitationLink}`,
      'If you did not expect this, you need not do anything.',
    ),
  'organisation.refused': ({ organisation }, reader) =>
    letter(
      reader,
      `Your application for ${organisation}`,
      `Thank you for applying to Weftway. We looked at the application of ${organisation} with care, and cannot admit it as it stands.`,
      'If you think that we missed something, please tell whoever runs this portal. You are welcome to apply again.',
    ),
  'password.reset_asked': ({ expiresAt }, reader) =>
    letter(
      reader,
      'A new password for Weftway',
      'Someone, we hope you, asked for a new password for this address.',
      `Follow this link to choose one. It works once, until ${reader.moment(expiresAt)}, and only until another is asked for:\n${passwordResetLink}`,
      'If it was not you, you need not do anything: your password stays as it is.',
    ),
  'security.changed': ({ event, at, link }, reader) =>
    letter(
      reader,
      securityWords[event].subject,
      `${securityWords[event].what} This was on ${reader.moment(at)}.`,
      `If it was you, all is well. If it was not, change your password at once and look at what is set up:\n${link}`,
    ),
  'request.invited': ({ reference, title, buyer, deadline, lines, link }, reader) =>
    letter(
      reader,
      `${buyer} invites you to quote: ${title}`,
      `${buyer} is looking for makers for “${title}” (${reference}), ${counted(lines, 'line', 'lines')} in all, and would be glad of a quote from you.`,
      `Quotes are welcome until ${reader.moment(deadline)}. You can change or withdraw yours until then.`,
      `What is asked for:\n${link}`,
    ),
  'request.approval_asked': ({ reference, title, link }, reader) =>
    letter(
      reader,
      `Please approve request ${reference}`,
      `The request “${title}” (${reference}) is above your organisation’s limit and waits for an approver before it is published.`,
      `Look at it and decide here:\n${link}`,
    ),
  'request.closed': ({ reference, title, quotes, link }, reader) =>
    letter(
      reader,
      `Request ${reference} is closed: ${counted(quotes, 'quote', 'quotes')}`,
      `The deadline of “${title}” (${reference}) has passed. ${counted(quotes, 'quote', 'quotes')} came in.`,
      `Compare them and prepare the award here:\n${link}`,
    ),
  'request.cancelled': ({ reference, title, buyer, reason, link }, reader) =>
    letter(
      reader,
      `${buyer} cancelled request ${reference}`,
      `${buyer} has cancelled “${title}” (${reference}). Nothing more is asked of you, and quotes on it have lapsed.`,
      ...because(reason),
      `Thank you for your time. The request remains readable here:\n${link}`,
    ),
  'quote.submitted': ({ reference, title, buyer, quoteReference, revision, submittedAt, link }, reader) =>
    letter(
      reader,
      `Your quote ${quoteReference} has arrived`,
      `Your quote ${quoteReference}, revision ${revision}, on “${title}” (${reference}) of ${buyer} arrived on ${reader.moment(submittedAt)}.`,
      `Keep this mail as your receipt. Your quote as it stands:\n${link}`,
    ),
  'quote.received': ({ reference, title, cooperative, sealed, deadline, link }, reader) =>
    letter(
      reader,
      `${cooperative} has quoted on ${reference}`,
      `${cooperative} has quoted on your request “${title}” (${reference}).`,
      ...(sealed ? [`Prices stay sealed until it closes on ${reader.moment(deadline)}.`] : []),
      `Your request:\n${link}`,
    ),
  'quote.declined': ({ reference, title, buyer, quoteReference, reason, link }, reader) =>
    letter(
      reader,
      `About your quote ${quoteReference}`,
      `${buyer} has decided on “${title}” (${reference}), and your quote ${quoteReference} was not chosen this time.`,
      ...(reason === null ? [] : [reason]),
      `Thank you for the work that you put into it. It remains readable here:\n${link}`,
    ),
  'award.approval_asked': ({ reference, title, proposer, link }, reader) =>
    letter(
      reader,
      `Please approve the award of ${reference}`,
      `${proposer} proposes an award for “${title}” (${reference}). It is above your organisation’s limit and waits for an approver.`,
      `Look at it and decide here:\n${link}`,
    ),
  'order.issued': ({ reference, title, partner, link }, reader) =>
    letter(
      reader,
      `Purchase order ${reference} from ${partner}`,
      `Good news: ${partner} has issued purchase order ${reference} to you, for “${title}”.`,
      `Please look at it and accept it, or say why you cannot:\n${link}`,
    ),
  'order.documents_ready': ({ reference, partner, link }, reader) =>
    letter(
      reader,
      `The papers of ${reference} are ready`,
      `The PDF and the XML of purchase order ${reference} with ${partner} are made. Anyone who holds a copy can check it by the code on it.`,
      `They are here:\n${link}`,
    ),
  'order.accepted': ({ reference, title, partner, link }, reader) =>
    letter(
      reader,
      `${partner} accepted ${reference}`,
      `${partner} has accepted purchase order ${reference}, for “${title}”.`,
      `The order:\n${link}`,
    ),
  'order.rejected': ({ reference, title, partner, reason, link }, reader) =>
    letter(
      reader,
      `${partner} cannot take ${reference}`,
      `${partner} has rejected purchase order ${reference}, for “${title}”.`,
      ...because(reason),
      `The order:\n${link}`,
    ),
  'order.cancelled': ({ reference, title, partner, reason, link }, reader) =>
    letter(
      reader,
      `${partner} cancelled ${reference}`,
      `${partner} has cancelled purchase order ${reference}, for “${title}”. Please do not begin, or stop where you are.`,
      ...because(reason),
      `The order:\n${link}`,
    ),
  'certificate.submitted': ({ reference, scheme, cooperative, link }, reader) =>
    letter(
      reader,
      `${cooperative} asks for a review: ${scheme}`,
      `${cooperative} has sent its evidence for ${scheme} (${reference}). It waits in your queue.`,
      `The application:\n${link}`,
    ),
  'certificate.decided': (facts, reader) => certificateDecided(facts, reader),
  'certificate.suspended': ({ reference, scheme, reason, link }, reader) =>
    letter(
      reader,
      `Your certificate ${reference} is suspended`,
      `Your certificate of ${scheme} (${reference}) is suspended. Until this is lifted it does not count towards awards; orders that you have stand.`,
      ...because(reason),
      `What is asked of you:\n${link}`,
    ),
};

const certificateDecided: Template<'certificate.decided'> = (
  { reference, scheme, state, validUntil, reason, link },
  reader,
) => {
  switch (state) {
    case 'granted':
      return letter(
        reader,
        `Your certificate ${reference} is granted`,
        `Your certificate of ${scheme} (${reference}) is granted${validUntil === null ? '' : ` and valid until ${validUntil}`}. Congratulations.`,
        `It is shown here:\n${link}`,
      );
    case 'action_required':
      return letter(
        reader,
        `Something is missing for ${scheme}`,
        `Your application for ${scheme} (${reference}) needs something more before it can be decided.`,
        ...because(reason),
        `Add it and send it again here:\n${link}`,
      );
    default:
      return letter(
        reader,
        `A decision about ${reference}`,
        `Your certificate of ${scheme} (${reference}) is now ${state.replaceAll('_', ' ')}.`,
        ...because(reason),
        `What was found:\n${link}`,
      );
  }
};

/** By language (BCP 47, without region). A message that a language lacks is written in English. */
const catalogues: Readonly<Record<string, Partial<Catalogue>>> = { en: english };

/** A message in its reader's language. The subject is one line of at most 200 characters. */
export function letterFor<Kind extends MessageKind>(
  kind: Kind,
  facts: MessageFacts[Kind],
  reader: Reader,
  language: string,
): Letter {
  const template: Template<Kind> = catalogues[language.split('-')[0] ?? 'en']?.[kind] ?? english[kind];
  const { subject, text } = template(facts, reader);
  return { subject: subject.replace(/\s+/g, ' ').trim().slice(0, 200), text };
}

/** How a moment is told to someone: the day and the time where they are, and where that is. */
export function momentsIn(timeZone: string): (at: Date) => string {
  const told = (zone: string) => {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      dateStyle: 'long',
      timeStyle: 'short',
    });
    return (at: Date): string => `${format.format(at)} (${zone})`;
  };
  try {
    return told(timeZone);
  } catch {
    return told('UTC');
  }
}
