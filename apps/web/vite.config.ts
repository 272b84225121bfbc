import path from 'node:path';
import react from '@vitejs/plugin-react-swc';
import presetMantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';
import { messages } from './messages-plugin.ts';
import { offline } from './offline-plugin.ts';
import { precompress } from './precompress-plugin.ts';

const root = import.meta.dirname;

const mantine =
  'core|components/(ActionIcon|Alert|Anchor|Button|CloseButton|Group|Input|InputBase|List|Loader|NativeSelect|Skeleton|Stack|Text|TextInput|Transition|UnstyledButton|VisuallyHidden)';
/** What every screen loads, in a few files: on a slow line each file of its own is a wait of its own. */
const chunksOfEveryScreen = [
  {
    name: 'framework',
    test: /node_modules[\\/](react|react-dom|scheduler|i18next|react-i18next|clsx|use-sync-external-store|openapi-fetch|openapi-react-query|@tanstack[\\/](?!react-virtual|virtual-core)[a-z-]+)[\\/]/,
    priority: 3,
  },
  {
    name: 'kit',
    test: new RegExp(`node_modules/@mantine/(hooks|core/esm/(${mantine}))/`),
    priority: 2,
  },
  {
    name: 'portal',
    test: /src[\\/](api|i18n|ui[\\/](page|state|figures|empty|list|motif|problem-notice|toast|link-button)\.|app[\\/](root|route-roots|door|places|work-shell|brand|palette-store|sign-in-again|trouble|providers)\.)/,
    priority: 1,
  },
];

export default defineConfig(({ isSsrBuild }) => ({
  root,
  resolve: { alias: { '@': path.join(root, 'src') } },
  css: {
    postcss: { plugins: [presetMantine()] },
    modules: { generateScopedName: '[name]_[local]_[hash:5]' },
  },
  plugins: [
    react(),
    messages(path.join(root, 'src/locales')),
    ...(isSsrBuild ? [] : [offline(path.join(root, 'src/offline/sw.ts')), precompress()]),
  ],
  build: {
    outDir: path.join(root, '../../dist/apps/web', isSsrBuild ? 'server' : 'client'),
    emptyOutDir: true,
    copyPublicDir: !isSsrBuild,
    target: 'es2022',
    assetsInlineLimit: 2_000,
    cssCodeSplit: true,
    reportCompressedSize: false,
    manifest: !isSsrBuild,
    rolldownOptions: isSsrBuild ? {} : { output: { codeSplitting: { groups: chunksOfEveryScreen } } },
    chunkSizeWarningLimit: 400,
  },
  // Otherwise Node would run React's development build wherever NODE_ENV is not set.
  define: isSsrBuild ? { 'process.env.NODE_ENV': '"production"' } : {},
  // The served pages load everything themselves: one file holds all, so that the api needs no package of the portal's.
  ssr: { noExternal: true },
  server: { proxy: { '/v1': process.env.WEFTWAY_API ?? 'http://127.0.0.1:3000' } },
}));
