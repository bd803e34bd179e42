// The pictures of an article are loaded once its text stands on the screen.

/** Begins to load those whose addresses the document keeps apart until then; see `PictureLoading`. */
export function loadPictures(page: Document): void {
  for (const picture of page.querySelectorAll<HTMLImageElement>('img[data-picture]')) {
    const { picture: address } = picture.dataset;
    if (address !== undefined) picture.src = address;
    delete picture.dataset['picture'];
  }
}
