-- Documents: spaces, the tree in each, and who may do what where. What stands in a document is its room's (0038).

-- A shelf of documents with people of its own. Moved within the hall by its rank.
create table space (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  name text not null check (length(name) between 1 and 120),
  purpose text check (length(purpose) between 1 and 400),
  icon text check (length(icon) between 1 and 16),
  rank text collate "C" not null check (length(rank) between 1 and 400),
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, removed_by) references person
);
create unique index space_rank on space (tenant_id, rank) where removed_at is null;
call make_tenant_table('space');

-- A place where grants stand: a space, or a document that has grants of its own. Documents without any point to the
-- nearest one above them, so that there are few, however many documents there are.
create table document_scope (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  space_id uuid not null,
  -- That of the space itself, under which all others of it hang.
  is_space boolean not null default false,
  parent_id uuid,
  -- Whether what is granted above holds here too.
  inherits boolean not null default true,
  primary key (tenant_id, id),
  foreign key (tenant_id, space_id) references space on delete cascade,
  foreign key (tenant_id, parent_id) references document_scope,
  check (not (is_space and inherits))
);
create unique index document_scope_of_space on document_scope (tenant_id, space_id) where is_space;
create index document_scope_below on document_scope (tenant_id, parent_id);
call make_tenant_table('document_scope');

-- A document and its place in the tree. Its words are in its room; title and text here are as its room last told them.
create table document (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  space_id uuid not null,
  parent_id uuid,
  rank text collate "C" not null check (length(rank) between 1 and 400),
  scope_id uuid not null,
  -- Whether the scope is its own, or that of something above.
  own_scope boolean not null default false,
  title text not null default '' check (length(title) <= 300),
  icon text check (length(icon) between 1 and 16),
  -- What it said when it was new: the key of a template, or a document that it is a copy of.
  template text check (length(template) between 1 and 40),
  copied_from uuid,
  body text not null default '',
  -- The change of its room up to which title and text are true.
  body_seq bigint not null default 0,
  created_by uuid,
  created_at timestamptz not null,
  edited_by uuid,
  edited_at timestamptz not null,
  -- In the trash since then; what went there with it names it.
  removed_at timestamptz,
  removed_by uuid,
  removed_with uuid,
  primary key (tenant_id, id),
  unique (tenant_id, id, space_id),
  foreign key (tenant_id, space_id) references space,
  foreign key (tenant_id, parent_id, space_id) references document (tenant_id, id, space_id),
  foreign key (tenant_id, scope_id) references document_scope,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, edited_by) references person,
  foreign key (tenant_id, removed_by) references person,
  -- One place below a document is one document's, in the trash too. At the top of a space the space's lock sees to it: a
  -- hall that moves or goes has all parents empty for a while.
  constraint document_place unique (tenant_id, space_id, parent_id, rank),
  check (parent_id <> id),
  check ((removed_at is null) = (removed_with is null))
);
create index document_of_scope on document (tenant_id, scope_id, edited_at desc, id desc) where removed_at is null;
create unique index document_own_scope on document (tenant_id, scope_id) where own_scope;
create index document_below on document (tenant_id, parent_id);
create index document_trash on document (tenant_id, removed_at desc, id desc) where removed_at is not null;
call make_tenant_table('document');

-- What somebody may do where the grant stands and below. Roles: 1 view, 2 comment, 3 edit, 4 manage.
create table document_grant (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  scope_id uuid not null,
  -- Everybody in an audience, a person, every member of the hall, or whoever holds the link.
  grantee text not null check (grantee in ('audience', 'person', 'members', 'link')),
  audience_id uuid,
  person_id uuid,
  -- Part of the link's address: 128 random bits. Whoever may manage can read it again, to hand it on.
  link_key text check (length(link_key) between 20 and 40),
  role smallint not null check (role between 1 and 4),
  expires_at timestamptz,
  granted_by uuid,
  granted_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, scope_id) references document_scope on delete cascade,
  foreign key (tenant_id, audience_id) references audience on delete cascade,
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, granted_by) references person,
  check ((grantee = 'audience') = (audience_id is not null)),
  check ((grantee = 'person') = (person_id is not null)),
  check ((grantee = 'link') = (link_key is not null)),
  check (grantee <> 'link' or role <= 3)
);
create unique index document_grant_once on document_grant (tenant_id, scope_id, grantee, audience_id, person_id)
  nulls not distinct where grantee <> 'link';
create unique index document_grant_link on document_grant (tenant_id, link_key) where grantee = 'link';
create index document_grant_of_person on document_grant (tenant_id, person_id) where person_id is not null;
create index document_grant_of_audience on document_grant (tenant_id, audience_id) where audience_id is not null;
create index document_grant_expiry on document_grant (tenant_id, expires_at) where expires_at is not null;
call make_tenant_table('document_grant');

-- What somebody keeps at hand, and where they were last.
create table document_favourite (
  tenant_id uuid not null,
  person_id uuid not null,
  document_id uuid not null,
  added_at timestamptz not null,
  primary key (tenant_id, person_id, document_id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, document_id) references document on delete cascade
);
call make_tenant_table('document_favourite');

create table document_visit (
  tenant_id uuid not null,
  person_id uuid not null,
  document_id uuid not null,
  visited_at timestamptz not null,
  primary key (tenant_id, person_id, document_id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, document_id) references document on delete cascade
);
create index document_visit_recent on document_visit (tenant_id, person_id, visited_at desc, document_id desc);
call make_tenant_table('document_visit');

-- Where somebody may do what, by their own grants and those of everything above. `asker` is a person or null, by
-- whichever record of theirs; `looks_only` for staff who may only look: what all of a role were granted is less for them;
-- `everywhere` for whoever owns the hall.
create function document_roles(asker uuid, member boolean, looks_only boolean, key text, everywhere boolean, at timestamptz)
returns table (scope_id uuid, role smallint) language sql stable rows 100 as $$
  with recursive me as (
    select p.id from person p
    where p.id = asker or p.canonical_id = asker
      or coalesce(p.canonical_id, p.id) = (select q.canonical_id from person q where q.id = asker)
  ), mine as (
    select a.id, looks_only and a.kind = 'role' as less from audience a
    where a.id in (select m.audience_id from audience_member m where m.person_id in (select id from me))
  ), held as (
    select g.scope_id, max(case when o.less then 1 else g.role end)::smallint as role
    from document_grant g left join mine o on o.id = g.audience_id
    where (g.expires_at is null or g.expires_at > at) and (
      (g.grantee = 'person' and g.person_id in (select id from me))
      or o.id is not null
      or (g.grantee = 'members' and member)
      or (g.grantee = 'link' and g.link_key = key))
    group by g.scope_id
  ), reach as (
    select s.id, h.role from document_scope s left join held h on h.scope_id = s.id where s.is_space
    union all
    select s.id, greatest(h.role, case when s.inherits then r.role end)
    from reach r join document_scope s on s.parent_id = r.id left join held h on h.scope_id = s.id
  )
  select s.id, 4::smallint from document_scope s where everywhere
  union all
  select r.id, r.role from reach r where r.role is not null and not everywhere
$$;
grant execute on function document_roles to guildhall_app;

-- The same for one place alone, from there upwards.
create function document_role_at(
  place uuid, asker uuid, member boolean, looks_only boolean, key text, everywhere boolean, at timestamptz
)
returns smallint language sql stable as $$
  with recursive me as (
    select p.id from person p
    where p.id = asker or p.canonical_id = asker
      or coalesce(p.canonical_id, p.id) = (select q.canonical_id from person q where q.id = asker)
  ), above as (
    select s.id, s.parent_id, s.inherits from document_scope s where s.id = place
    union all
    select s.id, s.parent_id, s.inherits from above a join document_scope s on a.inherits and s.id = a.parent_id
  )
  select case when everywhere then 4 else max(case when looks_only and o.kind = 'role' then 1 else g.role end) end::smallint
  from above a join document_grant g on g.scope_id = a.id left join audience o on o.id = g.audience_id
  where (g.expires_at is null or g.expires_at > at) and (
      (g.grantee = 'person' and g.person_id in (select id from me))
      or (g.grantee = 'audience' and exists (
        select from audience_member m where m.audience_id = g.audience_id and m.person_id in (select id from me)))
      or (g.grantee = 'members' and member)
      or (g.grantee = 'link' and g.link_key = key))
$$;
grant execute on function document_role_at to guildhall_app;
