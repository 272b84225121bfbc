import './fonts.css';
import type { Language } from '@/i18n/i18n';

/** Letters that only some languages need come with them. */
export async function loadLettersOf(language: Language): Promise<void> {
  if (language === 'ar') {
    await Promise.all([
      import('@fontsource/noto-sans-arabic/arabic-400.css'),
      import('@fontsource/noto-sans-arabic/arabic-600.css'),
    ]);
  } else if (language === 'hi') {
    await Promise.all([
      import('@fontsource/noto-sans/devanagari-400.css'),
      import('@fontsource/noto-sans/devanagari-600.css'),
    ]);
  } else if (language === 'bn') {
    await Promise.all([
      import('@fontsource/noto-sans-bengali/bengali-400.css'),
      import('@fontsource/noto-sans-bengali/bengali-600.css'),
    ]);
  }
}
