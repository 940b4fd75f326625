-- Client accounts take turns in the queue of jobs, small jobs do not wait behind large ones, and a run outlives an outage.
-- The table is locked for a moment. Behind a long transaction, give up instead of holding all jobs back.
set local lock_timeout = '30s';

alter table job_runs
    add column is_small boolean not null default false,
    add column setbacks integer not null default 0;
comment on column job_runs.is_small is 'whether the run is over soon, as known when it was queued; false once it has taken too long';
comment on column job_runs.setbacks is
    'attempts in a row that came to nothing because of the database, and not because of the run; the pauses grow with them';

-- When was a client account served last?
create index job_runs_by_begin on job_runs (client_account_id, resumed_at);
