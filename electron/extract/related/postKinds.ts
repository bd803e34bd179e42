// What an entry's title says about its kind by a word set apart at its end; the title without that word comes out.
import type { PostKind } from '#contract/article.ts';

const WORDS: Readonly<Record<Exclude<PostKind, 'article'>, readonly string[]>> = {
  video: [
    'video',
    'videos',
    'vidéo',
    'vídeo',
    'wideo',
    'видео',
    'відео',
    'βίντεο',
    '视频',
    '影片',
    '動画',
    '동영상',
    'فيديو',
    'וידאו',
  ],
  audio: ['audio', 'podcast', 'podcasts', 'áudio', 'аудио', 'подкаст', '音频', '音声', '播客', 'بودكاست', 'פודקאסט'],
  gallery: [
    'gallery',
    'photos',
    'photo gallery',
    'pictures',
    'slideshow',
    'galerie',
    'bilder',
    'fotos',
    'galería',
    'galleria',
    'photo',
    'images',
    'galeria',
    'zdjęcia',
    'foto',
    'фото',
    'фотогалерея',
    '图集',
    '组图',
    '写真',
    '画像',
    'صور',
    'תמונות',
  ],
};

const KIND_OF = new Map<string, PostKind>();
for (const kind of ['video', 'audio', 'gallery'] as const) for (const word of WORDS[kind]) KIND_OF.set(word, kind);

const SUFFIX = /^(.*\S)\s*(?:\s[-–—|:]\s*|[-–—]\s+)(\p{L}[\p{L}\s]{2,14})$/u;
const BRACKETED = /^(.*\S)\s*[([【（](\p{L}[\p{L}\s]{2,14})[)\]】）]$/u;

/** The kind a word names, such as `Video`; `undefined` for any other word. */
export function kindOfWord(word: string): PostKind | undefined {
  return KIND_OF.get(word.trim().toLowerCase());
}

/** Takes one suffix such as ` - Video` or ` [Podcast]` off a title. A word inside the title, or `(+video)`, stays. */
export function splitKind(title: string): { readonly title: string; readonly kind: PostKind } {
  const match = SUFFIX.exec(title) ?? BRACKETED.exec(title);
  const kind = kindOfWord(match?.[2] ?? '');
  return kind === undefined ? { title, kind: 'article' } : { title: match?.[1] ?? title, kind };
}
