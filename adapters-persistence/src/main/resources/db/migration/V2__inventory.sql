-- CMDB assets, their relations, and the log of imports.

create table cmdb_assets (
    client_account_id  uuid not null,
    id                 uuid not null,
    engagement_id      uuid not null,
    source_system      text not null check (length(source_system) between 1 and 63),
    external_key       text not null check (length(external_key) between 1 and 512),
    name               text not null check (length(name) between 1 and 512),
    ci_class           text,
    description        text,
    environment        text,
    host_name          text,
    fqdn               text,
    os_name            text,
    os_version         text,
    os_family          text,
    cpu_count          integer check (cpu_count >= 0),
    memory_mb          bigint check (memory_mb >= 0),
    storage_gb         numeric check (storage_gb >= 0),
    location           text,
    owner              text,
    support_group      text,
    status             text,
    operational_status text,
    serial_number      text,
    asset_tag          text,
    addresses          text[] not null default '{}',
    tags               text[] not null default '{}',
    source_attributes  jsonb not null default '{}',
    content_hash       bytea not null check (length(content_hash) = 32),
    row_hash           bytea not null check (length(row_hash) = 32),
    created_at         timestamptz not null default now(),
    updated_at         timestamptz not null default now(),
    primary key (client_account_id, id),
    unique (client_account_id, engagement_id, source_system, external_key),
    -- What embeddings and relations refer to: they cannot claim another engagement than their asset's.
    unique (client_account_id, engagement_id, id),
    foreign key (client_account_id, engagement_id) references engagements (client_account_id, id) on delete cascade
);
comment on column cmdb_assets.memory_mb is 'mebibytes';
comment on column cmdb_assets.storage_gb is 'gibibytes';
comment on column cmdb_assets.content_hash is 'SHA-256 of what describes the asset; an embedding made from another is stale';
comment on column cmdb_assets.row_hash is 'SHA-256 of the whole source row; the same row imported again changes nothing';
-- Relations name assets by external key or by name, whatever their source system.
create index cmdb_assets_by_external_key on cmdb_assets (client_account_id, engagement_id, external_key);
create index cmdb_assets_by_name on cmdb_assets (client_account_id, engagement_id, name);

create table cmdb_asset_relations (
    client_account_id uuid not null,
    engagement_id     uuid not null,
    parent_asset_id   uuid not null,
    child_asset_id    uuid not null,
    relation_type     text not null check (length(relation_type) between 1 and 200),
    created_at        timestamptz not null default now(),
    primary key (client_account_id, parent_asset_id, child_asset_id, relation_type),
    foreign key (client_account_id, engagement_id, parent_asset_id)
        references cmdb_assets (client_account_id, engagement_id, id) on delete cascade,
    foreign key (client_account_id, engagement_id, child_asset_id)
        references cmdb_assets (client_account_id, engagement_id, id) on delete cascade
);
create index cmdb_asset_relations_by_child on cmdb_asset_relations (client_account_id, child_asset_id);
create index cmdb_asset_relations_by_engagement on cmdb_asset_relations (client_account_id, engagement_id);

create table asset_imports (
    client_account_id uuid not null,
    id                uuid not null,
    engagement_id     uuid not null,
    file_name         text not null,
    file_hash         bytea not null check (length(file_hash) = 32),
    format            text not null,
    total_rows        bigint not null check (total_rows >= 0),
    next_row          bigint not null default 0 check (next_row between 0 and total_rows),
    created_rows      bigint not null default 0,
    updated_rows      bigint not null default 0,
    unchanged_rows    bigint not null default 0,
    rejected_rows     bigint not null default 0,
    started_at        timestamptz not null default now(),
    finished_at       timestamptz,
    primary key (client_account_id, id),
    foreign key (client_account_id, engagement_id) references engagements (client_account_id, id) on delete cascade
);
comment on column asset_imports.next_row is 'first data row, from 0, that is not imported yet';
create index asset_imports_by_engagement on asset_imports (client_account_id, engagement_id, started_at);

create table asset_import_keys (
    client_account_id uuid not null,
    import_id         uuid not null,
    source_system     text not null,
    external_key      text not null,
    line              bigint not null,
    primary key (client_account_id, import_id, source_system, external_key),
    foreign key (client_account_id, import_id) references asset_imports (client_account_id, id) on delete cascade
);
comment on table asset_import_keys is
    'keys that an import has seen: finds duplicates and missing assets in memory that does not grow; emptied at its end';

create table asset_import_rejections (
    client_account_id uuid not null,
    import_id         uuid not null,
    line              bigint not null,
    position          integer not null,
    column_name       text,
    value             text,
    reason            text not null,
    primary key (client_account_id, import_id, line, position),
    foreign key (client_account_id, import_id) references asset_imports (client_account_id, id) on delete cascade
);

do $$
declare
    tenant_table text;
begin
    foreach tenant_table in array array['cmdb_assets', 'cmdb_asset_relations', 'asset_imports', 'asset_import_keys',
            'asset_import_rejections'] loop
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
