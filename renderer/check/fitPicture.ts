// A stored picture and a width in; the same picture no wider than that out, as bytes of WebP. Nothing where it is not wider, or is no picture.

const QUALITY = 0.95;

/** Makes it; `address` is of our own scheme, `width` in pixels. The picture is decoded once and let go. */
export async function fitPicture(address: string, width: number): Promise<Uint8Array | null> {
  const image = new Image();
  const isThere = await new Promise<boolean>((resolve) => {
    image.addEventListener('load', () => resolve(true));
    image.addEventListener('error', () => resolve(false));
    image.src = address;
  });
  const { naturalWidth, naturalHeight } = image;
  if (!isThere || naturalWidth <= width) return null;
  const height = Math.max(1, Math.round((naturalHeight * width) / naturalWidth));
  try {
    const size = { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' } as const;
    return await encode(await createImageBitmap(image, size));
  } catch {
    // It came, and cannot be decoded; whoever draws it finds that too.
    return null;
  }
}

async function encode(bitmap: ImageBitmap): Promise<Uint8Array | null> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', QUALITY));
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
}
