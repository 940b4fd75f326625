-- Client accounts, engagements and memberships.
--
-- Every key of a tenant table begins with client_account_id: a foreign key cannot point at another client's row, and
-- the schema can be distributed by client account as it is.
--
-- Row-level security: FORCE, so that the owner is subject to it too. An unset context reads as '' on a pooled
-- connection, hence nullif: no context, no rows.

create table client_accounts (
    id         uuid primary key,
    slug       text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
    name       text not null check (length(name) between 1 and 200),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create table engagements (
    client_account_id uuid not null references client_accounts (id) on delete cascade,
    id                uuid not null,
    slug              text not null check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
    name              text not null check (length(name) between 1 and 200),
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),
    primary key (client_account_id, id),
    unique (client_account_id, slug)
);

create table memberships (
    client_account_id   uuid not null references client_accounts (id) on delete cascade,
    id                  uuid not null,
    directory_tenant_id uuid not null,
    object_id           uuid not null,
    role                text not null
        check (role in ('ADMINISTRATOR', 'ENGAGEMENT_MANAGER', 'ANALYST', 'VIEWER', 'AGENT')),
    all_engagements     boolean not null,
    created_at          timestamptz not null default now(),
    updated_at          timestamptz not null default now(),
    primary key (client_account_id, id),
    unique (client_account_id, directory_tenant_id, object_id)
);
comment on column memberships.all_engagements is
    'true: every engagement of the client account; false: those in membership_engagements';
create index memberships_by_identity on memberships (directory_tenant_id, object_id);

create table membership_engagements (
    client_account_id uuid not null,
    membership_id     uuid not null,
    engagement_id     uuid not null,
    primary key (client_account_id, membership_id, engagement_id),
    foreign key (client_account_id, membership_id) references memberships (client_account_id, id) on delete cascade,
    foreign key (client_account_id, engagement_id) references engagements (client_account_id, id) on delete cascade
);
create index membership_engagements_by_engagement on membership_engagements (client_account_id, engagement_id);

alter table client_accounts enable row level security;
alter table client_accounts force row level security;
create policy tenant on client_accounts
    using (id = (select nullif(current_setting('app.client_account_id', true), '')::uuid))
    with check (id = (select nullif(current_setting('app.client_account_id', true), '')::uuid));
-- The operator creates client accounts before anybody can be a member of one, and enumerates engagements for jobs.
-- The policy binds to the owner's login; the application's login is not among its roles.
create policy operator on client_accounts to ${owner} using (true) with check (true);

alter table engagements enable row level security;
alter table engagements force row level security;
create policy tenant on engagements
    using (client_account_id = (select nullif(current_setting('app.client_account_id', true), '')::uuid))
    with check (client_account_id = (select nullif(current_setting('app.client_account_id', true), '')::uuid));
create policy operator on engagements to ${owner} using (true) with check (true);

alter table memberships enable row level security;
alter table memberships force row level security;
create policy tenant on memberships
    using (client_account_id = (select nullif(current_setting('app.client_account_id', true), '')::uuid))
    with check (client_account_id = (select nullif(current_setting('app.client_account_id', true), '')::uuid));
create policy operator on memberships to ${owner} using (true) with check (true);
-- Who am I: an identity sees its own memberships, since the client account is only known from them.
create policy own_identity on memberships for select
    using (directory_tenant_id = (select nullif(current_setting('app.directory_tenant_id', true), '')::uuid)
        and object_id = (select nullif(current_setting('app.object_id', true), '')::uuid));

alter table membership_engagements enable row level security;
alter table membership_engagements force row level security;
create policy tenant on membership_engagements
    using (client_account_id = (select nullif(current_setting('app.client_account_id', true), '')::uuid))
    with check (client_account_id = (select nullif(current_setting('app.client_account_id', true), '')::uuid));
create policy operator on membership_engagements to ${owner} using (true) with check (true);
create policy own_identity on membership_engagements for select
    using (exists (select 1 from memberships m
        where m.client_account_id = membership_engagements.client_account_id
          and m.id = membership_engagements.membership_id
          and m.directory_tenant_id = (select nullif(current_setting('app.directory_tenant_id', true), '')::uuid)
          and m.object_id = (select nullif(current_setting('app.object_id', true), '')::uuid)));

grant select on client_accounts, engagements, memberships, membership_engagements to ${application};
