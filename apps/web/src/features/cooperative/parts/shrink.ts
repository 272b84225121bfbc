const longestSide = 1_600;
const quality = 0.8;

/**
 * A photo made small before it is sent: a phone's camera gives ten times what a screen or an officer needs. It is always drawn anew,
 * upright, so that where and when it was taken stay on the phone. Other files stay as they are.
 */
export async function shrink(file: File): Promise<File> {
  if (!file.type.startsWith('image/')) {
    return file;
  }
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture) {
    return file;
  }
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext('2d');
  if (!context) {
    return file;
  }
  // What is see-through would turn black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  return small ? new File([small], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }) : file;
}
