import { createContext, useContext, useEffect } from 'react';

/** What the head of a public page says of it, to readers, search engines and whoever it is shared with. */
export interface HeadWords {
  title: string;
  description: string;
  /** A path of this portal. */
  image?: { path: string; width: number; height: number; alt: string };
  kind?: 'website' | 'article' | 'product';
  /** schema.org, with addresses as paths that begin with a slash. */
  data?: Record<string, unknown>;
  /** An answer that is no page of its own, such as the check of one paper. */
  unlisted?: boolean;
  status?: number;
}

/** On the server: takes down what a page says while it is rendered. */
export const HeadSink = createContext<((words: HeadWords) => void) | null>(null);

export function Head(props: HeadWords) {
  useContext(HeadSink)?.(props);
  const { title, description } = props;
  useEffect(() => {
    document.title = title;
    document.querySelector('meta[name=description]')?.setAttribute('content', description);
    // The served page's own address is not the next one's.
    const { origin, pathname } = location;
    document.querySelector('link[rel=canonical]')?.setAttribute('href', origin + pathname);
  }, [title, description]);
  return null;
}
