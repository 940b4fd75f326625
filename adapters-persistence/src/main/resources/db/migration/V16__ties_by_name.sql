-- Equal scores are no reason for an answer to differ: ties come whole, and the caller breaks them by the assets' names.

comment on column asset_text_hit.matches is
    'how many assets have any of the words; negative where there may be more, since only the best of so many were looked at';

-- The assets of the current client account that a text matches, best first.
--
-- The operator @@ is not leakproof, so that under row-level security no index serves it. This function works with its
-- owner's rights, whose policy shows all rows, and is the only one that does: it takes the client account from the
-- context that row-level security reads and from nowhere else, and returns ids and scores. A null argument sets no
-- condition. Whatever it counts on the way, it counts inside the engagements, so that an answer tells nothing of others.
--
-- As many as the depth says, and all that are ranked like the last of them: which of those are hits is not for this function to
-- say, which does not know their names.
create or replace function search_asset_texts(query_text text, engagements uuid[], ci_classes text[], environments text[],
        os_families text[], locations text[], statuses text[], support_groups text[], tags text[], attributes jsonb,
        cpu_count numrange, memory_mb numrange, storage_gb numrange, excluded uuid, depth integer)
    returns setof asset_text_hit
    -- Mostly as many as a page of hits has; without it the planner takes a thousand for granted.
    language plpgsql stable security definer rows 50
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
        -- The rarest terms, as long as all that they match can be ranked. Ids begin with a hash, so that the first are a sample:
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
        '   (select case when $17 or count(*) >= $10 then -least(count(*), $10 - 1) else count(*) end from matched)::integer'
        ' from matched m left join scores s using (asset_id) order by 3 desc, 2 desc fetch first ($16) rows with ties'
        using client, coalesce(required && wanted, wanted), engagements, excluded, tags, attributes, cpu_count,
            memory_mb, storage_gb, most_matches + 1, words, weights, trigrams, exact, beginning,
            depth, cardinality(common) > 0, coalesce(required && exact, exact), coalesce(required && filling, filling),
            ts_rank(weights, 'a:1A'::tsvector, 'a'::tsquery), mentioned;
end
$$;
