-- The two logins of CMDB Similarity, what each may do, and the pgvector extension.
--
-- Run it as an administrator, connected to the application's own (new) database:
--
--     create database cmdb template template0 encoding 'UTF8';
--     psql -X -v ON_ERROR_STOP=1 -d cmdb -f scripts/roles.sql
--
-- It is one plain SQL statement, without psql variables, so that psql, JDBC (the tests run this very file) and any
-- other client can run it as it is. It may be run again at any time: it creates what is missing and puts right what
-- differs.
--
-- Other role names: set them in the session first.
--     set cmdb.owner_role = 'inventory_owner';          -- default cmdb_owner
--     set cmdb.application_role = 'inventory_app';      -- default cmdb_app
--
-- No secret passes through this file. New roles have no password, hence cannot sign in until they are given one:
--     \password cmdb_owner
--     \password cmdb_app
--
-- Who does what:
--   owner        migrates the schema and owns every table and index. It is no superuser and cannot bypass row-level
--                security; with FORCE on the tables it is subject to the policies like anyone else.
--   application  serves requests. It owns nothing, creates nothing, is a member of no role that could, and gets its
--                table privileges from the migrations, table by table.

do $roles$
declare
    owner_role       constant text := coalesce(nullif(current_setting('cmdb.owner_role', true), ''), 'cmdb_owner');
    application_role constant text := coalesce(nullif(current_setting('cmdb.application_role', true), ''), 'cmdb_app');
    -- 0.8.2 fixed a buffer overflow in parallel HNSW builds, 0.8.3 an index corruption in vacuum, 0.8.4 a vacuum error.
    pgvector_floor   constant int[] := array[0, 8, 4];
    pgvector_version text;
    role_name        text;
    attributes       pg_catalog.pg_roles%rowtype;
    lent             boolean := false;
begin
    if owner_role = application_role then
        raise exception 'The owner and the application must be two roles, both are "%"', owner_role;
    end if;
    if current_setting('server_version_num')::int < 150000 then
        raise exception 'PostgreSQL 15 or newer is needed, this is %', current_setting('server_version');
    end if;

    -- 1. The roles. Attributes of existing roles are changed one by one and only where they differ: the
    -- administrator of a managed service is no superuser, and may not so much as mention SUPERUSER or BYPASSRLS
    -- in an ALTER ROLE, even to say NO.
    foreach role_name in array array[owner_role, application_role] loop
        if not exists (select from pg_catalog.pg_roles where rolname = role_name) then
            begin
                execute format('create role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls %s',
                    role_name, case when role_name = application_role then 'noinherit' else 'inherit' end);
            exception when duplicate_object or unique_violation then
                null; -- another session was faster
            end;
        end if;
        select * into strict attributes from pg_catalog.pg_roles where rolname = role_name;
        if not attributes.rolcanlogin then execute format('alter role %I login', role_name); end if;
        if attributes.rolsuper        then execute format('alter role %I nosuperuser', role_name); end if;
        if attributes.rolbypassrls    then execute format('alter role %I nobypassrls', role_name); end if;
        if attributes.rolcreaterole   then execute format('alter role %I nocreaterole', role_name); end if;
        if attributes.rolreplication  then execute format('alter role %I noreplication', role_name); end if;
        if role_name = application_role then
            if attributes.rolinherit  then execute format('alter role %I noinherit', role_name); end if;
            if attributes.rolcreatedb then execute format('alter role %I nocreatedb', role_name); end if;
        end if;
    end loop;

    -- NOINHERIT is not enough: a member could still SET ROLE to the owner and leave every fence behind.
    if pg_has_role(application_role, owner_role, 'member') then
        execute format('revoke %I from %I', owner_role, application_role);
        if pg_has_role(application_role, owner_role, 'member') then
            raise exception '"%" is a member of "%" by way of another role; revoke that membership first',
                application_role, owner_role;
        end if;
    end if;

    -- 2. The database belongs to the owner. An administrator who is no superuser has to be a member of the role to
    -- hand the database to it; that membership is lent for this statement block only.
    if not pg_has_role(current_user, owner_role, 'usage') then
        execute format('grant %I to current_user', owner_role);
        lent := true;
    end if;
    if (select datdba from pg_catalog.pg_database where datname = current_database())
            <> (select oid from pg_catalog.pg_roles where rolname = owner_role) then
        execute format('alter database %I owner to %I', current_database(), owner_role);
    end if;

    -- 3. Nobody else's database: by default every login of the server may connect, and make temporary tables.
    execute format('revoke all on database %I from public', current_database());
    execute format('revoke all on database %I from %I', current_database(), application_role);
    execute format('grant connect on database %I to %I', current_database(), application_role);
    -- The schema: a database that was upgraded from PostgreSQL 14 still lets everyone create objects in it.
    -- The application needs USAGE there (the type "vector" and its operators live in it), and no more.
    revoke all on schema public from public;
    execute format('revoke all on schema public from %I', application_role);
    execute format('grant usage on schema public to %I', application_role);
    execute format('grant usage, create on schema public to %I', owner_role);

    -- 4. pgvector.
    create extension if not exists vector;
    select extversion into strict pgvector_version from pg_catalog.pg_extension where extname = 'vector';
    if string_to_array(substring(pgvector_version from '^[0-9.]*[0-9]'), '.')::int[] < pgvector_floor then
        raise exception 'pgvector % is too old, % or newer is needed', pgvector_version,
            array_to_string(pgvector_floor, '.')
            using hint = 'Install a newer pgvector on the server, then: alter extension vector update';
    end if;

    if lent then
        execute format('revoke %I from current_user', owner_role);
    end if;
end
$roles$;
