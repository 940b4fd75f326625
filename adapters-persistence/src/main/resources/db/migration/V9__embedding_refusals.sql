-- What models refuse, and what they charge.

create table embedding_refusals (
    client_account_id  uuid not null,
    engagement_id      uuid not null,
    asset_id           uuid not null,
    embedding_space_id uuid not null references embedding_spaces (id),
    content_hash       bytea not null check (length(content_hash) = 32),
    reason             text not null check (length(reason) between 1 and 500),
    refused_at         timestamptz not null default now(),
    primary key (client_account_id, embedding_space_id, asset_id),
    foreign key (client_account_id, engagement_id, asset_id)
        references cmdb_assets (client_account_id, engagement_id, id) on delete cascade
);
comment on table embedding_refusals is 'assets that the model of a space refuses; left out while their document_hash is content_hash';
-- In the order of look-ups by asset, so that a deleted one finds its refusals: see V6.
create index embedding_refusals_by_asset on embedding_refusals (client_account_id, asset_id);

create table embedding_usage (
    client_account_id uuid not null references client_accounts (id) on delete cascade,
    day               date not null,
    provider          text not null,
    model             text not null,
    tokens            bigint not null check (tokens >= 0),
    documents         bigint not null check (documents >= 0),
    calls             bigint not null check (calls >= 0),
    cost              numeric(20, 9) not null check (cost >= 0),
    updated_at        timestamptz not null default now(),
    primary key (client_account_id, day, provider, model)
);
comment on table embedding_usage is 'what stored embeddings and refusals took; calls that failed for another reason are not in it';
comment on column embedding_usage.day is 'in UTC';
comment on column embedding_usage.documents is 'sent to the model; equal ones of a run once';
comment on column embedding_usage.cost is 'tokens times the price that was configured then, in its currency; 0 where there was none';

do $$
declare
    tenant_table text;
begin
    foreach tenant_table in array array['embedding_refusals', 'embedding_usage'] loop
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
