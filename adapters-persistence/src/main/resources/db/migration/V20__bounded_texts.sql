-- One asset costs a search no more than so much: its words are indexed up to a bound, its text is read from the table twice
-- for each search, and its passages are looked for in what is indexed. What is found, in which order and with which scores is as
-- before for assets below the bounds.
-- Behind a long backup or index build, give up instead of holding all searches back: the migration is one transaction, and is
-- repeated by starting again.
set local lock_timeout = '30s';

-- What was left out of a row that is imported all the same stands beside the rejections.
alter table asset_import_rejections add column imported boolean not null default false;
comment on column asset_import_rejections.imported is
    'whether the row was imported all the same, and the reason says what was left out or is not searched';

-- What of a text, and of a list of texts, is searched by words: the first characters. SearchedText says the same to imports.
-- A vector of all that an asset may have stays below 400,000 bytes, where PostgreSQL takes 1,048,575.
create function searched_text(value text) returns text
    language sql immutable strict parallel safe
    return left(value, 8000);

create function searched_text(list text[]) returns text
    language sql stable strict parallel safe
    return left(array_to_string(list, ' '), 4000);

-- As in V7, of what is searched.
create or replace function write_asset_texts() returns trigger
    language plpgsql as $$
begin
    insert into cmdb_asset_texts as t (client_account_id, asset_id, engagement_id, document)
    select client_account_id, id, engagement_id,
        with_text_prefix(prefix,
            setweight(to_tsvector('english', identifier_words(concat_ws(' ', name, host_name, serial_number, asset_tag))
                || ' ' || text_words(searched_text(addresses))), 'A')
            || setweight(to_tsvector('english', text_words(concat_ws(' ', regexp_replace(ci_class, '^cmdb_ci_', ''),
                environment, os_name, os_version, location, owner, support_group, searched_text(tags)))
                || ' ' || identifier_words(searched_text(relations))), 'B')
            || setweight(to_tsvector('english', identifier_words(coalesce(searched_text(description), ''))), 'C'))
        || array_to_tsvector(array_remove(
            array(
                select prefix || '!' || left(lower(value), 200)
                from unnest(array[name, host_name, fqdn, serial_number, asset_tag, external_key] || addresses) as value)
            || array(
                select prefix || '@' || lower(named[1])
                from regexp_matches(searched_text(relations), '([[:alnum:]][[:alnum:]._-]{2,})(?=[, ]|[.] |$)', 'g') as named
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

-- Large texts from before the bounds.
alter table cmdb_assets no force row level security;
alter table cmdb_asset_texts no force row level security;
update cmdb_assets a set relations = a.relations
from cmdb_asset_texts t
where t.client_account_id = a.client_account_id and t.asset_id = a.id and pg_column_size(t.document) > 100000;
alter table cmdb_asset_texts force row level security;
alter table cmdb_assets force row level security;

drop function matched_words;

-- What a question looks up, as lexemes without a prefix.
create function question_lexemes(query_text text) returns text[]
    language sql immutable strict parallel safe
    return tsvector_to_array(to_tsvector('english', identifier_words(query_text)));

-- The words of a text that have one of the lexemes, as they stand there, in lower case.
--
-- A word and its lexeme begin with the same two letters, but for y and i: dying is die. Only such words are taken apart, and the
-- first 500 of a text: a passage shows few, and taking thousands apart costs milliseconds for each hit.
create function matched_words(lexemes text[], value text) returns text[]
    language sql immutable parallel safe
    return array(
        select word
        from (
            select distinct word
            from (
                    select lower(left(regexp_replace(found[1], '^[^[:alnum:]]', ''), 200)) as whole
                    from regexp_matches(value, (
                        -- Where a word begins, or the number of one: koji01 is also koji and 01.
                        select '(?:^|[^[:alnum:]]|[[:alpha:]]{2}(?=[[:digit:]]))(?:' || string_agg(beginning, '|')
                            || ')[[:alnum:]]*'
                        from (
                            select first || case when bool_or(second = '') then ''
                                else '[' || string_agg(distinct regexp_replace(second, '[iy]', 'iy'), '') || ']' end as beginning
                            from unnest(lexemes) as lexeme, left(lexeme, 1) as first, substr(lexeme, 2, 1) as second
                            group by first) as beginnings), 'gi') as found
                    limit 500) as alike,
                string_to_table(
                    whole || ' ' || regexp_replace(whole, '([[:alpha:]]{2,})([[:digit:]]+)', '\1 \2', 'g'), ' ') as word)
            as candidates
        where (tsvector_to_array(to_tsvector('english', word)))[1] in (select unnest(lexemes)));

-- A text that is too long for its row lies beside it, and each expression reads it again from there. An array has its elements
-- in itself. Not strict: the planner puts no strict function that is none inside in place of its call.
create function text_at_hand(document tsvector) returns tsvector
    language sql immutable parallel safe
    return (array[document])[1];

-- As in V18, and each text is read once.
create or replace function choose_texts(scope text_scope, beginning tsquery, terms tsquery[], depth integer, most integer)
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
            select array(select d.document @@ candidate from unnest(terms) as candidate) as has
            from (
                select t.document from cmdb_asset_texts t
                where t.client_account_id = scope.client_account_id
                    and (scope.engagements is null or t.engagement_id = any(scope.engagements))
                order by t.asset_id limit sampled) as t,
                lateral (select text_at_hand(t.document) as document offset 0) as d)
        select candidate, (select count(*) from few where few.has[place])
        from unnest(terms) with ordinality as candidates (candidate, place)
        order by 2, place
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

-- As in V18, and each text is read twice. Which texts the second and the third query have in common with an earlier one, the
-- index knows.
create or replace function rank_texts(scope text_scope, question text_question, trigrams tsquery[], choice text_choice,
        depth integer, most integer)
    returns setof asset_text_hit
    language plpgsql stable parallel safe rows 50 as $$
declare
    -- Of a word in the fields of weight D, which no field has, C, B and A.
    weights  constant real[] := '{0.1, 0.4, 0.6, 1}';
    exact    constant tsquery := coalesce(scope.required && question.exact, question.exact);
    wanted   constant tsquery := coalesce(scope.required && choice.wanted, choice.wanted);
    filling  constant tsquery := coalesce(scope.required && choice.filling, choice.filling);
    unwanted constant tsquery := coalesce(exact || wanted, exact, wanted);
begin
    return query execute format($ranking$
        -- One after the other, so that the limit cuts nothing off but the last: what was typed must not be lost among those
        -- that share a common word with it.
        with matched as materialized (
            select t.asset_id, t.document, pg_column_size(t.document) > 8000 as is_long
            from (
                select t.asset_id, t.document from cmdb_asset_texts t
                where %1$s and t.document @@ $2
                union all
                select t.asset_id, t.document from cmdb_asset_texts t
                where %1$s and t.document @@ $3
                union all
                select t.asset_id, t.document from cmdb_asset_texts t
                where %1$s and t.document @@ $4
                limit $9 + 1) as t),
        ranks as materialized (
            select asset_id, place,
                -- A name that is mentioned weighs as much as one word of a name.
                case when place <= cardinality(($5).words) then ts_rank($10, document, term)
                    when document @@ term then ts_rank($10, 'a:1A', 'a') else 0 end as rank
            from (
                select m.asset_id, m.document, term, place
                from matched m, unnest($11) with ordinality as terms (term, place)
                where not m.is_long
                union all
                -- For each text all terms, in this order: the other way round, each text would be read for each term.
                select m.asset_id, d.document, term, place
                from matched m, lateral (select text_at_hand(m.document) as document offset 0) as d,
                    unnest(case when d.document is not null then $11 end) with ordinality as terms (term, place)
                where m.is_long) as pairs),
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
                    select ln(1 + (select count(*) from matched)) * avg((d.document @@ trigram)::integer)
                    from unnest($6) as trigram), 0)::float8,
            case when d.document @@ $2 then 2 when d.document @@ ($5).beginning then 1 else 0 end,
            (select case when $7 or count(*) > $9 then -least(count(*), $9) else count(*) end
                from matched)::integer
        from matched m cross join lateral (select text_at_hand(m.document) as document offset 0) as d
        left join scores s using (asset_id)
        order by 3 desc, 2 desc fetch first ($8) rows with ties
        $ranking$, scope.conditions)
    using scope, exact, coalesce(wanted && !!exact, wanted), coalesce(filling && !!unwanted, filling), question, trigrams,
        choice.some_left_out, depth, most, weights, question.words || question.mentioned;
end
$$;
