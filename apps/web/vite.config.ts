import path from 'node:path';
import react from '@vitejs/plugin-react-swc';
import presetMantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';
import { mantineStyles } from './mantine-plugin.ts';
import { messages } from './messages-plugin.ts';
import { offline } from './offline-plugin.ts';
import { precompress } from './precompress-plugin.ts';

const root = import.meta.dirname;

const mantine =
  'core|components/(Alert|Anchor|Button|CloseButton|Group|Input|InputBase|Loader|NativeSelect|Skeleton|Stack|Text|TextInput|UnstyledButton|VisuallyHidden)';
/** Each file of its own is a wait and half a kilobyte of headers: what screens share comes in a few, by who needs it. */
const chunks = [
  {
    name: 'framework',
    test: /rolldown[\\/:-]runtime|node_modules[\\/](react|react-dom|scheduler|i18next|react-i18next|clsx|use-sync-external-store|openapi-fetch|openapi-react-query|@tanstack[\\/](?!react-virtual|virtual-core)[a-z-]+)[\\/]/,
    priority: 4,
  },
  {
    name: 'kit',
    test: new RegExp(`node_modules/@mantine/core/esm/(${mantine})/`),
    priority: 3,
  },
  // Without main.tsx: it waits for screens at its top level, and they for the file that they share with it.
  {
    name: 'portal',
    test: /icons[\\/]Icon(X|Check|CloudUp|CloudCheck|ChevronRight|Search|Plus)\.|src[\\/](api|i18n|routes|theme|ui[\\/](page|state|figures|empty|list|motif|problem-notice|toast|link-button)\.|app[\\/](root|route-roots|door|places|work-shell|brand|palette-store|sign-in-again|trouble|providers)\.)|search(es)?\.ts$|src[\\/](portal|router)\.ts/,
    priority: 2,
  },
  {
    name: 'cooperative',
    test: /src[\\/](offline[\\/](?!sw\.)|features[\\/](quoting[\\/]figures|cooperative[\\/](cooperative-door|parts[\\/](?!photo|shrink|uploading|dialog|reason)|quote[\\/](read-|local-|queries|amounts|typed-|quote\.module))))|node_modules[\\/]idb-keyval/,
    priority: 1,
  },
  // What several pages share would else be a file for each of its modules, each named where any page is asked for.
  {
    name: 'entry',
    test: /src[\\/](app[\\/](entry-shell|language-switch)|ui[\\/]cloth)\./,
    minShareCount: 2,
    priority: 1,
  },
  { name: 'public', test: /src[\\/]features[\\/]public[\\/]/, minShareCount: 2, priority: 0 },
  { name: 'icons', test: /node_modules[\\/]@tabler[\\/]/, minShareCount: 2, priority: 0 },
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
    mantineStyles(path.join(root, 'src/theme/styles.css')),
    messages(path.join(root, 'src/locales')),
    ...(isSsrBuild ? [] : [offline(path.join(root, 'src/offline/sw.ts')), precompress()]),
  ],
  build: {
    outDir: path.join(root, '../../dist/apps/web', isSsrBuild ? 'server' : 'client'),
    emptyOutDir: true,
    copyPublicDir: !isSsrBuild,
    target: 'es2022',
    // Letters come by themselves: the content policy takes none that are written into a style sheet.
    assetsInlineLimit: (file, content) => !file.endsWith('.woff2') && content.length < 2_000,
    cssCodeSplit: true,
    reportCompressedSize: false,
    // What every screen has already is no screen's to ask for again.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, files, { hostType }) =>
        hostType === 'html'
          ? files
          : files.filter((file) => !/\/(framework|kit|portal|rolldown-runtime)-[^/]+\.js$/.test(`/${file}`)),
    },
    manifest: !isSsrBuild,
    rolldownOptions: isSsrBuild
      ? {}
      : {
          output: { codeSplitting: { groups: chunks } },
          // To read a property or a name of the browser's does nothing else here.
          treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
        },
    chunkSizeWarningLimit: 420,
  },
  // Otherwise Node would run React's development build wherever NODE_ENV is not set.
  define: isSsrBuild ? { 'process.env.NODE_ENV': '"production"' } : {},
  // The served pages load everything themselves: one file holds all, so that the api needs no package of the portal's.
  ssr: { noExternal: true },
  server: { proxy: { '/v1': process.env.WEFTWAY_API ?? 'http://127.0.0.1:3000' } },
}));
