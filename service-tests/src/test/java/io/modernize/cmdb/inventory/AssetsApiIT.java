package io.modernize.cmdb.inventory;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import io.modernize.cmdb.Cast;
import io.modernize.cmdb.CountedStatements;
import io.modernize.cmdb.ServiceTest;
import io.modernize.cmdb.ServiceUnderTest;
import io.modernize.cmdb.ServiceUnderTest.Answer;
import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateJobs;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.testsupport.Await;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Lists as the web UI reads them, over HTTP and the real database: as two client accounts, one with few rows of everything
 * and one with fifty times as many. What is shown never leaves its client account, and a list of many takes no more
 * statements than one of few.
 */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssetsApiIT {
    private static final int MANY = 50;
    private static final Cast CAST = Cast.LISTS;

    private static final String HITS = "candidates facets { assets } hits { score engagement { name }"
            + " asset { name engagement { name } embedding { status } lastImport { id } relatedAssets { total }"
            + " sourceAttributes { name } } }";

    /**
     * For each root field that leads to a list, a document that asks for all that is looked up for its rows. What relations
     * lead to stands in the page, too, of few as of many, so that as much of it is remembered.
     */
    private static final Map<String, String> LISTS = Map.ofEntries(
            entry("me", "{ me { engagements { name } clientAccount { name } } }"),
            entry(
                    "findSimilarAssets",
                    "{ findSimilarAssets(queryText: \"database server\", topK: 50) { " + HITS + " } }"),
            entry("assetsLike", "{ assetsLike(assetId: \"%s\", topK: 50, mode: HYBRID) { " + HITS + " } }"),
            entry("assets", """
                { assets(first: 100, engagementId: "%s") { totalCount totalCountExact facets { assets } pageInfo { endCursor }
                    edges { cursor node { name engagement { name } embedding { status } lastImport { fileName } sourceAttributes { name }
                      relatedAssets(first: 2) { total related { type asset { name engagement { name }
                        relatedAssets(first: 1) { total } } } } } } } }
                """),
            entry("asset", """
                { asset(id: "%s") { name engagement { name } embedding { status } lastImport { fileName }
                    relatedAssets(first: 50) { related { asset { name engagement { name } embedding { status } } } }
                    similar(topK: 50) { hits { engagement { name } asset { name relatedAssets { total } } } } } }
                """),
            entry("duplicateGroups", """
                { duplicateGroups(first: 50) { pageInfo { endCursor } nodes { engagement { name } reasons { text }
                    members { name engagement { name } embedding { status } relatedAssets { total } } } } }
                """),
            entry(
                    "imports",
                    "{ imports(first: 50) { pageInfo { endCursor } nodes { fileName engagement { name } job { id } } }"
                            + " }"),
            entry("importReport", """
                { importReport(id: "%s") { import { fileName } rejections(first: 50) { pageInfo { endCursor } nodes { reason } } } }
                """),
            entry("jobs", "{ jobs(first: 50) { nodes { id kind status engagement { name } } } }"),
            entry("engagements", "{ engagements { id name } }"),
            entry("engagement", """
                { engagement(id: "%s") { name embeddingCoverage { assets engagement { name } }
                    assets(first: 50) { totalCount edges { cursor node { name engagement { name } lastImport { id } } } }
                    imports(first: 50) { nodes { fileName engagement { name } job { id } } }
                    jobs(first: 50) { nodes { id engagement { name } } } } }
                """),
            entry(
                    "memberships",
                    "{ memberships(first: 50) { pageInfo { endCursor } nodes { id engagements { name } role } } }"),
            entry(
                    "auditLog",
                    "{ auditLog(first: 50) { pageInfo { endCursor } nodes { id actor { objectId } before { name } }"
                            + " } }"),
            // Of the caller's own client accounts, each is looked up in a transaction of its own.
            entry("clientAccounts", "{ clientAccounts { clientAccount { name } engagements } }"),
            entry("recallAudits", "{ recallAudits(first: 50) { pageInfo { endCursor } nodes { auditedAt } } }"),
            entry("embeddingCoverage", "{ embeddingCoverage { engagement { name } assets current } }"),
            entry(
                    "embeddingUsage",
                    "{ embeddingUsage(from: \"2026-01-01\", to: \"2026-06-01\") { charges { day tokens } } }"));

    /** Root fields without a list, and one that is never longer than two. */
    private static final Set<String> NO_LISTS = Set.of("job", "vectorIndex", "embeddingSpaces");

    @Autowired
    private ServiceUnderTest service;

    @Autowired
    private TestDatabase database;

    @Autowired
    private ClientAccountRegistry registry;

    @Autowired
    private AssetCatalog catalog;

    @Autowired
    private EmbeddingJobs embedding;

    @Autowired
    private DuplicateJobs duplicates;

    @Autowired
    private GraphQlSource graphQl;

    @Autowired
    private CountedStatements statements;

    private Tenant few;
    private Tenant many;

    /** A client account, and an administrator's request headers. */
    private record Tenant(
            ClientAccount account,
            Engagement engagement,
            Map<String, String> headers,
            String importId,
            List<String> ids) {
        TenantScope scope() {
            return TenantScope.forJob(account.id(), engagement.id());
        }

        String name() {
            return account.slug().value();
        }
    }

    @BeforeAll
    void loadBothEstates() {
        few = load("northwind-agent", "northwind", "0001", "a1", 1);
        many = load("harbor-agent", "harbor", "0002", "a2", MANY);
    }

    private Tenant load(String client, String slug, String directory, String object, int rows) {
        ClientAccount account = registry.ensureClientAccount(CAST.slug(slug), slug);
        List<Engagement> engagements = IntStream.range(0, rows)
                .mapToObj(i -> registry.ensureEngagement(account.id(), new Slug("e" + i), slug + " " + i))
                .toList();
        registry.saveMembership(new Membership(
                CAST.identity(directory, object), account.id(), Role.ADMINISTRATOR, new EngagementSelection.All()));
        Engagement first = engagements.getFirst();
        TenantScope scope = TenantScope.forJob(account.id(), first.id());
        // Twice each, so that there are duplicates.
        catalog.save(
                scope,
                first.id(),
                IntStream.range(0, 2 * rows).mapToObj(i -> draft(slug, i)).toList());
        engagements.stream()
                .skip(1)
                .forEach(engagement -> catalog.save(
                        TenantScope.forJob(account.id(), engagement.id()),
                        engagement.id(),
                        List.of(draft(slug, 1_000))));
        assertThat(embedding.run(scope, first.id(), JobProgress.SILENT))
                .matches(EmbeddingJobs.EmbeddingOutcome::isCompleted);
        assertThat(duplicates.run(scope, first.id(), JobProgress.SILENT).end()).isEqualTo(new JobEnd.Completed());
        String importId = insertHistory(account, first, rows);
        Map<String, String> headers = Map.of("Authorization", "Bearer " + CAST.signIn(service, client));
        List<String> ids = catalog.page(scope, first.id(), null, 1_000).stream()
                .map(asset -> asset.id().toString())
                .toList();
        return new Tenant(account, first, headers, importId, ids);
    }

    private static AssetDraft draft(String slug, int number) {
        int machine = number / 2;
        return new AssetDraft(
                new AssetKey("test", "key-" + number),
                AssetAttributes.named("%s-%d".formatted(slug, machine))
                        .description("Database server " + machine + " of " + slug)
                        .environment(slug + " production")
                        .serialNumber("SN-%s-%04d".formatted(slug, 1_000 + machine * 7))
                        .tags(List.of(slug))
                        .cpuCount(machine % 8)
                        .build());
    }

    /** As the past would have left it; returns one of the imports. */
    private String insertHistory(ClientAccount account, Engagement engagement, int rows) {
        JdbcClient admin = JdbcClient.create(database.adminDataSource());
        String ids = "'" + account.id().value() + "'::uuid, '" + engagement.id().value() + "'::uuid, ";
        admin.sql("insert into asset_imports (client_account_id, engagement_id, id, file_name, file_hash, format,"
                        + " total_rows, next_row, started_at, finished_at) select " + ids
                        + " gen_random_uuid(), 'file of " + account.slug().value()
                        + " ' || n, sha256('f'), 'SERVICENOW_CI',"
                        + " 10, 10, now() - interval '1 day' - make_interval(mins => n), now()"
                        + " from generate_series(1, " + rows + ") n")
                .update();
        admin.sql("insert into asset_import_rejections (client_account_id, import_id, line, position, column_name,"
                        + " value, reason) select client_account_id, id, n + 1, 1, 'ram', 'much', 'is no number of "
                        + account.slug().value() + "' from asset_imports, generate_series(1, " + rows
                        + ") n where client_account_id = ?")
                .param(account.id().value())
                .update();
        admin.sql("insert into job_runs (client_account_id, engagement_id, id, kind, status, requested_by, ended_at)"
                        + " select " + ids + " gen_random_uuid(), 'EMBEDDING', 'COMPLETED', 'somebody', now()"
                        + " from generate_series(1, " + rows + ")")
                .update();
        admin.sql("insert into cmdb_asset_relations (client_account_id, engagement_id, parent_asset_id, child_asset_id,"
                        + " relation_type) select a.client_account_id, a.engagement_id, a.id, b.id, 'Runs on::Runs'"
                        + " from cmdb_assets a join cmdb_assets b on b.client_account_id = a.client_account_id"
                        + " and b.engagement_id = a.engagement_id and b.id > a.id"
                        + " where a.client_account_id = ? and a.engagement_id = ?")
                .params(account.id().value(), engagement.id().value())
                .update();
        admin.sql("insert into embedding_usage (client_account_id, day, provider, model, tokens, documents,"
                        + " calls, cost) select ?, date '2026-01-01' + n, 'test', 'model', 100, 10, 1, 0.5 from"
                        + " generate_series(0, ?) n")
                .params(account.id().value(), rows - 1)
                .update();
        admin.sql("insert into recall_audits (client_account_id, id, embedding_space_id, audited_at, strategy,"
            + " rerank_count, total_rows, queries, top_k, recall, target_recall, exact_p50_micros, plan_p50_micros,"
            + " plan_p95_micros) select ?, gen_random_uuid(), s.id, now(), 'QUANTISED', 100, 10, 10, 10, 1, 0.99, 1,"
            + " 1, 1 from embedding_spaces s, generate_series(1, ?) where s.active")
                .params(account.id().value(), rows)
                .update();
        admin.sql("insert into memberships (client_account_id, id, directory_tenant_id, object_id, role,"
            + " all_engagements) select ?, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'AGENT', false"
            + " from generate_series(1, ?)")
                .params(account.id().value(), rows)
                .update();
        admin.sql("insert into membership_engagements (client_account_id, membership_id, engagement_id)"
                        + " select client_account_id, id, ? from memberships"
                        + " where client_account_id = ? and not all_engagements")
                .params(engagement.id().value(), account.id().value())
                .update();
        admin.sql("insert into audit_events (client_account_id, id, occurred_at, action, actor_kind, before, after,"
                        + " outcome) select ?, gen_random_uuid(), now(), 'START_AUDIT', 'OPERATOR', '{}', '{}', 'DONE'"
                        + " from generate_series(1, ?)")
                .params(account.id().value(), rows)
                .update();
        return admin.sql("select id::text from asset_imports where client_account_id = ? order by id limit 1")
                .param(account.id().value())
                .query(String.class)
                .single();
    }

    @Test
    void coversEveryListOfTheSchema() {
        Set<String> fields = graphQl.schema().getQueryType().getFieldDefinitions().stream()
                .map(GraphQLFieldDefinition::getName)
                .collect(Collectors.toSet());

        assertThat(fields)
                .as("a new root field belongs among LISTS, with all that is looked up for its rows; or among NO_LISTS")
                .containsAll(LISTS.keySet())
                .allMatch(field -> LISTS.containsKey(field) || NO_LISTS.contains(field));
    }

    static Stream<String> eachList() {
        return LISTS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("eachList")
    void takesNoMoreStatementsForManyRowsThanForFew(String list) {
        List<String> forFew = leastStatements(few, list);
        List<String> forMany = leastStatements(many, list);

        assertThat(forFew).isNotEmpty();
        assertThat(forMany).as("for %s, where few rows take%n%s", list, forFew).hasSize(forFew.size());
    }

    /** Of three requests: others work, too, and what is remembered is not asked for. */
    private List<String> leastStatements(Tenant tenant, String list) {
        List<List<String>> seen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            statements.begin();
            data(tenant, document(tenant, list));
            seen.add(statements.take());
        }
        return seen.stream().min(Comparator.comparingInt(List::size)).orElseThrow();
    }

    private static String document(Tenant tenant, String list) {
        return Objects.requireNonNull(LISTS.get(list))
                .formatted(
                        switch (list) {
                            case "assets", "engagement" -> tenant.engagement().id();
                            case "importReport" -> tenant.importId();
                            default -> tenant.ids().getFirst();
                        });
    }

    @ParameterizedTest
    @MethodSource("eachList")
    void showsNothingOfAnotherClientAccount(String list) {
        assertThat(raw(few, document(few, list)).body())
                .doesNotContain(secrets(many))
                .doesNotContain("errors");
        assertThat(raw(many, document(many, list)).body())
                .doesNotContain(secrets(few))
                .doesNotContain("errors");
    }

    private static List<String> secrets(Tenant tenant) {
        List<String> secrets = new ArrayList<>(tenant.ids());
        secrets.add(tenant.name());
        secrets.add(tenant.account().id().toString());
        secrets.add(tenant.engagement().id().toString());
        return secrets;
    }

    @Test
    void readsTheWholeListInPages() {
        List<String> read = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            JsonNode page = data(
                            many,
                            "{ assets(first: 7, sort: { field: CPU_COUNT, direction: DESC }" + after
                                    + ") { edges { node { id } } pageInfo { hasNextPage endCursor } } }")
                    .path("assets");
            page.path("edges").forEach(edge -> read.add(edge.at("/node/id").asString()));
            more = page.at("/pageInfo/hasNextPage").asBoolean();
            after = ", after: \"" + page.at("/pageInfo/endCursor").asString() + "\"";
        }

        assertThat(read).doesNotHaveDuplicates().hasSize(2 * MANY + MANY - 1).containsAll(many.ids());
        JsonNode counted = data(many, "{ assets(first: 1) { totalCount totalCountExact facets { assets complete } } }")
                .path("assets");
        assertThat(counted.path("totalCount").asInt()).isEqualTo(read.size());
        assertThat(counted.path("totalCountExact").asBoolean()).isTrue();
        assertThat(counted.at("/facets/assets").asInt()).isEqualTo(read.size());
        assertThat(data(few, "{ assets { totalCount facets { assets } } }")
                        .at("/assets/totalCount")
                        .asInt())
                .isEqualTo(2);
    }

    /** The same bytes, whatever is wrong with it, or whether another client account could use it. */
    @ParameterizedTest
    @MethodSource("eachCursor")
    void refusesForeignCursorsLikeForgedOnes(String page, String next) {
        String foreign = cursor(many, page);
        String own = cursor(few, page);
        assertThat(raw(few, next.formatted(own)).body()).doesNotContain("errors");
        assertThat(raw(many, next.formatted(foreign)).body()).doesNotContain("errors");

        Answer forged = raw(few, next.formatted("A".repeat(foreign.length())));
        assertThat(forged.json().at("/errors/0/extensions/code").asString()).isEqualTo("CURSOR_INVALID");
        for (String other : List.of(
                foreign,
                own.substring(1),
                own + "AAAA",
                cursor(few, "{ page: jobs(first: 1) { pageInfo { endCursor } } }"))) {
            assertThat(raw(few, next.formatted(other))).isEqualTo(forged);
        }
    }

    static Stream<Arguments> eachCursor() {
        return Stream.of(
                Arguments.of(
                        "{ page: assets(first: 1) { pageInfo { endCursor } } }",
                        "{ assets(first: 1, after: \"%s\") { edges { node { id } } } }"),
                Arguments.of(
                        "{ page: imports(first: 1) { pageInfo { endCursor } } }",
                        "{ imports(first: 1, after: \"%s\") { nodes { id } } }"),
                Arguments.of(
                        "{ page: duplicateGroups(first: 1) { pageInfo { endCursor } } }",
                        "{ duplicateGroups(first: 1, after: \"%s\") { nodes { id } } }"));
    }

    private String cursor(Tenant tenant, String page) {
        return data(tenant, page).findValue("endCursor").asString();
    }

    @Test
    void answersForeignIdsLikeAbsentOnes() {
        String absent = UUID.randomUUID().toString();
        for (String document : List.of(
                "{ asset(id: \"%s\") { id similar { candidates } relatedAssets { total } } }",
                "{ importReport(id: \"%s\") { import { id } rejections { pageInfo { hasNextPage } } } }")) {
            Answer ofAbsent = raw(few, document.formatted(absent));
            assertThat(ofAbsent.body()).contains("null").doesNotContain("errors");
            for (String foreign : List.of(
                    many.ids().getFirst(),
                    many.importId(),
                    many.engagement().id().toString())) {
                assertThat(raw(few, document.formatted(foreign))).isEqualTo(ofAbsent);
            }
        }
        assertThat(raw(few, "{ assets(engagementId: \"" + many.engagement().id() + "\") { edges { cursor } } }")
                        .replacing(many.engagement().id().toString(), absent))
                .isEqualTo(raw(few, "{ assets(engagementId: \"" + absent + "\") { edges { cursor } } }"));
    }

    @Test
    void showsTheAssetsThatARelationLeadsTo() {
        JsonNode asset = data(few, """
            { asset(id: "%s") { embedding { status embeddedAt } relatedAssets { total related { direction type
                asset { id } } } similar { hits { asset { id } } } } }
            """.formatted(few.ids().getFirst())).path("asset");

        assertThat(asset.at("/embedding/status").asString()).isEqualTo("STALE");
        assertThat(asset.at("/relatedAssets/total").asInt()).isEqualTo(1);
        assertThat(asset.at("/relatedAssets/related/0/direction").asString()).isEqualTo("OUTGOING");
        assertThat(asset.at("/relatedAssets/related/0/type").asString()).isEqualTo("Runs on::Runs");
        assertThat(asset.at("/relatedAssets/related/0/asset/id").asString())
                .isEqualTo(few.ids().getLast());
        assertThat(asset.at("/similar/hits/0/asset/id").asString())
                .isEqualTo(few.ids().getLast());
    }

    @Test
    void reportsAnImportWithItsJobAndItsRejections() {
        Engagement engagement = registry.ensureEngagement(few.account().id(), new Slug("e0"), "northwind 0");
        Answer uploaded = service.post(
                "/imports/uploads?engagementId=" + engagement.id() + "&fileName=some.jsonl",
                few.headers(),
                "{\"externalKey\":\"imported\",\"name\":\"imported\"}\n"
                        + "{\"externalKey\":\"bad\",\"name\":\"bad\",\"cpuCount\":\"many\"}\n");
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(201);
        String job = data(
                        few,
                        "mutation { startImport(input: {engagementId: \"%s\", uploadId: \"%s\"}) { job { id } } }"
                                .formatted(
                                        engagement.id(),
                                        uploaded.json().path("uploadId").asString()))
                .at("/startImport/job/id")
                .asString();
        awaitEnd(job);

        JsonNode newest = data(
                        few, "{ imports(first: 1) { nodes { id job { id } requestedBy fileName created rejected } } }")
                .at("/imports/nodes/0");
        assertThat(newest.at("/job/id").asString()).isEqualTo(job);
        assertThat(newest.path("requestedBy").asString()).isNotBlank();
        assertThat(newest.path("created").asInt()).isEqualTo(1);
        assertThat(newest.path("rejected").asInt()).isEqualTo(1);
        JsonNode rejection = data(
                        few,
                        "{ importReport(id: \"" + newest.path("id").asString()
                                + "\") { rejections { nodes { line field value reason remedy } } } }")
                .at("/importReport/rejections/nodes/0");
        assertThat(rejection.path("line").asInt()).isEqualTo(2);
        assertThat(rejection.path("field").asString()).isEqualTo("cpuCount");
        assertThat(rejection.path("reason").asString()).isNotBlank();
        assertThat(rejection.path("remedy").asString()).contains("line 2");
        assertThat(data(few, "{ assets(namePrefix: \"imported\") { edges { node { lastImport { id } } } } }")
                        .at("/assets/edges/0/node/lastImport/id")
                        .asString())
                .isEqualTo(newest.path("id").asString());
        JdbcClient.create(database.adminDataSource())
                .sql("delete from cmdb_assets where external_key = 'imported'")
                .update();
    }

    private void awaitEnd(String job) {
        Await.until(
                "the import is over",
                () -> data(few, "{ job(id: \"" + job + "\") { status } }")
                        .at("/job/status")
                        .asString()
                        .equals("COMPLETED"));
    }

    @Test
    void addsUpWhatEmbeddingCost() {
        JsonNode usage = data(
                        many,
                        "{ embeddingUsage(from: \"2026-01-01\", to: \"2026-01-10\", groupBy: MODEL) { charges { day"
                                + " provider model tokens requests cost { amount currency } } total { tokens }"
                                + " tokensPerDay } }")
                .path("embeddingUsage");

        assertThat(usage.path("charges").size()).isEqualTo(1);
        assertThat(usage.at("/charges/0/tokens").asInt()).isEqualTo(1_000);
        assertThat(usage.at("/charges/0/requests").asInt()).isEqualTo(10);
        assertThat(usage.at("/charges/0/cost/amount").asDouble()).isEqualTo(5.0);
        assertThat(usage.at("/charges/0/cost/currency").asString()).isEqualTo("USD");
        assertThat(usage.at("/total/tokens").asInt()).isEqualTo(1_000);
        assertThat(data(few, "{ embeddingUsage(from: \"2026-01-01\", to: \"2026-01-10\") { total { tokens } } }")
                        .at("/embeddingUsage/total/tokens")
                        .asInt())
                .isEqualTo(100);
        for (String days :
                List.of("from: \"2026-01-02\", to: \"2026-01-01\"", "from: \"2025-01-01\", to: \"2026-06-01\"")) {
            assertThat(raw(few, "{ embeddingUsage(" + days + ") { tokensToday } }")
                            .json()
                            .at("/errors/0/extensions/code")
                            .asString())
                    .isEqualTo("BAD_INPUT");
        }
    }

    private JsonNode data(Tenant tenant, String document) {
        Answer answer = raw(tenant, document);
        assertThat(answer.json().path("errors").isMissingNode())
                .as("%s: %s", document, answer.body())
                .isTrue();
        return answer.json().path("data");
    }

    private Answer raw(Tenant tenant, String document) {
        return service.graphQl(tenant.headers(), document, Map.of());
    }
}
