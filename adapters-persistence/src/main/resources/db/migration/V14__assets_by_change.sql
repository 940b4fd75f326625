-- Alone in its transaction, so that a build that waits for writers of assets holds no lock that these wait for.

-- Lists in the order of their names read cmdb_assets_by_name, those in the order of changes this one. Orders by size sort the
-- client account's assets from this index alone, in a third of the time that the table takes. Classes and environments are
-- not in it: a text may be longer than an entry of an index. The id does not come second: foreign keys would look assets up
-- here, see V6.
create index cmdb_assets_list on cmdb_assets (client_account_id, updated_at, id)
    include (engagement_id, cpu_count, memory_mb, storage_gb);
