-- Lists of assets and imports, page by page.

-- One row, and no client account's: what cursors are sealed with, so that nobody can make one or use another's.
create table service_secrets (
    name       text primary key,
    secret     bytea not null check (length(secret) >= 32),
    created_at timestamptz not null default now()
);
comment on table service_secrets is 'secrets of the service itself, the same for all its instances; whoever has a dump has them';
-- Random ids come from the system's source of random numbers, 122 bits each.
insert into service_secrets (name, secret)
    values ('cursors', sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
grant select on service_secrets to ${application};

alter table asset_imports
    add column job_run_id   uuid,
    add column requested_by text check (length(requested_by) between 1 and 200);
comment on column asset_imports.job_run_id is 'the job that did it; no reference, as jobs are forgotten earlier; null from the command line';
comment on column asset_imports.requested_by is 'who asked for that job';
create index asset_imports_by_time on asset_imports (client_account_id, started_at desc, id desc);
