// Builds the workbench page (Univer's grid, Excel's side and the xlsx reader) into dist/workbench, apart from the add-in.
const path = require('node:path');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');

// webpack's own minimizer plugin, with swc in place of terser: Univer is 18 MB of source, minified in 5 s rather than 60.
const MinimizerPlugin = require(require.resolve('minimizer-webpack-plugin', { paths: [require.resolve('webpack')] }));

module.exports = {
  mode: 'production',
  devtool: false,
  entry: { workbench: './workbench/page/index.tsx' },
  output: {
    path: path.join(__dirname, 'dist', 'workbench'),
    filename: '[name].[contenthash:8].js',
    assetModuleFilename: '[name].[contenthash:8][ext]',
    clean: true,
  },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: {
          loader: 'swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              target: 'es2022',
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
      { test: /\.(woff2?|png|svg)$/, type: 'asset/resource' },
    ],
  },
  plugins: [
    new HtmlWebpackPlugin({ template: './workbench/page/index.html' }),
    new MiniCssExtractPlugin({ filename: '[name].[contenthash:8].css' }),
  ],
  optimization: {
    minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, extractComments: false })],
    splitChunks: {
      cacheGroups: { packages: { test: /[\\/]node_modules[\\/]/, name: 'packages', chunks: 'all', enforce: true } },
    },
  },
  cache: {
    type: 'filesystem',
    cacheDirectory: path.join(__dirname, '.cache', 'webpack-workbench'),
    buildDependencies: { config: [__filename] },
  },
  performance: { hints: false },
};
