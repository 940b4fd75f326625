-- What search needs: embeddings partitioned by client account, with the attributes that filters name beside the vector,
-- binary codes in a covering index, and a record of each client account's own HNSW index.

-- Text filters match whole and ignore case. A 64-bit key in place of the text keeps index rows short and of fixed
-- width, and its equality is leakproof: PostgreSQL may use an index for it under row-level security, which it may not
-- for lower(). Among a million different values of one client account two share a key with a probability of 3e-8.
create function filter_key(value text) returns bigint
    language sql immutable strict parallel safe
    return hashtextextended(lower(value), 0);
create function filter_keys(vals text[]) returns bigint[]
    language sql immutable strict parallel safe
    return (select array_agg(filter_key(value)) from unnest(vals) as value);

alter table cmdb_asset_embeddings rename to cmdb_asset_embeddings_before;
-- For the copy below, which is the owner's and has no client account's context.
alter table cmdb_asset_embeddings_before no force row level security;
alter table cmdb_assets no force row level security;

create table cmdb_asset_embeddings (
    client_account_id  uuid not null,
    engagement_id      uuid not null,
    asset_id           uuid not null,
    embedding_space_id uuid not null,
    dimensions         integer not null,
    index_generation   integer not null default 0,
    ci_class_key       bigint,
    environment_key    bigint,
    os_family_key      bigint,
    location_key       bigint,
    status_key         bigint,
    support_group_key  bigint,
    memory_mb          bigint,
    updated_at         timestamptz not null default now(),
    cpu_count          integer,
    storage_gb         numeric,
    content_hash       bytea not null check (length(content_hash) = 32),
    -- 16-bit floats: half the bytes of "vector", and a loss of recall below 0.002.
    embedding          halfvec not null,
    code               bit varying not null generated always as (binary_quantize(embedding)) stored,
    -- In this order for the look-up by asset of the foreign key's cascade.
    primary key (client_account_id, asset_id, embedding_space_id),
    foreign key (client_account_id, engagement_id, asset_id)
        references cmdb_assets (client_account_id, engagement_id, id) on delete cascade,
    foreign key (embedding_space_id, dimensions) references embedding_spaces (id, dimensions),
    check (vector_dims(embedding) = dimensions)
) partition by hash (client_account_id);
comment on column cmdb_asset_embeddings.content_hash is 'content_hash of the asset when it was embedded';
comment on column cmdb_asset_embeddings.code is 'sign of each dimension, one bit each: the Hamming distance of codes approximates the angle';
comment on column cmdb_asset_embeddings.index_generation is
    'write generation of the client account when the row was written; its HNSW index covers generations up to its own';
comment on column cmdb_asset_embeddings.ci_class_key is 'filter_key() of the asset''s column, as are the other keys; kept in step by a trigger';

-- Sixteen: each client account's rows lie closer together, vacuum and index builds have less to read, and a search
-- plans with the partial indexes of a sixteenth of the client accounts only. The decision records have the figures.
do $$
begin
    for remainder in 0 .. 15 loop
        execute format('create table cmdb_asset_embeddings_%s partition of cmdb_asset_embeddings '
            'for values with (modulus 16, remainder %s) '
            -- In line up to a whole page, not in a TOAST table: an exact scan then reads no second table, which makes
            -- it 2.5 times as fast. Vacuum early, since an index-only scan depends on the visibility map.
            'with (toast_tuple_target = 8160, autovacuum_vacuum_insert_scale_factor = 0.02, '
            'autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02)', remainder, remainder);
        execute format('alter table cmdb_asset_embeddings_%s alter column embedding set storage external, '
            'alter column code set storage external, alter column content_hash set storage plain', remainder);
        -- Reached through the partitioned table only, whose policy is the one that applies then.
        execute format('alter table cmdb_asset_embeddings_%s enable row level security', remainder);
        execute format('alter table cmdb_asset_embeddings_%s force row level security', remainder);
        execute format('create policy tenant on cmdb_asset_embeddings_%s '
            'using (client_account_id = (select nullif(current_setting(''app.client_account_id'', true), '''')::uuid)) '
            'with check (client_account_id = (select nullif(current_setting(''app.client_account_id'', true), '''')::uuid))',
            remainder);
    end loop;
end
$$;

insert into cmdb_asset_embeddings (client_account_id, engagement_id, asset_id, embedding_space_id, dimensions,
    ci_class_key, environment_key, os_family_key, location_key, status_key, support_group_key, memory_mb, updated_at,
    cpu_count, storage_gb, content_hash, embedding)
select e.client_account_id, e.engagement_id, e.asset_id, e.embedding_space_id, e.dimensions,
    filter_key(a.ci_class), filter_key(a.environment), filter_key(a.os_family), filter_key(a.location),
    filter_key(a.status), filter_key(a.support_group), a.memory_mb, e.updated_at,
    a.cpu_count, a.storage_gb, e.content_hash, e.embedding
from cmdb_asset_embeddings_before e
join cmdb_assets a on a.client_account_id = e.client_account_id and a.id = e.asset_id;
drop table cmdb_asset_embeddings_before;
alter table cmdb_assets force row level security;

-- Read without touching the table: all that chooses the candidates and ranks them roughly.
create index cmdb_asset_embeddings_scan
    on cmdb_asset_embeddings (client_account_id, embedding_space_id, index_generation)
    include (asset_id, engagement_id, ci_class_key, environment_key, os_family_key, location_key, status_key,
        support_group_key, memory_mb, cpu_count, storage_gb, code);
-- Equal keys share one entry, so that each of these takes 8 bytes a row.
create index cmdb_asset_embeddings_by_engagement
    on cmdb_asset_embeddings (client_account_id, embedding_space_id, engagement_id);
create index cmdb_asset_embeddings_by_ci_class
    on cmdb_asset_embeddings (client_account_id, embedding_space_id, ci_class_key);
create index cmdb_asset_embeddings_by_environment
    on cmdb_asset_embeddings (client_account_id, embedding_space_id, environment_key);
create index cmdb_asset_embeddings_by_os_family
    on cmdb_asset_embeddings (client_account_id, embedding_space_id, os_family_key);
create index cmdb_asset_embeddings_by_location
    on cmdb_asset_embeddings (client_account_id, embedding_space_id, location_key);
create index cmdb_asset_embeddings_by_status
    on cmdb_asset_embeddings (client_account_id, embedding_space_id, status_key);
create index cmdb_asset_embeddings_by_support_group
    on cmdb_asset_embeddings (client_account_id, embedding_space_id, support_group_key);

alter table cmdb_asset_embeddings enable row level security;
alter table cmdb_asset_embeddings force row level security;
create policy tenant on cmdb_asset_embeddings
    using (client_account_id = (select nullif(current_setting('app.client_account_id', true), '')::uuid))
    with check (client_account_id = (select nullif(current_setting('app.client_account_id', true), '')::uuid));
grant select, insert, update, delete on cmdb_asset_embeddings to ${application};

-- A filter has to see a changed asset at once, embedded anew or not.
create function copy_filtered_attributes() returns trigger
    language plpgsql as $$
begin
    update cmdb_asset_embeddings e
    set ci_class_key = filter_key(a.ci_class), environment_key = filter_key(a.environment),
        os_family_key = filter_key(a.os_family), location_key = filter_key(a.location),
        status_key = filter_key(a.status), support_group_key = filter_key(a.support_group),
        memory_mb = a.memory_mb, cpu_count = a.cpu_count, storage_gb = a.storage_gb
    from changed a
    where e.client_account_id = a.client_account_id and e.asset_id = a.id
      and (e.ci_class_key, e.environment_key, e.os_family_key, e.location_key, e.status_key, e.support_group_key,
              e.memory_mb, e.cpu_count, e.storage_gb)
          is distinct from
          (filter_key(a.ci_class), filter_key(a.environment), filter_key(a.os_family), filter_key(a.location),
              filter_key(a.status), filter_key(a.support_group), a.memory_mb, a.cpu_count, a.storage_gb);
    return null;
end
$$;
create trigger copy_filtered_attributes after update on cmdb_assets
    referencing new table as changed
    for each statement execute function copy_filtered_attributes();

create table vector_indexes (
    client_account_id  uuid not null references client_accounts (id) on delete cascade,
    embedding_space_id uuid not null references embedding_spaces (id),
    write_generation   integer not null default 0 check (write_generation >= 0),
    index_name         text check (index_name ~ '^[a-z0-9_]{1,63}$'),
    indexed_generation integer,
    indexed_rows       bigint,
    hnsw_m             integer,
    hnsw_ef_construction integer,
    built_at           timestamptz,
    ef_search          integer not null check (ef_search between 1 and 1000),
    rerank_count       integer not null check (rerank_count between 10 and 10000),
    total_rows         bigint not null default 0,
    tail_rows          bigint not null default 0,
    checked_at         timestamptz,
    primary key (client_account_id, embedding_space_id),
    check ((index_name is null) = (indexed_generation is null) and (index_name is null) = (indexed_rows is null))
);
comment on table vector_indexes is 'how a client account''s vectors of one space are searched';
comment on column vector_indexes.write_generation is 'generation of the rows written from now on';
comment on column vector_indexes.index_name is 'its own HNSW index, valid; null for none';
comment on column vector_indexes.indexed_generation is 'the index covers rows of generations up to this one';
comment on column vector_indexes.tail_rows is 'rows of later generations, counted at checked_at';

create table recall_audits (
    client_account_id  uuid not null references client_accounts (id) on delete cascade,
    id                 uuid not null,
    embedding_space_id uuid not null references embedding_spaces (id),
    audited_at         timestamptz not null,
    strategy           text not null check (strategy in ('QUANTISED', 'APPROXIMATE')),
    ef_search          integer,
    rerank_count       integer,
    total_rows         bigint not null,
    queries            integer not null check (queries > 0),
    top_k              integer not null,
    recall             double precision not null check (recall between 0 and 1),
    target_recall      double precision not null,
    exact_p50_micros   bigint not null,
    plan_p50_micros    bigint not null,
    plan_p95_micros    bigint not null,
    primary key (client_account_id, id)
);
comment on table recall_audits is 'what was measured of the approximate plans, and what was set thereupon';
create index recall_audits_by_time on recall_audits (client_account_id, embedding_space_id, audited_at);

do $$
declare
    tenant_table text;
begin
    foreach tenant_table in array array['vector_indexes', 'recall_audits'] loop
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
