-- How long pages of a list of assets take, inside the fences: the statements of AssetPageSql, with the application's login.
-- Give the id of a client account with many assets (scripts/generate-assets.py makes as many as wanted):
--
--     psql -X -d cmdb -U cmdb_app -v client=00000000-0000-4000-8000-000000000001 -f scripts/asset-lists.sql
--
-- Prints the median of 21 runs of each, in milliseconds. It reads only.
\set QUIET on
begin;
set local app.client_account_id = :'client';
-- As DatabaseConfiguration sets them.
set local plan_cache_mode = force_custom_plan;
set local max_parallel_workers_per_gather = 0;
set local jit = off;
set local random_page_cost = 1.1;
do $$
declare
    client    constant text := current_setting('app.client_account_id');
    of_client constant text := format('a.client_account_id = %L::uuid', client);
    shown     constant text := 'with page as materialized (select a.%1$s as value, a.id from cmdb_assets a where '
        || of_client || '%2$s order by a.%1$s%3$s, a.id%4$s limit 51) select a.* from page join cmdb_assets a on '
        || of_client || ' and a.id = page.id order by page.value%3$s, page.id%4$s';
    test  text[];
    place record;
    took  double precision[];
    began timestamptz;
begin
    select a.name, a.updated_at, a.memory_mib, a.id into place from cmdb_assets a
        where a.client_account_id = client::uuid and a.memory_mib is not null order by a.name offset 90000 limit 1;
    foreach test slice 1 in array array[
        ['first page by name',              'name', '', '', ''],
        ['deep page by name',               'name', format(' and (a.name, a.id) > (%L::text, %L::uuid)', place.name, place.id), '', ''],
        ['last changed first',              'updated_at', '', ' desc', ' desc'],
        ['deep page by change',             'updated_at', format(' and (a.updated_at, a.id) < (%L::timestamptz, %L::uuid)', place.updated_at, place.id), ' desc', ' desc'],
        ['first page by memory',            'memory_mib', '', ' desc nulls last', ' desc'],
        ['deep page by memory',             'memory_mib', format(' and ((a.memory_mib, a.id) < (%L::bigint, %L::uuid) or a.memory_mib is null)', place.memory_mib, place.id), ' desc nulls last', ' desc'],
        ['first page by class',             'ci_class', '', ' nulls last', ''],
        ['by name, environment (20 %)',     'name', ' and filter_key(a.environment) = any(filter_keys(array[''development'']))', '', ''],
        ['by name, filter without a match', 'name', ' and filter_key(a.environment) = any(filter_keys(array[''nothing'']))', '', '']]
    loop
        took := '{}';
        for i in 1 .. 21 loop
            began := clock_timestamp();
            execute format(shown, test[2], test[3], test[4], test[5]);
            took := took || extract(epoch from clock_timestamp() - began) * 1000;
        end loop;
        raise notice '% %', rpad(test[1], 34),
            round((select percentile_cont(0.5) within group (order by t) from unnest(took) as t)::numeric, 2);
    end loop;
    took := '{}';
    for i in 1 .. 21 loop
        began := clock_timestamp();
        execute 'select count(*) from (select 1 from cmdb_assets a where ' || of_client || ' limit 10001) counted';
        took := took || extract(epoch from clock_timestamp() - began) * 1000;
    end loop;
    raise notice '% %', rpad('totalCount', 34),
        round((select percentile_cont(0.5) within group (order by t) from unnest(took) as t)::numeric, 2);
end
$$;
rollback;
