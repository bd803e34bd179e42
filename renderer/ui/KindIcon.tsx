// The kind of a post as a small picture with its name.
import type { ReactNode } from 'react';
import type { PostKind } from '#contract/article.ts';
import { ArticleKindIcon, AudioKindIcon, GalleryKindIcon, VideoKindIcon } from './icons.ts';
import { words } from './words.ts';

const ICONS = {
  article: ArticleKindIcon,
  video: VideoKindIcon,
  audio: AudioKindIcon,
  gallery: GalleryKindIcon,
} as const;

/** Draws the icon of a kind at `size` CSS pixels. */
export function KindIcon({ kind, size = 15 }: { readonly kind: PostKind; readonly size?: number }): ReactNode {
  const Icon = ICONS[kind];
  return <Icon size={size} strokeWidth={1.75} role="img" aria-label={words.kinds[kind]} />;
}
