// The icon of the site an article came from, beside the site's name; nothing when there is none or it is lost.
import { useState, type ReactNode } from 'react';
import './SiteIcon.css';

/** Draws the icon with the name `file` below `assets/`. */
export function SiteIcon({ file }: { readonly file: string | null }): ReactNode {
  const [lost, setLost] = useState<string>();
  if (file === null || file === lost) return null;
  return <img className="site-icon" src={`/assets/${file}`} alt="" loading="lazy" onError={() => setLost(file)} />;
}
