import { describe, expect, it } from '@jest/globals';
import {
  letterFor,
  type MessageFacts,
  type MessageKind,
  momentsIn,
  type Reader,
} from './message.templates.js';

const reader: Reader = { name: 'Amina Wanjiru', moment: momentsIn('Africa/Nairobi') };
const at = new Date('2027-01-15T17:00:00Z');
const request = {
  link: 'https://w.example/r',
  reference: 'SR-2026-000123',
  title: 'Autumn range',
  buyer: 'Hearth and Hall',
};
const order = {
  link: 'https://w.example/o',
  reference: 'PO-2026-000045',
  title: 'Autumn range',
  partner: 'Hearth and Hall',
};
const certificate = { link: 'https://w.example/c', reference: 'C-2026-000012', scheme: 'SA8000' };
const examples: MessageFacts = {
  'member.invited': { organisation: 'Kiondo Weavers', roles: ['maker', 'manager'], expiresAt: at },
  'organisation.refused': { organisation: 'Kiondo Weavers' },
  'password.reset_asked': { expiresAt: at },
  'security.changed': { event: 'totp_added', at, link: 'https://w.example/account/security' },
  'request.invited': { ...request, deadline: at, lines: 1 },
  'request.approval_asked': request,
  'request.closed': { ...request, quotes: 3 },
  'request.cancelled': { ...request, reason: 'Plans changed' },
  'quote.submitted': { ...request, quoteReference: 'Q-2026-000001', revision: 2, submittedAt: at },
  'quote.received': { ...request, cooperative: 'Kiondo Weavers', sealed: true, deadline: at },
  'quote.declined': { ...request, quoteReference: 'Q-2026-000001', reason: null },
  'award.approval_asked': { ...request, proposer: 'Joost de Wit' },
  'order.issued': order,
  'order.documents_ready': order,
  'order.accepted': order,
  'order.rejected': { ...order, reason: 'The loom broke' },
  'order.cancelled': { ...order, reason: 'The shop closes' },
  'certificate.submitted': { ...certificate, cooperative: 'Kiondo Weavers' },
  'certificate.decided': { ...certificate, state: 'granted', validUntil: '2028-01-01', reason: null },
  'certificate.suspended': { ...certificate, reason: 'An audit found child labour' },
};

describe('a message', () => {
  it.each(Object.keys(examples) as MessageKind[])(
    'about %s has one line above and a whole letter below',
    (kind) => {
      const { subject, text } = letterFor(kind, examples[kind], reader, 'en');
      expect(subject).toMatch(/^\S[^\n]{4,199}$/);
      expect(text).toMatch(/^Dear Amina Wanjiru,\n\n[^]+\n\nWith kind regards,\nWeftway\n$/);
      expect(text).not.toMatch(/undefined|null|\[object/);
    },
  );

  it('is in English where its reader’s language has none', () => {
    const english = letterFor('order.issued', order, reader, 'en-GB');
    expect(letterFor('order.issued', order, reader, 'sw')).toEqual(english);
    expect(letterFor('order.issued', order, reader, '')).toEqual(english);
  });

  it('keeps its subject on one line, however its parts were typed', () => {
    const { subject } = letterFor(
      'request.invited',
      { ...examples['request.invited'], title: `Baskets\r\nBcc: all${'s'.repeat(300)}` },
      reader,
      'en',
    );
    expect(subject).toMatch(/^Hearth and Hall invites you to quote: Baskets Bcc: alls+$/);
    expect(subject).toHaveLength(200);
  });

  it('tells moments where the reader is, and in UTC where that is nowhere', () => {
    expect(momentsIn('Africa/Nairobi')(at)).toBe('15 January 2027 at 20:00 (Africa/Nairobi)');
    expect(momentsIn('Middle/Earth')(at)).toBe('15 January 2027 at 17:00 (UTC)');
  });

  it('greets whoever has no name here', () => {
    expect(letterFor('order.issued', order, { ...reader, name: null }, 'en').text).toMatch(/^Hello,\n/);
  });
});
