import PDFDocument from 'pdfkit';
import sharp from 'sharp';

/** A page as an office would scan it: a heading, what it is about, and a signed table. */
export async function evidencePdf(paper: {
  title: string;
  organisation: string;
  note: string;
  day: string;
}): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 64, info: { Title: paper.title } });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve);
    document.on('error', reject);
  });
  document.fontSize(10).fillColor('#555').text(plain(paper.organisation)).moveDown(0.4);
  document.fontSize(18).fillColor('#222').text(plain(paper.title)).moveDown(0.3);
  document.fontSize(11).text(plain(paper.note)).moveDown(0.2);
  document.fontSize(9).fillColor('#555').text(`Demonstration paper, ${paper.day}`);
  const top = document.y + 18;
  for (let row = 0; row < 14; row += 1) {
    const y = top + row * 26;
    document
      .moveTo(64, y)
      .lineTo(531, y)
      .lineWidth(row < 2 ? 1.2 : 0.5)
      .strokeColor('#999')
      .stroke();
    if (row > 0 && row < 13) {
      document
        .fillColor('#333')
        .text(`${row}.`, 68, y + 8)
        .text(`Entry ${row} of 12`, 100, y + 8)
        .text('checked', 360, y + 8)
        .text('signed', 470, y + 8);
    }
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** A label as it would be photographed. @returns PNG, 800 x 500 pixels */
export async function labelPicture(name: string, note: string): Promise<Buffer> {
  const words = (text: string): string => text.replace(/[<>&]/g, ' ');
  return sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"><rect width="800" height="500" fill="#b89b74"/>
<rect x="120" y="90" width="560" height="320" rx="18" fill="#f6efe0"/><circle cx="400" cy="130" r="14" fill="#b89b74"/>
<g font-family="sans-serif" text-anchor="middle" fill="#3c2f24"><text x="400" y="245" font-size="30">${words(name)}</text><text x="400" y="310" font-size="20">${words(note)}</text></g></svg>`),
  )
    .png({ palette: true })
    .toBuffer();
}

/** In letters that the built-in typeface has. */
function plain(text: string): string {
  return text
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~’“”–—\n]/g, '?');
}
