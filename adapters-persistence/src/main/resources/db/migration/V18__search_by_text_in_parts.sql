-- The search by text in functions that each say what they do, and its filter as one argument by names. What it finds, in
-- which order and with which scores is as before.
--
--   search_asset_texts      what the application calls: takes the client account from the context and a question apart
--     text_scope_of         where it looks: the client account, its engagements, and what a filter asks for
--       filter_marks        attributes that filters compare by lexemes
--       asset_conditions    the others, which they compare at the asset
--     text_question_of      what was typed, as queries
--       trigram_lexemes     the same for identifiers with a typing error
--     choose_texts          which queries choose the texts that are ranked
--       count_texts         how many texts a query matches
--     rank_texts            the texts and their scores
--
-- Only search_asset_texts works with its owner's rights. The others have those of their caller, and the application may
-- not call them. Each statement on texts names the client account itself, and is planned for the values of its parameters.
drop function search_asset_texts;

-- The attributes of an asset for which its text has a lexeme, by the names of their columns, each with its mark:
-- write_asset_texts() writes '#', the mark, and filter_key() of the value in hexadecimal digits.
create function filter_marks() returns text[]
    language sql immutable parallel safe
    return '{{ci_class, c}, {environment, e}, {os_family, o}, {location, l}, {status, s}, {support_group, g}}'::text[];

-- PL/pgSQL keeps the statement, which SQL would take apart for each search.
create function jsonb_texts(list jsonb) returns text[]
    language plpgsql immutable strict parallel safe as $$
begin
    return array(select jsonb_array_elements_text(list));
end
$$;

-- {"min": 1, "max": 2}, both ends included; an end that is missing is open.
create function number_range(limits jsonb) returns numrange
    language sql immutable strict parallel safe
    return numrange((limits ->> 'min')::numeric, (limits ->> 'max')::numeric, '[]');

-- What a filter asks of attributes without a mark, as conditions on an asset a, where $1 is the scope that has the filter.
-- Refuses an attribute that it does not know: ignoring it would find too much.
create function asset_conditions(filter jsonb) returns text
    language plpgsql immutable parallel safe as $$
declare
    attribute  text;
    conditions text := '';
begin
    for attribute in select jsonb_object_keys(filter) loop
        conditions := conditions || ' and ' || case
            when attribute = 'tags' then 'a.tags && jsonb_texts(($1).filter -> ''tags'')'
            when attribute = 'source_attributes' then 'a.source_attributes @> (($1).filter -> ''source_attributes'')'
            when attribute in ('cpu_count', 'memory_mb', 'storage_gb') then
                format('a.%1$I::numeric <@ number_range(($1).filter -> %1$L)', attribute) end;
        if conditions is null then
            raise 'assets are not filtered by %', attribute using errcode = 'invalid_parameter_value';
        end if;
    end loop;
    return conditions;
end
$$;

create type text_scope as (
    client_account_id uuid,
    -- Null for all of the client account.
    engagements       uuid[],
    -- An asset that is not looked for; null for none.
    excluded          uuid,
    -- Lexemes that a text has to have: those of the engagements and of a filter; null for none.
    required          tsquery,
    -- What a filter asks for beside those; null for nothing.
    filter            jsonb,
    -- All but the lexemes, as conditions on a text t, where $1 is the scope. Only what is asked for: assets are joined for a
    -- filter alone, which the planner does not do behind an "or".
    conditions        text);

create function text_scope_of(client_account_id uuid, engagements uuid[], filter jsonb, excluded uuid) returns text_scope
    language plpgsql immutable parallel safe as $$
declare
    prefix     constant text := text_prefix(client_account_id);
    scope      text_scope;
    attribute  text[];
    value      text;
    engagement uuid;
    lexeme     tsquery;
    any_of     tsquery;
begin
    scope.client_account_id := client_account_id;
    scope.engagements := engagements;
    scope.excluded := excluded;
    scope.filter := filter;
    if filter is not null then
        foreach attribute slice 1 in array filter_marks() loop
            any_of := null;
            foreach value in array coalesce(jsonb_texts(filter -> attribute[1]), '{}') loop
                lexeme := text_lexeme(prefix || '#' || attribute[2] || to_hex(filter_key(value)));
                any_of := coalesce(any_of || lexeme, lexeme);
            end loop;
            scope.required := coalesce(scope.required && any_of, scope.required, any_of);
            scope.filter := scope.filter - attribute[1];
        end loop;
        scope.filter := nullif(scope.filter, '{}');
    end if;
    any_of := null;
    foreach engagement in array coalesce(engagements, '{}') loop
        lexeme := text_lexeme(prefix || '#n' || engagement);
        any_of := coalesce(any_of || lexeme, lexeme);
    end loop;
    scope.required := coalesce(scope.required && any_of, scope.required, any_of);
    scope.conditions := 't.client_account_id = ($1).client_account_id'
        || case when engagements is null then '' else ' and t.engagement_id = any(($1).engagements)' end
        || case when excluded is null then '' else ' and t.asset_id <> ($1).excluded' end;
    if scope.filter is not null then
        scope.conditions := scope.conditions || ' and exists (select from cmdb_assets a'
            ' where a.client_account_id = ($1).client_account_id and a.id = t.asset_id' || asset_conditions(scope.filter) || ')';
    end if;
    return scope;
end
$$;

-- How many texts of a scope a query matches, counted up to a limit.
--
-- query: null for all that have what the scope requires
create function count_texts(scope text_scope, query tsquery, up_to integer) returns integer
    language plpgsql stable parallel safe as $$
declare
    matches integer;
begin
    execute 'select count(*) from (select from cmdb_asset_texts t where ' || scope.conditions
        || ' and t.document @@ $2 limit $3) as counted'
        into matches using scope, coalesce(scope.required && query, scope.required, query), up_to;
    return matches;
end
$$;

create type text_question as (
    -- An identifier that is what was typed, and those that begin with it; null where it is longer than any.
    exact     tsquery,
    beginning tsquery,
    words     tsquery[],
    -- Names inside a question: what is called so, and what runs on it or depends on it.
    mentioned tsquery[]);

-- What was typed into a search of a client account whose lexemes have this prefix.
create function text_question_of(prefix text, query_text text) returns text_question
    language plpgsql stable parallel safe as $$
declare
    -- Most words, and most names: the rest says little more.
    most     constant integer := 32;
    typed    constant text := lower(btrim(query_text));
    question text_question;
begin
    if length(typed) <= 200 then
        question.exact := text_lexeme(prefix || '!' || typed);
        question.beginning := question.exact::text || ':*';
    end if;
    question.words := array(
        select text_lexeme(prefix || lexeme)
        from unnest(to_tsvector('english', identifier_words(query_text))) order by positions[1] limit most);
    question.mentioned := '{}';
    if typed ~ '[[:space:]]' then
        question.mentioned := array(
            select text_lexeme(prefix || '!' || token)::text || ':* | ' || text_lexeme(prefix || '@' || token)::text || ':*'
            from (select distinct rtrim(split, '.,;:?!') as token
                from regexp_split_to_table(typed, '[[:space:]]+') as split) as tokens
            where token ~ '^[[:alnum:]][[:alnum:]._-]{3,200}$' and token ~ '[[:digit:]._-]' limit most);
    end if;
    return question;
end
$$;

-- One for each, of an identifier that may have a typing error.
create function trigram_lexemes(prefix text, value text) returns tsquery[]
    language plpgsql immutable parallel safe as $$
begin
    return array(select text_lexeme(prefix || '~' || trigram) from unnest(text_trigrams(value)) as trigram);
end
$$;

create type text_choice as (
    -- What is ranked for certain, and what is as far as there is room; null for nothing.
    wanted        tsquery,
    filling       tsquery,
    -- Whether there may be texts that have a term and are not chosen.
    some_left_out boolean);

-- Which terms choose the texts that are ranked: all of them where all texts of the scope can be. Else the rarest, as long as
-- all that they match can be; and where that is less than is asked for, as many of the others together as find enough.
--
-- beginning: is wanted in any case; null for nothing
-- depth: so many texts are asked for
-- most: so many can be ranked
create function choose_texts(scope text_scope, beginning tsquery, terms tsquery[], depth integer, most integer)
    returns text_choice
    language plpgsql stable parallel safe as $$
declare
    -- Of how many texts the sample is that tells common words from rare ones.
    sampled constant integer := 300;
    choice  text_choice;
    matches integer;
    ranked  integer := 0;
    term    tsquery;
    common  tsquery[] := '{}';
begin
    choice.wanted := beginning;
    choice.some_left_out := false;
    if scope.required is null then
        matches := (
            select count(*) from (
                select from cmdb_asset_texts t
                where t.client_account_id = scope.client_account_id
                order by t.asset_id limit most + 1) as counted);
    else
        matches := count_texts(scope, null, up_to => most + 1);
    end if;
    if matches <= most then
        foreach term in array terms loop
            choice.wanted := coalesce(choice.wanted || term, term);
        end loop;
        return choice;
    end if;

    -- Ids begin with a hash, so that the first are a sample: what is common in it is not counted, since the index would read
    -- all its entries for that.
    for term, matches in
        with few as materialized (
            select t.document from cmdb_asset_texts t
            where t.client_account_id = scope.client_account_id
                and (scope.engagements is null or t.engagement_id = any(scope.engagements))
            order by t.asset_id limit sampled)
        select candidate, count(few.document)
        from unnest(terms) with ordinality as candidates (candidate, place)
        left join few on few.document @@ candidate
        group by candidate, place order by 2, place
    loop
        if matches <= sampled / 20 then
            matches := count_texts(scope, term, up_to => most + 1);
            if ranked + matches <= most then
                choice.wanted := coalesce(choice.wanted || term, term);
                ranked := ranked + matches;
                continue;
            end if;
        end if;
        common := common || term;
    end loop;
    choice.some_left_out := cardinality(common) > 0;
    for together in reverse least(cardinality(common), 6) .. 1 loop
        exit when ranked >= depth;
        term := array_to_string(common[1:together], ' & ')::tsquery;
        matches := count_texts(scope, term, up_to => depth);
        if ranked + matches >= depth or together = 1 then
            choice.filling := term;
            ranked := ranked + matches;
        end if;
    end loop;
    return choice;
end
$$;

-- The texts that are chosen, best first: as many as the depth says, and all that are ranked like the last of them. Which of
-- those are hits is not for this function to say, which does not know their names.
--
-- trigrams: of an identifier with a typing error, else none
-- most: so many are ranked; a further one is looked for, to say that there are more
create function rank_texts(scope text_scope, question text_question, trigrams tsquery[], choice text_choice, depth integer,
        most integer)
    returns setof asset_text_hit
    language plpgsql stable parallel safe rows 50 as $$
declare
    -- Of a word in the fields of weight D, which no field has, C, B and A.
    weights constant real[] := '{0.1, 0.4, 0.6, 1}';
    exact   constant tsquery := coalesce(scope.required && question.exact, question.exact);
    wanted  constant tsquery := coalesce(scope.required && choice.wanted, choice.wanted);
    filling constant tsquery := coalesce(scope.required && choice.filling, choice.filling);
begin
    return query execute format($ranking$
        -- One after the other, so that the limit cuts nothing off but the last: what was typed must not be lost among those
        -- that share a common word with it.
        with matched as materialized (
            select t.asset_id, t.document from cmdb_asset_texts t
            where %1$s and t.document @@ $2
            union all
            select t.asset_id, t.document from cmdb_asset_texts t
            where %1$s and t.document @@ $3 and ($2 is null or not t.document @@ $2)
            union all
            select t.asset_id, t.document from cmdb_asset_texts t
            where %1$s and t.document @@ $4 and ($3 is null or not t.document @@ $3) and ($2 is null or not t.document @@ $2)
            limit $9 + 1),
        ranks as materialized (
            select m.asset_id, place, ts_rank($10, m.document, word) as rank
            from matched m, unnest(($5).words) with ordinality as words (word, place)
            union all
            -- A name that is mentioned weighs as much as one word of a name.
            select m.asset_id, -place, ts_rank($10, 'a:1A', 'a')
            from matched m, unnest(($5).mentioned) with ordinality as names (name, place)
            where m.document @@ name),
        -- Inverse document frequency, among what matched: counts of anything else would tell of other engagements.
        rarity as (
            select place, ln(1 + ((select count(*) from matched) + 1) / (count(*) + 0.5))::float8 as rarity
            from ranks where rank > 1e-9 group by place),
        scores as (
            select asset_id, sum(rank * rarity) as score
            from ranks join rarity using (place) where rank > 1e-9 group by asset_id)
        select m.asset_id,
            coalesce(s.score, 0)
                + coalesce((
                    select ln(1 + (select count(*) from matched)) * avg((m.document @@ trigram)::integer)
                    from unnest($6) as trigram), 0)::float8,
            case when m.document @@ $2 then 2 when m.document @@ ($5).beginning then 1 else 0 end,
            (select case when $7 or count(*) > $9 then -least(count(*), $9) else count(*) end
                from matched)::integer
        from matched m left join scores s using (asset_id)
        order by 3 desc, 2 desc fetch first ($8) rows with ties
        $ranking$, scope.conditions)
    using scope, exact, wanted, filling, question, trigrams, choice.some_left_out, depth, most, weights;
end
$$;

-- The assets of the current client account that a text matches, best first.
--
-- The operator @@ is not leakproof, so that under row-level security no index serves it. This function works with its
-- owner's rights, whose policy shows all rows, and is the only one that does: it takes the client account from the
-- context that row-level security reads and from nowhere else, and returns ids and scores. Whatever it counts on the way, it
-- counts inside the engagements, so that an answer tells nothing of others.
--
-- query_text: as it was typed
-- depth: returns as many as that, and all that are ranked like the last of them
-- engagements: null for all of the client account
-- filter: conditions by attributes of assets, all of which must hold; null for none. Of the attributes of filter_marks() and
--     of tags a list of values, one of which must be the asset's: {"location": ["Dublin", "Oslo"]}. Of source_attributes an
--     object that the asset's contains. Of cpu_count, memory_mb and storage_gb limits: {"cpu_count": {"min": 2, "max": 8}}.
-- excluded: an asset that is not looked for; null for none
create function search_asset_texts(query_text text, depth integer, engagements uuid[] default null,
        filter jsonb default null, excluded uuid default null)
    returns setof asset_text_hit
    -- Mostly as many as a page of hits has; without it the planner takes a thousand for granted.
    language plpgsql stable security definer rows 50
    set search_path = pg_catalog, public, pg_temp
    as $$
declare
    -- Most assets that are ranked, some milliseconds' worth. Where more match, it is those that have the rarest words.
    most_matches constant integer := 1000;
    client       constant uuid := nullif(current_setting('app.client_account_id', true), '')::uuid;
    prefix       constant text := text_prefix(client);
    typed        constant text := lower(btrim(query_text));
    scope        text_scope;
    question     text_question;
    terms        tsquery[];
    trigrams     tsquery[] := '{}';
    half         text;
    choice       text_choice;
begin
    if client is null or typed = '' then
        return;
    end if;
    scope := text_scope_of(client_account_id => client, engagements => engagements, filter => filter, excluded => excluded);
    question := text_question_of(prefix, query_text);
    terms := question.words || question.mentioned;
    -- What looks like an identifier, where none begins with it: a typing error spoils one half of its trigrams at most.
    if typed ~ '^[^[:space:]]{8,60}$' and typed ~ '[^[:alpha:]]'
            and count_texts(scope, question.beginning, up_to => 1) = 0 then
        trigrams := trigram_lexemes(prefix, typed);
        foreach half in array array[left(typed, length(typed) / 2), substr(typed, length(typed) / 2 + 1)] loop
            terms := terms || array_to_string(trigram_lexemes(prefix, half), ' & ')::tsquery;
        end loop;
    end if;
    choice := choose_texts(scope, question.beginning, terms, depth => depth, most => most_matches);
    return query select * from rank_texts(scope, question, trigrams, choice, depth => depth, most => most_matches);
end
$$;

revoke execute on function search_asset_texts, filter_marks, jsonb_texts, number_range, asset_conditions, text_scope_of,
    count_texts, text_question_of, trigram_lexemes, choose_texts, rank_texts
    from public;
grant execute on function search_asset_texts to ${application};
