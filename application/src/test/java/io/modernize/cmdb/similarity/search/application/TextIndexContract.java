package io.modernize.cmdb.similarity.search.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.embedding.application.EmbeddingWorld;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.OsFamily;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.search.AssetField;
import io.modernize.cmdb.similarity.search.Completeness;
import io.modernize.cmdb.similarity.search.HighlightedField;
import io.modernize.cmdb.similarity.search.HighlightedField.Part;
import io.modernize.cmdb.similarity.search.IdentifierMatch;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.ReciprocalRankFusion;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.similarity.search.TextMatch;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.VectorMatch;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.similarity.search.application.TextIndex.FusedQuery;
import io.modernize.cmdb.similarity.search.application.TextIndex.TextQuery;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link TextIndex} keeps. */
public abstract class TextIndexContract {
    /** A stored vector has 11 significant bits. */
    private static final double HALF_PRECISION = 2e-3;

    private static final double ROUNDING = 1e-9;
    private static final int DIMENSIONS = 8;
    private static final TopK MANY = new TopK(TopK.MAX);

    private final EmbeddingWorld world;
    protected final TwoClients clients;
    private final TextIndex index;
    private final EmbeddingIndex embeddings;
    private EmbeddingSpace space;
    private int lastKey;

    protected TextIndexContract(EmbeddingWorld world, TextIndex index, EmbeddingIndex embeddings) {
        this.world = world;
        clients = world.clients();
        this.index = index;
        this.embeddings = embeddings;
    }

    /** A new space of so many dimensions, the active one from now on. */
    protected abstract EmbeddingSpace newActiveSpace(int dimensions);

    /** Deletes an engagement of Northwind with all that it has. */
    protected abstract void deleteEngagement(EngagementId engagementId);

    /** Where nothing begins with what was typed, alike identifiers are looked for: that must not depend on other engagements. */
    @BeforeEach
    void createSpace() {
        space = newActiveSpace(DIMENSIONS);
    }

    @Test
    void answersAlikeWhetherAnotherEngagementHasTheIdentifierOrNobody() {
        save(clients.northwindScope(), clients.exit(), named("prd-sql-018"));
        save(clients.northwindScope(), clients.erp(), named("prd-sql-017"));

        SimilarAssets ofAnother = index.matching(clients.exitScope(), query("prd-sql-017", MANY));
        SimilarAssets ofNobody = index.matching(clients.exitScope(), query("prd-sql-016", MANY));

        assertThat(names(ofAnother)).containsExactly("prd-sql-018");
        assertThat(ofAnother).isEqualTo(ofNobody);
    }

    @Test
    void putsTheIdentifierThatWasTypedFirstThenThoseThatBeginWithItThenWords() {
        save(named("koji01-backup"));
        save(named("web").description("koji01 koji01 koji01 builds here"));
        save(named("koji01"));
        save(named("printer"));

        SimilarAssets found = matching("koji01");

        assertThat(names(found)).containsExactly("koji01", "koji01-backup", "web");
        assertThat(found.hits().get(0).explanation().identifier())
                .isEqualTo(new IdentifierMatch(AssetField.NAME, "koji01", true));
        assertThat(found.hits().get(1).explanation().identifier())
                .isEqualTo(new IdentifierMatch(AssetField.NAME, "koji01-backup", false));
        assertThat(found.hits().get(2).explanation().identifier()).isNull();
        assertThat(found.plan()).isEqualTo(new SearchPlan.Text());
    }

    @Test
    void findsByEveryIdentifierWholeAndByItsBeginningInAnyCase() {
        AssetDraft draft = new AssetDraft(
                new AssetKey("servicenow", "SysId-99aa"),
                named("Billing DB")
                        .hostName("KOJI01")
                        .fqdn("koji01.Example.org")
                        .serialNumber("SN-4711/X")
                        .assetTag("P0001234")
                        .addresses(List.of("10.4.2.17", "fe80::1"))
                        .build());
        world.catalog().save(clients.northwindScope(), clients.exit(), List.of(draft));
        save(named("other")
                .hostName("other")
                .fqdn("other.invalid")
                .serialNumber("77-Y")
                .assetTag("Q9")
                .addresses(List.of("192.168.7.9")));

        isIdentifiedBy(AssetField.NAME, "Billing DB", "billing db", "BILLING D");
        isIdentifiedBy(AssetField.HOST_NAME, "KOJI01", "koji01", "Koji0");
        isIdentifiedBy(AssetField.FQDN, "koji01.Example.org", "KOJI01.EXAMPLE.ORG", "koji01.ex");
        isIdentifiedBy(AssetField.SERIAL_NUMBER, "SN-4711/X", "sn-4711/x", "SN-47");
        isIdentifiedBy(AssetField.ASSET_TAG, "P0001234", "p0001234", "p00012");
        isIdentifiedBy(AssetField.EXTERNAL_KEY, "SysId-99aa", "SYSID-99AA", "sysid-");
        isIdentifiedBy(AssetField.ADDRESSES, "10.4.2.17", "10.4.2.17", "10.4.2.");
        isIdentifiedBy(AssetField.ADDRESSES, "fe80::1", "FE80::1", "fe80:");
    }

    private void isIdentifiedBy(AssetField field, String value, String typed, String beginning) {
        assertThat(firstIdentifier(typed)).isEqualTo(new IdentifierMatch(field, value, true));
        assertThat(firstIdentifier(beginning)).isEqualTo(new IdentifierMatch(field, value, false));
    }

    private @Nullable IdentifierMatch firstIdentifier(String typed) {
        SimilarAssets found = matching(typed);
        assertThat(names(found)).as(typed).containsExactly("Billing DB");
        return found.hits().getFirst().explanation().identifier();
    }

    @Test
    void findsAddressesByTheirNetwork() {
        save(named("inside").addresses(List.of("10.4.2.17")));
        save(named("also inside").addresses(List.of("172.16.0.1", "10.4.2.200")));
        save(named("other network").addresses(List.of("10.4.20.17")));

        SimilarAssets found = matching("10.4.2.");

        assertThat(names(found).subList(0, 2)).containsExactlyInAnyOrder("inside", "also inside");
        assertThat(found.hits().stream().filter(hit -> hit.explanation().identifier() != null))
                .hasSize(2);
    }

    @Test
    void findsByAnyOfTheWordsOfAnyFieldInAnyCase() {
        save(named("alpha").description("Handles Invoices"));
        save(named("beta").ciClass("cmdb_ci_linux_server"));
        save(named("gamma").environment("Production"));
        save(named("delta").osName("Ubuntu").osVersion("24"));
        save(named("epsilon").location("Zürich"));
        save(named("zeta").owner("Jane Doe"));
        save(named("eta").supportGroup("Network Team"));
        save(named("theta").tags(List.of("tier:gold")));
        save(named("iota").serialNumber("SN-4711"));
        save(named("kappa").hostName("build-host"));
        save(named("lambda").assetTag("TAG 88"));

        assertThat(names(matching("alpha"))).containsExactly("alpha");
        assertThat(names(matching("INVOICES"))).containsExactly("alpha");
        assertThat(names(matching("Linux"))).containsExactly("beta");
        assertThat(names(matching("PRODUCTION"))).containsExactly("gamma");
        assertThat(names(matching("ubuntu 24"))).containsExactly("delta");
        assertThat(names(matching("ZÜRICH"))).containsExactly("epsilon");
        assertThat(names(matching("doe"))).containsExactly("zeta");
        assertThat(names(matching("network"))).containsExactly("eta");
        assertThat(names(matching("gold"))).containsExactly("theta");
        assertThat(names(matching("4711"))).containsExactly("iota");
        assertThat(names(matching("host"))).containsExactly("kappa");
        assertThat(names(matching("88"))).containsExactly("lambda");
        assertThat(names(matching("gold ubuntu nothing"))).containsExactlyInAnyOrder("theta", "delta");
    }

    @Test
    void takesNamesAndNumbersApart() {
        save(named("koji01.example.org"));
        save(named("build").description("next to koji02"));
        save(named("zeppelin"));

        assertThat(names(matching("koji"))).containsExactly("koji01.example.org", "build");
        assertThat(names(matching("koji03"))).containsExactlyInAnyOrder("koji01.example.org", "build");
    }

    @Test
    void countsRareWordsMoreThanCommonOnes() {
        saveTogether(
                clients.northwindScope(),
                clients.exit(),
                10,
                i -> named("server " + (char) ('a' + i)).description("common"));
        save(named("rare").description("zeppelin"));

        assertThat(names(matching("common zeppelin")).getFirst()).isEqualTo("rare");
        assertThat(names(matching("zeppelin common")).getFirst()).isEqualTo("rare");
    }

    @Test
    void countsNamesMoreThanFactsAndThoseMoreThanDescriptions() {
        save(named("one").description("oracle"));
        save(named("two").supportGroup("oracle"));
        save(named("three oracle"));

        SimilarAssets found = matching("the oracle");

        assertThat(names(found)).containsExactly("three oracle", "two", "one");
        assertThat(found.hits()).extracting(SimilarAsset::score).doesNotHaveDuplicates();
    }

    @Test
    void prefersTheAssetThatHasMoreOfTheWords() {
        save(named("one").description("oracle"));
        save(named("two").description("oracle billing"));
        save(named("three").description("billing"));

        assertThat(names(matching("billing oracle")).getFirst()).isEqualTo("two");
    }

    /** More than are fused, so that both sides are cut among equals; the keys do not rise with the names. */
    @Test
    void breaksTiesByNameThenByKeyAtTheCutToo() {
        for (int i = 0; i < 66; i++) {
            embed(save(named("twin " + (char) ('a' + i % 22)).description("oracle")), axis(0));
        }

        SimilarAssets all = matching("oracle");
        SimilarAssets first = index.matching(clients.northwindScope(), query("oracle", new TopK(7)));
        SimilarAssets fused = fused("oracle", axis(0), MANY);
        SimilarAssets fewFused = fused("oracle", axis(0), new TopK(7));

        assertThat(all.hits()).hasSize(66).extracting(SimilarAsset::asset).isSortedAccordingTo(Asset.BY_NAME_AND_KEY);
        assertThat(first.hits()).isEqualTo(all.hits().subList(0, 7));
        assertThat(ids(fused)).isEqualTo(ids(all));
        assertThat(ids(fewFused)).isEqualTo(ids(all).subList(0, 7));
        assertThat(matching("oracle")).isEqualTo(all);
    }

    /** Ids are others each time. */
    @Test
    void answersAlikeAfterTheSameImport() {
        assertThat(importedAndAsked(clients.erp()))
                .isEqualTo(importedAndAsked(clients.exit()))
                .hasSize(14);
    }

    private List<String> importedAndAsked(EngagementId engagementId) {
        TenantScope scope = TenantScope.forJob(clients.northwind(), engagementId);
        for (int i = 0; i < 60; i++) {
            AssetKey key = new AssetKey("servicenow", "twin-" + i);
            AssetAttributes twin =
                    named("twin " + (char) ('a' + i % 20)).description("oracle").build();
            world.catalog().save(scope, engagementId, List.of(new AssetDraft(key, twin)));
        }
        world.embedDue(scope, space, axis(0));
        TextQuery text = query("oracle", new TopK(7));
        return Stream.of(
                        index.matching(scope, text),
                        index.fused(scope, new FusedQuery(text, space, axis(0), MinimumScore.NONE)))
                .flatMap(found -> found.hits().stream())
                .map(hit -> hit.asset().attributes().name() + " " + hit.asset().key())
                .toList();
    }

    @Test
    void returnsNoMoreThanAskedForAndSaysHowManyMatch() {
        saveTogether(
                clients.northwindScope(),
                clients.exit(),
                105,
                i -> named("server").description("oracle"));
        save(named("printer"));

        SimilarAssets one = index.matching(clients.northwindScope(), query("oracle", new TopK(1)));
        SimilarAssets hundred = matching("oracle");

        assertThat(one.hits()).hasSize(1);
        assertThat(one.candidates()).isEqualTo(CandidateCount.exactly(105));
        assertThat(one.completeness()).isEqualTo(new Completeness.Complete());
        assertThat(hundred.hits()).hasSize(100);
        assertThat(hundred.candidates()).isEqualTo(CandidateCount.exactly(105));
        assertThat(hundred.completeness()).isEqualTo(new Completeness.Complete());
    }

    @Test
    void saysThatFewerMatch() {
        save(named("one").description("oracle"));
        save(named("two").description("oracle"));
        save(named("three"));

        assertThat(matching("oracle").completeness()).isEqualTo(new Completeness.FewerMatches(2));
        assertThat(matching("oracle").candidates()).isEqualTo(CandidateCount.exactly(2));
        assertThat(index.matching(clients.northwindScope(), query("oracle", new TopK(2)))
                        .completeness())
                .isEqualTo(new Completeness.Complete());
        SimilarAssets none = matching("zeppelin");
        assertThat(none.hits()).isEmpty();
        assertThat(none.candidates()).isEqualTo(CandidateCount.exactly(0));
        assertThat(none.completeness()).isEqualTo(new Completeness.FewerMatches(0));
    }

    @Test
    void findsWhatIsNotEmbeddedAndCallsItStale() {
        embed(save(named("fresh").description("oracle")), axis(0));
        Asset changed = embed(save(named("changed").description("oracle")), axis(0));
        save(named("never").description("oracle"));
        change(changed, named("changed").description("oracle again"));

        Map<String, Boolean> byWords = stale(matching("oracle"));
        Map<String, Boolean> byBoth = stale(fused("oracle", axis(0), MANY));

        assertThat(byWords).isEqualTo(Map.of("fresh", false, "changed", true, "never", true));
        assertThat(byBoth).isEqualTo(byWords);
    }

    private static Map<String, Boolean> stale(SimilarAssets found) {
        Map<String, Boolean> stale = new HashMap<>();
        found.hits().forEach(hit -> stale.put(hit.asset().attributes().name(), hit.stale()));
        return stale;
    }

    @Test
    void findsNothingOfAnotherClientNorOfAnotherEngagement() {
        save(clients.northwindScope(), clients.exit(), named("oracle exit"));
        save(clients.northwindScope(), clients.erp(), named("oracle erp"));
        save(clients.harborScope(), clients.cloud(), named("oracle cloud"));

        for (String text : List.of("oracle", "exit erp cloud")) {
            assertThat(found(clients.northwindScope(), text)).containsExactlyInAnyOrder("oracle exit", "oracle erp");
            assertThat(found(clients.exitAndErpScope(), text)).containsExactlyInAnyOrder("oracle exit", "oracle erp");
            assertThat(found(clients.exitScope(), text)).containsExactly("oracle exit");
            assertThat(found(clients.erpScope(), text)).containsExactly("oracle erp");
            assertThat(found(clients.harborScope(), text)).containsExactly("oracle cloud");
            assertThat(found(TenantScope.forJob(clients.harbor(), clients.edge()), text))
                    .isEmpty();
            assertThat(found(TenantScope.forJob(clients.harbor(), clients.exit()), text))
                    .isEmpty();
        }
    }

    private List<String> found(TenantScope scope, String text) {
        SimilarAssets found = index.matching(scope, query(text, MANY));
        assertThat(found.candidates())
                .isEqualTo(CandidateCount.exactly(found.hits().size()));
        SimilarAssets fused = index.fused(scope, new FusedQuery(query(text, MANY), space, axis(0), MinimumScore.NONE));
        assertThat(names(fused)).containsExactlyInAnyOrderElementsOf(names(found));
        return names(found);
    }

    @Test
    void scoresAlikeWhateverOthersHave() {
        save(named("one").description("oracle billing"));
        save(named("two").description("oracle"));
        SimilarAssets alone = index.matching(clients.exitScope(), query("oracle billing", MANY));

        saveTogether(
                clients.northwindScope(), clients.erp(), 20, i -> named("erp").description("billing"));
        saveTogether(
                clients.harborScope(), clients.cloud(), 20, i -> named("cloud").description("oracle"));

        assertThat(index.matching(clients.exitScope(), query("oracle billing", MANY)))
                .isEqualTo(alone);
    }

    @Test
    void filtersByText() {
        save(matched("linux").ciClass("cmdb_ci_linux_server").environment("Production"));
        save(matched("windows").ciClass("cmdb_ci_win_server").environment("Test"));
        save(matched("place").location("ΑΘΉΝΑ").status("Installed"));
        save(matched("group").supportGroup("Database Team"));

        assertThat(passing(new Conditions().ciClasses("CMDB_CI_Linux_Server"))).containsExactly("linux");
        assertThat(passing(new Conditions().ciClasses("cmdb_ci_linux_server", "cmdb_ci_win_server")))
                .containsExactlyInAnyOrder("linux", "windows");
        assertThat(passing(new Conditions().ciClasses("linux", "cmdb%"))).isEmpty();
        assertThat(passing(new Conditions().environments("PRODUCTION", "Test")))
                .containsExactlyInAnyOrder("linux", "windows");
        assertThat(passing(new Conditions().locations("Αθήνα"))).containsExactly("place");
        assertThat(passing(new Conditions().statuses("installed"))).containsExactly("place");
        assertThat(passing(new Conditions().statuses("install"))).isEmpty();
        assertThat(passing(new Conditions().supportGroups("database team"))).containsExactly("group");
    }

    @Test
    void filtersByOperatingSystemFamily() {
        save(matched("ubuntu").osName("Ubuntu 24.04"));
        save(matched("windows").osName("Windows Server 2022"));
        save(matched("none"));

        assertThat(passing(new Conditions().osFamilies(OsFamily.LINUX))).containsExactly("ubuntu");
        assertThat(passing(new Conditions().osFamilies(OsFamily.WINDOWS, OsFamily.AIX)))
                .containsExactly("windows");
    }

    @Test
    void filtersByTagsAndSourceAttributesExactly() {
        save(matched("gold").tags(List.of("tier:gold", "pci")).sourceAttributes(Map.of("Rack", "A1", "Row", "7")));
        save(matched("odd").tags(List.of("a,b", "{\"c\"}")).sourceAttributes(Map.of("it's", "{\"x\": 1}")));
        save(matched("none"));

        assertThat(passing(new Conditions().tags("pci"))).containsExactly("gold");
        assertThat(passing(new Conditions().tags("pci", "a,b"))).containsExactlyInAnyOrder("gold", "odd");
        assertThat(passing(new Conditions().tags("{\"c\"}"))).containsExactly("odd");
        assertThat(passing(new Conditions().tags("PCI", "a", "b"))).isEmpty();
        assertThat(passing(new Conditions().sourceAttributes(Map.of("Rack", "A1", "Row", "7"))))
                .containsExactly("gold");
        assertThat(passing(new Conditions().sourceAttributes(Map.of("it's", "{\"x\": 1}"))))
                .containsExactly("odd");
        assertThat(passing(new Conditions().sourceAttributes(Map.of("Rack", "A1", "Row", "8"))))
                .isEmpty();
    }

    @Test
    void filtersByRangesWithBothEndsIncluded() {
        save(matched("small").cpuCount(2).memoryMib(4_096L).storageGib(new BigDecimal("99.5")));
        save(matched("large").cpuCount(64).memoryMib(1_048_576L).storageGib(new BigDecimal("10000.25")));
        save(matched("unknown"));

        assertThat(passing(new Conditions().cpuCount("2", "64"))).containsExactlyInAnyOrder("small", "large");
        assertThat(passing(new Conditions().cpuCount(null, "63.9"))).containsExactly("small");
        assertThat(passing(new Conditions().memoryMib("4097", null))).containsExactly("large");
        assertThat(passing(new Conditions().storageGib("99.5", "99.50"))).containsExactly("small");
        assertThat(passing(new Conditions().storageGib("10000.26", null))).isEmpty();
    }

    @Test
    void wantsAllConditionsTogether() {
        save(matched("match").environment("Production").cpuCount(8).tags(List.of("pci")));
        save(matched("wrong environment").environment("Test").cpuCount(8).tags(List.of("pci")));
        save(matched("too small").environment("Production").cpuCount(7).tags(List.of("pci")));
        save(matched("no tag").environment("Production").cpuCount(8));

        assertThat(passing(new Conditions()
                        .environments("production")
                        .cpuCount("8", "16")
                        .tags("pci")))
                .containsExactly("match");
    }

    @Test
    void takesFilterValuesForValuesAndNotForSyntax() {
        save(matched("web")
                .environment("'); drop table cmdb_assets; -- \\ \" & |")
                .tags(List.of("tag")));

        assertThat(passing(new Conditions().environments("'); drop table cmdb_assets; -- \\ \" & |")))
                .containsExactly("web");
        assertThat(passing(new Conditions().environments("' or '1'='1").tags("tag")))
                .isEmpty();
    }

    private static AssetAttributes.Builder matched(String name) {
        return named(name).description("oracle");
    }

    /** By words and, the same, by words and vector. */
    private List<String> passing(Conditions conditions) {
        TextQuery query = new TextQuery(new QueryText("oracle"), MANY, conditions.build(), null, false);
        SimilarAssets found = index.matching(clients.northwindScope(), query);
        assertThat(found.candidates())
                .isEqualTo(CandidateCount.exactly(found.hits().size()));
        SimilarAssets fused =
                index.fused(clients.northwindScope(), new FusedQuery(query, space, axis(0), MinimumScore.NONE));
        assertThat(names(fused)).isEqualTo(names(found));
        return names(found);
    }

    @Test
    void leavesOutTheExcludedAsset() {
        Asset itself = embed(save(named("oracle")), axis(0));
        embed(save(named("oracle too")), axis(0));
        TextQuery query = new TextQuery(new QueryText("oracle"), MANY, AssetFilter.none(), itself.id(), false);

        SimilarAssets found = index.matching(clients.northwindScope(), query);
        SimilarAssets fused =
                index.fused(clients.northwindScope(), new FusedQuery(query, space, axis(0), MinimumScore.NONE));

        assertThat(names(found)).containsExactly("oracle too");
        assertThat(found.candidates()).isEqualTo(CandidateCount.exactly(1));
        assertThat(names(fused)).containsExactly("oracle too");
        assertThat(fused.candidates()).isEqualTo(CandidateCount.exactly(1));
    }

    /** Whoever types them wants no error, and not everything either. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "...",
                "-",
                "'",
                "''",
                "\"",
                "\\",
                "\\'",
                "' | '",
                "%",
                "_",
                "& | ! <-> :*",
                "!:*",
                "()",
                "<>",
                "<b>",
                "$1 $$ $body$",
                "{\"}",
                "\uD83D\uDDA5",
                "\uD83D",
                "\u00a0!",
                "сервер",
                "数据库",
                "the of and is",
                "zeppelin' or '1'='1",
                "zeppelin'::tsquery",
                "'zeppelin':A",
                "'); drop table cmdb_asset_texts; --",
                "zeppelin:*",
                "~ora",
                "!we",
                "#n",
                "12345678-1234-1234-1234-123456789012"
            })
    void findsNothingByWhatNoAssetHas(String text) {
        embed(save(named("web").description("the oracle of billing is here and there")), axis(0));

        SimilarAssets found = matching(text);

        assertThat(found.hits()).isEmpty();
        assertThat(found.candidates()).isEqualTo(CandidateCount.exactly(0));
        assertThat(names(fused(text, axis(0), MANY))).as("by the vector").containsExactly("web");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's \"odd\" \\ & | ! <-> :*",
                "'; drop table cmdb_assets; --",
                "\\",
                "o'neill\\",
                "\uD83D\uDDA5 box",
                "сервер",
                "数据库 一",
                "$1 :name ?"
            })
    void takesIdentifiersLiterally(String name) {
        save(named(name));
        save(named("printer"));

        SimilarAssets found = matching(name);

        assertThat(names(found)).containsExactly(name);
        assertThat(found.hits().getFirst().explanation().identifier())
                .isEqualTo(new IdentifierMatch(AssetField.NAME, name, true));
    }

    @Test
    void findsWordsOfOtherScripts() {
        save(named("one").description("Сервер базы данных"));
        save(named("two").description("größer als"));

        assertThat(names(matching("сервер"))).containsExactly("one");
        assertThat(names(matching("GRÖßER"))).containsExactly("two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ü", "数", "oracle ", "w1 ", "'", "\\", "a'b ", "\uD83D\uDDA5"})
    void takesTextAsLongAsItMayBe(String piece) {
        save(named("web").description("oracle"));
        String text = piece.repeat(QueryText.MAX_LENGTH / piece.length());

        assertThat(names(matching(text))).isEqualTo(piece.equals("oracle ") ? List.of("web") : List.of());
        assertThat(fused(text, axis(0), MANY).hits())
                .hasSameSizeAs(matching(text).hits());
    }

    @Test
    void looksForTheFirstOfManyWords() {
        save(named("first").description("oracle"));
        save(named("last").description("zeppelin"));
        StringBuilder text = new StringBuilder("oracle");
        for (int i = 0; i < 200; i++) {
            text.append(' ')
                    .append((char) ('a' + i / 26))
                    .append((char) ('a' + i % 26))
                    .append("qx");
        }

        assertThat(names(matching(text + " zeppelin"))).containsExactly("first");
    }

    /** Blobs and dumps get into descriptions; the rest of the asset has to be found nevertheless. */
    @ParameterizedTest
    @ValueSource(ints = {200, 2_030, 2_040, 2_045, 2_046, 2_047, 4_000, 60_000})
    void takesWordsOfAnyLength(int length) {
        save(named("latin").description("oracle " + "x".repeat(length)));
        save(named("wide").description("oracle " + "ж".repeat(length)).tags(List.of("ж".repeat(64))));

        assertThat(names(matching("oracle"))).containsExactlyInAnyOrder("latin", "wide");
    }

    @Test
    void takesWordsThatAreJustShortEnoughInAQuery() {
        save(named("web"));

        for (int length = 1_000; length <= 1_024; length++) {
            assertThat(matching("ж".repeat(length)).hits()).isEmpty();
        }
    }

    @Test
    void namesTheFieldsAndTheWordsThatMatch() {
        save(named("ora-billing01").supportGroup("Billing Team").description("Runs Oracle for the billing."));

        SimilarAsset hit = highlighted("oracle billing").hits().getFirst();

        TextMatch match = Objects.requireNonNull(hit.explanation().text());
        assertThat(match.fields())
                .containsExactly(
                        new HighlightedField(
                                AssetField.NAME,
                                List.of(new Part("ora-", false), new Part("billing", true), new Part("01", false))),
                        new HighlightedField(
                                AssetField.SUPPORT_GROUP, List.of(new Part("Billing", true), new Part(" Team", false))),
                        new HighlightedField(
                                AssetField.DESCRIPTION,
                                List.of(
                                        new Part("Runs ", false),
                                        new Part("Oracle", true),
                                        new Part(" for the ", false),
                                        new Part("billing", true),
                                        new Part(".", false))));
    }

    @Test
    void highlightsOnlyWhereAsked() {
        embed(save(named("web").description("oracle")), axis(0));
        TextQuery asked = new TextQuery(new QueryText("oracle"), MANY, AssetFilter.none(), null, true);
        FusedQuery fused = new FusedQuery(asked, space, axis(0), MinimumScore.NONE);

        assertThat(fields(matching("oracle"))).isEmpty();
        assertThat(fields(highlighted("oracle"))).containsExactly(AssetField.DESCRIPTION);
        assertThat(fields(index.fused(clients.northwindScope(), fused))).containsExactly(AssetField.DESCRIPTION);
        assertThat(fields(fused("oracle", axis(0), MANY))).isEmpty();
    }

    private static List<AssetField> fields(SimilarAssets found) {
        return Objects.requireNonNull(found.hits().getFirst().explanation().text()).fields().stream()
                .map(HighlightedField::field)
                .toList();
    }

    private SimilarAssets highlighted(String text) {
        return index.matching(
                clients.northwindScope(), new TextQuery(new QueryText(text), MANY, AssetFilter.none(), null, true));
    }

    @Test
    void ranksMatchesFromOneOnAndComparesNoVectors() {
        embed(save(named("oracle")), axis(0));
        embed(save(named("two").description("oracle")), axis(0));

        List<SimilarAsset> hits = matching("the oracle").hits();

        for (int i = 0; i < 2; i++) {
            SimilarAsset hit = hits.get(i);
            assertThat(hit.explanation().vector()).isNull();
            assertThat(hit.explanation().text()).isEqualTo(new TextMatch(i + 1, hit.score(), List.of()));
            assertThat(hit.score()).isPositive();
        }
    }

    @Test
    void fusesTheTwoRankingsByTheirRanks() {
        String[] words = {"oracle", "billing", "web", "printer"};
        List<Asset> servers = saveTogether(
                clients.northwindScope(),
                clients.exit(),
                90,
                i -> named("server " + i)
                        .description(words[i % 4] + " " + words[i * 7 % 3])
                        .supportGroup(i % 11 == 0 ? "oracle team" : null));
        Map<Asset, EmbeddingVector> vectors = new HashMap<>();
        for (int i = 0; i < servers.size(); i++) {
            if (i % 5 != 0) {
                vectors.put(servers.get(i), axis(0, i / 100.0));
            }
        }
        embed(vectors);
        embed(save(named("oracle billing").description("typed")), axis(1));

        for (int topK : new int[] {1, 10, 60, 100}) {
            agreesWithItsParts("oracle billing", new TopK(topK), MinimumScore.NONE);
            agreesWithItsParts("oracle billing", new TopK(topK), new MinimumScore(0.5));
        }
        agreesWithItsParts("nothing of this", MANY, MinimumScore.NONE);
    }

    private void agreesWithItsParts(String text, TopK topK, MinimumScore minimum) {
        TopK depth = ReciprocalRankFusion.depth(topK);
        List<SimilarAsset> all =
                index.matching(clients.northwindScope(), query(text, depth)).hits();
        double highest = all.stream().mapToDouble(SimilarAsset::score).max().orElse(0);
        List<SimilarAsset> matching = all.stream()
                .filter(hit -> ReciprocalRankFusion.counts(hit.score(), highest, identified(hit) > 0))
                .toList();
        SimilarAssets nearest = embeddings.nearest(
                clients.northwindScope(), new NearestQuery(space, axis(0), depth, AssetFilter.none(), minimum, null));
        Map<AssetId, Integer> textRanks = ranks(all);
        textRanks.keySet().retainAll(ranks(matching).keySet());
        Map<AssetId, Integer> vectorRanks = ranks(nearest.hits());
        Map<AssetId, SimilarAsset> byId = new HashMap<>();
        matching.forEach(hit -> byId.put(hit.asset().id(), hit));
        Map<AssetId, Asset> assets = Stream.concat(matching.stream(), nearest.hits().stream())
                .map(SimilarAsset::asset)
                .collect(Collectors.toMap(Asset::id, asset -> asset, (one, same) -> one));
        Set<AssetId> ids = new LinkedHashSet<>(textRanks.keySet());
        ids.addAll(vectorRanks.keySet());
        Comparator<AssetId> best = Comparator.<AssetId>comparingInt(id -> identified(byId.get(id)))
                .thenComparing(id -> ReciprocalRankFusion.score(vectorRanks.get(id), textRanks.get(id)))
                .reversed();
        List<AssetId> expected = ids.stream()
                .sorted(best.thenComparing(assets::get, Asset.BY_NAME_AND_KEY))
                .limit(topK.value())
                .toList();

        SimilarAssets fused =
                index.fused(clients.northwindScope(), new FusedQuery(query(text, topK), space, axis(0), minimum));

        assertThat(fused.hits()).extracting(hit -> hit.asset().id()).isEqualTo(expected);
        assertThat(fused.candidates()).isEqualTo(nearest.candidates());
        assertThat(fused.plan()).isEqualTo(nearest.plan());
        for (SimilarAsset hit : fused.hits()) {
            AssetId id = hit.asset().id();
            Integer vectorRank = vectorRanks.get(id);
            assertThat(hit.score())
                    .isCloseTo(ReciprocalRankFusion.score(vectorRank, textRanks.get(id)), within(ROUNDING));
            TextMatch match = hit.explanation().text();
            assertThat(match == null ? null : match.rank()).isEqualTo(textRanks.get(id));
            VectorMatch vector = hit.explanation().vector();
            assertThat(vector == null ? null : vector.rank()).isEqualTo(vectorRank);
            if (vector != null && vectorRank != null) {
                assertThat(vector.score())
                        .isCloseTo(nearest.hits().get(vectorRank - 1).score(), within(ROUNDING));
            }
        }
    }

    private static int identified(@Nullable SimilarAsset hit) {
        IdentifierMatch identifier = hit == null ? null : hit.explanation().identifier();
        return identifier == null ? 0 : identifier.exact() ? 2 : 1;
    }

    private static Map<AssetId, Integer> ranks(List<SimilarAsset> hits) {
        Map<AssetId, Integer> ranks = new HashMap<>();
        hits.forEach(hit -> ranks.put(hit.asset().id(), ranks.size() + 1));
        return ranks;
    }

    @Test
    void putsIdentifiersBeforeWhatBothSidesFind() {
        embed(save(named("web").description("oracle koji01")), axis(0));
        save(named("koji01"));

        assertThat(names(fused("koji01", axis(0), MANY))).containsExactly("koji01", "web");
        assertThat(names(fused("koji01", axis(0), new TopK(1)))).containsExactly("koji01");
    }

    @Test
    void saysHowFarAMatchByWordsIsFromTheVector() {
        embed(save(named("far").description("oracle")), axis(0, 0.2));
        save(named("not embedded").description("oracle"));

        SimilarAssets found = index.fused(
                clients.northwindScope(), new FusedQuery(query("oracle", MANY), space, axis(0), new MinimumScore(0.5)));

        for (SimilarAsset hit : found.hits()) {
            VectorMatch vector = hit.explanation().vector();
            if (hit.asset().attributes().name().equals("far")) {
                assertThat(vector).isNotNull();
                assertThat(Objects.requireNonNull(vector).rank())
                        .as("less than the minimum")
                        .isNull();
                assertThat(vector.score()).isCloseTo(0.2, within(HALF_PRECISION));
            } else {
                assertThat(vector).isNull();
            }
        }
        assertThat(found.hits()).hasSize(2);
    }

    @Test
    void appliesTheMinimumScoreToTheVectorsSideOnly() {
        embed(save(named("near")), axis(0, 0.9));
        embed(save(named("far")), axis(0, 0.2));
        embed(save(named("far but matching").description("oracle")), axis(0, 0.1));
        MinimumScore minimum = new MinimumScore(0.5);

        SimilarAssets found =
                index.fused(clients.northwindScope(), new FusedQuery(query("oracle", MANY), space, axis(0), minimum));
        SimilarAssets filled = index.fused(
                clients.northwindScope(), new FusedQuery(query("oracle", new TopK(2)), space, axis(0), minimum));
        SimilarAssets nothing = index.fused(
                clients.northwindScope(),
                new FusedQuery(query("zeppelin", MANY), space, axis(0), new MinimumScore(0.95)));

        assertThat(names(found)).containsExactlyInAnyOrder("near", "far but matching");
        assertThat(found.completeness()).isEqualTo(new Completeness.BelowMinimumScore(minimum));
        assertThat(found.candidates()).isEqualTo(CandidateCount.exactly(3));
        assertThat(filled.completeness()).isEqualTo(new Completeness.Complete());
        assertThat(nothing.hits()).isEmpty();
        assertThat(nothing.candidates())
                .as("there are some, though all below the minimum")
                .isEqualTo(CandidateCount.exactly(3));
        assertThat(nothing.completeness()).isEqualTo(new Completeness.BelowMinimumScore(new MinimumScore(0.95)));
    }

    @Test
    void saysThatNeitherSideHasMore() {
        embed(save(named("one")), axis(0));
        save(named("two").description("oracle"));

        SimilarAssets found = fused("oracle", axis(0), MANY);

        assertThat(found.hits()).hasSize(2);
        assertThat(found.candidates()).isEqualTo(CandidateCount.exactly(1));
        assertThat(found.completeness()).isEqualTo(new Completeness.FewerCandidates(2));
        assertThat(fused("oracle", axis(0), new TopK(2)).completeness()).isEqualTo(new Completeness.Complete());
    }

    @Test
    void refusesAVectorOfOtherDimensions() {
        EmbeddingVector foreign = EmbeddingVector.normalised(new float[] {1, 2, 3});

        assertThatIllegalArgumentException().isThrownBy(() -> fused("oracle", foreign, MANY));
    }

    @Test
    void findsAnAssetByWhatItIsNow() {
        Asset asset = save(named("before").description("oracle").serialNumber("SN-1"));
        change(asset, named("after").description("postgres").serialNumber("SN-2"));

        assertThat(matching("oracle").hits()).isEmpty();
        assertThat(matching("before").hits()).isEmpty();
        assertThat(matching("SN-1").hits())
                .as("shares a word")
                .allSatisfy(hit -> assertThat(hit.explanation().identifier()).isNull());
        assertThat(names(matching("postgres"))).containsExactly("after");
        assertThat(names(matching("after"))).containsExactly("after");
        assertThat(matching("SN-2").hits().getFirst().explanation().identifier())
                .isEqualTo(new IdentifierMatch(AssetField.SERIAL_NUMBER, "SN-2", true));
    }

    @Test
    void findsNothingOfADeletedEngagement() {
        save(clients.northwindScope(), clients.exit(), named("oracle exit"));
        save(clients.northwindScope(), clients.erp(), named("oracle erp"));

        deleteEngagement(clients.exit());

        assertThat(found(clients.northwindScope(), "oracle exit")).containsExactly("oracle erp");
        assertThat(found(clients.exitScope(), "oracle exit")).isEmpty();
    }

    private SimilarAssets matching(String text) {
        return index.matching(clients.northwindScope(), query(text, MANY));
    }

    private SimilarAssets fused(String text, EmbeddingVector vector, TopK topK) {
        return index.fused(
                clients.northwindScope(), new FusedQuery(query(text, topK), space, vector, MinimumScore.NONE));
    }

    private static TextQuery query(String text, TopK topK) {
        return new TextQuery(new QueryText(text), topK, AssetFilter.none(), null, false);
    }

    private static List<String> names(SimilarAssets found) {
        return found.hits().stream().map(hit -> hit.asset().attributes().name()).toList();
    }

    private static List<String> ids(SimilarAssets found) {
        return found.hits().stream().map(hit -> hit.asset().id().toString()).toList();
    }

    private static AssetAttributes.Builder named(String name) {
        return AssetAttributes.named(name);
    }

    private Asset save(AssetAttributes.Builder attributes) {
        return save(clients.northwindScope(), clients.exit(), attributes);
    }

    private Asset save(TenantScope scope, EngagementId engagementId, AssetAttributes.Builder attributes) {
        AssetKey key = new AssetKey("servicenow", "key-" + lastKey++);
        world.catalog().save(scope, engagementId, List.of(new AssetDraft(key, attributes.build())));
        return newest(scope, key);
    }

    /** Many in one transaction, in the order of their numbers, which begin with 0. */
    private List<Asset> saveTogether(
            TenantScope scope, EngagementId engagementId, int count, IntFunction<AssetAttributes.Builder> asset) {
        List<AssetDraft> drafts = IntStream.range(0, count)
                .mapToObj(i -> new AssetDraft(
                        new AssetKey("servicenow", "key-" + lastKey++),
                        asset.apply(i).build()))
                .toList();
        world.catalog().save(scope, engagementId, drafts);
        Map<AssetKey, Asset> saved = new HashMap<>();
        world.store().findDue(scope, space, null, 1_000).forEach(due -> saved.put(due.key(), due));
        return drafts.stream()
                .map(draft -> Objects.requireNonNull(saved.get(draft.key())))
                .toList();
    }

    /** Assets of Northwind, in one transaction. */
    private void embed(Map<Asset, EmbeddingVector> vectors) {
        world.store()
                .save(
                        clients.northwindScope(),
                        space,
                        vectors.entrySet().stream()
                                .map(entry -> new AssetEmbedding(
                                        entry.getKey().id(),
                                        entry.getKey().engagementId(),
                                        entry.getValue(),
                                        entry.getKey().contentHash()))
                                .toList());
    }

    /** Nothing is embedded but by {@link #embed}, so that the asset is due. */
    private Asset newest(TenantScope scope, AssetKey key) {
        List<Asset> due = new ArrayList<>(world.store().findDue(scope, space, null, 1_000));
        due.removeIf(asset -> !asset.key().equals(key));
        return due.getFirst();
    }

    private void change(Asset asset, AssetAttributes.Builder attributes) {
        world.catalog()
                .save(
                        clients.northwindScope(),
                        asset.engagementId(),
                        List.of(new AssetDraft(asset.key(), attributes.build())));
    }

    private Asset embed(Asset asset, EmbeddingVector vector) {
        world.store()
                .save(
                        clients.northwindScope(),
                        space,
                        List.of(new AssetEmbedding(asset.id(), asset.engagementId(), vector, asset.contentHash())));
        return asset;
    }

    private static EmbeddingVector axis(int axis) {
        return axis(axis, 1);
    }

    /** A vector of the given cosine similarity to the axis. */
    private static EmbeddingVector axis(int axis, double similarity) {
        float[] values = new float[DIMENSIONS];
        values[axis] = (float) similarity;
        values[(axis + 1) % DIMENSIONS] = (float) Math.sqrt(1 - similarity * similarity);
        return EmbeddingVector.normalised(values);
    }
}
