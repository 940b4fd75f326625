-- How embeddings should lie on disk: one table, hash partitions by client account, or a partition for each client.
-- 200,000 vectors of 384 dimensions, 200 clients of Zipf sizes, rows of all clients arriving interleaved, all in memory.
-- Prints a table. Run by: scripts/benchmark --workload layouts (two minutes)

set client_min_messages = warning;
-- Vacuum can mark a page as visible to all only where the commit of its rows has reached the log.
set synchronous_commit = on;
set max_parallel_workers_per_gather = 0;
set jit = off;
set random_page_cost = 1.1;
set maintenance_work_mem = '1GB';
set max_parallel_maintenance_workers = 0;
create extension if not exists vector;
create schema layouts;
set search_path = layouts, public;
select setseed(0.42);

create unlogged table arriving as
with sizes as (
    select array_agg(share order by share) as shares
    from (select sum(1.0 / client) over (order by client) / sum(1.0 / client) over () as share
        from generate_series(1, 200) as client) as s)
select row, 1 + width_bucket(random()::numeric, shares[1:199]) as client, gen_random_uuid() as asset
from generate_series(1, 200000) as row, sizes;
-- A fresh random vector costs 384 calls of random(); a sum of two of a thousand is different enough to be timed.
create unlogged table centres as
select id, array(select random() - 0.5 from generate_series(1, 384) where id is not null)::real[]::vector(384) as centre
from generate_series(0, 999) as id;
create unlogged table rows as
select client, asset, (l2_normalize(a.centre + b.centre))::halfvec(384) as embedding
from arriving
join centres a on a.id = row % 1000
join centres b on b.id = (row * 7919 / 1000) % 1000
order by row;

create procedure make(layout text) language plpgsql as $$
declare
    columns constant text := '(client_account_id integer not null, asset_id uuid not null, generation integer not null'
        ' default 0, embedding halfvec(384) not null,'
        ' code bit varying not null generated always as (binary_quantize(embedding)) stored)';
begin
    if layout = 'none' then
        execute format('create table t_%s %s', layout, columns);
    elsif layout = 'hash' then
        execute format('create table t_%s %s partition by hash (client_account_id)', layout, columns);
        for i in 0 .. 15 loop
            execute format('create table t_%s_%s partition of t_%1$s for values with (modulus 16, remainder %2$s)',
                layout, i);
        end loop;
    else
        execute format('create table t_%s %s partition by list (client_account_id)', layout, columns);
        for i in 1 .. 200 loop
            execute format('create table t_%s_%s partition of t_%1$s for values in (%2$s)', layout, i);
        end loop;
    end if;
    execute format('create unique index on t_%s (client_account_id, asset_id)', layout);
    execute format('create index on t_%s (client_account_id, generation) include (asset_id, code)', layout);
end
$$;

-- Median milliseconds of so many runs, planning included.
create function median_ms(statement text, runs integer) returns numeric language plpgsql as $$
declare
    started timestamptz;
    times numeric[] := '{}';
begin
    for run in 1 .. runs loop
        started := clock_timestamp();
        execute statement;
        times := times || extract(epoch from clock_timestamp() - started) * 1000;
    end loop;
    return (select round((percentile_cont(0.5) within group (order by t))::numeric, 2) from unnest(times) as t);
end
$$;

create table results (measure text, layout text, milliseconds numeric);

do $$
declare
    layout text;
begin
    foreach layout in array array['none', 'hash', 'list'] loop
        call make(layout);
        insert into results select 'insert 200,000 interleaved rows, all indexes present', layout, median_ms(format(
            'insert into t_%s (client_account_id, asset_id, embedding) select client, asset, embedding from rows',
            layout), 1);
    end loop;
end
$$;
vacuum analyze t_none;
vacuum analyze t_hash;
vacuum analyze t_list;

do $$
declare
    layout text;
    client integer;
    probe text := (select quote_literal(embedding::text) from rows limit 1);
    size bigint;
begin
    foreach client in array array[1, 10, 100] loop
        execute 'select count(*) from rows where client = $1' into size using client;
        foreach layout in array array['none', 'hash', 'list'] loop
            insert into results select format('exact, client of %s rows', size), layout, median_ms(format(
                'select asset_id from t_%s where client_account_id = %s order by embedding <=> %s::halfvec limit 10',
                layout, client, probe), 15);
            insert into results select format('quantised scan, client of %s rows', size), layout, median_ms(format(
                'with coded as materialized (select asset_id from t_%1$s where client_account_id = %2$s'
                ' order by code <~> binary_quantize(%3$s::halfvec) limit 400)'
                ' select e.asset_id from coded c join t_%1$s e on e.client_account_id = %2$s'
                ' and e.asset_id = c.asset_id order by e.embedding <=> %3$s::halfvec limit 10',
                layout, client, probe), 15);
        end loop;
    end loop;
end
$$;

-- Partial HNSW indexes for clients 11 to 160; of other clients' indexes a query has only their planning to pay.
do $$
declare
    layout text;
    leaf text;
    started timestamptz;
begin
    foreach layout in array array['none', 'hash', 'list'] loop
        started := clock_timestamp();
        for client in 11 .. 160 loop
            execute format('select tableoid::regclass::text from t_%s where client_account_id = %s limit 1',
                layout, client) into leaf;
            execute format('create index on %s using hnsw (embedding halfvec_cosine_ops)'
                ' where client_account_id = %s and generation <= 0', leaf, client);
        end loop;
        insert into results select 'build 150 partial HNSW indexes', layout,
            round(extract(epoch from clock_timestamp() - started) * 1000);
    end loop;
    foreach layout in array array['none', 'hash', 'list'] loop
        insert into results select 'plan and find nothing, beside 150 partial HNSW indexes', layout, median_ms(format(
            'select asset_id from t_%s where client_account_id = 100 and generation > 0 limit 10', layout), 200);
    end loop;
end
$$;

select measure, max(milliseconds) filter (where layout = 'none') as "one table, ms",
    max(milliseconds) filter (where layout = 'hash') as "16 hash partitions, ms",
    max(milliseconds) filter (where layout = 'list') as "list partitions, ms"
from results group by measure order by min(ctid);
