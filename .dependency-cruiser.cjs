const contexts = [
  'platform',
  'identity',
  'compliance',
  'directory',
  'sourcing',
  'quoting',
  'ordering',
  'notifications',
];

/** A context may import those before it and no other. */
const order = contexts.map((context, index) => ({
  name: `order-${context}`,
  comment:
    'platform <- identity <- compliance <- directory <- sourcing <- quoting <- ordering <- notifications',
  severity: 'error',
  from: { path: `^libs/${context}/` },
  to: { path: `^libs/(${contexts.slice(index + 1).join('|') || 'none'})/` },
}));

/** Another context only through its door. */
const doors = contexts.map((context) => ({
  name: `door-${context}`,
  comment: 'Another context is imported through its index.ts',
  severity: 'error',
  from: { path: `^libs/(?!${context}/)` },
  to: { path: `^libs/${context}/src/(?!index\\.ts$)` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^(libs|apps)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...order,
    ...doors,
    {
      name: 'pure',
      comment: 'Rules, entities and papers know no framework, queue, service or controller',
      severity: 'error',
      from: {
        path: '(\\.rules\\.ts$|\\.entity\\.ts$|/order-document/(order-paper|paper-|typeset/))',
        pathNot: '\\.spec\\.ts$',
      },
      to: { path: '(node_modules/(@nestjs|bullmq|ioredis)/|\\.(service|controller|jobs|module)\\.ts$)' },
    },
    {
      name: 'libs-stand-alone',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|tools|test|migrations)/' },
    },
    {
      name: 'apps-through-doors',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)' },
    },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|\\.spec\\.ts$)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
