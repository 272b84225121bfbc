type Place =
  | { to: '/verify/po/$token'; params: { token: string } }
  | { to: '/verify/certificates/$reference'; params: { reference: string } };

const order = (token: string): Place => ({ to: '/verify/po/$token', params: { token } });
const certificate = (reference: string): Place => ({
  to: '/verify/certificates/$reference',
  params: { reference: reference.toUpperCase() },
});

/** Where what someone typed or pasted is checked: a certificate's reference, an order's code, or the address in a QR code. */
export function placeOf(typed: string): Place | null {
  const words = typed.trim();
  const [, ofOrder] = /\/verify\/po\/([A-Za-z0-9_-]{22,64})/.exec(words) ?? [];
  if (ofOrder) {
    return order(ofOrder);
  }
  const [, ofCertificate] = /(?:^|\/)(C-\d{4}-\d{1,10})\/?$/i.exec(words.replaceAll(/\s/g, '')) ?? [];
  if (ofCertificate) {
    return certificate(ofCertificate);
  }
  return /^[A-Za-z0-9_-]{22,64}$/.test(words) ? order(words) : null;
}

/** The number of a purchase order alone proves nothing: anyone could have typed it on a paper. */
export function isOrderNumber(typed: string): boolean {
  return /^PO-\d{4}-\d+$/i.test(typed.trim());
}
