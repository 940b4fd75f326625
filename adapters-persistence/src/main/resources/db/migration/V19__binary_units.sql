-- Memory is counted in mebibytes and storage in gibibytes: columns say so. Indexes follow the columns; functions, whose bodies
-- are texts, do not.
-- The tables are locked for a moment. Behind a long backup or index build, give up instead of holding all searches back:
-- the migration is one transaction, and is repeated by starting again.
set local lock_timeout = '30s';

alter table cmdb_assets rename column memory_mb to memory_mib;
alter table cmdb_assets rename column storage_gb to storage_gib;
alter table cmdb_asset_embeddings rename column memory_mb to memory_mib;
alter table cmdb_asset_embeddings rename column storage_gb to storage_gib;

create or replace function copy_filtered_attributes() returns trigger
    language plpgsql as $$
begin
    update cmdb_asset_embeddings e
    set ci_class_key = filter_key(a.ci_class), environment_key = filter_key(a.environment),
        os_family_key = filter_key(a.os_family), location_key = filter_key(a.location),
        status_key = filter_key(a.status), support_group_key = filter_key(a.support_group),
        memory_mib = a.memory_mib, cpu_count = a.cpu_count, storage_gib = a.storage_gib
    from changed a
    where e.client_account_id = a.client_account_id and e.asset_id = a.id
      and (e.ci_class_key, e.environment_key, e.os_family_key, e.location_key, e.status_key, e.support_group_key,
              e.memory_mib, e.cpu_count, e.storage_gib)
          is distinct from
          (filter_key(a.ci_class), filter_key(a.environment), filter_key(a.os_family), filter_key(a.location),
              filter_key(a.status), filter_key(a.support_group), a.memory_mib, a.cpu_count, a.storage_gib);
    return null;
end
$$;

-- What a filter asks of attributes without a mark, as conditions on an asset a, where $1 is the scope that has the filter.
-- Refuses an attribute that it does not know: ignoring it would find too much.
create or replace function asset_conditions(filter jsonb) returns text
    language plpgsql immutable parallel safe as $$
declare
    attribute  text;
    conditions text := '';
begin
    for attribute in select jsonb_object_keys(filter) loop
        conditions := conditions || ' and ' || case
            when attribute = 'tags' then 'a.tags && jsonb_texts(($1).filter -> ''tags'')'
            when attribute = 'source_attributes' then 'a.source_attributes @> (($1).filter -> ''source_attributes'')'
            when attribute in ('cpu_count', 'memory_mib', 'storage_gib') then
                format('a.%1$I::numeric <@ number_range(($1).filter -> %1$L)', attribute) end;
        if conditions is null then
            raise 'assets are not filtered by %', attribute using errcode = 'invalid_parameter_value';
        end if;
    end loop;
    return conditions;
end
$$;
