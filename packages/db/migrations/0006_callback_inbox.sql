-- What other systems tell us: a payment settled, a letter bounced. Stored before anything acts on it, once under the
-- sender's own key, and that key is kept for good, so that a callback that comes again years later is still known.
create table callback_inbox (
  source text not null check (length(source) between 1 and 60),
  -- The sender's name for this callback.
  key text not null check (length(key) between 1 and 255),
  -- As it came; blanked once it was acted on, since what followed is kept where it belongs.
  body text,
  received_at timestamptz not null,
  handled_at timestamptz,
  -- What came of it, in the source's own words.
  outcome text,
  primary key (source, key),
  check ((handled_at is null) = (body is not null))
);
create index callback_inbox_open on callback_inbox (received_at) where handled_at is null;
call open_to_platform('callback_inbox', 'select, insert, update', 'callback');
