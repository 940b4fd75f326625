-- Embedding spaces and the embeddings of assets.

create table embedding_spaces (
    id               uuid primary key,
    provider         text not null,
    model            text not null,
    dimensions       integer not null check (dimensions between 1 and 4000),
    distance         text not null check (distance in ('COSINE')),
    template_version integer not null,
    active           boolean not null default false,
    created_at       timestamptz not null default now(),
    unique (provider, model, dimensions, distance, template_version),
    -- What embeddings refer to, so that their dimensions are those of their space.
    unique (id, dimensions)
);
comment on table embedding_spaces is 'reference data, no tenant owns it: vectors are comparable only inside one space';
create unique index embedding_spaces_one_active on embedding_spaces (active) where active;
grant select, insert on embedding_spaces to ${application};

create table cmdb_asset_embeddings (
    client_account_id  uuid not null,
    engagement_id      uuid not null,
    asset_id           uuid not null,
    embedding_space_id uuid not null,
    dimensions         integer not null,
    -- 16-bit floats: half the bytes of "vector", and a loss of recall below 0.002.
    embedding          halfvec not null,
    content_hash       bytea not null check (length(content_hash) = 32),
    created_at         timestamptz not null default now(),
    updated_at         timestamptz not null default now(),
    primary key (client_account_id, embedding_space_id, asset_id),
    foreign key (client_account_id, engagement_id, asset_id)
        references cmdb_assets (client_account_id, engagement_id, id) on delete cascade,
    foreign key (embedding_space_id, dimensions) references embedding_spaces (id, dimensions),
    check (vector_dims(embedding) = dimensions)
);
comment on column cmdb_asset_embeddings.content_hash is 'content_hash of the asset when it was embedded';
-- In line, not in a TOAST table: an exact scan then reads no second table, which makes it 2.5 times as fast.
alter table cmdb_asset_embeddings alter column embedding set storage plain;
-- From some 950 dimensions on a row is long enough for PostgreSQL to move out whatever else it may, the hash that every
-- search compares. A row of 4,000 dimensions takes 8,152 of the 8,160 bytes that a page has for one: no column fits in.
alter table cmdb_asset_embeddings alter column content_hash set storage plain;
create index cmdb_asset_embeddings_by_engagement
    on cmdb_asset_embeddings (client_account_id, engagement_id, asset_id);

alter table cmdb_asset_embeddings enable row level security;
alter table cmdb_asset_embeddings force row level security;
create policy tenant on cmdb_asset_embeddings
    using (client_account_id = (select nullif(current_setting('app.client_account_id', true), '')::uuid))
    with check (client_account_id = (select nullif(current_setting('app.client_account_id', true), '')::uuid));
grant select, insert, update, delete on cmdb_asset_embeddings to ${application};
