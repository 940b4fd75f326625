package io.modernize.cmdb.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail is worse than no rule: each one meets a code base that breaks it. */
public class RuleProofTests {
    /** @param expected what the violations say, each of them at least once */
    record Proof(Rule rule, String fixture, List<String> expected) {
        @Override
        public String toString() {
            return fixture;
        }
    }

    static Proof proof(Rule rule, String fixture, String... expected) {
        return new Proof(rule, fixture, List.of(expected));
    }

    static Stream<Proof> proofs() {
        return Stream.of(TestRuleProofs.proofs(), ResourceRuleProofs.proofs(), SizeRuleProofs.proofs(), ofCode())
                .flatMap(proofs -> proofs);
    }

    private static Stream<Proof> ofCode() {
        return Stream.of(
                proof(
                        DependencyRules.DOMAIN_KNOWS_ONLY_THE_JDK,
                        "domaindependencies",
                        "SpringAccount.<init>(java.lang.String)> calls method <org.springframework.util.StringUtils",
                        "StoredAsset.save(java.sql.Connection)> has parameter of type <java.sql.Connection>",
                        "AnnotatedAsset> is annotated with <org.springframework.modulith.NamedInterface>"),
                proof(
                        DependencyRules.APPLICATION_KNOWS_ONLY_THE_DOMAIN,
                        "applicationdependencies",
                        "StoreAssets.dataSource> has type <javax.sql.DataSource>",
                        "ParseAssets.json> has type <tools.jackson.databind.json.JsonMapper>"),
                proof(
                        DependencyRules.CORE_PACKAGES_ARE_DESCRIBED_IN_MODULITHS_WORDS_ONLY,
                        "corepackageinfo",
                        "corepackageinfo.ForeignMarker>"),
                proof(
                        DependencyRules.RINGS_POINT_INWARDS,
                        "rings",
                        "SearchController.row> has type"
                                + " <io.modernize.cmdb.architecture.fixtures.rings.similarity.persistence",
                        "ImportJob.wiring()> has return type",
                        "LocalModel.fallback> has type"),
                proof(
                        DependencyRules.PACKAGES_FORM_NO_CIRCLE,
                        "circles",
                        "Slice similarity.filter",
                        "Slice similarity.search"),
                proof(
                        DependencyRules.GRAPHQL_KNOWS_NO_STORAGE_AND_NO_JOBS,
                        "graphqldependencies",
                        "SearchController.jdbc> has type <org.springframework.jdbc.core.simple.JdbcClient>",
                        "JobController.job> has type <org.springframework.batch.core.job.Job>"),
                proof(
                        PlacementRules.PACKAGES_LIE_IN_THE_MODULE_THAT_THE_TABLE_NAMES,
                        "leafpackages",
                        "MisplacedRow> lies in module 'architecture-tests', but its package belongs to"
                                + " 'adapters-persistence'",
                        "Invoice> lies in module 'architecture-tests', but its package belongs to 'no module: not in"
                                + " the table'"),
                proof(
                        PlacementRules.FILES_LIE_IN_THE_MODULE_THAT_THE_TABLE_NAMES,
                        "foreignpackages",
                        "similarity.search.persistence.Intruder> lies in module 'benchmarks', but its package belongs"
                                + " to 'adapters-persistence'",
                        "testsupport.Borrowed> lies in module 'benchmarks', but its package belongs to"
                                + " 'test-support'",
                        "similarity.measured.Unlisted> lies in module 'benchmarks', but its package belongs to 'no"
                                + " module: not in the table'"),
                proof(
                        PlacementRules.NAMED_PACKAGES_ARE_INHABITED,
                        "emptypackages",
                        "Package <tenancy.persistence> of the table is empty",
                        "Package <operations> of the table is empty"),
                proof(
                        PlacementRules.PACKAGES_ARE_SMALL,
                        "largepackages",
                        "Package <io.modernize.cmdb.inventory.warehouse> has 26 files"),
                proof(
                        PlacementRules.PACKAGES_ARE_NULL_MARKED,
                        "nullmarked",
                        "UnmarkedAccount> stands in package",
                        "UndescribedAsset> stands in package"),
                proof(
                        VisibilityRules.ADAPTERS_SHOW_WHAT_THEIR_ROOMS_NEED,
                        "publicadapter",
                        "AssetRow> is public, but no other package uses it",
                        "ImportJob> is public, but no other package uses it"),
                proof(
                        VisibilityRules.BOOTSTRAP_SHOWS_WHAT_ITS_PACKAGES_NEED,
                        "publicbootstrap",
                        "TenancyWiring> is public, but no other package uses it"),
                proof(
                        VisibilityRules.ROOT_PACKAGE_HOLDS_THE_MAIN_CLASS_ONLY,
                        "rootpackage",
                        "StrayWiring> does not have simple name 'CmdbSimilarityApplication'"),
                proof(
                        NamingRules.CLASSES_ARE_NAMED_AFTER_WHAT_THEY_DO,
                        "classnames",
                        "AssetCatalogImpl> has a name that says nothing",
                        "AssetManager> has",
                        "AssetHelper> has",
                        "AssetUtil> has",
                        "AssetUtils> has"),
                proof(
                        NamingRules.PACKAGES_ARE_NAMED_AFTER_WHAT_THEY_HOLD,
                        "packagenames",
                        "Texts> stands in a package that could hold anything",
                        "Pair> stands",
                        "Ids> stands"),
                proof(
                        NamingRules.PORTS_ARE_NOUNS_OF_THE_DOMAIN,
                        "portnames",
                        "AssetRepositoryPort> is named after its technical role",
                        "IAssets> is named"),
                proof(
                        TenancyRules.PORT_METHODS_TAKE_A_SCOPE,
                        "ports",
                        "UnscopedCatalog.assetsOf(io.modernize.cmdb.tenancy.ClientAccountId)> takes no TenantScope",
                        "UnscopedCatalog.first(io.modernize.cmdb.tenancy.ClientAccountId)> takes no TenantScope"),
                proof(
                        TenancyRules.QUERIES_HOLD_A_SCOPE,
                        "queries",
                        "UnscopedQuery> is no record with a TenantScope",
                        "GrowingRequest> is no record with a TenantScope"),
                proof(
                        TenancyRules.JOB_SCOPES_ARE_MADE_FOR_JOBS,
                        "jobscopes",
                        "BorrowedScope.of(io.modernize.cmdb.tenancy.ClientAccountId)> calls method"
                                + " <io.modernize.cmdb.tenancy.TenantScope.forJob(",
                        "ReferredScope.factory()> references method <io.modernize.cmdb.tenancy.TenantScope.forJob("),
                proof(
                        TenancyRules.OWNERS_LOGIN_STAYS_WITH_TENANCY,
                        "ownerlogin",
                        "autoconfigure.FlywayDataSource>",
                        "NamedCatalog> names the bean 'ownerDataSource'",
                        "tenancy.persistence.Owner>"),
                proof(
                        TenancyRules.CORE_KEEPS_NOTHING_ON_THE_THREAD,
                        "threadlocals",
                        "CurrentScope.SCOPE> has type <java.lang.ThreadLocal>",
                        "ScopedSearch.SCOPE> has type <java.lang.ScopedValue>"),
                proof(
                        ClockRules.CORE_READS_NO_SYSTEM_CLOCK,
                        "clocks",
                        "<java.time.Instant.now()>",
                        "<java.lang.System.currentTimeMillis()>",
                        "<java.util.Date.<init>()>",
                        "<java.time.Clock.systemUTC()>",
                        "references method <java.time.LocalDateTime.now()>"),
                proof(
                        ClockRules.ONLY_THE_MAIN_CLASS_STARTS_A_CLOCK,
                        "startedclocks",
                        "ImportController.<init>()> calls method <java.time.Clock.systemUTC()>"),
                proof(
                        PersistenceRules.DDL_IS_LEFT_TO_MIGRATIONS,
                        "ddl",
                        "IndexMaker> holds DDL: create index concurrently on",
                        "IndexMaker> holds DDL: select 1;\nalter table assets",
                        "IndexMaker> holds DDL: do $$ begin execute 'truncate assets'",
                        "AnnotatedDdl> holds DDL: drop table assets"),
                proof(
                        PersistenceRules.SQL_STAYS_IN_PERSISTENCE,
                        "sql",
                        "ImportTasklet.jdbc> has type <org.springframework.jdbc.core.JdbcTemplate>",
                        "PurgeCommand.jdbc> has type <org.springframework.jdbc.core.simple.JdbcClient>"),
                proof(
                        GraphQlRules.HANDLERS_RETURN_PAYLOADS,
                        "handlers",
                        "AssetController.asset()> returns"
                                + " io.modernize.cmdb.architecture.fixtures.handlers.inventory.Asset",
                        "AssetController.assets()> returns"
                                + " io.modernize.cmdb.architecture.fixtures.handlers.inventory.Asset",
                        "AssetController.rows(java.util.List)> returns"
                                + " io.modernize.cmdb.architecture.fixtures.handlers.inventory.persistence.AssetRow",
                        "MutablePayload",
                        "AssetController.anything()> returns java.lang.Object"),
                proof(
                        CodingRules.FIELDS_ARE_NOT_INJECTED,
                        "fieldinjection",
                        "ImportWiring.folder> is annotated with @Autowired"),
                proof(CodingRules.LOGGING_IS_SLF4J, "logging", "Endpoint.LOG> has type <java.util.logging.Logger>"),
                proof(
                        CodingRules.ONLY_COMMANDS_PRINT,
                        "printing",
                        "ImportReport.write(java.lang.Exception)> gets field <java.lang.System.out>",
                        "<java.lang.Exception.printStackTrace()>"),
                proof(
                        CodingRules.SWITCHES_OVER_OUR_TYPES_NAME_EVERY_CASE,
                        "defaultbranches",
                        "Answer> has a default branch in a switch",
                        "Weekend> has a default branch in a switch"));
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void failsOnItsFixture(Proof proof) {
        List<String> violations = proof.rule().violationsIn(Codebase.fixture(proof.fixture()));

        for (String expected : proof.expected()) {
            assertThat(violations).as(proof.rule().toString()).anyMatch(violation -> violation.contains(expected));
        }
    }

    /** Otherwise a rule that reports everything would count as proved. */
    @ParameterizedTest
    @MethodSource("proofs")
    void sparesWhatIsPermitted(Proof proof) {
        assertThat(proof.rule().violationsIn(Codebase.fixture(proof.fixture())))
                .as(proof.rule().toString())
                .noneMatch(violation -> violation.contains(".Permitted") || violation.contains(".permitted"));
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void doesNotHoldForNothing(Proof proof) {
        Codebase nothing = Codebase.empty();

        if (proof.rule() == PlacementRules.NAMED_PACKAGES_ARE_INHABITED) {
            assertThat(proof.rule().violationsIn(nothing)).isNotEmpty(); // Emptiness is what it is about.
        } else {
            assertThatThrownBy(() -> proof.rule().violationsIn(nothing))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("failed to check any");
        }
    }

    @Test
    void everyRuleIsProved() {
        Map<String, Rule> unproved = Rules.all();
        unproved.values().removeAll(proofs().map(Proof::rule).collect(toSet()));

        assertThat(unproved.keySet()).isEmpty();
    }

    /** A bare ArchRule would be checked by nobody, or checked without being proved. */
    @Test
    void everyArchRuleIsWrapped() {
        var bare = Rules.constants().filter(field -> ArchRule.class.isAssignableFrom(field.getType()));

        assertThat(bare).isEmpty();
    }

    @Test
    void noTwoRulesShareAFixture() {
        assertThat(proofs().map(Proof::fixture)).doesNotHaveDuplicates();
    }
}
