import path from 'node:path';
import react from '@vitejs/plugin-react-swc';
import presetMantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';
import { messages } from './messages-plugin.ts';
import { precompress } from './precompress-plugin.ts';

const root = import.meta.dirname;

export default defineConfig(({ isSsrBuild }) => ({
  root,
  resolve: { alias: { '@': path.join(root, 'src') } },
  css: {
    postcss: { plugins: [presetMantine()] },
    modules: { generateScopedName: '[name]_[local]_[hash:5]' },
  },
  plugins: [react(), messages(path.join(root, 'src/locales')), ...(isSsrBuild ? [] : [precompress()])],
  build: {
    outDir: path.join(root, '../../dist/apps/web', isSsrBuild ? 'server' : 'client'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 2_000,
    cssCodeSplit: true,
    reportCompressedSize: false,
    manifest: !isSsrBuild,
    chunkSizeWarningLimit: 400,
  },
  // The served pages load everything themselves: one file holds all, so that the api needs no package of the portal's.
  ssr: { noExternal: true },
  server: { proxy: { '/v1': process.env.WEFTWAY_API ?? 'http://127.0.0.1:3000' } },
}));
