// Builds the workbench page (Univer's grid, Excel's side and the xlsx reader) into dist/workbench, apart from the add-in.
const path = require('node:path');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');

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
    // Served on this machine only, where a smaller page opens no faster; minifying took two fifths of the build.
    minimize: false,
    splitChunks: {
      cacheGroups: { packages: { test: /[\\/]node_modules[\\/]/, name: 'packages', chunks: 'all', enforce: true } },
    },
  },
  cache: !process.env.CI && {
    type: 'filesystem',
    cacheDirectory: path.join(__dirname, '.cache', 'webpack-workbench'),
    buildDependencies: { config: [__filename] },
  },
  performance: { hints: false },
};
