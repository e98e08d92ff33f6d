// Builds the add-in (pane, functions and commands in one page, since they share one runtime) into dist/, and the command line into
// dist/cli/. scripts/deploy.mjs makes what an administrator installs out of it. The workbench has its own configuration.
const { copyFileSync } = require('node:fs');
const path = require('node:path');
const CopyWebpackPlugin = require('copy-webpack-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MinimizerPlugin = require(require.resolve('minimizer-webpack-plugin', { paths: [require.resolve('webpack')] }));
const { OFFICE_JS_HERE, policyFor } = require('./scripts/addin-address.cjs');

const DIST = path.join(__dirname, 'dist');
const LAKE_ENGINE = '@duckdb/node-api';
const FUNCTION_HELP = 'src/functions/function-help.ts';

/** `functions.json` in a language, made by TypeScript that tsx reads: out of the way of webpack's cache. */
async function functionsFile(language) {
  const { tsImport } = await import('tsx/esm/api');
  const metadata = await tsImport('./scripts/function-metadata.ts', __filename);
  return metadata.functionsFile(language);
}

/** The help, with the functions, the documents and the rules of the code. */
async function helpPage() {
  const { tsImport } = await import('tsx/esm/api');
  return (await tsImport('./scripts/help-page.ts', __filename)).helpPage();
}

/**
 * The user guide and the reference as pages, in guide/ beside the help, with their pictures. Written after each build, like
 * the rest of what the pane only links to.
 */
class GuidePages {
  apply(compiler) {
    const { RawSource } = compiler.webpack.sources;
    compiler.hooks.thisCompilation.tap('GuidePages', (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: 'GuidePages', stage }, async () => {
        const { tsImport } = await import('tsx/esm/api');
        const { guidePages } = await tsImport('./scripts/guide/guide-pages.ts', __filename);
        for (const [place, page] of guidePages(__dirname)) compilation.emitAsset(`guide/${place}`, new RawSource(page));
      });
    });
  }
}

/** The workbook that « Ouvrir un exemple » opens: the sample of the repository. */
async function exampleFile() {
  const { tsImport } = await import('tsx/esm/api');
  return Buffer.from((await tsImport('./scripts/build-sample.ts', __filename)).buildSample());
}

function swc(target) {
  return {
    test: /\.tsx?$/,
    exclude: /node_modules/,
    use: {
      loader: 'swc-loader',
      options: {
        jsc: { parser: { syntax: 'typescript', tsx: true }, target, transform: { react: { runtime: 'automatic' } } },
      },
    },
  };
}

function shared(name, target) {
  return {
    name,
    mode: 'production',
    devtool: false,
    resolve: { extensions: ['.ts', '.tsx', '.js', '.json'] },
    module: { rules: [swc(target)] },
    // Nobody builds again where CI has built: keeping what was made for a next build takes a fifth of the time.
    cache: !process.env.CI && {
      type: 'filesystem',
      name,
      cacheDirectory: path.join(__dirname, '.cache', 'webpack'),
      buildDependencies: {
        config: [__filename, require.resolve('./scripts/addin-address.cjs')],
      },
    },
    performance: { hints: false }, // test/bundle.test.ts holds the budgets
    // swc in place of terser: half the time of the whole build, for 1 kB more of the pane once compressed.
    optimization: { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, extractComments: false })] },
  };
}

/**
 * The manifest names functions.js, whose address never changes; a web view may keep it. The page therefore loads the
 * functions by a hashed address, like the rest of its scripts, and this writes the copy that the manifest names.
 */
class FunctionsUnderTheirName {
  apply(compiler) {
    compiler.hooks.afterEmit.tap('FunctionsUnderTheirName', ({ namedChunks }) => {
      const [hashed] = namedChunks.get('functions').files;
      copyFileSync(path.join(DIST, hashed), path.join(DIST, 'functions.js'));
    });
  }
}

function addin() {
  return {
    ...shared('addin', 'es2022'),
    entry: {
      functions: ['./src/functions/index.ts', './src/commands/index.ts'],
      taskpane: { import: './src/taskpane/index.tsx', dependOn: 'functions' },
    },
    output: {
      path: DIST,
      filename: '[name].[contenthash:8].js',
      chunkFilename: '[name].[contenthash:8].js',
      publicPath: '',
      environment: { globalThis: true }, // otherwise webpack writes a `new Function`, which the policy refuses
      clean: { keep: /^(workbench|cli|lib|samples|deploy)(\/|$)/ }, // the folder itself too, while it is empty
    },
    plugins: [
      new FunctionsUnderTheirName(),
      new HtmlWebpackPlugin({
        filename: 'taskpane.html',
        template: './src/taskpane/taskpane.html',
        chunks: ['functions', 'taskpane'],
        // Blocking, at the end of the body: Office.js may call functions once the document is parsed, keeps the list that
        // it finds then, and deferred scripts run only after that.
        inject: 'body',
        scriptLoading: 'blocking',
        templateParameters: { officeJs: OFFICE_JS_HERE, policy: policyFor(OFFICE_JS_HERE) },
      }),
      new GuidePages(),
      new CopyWebpackPlugin({
        patterns: [
          { from: 'assets/*.png' },
          { context: 'docs/guide', from: '**/*.png', to: 'guide/[path][name][ext]', noErrorOnMissing: true },
          { from: 'assets/help.html', to: 'help.html', transform: () => helpPage() },
          { from: 'scripts/build-sample.ts', to: 'example.xlsx', transform: () => exampleFile() },
          { from: FUNCTION_HELP, to: 'functions.json', transform: () => functionsFile('fr') },
          { from: FUNCTION_HELP, to: 'functions-en.json', transform: () => functionsFile('en') },
          { from: 'manifest.xml' },
        ],
      }),
    ],
  };
}

function commandLine() {
  return {
    ...shared('cli', 'es2022'),
    target: 'node20',
    entry: { enveloppe: './src/cli/main.ts', thread: './src/cli/node/thread.ts', worker: './src/cli/node/worker.ts' },
    output: { path: path.join(DIST, 'cli'), filename: '[name].js', clean: true },
    node: { __dirname: false, __filename: false },
    externals: { [LAKE_ENGINE]: `commonjs ${LAKE_ENGINE}` }, // optional, and native: required when a command needs it
    plugins: [new CopyWebpackPlugin({ patterns: [{ from: 'src/cli/lake/queries', to: 'queries' }] })],
  };
}

/** One module for Node and browsers. Its types are written by tsconfig.library.json. */
function library() {
  return {
    ...shared('library', 'es2022'),
    target: ['web', 'es2022'],
    entry: './src/library/index.ts',
    experiments: { outputModule: true },
    output: {
      path: path.join(DIST, 'lib'),
      filename: 'enveloppe.mjs',
      library: { type: 'module' },
      clean: { keep: /^types(\/|$)/ },
    },
    optimization: { minimize: false },
  };
}

module.exports = () => [addin(), commandLine(), library()];
