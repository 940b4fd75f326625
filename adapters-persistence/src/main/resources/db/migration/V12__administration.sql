-- Members, engagements and names are managed over the API, with the application's login; who did what is written down.

alter table memberships
    add column label text check (length(label) between 1 and 200);
comment on column memberships.label is 'what administrators call the identity; the identity provider is not asked';
-- Pages of them, in the order in which they were created.
create index memberships_by_age on memberships (client_account_id, created_at, id);

grant insert, update, delete on memberships, membership_engagements to ${application};
-- Names only: slugs and identifiers are what scripts, files and other systems go by.
grant insert, update (name, updated_at) on engagements to ${application};
grant update (name, updated_at) on client_accounts to ${application};

create table audit_events (
    client_account_id   uuid not null references client_accounts (id) on delete cascade,
    id                  uuid not null,
    occurred_at         timestamptz not null,
    action              text not null check (action ~ '^[A-Z_]{1,60}$'),
    actor_kind          text not null check (actor_kind in ('PERSON', 'SERVICE', 'UNKNOWN', 'OPERATOR')),
    directory_tenant_id uuid,
    object_id           uuid,
    subject             text check (length(subject) between 1 and 200),
    before              jsonb not null default '{}' check (pg_column_size(before) < 32768),
    after               jsonb not null default '{}' check (pg_column_size(after) < 32768),
    outcome             text not null check (outcome in ('DONE', 'REFUSED', 'FAILED')),
    code                text check (length(code) between 1 and 60),
    remote_address      text check (length(remote_address) between 1 and 200),
    request_id          text check (length(request_id) between 1 and 200),
    user_agent          text check (length(user_agent) between 1 and 200),
    primary key (client_account_id, id),
    check ((directory_tenant_id is null) = (object_id is null)),
    check ((code is not null) = (outcome = 'REFUSED'))
);
comment on table audit_events is
    'who did what, written with the change; the application can add and read events, and not change or delete them';
create index audit_events_by_time on audit_events (client_account_id, occurred_at desc, id desc);

call protect_tenant_table('audit_events');
grant select, insert on audit_events to ${application};
