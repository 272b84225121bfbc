declare module 'virtual:messages' {
  export const loaders: Record<string, () => Promise<{ default: Record<string, string> }>>;
}
