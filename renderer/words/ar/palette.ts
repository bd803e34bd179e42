import type { palette as english } from '../en/palette.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const palette: Translation<typeof english> = {
  placeholder: 'الانتقال إلى مقال أو مكان أو أمر',
  nothing: 'لا شيء هنا اسمه «{query}».',
  failed: 'تعذّر البحث في المقالات. {reason}',
  searchFor: 'البحث في كل النصوص عن «{query}»',
  article: 'مقال',
  command: 'أمر',
};
