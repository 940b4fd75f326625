-- Jobs that people ask for, files to import, and what keeps several processes apart.

create table job_runs (
    client_account_id uuid not null references client_accounts (id) on delete cascade,
    id                uuid not null,
    engagement_id     uuid,
    kind              text not null
        check (kind in ('IMPORT', 'EMBEDDING', 'DUPLICATES', 'REINDEX', 'AUDIT', 'MIGRATION', 'OFFBOARDING')),
    arguments         jsonb not null default '{}',
    status            text not null check (status in ('QUEUED', 'RUNNING', 'COMPLETED', 'STOPPED', 'FAILED')),
    read_count        bigint not null default 0,
    written_count     bigint not null default 0,
    skipped_count     bigint not null default 0,
    failed_count      bigint not null default 0,
    total_count       bigint not null default 0,
    message           text check (length(message) <= 2000),
    stop_requested    boolean not null default false,
    requested_by      text not null check (length(requested_by) between 1 and 200),
    queued_at         timestamptz not null default now(),
    not_before        timestamptz not null default now(),
    resumed_at        timestamptz,
    resumed_read      bigint not null default 0,
    crashes           integer not null default 0,
    updated_at        timestamptz not null default now(),
    ended_at          timestamptz,
    primary key (client_account_id, id),
    check ((ended_at is null) = (status in ('QUEUED', 'RUNNING')))
);
comment on table job_runs is 'what was asked for and how far it is; a run goes on in any process that finds its lock free';
comment on column job_runs.engagement_id is
    'no reference: the run that deletes an engagement has to outlive it; null for the client account as a whole';
comment on column job_runs.resumed_at is 'when the present attempt began; resumed_read is what earlier ones had read';
comment on column job_runs.crashes is 'attempts since it was last asked for that ended with their process';
-- At most one at a time does the same work.
create unique index job_runs_one_under_way on job_runs (client_account_id, kind, engagement_id) nulls not distinct
    where status in ('QUEUED', 'RUNNING');
create index job_runs_by_time on job_runs (client_account_id, queued_at desc, id);
create index job_runs_under_way on job_runs (queued_at) where status in ('QUEUED', 'RUNNING');

create table import_uploads (
    client_account_id uuid not null,
    id                uuid not null,
    engagement_id     uuid not null,
    file_name         text not null check (length(file_name) between 1 and 255),
    bytes             bigint not null default 0 check (bytes >= 0),
    complete          boolean not null default false,
    uploaded_at       timestamptz not null default now(),
    primary key (client_account_id, id),
    foreign key (client_account_id, engagement_id) references engagements (client_account_id, id) on delete cascade
);
comment on table import_uploads is
    'files that wait for their import: here and not on a disk, so that any process can import them, inside the same fences';
create index import_uploads_by_engagement on import_uploads (client_account_id, engagement_id);

create table import_upload_parts (
    client_account_id uuid not null,
    upload_id         uuid not null,
    position          integer not null,
    content           bytea not null,
    primary key (client_account_id, upload_id, position),
    foreign key (client_account_id, upload_id) references import_uploads (client_account_id, id) on delete cascade
);
-- As it comes: most files are compressed by whoever wants them small, and to try costs more than the disk.
alter table import_upload_parts alter column content set storage external;

call protect_tenant_table('job_runs');
call protect_tenant_table('import_uploads');
call protect_tenant_table('import_upload_parts');
grant select, insert, update, delete on job_runs, import_uploads, import_upload_parts to ${application};
-- Which runs wait is asked over all client accounts.
create policy operator on job_runs for select to ${owner} using (true);

-- Spring Modulith's registry (schema v2 of Spring Modulith 2.1.1): changes that were committed and not yet followed up. No
-- row-level security, so nothing but identifiers may stand in them.
create table event_publication (
    id                     uuid not null primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    integer,
    last_resubmission_date timestamptz
);
create index event_publication_serialized_event_hash_idx on event_publication using hash (serialized_event);
create index event_publication_by_completion_date_idx on event_publication (completion_date);
grant select, insert, update, delete on event_publication to ${application};

-- ShedLock's: which instance does what is due by the clock.
create table shedlock (
    name       varchar(64) not null primary key,
    lock_until timestamptz not null,
    locked_at  timestamptz not null,
    locked_by  varchar(255) not null
);
grant select, insert, update on shedlock to ${application};
