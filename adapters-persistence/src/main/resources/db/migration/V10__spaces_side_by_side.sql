-- Several embedding spaces side by side, so that one can be filled while another is searched: each has partitions of its
-- own, which go with it at once.

alter table cmdb_asset_embeddings rename to cmdb_asset_embeddings_before;
do $$
declare
    name text;
begin
    foreach name in array array['scan', 'by_engagement', 'by_ci_class', 'by_environment', 'by_os_family', 'by_location',
            'by_status', 'by_support_group'] loop
        execute format('alter index cmdb_asset_embeddings_%s rename to cmdb_asset_embeddings_before_%1$s', name);
    end loop;
end
$$;

create table cmdb_asset_embeddings (
    like cmdb_asset_embeddings_before including defaults including generated including constraints including comments
        including storage,
    primary key (client_account_id, asset_id, embedding_space_id),
    foreign key (client_account_id, engagement_id, asset_id)
        references cmdb_assets (client_account_id, engagement_id, id) on delete cascade,
    foreign key (embedding_space_id, dimensions) references embedding_spaces (id, dimensions)
) partition by list (embedding_space_id);
create index cmdb_asset_embeddings_scan
    on cmdb_asset_embeddings (client_account_id, embedding_space_id, index_generation)
    include (asset_id, engagement_id, ci_class_key, environment_key, os_family_key, location_key, status_key,
        support_group_key, memory_mb, cpu_count, storage_gb, code);
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

-- Name of a space's partition; its own partitions add _0 to _15.
create function embedding_partition(space uuid) returns text
    language sql immutable strict parallel safe
    return 'cmdb_asset_embeddings_' || replace(space::text, '-', '');

create procedure protect_tenant_table(name text)
    language plpgsql as $$
begin
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I '
        'using (client_account_id = (select nullif(current_setting(''app.client_account_id'', true), '''')::uuid)) '
        'with check (client_account_id = (select nullif(current_setting(''app.client_account_id'', true), '''')::uuid))',
        name);
end
$$;
revoke execute on procedure protect_tenant_table from public;

-- The partitions of a space, hashed by client account as before. Called by the owner, who alone may create tables.
create procedure create_embedding_partitions(space uuid, partitions integer default 16)
    language plpgsql as $$
declare
    parent constant text := embedding_partition(space);
    leaf   text;
begin
    execute format('create table %I partition of cmdb_asset_embeddings for values in (%L) '
        'partition by hash (client_account_id)', parent, space);
    call protect_tenant_table(parent);
    for remainder in 0 .. partitions - 1 loop
        leaf := parent || '_' || remainder;
        -- See the migration that made the first ones for the reasons.
        execute format('create table %I partition of %I for values with (modulus %s, remainder %s) '
            'with (toast_tuple_target = 8160, autovacuum_vacuum_insert_scale_factor = 0.02, '
            'autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02)',
            leaf, parent, partitions, remainder);
        execute format('alter table %I alter column embedding set storage external, '
            'alter column code set storage external, alter column content_hash set storage plain', leaf);
        call protect_tenant_table(leaf);
    end loop;
end
$$;
revoke execute on procedure create_embedding_partitions from public;

create procedure drop_embedding_partitions(space uuid)
    language plpgsql as $$
begin
    execute format('drop table if exists %I', embedding_partition(space));
end
$$;
revoke execute on procedure drop_embedding_partitions from public;

-- What is there belongs to the one space that there can be: it becomes that space's partition as it lies, indexes included.
do $$
declare
    existing uuid;
    parent   text;
    suffix   text;
begin
    select id into existing from embedding_spaces where active;
    if existing is null then
        drop table cmdb_asset_embeddings_before;
        return;
    end if;
    parent := embedding_partition(existing);
    for remainder in 0 .. 15 loop
        execute format('alter table cmdb_asset_embeddings_%s rename to %I', remainder, parent || '_' || remainder);
    end loop;
    execute format('alter table cmdb_asset_embeddings_before rename to %I', parent);
    foreach suffix in array array['scan', 'by_engagement', 'by_ci_class', 'by_environment', 'by_os_family',
            'by_location', 'by_status', 'by_support_group'] loop
        execute format('alter index cmdb_asset_embeddings_before_%s rename to %I', suffix,
            left(replace(existing::text, '-', ''), 8) || '_' || suffix);
    end loop;
    execute format('revoke all on %I from ${application}', parent);
    execute format('alter table cmdb_asset_embeddings attach partition %I for values in (%L)', parent, existing);
end
$$;

alter table cmdb_asset_embeddings enable row level security;
alter table cmdb_asset_embeddings force row level security;
create policy tenant on cmdb_asset_embeddings
    using (client_account_id = (select nullif(current_setting('app.client_account_id', true), '')::uuid))
    with check (client_account_id = (select nullif(current_setting('app.client_account_id', true), '')::uuid));
grant select, insert, update, delete on cmdb_asset_embeddings to ${application};

-- Spaces come with partitions, which the owner makes.
revoke insert on embedding_spaces from ${application};
comment on column embedding_spaces.active is 'the space of client accounts that have chosen none themselves';

create table embedding_space_uses (
    client_account_id  uuid not null references client_accounts (id) on delete cascade,
    embedding_space_id uuid not null references embedding_spaces (id) on delete cascade,
    active             boolean not null,
    since              timestamptz not null default now(),
    primary key (client_account_id, embedding_space_id)
);
comment on table embedding_space_uses is
    'spaces that a client account''s assets are embedded in besides the common active one, and which of all it searches';
create unique index embedding_space_uses_one_active on embedding_space_uses (client_account_id) where active;
create index embedding_space_uses_by_space on embedding_space_uses (embedding_space_id);

create table space_comparisons (
    client_account_id uuid not null references client_accounts (id) on delete cascade,
    id                uuid not null,
    from_space_id     uuid not null references embedding_spaces (id) on delete cascade,
    to_space_id       uuid not null references embedding_spaces (id) on delete cascade,
    compared_at       timestamptz not null,
    samples           integer not null check (samples >= 0),
    overlap           double precision check (overlap between 0 and 1),
    minimum_overlap   double precision not null check (minimum_overlap between 0 and 1),
    judged_queries    integer not null check (judged_queries >= 0),
    from_ndcg         double precision check (from_ndcg between 0 and 1),
    to_ndcg           double precision check (to_ndcg between 0 and 1),
    tolerated_loss    double precision not null check (tolerated_loss between 0 and 1),
    due               bigint not null check (due >= 0),
    passed            boolean not null,
    primary key (client_account_id, id)
);
comment on table space_comparisons is 'what was measured before a client account changes to another embedding space';
comment on column space_comparisons.due is 'assets that were not embedded in the new space as they are';
create index space_comparisons_by_time on space_comparisons (client_account_id, to_space_id, compared_at);

-- What belongs to a space goes with it.
alter table vector_indexes drop constraint vector_indexes_embedding_space_id_fkey,
    add foreign key (embedding_space_id) references embedding_spaces (id) on delete cascade;
alter table recall_audits drop constraint recall_audits_embedding_space_id_fkey,
    add foreign key (embedding_space_id) references embedding_spaces (id) on delete cascade;
alter table embedding_refusals drop constraint embedding_refusals_embedding_space_id_fkey,
    add foreign key (embedding_space_id) references embedding_spaces (id) on delete cascade;

call protect_tenant_table('embedding_space_uses');
call protect_tenant_table('space_comparisons');
grant select, insert, update, delete on embedding_space_uses, space_comparisons to ${application};
-- A change for all client accounts is one transaction of the operator's.
create policy operator on embedding_space_uses to ${owner} using (true) with check (true);
