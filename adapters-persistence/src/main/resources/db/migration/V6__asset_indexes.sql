-- Only one index of assets begins with (client_account_id, engagement_id). The planner takes the two columns for
-- independent, so that in a database of many clients both together look as selective as a key: with several such indexes
-- it checked each embedding's foreign key by reading all assets of the engagement from one that begins with them.
alter table cmdb_assets
    drop constraint cmdb_assets_client_account_id_engagement_id_source_system_e_key,
    add unique (client_account_id, external_key, source_system, engagement_id);
drop index cmdb_assets_by_external_key;
drop index cmdb_assets_by_name;
create index cmdb_assets_by_name on cmdb_assets (client_account_id, name, engagement_id);
-- The same for the statements of the application, whose plans know the values.
create statistics cmdb_assets_tenancy (dependencies) on client_account_id, engagement_id from cmdb_assets;
