/** The portal knows the api by its generated client alone. */
module.exports = {
  forbidden: [
    {
      name: 'client-only',
      comment: 'The portal imports nothing of the server',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '(^|/)(libs|apps/api|apps/worker|migrations|tools|test)/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'ui-stands-alone',
      comment: 'What every screen is made of knows no screen',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/(features|routes|app)/' },
    },
    {
      name: 'features-know-no-routes',
      severity: 'error',
      from: { path: '^src/features/' },
      to: { path: '^src/routes/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|\\.spec\\.tsx?$)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
  },
};
