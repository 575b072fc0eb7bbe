/** Which revisions of claims an editor took away, not their folder. It came after the first files of layout 1. */
export const EDITOR_RETRACTIONS = `create table if not exists editor_retractions (
  id text not null, -- the claim
  revision integer not null,
  primary key (id, revision)
) strict, without rowid`;
