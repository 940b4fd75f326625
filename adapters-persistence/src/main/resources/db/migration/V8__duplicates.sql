-- Groups of assets that were probably recorded twice, and the scans that find them.
--
-- No index that look-ups by asset could take begins with (client_account_id, engagement_id): see V6.

create table duplicate_scans (
    client_account_id uuid not null,
    engagement_id     uuid not null,
    phase             text not null check (phase in ('KEYS', 'PAIRS', 'GROUPS', 'FINISHED')),
    after_asset_id    uuid,
    compared_assets   bigint not null default 0,
    total_assets      bigint not null,
    group_count       integer not null default 0,
    started_at        timestamptz not null,
    updated_at        timestamptz not null default now(),
    primary key (client_account_id, engagement_id),
    foreign key (client_account_id, engagement_id) references engagements (client_account_id, id) on delete cascade
);
comment on table duplicate_scans is 'the last scan of each engagement; one that is not finished goes on where it was';
comment on column duplicate_scans.after_asset_id is 'last asset that the phase is done with; no reference, as it may be gone';

create table duplicate_keys (
    client_account_id uuid not null,
    engagement_id     uuid not null,
    kind              text not null check (kind in ('SERIAL_NUMBER', 'ADDRESS', 'QUALIFIED_NAME', 'SHORT_NAME')),
    value             text collate "C" not null check (length(value) between 1 and 253),
    asset_id          uuid not null,
    primary key (client_account_id, kind, value, engagement_id, asset_id),
    foreign key (client_account_id, engagement_id, asset_id)
        references cmdb_assets (client_account_id, engagement_id, id) on delete cascade
);
comment on table duplicate_keys is
    'what the last scan compared assets by, in comparable form: whoever shares one is found without reading the others';
create index duplicate_keys_by_asset on duplicate_keys (client_account_id, asset_id);

create table duplicate_pairs (
    client_account_id   uuid not null,
    engagement_id       uuid not null,
    first_asset_id      uuid not null,
    second_asset_id     uuid not null,
    first_content_hash  bytea not null check (length(first_content_hash) = 32),
    second_content_hash bytea not null check (length(second_content_hash) = 32),
    serial_number       text,
    address             text,
    name_similarity     double precision check (name_similarity between 0 and 1),
    vector_similarity   double precision check (vector_similarity between 0 and 1),
    score               double precision not null check (score between 0 and 1),
    primary key (client_account_id, first_asset_id, second_asset_id),
    foreign key (client_account_id, engagement_id, first_asset_id)
        references cmdb_assets (client_account_id, engagement_id, id) on delete cascade,
    foreign key (client_account_id, engagement_id, second_asset_id)
        references cmdb_assets (client_account_id, engagement_id, id) on delete cascade
);
comment on table duplicate_pairs is 'what a scan has found so far; empty once it has made groups of them';
create index duplicate_pairs_by_second on duplicate_pairs (client_account_id, second_asset_id);

create table duplicate_groups (
    client_account_id uuid not null,
    id                uuid not null,
    engagement_id     uuid not null,
    score             double precision not null check (score between 0 and 1),
    serial_numbers    text[] not null,
    addresses         text[] not null,
    name_similarity   double precision check (name_similarity between 0 and 1),
    vector_similarity double precision check (vector_similarity between 0 and 1),
    found_at          timestamptz not null,
    primary key (client_account_id, id),
    unique (client_account_id, engagement_id, id),
    foreign key (client_account_id, engagement_id) references engagements (client_account_id, id) on delete cascade
);
comment on column duplicate_groups.id is 'follows from the ids of the members the scan found';
create index duplicate_groups_by_score on duplicate_groups (client_account_id, score desc, id);

create table duplicate_group_members (
    client_account_id uuid not null,
    engagement_id     uuid not null,
    group_id          uuid not null,
    asset_id          uuid not null,
    content_hash      bytea not null check (length(content_hash) = 32),
    -- An asset is in one group.
    primary key (client_account_id, asset_id),
    foreign key (client_account_id, engagement_id, group_id)
        references duplicate_groups (client_account_id, engagement_id, id) on delete cascade,
    foreign key (client_account_id, engagement_id, asset_id)
        references cmdb_assets (client_account_id, engagement_id, id) on delete cascade
);
comment on column duplicate_group_members.content_hash is 'content_hash of the asset when it was compared';
create index duplicate_group_members_by_group on duplicate_group_members (client_account_id, group_id);

create table duplicate_dismissals (
    client_account_id   uuid not null,
    engagement_id       uuid not null,
    group_id            uuid not null,
    fingerprint         bytea not null check (length(fingerprint) = 32),
    directory_tenant_id uuid not null,
    object_id           uuid not null,
    dismissed_at        timestamptz not null,
    primary key (client_account_id, group_id),
    foreign key (client_account_id, engagement_id) references engagements (client_account_id, id) on delete cascade
);
comment on table duplicate_dismissals is
    'who said that a group is none; no reference to the group, as a later scan may find it again';
comment on column duplicate_dismissals.fingerprint is
    'SHA-256 over the content_hash of each member in the order of ids; of another fingerprint, the group is another';
create index duplicate_dismissals_by_engagement on duplicate_dismissals (client_account_id, engagement_id);

do $$
declare
    tenant_table text;
begin
    foreach tenant_table in array array['duplicate_scans', 'duplicate_keys', 'duplicate_pairs', 'duplicate_groups',
            'duplicate_group_members', 'duplicate_dismissals'] loop
        execute format('alter table %I enable row level security', tenant_table);
        execute format('alter table %I force row level security', tenant_table);
        execute format('create policy tenant on %I '
            'using (client_account_id = (select nullif(current_setting(''app.client_account_id'', true), '''')::uuid)) '
            'with check (client_account_id = (select nullif(current_setting(''app.client_account_id'', true), '''')::uuid))',
            tenant_table);
        execute format('grant select, insert, update, delete on %I to ${application}', tenant_table);
    end loop;
end
$$;
