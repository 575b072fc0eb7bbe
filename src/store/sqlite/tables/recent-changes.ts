/**
 * What the last loads changed. It came after the first files of layout 1; a program that does not know it leaves a gap in
 * it, by which it is told that its load was not noted.
 */
export const RECENT_CHANGES = `create table if not exists recent_changes (
  n integer primary key, -- the version that a load made
  after text, -- when the version before it was made
  size integer not null, -- how many records it changed
  keys text not null -- JSON: {"nouns": [[record, id], …], "claims": [id, …]}
) strict`;
