-- Search by words and identifiers, and relations as part of what describes an asset.

-- What an asset runs on and depends on, in words, as its document and its text name it. Kept by triggers.
alter table cmdb_assets add column relations text not null default '';
-- An embedding made from another is stale. That of an asset without relations is its content hash.
alter table cmdb_assets add column document_hash bytea not null generated always as (
    case when relations = '' then content_hash else sha256(content_hash || decode(md5(relations), 'hex')) end) stored;
comment on column cmdb_assets.content_hash is 'SHA-256 of what describes the asset by itself';
comment on column cmdb_assets.document_hash is
    'hash of what describes the asset together with its relations; an embedding made from another is stale';

-- Words of letters and digits: "db-koji01.example.org" is db, koji01, example, org. Of longer ones the first 200
-- characters: a lexeme has 2,046 bytes at most.
create function text_words(value text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(regexp_replace(value, '[^[:alnum:]]+', ' ', 'g'), '([[:alnum:]]{200})[[:alnum:]]+', '\1', 'g');

-- The same, and names and numbers apart: koji01 is also koji and 01.
create function identifier_words(value text) returns text
    language sql immutable strict parallel safe
    return text_words(value) || ' '
        || regexp_replace(text_words(value), '([[:alpha:]]{2,})([[:digit:]]+)', '\1 \2', 'g');

-- The lexemes of a client account begin with this, so that its entries in the index are its own: neither the time of a
-- search nor the size of what it reads depends on other client accounts. Two of the same prefix only share entries.
create function text_prefix(client uuid) returns text
    language sql immutable strict parallel safe
    return right(client::text, 8);

-- By way of the vector's text, in which each lexeme begins with a quote after a blank, and none has a blank in it.
create function with_text_prefix(prefix text, words tsvector) returns tsvector
    language sql immutable strict parallel safe
    return case when words = ''::tsvector then words
        else ('''' || prefix || substr(replace(words::text, ' ''', ' ''' || prefix), 2))::tsvector end;

create function text_trigrams(value text) returns text[]
    language sql immutable strict parallel safe
    return (select array_agg(substr(lower(value), position, 3))
            from generate_series(1, length(value) - 2) as position);

create table cmdb_asset_texts (
    client_account_id uuid not null,
    asset_id          uuid not null,
    engagement_id     uuid not null,
    document          tsvector not null,
    primary key (client_account_id, asset_id),
    foreign key (client_account_id, engagement_id, asset_id)
        references cmdb_assets (client_account_id, engagement_id, id) on delete cascade
) with (toast_tuple_target = 8160, autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
comment on table cmdb_asset_texts is 'asset_text() of each asset; kept by triggers, searched by search_asset_texts()';
-- In line: ranking reads it for every match.
alter table cmdb_asset_texts alter column document set storage external;

-- Entries wait in a list until so many kilobytes can be sorted in together, which makes inserts several times as fast. All
-- client accounts share the list, and a search reads it: it is kept short.
create index cmdb_asset_texts_document on cmdb_asset_texts using gin (document) with (gin_pending_list_limit = 256);

alter table cmdb_asset_texts enable row level security;
alter table cmdb_asset_texts force row level security;
create policy tenant on cmdb_asset_texts
    using (client_account_id = (select nullif(current_setting('app.client_account_id', true), '')::uuid))
    with check (client_account_id = (select nullif(current_setting('app.client_account_id', true), '')::uuid));
-- For search_asset_texts(), which puts the client account into its conditions itself.
create policy text_search on cmdb_asset_texts for select to ${owner} using (true);
grant select, insert, update, delete on cmdb_asset_texts to ${application};

-- All that a search by text matches, each kind of lexeme with a mark after the prefix:
--   words, without a mark: weight A in names and identifiers, B in facts and relations, C in the description
--   ! identifiers, whole    ~ trigrams of names and serial numbers    # engagement, and attributes that filters name
--   @ what looks like an identifier in the relations: the names of what the asset runs on and depends on
-- One statement for all rows: as a function of one row it took four times as long.
create function write_asset_texts() returns trigger
    language plpgsql as $$
begin
    insert into cmdb_asset_texts as t (client_account_id, asset_id, engagement_id, document)
    select client_account_id, id, engagement_id,
        with_text_prefix(prefix,
            setweight(to_tsvector('english', identifier_words(concat_ws(' ', name, host_name, serial_number, asset_tag))
                || ' ' || text_words(array_to_string(addresses, ' '))), 'A')
            || setweight(to_tsvector('english', text_words(concat_ws(' ', regexp_replace(ci_class, '^cmdb_ci_', ''),
                environment, os_name, os_version, location, owner, support_group, array_to_string(tags, ' ')))
                || ' ' || identifier_words(relations)), 'B')
            || setweight(to_tsvector('english', identifier_words(coalesce(description, ''))), 'C'))
        || array_to_tsvector(array_remove(
            array(
                select prefix || '!' || left(lower(value), 200)
                from unnest(array[name, host_name, fqdn, serial_number, asset_tag, external_key] || addresses) as value)
            || array(
                select prefix || '@' || lower(named[1])
                from regexp_matches(relations, '([[:alnum:]][[:alnum:]._-]{2,})(?=[, ]|[.] |$)', 'g') as named
                where named[1] ~ '[[:digit:]._-]')
            || array(
                select prefix || '~' || substr(value, place, 3)
                from unnest(array[lower(left(split_part(name, '.', 1), 60)),
                        lower(left(nullif(host_name, split_part(name, '.', 1)), 60)), lower(left(serial_number, 60)),
                        lower(left(asset_tag, 60))]) as value,
                    generate_series(1, length(value) - 2) as place)
            || array[prefix || '#c' || to_hex(filter_key(ci_class)), prefix || '#e' || to_hex(filter_key(environment)),
                prefix || '#o' || to_hex(filter_key(os_family)), prefix || '#l' || to_hex(filter_key(location)),
                prefix || '#s' || to_hex(filter_key(status)), prefix || '#g' || to_hex(filter_key(support_group)),
                prefix || '#n' || engagement_id],
            null))
    -- As few subqueries for each row as there are, and the prefix once: it is a third of the time.
    from (select *, text_prefix(client_account_id) as prefix from changed offset 0) as prefixed
    on conflict (client_account_id, asset_id) do update set document = excluded.document
    where t.document <> excluded.document;
    return null;
end
$$;
create trigger write_texts_of_new after insert on cmdb_assets
    referencing new table as changed
    for each statement execute function write_asset_texts();
create trigger write_texts_of_changed after update on cmdb_assets
    referencing new table as changed
    for each statement execute function write_asset_texts();

-- "Runs on: a. Depends on: b, c", of at most ten, for the parents in a set of relations. ServiceNow's types name both
-- directions, "Runs on::Runs"; the first is what the parent does.
create function describe_relations(client uuid, parents uuid[]) returns void
    language sql as $$
    update cmdb_assets a set relations = described.relations
    from (
        select parent_id, coalesce((
            select string_agg(labelled.relations, '. ' order by labelled.relations) from (
                select few.label || ': ' || string_agg(few.name, ', ' order by few.name) as relations from (
                    select split_part(r.relation_type, '::', 1) as label, left(c.name, 100) as name
                    from cmdb_asset_relations r
                    join cmdb_assets c on c.client_account_id = client and c.id = r.child_asset_id
                    where r.client_account_id = client and r.parent_asset_id = parent_id
                    order by 1, 2 limit 10) as few
                group by few.label) as labelled), '') as relations
        from (select distinct parent_id from unnest(parents) as parent_id) as ids) as described
    where a.client_account_id = client and a.id = described.parent_id and a.relations <> described.relations
$$;

create function describe_changed_relations() returns trigger
    language plpgsql as $$
begin
    perform describe_relations(client_account_id, array_agg(parent_asset_id))
    from changed group by client_account_id;
    return null;
end
$$;
create trigger describe_new_relations after insert on cmdb_asset_relations
    referencing new table as changed
    for each statement execute function describe_changed_relations();
create trigger describe_deleted_relations after delete on cmdb_asset_relations
    referencing old table as changed
    for each statement execute function describe_changed_relations();

create function describe_relations_to_renamed() returns trigger
    language plpgsql as $$
begin
    perform describe_relations(r.client_account_id, array_agg(r.parent_asset_id))
    from before b
    join after a on a.client_account_id = b.client_account_id and a.id = b.id and a.name <> b.name
    join cmdb_asset_relations r on r.client_account_id = b.client_account_id and r.child_asset_id = b.id
    group by r.client_account_id;
    return null;
end
$$;
-- Triggers fire in the order of their names. This one has to come after write_texts_of_changed, which has the relations of
-- before where a statement changes both ends.
create trigger write_texts_that_name_renamed after update on cmdb_assets
    referencing old table as before new table as after
    for each statement execute function describe_relations_to_renamed();

-- What is there already: the triggers do the rest.
alter table cmdb_assets no force row level security;
alter table cmdb_asset_relations no force row level security;
alter table cmdb_asset_texts no force row level security;
update cmdb_assets set relations = '';
do $$
begin
    perform describe_relations(client_account_id, array_agg(parent_asset_id))
    from cmdb_asset_relations group by client_account_id;
end
$$;
alter table cmdb_asset_texts force row level security;
alter table cmdb_asset_relations force row level security;
alter table cmdb_assets force row level security;

create function text_lexeme(lexeme text) returns tsquery
    language sql immutable strict parallel safe
    return ('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''')::tsquery;

create type asset_text_hit as (
    asset_id   uuid,
    -- Sum over the query's words of rarity times weight; 0 or more, higher is better, comparable within one search only.
    score      double precision,
    -- 2: an identifier is what was typed; 1: an identifier begins with it; 0: neither.
    identifier integer,
    -- How many assets matched; one more than are ranked at most stands for at least as many as that.
    matches    integer);

-- The assets of the current client account that a text matches, best first.
--
-- The operator @@ is not leakproof, so that under row-level security no index serves it. This function works with its
-- owner's rights, whose policy shows all rows, and is the only one that does: it takes the client account from the
-- context that row-level security reads and from nowhere else, and returns ids and scores. A null argument sets no
-- condition. Whatever it counts on the way, it counts inside the engagements, so that an answer tells nothing of others.
create function search_asset_texts(query_text text, engagements uuid[], ci_classes text[], environments text[],
        os_families text[], locations text[], statuses text[], support_groups text[], tags text[], attributes jsonb,
        cpu_count numrange, memory_mb numrange, storage_gb numrange, excluded uuid, depth integer)
    returns setof asset_text_hit
    language plpgsql stable security definer
    set search_path = pg_catalog, public, pg_temp
    as $$
declare
    -- Most words of a query: the rest says little more.
    most_words   constant integer := 32;
    -- Most assets that are ranked, some milliseconds' worth. Where more match, it is those that have the rarest words.
    most_matches constant integer := 1000;
    -- Of how many assets the sample is that tells common words from rare ones.
    sampled      constant integer := 300;
    -- Of a word in the fields of weight D, which no field has, C, B and A.
    weights      constant real[] := '{0.1, 0.4, 0.6, 1}';
    client       constant uuid := nullif(current_setting('app.client_account_id', true), '')::uuid;
    prefix       constant text := text_prefix(client);
    typed        constant text := lower(btrim(query_text));
    conditions   text := ' from cmdb_asset_texts t where t.client_account_id = $1 and t.document @@ $2'
        ' and ($3 is null or t.engagement_id = any($3)) and ($4 is null or t.asset_id <> $4)';
    counting     text;
    required     tsquery;
    any_of       tsquery;
    value        text;
    exact        tsquery;
    beginning    tsquery;
    words        tsquery[];
    mentioned    tsquery[];
    half         text;
    trigrams     tsquery[] := '{}';
    terms        tsquery[];
    term         tsquery;
    common       tsquery[] := '{}';
    -- What is ranked for certain, and what is as far as there is room.
    wanted       tsquery;
    filling      tsquery;
    matches      integer;
    ranked       integer := 0;
    chosen       boolean;
begin
    if client is null or typed = '' then
        return;
    end if;

    -- Filters: equality of attributes by the index, the rest at the asset.
    for i in 1 .. 7 loop
        any_of := null;
        foreach value in array coalesce(case i when 1 then ci_classes when 2 then environments when 3 then os_families
                when 4 then locations when 5 then statuses when 6 then support_groups
                else engagements::text[] end, '{}') loop
            value := prefix || '#' || case when i = 7 then 'n' || value
                else substr('ceolsg', i, 1) || to_hex(filter_key(value)) end;
            any_of := coalesce(any_of || text_lexeme(value), text_lexeme(value));
        end loop;
        required := coalesce(required && any_of, required, any_of);
    end loop;
    if coalesce(tags::text, attributes::text, cpu_count::text, memory_mb::text, storage_gb::text) is not null then
        conditions := conditions || ' and exists (select 1 from cmdb_assets a where a.client_account_id = $1'
            ' and a.id = t.asset_id and ($5 is null or a.tags && $5) and ($6 is null or a.source_attributes @> $6)'
            ' and ($7 is null or a.cpu_count::numeric <@ $7) and ($8 is null or a.memory_mb::numeric <@ $8)'
            ' and ($9 is null or a.storage_gb <@ $9))';
    end if;
    counting := 'select count(*) from (select 1' || conditions || ' limit $10) as counted';

    -- What was typed, as an identifier and as words; where it looks like an identifier and none begins with it, by
    -- trigrams, too: a typing error spoils one half of them at most.
    if length(typed) <= 200 then
        exact := text_lexeme(prefix || '!' || typed);
        beginning := (exact::text || ':*')::tsquery;
    end if;
    words := array(
        select text_lexeme(prefix || lexeme)
        from unnest(to_tsvector('english', identifier_words(query_text))) order by positions[1] limit most_words);
    -- A name inside a question: what is called so, and what runs on it or depends on it.
    mentioned := array(
        select (text_lexeme(prefix || '!' || token)::text || ':* | ' || text_lexeme(prefix || '@' || token)::text || ':*')::tsquery
        from (select distinct rtrim(split, '.,;:?!') as token from regexp_split_to_table(typed, '[[:space:]]+') as split
            where typed ~ '[[:space:]]') as tokens
        where token ~ '^[[:alnum:]][[:alnum:]._-]{3,200}$' and token ~ '[[:digit:]._-]' limit most_words);
    terms := words || mentioned;
    if typed ~ '^[^[:space:]]{8,60}$' and typed ~ '[^[:alpha:]]' then
        execute counting into matches using client, coalesce(required && beginning, beginning), engagements, excluded,
            tags, attributes, cpu_count, memory_mb, storage_gb, 1;
    end if;
    if matches = 0 then
        trigrams := array(select text_lexeme(prefix || '~' || trigram) from unnest(text_trigrams(typed)) as trigram);
        foreach half in array array[left(typed, length(typed) / 2), substr(typed, length(typed) / 2 + 1)] loop
            terms := terms || array_to_string(array(
                select text_lexeme(prefix || '~' || trigram)
                from unnest(text_trigrams(half)) as trigram), ' & ')::tsquery;
        end loop;
    end if;

    -- How much there is to choose from decides whether words have to be chosen.
    if required is null then
        select count(*) into matches
        from (select 1 from cmdb_asset_texts t where t.client_account_id = client
            order by t.asset_id limit most_matches + 1) as counted;
    else
        execute counting into matches using client, required, engagements, excluded, tags, attributes, cpu_count,
            memory_mb, storage_gb, most_matches + 1;
    end if;
    wanted := beginning;
    chosen := matches > most_matches;
    if not chosen then
        foreach term in array terms loop
            wanted := coalesce(wanted || term, term);
        end loop;
    else
        -- The rarest terms, as long as all that they match can be ranked. Ids are random, so that the first are a sample:
        -- what is common in it is not counted, since the index would read all its entries for that.
        for term, matches in
            with few as materialized (
                select t.document from cmdb_asset_texts t where t.client_account_id = client
                    and (engagements is null or t.engagement_id = any(engagements))
                order by t.asset_id limit sampled)
            select candidate, count(few.document)
            from unnest(terms) with ordinality as candidates (candidate, place)
            left join few on few.document @@ candidate
            group by candidate, place order by 2, place
        loop
            if matches <= sampled / 20 then
                execute counting into matches using client, coalesce(required && term, term), engagements, excluded,
                    tags, attributes, cpu_count, memory_mb, storage_gb, most_matches + 1;
                if ranked + matches <= most_matches then
                    wanted := coalesce(wanted || term, term);
                    ranked := ranked + matches;
                    continue;
                end if;
            end if;
            common := common || term;
        end loop;
        -- Then the others, as many together as find enough.
        for together in reverse least(cardinality(common), 6) .. 1 loop
            exit when ranked >= depth;
            term := array_to_string(common[1:together], ' & ')::tsquery;
            execute counting into matches using client, coalesce(required && term, term), engagements, excluded, tags,
                attributes, cpu_count, memory_mb, storage_gb, depth;
            if ranked + matches >= depth or together = 1 then
                filling := term;
                ranked := ranked + matches;
            end if;
        end loop;
    end if;
    if coalesce(wanted, filling) is null then
        return;
    end if;

    -- One after the other, so that the limit cuts nothing off but the last: what was typed must not be lost among those
    -- that share a common word with it.
    return query execute 'with matched as materialized ('
        '   select t.asset_id, t.document' || replace(conditions, '$2', '$18') ||
        '   union all select t.asset_id, t.document' || conditions || ' and ($18 is null or not t.document @@ $18)'
        '   union all select t.asset_id, t.document' || replace(conditions, '$2', '$19') ||
        '     and ($2 is null or not t.document @@ $2) and ($18 is null or not t.document @@ $18) limit $10),'
        ' ranks as materialized (select m.asset_id, place, ts_rank($12, m.document, word) as rank'
        '   from matched m, unnest($11) with ordinality as words (word, place)'
        -- A name that is mentioned weighs as much as one word of a name.
        '   union all select m.asset_id, -place, $20'
        '   from matched m, unnest($21) with ordinality as names (name, place) where m.document @@ name),'
        -- Inverse document frequency, among what matched: counts of anything else would tell of other engagements.
        ' rarity as (select place, ln(1 + ((select count(*) from matched) + 1) / (count(*) + 0.5))::float8 as rarity'
        '   from ranks where rank > 1e-9 group by place),'
        ' scores as (select asset_id, sum(rank * rarity) as score'
        '   from ranks join rarity using (place) where rank > 1e-9 group by asset_id)'
        ' select m.asset_id,'
        '   coalesce(s.score, 0)'
        '     + coalesce((select ln(1 + (select count(*) from matched)) * avg((m.document @@ trigram)::integer)'
        '         from unnest($13) as trigram), 0)::float8,'
        '   case when m.document @@ $14 then 2 when m.document @@ $15 then 1 else 0 end,'
        '   case when $17 then $10 else (select count(*) from matched)::integer end'
        ' from matched m left join scores s using (asset_id) order by 3 desc, 2 desc, 1 limit $16'
        using client, coalesce(required && wanted, wanted), engagements, excluded, tags, attributes, cpu_count,
            memory_mb, storage_gb, most_matches + 1, words, weights, trigrams, exact, beginning,
            depth, chosen, coalesce(required && exact, exact), coalesce(required && filling, filling),
            ts_rank(weights, 'a:1A'::tsvector, 'a'::tsquery), mentioned;
end
$$;

revoke execute on function search_asset_texts from public;
grant execute on function search_asset_texts to ${application};

-- The words of a text that a query matches, as they stand there, in lower case.
create function matched_words(query_text text, value text) returns text[]
    language sql immutable parallel safe
    return array(
        select distinct lower(found[1])
        from regexp_matches(
            ts_headline('english', identifier_words(value),
                array_to_string(tsvector_to_array(to_tsvector('english', identifier_words(query_text))), ' | ')::tsquery,
                'HighlightAll=true, StartSel=<, StopSel=>'),
            '<([^<>]*)>', 'g') as found);
