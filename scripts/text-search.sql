-- How long the search by text takes inside the server: search_asset_texts() with the application's login, by kinds of questions
-- and filters. Give the id of a client account with many assets (scripts/generate-assets.py makes as many as wanted):
--
--     psql -X -d cmdb -U cmdb_app -v client=00000000-0000-4000-8000-000000000001 -f scripts/text-search.sql
--
-- Prints the median of 21 runs of each, in milliseconds, and how many assets were returned. It reads only. To compare two
-- versions of the function, run it on both in turn: what else the machine does shows in the figures.
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
    asset  record;
    test   text[];
    began  timestamptz;
    found  bigint;
    took   double precision[];
begin
    select a.id, a.name, a.serial_number, a.description, a.location, a.engagement_id into asset from cmdb_assets a
        where a.client_account_id = current_setting('app.client_account_id')::uuid and a.serial_number is not null
        order by a.id offset 100 limit 1;
    foreach test slice 1 in array array[
        ['identifier',                  asset.name, null, null],
        ['begin of an identifier',      left(asset.name, -2), null, null],
        ['mistyped identifier',         overlay(asset.serial_number placing 'x' from 4 for 1), null, null],
        ['sentence',                    asset.description, null, null],
        ['common words',                'production linux server', null, null],
        ['common words, location',      'production linux server', jsonb_build_object('location', array[asset.location])::text, null],
        ['common words, memory',        'production linux server', '{"memory_mib": {"min": 65536}}', null],
        ['common words, tag that none has', 'production linux server', '{"tags": ["nothing"]}', null],
        ['common words, engagement',    'production linux server', null, asset.engagement_id::text]]
    loop
        took := '{}';
        for i in 1 .. 21 loop
            began := clock_timestamp();
            select count(*) into found from search_asset_texts(query_text => test[2], depth => 10,
                engagements => case when test[4] is not null then array[test[4]::uuid] end, filter => test[3]::jsonb);
            took := took || extract(epoch from clock_timestamp() - began) * 1000;
        end loop;
        raise notice '% % ms % assets', rpad(test[1], 34),
            lpad(round((select percentile_cont(0.5) within group (order by t) from unnest(took) as t)::numeric, 2)::text, 8),
            lpad(found::text, 5);
    end loop;
end
$$;
rollback;
