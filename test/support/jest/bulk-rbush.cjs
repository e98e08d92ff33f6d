// The package `rbush`, with the insertions that precede a search made in one go. Univer's formula engine inserts every
// formula of a workbook one by one and searches afterwards; that took a quarter of the time of a calculation.
const { default: RBush } = require('../../../node_modules/rbush/index.js');

module.exports = class BulkRBush extends RBush {
  insert(item) {
    this.waiting.push(item);
    return this;
  }

  clear() {
    this.waiting = [];
    return super.clear();
  }

  search(box) {
    this.loaded();
    return super.search(box);
  }

  collides(box) {
    this.loaded();
    return super.collides(box);
  }

  remove(item, isEqual) {
    this.loaded();
    return super.remove(item, isEqual);
  }

  all() {
    this.loaded();
    return super.all();
  }

  toJSON() {
    this.loaded();
    return super.toJSON();
  }

  loaded() {
    const { waiting } = this;
    this.waiting = [];
    if (waiting.length >= this._minEntries) super.load(waiting);
    else for (const item of waiting) super.insert(item);
    return this;
  }
};
