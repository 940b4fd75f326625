-- What the steps of a search cost, in microseconds: the numbers behind SearchCosts.
-- 60,000 vectors of 30 clients in one partition, arriving interleaved; half of them are one client's. All in memory.
-- Prints a table. Run by: scripts/benchmark --workload calibrate (two minutes)

set client_min_messages = warning;
-- Vacuum can mark a page as visible to all only where the commit of its rows has reached the log.
set synchronous_commit = on;
set max_parallel_workers_per_gather = 0;
set jit = off;
set random_page_cost = 1.1;
set maintenance_work_mem = '1GB';
create extension if not exists vector;
create schema calibration;
set search_path = calibration, public;
select setseed(0.42);

create function median_us(statement text, runs integer) returns numeric language plpgsql as $$
declare
    started timestamptz;
    times numeric[] := '{}';
begin
    for run in 1 .. runs loop
        started := clock_timestamp();
        execute statement;
        times := times || extract(epoch from clock_timestamp() - started) * 1000000;
    end loop;
    return (select percentile_cont(0.5) within group (order by t) from unnest(times) as t);
end
$$;
create table results (dimensions integer, step text, microseconds numeric);

-- Client 0 has half of the rows, client 1 a tenth of that, the others share the rest.
create procedure load(dimensions integer) language plpgsql as $$
begin
    execute format('create table t%1$s (client integer not null, asset uuid not null, generation integer not null,'
        ' embedding halfvec(%1$s) not null, filler bytea not null default decode(repeat(''00'', 180), ''hex''),'
        ' code bit varying not null generated always as (binary_quantize(embedding)) stored)', dimensions);
    execute format('alter table t%s alter column embedding set storage plain', dimensions);
    execute format('create temp table centres%1$s as select id, array(select random() - 0.5'
        ' from generate_series(1, %1$s) where id is not null)::real[]::vector(%1$s) as centre'
        ' from generate_series(0, 499) as id', dimensions);
    execute format('insert into t%1$s (client, asset, generation, embedding)'
        ' select case when row %% 2 = 0 then 0 when row %% 20 = 1 then 1 else 2 + row %% 28 end, gen_random_uuid(), 0,'
        ' l2_normalize(a.centre + b.centre)::halfvec(%1$s) from generate_series(1, 60000) as row'
        ' join centres%1$s a on a.id = row %% 500 join centres%1$s b on b.id = (row * 7919 / 500) %% 500 order by row',
        dimensions);
    execute format('create unique index on t%s (client, asset)', dimensions);
    execute format('create index on t%s (client, generation) include (asset, code)', dimensions);
    execute format('create index on t%1$s using hnsw (embedding halfvec_cosine_ops) where client = 0', dimensions);
end
$$;

create procedure measure(dimensions integer) language plpgsql as $$
declare
    probe text;
    exact constant text := 'select asset from t%1$s where client = %2$s'
        -- Not the expression of the index.
        ' order by (embedding <=> %3$s::halfvec) + 0 limit 10';
    codes constant text := 'select asset from t%1$s where client = %2$s order by code <~> binary_quantize(%3$s::halfvec)'
        ' limit 400';
    reranked constant text := 'with coded as materialized (select asset from t%1$s where client = 0'
        ' order by code <~> binary_quantize(%3$s::halfvec) limit %2$s) select e.asset from coded c'
        ' join t%1$s e on e.client = 0 and e.asset = c.asset order by (e.embedding <=> %3$s::halfvec) + 0 limit 10';
    graph constant text := 'select asset from t%1$s where client = 0 order by embedding <=> %2$s::halfvec(%1$s) limit 10';
    exact_row numeric;
    low numeric;
begin
    execute format('select quote_literal(embedding::text) from t%s limit 1', dimensions) into probe;
    exact_row := (median_us(format(exact, dimensions, 0, probe), 15) - median_us(format(exact, dimensions, 1, probe), 15))
        / 27000;
    insert into results values (dimensions, 'exactRow', exact_row);
    insert into results values (dimensions, 'codeRow',
        (median_us(format(codes, dimensions, 0, probe), 15) - median_us(format(codes, dimensions, 1, probe), 15)) / 27000);
    insert into results values (dimensions, 'lookUp',
        (median_us(format(reranked, dimensions, 3200, probe), 15)
            - median_us(format(reranked, dimensions, 200, probe), 15)) / 3000 - exact_row);
    perform set_config('enable_sort', 'off', true);
    perform set_config('hnsw.ef_search', '100', true);
    low := median_us(format(graph, dimensions, probe), 100);
    perform set_config('hnsw.ef_search', '400', true);
    insert into results values (dimensions, 'graphVisit',
        (median_us(format(graph, dimensions, probe), 100) - low) / 300);
end
$$;

call load(384);
call load(1536);
vacuum analyze t384;
vacuum analyze t1536;
call measure(384);
call measure(1536);

select step, round(max(microseconds) filter (where dimensions = 384), 2) as "384 dimensions, us",
    round(max(microseconds) filter (where dimensions = 1536), 2) as "1536 dimensions, us"
from results group by step order by min(ctid);
